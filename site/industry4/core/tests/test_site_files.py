"""What programs ask every site for by a fixed name."""

import datetime
from urllib.robotparser import RobotFileParser

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, Site

from industry4.core.models import Organisation, SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation():
    """Details of an organisation that the site has chosen."""
    details = Organisation.objects.create(
        name="Klasteris", email="labas@klasteris.example", locale=Locale.get_default()
    )
    details.save_revision().publish()
    chosen = SiteSettings.for_site(Site.objects.get())
    chosen.organisation = details
    chosen.save()
    return details


def lines(response):
    """The fields of a file of lines such as "Name: value"."""
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    text = response.content.decode()
    return dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)


# robots.txt


@pytest.mark.parametrize(
    "path, is_open",
    [
        ("/", True),
        ("/en/", True),
        ("/naujienos/?page=2", True),
        ("/naujienos.rss", True),
        ("/api/delivery/v1/", True),
        ("/admin/", False),
        ("/admin/pages/", False),
        ("/paieska/?q=robotai", False),
        ("/en/search/?q=robots", False),
    ],
)
def test_robots_may_read_all_but_the_admin_and_searches(client, path, is_open):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    assert robots.can_fetch("Anybody", f"http://localhost{path}") is is_open


def test_robots_are_told_the_address_of_the_sitemap(client):
    Site.objects.update(hostname="industry4.example", port=443)
    Site.objects.get().save()
    assert lines(client.get("/robots.txt"))["Sitemap"] == "https://industry4.example/sitemap.xml"


# security.txt


def test_who_finds_a_weakness_is_told_whom_to_write_to(client, organisation):
    found = lines(client.get("/.well-known/security.txt"))
    assert found["Contact"] == "mailto:labas@klasteris.example"
    assert found["Preferred-Languages"] == "lt, en"
    assert found["Canonical"] == "http://localhost/.well-known/security.txt"
    ahead = datetime.datetime.fromisoformat(found["Expires"]) - timezone.now()
    assert datetime.timedelta(days=90) < ahead < datetime.timedelta(days=365)


def test_the_older_place_leads_to_it(client):
    response = client.get("/security.txt")
    assert (response.status_code, response.url) == (301, "/.well-known/security.txt")


def test_nobody_is_promised_an_answer_where_no_address_is_known(client, organisation):
    organisation.email = ""
    organisation.save_revision().publish()
    assert client.get("/.well-known/security.txt").status_code == 404


# The manifest and icons


@pytest.mark.parametrize(
    "address, language, start", [("/", "lt", "/"), ("/en/", "en", "/en/")], ids=["lt", "en"]
)
def test_each_language_has_its_manifest(client, address, language, start):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    response = client.get(page.select_one('link[rel="manifest"]')["href"])
    assert response["Content-Type"] == "application/manifest+json"
    found = response.json()
    assert found["name"] == "Industry 4 Panevėžys"
    assert len(found["short_name"]) <= 12
    assert (found["lang"], found["start_url"], found["scope"]) == (language, start, start)
    assert found["theme_color"] == page.select_one('meta[name="theme-color"]')["content"]


def icon(address):
    """A picture among the static files, by its address."""
    path = finders.find(address.removeprefix("/static/"))
    assert path, address
    return Image.open(path)


def test_the_icons_of_the_manifest_are_as_large_as_it_says(client):
    found = client.get("/manifest.webmanifest").json()["icons"]
    pictures = [entry for entry in found if entry["type"] == "image/png"]
    assert {(entry["sizes"], entry["purpose"]) for entry in pictures} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for entry in pictures:
        assert "{}x{}".format(*icon(entry["src"]).size) == entry["sizes"]


def test_phones_that_cut_icons_find_no_transparent_corner(client):
    page = BeautifulSoup(client.get("/").content, "html.parser")
    apple = icon(page.select_one('link[rel="apple-touch-icon"]')["href"])
    assert apple.size == (180, 180)
    for picture in (apple, icon("/static/img/icon-maskable-512.png")):
        assert picture.convert("RGBA").getpixel((0, 0))[3] == 255


def test_who_asks_for_favicon_ico_gets_an_icon(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert icon(response.url).size == (32, 32)


@pytest.mark.parametrize("address", ["/robots.txt", "/manifest.webmanifest", "/favicon.ico"])
def test_such_files_are_for_reading_and_kept_by_caches(client, address):
    assert "public" in client.get(address)["Cache-Control"]
    assert client.post(address).status_code == 405
