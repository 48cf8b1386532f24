"""The models of the ecosystem, one module per concept."""

from .board import AdvisoryBoardPage, BoardDecision, BoardMember
from .competition import (
    CompetitionCategory,
    CompetitionIndexPage,
    CompetitionPage,
    CompetitionResult,
    Criterion,
    EditionCategory,
    Juror,
)
from .competition_acts import CompetitionAct
from .initiatives import (
    InitiativeGoal,
    InitiativeIndexPage,
    InitiativePage,
    InitiativePartner,
    InitiativeResource,
)
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
    "Sector",
    "StrategyAuthor",
    "StrategyDocumentPage",
    "StrategyGoal",
    "StrategyIndexPage",
    "Technology",
]
