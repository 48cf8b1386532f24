"""Mail that background tasks send, and try again where the mail server fails.

Mail servers name the recipient when they refuse, and neither the log nor the table of tasks is to
keep that.
"""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage
from django.utils import timezone

# When to try again after a mail server that did not answer or refused.
RETRY_AFTER = [timedelta(minutes=5), timedelta(hours=1), timedelta(hours=12)]

logger = logging.getLogger(__name__)


def sent(mail: EmailMessage, task: Any, *args: Any, tries: int) -> bool:
    """Whether the mail was sent; where it was not, `task` is to run again later.

    The task gets the same `args`, and `tries` one higher as the last one. A failure is tried again
    three times within half a day; the last one is raised (OSError, which names nobody).
    """
    try:
        mail.send()
    except OSError as error:  # of the network, and every SMTPException
        if tries == len(RETRY_AFTER):
            raise OSError(told(error)) from None
        logger.warning("%s of %s is tried again: %s", task.name, args[0], told(error))
        task.using(run_after=timezone.now() + RETRY_AFTER[tries]).enqueue(*args, tries + 1)
        return False
    return True


def told(error: OSError) -> str:
    """What an error says, without whom it names: its kind, and the mail server's codes."""
    codes: set[int] = set()
    if isinstance(error, SMTPResponseException):
        codes = {error.smtp_code}
    elif isinstance(error, SMTPRecipientsRefused):
        codes = {code for code, _message in error.recipients.values()}
    elif error.errno:
        codes = {error.errno}
    return " ".join([type(error).__name__, *map(str, sorted(codes))])
