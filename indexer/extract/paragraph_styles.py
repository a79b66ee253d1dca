"""How the characters of a paragraph are set, and where it stands."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

SHARES = {"center": 0.5, "right": 1.0, "end": 1.0}
"""For each way to align lines, the share of their room that stands before them, where it is not 0."""


class RunStyle(NamedTuple):
    """How characters are set; None where nothing is said.

    Those of scripts from right to left have a face and a size of their own in Word, `other_*`, which count
    where `other` says so.
    """

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    raised: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    capitals: bool | None = None
    underlined: bool | None = None
    other: bool | None = None
    other_bold: bool | None = None
    other_italic: bool | None = None
    other_size: float | None = None

    def over(self, below: RunStyle) -> RunStyle:
        """This style where it says something, else the one below."""
        return RunStyle(*map(_first, self, below))

    def shown(self) -> RunStyle:
        """This style with the face and size that count."""
        if not self.other:
            return self
        return self._replace(bold=self.other_bold, italic=self.other_italic, size=self.other_size)


class Placing(NamedTuple):
    """Where a paragraph stands between the margins, in points; None where nothing is said.

    Attributes:
        left: Indent of the words.
        first: Indent of the first line against left; negative for a hanging number.
        right: Indent at the other end of the lines.
        share: Of the room that a short line leaves, how much stands before it: half where it is centred.
        frame: The lines at its sides and the colour of its ground, empty where it stands in no frame.
    """

    left: float | None = None
    first: float | None = None
    right: float | None = None
    share: float | None = None
    frame: str | None = None

    def over(self, below: Placing) -> Placing:
        """This placing where it says something, else the one below."""
        return Placing(*map(_first, self, below))


def _first(said: Any, below: Any) -> Any:
    return below if said is None else said


class ParagraphStyle(msgspec.Struct, frozen=True, kw_only=True):
    """What a paragraph gets from its style.

    Attributes:
        id: The style, for lists that are tied to it.
        num: The list it belongs to, "0" for none, None where nothing is said.
        ilvl: Its level in that list.
        outline: Heading level from 1, 0 for running text, None where nothing is said.
        placing: Where it stands between the margins.
        role: "title" or "contents" by its name, else empty.
        run: How its characters are set.
    """

    id: str = ""
    num: str | None = None
    ilvl: int | None = None
    outline: int | None = None
    placing: Placing = Placing()
    role: str = ""
    run: RunStyle = RunStyle()
