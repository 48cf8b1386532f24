"""The models of the ecosystem, one module per concept."""

from .board import AdvisoryBoardPage, BoardDecision, BoardMember
from .competition import CompetitionIndexPage, CompetitionPage
from .competition_acts import CompetitionAct, PublishedRules, RulesChange
from .competition_questions import EligibilityQuestion, EntryQuestion
from .competition_rows import (
    CompetitionCategory,
    CompetitionResult,
    Criterion,
    EditionCategory,
    Juror,
)
from .initiative_rows import InitiativeGoal, InitiativePartner, InitiativeResource
from .initiatives import InitiativeIndexPage, InitiativePage
from .members import MemberIndexPage, MemberPage, MemberSector, MemberTechnology
from .strategy import StrategyAuthor, StrategyDocumentPage, StrategyGoal, StrategyIndexPage
from .topics import Sector, Technology

__all__ = [
    "AdvisoryBoardPage",
    "BoardDecision",
    "BoardMember",
    "CompetitionAct",
    "CompetitionCategory",
    "CompetitionIndexPage",
    "CompetitionPage",
    "CompetitionResult",
    "Criterion",
    "EditionCategory",
    "EligibilityQuestion",
    "EntryQuestion",
    "InitiativeGoal",
    "InitiativeIndexPage",
    "InitiativePage",
    "InitiativePartner",
    "InitiativeResource",
    "Juror",
    "MemberIndexPage",
    "MemberPage",
    "MemberSector",
    "MemberTechnology",
    "PublishedRules",
    "RulesChange",
    "Sector",
    "StrategyAuthor",
    "StrategyDocumentPage",
    "StrategyGoal",
    "StrategyIndexPage",
    "Technology",
]
