"""Editions of the competition in the delivery API."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from ecosystem.models import CompetitionAct, CompetitionPage
from ecosystem.models import RulesChange as Changes
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
            "company": row.target.title if member else row.company,
            "innovation": row.innovation,
            "citation": row.citation,
        }
        for row in rows
        if (member := page_data(row.target)) or not row.member_id
    ]


def winner_data(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Those of the results that have a place."""
    return result_data(row for row in rows if row.place is not None)


def finalist_data(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Those of the results that have none, in the form of `Finalist`."""
    return result_data(row for row in rows if row.place is None)


class Criterion(Schema):
    """What the jury judges by."""

    name: str
    description: str
    weight: int = Field(description="Of 100 for all criteria together.")
    scale: int = Field(description="The highest score; the lowest is 1.")


class Condition(Schema):
    """What every entrant has to confirm."""

    text: str
    help_text: str


class EntryQuestion(Schema):
    """A question of the entry form."""

    label: str
    help_text: str
    kind: Literal["short", "long", "number", "choice", "file", "link"]
    is_required: bool


class RulesChange(Schema):
    """That criteria, conditions or questions changed after entries opened."""

    date: datetime.date
    reason: str


class Juror(Schema):
    """A person on the jury."""

    name: str
    role: str
    organisation: str


class Result(Schema):
    """Who was honoured, in which category, for what."""

    place: int = Field(description="1: the winner.")
    category: Topic
    member: PageLink | None = Field(description="Null for a company that is no member.")
    company: str = Field(description="Its name, of a member as well.")
    innovation: str = Field(description="What it was honoured for.")
    citation: str = Field(description="Why the jury chose it.")


class Finalist(Schema):
    """Who came close, without a place, and agreed to be named."""

    category: Topic
    member: PageLink | None = Field(description="Null for a company that is no member.")
    company: str = Field(description="Its name, of a member as well.")
    innovation: str = Field(description="What it entered with.")


class Judged(Schema):
    """How an edition was judged, in numbers and in words."""

    entries: int = Field(description="How many were submitted.")
    eligible: int = Field(description="How many of them met the conditions and were judged.")
    jurors: int
    sheets: int = Field(description="How many score sheets of jurors counted.")
    recusals: int = Field(description="How often a juror stayed away from an entry.")
    normalisation: Literal["none", "z_score"]
    departures: int = Field(
        description="The categories in which the decision is not what the ranking says."
    )
    sentences: list[str] = Field(description="The same in words, with how entries were ranked.")


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
    eligibility: list[Condition] = rows("eligibility", "All of them are to be confirmed.")
    questions: list[EntryQuestion] = rows("questions", "What the entry form asks.")
    rules_changes: list[RulesChange] = Field(
        description="Why any of these changed after entries opened, the latest first."
    )
    entries_open: Moment | None
    entries_close: Moment | None
    jury_from: datetime.date | None = Field(description="The first day of the jury’s work.")
    jury_to: datetime.date | None = Field(description="The last day of the jury’s work.")
    announcement: datetime.date | None = Field(description="When the results are announced.")
    ceremony: Moment | None
    jury: list[Juror] = rows("jury")
    results: Annotated[list[Result], BeforeValidator(winner_data)] = Field(
        validation_alias="published_results", description="Empty until they are published."
    )
    finalists: Annotated[list[Finalist], BeforeValidator(finalist_data)] = Field(
        validation_alias="published_results", description="Empty until results are published."
    )
    summary: Judged | None = Field(
        validation_alias="judged",
        description="Null until results are published, and for editions judged elsewhere.",
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


def fetch_acts(editions: Sequence[CompetitionPage]) -> None:
    """Set on editions the acts that their stages follow from: one query."""
    acts = CompetitionAct.of_editions(edition.translation_key for edition in editions)
    for edition in editions:
        edition.acts = acts[edition.translation_key]


def expand(editions: Sequence[CompetitionPage]) -> tuple[()]:
    """Also why their rules changed: one query more. They show no cards."""
    fetch_acts(editions)
    changes = Changes.of_editions(edition.translation_key for edition in editions)
    for edition in editions:
        edition.rules_changes = changes[edition.translation_key]
    return ()


COMPETITION = register(PageType(CompetitionPage, Competition, CompetitionCard, expand, fetch_acts))


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
