"""The sections of the demo content in the order in which they are loaded.

Whatever refers to something else stands after it.
"""

from .content.about import ABOUT
from .content.announcements import ANNOUNCEMENTS
from .content.articles import STORIES
from .content.board import BOARD
from .content.competition import EDITIONS
from .content.events import NEAR
from .content.events_far import FAR
from .content.formal import CONTACT, FORMAL
from .content.front import HOME
from .content.indexes import INDEXES
from .content.initiative_samples import SAMPLES as SAMPLE_INITIATIVES
from .content.initiatives import LEARNING
from .content.initiatives_region import REGION
from .content.member_samples import SAMPLES as SAMPLE_MEMBERS
from .content.members import MEMBERS
from .content.menus import MENUS
from .content.strategy import STRATEGY
from .content.topics import topics
from .values import Item

SECTIONS: dict[str, list[Item]] = {
    "topics": topics(),
    "sections": INDEXES,
    "strategy": STRATEGY,
    "members": [*MEMBERS, *SAMPLE_MEMBERS],
    "initiatives": [*LEARNING, *REGION, *SAMPLE_INITIATIVES],
    "competition": EDITIONS,
    "pages": [*BOARD, *CONTACT, *ABOUT, *FORMAL],
    "events": [*NEAR, *FAR],
    "articles": [*STORIES, *ANNOUNCEMENTS],
    "home": HOME,
    "menus": MENUS,
}
