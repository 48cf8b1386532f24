"""The demo content: loaded once for all, so these tests share a class."""

import datetime
import io
import re
from collections import Counter
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import TestCase, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from modelcluster.models import get_all_child_relations
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex, Site, get_page_models
from wagtail_localize.models import StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from ecosystem.models import CompetitionPage, InitiativePage, MemberPage, StrategyDocumentPage
from ecosystem.stages import Stage
from home.demo import drawings
from home.demo.content.jury import JURORS
from home.demo.media import Media
from home.models import HomePage
from industry4.competition.editions import Edition
from industry4.competition.entering.tasks import mail_entrant
from industry4.competition.models import Entry, EntryFile, RecordEntry, Seat
from industry4.competition.ranking import ranking
from industry4.competition.results.publishing import judged
from industry4.competition.screening.tasks import mail_asker
from industry4.core.blocks import BodyBlock
from industry4.core.models import SiteSettings
from industry4.core.public import public_pages
from industry4.core.translation.states import State, translations
from industry4.media.models import Document, Image
from news.models import ArticlePage, EventPage

LITHUANIAN_LETTERS = re.compile(r"\w*[ąčęėįšųūž]\w*", re.IGNORECASE)
PROPER_NAMES = {
    *("Panevėžys", "Biržai", "Kupiškis", "Rokiškis"),
    *("Vardenė", "Pavardenė", "Vardė", "Pavardytė"),  # the sample people
}
SAME_IN_BOTH = {"RoboLabas", "robolabas", "Panevėžys", "Industry 4 Panevėžys", "%"}


def pages(language=None):
    found = public_pages(Page)
    if language:
        found = found.filter(locale__language_code=language)
    return list(found.specific())


def page(model, language="lt", **chosen):
    return model.objects.get(locale__language_code=language, **chosen)


def edition(years=0):
    """This year's edition, or the one so many years from it."""
    found = page(CompetitionPage, year=timezone.localdate().year + years)
    return Edition.for_staff(found.translation_key)


def load(**options):
    output = io.StringIO()
    call_command("load_demo", stdout=output, **options)
    return output.getvalue()


def texts_of(instance):
    """All that a reader may see of a page: its fields, rows and blocks, as plain text."""
    return [
        segment.render_text()
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue)
    ]


class DemoTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        load(quiet=True)

    # What there is

    def test_each_language_has_at_least_forty_published_pages(self):
        counts = Counter(page.locale.language_code for page in pages())
        assert counts["lt"] >= 40
        assert counts["en"] >= 40

    def test_every_page_type_is_there_in_both_languages(self):
        expected = {model for model in get_page_models() if model is not Page}
        for language in ("lt", "en"):
            assert {type(page) for page in pages(language)} == expected

    def test_one_article_and_one_event_are_only_lithuanian_and_one_article_is_stale(self):
        lithuanian = {page.translation_key: page for page in pages("lt")}
        states = {
            key: found["en"].state
            for key, found in translations().items()
            if key in lithuanian and found["en"].state != State.CURRENT
        }
        found = sorted((type(lithuanian[key]).__name__, state) for key, state in states.items())
        assert found == [
            ("ArticlePage", State.MISSING),
            ("ArticlePage", State.STALE),
            ("EventPage", State.MISSING),
        ]

    def test_every_block_of_a_body_is_used(self):
        kinds = {block.block_type for page in pages("lt") for block in getattr(page, "body", [])}
        assert kinds == set(BodyBlock().child_blocks)

    def test_members_are_of_every_kind_and_municipality(self):
        members = MemberPage.objects.filter(locale__language_code="lt")
        assert {member.kind for member in members} == set(MemberPage.Kind)
        assert {member.municipality for member in members} == set(MemberPage.Municipality)

    def test_initiatives_are_of_every_status_and_serve_goals(self):
        initiatives = InitiativePage.objects.filter(locale__language_code="lt")
        assert {initiative.status for initiative in initiatives} == set(InitiativePage.Status)
        assert all(initiative.goals.exists() for initiative in initiatives)
        steam = page(InitiativePage, slug="steam-centras")
        assert steam.resource_sums == {"once": 800000}

    def test_the_events_show_everything_that_can_happen_to_one(self):
        events = EventPage.objects.filter(locale__language_code="lt")
        assert {event.status for event in events} == set(EventPage.Status)
        assert {event.attendance for event in events} == set(EventPage.Attendance)
        postponed = events.get(status=EventPage.Status.POSTPONED)
        assert postponed.moved_from < postponed.starts_at
        assert events.filter(all_day=True).exists()
        assert any(event.several_days for event in events)
        past = [event for event in events if event.recording_url]
        assert past
        assert all(event.is_past and event.documents.exists() for event in past)

    def test_next_week_has_an_event_with_programme_and_speakers(self):
        soon = timezone.now() + datetime.timedelta(days=11)
        events = EventPage.objects.filter(locale__language_code="lt")
        event = events.filter(starts_at__range=(timezone.now(), soon)).first()
        assert event.programme.count() >= 5
        assert event.speakers.count() >= 3
        assert event.registration_is_open

    def test_last_years_results_are_published_and_this_year_is_open(self):
        year = timezone.localdate().year
        for language in ("lt", "en"):
            last, this = (page(CompetitionPage, language, year=y) for y in (year - 1, year))
            assert last.stage == Stage.PUBLISHED
            assert len(last.published_results) >= 3
            assert this.stage == Stage.OPEN
            assert sum(criterion.weight for criterion in this.criteria.all()) == 100
        winner = last.published_results[0].member
        assert winner.awards.exists()

    def test_last_years_results_are_what_its_entries_and_scores_make_them(self):
        last = edition(-1)
        found = ranking(last)
        assert found.is_sound
        assert any(each.standing.is_tied_in_category for each in found.entries)
        told = last.source.judged
        assert told == judged(last.key, found)
        assert told.departures == 0
        assert told.recusals == 2
        assert told.jurors == len(JURORS) == last.source.jury.count()
        places = [result.place for result in last.source.published_results]
        assert places.count(1) == 3
        assert places.count(2) == 2

    def test_last_years_record_tells_it_in_the_order_in_which_it_happened(self):
        acts = list(RecordEntry.objects.filter(edition=edition(-1).key))
        moments = [act.at for act in acts]
        assert moments == sorted(moments)
        assert moments[-1] < timezone.now() - datetime.timedelta(days=300)
        every = {"submitted", "withdrawn", "eligible", "returned", "answered", "refused", "seated"}
        every |= {"assigned", "recused", "judging_opened", "scored", "judging_closed"}
        assert {act.act for act in acts} == every | {"decided", "scheduled", "published"}
        news = ArticlePage.objects.get(pk=acts[-1].details["article"])
        assert not news.live

    def test_entries_of_this_year_are_in_every_state_that_an_open_edition_has(self):
        entries = Entry.objects.filter(edition=edition().key)
        states = {state.value for state in Entry.State} - {Entry.State.REFUSED}
        assert {entry.state for entry in entries} == states
        assert {entry.language for entry in entries} == {"lt", "en"}
        assert Seat.objects.filter(edition=edition().key).count() == len(JURORS)
        for entry in Entry.objects.exclude(member_key=None):
            assert page(MemberPage, translation_key=entry.member_key).title == entry.company
        for file in EntryFile.objects.all():
            with file.file.open("rb") as content:
                assert content.read(5) == b"%PDF-"

    def test_nobody_is_mailed_about_it(self):
        mails = [mail_entrant.module_path, mail_asker.module_path]
        assert not DBTaskResult.objects.filter(task_path__in=mails).exists()

    def test_the_home_page_and_the_menus_are_filled_in_both_languages(self):
        settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        for language in ("lt", "en"):
            home = page(HomePage, language, depth=2)
            assert home.hero_title
            assert home.key_figures.count() >= 4
            assert home.featured_initiatives.exists()
            assert home.partners.exists()
            for chosen in (settings.main_navigation, settings.footer_navigation):
                menu = chosen.get_translations(inclusive=True).get(locale=home.locale)
                assert menu.live
                assert menu.items.count() >= 7

    def test_the_english_strategy_has_a_file_of_its_own(self):
        for language in ("lt", "en"):
            strategy = page(StrategyDocumentPage, language, kind="strategy")
            assert strategy.document.language == language
        for document in Document.objects.all():
            with document.file.open("rb") as file:
                assert file.read(5) == b"%PDF-"

    def test_pictures_have_alternative_texts_credit_and_licence(self):
        images = Image.objects.all()
        assert images.count() == len(drawings.SCENES) + 13
        for image in images:
            assert image.alt_text_lt
            assert image.alt_text_en not in ("", image.alt_text_lt)
            assert image.credit
            assert image.licence
            assert default_storage.exists(image.file.name)

    # Whether it is right

    def test_pictures_are_described_and_sized_and_only_the_first_is_loaded_at_once(self):
        for example in {(type(page), page.locale_id): page for page in pages()}.values():
            html = BeautifulSoup(self.client.get(example.url).content, "html.parser")
            for image in html.find_all("img"):
                assert {"alt", "width", "height"} <= set(image.attrs), (example.url, image)
            shown = html.main.find_all("img")
            at_once = [image for image in shown if image.get("loading") != "lazy"]
            # None where the first is a picture that only wide screens show.
            assert at_once in (shown[:1], []), example.url
            assert all(image["fetchpriority"] == "high" for image in at_once)

    def test_every_page_and_row_and_block_is_valid(self):
        for found in pages():
            found.full_clean()
            if hasattr(found, "body"):
                found.body.stream_block.clean(found.body)
            for relation in get_all_child_relations(found):
                for row in getattr(found, relation.get_accessor_name()).all():
                    row.full_clean()

    def test_english_pages_have_no_lithuanian_words(self):
        for found in pages("en"):
            for text in texts_of(found):
                words = set(LITHUANIAN_LETTERS.findall(text))
                assert words <= PROPER_NAMES, f"{found.url}: {text}"

    def test_nothing_is_left_in_lithuanian_by_mistake(self):
        same = {
            translation.data
            for translation in StringTranslation.objects.select_related("translation_of")
            if translation.data == translation.translation_of.data
        }
        assert {text for text in same if not re.fullmatch(r"[\d.,+ ]+", text)} <= SAME_IN_BOTH

    def test_lithuanian_pages_use_lithuanian_quotation_marks_and_dashes(self):
        for found in pages("lt"):
            for text in texts_of(found):
                assert not re.search(r"[\"”]|\s-\s|\.\.\.", text), f"{found.url}: {text}"
                assert text.count("„") == text.count("“"), f"{found.url}: {text}"

    def test_what_does_not_exist_is_visibly_a_sample(self):
        for event in EventPage.objects.all():
            language = event.locale.language_code
            assert event.intro.startswith({"lt": "Pavyzdinis", "en": "Sample"}[language])
        for found in pages():
            shown = " ".join(str(value) for value in found.serializable_data().values())
            for address in re.findall(r"[\w.-]+@[\w.-]+\w", shown):
                assert address.endswith("@example.com")
            for address in re.findall(r"https?://([\w.-]+)", shown):
                assert address in ("example.com", "www.youtube.com")

    def test_links_in_texts_lead_to_published_pages(self):
        live = set(public_pages(Page).values_list("pk", flat=True))
        linked = Counter()
        for found in pages():
            shown = " ".join(str(value) for value in found.serializable_data().values())
            ids = re.findall(r'linktype=\\?"page\\?" id=\\?"(\d+)', shown)
            assert {int(pk) for pk in ids} <= live
            linked[type(found).__name__] += len(ids)
        assert linked["ArticlePage"] >= 4
        assert linked["ContentPage"] >= 4

    def test_what_is_loaded_is_found_and_its_references_are_known(self):
        assert ArticlePage.objects.search("kineskopų").count() >= 1
        article = page(ArticlePage, slug="nuo-kineskopu-iki-robotu")
        assert ReferenceIndex.get_references_for_object(article).exists()
        assert not Redirect.objects.exists()

    # Loading again, and failing

    def test_loading_again_changes_nothing(self):
        article = page(ArticlePage, slug="nuo-kineskopu-iki-robotu")
        article.title = "Pakeista redaktoriaus"
        article.save_revision().publish()
        models = (Page, Image, Document, Entry, RecordEntry)
        before = [list(model.objects.values()) for model in models]
        assert "Demo content: 0 new" in load()
        assert before == [list(model.objects.values()) for model in models]

    def test_it_tells_how_it_goes_unless_asked_to_be_quiet(self):
        assert re.search(r"articles +0 new", load())
        assert load(quiet=True) == ""

    @override_settings(SAMPLE_LOGIN={"username": "pavyzdys", "password": "slaptas-zodis"})
    def test_the_sample_editor_exists_only_where_the_settings_have_one(self):
        active = get_user_model().objects.filter(is_active=True)
        assert not active.exists()
        load()
        editor = active.get()
        assert editor.is_superuser
        assert editor.check_password("slaptas-zodis")
        assert editor.wagtail_userprofile.preferred_language == "lt"


@pytest.mark.django_db
def test_a_failure_leaves_neither_pages_nor_files():
    before = Page.objects.count()
    written = []

    def fail(loader):
        written.extend(file.name for file in loader.media.written)
        raise RuntimeError("the last step")

    few = {"sections": [], "topics": []}
    with (
        mock.patch.object(Media, "store_pictures", return_value=0),
        mock.patch("home.management.commands.load_demo.SECTIONS", few),
        mock.patch("home.management.commands.load_demo.choose_settings", fail),
        pytest.raises(RuntimeError),
    ):
        load()
    assert written
    assert not any(default_storage.exists(name) for name in written)
    assert not Document.objects.exists()
    assert Page.objects.count() == before
