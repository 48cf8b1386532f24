"""Sectors, technologies and categories: one slug, two names."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale

from ecosystem.models import MemberSector, Sector
from ecosystem.tests.factories import (
    CategoryFactory,
    MemberFactory,
    SectorFactory,
    TechnologyFactory,
)
from industry4.testing.editors import messages_of, sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

FACTORIES = pytest.mark.parametrize(
    "factory", [SectorFactory, TechnologyFactory, CategoryFactory], ids=lambda f: f.__name__
)


@FACTORIES
def test_a_slug_is_used_once_in_a_language(factory):
    first = factory(slug="robotika")
    with pytest.raises(ValidationError):
        type(first)(name="Kita", slug="robotika", locale=first.locale).full_clean()


@FACTORIES
def test_a_translation_has_the_slug_of_its_source(factory):
    topic = factory(name="Robotika", slug="robotika")
    english = translated(topic, name="Robotics")
    assert (english.name, english.slug) == ("Robotics", "robotika")


def test_a_slug_that_changes_in_the_source_changes_in_the_translation():
    sector = SectorFactory(name="Robotika", slug="robotika")
    translated(sector, name="Robotics")
    sector.slug = "robotai"
    sector.save_revision().publish()
    assert translated(sector, name="Robotics").slug == "robotai"


def test_a_translation_begins_as_a_draft_so_that_no_lithuanian_name_shows_in_english(client):
    sector = SectorFactory(name="Metalo gaminiai")
    address = reverse(
        "wagtail_localize:submit_snippet_translation", args=["ecosystem", "sector", sector.pk]
    )
    locale = Locale.objects.get(language_code="en")
    response = sign_in(client).post(address, {"locales": [locale.pk]}, follow=True)
    english = sector.get_translation(locale)
    assert not english.live

    publish = reverse("wagtailsnippets_ecosystem_sector:edit", args=[english.pk])
    response = client.post(publish, {"action": "publish"}, follow=True)
    assert "Name: Metalo gaminiai" in " ".join(messages_of(response))
    assert not Sector.objects.get(pk=english.pk).live


def test_a_member_shows_its_sectors_in_its_own_language(client):
    sector = SectorFactory(name="Metalo gaminiai")
    translated(sector, name="Metal products")
    member = MemberFactory()
    member.sectors = [MemberSector(locale=member.locale, sector=sector)]
    member.save_revision().publish()
    english = translated(member)
    for page, shown, hidden in (
        (member, "Metalo gaminiai", "Metal products"),
        (english, "Metal products", "Metalo gaminiai"),
    ):
        html = client.get(page.url).content.decode()
        data = client.get(f"/api/v2/pages/{page.pk}/").json()["sectors"][0]["sector"]
        assert shown in html
        assert hidden not in html
        assert (data["name"], data["slug"]) == (shown, sector.slug)
