"""The search of the site: a question in a language, answered for the page and the API alike.

One statement finds what is public among the hits, ranks it and counts its kinds; a second one
fetches what is shown of the best.
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils.safestring import SafeString
from wagtail.models import Locale, Page, Site

from industry4.core import files
from industry4.core.addresses import AddressBook
from industry4.core.public import pages_of_site
from industry4.media.models import Document
from search.backends import dialect
from search.backends.matching import condition, wanted
from search.backends.ranking import relevance
from search.backends.texts import ANY_LANGUAGE

from . import kinds
from . import snippets as passages
from .documents import public_documents
from .models import IndexedObject
from .narrowing import Narrowing
from .questions import Question

EVERYTHING = Narrowing()
# What of the index is for finding, not for reading.
UNREAD = [f"entry__{name}" for name in ("title", "body", "autocomplete")]
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
MATCHING = """
SELECT entry_id, content_type_id, score FROM matching WHERE {types} AND object_id IN ({keys})
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
            of_kind=_among("content_type_id", kinds.content_types(kind)) if kind else "1 = 1",
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
        pages: QuerySet[Page] = pages_of_site(self.site).filter(
            locale__in=Locale.objects.filter(language_code=self.language)
        )
        if self.narrowing.of_members:
            pages = pages.filter(pk__in=self.narrowing.pages().order_by().values("pk"))
        shown: list[tuple[list[int], QuerySet]] = [(kinds.types_of_pages(), pages)]
        if not self.narrowing.of_members:
            types = kinds.content_types(kinds.BY_NAME["document"])
            shown.append((types, public_documents(self.site)))
        selected, parameters = [], []
        for types, objects in shown:
            keys, of_keys = _sql(objects.order_by().values("pk"))
            if keys:
                selected.append(MATCHING.format(types=_among("content_type_id", types), keys=keys))
                parameters += of_keys
        return " UNION ALL ".join(selected), parameters

    def _results(self, entries: list[int]) -> list[Result]:
        """What is shown of the entries, in their order: a query for pages, one for documents."""
        rows = IndexedObject.objects.filter(pk__in=entries).select_related("entry__indexed_text")
        objects = {row.pk: row for row in rows.defer(*UNREAD)}
        ids: dict[bool, list[int]] = {True: [], False: []}
        for row in objects.values():
            ids[kinds.kind_of(row.content_type_id).model is Document].append(row.object_id)
        pages = Page.objects.filter(pk__in=ids[False]).only("url_path").in_bulk()
        documents = {each.pk: each for each in files.documents(ids[True])} if ids[True] else {}
        words = [
            [set(reading.split()) for reading in alternatives]
            for alternatives in wanted(self.question.query, (self.language,), "body")
        ]
        terms = set().union(*chain.from_iterable(words))
        book = AddressBook()
        results = []
        for row in filter(None, map(objects.get, entries)):
            kind = kinds.kind_of(row.content_type_id)
            # What was deleted since it was found is not shown.
            if document := kind.model is Document and documents.get(row.object_id):
                href, language = document.url, document.language
                address = self.site.root_url + href
            elif page := kind.model is not Document and pages.get(row.object_id):
                href, address, language = book.href(page), book.url(page) or "", row.language
            else:
                continue
            text = row.entry.indexed_text
            in_title = {hit.term for hit in passages.hits(text.title, terms, self.language)}
            # Where the title has it all, the lead says more than a passage of the text.
            says_it_all = all(any(word <= in_title for word in readings) for readings in words)
            body = "" if says_it_all and text.lead else text.body
            results.append(
                Result(
                    kind,
                    row.object_id,
                    language,
                    text.title,
                    address,
                    href,
                    passages.marked(text.title, terms, self.language),
                    passages.snippet(text.lead, body, terms, self.language),
                    day_of(row.first_day),
                    day_of(row.last_day),
                )
            )
        return results


def day_of(number: int | None) -> datetime.date | None:
    """The day that stands in the index as a number."""
    return None if number is None else datetime.date.fromordinal(number)


def _sql(queryset: QuerySet[Any]) -> tuple[str, list[Any]]:
    """A query set as SQL with its parameters, "" where it cannot have any rows."""
    try:
        statement, parameters = queryset.query.get_compiler("default").as_sql()
    except EmptyResultSet:
        return "", []
    return statement, list(parameters)


def _among(column: str, numbers: list[int]) -> str:
    """The condition that a column has one of our own numbers: nothing comes from outside."""
    return f"{column} IN ({', '.join(str(int(number)) for number in numbers)})"
