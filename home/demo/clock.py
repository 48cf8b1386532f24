"""The clock of the demo content: what happened a year ago, the product does as if it were then."""

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.utils import timezone


@contextmanager
def as_of(moment: datetime.datetime) -> Iterator[None]:
    """Within it, it is `moment`, and time goes on from there.

    So two things that are done one after another still are. For a process that does nothing else
    meanwhile.
    """
    began = time.monotonic()

    def now() -> datetime.datetime:
        passed = datetime.timedelta(seconds=time.monotonic() - began)
        return moment.astimezone(datetime.UTC) + passed

    with patch.object(timezone, "now", now):
        yield
