"""Headings in the face of the text: typewriters underline them, and scans do not tell how they were set.

Without a line below it, such a heading stands apart, right above a numbered paragraph; where headings are
bold, only a numbered line is one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import regex

from indexer.segment.emphasis import BOLD
from indexer.segment.line_starts import BULLET, CAPTION, ENUMERATOR, MARKER
from indexer.segment.parts import opening_marker

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
_APART = 200  # lines: two letters of one paragraph stand no further apart

_ITALIC = 0.9  # share of the characters of a line in italics

_TITLE = regex.compile(r"[“\"«《]?(?:\p{Lu}|\p{Lo})")
_NUMBERED = regex.compile(r"(?P<n>\d{1,3})[.)][ \t]+")


class PlainHeadings:
    """Finds plain headings by where they stand."""

    def __init__(self, body: list[Item], measures: Measures, underlined: frozenset[int]) -> None:
        """Take the lines, their measures, and the indexes of those that are underlined as a whole."""
        self.body = body
        self.measures = measures
        self.underlined = underlined
        self._bold: bool | None = None

    def extent(self, at: int, starts: Container[int]) -> int:
        """Return how many lines from here make one heading, 0 when none begins here."""
        item = self.body[at]
        underlined = item.index in self.underlined
        if item.line.starts_block is not None and not underlined:
            return self._lettered(at, starts) or self._among_blocks(at, starts)
        if self.is_tight:
            return self._between(at, starts)
        if not underlined and at + 1 not in starts and at + 2 not in starts:
            return 0  # most lines
        if item.line.starts_block is not None or item.ends_sentence() or at + 1 >= len(self.body):
            return 0
        match = ENUMERATOR.match(item.text) or MARKER.match(item.text)
        if match is None:
            return self._above(at, starts) if at + 1 in starts or at + 2 in starts else 0
        if (
            BULLET.match(item.text)
            or item.text[match.end() : match.end() + 1].islower()
            or len(item.text) > _LINE
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
        if last.ends_sentence() or last.text.rstrip().endswith((",", "，", "،")):
            return 0
        if underlined and last.index in self.underlined:
            return end - at if end in starts or not self._counts_on(at, starts) else 0
        if self._counts_on(at, starts):
            return 0
        below = self.body[end] if end < len(self.body) else None
        if end not in starts or below is None or not (item.gap or item.text.startswith("(")):
            return 0
        gaps = [gap for gap in (item.gap, below.gap) if gap]  # at the edge of a page nothing is beside it
        return end - at if gaps and min(gaps) > apart else 0

    def _counts_on(self, at: int, starts: Container[int]) -> bool:
        """Whether a letter in brackets is the next one after one in the same paragraph."""
        own = opening_marker(self.body[at].text.lstrip("[ "))  # "[(f)" in a draft
        due = {(style, value - 1) for style, value in own}
        for before in range(at - 1, max(-1, at - 1 - _APART) if due else at, -1):
            item = self.body[before]
            if due & set(opening_marker(item.text)):
                return True
            if before in starts or item.place == "heading":
                return False
        return False

    def _above(self, at: int, starts: Container[int], *, led: bool = False) -> int:
        """Return 1 for a line without number that stands alone above a paragraph, or above another such line.

        What stands above it has ended, or led says that it is another such line.
        """
        item, above, below = self.body[at], self.body[at - 1], self.body[at + 1]
        if at == 0 or self._has_bold() or len(item.text) > _LINE or not item.text[:1].isupper():
            return 0
        if not (led or above.ends_sentence() or above.place == "heading"):
            return 0
        if (
            item.ends_sentence()
            or self.measures.is_smaller(item)
            or item.unmarked().endswith((",", "，", "،"))
            or (below.gap or 0.0) <= 1.22 * self.measures.leading_at(below)
        ):
            return 0
        alone = self.measures.stands_apart(item)
        return int(alone and (at + 1 in starts or self._above(at + 1, starts, led=True) > 0))

    def _lettered(self, at: int, starts: Container[int]) -> int:
        """Return 1 for a short paragraph with a letter that heads the numbered one below it: "(a) Lamps".

        A sentence ends above it, or a heading stands there: entries of a list follow a colon, or each other.
        """
        item = self.body[at]
        match = ENUMERATOR.match(item.text)
        if not match or not match["e"].startswith("(") or at + 1 not in starts or len(item.text) > _SHORT:
            return 0
        if self._is_faceless:
            return 0  # nothing tells it from the last entry of a list
        above = self.body[at - 1]
        if (
            item.ends_sentence()
            or not _TITLE.match(item.text[match.end() :])
            or "\t" in item.text[match.end() :]
        ):
            return 0
        fresh = above.place == "heading" or above.unmarked().endswith(_STOPS)
        return int(at > 0 and fresh and not self._counts_on(at, starts))

    def _among_blocks(self, at: int, starts: Container[int], *, led: int = 0) -> int:
        """Return 1 for a paragraph that heads the numbered one below it, in a text without faces.

        It is short, ends no sentence and leads nothing in; between the two others of the kind may stand.
        """
        item = self.body[at]
        if not at or not item.line.starts_block or len(item.text) > _LINE or not self._is_faceless:
            return 0  # the title of a text stands above all
        match = ENUMERATOR.match(item.text)
        words = item.text[match.end() if match else 0 :]
        if (match and match["e"].islower()) or not _TITLE.match(words) or "\t" in words or ":" in words:
            return 0
        if item.ends_sentence() or item.unmarked().endswith((",", "،", "，")) or at + 1 >= len(self.body):
            return 0
        if not (led or match or self.body[at - 1].ends_sentence() or self.body[at - 1].place == "heading"):
            return 0
        if at + 1 in starts:
            return 1
        return int(led < _STACKED and self._among_blocks(at + 1, starts, led=led + 1) > 0)

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
        return not self._has_bold() and not any(
            item.line.role in ("heading", "title") or item.line.italic > _ITALIC for item in self.body
        )

    @cached_property
    def is_tight(self) -> bool:
        """Whether a text has neither faces nor room between its paragraphs, as one taken out of a PDF."""
        numbered = [item for item in self.body if item.text[:1].isdigit() and _NUMBERED.match(item.text)]
        apart = sum(map(self.measures.stands_apart, numbered))
        return len(numbered) >= _ENOUGH and 2 * apart < len(numbered) and not self._has_bold()

    def _between(self, at: int, starts: Container[int], *, led: int = 0) -> int:
        """Return how many lines stand between the end of a sentence and a numbered paragraph.

        Without a number it is one line; below it may stand another heading, led says how many stand above.
        """
        if not at:
            return 0  # the title of a text stands above all
        item, above = self.body[at], self.body[at - 1]
        match = ENUMERATOR.match(item.text)
        words = item.text[match.end() if match else 0 :]
        if (match and not match["e"].isupper()) or not words[:1].isupper() or "\t" in words:
            return 0
        if not (led or above.ends_sentence() or above.place == "heading"):
            return 0
        end = at + 1
        if match and end not in starts and end < len(self.body) and not ENUMERATOR.match(self.body[end].text):
            end += 1
        last = self.body[end - 1]
        if len(item.text) > _LINE or last.ends_sentence() or last.unmarked().endswith((",", "，", "،")):
            return 0
        if end in starts:
            return end - at
        stacked = match and led < _STACKED and end < len(self.body)
        return end - at if stacked and self._between(end, starts, led=led + 1) else 0

    def _has_bold(self) -> bool:
        """Whether headings are set in bold; in a scan a line or two may seem so."""
        if self._bold is None:
            bold = sum(item.line.bold >= BOLD and len(item.text) > _FEW for item in self.body)
            self._bold = bold > _STRAY_BOLD * len(self.body)
        return self._bold
