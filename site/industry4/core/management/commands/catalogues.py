"""`manage.py catalogues`: the interface strings of both languages, collected, checked, compiled.

The English strings stand in the code; the English catalogue repeats them. Compiling needs no
gettext, so that `make run` works where nothing is installed.
"""

import shutil
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed

# Each language with its plural forms, those of Django's own catalogues.
LANGUAGES = {
    "lt": (
        "nplurals=4; plural=(n % 10 == 1 && (n % 100 > 19 || n % 100 < 11) ? 0 : "
        "(n % 10 >= 2 && n % 10 <=9) && (n % 100 > 19 || n % 100 < 11) ? 1 : n % 1 != 0 ? 2: 3);"
    ),
    "en": "nplurals=2; plural=(n != 1);",
}
IGNORED = (".venv", "var", "node_modules", "docs", "site/industry4/locale", "*/tests/*")


class Command(BaseCommand):
    """Collects and compiles; `--check` fails on what is missing, `--compile` only compiles."""

    help = "Collect, check or compile the catalogues of interface strings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        modes = parser.add_mutually_exclusive_group()
        modes.add_argument("--check", action="store_true", help="fail on gaps; collect nothing")
        modes.add_argument("--compile", action="store_true", help="only write the .mo files")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.LOCALE_PATHS[0])
        if options["check"]:
            self.check_catalogues(folder)
        elif not options["compile"]:
            collect(folder)
        for language in LANGUAGES:
            path = catalogue(folder, language)
            compiled = path.with_suffix(".mo")
            polib.pofile(str(path)).save_as_mofile(str(compiled))
            translation_file_changed(None, compiled)  # this process has read the older one

    def check_catalogues(self, folder: Path) -> None:
        """Raise CommandError that lists strings without translation, in doubt, or not collected."""
        problems = []
        with tempfile.TemporaryDirectory() as copy:
            fresh = Path(copy) / "locale"
            shutil.copytree(folder, fresh)
            collect(fresh)
            for language in LANGUAGES:
                known = polib.pofile(str(catalogue(folder, language)))
                wanted = polib.pofile(str(catalogue(fresh, language)))
                problems += [f"{language}: {reason}" for reason in gaps(known, wanted)]
        if problems:
            raise CommandError("Run `make messages` and translate:\n" + "\n".join(problems))
        self.stdout.write("The catalogues are complete.")


def catalogue(folder: Path, language: str) -> Path:
    """Where the catalogue of a language lies."""
    return folder / language / "LC_MESSAGES" / "django.po"


def collect(folder: Path) -> None:
    """Write every string of the code into the catalogues under `folder`; needs gettext."""
    paths, settings.LOCALE_PATHS = settings.LOCALE_PATHS, [str(folder)]
    try:
        call_command(
            "makemessages",
            locale=list(LANGUAGES),
            ignore_patterns=list(IGNORED),
            add_location="file",
            no_wrap=True,
            no_obsolete=True,
            verbosity=0,
        )
    finally:
        settings.LOCALE_PATHS = paths
    for language, plural_forms in LANGUAGES.items():
        entries = polib.pofile(str(catalogue(folder, language)), wrapwidth=0)
        head(entries, language, plural_forms)
        if language == "en":
            repeat(entries)
        entries.save()


def head(entries: polib.POFile, language: str, plural_forms: str) -> None:
    """Give a catalogue a header that is the same at each collection: no dates, no boilerplate."""
    entries.header = "Collected by `make messages`."
    entries.metadata_is_fuzzy = False
    entries.metadata = {
        "Project-Id-Version": "Industry 4 Panevėžys",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }


def repeat(entries: polib.POFile) -> None:
    """Translate every string by itself."""
    for entry in entries:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid


def gaps(known: polib.POFile, wanted: polib.POFile) -> list[str]:
    """What a catalogue lacks: strings of the code, their translations, certainty."""
    keys = {(entry.msgctxt, entry.msgid) for entry in known if not entry.obsolete}
    return [
        *(f"not collected: {e.msgid}" for e in wanted if (e.msgctxt, e.msgid) not in keys),
        *(f"in doubt (fuzzy): {entry.msgid}" for entry in known if "fuzzy" in entry.flags),
        *(f"without translation: {entry.msgid}" for entry in known.untranslated_entries()),
    ]
