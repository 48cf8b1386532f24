"""How fast the search is on a large site: `make bench-search`.

`python -m industry4.testing.search_bench [PAGES]` (with site/ and the project's root on
PYTHONPATH) makes, on PostgreSQL and on SQLite, a site of that many pages in each language
(20,000), 300 words each (`search_corpus`), and asks its pages by Django's client, so that all is
measured but the network. It prints the median and the 95th percentile of each kind of question in
milliseconds, and what indexing adds to the saving of a page. With a DATABASE_URL it measures on
that database alone, and leaves it filled. It measures time, so it is no part of `make test`, and
wants a machine that does nothing else.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from industry4.testing import services

PAGES = 20_000
TURNS = 40
WARM_UP = 3
ROW = "{:<44}{:>9}{:>9}{:>9}"


def timed(turn: Callable[[int], Any]) -> list[float]:
    """The milliseconds of each turn, without the first few."""
    took = []
    for number in range(WARM_UP + TURNS):
        started = time.perf_counter()
        turn(number)
        took.append((time.perf_counter() - started) * 1000)
    return took[WARM_UP:]


def report(name: str, took: list[float], found: object = "") -> None:
    """A line with the median and the 95th percentile."""
    p95 = statistics.quantiles(took, n=20)[-1]
    print(ROW.format(name, f"{statistics.median(took):.1f}", f"{p95:.1f}", str(found)), flush=True)


def questions() -> None:
    """Time the search page, its parts and the API, for words of all frequencies."""
    from django.test import Client

    from industry4.testing.search_corpus import MARKERS

    client = Client(headers={"host": "localhost"})

    def get(address: str) -> Any:
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer

    def page(address: str) -> list[float]:
        return timed(lambda _turn: get(address))

    for share, words in MARKERS.items():
        for language, path in (("lt", "/paieska/"), ("en", "/en/search/")):
            word = words[language]
            count = get(f"/api/delivery/v1/search/?q={word}&locale={language}").json()["count"]
            report(
                f"page, {language}: a word on {share:.1%} of pages", page(f"{path}?q={word}"), count
            )
        api = page(f"/api/delivery/v1/search/?q={words['lt']}&locale=lt")
        report("API, lt: the same", api, count)
    both = "+".join(words["lt"] for words in list(MARKERS.values())[:2])
    report("page, lt: two words", page(f"/paieska/?q={both}"))
    report("page, lt: a phrase", page(f'/paieska/?q="{both}"'))
    report("page, lt: nothing found", page("/paieska/?q=kineskpoas"))
    for typed in ("ro", "pra", "robo", "pramonė ro"):
        took = page(f"/api/delivery/v1/search/suggest/?q={typed}")
        report(f"suggestions: “{typed}”", took)


def saving() -> None:
    """Time the saving of a page, and the part of it that the index takes."""
    from wagtail.search.backends import get_search_backend

    from industry4.testing.search_corpus import sentences
    from news.models import ArticlePage

    page = ArticlePage.objects.first()
    assert page

    def changed(turn: int) -> ArticlePage:
        page.body = [("text", " ".join(sentences("lt", 300, random.Random(turn))))]
        return page

    report("saving a page of 300 words, index included", timed(lambda turn: changed(turn).save()))
    backend = get_search_backend()
    report("of it, the index", timed(lambda turn: backend.add(changed(turn))))


def measure(pages: int) -> None:
    """On the database of the environment: migrate, fill unless it was filled before, ask."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, transaction

    from industry4.testing import search_corpus

    settings.API_READS_PER_MINUTE = 0
    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    if not search_corpus.is_filled():
        with transaction.atomic():
            search_corpus.fill(pages)
        call_command("search_vocabulary", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    print(
        f"\n{connection.vendor}: 2 × {pages} pages, made in {time.perf_counter() - started:.0f} s"
    )
    print(ROW.format("milliseconds", "median", "p95", "found"))
    questions()
    saving()


def main() -> None:
    """Both databases, each in a process of its own."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    if "DATABASE_URL" in os.environ:
        measure(pages)
        return
    with tempfile.TemporaryDirectory() as home, services.postgres("postgres") as postgres:
        for address in (postgres, f"sqlite:///{Path(home) / 'search.sqlite3'}"):
            subprocess.run(
                [sys.executable, "-m", "industry4.testing.search_bench", str(pages)],
                env={
                    **os.environ,
                    "DATABASE_URL": address,
                    "DJANGO_SETTINGS_MODULE": "industry4.settings.test",
                },
                check=True,
            )


if __name__ == "__main__":
    main()
