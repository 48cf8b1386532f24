"""The private link: writing an entry, draft by draft."""

import pytest
from django.utils import translation

from ecosystem.tests.factories import MemberFactory
from industry4.competition.tests.entering import (
    answers,
    close,
    complete,
    form_of,
    kept,
    link,
    questions,
    save,
    soup,
    text_of,
)
from industry4.competition.tests.factories import EntryFactory, new_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(year=2026)


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


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
    assert "Juodraštis išsaugotas" in text_of(page)
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
    assert "Juodraštis išsaugotas" in text_of(response)
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


@pytest.mark.parametrize("language", ["lt", "en"])
@pytest.mark.parametrize("typed", ["NaN", "sNaN", "-Infinity", "1e999999999", "1e-400", "1E+20"])
def test_what_python_takes_for_a_number_is_told_and_the_entry_goes_on(
    client, edition, entry, typed, language
):
    name = questions(edition)["number"]
    with translation.override(language):
        assert save(client, entry, {name: typed}).status_code == 422
        assert form_of(client.get(link(entry)))[name] == typed
        assert typed in text_of(client.get(link(entry, "preview")))
        close(edition)
        assert typed in text_of(client.get(link(entry)))


@pytest.mark.parametrize(
    "typed, stored", [("1,250.5", "1250.5"), ("1 250.5", "1250.5"), ("-1,250,000", "-1250000")]
)
def test_in_english_a_comma_keeps_thousands_apart(client, edition, entry, typed, stored):
    with translation.override("en"):
        assert save(client, entry, {questions(edition)["number"]: typed}).status_code == 302
    assert list(answers(entry).values()) == [stored]


@pytest.mark.parametrize("typed", ["1,5", "1250,5", "1 250,5", "12,50,000"])
def test_in_english_a_decimal_comma_is_told_and_not_left_out(client, edition, entry, typed):
    name = questions(edition)["number"]
    with translation.override("en"):
        assert save(client, entry, {name: typed}).status_code == 422
        assert form_of(client.get(link(entry)))[name] == typed
