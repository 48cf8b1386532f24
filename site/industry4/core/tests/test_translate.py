"""Translating from a program: complete, published at once, or refused."""

import json

import pytest

from ecosystem.models import StrategyDocumentPage, StrategyIndexPage
from industry4.core.translation.translate import Untranslated, translate
from industry4.testing.factories import DocumentFactory, section, translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

BODY = [
    {"type": "heading", "value": "Robotai", "id": "11111111-1111-4111-8111-111111111111"},
    {
        "type": "text",
        "value": '<p>Skaitykite <a href="https://example.com">čia</a>.</p><p>Ir čia.</p>',
        "id": "22222222-2222-4222-8222-222222222222",
    },
]
ENGLISH = {
    "Naujiena": "A piece of news",
    "naujiena": "a-piece-of-news",
    "Robotai": "Robots",
    'Skaitykite <a id="a1">čia</a>.': 'Read <a id="a1">here</a>.',
    "Ir čia.": "And here.",
}


@pytest.fixture
def article():
    article = ArticleFactory(title="Naujiena", slug="naujiena", body=json.dumps(BODY))
    translated(article.get_parent())
    return article


def test_the_translation_is_live_at_once(article):
    english = translate(article, "en", ENGLISH)
    assert english.live
    assert english.locale.language_code == "en"
    assert english.title == "A piece of news"
    assert english.slug == "a-piece-of-news"
    assert english.get_parent().locale == english.locale
    assert "https://example.com" in english.body[1].value.source
    assert "And here." in english.body[1].value.source


def test_what_is_missing_is_listed_and_nothing_is_published(article):
    with pytest.raises(Untranslated) as error:
        translate(article, "en", {**ENGLISH, "Ir čia.": ""})
    assert [text for _path, text in error.value.missing] == ["Ir čia."]
    assert article.get_translations().count() == 0


@pytest.mark.parametrize(
    "text, named", [("<script>And</script>", "<script>"), ('And <a id="a7">here</a>.', "a7")]
)
def test_html_and_links_that_the_source_does_not_have_are_refused(article, text, named):
    with pytest.raises(ValueError, match=named):
        translate(article, "en", {**ENGLISH, "Ir čia.": text})


def test_a_path_goes_before_the_text(article):
    english = translate(article, "en", {**ENGLISH, ("title", "Naujiena"): "News"})
    assert english.title == "News"


def test_a_second_call_takes_the_new_text(article):
    translate(article, "en", ENGLISH)
    english = translate(article, "en", {**ENGLISH, "Robotai": "The robots"})
    assert english.body[0].value == "The robots"


def test_a_file_of_the_translations_own_is_kept():
    index = section(StrategyIndexPage)
    translated(index)
    ours, theirs = DocumentFactory(), DocumentFactory()
    page = StrategyDocumentPage(title="Strategija", kind="strategy", document=ours)
    index.add_child(instance=page)
    page.save_revision().publish()
    texts = {"Strategija": "Strategy", "strategija": "strategy"}
    english = translate(page, "en", texts, overrides={"document": theirs.pk})
    assert english.document == theirs
    with pytest.raises(ValueError, match="nothing to override at file"):
        translate(page, "en", texts, overrides={"file": theirs.pk})
