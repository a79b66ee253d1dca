"""What a look-up gives back."""

from __future__ import annotations

import msgspec

from indexer.model import Record  # noqa: TC001 - msgspec reads types at run time


class ShowResult(msgspec.Struct, frozen=True, kw_only=True):
    """The records that a reference points to.

    Attributes:
        reference: As asked.
        records: In order; neighbours asked for as context stand in their places.
        citations: How to cite each record.
        parts: For each record the address of the sub-paragraph that was asked for, empty for the whole.
        wanted: For each record whether it was asked for, False for context.
        misses: Sentences on what is not there.
        notices: Sentences on what else the reference might mean.
    """

    reference: str
    records: tuple[Record, ...] = ()
    citations: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    wanted: tuple[bool, ...] = ()
    misses: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
