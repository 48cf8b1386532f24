"""Links to drafts: what they show, how long, and where they lead."""

import datetime
import time

import pytest
from django.core.checks import run_checks
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from home.models import ContentPage
from home.tests.factories import ContentPageFactory
from industry4.delivery import preview_links
from industry4.delivery.preview_links import ExpiredLink, InvalidLink
from industry4.testing.factories import home_page, translated
from news.models import EventPage, EventSpeaker
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db


def shown(page):
    """The page as its preview link shows it now."""
    return preview_links.page_of(preview_links.token_for(page))


def translate_text(page, path, text):
    """What wagtail-localize's editor stores while somebody types: no revision is made."""
    segment = StringSegment.objects.get(source__object_id=page.translation_key, context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=Locale.objects.get(language_code="en"),
        context=segment.context,
        defaults={"data": text},
    )


# What a link shows


def test_a_link_shows_the_newest_draft_and_not_the_published_version():
    page = ContentPageFactory(title="Vakar", intro="Senas tekstas.")
    for title in ("Šiandien", "Rytoj"):
        page.title = title
        page.save_revision()
    draft = shown(page)
    assert (type(draft), draft.pk, draft.title) == (ContentPage, page.pk, "Rytoj")
    page.refresh_from_db()
    assert page.title == "Vakar"


def test_a_link_shows_also_what_is_saved_after_it_was_made():
    page = ContentPageFactory(title="Vakar")
    token = preview_links.token_for(page)
    page.title = "Rytoj"
    page.save_revision()
    assert preview_links.page_of(token).title == "Rytoj"


def test_a_page_that_was_never_published_is_shown():
    assert shown(ContentPageFactory(title="Juodraštis", published=False)).title == "Juodraštis"


def test_a_page_without_a_revision_is_shown_as_it_is():
    page = ContentPage(title="Be istorijos")
    home_page().add_child(instance=page)
    assert shown(page) == page
    assert type(shown(page)) is ContentPage


def test_the_body_of_a_draft_is_the_drafts():
    page = ContentPageFactory(body=[("text", "<p>Senas</p>")])
    page.body = [("text", "<p>Naujas</p>")]
    page.save_revision()
    assert str(shown(page).body[0].value) == "<p>Naujas</p>"


def test_the_draft_of_a_translation_is_in_its_own_language():
    article = ArticleFactory(title="Robotai", intro="Apie robotus.")
    english = translated(article, title="Robots", intro="About robots.")
    draft = shown(english)
    assert draft.locale.language_code == "en"
    assert (draft.pk, draft.title, draft.intro) == (english.pk, "Robots", "About robots.")
    assert shown(article).title == "Robotai"


def test_a_translation_shows_what_its_translator_typed_last():
    article = ArticleFactory(title="Robotai", intro="Apie robotus.")
    english = translated(article, title="Robots", intro="About robots.")
    translate_text(article, "intro", "All about robots.")
    assert shown(english).intro == "All about robots."
    english.refresh_from_db()
    assert english.intro == "About robots."


def test_a_text_without_a_translation_is_shown_in_the_language_of_the_original():
    article = ArticleFactory(title="Robotai", intro="Apie robotus.")
    english = translated(article, title="Robots", intro="About robots.")
    article.intro = "Viskas apie robotus."
    article.save_revision().publish()
    assert shown(english).intro == "Viskas apie robotus."
    assert shown(english).title == "Robots"


def test_a_translation_whose_original_is_deleted_is_shown():
    article = ArticleFactory(title="Robotai")
    english = translated(article, title="Robots")
    article.delete()
    assert shown(english).title == "Robots"


def test_the_rows_of_a_translation_are_what_its_translator_typed_last():
    event = EventFactory()
    event.speakers = [EventSpeaker(locale=event.locale, name="Ona", role="Vadovė")]
    event.save_revision().publish()
    english = translated(event)
    role = StringSegment.objects.get(
        source__object_id=event.translation_key, context__path__endswith=".role"
    )
    translate_text(event, role.context.path, "Head")
    assert [row.role for row in shown(english).speakers.all()] == ["Head"]
    assert [row.role for row in EventPage.objects.get(pk=english.pk).speakers.all()] == [
        "EN Vadovė"
    ]


def test_showing_a_draft_writes_nothing(django_assert_max_num_queries):
    english = translated(ArticleFactory(body=[("text", "<p>Tekstas</p>")]))
    with django_assert_max_num_queries(40) as queries:
        shown(english)
    statements = {query["sql"].split()[0] for query in queries.captured_queries}
    assert not statements & {"INSERT", "UPDATE", "DELETE"}


# How long, and for which tokens


def test_a_token_can_stand_in_an_address_as_it_is():
    token = preview_links.token_for(ContentPageFactory())
    assert token.replace(".", "").replace("-", "").replace("_", "").isalnum()
    assert token.isascii()
    assert len(token) < 80


def test_a_link_says_when_it_expires(settings):
    settings.PREVIEW_LINK_HOURS = 5
    end = preview_links.expires_at(preview_links.token_for(ContentPageFactory()))
    assert timezone.is_aware(end)
    assert abs(end - timezone.now() - datetime.timedelta(hours=5)) < datetime.timedelta(minutes=1)


@pytest.mark.parametrize("minutes, works", [(119, True), (121, False)])
def test_a_link_works_until_its_time_is_over(settings, monkeypatch, minutes, works):
    settings.PREVIEW_LINK_HOURS = 2
    page, then = ContentPageFactory(), time.time() - minutes * 60
    with monkeypatch.context() as past:
        past.setattr("django.core.signing.time.time", lambda: then)
        token = preview_links.token_for(page)
    if works:
        assert preview_links.page_of(token) == page
    else:
        with pytest.raises(ExpiredLink):
            preview_links.page_of(token)


def test_a_shorter_time_holds_for_links_that_are_out_already(settings):
    token = preview_links.token_for(ContentPageFactory())
    settings.PREVIEW_LINK_HOURS = 0
    with pytest.raises(ExpiredLink):
        preview_links.page_of(token)


@pytest.mark.parametrize(
    "token",
    [
        "",
        ".",
        "..",
        "1",
        "1.2.3",
        "\x00",
        "1.\x00.2",
        "x" * 10_000,
        "." * 10_000,
        "ąčęė",
        "1.ą.č",
        "\ud800",
        "7.1tXXXX.' OR 1=1",
    ],
)
def test_what_is_no_token_is_refused(token):
    for function in (preview_links.page_of, preview_links.expires_at):
        with pytest.raises(InvalidLink) as refused:
            function(token)
        assert not isinstance(refused.value, ExpiredLink)


def test_an_altered_token_is_refused():
    page, other = ContentPageFactory(), ContentPageFactory()
    number, moment, signature = preview_links.token_for(page).split(".")
    for altered in (
        f"{other.pk}.{moment}.{signature}",
        f"{number}.zzzzzz.{signature}",
        f"{number}.{moment}.{signature[::-1]}",
        f"{number}.{moment}.{signature}x",
        f"{number}.{moment}.{signature}\x00",
        f"{number}.{moment}",
    ):
        with pytest.raises(InvalidLink):
            preview_links.page_of(altered)


def test_a_token_of_another_key_is_refused(settings):
    token = preview_links.token_for(ContentPageFactory())
    settings.SECRET_KEY = "another"
    with pytest.raises(InvalidLink):
        preview_links.page_of(token)


def test_the_link_of_a_deleted_page_is_refused():
    page = ContentPageFactory()
    token = preview_links.token_for(page)
    page.delete()
    with pytest.raises(InvalidLink) as refused:
        preview_links.page_of(token)
    assert not isinstance(refused.value, ExpiredLink)


# Where a link leads


def test_without_an_app_a_link_leads_to_the_api():
    link = preview_links.link_to(ContentPageFactory())
    assert link.startswith("http://localhost/api/delivery/v1/preview/?token=")


def test_with_an_app_a_link_leads_there(settings):
    settings.PREVIEW_APP_URL = "https://app.example/draft/{token}/?from=cms"
    page = ContentPageFactory()
    link = preview_links.link_to(page)
    token = link.removeprefix("https://app.example/draft/").removesuffix("/?from=cms")
    assert preview_links.page_of(token) == page


@pytest.mark.parametrize(
    "address, accepted",
    [
        ("", True),
        ("https://app.example/preview?token={token}", True),
        ("http://localhost:3000/preview/{token}", True),
        ("https://app.example/preview", False),
        ("app.example/{token}", False),
        ("ftp://app.example/{token}", False),
        ("https:///{token}", False),
        ("https://[app.example/{token}", False),
    ],
)
def test_the_address_of_an_app_is_checked_at_the_start(settings, address, accepted):
    settings.PREVIEW_APP_URL = address
    found = [error.msg for error in run_checks() if error.id == "delivery.E001"]
    assert len(found) == (0 if accepted else 1)
    assert all("PREVIEW_APP_URL must be" in message for message in found)
