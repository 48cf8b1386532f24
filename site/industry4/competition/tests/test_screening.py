"""The editors' list of entries, an entry in full, and duplicates."""

import uuid

import pytest
from django.urls import reverse
from django.utils.translation import override

from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry
from industry4.competition.screening.duplicates import Shared, duplicates
from industry4.competition.screening.views import MOST_DUPLICATES
from industry4.competition.tests.factories import (
    AnswerFactory,
    ConsentFactory,
    EntryFactory,
    EntryFileFactory,
    QuestionFactory,
    RecusalFactory,
    new_edition,
)
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, sign_in

pytestmark = pytest.mark.django_db

State = Entry.State
MOST_QUERIES = 25


@pytest.fixture
def edition():
    return new_edition(Stage.CLOSED)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory())


def submitted(edition, **values):
    return EntryFactory(edition=edition, state=State.SUBMITTED, **values)


def listed(client, edition, **query):
    """The companies in the list, in its order."""
    response = client.get(reverse("competition_entries:index", args=[edition.key]), query)
    assert response.status_code == 200
    return [entry.company for entry in response.context["object_list"]]


def shown(client, edition, entry):
    """What the screen of an entry says."""
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    return client.get(address).content.decode()


def test_editions_are_listed_with_what_waits(editor, edition):
    submitted(edition)
    submitted(edition)
    EntryFactory(edition=edition, state=State.ELIGIBLE)
    page = editor.get(reverse("competition_entries:editions"))
    (row,) = page.context["table"].data
    assert (row["entries"], row["submitted"], row["eligible"]) == (3, 2, 1)
    assert row["url"] == reverse("competition_entries:index", args=[edition.key])


def test_entries_of_an_edition_are_listed_by_number_drafts_last(editor, edition):
    EntryFactory(edition=edition, company="Juodraštis")
    submitted(edition, company="Antra", number=2)
    submitted(edition, company="Pirma", number=1)
    submitted(new_edition(), company="Kito konkurso")
    assert listed(editor, edition) == ["Pirma", "Antra", "Juodraštis"]
    assert listed(editor, edition, ordering="-number") == ["Antra", "Pirma", "Juodraštis"]
    assert listed(editor, edition, ordering="nonsense") == ["Pirma", "Antra", "Juodraštis"]


def test_the_list_is_filtered_by_state_and_category(editor, edition):
    first, second = (row.category for row in edition.rows("categories"))
    submitted(edition, company="A", category=first)
    submitted(edition, company="B", category=second)
    EntryFactory(edition=edition, company="C", state=State.REFUSED, category=first)
    assert listed(editor, edition, state=State.REFUSED) == ["C"]
    assert listed(editor, edition, category=first.pk) == ["A", "C"]
    assert listed(editor, edition, category=first.pk, state=State.SUBMITTED) == ["A"]


@pytest.mark.parametrize(
    "words", ["sviesa", "ŠVIESA", "305", "ona@sviesa", "suvirinimo robotas", "7"]
)
def test_the_list_is_searched_without_regard_to_case_and_diacritics(editor, edition, words):
    submitted(
        edition,
        company="Šviesa UAB",
        company_code="305123456",
        email="ona@sviesa.example",
        innovation="Suvirinimo robotas",
        number=7,
    )
    submitted(edition, company="Tamsa", email="a@b.example", innovation="Kita", number=18)
    assert listed(editor, edition, q=words) == ["Šviesa UAB"]


def test_the_part_of_the_list_that_filters_replace_has_no_page_around_it(editor, edition):
    submitted(edition, company="Šviesa")
    part = editor.get(reverse("competition_entries:results", args=[edition.key]))
    assert "Šviesa" in part.content.decode()
    assert "<html" not in part.content.decode()


@pytest.mark.parametrize(
    "shared, one, other",
    [
        (Shared.CODE, {"company_code": "305 123"}, {"company_code": "305123"}),
        (Shared.NAME, {"company": "UAB „Šviesa“"}, {"company": "sviesa, uab"}),
        (Shared.MEMBER, {"member_key": uuid.UUID(int=1)}, {"member_key": uuid.UUID(int=1)}),
        (Shared.EMAIL, {"email": "Ona@a.example"}, {"email": "ona@a.example"}),
    ],
)
def test_entries_of_one_company_are_duplicates(editor, edition, shared, one, other):
    one, other = submitted(edition, **one), EntryFactory(edition=edition, **other)
    submitted(edition)
    assert duplicates(Entry.objects.all()) == {one.pk: {shared}, other.pk: {shared}}
    page = shown(editor, edition, one)
    assert reverse("competition_entries:entry", args=[edition.key, other.pk]) in page
    with override("en"):
        assert str(shared.label) in page
    assert set(listed(editor, edition, duplicates="only")) == {one.company, other.company}


def test_of_many_duplicates_some_are_named_and_the_others_counted(editor, edition):
    first, *others = (submitted(edition, company="Šviesa") for _entry in range(MOST_DUPLICATES + 3))
    page = shown(editor, edition, first)
    assert "And 2 more entries, which the list shows." in page
    addresses = [reverse("competition_entries:entry", args=[edition.key, o.pk]) for o in others]
    assert sum(address in page for address in addresses) == MOST_DUPLICATES


def test_what_is_withdrawn_or_of_another_edition_is_no_duplicate(editor, edition):
    one = submitted(edition, company="Šviesa")
    EntryFactory(edition=edition, company="Šviesa", state=State.WITHDRAWN)
    submitted(new_edition(), company="Šviesa")
    assert "This may be a duplicate" not in shown(editor, edition, one)
    gone = Entry.objects.get(state=State.WITHDRAWN)
    assert "This may be a duplicate" not in shown(editor, edition, gone)
    assert listed(editor, edition, duplicates="only") == []


def test_nothing_is_shared_by_those_who_gave_nothing(edition):
    for _number in range(2):
        EntryFactory(edition=edition, company="", email="", state=State.UNCONFIRMED)
    assert duplicates(Entry.objects.all()) == {}


def test_an_entry_is_shown_in_full(editor, edition):
    member = MemberFactory(title="Šviesos fabrikas")
    category = next(iter(edition.rows("categories"))).category
    entry = submitted(
        edition,
        company="Šviesa UAB",
        member_key=member.translation_key,
        category=category,
        phone="+370 600 00000",
    )
    questions = {row.kind: row for row in edition.rows("questions")}
    AnswerFactory(entry=entry, question=questions["long"], text="Robotas\n<b>moka</b> virti")
    EntryFileFactory(entry=entry, question=questions["file"], name="brėžinys.pdf")
    ConsentFactory(entry=entry, text="Sutinku su viskuo.")
    QuestionFactory(entry=entry, text="Kiek kainuoja?", answer="", answered_at=None)
    page = shown(editor, edition, entry)
    for words in (
        "Šviesa UAB",
        "Šviesos fabrikas",
        category.name,
        "+370 600 00000",
        questions["long"].label,
        "Robotas<br>&lt;b&gt;moka&lt;/b&gt; virti",
        "brėžinys.pdf",
        "Sutinku su viskuo.",
        "Kiek kainuoja?",
        "Not answered yet",
    ):
        assert words in page


def test_a_company_that_is_called_otherwise_than_its_member_is_marked(editor, edition):
    key = MemberFactory(title="Šviesos fabrikas").translation_key
    same = submitted(edition, company="UAB „Šviesos fabrikas“", member_key=key)
    other = submitted(edition, company="UAB „Gija ir Ko“", member_key=key)
    assert "Results name the member" not in shown(editor, edition, same)
    assert "The company is UAB „Gija ir Ko“, the member Šviesos fabrikas." in shown(
        editor, edition, other
    )


def test_of_a_draft_the_company_is_seen_and_nothing_else(editor, edition):
    draft = EntryFactory(
        edition=edition,
        company="Šviesa UAB",
        company_code="305123456",
        email="ona@sviesa.example",
        contact_name="Ona Onaitė",
        phone="+370 600 00000",
        innovation="Suvirinimo robotas",
    )
    said = ["ona@sviesa.example", "Ona Onaitė", "+370 600 00000", "Suvirinimo robotas"]
    page = shown(editor, edition, draft)
    assert "Šviesa UAB, 305123456" in page
    assert "can be read once the entry is submitted" in page
    table = editor.get(reverse("competition_entries:index", args=[edition.key])).content.decode()
    assert not [words for words in said if words in page or words in table]
    assert listed(editor, edition, q="sviesa uab") == ["Šviesa UAB"]
    assert [words for words in said if listed(editor, edition, q=words)] == []


def test_of_an_entry_that_an_editor_is_recused_from_she_sees_no_more(client, edition):
    entry = submitted(
        edition, company="Šviesa UAB", innovation="Suvirinimo robotas", email="ona@robotai.example"
    )
    user = EditorFactory()
    RecusalFactory(entry=entry, seat__user=user)
    sign_in(client, user)
    page = client.get(reverse("competition_entries:index", args=[edition.key])).content.decode()
    assert "Šviesa UAB" in page
    assert "Suvirinimo robotas" not in page
    assert listed(client, edition, q="suvirinimo") == listed(client, edition, q="ona@robotai") == []
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    assert client.get(address).status_code == 404


def test_an_answer_to_a_question_that_was_deleted_is_shown_as_it_was_put(editor, edition):
    entry = submitted(edition)
    row = next(iter(edition.rows("questions")))
    AnswerFactory(entry=entry, question=row, label="Senas klausimas", text="Senas atsakymas")
    row.delete()
    page = shown(editor, edition, entry)
    assert "Senas klausimas" in page
    assert "Senas atsakymas" in page


def test_a_list_costs_the_same_queries_for_1_and_for_20(editor, edition):
    address = reverse("competition_entries:index", args=[edition.key])
    category = next(iter(edition.rows("categories"))).category
    counts = []
    for number in (1, 19):
        for _entry in range(number):
            submitted(edition, company="Ta pati UAB", category=category)
        counts.append(cost(editor, address))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_an_entry_costs_the_same_queries_however_much_it_says(editor):
    edition = new_edition(Stage.CLOSED, english=True)
    category = next(iter(edition.rows("categories"))).category
    entry = submitted(edition, category=category, member_key=MemberFactory().translation_key)
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    row = next(iter(edition.rows("questions")))
    counts = []
    for number in (1, 19):
        for _part in range(number):
            EntryFileFactory(entry=entry, question=row)
            ConsentFactory(entry=entry)
            QuestionFactory(entry=entry)
            submitted(edition, company=entry.company)
        counts.append(cost(editor, address))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_the_list_of_editions_costs_the_same_queries_for_1_and_for_20(editor):
    address = reverse("competition_entries:editions")
    counts = []
    for number in (1, 19):
        for _edition in range(number):
            submitted(new_edition(categories=0, questions=(), eligibility=0))
        counts.append(cost(editor, address))
    assert counts[0] == counts[1] <= MOST_QUERIES
