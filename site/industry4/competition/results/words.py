"""What is on the record, in words of the active language: the details of a decision, and why."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ecosystem.models import CompetitionPage, EntryQuestion
from industry4.competition.models import RecordEntry, Recusal

# Words for what details are kept under.
DETAILS = {
    "answers": gettext_lazy("answers"),
    "article": gettext_lazy("article"),
    "chair": gettext_lazy("chairs the jury"),
    "chair_recused_from": gettext_lazy("chair recused from"),
    "choices": gettext_lazy("choices"),
    "comments": gettext_lazy("comments"),
    "conflict": gettext_lazy("conflict of interest"),
    "criteria": gettext_lazy("criteria"),
    "departs_in": gettext_lazy("departs from the ranking in"),
    "description": gettext_lazy("description"),
    "eligibility": gettext_lazy("conditions of entry"),
    "entries": gettext_lazy("entries"),
    "entry": gettext_lazy("entry"),
    "files": gettext_lazy("files"),
    "help_text": gettext_lazy("explanation"),
    "is_required": gettext_lazy("required"),
    "juror": gettext_lazy("juror"),
    "jurors": gettext_lazy("jurors"),
    "kind": gettext_lazy("kind of answer"),
    "label": gettext_lazy("question"),
    "least_scores": gettext_lazy("fewest scores of an entry"),
    "longest": gettext_lazy("longest answer"),
    "name": gettext_lazy("name"),
    "normalisation": gettext_lazy("normalisation of scores"),
    "not_counted": gettext_lazy("score sheets that do not count"),
    "not_named": gettext_lazy("not named"),
    "placed": gettext_lazy("places by entry"),
    "points": gettext_lazy("points by entry"),
    "publish_at": gettext_lazy("results are published"),
    "questions": gettext_lazy("questions"),
    "removed": gettext_lazy("entries removed"),
    "scale": gettext_lazy("highest score"),
    "text": gettext_lazy("condition"),
    "too_few": gettext_lazy("too few scores, by entry"),
    "weight": gettext_lazy("weight"),
}

# Words for what some of them are.
VALUES = {
    "conflict": dict(Recusal.Kind.choices),
    "kind": dict(EntryQuestion.Kind.choices),
    "normalisation": dict(CompetitionPage.Normalisation.choices),
}
# What a row of the rules is called by.
TITLES = ("name", "label", "text")
Row = dict[str, Any]


def in_words(name: str, value: Any) -> str:
    """A detail in words, by what it is kept under; "" for nothing to say."""
    if say := SAID.get(name):
        return say(value)
    if name in VALUES:
        return str(VALUES[name].get(value, value or ""))
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else " / ".join(str(value).split("\n"))


def named(details: Row) -> list[str]:
    """Details, each with what it is."""
    said = ((DETAILS.get(name, name), in_words(name, each)) for name, each in details.items())
    return [f"{name}: {words}" for name, words in said if words]


def by_entry(say: Callable[[Any], str]) -> Callable[[Row], str]:
    """What is kept for each entry by its number, as `say` puts it."""

    def words(values: Row) -> str:
        return ", ".join(
            _("No. %(entry)s – %(what)s") % {"entry": number, "what": say(values[number])}
            for number in sorted(values, key=int)
        )

    return words


def place(value: int | None) -> str:
    """A place; those without one are finalists."""
    return _("finalist") if value is None else _("place %(place)s") % {"place": value}


def points(value: str) -> str:
    """Points with two decimals."""
    return str(number_format(Decimal(value), 2))


def scores(value: int) -> str:
    """How many scores there are."""
    return ngettext("%(count)d score", "%(count)d scores", value) % {"count": value}


def moment(value: str | None) -> str:
    """A moment to the minute."""
    if value is None:
        return _("no moment is set")
    return date_format(timezone.localtime(datetime.fromisoformat(value)), "SHORT_DATETIME_FORMAT")


def sheets(values: list[Row]) -> str:
    """Whose score sheets, for which entries."""
    return ", ".join(
        _("%(juror)s for no. %(entry)s") % {"juror": each["juror"], "entry": each["entry"]}
        for each in values
    )


def title(row: Row) -> str:
    """What a row of the rules is called."""
    return next(in_words(name, row[name]) for name in TITLES if name in row)


def whole(row: Row) -> str:
    """A row of the rules in full."""
    others = named({name: each for name, each in row.items() if name not in TITLES})
    return f"{title(row)} ({', '.join(others)})" if others else title(row)


def changed(before: Row, after: Row) -> str:
    """What differs between a row of the rules and what it became."""
    said = [
        f"{DETAILS.get(name, name)}: {in_words(name, each) or '–'}"
        f" → {in_words(name, after.get(name)) or '–'}"
        for name, each in before.items()
        if each != after.get(name)
    ]
    return f"{title(before)} ({', '.join(said)})"


def rules(rows: list[Row] | int) -> str:
    """Rows of the rules: as they are, or each as it was and as it is now.

    Of an erasure there is how many questions were erased.
    """
    if isinstance(rows, int):
        return str(rows)
    said = []
    for row in rows:
        if "afterwards" not in row:
            said.append(whole(row))
        elif row["before"] is None:
            said.append(_("added: %(row)s") % {"row": whole(row["afterwards"])})
        elif row["afterwards"] is None:
            said.append(_("removed: %(row)s") % {"row": whole(row["before"])})
        else:
            said.append(changed(row["before"], row["afterwards"]))
    return ", ".join(said)


# How those are said that are more than a value.
SAID: dict[str, Callable[[Any], str]] = {
    "article": lambda value: _("yes") if value else "",
    "criteria": rules,
    "eligibility": rules,
    "not_counted": sheets,
    "placed": by_entry(place),
    "points": by_entry(points),
    "publish_at": moment,
    "questions": rules,
    "too_few": by_entry(scores),
}


def details_of(entry: RecordEntry, *, with_points: bool) -> str:
    """The details of a decision in words, without what is the reason for it.

    Points are for those who see scores.
    """
    apart = {"accepted"} if with_points else {"accepted", "points"}
    if entry.act == RecordEntry.Act.RECUSED:
        apart.add("conflict")
    said = named({name: each for name, each in entry.details.items() if name not in apart})
    return "; ".join(said)


def reason_for(entry: RecordEntry) -> str:
    """Why, in words: the reasons that were given, or the kind of a conflict of interest."""
    given = [entry.reason, entry.details.get("accepted", "")]
    if not any(given) and "conflict" in entry.details:
        given = [in_words("conflict", entry.details["conflict"])]
    return " ".join(each for each in given if each)
