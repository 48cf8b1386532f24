"""The words of public pages: what misspelt words of visitors are compared with."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Longer ones are no words that anybody types.
LONGEST_WORD = 64


class Word(models.Model):
    """A form of a word as public pages of a language write it, in lower case.

    Its lexeme is that of the index. What visitors misspell at its end is found by the beginning of
    the lexeme, what they misspell at its beginning by the lexeme read backwards.
    """

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=LONGEST_WORD)
    # Without diacritics.
    folded = models.CharField(max_length=LONGEST_WORD)
    lexeme = models.CharField(max_length=LONGEST_WORD)
    backwards = models.CharField(max_length=LONGEST_WORD)
    pages = models.PositiveIntegerField()
    # When the words were counted, all of them at once, and by which version of the analysis.
    counted_at = models.DateTimeField()
    analysis = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("word of the pages")
        verbose_name_plural = _("words of the pages")
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="site_search_word_once")
        ]
        # PostgreSQL finds beginnings by these classes alone, SQLite without any.
        indexes = [
            models.Index(
                fields=["language", column],
                name=f"site_search_{column}",
                opclasses=["varchar_pattern_ops"] * 2,
            )
            for column in ("lexeme", "backwards")
        ]

    def __str__(self) -> str:
        return self.word
