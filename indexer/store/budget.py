"""How much memory the arrays of an open index may take, whatever the number of its segments."""

from __future__ import annotations

import threading
import weakref
from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable

CACHE_BYTES = 192 << 20
"""Of all arrays that are kept, at least; the longest list of 114,000 paragraphs takes 1 MB."""

RECORD_BYTES = 512
"""For each record of an open index, where that is more: what a million need for some hundred questions of all
kinds is about 500 MB, and with less a question takes as long the second time as the first."""

_KEY_BYTES, _TERM_BYTES = 500, 100
"""About what a key takes beside its arrays, and each term that it names: an array may be empty, and a key may
name thousands of terms."""


class Keeper(Protocol):
    """Who keeps arrays.

    Attributes:
        held: They, with what they are found by.
    """

    held: dict[Any, Any]


class Budget:
    """What several keepers may keep together: the oldest makes room. Any number of threads may share it."""

    def __init__(self, most: int = CACHE_BYTES) -> None:
        self._most = most
        self._spent = 0
        # keepers are not held: when a commit is let go of, its arrays go with it
        self._entries: deque[tuple[weakref.ref[Keeper], Hashable, int]] = deque()
        self._guard = threading.Lock()

    def make_room(self, records: int) -> None:
        """Allow for an index with so many records."""
        with self._guard:
            self._most = max(self._most, RECORD_BYTES * records)

    def keep(self, keeper: Keeper, key: Hashable, found: object, size: int) -> None:
        """Keep something, unless it is too large or there already.

        Args:
            keeper: Who keeps it.
            key: What it is found by.
            found: What it is.
            size: How many bytes it takes.
        """
        if size > self._most // 4:
            return
        with self._guard:
            if key in keeper.held:
                return
            keeper.held[key] = found
            self._entries.append((weakref.ref(keeper), key, size))
            self._spent += size
            while self._spent > self._most:
                owner, oldest, freed = self._entries.popleft()
                self._spent -= freed
                there = owner()
                if there is not None:
                    del there.held[oldest]


def key_size(key: tuple[Any, ...]) -> int:
    """Return about how many bytes a key takes, with all that lies around it."""
    return _KEY_BYTES + _TERM_BYTES * _count_terms(key)


def _count_terms(key: tuple[Any, ...]) -> int:
    """Return about how many values a key consists of."""
    return len(key) + sum([_count_terms(part) for part in key if type(part) is tuple])
