"""`manage.py search_quality FILE`: recall and precision of the search on the forms of words."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.analysis import LANGUAGES
from search.quality import Lemma, measured


class Command(BaseCommand):
    """Changes nothing: what it stores to be found is rolled back."""

    help = "Measure how many forms of a word the search finds, and how many other words with them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            type=Path,
            help='JSON: [{"lemma": "namas", "forms": ["namas", "namo", …]}, …]',
        )
        parser.add_argument("--language", choices=LANGUAGES, default="lt")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        figures = measured(read(options["file"]), options["language"])
        if options["format"] == "json":
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
            return
        self.stdout.write(line("recall, with diacritics", figures["recall_accented"]))
        self.stdout.write(line("recall, without diacritics", figures["recall_unaccented"]))
        self.stdout.write(line("precision", figures["precision"]))
        self.stdout.write("\nThe worst words: recall with and without diacritics, precision")
        for word in figures["worst"]:
            self.stdout.write(
                f"{word['lemma']:<24}{word['recall_accented']:>8.3f}"
                f"{word['recall_unaccented']:>8.3f}{word['precision']:>8.3f}"
            )


def line(name: str, value: float) -> str:
    """A figure with its name."""
    return f"{name:<32}{value:.4f}"


def read(file: Path) -> list[Lemma]:
    """The lemmas of a file. Raises CommandError for one that is not of their form."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        lemmas = [Lemma(row["lemma"], tuple(dict.fromkeys(row["forms"]))) for row in rows]
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise CommandError(f'{file} is no JSON of the form [{{"lemma", "forms"}}, …].') from error
    if not all(isinstance(form, str) and form for lemma in lemmas for form in lemma.forms):
        raise CommandError(f"{file} has a form that is no word.")
    if not lemmas:
        raise CommandError(f"{file} has no words.")
    return lemmas
