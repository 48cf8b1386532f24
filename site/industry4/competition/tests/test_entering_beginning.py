"""Beginning an entry by an e-mail address, and asking for its link again."""

import time
from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail, signing
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from ecosystem.stages import Stage
from industry4.competition.entering.mails import mail as mail_of
from industry4.competition.models import Entry
from industry4.competition.tests.entering import (
    close,
    kept,
    link,
    mailed,
    save,
    soup,
    text_of,
)
from industry4.competition.tests.factories import EntryFactory, new_edition

pytestmark = pytest.mark.django_db

EMAIL = "vardene@imone.example"


@pytest.fixture
def edition():
    return new_edition(year=2026)


def address(language="lt"):
    with translation.override(language):
        return reverse("competition_begin", args=(2026,))


def begin(client, language="lt", **changes):
    then = time.time() - 10
    with mock.patch("time.time", return_value=then):
        started = signing.dumps(int(then), salt="entry")
    form = {
        "email": EMAIL,
        "company": "Robotai UAB",
        "contact_name": "Vardenė Pavardenė",
        "remark": "",
        "started": started,
    }
    return client.post(address(language), {**form, **changes})


def test_its_address_is_in_the_language_of_the_page(edition):
    assert address() == "/paraiskos/2026/"
    assert address("en") == "/en/entries/2026/"


def test_whoever_begins_is_mailed_a_private_link(client, edition):
    response = begin(client)
    assert response.url == "/paraiskos/2026/?sent=1#sent"
    assert "Peržiūrėkite savo pašto dėžutę" in text_of(client.get(response.url))
    entry = Entry.objects.get()
    assert (entry.state, entry.company, entry.language) == ("unconfirmed", "Robotai UAB", "lt")
    assert mailed() == [(entry.pk, "confirm")]
    address_of_entry = f"http://localhost{link(entry, secret=entry.next_secret)}"
    assert address_of_entry in mail_of(entry, "confirm").body
    assert mail.outbox == []  # that is left to the worker


def test_nothing_is_confirmed_by_opening_the_link_but_by_saving(client, edition):
    begin(client)
    entry = Entry.objects.get()
    secret = entry.next_secret
    for _scanner in range(2):
        assert client.get(link(entry, secret=secret)).status_code == 200
    assert kept(entry).state == "unconfirmed"
    assert kept(entry).confirmed_at is None
    save(client, entry, secret=secret)
    assert kept(entry).state == "draft"
    assert kept(entry).confirmed_at


def test_it_says_the_same_whoever_has_entered(client, edition):
    EntryFactory(edition=edition, email=EMAIL)
    known, new = begin(client), begin(client, email="kita@imone.example")
    assert (known.status_code, known.url) == (new.status_code, new.url)


def test_the_same_address_again_gets_a_link_to_the_same_entry(client, edition):
    entry = EntryFactory(edition=edition, email=EMAIL)
    begin(client, email="Vardene@Imone.example", company="Kita UAB")
    assert kept(entry).company == entry.company
    assert mailed() == [(entry.pk, "again")]


def test_the_old_link_ends_when_something_is_saved_by_the_new_one(client, edition):
    """Not sooner: anybody may type an address, and end nobody's work by that."""
    entry = EntryFactory(edition=edition, email=EMAIL)
    begin(client)
    secret = kept(entry).next_secret
    assert secret in mail_of(kept(entry), "again").body
    assert client.get(link(entry)).status_code == 200
    assert client.get(link(entry, secret=secret)).status_code == 200
    save(client, entry, secret=secret)
    assert client.get(link(entry)).status_code == 404
    assert client.post(link(entry), {"save": "1"}).status_code == 404
    assert client.get(link(entry, secret=secret)).status_code == 200


def test_after_a_withdrawal_another_entry_may_be_begun(client, edition):
    EntryFactory(edition=edition, email=EMAIL, state="withdrawn")
    begin(client)
    assert Entry.objects.filter(email=EMAIL).count() == 2
    assert mailed()[-1][1] == "confirm"


def test_entries_of_other_editions_are_others(client, edition):
    EntryFactory(edition=new_edition(year=2025), email=EMAIL)
    begin(client)
    assert Entry.objects.filter(edition=edition.key).count() == 1


def test_in_english_the_entrant_is_written_to_in_english(client):
    edition = new_edition(year=2026, english=True)
    begin(client, "en")
    entry = Entry.objects.get(edition=edition.key)
    assert entry.language == "en"
    assert mail_of(entry, "confirm").subject.startswith("Your entry: EN ")
    assert "/en/entries/" in mail_of(entry, "confirm").body


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.JUDGING, Stage.PUBLISHED])
def test_once_entries_are_closed_nothing_begins_and_links_are_sent_again(client, stage):
    edition = new_edition(stage, year=2026)
    entry = EntryFactory(edition=edition, email=EMAIL, state="submitted")
    page = client.get(address())
    assert "Paraiškos nebepriimamos" in text_of(page)
    assert not soup(page).select_one("[name=company]")
    begin(client)
    begin(client, email="kita@imone.example")
    assert Entry.objects.count() == 1
    assert mailed() == [(entry.pk, "again")]


def test_before_entries_open_it_says_when_they_do(client):
    new_edition(Stage.ANNOUNCED, year=2026)
    page = client.get(address())
    assert "Paraiškos dar nepriimamos" in text_of(page)
    assert not soup(page).select("main form")


def test_a_year_without_a_public_edition_is_not_found(client, edition):
    edition.source.unpublish()
    assert client.get(address()).status_code == 404
    assert client.get("/paraiskos/1999/").status_code == 404


@pytest.mark.parametrize(
    "field, value",
    [
        ("email", "vardene"),
        ("email", ""),
        ("company", ""),
        ("company", "a\nb"),
        ("contact_name", ""),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, edition, field, value):
    response = begin(client, **{field: value})
    assert response.status_code == 422
    html = soup(response)
    assert html.select_one(f'.form-errors a[href="#id_{field}"]')
    assert not Entry.objects.exists()
    others = {"email": EMAIL, "company": "Robotai UAB", "contact_name": "Vardenė Pavardenė"}
    for name, typed in others.items():
        if name != field:
            assert html.find("input", {"name": name})["value"] == typed


def test_a_machine_is_kept_out(client, edition):
    assert begin(client, remark="https://spam.example").status_code == 422
    assert begin(client, started="").status_code == 422
    assert not Entry.objects.exists()


def test_too_many_links_from_one_place_are_refused(client, edition):
    for number in range(10):
        assert begin(client, email=f"nr{number}@imone.example").status_code == 302
    response = begin(client, email="nr11@imone.example")
    assert response.status_code == 429
    assert response["Retry-After"]


def test_one_address_is_mailed_three_times_an_hour_and_nobody_learns_it(client, edition):
    answers = {begin(client).url for _again in range(5)}
    assert len(answers) == 1
    assert len(mailed()) == 3


def test_the_english_page_says_what_holds_although_its_own_dates_lag_behind(client):
    edition = new_edition(english=True, year=2026)
    page = edition.page("en")
    type(page).objects.filter(pk=page.pk).update(entries_close=page.entries_open + timedelta(1))
    said = text_of(client.get(address("en")))
    assert "Open for entries" in soup(client.get(address("en"))).text
    with translation.override("en"):
        until = date_format(timezone.localtime(edition.closes_at), "DATETIME_FORMAT")
    assert f"Entries close on {until}" in said


def test_browsers_may_fill_it_in(client, edition):
    form = soup(client.get(address())).select_one("main form")
    found = {field["name"]: field.get("autocomplete") for field in form.select("[name]")}
    assert found["email"] == "email"
    assert found["company"] == "organization"
    assert found["contact_name"] == "name"


def test_a_lost_link_is_sent_however_quickly_its_field_was_filled_in(client, edition):
    now = signing.dumps(int(time.time()), salt="entry")
    assert begin(client, started=now).status_code == 422
    close(edition)
    assert begin(client, started=now).status_code == 302


def test_errors_stand_in_the_order_of_the_fields_and_say_how_long_a_text_may_be(client, edition):
    html = soup(begin(client, company="x" * 201, contact_name="", email=""))
    errors = html.select(".form-errors a")
    assert [error["href"] for error in errors] == ["#id_company", "#id_contact_name", "#id_email"]
    assert errors[0].get_text() == "Įmonė: Ne daugiau kaip 200 ženklų."
