"""What every list does with an address: bad values, pages that do not exist, pages that do."""

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import override_settings

from ecosystem.models import MemberIndexPage
from ecosystem.tests.factories import (
    CompetitionFactory,
    InitiativeFactory,
    MemberFactory,
    StrategyDocumentFactory,
)
from industry4.testing.factories import translated
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

LISTS = [
    (MemberFactory, "/nariai/", ["q", "kind", "sector", "technology", "municipality"]),
    (InitiativeFactory, "/iniciatyvos/", ["status", "lead", "partner"]),
    (StrategyDocumentFactory, "/strategija/", ["kind", "status"]),
    (ArticleFactory, "/naujienos/", ["category"]),
    (EventFactory, "/renginiai/", ["attendance", "period", "month"]),
]
CHOICES = [(make, address, name) for make, address, names in LISTS for name in names if name != "q"]


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("make, address, name", CHOICES)
@pytest.mark.parametrize(
    "value",
    ["nesamone", "<script>alert(1)</script>", "\x00", "a\x00b", "x" * 10_000, "-1", "9" * 30, "٣"],
    ids=["word", "html", "nul", "word with nul", "long", "negative", "large", "arabic"],
)
def test_an_unknown_value_is_said_to_be_so_and_all_is_shown(client, make, address, name, value):
    make()
    response = client.get(f"{address}?{name}={quote(value)}")
    assert response.status_code == 200
    page = soup(response)
    [notice] = page.select(".notice-warn")
    assert value.replace("\x00", "")[:50] in notice.text
    assert len(notice.text) < 300
    assert not notice.find()
    assert b"<script>alert" not in response.content
    assert b"\x00" not in response.content
    assert response.context["items"].paginator.count == 1
    field = page.select_one(f"form.filters select[name={name}]")
    if field:
        assert field["aria-invalid"] == "true"
        assert page.find(id=field["aria-describedby"]) == notice


def test_an_unknown_value_leaves_the_other_filters(client):
    MemberFactory(kind="science")
    MemberFactory(kind="ngo")
    response = client.get("/nariai/?kind=ngo&municipality=nera")
    assert [page.kind for page in response.context["items"]] == ["ngo"]


def test_an_unknown_value_is_told_in_the_language_of_the_page(client):
    english = translated(MemberFactory()).get_parent()
    assert soup(client.get("/nariai/?kind=x")).select_one(".notice-warn").text.strip() == (
        "Nežinoma filtro „Rūšis“ reikšmė „x“: sąrašas rodomas be jos."
    )
    assert soup(client.get(f"{english.url}?kind=x")).select_one(".notice-warn").text.strip() == (
        "Unknown value “x” of the filter “Kind”: the list is shown without it."
    )


@pytest.mark.parametrize("text", ["\x00", "x" * 10_000, "<b>", "(", "\\", "***", "%", "\ud83e"])
def test_any_text_can_be_looked_for(client, text):
    MemberFactory()
    response = client.get("/nariai/", {"q": text.encode("utf-8", "replace").decode()})
    assert response.status_code == 200
    assert b"\x00" not in response.content
    assert b"<b>" not in response.content
    assert len(soup(response).select_one("input#id_q").get("value", "")) <= 200


@pytest.mark.parametrize("make, address, names", LISTS)
def test_what_is_no_filter_and_what_is_empty_means_nothing(client, make, address, names):
    make()
    query = "&".join(f"{name}=" for name in names)
    response = client.get(f"{address}?utm_source=x&fbclid=%00&{query}")
    assert response.context["items"].paginator.count == 1
    page = soup(response)
    assert not page.select(".notice-warn")
    assert not page.select(".filters-active")


@pytest.mark.parametrize("value", ["", "false", "1", "True", "%00", "x"])
def test_the_other_language_is_shown_only_for_true(client, value):
    english = translated(MemberFactory()).get_parent()
    MemberFactory(title="Tik lietuviškai")
    response = client.get(f"{english.url}?fallback={value}")
    assert response.context["items"].paginator.count == 1
    assert response.context["elsewhere_count"] == 1


def test_a_section_without_filters_has_no_form(client):
    CompetitionFactory()
    assert not soup(client.get("/konkursas/?kind=x")).select("form.filters, .notice-warn")


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "1.5", "", "%00", "9" * 30])
@pytest.mark.parametrize("middleware", [[], ["industry4.core.middleware.OwnNotFoundMiddleware"]])
def test_a_page_that_a_list_does_not_have_leads_to_the_first_with_the_same_filters(
    client, settings, page, middleware
):
    MemberFactory(kind="ngo")
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, *middleware]):
        response = client.get(f"/nariai/?kind=ngo&page={page}&q=nar")
    assert response.status_code == 404
    assert "Tokio puslapio šiame sąraše nėra." in response.content.decode()
    [link] = soup(response).select(".notice a")
    assert link["href"] == "/nariai/?kind=ngo&q=nar"


def test_a_page_that_an_english_list_does_not_have_is_told_in_english(client):
    english = translated(MemberFactory()).get_parent()
    page = soup(client.get(f"{english.url}?page=2"))
    assert page.html["lang"] == "en"
    assert page.select_one(".notice a")["href"] == english.url


def test_the_pages_of_a_list_keep_its_filters(client, monkeypatch):
    monkeypatch.setattr(MemberIndexPage, "items_per_page", 2)
    for number in range(5):
        MemberFactory(title=f"Narys {number}", kind="ngo")
    MemberFactory(kind="science")
    address, found = "/nariai/?kind=ngo", []
    while address:
        response = client.get(address)
        found += [page.title for page in response.context["items"]]
        link = soup(response).select_one("a[rel=next]")
        address = link and f"/nariai/{link['href']}"
    assert found == [f"Narys {number}" for number in range(5)]
