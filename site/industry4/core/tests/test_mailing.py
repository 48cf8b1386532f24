"""Mail that fails: what the log and the table of tasks keep of it."""

import logging
import traceback
from smtplib import SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from unittest import mock

import pytest
from django.core.mail import EmailMessage

from industry4.core.mailing import RETRY_AFTER, sent

ADDRESS = "vardene@imone.example"
REFUSED = SMTPRecipientsRefused({ADDRESS: (550, f"<{ADDRESS}>: no such user".encode())})


def fails(error, tries):
    """Send a mail that a server answers with this error."""
    letter = EmailMessage("Paraiška", "Labas", to=[ADDRESS])
    with mock.patch.object(EmailMessage, "send", side_effect=error):
        return sent(letter, mock.Mock(), 7, tries=tries)


@pytest.mark.parametrize(
    "error, said",
    [
        (REFUSED, "SMTPRecipientsRefused 550"),
        (SMTPSenderRefused(552, ADDRESS.encode(), ADDRESS), "SMTPSenderRefused 552"),
        (SMTPServerDisconnected(f"closed while writing to {ADDRESS}"), "SMTPServerDisconnected"),
        (ConnectionRefusedError(111, "Connection refused"), "ConnectionRefusedError 111"),
    ],
)
def test_the_kind_of_failure_is_kept_and_nobodys_address(caplog, error, said):
    with caplog.at_level(logging.WARNING):
        assert not fails(error, 0)
    assert said in caplog.text
    with pytest.raises(OSError, match=f"^{said}$") as raised:
        fails(error, len(RETRY_AFTER))
    assert ADDRESS not in caplog.text
    assert ADDRESS not in "".join(traceback.format_exception(raised.value))
