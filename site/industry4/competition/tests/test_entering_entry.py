"""The private link: writing an entry, submitting it, answering questions, withdrawing it."""

import datetime

import pytest
from django.utils import timezone, translation

from ecosystem.models import CompetitionAct, CompetitionPage, RulesChange
from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Consent, Question, RecordEntry
from industry4.competition.tests.entering import (
    complete,
    conditions,
    form_of,
    kept,
    link,
    mailed,
    questions,
    save,
    soup,
    submit,
    text_of,
)
from industry4.competition.tests.factories import (
    AnswerFactory,
    EntryFactory,
    QuestionFactory,
    new_edition,
)

pytestmark = pytest.mark.django_db
CONSENT = "Sutinku su konkurso sąlygomis."


@pytest.fixture
def edition():
    return new_edition(year=2026)


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


def close(edition):
    """Let the deadline pass."""
    now = timezone.now()
    CompetitionPage.objects.filter(translation_key=edition.key).update(entries_close=now)


def answers(entry):
    return {answer.question: answer.text for answer in entry.answers.all()}


# Drafts


def test_the_form_asks_what_the_edition_asks(client, edition, entry):
    html = soup(client.get(link(entry)))
    for row in edition.source.questions.all():
        label = html.find("label", {"for": f"id_question-{row.translation_key}"})
        assert row.label in label.get_text()
    assert [legend.get_text() for legend in html.select("legend")] == [
        "Įmonė",
        "Kontaktinis asmuo",
        "Kas gali dalyvauti",
        "Inovacija",
        "Jei pateksite tarp finalininkų",
    ]


def test_a_draft_keeps_whatever_is_there(client, edition, entry):
    named = questions(edition)
    response = save(
        client,
        entry,
        {named["long"]: "Pirma.\r\nAntra.", named["choice"]: "Gaminys", "may_be_named": "on"},
    )
    assert response.url.endswith("?saved=1#saved")
    page = client.get(response.url)
    assert "Juodraštis įrašytas" in text_of(page)
    form = form_of(page)
    assert form[named["long"]] == "Pirma.\nAntra."
    assert form[named["choice"]] == "Gaminys"
    assert kept(entry).may_be_named
    assert kept(entry).state == "draft"


@pytest.mark.parametrize(
    "kind, typed", [("number", "daug"), ("link", "javascript:alert(1)"), ("short", "x" * 300)]
)
def test_what_is_wrong_in_a_draft_is_kept_and_told(client, edition, entry, kind, typed):
    name = questions(edition)[kind]
    response = save(client, entry, {name: typed, "innovation": "Nauja"})
    assert response.status_code == 422
    assert "Juodraštis įrašytas" in text_of(response)
    assert soup(response).select_one(f'.form-errors a[href="#id_{name}"]')
    assert form_of(client.get(link(entry)))[name] == typed
    assert kept(entry).innovation == "Nauja"
    assert "javascript:" not in str(soup(client.get(link(entry, "preview"))).select("main a"))


def test_what_is_too_long_to_be_kept_is_told_and_stays_in_the_form(client, entry):
    response = save(client, entry, {"company": "x" * 201, "innovation": "Nauja"})
    assert response.status_code == 422
    assert "išskyrus tai, kas per ilga" in text_of(response)
    assert form_of(response)["company"] == "x" * 201
    assert kept(entry).company == entry.company
    assert kept(entry).innovation == "Nauja"


def test_a_number_is_read_as_the_language_writes_it(client, edition, entry):
    name = questions(edition)["number"]
    save(client, entry, {name: "1 250,5"})
    assert list(answers(entry).values()) == ["1250.5"]
    assert "1 250,5" in text_of(client.get(link(entry, "preview"))).replace("\xa0", " ")


def test_markup_is_text(client, edition, entry):
    markup = "<script>alert(1)</script>"
    complete(client, entry, edition, company=markup, **{questions(edition)["long"]: markup})
    for name in ("entry", "preview"):
        assert markup not in client.get(link(entry, name)).content.decode()


def test_a_nul_is_left_out(client, edition, entry):
    save(client, entry, {questions(edition)["long"]: "a\x00b"})
    assert list(answers(entry).values()) == ["ab"]


def test_a_member_can_be_linked(client, entry):
    member = MemberFactory(title="Robotai UAB")
    save(client, entry, {"member": str(member.translation_key)})
    assert kept(entry).member_key == member.translation_key


def test_a_category_that_there_is_not_is_not_kept(client, edition, entry):
    response = save(client, entry, {"category": "1", "innovation": "Nauja"})
    assert response.status_code == 422
    assert kept(entry).category is None
    assert kept(entry).innovation == "Nauja"


def test_what_is_asked_no_longer_is_kept_and_shown_apart(client, edition, entry):
    row = edition.source.questions.get(kind="short")
    AnswerFactory(entry=entry, question=row, text="senas atsakymas")
    row.delete()
    for name in ("entry", "preview"):
        page = client.get(link(entry, name))
        assert f"question-{row.translation_key}" not in page.content.decode()
    page = client.get(link(entry))
    assert "Nebeklausiama" in text_of(page)
    assert "senas atsakymas" in soup(page).select_one(".entry-gone").get_text()
    complete(client, entry, edition)
    assert submit(client, entry).status_code == 302
    assert "senas atsakymas" in answers(entry).values()


def test_a_choice_that_is_offered_no_longer_stays_in_the_draft_and_is_refused(
    client, edition, entry
):
    row = edition.source.questions.get(kind="choice")
    AnswerFactory(entry=entry, question=row, text="Idėja")
    response = save(client, entry, {"innovation": "Nauja"})
    assert response.status_code == 422
    assert "Idėja (nebesiūloma)" in text_of(response)
    assert form_of(response)[questions(edition)["choice"]] == "Idėja"
    assert answers(entry) == {row.translation_key: "Idėja"}
    assert "Tai nebesiūloma" in text_of(client.get(link(entry, "preview")))


def test_changes_of_the_rules_are_told_with_their_reasons(client, edition, entry):
    RulesChange.objects.create(
        edition=edition.key, reason_lt="Klausimas buvo neaiškus.", reason_en="Unclear.", changes={}
    )
    for name in ("entry", "preview"):
        assert "Klausimas buvo neaiškus." in text_of(client.get(link(entry, name)))


# Another window


def test_a_window_out_of_date_changes_nothing_and_shows_both(client, edition, entry):
    name = questions(edition)["long"]
    old = form_of(client.get(link(entry)))
    save(client, entry, {name: "Kolegos tekstas"})
    response = client.post(link(entry), {**old, name: "Mano tekstas", "save": "1"})
    assert response.status_code == 409
    assert form_of(response)[name] == "Mano tekstas"
    assert "Kolegos tekstas" in soup(response).select_one(".entry-stored").get_text()
    assert list(answers(entry).values()) == ["Kolegos tekstas"]
    again = client.post(link(entry), {**form_of(response), "save": "1"})
    assert again.status_code == 302
    assert list(answers(entry).values()) == ["Mano tekstas"]


def test_a_form_sent_twice_is_saved_once(client, edition, entry):
    form = {**form_of(client.get(link(entry))), "innovation": "Nauja", "save": "1"}
    assert [client.post(link(entry), form).status_code for _twice in range(2)] == [302, 302]
    assert kept(entry).version == 1


@pytest.mark.parametrize("version", ["", "x", "-5", "9" * 40, "²"])
def test_a_version_that_is_none_is_one_out_of_date(client, entry, version):
    response = save(client, entry, {"version": version, "innovation": "Nauja"})
    assert response.status_code == 409
    assert kept(entry).innovation == entry.innovation


# Submitting


def test_an_entry_that_is_complete_is_submitted_once(client, edition, entry):
    complete(client, entry, edition)
    assert submit(client, entry).url == link(entry)
    stored = kept(entry)
    assert (stored.state, stored.number) == ("submitted", 1)
    assert stored.submitted_at
    consent = Consent.objects.get()
    assert (consent.text, len(consent.version)) == (CONSENT, 12)
    act = RecordEntry.objects.get()
    assert (act.act, act.entry_number, act.by, act.by_name) == ("submitted", 1, None, "Pareiškėjas")
    assert mailed() == [(entry.pk, "submitted")]
    page = client.get(link(entry))
    assert "Paraiška pateikta" in text_of(page)
    assert not soup(page).select("main form")


def test_submitting_again_changes_nothing(client, edition, entry):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    for _twice in range(2):
        assert client.post(link(entry, "preview"), form).url == link(entry)
    assert RecordEntry.objects.count() == Consent.objects.count() == len(mailed()) == 1


def test_numbers_are_given_out_in_turn(client, edition):
    for number in (1, 2):
        entry = EntryFactory(edition=edition)
        complete(client, entry, edition)
        submit(client, entry)
        assert kept(entry).number == number


def test_what_is_missing_is_said_with_links_to_the_form(client, edition, entry):
    save(client, entry, {"company": ""})
    page = client.get(link(entry, "preview"))
    links = [item["href"] for item in soup(page).select(".form-errors a")]
    named = questions(edition)
    assert links == [
        f"{link(entry)}#id_{name}"
        for name in ("company", "category", *conditions(edition), named["long"])
    ]
    assert not soup(page).select("main form")
    assert client.post(link(entry, "preview"), {"version": "1", "consent": "x"}).status_code in (
        409,
        422,
    )
    assert kept(entry).state == "draft"


def test_a_required_file_may_not_be_missing(client):
    question = {"kind": "file", "label": "Priedas", "is_required": True}
    edition = new_edition(questions=({"kind": "long", "label": "Kas tai?"}, question))
    entry = EntryFactory(edition=edition)
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    assert "Priedas: Šis laukas yra privalomas." in text_of(page)


def test_without_consent_nothing_is_submitted(client, edition, entry):
    complete(client, entry, edition)
    response = submit(client, entry, consent="")
    assert response.status_code == 422
    assert soup(response).select_one("#id_consent")["aria-invalid"] == "true"
    assert kept(entry).state == "draft"


def test_another_text_of_the_consent_is_shown_first(client, edition, entry):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    CompetitionPage.objects.filter(translation_key=edition.key).update(entry_consent="Kitaip.")
    response = client.post(link(entry, "preview"), form)
    assert response.status_code == 409
    assert "Kitaip." in text_of(response)
    assert not Consent.objects.exists()


def test_what_was_changed_since_it_was_checked_is_shown_first(client, edition, entry):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    save(client, entry, {"innovation": "Kitas robotas"})
    response = client.post(link(entry, "preview"), form)
    assert response.status_code == 409
    assert "Kitas robotas" in text_of(response)
    assert kept(entry).state == "draft"


# The deadline


def test_from_the_second_of_the_deadline_on_nothing_is_submitted(
    client, edition, entry, monkeypatch
):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    deadline = CompetitionPage.objects.get(translation_key=edition.key).entries_close
    monkeypatch.setattr("django.utils.timezone.now", lambda: deadline)
    response = client.post(link(entry, "preview"), form)
    assert response.status_code == 409
    assert "Per vėlu" in text_of(response)
    assert kept(entry).state == "draft"
    monkeypatch.setattr(
        "django.utils.timezone.now", lambda: deadline - datetime.timedelta(microseconds=1)
    )
    assert client.post(link(entry, "preview"), form).status_code == 302
    assert kept(entry).state == "submitted"


def test_after_the_deadline_a_draft_is_read_and_not_changed(client, edition, entry):
    complete(client, entry, edition)
    form = {**form_of(client.get(link(entry))), "innovation": "Per vėlai", "save": "1"}
    close(edition)
    page = client.get(link(entry))
    assert "Šis juodraštis nebuvo pateiktas" in text_of(page)
    assert "Virinantis robotas" in text_of(page)
    assert not soup(page).select("main form")
    response = client.post(link(entry), form)
    assert response.status_code == 409
    assert "Per vėlai" in soup(response).select_one(".entry-typed").get_text()
    assert kept(entry).innovation == "Virinantis robotas"
    assert client.get(link(entry, "preview")).url == link(entry)


def test_an_edition_that_is_withdrawn_from_readers_is_still_read_by_its_entrants(
    client, edition, entry
):
    edition.source.unpublish()
    page = client.get(link(entry))
    assert page.status_code == 200
    assert entry.innovation in text_of(page)
    assert not soup(page).select("main form")


@pytest.mark.parametrize("state", ["submitted", "eligible", "refused", "withdrawn"])
def test_an_entry_that_is_no_draft_is_read_and_not_changed(client, edition, state):
    entry = EntryFactory(edition=edition, state=state)
    page = client.get(link(entry))
    assert entry.innovation in text_of(page)
    assert not soup(page).select("main form")
    response = client.post(link(entry), {"innovation": "Kitaip", "version": "0", "save": "1"})
    assert response.status_code == 409
    assert "Kitaip" in soup(response).select_one(".entry-typed").get_text()
    assert kept(entry).innovation == entry.innovation


def test_a_refusal_says_why(client, edition):
    entry = EntryFactory(edition=edition, state="refused")
    RecordEntry.objects.create(
        edition=edition.key,
        act="refused",
        by_name="Redaktorė",
        entry_number=entry.number,
        reason="Įmonė veikia kitame regione.",
    )
    assert "Įmonė veikia kitame regione." in text_of(client.get(link(entry)))


# Questions of the editors


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.CLOSED, Stage.JUDGING])
def test_questions_are_answered_also_after_the_deadline(client, stage):
    entry = EntryFactory(edition=new_edition(stage), state="returned")
    question = QuestionFactory(entry=entry)
    page = client.get(link(entry))
    assert question.text in text_of(page)
    form = {**form_of(page), f"answer-{question.pk}": "Taip, nuo kovo.", "answer": "1"}
    assert client.post(link(entry), form).url == link(entry)
    question.refresh_from_db()
    assert question.answer == "Taip, nuo kovo."
    assert question.answered_at
    assert kept(entry).state == "submitted"
    assert RecordEntry.objects.get().act == "answered"
    assert "Taip, nuo kovo." in text_of(client.get(link(entry)))


def test_answers_are_kept_while_one_is_missing(client, edition):
    entry = EntryFactory(edition=edition, state="returned")
    first, second = (QuestionFactory(entry=entry, text=text) for text in ("Ar?", "Kiek?"))
    response = client.post(link(entry), {f"answer-{first.pk}": "Taip.", "answer": "1"})
    assert response.status_code == 422
    assert [item["href"] for item in soup(response).select(".form-errors a")] == [
        f"#answer-{second.pk}"
    ]
    assert form_of(client.get(link(entry)))[f"answer-{first.pk}"] == "Taip."
    assert kept(entry).state == "returned"
    assert not RecordEntry.objects.exists()


def test_answers_that_come_too_late_are_shown_and_not_kept(client, edition):
    entry = EntryFactory(edition=edition, state="refused")
    question = QuestionFactory(entry=entry)
    response = client.post(link(entry), {f"answer-{question.pk}": "Taip.", "answer": "1"})
    assert response.status_code == 409
    assert "Taip." in soup(response).select_one(".entry-typed").get_text()
    assert Question.objects.get().answer == ""


# Withdrawing


@pytest.mark.parametrize("state", ["unconfirmed", "draft", "submitted", "returned", "eligible"])
def test_an_entry_is_withdrawn_after_a_question(client, edition, state):
    entry = EntryFactory(edition=edition, state=state)
    assert soup(client.get(link(entry))).find("a", href=link(entry, "withdraw"))
    assert "Atsiimti paraišką?" in text_of(client.get(link(entry, "withdraw")))
    assert kept(entry).state == state
    for _twice in range(2):
        assert client.post(link(entry, "withdraw")).url == link(entry)
    assert kept(entry).state == "withdrawn"
    assert [act.act for act in RecordEntry.objects.all()] == ["withdrawn"]
    assert mailed() == [(entry.pk, "withdrawn")]


def test_once_decided_nothing_is_withdrawn(client):
    entry = EntryFactory(edition=new_edition(Stage.DECIDED), state="eligible")
    assert CompetitionAct.objects.exists()
    assert client.post(link(entry, "withdraw")).status_code == 409
    assert kept(entry).state == "eligible"


# In English


def test_the_form_is_in_the_language_of_its_address(client):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition)
    with translation.override("en"):
        address = link(entry)
        page = client.get(address)
        assert "EN Kuo jūsų inovacija nauja?" in text_of(page)
        name = questions(edition)["choice"]
        shown = {
            option["value"]: option.get_text()
            for option in soup(page).select(f'select[name="{name}"] option')
        }
        assert list(shown) == ["", "Prototipas", "Gaminys"]
        save(client, entry, {name: "Gaminys", questions(edition)["number"]: "1,250.5"})
    assert kept(entry).language == "en"
    assert form_of(client.get(link(entry)))[name] == "Gaminys"
    assert "1250.5" in answers(entry).values()


def test_a_question_that_is_not_translated_is_asked_all_the_same(client):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition)
    edition.page("en").questions.filter(kind="long").delete()
    with translation.override("en"):
        assert "Kuo jūsų inovacija nauja?" in text_of(client.get(link(entry)))
