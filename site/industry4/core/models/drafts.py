"""Publishing without gaps: what pages and translatable snippets share."""

import logging
from typing import Any

from wagtail.models import DraftStateMixin, Revision, RevisionMixin, TranslatableMixin

logger = logging.getLogger(__name__)


class CompleteTranslationMixin:
    """Refuses to publish a translation with gaps, whichever way publishing is asked for."""

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish a revision.

        Raises IncompleteTranslation when this is a translation with gaps. By the clock it is
        put off instead, and tried again: one page must not hold up the others.
        """
        # Looks at wagtail-localize's models, which load after this one.
        from industry4.core.translation.gaps import IncompleteTranslation, check_complete

        try:
            check_complete(self)
        except IncompleteTranslation as error:
            if kwargs.get("log_action") != "wagtail.publish.scheduled":
                raise
            logger.warning("Not published as scheduled: %s (%s)", self, "; ".join(error.messages))
            return
        super().publish(revision, *args, **kwargs)


class TranslatedSnippet(
    CompleteTranslationMixin, DraftStateMixin, RevisionMixin, TranslatableMixin
):
    """A snippet in two languages. Its translation starts as a draft, so that a Lithuanian name
    never shows on English pages.
    """

    class Meta(TranslatableMixin.Meta):
        abstract = True
