"""What becomes of a draft when what is asked changes, and of words that lag behind."""

import pytest
from django.utils import translation
from wagtail_localize.models import StringTranslation

from ecosystem.models import CompetitionPage, RulesChange
from industry4.competition.editions import Edition
from industry4.competition.models import Consent
from industry4.competition.reading import sections
from industry4.competition.tests.entering import (
    answers,
    complete,
    conditions,
    confirmed,
    form_of,
    kept,
    link,
    questions,
    republished,
    save,
    soup,
    submit,
    text_of,
)
from industry4.competition.tests.factories import AnswerFactory, EntryFactory, new_edition
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(year=2026)


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


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


def test_a_condition_that_reads_otherwise_is_to_be_confirmed_again(client, edition, entry):
    complete(client, entry, edition)
    [box] = conditions(edition)
    form = form_of(client.get(link(entry)))
    republished(edition, "eligibility", text="Turime mažiau nei 50 darbuotojų.")
    assert box not in form_of(client.get(link(entry)))
    page = client.get(link(entry, "preview"))
    assert soup(page).select_one(f'.form-errors a[href$="#id_{box}"]')
    client.post(link(entry), {**form, "save": "1"})  # from a window with the words before
    assert box not in form_of(client.get(link(entry)))
    assert save(client, entry, confirmed(edition)).status_code == 302
    assert submit(client, entry).status_code == 302
    assert kept(entry).state == "submitted"


def test_what_a_submitted_entry_has_confirmed_stays_in_the_words_that_were_confirmed(
    client, edition, entry
):
    complete(client, entry, edition)
    submit(client, entry)
    republished(edition, "eligibility", text="Turime mažiau nei 50 darbuotojų.")
    said = text_of(client.get(link(entry)))
    assert "Atitinkame sąlygą 1. Taip" in said
    assert "50 darbuotojų" not in said


def test_the_jury_reads_what_is_asked_in_its_language_and_nothing_else(client, edition, entry):
    gone = edition.source.questions.get(kind="short")
    AnswerFactory(entry=entry, question=gone, text="senas atsakymas")
    gone.delete()
    complete(client, entry, edition, **{questions(edition)["number"]: "1250,5"})
    edition = Edition.of(edition.key)
    read = {section.label: section.text for section in sections(entry, edition)}
    assert read["Atitinkame sąlygą 1."] == "Taip"
    assert read["Kiek darbuotojų prie jos dirba?"].replace("\xa0", " ") == "1 250,5"
    assert "senas atsakymas" not in read.values()
    [last] = [part for part in sections(entry, edition, with_gone=True) if part.is_gone]
    assert (last.label, last.text) == (gone.label, "senas atsakymas")
    with translation.override("en"):
        read = {section.label: section.text for section in sections(entry, edition)}
    assert read["Kiek darbuotojų prie jos dirba?"] == "1,250.5"


# In English, while its translation is of an earlier text


def english_choices(client, entry, name):
    """What can be chosen on the English form, as pairs of a value and its label."""
    with translation.override("en"):
        options = soup(client.get(link(entry))).select(f'select[name="{name}"] option')
    return [(option["value"], option.get_text()) for option in options[1:]]


@pytest.mark.parametrize("choices", ["Prototipas\nGaminys", "Sumanymas\nPrototipas\nGaminys"])
def test_choices_stand_for_what_they_say_whatever_the_translation_lags_behind(client, choices):
    question = {"kind": "choice", "label": "Branda?", "choices": "Idėja\nPrototipas\nGaminys"}
    edition = new_edition(english=True, questions=(question,))
    entry = EntryFactory(edition=edition)
    name = questions(edition)["choice"]
    assert english_choices(client, entry, name)[0] == ("Idėja", "EN Idėja")
    republished(edition, "questions", choices=choices)
    lines = choices.split("\n")
    assert english_choices(client, entry, name) == list(zip(lines, lines, strict=True))
    translated(edition.source)
    assert english_choices(client, entry, name)[0] == (lines[0], f"EN {lines[0]}")


def test_a_translation_that_is_being_mended_does_not_put_the_form_into_lithuanian(client):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition)
    name = questions(edition)["choice"]
    words = StringTranslation.objects.filter(context__path__endswith=".choices")
    assert words.update(data="Trial<br>Product") == 1  # not yet published
    assert english_choices(client, entry, name)[0] == ("Prototipas", "EN Prototipas")


def test_choices_of_a_page_that_is_translated_by_hand_are_taken_if_they_are_as_many(client):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition)
    name = questions(edition)["choice"]
    StringTranslation.objects.all().delete()
    row = edition.page("en").questions.filter(kind="choice")
    row.update(choices="Trial\nProduct")
    assert english_choices(client, entry, name)[1] == ("Gaminys", "Product")
    row.update(choices="Trial")
    assert english_choices(client, entry, name)[1] == ("Gaminys", "Gaminys")


def test_the_condition_that_is_in_force_is_confirmed(client):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition)
    with translation.override("en"):
        assert "EN Atitinkame sąlygą 1." in text_of(client.get(link(entry)))
    republished(edition, "eligibility", text="Turime mažiau nei 50 darbuotojų.")
    with translation.override("en"):
        said = text_of(client.get(link(entry)))
    assert "Turime mažiau nei 50 darbuotojų." in said
    assert "Atitinkame sąlygą 1." not in said


@pytest.mark.parametrize("english", ["", "EN Sutinku su ankstesnėmis sąlygomis."])
def test_nobody_submits_without_the_consent_that_is_in_force(client, english):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition)
    complete(client, entry, edition)
    of_page = CompetitionPage.objects.filter
    of_page(pk=edition.page("en").pk).update(entry_consent=english)
    if english:
        StringTranslation.objects.filter(context__path="entry_consent").update(data=english)
        of_page(pk=edition.source.pk).update(entry_consent="Sutinku su naujomis sąlygomis.")
    with translation.override("en"):
        page = client.get(link(entry, "preview"))
        assert Edition.of(edition.key).source.entry_consent in text_of(page)
        assert client.post(link(entry, "preview"), form_of(page)).status_code == 422
        assert submit(client, entry).status_code == 302
    assert Consent.objects.get().text == Edition.of(edition.key).source.entry_consent


def test_what_was_submitted_stays_with_the_question_that_it_answers(client, edition, entry):
    complete(client, entry, edition)
    submit(client, entry)
    republished(edition, "questions", label="Kiek uždirbote?")
    said = text_of(client.get(link(entry)))
    assert "Kuo jūsų inovacija nauja? Jis virina pats." in said
    assert "Kiek uždirbote?" not in said
    read = {section.label: section.text for section in sections(entry, Edition.of(edition.key))}
    assert read["Kuo jūsų inovacija nauja?"] == "Jis virina pats."


def test_whoever_submits_answers_the_questions_that_are_put_then(client, edition, entry):
    complete(client, entry, edition)
    republished(edition, "questions", label="Kuo ji kitokia?")
    assert "Kuo ji kitokia? Jis virina pats." in text_of(client.get(link(entry, "preview")))
    assert submit(client, entry).status_code == 302
    assert "Kuo ji kitokia? Jis virina pats." in text_of(client.get(link(entry)))


def test_each_reader_has_the_questions_in_the_own_language(client):
    edition = new_edition(english=True)
    entry = EntryFactory(edition=edition, state="submitted", language="en")
    rows = [edition.pages[code].questions.get(kind="long") for code in ("lt", "en")]
    AnswerFactory(entry=entry, question=rows[1], text="It welds.")
    for language, row in zip(("lt", "en"), rows, strict=True):
        with translation.override(language):
            assert f"{row.label} It welds." in text_of(client.get(link(entry)))
            assert row.label in [section.label for section in sections(entry, edition)]
