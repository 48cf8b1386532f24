"""News of the results: a draft article in both languages, which editors finish and publish."""

from html import escape
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail_localize.strings import StringValue

from industry4.competition.editions import Edition
from industry4.core.public import public_pages
from industry4.core.translation.translate import Untranslated, translate
from news.models import ArticlePage, ArticleSubject, NewsIndexPage

from .pages import Honoured

Block = tuple[str, list[str]]  # "heading" or "text", and its lines


def draft_article(edition: Edition, rows: list[Honoured], by: Any) -> ArticlePage | None:
    """A draft of the news of these results; None where there is no list of news to put it into.

    Its translation is a draft as well, once the list exists in that language.
    """
    source = edition.source.locale
    index = public_pages(NewsIndexPage).filter(locale=source).first()
    if index is None:
        return None
    title, intro, blocks = story(edition, rows, source.language_code)
    article = ArticlePage(
        title=title,
        intro=intro,
        body=[(kind, body_of(kind, lines)) for kind, lines in blocks],
        locale=source,
        owner=by,
        live=False,
        has_unpublished_changes=True,
    )
    members = dict.fromkeys(row.member for row in rows if row.member)
    article.subjects.set(
        ArticleSubject(subject=page, locale=source, sort_order=number)
        for number, page in enumerate([edition.source, *members])
    )
    index.add_child(instance=article)
    article.save_revision(user=by)
    for page in index.get_translations().filter(live=True, alias_of=None).select_related("locale"):
        language = page.locale.language_code
        try:
            translate(article, language, words(edition, rows, article, language), publish=False)
        except Untranslated:
            continue  # the editors translate it then, as any other article
    return article


def story(edition: Edition, rows: list[Honoured], language: str) -> tuple[str, str, list[Block]]:
    """Title, introduction and blocks of the article in a language; alike in all languages.

    Each result is a block of its own: within one, the same text has one translation.
    """
    blocks: list[Block] = []
    with override(language):
        for category in dict.fromkeys(row.categories[language] for row in rows):
            blocks.append(("heading", [category.name]))
            for row in rows:
                if row.categories[language] == category:
                    texts = row.texts[language]
                    named = ", ".join(filter(None, [row.names[language], texts["innovation"]]))
                    lines = [f"{standing(row.place)}: {named}", texts["citation"]]
                    blocks.append(("text", [line for line in lines if line]))
        title = _("The most innovative companies of %(year)s") % {"year": edition.source.year}
        intro = _(
            "The results of the competition are published: who won in each category, and why."
        )
    return title, intro, blocks


def standing(place: int | None) -> str:
    """A place in words of the active language, to begin a line."""
    if place is None:
        return _("Finalist")
    return _("Winner") if place == 1 else _("Place %(place)s") % {"place": place}


def body_of(kind: str, lines: list[str]) -> str:
    """The value of a block: words, or HTML with a paragraph for each line."""
    if kind == "heading":
        return lines[0]
    return "".join(f"<p>{html(line)}</p>" for line in lines)


def html(line: str) -> str:
    """A line as HTML, as wagtail-localize reads it: with quotation marks as they are."""
    return escape(" ".join(line.split()), quote=False)


def words(
    edition: Edition, rows: list[Honoured], article: ArticlePage, language: str
) -> dict[Any, str]:
    """The translation of each text of an article, as `translate` wants it."""
    theirs, ours = (
        story(edition, rows, article.locale.language_code),
        story(edition, rows, language),
    )
    found: dict[Any, str] = {("slug", article.slug): slugify(ours[0])}
    for one, other in zip(theirs[:2], ours[:2], strict=True):
        found[plain(one)] = plain(other)
    for block, (kind, before), (_kind, after) in zip(article.body, theirs[2], ours[2], strict=True):
        as_stored = plain if kind == "heading" else html
        found |= {
            (f"body.{block.id}", as_stored(one)): as_stored(other)
            for one, other in zip(before, after, strict=True)
        }
    return found


def plain(text: str) -> str:
    """A text as wagtail-localize keeps it."""
    return str(StringValue.from_plaintext(text).data)
