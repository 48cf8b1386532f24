"""The translation state of a page in a language: one value, computed here, shown everywhere."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from industry4.core.models.published import PublishedVersion
from industry4.core.public import public_pages


class State(models.TextChoices):
    """What a reader of a language has of a page."""

    SOURCE = "source", _("source")
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


def languages() -> list[str]:
    """The codes of the site's languages, the source first."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def translations(keys: Iterable[uuid.UUID] | None = None) -> dict[uuid.UUID, dict[str, Translation]]:
    """The pages with these translation keys (all pages for None) in every language.

    A language in which no public page exists has the state `missing`. The Lithuanian page is
    the source; without one, the page that exists is its own source. A translation is stale
    when the published content of its source changed after the draft was made from which the
    translation was published. Four queries, whatever the number of pages.
    """
    chosen = {} if keys is None else {"translation_key__in": set(keys)}
    sources = _source_languages(chosen)
    changed_at: dict[uuid.UUID, datetime] = {}
    for key, language, moment in PublishedVersion.objects.filter(
        **{f"page__{name}": value for name, value in chosen.items()}
    ).values_list("page__translation_key", "page__locale__language_code", "changed_at"):
        if sources.get(key) == language:
            changed_at[key] = moment

    found: dict[uuid.UUID, dict[str, Translation]] = {
        key: {code: Translation(code, State.MISSING) for code in languages()} for key in sources
    }
    pages = public_pages().filter(**chosen).annotate(
        made_at=Coalesce("live_revision__created_at", "last_published_at")
    )
    for page in pages:
        language = page.locale.language_code
        changed = changed_at.get(page.translation_key)
        if sources[page.translation_key] == language:
            state = State.SOURCE
        elif changed and page.made_at and page.made_at < changed:
            state = State.STALE
        else:
            state = State.CURRENT
        found[page.translation_key][language] = Translation(language, state, page)
    return found


def _source_languages(chosen: dict) -> dict[uuid.UUID, str]:
    """The language of the source of each translation key."""
    default = Locale.get_default().language_code
    sources: dict[uuid.UUID, str] = {}
    for key, language in (
        Page.objects.filter(depth__gt=1, alias_of__isnull=True, **chosen)
        .order_by("pk")
        .values_list("translation_key", "locale__language_code")
    ):
        if key not in sources or language == default:
            sources[key] = language
    return sources


def translations_of(page: Page) -> dict[str, Translation]:
    """One page in every language, by code."""
    return translations([page.translation_key]).get(page.translation_key, {})
