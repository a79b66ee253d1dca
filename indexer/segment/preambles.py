"""Preambular paragraphs, told by how they begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.segment.unit import Unit


def find_recitals(units: list[Unit]) -> bool:
    """Make preambular paragraphs of texts in a row that begin and end so, as in a declaration.

    Return whether there are any.
    """
    recitals = [unit.recites(enacted=False) for unit in units]
    found = [
        unit
        for at, unit in enumerate(units)
        if unit.kind == "text"
        and recitals[at]
        and any(recitals[max(at - 1, 0) : at] + recitals[at + 1 : at + 2])
    ]
    for unit in found:
        unit.kind = "preamble"
    return bool(found)


def find_operative(units: list[Unit]) -> None:
    """Make operative paragraphs without number of those in a preamble that do not end in a comma."""
    for unit in units:
        if unit.kind == "preamble" and unit.last.unmarked()[-1:] in (".", ";"):
            unit.kind = "operative"
