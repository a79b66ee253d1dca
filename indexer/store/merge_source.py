"""A segment that is merged, with the new numbers of what stays of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.store.terms import INDIRECT

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers
    from indexer.store.segment import Segment


class Source:
    """A segment with the new numbers of its records and units; -1 for what is gone.

    Args:
        segment: The segment.
        offsets: How many records, and units of each field, come before it; its own are added.
    """

    def __init__(self, segment: Segment, offsets: dict[str, int]) -> None:
        self.segment = segment
        self.file = segment.file
        self.alive = np.ones(segment.count, bool)
        if segment.deleted:
            self.alive[list(segment.deleted)] = False
        self.units: dict[str, Numbers] = {}
        self.records = _numbered(self.alive, offsets["records"])
        offsets["records"] += int(self.alive.sum())
        for field in INDIRECT:
            used = np.zeros(len(self.file.array(f"length.{field}")), bool)
            used[self.column(field)] = True
            self.units[field] = _numbered(used, offsets[field])
            offsets[field] += int(used.sum())

    def column(self, name: str) -> Numbers:
        """Return a column for the records that stay."""
        return self.file.array(f"record.{name}")[self.alive]

    def unit_numbers(self, field: str) -> Numbers:
        """Return the new numbers of a field's units."""
        return self.units.get(field, self.records)


def _numbered(kept: Numbers, offset: int) -> Numbers:
    return np.where(kept, np.cumsum(kept) - 1 + offset, -1)
