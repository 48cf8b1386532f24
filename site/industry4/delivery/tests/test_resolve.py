"""`pages/?path=`: which page an address of the site belongs to, and where a moved one leads."""

import datetime

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from ecosystem.tests.api import ROOT
from home.tests.factories import ContentPageFactory
from industry4.testing.factories import home_page, section, translated
from news.models import EventIndexPage, NewsIndexPage
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def ask(client, path, status=200):
    """The answer for an address of the site."""
    response = client.get(f"{ROOT}pages/", {"path": path})
    assert response.status_code == status, (path, response.content[:300])
    return response.json()


def redirect(old_path, **kwargs):
    """A redirect as an editor makes it."""
    return Redirect.objects.create(old_path=Redirect.normalise_path(old_path), **kwargs)


# Pages


@pytest.mark.parametrize(
    "form",
    [
        "{path}",
        "{bare}",
        "/{bare}",
        "{bare}/",
        "{path}#programa",
        "{path}?utm_source=x",
        "http://localhost{path}",
        "http://testserver{path}",
        "https://localhost/{bare}",
        "http://localhost{path}?utm_source=x#programa",
    ],
)
@pytest.mark.parametrize("language", ["lt", "en"])
def test_a_page_is_found_by_every_form_of_its_address(client, language, form):
    article = ArticleFactory(slug="robotai")
    page = translated(article) if language == "en" else article
    answer = ask(client, form.format(path=page.url, bare=page.url.strip("/")))
    assert (answer["id"], answer["type"], answer["view"]) == (page.pk, "article", "full")
    assert answer["url"] == page.full_url


@pytest.mark.parametrize(
    "path, language",
    [
        *[(path, "lt") for path in ("/", "", "http://localhost", "?x=1")],
        *[(path, "en") for path in ("/en/", "/en", "en", "http://localhost/en")],
    ],
)
def test_the_home_page_of_each_language_is_found(client, path, language):
    answer = ask(client, path)
    assert (answer["type"], answer["id"]) == ("home", home_page(language).pk)


def test_an_english_address_with_a_lithuanian_slug_is_not_found(client):
    article = ArticleFactory(slug="robotai")
    translated(article)
    ask(client, "/en/naujienos/robotai/", status=404)
    ask(client, "/enaujienos/", status=404)


def test_a_slug_that_begins_as_a_language_is_a_slug(client):
    page = ContentPageFactory(slug="energetika")
    assert ask(client, "/energetika/")["id"] == page.pk


def test_an_address_may_be_percent_encoded(client):
    article = ArticleFactory(slug="robotai")
    assert ask(client, "/naujienos/%72obotai/")["id"] == article.pk
    ask(client, "/naujienos%2Frobotai%00/", status=404)


def test_a_page_below_a_page_is_found(client):
    parent = ContentPageFactory(slug="apie")
    child = ContentPageFactory(slug="istorija", parent=parent)
    assert ask(client, "/apie/istorija/")["id"] == child.pk


def test_what_is_not_public_is_not_found(client):
    draft = ArticleFactory(slug="juodrastis", published=False)
    private = ArticleFactory(slug="privatus")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    gone = ArticleFactory(slug="atsauktas")
    gone.unpublish()
    for page in (draft, private, gone):
        ask(client, f"/naujienos/{page.slug}/", status=404)


def test_an_address_of_another_host_is_not_found(client):
    article = ArticleFactory()
    for host in ("https://example.com", "//example.com", "http://localhost:81", "//evil"):
        ask(client, f"{host}{article.url}", status=404)


def test_the_host_of_a_site_is_known_with_its_port(client):
    article = ArticleFactory()
    Site.objects.update(hostname="pramone.example", port=8443)
    Site.clear_site_root_paths_cache()
    assert ask(client, f"https://pramone.example:8443{article.url}")["id"] == article.pk
    ask(client, f"https://pramone.example{article.url}", status=404)


# Lists


def titles(answer):
    return [item["title"] for item in answer["items"]]


def test_a_list_shows_the_period_that_its_address_asks_for(client):
    now = timezone.now()
    EventFactory(title="Bus", starts_at=now + DAY)
    EventFactory(title="Buvo", starts_at=now - 400 * DAY)
    month = timezone.localtime(now - 400 * DAY).strftime("%Y-%m")
    answer = ask(client, "/renginiai/")
    assert (answer["type"], answer["period"], titles(answer)) == ("event_list", "upcoming", ["Bus"])
    answer = ask(client, "/renginiai/?period=past")
    assert (answer["period"], answer["month"], titles(answer)) == ("past", None, ["Buvo"])
    answer = ask(client, f"/renginiai?month={month}#virsus")
    assert (answer["period"], answer["month"], titles(answer)) == ("month", month, ["Buvo"])
    assert month in answer["months"]
    for query in ("period=nonsense", "month=2026-13", "month=%00"):
        assert ask(client, f"/renginiai/?{query}")["period"] == "upcoming"
    for query in ("page=9", "page=x"):
        ask(client, f"/renginiai/?{query}", status=404)


def test_a_list_shows_the_page_that_its_address_asks_for(client, monkeypatch):
    monkeypatch.setattr(NewsIndexPage, "items_per_page", 2)
    for day in (1, 2, 3):
        moment = datetime.datetime(2026, 1, day, tzinfo=datetime.UTC)
        ArticleFactory(title=f"Nr. {day}", published_at=moment)
    answer = ask(client, "/naujienos/")
    assert (answer["count"], answer["page"], answer["page_count"]) == (3, 1, 2)
    assert titles(answer) == ["Nr. 3", "Nr. 2"]
    answer = ask(client, "/naujienos/?page=2")
    assert (answer["page"], titles(answer)) == (2, ["Nr. 1"])


def test_a_list_adds_the_other_language_where_its_address_does(client):
    english = translated(ArticleFactory(title="Abiem"), title="Both")
    ArticleFactory(title="Tik lietuviškai")
    index = english.get_parent()
    answer = ask(client, index.url)
    assert (titles(answer), answer["elsewhere_count"]) == (["Both"], 1)
    answer = ask(client, f"{index.url}?fallback=true")
    assert {item["title"]: item["locale"] for item in answer["items"]} == {
        "Both": "en",
        "Tik lietuviškai": "lt",
    }


def test_a_list_by_its_id_is_as_its_address_shows_it(client):
    EventFactory(title="Bus")
    index = section(EventIndexPage)
    assert client.get(f"{ROOT}pages/{index.pk}/").json() == ask(client, "/renginiai/")


# The search page


@pytest.mark.parametrize(
    "path, language", [("/paieska/", "lt"), ("/paieska?q=robotai", "lt"), ("/en/search/", "en")]
)
def test_the_search_page_is_known(client, path, language):
    assert ask(client, path) == {
        "type": "search",
        "locale": language,
        "url": f"http://localhost{'/en/search/' if language == 'en' else '/paieska/'}",
        "translations": [
            {"locale": "lt", "url": "http://localhost/paieska/"},
            {"locale": "en", "url": "http://localhost/en/search/"},
        ],
    }


# Redirects


@pytest.mark.parametrize("permanent", [True, False])
def test_a_redirect_to_a_page_says_where_it_moved(client, permanent):
    article = ArticleFactory()
    redirect("/senas/", redirect_page=article, is_permanent=permanent)
    for path in ("/senas/", "/senas", "http://localhost/senas?utm_source=x", "senas#x"):
        assert ask(client, path) == {
            "type": "moved",
            "url": article.full_url,
            "permanent": permanent,
        }


@pytest.mark.parametrize(
    "link, url",
    [
        ("https://example.com/kitur?x=1", "https://example.com/kitur?x=1"),
        ("/renginiai/?period=past", "http://localhost/renginiai/?period=past"),
    ],
)
def test_a_redirect_to_an_address_says_it_in_full(client, link, url):
    redirect("/senas", redirect_link=link)
    assert ask(client, "/senas/")["url"] == url


def test_a_redirect_of_an_address_with_a_query_goes_before_one_without(client):
    redirect("/senas", redirect_link="https://example.com/be")
    redirect("/senas?id=5", redirect_link="https://example.com/su")
    assert ask(client, "/senas?id=5")["url"] == "https://example.com/su"
    assert ask(client, "/senas?id=6")["url"] == "https://example.com/be"


def test_a_redirect_to_what_is_not_public_leads_nowhere(client):
    redirect("/senas", redirect_page=ArticleFactory(published=False))
    ask(client, "/senas", status=404)


def test_a_page_goes_before_a_redirect_from_its_address(client):
    article = ArticleFactory(slug="robotai")
    redirect("/naujienos/robotai", redirect_link="https://example.com/")
    assert ask(client, "/naujienos/robotai/")["id"] == article.pk


@pytest.mark.parametrize("language", ["lt", "en"])
def test_the_old_address_of_a_page_leads_to_the_new_one(
    client, language, django_capture_on_commit_callbacks
):
    article = ArticleFactory(slug="robotai")
    page = translated(article) if language == "en" else article
    old = page.url
    page.slug = "naujas-adresas"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    page.refresh_from_db()
    assert old != page.url
    assert ask(client, old) == {"type": "moved", "url": page.full_url, "permanent": True}
    assert ask(client, page.url)["id"] == page.pk


def test_the_old_address_of_a_page_that_was_moved_in_the_tree_leads_to_the_new_one(client):
    parent, page = ContentPageFactory(slug="apie"), ContentPageFactory(slug="istorija")
    page.move(parent, pos="last-child")
    page = type(page).objects.get(pk=page.pk)
    assert ask(client, "/istorija/") == {"type": "moved", "url": page.full_url, "permanent": True}
    assert page.full_url.endswith("/apie/istorija/")


# What is no address


@pytest.mark.parametrize(
    "path",
    [
        "/nera/",
        "/en/nera/",
        "/naujienos/nera/",
        "//evil",
        "//evil/naujienos/",
        "http://[",
        "//[",
        "///",
        "/%00/",
        "/nera/?x=%00",
        "/%ff%fe/",
        "/%ed%a0%80/",
        "/..%2f..%2fadmin/",
        "/admin/",
        "/api/delivery/v1/events/",
        "javascript:alert(1)",
        "mailto:info@example.com",
        "data:text/html,x",
        "ą" * 500,
        "/?" + "a=1&" * 400,
        "😀",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_what_leads_nowhere_is_answered_in_words(client, path):
    response = client.get(f"{ROOT}pages/", {"path": path})
    assert response.status_code in (200, 404)
    if response.status_code == 200:
        assert response.json()["type"] == "home"  # the address of the home page and a query
        assert path.startswith(("/?", "///"))
    else:
        assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["\x00", "/naujienos/\x00", "x" * 10_000])
def test_what_is_no_address_is_refused_and_named(client, path):
    response = client.get(f"{ROOT}pages/", {"path": path})
    assert response.status_code == 422
    assert [error["parameter"] for error in response.json()["errors"]] == ["path"]


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF", "%C0%80", "/x%ED%BF%BF/", "%"])
def test_bytes_that_are_no_text_are_no_error_of_ours(client, raw):
    assert client.get(f"{ROOT}pages/?path={raw}").status_code in (404, 422)


def test_no_address_is_refused(client):
    response = client.get(f"{ROOT}pages/")
    assert response.status_code == 422
    assert [error["parameter"] for error in response.json()["errors"]] == ["path"]
