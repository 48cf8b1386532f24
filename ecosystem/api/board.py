"""The advisory board in the delivery API."""

import datetime
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from ecosystem.models import AdvisoryBoardPage
from industry4.core.api import FileByKey, RichText, Schema, rows
from industry4.delivery.lists import Id, ListQuery, page_item, page_list
from industry4.delivery.pages import PageType, register
from industry4.delivery.schemas import Card, Full, Listing, Summary

router = Router()


class BoardMember(Schema):
    """A person on the board."""

    name: str
    role: str
    organisation: str
    side: Literal["business", "education", "public", "expert"] = Field(
        description="For whom this person speaks: companies, education and science, the public"
        " sector, or as an expert."
    )


class Decision(Schema):
    """What the board decided."""

    date: datetime.date
    text: str
    document: FileByKey = Field(
        validation_alias="document_id", description="The minutes or the document, if it is public."
    )


class BoardSummary(Summary):
    """What a listing shows of the board."""

    type: Literal["board"] = "board"


class BoardCard(Card, BoardSummary):
    """The advisory board in a listing."""


class Board(Full, BoardSummary):
    """The advisory board: what it is for, who is on it, and what it decided."""

    purpose: RichText
    members: list[BoardMember] = rows("members")
    decisions: list[Decision] = rows("decisions")


class BoardList(Listing):
    """The boards; in most cases one for each language."""

    items: list[Annotated[BoardCard | Board, Field(discriminator="view")]]


class BoardQuery(ListQuery):
    """Which boards."""

    order: Literal["title", "-title"] = "title"

    def of(self, boards: QuerySet[Any]) -> QuerySet[Any]:
        """The boards in order."""
        return boards.order_by(self.order, "pk")


BOARD = register(PageType(AdvisoryBoardPage, Board, BoardCard))


@router.get("/board/", response=BoardList, operation_id="boards", summary="The advisory board")
def boards(request: HttpRequest, query: Query[BoardQuery]) -> HttpResponse:
    """The advisory board as a list, which holds one page for each language."""
    return page_list(request, query, BOARD)


@router.get(
    "/board/{int:id}/", response=Board, operation_id="board", summary="The advisory board by its id"
)
def board(request: HttpRequest, id: Id) -> HttpResponse:
    """The advisory board in full."""
    return page_item(request, BOARD, id)
