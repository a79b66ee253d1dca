"""A record in the making: its lines, and what they say of the next one; the headings between records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.recitals import carries_on, opens_recital
from indexer.segment.items import COLONS, COMMAS
from indexer.segment.joining import join_lines
from indexer.segment.line_starts import BULLET, SLIP
from indexer.segment.scopes import ENACTING_ENDS, is_enacting

if TYPE_CHECKING:
    from indexer.model import Kind
    from indexer.segment.items import Item

_SAME = 2.0  # points: items of one list begin no further apart
_ENACTING = 12  # lines: the opening of a resolution takes no more, however narrow the column
_LEVEL = 6.0  # points: bullets that stand closer together are of one level
_OPEN = regex.compile(r"(?r)[,،，;؛；](?:\s\p{L}{1,3})?$")  # "; and"
# "2016,4", "approach, '°": a note mark behind a comma that a scan has not raised
_MISREAD_MARK = regex.compile(r"(?<=[\p{L})]{2},|\d{4},)\s?(?:\d{1,2}|[^\p{L}\p{N}\s]{1,3})$")
_END = 30  # characters of a line: what it ends with, and a mark behind it, have less
STOPS = (*COMMAS, *".;:!?。；：！？؛؟")
"""What ends a block of a declaration, or of a list without marks."""


class Unit:
    """A record in the making.

    Attributes:
        kind: As in the record.
        number: As printed.
        address: Without scope.
        scope: Prefix of the address.
        section: Headings above.
        pieces: Lines with the offset of their words, and whether each begins a block.
        inferred: The number that is due, when another one is printed.
        listing: Whether it has a list without marks, led to by a colon.
        reply: Whether its number stands above all that is said to a recommendation.
    """

    __slots__ = ("address", "inferred", "kind", "listing", "number", "pieces", "reply", "scope", "section")

    def __init__(
        self,
        kind: Kind,
        number: str | None,
        address: str,
        *,
        scope: str,
        section: tuple[str, ...],
        inferred: str | None = None,
    ) -> None:
        self.kind: Kind = kind
        self.number = number
        self.address = address
        self.scope = scope
        self.section = section
        self.inferred = inferred
        self.listing = self.reply = False
        self.pieces: list[tuple[Item, int, bool]] = []

    def add(self, item: Item, offset: int = 0, *, block: bool = False) -> None:
        """Append a line from the given offset."""
        self.pieces.append((item, offset, block))

    @property
    def last(self) -> Item:
        """The last line."""
        return self.pieces[-1][0]

    @property
    def first(self) -> Item:
        """The first line."""
        return self.pieces[0][0]

    def is_labelled(self) -> bool:
        """Whether its number stands in a line of its own."""
        item, offset, _ = self.pieces[0]
        return self.number is not None and offset >= len(item.text.rstrip())

    def recites(self, *, enacted: bool) -> bool:
        """Whether it is preambular, as far as it was read; all is behind the name of an organ.

        There a semicolon ends one that begins as such, as some assemblies print them.
        """
        if self.kind not in ("text", "preamble"):
            return False
        end = self.last.unmarked()[-_END:]
        if "," in end:
            end = _MISREAD_MARK.sub("", end)
        if carries_on(end):
            return enacted or opens_recital(self.first.text)
        return enacted and end.endswith(";") and opens_recital(self.first.text)

    def enacts(self) -> bool:
        """Whether it is the opening line of a resolution; few are joined to find out."""
        return (
            len(self.pieces) <= _ENACTING
            and self.last.text.rstrip().endswith(ENACTING_ENDS)
            and is_enacting(" ".join(item.text for item, _, _ in self.pieces))
        )

    def leads(self) -> bool:
        """Whether it ends with a colon."""
        return self.last.ends_in(COLONS)

    def is_open_item(self) -> bool:
        """Whether it ends as an item of a list does that goes on."""
        return self.last.ends_in((*COMMAS, *";；؛"))

    def slips(self, item: Item) -> bool:
        """Whether a line begins where the last item does, which only lacks its comma."""
        begins = next(piece for piece, _, block in reversed(self.pieces) if block)
        return not self.last.ends_sentence() and abs(item.rel - begins.rel) < _SAME

    def lists_at(self, rel: float) -> bool:
        """Whether it has a sub-paragraph that begins at a distance from the margin."""
        return any(
            block and piece.text.startswith("(") and abs(piece.rel - rel) < _SAME
            for piece, _, block in self.pieces
        )

    def begins_like(self, item: Item) -> bool:
        """Whether it begins with the same word as a line."""
        words = [text.casefold().split(maxsplit=1)[:1] for text in (self.first.text, item.text)]
        return words[0] == words[1]

    def is_echoed_by(self, item: Item) -> bool:
        """Whether a line begins with the same word behind a comma, as recitals do in any language."""
        return (
            self.begins_like(item)
            and _OPEN.search(self.last.unmarked()) is not None
            and not any(block for _, _, block in self.pieces[1:])
        )

    def is_left_by(self, item: Item) -> bool:
        """Whether a bullet is not led to by it: it follows a sentence that has ended, or its like."""
        if self.number is not None or self.kind not in ("text", "preamble"):
            return False
        if bullet(self.first):
            return bullet(item) == bullet(self.first) and abs(item.rel - self.first.rel) <= _LEVEL
        led = self.leads() or any(bullet(piece) for piece, _, _ in self.pieces)
        return self.last.ends_sentence() and not led

    def hang(self) -> float:
        """Return how far from the margin the lines behind the first one begin."""
        return min((piece.rel for piece, _, _ in self.pieces[1:6]), default=self.first.rel)


def bullet(item: Item) -> str:
    """Return the sign at the start of an item of a list, "" for any other line."""
    text = item.line.label or item.text
    return text[:1] if BULLET.match(text) else ""


class HeadingLine:
    """A heading: its lines, its words, its depth, and the number of units before it."""

    __slots__ = ("items", "level", "text", "units_before")

    def __init__(self, items: list[Item], text: str, level: int, units_before: int) -> None:
        self.items, self.text, self.level, self.units_before = items, text, level, units_before


def heading_text(lines: list[Item]) -> str:
    """Return the words of a heading without note marks, apart from its number: "III.Resources"."""
    words = [f"{item.line.label} {item.without_marks()}".lstrip() for item in lines]
    return SLIP.sub(r"\g<0> ", join_lines(words))
