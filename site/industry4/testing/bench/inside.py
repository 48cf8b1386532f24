"""What happens inside Django: `python -m industry4.testing.bench.inside fill|queries ...`.

`fill EVENTS` makes the site of that many events and prints, as JSON, the addresses to measure;
`queries PATH ...` prints how many queries an answer takes that was asked for before.
"""

import json
import sys
from typing import Any

import django

PART = 20  # of a list


def fill(events: int) -> dict[str, Any]:
    """Fill the database; returns `{pages, paths}`."""
    from django.core.management import call_command
    from wagtail.models import Page

    from industry4.testing.bench import corpus

    say("migrations and demo content")
    call_command("migrate", verbosity=0)
    call_command("load_demo", quiet=True)
    say("pages and their place in the search")
    corpus.fill(events)
    call_command("search_vocabulary", verbosity=0)
    analyse()
    say("documents of the delivery API")
    call_command("render_documents", afresh=True, verbosity=0)
    analyse()
    return {"pages": Page.objects.filter(depth__gt=1).count(), "paths": paths()}


def analyse() -> None:
    """Tell PostgreSQL what is in its tables: nothing does so by itself here."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def say(what: str) -> None:
    """Tell what comes now; standard output is for what was found."""
    print(f"  {what} ...", file=sys.stderr, flush=True)


def paths() -> dict[str, str]:
    """What is measured, by name, in Lithuanian; `stock_…` are addresses of Wagtail's own APIs."""
    from django.urls import reverse

    from industry4.testing.bench.corpus import NAME
    from industry4.testing.search_corpus import MARKERS
    from news.models import ArticlePage, EventPage

    own = {"slug": f"{NAME}-7", "locale__language_code": "lt"}
    event, article = EventPage.objects.get(**own), ArticlePage.objects.get(**own)
    v1, stock = "/api/delivery/v1", f"type=news.EventPage&limit={PART}"
    word = MARKERS[0.05]["lt"]
    return {
        "events_list_full": f"{v1}/events/?view=full&limit={PART}",
        "event_item": f"{v1}/events/{event.pk}/",
        "html_home": "/",
        "html_article": str(article.url),
        "events_list_card": f"{v1}/events/?limit={PART}",
        "search_api": f"{v1}/search/?q={word}",
        "html_search": f"{reverse('search')}?q={word}",
        "openapi_json": f"{v1}/openapi.json",
        "feed": reverse("news_rss"),
        "stock_v2": f"/api/v2/pages/?{stock}&fields=*&locale=lt&order=starts_at",
        "stock_v3": f"/api/v3/pages/?{stock}&locale=lt",
    }


def queries(paths: list[str]) -> dict[str, int]:
    """The number of queries of a GET of each path, once it was asked for before."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    counts = {}
    for path in paths:
        for _turn in range(2):
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        counts[path] = len(captured)
    return counts


if __name__ == "__main__":
    django.setup()
    what, *arguments = sys.argv[1:]
    found = fill(int(arguments[0])) if what == "fill" else queries(arguments)
    print(json.dumps(found))
