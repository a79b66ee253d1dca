"""Hits -> every place of the words that answer, with the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.row_signs import with_row_signs
from indexer.model import Occurrence
from indexer.query.snippets import highlights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indexer.model import Highlight, Hit
    from indexer.query.finder import Finder
    from indexer.query.slots import Match

_SPACE = regex.compile(r"\s+")

_SPARE = 4
"""Characters read for each one wanted: several may be one space."""


def occurrences(hits: Iterable[Hit], width: int, finder: Finder) -> Iterator[Occurrence]:
    """Yield the places in the order of the hits: those in the text of each, then those in its notes.

    Args:
        hits: Of one answer.
        width: Characters wanted on each side.
        finder: Of the same search, for the notes.
    """
    for hit in hits:
        yield from _in_text(hit, hit.text, hit.highlights, width, "")
        for note in hit.footnotes:
            places = [*finder.in_note(hit, note.text), *_named(note.text, hit.language, finder)]
            yield from _in_text(hit, note.text, highlights(sorted(places)), width, note.mark)


def _named(text: str, language: str, finder: Finder) -> list[Match]:
    """Return where a note names one of the entities that are sought: records do not keep that."""
    wanted = finder.marks.entities
    if not wanted:
        return []
    from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - most searches name nothing

    mentions = Gazetteer.load().find(text, language)
    return [(mention.start, mention.end, 0) for mention in mentions if mention.entity in wanted]


def _in_text(hit: Hit, text: str, places: Iterable[Highlight], width: int, note: str) -> Iterator[Occurrence]:
    reach = width * _SPARE

    def evened(start: int, end: int) -> str:
        return _SPACE.sub(" ", with_row_signs(text[start:end], text))

    for start, end in _side_by_side(text, places):
        yield Occurrence(
            citation=hit.citation,
            page=hit.page,
            left=evened(max(0, start - reach), start)[-width:],
            match=evened(start, end),
            right=evened(end, end + reach)[:width],
            note=note,
            id=hit.id,
        )


def _side_by_side(text: str, places: Iterable[Highlight]) -> list[tuple[int, int]]:
    """Return the places, those with nothing but space between them as one."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and not text[found[-1][1] : place.start].strip():
            found[-1] = (found[-1][0], place.end)
        else:
            found.append((place.start, place.end))
    return found
