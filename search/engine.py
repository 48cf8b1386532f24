"""The search of the site: a question in a language, answered for the page and the API alike.

One statement finds what is public among the hits, ranks it and counts its kinds; others fetch
what is shown of the best.
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Left
from django.utils.safestring import SafeString
from wagtail.models import Locale, Page, Site

from industry4.core import files
from industry4.core.addresses import AddressBook
from industry4.core.public import pages_of_site
from industry4.core.translation.states import languages
from industry4.media.models import Document
from search.backends import dialect
from search.backends.matching import condition, wanted
from search.backends.ranking import relevance
from search.backends.texts import ANY_LANGUAGE

from . import kinds
from .documents import public_documents
from .models import IndexedObject
from .narrowing import Narrowing
from .questions import Question
from .snippets import LONGEST_READ, Terms, marked, snippet

EVERYTHING = Narrowing()
# Below these many results a word may be misspelt, or be one of the other language.
FEW, FEWER_THAN_HOPED = 3, 5
# What of an entry is shown; of its text, as much as is read for a snippet.
SHOWN = (
    *("entry_id", "content_type_id", "object_id", "language", "first_day", "last_day"),
    *("entry__indexed_text__title", "entry__indexed_text__lead"),
    Left("entry__indexed_text__body", LONGEST_READ),
)
# In this order, whatever the database would guess: what matches is little, and public pages many.
# The hits are found once, to be counted and to have the best taken from them.
FOUND = """
WITH matching AS MATERIALIZED ({matching}),
hits AS MATERIALIZED ({public})
SELECT best.*, 0 FROM (
    SELECT * FROM hits WHERE {of_kind} ORDER BY score DESC, entry_id DESC LIMIT %s OFFSET %s
) AS best
UNION ALL
SELECT NULL, content_type_id, NULL, COUNT(*) FROM hits GROUP BY content_type_id
"""


@dataclass(frozen=True)
class Result:
    """A page or a document that answers the question.

    `address` is full, `href` what a link says; `marked_title` and `snippet` are HTML whose only
    tags are `<mark>`. The days are those on which it was published or takes place.
    """

    kind: kinds.Kind
    id: int
    language: str
    title: str
    address: str
    href: str
    marked_title: SafeString
    snippet: SafeString
    first_day: datetime.date | None
    last_day: datetime.date | None


@dataclass(frozen=True)
class Found:
    """The results that were asked for, out of `count`; `kinds` counts those of every kind."""

    results: list[Result]
    count: int
    kinds: Counter[str]


@dataclass(frozen=True)
class Elsewhere:
    """What the question finds in another language, of `count` that are not in this one."""

    language: str
    results: list[Result]
    count: int


class Search:
    """One question in one language, on one site, narrowed or not."""

    def __init__(
        self,
        question: Question,
        language: str,
        site: Site,
        narrowing: Narrowing = EVERYTHING,
    ) -> None:
        self.question = question
        self.language = language
        self.site = site
        self.narrowing = narrowing

    def found(self, start: int = 0, size: int = 20) -> Found:
        """The results from `start` on, at most `size` of them, with the counts of all."""
        kind = kinds.BY_NAME.get(self.narrowing.kind)
        matching, parameters = _sql(self._matching())
        public, of_public = self._public()
        if not matching or not public:
            return Found([], 0, Counter())
        statement = FOUND.format(
            matching=matching,
            public=public,
            of_kind=_of_types(kinds.content_types(kind)) if kind else "1 = 1",
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*parameters, *of_public, size, start])
            rows = cursor.fetchall()
        best = [entry for entry, _type, _score, _count in rows if entry is not None]
        counts: Counter[str] = Counter()
        for entry, content_type, _score, count in rows:
            if entry is None:
                counts[kinds.kind_of(content_type).name] += count
        total = counts[kind.name] if kind else counts.total()
        return Found(self._results(best), total, counts)

    def elsewhere(self, found: Found, size: int) -> Elsewhere | None:
        """What the other language has beside the few that were found; None for nothing.

        At most `size` results. Documents of both languages are found in both.
        """
        [language] = [code for code in languages() if code != self.language]
        there = Search(self.question, language, self.site, self.narrowing)
        more = there.found(size=size + len(found.results))
        here = {(result.kind, result.id) for result in found.results}
        results = [each for each in more.results if (each.kind, each.id) not in here]
        count = more.count - (len(more.results) - len(results))
        return Elsewhere(language, results[:size], count) if count else None

    def _matching(self) -> QuerySet[Any]:
        """What of the index answers, public or not, each with its score."""
        of_database = dialect()
        answers = condition(self.question.query, of_database, (self.language,), "body")
        objects = IndexedObject.objects.filter(language__in=[self.language, ANY_LANGUAGE])
        if answers is None:
            return objects.none()
        words = wanted(self.question.query, (self.language,), "body")
        return (
            of_database.joined(objects, "")
            .filter(answers, self.narrowing.days)
            .annotate(score=relevance(words, ""))
            .values("entry_id", "content_type_id", "object_id", "score")
        )

    def _public(self) -> tuple[str, list[Any]]:
        """The matches that are public, as SQL with its parameters."""
        roots = Site.get_site_root_paths()
        homes = tuple(root.root_path for root in roots if root.site_id == self.site.pk)
        pages, of_pages = public_pages_sql(self.site, homes, self.language)
        if not pages:
            return "", []
        if self.narrowing.of_members:
            members, of_members = _sql(self.narrowing.pages().order_by().values("pk"))
            if not members:
                return "", []
            return _selected(kinds.types_of_pages(), pages, members), [*of_pages, *of_members]
        documents, of_documents = public_documents_sql(self.site, homes)
        types = kinds.content_types(kinds.BY_NAME["document"])
        both = f"{_selected(kinds.types_of_pages(), pages)} UNION ALL {_selected(types, documents)}"
        return both, [*of_pages, *of_documents]

    def _results(self, entries: list[int]) -> list[Result]:
        """What is shown of the entries, in their order: a query for pages, one for documents."""
        rows = {
            row.entry_id: row
            for row in IndexedObject.objects.filter(pk__in=entries).values_list(*SHOWN, named=True)
        }
        ids: dict[bool, list[int]] = {True: [], False: []}
        for row in rows.values():
            ids[kinds.kind_of(row.content_type_id).model is Document].append(row.object_id)
        pages = Page.objects.filter(pk__in=ids[False]).only("url_path").in_bulk()
        documents = {each.pk: each for each in files.documents(ids[True])} if ids[True] else {}
        book = AddressBook()
        terms = Terms(wanted(self.question.query, (self.language,), "body"))
        results = []
        for row in filter(None, map(rows.get, entries)):
            # What was deleted since it was found is not shown.
            kind = kinds.kind_of(row.content_type_id)
            if document := kind.model is Document and documents.get(row.object_id):
                href, language = document.url, document.language
                address = self.site.root_url + href
            elif page := kind.model is not Document and pages.get(row.object_id):
                href, address, language = book.href(page), book.url(page) or "", row.language
            else:
                continue
            title, lead, body = row[-3:]
            # Where the title has it all, the lead says more than a passage of the text.
            body = "" if lead and terms.are_all_in(title, self.language) else body
            results.append(
                Result(
                    kind,
                    row.object_id,
                    language,
                    title,
                    address,
                    href,
                    marked(title, terms.all, self.language),
                    snippet(lead, body, terms.all, self.language),
                    day_of(row.first_day),
                    day_of(row.last_day),
                )
            )
        return results


@lru_cache(maxsize=64)
def public_pages_sql(site: Site, homes: tuple[str, ...], language: str) -> tuple[str, list[Any]]:
    """The keys of the public pages of a site in a language, as SQL; put together once.

    `homes`, the places of its home pages, are what it may change with.
    """
    # One value, read once: PostgreSQL would look a list up for each page.
    locale = Locale.objects.filter(language_code=language).values("pk")[:1]
    return _sql(pages_of_site(site).filter(locale=locale).order_by().values("pk"))


@lru_cache(maxsize=64)
def public_documents_sql(site: Site, homes: tuple[str, ...]) -> tuple[str, list[Any]]:
    """The keys of the public documents of a site, likewise."""
    return _sql(public_documents(site).values("pk"))


def _selected(types: list[int], *keys: str) -> str:
    """Those of the matches that are of the types and among all of the keys."""
    among = [_of_types(types), *(f"object_id IN ({of_objects})" for of_objects in keys)]
    return f"SELECT entry_id, content_type_id, score FROM matching WHERE {' AND '.join(among)}"  # noqa: S608  (compiled queries and numbers)


def _of_types(types: list[int]) -> str:
    """The condition that a row is of one of the types: our own numbers, none from outside."""
    return f"content_type_id IN ({', '.join(str(int(pk)) for pk in types)})"


def _sql(queryset: QuerySet[Any]) -> tuple[str, list[Any]]:
    """A query set as SQL with its parameters, "" where it cannot have any rows."""
    try:
        statement, parameters = queryset.query.get_compiler("default").as_sql()
    except EmptyResultSet:
        return "", []
    return statement, list(parameters)


def day_of(number: int | None) -> datetime.date | None:
    """The day that stands in the index as a number."""
    return None if number is None else datetime.date.fromordinal(number)
