"""`manage.py publish_results`: publishes the results whose moment has come. A part of `run_due`."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.http import Http404

from industry4.competition.results import publishing

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """What cannot be published yet waits; the log and the screen of the results say why.

    One failure does not hold up the other editions; the exit code tells of it.
    """

    help = "Publish the results of editions that are decided and whose moment has come."

    def handle(self, *args: Any, **options: Any) -> None:
        failed = []
        for key in publishing.due():
            try:
                publishing.publish(key)
            except ValidationError as error:
                logger.warning("Results of %s wait: %s", key, " ".join(error.messages))
            except Http404:
                logger.warning("Results of %s wait: the edition has no page", key)
            except Exception:  # whatever it is: the next edition must still be published
                logger.exception("Results of %s could not be published", key)
                failed.append(str(key))
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}. The log says why.")
