"""What is kept out of the log."""

import logging
import re

# A UUID and a secret after it, in an address.
SECRET = re.compile(r"(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/)[\w-]{20,}", re.IGNORECASE)


class WithoutSecrets(logging.Filter):
    """Blots out the secrets of private links, wherever a line of the log names their address."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if SECRET.search(message):
            record.msg, record.args = SECRET.sub(r"\1…", message), ()
        return True
