"""What the schemas of all apps are made of: links to pages, pictures, rich text, moments, rows.

A schema is a Pydantic model that reads a page's attributes by their names. The types here say
how an attribute turns into JSON: a foreign key into a picture, a manager into a list. What they
need is among the request's references, so that reading a page costs no query.
"""

import datetime
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from django.conf import settings
from django.utils import timezone
from pydantic import AliasPath, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from industry4.media.api import File, Picture, document_data, image_data
from industry4.media.models import Document, Image

from . import references
from .recording import shows_page


class Schema(BaseModel):
    """The base of all schemas: reads attributes of objects."""

    model_config = ConfigDict(from_attributes=True)


class PageLink(Schema):
    """A page that another names: in the reader's language where it is translated."""

    id: int
    type: str = Field(description="As in `type` of the page itself, such as `member`.")
    locale: Literal["lt", "en"]
    title: str
    url: str


def page_data(page: Page | None) -> dict[str, Any] | None:
    """A page in the form of `PageLink`; None for one without an address.

    Worked out once for a page: those above all items of a list are named by each of them.
    """
    if page is None:
        return None
    shows_page(page)
    if "_link" not in page.__dict__:
        url = references.current().addresses.url(page)
        page.__dict__["_link"] = url and {
            "id": page.pk,
            "type": page.specific_class.api_type,
            "locale": page.locale.language_code,
            "title": page.title,
            "url": url,
        }
    return page.__dict__["_link"]


def public_image(pk: int | None, alt: str | None = None) -> dict[str, Any] | None:
    """An image in the form of `Picture`; None where it is gone or in a private collection."""
    image: Any = references.current().get(Image, pk)
    return image_data(image, alt) if image and image.is_public else None


def public_document(pk: int | None) -> dict[str, Any] | None:
    """A document in the form of `File`; None where it is gone or in a private collection."""
    document: Any = references.current().get(Document, pk)
    return document_data(document) if document and document.is_public else None


def rich_text_html(source: str | None) -> str:
    """Rich text as HTML; its links are full addresses, in the active language."""
    html = expand_db_html(source or "")
    return html.replace('<a href="/', f'<a href="{settings.WAGTAILADMIN_BASE_URL}/')


def local(moment: datetime.datetime | None) -> datetime.datetime | None:
    """The moment in Lithuanian time, so that its offset is the one readers live by."""
    return moment.astimezone(timezone.get_default_timezone()) if moment else None


def body_data(value: Any) -> list[dict[str, Any]]:
    """The blocks of a body as `[{type, id, value}]`; those that lead nowhere are left out.

    One by one from what is stored, since all that they refer to is fetched already: Wagtail
    first sorts them by type, to fetch it for each type.
    """
    blocks = value.stream_block.child_blocks
    found = []
    for raw in value.raw_data:
        if block := blocks.get(raw["type"]):
            data = block.get_api_representation(block.to_python(raw["value"]))
            if data is not None:
                found.append({"type": raw["type"], "id": raw["id"], "value": data})
    return found


Html = Annotated[str, Field(description="HTML. Links are full addresses in the page’s language.")]
RichText = Annotated[Html, BeforeValidator(rich_text_html)]
Moment = Annotated[AwareDatetime, BeforeValidator(local)]
PageTarget = Annotated[PageLink | None, BeforeValidator(page_data)]
# The attribute is the key: `Field(validation_alias="logo_id")`.
PictureByKey = Annotated[Picture | None, BeforeValidator(public_image)]
FileByKey = Annotated[File | None, BeforeValidator(public_document)]


def rows(name: str, description: str | None = None) -> Any:
    """A field that reads the rows `name` of a page: one of those in its `prefetched`."""
    return Field(validation_alias=AliasPath("rows", name), description=description)


def targets(found: Iterable[Any]) -> list[dict[str, Any]]:
    """The pages that rows name, in the form of `PageLink`; those not public are left out."""
    return [data for row in found if (data := page_data(row.target))]


# Rows that name pages, and rows that are a name and no more.
Targets = Annotated[list[PageLink], BeforeValidator(targets)]
Names = Annotated[list[str], BeforeValidator(lambda found: [row.name for row in found])]
