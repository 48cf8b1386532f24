"""Strategy documents in the delivery API."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from ecosystem.models import StrategyDocumentPage
from industry4.core.api import (
    FileByKey,
    Names,
    PageLink,
    PageTarget,
    RichText,
    Schema,
    page_data,
    rows,
)
from industry4.delivery.lists import Id, ListQuery, page_item, page_list
from industry4.delivery.pages import PageType, register
from industry4.delivery.schemas import Body, Card, Full, Listing, Summary

from .parameters import Day

router = Router()

Kind = Literal["strategy", "overview", "study", "interviews"]
Status = Literal["draft", "adopted", "superseded"]

# As on the site, documents that are not adopted yet come last, whatever the direction.
ORDERS: dict[str, Any] = {
    "-adopted_on": F("adopted_on").desc(nulls_last=True),
    "adopted_on": F("adopted_on").asc(nulls_last=True),
}


def linked_initiatives(links: Iterable[Any]) -> list[dict[str, Any]]:
    """The initiatives of links to a goal, in the form of `PageLink`."""
    return [data for link in links if (data := page_data(link.initiative))]


class Goal(Schema):
    """A goal of the document, with the initiatives that serve it."""

    id: int | None = Field(description="Null only in a preview of a goal that is new.")
    code: str = Field(description="As in the document, such as `1.2`.")
    title: str
    text: str
    initiatives: Annotated[list[PageLink], BeforeValidator(linked_initiatives)] = Field(
        validation_alias="public_links", description="In the language of the document, by title."
    )


class StrategyDocumentSummary(Summary):
    """What a listing shows of a document."""

    type: Literal["strategy_document"] = "strategy_document"
    kind: Kind
    status: Status
    adopted_on: datetime.date | None


class StrategyDocumentCard(Card, StrategyDocumentSummary):
    """A strategy, an overview, a study or a report in a listing."""


class StrategyDocument(Full, StrategyDocumentSummary):
    """A strategy, an overview, a study or a report, with its file and its goals."""

    successor: PageTarget = Field(
        description="The document that stands in its place, where it is superseded."
    )
    authors: Names = rows("authors")
    document: FileByKey = Field(validation_alias="document_id", description="The file itself.")
    summary: RichText
    body: Body
    goals: list[Goal] = Field(validation_alias="linked_goals")


class StrategyDocumentList(Listing):
    """A part of the strategy documents."""

    items: list[Annotated[StrategyDocumentCard | StrategyDocument, Field(discriminator="view")]]


class StrategyDocumentQuery(ListQuery):
    """Which strategy documents."""

    kind: Kind | None = None
    status: Status | None = None
    adopted_after: Day | None = Field(
        None, description="From this day on. Leaves out what is not adopted."
    )
    order: Literal["-adopted_on", "adopted_on", "title", "-title"] = Field(
        "-adopted_on", description="What has no date of adoption comes last in either direction."
    )

    def of(self, documents: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the documents that are asked for, in order."""
        if self.kind:
            documents = documents.filter(kind=self.kind)
        if self.status:
            documents = documents.filter(status=self.status)
        if self.adopted_after:
            documents = documents.filter(adopted_on__gte=self.adopted_after)
        return documents.order_by(ORDERS.get(self.order, self.order), "title", "pk")


def link_goals(documents: Sequence[Any]) -> tuple[()]:
    """Set on documents their goals with the initiatives that serve them. They show no cards."""
    for document, goals in zip(documents, StrategyDocumentPage.goals_of(documents), strict=True):
        document.linked_goals = goals
    return ()


STRATEGY_DOCUMENT = register(
    PageType(StrategyDocumentPage, StrategyDocument, StrategyDocumentCard, link_goals)
)


@router.get(
    "/strategy-documents/",
    response=StrategyDocumentList,
    operation_id="strategy_documents",
    summary="Strategy documents",
)
def strategy_documents(request: HttpRequest, query: Query[StrategyDocumentQuery]) -> HttpResponse:
    """Strategies, overviews, studies and reports, the latest adopted first."""
    return page_list(request, query, STRATEGY_DOCUMENT)


@router.get(
    "/strategy-documents/{int:id}/",
    response=StrategyDocument,
    operation_id="strategy_document",
    summary="A strategy document",
)
def strategy_document(
    request: HttpRequest,
    id: Id,
) -> HttpResponse:
    """A document in full."""
    return page_item(request, STRATEGY_DOCUMENT, id)
