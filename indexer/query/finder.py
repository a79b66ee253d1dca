"""Marks and a text -> every place in the text that answers one of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from indexer.query.letters import rarest, together
from indexer.query.slots import Match, Sequence, Slots, Texts
from indexer.store.terms import cite_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indexer.model import Record, Reference
    from indexer.query.letters import Letters
    from indexer.query.marks import Marks
    from indexer.store.written import Written


class Finder:
    """Finds what answers one search in text after text.

    Of each mark the slot is looked for that is written in the longest letters, and its neighbours are read
    where it stands. Where the letters are too many, the whole text is read.

    Args:
        marks: What is sought.
        written: Tells in which letters a stem is written.
    """

    def __init__(self, marks: Marks, written: Callable[[str], Written]) -> None:
        self.marks = marks
        self._written = written
        self._entities = {
            entity: nth for nth, entity in enumerate(sorted(marks.entities), len(marks.sequences))
        }
        self._letters: Letters | None = None
        self._texts: dict[str, Texts] = {}

    def matches(self, record: Record) -> list[Match]:
        """Return every place in a record's text that answers, mentions of entities included."""
        found = self.find(record.text, record.language)
        known = self._entities
        if known and record.mentions:
            found += [
                (mention.start, mention.end, known[mention.entity])
                for mention in record.mentions
                if mention.entity in known
            ]
            found.sort()
        if self.marks.cited:
            found = sorted([*found, *self._cited(record)])
        return found

    def _cited(self, record: Record) -> list[Match]:
        """Return the citations in a record's text that were sought; those in notes have no extent there."""
        mark = len(self.marks.sequences) + len(self._entities)
        return [(one.start, one.end, mark) for one in self._sought(record) if one.end > one.start]

    def _sought(self, record: Record) -> list[Reference]:
        wanted = self.marks.cited
        return [one for one in record.references if wanted.intersection(cite_terms(one.target, one.address))]

    def in_note(self, record: Record, text: str) -> list[Match]:
        """Return every place in a note of a record that answers."""
        found = self.find(text, record.language)
        if self.marks.cited:
            mark = len(self.marks.sequences) + len(self._entities)
            noted = {one.citation for one in self._sought(record) if one.end == one.start}
            found += [(at, at + len(cited), mark) for cited in noted if (at := text.find(cited)) >= 0]
            found.sort()
        return found

    def find(self, text: str, language: str) -> list[Match]:
        """Return every place in a text that answers one of the marks, in order; places may overlap."""
        if not self.marks.sequences:
            return []
        texts = self._texts.get(language)
        if texts is None:
            texts = self._of(language)
        places: Iterable[tuple[int, int]]
        places = self._letters.places(text).items() if self._letters is not None else texts.places(text)
        found: list[Match] = []
        for start, end in places:
            filled = texts[text[start:end]]
            _, _, matches, begun = filled
            for first, last, mark in matches:
                found.append((start + first, start + last, mark))
            for spot, sequence in begun:
                match = texts.follow(text, (start, end), filled, spot, sequence)
                if match is not None:
                    found.append(match)
        found.sort()
        return found

    @cached_property
    def _slots(self) -> Slots:
        """The slots of all marks; what is to be looked for is known with them."""
        sequences, letters, first = {}, [], 0
        for mark, slots in enumerate(self.marks.sequences):
            step, found = rarest(slots, self._written)
            sequences[first + step] = Sequence(mark, first, first + len(slots) - 1)
            letters.append(found)
            first += len(slots)
        self._letters = together(letters)
        return Slots(self.marks, sequences)

    def _of(self, language: str) -> Texts:
        found = self._texts[language] = Texts(self._slots, language)
        return found
