"""The private link: who gets in by it, and that nobody else learns it."""

import logging
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from industry4.competition.entering.fields import VERSION
from industry4.competition.models import Entry
from industry4.competition.tests.entering import (
    complete,
    confirmed,
    form_of,
    kept,
    link,
    questions,
    save,
    soup,
    text_of,
    upload,
)
from industry4.competition.tests.factories import EntryFactory, EntryFileFactory, new_edition
from industry4.core.logs import WithoutSecrets
from industry4.testing.budgets import cost

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(year=2026)


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


def pages(entry, **given):
    """The addresses of an entry."""
    return [link(entry, name, **given) for name in ("entry", "preview", "withdraw")]


def wrong_links(entry):
    other = EntryFactory(edition=entry.edition)
    return {
        "altered": {"secret": entry.secret[:-1] + ("A" if entry.secret[-1] != "A" else "B")},
        "shortened": {"secret": entry.secret[:-1]},
        "another entrant's": {"secret": other.secret},
        "expired": {"secret": entry.secret_of(entry.link - 1)},
        "not latin": {"secret": "ž" * 43},
        "unknown entry": {"key": uuid.uuid4()},
    }


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_wrong_in_any_way_gets_the_same_answer(client, entry, method):
    answers = set()
    for given in wrong_links(entry).values():
        for address in pages(entry, **given):
            response = getattr(client, method)(address)
            answers.add((response.status_code, response.content))
    assert {status for status, _body in answers} == {404}
    assert len({len(body) for _status, body in answers}) == 1


def test_a_link_that_has_ended_leads_to_a_new_one_and_gives_back_what_was_sent(
    client, edition, entry
):
    name = questions(edition)["long"]
    typed = {name: "Virė <b>tris</b> valandas.\r\nIr dar.", "innovation": "Nauja", "save": "1"}
    form = {**form_of(client.get(link(entry))), **confirmed(edition), **typed}
    save(client, entry, secret=kept(entry).next_secret)
    response = client.post(link(entry), form)
    assert response.status_code == 404
    html = soup(response)
    assert html.find("a", href=reverse("competition_begin", args=(2026,)))
    echoed = [item.get_text("\n").strip() for item in html.select(".entry-typed li")]
    assert "Nauja" in echoed
    assert any(text.startswith("Virė <b>tris</b> valandas.") for text in echoed)
    assert not [text for text in echoed if VERSION.fullmatch(text)]
    with translation.override("en"):
        assert "This link does not work" in text_of(client.get(link(entry)))


def test_a_form_that_is_too_large_changes_nothing_and_is_told_in_the_visitors_language(
    client, edition, entry
):
    save(client, entry, {"innovation": "Išsaugota"})
    huge = {questions(edition)["long"]: "x" * 3_000_000, "save": "1"}
    form = {**form_of(client.get(link(entry))), **huge}
    many = {**form, questions(edition)["long"]: "", "file": [upload() for _file in range(101)]}
    for sent in (form, many):
        response = client.post(link(entry), sent)
        assert response.status_code == 413
        assert "Per daug vienu kartu" in text_of(response)
        assert soup(response).main.find("a", href=link(entry))
    assert client.post(link(entry, "preview"), huge).status_code == 413
    body = "&".join(f"{name}={text}" for name, text in huge.items())
    kind = "application/x-www-form-urlencoded"
    assert client.generic("POST", link(entry), body, kind).status_code == 413
    assert client.post(link(entry, secret="x" * 43), form).status_code == 404
    assert kept(entry).innovation == "Išsaugota"


def test_an_entry_that_was_erased_has_no_link(client, entry):
    Entry.objects.filter(pk=entry.pk).update(erased_at=timezone.now())
    assert {client.get(address).status_code for address in pages(entry)} == {404}


def test_neither_the_database_nor_the_queue_has_the_secret(entry):
    values = Entry.objects.filter(pk=entry.pk).values().get()
    assert entry.secret not in str(values)


@pytest.mark.parametrize("wrong", [False, True])
def test_nobody_keeps_a_page_or_learns_from_where_one_comes(client, edition, entry, wrong):
    complete(client, entry, edition)
    for address in pages(entry, **({"secret": "x" * 43} if wrong else {})):
        response = client.get(address)
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert "noindex" in soup(response).find("meta", {"name": "robots"})["content"]
        assert not response.cookies


def test_a_page_names_no_other_host_and_is_no_pages_address(client, entry):
    html = soup(client.get(link(entry)))
    assert not html.select('link[rel=canonical], meta[property="og:url"], script:not([src])')
    for node in html.select("[src], link[href]"):
        assert not (node.get("src") or node["href"]).startswith(("http", "//"))


def test_a_form_needs_no_cookie_that_might_have_expired(edition, entry):
    browser = Client(enforce_csrf_checks=True)
    form = {**form_of(browser.get(link(entry))), "innovation": "Nauja", "save": "1"}
    response = browser.post(link(entry), form, headers={"Origin": "null"})
    assert response.status_code == 302


def test_the_response_cache_never_answers(client, edition, entry, switched_on):
    switched_on(DEBUG=True)
    for address in (link(entry), "/paraiskos/2026/"):
        for _again in range(3):
            response = client.get(address)
            assert response.status_code == 200
            assert "hit" not in response["Server-Timing"]


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, entry, method):
    assert getattr(client, method)(link(entry)).status_code == 405


def test_the_other_language_is_a_click_away(client, entry):
    with translation.override("en"):
        english = link(entry)
    assert soup(client.get(link(entry))).select_one(f'.languages a[href="{english}"]')


def test_the_log_does_not_name_the_secret(client, entry, caplog):
    caplog.handler.addFilter(WithoutSecrets())
    with caplog.at_level(logging.DEBUG):
        client.get(link(entry, secret=f"{entry.secret}x"))
        client.put(link(entry))
        client.post(link(entry, "preview"), {})
    assert str(entry.key) in caplog.text
    assert entry.secret not in caplog.text


@pytest.mark.parametrize("name", ["entry", "preview", "withdraw"])
def test_what_a_page_costs_does_not_grow(client, edition, entry, name):
    few = cost(client, link(entry, name))
    row = edition.source.questions.get(kind="file")
    EntryFileFactory.create_batch(20, entry=entry, question=row)
    assert cost(client, link(entry, name)) == few
    assert few <= 25


def test_what_beginning_costs(client, edition):
    assert cost(client, reverse("competition_begin", args=(2026,))) <= 25
