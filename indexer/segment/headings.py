"""Which lines are headings, by how they are set and where they stand."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from indexer.segment.act_headings import find_parts, opens_act, title_of_act
from indexer.segment.emphasis import BOLD, Emphasis, same_look
from indexer.segment.heading_ranks import FIRST, NO_NUMBER, look_of, rank_of
from indexer.segment.heading_words import announces, are_of_heading, has_stop, is_sentence
from indexer.segment.heading_wraps import HeadingWraps
from indexer.segment.items import COLONS, in_capitals
from indexer.segment.line_starts import CHAPTER, ENUMERATOR, LABEL, is_option
from indexer.segment.meetings import names_meeting
from indexer.segment.page_edges import mask
from indexer.segment.plain_headings import PlainHeadings, heads_number
from indexer.segment.run_ons import (
    goes_on_from,
    heads_quotation,
    is_below_bold,
    is_entry,
    runs_on,
    signs,
)
from indexer.segment.worded_headings import find_worded

if TYPE_CHECKING:
    from collections.abc import Container

    from indexer.segment.heading_ranks import Look, Series
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_WRAPPED = 4  # lines: the heading of an agenda item may have more, a number in front of it seldom
_LONGEST = 8  # lines
_SAME_EDGE = 2.0  # points
_TITLE = 3  # lines: the title of an article has no more


class HeadingFinder:
    """Tells headings from text."""

    def __init__(
        self, body: list[Item], measures: Measures, underlined: frozenset[int] = frozenset()
    ) -> None:
        """Take the lines, their measures, and the indexes of those that are underlined as a whole."""
        self.body = body
        self.measures = measures
        self.emphasis = Emphasis(body, measures, underlined)
        self.parts = find_parts(body)
        self.worded = find_worded(body, measures) | self.parts
        alone = frozenset(body[at].index for at in self.worded)
        self.wraps = HeadingWraps(body, measures, self.emphasis, alone)
        self.plain = PlainHeadings(body, measures, underlined)
        self._quoted: set[int] = set()

    @cached_property
    def above_numbers(self) -> frozenset[Look]:
        """How headings without number are set that number what is below them anew: "THE LAW" above "I.".

        They are in capitals, right above a first number that is not the first one and is set as they are.
        """
        seen: set[tuple[int, Look]] = set()
        found: set[Look] = set()
        for at, item in enumerate(self.body):
            if item.text[:1] not in "IA1":
                continue  # most lines
            if not (FIRST.match(item.text) and ENUMERATOR.match(item.text) and in_capitals(item.text)):
                continue
            kind = rank_of(item.text, ()), look_of(item)
            above = self.body[at - 1]
            if kind in seen and look_of(above) == kind[1] and rank_of(above.text, ()) == NO_NUMBER:
                found |= {kind[1]} if self.looks(at) and self.looks(at - 1) else set()
            seen.add(kind)
        return frozenset(found)

    def series_behind(self, item: Item) -> frozenset[Series]:
        """Return how labels are set that count on behind a line, as "Article 3" behind one below "Article 2".

        A heading without number that is set alike stands below the article, unless such headings stand above
        the first of them: "Monday, 9 June" above "Item 1".
        """
        return frozenset(one for one, last in self._series.items() if item.index < last)

    @cached_property
    def _series(self) -> dict[Series, int]:
        """How the labels of each series are set, and the index of the last one."""
        found: dict[Series, list[int]] = {}
        begun: set[Look] = set()
        mixed: set[Look] = set()
        before = -_WRAPPED
        for at, item in enumerate(self.body):
            if item.inner or not (self.emphasis.is_strong(item) and self.looks(at)):
                continue
            wrapped, before = item.index == before + 1, item.index
            look, word = look_of(item), self._word_of_series(item)
            if word:
                found.setdefault((word, look), []).append(item.index)
            elif rank_of(item.text, ()) != NO_NUMBER:
                begun.clear()
                continue
            elif look not in begun and not wrapped:
                mixed.add(look)
            begun.add(look)
        return {one: places[-1] for one, places in found.items() if len(places) > 1 and one[1] not in mixed}

    def _word_of_series(self, item: Item) -> str:
        """Return what headings of a series begin with: "Article", or all words, where those count on."""
        label = LABEL.match(item.text)
        if label is not None:
            return label["word"]
        plain = rank_of(item.text, ()) == NO_NUMBER and not item.text[:1].isdigit()
        return mask(item.text) if plain and self.recurs(item) else ""

    def recurs(self, item: Item) -> bool:
        """Whether a heading comes again with another number: "Reply to question 1", "Reply to question 2"."""
        return any(map(str.isdigit, item.text)) and self._masked[mask(item.text)] > 1

    @cached_property
    def _masked(self) -> Counter[str]:
        """How often lines that stand out come with other numbers."""
        return Counter(
            mask(item.text) for item in self.body if not item.inner and self.emphasis.is_strong(item)
        )

    def looks(self, at: int) -> bool:
        """Whether one line taken alone could be a heading.

        Used to tell heading numbers from paragraph numbers.
        """
        item = self.body[at]
        if item.line.role == "heading" or at in self.worded or self.plain.is_numbered(at):
            return True
        if not self.emphasis.is_strong(item) or len(item.text) > 160 or opens_act(item, self.measures):
            return False
        following = self.body[at + 1] if at + 1 < len(self.body) else None
        text = item.text.strip()
        if is_sentence(text, item) and not self.measures.is_larger(item):
            return item.ends_in(COLONS) and self._is_wrapped(at)
        if following is None or following.page != item.page:
            return following is None or not self._ends_in_sentence(at)
        if (following.gap or 0.0) > 1.35 * self.measures.leading_at(item):
            return True
        early = self.measures.ended_early(item, following)
        if same_look(item, following):
            return early or self._is_wrapped(at)
        plain_end = BOLD <= item.line.bold < 1.0 and not early  # a sentence begins there
        return not (plain_end or runs_on(self.body, at, at + 1, self.measures))

    def _ends_in_sentence(self, at: int) -> bool:
        """Whether a line goes on over a page end, in lines set alike that end as a sentence does."""
        last = at
        for below in range(at + 1, min(at + _WRAPPED, len(self.body))):
            if not same_look(self.body[last], self.body[below]) or self.measures.ended_early(
                self.body[last], self.body[below]
            ):
                break
            last = below
        return last > at and self.body[last].ends_sentence()

    def _is_wrapped(self, at: int) -> bool:
        """Whether a full line goes on in lines of the same look that end as a heading does.

        A full one at the foot of a page goes on at the top of the next.
        """
        end = self.wraps.end(at, _WRAPPED)
        last = self.body[end - 1]
        below = self.body[end] if end < len(self.body) else None
        return (
            1 < end - at < _WRAPPED
            and not has_stop(last.text.strip())
            and not runs_on(self.body, at, end, self.measures)
            and (
                below is None
                or not same_look(last, below)
                or not self.emphasis.is_strong(below)
                or (below.page != last.page and self.measures.ended_early(last, below))
            )
        )

    def may_head(self, at: int) -> bool:
        """Whether a heading may begin with a line, which may be wrapped."""
        item = self.body[at]
        if not self.emphasis.is_strong(item):
            return False  # most lines
        above = self.body[at - 1] if at else None
        fresh = above is None or above.page != item.page or not self.wraps.joins(above, item)
        return fresh or self.looks(at)

    def extent(self, at: int, starts: Container[int], open_line: Item | None) -> int:
        """Return how many lines from here make one heading, 0 when none begins here.

        Args:
            at: Position among the body items.
            starts: Positions where numbered units begin.
            open_line: Last line of the unit that is open, None when none is.
        """
        if at in starts or at in self._quoted:
            return 0
        lines = self._extent(at, starts, open_line) or int(at in self.worded) or self._title_of_worded(at)
        if not lines or open_line is None:
            return lines
        end = at + lines
        while end < len(self.body) and end - at < _LONGEST and self.emphasis.is_strong(self.body[end]):
            end += 1  # the title of an article that is quoted stands below its number
        if heads_quotation(self.body, at, end, open_line, self.measures):
            self._quoted.update(range(at, end))
            return 0
        return lines

    def _title_of_worded(self, at: int) -> int:
        """Return how many plain lines from here are the title right below "Article 5", centred as that is.

        Or below "Chapter I", which needs no other to be one.
        """
        above = self.body[at - 1] if at else None
        if above is None or not (at - 1 in self.worded or CHAPTER.fullmatch(above.text.strip())):
            return 0
        if not self.measures.is_centred(above):
            return 0
        end = at
        while end < len(self.body) and self.measures.is_centred(self.body[end]):
            if end > at and self.emphasis.is_strong(self.body[end]):
                break  # a heading of its own
            if end - at == _TITLE or self.body[end].ends_sentence():
                return 0
            end += 1
        if not at < end < len(self.body):
            return 0
        # a paragraph that begins further in may end its lines as far from the other margin
        goes_on = abs(self.body[end].line.left - self.body[at].line.left) < _SAME_EDGE
        return 0 if goes_on or self.measures.opens_block(*self.body[end - 1 : end + 1]) else end - at

    def _extent(self, at: int, starts: Container[int], open_line: Item | None) -> int:
        """Return how many lines from here make one heading by how they are set and where they stand."""
        item, body = self.body[at], self.body
        above_act = title_of_act(body, at, self.measures)
        if above_act:
            return above_act
        if opens_act(item, self.measures) or names_meeting(item.text):
            return 0
        if is_option(item.text) and (at + 1 in starts or self.measures.is_beside_text(item)):
            return 1
        if not self.emphasis.is_strong(item):
            return self.plain.extent(at, starts)
        if is_below_bold(body, at, self.measures):
            return 0
        if not self.measures.starts_after(body, at) and not (
            open_line is not None and not same_look(open_line, item)
        ):
            return 0
        if any(told(item, open_line, self.measures) for told in (goes_on_from, signs, is_entry)):
            return 0
        end = self.wraps.end(at, _LONGEST, starts)
        long = item.line.bold >= BOLD and (end in starts or self.measures.is_larger(item))
        leads = (end in starts and heads_number(body, at, end, open_line)) or (
            end - at == 1 and end < len(body) and announces(item, body[end], self.measures)
        )
        if (
            self._is_small_print(at, end)
            or self._is_paragraph(at, end)
            or runs_on(body, at, end, self.measures)
            or not (are_of_heading(body[at:end], self.measures, is_long=long) or leads)
        ):
            return 0
        return max(end - at, self.plain.extent(at, starts))

    def _is_small_print(self, at: int, end: int) -> bool:
        """Whether small lines that are not bold stand right above others, as mottos do."""
        item, below = self.body[at], self.body[end] if end < len(self.body) else None
        return (
            below is not None
            and item.line.role != "heading"
            and item.line.bold < 0.5
            and self.measures.is_smaller(item)
            and self.measures.is_smaller(below)
            and not self.measures.stands_apart(below)
        )

    def _is_paragraph(self, at: int, end: int) -> bool:
        """Whether lines in larger type go on in more than a heading has, as what leads in a chapter does.

        Its last line may be no more than "2008.", and it may end a sentence in the next column.
        """
        if end == len(self.body):
            return False
        last, below = self.body[end - 1 : end + 1]
        if end - at == _LONGEST and self.wraps.joins(last, below):
            return True
        if self._is_torn(last, below):
            return self.body[self.wraps.end(end, _LONGEST) - 1].ends_sentence()
        return below.ends_sentence() and self.measures.goes_on_in_large_type(last, below)

    def _is_torn(self, last: Item, below: Item) -> bool:
        """Whether large type goes on in the next column or on the next page."""
        moved = (below.page, below.line.column) != (last.page, last.line.column)
        return moved and self.measures.is_larger(last) and same_look(last, below)
