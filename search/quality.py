"""How well the search finds the forms of words: recall and precision, measured on the index.

A lemma is a word with all its forms. Each form gets a page of its own; each form, as it is and
typed without diacritics, is then searched for.

* Recall: over ordered pairs of different forms of one lemma, the share in which a search for one
  finds the page of the other.
* Precision: over all searches, the share of the pages found that are of the lemma searched for.

(Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, section 8.3.)
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from home.models import ContentPage
from search import analysis

WORST = 10


@dataclass(frozen=True)
class Lemma:
    """A word and its different forms, with their diacritics."""

    word: str
    forms: tuple[str, ...]


@dataclass
class Tally:
    """What searches of one lemma, or of all of them, came to."""

    pairs: int = 0
    found: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    own_pages: int = 0

    def add(self, other: "Tally") -> None:
        """Count another tally into this one."""
        self.pairs += other.pairs
        self.found += other.found
        self.pages += other.pages
        self.own_pages += other.own_pages

    def figures(self) -> dict[str, float]:
        """`recall_accented`, `recall_unaccented` and `precision`, each from 0 to 1."""
        return {
            "recall_accented": _share(self.found["accented"], self.pairs),
            "recall_unaccented": _share(self.found["unaccented"], self.pairs),
            "precision": _share(self.own_pages, self.pages),
        }


def measured(lemmas: Iterable[Lemma], language: str) -> dict[str, Any]:
    """The figures of all lemmas, and of the worst ones under `worst`.

    The pages are made, indexed and searched in a transaction that is rolled back: on a site that
    editors work on, they would wait for it. Raises Locale.DoesNotExist for an unknown language.
    """
    with transaction.atomic():
        section, pages = _stored(lemmas, Locale.objects.get(language_code=language))
        tallies = {lemma: _tally(lemma, section, pages) for lemma in pages}
        transaction.set_rollback(True)
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    rows: list[dict[str, Any]] = [
        {"lemma": lemma.word, **tally.figures()} for lemma, tally in tallies.items()
    ]
    worst = sorted(
        rows,
        key=lambda row: row["recall_accented"] + row["recall_unaccented"] + row["precision"],
    )
    return {**whole.figures(), "worst": worst[:WORST]}


def _stored(lemmas: Iterable[Lemma], locale: Locale) -> tuple[Page, dict[Lemma, dict[str, int]]]:
    """A section with a page for each form, and the keys of the pages by lemma and form."""
    home = Site.objects.get(is_default_site=True).root_page
    section = home.add_child(instance=ContentPage(title="0", slug="quality", locale=locale))
    pages = {
        lemma: {
            form: section.add_child(
                instance=ContentPage(title=form, slug=f"quality-{row}-{column}", locale=locale)
            ).pk
            for column, form in enumerate(lemma.forms)
        }
        for row, lemma in enumerate(lemmas)
    }
    return section, pages


def _tally(lemma: Lemma, section: Page, pages: dict[Lemma, dict[str, int]]) -> Tally:
    """What the searches for all forms of a lemma come to."""
    own = pages[lemma]
    tally = Tally(pairs=len(own) * (len(own) - 1))
    for form, its_page in own.items():
        for typing, typed in (("accented", form), ("unaccented", analysis.fold(form))):
            found = _found(typed, section)
            tally.found[typing] += len(found & set(own.values()) - {its_page})
            tally.own_pages += len(found & set(own.values()))
            tally.pages += len(found)
    return tally


def _found(typed: str, section: Page) -> set[int]:
    """The keys of the pages of the section that the backend finds."""
    pages = ContentPage.objects.child_of(section).filter(locale=section.locale_id)
    return {page.pk for page in get_search_backend().search(typed, pages)}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0
