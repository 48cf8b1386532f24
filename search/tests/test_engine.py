"""The site's search: what is found, how results are narrowed, and what is never among them."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Site,
)

from ecosystem.models import MemberPage, MemberSector
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.testing.factories import DocumentFactory, ImageFactory, translated
from news.models import ArticleSubject, EventOrganiser
from news.tests.factories import ArticleFactory, EventFactory
from search.engine import Search
from search.narrowing import Narrowing
from search.questions import read

pytestmark = pytest.mark.django_db


def found(text, language="lt", size=20, start=0, **narrowing):
    site = Site.objects.get(is_default_site=True)
    return Search(read(text), language, site, Narrowing(**narrowing)).found(start, size)


def titles(*args, **kwargs):
    return [result.title for result in found(*args, **kwargs).results]


def led_to(document):
    """A public page that leads to the document."""
    return ContentPageFactory(
        title="Failai", body=[("documents", {"heading": "", "documents": [document]})]
    )


def test_a_result_says_what_a_list_shows():
    page = EventFactory(
        title="Robotų <diena>",
        intro="Gamyklos robotai & žmonės.",
        starts_at=datetime.datetime(2026, 3, 1, 10, tzinfo=datetime.UTC),
        ends_at=datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC),
    )
    (result,) = found("robotas").results
    assert (result.kind.name, result.id, result.language) == ("event", page.pk, "lt")
    assert (result.href, result.address) == (page.url, page.full_url)
    assert result.marked_title == "<mark>Robotų</mark> &lt;diena&gt;"
    assert result.snippet == "Gamyklos <mark>robotai</mark> &amp; žmonės."
    assert result.first_day == datetime.date(2026, 3, 1)
    assert result.last_day == datetime.date(2026, 3, 2)


def test_the_lead_is_shown_where_the_title_has_all_that_was_asked_for():
    ContentPageFactory(
        title="Robotai", intro="Kas jie tokie.", body=[("text", "<p>Pigūs robotai.</p>")]
    )
    assert found("robotas").results[0].snippet == "Kas jie tokie."
    assert found("pigus robotas").results[0].snippet == "<mark>Pigūs</mark> <mark>robotai</mark>."


def test_each_language_is_searched_by_itself():
    page = ContentPageFactory(title="Robotų diena")
    translated(page, title="Robot day")
    assert titles("robotai", "lt") == ["Robotų diena"]
    assert titles("robots", "en") == ["Robot day"]
    assert found("diena", "en").count == 0


def test_words_phrases_and_exclusions_are_read_from_the_line():
    ContentPageFactory(title="Robotų diena gamykloje")
    ContentPageFactory(title="Diena be robotų")
    assert found("robotai diena").count == 2
    assert titles("„robotai diena“") == ["Robotų diena gamykloje"]
    assert titles('"robotu diena"') == ["Robotų diena gamykloje"]
    assert titles("diena -gamykla") == ["Diena be robotų"]
    assert titles('diena -"robotų diena"') == ["Diena be robotų"]


def test_results_are_counted_by_kind_and_narrowed_to_one():
    for number in range(3):
        ArticleFactory(title=f"Robotai {number}")
    EventFactory(title="Robotai")
    everything = found("robotas", size=2)
    assert (everything.count, len(everything.results)) == (4, 2)
    assert everything.kinds == {"article": 3, "event": 1}
    events = found("robotas", kind="event")
    assert [result.kind.name for result in events.results] == ["event"]
    # The other kinds stay on offer.
    assert (events.count, events.kinds) == (1, {"article": 3, "event": 1})


def test_parts_of_the_results_join_without_gaps():
    for number in range(5):
        ArticleFactory(title=f"Robotai {number}")
    whole = titles("robotas")
    assert titles("robotas", size=2) + titles("robotas", start=2, size=3) == whole
    beyond = found("robotas", start=50)
    assert (beyond.results, beyond.count) == ([], 5)


def test_results_are_narrowed_by_days():
    noon = datetime.datetime(2026, 3, 10, 12, tzinfo=datetime.UTC)
    day = datetime.timedelta(days=1)
    ArticleFactory(title="Robotai straipsnyje", published_at=noon)
    EventFactory(title="Robotai renginyje", starts_at=noon - 2 * day, ends_at=noon + 2 * day)
    ContentPageFactory(title="Robotai be dienos")
    date = noon.date()
    assert sorted(titles("robotas", since=date, until=date)) == [
        "Robotai renginyje",
        "Robotai straipsnyje",
    ]
    assert titles("robotas", since=date + day) == ["Robotai renginyje"]
    assert titles("robotas", until=date - day) == ["Robotai renginyje"]
    assert titles("robotas", since=date + 3 * day) == []
    assert found("robotas").count == 3


def test_results_are_narrowed_by_the_members_that_they_have_to_do_with():
    food = SectorFactory(name="Maistas", slug="maistas")
    member = MemberFactory(
        title="Robotų kepykla",
        municipality=MemberPage.Municipality.KUPISKIS,
        sectors=[MemberSector(sector=food)],
    )
    InitiativeFactory(title="Robotai kepa", lead=member)
    EventFactory(title="Robotai rodo", organisers=[EventOrganiser(member=member)])
    ArticleFactory(title="Robotai rašo", subjects=[ArticleSubject(subject=member)])
    MemberFactory(title="Robotų kalvė", municipality=MemberPage.Municipality.PANEVEZYS_CITY)
    expected = ["Robotai kepa", "Robotai rašo", "Robotai rodo", "Robotų kepykla"]
    assert sorted(titles("robotas", sector="maistas")) == expected
    assert sorted(titles("robotas", municipality=MemberPage.Municipality.KUPISKIS)) == expected
    assert (
        titles("robotas", sector="maistas", municipality=MemberPage.Municipality.PANEVEZYS_CITY)
        == []
    )


def test_what_translations_refer_to_is_narrowed_alike():
    member = MemberFactory(title="Kepykla", municipality=MemberPage.Municipality.KUPISKIS)
    initiative = InitiativeFactory(title="Robotai kepa", lead=member)
    translated(initiative, title="Robots bake")
    assert titles("robot", "en", municipality=MemberPage.Municipality.KUPISKIS) == ["Robots bake"]


def hidden_draft():
    return ArticleFactory(title="Slapti robotai", published=False)


def hidden_by_restriction():
    page = ArticleFactory(title="Slapti robotai")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def hidden_below_restriction():
    parent = ContentPageFactory(title="Uždaras")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    return ContentPageFactory(title="Slapti robotai", parent=parent)


def hidden_until_later():
    page = ArticleFactory(title="Slapti robotai", published=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    return page


def hidden_since_now():
    page = ArticleFactory(title="Slapti robotai")
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    return page


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "hide",
    [
        hidden_draft,
        hidden_by_restriction,
        hidden_below_restriction,
        hidden_until_later,
        hidden_since_now,
    ],
)
def test_what_is_not_public_is_neither_found_nor_counted(hide):
    hide()
    ArticleFactory(title="Vieši robotai")
    everything = found("robotai")
    assert [result.title for result in everything.results] == ["Vieši robotai"]
    assert (everything.count, everything.kinds.total()) == (1, 1)


def test_a_picture_is_not_found_as_the_page_that_has_its_number():
    page = ContentPageFactory(title="Kitkas")
    ImageFactory(pk=page.pk, title="Robotai")
    assert found("robotai").count == 0


def test_documents_are_found_by_their_text_where_a_public_page_leads_to_them():
    document = DocumentFactory(title="Ataskaita", text="Kineskopų gamyba.", language="lt")
    assert found("kineskopas").count == 0
    led_to(document)
    (result,) = found("kineskopas").results
    assert (result.kind.name, result.href) == ("document", document.url)
    assert result.snippet == "<mark>Kineskopų</mark> gamyba."
    assert result.address.startswith("http")


def test_a_document_in_a_private_collection_or_of_a_draft_is_not_found():
    private = Collection.get_first_root_node().add_child(name="Vidiniai")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    led_to(DocumentFactory(title="Kineskopai", language="lt", collection=private))
    of_draft = led_to(DocumentFactory(title="Kineskopai", language="lt"))
    of_draft.unpublish()
    assert found("kineskopas").count == 0


def test_a_document_of_both_languages_is_found_in_each():
    led_to(DocumentFactory(title="Ataskaita", text="Robotai. Factories.", language="mul"))
    assert titles("robotas", "lt") == ["Ataskaita"]
    assert titles("factory", "en") == ["Ataskaita"]


def test_a_document_of_one_language_is_not_shown_in_the_other():
    led_to(DocumentFactory(title="Report", text="Robots", language="en"))
    assert titles("robots", "en") == ["Report"]
    assert titles("report", "lt") == []


def test_a_search_costs_three_queries_and_one_more_for_documents():
    def queries():
        with CaptureQueriesContext(connection) as captured:
            found("robotas", size=30)
        return len(captured) - 1  # the site, which a request knows

    ArticleFactory(title="Robotai")
    found("robotas")  # content types are read once
    assert queries() == 3
    led_to(DocumentFactory(title="Robotai", language="lt"))
    assert queries() == 4
    for number in range(20):
        ArticleFactory(title=f"Robotai {number}")
    assert queries() == 4


def test_the_site_is_searched_alike_beside_another_backend(settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "modelsearch.backends.database.fallback"},
        "site": {"BACKEND": "search.backends"},
    }
    ArticleFactory(title="Robotai")
    assert titles("robotų") == ["Robotai"]
