"""Publishing results: never by a date alone, in both languages, once, and nobody's draft."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail_localize.models import TranslationSource

from ecosystem.models import CompetitionAct, CompetitionPage, CompetitionResult
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry, Placement, Proceedings, RecordEntry
from industry4.competition.results import decision, publishing
from industry4.core.translation.gaps import gaps_of
from industry4.core.translation.states import State, translations_of
from industry4.testing.editors import messages_of, sign_in
from industry4.testing.factories import translated
from news.models import ArticlePage
from news.tests.factories import ArticleFactory

from .factories import RecusalFactory
from .results import Judged, decided

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """What is refused is said in the active language."""
    with override("en"):
        yield


def is_public(judged):
    return judged.fresh().stage == "published"


def ago(**much):
    return timezone.now() - datetime.timedelta(**much)


def at(judged, moment):
    """Set the moment of publication."""
    Proceedings.objects.filter(edition=judged.key).update(publish_at=moment)


def read(client, page):
    return client.get(page.url).content.decode()


def address(judged, name, *args):
    return reverse(f"competition_results:{name}", args=[judged.key, *args])


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


def test_a_member_is_named_by_its_page_and_has_the_award_there(client):
    judged = decided()
    member = MemberFactory(title="Robotų dirbtuvės")
    Entry.objects.filter(pk=judged.entries[0].pk).update(member_key=member.translation_key)
    translated(member, title="Robot works")
    judged.publish()
    assert "Robotų dirbtuvės" in read(client, judged.page("lt"))
    assert "Robot works" in read(client, judged.page("en"))
    assert judged.page("lt").title in read(client, member)


def test_an_entry_that_was_withdrawn_after_the_decision_is_not_published(client):
    judged = decided()
    Entry.objects.filter(pk=judged.entries[0].pk).update(state="withdrawn")
    judged.publish()
    assert judged.entries[0].company not in read(client, judged.page())


def test_a_date_alone_publishes_nothing():
    judged = Judged(english=True)
    judged.place(1)
    at(judged, ago(hours=1))
    call_command("publish_results")
    assert not is_public(judged)
    judged.decide()
    call_command("publish_results")
    assert is_public(judged)
    assert RecordEntry.objects.get(act="published").by is None


def test_nothing_is_published_before_its_moment():
    judged = decided()
    at(judged, timezone.now() + datetime.timedelta(minutes=1))
    call_command("publish_results")
    assert not is_public(judged)


@pytest.mark.parametrize("language", ["lt", "en"])
def test_results_wait_until_the_page_is_public_in_both_languages(language):
    judged = decided()
    page = judged.page(language)
    page.unpublish()
    at(judged, ago(hours=1))
    call_command("publish_results")
    assert not CompetitionAct.objects.filter(kind="published").exists()
    assert not CompetitionResult.objects.exists()
    page.refresh_from_db()
    page.get_latest_revision().publish()
    call_command("publish_results")
    assert is_public(judged)


def test_a_text_in_one_language_alone_holds_the_results_up():
    judged = decided()
    Placement.objects.filter(place=1).update(citation_en="")
    with pytest.raises(ValidationError, match="one language only"):
        judged.publish()
    assert not is_public(judged)


def test_results_are_published_once():
    judged = decided()
    assert judged.publish()
    assert not judged.publish()
    assert CompetitionResult.objects.filter(edition=judged.page()).count() == 2
    assert RecordEntry.objects.filter(act="published").count() == 1
    assert ArticlePage.objects.count() == 0


def test_a_failure_leaves_nothing_behind(monkeypatch):
    judged = decided()

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(publishing, "draft_article", fail)
    with pytest.raises(RuntimeError):
        judged.publish()
    assert not CompetitionResult.objects.exists()
    assert not CompetitionAct.objects.filter(kind="published").exists()


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


def test_how_it_was_judged_stays_when_rows_change(client):
    judged = Judged((9, 8, 7), english=True, normalisation="z_score")
    RecusalFactory(seat=judged.seats[2], entry=judged.entries[2])
    judged.place(2, 1)
    judged.decide(reason="Taip.", accepted="Taip.")
    judged.publish()
    summary = {
        "entries": 3,
        "eligible": 3,
        "jurors": 3,
        "sheets": 6,
        "recusals": 1,
        "normalisation": "z_score",
        "departures": 1,
    }
    assert vars(judged.page().judged) == summary
    Entry.objects.filter(pk=judged.entries[2].pk).delete()
    answer = client.get(f"/api/delivery/v1/competitions/{judged.page('en').pk}/").json()
    sentences = answer["summary"].pop("sentences")
    assert answer["summary"] == summary
    assert "In 1 case a juror had a conflict of interest" in sentences[4]
    assert "z-scores" in " ".join(sentences)
    assert "the chair’s decision is not that of the ranking" in sentences[-1]


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


def test_news_of_the_results_waits_as_a_draft_in_both_languages():
    translated(ArticleFactory().get_parent().specific)
    judged = decided(1, 2)
    Placement.objects.update(citation_lt='Nes „veikia“ & "sukasi" <greitai>.')
    judged.publish(judged.chair)
    article = ArticlePage.objects.get(locale__language_code="lt", live=False)
    english = ArticlePage.objects.get(locale__language_code="en")
    assert not english.live
    assert english.translation_key == article.translation_key
    assert "The most innovative companies" in english.title
    assert english.slug.startswith("the-most-innovative")
    for page, words in (
        (article, 'veikia“ &amp; "sukasi" &lt;greitai&gt;'),
        (english, "It works."),
    ):
        body = str(page.get_latest_revision_as_object().body.raw_data[1]["value"])
        assert words in body
        assert judged.entries[0].company in body
    subjects = [row.subject_id for row in article.get_latest_revision_as_object().subjects.all()]
    assert subjects == [judged.page().pk]
    article.get_latest_revision().publish()
    english.get_latest_revision().publish()
    english.refresh_from_db()
    assert english.live


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
    assert "The results are published." in messages_of(answer)[0]
    assert CompetitionAct.objects.get(kind="published").by == judged.chair
    again = client.post(address(judged, "publish"), follow=True)
    assert "published already" in messages_of(again)[0]


def test_what_stands_against_publication_is_said_to_the_chair(client):
    judged = decided()
    judged.page("en").unpublish()
    sign_in(client, judged.chair)
    assert "not public in both languages" in client.get(address(judged, "index")).content.decode()
    answer = client.post(address(judged, "publish"))
    assert "not public in both languages" in answer.content.decode()
    assert not is_public(judged)


def test_texts_are_written_in_both_languages_until_they_are_public(client):
    judged = decided()
    sign_in(client, judged.chair)
    forms = client.get(address(judged, "texts")).context["form"]
    data = {f"{forms.prefix}-TOTAL_FORMS": 2, f"{forms.prefix}-INITIAL_FORMS": 2}
    for form in forms:
        for name in ("id", "innovation_lt", "innovation_en", "citation_lt", "citation_en"):
            data[f"{form.prefix}-{name}"] = form.instance.pk if name == "id" else f"{name}!"
    client.post(address(judged, "texts"), data)
    assert {each.citation_en for each in decision.placements_of(judged.key)} == {"citation_en!"}
    judged.publish()
    again = client.post(address(judged, "texts"), {**data, f"{form.prefix}-citation_en": "Kita"})
    assert again.status_code == 302
    assert not Placement.objects.filter(citation_en="Kita").exists()
