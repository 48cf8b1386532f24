"""Mail that background tasks send, and try again where the mail server fails."""

import logging
from datetime import timedelta
from typing import Any

from django.core.mail import EmailMessage
from django.utils import timezone

# When to try again after a mail server that did not answer or refused.
RETRY_AFTER = [timedelta(minutes=5), timedelta(hours=1), timedelta(hours=12)]

logger = logging.getLogger(__name__)


def sent(mail: EmailMessage, task: Any, *args: Any, tries: int) -> bool:
    """Whether the mail was sent; where it was not, `task` is to run again later.

    The task gets the same `args`, and `tries` one higher as the last one. A failure is tried again
    three times within half a day; the last one is raised (OSError).
    """
    try:
        mail.send()
    except OSError:  # of the network, and every SMTPException
        if tries == len(RETRY_AFTER):
            raise
        logger.warning("%s of %s is tried again", task.name, args[0], exc_info=True)
        task.using(run_after=timezone.now() + RETRY_AFTER[tries]).enqueue(*args, tries + 1)
        return False
    return True
