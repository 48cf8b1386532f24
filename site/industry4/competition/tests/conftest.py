"""What tests of the competition share: a juror with an entry to score, the response cache."""

import pytest
from django.utils import timezone

from ecosystem.stages import Stage
from industry4.competition.models import Proceedings
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    SeatFactory,
    new_edition,
)
from industry4.core.tests.conftest import switched_on
from industry4.testing.editors import sign_in

__all__ = ["switched_on"]


@pytest.fixture
def edition():
    """An edition whose judging is open."""
    edition = new_edition(Stage.JUDGING)
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    return edition


@pytest.fixture
def seat(edition):
    """A juror's seat on it."""
    return SeatFactory(edition=edition)


@pytest.fixture
def juror(client, seat):
    """That juror, signed in."""
    return sign_in(client, seat.user)


@pytest.fixture
def entry(edition, seat):
    """An entry that is assigned to her."""
    entry = EligibleEntryFactory(edition=edition, innovation="Suvirinimo robotas")
    AssignmentFactory(seat=seat, entry=entry)
    return entry
