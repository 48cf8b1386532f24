"""Editions of the competition in the delivery API."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from ecosystem.models import CompetitionAct, CompetitionPage
from industry4.core.api import Moment, PageLink, RichText, Schema, page_data, rows
from industry4.delivery.lists import Id, ListQuery, page_item, page_list
from industry4.delivery.pages import PageType, register
from industry4.delivery.schemas import Card, Full, Listing, Summary, Topic

from .topics import topics

router = Router()

Stage = Literal["announced", "open", "closed", "judging", "judged", "decided", "published"]


def result_data(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """The results in the form of `Result`; members that are not public are left out."""
    return [
        {
            "place": row.place,
            "category": row.category,
            "member": member,
            "innovation": row.innovation,
            "citation": row.citation,
        }
        for row in rows
        if (member := page_data(row.target))
    ]


class Criterion(Schema):
    """What the jury judges by."""

    name: str
    description: str
    weight: int = Field(description="Of 100 for all criteria together.")


class Juror(Schema):
    """A person on the jury."""

    name: str
    role: str
    organisation: str


class Result(Schema):
    """Who was honoured, in which category, for what."""

    place: int = Field(description="1: the winner.")
    category: Topic
    member: PageLink
    innovation: str = Field(description="What it was honoured for.")
    citation: str = Field(description="Why the jury chose it.")


class CompetitionSummary(Summary):
    """What a listing shows of an edition."""

    type: Literal["competition"] = "competition"
    year: int
    stage: Stage = Field(
        description="Where it stands now. `judged`: awaiting the decision. `decided`: the results"
        " are not published yet."
    )


class CompetitionCard(Card, CompetitionSummary):
    """An edition of the competition in a listing."""


class Competition(Full, CompetitionSummary):
    """An edition of the competition: how to enter, who judges by what, and who won."""

    purpose: RichText
    rules: RichText
    prizes: RichText
    categories: Annotated[list[Topic], topics("category")] = rows("categories")
    criteria: list[Criterion] = rows("criteria")
    entries_open: Moment | None
    entries_close: Moment | None
    jury_from: datetime.date | None = Field(description="The first day of the jury’s work.")
    jury_to: datetime.date | None = Field(description="The last day of the jury’s work.")
    announcement: datetime.date | None = Field(description="When the results are announced.")
    ceremony: Moment | None
    jury: list[Juror] = rows("jury")
    results: Annotated[list[Result], BeforeValidator(result_data)] = Field(
        validation_alias="published_results", description="Empty until they are published."
    )


class CompetitionList(Listing):
    """A part of the editions."""

    items: list[Annotated[CompetitionCard | Competition, Field(discriminator="view")]]


class CompetitionQuery(ListQuery):
    """Which editions."""

    year: int | None = Field(None, ge=2000, le=2100)
    order: Literal["-year", "year", "title", "-title"] = "-year"

    def of(self, editions: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the editions that are asked for, in order."""
        if self.year:
            editions = editions.filter(year=self.year)
        return editions.order_by(self.order, "pk")


def fetch_acts(editions: Sequence[CompetitionPage]) -> tuple[()]:
    """Set on editions the acts that their stages follow from: one query. They show no cards."""
    acts = CompetitionAct.of_editions(edition.translation_key for edition in editions)
    for edition in editions:
        edition.acts = acts[edition.translation_key]
    return ()


COMPETITION = register(
    PageType(CompetitionPage, Competition, CompetitionCard, fetch_acts, fetch_acts)
)


@router.get(
    "/competitions/",
    response=CompetitionList,
    operation_id="competitions",
    summary="Editions of the competition",
)
def competitions(request: HttpRequest, query: Query[CompetitionQuery]) -> HttpResponse:
    """Editions of the competition, the latest first."""
    return page_list(request, query, COMPETITION)


@router.get(
    "/competitions/{int:id}/",
    response=Competition,
    operation_id="competition",
    summary="An edition of the competition",
)
def competition(request: HttpRequest, id: Id) -> HttpResponse:
    """An edition in full; with its results once they are published."""
    return page_item(request, COMPETITION, id)
