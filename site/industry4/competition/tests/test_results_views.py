"""The screens of the results: the moment, the publication, what is against it, and the texts."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from ecosystem.models import CompetitionAct, CompetitionPage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry, Placement, Proceedings, RecordEntry
from industry4.competition.results import decision
from industry4.testing.budgets import cost
from industry4.testing.editors import messages_of, sign_in
from industry4.testing.factories import translated
from news.tests.factories import ArticleFactory

from .results import Judged, decided

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """What is refused is said in the active language."""
    with override("en"):
        yield


def address(judged, name, *args):
    return reverse(f"competition_results:{name}", args=[judged.key, *args])


def test_the_chair_sets_the_moment_and_takes_it_back(client):
    judged = decided()
    sign_in(client, judged.chair)
    moment = (timezone.localtime() + datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    client.post(address(judged, "schedule"), {"publish_at": moment})
    stored = Proceedings.objects.get(edition=judged.key).publish_at
    assert timezone.localtime(stored).strftime("%Y-%m-%d %H:%M") == moment
    client.post(address(judged, "schedule"), {"publish_at": ""})
    assert Proceedings.objects.get(edition=judged.key).publish_at is None
    assert RecordEntry.objects.filter(act="scheduled").count() == 2
    past = client.post(address(judged, "schedule"), {"publish_at": "2020-01-01 10:00"})
    assert "Choose a moment to come." in past.content.decode()


def test_the_chair_publishes_at_once(client):
    judged = decided()
    sign_in(client, judged.chair)
    assert "Publish the results" in client.get(address(judged, "index")).content.decode()
    answer = client.post(address(judged, "publish"), follow=True)
    assert "no list of news" in messages_of(answer)[0]
    assert CompetitionAct.objects.get(kind="published").by == judged.chair
    again = client.post(address(judged, "publish"), follow=True)
    assert "published already" in messages_of(again)[0]


def test_the_chair_is_told_of_the_draft_of_the_news(client):
    ArticleFactory()
    judged = decided()
    sign_in(client, judged.chair)
    answer = client.post(address(judged, "publish"), follow=True)
    assert "waits as a draft" in messages_of(answer)[0]


def test_the_chair_is_told_of_a_moment_that_has_passed(client):
    judged = Judged()
    judged.place(1)
    sign_in(client, judged.chair)
    past = timezone.now() - datetime.timedelta(hours=1)
    warning = "has passed and holds no more"
    assert warning not in client.get(address(judged, "decide")).content.decode()
    Proceedings.objects.filter(edition=judged.key).update(publish_at=past)
    assert warning in client.get(address(judged, "decide")).content.decode()


def test_whoever_decides_sees_the_name_that_will_be_published_and_the_company_where_it_differs(
    client,
):
    judged = decided()
    member = MemberFactory(title="Robotų dirbtuvės")
    translated(member, title="Robot works")
    first, second, _third = judged.entries
    Entry.objects.filter(pk=first.pk).update(member_key=member.translation_key)
    sign_in(client, judged.chair)
    html = " ".join(client.get(address(judged, "index")).content.decode().split())
    assert f"{first.number}. Robot works <br><small>The company: {first.company}</small>" in html
    assert f"{second.number}. {second.company} </td>" in html


def test_categories_are_named_in_the_language_of_whoever_looks(client):
    judged = decided()
    sign_in(client, judged.chair)
    for name in ("index", "texts"):
        assert f">EN {judged.category.name}<" in client.get(address(judged, name)).content.decode()


def test_from_the_results_one_gets_to_what_one_may_see_of_the_edition(client):
    judged = decided()
    sign_in(client)
    shown = {
        "competition_entries:index",
        "competition_jury:jury",
        "competition_results:index",
        "competition_results:record",
    }
    for here in (
        "competition_results:index",
        "competition_results:record",
        "competition_jury:ranking",
    ):
        answer = client.get(reverse(here, args=[judged.key]))
        urls = {button.url for button in answer.context["header_buttons"] if button.url}
        assert urls == {reverse(name, args=[judged.key]) for name in shown - {here}}, here


def test_what_stands_against_publication_is_said_to_the_chair(client):
    judged = decided()
    judged.page("en").unpublish()
    sign_in(client, judged.chair)
    assert "not public in both languages" in client.get(address(judged, "index")).content.decode()
    answer = client.post(address(judged, "publish"))
    assert "not public in both languages" in answer.content.decode()
    assert not judged.is_public


def test_a_page_that_is_not_in_order_is_named_to_the_chair(client):
    judged = decided()
    page = judged.page("lt")
    CompetitionPage.objects.filter(pk=page.pk).update(announcement=datetime.date(2020, 1, 1))
    sign_in(client, judged.chair)
    assert page.title in str(client.get(address(judged, "index")).context["obstacles"])
    answer = client.post(address(judged, "publish"))
    assert "has to be corrected first" in answer.content.decode()


def sent(forms, value):
    """What the forms of the texts send, each text with this value."""
    data = {f"{forms.prefix}-TOTAL_FORMS": len(forms), f"{forms.prefix}-INITIAL_FORMS": len(forms)}
    for form in forms:
        for name in ("innovation_lt", "innovation_en", "citation_lt", "citation_en"):
            data[f"{form.prefix}-{name}"] = value
        data[f"{form.prefix}-id"] = form.instance.pk
    return data


def test_texts_are_written_in_both_languages_until_they_are_public(client):
    judged = decided()
    sign_in(client, judged.chair)
    data = sent(client.get(address(judged, "texts")).context["form"], "Kaip gyvas!")
    client.post(address(judged, "texts"), data)
    texts = {each.citation_en for each in decision.placements_of(judged.key)}
    assert texts == {"Kaip gyvas!"}
    judged.publish()
    again = client.post(address(judged, "texts"), {**data, "form-0-citation_en": "Kita"})
    assert again.status_code == 302
    assert not Placement.objects.filter(citation_en="Kita").exists()


def test_winners_come_before_finalists_in_the_texts(client):
    judged = Judged((9, 7, 5))
    judged.place(None, 2, 1)
    sign_in(client, judged.chair)
    forms = client.get(address(judged, "texts")).context["form"]
    assert [form.instance.place for form in forms] == [1, 2, None]


def test_the_texts_of_many_are_on_pages_of_their_own(client):
    judged = Judged((5,) * 25)
    judged.place(*(None,) * 25)
    sign_in(client, judged.chair)
    second = f"{address(judged, 'texts')}?p=2"
    forms = client.get(second).context["form"]
    assert len(forms) == 5
    assert client.post(second, sent(forms, "Antrame lape")).url == second
    # What the first page shows may change while the second is written.
    Entry.objects.filter(pk=judged.entries[0].pk).update(state="withdrawn")
    client.post(second, sent(forms, "Vis dar antrame"))
    assert Placement.objects.filter(innovation_lt="Vis dar antrame").count() == 5
    assert not Placement.objects.filter(innovation_lt="Antrame lape").exists()


@pytest.mark.parametrize("is_decided, name", [(False, "places"), (True, "texts"), (True, "index")])
def test_a_screen_costs_the_same_queries_for_1_and_for_30_who_are_placed(client, is_decided, name):
    costs = []
    for number in (1, 30):
        judged = Judged((5,) * number, english=True)
        judged.place(*(1,) * number)
        for entry in judged.entries:
            entry.member_key = MemberFactory().translation_key
        Entry.objects.bulk_update(judged.entries, ["member_key"])
        if is_decided:
            judged.decide()
        sign_in(client, judged.chair)
        costs.append(cost(client, address(judged, name)))
    assert costs[0] == costs[1] <= 25
