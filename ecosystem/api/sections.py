"""The sections of the ecosystem: their own page with the part of the list that it shows."""

from typing import Literal

from pydantic import Field

from ecosystem.models import (
    CompetitionIndexPage,
    InitiativeIndexPage,
    MemberIndexPage,
    StrategyIndexPage,
)
from industry4.delivery.pages import PageType, expand_sections, register
from industry4.delivery.schemas import Section

from .competition import CompetitionCard
from .initiatives import InitiativeCard
from .members import MemberCard
from .strategy import StrategyDocumentCard


class MemberSection(Section):
    """The member list."""

    type: Literal["member_list"] = "member_list"
    items: list[MemberCard] = Field(validation_alias="shown")


class InitiativeSection(Section):
    """The initiative list."""

    type: Literal["initiative_list"] = "initiative_list"
    items: list[InitiativeCard] = Field(validation_alias="shown")


class StrategySection(Section):
    """The list of strategy documents."""

    type: Literal["strategy_document_list"] = "strategy_document_list"
    items: list[StrategyDocumentCard] = Field(validation_alias="shown")


class CompetitionSection(Section):
    """The list of editions of the competition."""

    type: Literal["competition_list"] = "competition_list"
    items: list[CompetitionCard] = Field(validation_alias="shown")


register(PageType(MemberIndexPage, MemberSection, expand=expand_sections))
register(PageType(InitiativeIndexPage, InitiativeSection, expand=expand_sections))
register(PageType(StrategyIndexPage, StrategySection, expand=expand_sections))
register(PageType(CompetitionIndexPage, CompetitionSection, expand=expand_sections))
