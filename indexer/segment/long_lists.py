"""Long lists of whole paragraphs below a text without number: recitals of European acts, "(1)" to "(40)".

Their entries are cited and found one by one, so each is a record; the text that leads to them keeps its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.parts import counts_on, opening_marker
from indexer.segment.unit import Unit

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.unit import HeadingLine

_ENTRY = regex.compile(r"\((?P<n>\d{1,3})\)[\s\t]*")
_LEAST = 5  # entries: shorter lists are read with what leads to them
_LIST = 50  # units: a list of numbers between letters has no more
_LENGTH = 120  # characters that an entry has on average at least: those of other lists have less


def part_long_lists(units: list[Unit], headings: list[HeadingLine]) -> None:
    """Make items of the entries of long lists, and count them for the headings behind."""
    for at in reversed(range(len(units))):
        items = _items_of(units[at])
        units[at + 1 : at + 1] = items
        for heading in headings:
            heading.units_before += len(items) * (heading.units_before > at)


def leaves_list(item: Item, units: list[Unit], unit: Unit) -> bool:
    """Whether a letter counts on from one above the numbers of a list that stands between the two."""
    if unit.number is None or not opening_marker(item.text):
        return False
    for above in reversed(units[-_LIST:]):
        if any(counts_on(item.text, piece.text) for piece, _, _ in above.pieces):
            return above.number is None and above.leads()
        if above.number is None:
            return False
    return False


def _items_of(unit: Unit) -> list[Unit]:
    """Take the entries of a long list from a text; none where it has no such list, or nothing leads to it."""
    entries = _entries(unit) if unit.kind == "text" and unit.number is None else []
    length = sum(len(item.text) for item, _, _ in unit.pieces[entries[0] :]) if entries else 0
    if len(entries) < _LEAST or length < _LENGTH * len(entries):
        return []
    ends = [*entries[1:], len(unit.pieces)]
    items = []
    for number, (begin, end) in enumerate(zip(entries, ends, strict=True), 1):
        item = Unit("item", str(number), f"{unit.address}.{number}", scope=unit.scope, section=unit.section)
        first, offset, _ = unit.pieces[begin]
        found = _ENTRY.match(first.text, offset)
        item.pieces = [(first, found.end() if found else offset, False), *unit.pieces[begin + 1 : end]]
        items.append(item)
    del unit.pieces[entries[0] :]
    return items


def _entries(unit: Unit) -> list[int]:
    """Return where the entries begin, behind a line that leads to them with a colon."""
    found: list[int] = []
    for at, (item, offset, _) in enumerate(unit.pieces):
        match = _ENTRY.match(item.line.label) or _ENTRY.match(item.text, offset)
        leads = found or (at > 0 and unit.pieces[at - 1][0].unmarked().endswith((":", "：")))
        if match and leads and int(match["n"]) == len(found) + 1:
            found.append(at)
    return found
