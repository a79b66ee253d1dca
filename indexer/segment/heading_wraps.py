"""Which lines make one heading that is wrapped."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from indexer.grammar.function_words import function_words
from indexer.segment.emphasis import BOLD, same_look
from indexer.segment.items import COLONS, COMMAS, FULL_STOPS, in_capitals
from indexer.segment.line_starts import CAPTION, ENUMERATOR, LABEL
from indexer.segment.parts import counts_on
from indexer.segment.scopes import is_enacting, is_label, is_part, is_symbol, read_scope

if TYPE_CHECKING:
    from collections.abc import Container

    from indexer.segment.emphasis import Emphasis
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_LAST_NUMBER = regex.compile(
    r"(?:(?:19|20)\d\d|\d{1,4}/\d{1,4}|\((?:19|20)\d\d\))(?:[-–](?:19|20)?\d\d)?\.?$|\[\d{1,3}\]$"
    r"|\((?:19|20)\d\d[-–](?:19|20)?\d\d\)$"
)  # "[161]" is an item of the agenda
_LISTED = regex.compile(r"\d[\d\s,;.–-]*(?:(?:and|et|y|и)\s[\d\s,;.–-]+)?\)?$")
"""Numbers in brackets behind the words of a heading: "56–57, 60 and 165–169)"."""
_AT_MARGIN = 3.0  # points
_SHORT = 18.0  # points: a line that leaves so much room is no full one
_SMALL_CAPITALS = 0.7  # of the size of capitals: as browsers set them
_SERIES = 3  # articles: a heading may name one or two
_LEAST = 2  # letters: "A" and "I" may be those of an annex


class HeadingWraps:
    """Follows a heading from line to line."""

    def __init__(
        self, body: list[Item], measures: Measures, emphasis: Emphasis, alone: frozenset[int]
    ) -> None:
        """Take the lines, their measures and looks, and the indexes of those that carry on no other."""
        self.body = body
        self.measures = measures
        self.emphasis = emphasis
        self.alone = alone
        self._joined: dict[int, bool] = {}

    def end(self, at: int, most: int, starts: Container[int] = ()) -> int:
        """Return the position behind the last line that goes on from here, within a number of lines."""
        end = at + 1
        while (
            end < len(self.body)
            and end - at < most
            and end not in starts
            and (self.joins(self.body[end - 1], self.body[end]) or self._lists_on(at, end))
        ):
            end += 1
        return end

    def _lists_on(self, at: int, end: int) -> bool:
        """Whether a line carries on the letters of a title: "General debate: (a) lights", "(b) lamps"."""
        item, above = self.body[end], self.body[end - 1]
        return (
            item.page == above.page
            and same_look(above, item)
            and item.gap is not None
            and item.gap <= 1.35 * item.line.size
            and any(counts_on(item.text, line.text) for line in self.body[at + 1 : end])
        )

    def joins(self, item: Item, following: Item) -> bool:
        """Whether a line of a heading goes on in the next one; the answer is kept for that."""
        joined = self._joined.get(following.index)
        if joined is None:
            joined = self._joined[following.index] = self._goes_on(item, following)
        return joined

    def _goes_on(self, item: Item, following: Item) -> bool:
        if following.page != item.page or following.line.column != item.line.column:
            return False
        if item.line.role == following.line.role == "heading" and following.line.starts_block is False:
            return following.line.level == item.line.level  # a line break in it
        if following.line.starts_block is False and self._is_in_heading(item, following):
            return True
        return (
            self._stands_below(item, following)
            and self._belongs(item, following)
            and (read_scope(item.text) is None or self._wraps_scope(item, following))
        )

    def _is_in_heading(self, item: Item, following: Item) -> bool:
        """Whether a line break stands in a heading that a file does not call one, as below "Case 5"."""
        return (
            same_look(item, following)
            and self.emphasis.is_strong(following)
            and following.index not in self.alone
            and not (item.line.role or following.line.role or read_scope(item.text) or item.ends_sentence())
        )

    def _stands_below(self, item: Item, following: Item) -> bool:
        """Whether a line stands right below another one and is set as that is."""
        if (
            item.line.role == "heading"
            or following.line.role == "heading"
            or following.index - item.index > 1
            or following.gap is None
            or _opens_act(following)
            or self._is_part(item, following)
        ):
            return False
        if self._is_far(item, following) and not (
            following.opens_lower() and (following.line.starts_block or item.ends_in(COMMAS))
        ):
            return False
        return (
            same_look(item, following)
            or _italics_run_on(item, following)
            or _small_capitals_run_on(item, following)
        )

    def _belongs(self, item: Item, following: Item) -> bool:
        """Whether a line stands out too, and does not begin another heading."""
        fresh = following.line.starts_block
        if (
            self._moves_aside(item, following)
            or following.index in self.alone
            or CAPTION.match(following.text)
            or (fresh and (_ends_in_words(item) or LABEL.match(following.text)))
            or (
                self._is_of_series(following)
                and not (_is_open(item.text) or self._names_itself(item, following))
            )
            or ((fresh or item.ends_sentence()) and read_scope(following.text))
        ):
            return False
        if ENUMERATOR.match(following.text) and (fresh or following.line.left < item.line.text_left - 4):
            return False
        capitals = in_capitals(item.text) and in_capitals(following.text)
        return self.emphasis.is_strong(following) or capitals or self._ends_in_number(item, following)

    def _is_of_series(self, item: Item) -> bool:
        """Whether a line begins with the label of one of several articles."""
        label = LABEL.match(item.text)
        return label is not None and self._labels[label["word"]] >= _SERIES

    def _names_itself(self, item: Item, following: Item) -> bool:
        """Whether a line begins with the label of the heading that it stands in: "... to reach / Goal 3"."""
        at, label = self.emphasis.places[item.index], LABEL.match(following.text)
        while at > 0 and not LABEL.match(self.body[at].text) and self.joins(*self.body[at - 1 : at + 1]):
            at -= 1
        own = LABEL.match(self.body[at].text)
        return own is not None and label is not None and own.group() == label.group()

    @cached_property
    def _labels(self) -> Counter[str]:
        """How many lines that stand out begin with the word of a label and a number, by the word."""
        labels = (
            LABEL.match(item.text) for item in self.body if not item.inner and self.emphasis.is_strong(item)
        )
        return Counter(label["word"] for label in labels if label is not None)

    def _wraps_scope(self, item: Item, following: Item) -> bool:
        """Whether "Annex to the letter dated ..." is wrapped: below "Annex II" stands its title."""
        if following.opens_lower():
            return True
        if following.line.starts_block or not read_scope(f"{item.text} {following.text}"):
            return False  # both together would open none
        near = following.gap is not None and following.gap < 1.35 * following.line.size
        return near or _is_open(item.text) or not self.measures.ended_early(item, following)

    def _is_part(self, item: Item, following: Item) -> bool:
        """Whether one of two lines is no more than "A", the letter of a part, and no end of a full line.

        In formats that flow a symbol is no part of a heading either.
        """
        if following.line.starts_block and (is_symbol(item.text) or len(item.text.strip()) == 1):
            return is_label(item.text)
        if following.line.starts_block and is_symbol(following.text):
            return True
        return is_part(following.text) and (
            self.measures.is_centred(following) or self.measures.ended_early(item, following)
        )

    def _moves_aside(self, item: Item, following: Item) -> bool:
        """Whether one of two lines is centred and the other begins at the margin, though neither is full.

        A line that ends with a colon leads to the other.
        """
        centred, other = (item, following) if self.measures.is_centred(item) else (following, item)
        return (
            self.measures.is_centred(centred)
            and abs(other.rel) < _AT_MARGIN
            and abs(following.line.left - item.line.text_left) > _AT_MARGIN  # it hangs behind a number
            and self.measures.right(other) - other.line.right > _SHORT
            and self.measures.ended_early(item, following)
            and not item.ends_in(COLONS)
        )

    def _is_far(self, item: Item, following: Item) -> bool:
        """Whether there is more room between two lines than between those of a heading."""
        usual = 1.5 * max(item.line.size, following.line.size)
        if not following.line.starts_block or LABEL.fullmatch(item.text.strip()):
            usual = max(usual, 1.1 * self._leading(item))  # where all flows, that of blocks with room between
        return following.gap is not None and following.gap > usual

    def _ends_in_number(self, item: Item, following: Item) -> bool:
        """Whether a line is a year or a number for which the line above had no room: "2026-", "2029".

        That one is full, or both stand in the middle.
        """
        text = following.text.strip()
        listed = _LISTED.match(text) is not None and (_is_open_bracket(item.text) or _is_open_list(item.text))
        if max(following.line.bold, following.line.italic) < BOLD or not (listed or _LAST_NUMBER.match(text)):
            return False
        centred = self.measures.is_centred(item) and self.measures.is_centred(following)
        return centred or not self.measures.ended_early(item, following)

    def _leading(self, item: Item) -> float:
        """Return the distance between lines of a heading: larger type is set as far apart as the text."""
        return self.measures.leading_at(item) * max(1.0, item.line.size / self.measures.size)


def _is_open(text: str) -> bool:
    """Whether a text ends with a preposition, an article or the like: what it goes with comes below."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    return len(last) >= _LEAST and any(last in words for words in function_words().values())


def _is_open_bracket(text: str) -> bool:
    """Whether a text ends inside a bracket: "Lights (recommendations 22, 27 and"."""
    return text.count("(") > text.count(")")


def _is_open_list(text: str) -> bool:
    """Whether a line of numbers goes on with a bracket from above."""
    return _LISTED.match(text.strip()) is not None and ")" not in text


def _ends_in_words(item: Item) -> bool:
    """Whether a line ends as a sentence does: what flows on below it is a paragraph of its own."""
    return item.ends_in(FULL_STOPS) and ENUMERATOR.match(f"{item.unmarked()} .") is None


def _opens_act(item: Item) -> bool:
    """Whether a line is "The General Assembly," in the look of the title above it."""
    return is_enacting(item.text) and item.ends_in(COMMAS)


def _small_capitals_run_on(item: Item, following: Item) -> bool:
    """Whether a line in small type goes on from one in larger type: it has no capital of small capitals."""
    line, other = item.line, following.line
    smaller = _SMALL_CAPITALS * line.size
    return (
        abs(other.size - smaller) < 0.8
        and following.opens_lower()
        and min(line.bold, other.bold) >= BOLD
        and line.coloured == other.coloured
    )


def _italics_run_on(item: Item, following: Item) -> bool:
    """Whether a bold line and the next one, also bold, change between upright and italics within a line."""
    line, other = item.line, following.line
    return (
        min(line.bold, other.bold) >= BOLD
        and abs(line.size - other.size) < 0.8
        and ((0 < line.italic < 1 and other.italic > 0) or (line.italic == 0 and 0 < other.italic < 1))
    )
