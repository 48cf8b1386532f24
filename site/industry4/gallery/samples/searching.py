"""Samples of what the search page is made of: the form, what narrows, what was found."""

import datetime
from collections import Counter
from typing import Any

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.models import Locale

from search.engine import Found, Result
from search.filters import SearchFilters
from search.kinds import BY_NAME
from search.promotions import Promoted

from .things import Sample, day, home, words


def samples() -> dict[str, list[Sample]]:
    """The samples of the search by component."""
    filters = SearchFilters(QueryDict("q=robot&since=2026-01-01&sector=x"), Locale.get_active())
    filters.form.auto_id = "search_%s"
    counted = Found([], 12, Counter(article=7, event=4, document=1))
    return {
        "search_form": [
            Sample("", {"label": words("Pavyzdinė paieška", "Sample search"), "query": ""}),
            Sample(
                "nothing in it that can be searched for",
                {
                    "label": words("Pavyzdinė paieška su klaida", "Sample search with a mistake"),
                    "query": "?!",
                    "id": "search",
                    "hidden": {"kind": "event"},
                    "error": words("Įrašykite bent vieną ieškomą žodį.", "Type at least one word."),
                },
            ),
        ],
        "search_filters": [Sample("one chosen", {"filters": filters})],
        "search_kinds": [Sample("", {"kinds": filters.kinds(counted)})],
        "search_result": [
            Sample("an event", {"result": result("event", day(7), day(8)), "level": 3}),
            Sample("an initiative", {"result": result("initiative", day(-500), None), "level": 3}),
            Sample(
                "a file in the other language",
                {"result": result("document", language=words("en", "lt")), "level": 3},
            ),
        ],
        "promoted": [
            Sample(
                "a page with a description, a link without one",
                {"promoted": [promoted(words("Kur kreiptis.", "Whom to ask.")), promoted("")]},
            )
        ],
        "suggestions": [Sample("", {})],
    }


def result(
    kind: str,
    first_day: datetime.date | None = None,
    last_day: datetime.date | None = None,
    language: str = "",
) -> Result:
    """A result with a word marked."""
    title = words("Robotikos diena", "Robotics day")
    more: dict[str, Any] = {
        "marked_title": format_html("<mark>{}</mark> {}", *title.split()),
        "snippet": format_html(
            words("Įmonių <mark>{}</mark> iš arti.", "Company <mark>{}</mark> close up."),
            words("robotai", "robots"),
        ),
    }
    href = "/documents/1/diena.pdf" if kind == "document" else home().url or ""
    return Result(
        kind=BY_NAME[kind],
        id=1,
        language=language or get_language() or "",
        title=title,
        address=href,
        href=href,
        first_day=first_day,
        last_day=last_day,
        **more,
    )


def promoted(description: str) -> Promoted:
    """What editors chose."""
    url = home().url or ""
    title = words("Robotikos mokymas", "Learning robotics")
    return Promoted(title=title, href=url, address=url, description=description)
