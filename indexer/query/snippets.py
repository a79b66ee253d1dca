"""Record and marks -> the matched words as offsets, and the piece of text that answers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from indexer.model import Highlight
from indexer.store.analysis import Word, words
from indexer.store.terms import word_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Record
    from indexer.query.compile import Marks
    from indexer.query.terms import Slots

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


class Finder:
    """Finds what answers one search in text after text.

    A text is cut at white space, as it is for the index, and a chunk that holds no word of the search is passed
    over; which ones do is found out once.
    """

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._wanted = frozenset(term for slots in marks.sequences for slot in slots for term in slot)
        self._verdicts: dict[str, _Verdicts] = {}

    def find(self, text: str, language: str) -> list[Match]:
        """Return every place in a text that answers one of the marks, in order; places may overlap."""
        if not self.marks.sequences:
            return []
        verdicts = self._verdicts.get(language)
        if verdicts is None:
            verdicts = self._verdicts[language] = _Verdicts(self._wanted, language)
        places = _places(text, verdicts)
        found: list[Match] = []
        for number, slots in enumerate(self.marks.sequences):
            first = slots[0]
            for position, held in places.items():
                if any(not first.isdisjoint(terms) for _, terms in held):
                    match = _follow(places, position, slots, number)
                    if match is not None:
                        found.append(match)
        return sorted(found)


class _Chunk(NamedTuple):
    """What stands between white space: how many positions it takes, its words, and all their terms."""

    advance: int
    words: tuple[tuple[Word, frozenset[str]], ...]
    terms: frozenset[str]


@lru_cache(maxsize=30_000)
def _chunk(chunk: str, language: str) -> _Chunk:
    found = tuple((word, frozenset(word_terms(word, language))) for word in words(chunk))
    advance = max((word.position for word, _ in found), default=-1) + 1
    return _Chunk(advance, found, frozenset().union(*(terms for _, terms in found)))


class _Verdicts(dict[str, "_Chunk | int"]):
    """Chunks that hold a wanted word, with their words; of all others only how many positions they take."""

    def __init__(self, wanted: frozenset[str], language: str) -> None:
        super().__init__()
        self._wanted = wanted
        self._language = language

    def __missing__(self, chunk: str) -> _Chunk | int:
        known = _chunk(chunk, self._language)
        verdict = known.advance if self._wanted.isdisjoint(known.terms) else known
        self[chunk] = verdict
        return verdict


def _places(text: str, verdicts: _Verdicts) -> dict[int, list[tuple[Word, frozenset[str]]]]:
    """Return the words of the chunks that hold a wanted one, by position."""
    chunks = text.split()
    places: dict[int, list[tuple[Word, frozenset[str]]]] = {}
    position, offset, reached = 0, 0, 0
    for nth, verdict in enumerate(map(verdicts.__getitem__, chunks)):
        if isinstance(verdict, int):
            position += verdict
            continue
        for chunk in chunks[reached:nth]:
            offset = text.index(chunk, offset) + len(chunk)
        offset = text.index(chunks[nth], offset)
        reached = nth
        for word, terms in verdict.words:
            moved = word._replace(
                position=word.position + position, start=word.start + offset, end=word.end + offset
            )
            places.setdefault(moved.position, []).append((moved, terms))
        position += verdict.advance
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


def record_matches(record: Record, finder: Finder) -> list[Match]:
    """Return every place in a record's text that answers, mentions of entities included."""
    marks = finder.marks
    found = finder.find(record.text, record.language)
    if not marks.entities:
        return found
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


def snippet(record: Record, matches: Sequence[Match], finder: Finder) -> str:
    """Return about 200 characters of the text around the best matches.

    Where nothing in the text matches but a note does, the note is shown after its mark.
    """
    if matches:
        return cut(record.text, matches)
    for note in record.footnotes:
        found = finder.find(note.text, record.language)
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
