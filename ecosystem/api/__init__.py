"""The ecosystem in the delivery API, one module per concept.

Members, initiatives, strategy documents, editions of the competition and the advisory board are
pages; sectors and technologies are what members are found by.
"""

from ninja import Router

from . import board, competition, initiatives, members, sections, strategy, topics
from .competition import CompetitionCard
from .initiatives import InitiativeCard
from .members import MemberCard
from .strategy import StrategyDocumentCard

router = Router(tags=["ecosystem"])
for part in (members, initiatives, strategy, competition, board, topics):
    router.add_router("", part.router)

__all__ = [
    "CompetitionCard",
    "InitiativeCard",
    "MemberCard",
    "StrategyDocumentCard",
    "router",
    "sections",
]
