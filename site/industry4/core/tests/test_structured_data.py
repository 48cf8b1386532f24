"""What pages say of themselves to search engines: who publishes, the site, where a page stands."""

import json

import pytest
from bs4 import BeautifulSoup

from home.tests.factories import ContentPageFactory
from industry4.core.models import SocialLink
from industry4.core.tests.test_site_files import organisation  # noqa: F401  (a fixture)
from industry4.testing.factories import home_page, translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def nodes(client, address):
    """The nodes of the graph of a page by their types."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    [block] = page.select('script[type="application/ld+json"]')
    graph = json.loads(block.string)
    assert graph["@context"] == "https://schema.org"
    return {node["@type"]: node for node in graph["@graph"]}


def test_the_home_page_tells_of_the_organisation(client, organisation):  # noqa: F811
    organisation.description = "Robotai regionui"
    organisation.phone = "+370 600 00000"
    organisation.social_links = [
        SocialLink(
            locale=organisation.locale, label="LinkedIn", link_url="https://linkedin.example/4"
        )
    ]
    organisation.save_revision().publish()
    assert nodes(client, "/")["Organization"] == {
        "@type": "Organization",
        "@id": "http://localhost/#organisation",
        "name": "Klasteris",
        "url": "http://localhost/",
        "logo": "http://localhost/static/img/icon-512.png",
        "description": "Robotai regionui",
        "email": "labas@klasteris.example",
        "telephone": "+370 600 00000",
        "sameAs": ["https://linkedin.example/4"],
    }


def test_without_an_organisation_the_site_stands_for_itself(client):
    assert nodes(client, "/")["Organization"]["name"] == "Industry 4 Panevėžys"


@pytest.mark.parametrize(
    "address, language, search",
    [
        ("/", "lt", "http://localhost/paieska/?q={search_term_string}"),
        ("/en/", "en", "http://localhost/en/search/?q={search_term_string}"),
    ],
)
def test_the_home_page_tells_of_the_site_and_its_search(client, address, language, search):
    site = nodes(client, address)["WebSite"]
    assert site["name"] == "Industry 4 Panevėžys"
    assert site["inLanguage"] == language
    assert site["url"] == home_page(language).full_url
    assert site["publisher"] == {"@id": "http://localhost/#organisation"}
    action = site["potentialAction"]
    assert action["@type"] == "SearchAction"
    assert action["target"]["urlTemplate"] == search
    assert action["query-input"] == "required name=search_term_string"


def test_a_page_tells_where_it_stands(client):
    parent = ContentPageFactory(title="Apie mus")
    page = ContentPageFactory(title="Istorija", parent=parent)
    crumbs = nodes(client, page.url)["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in crumbs] == [
        (1, home_page().title, home_page().full_url),
        (2, "Apie mus", parent.full_url),
        (3, "Istorija", page.full_url),
    ]
    assert "BreadcrumbList" not in nodes(client, "/")


def test_an_english_page_tells_of_english_pages(client):
    english = translated(ArticleFactory())
    crumbs = nodes(client, english.url)["BreadcrumbList"]["itemListElement"]
    assert all(item["item"].startswith("http://localhost/en/") for item in crumbs)


def test_no_text_can_end_the_block(client):
    page = ContentPageFactory(title="</script><script>alert(1)</script> & <!--")
    html = client.get(page.url).content.decode()
    assert "<script>alert" not in html
    crumbs = nodes(client, page.url)["BreadcrumbList"]["itemListElement"]
    assert crumbs[-1]["name"] == page.title


@pytest.mark.parametrize("address, status", [("/paieska/", 200), ("/nera/", 404)])
def test_what_is_no_page_tells_nothing(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert "ld+json" not in response.content.decode()
