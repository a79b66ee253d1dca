"""Record and marks -> the matched words as offsets, and the piece of text that answers."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.model import Highlight
from indexer.store.analysis import Word, word_terms, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.model import Record
    from indexer.query.compile import Marks
    from indexer.query.terms import Slots

WIDTH = 200
"""Characters of a snippet: two lines of a terminal."""

_LEAD = 40
"""Characters shown before the first match of a snippet."""

ELLIPSIS = "…"


_Places = dict[int, list[tuple[Word, frozenset[str]]]]
"""Words by position, with their terms."""


class Match(NamedTuple):
    """A match in a text: its place, and which of the marks it answers."""

    start: int
    end: int
    mark: int


class Finder:
    """Finds what answers one search in text after text.

    Where it is known how the words that are sought are written, only the chunks of a text that hold such
    letters are looked at; a chunk is what stands between white space, as for the index.

    Args:
        marks: What is sought.
        spellings: Tells how a term is written in ASCII, or None.
    """

    def __init__(self, marks: Marks, spellings: Callable[[str], tuple[str, ...] | None]) -> None:
        self.marks = marks
        self._wanted = frozenset(term for slots in marks.sequences for slot in slots for term in slot)
        self._begun_by: dict[str, list[int]] = {}
        for number, slots in enumerate(marks.sequences):
            for term in slots[0]:
                self._begun_by.setdefault(term, []).append(number)
        self._first_terms = frozenset(self._begun_by)
        self._longest = max((len(slots) for slots in marks.sequences), default=0)
        self._letters = _letters(marks.sequences, spellings)
        self._by_language: dict[str, _Sought] = {}

    def find(self, text: str, language: str) -> list[Match]:
        """Return every place in a text that answers one of the marks, in order; places may overlap."""
        if not self.marks.sequences:
            return []
        if self._letters is not None and (text.isascii() or not _BEYOND.search(text)):
            found = self._find_letters(text, language)
            if found is not None:
                return found
        return self._matches(_places(text, self._sought(language)), None)

    def _sought(self, language: str) -> _Sought:
        sought = self._by_language.get(language)
        if sought is None:
            sought = self._by_language[language] = _Sought(_known(language), self._wanted)
        return sought

    def _matches(self, places: _Places, before: int | None) -> list[Match]:
        """Return the matches that begin before a position, or at any."""
        found: list[Match] = []
        for position, held in places.items():
            if before is not None and position >= before:
                break
            numbers = {
                number
                for _, terms in held
                for term in terms & self._first_terms
                for number in self._begun_by[term]
            }
            for number in numbers:
                match = _follow(places, position, self.marks.sequences[number], number)
                if match is not None:
                    found.append(match)
        return sorted(found)

    def _find_letters(self, text: str, language: str) -> list[Match] | None:
        """Return the matches around the letters that are sought; None where more must be read."""
        starts: set[int] = set()
        for letters in self._letters or ():
            end, at = 0, text.find(letters)
            while at >= 0:
                space = _SPACE_BEFORE.search(text, end, at)
                starts.add(space.end() if space else end)
                end = _chunk_end(text, at)
                at = text.find(letters, end)
        known = _known(language)
        found: list[Match] = []
        for start in sorted(starts):
            # some chunks hold no word, so twice as many as there are words to follow, and some more
            several = 1 if self._longest == 1 else self._longest * 2 + 6
            window = text[start : _chunk_end(text, start + _NEAR * self._longest)]
            chunks = window.split(None, several)[:several]
            places, reached = _places_from(text, start, chunks, known)
            if (
                self._longest > 1
                and reached <= self._longest + known.advance(chunks[0])
                and _goes_on(text, start, chunks)
            ):
                return None
            found += self._matches(places, known.advance(chunks[0]))
        return sorted(found)


_SPACE = regex.compile(r"[\s\x1c-\x1f]")
_SPACE_BEFORE = regex.compile(r"(?r)[\s\x1c-\x1f]")
"""White space as str.split has it, in the texts that are searched for letters."""


def _chunk_end(text: str, at: int) -> int:
    """Return where the chunk at a place ends."""
    space = _SPACE.search(text, at)
    return space.start() if space else len(text)


_BEYOND = regex.compile(r"[^\x00-\x7f‘’“”«»–—…•§°]")
"""What may stand for other letters, or be written in several ways."""

_MOST_LETTERS = 24
"""Spellings up to which a text is searched for each of them."""

_NEAR = 120
"""Characters in which a chunk and the next are to be found; after a longer one the whole text is read."""


def _letters(
    sequences: Iterable[Slots], spellings: Callable[[str], tuple[str, ...] | None]
) -> tuple[str, ...] | None:
    """Return every way to write the first words of some sequences, None where that cannot be told."""
    found: set[str] = set()
    for slots in sequences:
        for term in slots[0]:
            names = spellings(term)
            if names is None or len(found) > _MOST_LETTERS:
                return None
            for name in names:
                found.add(name)
                if name.isalpha():  # U.N. is a spelling of UN
                    found.add(".".join(name))
                elif name.isdigit() and len(name) > 3:  # 1,000 is one of 1000
                    found.add(f"{int(name):,}")
    return tuple(found) if len(found) <= _MOST_LETTERS else None


def _goes_on(text: str, start: int, chunks: list[str]) -> bool:
    """Return whether more text follows some chunks."""
    end = start
    for chunk in chunks:
        end = text.index(chunk, end) + len(chunk)
    return bool(text[end:].strip())


def _places_from(text: str, start: int, chunks: list[str], known: _Chunks) -> tuple[_Places, int]:
    """Return the words of some chunks of a text by position from the first, and how many there are."""
    places: _Places = {}
    base, offset = 0, start
    for chunk in chunks:
        offset = text.index(chunk, offset)
        _add(places, known.of(chunk), base, offset)
        base += known.advance(chunk)
        offset += len(chunk)
    return places, base


_MOST_CHUNKS = 30_000
"""Different chunks whose words are remembered: about 20 MB."""

_MOST_CHARACTERS = 1_000_000
"""Characters of these chunks: a text without white space is one chunk."""


class _Chunks:
    """Chunks of texts in one language, cut at white space as for the index, and the words that they hold.

    Attributes:
        words: The words of each chunk, and their terms.
        with_term: The chunks that hold a term.
        advances: How many positions a chunk takes, where it is not one.
        characters: Of all chunks together.
    """

    def __init__(self, language: str) -> None:
        self.words: dict[str, tuple[tuple[Word, frozenset[str]], ...]] = {}
        self.with_term: dict[str, set[str]] = {}
        self.advances: dict[str, int] = {}
        self.characters = 0
        self._language = language

    def of(self, chunk: str) -> tuple[tuple[Word, frozenset[str]], ...]:
        """Return the words of a chunk, and their terms."""
        found = self.words.get(chunk)
        if found is None:
            self.learn(chunk)
            found = self.words[chunk]
        return found

    def advance(self, chunk: str) -> int:
        """Return how many positions a chunk takes."""
        self.of(chunk)
        return self.advances.get(chunk, 1)

    def learn(self, chunk: str) -> None:
        """Find the words of a chunk."""
        found = tuple((word, frozenset(word_terms(word, self._language))) for word in words(chunk))
        advance = max((word.position for word, _ in found), default=-1) + 1
        if advance != 1:
            self.advances[chunk] = advance
        for _, terms in found:
            for term in terms:
                self.with_term.setdefault(term, set()).add(chunk)
        self.characters += len(chunk)
        self.words[chunk] = found  # last, for other threads


_chunks: dict[str, _Chunks] = {}


def _known(language: str) -> _Chunks:
    known = _chunks.get(language)
    if known is None or len(known.words) > _MOST_CHUNKS or known.characters > _MOST_CHARACTERS:
        known = _chunks[language] = _Chunks(language)
    return known


class _Sought:
    """The chunks that hold a wanted term, as far as chunks are known."""

    def __init__(self, known: _Chunks, wanted: frozenset[str]) -> None:
        self.known = known
        self._wanted = wanted
        self._count = -1
        self._chunks: set[str] = set()

    def among(self, chunks: set[str]) -> set[str]:
        """Return those of some chunks that hold a wanted term."""
        known = self.known
        for chunk in chunks.difference(known.words):
            known.learn(chunk)
        if self._count != len(known.words):
            self._count = len(known.words)
            with_term = known.with_term
            self._chunks = set().union(*(with_term.get(term, ()) for term in self._wanted))
        return chunks & self._chunks


def _places(text: str, sought: _Sought) -> _Places:
    """Return the words of the chunks that hold a wanted one, by position."""
    chunks = text.split()
    there = set(chunks)
    holding = sought.among(there)
    known = sought.known
    if not holding:
        return {}
    at = [nth for nth, chunk in enumerate(chunks) if chunk in holding]
    if there.isdisjoint(known.advances):
        positions = at
    else:
        advances = known.advances
        reached = list(accumulate((advances.get(chunk, 1) for chunk in chunks), initial=0))
        positions = [reached[nth] for nth in at]
    places: _Places = {}
    for nth, base, offset in zip(at, positions, _offsets(text, chunks, at), strict=True):
        _add(places, known.words[chunks[nth]], base, offset)
    return places


def _add(places: _Places, found: Iterable[tuple[Word, frozenset[str]]], base: int, offset: int) -> None:
    """Add the words of a chunk, given the position and the offset at which it begins."""
    for word, terms in found:
        position, start, end, form, typed, plain = word
        moved = Word(position + base, start + offset, end + offset, form, typed, plain)
        places.setdefault(position + base, []).append((moved, terms))


def _offsets(text: str, chunks: list[str], wanted: list[int]) -> list[int]:
    """Return where some chunks of a text begin in it."""
    before = list(accumulate(map(len, chunks[: wanted[-1]]), initial=0))
    if len(text) == sum(map(len, chunks)) + len(chunks) - 1:  # one space or the like between any two
        return [before[nth] + nth for nth in wanted]
    offsets = []
    offset = 0
    for chunk in chunks[: wanted[-1] + 1]:
        offset = text.index(chunk, offset)
        offsets.append(offset)
        offset += len(chunk)
    return [offsets[nth] for nth in wanted]


def _follow(places: _Places, position: int, slots: Slots, number: int) -> Match | None:
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
