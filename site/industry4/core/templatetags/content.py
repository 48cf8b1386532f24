"""Tags and filters of the templates: numbers and money as the language writes them, pictures,
and where a page stands among others."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.db.models import prefetch_related_objects
from django.template import Context
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from wagtail.models import Page

from industry4.core import references
from industry4.media import renditions
from industry4.media.api import absolute, focal_point
from industry4.media.models import Image

register = template.Library()

NBSP = "\N{NO-BREAK SPACE}"


# Numbers


@register.filter
def number(value: Decimal | float | str | None) -> str:
    """A number as the active language writes it, without needless zeros; "" for None."""
    if value is None or value == "":
        return ""
    return _grouped(Decimal(str(value)).normalize())


@register.filter
def money(value: Decimal | float | None) -> str:
    """An amount in EUR, cents only where there are any: “EUR 470,000”; "" for None."""
    if value is None or value == "":
        return ""
    amount = Decimal(str(value))
    cents = 0 if amount == amount.to_integral_value() else 2
    # Translators: the space becomes one at which a line does not break.
    text = pgettext("amount of money", "EUR %(amount)s").replace(" ", NBSP)
    return text % {"amount": _grouped(amount, cents)}


def _grouped(value: Decimal, decimals: int | None = None) -> str:
    """The number with its thousands kept apart, as the active language does it."""
    return formats.number_format(value, decimals, force_grouping=True)


@register.filter
def quantity(value: Decimal | float | None, unit: str = "") -> str:
    """A number with its unit, placed as the language places it."""
    if unit == "EUR":
        return money(value)
    if unit == "%":
        return pgettext("percentage", "%(number)s%%") % {"number": number(value)}
    return f"{number(value)}{NBSP}{unit}" if unit else number(value)


@register.filter
def plain(value: Any) -> str:
    """The value without the language's separators: for years, attributes and addresses."""
    return str(value)


# Pictures


class PictureSource(NamedTuple):
    """A `<source>` of a `<picture>`: its media type and its `srcset`."""

    type: str
    srcset: str


@register.simple_tag(takes_context=True)
def picture(context: Context, image: Image) -> dict[str, Any]:
    """What components/picture.html shows of an image.

    `sources` are its `PictureSource`s, best first, `fallback` is its `Source`; `focus` the classes
    that keep its focal point in a crop, "" without one; `is_first` whether no other picture stands
    before it on the page.
    """
    files = renditions.picture(_with_renditions(image))
    return {
        "focus": _focus(image),
        "is_first": _is_first(context),
        "sources": [
            PictureSource(f"image/{image_format}", srcset)
            for image_format in renditions.FORMATS
            if (srcset := files.srcset(image_format))
        ],
        "fallback": files.fallback,
    }


def _focus(image: Image) -> str:
    """The focal point in tenths, as classes: the content security policy allows no styles."""
    point = focal_point(image) or {}
    return " ".join(f"focus-{axis}-{round(at * 10) * 10}" for axis, at in point.items())


def _is_first(context: Context) -> bool:
    """Whether this request shows its first picture."""
    request = context.get("request")
    if request is None or getattr(request, "has_shown_picture", False):
        return False
    request.has_shown_picture = True
    return True


@register.simple_tag
def social_picture(page: Page | None) -> dict[str, Any] | None:
    """`{url, width, height, alt}` of the page's picture for shared links, or None.

    None where the picture is in a private collection as well.
    """
    image = getattr(page, "shared_image", None)
    if image is None:
        return None
    known: Any = references.current().get(Image, image.pk)
    source = renditions.social(known) if known and known.is_public else None
    if source is None:
        return None
    return {**vars(source), "url": absolute(source.url), "alt": image.default_alt_text}


@register.filter
def lead_image(page: Page) -> Image | None:
    """The listing image, where the body does not show the same picture; None where it does."""
    shown = {
        block.value["image"].pk
        for block in page.body
        if block.block_type == "figure" and block.value["image"]
    }
    return None if page.listing_image_id in shown else page.listing_image


def _with_renditions(image: Image) -> Image:
    """The image with its renditions: its own where they came with it, else the request's."""
    if "renditions" in getattr(image, "_prefetched_objects_cache", {}):
        return image
    found = references.current().get(Image, image.pk)
    return found if isinstance(found, Image) else image


# Pages


@register.filter
def type_label(page: Page) -> str:
    """What kind of page this is, in the active language, with a capital."""
    return capfirst(str(page.specific_class._meta.verbose_name))


@register.filter
def other_language(page: Page | None) -> str:
    """The code of the page's language where it is not the active one, else ""."""
    if page is None:
        return ""
    language = page.locale.language_code
    return "" if language == get_language() else language


@register.filter
def resolved(rows: Any, relation: str = "") -> list[Any]:
    """The rows that name pages (or, by `relation`, other rows), with these fetched together."""
    found = list(rows.all())
    if found:
        field = rows.model._meta.get_field(relation or rows.model.relation_field)
        named = Page if issubclass(field.related_model, Page) else field.related_model
        references.current().add_translations(named, [getattr(row, field.attname) for row in found])
    return found


@register.filter
def targets(rows: Any, relation: str = "") -> list[Any]:
    """What the rows name and is public, in the active language where it is translated."""
    return [target for row in resolved(rows, relation) if (target := row.target)]


@register.simple_tag
def trail(page: Page | None) -> list[Page]:
    """The public pages above this one, the home page first; [] for the home page."""
    is_placed = isinstance(page, Page) and page.path
    return references.current().above(page) if is_placed else []


@register.simple_tag
def sections(home: Page) -> dict[str, Page]:
    """The public pages right under the home page by the name of their type."""
    found: dict[str, Page] = {}
    for page in references.current().below(home):
        found.setdefault(page.specific_class.__name__, page)
    return found


@register.filter
def joined(rows: Any, relation: str) -> list[Any]:
    """The rows, each with what it names by `relation`: one query for all of them."""
    found = list(rows.all() if hasattr(rows, "all") else rows)
    prefetch_related_objects(found, relation)
    return found


@register.filter
def any_have(rows: Iterable[Any], name: str) -> bool:
    """Whether at least one of the rows has something under this name."""
    return any(getattr(row, name) for row in rows)


@register.filter
def current(url: str, path: str) -> str:
    """The value of `aria-current` for a link: "page" where we are, "true" above it, else ""."""
    here = urlsplit(url).path
    if here == path:
        return "page"
    is_home = here.strip("/") in ("", *dict(settings.LANGUAGES))
    return "true" if not is_home and here.endswith("/") and path.startswith(here) else ""


# Text


@register.filter
def host(url: str) -> str:
    """The name of the site that an address leads to, without `www.`."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@register.filter
def phone_url(phone: str) -> str:
    """The `tel:` address of a phone number as people write it."""
    return "tel:" + re.sub(r"[^\d+]", "", phone)


@register.filter
def anchor(text: str) -> str:
    """The text as it may stand in an `id`: without spaces."""
    return re.sub(r"\s+", "-", str(text).strip())
