"""Whether the index was made by the language analysis that now asks it."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.db import DatabaseError
from django.db.models import Q
from wagtail.search.models import IndexEntry

from search import analysis

from .models import IndexedObject

OURS = "search.backends"


def is_outdated() -> bool:
    """Whether an entry was made by another version of the analysis, or by another backend.

    Raises DatabaseError where there are no tables, or no database.
    """
    made_now = IndexedObject.objects.filter(analysis=analysis.VERSION)
    return IndexEntry.objects.filter(~Q(pk__in=made_now.values("pk"))).exists()


def index_is_of_this_analysis(**kwargs: Any) -> list[CheckMessage]:
    """A warning that names the command to run; nothing where there is no index to look at."""
    backends = settings.WAGTAILSEARCH_BACKENDS.values()
    if all(backend["BACKEND"] != OURS for backend in backends):
        return []
    try:
        outdated = is_outdated()
    except DatabaseError:
        return []
    if not outdated:
        return []
    return [
        Warning(
            "The search index was made by another version of the language analysis:"
            " words may not be found.",
            hint="Run `manage.py search_index`.",
            id="site_search.W001",
        )
    ]
