"""The kinds of results that visitors and apps tell apart: the types of pages, and files."""

from functools import cache
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import get_page_models

from ecosystem.models import CompetitionPage, InitiativePage, MemberPage, StrategyDocumentPage
from industry4.media.models import Document
from news.models import ArticlePage, EventPage


class Kind(NamedTuple):
    """A kind of results: how apps name it, and how one and many are called."""

    name: str
    one: str | Promise
    many: str | Promise
    model: type[Model] | None


KINDS = (
    Kind("article", pgettext_lazy("one article", "News"), _("News"), ArticlePage),
    Kind("event", _("Event"), _("Events"), EventPage),
    Kind("member", _("Member"), _("Members"), MemberPage),
    Kind("initiative", _("Initiative"), _("Initiatives"), InitiativePage),
    Kind(
        "strategy_document",
        _("Strategy document"),
        _("Strategy documents"),
        StrategyDocumentPage,
    ),
    Kind("competition", _("Competition"), _("Competitions"), CompetitionPage),
    # All pages of other types: sections, the board, the site's own.
    Kind("page", pgettext_lazy("kind of results", "Page"), _("Pages"), None),
    Kind("document", pgettext_lazy("kind of results", "File"), _("Files"), Document),
)
BY_NAME = {kind.name: kind for kind in KINDS}


@cache
def _by_type() -> dict[int, Kind]:
    """The kinds by the keys of the content types, which never change."""
    own = {kind.model: kind for kind in KINDS}
    return {
        ContentType.objects.get_for_model(model).pk: own.get(model, BY_NAME["page"])
        for model in [*get_page_models(), Document]
    }


def kind_of(content_type_id: int) -> Kind:
    """The kind of the results of a content type. Raises KeyError for one that is never shown."""
    return _by_type()[content_type_id]


def types_of_pages() -> list[int]:
    """The keys of the content types of pages. Other objects have the same numbers."""
    return [pk for pk, kind in _by_type().items() if kind.model is not Document]


def content_types(kind: Kind) -> list[int]:
    """The keys of the content types whose results are of a kind."""
    return [pk for pk, own in _by_type().items() if own is kind]
