"""Who may do what in the competition. What is not allowed here is not allowed anywhere.

Editors run an edition if they may change its pages. A juror has a seat on its jury, the chair a
seat that says so. Administrators are superusers; they may do what editors may, and see what the
chair sees, but judge nothing. A recusal closes an entry to whoever it names, whatever else that
person may do.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from ecosystem.models import CompetitionPage

from .editions import Edition
from .models import Entry, Proceedings, Recusal, Seat

JURY_GROUP = "Jury"


def key_of(edition: Edition | UUID) -> UUID:
    """The translation key of an edition."""
    return edition.key if isinstance(edition, Edition) else edition


def seats_of(user: Any) -> dict[UUID, Seat]:
    """The seats of a person by edition; asked once for each request, with its user."""
    if not user.is_authenticated or not user.is_active:
        return {}
    if not hasattr(user, "_competition_seats"):
        user._competition_seats = {seat.edition: seat for seat in user.jury_seats.all()}
    return user._competition_seats


def seat_of(user: Any, edition: Edition | UUID) -> Seat | None:
    """The seat of a person on the jury of an edition, or None."""
    return seats_of(user).get(key_of(edition))


def is_juror(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person sits on the jury of an edition; the chair does too."""
    return seat_of(user, edition) is not None


def is_chair(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person chairs the jury of an edition."""
    seat = seat_of(user, edition)
    return seat is not None and seat.is_chair


def is_administrator(user: Any) -> bool:
    """Whether the person may do everything in the admin."""
    return user.is_active and user.is_superuser


def screened_pages(user: Any) -> QuerySet[CompetitionPage]:
    """The pages of editions that the person may change."""
    changeable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return CompetitionPage.objects.filter(alias_of=None, pk__in=changeable.values("pk"))


def followed_pages(user: Any) -> QuerySet[CompetitionPage]:
    """The pages of editions that the person runs, or whose jury she chairs."""
    chaired = [key for key, seat in seats_of(user).items() if seat.is_chair]
    return CompetitionPage.objects.filter(
        Q(pk__in=screened_pages(user).values("pk")) | Q(translation_key__in=chaired),
        alias_of=None,
    )


def follows_any(user: Any) -> bool:
    """Whether the person runs an edition, or chairs its jury; asked once for each request."""
    if not hasattr(user, "_competition_follows"):
        user._competition_follows = is_administrator(user) or (
            user.is_active and followed_pages(user).exists()
        )
    return user._competition_follows


def groups_of(user: Any) -> set[str]:
    """The names of a person's groups; asked once for each request."""
    if not hasattr(user, "_competition_groups"):
        user._competition_groups = set(user.groups.values_list("name", flat=True))
    return user._competition_groups


def is_of_jury(user: Any) -> bool:
    """Whether the person sits on a jury, or may be given a seat."""
    if not user.is_authenticated or not user.is_active:
        return False
    return bool(seats_of(user)) or JURY_GROUP in groups_of(user)


def may_screen(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person runs an edition: screens entries, appoints jurors, assigns entries."""
    if is_administrator(user):
        return True
    if not user.is_authenticated or not user.is_active:
        return False
    if isinstance(edition, Edition):
        return PagePermissionPolicy().user_has_permission_for_instance(
            user, "change", edition.source
        )
    return screened_pages(user).filter(translation_key=edition).exists()


def may_follow(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person sees how far the jury is, without any score."""
    return is_chair(user, edition) or may_screen(user, edition)


def may_see_scores(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person sees the ranking."""
    return is_chair(user, edition) or is_administrator(user)


def readable_by(seat: Seat) -> QuerySet[Entry]:
    """The entries that a juror reads: eligible, assigned to her (the chair: all), not recused.

    None before judging is opened.
    """
    opened = Proceedings.objects.filter(edition=seat.edition, judging_opened_at__isnull=False)
    entries = Entry.objects.filter(
        edition=seat.edition, state=Entry.State.ELIGIBLE, edition__in=opened.values("edition")
    ).exclude(pk__in=seat.recusals.values("entry"))
    return entries if seat.is_chair else entries.filter(assignments__seat=seat)


def is_recused(user: Any, entry: Entry) -> bool:
    """Whether the person has a conflict of interest with the entrant."""
    seat = seat_of(user, entry.edition)
    return seat is not None and seat.recusals.filter(entry=entry).exists()


def may_read(user: Any, entry: Entry) -> bool:
    """Whether the person may read an entry and its files; nobody does before it is submitted."""
    seat = seat_of(user, entry.edition)
    if is_recused(user, entry):
        return False
    if seat and readable_by(seat).filter(pk=entry.pk).exists():
        return True
    return entry.submitted_at is not None and may_screen(user, entry.edition)


def may_lift(user: Any, recusal: Recusal) -> bool:
    """Whether the person may lift a recusal: the chair, her own only an administrator."""
    if recusal.seat.user_id == user.pk:
        return False
    return is_chair(user, recusal.seat.edition) or (
        recusal.seat.is_chair and is_administrator(user)
    )
