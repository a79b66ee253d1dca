"""Record and matches -> the matched words as offsets, and the piece of text that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.row_signs import with_row_signs
from indexer.model import Highlight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Record
    from indexer.query.finder import Finder
    from indexer.query.slots import Match

WIDTH = 200
"""Characters of a snippet: two lines of a terminal."""

_LEAD = 40
"""Characters shown before the first match of a snippet."""

ELLIPSIS = "…"


def highlights(matches: Sequence[Match]) -> tuple[Highlight, ...]:
    """Return the places of some ordered matches, overlapping ones melted into one."""
    found: list[Highlight] = []
    reached = -1
    for start, end, _ in matches:
        if start >= reached:
            found.append(Highlight(start=start, end=end))
            reached = end
        elif end > reached:
            found[-1] = Highlight(start=found[-1].start, end=end)
            reached = end
    return tuple(found)


def snippet(record: Record, matches: Sequence[Match], finder: Finder) -> str:
    """Return about 200 characters of the text around the best matches.

    Where nothing in the text matches but a note does, the note is shown after its mark.
    """
    if matches:
        return cut(record.text, matches)
    for note in record.footnotes:
        found = finder.in_note(record, note.text)
        if found:
            return f"[note {note.mark}] {cut(note.text, found)}"
    return cut(record.text, ())


def cut(text: str, matches: Sequence[Match]) -> str:
    """Return the stretch of a text with most kinds of matches, then most matches, then earliest."""
    start, end = _window(text, matches)
    piece = text[start:end]
    if piece.isprintable() and "  " not in piece:  # the only white space is single spaces, as a rule
        piece = piece.strip()
    else:
        piece = " ".join(with_row_signs(piece, text).split())
    before = ELLIPSIS if text[:start].strip() else ""
    after = ELLIPSIS if text[end:].strip() else ""
    return f"{before}{piece}{after}"


def _window(text: str, matches: Sequence[Match]) -> tuple[int, int]:
    if len(text) <= WIDTH:
        return 0, len(text)
    best, best_worth = 0, (0, 0)
    for index, (first, _, _) in enumerate(matches):
        if len(matches) - index <= best_worth[0]:  # so few are of no more kinds
            break
        inside, reach = [], first + WIDTH - _LEAD
        for _, end, mark in matches[index:]:
            if end > reach:
                break
            inside.append(mark)
        worth = (len(set(inside)), len(inside))
        if worth > best_worth:
            best, best_worth = max(0, first - _LEAD), worth
        if len(inside) == len(matches) - index:  # what begins later holds less
            break
    start = _word_start(text, min(best, len(text) - WIDTH))
    return start, _word_end(text, start + WIDTH)


def _word_start(text: str, at: int) -> int:
    """Return where the next word begins, unless that is far away, as in Chinese."""
    if at <= 0:
        return 0
    for place in range(at - 1, min(at + _LEAD // 2, len(text))):
        if text[place].isspace():
            return place + 1
    return at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    for place in range(at, at - _LEAD // 2 - 1, -1):
        if text[place].isspace():
            return place
    return at
