"""The home page: what it gathers, in its own language, at the same price however much."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ecosystem.tests.factories import InitiativeFactory, MemberFactory
from home.models import FeaturedInitiative, KeyFigure, Partner
from industry4.testing.budgets import cost
from industry4.testing.factories import ImageFactory, home_page, multiplied, translated
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def filled(count=1):
    """The Lithuanian home page with `count` of everything that an editor puts there."""
    image = ImageFactory()
    member = MemberFactory(title="Narė UAB", logo=image)
    initiative = InitiativeFactory(title="Robotikos būreliai", listing_image=image)
    members = [member, *multiplied(member, count - 1)]
    initiatives = [initiative, *multiplied(initiative, count - 1)]
    home = home_page()  # last: it counts its children
    home.key_figures = [
        KeyFigure(locale=home.locale, number=500, label="įmonių", source="VDA")
        for _number in range(count)
    ]
    home.featured_initiatives = [
        FeaturedInitiative(locale=home.locale, initiative=page) for page in initiatives
    ]
    home.partners = [
        *(Partner(locale=home.locale, member=member, sort_order=0) for member in members),
        *(
            Partner(locale=home.locale, name="Rėmėjas", logo=image, sort_order=1)
            for _member in members
        ),
    ]
    home.invitation_page = initiatives[0]
    home.save_revision().publish()
    return home


def test_the_next_events_and_the_latest_articles_appear_by_themselves(client):
    now = timezone.now()
    events = [EventFactory(starts_at=now + days * DAY) for days in (5, 1, 3, 2, 4)]
    EventFactory(starts_at=now - 3 * DAY)
    articles = [ArticleFactory(published_at=now - days * DAY) for days in (4, 1, 3, 2)]
    context = client.get("/").context
    assert list(context["next_events"]) == [events[1], events[3], events[2], events[4]]
    assert list(context["latest_articles"]) == [articles[1], articles[3], articles[2]]


def test_the_home_page_of_a_language_shows_that_language(client):
    event, article = EventFactory(title="Renginys"), ArticleFactory(title="Naujiena")
    html = client.get("/en/").content.decode()
    assert "Renginys" not in html
    assert "Naujiena" not in html
    translated(event, title="Event of ours")
    translated(article, title="News of ours")
    html = client.get("/en/").content.decode()
    assert "Event of ours" in html
    assert "News of ours" in html


def test_featured_initiatives_appear_where_they_are_translated(client):
    home = filled()
    initiative = home.featured_initiatives.get().initiative
    assert list(client.get("/").context["featured"]) == [initiative]
    translated(home)
    assert not client.get("/en/").context["featured"]
    english = translated(initiative)
    assert list(client.get("/en/").context["featured"]) == [english]


def test_a_featured_initiative_that_is_withdrawn_disappears(client):
    initiative = filled().featured_initiatives.get().initiative
    initiative.unpublish()
    assert not client.get("/").context["featured"]
    assert initiative.title not in client.get("/").content.decode()


def test_the_page_shows_its_figures_and_partners(client):
    home = filled()
    html = client.get("/").content.decode()
    for text in ("500", "įmonių", "VDA", "Rėmėjas", home.partners.first().member.title):
        assert text in html


@pytest.mark.parametrize("who", ["nobody", "both"])
def test_a_partner_is_a_member_or_a_name(who):
    partner = Partner(name="Rėmėjas", member=MemberFactory()) if who == "both" else Partner()
    with pytest.raises(ValidationError) as refusal:
        partner.clean()
    assert list(refusal.value.error_dict) == ["member"]


def test_the_api_says_where_the_invitation_leads(client):
    home = filled()
    answer = client.get(f"/api/v2/pages/{home.pk}/").json()
    assert answer["invitation_target"]["id"] == home.invitation_page_id
    assert answer["key_figures"][0]["number"] == "500.00"
    assert answer["partners"][1]["name"] == "Rėmėjas"


def test_an_empty_home_page_is_a_page(client):
    assert client.get("/").status_code == client.get("/en/").status_code == 200


def test_the_home_page_costs_the_same_queries_for_1_and_for_20_of_everything(client):
    counts = []
    for number in (1, 20):
        filled(number)
        if number == 1:
            EventFactory.create_batch(4, listing_image=ImageFactory())
            ArticleFactory.create_batch(3, listing_image=ImageFactory())
        counts.append(cost(client, "/"))
    assert counts[0] == counts[1] <= 20
