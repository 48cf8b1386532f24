"""The headers of a message: who it is, when it is sent, and a proof of both.

After https://www.standardwebhooks.com, by its own library, so that receivers can use theirs.
"""

import datetime
from collections.abc import Sequence

from standardwebhooks import Webhook as Signer


def headers(
    message_id: str, payload: str, secrets: Sequence[str], now: datetime.datetime
) -> dict[str, str]:
    """The headers by which a receiver verifies the payload: a signature by each secret."""
    now = now.astimezone(datetime.UTC)  # the library takes any time for this
    signatures = (Signer(secret).sign(message_id, now, payload) for secret in secrets)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
