"""The check of the interface strings: it fails on what is missing, and names it."""

import shutil

import polib
import pytest
from django.conf import settings as project_settings
from django.core.management import CommandError, call_command

from industry4.core.management.commands import catalogues
from industry4.core.management.commands.catalogues import LANGUAGES, catalogue


@pytest.fixture
def folder(settings, tmp_path, monkeypatch):
    """A copy of the catalogues; collecting finds in the code what they hold now."""
    copy = tmp_path / "locale"
    shutil.copytree(project_settings.LOCALE_PATHS[0], copy)
    settings.LOCALE_PATHS = [copy]
    monkeypatch.setattr(catalogues, "collect", lambda fresh: None)
    return copy


def change(folder, language, **values):
    """Change an entry of a catalogue; return its text."""
    entries = polib.pofile(str(catalogue(folder, language)), wrapwidth=0)
    entry = next(entry for entry in entries if not entry.msgid_plural)
    for name, value in values.items():
        setattr(entry, name, value)
    entries.save()
    return entry.msgid


def check():
    call_command("catalogues", check=True)


def test_complete_catalogues_pass(folder, capsys):
    check()
    assert "complete" in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_string_without_translation_is_named(folder, language):
    text = change(folder, language, msgstr="")
    with pytest.raises(CommandError) as failure:
        check()
    assert f"{language}: without translation: {text}" in str(failure.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_string_in_doubt_is_named(folder, language):
    text = change(folder, language, flags=["fuzzy"])
    with pytest.raises(CommandError) as failure:
        check()
    assert f"{language}: in doubt (fuzzy): {text}" in str(failure.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_string_of_the_code_that_was_not_collected_is_named(folder, language, monkeypatch):
    def collected(fresh):
        path = str(catalogue(fresh, language))
        entries = polib.pofile(path)
        entries.append(polib.POEntry(msgid="A new button", msgstr=""))
        entries.save()

    monkeypatch.setattr(catalogues, "collect", collected)
    with pytest.raises(CommandError, match=f"{language}: not collected: A new button"):
        check()


def test_checking_changes_nothing(folder):
    before = {language: catalogue(folder, language).read_text() for language in LANGUAGES}
    change(folder, "lt", msgstr="")
    changed = catalogue(folder, "lt").read_text()
    with pytest.raises(CommandError):
        check()
    assert catalogue(folder, "lt").read_text() == changed != before["lt"]
    assert catalogue(folder, "en").read_text() == before["en"]


def test_compiling_writes_what_django_reads(folder):
    for path in folder.rglob("*.mo"):
        path.unlink()
    call_command("catalogues", compile=True)
    compiled = polib.mofile(str(catalogue(folder, "lt").with_suffix(".mo")))
    assert len(compiled) == len(polib.pofile(str(catalogue(folder, "lt"))).translated_entries())


def test_collecting_finds_the_strings_of_python_and_of_templates(settings, tmp_path):
    for language in LANGUAGES:
        (tmp_path / language / "LC_MESSAGES").mkdir(parents=True)
    settings.LOCALE_PATHS = [tmp_path]
    catalogues.collect(tmp_path)
    english = polib.pofile(str(catalogue(tmp_path, "en")))
    texts = {entry.msgid: entry for entry in english}
    for text in ("The end cannot be before the start.", "Skip to the content"):
        assert texts[text].msgstr == text
    assert not english.untranslated_entries()
    lithuanian = polib.pofile(str(catalogue(tmp_path, "lt")))
    assert len(lithuanian.untranslated_entries()) == len(lithuanian) == len(english)
