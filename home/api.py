"""The home page, content pages and the contact page in the delivery API."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from wagtail.models import Page

from ecosystem.api import InitiativeCard, MemberCard
from industry4.core.api import (
    PageLink,
    PageTarget,
    PictureByKey,
    RichText,
    Schema,
    page_data,
    public_image,
    rows,
)
from industry4.delivery.pages import PageType, register
from industry4.delivery.schemas import Body, Full, Summary
from industry4.media.api import Picture
from news.api import ArticleCard, EventCard

from .models import ContactPage, ContentPage, HomePage


class KeyFigure(Schema):
    """A number that says what the region is."""

    number: Decimal
    unit: str
    label: str = Field(description="What it counts.")
    source: str = Field(description="Who counted, and when.")


class Partner(Schema):
    """Who stands behind the platform."""

    name: str
    page: PageLink | None = Field(description="The member; null for one who is none.")
    url: str = Field(description="Of one who is not a member; may be empty.")
    logo: Picture | None


def partner_data(found: Iterable[Any]) -> list[dict[str, Any]]:
    """The partners in the form of `Partner`; members that are not public are left out."""
    return [
        {
            "name": row.name or row.target.title,
            "page": page_data(row.target),
            "url": row.link_url,
            "logo": public_image(row.logo_id),
        }
        for row in found
        if row.name or row.target
    ]


def show_pages(pages: Sequence[HomePage]) -> Iterable[Page]:
    """Set on home pages what they show of each section."""
    for page in pages:
        for name, shown in page.shown_pages().items():
            setattr(page, name, shown)
            yield from shown
        # When the next of them ends, another takes its place.
        page.shown_until = min((event.ends_at for event in page.next_events), default=None)


class Home(Full, Summary):
    """The home page with all that it shows."""

    type: Literal["home"] = "home"
    hero_title: str = Field(description="The headline; empty: the title.")
    hero_image: PictureByKey = Field(validation_alias="hero_image_id")
    purpose: RichText
    key_figures: list[KeyFigure] = rows("key_figures")
    next_events: list[EventCard]
    initiatives: list[InitiativeCard] = Field(validation_alias="featured")
    latest_articles: list[ArticleCard]
    members: list[MemberCard] = Field(description="The first of them by name.")
    partners: Annotated[list[Partner], BeforeValidator(partner_data)] = rows("partners")
    invitation_title: str
    invitation_text: str
    invitation_page: PageTarget = Field(validation_alias="invitation_target")
    invitation_label: str = Field(description="Of the button; empty: the title of the page.")
    sections: Annotated[
        list[PageLink], BeforeValidator(lambda found: [page_data(page) for page in found])
    ] = Field(validation_alias="below", description="The pages right below: where the lists are.")


class Content(Full, Summary):
    """A page of free text."""

    type: Literal["content"] = "content"
    body: Body


class ContactPerson(Schema):
    """A person or a role to turn to."""

    name: str
    role: str
    email: str
    phone: str


class Contact(Full, Summary):
    """The contact page. Its form is on the site alone, which guards it against abuse."""

    type: Literal["contact"] = "contact"
    people: list[ContactPerson] = rows("people")
    form_intro: str
    consent_text: str = Field(description="What a sender agrees to.")


register(
    PageType(
        HomePage,
        Home,
        expand=show_pages,
        has_sections=True,
        lists=("event", "article", "initiative", "member"),
    )
)
register(PageType(ContentPage, Content))
register(PageType(ContactPage, Contact))
