"""Every person there can be at an edition whose judging is open, and every screen of the admin."""

from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from ecosystem.models import CompetitionAct
from ecosystem.stages import Stage
from industry4.competition.judging import urls as judging
from industry4.competition.models import Assignment, Entry, Proceedings
from industry4.competition.results import urls as results
from industry4.competition.screening import urls as screening
from industry4.testing.editors import EditorFactory, UserFactory, sign_in
from industry4.testing.factories import home_page

from .entering import link
from .factories import (
    AnswerFactory,
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFileFactory,
    JurorUserFactory,
    PlacementFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)

PERSONS = [
    "anonymous",
    "entrant",  # of the entry, with its private link open in the same browser
    "juror",  # the entry is assigned to her
    "idle",  # a juror to whom it is not
    "recused",  # a juror to whom it is, and who may not read it
    "guest",  # of the group of jurors, without a seat
    "chair",
    "editor",
    "torn",  # an editor who sits on the jury, and is recused from the entry
    "translator",  # an editor of the English pages alone
    "administrator",
]
STRANGERS = {"anonymous", "entrant"}  # who are not signed in
COMPANY, ANSWER = "Slapta įmonė UAB", "Slaptas robotas"
# The screens by name, with what their addresses name.
SCREENS: dict[str, list[str]] = {
    f"{urls.app_name}:{pattern.name}": list(pattern.pattern.converters)
    for urls in (screening, judging, results)
    for pattern in urls.urlpatterns
}
OF_EDITION = [name for name, given in SCREENS.items() if given == ["edition"]]
OF_ROW = [name for name, given in SCREENS.items() if "pk" in given]
# What `pk` is in an address, where it is no entry.
ROWS = {
    "competition_jury:seat": "seat",
    "competition_jury:edit_seat": "seat",
    "competition_jury:dismiss": "seat",
    "competition_jury:recuse_juror": "assignment",
    "competition_jury:take_back": "assignment",
    "competition_jury:reopen": "sheet",
    "competition_jury:lift": "recusal",
}


def everybody() -> SimpleNamespace:
    """An edition with an entry and all of these persons; `busy` is one more juror's seat."""
    edition = new_edition(Stage.JUDGING, english=True)
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    category = next(iter(edition.rows("categories"))).category
    entry = EligibleEntryFactory(edition=edition, number=1, company=COMPANY, category=category)
    questions = {row.kind: row for row in edition.rows("questions")}
    AnswerFactory(entry=entry, question=questions["long"], text=ANSWER)
    seats: dict[str, Any] = {
        name: SeatFactory(edition=edition, is_chair=name == "chair")
        for name in ("juror", "idle", "recused", "chair", "busy")
    }
    seats["torn"] = SeatFactory(edition=edition, user=EditorFactory())
    for name in ("juror", "recused", "torn"):
        AssignmentFactory(seat=seats[name], entry=entry)
    RecusalFactory(seat=seats["torn"], entry=entry)
    sheet = SheetFactory(seat=seats["busy"], entry=entry)
    return SimpleNamespace(
        edition=edition,
        entry=entry,
        file=EntryFileFactory(entry=entry, question=questions["file"]),
        seats=seats,
        seat=seats["busy"],
        sheet=sheet,
        assignment=Assignment.objects.get(seat=seats["busy"]),
        recusal=RecusalFactory(seat=seats["recused"], entry=entry),
        persons={
            **{name: seat.user for name, seat in seats.items()},
            "guest": JurorUserFactory(),
            "editor": EditorFactory(),
            "translator": translator(),
            "administrator": UserFactory(),
        },
    )


def translator() -> Any:
    """Somebody who may write the English pages."""
    group, _made = Group.objects.get_or_create(name="Translators")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=home_page("en"), permission=change)
    return EditorFactory(group="Translators")


def decide(judged: Any) -> None:
    """Close the judging, give the entry the first place, and record the decision."""
    Proceedings.objects.update(judging_closed_at=timezone.now())
    PlacementFactory(entry=Entry.objects.get(pk=judged.entry.pk))
    CompetitionAct.objects.create(
        edition=judged.edition.key, kind=CompetitionAct.Kind.DECIDED, at=timezone.now()
    )


def address(screen: str, judged: Any, edition: Any = None, pk: Any = None) -> str:
    """Where a screen about this is, or about another edition or row."""
    row = getattr(judged, ROWS.get(screen, "entry"))
    given = {
        "edition": (edition or judged.edition).key,
        "pk": pk or row.pk,
        "key": judged.file.key,
        "language": "lt",
    }
    return reverse(screen, kwargs={name: given[name] for name in SCREENS[screen]})


def as_person(client: Any, judged: SimpleNamespace, name: str) -> Any:
    """The client as one of these persons has it."""
    if name == "entrant":
        client.get(link(judged.entry))
    return client if name in STRANGERS else sign_in(client, judged.persons[name])
