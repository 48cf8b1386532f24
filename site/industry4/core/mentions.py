"""Which pages, images and documents a page mentions, read from its fields without a query.

Wagtail's reference index knows the same of what is published; this knows it of drafts as well,
and costs no query. Values of blocks are read as they are stored, since turning them into
objects is what fetches.
"""

import re
from functools import cache
from typing import Any

from django.db.models import ForeignKey, Model
from modelcluster.fields import ParentalKey
from wagtail.blocks import (
    Block,
    ChooserBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.fields import RichTextField
from wagtail.models import Page

from industry4.core.instances import streams
from industry4.media.models import Document, Image

MODELS: tuple[type[Model], ...] = (Page, Image, Document)
_LINK = re.compile(r"<a\s[^>]*>")
_ID = re.compile(r'\bid="(\d{1,18})"')


class Mentions:
    """The ids that pages mention, by model."""

    def __init__(self) -> None:
        self.ids: dict[type[Model], set[int]] = {model: set() for model in MODELS}

    def add(self, instance: Model) -> None:
        """Note what an instance mentions."""
        model = type(instance)
        for attribute, named in foreign_keys(model):
            if pk := getattr(instance, attribute):
                self.ids[named].add(pk)
        for attribute in rich_texts(model):
            self._add_links(getattr(instance, attribute) or "")
        for field in streams(model):
            value = getattr(instance, field.attname)
            for raw in value.raw_data if value else ():
                self._add_raw(field.stream_block.child_blocks.get(raw["type"]), raw["value"])

    def add_pictures(self, instance: Model) -> None:
        """Note the images that an instance's own fields mention."""
        for attribute, named in foreign_keys(type(instance)):
            if named is Image and (pk := getattr(instance, attribute)):
                self.ids[Image].add(pk)

    def _add_links(self, html: str) -> None:
        for link in _LINK.findall(html):
            found = _ID.search(link)
            if found and 'linktype="page"' in link:
                self.ids[Page].add(int(found[1]))
            elif found and 'linktype="document"' in link:
                self.ids[Document].add(int(found[1]))

    def _add_raw(self, block: Block | None, raw: Any) -> None:
        """Note what a stored value of a block mentions; nothing where it has another form."""
        if isinstance(block, ChooserBlock):
            if isinstance(raw, int):
                self.ids[named_by(block)].add(raw)
        elif isinstance(block, RichTextBlock):
            self._add_links(raw or "")
        elif isinstance(block, ListBlock):
            for item in raw or ():
                is_bare = not isinstance(item, dict) or "value" not in item
                self._add_raw(block.child_block, item if is_bare else item["value"])
        elif isinstance(block, StreamBlock):
            for item in raw or ():
                self._add_raw(block.child_blocks.get(item["type"]), item["value"])
        elif isinstance(block, StructBlock) and isinstance(raw, dict):
            for name, value in raw.items():
                self._add_raw(block.child_blocks.get(name), value)


def named_by(block: ChooserBlock) -> type[Model]:
    """Which of the models a chooser chooses from; a page of any type is a page."""
    return next(model for model in MODELS if issubclass(block.model_class, model))


@cache
def foreign_keys(model: type[Model]) -> list[tuple[str, type[Model]]]:
    """The foreign keys to pages, images and documents, as (attribute, model named).

    Not that of a row to the page that it belongs to.
    """
    return [
        (field.attname, named)
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey)
        and field.model is not Page
        and not isinstance(field, ParentalKey)
        for named in MODELS
        if issubclass(field.related_model, named) and not field.remote_field.parent_link
    ]


@cache
def rich_texts(model: type[Model]) -> list[str]:
    """The names of the rich text fields."""
    return [f.attname for f in model._meta.concrete_fields if isinstance(f, RichTextField)]
