"""Results on the pages of an edition: each in its language, whole, and nobody's draft with them."""

import datetime

import pytest
from django.utils import timezone
from wagtail_localize.models import TranslationSource

from ecosystem.models import CompetitionPage, CompetitionResult
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry, Placement, RecordEntry
from industry4.core.translation.gaps import gaps_of
from industry4.core.translation.states import State, translations_of
from industry4.testing.factories import translated

from .results import decided

pytestmark = pytest.mark.django_db


def read(client, page):
    return client.get(page.url).content.decode()


def test_winners_and_finalists_are_on_both_pages_each_in_its_language(client):
    judged = decided()
    winner, finalist = judged.entries[:2]
    assert winner.company not in read(client, judged.page())
    assert judged.publish()
    for language, innovation, citation, how in (
        ("lt", "Robotas", "Nes veikia.", "Pateiktos 3 paraiškos."),
        ("en", "A robot", "It works.", "3 entries were submitted."),
    ):
        html = read(client, judged.page(language))
        for text in (winner.company, finalist.company, innovation, citation):
            assert text in html, (language, text)
        assert judged.entries[2].company not in html
        assert how in html


def test_finalists_are_named_only_if_they_agreed(client):
    judged = decided()
    Entry.objects.filter(pk=judged.entries[1].pk).update(may_be_named=False)
    judged.publish()
    for language in ("lt", "en"):
        assert judged.entries[1].company not in read(client, judged.page(language))
    assert RecordEntry.objects.get(act="published").details["not_named"] == [2]


def test_the_jurys_reasons_for_finalists_are_public_nowhere(client):
    judged = decided()
    Placement.objects.filter(place=None).update(
        citation_lt="Dar neįtikina.", citation_en="Not yet convincing."
    )
    judged.publish()
    for language, reason in (("lt", "Dar neįtikina."), ("en", "Not yet convincing.")):
        page = judged.page(language)
        for address in (
            page.url,
            f"/api/delivery/v1/competitions/{page.pk}/",
            f"/api/v2/pages/{page.pk}/",
        ):
            text = client.get(address).content.decode()
            assert judged.entries[1].company in text, address
            assert reason not in text, address


def test_a_member_is_named_by_its_page_and_has_the_award_there(client):
    judged = decided()
    member = MemberFactory(title="Robotų dirbtuvės")
    Entry.objects.filter(pk=judged.entries[0].pk).update(member_key=member.translation_key)
    translated(member, title="Robot works")
    judged.publish()
    assert "Robotų dirbtuvės" in read(client, judged.page("lt"))
    assert "Robot works" in read(client, judged.page("en"))
    assert judged.page("lt").title in read(client, member)


def test_a_member_whose_page_is_not_public_is_named_as_it_entered(client):
    judged = decided()
    member = MemberFactory(title="Juodraštis")
    member.unpublish()
    Entry.objects.filter(pk=judged.entries[0].pk).update(member_key=member.translation_key)
    judged.publish()
    html = read(client, judged.page())
    assert judged.entries[0].company in html
    assert "Juodraštis" not in html


def test_one_finalist_is_called_one_and_several_are_called_so(client):
    for places, heading in (((1, None), "Finalininkė"), ((1, None, None), "Finalininkės")):
        judged = decided(*places)
        judged.publish()
        assert f">{heading}</h4>" in read(client, judged.page())


def test_the_day_of_publication_takes_the_place_of_the_one_that_was_announced(client):
    day = timezone.localdate() + datetime.timedelta(days=40)
    judged = decided(announcement=day, ceremony=None)
    assert f'datetime="{day}"' in read(client, judged.page())
    judged.publish()
    html = read(client, judged.page())
    assert f'datetime="{day}"' not in html
    assert f'datetime="{timezone.localdate()}"' in html
    assert "įvyko" in html


def test_an_entry_that_was_withdrawn_after_the_decision_is_not_published(client):
    judged = decided()
    Entry.objects.filter(pk=judged.entries[0].pk).update(state="withdrawn")
    judged.publish()
    assert judged.entries[0].company not in read(client, judged.page())


@pytest.mark.parametrize("language", ["lt", "en"])
def test_an_unfinished_draft_is_not_published_and_gets_the_results(client, language):
    judged = decided()
    draft = judged.page(language)
    draft.title = "Nebaigta"
    draft.rules = "<p>Naujos taisyklės.</p>"
    draft.save_revision()
    judged.publish()
    page = judged.page(language)
    html = read(client, page)
    assert "Nebaigta" not in html
    assert "Naujos taisyklės" not in html
    assert judged.entries[0].company in html
    assert page.has_unpublished_changes
    kept = page.get_latest_revision_as_object()
    assert (kept.title, kept.rules) == ("Nebaigta", "<p>Naujos taisyklės.</p>")
    CompetitionPage.publish(page, page.get_latest_revision())
    html = read(client, judged.page(language))
    for text in ("Naujos taisyklės", judged.entries[0].company, judged.entries[1].company):
        assert text in html
    assert CompetitionResult.objects.filter(edition=page).count() == 2


def test_a_draft_that_is_scheduled_stays_scheduled_and_keeps_the_results():
    judged = decided()
    moment = timezone.now() + datetime.timedelta(days=2)
    draft = judged.page()
    draft.title, draft.go_live_at = "Kitas pavadinimas", moment
    draft.save_revision().publish()
    judged.publish()
    page = judged.page()
    assert page.title != "Kitas pavadinimas"
    scheduled = page.revisions.get(approved_go_live_at__isnull=False)
    assert scheduled.approved_go_live_at == moment
    assert scheduled.as_object().results.count() == 2


def test_a_translation_that_agreed_with_its_source_still_does():
    judged = decided()
    judged.publish()
    states = translations_of(judged.page())
    assert {code: each.state for code, each in states.items()} == {
        "lt": State.SOURCE,
        "en": State.CURRENT,
    }


def test_a_translation_that_lags_behind_gets_the_results_and_still_lags_behind(client):
    judged = decided()
    page = judged.page()
    page.purpose = "<p>Visai kita paskirtis.</p>"
    page.save_revision().publish()
    judged.publish()
    assert "It works." in read(client, judged.page("en"))
    assert translations_of(judged.page())["en"].state == State.STALE


def test_the_translation_is_complete_when_it_is_published_again(client):
    judged = decided()
    judged.publish()
    english = judged.page("en")
    source = TranslationSource.objects.get_for_instance(judged.page())
    source.create_or_update_translation(english.locale, publish=False)
    assert gaps_of(english) == []
    judged.page("en").get_latest_revision().publish()
    html = read(client, english)
    assert "It works." in html
    assert judged.entries[0].company in html
    assert "Nes veikia." not in html


def test_apps_read_winners_finalists_and_nothing_of_jurors_or_entrants(client):
    judged = decided(1, 2, None)
    address = f"/api/delivery/v1/competitions/{judged.page('en').pk}/"
    before = client.get(address).json()
    assert (before["results"], before["finalists"], before["summary"]) == ([], [], None)
    judged.publish()
    text = client.get(address).content.decode()
    answer = client.get(address).json()
    assert [(each["place"], each["company"]) for each in answer["results"]] == [
        (1, judged.entries[0].company),
        (2, judged.entries[1].company),
    ]
    assert answer["results"][0]["member"] is None
    assert answer["results"][0]["citation"] == "It works."
    [finalist] = answer["finalists"]
    assert finalist["company"] == judged.entries[2].company
    assert "citation" not in finalist
    for entry in judged.entries:
        assert entry.email not in text
        assert entry.contact_name not in text
    for seat in judged.seats:
        assert str(seat) not in text
