"""Record and marks -> the matched words as offsets, and the piece of text that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.model import Highlight
from indexer.store.analysis import words
from indexer.store.terms import word_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Record
    from indexer.query.compile import Marks
    from indexer.query.terms import Slots
    from indexer.store.analysis import Word

WIDTH = 200
"""Characters of a snippet: two lines of a terminal."""

_LEAD = 40
"""Characters shown before the first match of a snippet."""

ELLIPSIS = "…"


class Match(NamedTuple):
    """A match in a text: its place, and which of the marks it answers."""

    start: int
    end: int
    mark: int


def find_matches(text: str, language: str, marks: Marks) -> list[Match]:
    """Return every place in a text that answers one of the marks, in order; places may overlap."""
    if not marks.sequences:
        return []
    places = _places(text, language)
    found: list[Match] = []
    for number, slots in enumerate(marks.sequences):
        first = slots[0]
        for position, held in places.items():
            if any(not first.isdisjoint(terms) for _, terms in held):
                match = _follow(places, position, slots, number)
                if match is not None:
                    found.append(match)
    return sorted(found)


def _places(text: str, language: str) -> dict[int, list[tuple[Word, frozenset[str]]]]:
    places: dict[int, list[tuple[Word, frozenset[str]]]] = {}
    for word in words(text):
        places.setdefault(word.position, []).append((word, frozenset(word_terms(word, language))))
    return places


def _follow(
    places: dict[int, list[tuple[Word, frozenset[str]]]], position: int, slots: Slots, number: int
) -> Match | None:
    start, end = -1, -1
    for step, slot in enumerate(slots):
        here = places.get(position + step, [])
        held = [word for word, terms in here if not slot.isdisjoint(terms)]
        if not step:  # the joined form of a word with hyphens is marked from its first part on
            held = [word for word in held if word.start >= here[0][0].start]
        if not held:
            return None
        start = held[0].start if start < 0 else start
        end = max(end, held[0].end)
    return Match(start, end, number)


def record_matches(record: Record, marks: Marks) -> list[Match]:
    """Return every place in a record's text that answers, mentions of entities included."""
    found = find_matches(record.text, record.language, marks)
    known = sorted(marks.entities)
    found.extend(
        Match(mention.start, mention.end, len(marks.sequences) + known.index(mention.entity))
        for mention in record.mentions
        if mention.entity in marks.entities
    )
    return sorted(found)


def highlights(matches: Iterable[Match]) -> tuple[Highlight, ...]:
    """Return the places of matches, overlapping ones melted into one."""
    merged: list[list[int]] = []
    for match in sorted(matches):
        if merged and match.start < merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], match.end)
        else:
            merged.append([match.start, match.end])
    return tuple(Highlight(start=start, end=end) for start, end in merged)


def snippet(record: Record, matches: Sequence[Match], marks: Marks) -> str:
    """Return about 200 characters of the text around the best matches.

    Where nothing in the text matches but a note does, the note is shown after its mark.
    """
    if matches:
        return cut(record.text, matches)
    for note in record.footnotes:
        found = find_matches(note.text, record.language, marks)
        if found:
            return f"[note {note.mark}] {cut(note.text, found)}"
    return cut(record.text, ())


def cut(text: str, matches: Sequence[Match]) -> str:
    """Return the stretch of a text with most kinds of matches, then most matches, then earliest."""
    start, end = _window(text, matches)
    piece = " ".join(text[start:end].split())
    before = ELLIPSIS if text[:start].strip() else ""
    after = ELLIPSIS if text[end:].strip() else ""
    return f"{before}{piece}{after}"


def _window(text: str, matches: Sequence[Match]) -> tuple[int, int]:
    if len(text) <= WIDTH:
        return 0, len(text)
    best, best_worth = 0, (0, 0)
    for index, first in enumerate(matches):
        inside = []
        for match in matches[index:]:
            if match.end - first.start > WIDTH - _LEAD:
                break
            inside.append(match.mark)
        worth = (len(set(inside)), len(inside))
        if worth > best_worth:
            best, best_worth = max(0, first.start - _LEAD), worth
    start = _word_start(text, min(best, len(text) - WIDTH))
    return start, _word_end(text, start + WIDTH)


def _word_start(text: str, at: int) -> int:
    """Return where the next word begins, unless that is far away, as in Chinese."""
    if at <= 0:
        return 0
    if text[at - 1].isspace():
        return at
    space = text.find(" ", at, at + _LEAD // 2)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - _LEAD // 2, at + 1)
    return space if space >= 0 else at
