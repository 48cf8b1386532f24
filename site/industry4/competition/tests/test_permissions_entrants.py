"""Entries where others look for them: by private links, as files, in search and the APIs."""

import uuid

import pytest
from django.urls import reverse
from django.utils.translation import override

from industry4.competition.models import Entry
from industry4.competition.tests import persons
from industry4.competition.tests.entering import link
from industry4.competition.tests.factories import EntryFactory, EntryFileFactory
from industry4.competition.tests.persons import ANSWER, COMPANY, PERSONS, address, as_person
from industry4.testing.factories import home_page

pytestmark = pytest.mark.django_db

# The entrant's own addresses, and what names a part of the entry in them.
PAGES = {"entry": "", "preview": "", "withdraw": "", "file": "file", "certificate": "language"}


@pytest.fixture
def judged():
    return persons.everybody()


def own(judged, entry=None, secret=None):
    """The addresses of an entry, in both languages, by name."""
    given = {"file": judged.file.key, "language": "lt"}
    found = {}
    for language in ("lt", "en"):
        with override(language):
            for name, part in PAGES.items():
                parts = {part: given[part]} if part else {}
                found[name, language] = link(entry or judged.entry, name, secret=secret, **parts)
    return found


@pytest.mark.parametrize("person", PERSONS)
def test_whoever_has_no_link_finds_nothing_whoever_that_is(client, judged, person):
    other = EntryFactory(edition=judged.edition)
    unknown = Entry(key=uuid.uuid4())
    unknown.secret = judged.entry.secret
    as_person(client, judged, person)
    before = list(Entry.objects.order_by("pk").values())
    for entry, secret in (
        (judged.entry, other.secret),
        (judged.entry, judged.entry.secret[:-1]),
        (judged.entry, judged.entry.secret_of(judged.entry.link - 1)),
        (unknown, None),
    ):
        for path in own(judged, entry, secret).values():
            for send in (client.get, client.post):
                response = send(path)
                assert response.status_code == 404, path
                assert COMPANY not in response.content.decode()
    assert list(Entry.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("person", PERSONS)
def test_the_link_opens_the_entry_to_whoever_has_it(client, judged, person):
    as_person(client, judged, person)
    for (name, _language), path in own(judged).items():
        # Nothing is to be submitted any more, and there is no certificate yet.
        status = {"preview": 302, "certificate": 404}.get(name, 200)
        assert client.get(path).status_code == status, path


def test_by_the_link_of_one_entry_files_of_another_are_not_found(client, judged):
    other = EntryFactory(edition=judged.edition)
    assert client.get(own(judged, other)["file", "lt"]).status_code == 404
    question = next(iter(judged.edition.rows("questions")))
    file = EntryFileFactory(entry=other, question=question)
    assert client.get(link(other, "file", file=file.key)).status_code == 200


PLACES = [
    "/paieska/?q={q}",
    "/en/search/?q={q}",
    "/api/v2/pages/?search={q}",
    "/api/v2/pages/{page}/?fields=*",
    "/api/v2/documents/?search={q}",
    "/api/v3/pages/?search={q}",
    "/api/delivery/v1/search/?q={q}",
    "/api/delivery/v1/competitions/",
    "/api/delivery/v1/competitions/{key}/",
    "/sitemap.xml",
]


@pytest.mark.parametrize("person", PERSONS)
def test_no_entry_is_found_by_search_or_in_an_api(client, judged, person):
    as_person(client, judged, person)
    page, key = judged.edition.source.pk, judged.edition.key
    for words in (COMPANY, ANSWER):
        for place in PLACES:
            path = place.format(q=words, page=page, key=key)
            response = client.get(path, follow=True)
            assert response.status_code in (200, 400, 401, 403, 404), path
            said = response.content.decode()
            for other in {COMPANY, ANSWER} - {words}:
                assert other not in said
            assert judged.entry.email not in said
            assert str(judged.entry.key) not in said


@pytest.mark.parametrize("person", ["editor", "administrator"])
def test_the_admins_search_of_pages_finds_no_entry(client, judged, person):
    as_person(client, judged, person)
    for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        response = client.get(reverse(name), {"q": COMPANY})
        assert response.status_code == 200
        assert reverse("wagtailadmin_pages:edit", args=[home_page().pk]) not in (
            response.content.decode()
        )


def test_a_file_is_saved_and_never_shown_or_kept(client, judged):
    as_person(client, judged, "juror")
    response = client.get(address("competition_entries:file", judged))
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="priedas.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_a_file_has_no_other_address(client, judged):
    as_person(client, judged, "administrator")
    for folder in ("media", "documents", "static", "private"):
        response = client.get(f"/{folder}/{judged.file.file.name}", follow=True)
        assert response.status_code == 404


def test_a_file_that_is_gone_is_not_found(client, judged):
    judged.file.file.delete(save=False)
    type(judged.file).objects.filter(pk=judged.file.pk).update(file="entries/nera")
    as_person(client, judged, "juror")
    assert client.get(address("competition_entries:file", judged)).status_code == 404
