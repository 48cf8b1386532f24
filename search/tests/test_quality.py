"""The quality of the search on both databases, through the backend that serves the site."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from search.models import IndexedObject
from search.quality import Lemma, measured

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
DATA = Path(__file__).parent / "data"
NOUNS = DATA / "lithuanian_nouns_held_out.json"
VERBS = DATA / "lithuanian_verbs_held_out.json"
ENGLISH = [
    Lemma("company", ("company", "companies")),
    Lemma("innovate", ("innovate", "innovates", "innovated", "innovating")),
    Lemma("build", ("build", "builds", "built", "building")),
    Lemma("woman", ("woman", "women")),
]


def asked(capsys, *arguments):
    """What the command prints."""
    call_command("search_quality", *arguments)
    return capsys.readouterr().out


def every_third(file, folder):
    """A part of a set, which as a whole the tests of the analysis go through without a database."""
    part = folder / file.name
    part.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8"))[::3]))
    return str(part)


def test_nouns_are_found_in_every_form_however_typed(capsys, tmp_path):
    figures = json.loads(asked(capsys, every_third(NOUNS, tmp_path), "--format", "json"))
    assert figures["recall_accented"] >= 0.99
    assert figures["recall_unaccented"] >= 0.99
    assert figures["precision"] >= 0.95


def test_verbs_are_found_across_their_stems(capsys, tmp_path):
    figures = json.loads(asked(capsys, every_third(VERBS, tmp_path), "--format", "json"))
    assert figures["recall_accented"] >= 0.75
    assert figures["recall_unaccented"] >= 0.70


def test_english_plurals_and_tenses_are_found():
    figures = measured(ENGLISH, "en")
    assert figures["recall_accented"] == figures["precision"] == 1


def test_the_worst_words_come_first(tmp_path, capsys):
    file = tmp_path / "words.json"
    # No analysis finds the second form of a word that is none.
    rows = [
        {"lemma": "namas", "forms": ["namas", "namo"]},
        {"lemma": "qwx", "forms": ["qwxqwx", "zzyzzy"]},
    ]
    file.write_text(json.dumps(rows))
    figures = json.loads(asked(capsys, str(file), "--format", "json"))
    assert [word["lemma"] for word in figures["worst"]] == ["qwx", "namas"]
    assert figures["recall_accented"] == 0.5
    printed = asked(capsys, str(file))
    assert printed.index("qwx") < printed.index("namas")


def test_nothing_of_it_stays(capsys):
    pages, indexed = Page.objects.count(), IndexedObject.objects.count()
    measured([Lemma("namas", ("namas", "namo"))], "lt")
    assert (Page.objects.count(), IndexedObject.objects.count()) == (pages, indexed)


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '[{"lemma": "x"}]', '[{"lemma": "x", "forms": [1]}]', "[]"]
)
def test_a_file_of_another_form_is_refused_in_words(tmp_path, content):
    file = tmp_path / "words.json"
    file.write_text(content)
    with pytest.raises(CommandError, match=r"words\.json"):
        call_command("search_quality", str(file))


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("search_quality", str(tmp_path / "none.json"))
