"""The mail to the editor whose questions an entrant has answered."""

from types import SimpleNamespace

import pytest
from django.core import mail as post
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from ecosystem.stages import Stage
from industry4.competition.entering import steps
from industry4.competition.models import Entry
from industry4.competition.screening.tasks import mail_asker
from industry4.competition.tests.factories import (
    EntryFactory,
    JurorUserFactory,
    QuestionFactory,
    RecusalFactory,
    new_edition,
)
from industry4.testing.editors import EditorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(Stage.CLOSED)


def test_who_asked_is_mailed_once_when_all_is_answered(edition, monkeypatch):
    told = []
    task = SimpleNamespace(enqueue=lambda *given: told.append(given))
    monkeypatch.setattr(steps, "mail_asker", task)
    asker, other = EditorFactory(), EditorFactory()
    UserProfile.objects.create(user=asker, preferred_language="lt")
    entry = EntryFactory(edition=edition, state=Entry.State.RETURNED, company="Šviesa")
    questions = [QuestionFactory(entry=entry, asked_by=asker) for _number in range(2)]
    QuestionFactory(entry=entry, asked_by=other, answer="Taip", answered_at=timezone.now())
    steps.answer(entry, entry.secret, {questions[0].pk: "Slaptas atsakymas"})
    assert told == []
    steps.answer(entry, entry.secret, {questions[1].pk: "Slaptas atsakymas"})
    assert told == [(entry.pk, asker.pk)]
    mail_asker.func(*told[0])
    [letter] = post.outbox
    assert letter.to == [asker.email]
    assert letter.subject == f"Į Jūsų klausimus atsakyta: paraiška Nr. {entry.number}"
    assert "Šviesa" in letter.body
    assert "Slaptas" not in letter.body
    assert reverse("competition_entries:entry", args=[edition.key, entry.pk]) in letter.body


def test_who_runs_the_edition_no_longer_or_is_recused_is_not_mailed(edition):
    entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED)
    recused = EditorFactory()
    RecusalFactory(entry=entry, seat__user=recused)
    for user in (recused, JurorUserFactory(), EditorFactory(email="")):
        mail_asker.func(entry.pk, user.pk)
    assert post.outbox == []
