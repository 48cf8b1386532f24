"""The map of the members on their list: where its data and its background come from.

Pages are asked for nothing of it: the reader's browser draws it, once the reader says so, from the
delivery API (`static/js/site.js`).
"""

from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.urls import reverse

from industry4.core.filters import ListFilters

PART = 100  # members in one answer of the API


class MemberMap(NamedTuple):
    """What the browser needs to draw the map."""

    members: str  # the address of their features, but for `offset`
    total: int  # of the members on the list, those without a place among them
    tiles: str
    attribution: str
    host: str  # from which the tiles come


def member_map(filters: ListFilters, total: int) -> MemberMap | None:
    """The map of the members on the list that filters select, which are `total`.

    None where there is no member, or maps are switched off.
    """
    if not total or not settings.MAP_TILES_URL:
        return None
    query = {"format": "geojson", "limit": PART, "locale": filters.index.locale.language_code}
    if filters.fallback:
        query["fallback"] = "true"
    query |= filters.chosen
    return MemberMap(
        members=f"{reverse('delivery:members')}?{urlencode(query)}",
        total=total,
        tiles=settings.MAP_TILES_URL,
        attribution=settings.MAP_ATTRIBUTION,
        host=urlsplit(settings.MAP_TILES_URL).netloc.removeprefix("{s}."),
    )


def tiles_policy() -> dict[str, list[str]]:
    """What the map adds to the content security policy of its page: the host of its tiles."""
    address = urlsplit(settings.MAP_TILES_URL)
    if not address.netloc:
        return {}  # tiles of the site's own, or none
    return {"img-src": [f"{address.scheme}://{address.netloc.replace('{s}', '*')}"]}
