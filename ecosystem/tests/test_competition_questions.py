"""What an edition asks of entrants: on its page, in the admin, and in both languages."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from ecosystem.models import Criterion, EligibilityQuestion, EntryQuestion
from ecosystem.tests.factories import CompetitionFactory
from industry4.testing.editors import sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


def choice(choices, kind="choice"):
    return EntryQuestion(label="Branda", kind=kind, choices=choices)


@pytest.mark.parametrize("choices", ["", "Bandymas", "Bandymas\nBandymas", " \nBandymas\n\n"])
def test_a_choice_is_between_two_at_least(choices):
    with pytest.raises(ValidationError) as refusal:
        choice(choices).clean()
    assert list(refusal.value.error_dict) == ["choices"]


def test_each_choice_stands_once():
    with pytest.raises(ValidationError, match="tik vieną kartą"):
        choice("Bandymas\nGaminys\nBandymas").clean()


def test_choices_are_lines_without_empty_ones():
    question = choice("Bandymas \r\n\r\n Gaminys\n")
    question.clean()
    assert question.options == ["Bandymas", "Gaminys"]
    assert question.choices == "Bandymas\nGaminys"


def test_other_kinds_of_questions_need_no_choices():
    for kind in EntryQuestion.Kind.values:
        if kind != "choice":
            choice("", kind).clean()


@pytest.mark.parametrize("scale", [1, 101])
def test_scores_go_up_to_something_between_2_and_100(scale):
    criterion = Criterion(name="Nauda", weight=100, scale=scale)
    with pytest.raises(ValidationError) as refusal:
        criterion.full_clean(exclude=["edition", "locale"])
    assert list(refusal.value.error_dict) == ["scale"]


def edition(**fields):
    """An edition that asks for everything."""
    locale = Locale.get_default()
    return CompetitionFactory(
        **{"entry_consent": "Sutinkame.", "least_scores": 2, "keep_months": 12, **fields},
        criteria=[
            Criterion(
                locale=locale,
                name="Nauda",
                description="Kas pasikeitė.",
                weight=100,
                scale=5,
                guidance="1 – nieko.",
            )
        ],
        eligibility=[
            EligibilityQuestion(locale=locale, text="Veikiame regione.", help_text="Ar rajone.")
        ],
        questions=[
            EntryQuestion(
                locale=locale,
                label="Branda",
                help_text="Šiandien.",
                kind="choice",
                choices="Bandymas\nGaminys",
                is_required=True,
                longest=50,
            )
        ],
        normalisation="z_score",
    )


def test_readers_see_conditions_and_scales_and_no_guidance_for_jurors(client):
    page = edition()
    html = client.get(page.url).content.decode()
    for shown in ("Veikiame regione.", "Ar rajone.", "Kas pasikeitė.", "1–5"):
        assert shown in html
    assert "1 – nieko." not in html


@pytest.mark.parametrize("opens, closes, shown", [(-1, 1, True), (-2, -1, False), (1, 2, False)])
def test_the_way_in_is_shown_while_entries_are_open(client, opens, closes, shown):
    now, day = timezone.now(), datetime.timedelta(days=1)
    page = edition(year=2026, entries_open=now + opens * day, entries_close=now + closes * day)
    for found, address in ((page, "/paraiskos/2026/"), (translated(page), "/en/entries/2026/")):
        assert (f'href="{address}"' in client.get(found.url).content.decode()) is shown


def test_a_translation_has_its_own_texts_and_the_same_values():
    english = translated(edition())
    [question], [criterion] = english.questions.all(), english.criteria.all()
    assert (question.label, question.help_text) == ("EN Branda", "EN Šiandien.")
    assert question.options == ["EN Bandymas", "Gaminys"]
    assert (question.kind, question.is_required, question.longest) == ("choice", True, 50)
    assert (criterion.guidance, criterion.scale) == ("EN 1 – nieko.", 5)
    assert english.eligibility.get().text == "EN Veikiame regione."
    assert english.entry_consent == "EN Sutinkame."
    assert (english.normalisation, english.least_scores, english.keep_months) == ("z_score", 2, 12)


def test_rows_of_all_languages_have_the_keys_of_the_source():
    page = edition()
    english = translated(page)
    for relation in ("criteria", "eligibility", "questions"):
        keys = [
            set(getattr(found, relation).values_list("translation_key", flat=True))
            for found in (page, english)
        ]
        assert keys[0] == keys[1]


def test_the_editor_finds_the_form_and_the_judging_on_tabs_of_their_own(client):
    page = edition()
    html = sign_in(client).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    for tab in ("content", "entries", "judging", "promote"):
        assert f'id="tab-{tab}"' in html
    assert 'name="questions-0-label"' in html
