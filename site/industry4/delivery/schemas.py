"""What every page has in the delivery API, as a card and in full.

A card is what a listing shows: a summary. Full is everything: a summary and the rest. All read
the attributes of a page; the apps' own schemas add theirs.
"""

from typing import Annotated, Any, Literal

from django.conf import settings
from django.db.models import Model
from pydantic import AliasPath, BeforeValidator, ConfigDict, Field, computed_field, model_validator
from wagtail.models import Page

from industry4.core import references
from industry4.core.api import Moment, PageLink, PictureByKey, Schema, body_data, page_data
from industry4.core.blocks.body import BodyItem
from industry4.core.recording import key_of, shows

ROOT = "/api/delivery/v1/"

Language = Literal["lt", "en"]
Body = Annotated[list[BodyItem], BeforeValidator(body_data)]
Degrees = Annotated[float, Field(description="WGS 84.")]


def api_url(path: str) -> str:
    """The full address of something in this API."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{ROOT}{path}"


def address_of(page: Page | None) -> str | None:
    """The full address of a page; None for none."""
    return references.current().addresses.url(page) if page else None


class Answer(Schema):
    """The base of what is answered: every field is always there."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class PageTranslation(Answer):
    """A page in one language."""

    locale: Language = Field(validation_alias="language")
    id: int | None = Field(validation_alias="page_id", description="Null where it is missing.")
    url: Annotated[str | None, BeforeValidator(address_of)] = Field(
        validation_alias="page", description="Null where it is missing."
    )
    state: Literal["source", "current", "stale", "missing"] = Field(
        description="`source`: the original. `stale`: the original has changed since."
    )


class Summary(Answer):
    """What every page shows in a listing."""

    id: int
    locale: Language = Field(
        validation_alias=AliasPath("locale", "language_code"),
        description="The language of everything in it.",
    )
    title: str
    url: str = Field(validation_alias="public_url", description="Its address on the site.")
    intro: str = Field(description="One or two sentences; may be empty.")
    listing_image: PictureByKey = Field(validation_alias="listing_image_id")
    labels: dict[str, str] = Field(
        description="The names of its coded values, such as `kind` or `status`, to be shown."
    )
    first_published_at: Moment | None = Field(description="Null only in a preview.")
    updated_at: Moment | None = Field(
        validation_alias="last_published_at",
        description="When it was last published. Null only in a preview.",
    )
    translations: list[PageTranslation] = Field(
        validation_alias="in_all_languages", description="One for each language of the site."
    )

    @computed_field(description="Its address in this API.")  # type: ignore[prop-decorator]
    @property
    def api_url(self) -> str:
        """Where this API answers with it in full."""
        return api_url(f"pages/{self.id}/")


class Card(Answer):
    """A summary and no more."""

    view: Literal["card"] = "card"


class Full(Answer):
    """What every page has besides its summary."""

    view: Literal["full"] = "full"
    seo_title: str = Field(description="For `<title>`; empty: the title.")
    description: str = Field(description="For search engines and shared links.")
    social_image: PictureByKey = Field(
        validation_alias="social_image_id", description="For shared links; null: `listing_image`."
    )
    breadcrumbs: Annotated[
        list[PageLink], BeforeValidator(lambda pages: [page_data(page) for page in pages])
    ] = Field(validation_alias="above", description="The pages above it, from the home page down.")


class Located(Answer):
    """An address and its place on the map."""

    address: str
    latitude: Degrees | None
    longitude: Degrees | None


class Section(Full, Summary):
    """A section of the site with the part of its list that its address shows, as cards."""

    count: int = Field(description="How many items the list has.")
    elsewhere_count: int = Field(description="How many exist only in the other language.")
    page: int = Field(description="Which page of the list this is, from 1.")
    page_count: int


class Topic(Answer):
    """A sector, technology or category: its slug is the same in both languages."""

    id: int
    slug: str
    name: str

    @model_validator(mode="before")
    @classmethod
    def noted(cls, topic: Any) -> Any:
        """The topic, noted as shown."""
        if isinstance(topic, Model):
            shows(key_of(topic))
        return topic


class Listing(Answer):
    """A part of a list."""

    count: int = Field(description="How many there are on all pages of the list.")
    next: str | None = Field(description="The address of the next part.")
    previous: str | None = Field(description="The address of the part before.")
