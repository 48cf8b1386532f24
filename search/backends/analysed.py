"""What the backends of both databases share: how objects are indexed, found and ordered."""

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count, Model, OrderBy, QuerySet
from django.db.models.fields.related_lookups import RelatedExact
from django.db.models.lookups import Exact
from django.db.models.sql.where import WhereNode
from modelsearch.backends.base import (
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
    EmptySearchResults,
    FilterFieldError,
)
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_content_type_pk
from wagtail.models import Locale
from wagtail.search.models import IndexEntry

from search import analysis
from search.models import IndexedObject, IndexedText
from search.models.indexed import INITIALS

from .matching import Dialect, condition, wanted
from .ranking import relevance
from .texts import Texts, languages

LONGEST_QUERY = 1_000
LONGEST_BEGINNING = 100


class AnalysedIndex(ABC):
    """Writes entries of lexemes, and beside each its texts. Mixed into the database's index."""

    backend: Any

    @abstractmethod
    def columns(self, texts: Texts) -> dict[str, Any]:
        """The values of an entry's `title`, `body` and `autocomplete`."""

    def add_items(self, model: type[Model], objects: Iterable[Any]) -> None:
        """Index objects of one model anew: three statements for all of them."""
        if not model.get_search_fields():  # type: ignore[attr-defined]  # of Indexed
            return
        codes = languages()
        found = [(instance.pk, Texts(instance, codes)) for instance in objects]
        if not found:
            return
        type_id = get_content_type_pk(model)
        entries = IndexEntry.objects.bulk_create(
            [
                IndexEntry(content_type_id=type_id, object_id=str(pk), **self.columns(texts))
                for pk, texts in found
            ],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "body", "autocomplete"],
        )
        stand_beside(
            IndexedObject,
            [indexed_object(entry, t) for entry, (_, t) in zip(entries, found, strict=True)],
        )
        stand_beside(
            IndexedText,
            [indexed_text(entry, t) for entry, (_, t) in zip(entries, found, strict=True)],
        )

    def delete_item(self, item: Any) -> None:
        """Take an object out of the index."""
        for model in (IndexedObject, IndexedText):
            beside = model.objects.filter(entry__in=item.index_entries.all())
            beside._raw_delete(using=self.write_connection.alias)  # type: ignore[attr-defined]
        super().delete_item(item)  # type: ignore[misc]

    def reset(self) -> None:
        """Empty the index."""
        for model in (IndexedObject, IndexedText):
            model.objects.all()._raw_delete(using=self.write_connection.alias)  # type: ignore[attr-defined]
        super().reset()  # type: ignore[misc]

    def _refresh_title_norms(self, full: bool = False) -> None:  # noqa: B027  (replaces its own)
        """Nothing: the order does not go by them, and to renew them reads the whole table."""


def stand_beside(model: type[Model], rows: list[Any]) -> None:
    """Store what stands beside entries, in place of what stood there."""
    names = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["entry"], update_fields=names
    )


def indexed_object(entry: IndexEntry, texts: Texts) -> IndexedObject:
    """What stands beside an entry to rank it by, not yet stored."""
    first, last = (day.toordinal() if day else None for day in texts.days)
    return IndexedObject(
        entry=entry,
        content_type_id=entry.content_type_id,
        object_id=int(entry.object_id),
        language=texts.language,
        title_terms=f" {texts.terms.title} ",
        lead_terms=f" {texts.terms.lead} ",
        first_day=first,
        last_day=last,
        latest_day=last or first or 0,
        initials=analysis.fold_text(texts.title[:LONGEST_BEGINNING])[:INITIALS],
        analysis=analysis.VERSION,
    )


def indexed_text(entry: IndexEntry, texts: Texts) -> IndexedText:
    """What stands beside an entry to be read, not yet stored."""
    return IndexedText(entry=entry, title=texts.title, lead=texts.lead, body=texts.body)


def languages_of(queryset: QuerySet) -> tuple[str, ...]:
    """The languages that a query set is restricted to by its locale; all where it is not."""

    def locales(node: WhereNode) -> Iterator[Any]:
        if node.negated or node.connector != "AND":
            return
        for child in node.children:
            if isinstance(child, WhereNode):
                yield from locales(child)
            elif isinstance(child, Exact | RelatedExact) and (
                getattr(getattr(child.lhs, "target", None), "related_model", None) is Locale
            ):
                yield child.rhs

    asked = set(locales(queryset.query.where))
    codes = languages() if asked else {}
    return tuple(codes[pk] for pk in asked if pk in codes) or analysis.LANGUAGES


class Compiler(BaseSearchQueryCompiler):
    """A query in words over any query set of an indexed model."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    column = "body"
    dialect: Dialect

    def matching(self) -> QuerySet:
        """The objects that answer the query, in no order."""
        if isinstance(self.query, MatchAll):
            return self.queryset
        if isinstance(self.query, Not) and isinstance(self.query.subquery, MatchAll):
            return self.queryset.none()
        column = "title" if self.fields == ["title"] else self.column
        found = condition(self.query, self.dialect, languages_of(self.queryset), column)
        if found is None:
            return self.queryset.none()
        return self.dialect.joined(self.queryset, "in_index__").filter(found)

    def ordered(self, score_field: str | None) -> QuerySet:
        """The objects that answer the query, the best first or as the query set says."""
        queryset = self.matching()
        words = wanted(self.query, languages_of(self.queryset), self.column)
        score = relevance(words, "in_index__")
        if score_field:
            queryset = queryset.annotate(**{score_field: score})
        if self.order_by_relevance:
            return queryset.order_by(OrderBy(score, descending=True), "-pk")
        return queryset if queryset.query.order_by else queryset.order_by("-pk")


class Results(BaseSearchResults):
    """Objects found, counted and grouped by the database."""

    supports_facet = True

    def _do_search(self) -> list[Any]:
        return list(self.query_compiler.ordered(self._score_field)[self.start : self.stop])

    def _do_count(self) -> int:
        return self.query_compiler.matching().order_by()[self.start : self.stop].count()

    def facet(self, field_name: str) -> OrderedDict[Any, int]:
        """How many of the results have each value of a field.

        Raises FilterFieldError for a field that the index does not filter by.
        """
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(f"{field_name} is no FilterField.", field_name=field_name)
        counted = (
            self.query_compiler.matching()
            .order_by()
            .values(field_name)
            .annotate(count=Count("pk"))
            .order_by("-count")
        )
        return OrderedDict(counted.values_list(field_name, "count"))


class AnalysedBackend(BaseSearchBackend):
    """A query that says nothing finds nothing. Mixed in before the database's backend."""

    results_class = Results
    # Of modelsearch's indexers, which ours stand in for.
    config = autocomplete_config = None

    def _search(self, query_compiler_class: type, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, str):
            query = query[:LONGEST_QUERY]
            if not analysis.words(query):
                return EmptySearchResults()
        return super()._search(query_compiler_class, query, *args, **kwargs)
