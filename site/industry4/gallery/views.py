"""The page itself: every component in every sample, and every token."""

from collections.abc import Iterator
from typing import NamedTuple

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ecosystem.maps import tiles_policy

from .documentation import Component, components
from .samples import Sample, samples
from .tokens import groups

# What a component has to stand in.
AROUND = {
    "fact": '<div class="facts"><dl>{}</dl></div>',
    "key_figure": '<dl class="key-figures">{}</dl>',
    "partner": '<ul class="partners">{}</ul>',
    "contact": '<div class="facts">{}</div>',
    "place": '<div class="facts"><dl><div><dt>–</dt><dd>{}</dd></div></dl></div>',
}
# Shown on glass as well, or there alone.
ON_GLASS = {"dots", "event_facts", "key_figure", "page_link", "person", "quotation"}
GLASS_ALONE = {"language_note", "language_switcher", "main_menu", "mark", "menu_items", "pattern"}
# Side by side.
SMALL = {
    "article_card", "badge", "card", "competition_place", "contact", "dots", "event_card",
    "event_date", "event_day", "event_status", "fact", "form_field", "initiative_card",
    "key_figure", "page_link", "partner", "person", "status_badge",
}  # fmt: skip
# Only looked at: this page has one of its own, under the same name, or it takes the focus.
INERT = {"footer", "form_errors", "header", "language_switcher", "main_menu"}
# Nothing to look at but the markup.
MARKUP = {"head_links"}


class Shown(NamedTuple):
    """A sample as the page shows it."""

    title: str
    html: str
    on_glass: bool


class Entry(NamedTuple):
    """A component on the page: what its comment says, how it is shown, its samples."""

    component: Component
    shown: list[Shown]
    is_small: bool
    is_inert: bool
    is_markup: bool


@csp_update(tiles_policy())
def gallery(request: HttpRequest) -> HttpResponse:
    """All components and tokens."""
    return render(
        request, "gallery/gallery.html", {"entries": entries(request), "groups": groups()}
    )


def entries(request: HttpRequest) -> list[Entry]:
    """Every component, with its samples drawn."""
    table = samples()
    return [
        Entry(
            component,
            list(shown(component.name, table.get(component.name, []), request)),
            component.name in SMALL,
            component.name in INERT,
            component.name in MARKUP,
        )
        for component in components()
    ]


def shown(name: str, found: list[Sample], request: HttpRequest) -> Iterator[Shown]:
    """The samples of a component that show anything, on paper, on glass, or on both."""
    for sample in found:
        html: str = drawn(name, sample, request)
        if name in MARKUP:
            html = "\n".join(line for line in html.splitlines() if line.strip())
        if html.strip() and name not in GLASS_ALONE:
            yield Shown(sample.title, html, False)
        if html.strip() and name in ON_GLASS | GLASS_ALONE:
            yield Shown(sample.title, html, True)


def drawn(name: str, sample: Sample, request: HttpRequest) -> SafeString:
    """A component as a page would have it from this sample."""
    context = {"LANGUAGE_CODE": get_language(), **sample.context}
    html = render_to_string(f"components/{name}.html", context, request)
    return format_html(AROUND.get(name, "{}"), html)
