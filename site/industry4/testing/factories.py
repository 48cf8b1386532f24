"""Factories that the tests of all apps build on."""

import io
from typing import Any

import factory
from django.core.files.images import ImageFile
from PIL import Image as PillowImage
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, TranslationSource

from home.models import HomePage
from industry4.core.translation.translate import translate
from industry4.media.models import Document, Image


def home_page(language: str = "lt") -> HomePage:
    """The home page of a language, which the migrations make."""
    return HomePage.objects.get(locale__language_code=language, depth=2)


class PageFactory(factory.django.DjangoModelFactory):
    """A published page. `parent` is where it is put, `published=False` leaves a draft."""

    class Meta:
        abstract = True

    title: Any = factory.Sequence(lambda number: f"Puslapis {number}")

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        parent = kwargs.pop("parent", None) or cls.default_parent()
        published = kwargs.pop("published", True)
        page = model_class(*args, **kwargs)
        page.live = False
        page.locale = parent.locale
        parent.add_child(instance=page)
        revision = page.save_revision()
        if published:
            revision.publish()
            page.refresh_from_db()
        return page

    @classmethod
    def default_parent(cls) -> Page:
        """Where a page goes when no parent is given."""
        return home_page()


def section(model: type[Page], **kwargs: Any) -> Page:
    """The Lithuanian page of a section, made when it is not there yet."""
    found = model.objects.filter(locale__language_code="lt").first()
    if found:
        return found
    page = model(title=kwargs.pop("title", model.__name__), **kwargs)
    home_page().add_child(instance=page)
    page.save_revision().publish()
    return page


def translated(instance: Any, **texts: str) -> Any:
    """The published English translation; every text that is not given reads "EN <source>".

    Pages above are translated first.
    """
    if isinstance(instance, Page):
        instance = instance.specific_class.objects.get(pk=instance.pk)
        parent = instance.get_parent()
        english = Locale.objects.get(language_code="en")
        if not parent.is_root() and not parent.has_translation(english):
            translated(parent.specific)
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    words: dict[tuple[str, str], str] = {}
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        path, text = segment.context.path, segment.string.data
        english = f"en-{text}" if path == "slug" else f"EN {text}"
        words[path, text] = texts.get(path, english)
    return translate(instance, "en", words)


def multiplied(page: Page, count: int) -> list[Any]:
    """`count` copies of a page beside it, without rows of other tables: for lists, made quickly.

    No copy has a revision or is found by search.
    """
    if not count:
        return []
    model, parent = page.specific_class, Page.objects.parent_of(page).get()
    last = Page._str2int(parent.get_last_child().path[-Page.steplen :])
    own = {"id", "path", "slug", "url_path", "translation_key"}
    shared = {
        field.attname: getattr(page, field.attname)
        for field in Page._meta.concrete_fields
        if field.attname not in own
    }
    rows = Page.objects.bulk_create(
        Page(
            **shared,
            path=Page._get_path(parent.path, page.depth, last + number),
            slug=f"{page.slug}-{last + number}",
            url_path=f"{parent.url_path}{page.slug}-{last + number}/",
        )
        for number in range(1, count + 1)
    )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + count)
    fields = model._meta.local_concrete_fields
    values = {field.attname: getattr(page, field.attname) for field in fields}
    copies = [model(**{**values, "page_ptr_id": row.pk}) for row in rows]
    model._base_manager.all()._insert(copies, fields, using="default")
    return list(model.objects.filter(pk__in=[row.pk for row in rows]).order_by("path"))


def image_file(name: str = "vaizdas.png", width: int = 640, height: int = 360) -> ImageFile:
    """A small picture."""
    content = io.BytesIO()
    PillowImage.new("RGB", (width, height), "teal").save(content, "PNG")
    return ImageFile(io.BytesIO(content.getvalue()), name=name)


class ImageFactory(factory.django.DjangoModelFactory):
    """A stored image with alternative texts in both languages."""

    class Meta:
        model = Image

    title = factory.Sequence(lambda number: f"Paveikslėlis {number}")
    file = factory.LazyFunction(image_file)
    alt_text_lt = "Robotas prie stalo"
    alt_text_en = "A robot at a table"


class DocumentFactory(factory.django.DjangoModelFactory):
    """A stored text file."""

    class Meta:
        model = Document

    title = factory.Sequence(lambda number: f"Dokumentas {number}")
    file = factory.django.FileField(filename="dokumentas.txt", data=b"Tekstas")
