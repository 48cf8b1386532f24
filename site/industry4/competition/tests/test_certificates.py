"""Certificates: what stands on them in each language, and who has them when."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from industry4.competition.models import Entry, Placement
from industry4.competition.results.certificates import certificate
from industry4.testing.editors import sign_in

from .results import Judged, decided

pytestmark = pytest.mark.django_db


def words(content):
    """The words of a PDF of one page, with single spaces."""
    [page] = PdfReader(io.BytesIO(content)).pages
    assert page.mediabox.width > page.mediabox.height
    return " ".join(page.extract_text().split())


def drawn(judged, number, language):
    placement = Placement.objects.get(entry=judged.entries[number])
    return words(certificate(judged.fresh(), placement, language))


def address(judged, number, language="lt"):
    return reverse(
        "competition_results:certificate",
        args=[judged.key, judged.entries[number].pk, language],
    )


def test_a_winner_reads_who_what_for_and_why_in_its_language():
    judged = decided()
    Entry.objects.update(company="UAB „Ąžuolų šviesa“ & Müller Łódź")
    for language, texts in {
        "lt": ("Diplomas", "Inovatyviausia įmonė", "Kategorija", "Robotas", "Nes veikia."),
        "en": ("Diploma", "The most innovative company", "EN Sritis", "A robot", "It works."),
    }.items():
        found = drawn(judged, 0, language)
        for text in ("UAB „Ąžuolų šviesa“ & Müller Łódź", str(judged.seats[0]), *texts):
            assert text in found, language


def test_a_finalist_is_called_so_without_the_jurys_reasons():
    judged = decided()
    assert "Finalist of the most innovative company" in drawn(judged, 1, "en")
    assert "It works." not in drawn(judged, 1, "en")


def test_another_place_is_named():
    judged = decided(1, 2)
    assert "Place 2 among the most innovative companies" in drawn(judged, 1, "en")


def test_long_texts_stay_on_one_page():
    judged = decided()
    Placement.objects.update(citation_lt="Ilgas pagrindimas. " * 200, innovation_lt="Ž" * 255)
    Entry.objects.update(company="Uždaroji akcinė bendrovė „" + "Pramonės" * 21 + "“")
    assert "…" in drawn(judged, 0, "lt")


def test_markup_in_a_name_is_text():
    judged = decided()
    Entry.objects.update(company="A <b>&amp; B</i>")
    assert "A <b>&amp; B</i>" in drawn(judged, 0, "lt")


def test_the_chair_saves_a_certificate_once_it_is_decided(client):
    judged = decided()
    sign_in(client, judged.chair)
    answer = client.get(address(judged, 0))
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    assert judged.entries[0].company in words(answer.content)
    assert client.get(address(judged, 2)).status_code == 404
    assert client.get(address(judged, 0, "de")).status_code == 404


def test_there_is_none_before_the_decision(client):
    judged = Judged()
    judged.place(1)
    sign_in(client, judged.chair)
    assert client.get(address(judged, 0)).status_code == 404


def test_other_jurors_have_none(client):
    judged = decided()
    sign_in(client, judged.seats[1].user)
    assert client.get(address(judged, 0)).status_code == 404


def test_an_entrant_has_its_certificate_once_results_are_public(client):
    judged = decided()
    addresses = [
        reverse("competition_certificate", args=[entry.key, entry.own_secret, "lt"])
        for entry in judged.entries
    ]
    assert [client.get(each).status_code for each in addresses] == [404, 404, 404]
    judged.publish()
    assert [client.get(each).status_code for each in addresses] == [200, 200, 404]
    answer = client.get(addresses[0])
    assert judged.entries[0].company in words(answer.content)
    assert answer["Referrer-Policy"] == "no-referrer"
    page = reverse("competition_entry", args=[judged.entries[0].key, judged.entries[0].own_secret])
    assert addresses[0] in client.get(page).content.decode()
