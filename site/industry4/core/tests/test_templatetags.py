"""The tags and filters of the templates: what a reader of either language gets to see."""

import json
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import SimpleTestCase
from django.utils.translation import override

from ecosystem.tests.factories import MemberFactory
from home.tests.factories import ContentPageFactory
from industry4.core import references
from industry4.core.templatetags import content
from industry4.media.renditions import make
from industry4.testing.factories import ImageFactory, home_page, translated
from news.models import EventOrganiser, EventPage
from news.tests.factories import EventFactory

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "value,lithuanian,english",
    [
        (Decimal("33.50"), "33,5", "33.5"),
        (Decimal("500.00"), "500", "500"),
        (470000, f"470{NBSP}000", "470,000"),
        (Decimal("1234567.25"), f"1{NBSP}234{NBSP}567,25", "1,234,567.25"),
        (Decimal("-3.2"), "-3,2", "-3.2"),
        (0, "0", "0"),
        (None, "", ""),
    ],
)
def test_numbers_follow_the_language(value, lithuanian, english):
    with override("lt"):
        assert content.number(value) == lithuanian
    with override("en"):
        assert content.number(value) == english


@pytest.mark.parametrize(
    "value,lithuanian,english",
    [
        (Decimal("470000.00"), f"470{NBSP}000{NBSP}Eur", f"EUR{NBSP}470,000"),
        (Decimal("12.50"), f"12,50{NBSP}Eur", f"EUR{NBSP}12.50"),
        (Decimal(0), f"0{NBSP}Eur", f"EUR{NBSP}0"),
        (None, "", ""),
    ],
)
def test_money_shows_cents_only_where_there_are_any(value, lithuanian, english):
    with override("lt"):
        assert content.money(value) == lithuanian
    with override("en"):
        assert content.money(value) == english


def test_a_quantity_has_its_unit_where_the_language_puts_it():
    with override("en"):
        assert content.quantity(Decimal("33.00"), "%") == "33%"
        assert content.quantity(Decimal(470000), "EUR") == f"EUR{NBSP}470,000"
        assert content.quantity(Decimal(12), "km") == f"12{NBSP}km"
        assert content.quantity(Decimal(6)) == "6"


def test_a_year_is_not_written_as_a_quantity():
    with override("lt"):
        assert Template("{{ year|plain }}").render(Context({"year": 2026})) == "2026"


@pytest.mark.parametrize(
    "url,path,state",
    [
        ("/nariai/", "/nariai/", "page"),
        ("/nariai/", "/nariai/robolabas/", "true"),
        ("/nariai/", "/nariai-svetur/", ""),
        ("https://panevezys.example/nariai/", "/nariai/", "page"),
        ("/", "/", "page"),
        ("/", "/nariai/", ""),
        ("/en/", "/en/members/", ""),
        ("/en/members/", "/en/members/robolabas/", "true"),
    ],
)
def test_a_menu_marks_where_one_is(url, path, state):
    assert content.current(url, path) == state


def test_small_texts():
    assert content.host("https://www.example.com/a?b=c") == "example.com"
    assert content.phone_url("+370 (45) 12-34-56") == "tel:+37045123456"
    assert content.anchor(" 1.2  b ") == "1.2-b"


class TestLanguageOfAPage:
    def page(self, language):
        return SimpleNamespace(locale=SimpleNamespace(language_code=language))

    def test_a_page_of_the_readers_language_needs_no_badge(self):
        with override("lt"):
            assert content.other_language(self.page("lt")) == ""

    def test_a_page_of_another_language_says_so(self):
        with override("lt"):
            assert content.other_language(self.page("en")) == "en"

    def test_no_page_has_no_language(self):
        assert content.other_language(None) == ""


@pytest.fixture
def request_references():
    """The map of references that lives as long as a request."""
    token = references.begin()
    yield
    references.end(token)


@pytest.mark.django_db
class TestTrail:
    def test_it_leads_from_the_home_page_to_the_page_above(self):
        section = ContentPageFactory(title="Apie")
        page = ContentPageFactory(title="Istorija", parent=section)
        assert [above.title for above in content.trail(page)] == [home_page().title, "Apie"]

    def test_a_page_above_that_is_not_public_is_left_out(self):
        section = ContentPageFactory(published=False)
        page = ContentPageFactory(parent=section)
        assert content.trail(page) == [home_page().page_ptr]

    def test_the_home_page_and_error_pages_have_none(self):
        assert content.trail(home_page()) == content.trail(None) == content.trail("") == []


@pytest.mark.django_db
def test_sections_are_found_by_their_type():
    EventFactory()
    found = content.sections(home_page())
    assert found["EventIndexPage"].title == "Renginiai"
    assert "NewsIndexPage" not in found


@pytest.mark.django_db
@pytest.mark.usefixtures("request_references")
class TestTargets:
    def event_of(self, *members):
        event = EventFactory()
        for number, member in enumerate(members):
            EventOrganiser.objects.create(
                event=event, member=member, locale=event.locale, sort_order=number
            )
        return EventPage.objects.get(pk=event.pk)

    def test_rows_lead_to_the_readers_language(self):
        member = MemberFactory(title="Narys")
        translated(member, title="A member")
        event = self.event_of(member)
        with override("en"):
            assert [page.title for page in content.targets(event.organisers)] == ["A member"]

    def test_a_page_that_is_not_public_is_left_out(self):
        event = self.event_of(MemberFactory(published=False), MemberFactory(title="Viešas"))
        assert [page.title for page in content.targets(event.organisers)] == ["Viešas"]

    @pytest.mark.parametrize("number", [1, 6])
    def test_the_number_of_rows_does_not_change_the_queries(
        self, number, django_assert_num_queries
    ):
        event = self.event_of(*(MemberFactory() for _ in range(number)))
        references.begin()  # nothing is known of what was made above
        # The rows, and the pages that they name.
        with django_assert_num_queries(2):
            assert len(content.targets(event.organisers)) == number


@pytest.mark.django_db
@pytest.mark.usefixtures("request_references")
class TestPicture:
    def test_the_better_format_comes_first(self):
        image = ImageFactory()
        make(image)
        sources = content.picture(Context(), image)["sources"]
        assert [source.type for source in sources] == ["image/avif", "image/webp"]

    def test_without_renditions_the_original_is_shown(self):
        image = ImageFactory()
        image.renditions.all().delete()
        shown = content.picture(Context(), image)
        assert shown["sources"] == []
        assert shown["fallback"].url == image.file.url

    def test_a_decoration_has_an_empty_text_and_any_other_its_own(self):
        image = ImageFactory()
        component = "{% include 'components/picture.html' with image=image %}"
        decoration = "{% include 'components/picture.html' with image=image alt='' %}"
        with override("en"):
            assert 'alt="A robot at a table"' in Template(component).render(
                Context({"image": image})
            )
            assert 'alt=""' in Template(decoration).render(Context({"image": image}))


@pytest.mark.django_db
class TestLeadImage:
    def event_showing(self, shown, listed):
        figure = {"type": "figure", "value": {"image": shown.pk, "decorative": True}}
        return EventFactory(listing_image=listed, body=json.dumps([figure]))

    def test_a_page_opens_with_its_listing_image(self):
        image = ImageFactory()
        assert content.lead_image(self.event_showing(ImageFactory(), image)) == image

    def test_a_picture_is_not_shown_twice(self):
        image = ImageFactory()
        assert content.lead_image(self.event_showing(image, image)) is None


def test_a_column_that_says_nothing_is_left_out():
    paid, free = SimpleNamespace(source="ES"), SimpleNamespace(source="")
    assert content.any_have([free, paid], "source")
    assert not content.any_have([free], "source")


class TestFailurePage(SimpleTestCase):
    """SimpleTestCase forbids queries: the page for failures must do without."""

    def test_it_needs_no_context_and_no_database(self):
        page = Template("{% include '500.html' %}").render(Context())
        assert '<html lang="lt">' in page
        assert 'lang="en"' in page
