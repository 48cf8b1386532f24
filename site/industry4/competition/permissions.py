"""Who may do what in the competition. What is not allowed here is not allowed anywhere.

Editors run an edition if they may change its pages. A juror has a seat on its jury, the chair a
seat that says so. Administrators are superusers; they may do what editors may, and see what the
chair sees, but judge nothing. A recusal closes an entry to whoever it names, whatever else that
person may do. Whoever may still score sees no ranking.
"""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import Group, Permission
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import GroupCollectionPermission, GroupPagePermission, GroupSitePermission
from wagtail.permission_policies.pages import PagePermissionPolicy

from ecosystem.models import CompetitionPage

from .editions import Edition
from .models import Entry, Proceedings, Recusal, Seat

# Which of the permissions makes a group that of jurors, whatever it is called.
JUDGE = Q(codename="judge_entries", content_type__app_label="competition")
ENTER = Q(codename="access_admin", content_type__app_label="wagtailadmin")


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


def run_by(user: Any) -> set[UUID]:
    """The editions whose source the person may change; asked once for each request, with its user.

    Whoever may change a translation alone runs nothing.
    """
    if not user.is_authenticated or not user.is_active:
        return set()
    if not hasattr(user, "_competition_runs"):
        pages = CompetitionPage.objects.filter(alias_of=None)
        source = pages.filter(
            translation_key=OuterRef("translation_key"), locale__language_code="lt"
        )
        changeable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        own = pages.filter(pk__in=changeable.values("pk"))
        sources = own.filter(Q(locale__language_code="lt") | ~Exists(source))
        user._competition_runs = set(sources.values_list("translation_key", flat=True))
    return user._competition_runs


def followed_by(user: Any) -> set[UUID]:
    """The editions that the person runs, or whose jury she chairs."""
    return run_by(user) | {key for key, seat in seats_of(user).items() if seat.is_chair}


def follows_any(user: Any) -> bool:
    """Whether the person runs an edition, or chairs its jury."""
    return is_administrator(user) or bool(followed_by(user))


def groups_of(user: Any) -> list[Any]:
    """A person's groups; asked once for each request, with its user.

    Each knows whether it `judges`, and whether it has other `rights` than to enter the admin.
    """
    if not hasattr(user, "_competition_groups"):
        own = {"group": OuterRef("pk")}
        kinds = (GroupPagePermission, GroupCollectionPermission, GroupSitePermission)
        rights: Any = Exists(Permission.objects.filter(**own).exclude(JUDGE | ENTER))
        for kind in kinds:
            rights |= Exists(kind.objects.filter(**own))
        judges = Exists(Permission.objects.filter(JUDGE, **own))
        user._competition_groups = list(user.groups.annotate(judges=judges, rights=rights))
    return user._competition_groups


def is_of_jury(user: Any) -> bool:
    """Whether the person sits on a jury, or may be given a seat."""
    if not user.is_authenticated or not user.is_active:
        return False
    return bool(seats_of(user)) or any(group.judges for group in groups_of(user))


def is_only_juror(user: Any) -> bool:
    """Whether the person is in the admin to judge alone: no group gives her other rights.

    What the group of jurors was given besides does not count.
    """
    if not user.is_authenticated or user.is_superuser:
        return False
    if any(group.rights and not group.judges for group in groups_of(user)):
        return False
    return is_of_jury(user)


def jury_groups() -> QuerySet[Group]:
    """The group of jurors, and any other that may judge."""
    return Group.objects.filter(permissions__in=Permission.objects.filter(JUDGE))


def may_screen(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person runs an edition: screens entries, appoints jurors, assigns entries."""
    return is_administrator(user) or key_of(edition) in run_by(user)


def may_follow(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person sees how far the jury is, without any score."""
    return is_chair(user, edition) or may_screen(user, edition)


def may_close(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person closes the judging: the chair, or where she cannot an administrator."""
    return is_chair(user, edition) or is_administrator(user)


def may_see_scores(user: Any, edition: Edition | UUID) -> bool:
    """Whether the person sees the ranking, and what jurors have given: the chair, administrators.

    Whoever has a seat does only once judging is closed, or she could score by what she has seen.
    """
    if not may_close(user, edition):
        return False
    closed = Proceedings.objects.filter(edition=key_of(edition), judging_closed_at__isnull=False)
    return not is_juror(user, edition) or closed.exists()


def readable_by(seat: Seat) -> QuerySet[Entry]:
    """The entries that a juror reads: eligible, assigned to her (the chair: all), not recused.

    None before judging is opened.
    """
    opened = Proceedings.objects.filter(edition=seat.edition, judging_opened_at__isnull=False)
    entries = Entry.objects.filter(
        edition=seat.edition, state=Entry.State.ELIGIBLE, edition__in=opened.values("edition")
    ).exclude(pk__in=seat.recusals.values("entry"))
    return entries if seat.is_chair else entries.filter(assignments__seat=seat)


def recused_from(user: Any, edition: Edition | UUID) -> set[int]:
    """The entries of an edition, by primary key, that a recusal closes to the person."""
    seat = seat_of(user, edition)
    return set(seat.recusals.values_list("entry", flat=True)) if seat else set()


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


def presided(user: Any, seat: Seat) -> QuerySet[Entry]:
    """The entries of which the person decides about a juror's recusal and submitted scores.

    Of all those the chair is not recused from she does, of the others an administrator; so does an
    administrator about the chair. Nobody does about herself.
    """
    edition = seat.edition
    entries = Entry.objects.filter(edition=edition).exclude(pk__in=recused_from(user, edition))
    if seat.user_id == user.pk:
        return entries.none()
    if is_chair(user, edition):
        return entries
    if not is_administrator(user):
        return entries.none()
    chair = Seat.objects.filter(edition=edition, is_chair=True).exclude(pk=seat.pk).first()
    return entries.filter(recusals__seat=chair) if chair else entries


def may_lift(user: Any, recusal: Recusal) -> bool:
    """Whether the person may lift a recusal: the chair, where she is recused an administrator."""
    return presided(user, recusal.seat).filter(pk=recusal.entry_id).exists()
