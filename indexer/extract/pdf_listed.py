"""Lists of a PDF with a word on each entry in a column at the right -> rows of two cells.

Neither tags nor ruled lines part such entries, which may take several lines beside the one word.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from indexer.extract.pdf_rows import COLUMN_GAP, segments

if TYPE_CHECKING:
    from indexer.extract.pdf_rows import Row
    from indexer.extract.pdf_tables import TableRow
    from indexer.extract.words import Words

_LEAST = 4  # entries of a page
_WRAPPED = 2  # of them that take several lines: where none does, each line says enough by itself
_SENTENCE = 4  # words that most entries have at least
_NARROW = 0.25  # of the page width: the words at the right take no more
_SAME = 1.5  # points: what is set in one column begins no further apart
_APART = 1.3  # of the size: the lines of an entry stand closer together
_PIECES = 2  # of a line: an entry, and the words on it


class _Entry(NamedTuple):
    """An entry: where its first line stands among the rows, where it begins, and the words on it."""

    at: int
    left: float
    right: float


def find_listed_rows(words: Words, rows: list[Row], width: float, head: float) -> list[TableRow]:
    """Return each entry of a page with the words on it, as far as nothing else reaches their column.

    Args:
        words: The words of a page.
        rows: The same in rows from the top.
        width: Of the page.
        head: Where a letterhead would end, 0 on all pages but the first.
    """
    entries = _entries(words, rows, width, head)
    if len(entries) < _LEAST:
        return []
    edge = entries[0].right - 2 * _SAME
    own = {entry.at for entry in entries}
    for at in range(entries[0].at, entries[-1].at):
        if at not in own and segments(words, rows[at])[-1][1] > edge:
            return []
    lines = [_lines(words, rows, entry) for entry in entries]
    if sum(len(found) > 1 for found in lines) < _WRAPPED:
        return []
    table = []
    for found in lines:
        inside = [at for row in found for at in row.placed(words).words]
        table.append([[at for at in inside if (words.lefts[at] >= edge) == right] for right in (False, True)])
    long = sum(len(entry) >= _SENTENCE for entry, _ in table)
    return table if 2 * long > len(table) else []


def _entries(words: Words, rows: list[Row], width: float, head: float) -> list[_Entry]:
    """Return the lines with words in the column at the right where most of them have any; no numbers."""
    found: list[_Entry] = []
    for at, row in enumerate(rows):
        if row.base <= head or row.placed(words).widest <= COLUMN_GAP * row.size:
            continue  # most rows
        pieces = segments(words, row)
        if len(pieces) != _PIECES:
            continue
        (left, _), (right, end) = pieces
        beside = [word for word in row.words if words.lefts[word] >= right]
        if end - right < _NARROW * width and not any(words.texts[word][0].isdigit() for word in beside):
            found.append(_Entry(at, left, right))
    begins = Counter(round(entry.right) for entry in found)
    column = max(begins, key=lambda x: begins[x - 1] + begins[x] + begins[x + 1], default=0)
    return [entry for entry in found if abs(entry.right - column) <= _SAME]


def _lines(words: Words, rows: list[Row], entry: _Entry) -> list[Row]:
    """Return the first line of an entry, and those close below that begin where it does."""
    lines = [rows[entry.at]]
    for above, row in pairwise(rows[entry.at :]):
        pieces = segments(words, row)
        alike = len(pieces) == 1 and abs(pieces[0][0] - entry.left) <= _SAME
        if not alike or row.base - above.base > _APART * row.size:
            break
        lines.append(row)
    return lines
