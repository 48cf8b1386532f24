"""Initiatives in the delivery API."""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BeforeValidator, Field
from wagtail.models import Page

from ecosystem.models import InitiativeGoal, InitiativePage, StrategyGoal
from industry4.core import references
from industry4.core.api import (
    PageLink,
    PageTarget,
    RichText,
    Schema,
    Targets,
    page_data,
    rows,
)
from industry4.core.dates import Precision, last_day
from industry4.delivery.lists import Id, ListQuery, page_item, page_list
from industry4.delivery.pages import PageType, register
from industry4.delivery.schemas import Answer, Body, Card, Full, Listing, Summary

from .parameters import Day

router = Router()

Status = Literal["idea", "running", "completed"]

# What is not dated comes last, whatever the direction.
ORDERS: dict[str, Any] = {
    "start": F("start_date").asc(nulls_last=True),
    "-start": F("start_date").desc(nulls_last=True),
}


def served_goals(found: Iterable[Any]) -> list[dict[str, Any]]:
    """The goals that rows name, in the form of `ServedGoal`; those not public are left out."""
    return [
        {"id": goal.pk, "code": goal.code, "title": goal.title, "document": document}
        for row in found
        if (goal := row.target) and (document := page_data(goal.document_page))
    ]


class PartialDate(Schema):
    """A date as far as it is known."""

    date: str = Field(
        description="ISO 8601 with what is known and no more, ready to show.",
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        examples=["2026", "2026-03", "2026-03-01"],
    )
    precision: Literal["day", "month", "year"]


class Resource(Schema):
    """What the initiative needs."""

    what: str
    amount: Decimal | None = Field(description="In EUR; null: not known, or not money.")
    period: Literal["once", "yearly"] = Field(description="Whether the amount is needed each year.")
    source: str = Field(description="Who pays.")
    note: str


class ResourceSums(Answer):
    """The amounts of all resources together, in EUR; null where none is stated."""

    once: Decimal | None = None
    yearly: Decimal | None = None


class ServedGoal(Schema):
    """A strategic goal that the initiative serves."""

    id: int
    code: str = Field(description="As in the document, such as `1.2`.")
    title: str
    document: PageLink = Field(description="The strategy document that states it.")


class InitiativeSummary(Summary):
    """What a listing shows of an initiative."""

    type: Literal["initiative"] = "initiative"
    status: Status
    start: PartialDate | None = Field(description="Null where it is not known.")
    end: PartialDate | None = Field(description="Null where no end is known.")


class InitiativeCard(Card, InitiativeSummary):
    """An initiative in a listing."""


class Initiative(Full, InitiativeSummary):
    """An initiative, told so that another region could do the same."""

    lead: PageTarget = Field(
        validation_alias="lead_member", description="The member that answers for it."
    )
    partners: Targets = rows("partners", "Members that take part.")
    location: str
    body: Body
    resources: list[Resource] = rows("resources")
    resource_sums: ResourceSums
    evidence: RichText = Field(description="What shows that it works.")
    difficulties: RichText = Field(description="What was hard, and how it was dealt with.")
    learning: RichText = Field(description="What others can take over.")
    expert_opinion: str = Field(description="What an expert from outside says of it.")
    expert_name: str
    expert_role: str
    goals: Annotated[list[ServedGoal], BeforeValidator(served_goals)] = rows("goals")
    contact_person: str
    contact_email: str
    contact_phone: str


class InitiativeList(Listing):
    """A part of the initiatives."""

    items: list[Annotated[InitiativeCard | Initiative, Field(discriminator="view")]]


class InitiativeQuery(ListQuery):
    """Which initiatives."""

    status: Status | None = None
    partner: Id | None = Field(
        None, description="The id of a member that takes part, in either language."
    )
    lead: Id | None = Field(
        None, description="The id of the member that answers for it, in either language."
    )
    goal: Id | None = Field(None, description="The id of a strategic goal, in either language.")
    running_on: Day | None = Field(
        None,
        description="Had begun by this day and had not ended. A month or a year counts whole:"
        " what ends in `2026-06` lasts to 30 June. Leaves out what has no start.",
    )
    order: Literal["title", "-title", "start", "-start"] = Field(
        "title", description="What has no start comes last in either direction."
    )

    def of(self, initiatives: Any) -> QuerySet[Any]:
        """Those of the initiatives that are asked for, in order."""
        if self.status:
            initiatives = initiatives.filter(status=self.status)
        if self.partner:
            initiatives = initiatives.with_partner(self.partner)
        if self.lead:
            initiatives = initiatives.led_by(self.lead)
        if self.goal:
            key = keys(StrategyGoal.public(), self.goal)
            links = InitiativeGoal.objects.filter(goal__translation_key__in=key)
            initiatives = initiatives.filter(pk__in=links.values("initiative"))
        if self.running_on:
            initiatives = initiatives.filter(running_on(self.running_on))
        return initiatives.order_by(ORDERS.get(self.order, self.order), "title", "pk")


def keys(public: QuerySet[Any], pk: int) -> QuerySet[Any]:
    """What the translations of one of these share; of what is not public nothing can be asked."""
    return public.filter(pk=pk).order_by().values("translation_key")


def running_on(day: datetime.date) -> Q:
    """The condition that an initiative had begun by a day and had not ended.

    A start or an end known by its month or its year stands for all of its days.
    """
    latest_start = {precision: last_day(day, precision) for precision in Precision}
    earliest_end = {
        Precision.DAY: day,
        Precision.MONTH: day.replace(day=1),
        Precision.YEAR: day.replace(month=1, day=1),
    }
    has_begun, has_not_ended = Q(), Q(end_date__isnull=True)
    for precision in Precision:
        has_begun |= Q(start_precision=precision, start_date__lte=latest_start[precision])
        has_not_ended |= Q(end_precision=precision, end_date__gte=earliest_end[precision])
    return has_begun & has_not_ended


def fetch_goals(initiatives: Sequence[InitiativePage]) -> tuple[Page, ...]:
    """Fetch the goals that initiatives name, in all languages: one query. They show no cards."""
    ids = [row.goal_id for initiative in initiatives for row in initiative.rows.goals]
    references.current().add_translations(StrategyGoal, ids)
    return ()


INITIATIVE = register(PageType(InitiativePage, Initiative, InitiativeCard, fetch_goals))


@router.get(
    "/initiatives/", response=InitiativeList, operation_id="initiatives", summary="Initiatives"
)
def initiatives(request: HttpRequest, query: Query[InitiativeQuery]) -> HttpResponse:
    """Initiatives, by title."""
    return page_list(request, query, INITIATIVE)


@router.get(
    "/initiatives/{int:id}/",
    response=Initiative,
    operation_id="initiative",
    summary="An initiative",
)
def initiative(request: HttpRequest, id: Id) -> HttpResponse:
    """An initiative in full."""
    return page_item(request, INITIATIVE, id)
