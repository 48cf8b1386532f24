"""`preview/?token=`: the draft behind a preview link, in the form of the page itself."""

import pytest
from django.core import signing
from wagtail_localize.models import StringSegment, StringTranslation

from ecosystem.tests.api import ROOT, get
from ecosystem.tests.factories import MemberFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery import preview_links
from industry4.testing.factories import home_page, translated
from news.models import EventSpeaker
from news.tests.factories import ArticleFactory, EventFactory, full_event

pytestmark = pytest.mark.django_db


def ask(client, page):
    """The answer for a new link to a page."""
    return client.get(f"{ROOT}preview/", {"token": preview_links.token_for(page)})


def refusal(client, token):
    """The kind of the problem with a token, and the parameters that it names."""
    response = client.get(f"{ROOT}preview/", {"token": token})
    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    return problem["type"].partition("#")[2], [each["parameter"] for each in problem["errors"]]


def test_a_link_shows_the_draft_and_the_page_stays_as_it_is(client):
    page = ContentPageFactory(title="Vakar", body=[("text", "<p>Senas</p>")])
    page.title, page.body = "Rytoj", [("text", "<p>Naujas</p>")]
    page.save_revision()
    draft = ask(client, page).json()
    assert (draft["id"], draft["title"]) == (page.pk, "Rytoj")
    assert draft["body"][0]["value"] == "<p>Naujas</p>"
    published = get(client, f"pages/{page.pk}/")
    assert (published["title"], published["body"][0]["value"]) == ("Vakar", "<p>Senas</p>")
    assert set(draft) == set(published)


def test_a_published_page_without_changes_is_shown_as_readers_see_it(client):
    event = full_event()
    assert ask(client, event).json() == get(client, f"events/{event.pk}/")


def test_a_page_that_was_never_published_is_shown(client):
    page = ArticleFactory(title="Juodraštis", published=False)
    draft = ask(client, page).json()
    assert (draft["title"], draft["first_published_at"]) == ("Juodraštis", None)
    get(client, f"articles/{page.pk}/", status=404)


def test_the_rows_and_references_of_a_draft_are_the_drafts(client):
    event, member = EventFactory(), MemberFactory(title="Mokykla")
    event.speakers = [EventSpeaker(locale=event.locale, name="Ona")]
    event.body = [("related_pages", {"heading": "", "pages": [member]})]
    event.save_revision()
    draft = ask(client, event).json()
    assert [row["name"] for row in draft["speakers"]] == ["Ona"]
    assert draft["body"][0]["value"]["pages"][0]["title"] == "Mokykla"


def test_a_draft_does_not_lead_to_other_drafts(client):
    hidden = MemberFactory(title="Slapta", published=False)
    page = ContentPageFactory(body=[("related_pages", {"heading": "", "pages": [hidden]})])
    response = ask(client, page)
    assert response.status_code == 200
    assert "Slapta" not in response.content.decode()


def test_the_draft_of_a_translation_is_in_its_own_language(client):
    member = MemberFactory(title="Mokykla")
    article = ArticleFactory(
        title="Robotai",
        intro="Apie robotus.",
        body=[("text", f'<p><a linktype="page" id="{member.pk}">narys</a></p>')],
    )
    english = translated(article, title="Robots", intro="About robots.")
    english_member = translated(member, title="School")
    segment = StringSegment.objects.get(
        source__object_id=article.translation_key, context__path="intro"
    )
    StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context, locale=english.locale
    ).update(data="All about robots.")
    response = ask(client, english)
    draft = response.json()
    assert response["Content-Language"] == draft["locale"] == "en"
    assert (draft["id"], draft["title"], draft["intro"]) == (
        *(english.pk, "Robots"),
        "All about robots.",
    )
    assert english_member.full_url in draft["body"][0]["value"]
    assert get(client, f"articles/{english.pk}/")["intro"] == "About robots."


def test_the_home_page_and_a_list_can_be_previewed(client):
    article = ArticleFactory(title="Naujiena")
    home = home_page()
    home.hero_title = "Rytojaus antraštė"
    home.save_revision()
    assert ask(client, home).json()["hero_title"] == "Rytojaus antraštė"
    index = article.get_parent().specific
    index.intro = "Rytojaus įžanga"
    index.save_revision()
    draft = ask(client, index).json()
    assert draft["intro"] == "Rytojaus įžanga"
    assert [item["title"] for item in draft["items"]] == ["Naujiena"]


def test_nothing_keeps_a_draft(client):
    page = ContentPageFactory(title="Vakar")
    response = ask(client, page)
    assert response["Cache-Control"] == "private, no-store"
    assert "Last-Modified" not in response
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_draft_leaves_the_public_answer_as_it_is(client):
    page = ContentPageFactory(title="Vakar")
    before = client.get(f"{ROOT}pages/{page.pk}/")
    page.title = "Rytoj"
    page.save_revision()
    assert ask(client, page).json()["title"] == "Rytoj"
    after = client.get(f"{ROOT}pages/{page.pk}/")
    assert after.content == before.content
    assert after["ETag"] == before["ETag"]
    assert after["Cache-Control"].startswith("public")


def test_a_draft_shows_what_is_saved_later(client):
    page = ContentPageFactory(title="Vakar")
    token = preview_links.token_for(page)
    first = client.get(f"{ROOT}preview/", {"token": token})
    page.title = "Rytoj"
    page.save_revision()
    second = client.get(
        f"{ROOT}preview/", {"token": token}, headers={"If-None-Match": first["ETag"]}
    )
    assert second.json()["title"] == "Rytoj"


@pytest.mark.parametrize("token", ["", "x", "1.2.3", "ąčę", "x" * 10_000, "1.%00"])
def test_what_is_no_token_is_refused_and_named(client, token):
    kind, named = refusal(client, token)
    assert kind in ("invalid-preview-link", "invalid-parameter")
    assert named == ["token"]


def test_a_token_with_a_null_character_is_refused_and_named(client):
    assert refusal(client, "1.\x00")[1] == ["token"]


def test_an_altered_token_is_refused(client):
    page, other = ContentPageFactory(), ContentPageFactory()
    number, moment, signature = preview_links.token_for(page).split(".")
    for altered in (
        f"{other.pk}.{moment}.{signature}",
        f"{number}.{moment}.{signature[::-1]}",
        f"{number}.{moment}",
    ):
        assert refusal(client, altered) == ("invalid-preview-link", ["token"])


def test_a_token_of_another_purpose_is_refused(client):
    page = ContentPageFactory()
    other = signing.TimestampSigner(salt="another", sep=".").sign(str(page.pk))
    assert refusal(client, other) == ("invalid-preview-link", ["token"])


def test_an_expired_token_is_refused_as_such(client, settings):
    token = preview_links.token_for(ContentPageFactory())
    settings.PREVIEW_LINK_HOURS = 0
    assert refusal(client, token) == ("expired-preview-link", ["token"])


def test_the_token_of_a_deleted_page_is_refused(client):
    page = ContentPageFactory()
    token = preview_links.token_for(page)
    page.delete()
    assert refusal(client, token) == ("invalid-preview-link", ["token"])


def test_a_draft_that_is_not_complete_says_what_it_lacks(client):
    member = MemberFactory(published=False)
    member.kind = ""
    member.save_revision(clean=False)  # as the editor stores a draft
    assert refusal(client, preview_links.token_for(member)) == ("incomplete-draft", ["kind"])


def test_without_a_token_nothing_is_shown(client):
    response = client.get(f"{ROOT}preview/")
    assert response.status_code == 422
    assert [each["parameter"] for each in response.json()["errors"]] == ["token"]
