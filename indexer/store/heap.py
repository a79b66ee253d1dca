"""Freed memory -> back to the system.

A batch leaves much room between what stays, which glibc keeps for later; what comes next is larger, and would
be put on top of it: the memory of a writer grew by a third.
"""

from __future__ import annotations

import contextlib


def give_back() -> None:
    """Give back what is free, where the C library keeps it and has a function for it."""
    import ctypes  # noqa: PLC0415 - only for writing

    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
