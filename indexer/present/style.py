"""How text looks on the device it goes to: colour, width, and what may not reach it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import msgspec

_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], "\n")
"""Characters that steer a terminal or end a line: Cc, Zl and Zp of Unicode."""

_RIGHT_TO_LEFT = frozenset({"R", "AL"})

_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})
"""Categories of Unicode whose characters stand on others, or show nothing."""

_WIDE = frozenset("WF")
"""East Asian widths of two columns."""

LEFT_TO_RIGHT = "\u2066"
RIGHT_TO_LEFT = "\u2067"
END_OF_ISOLATE = "\u2069"
"""Unicode's isolates: what stands between them cannot reorder what stands around them."""


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """What a terminal can do.

    Attributes:
        color: Whether text may carry colours and bold.
        width: Columns to wrap at; None never wraps.
    """

    color: bool = False
    width: int | None = None

    def bold(self, text: str) -> str:
        """The text in bold."""
        return f"\x1b[1m{text}\x1b[0m" if self.color and text else text

    def dim(self, text: str) -> str:
        """The text in a weaker tone."""
        return f"\x1b[2m{text}\x1b[0m" if self.color and text else text

    def isolated(self, text: str, *, beside: str) -> str:
        """A citation that keeps its order on a terminal beside text that runs from right to left."""
        is_reordered = self.width is not None and is_right_to_left(beside)
        return f"{LEFT_TO_RIGHT}{text}{END_OF_ISOLATE}" if is_reordered else text

    def mark(self, text: str, spans: tuple[tuple[int, int], ...]) -> str:
        """The text with stretches of it in bold."""
        if not self.color:
            return text
        pieces: list[str] = []
        at = 0
        for start, end in spans:
            pieces += [text[at:start], self.bold(text[start:end])]
            at = end
        return "".join([*pieces, text[at:]])


PLAIN = Style()
"""For pipes and files."""


def clean(text: str) -> str:
    r"""The text on one line, without characters that steer a terminal.

    >>> clean("one\ttwo\nthree\x1b[31m")
    'one two three [31m'
    """
    if text.isprintable():
        return text
    cleaned = text.translate(_CONTROLS)
    while "\n\n" in cleaned:
        cleaned = cleaned.replace("\n\n", "\n")
    return cleaned.replace("\n", " ")


def columns(text: str) -> int:
    """The columns that a text takes on a terminal.

    >>> columns("light"), columns("人权"), columns("e\u0301")
    (5, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@lru_cache(maxsize=4096)  # a text has few different letters
def _columns_of(letter: str) -> int:
    if unicodedata.category(letter) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def padded(text: str, width: int) -> str:
    """The text with spaces behind it up to a width in columns."""
    return text + " " * (width - columns(text))


def cut_to(text: str, width: int) -> str:
    """As much of the text's beginning as fits a width in columns.

    >>> cut_to("light", 3), cut_to("人权", 3)
    ('lig', '人')
    """
    room = width
    for at, letter in enumerate(text):
        room -= columns(letter)
        if room < 0:
            return text[:at]
    return text


def is_right_to_left(text: str) -> bool:
    """Whether the text holds letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter of the text that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next(
        (each in _RIGHT_TO_LEFT for each in directions if each in _RIGHT_TO_LEFT or each == "L"), False
    )


def shortened(text: str, width: int) -> str:
    """The text, cut at the end of a word where it takes more columns than the width.

    >>> shortened("C. Building thematic expertise", 14), shortened("人权理事会", 8)
    ('C. Building …', '人权理…')
    """
    if columns(text) <= width:
        return text
    cut = cut_to(text, width - 1)
    words = cut[: cut.rfind(" ") + 1]
    return (words if columns(words) > width // 2 + 1 else cut) + "…"


def shortened_title(title: str, width: int) -> str:
    """The title, cut before its last part, by which documents of a series differ.

    >>> shortened_title("Report of the Working Group on the Review – Ireland", 40)
    'Report of the Working Group … – Ireland'
    """
    start, dash, last = title.rpartition(" – ")
    ending = columns(dash + last)
    if columns(title) <= width or ending > width // 2:
        return shortened(title, width)
    return shortened(start, width - ending) + dash + last
