"""The numbers behind a word for a place: "4 (g), 5 and 875-77 et seq." as pinpoints of one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

import msgspec
from msgspec.structs import replace

from indexer.errors import CitationSyntaxError
from indexer.grammar import locator_parts as parts
from indexer.grammar import locator_words as words
from indexer.grammar.addresses import number_key
from indexer.grammar.locator_numbers import continue_subs, fill_cut_number, separate_subs
from indexer.grammar.number_words import HAN, word_value
from indexer.grammar.patterns import lazy
from indexer.grammar.pinpoints import Pinpoint

if TYPE_CHECKING:
    import regex

    from indexer.grammar.pinpoints import PinpointUnit

_WORD: Final = lazy(r"\s*(\S*)")
FIRST_YEAR: Final = 1900
"""A number from here on, behind much smaller ones, is a year and not a paragraph."""
LARGEST_NUMBER_BEFORE_YEAR: Final = 1000
"""Volumes have more paragraphs, but behind one from here on a year is a paragraph too."""


class UnreadableError(Exception):
    """The numbers make no sense; in running text they are then left alone, and nobody is told."""


class NumberReader(msgspec.Struct):
    """A place in a text, with the manners of reading numbers there.

    Attributes:
        text: Folded text.
        source: As typed, for messages.
        typed: Whether the whole text is meant to be a citation: faults are errors, and lists may follow
            "para.".
        position: How far it is read.
    """

    text: str
    source: str
    typed: bool
    position: int

    def fail(self, message: str, start: int, end: int | None = None) -> NoReturn:
        """Complain of what was typed, or give up on running text."""
        if self.typed:
            raise CitationSyntaxError(
                message, source=self.source, span=(start, max(start + 1, end or start + 1))
            )
        raise UnreadableError

    def take(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """Return what matches here, and go on behind it."""
        match = pattern.match(self.text, self.position)
        if match is not None:
            self.position = match.end()
        return match

    def read_sub_list(self, first: regex.Pattern[str]) -> list[tuple[str, ...]]:
        """Return sub-paragraphs of one paragraph: "a) et b)"."""
        found = [self.read_subs(first)]
        while True:
            before = self.position
            if not self.take(parts.LIST) or not (further := self.read_subs(parts.NEXT_SUB)):
                self.position = before
                return list(filter(None, found))
            found.append(further)

    def read_list(self, unit: PinpointUnit, *, is_plural: bool) -> list[Pinpoint]:
        """Return the numbers behind a word, with their sub-paragraphs and ranges."""
        found = self.read_one(unit)
        while True:
            before = self.position
            if self.take(parts.LIST) is None:
                return found
            after_separator = self.position
            last = found[-1]
            if (last.sub or last.last_sub) and (subs := self.read_subs(parts.NEXT_SUB)):
                found.extend(
                    self.read_range(
                        replace(last, sub=continue_subs(last.last_sub or last.sub, subs), last=None)
                    )
                )
                continue
            number = parts.NUMBER.match(self.text, self.position)
            if (
                number is None
                or not (is_plural or self.closes_list(number, last))
                or self.is_other_number(number, last)
            ):
                self.position = before
                return found
            self.position = after_separator
            try:
                found.extend(_below(last.last or last.number, one) for one in self.read_one(unit))
            except UnreadableError:
                self.position = before
                return found

    def closes_list(self, number: regex.Match[str], last: Pinpoint) -> bool:
        """Tell whether a number is the next of a list though the word before it is in the singular."""
        ascends = number_key(number["number"]) > number_key(last.last or last.number)
        return ascends and parts.CLOSED.match(self.text, number.end()) is not None

    def is_other_number(self, number: regex.Match[str], last: Pinpoint) -> bool:
        """Tell whether a number behind the list is a date or a quantity."""
        if self.typed:
            return False
        is_year = _whole(number["number"]) >= FIRST_YEAR
        previous = number_key(last.last or last.number)[0][0]
        return (is_year and previous < LARGEST_NUMBER_BEFORE_YEAR) or bool(
            parts.MONTHS.match(self.text, number.end())
        )

    def read_one(self, unit: PinpointUnit) -> list[Pinpoint]:
        """Return one number of a list: several sub-paragraphs of it, or the range that it begins."""
        start = self.position
        number = self.take(parts.NUMBER)
        if number is None:
            place = self.next_word(start) if self.typed else (start, start)
            value = word_value(self.text[slice(*place)])
            if self.typed and value.isdecimal():
                self.position = place[1]
                return [Pinpoint(unit=unit, number=value)]
            self.fail("expected a number here, as in para. 10", *place)
        subs = parts.SUB
        if unit == "p" and self.take(words.PART_BEHIND):
            subs = parts.NEXT_SUB
        pinpoint = Pinpoint(unit=unit, number=self.checked(number), sub=self.read_subs(subs))
        if (unit == "p" and not pinpoint.sub) and self.take(parts.TYPED_ITEM if self.typed else parts.ITEM):
            items = self.read_list("p", is_plural=True)
            stem = pinpoint.number
            return [
                replace(i, number=f"{stem}.{i.number}", last=f"{stem}.{i.last}" if i.last else None)
                for i in items
            ]
        *singles, last = (replace(pinpoint, sub=sub) for sub in separate_subs(pinpoint.sub))
        return [*singles, *self.read_range(last)]

    def read_range(self, first: Pinpoint) -> list[Pinpoint]:
        """Return the first pinpoint, made a range when one follows."""
        before = self.position
        if joined := self.take(parts.RANGE):
            number = parts.NUMBER.match(self.text, self.position)
            if number is not None and not self.is_other_number(number, first):
                self.position = number.end()
                last = self.checked(number)
                last = fill_cut_number(first.number, last) if "-" in joined[0] else last
                if number_key(last) < number_key(first.number):
                    self.fail(
                        f"the range runs backwards, from {first.number} to {last}", before, number.end()
                    )
                subs = self.read_subs()
                if last != first.number or subs:
                    return [replace(first, last=last, last_sub=subs)]
                return [first]
            subs = self.read_subs(parts.NEXT_SUB) if first.sub else ()
            if subs:
                return [replace(first, last=first.number, last_sub=continue_subs(first.sub, subs))]
            self.position = before
        if so_on := self.take(parts.AND_SO_ON):
            if so_on["one"] and first.number.isdigit():
                return [replace(first, last=str(int(first.number) + 1))]
            return [replace(first, is_open=True)]
        return [first]

    def read_subs(self, pattern: regex.Pattern[str] = parts.SUB) -> tuple[str, ...]:
        """Return the letters behind a number, one inside the other."""
        found: list[str] = []
        while sub := self.take(pattern):
            found.append(sub["sub"].lower() + (sub["suffix"] or "").strip())
        return tuple(found)

    def checked(self, number: regex.Match[str]) -> str:
        """Return a number as addresses have it."""
        value = word_value(number["number"]) if number["number"][0] in HAN else number["number"]
        if not value.partition(".")[0].isdigit() and "." in value:
            return value  # under a section: "A.1.2"
        if not _whole(value):
            self.fail("paragraphs are numbered from 1", number.start("number"), number.end("number"))
        first, *rest = value.split(".")
        suffix = number["suffix"] or number["letter"] or ""
        suffix = parts.SUFFIXES.get(suffix, suffix)
        return ".".join([str(int(first)), *rest]) + suffix

    def next_word(self, start: int) -> tuple[int, int]:
        """Return where the next word stands, to point at it."""
        word = _WORD.match(self.text, start)
        return (word.start(1), word.end(1)) if word and word[1] else (max(0, start - 1), start)


def _below(before: str, pinpoint: Pinpoint) -> Pinpoint:
    """Return what a number of a list means behind another: "140.82-85, 87" is 140.87, for lists ascend.

    >>> _below("140.85", Pinpoint(number="87")).number, _below("7.3", Pinpoint(number="9")).number
    ('140.87', '9')
    """
    stem, _, end = before.partition(".")
    number, last = pinpoint.number, pinpoint.last
    if not (stem.isdigit() and end.isdigit() and number.isdigit() and int(end) < int(number) < int(stem)):
        return pinpoint
    return replace(pinpoint, number=f"{stem}.{number}", last=f"{stem}.{last}" if last else None)


def _whole(number: str) -> int:
    """Return a number before its first point; 0 for digits that `regex` knows and Python does not yet."""
    first = number.partition(".")[0]
    return int(first) if first.isdecimal() else 0
