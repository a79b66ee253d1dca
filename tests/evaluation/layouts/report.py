"""A report: its blocks in the order of the page, and the units that must be read out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from tests.evaluation.layouts.style import Style

NOTE = regex.compile(r"\{(\d+)\}")
"""The place of a note in a text."""

FACE = regex.compile(r"</?[bi]>")
"""Where another face begins or ends."""


class Unit(NamedTuple):
    """What must be one record.

    Attributes:
        kind: As in records.
        number: As printed, without what stands around it.
        section: The headings above it.
        text: With the places of notes as in blocks.
        address: Its own, None where it does not matter.
    """

    kind: str
    number: str | None
    section: tuple[str, ...]
    text: str
    address: str | None = None

    @property
    def notes(self) -> tuple[int, ...]:
        """The notes that it refers to, as places in the list of notes."""
        return tuple(int(found[1]) for found in NOTE.finditer(self.text))


class Block(NamedTuple):
    """What is set in one piece.

    Attributes:
        kind: masthead, title, heading, numbered, plain, quote, bullet, letter, item, point, line, table,
            caption, contents, figure, signature, messages.
        text: Words; "{2}" is the mark of the third note, "<i>" and "</i>" stand around italics,
            "<b>" and "</b>" around what is bold.
        label: What stands before them.
        level: Of a heading from 1, 0 for an annex; of a list from 1.
        unit: Which unit it is part of, None for none.
        rows: Cells of a table, entries of a contents page, lines of a masthead.
        boxed: Whether a frame is drawn around it.
        sequence: Which numbering its label belongs to.
        side: 2 for what stands in the second of two columns that run on by themselves.
    """

    kind: str
    text: str = ""
    label: str = ""
    level: int = 0
    unit: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    boxed: bool = False
    sequence: int = 0
    side: int = 1


class Report(NamedTuple):
    """A report with what must be read out of it.

    Attributes:
        seed: It is made from.
        style: How it is set.
        symbol: Its own.
        title: Its own.
        blocks: In order.
        units: In order.
        notes: The texts of notes.
        heads: Beside the page number, on left and on right pages.
        opens: The number of the first page.
    """

    seed: int
    style: Style
    symbol: str
    title: str
    blocks: tuple[Block, ...]
    units: tuple[Unit, ...]
    notes: tuple[str, ...]
    heads: tuple[str, str] = ("", "")
    opens: int = 1
