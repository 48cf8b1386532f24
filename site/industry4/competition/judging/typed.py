"""What a juror typed into scores after her session had ended: kept until she has logged in again.

It waits in the new session, which is nobody's yet. The form says, signed, whose scores they are
and of which entry: nothing is kept of what no such form has sent, and nobody else gets it back.
"""

from typing import Any

from django.core import signing
from django.http import HttpRequest, QueryDict

from industry4.competition.models import Entry, Seat

KEY = "competition_typed"


def sign(seat: Seat, entry: Entry) -> str:
    """What the form sends along: whose scores these are, of which entry."""
    return signing.dumps([seat.pk, entry.pk], salt=KEY)


def signed(data: Any) -> list[int] | None:
    """The seat and the entry that sent data say, or None."""
    try:
        found: list[int] = signing.loads(data.get("whose", ""), salt=KEY)
    except signing.BadSignature:
        return None
    return found


def keep(request: HttpRequest) -> None:
    """Keep what somebody has sent who is logged in no longer."""
    if signed(request.POST):
        request.session[KEY] = request.POST.urlencode()


def take(request: HttpRequest, seat: Seat, entry: Entry) -> QueryDict | None:
    """What the juror typed for the entry then, once; None where there is nothing."""
    data = QueryDict(request.session.get(KEY, ""))
    if signed(data) != [seat.pk, entry.pk]:
        return None
    del request.session[KEY]
    return data
