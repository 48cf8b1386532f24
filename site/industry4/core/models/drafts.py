"""Publishing without gaps: what pages and translatable snippets share."""

import logging
from typing import Any

from wagtail.models import DraftStateMixin, Revision, RevisionMixin, TranslatableMixin

logger = logging.getLogger(__name__)


class CompleteTranslationMixin:
    """Refuses to publish a translation with gaps, whichever way publishing is asked for."""

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish a revision.

        Raises IncompleteTranslation when this is a translation with gaps. What was scheduled had
        none then; by the clock only the page above counts, and without it the page waits: one
        must not hold up the others.
        """
        # Looks at wagtail-localize's models, which load after this one.
        from industry4.core.translation.gaps import check_complete, parent_gaps_of

        if kwargs.get("log_action") != "wagtail.publish.scheduled":
            check_complete(self)
        elif gaps := parent_gaps_of(self):
            logger.warning("Not published as scheduled: %s (%s)", self, gaps[0])
            return
        super().publish(revision, *args, **kwargs)  # type: ignore[misc]  # a mixin: of its model


class TranslatedSnippet(
    CompleteTranslationMixin, DraftStateMixin, RevisionMixin, TranslatableMixin
):
    """A snippet in two languages. Its translation starts as a draft, so that a Lithuanian name
    never shows on English pages.
    """

    class Meta(TranslatableMixin.Meta):
        abstract = True
