"""Erasure: what of entries goes and what stays, the report, and a second time."""

import io

import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from ecosystem.models import CompetitionAct, CompetitionPage
from industry4.competition.models import (
    Answer,
    Assignment,
    Consent,
    Entry,
    EntryFile,
    Placement,
    Proceedings,
    Question,
    RecordEntry,
    Recusal,
    Score,
    ScoreSheet,
    Seat,
)
from industry4.competition.ranking import ranking
from industry4.competition.results import decision, erasure
from industry4.testing.editors import sign_in

from .factories import (
    AnswerFactory,
    ConsentFactory,
    EntryFactory,
    EntryFileFactory,
    QuestionFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
)
from .results import ago, decided

pytestmark = pytest.mark.django_db


def erase(**options):
    """What the command says."""
    said = io.StringIO()
    call_command("erase_entries", stdout=said, **options)
    return said.getvalue()


def long_ago(edition, months=30):
    """Let all of the edition be so many months ago."""
    day = timezone.localdate(ago(months))
    CompetitionPage.objects.filter(translation_key=edition.key).update(announcement=day)
    CompetitionAct.objects.filter(edition=edition.key).update(at=ago(months))


@pytest.fixture
def finished():
    """An edition that is over for long, with everything that entries can have."""
    judged = decided()
    judged.publish()
    row = judged.edition.source.questions.first()
    for entry in judged.entries:
        AnswerFactory(entry=entry, question=row)
        ConsentFactory(entry=entry)
        QuestionFactory(entry=entry)
        EntryFileFactory(entry=entry, question=row)
        Entry.objects.filter(pk=entry.pk).update(
            phone="+370 600 00000", company_code="123456789", innovation="Robotas"
        )
    RecusalFactory(seat=judged.seats[1], entry=judged.entries[2], reason="Brolio įmonė")
    ScoreSheet.objects.update(comment="Silpna")
    Score.objects.update(comment="Silpna")
    EntryFactory(edition=judged.edition)
    long_ago(judged.edition)
    return judged


def files():
    """What is in the folders of entries."""
    storage = storages["private"]
    return [
        name
        for entry in Entry.objects.all()
        if storage.exists(f"entries/{entry.key}")
        for name in storage.listdir(f"entries/{entry.key}")[1]
    ]


def test_contact_data_answers_questions_files_and_comments_are_erased(finished):
    assert len(files()) == 3
    old = [entry.own_secret for entry in Entry.objects.all()]
    erase()
    for model in (Answer, Question, EntryFile):
        assert not model.objects.exists()
    assert files() == []
    for entry in Entry.objects.all():
        assert (entry.email, entry.contact_name, entry.phone, entry.company_code) == ("",) * 4
        assert entry.erased_at is not None
        assert not any(entry.has_secret(secret) for secret in old)
    assert not ScoreSheet.objects.exclude(comment="").exists()
    assert not Score.objects.exclude(comment="").exists()
    assert not Recusal.objects.exists()


def test_numbers_states_scores_and_places_stay_and_nobody_knows_whose_score_it_was(finished):
    def standings():
        return [
            (each.entry.number, each.points, each.standing.place)
            for each in ranking(finished.fresh()).entries
        ]

    before = standings()
    erase()
    assert standings() == before
    assert set(Seat.objects.values_list("user", flat=True)) == {None}
    assert [(each.entry.number, each.place) for each in decision.placements_of(finished.key)] == [
        (1, 1),
        (2, None),
    ]
    assert Consent.objects.count() == 3
    assert set(Entry.objects.values_list("state", flat=True)) == {"eligible"}


def test_neither_order_nor_time_nor_absence_tells_whose_score_it_was(finished):
    def scores():
        return {
            entry.number: sorted(
                Score.objects.filter(sheet__entry=entry).values_list("criterion", "value")
            )
            for entry in finished.entries
        }

    ScoreSheet.objects.filter(seat=finished.seats[1], entry=finished.entries[2]).delete()
    before, sheets = scores(), set(ScoreSheet.objects.values_list("pk", flat=True))
    erase()
    assert scores() == before
    assert sheets.isdisjoint(ScoreSheet.objects.values_list("pk", flat=True))
    assert ScoreSheet.objects.values("submitted_at").distinct().count() == 1
    assert not Assignment.objects.exists()
    assert not Seat.objects.filter(is_chair=True).exists()


def test_scores_are_drawn_anew_among_the_seats(finished):
    seat, others = finished.seats[0], finished.seats[1:]
    Score.objects.filter(sheet__seat=seat).update(value=10)
    Score.objects.filter(sheet__seat__in=others).update(value=1)
    drawn = set()
    for _time in range(20):  # that they fall as they were each time: once in 10 ** 14
        erasure.erase(finished.key)
        drawn |= {
            tuple(ScoreSheet.objects.filter(scores__value=10, entry=entry).values_list("seat"))[:1]
            for entry in finished.entries
        }
    assert len(drawn) > 1


def test_what_does_not_count_is_not_kept(finished):
    recused, entry = finished.seats[1], finished.entries[2]
    draft = SheetFactory(
        seat=SeatFactory(edition=finished.edition), entry=entry, submitted_at=None, values=[1] * 3
    )
    assert ScoreSheet.objects.filter(seat=recused, entry=entry).exists()
    erase()
    assert ScoreSheet.objects.filter(entry=entry).count() == len(finished.seats) - 1
    assert not ScoreSheet.objects.filter(entry=draft.entry, submitted_at=None).exists()


def test_nothing_is_decided_any_more_and_the_ranking_says_why(client, finished):
    erase()
    sign_in(client)
    page = client.get(reverse("competition_jury:ranking", args=[finished.key]))
    assert "kept without their jurors" in page.content.decode()
    assert client.get(reverse("competition_results:index", args=[finished.key])).status_code == 200
    for name in ("places", "decide", "schedule", "publish"):
        address = reverse(f"competition_results:{name}", args=[finished.key])
        assert client.get(address).status_code == 404


def names():
    """The companies that are still known, by number."""
    return dict(Entry.objects.exclude(company="").values_list("number", "company"))


def texts():
    """What is still known of those who are placed, by number."""
    return {
        each.entry.number: (
            f"{each.innovation_lt}{each.innovation_en}",
            f"{each.citation_lt}{each.citation_en}",
        )
        for each in Placement.objects.select_related("entry")
    }


def test_only_names_and_texts_that_are_public_stay(finished):
    winner, finalist, _other = finished.entries
    Entry.objects.filter(pk=finalist.pk).update(may_be_named=False)
    erase()
    assert names() == {1: winner.company}
    assert texts() == {1: ("RobotasA robot", "Nes veikia.It works."), 2: ("", "")}


def test_of_a_finalist_who_is_named_the_reasons_go(finished):
    winner, finalist, _other = finished.entries
    erase()
    assert names() == {1: winner.company, 2: finalist.company}
    assert texts()[2] == ("RobotasA robot", "")


def test_no_name_stays_where_the_results_were_never_published(finished):
    CompetitionAct.objects.filter(kind="published").delete()
    erasure.erase(finished.key)
    assert names() == {}
    assert texts() == {1: ("", ""), 2: ("", "")}


def test_the_name_of_a_winner_who_withdrew_goes(finished):
    winner, finalist, _other = finished.entries
    Entry.objects.filter(pk=winner.pk).update(state="withdrawn")
    erase()
    assert names() == {2: finalist.company}
    assert texts()[1] == ("", "")


def test_what_was_never_submitted_is_gone(finished):
    assert Entry.objects.filter(number=None).exists()
    erase()
    assert not Entry.objects.filter(number=None).exists()


def test_erasure_is_reported_and_on_record_once(finished):
    said = erase()
    assert "3 entries, 1 removed, 3 files, 3 answers, 3 questions" in said
    found = RecordEntry.objects.get(act="erased")
    assert found.by is None
    assert found.details["files"] == 3
    assert Proceedings.objects.get(edition=finished.key).erased_at is not None
    assert erase() == ""
    erasure.erase(finished.key)
    assert RecordEntry.objects.filter(act="erased").count() == 1


def test_a_dry_run_says_the_same_and_erases_nothing(finished):
    said = erase(dry_run=True)
    assert said.startswith("Would erase ")
    assert Answer.objects.count() == len(files()) == 3
    assert not RecordEntry.objects.filter(act="erased").exists()
    assert erase().removeprefix("Erased ") == said.removeprefix("Would erase ")


def test_a_file_that_cannot_be_deleted_is_told_and_tried_again(finished, monkeypatch):
    storage = storages["private"]
    stubborn = EntryFile.objects.first().file.name
    really = type(storage).delete

    def delete(self, name):
        if name == stubborn:
            raise PermissionError
        really(self, name)

    monkeypatch.setattr(type(storage), "delete", delete)
    with pytest.raises(CommandError, match=stubborn):
        erase()
    left = EntryFile.objects.get()
    assert (left.file.name, left.name) == (stubborn, "")
    assert not Answer.objects.exists()
    monkeypatch.undo()
    assert "0 entries, 0 removed, 1 files" in erase()
    assert not EntryFile.objects.exists()
    assert RecordEntry.objects.filter(act="erased").count() == 2


def test_files_that_no_row_tells_of_are_erased_as_well(finished):
    EntryFile.objects.first().delete()
    assert len(files()) == 3
    erase()
    assert files() == []
