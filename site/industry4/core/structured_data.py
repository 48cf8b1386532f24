"""What a page says of itself to search engines: schema.org as JSON-LD, one graph for each page.

`described` gives what is particular to a type of page; apps register theirs in their own
`structured_data.py`. The rest (who publishes, where the page stands) is the same for all.
"""

import datetime
from functools import singledispatch
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import json_script
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from industry4.media import renditions
from industry4.media.api import absolute
from industry4.media.models import Image

from . import references
from .models import LocationMixin, Organisation

Node = dict[str, Any]


@singledispatch
def described(page: Page, publisher: Node) -> list[Node]:
    """The nodes of a graph that a page of this type is; none for one that is only a page.

    `publisher` is a node that names who stands behind the site.
    """
    return []


def data_block(nodes: list[Node]) -> SafeString:
    """The graph of these nodes as a block of data, in which no text can end the block."""
    data = json_script({"@context": "https://schema.org", "@graph": nodes})
    as_linked = data.replace('type="application/json"', 'type="application/ld+json"', 1)
    return mark_safe(as_linked)  # noqa: S308  (json_script has escaped it)


def given(**values: Any) -> Node:
    """A node of those values that are given; `type` and `id` are its `@type` and `@id`."""
    names = {"type": "@type", "id": "@id"}
    return {names.get(name, name): value for name, value in values.items() if value}


def publisher(organisation: Organisation | None, root: str) -> Node:
    """Who stands behind the site, whose address is `root`; by the site's name where none is set."""
    name = organisation.name if organisation else settings.WAGTAIL_SITE_NAME
    return given(
        type="Organization",
        id=f"{root}/#organisation",
        name=name,
        url=f"{root}/",
        logo=absolute(static("img/icon-512.png")),
    )


def full_publisher(organisation: Organisation | None, root: str) -> Node:
    """The same with all that is known of it."""
    node = publisher(organisation, root)
    if organisation is None:
        return node
    return {
        **node,
        **given(
            description=organisation.description,
            address=organisation.address,
            email=organisation.email,
            telephone=organisation.phone,
            sameAs=[link.link_url for link in organisation.social_links.all()],
        ),
    }


def website(home: Page, search_address: str, publisher: Node) -> Node:
    """The site in the language of its home page, with its search."""
    return given(
        type="WebSite",
        id=f"{home.public_url}#website",
        url=home.public_url,
        name=settings.WAGTAIL_SITE_NAME,
        inLanguage=home.locale.language_code,
        publisher={"@id": publisher["@id"]},
        potentialAction={
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{search_address}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    )


def breadcrumbs(page: Any) -> Node:
    """The way from the home page to a page that was preloaded, itself at its end."""
    way = [(above.title, references.current().addresses.url(above)) for above in page.above]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate([*way, (page.title, page.public_url)], 1)
        ],
    }


def picture(*keys: int | None) -> str | None:
    """The address of the first of these images that is public; None where none is.

    In the size of shared links, or the original until that is made.
    """
    for key in keys:
        image: Any = references.current().get(Image, key)
        if image and image.is_public:
            made = renditions.social(image)
            return absolute(made.url if made else image.file.url)
    return None


def place(located: LocationMixin, name: str = "") -> Node | None:
    """A place by its name, address and coordinates; None where nothing is known of it."""
    geo = located.latitude is not None and {
        "@type": "GeoCoordinates",
        "latitude": float(located.latitude),
        "longitude": float(located.longitude or 0),
    }
    known = given(name=name, address=located.address or name, geo=geo)
    return {"@type": "Place", **known} if known else None


def local_time(moment: datetime.datetime | None) -> str | None:
    """A moment in ISO 8601 with the offset of Lithuanian time."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
