"""The entries that this process has seen, so that of Redis only the token is asked."""

import threading
import time
from collections import OrderedDict

from .entries import Entry

LARGEST = 64 * 1024 * 1024
# What an entry takes besides its body: headers, key, the objects.
BESIDES = 3_000


class Memory:
    """Entries by key, the least recently used thrown out first.

    None in place of an entry says that the answer cannot be stored.
    """

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest, self._size = largest, 0
        self._lock = threading.Lock()
        self._entries: OrderedDict[str, tuple[float, int, Entry | None]] = OrderedDict()

    def get(self, key: str) -> tuple[Entry | None] | None:
        """The entry, in a tuple: None alone says that nothing is known."""
        with self._lock:
            found = self._entries.get(key)
            if not found:
                return None
            if found[0] <= time.time():
                self._drop(key)
                return None
            self._entries.move_to_end(key)
            return (found[2],)

    def put(self, key: str, entry: Entry | None, expires: float) -> None:
        """Keep an entry until a moment by the clock, or that there is none to be stored."""
        # Its compressed forms, made later, are together smaller than the body.
        size = BESIDES + (2 * len(entry.body) if entry else 0)
        with self._lock:
            self._drop(key)
            self._entries[key] = (expires, size, entry)
            self._size += size
            while self._size > self._largest:
                self._drop(next(iter(self._entries)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._size = 0

    def _drop(self, key: str) -> None:
        if dropped := self._entries.pop(key, None):
            self._size -= dropped[1]


memory = Memory()
