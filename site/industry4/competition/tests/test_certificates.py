"""Certificates: what stands on them in each language, and who has them when."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry, Placement
from industry4.competition.results.certificates import RIGHT, certificate
from industry4.core.pdf import REGULAR, STRONG
from industry4.testing.editors import sign_in
from industry4.testing.factories import translated

from .results import Judged, decided

pytestmark = pytest.mark.django_db


def words(content):
    """The words of a PDF of one page, with single spaces."""
    [page] = PdfReader(io.BytesIO(content)).pages
    assert page.mediabox.width > page.mediabox.height
    return " ".join(page.extract_text().split())


def spans(content):
    """Of each text of a PDF its words, where it begins and where it ends."""
    found = []

    def visit(text, matrix, text_matrix, font, size):
        if text.strip():
            name = STRONG if font and "SemiBold" in font["/BaseFont"] else REGULAR
            left = matrix[4] + text_matrix[4]
            found.append((text.strip(), left, left + stringWidth(text.strip(), name, size)))

    [page] = PdfReader(io.BytesIO(content)).pages
    page.extract_text(visitor_text=visit)
    return found


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


def test_a_member_is_named_by_its_page_in_the_language_of_the_certificate(client):
    judged = decided()
    member = MemberFactory(title="Robotų dirbtuvės")
    translated(member, title="Robot works")
    Entry.objects.filter(pk=judged.entries[0].pk).update(
        member_key=member.translation_key, company="UAB „Gija ir Ko“"
    )
    for language, name in (("lt", "Robotų dirbtuvės"), ("en", "Robot works")):
        assert name in drawn(judged, 0, language)
        assert "Gija" not in drawn(judged, 0, language)
    member.unpublish()
    assert "Robot works" in drawn(judged, 0, "lt")
    member.get_translations().get().unpublish()
    assert "UAB „Gija ir Ko“" in drawn(judged, 0, "en")
    sign_in(client, judged.chair)
    assert "gija-ir-ko-en.pdf" in client.get(address(judged, 0, "en"))["Content-Disposition"]


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


@pytest.mark.parametrize("language", ["lt", "en"])
@pytest.mark.parametrize(
    "first, last",
    [
        ("Ona", "Ona"),
        ("Prof. habil. dr. Aleksandra Kazimiera", "Vaičiūnienė-Žemaitaitytė"),
        ("Wilhelmina" * 15, "Mažvydaitė" * 15),
    ],
)
def test_whoever_chaired_is_named_within_the_page(language, first, last):
    judged = decided()
    type(judged.chair).objects.update(first_name=first, last_name=last)
    placement = Placement.objects.get(entry=judged.entries[0])
    content = certificate(judged.fresh(), placement, language)
    label = {"lt": "Vertinimo komisijai vadovavo", "en": "Chair of the jury"}[language]
    assert f"{label} {first} {last}".replace(" ", "") in words(content).replace(" ", "")
    found = spans(content)
    assert label in [text for text, _left, _right in found]
    for text, left, right in found:
        assert left > 0, text
        assert right <= RIGHT + 1, text


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


def test_an_entry_that_was_withdrawn_after_all_has_none(client):
    judged = decided()
    judged.publish()
    entry = judged.entries[0]
    Entry.objects.filter(pk=entry.pk).update(state="withdrawn")
    own = reverse("competition_certificate", args=[entry.key, entry.own_secret, "lt"])
    assert client.get(own).status_code == 404
    sign_in(client, judged.chair)
    assert client.get(address(judged, 0)).status_code == 404
    assert client.get(address(judged, 1)).status_code == 200


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
