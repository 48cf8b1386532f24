"""The search page as its reader finds it: what tests of it look at."""

from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup

ADDRESS = "/paieska/"
ENGLISH = "/en/search/"


def page(client, address=ADDRESS, status=200, **query):
    """The search page that a query leads to."""
    response = client.get(address, query)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def titles(soup):
    """The titles of the results, in their order."""
    return [title.get_text() for title in soup.select("ol .row-title")]


def row(soup, title):
    """The result with this title."""
    return next(row for row in soup.select(".search-result") if title in row.get_text())


def words(element):
    return " ".join(element.get_text(" ", strip=True).split())


def count(soup):
    """What the page says of how much was found."""
    return words(soup.find(class_="search-count"))


def query(link):
    """What a link asks for, by parameter."""
    return {name: value for name, [value] in parse_qs(urlsplit(link["href"]).query).items()}


def kinds(soup):
    """The kinds of results with their counts, as their links say."""
    return [words(link) for link in soup.select(".search-kinds a")]
