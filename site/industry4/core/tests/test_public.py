"""Rule 6: what is not public is nowhere. One walk over everything that a reader can reach."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.tests.factories import ContentPageFactory
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db


def draft(factory=ArticleFactory):
    return factory(title="Slaptas juodraštis", published=False)


def unpublished(factory=ArticleFactory):
    page = factory(title="Slaptas atšauktas")
    page.unpublish()
    return page


def scheduled(factory=ArticleFactory):
    page = factory(title="Slaptas rytojaus", published=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    return page


def expired(factory=ArticleFactory):
    page = factory(title="Slaptas pasibaigęs")
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    return page


def restricted(factory=ArticleFactory):
    page = factory(title="Slaptas uždaras")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def below_restricted():
    parent = ContentPageFactory(title="Uždaras skyrius")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    return ContentPageFactory(title="Slaptas po uždaru", parent=parent)


@pytest.mark.parametrize(
    "make", [draft, unpublished, scheduled, expired, restricted, below_restricted]
)
def test_a_page_that_is_not_public_is_nowhere(client, make):
    public = ArticleFactory(title="Slaptas tik pavadinime")
    page = make()
    reads = {
        "list": "/naujienos/",
        "home": "/",
        "sitemap": "/sitemap.xml",
        "feed": "/naujienos.rss",
        "atom feed": "/naujienos.atom",
        "search": "/paieska/?q=slaptas",
        "api": "/api/v2/pages/?limit=100",
        "api by type": "/api/v2/pages/?type=news.ArticlePage,home.ContentPage&fields=*",
        "api search": "/api/v2/pages/?search=slaptas",
        "search in the delivery api": "/api/delivery/v1/search/?q=slaptas",
        "suggestions": "/api/delivery/v1/search/suggest/?q=slapt&limit=20",
    }
    for name, address in reads.items():
        text = client.get(address).content.decode()
        seen = public.title in text or public.url in text
        assert seen, name
        assert page.title not in text, name
        assert f"/{page.slug}/" not in text, name
    answer = client.get(page.url or f"/naujienos/{page.slug}/")
    assert answer.status_code in (302, 404)
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404
    found = client.get("/api/v2/pages/find/", {"html_path": f"/naujienos/{page.slug}/"})
    assert found.status_code == 404


@pytest.mark.parametrize("make", [draft, unpublished, scheduled, expired, restricted])
def test_an_event_that_is_not_public_is_in_no_calendar(client, make):
    public = EventFactory(title="Atviras")
    event = make(EventFactory)
    text = client.get("/renginiai.ics").content.decode()
    assert public.title in text
    assert event.title not in text
    assert f"/{event.slug}/" not in text
    assert str(event.translation_key) not in text
    assert client.get(f"{public.url.rstrip('/')}.ics").status_code == 200
    assert client.get(f"/renginiai/{event.slug}.ics").status_code == 404


def test_a_scheduled_page_appears_when_it_is_due(client):
    page = draft()
    page.save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("run_due")
    assert client.get(f"/naujienos/{page.slug}/").status_code == 200
