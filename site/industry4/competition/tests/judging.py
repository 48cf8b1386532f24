"""What the tests of judging share: how its screens are asked and answered, and who is signed in."""

from collections.abc import Sequence
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from industry4.competition.editions import Edition
from industry4.competition.models import Entry, Proceedings, RecordEntry
from industry4.competition.tests.factories import SheetFactory
from industry4.testing.editors import messages_of


def address(name: str, edition: Edition, *args: Any) -> str:
    """Where a screen of the jury is."""
    return reverse(f"competition_jury:{name}", args=[edition.key, *args])


def text(client: Client, name: str, edition: Edition, *args: Any) -> str:
    """What a screen says, its spaces joined."""
    return " ".join(client.get(address(name, edition, *args)).content.decode().split())


def send(client: Client, name: str, edition: Edition, *args: Any, **data: Any) -> str:
    """What is said after a form was sent: the messages, else what stands in it."""
    response = client.post(address(name, edition, *args), data, follow=True)
    return " ".join(messages_of(response)).strip() or response.content.decode()


def acts(edition: Edition) -> list[str]:
    """What is on the record of an edition."""
    return list(RecordEntry.objects.filter(edition=edition.key).values_list("act", flat=True))


def opened(edition: Edition, *, closed: bool = False) -> None:
    """Open the judging of an edition; `closed` closes it as well."""
    proceedings = Proceedings.of(edition.key)
    proceedings.judging_opened_at = timezone.now()
    proceedings.judging_closed_at = timezone.now() if closed else None
    proceedings.save()


def filled(
    edition: Edition, values: Sequence[int | None], comment: str = "Gerai", **data: Any
) -> dict[str, Any]:
    """The form with these scores in the order of the criteria, None where one is missing."""
    for criterion, value in zip(edition.criteria, values, strict=True):
        data[f"value-{criterion.translation_key}"] = "" if value is None else value
        data[f"comment-{criterion.translation_key}"] = f"Dėl {criterion.name}"
    return {"comment": comment, **data}


def told(response: Any) -> str:
    """What she is told on the page that is shown then."""
    return " ".join(messages_of(response)).strip()


def scored(entry: Entry, *values: int) -> None:
    """Submit sheets of as many jurors for an entry, in an edition of one criterion."""
    for value in values:
        SheetFactory(entry=entry, values=[value])
