"""A translation is published complete or not at all, whichever way an editor asks."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from ecosystem.models import MemberSector
from ecosystem.tests.factories import MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.core.translation.gaps import IncompleteTranslation
from industry4.core.translation.translate import Untranslated, translate
from industry4.testing.editors import messages_of, sign_in
from industry4.testing.factories import home_page, translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


def begun(editor, page, **texts):
    """The English draft of a page as the admin begins it, with these texts translated."""
    english = Locale.objects.get(language_code="en")
    editor.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [english.pk]},
    )
    say(page, **texts)
    return page.get_translation(english)


def say(page, **texts):
    """Translate the texts of a page by their paths."""
    english = Locale.objects.get(language_code="en")
    for segment in StringSegment.objects.filter(source__object_id=page.translation_key):
        if segment.context.path in texts:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": texts[segment.context.path]},
            )


def publish(editor, page, capture):
    """Press “Publish” in wagtail-localize's editor; return what the editor reads then."""
    with capture(execute=True):
        response = editor.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True
        )
    page.refresh_from_db()
    return " ".join(messages_of(response))


def test_a_translation_with_a_gap_is_not_published_and_the_gap_is_named(
    editor, django_capture_on_commit_callbacks
):
    article = ArticleFactory(title="Robotai", intro="Trumpai apie robotus.")
    translated(article.get_parent().specific)
    english = begun(editor, article, title="Robots", slug="robots")
    told = publish(editor, english, django_capture_on_commit_callbacks)
    assert not english.live
    assert "Not published" in told
    assert "Lead: Trumpai apie robotus." in told
    assert "Title:" not in told


def test_a_complete_translation_is_published(editor, django_capture_on_commit_callbacks):
    article = ArticleFactory(title="Robotai")
    translated(article.get_parent().specific)
    english = begun(editor, article, title="Robots", slug="robots")
    told = publish(editor, english, django_capture_on_commit_callbacks)
    assert "Not published" not in told
    assert english.live
    assert editor.get(english.url).status_code == 200


def test_an_empty_translation_is_a_gap(editor, django_capture_on_commit_callbacks):
    article = ArticleFactory(title="Robotai", intro="Trumpai.")
    translated(article.get_parent().specific)
    english = begun(editor, article, title="Robots", slug="robots", intro="")
    assert "Lead: Trumpai." in publish(editor, english, django_capture_on_commit_callbacks)
    assert not english.live


def test_a_published_translation_keeps_its_text_while_a_new_one_lacks(
    editor, django_capture_on_commit_callbacks
):
    article = ArticleFactory(title="Robotai")
    english = translated(article, title="Robots")
    article.intro = "Nauja įžanga."
    article.save_revision().publish()
    told = publish(editor, english, django_capture_on_commit_callbacks)
    assert "Nauja įžanga." in told
    assert english.title == "Robots"
    assert english.specific.intro == ""
    assert "Nauja įžanga." not in editor.get(english.url).content.decode()


def test_a_page_under_an_untranslated_one_is_not_published(
    editor, django_capture_on_commit_callbacks
):
    parent = ContentPageFactory(title="Apie mus")
    page = ContentPageFactory(title="Istorija", parent=parent)
    english = translated(page)
    parent.get_translation(english.locale).unpublish()
    english.unpublish()
    told = publish(editor, english, django_capture_on_commit_callbacks)
    assert "The page above must be translated and published first: Apie mus" in told
    assert not english.live


def test_a_page_whose_sector_is_not_translated_is_not_published(
    editor, django_capture_on_commit_callbacks
):
    sector = SectorFactory(name="Metalo gaminiai")
    member = MemberFactory(title="Įmonė")
    member.sectors = [MemberSector(locale=member.locale, sector=sector)]
    member.save_revision().publish()
    translated(member.get_parent().specific)
    english = begun(editor, member, title="Company", slug="company")
    assert "Metalo gaminiai" in publish(editor, english, django_capture_on_commit_callbacks)
    assert not english.live
    translated(sector)
    assert "Not published" not in publish(editor, english, django_capture_on_commit_callbacks)
    assert english.live


def test_a_program_cannot_publish_a_gap_either(editor):
    article = ArticleFactory(title="Robotai")
    translated(article.get_parent().specific)
    english = begun(editor, article)
    with pytest.raises(IncompleteTranslation, match="Robotai"):
        english.specific.get_latest_revision().publish()
    with pytest.raises(Untranslated, match="title: Robotai"):
        translate(article, "en", {})


@pytest.mark.parametrize("action", ["alone", "with what is below"])
def test_bulk_publishing_refuses_gaps_and_names_the_page(editor, action):
    parent = ContentPageFactory(title="Apie mus")
    child = ContentPageFactory(title="Istorija", parent=parent)
    english_parent = translated(parent)
    english = begun(editor, child)
    chosen = english if action == "alone" else english_parent
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = editor.post(
        f"{address}?id={chosen.pk}&next=/admin/",
        {"include_descendants": "on"} if action != "alone" else {},
        follow=True,
    )
    english.refresh_from_db()
    assert not english.live
    assert "Istorija: Title" in " ".join(messages_of(response))


def test_bulk_publishing_publishes_what_is_complete(editor):
    english = translated(ArticleFactory())
    english.unpublish()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{address}?id={english.pk}")
    english.refresh_from_db()
    assert english.live


def update(editor, page, capture, **data):
    source = TranslationSource.objects.get_for_instance(page)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    with capture(execute=True):
        return editor.post(address, data, follow=True)


def test_updating_with_publication_publishes_only_what_is_complete(
    editor, django_capture_on_commit_callbacks
):
    article = ArticleFactory(title="Robotai")
    english = translated(article, title="Robots")
    article.intro = "Nauja įžanga."
    article.save_revision().publish()
    response = update(
        editor, article, django_capture_on_commit_callbacks, publish_translations="on"
    )
    assert "Lead: Nauja įžanga." in " ".join(messages_of(response))
    english.refresh_from_db()
    assert english.intro == ""

    say(article, intro="A new lead.")
    update(editor, article, django_capture_on_commit_callbacks, publish_translations="on")
    english.refresh_from_db()
    assert english.intro == "A new lead."


def test_updating_without_publication_publishes_nothing(editor, django_capture_on_commit_callbacks):
    article = ArticleFactory(title="Robotai")
    english = translated(article, title="Robots")
    say(article, title="Machines")
    update(editor, article, django_capture_on_commit_callbacks)
    english.refresh_from_db()
    assert english.title == "Robots"


def test_the_form_for_updating_says_that_gaps_are_not_published(editor):
    article = ArticleFactory()
    translated(article)
    source = TranslationSource.objects.get_for_instance(article)
    shown = editor.get(reverse("wagtail_localize:update_translations", args=[source.pk]))
    assert "Only translations without gaps are published." in shown.content.decode()


def test_no_language_is_offered_while_the_page_above_is_not_translated(editor):
    parent = ContentPageFactory(title="Apie mus")
    page = ContentPageFactory(parent=parent)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    form = editor.get(address).context["form"]
    assert not form.fields["locales"].queryset
    assert "Apie mus" in form.fields["locales"].help_text
    english = Locale.objects.get(language_code="en")
    editor.post(address, {"locales": [english.pk]})
    assert not page.has_translation(english)
    assert not parent.has_translation(english)

    translated(parent)
    assert list(editor.get(address).context["form"].fields["locales"].queryset) == [english]


def test_a_translation_cannot_be_turned_into_an_alias(editor):
    english = translated(ArticleFactory(title="Robotai"), title="Robots")
    address = reverse("wagtail_localize:convert_to_alias", args=[english.pk])
    for ask in (editor.get, editor.post):
        response = ask(address, follow=True)
        assert "A page cannot show the text of another language" in messages_of(response)[0]
    english.refresh_from_db()
    assert english.alias_of is None
    assert english.title == "Robots"


def test_a_translation_with_gaps_cannot_become_an_ordinary_page(editor):
    """As one, its Lithuanian texts could be published."""
    article = ArticleFactory(title="Robotai", slug="robotai")
    translated(article.get_parent())
    english = begun(editor, article, slug="robots")
    translation = Translation.objects.get(source__object_id=article.translation_key)
    stop = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    assert "Not stopped. Missing:" in messages_of(editor.post(stop, follow=True))[-1]
    translation.refresh_from_db()
    assert translation.enabled

    say(article, title="Robots")
    editor.post(stop, {"next": reverse("wagtailadmin_pages:edit", args=[english.pk])})
    translation.refresh_from_db()
    assert not translation.enabled


def test_the_menu_of_a_page_offers_no_alias(editor):
    english = translated(ArticleFactory())
    Translation.objects.filter(source__object_id=english.translation_key).update(enabled=False)
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))
    assert "localize-convert-to-alias" not in shown.content.decode()


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_a_translation_outlives_its_source_and_the_editor_is_told(editor, action):
    article = ArticleFactory()
    english = translated(article, title="Robots")
    response = editor.post(reverse(f"wagtailadmin_pages:{action}", args=[article.pk]), follow=True)
    english.refresh_from_db()
    assert english.live
    told = " ".join(messages_of(response))
    assert "A translation is still public:" in told
    assert reverse("wagtailadmin_pages:edit", args=[english.pk]) in told


def test_nothing_is_told_where_no_translation_is_public(editor):
    response = editor.post(
        reverse("wagtailadmin_pages:unpublish", args=[ArticleFactory().pk]), follow=True
    )
    assert not any("translation" in message for message in messages_of(response))


def test_the_home_page_can_be_published_as_a_translation():
    english = translated(home_page(), title="Home", slug="home-en")
    assert english.pk == home_page("en").pk
    assert english.live
