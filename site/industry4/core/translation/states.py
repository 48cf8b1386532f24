"""The translation state of a page in a language: one value, computed here, shown everywhere."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from industry4.core.public import public_pages


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


def in_all_languages(ids: Iterable[int], paths: Iterable[str] = ()) -> QuerySet[Page]:
    """These pages, and those at these places in the tree, in all languages, public or not.

    With what their states are made of.
    """
    chosen = Page.objects.filter(Q(pk__in=set(ids)) | Q(path__in=set(paths)))
    return with_versions(
        Page.objects.filter(translation_key__in=chosen.order_by().values("translation_key"))
    )


def with_versions(pages: QuerySet[Page]) -> QuerySet[Page]:
    """The pages with what their states are made of; aliases and the root left out."""
    return (
        pages.filter(depth__gt=1, alias_of__isnull=True)
        .select_related("locale")
        .annotate(
            is_public=Exists(public_pages().filter(pk=OuterRef("pk"))),
            made_at=Coalesce("live_revision__created_at", "last_published_at"),
            changed_at=F("published_version__changed_at"),
        )
        .order_by("pk")
    )


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
    pages = Page.objects.all()
    if keys is not None:
        pages = pages.filter(translation_key__in=set(keys))
    return {key: states(group) for key, group in grouped(with_versions(pages)).items()}


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
