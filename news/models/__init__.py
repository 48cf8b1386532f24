"""The models of news: articles, and events with their rows."""

from .articles import ArticleAuthor, ArticlePage, ArticleSubject, NewsIndexPage
from .event_rows import EventDocument, EventOrganiser, EventSpeaker, ProgrammeItem
from .events import EventIndexPage, EventPage

__all__ = [
    "ArticleAuthor",
    "ArticlePage",
    "ArticleSubject",
    "EventDocument",
    "EventIndexPage",
    "EventOrganiser",
    "EventPage",
    "EventSpeaker",
    "NewsIndexPage",
    "ProgrammeItem",
]
