"""Which pages the demo content has: all of them, the fullest of each type, and lists in use."""

import json
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree

from industry4.testing.browser.product import Product

# What no sitemap lists, with the status that is right.
SEARCHES = {"lt": "/paieska/?q=robotai", "en": "/en/search/?q=robots"}
MISSING = {"lt": "/nera-tokio/", "en": "/en/no-such/"}
# Lists as filters, pages and readers' mistakes leave them, by the Lithuanian and English list.
STATES = {
    ("/nariai/", "/en/members/"): ("kind=company", "kind=x", "q=xyzzy", "fallback=true", "page=99"),
    ("/iniciatyvos/", "/en/initiatives/"): ("status=running", "status=%3Cb%3E"),
    ("/naujienos/", "/en/news/"): ("category=news", "fallback=true"),
    ("/renginiai/", "/en/events/"): ("period=past", "month=2026-11", "period=x"),
    ("/strategija/", "/en/strategy/"): ("kind=study", "kind=x"),
    ("/paieska/", "/en/search/"): (
        "q=",
        "q=xyzzy",
        "q=%22%3E%3Cb%3E",
        "q=robot&kind=event&since=2026-01-01&sector=x",
        "q=a&until=x",
        "q=robot&page=2",
        "q=-",
    ),
}


class Answer(NamedTuple):
    """What the product answers: the status, and the bytes of the page."""

    status: int
    content: bytes


def language(path: str) -> str:
    """The language that a path promises."""
    return "en" if path.startswith("/en/") else "lt"


def get(address: str, form: bytes | None = None) -> Answer:
    """The answer at an address, an error's as well; `form` is sent by POST."""
    try:
        with urllib.request.urlopen(address, form) as answer:
            return Answer(answer.status, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.read())


def get_all(product: Product, paths: list[str]) -> dict[str, Answer]:
    """The answers at many paths, asked for four at a time."""
    with ThreadPoolExecutor(4) as workers:
        return dict(zip(paths, workers.map(get, map(product.url, paths)), strict=True))


def listed(product: Product, path: str = "/sitemap.xml") -> set[str]:
    """The paths of all pages in a sitemap, their translations, and the sitemaps that it lists."""
    sitemap = ElementTree.fromstring(get(product.url(path)).content)
    addresses = [element.text or "" for element in sitemap.findall(".//{*}loc")]
    addresses += [element.get("href", "") for element in sitemap.findall(".//{*}link")]
    paths = {urlsplit(address.strip()).path for address in addresses}
    if sitemap.tag.endswith("}sitemapindex"):
        return {page for path in paths for page in listed(product, path)}
    return paths


@cache
def everything(product: Product) -> dict[str, int]:
    """The paths of all pages, of search and of what is missing, each with its right status."""
    paths = listed(product)
    assert {language(path) for path in paths} == {"lt", "en"}
    return (
        dict.fromkeys(sorted(paths), 200)
        | dict.fromkeys(SEARCHES.values(), 200)
        | dict.fromkeys(MISSING.values(), 404)
    )


def states() -> list[str]:
    """The paths of lists in use, in both languages."""
    return [
        f"{path}?{query}"
        for lists, queries in STATES.items()
        for path in lists
        for query in queries
    ]


@cache
def of_each_type(product: Product) -> dict[str, tuple[str, int]]:
    """A path and its right status for every type in each language, by "type, language".

    Of all pages of a type it is the one that answers with most: it shows most of what can be.
    """
    paths: dict[str, list[str]] = {}
    for page in _pages(product):
        name = f"{page['meta']['type']}, {page['meta']['locale']}"
        paths.setdefault(name, []).append(urlsplit(page["meta"]["html_url"]).path)
    answers = get_all(product, [path for of_type in paths.values() for path in of_type])
    found = {
        name: (max(of_type, key=lambda path: len(answers[path].content)), 200)
        for name, of_type in paths.items()
    }
    found |= {f"search, {code}": (path, 200) for code, path in SEARCHES.items()}
    return found | {f"not found, {code}": (path, 404) for code, path in MISSING.items()}


def _pages(product: Product) -> list[dict[str, Any]]:
    """All pages of both languages, as Wagtail's own API lists them."""
    found: list[dict[str, Any]] = []
    while True:
        question = product.url(f"/api/v2/pages/?limit=100&offset={len(found)}")
        part = json.loads(get(question).content)
        found += part["items"]
        if len(found) >= part["meta"]["total_count"] or not part["items"]:
            return found
