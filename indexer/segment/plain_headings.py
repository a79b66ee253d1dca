"""Headings in the face of the text: typewriters underline them, and scans do not tell how they were set.

Without a line below it, such a heading stands apart, right above a numbered paragraph; where headings are
bold, only a numbered line is one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import regex

from indexer.segment.emphasis import BOLD
from indexer.segment.items import COLONS, COMMAS
from indexer.segment.line_starts import BULLET, CAPTION, ENUMERATOR, MARKER, opens_with_word
from indexer.segment.parts import counts_on

if TYPE_CHECKING:
    from collections.abc import Container

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_LINE = 110  # characters: no plain heading above a number is longer
_SHORT = 60  # characters: no heading with a letter that is set as the text is longer in formats that flow
_STOPS = (".", "。", ".”", ".»", '."')
_FEW = 3  # characters of a line that says nothing about headings
_STRAY_BOLD = 0.01  # share of lines
_ENOUGH = 5  # numbered lines, of which most stand apart where paragraphs do
_STACKED = 3  # headings below a heading
_FURTHER = range(3, 1 + 2 * (1 + _STACKED))  # lines down to the number: each of them may be wrapped
_APART = 200  # lines: two letters of one paragraph stand no further apart
_ITALIC = 0.9  # share of the characters of a line in italics

_TITLE = regex.compile(r"[“\"«《]?(?:\p{Lu}|\p{Lo})")
_NUMBERED = regex.compile(r"(?P<n>\d{1,3})[.)][ \t]+")
_DASHED = regex.compile(r"[–—-][\t ]+\p{Lu}[^.;:,]{1,100}$")
"""A heading without number in reports that set a dash before it."""


class PlainHeadings:
    """Finds plain headings by where they stand."""

    def __init__(self, body: list[Item], measures: Measures, underlined: frozenset[int]) -> None:
        """Take the lines, their measures, and the indexes of those that are underlined as a whole."""
        self.body = body
        self.measures = measures
        self.underlined = underlined

    def extent(self, at: int, starts: Container[int]) -> int:
        """Return how many lines from here make one heading, 0 when none begins here."""
        item = self.body[at]
        near = at + 1 in starts or at + 2 in starts or item.index in self.underlined
        if not near and (self._has_bold or all(at + below not in starts for below in _FURTHER)):
            return 0  # most lines
        flows = item.line.starts_block is not None and item.index not in self.underlined
        if flows and self._lettered(at, starts):
            return 1
        if item.line.starts_block is not None or self.is_tight:
            return self._heads(at, starts)
        is_plain = opens_with_word(item.text)
        marker = None if is_plain else ENUMERATOR.match(item.text) or MARKER.match(item.text)
        return self._heads(at, starts) if marker is None else self._set_apart(at, marker.end(), starts)

    def _heads(self, at: int, starts: Container[int], *, led: int = 0) -> int:
        """Return how many lines make a heading of the numbered paragraph below, or of others of the kind.

        They are short, begin with a capital, end no sentence and lead nothing in; what stands above them has
        ended. Led says how many of the kind do. What else it takes differs: in formats that flow no line may
        have a face; where nothing has room, a heading without number stands alone; else it stands apart.
        """
        if not 0 < at < len(self.body) - 1 or self._has_bold:
            return 0  # the title of a text stands above all
        item, above = self.body[at], self.body[at - 1]
        match = ENUMERATOR.match(item.text)
        number, words = (match["e"], item.text[match.end() :]) if match else ("", item.text)
        if len(item.text) > _LINE or not _TITLE.match(words) or "\t" in words or ":" in words:
            return 0
        flows = item.line.starts_block is not None
        if not (led or above.ends_sentence() or above.place == "heading" or (flows and number)):
            return 0
        end = at + 1
        if flows:
            told = item.line.starts_block and self._is_faceless and not number.islower()
        elif self.is_tight:
            told = number.isupper() if number else end in starts
            end += bool(number and end not in starts and not ENUMERATOR.match(self.body[end].text))
        else:
            told = not number and self._is_alone(at)
        last = self.body[end - 1]
        if not told or last.ends_sentence() or last.ends_in(COMMAS):
            return 0
        if end in starts or (led < _STACKED and self._heads(end, starts, led=led + 1)):
            return end - at
        return 0

    def _is_alone(self, at: int) -> bool:
        """Whether a line stands apart from those above and below it, and is no smaller than the text."""
        item, below = self.body[at], self.body[at + 1]
        return (
            self.measures.stands_apart(item)
            and not self.measures.is_smaller(item)
            and (below.gap or 0.0) > 1.22 * self.measures.leading_at(below)
        )

    def _set_apart(self, at: int, words: int, starts: Container[int]) -> int:
        """Return how many lines make a heading with a number, which is underlined or stands apart.

        Args:
            at: Position among the body items.
            words: Where its words begin.
            starts: Positions where numbered units begin.
        """
        item = self.body[at]
        if (
            item.ends_sentence()
            or at + 1 >= len(self.body)
            or BULLET.match(item.text)
            or item.text[words : words + 1].islower()
        ):
            return 0
        apart = 1.22 * self.measures.leading_at(item)
        end = at + 1
        if (
            end not in starts
            and (self.body[end].gap or 99) <= apart
            and self.body[end].line.left >= item.line.left
            and not CAPTION.match(self.body[end].text)
        ):
            end += 1
        last = self.body[end - 1]
        if last.ends_sentence() or last.ends_in(COMMAS):
            return 0
        underlined = {item.index, last.index} <= self.underlined
        if not (underlined and end in starts) and self._counts_on(at, starts):
            return 0
        if underlined:
            return end - at
        if item.text.startswith("(") and self.body[at - 1].ends_in(COLONS):
            return 0  # an entry of a list
        below = self.body[end] if end < len(self.body) else None
        if end not in starts or below is None or not (item.gap or item.text.startswith("(")):
            return 0
        gaps = [gap for gap in (item.gap, below.gap) if gap]  # at the edge of a page nothing is beside it
        return end - at if gaps and min(gaps) > apart else 0

    def _counts_on(self, at: int, starts: Container[int]) -> bool:
        """Whether a letter in brackets is the next one after one in the same paragraph."""
        text = self.body[at].text.lstrip("[ ")  # "[(f)" in a draft
        for before in range(at - 1, max(-1, at - 1 - _APART), -1):
            item = self.body[before]
            if counts_on(text, item.text):
                return True
            if before in starts or item.place == "heading":
                return False
        return False

    def _lettered(self, at: int, starts: Container[int]) -> bool:
        """Whether a short paragraph with a letter heads the numbered one below it: "(a) Lamps".

        A sentence ends above it, or a heading stands there: entries of a list follow a colon, or each other.
        """
        item = self.body[at]
        match = ENUMERATOR.match(item.text)
        if not match or not match["e"].startswith("(") or at + 1 not in starts or len(item.text) > _SHORT:
            return False
        words = item.text[match.end() :]
        if self._is_faceless or item.ends_sentence() or not _TITLE.match(words) or "\t" in words:
            return False  # in a text without faces nothing tells it from the last entry of a list
        above = self.body[at - 1]
        fresh = above.place == "heading" or above.unmarked().endswith(_STOPS)
        return at > 0 and fresh and not self._counts_on(at, starts)

    def is_numbered(self, at: int) -> bool:
        """Whether a short paragraph in a text without faces numbers a heading: no next number is below it.

        "1. Lights" stands above "3. The keepers lit them". The last item of a list stands below another one.
        """
        item = self.body[at]
        if not item.line.starts_block or len(item.text) > _LINE or at + 1 >= len(self.body):
            return False
        own, below = _NUMBERED.match(item.text), _NUMBERED.match(self.body[at + 1].text)
        if own is None or below is None or item.ends_sentence() or ":" in item.text or not self._is_faceless:
            return False
        number, words = int(own["n"]), item.text[own.end() :]
        above = _NUMBERED.match(self.body[at - 1].text) if at else None
        if above is not None and int(above["n"]) == number - 1 and not self.body[at - 1].ends_sentence():
            return False
        return _TITLE.match(words) is not None and int(below["n"]) != number + 1

    @cached_property
    def _is_faceless(self) -> bool:
        """Whether a format without lines tells nothing of how they are set."""
        return not self._has_bold and not any(
            item.line.role in ("heading", "title") or item.line.italic > _ITALIC for item in self.body
        )

    @cached_property
    def is_tight(self) -> bool:
        """Whether a text has neither faces nor room between its paragraphs, as one taken out of a PDF."""
        numbered = [item for item in self.body if item.text[:1].isdigit() and _NUMBERED.match(item.text)]
        apart = sum(map(self.measures.stands_apart, numbered))
        return len(numbered) >= _ENOUGH and 2 * apart < len(numbered) and not self._has_bold

    @cached_property
    def _has_bold(self) -> bool:
        """Whether headings are set in bold; in a scan a line or two may seem so."""
        bold = sum(item.line.bold >= BOLD and len(item.text) > _FEW for item in self.body)
        return bold > _STRAY_BOLD * len(self.body)


def heads_number(body: list[Item], at: int, end: int, open_line: Item | None) -> bool:
    """Whether a line behind a dash that stands out heads the numbered paragraph below it.

    It is no item of a list, to which the text above leads, or one of several.
    """
    listed = open_line is not None and (BULLET.match(open_line.text) or not open_line.ends_sentence())
    return end - at == 1 and not listed and _DASHED.match(body[at].text.rstrip()) is not None
