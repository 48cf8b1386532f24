"""The translation state of a page in a language: one value, computed here, shown everywhere."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Length, Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, Page

from industry4.core.instances import instance
from industry4.core.prepared import Among, Keys, Prepared
from industry4.core.public import is_due, unrestricted


class State(models.TextChoices):
    """What a reader of a language has of a page."""

    SOURCE = "source", pgettext_lazy("translation state", "source")
    CURRENT = "current", _("up to date")
    STALE = "stale", _("out of date")
    MISSING = "missing", _("missing")


@dataclass(frozen=True)
class Translation:
    """A page in one language. `page` is None where the state is `missing`."""

    language: str
    state: State
    page: Page | None = None

    @property
    def url(self) -> str:
        """The path of the page in this language; "" where it is missing."""
        return self.page.url if self.page else ""

    @property
    def page_id(self) -> int | None:
        """The key of the page in this language; None where it is missing."""
        return self.page.pk if self.page else None


def languages() -> list[str]:
    """The codes of the site's languages, the source first."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


# What is asked of a page that another names. Anything else costs a query when it is asked for.
SHOWN = (
    *("id", "path", "depth", "title", "slug", "url_path", "translation_key", "content_type_id"),
    *("live", "expire_at", "alias_of_id", "locale_id", "last_published_at"),
)
COMPUTED = ("is_public", "made_at", "changed_at")


def _with_versions() -> QuerySet[Any]:
    """All pages, public or not, with what their states are made of.

    Aliases and the root are left out.
    """
    return (
        Page.objects.filter(depth__gt=1, alias_of__isnull=True)
        .annotate(
            is_public=ExpressionWrapper(is_due() & unrestricted(), BooleanField()),
            made_at=Coalesce("live_revision__created_at", "last_published_at"),
            changed_at=F("published_version__changed_at"),
        )
        .order_by("pk")
        .values_list(*SHOWN, *COMPUTED, "locale__language_code")
    )


def _in_all_languages(*, below: bool) -> QuerySet[Any]:
    """Pages chosen by key or by place, with `below` by the place of the page above as well.

    In all languages. Each way of choosing is a query of its own in the union: joined by "or", the
    database would use the index of none and read every page there is.
    """
    chosen = [
        Page.objects.filter(Among(F("pk"), Keys("ids"))),
        Page.objects.filter(Among(F("path"), Keys("paths"))),
    ]
    if below:
        above = Substr("path", 1, Length("path") - Value(Page.steplen))
        chosen.append(
            Page.objects.alias(parent_path=above).filter(Among(F("parent_path"), Keys("parents")))
        )
    first, *others = (pages.order_by().values("translation_key") for pages in chosen)
    return _with_versions().filter(translation_key__in=first.union(*others))


# Only the home page asks for what is below it.
IN_ALL_LANGUAGES = Prepared(lambda: _in_all_languages(below=False))
IN_ALL_LANGUAGES_WITH_BELOW = Prepared(lambda: _in_all_languages(below=True))


def in_all_languages(
    ids: Iterable[int], paths: Iterable[str], parents: Collection[str]
) -> list[Page]:
    """These pages, in all languages, public or not, with what their states are made of.

    `paths` are places in the tree of further pages, `parents` those of pages right above some.
    """
    if parents:
        return pages_of(IN_ALL_LANGUAGES_WITH_BELOW.rows(ids=ids, paths=paths, parents=parents))
    return pages_of(IN_ALL_LANGUAGES.rows(ids=ids, paths=paths))


def with_versions(condition: Q) -> list[Page]:
    """The pages that meet a condition, with what their states are made of."""
    return pages_of(_with_versions().filter(condition))


def pages_of(rows: Iterable[tuple[Any, ...]]) -> list[Page]:
    """The pages of rows of `_with_versions`."""
    locales: dict[int, Locale] = {}
    found = []
    for *values, code in rows:
        page = instance(Page, (*SHOWN, *COMPUTED), values)
        if page.locale_id not in locales:
            locales[page.locale_id] = Locale(pk=page.locale_id, language_code=code)
        page._state.fields_cache["locale"] = locales[page.locale_id]
        found.append(page)
    return found


def grouped(pages: Iterable[Page]) -> dict[uuid.UUID, list[Page]]:
    """The pages by the key that their translations share."""
    groups: dict[uuid.UUID, list[Page]] = {}
    for page in pages:
        groups.setdefault(page.translation_key, []).append(page)
    return groups


def translations(
    keys: Iterable[uuid.UUID] | None = None,
) -> dict[uuid.UUID, dict[str, Translation]]:
    """The pages with these translation keys (all pages for None) in every language.

    One query, whatever the number of pages.
    """
    condition = Q() if keys is None else Q(translation_key__in=set(keys))
    return {key: states(group) for key, group in grouped(with_versions(condition)).items()}


def states(group: list[Page]) -> dict[str, Translation]:
    """The translations of one page, by language; `group` is that page `with_versions`.

    A language in which no public page exists has the state `missing`. The Lithuanian page is
    the source; without one, the page that exists is its own source. A translation is stale
    when the published content of its source changed after the draft was made from which the
    translation was published.
    """
    source = next(
        (page for page in group if page.locale.language_code == settings.LANGUAGE_CODE), group[0]
    )
    found = {code: Translation(code, State.MISSING) for code in languages()}
    for page in group:
        if not page.is_public:
            continue
        if page is source:
            state = State.SOURCE
        elif source.changed_at and page.made_at and page.made_at < source.changed_at:
            state = State.STALE
        else:
            state = State.CURRENT
        found[page.locale.language_code] = Translation(page.locale.language_code, state, page)
    return found


def translations_of(page: Page) -> dict[str, Translation]:
    """One page in every language, by code."""
    return translations([page.translation_key]).get(page.translation_key, {})
