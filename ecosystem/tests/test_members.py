"""Members: what is refused, and what their pages gather from elsewhere."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from ecosystem.models import CompetitionResult, InitiativePartner, MemberPage
from ecosystem.tests.factories import (
    CategoryFactory,
    CompetitionFactory,
    InitiativeFactory,
    MemberFactory,
)
from industry4.testing.editors import sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "place",
    [
        {"latitude": "90.1", "longitude": "24"},
        {"latitude": "-90.1", "longitude": "24"},
        {"latitude": "55", "longitude": "180.1"},
        {"latitude": "55", "longitude": "-180.1"},
    ],
)
def test_a_coordinate_outside_the_globe_is_refused_and_named(place):
    wrong = "latitude" if place["longitude"] == "24" else "longitude"
    with pytest.raises(ValidationError) as refusal:
        MemberFactory.build(slug="narys", **place).full_clean()
    assert wrong in refusal.value.error_dict


@pytest.mark.parametrize("given, missing", [("latitude", "longitude"), ("longitude", "latitude")])
def test_one_coordinate_alone_is_refused_and_the_other_named(given, missing):
    with pytest.raises(ValidationError) as refusal:
        MemberPage(**{given: 55}).clean()
    assert list(refusal.value.error_dict) == [missing]


@pytest.mark.parametrize("year", [99, 999, timezone.localdate().year + 1])
def test_a_year_of_foundation_that_cannot_be_is_refused(year):
    with pytest.raises(ValidationError) as refusal:
        MemberPage(founded=year).clean()
    assert list(refusal.value.error_dict) == ["founded"]


@pytest.mark.parametrize("year", [None, 1000, timezone.localdate().year])
def test_a_year_of_foundation_that_has_begun_is_accepted(year):
    MemberPage(founded=year).clean()


def partner_in(member, initiative):
    initiative.partners = [InitiativePartner(locale=initiative.locale, member=member)]
    initiative.save_revision().publish()
    return initiative


def test_a_member_has_the_initiatives_that_it_leads_or_takes_part_in_each_once():
    member, other = MemberFactory.create_batch(2)
    led = InitiativeFactory(title="A", lead=member)
    shared = partner_in(member, InitiativeFactory(title="B"))
    both = partner_in(member, InitiativeFactory(title="C", lead=member))
    InitiativeFactory(lead=other)
    InitiativeFactory(lead=member, published=False)
    assert list(member.initiatives) == [led, shared, both]


def test_a_member_has_its_initiatives_in_its_own_language(client):
    member = MemberFactory()
    initiative = partner_in(member, InitiativeFactory(title="Robotai mokyklai"))
    InitiativeFactory(title="Tik lietuviškai", lead=member)
    english_member = translated(member)
    assert not english_member.initiatives
    english = translated(initiative, title="Robots for schools")
    assert list(english_member.initiatives) == [english]
    html = client.get(english_member.url).content.decode()
    assert "Robots for schools" in html
    assert "Tik lietuviškai" not in html


def test_the_kind_and_place_of_a_member_read_in_the_language_of_its_page(client):
    member = MemberFactory(kind=MemberPage.Kind.SCIENCE)
    english = translated(member)
    assert "Science" in client.get(english.url).content.decode()
    html = client.get(member.url).content.decode()
    assert "Mokslo įstaiga" in html
    assert "Panevėžio miestas" in html


def honoured():
    """A member with a result in an edition of the competition."""
    member, edition = MemberFactory(), CompetitionFactory()
    edition.results = [
        CompetitionResult(locale=edition.locale, member=member, category=CategoryFactory())
    ]
    edition.save_revision().publish()
    return member


def test_a_member_that_was_honoured_cannot_be_deleted_and_the_editor_is_told(client):
    member = honoured()
    delete = reverse("wagtailadmin_pages:delete", args=[member.pk])
    assert sign_in(client).get(delete).context["is_protected"]
    client.post(delete)
    assert MemberPage.objects.filter(pk=member.pk).exists()


def test_a_section_with_an_honoured_member_cannot_be_deleted_either(client):
    member = honoured()
    delete = reverse("wagtailadmin_pages:delete", args=[member.get_parent().pk])
    assert sign_in(client).post(delete).status_code == 302
    assert MemberPage.objects.filter(pk=member.pk).exists()
