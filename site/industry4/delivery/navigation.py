"""What stands around every page: the menus and the organisation's details."""

from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from industry4.core.api import PageLink, Schema, page_data
from industry4.core.models.site_wide import SiteWide
from industry4.core.translation.states import languages
from industry4.media.api import absolute

from .answers import answer
from .lists import Id, Part, envelope
from .schemas import Answer, Language, Listing

router = Router(tags=["site"])


class MenuItem(Answer):
    """One link of a menu."""

    text: str
    url: str
    page: PageLink | None = Field(description="Null for an address elsewhere.")


class Menu(Answer):
    """A menu in one language."""

    id: int
    locale: Language
    place: Literal["main", "footer"]
    items: list[MenuItem]


class SocialLink(Schema):
    """A profile on a social network."""

    label: str
    url: str = Field(validation_alias="link_url")


class OrganisationDetails(Schema):
    """Who stands behind the site."""

    name: str
    description: str
    address: str
    email: str
    phone: str
    social_links: Annotated[list[SocialLink], BeforeValidator(lambda found: list(found.all()))]


class MenuList(Listing):
    """The menus of a language, and what stands beside them."""

    items: list[Menu]
    organisation: OrganisationDetails | None = Field(description="Null: not translated yet.")


class MenuQuery(Part):
    """Which menus."""

    locale: Language = Field("lt", description="The language of the menus.")


def menus(site_wide: SiteWide, language: str) -> list[dict[str, Any]]:
    """The menus of the active language that stand somewhere, in the form of `Menu`."""
    chosen = {
        "main": site_wide.settings.main_navigation_id,
        "footer": site_wide.settings.footer_navigation_id,
    }
    return [
        {
            "id": site_wide.menus[pk].pk,
            "locale": language,
            "place": place,
            "items": [
                {"text": link.text, "url": absolute(link.url), "page": page_data(link.target)}
                for link in site_wide.links(pk)
            ],
        }
        for place, pk in chosen.items()
        if pk in site_wide.menus
    ]


@router.get("/navigation/", response=MenuList, operation_id="navigation", summary="Menus")
def navigation(request: HttpRequest, query: Query[MenuQuery]) -> HttpResponse:
    """The main menu, the one at the foot, and the organisation: what stands around every page."""
    site_wide = SiteWide(request)
    with translation.override(query.locale):
        found = menus(site_wide, query.locale)
        content = MenuList.model_validate(
            {
                **envelope(request, query, len(found)),
                "items": found[query.offset : query.offset + query.limit],
                "organisation": site_wide.organisation,
            }
        )
    shown = [*site_wide.menus.values(), *filter(None, [site_wide.organisation])]
    changed = [snippet.last_published_at for snippet in shown]
    return answer(request, content, languages=[query.locale], changed=changed)


@router.get("/navigation/{int:id}/", response=Menu, operation_id="menu", summary="A menu")
def menu(request: HttpRequest, id: Id) -> HttpResponse:
    """One menu by its id."""
    for language in languages():
        with translation.override(language):
            for found in menus(SiteWide(request), language):
                if found["id"] == id:
                    return answer(request, Menu.model_validate(found), languages=[language])
    raise Http404
