"""Samples of what stands around pages and lists: menus, languages, filters, links to elsewhere."""

from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import get_language

from ecosystem.filters import MemberFilters
from ecosystem.maps import member_map
from ecosystem.models import MemberIndexPage
from industry4.core.filters import ListFilters
from industry4.core.models import NavigationItem, Organisation, SocialLink
from industry4.core.translation.states import State
from industry4.core.translation.switcher import NAMES, LanguageLink
from news.filters import ArticleFilters, EventFilters
from news.models import EventIndexPage, NewsIndexPage

from .things import Sample, event, home, placed, stale_page, words


def samples() -> dict[str, list[Sample]]:
    """The samples of what surrounds pages and lists, by component."""
    items: Any = menu()
    around: dict[str, Any] = {
        "menus": {"main": items, "footer": items},
        "organisation": organisation(),
    }
    front = home()
    return {
        "header": [Sample("", {**around, "query": ""})],
        "footer": [Sample("", around), Sample("nothing known", {**around, **NOTHING})],
        "main_menu": [Sample("", {"items": items})],
        "menu_items": [Sample("", {"items": items})],
        "language_switcher": [Sample("the page is missing in one", {"languages": languages()})],
        "language_note": [Sample("", {"languages": languages()})],
        "breadcrumbs": [Sample("", {"page": event()})],
        "translation_notice": [Sample("", {"page": page}) for page in filter(None, [stale_page()])],
        "head_links": [
            Sample("of a page", {"page": front}),
            Sample("of a page of the search", {"page": None}),
        ],
        "sections": [Sample("", around)],
        **of_lists(),
    }


NOTHING: dict[str, Any] = {
    "menus": {"main": [], "footer": []},
    "organisation": Organisation(name="Industry 4 Panevėžys"),
}


def menu() -> list[NavigationItem]:
    """A page, and addresses elsewhere."""
    return [
        NavigationItem(page=home()),
        NavigationItem(label=words("Nariai", "Members"), link_url="https://example.com/1/"),
        NavigationItem(label=words("Renginiai", "Events"), link_url="https://example.com/2/"),
    ]


def organisation() -> Organisation:
    """Who stands behind the site, with everything that can be said of it."""
    return Organisation(
        name="Industry 4 Panevėžys",
        description=words(
            "Regiono Pramonės 4.0 ekosistema.", "The region’s Industry 4.0 ecosystem."
        ),
        address="Gamyklos g. 1, Panevėžys",
        email="info@example.com",
        phone="+370 600 00000",
        social_links=[SocialLink(label="LinkedIn", link_url="https://example.com/")],
    )


def languages() -> list[LanguageLink]:
    """The active language, and another in which the page is missing."""
    return [
        LanguageLink(
            language=code,
            name=name,
            url="/" if code == "lt" else f"/{code}/",
            is_current=code == get_language(),
            state=State.CURRENT if code == get_language() else State.MISSING,
            is_exact=code == get_language(),
        )
        for code, name in NAMES.items()
    ]


def of_lists() -> dict[str, list[Sample]]:
    """What stands above and below a list."""
    index = placed(MemberIndexPage, title=words("Nariai", "Members"))
    members = filtered(MemberFilters, index, "kind=company&q=robot&municipality=x", "members")
    events = filtered(EventFilters, placed(EventIndexPage), "attendance=online", "events")
    articles = filtered(ArticleFilters, placed(NewsIndexPage), "category=story", "articles")
    part: Any = Paginator(range(36), 12).page(2)
    return {
        "filter_form": [
            Sample(
                "two filters chosen, a value that none knows",
                {
                    "filters": members,
                    "found": words("Rasta narių: 36", "36 members found"),
                    "page": index,
                    "items": part,
                },
            )
        ],
        "chosen_filters": [
            Sample(
                "",
                {
                    "filters": members,
                    "url": index.url,
                    "found": words("Rasta narių: 36", "36 members found"),
                },
            )
        ],
        "filter_notice": [
            Sample("", {"filters": filtered(MemberFilters, index, "kind=%3Cb%3E", "notice")})
        ],
        "nothing_found": [Sample("", {"filters": members, "page": index})],
        "elsewhere": [
            Sample("one is not shown", {"elsewhere_count": 1, "fallback": False}),
            Sample("many are not shown", {"elsewhere_count": 21, "fallback": False}),
            Sample("they are shown", {"elsewhere_count": 21, "fallback": True}),
        ],
        "pagination": [Sample("", {"items": part})],
        "map": [Sample("", {"map": drawn}) for drawn in filter(None, [member_map(members, 3)])],
        "calendar_link": [Sample("", {"page": event()})],
        "calendar_subscription": [Sample("", {"filters": events})],
        "feed_links": [Sample("", {"filters": articles})],
    }


def filtered(filters: Any, index: Any, query: str, name: str) -> ListFilters:
    """The filters of a list at a query; the ids of their fields begin with `name`."""
    found: ListFilters = filters(QueryDict(query), index)
    found.form.auto_id = f"{name}_%s"
    return found
