"""Which lines begin a block: a paragraph without number, a sub-paragraph, an item of a list."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from indexer.grammar.recitals import opens_operative, opens_recital
from indexer.segment.items import COLONS, COMMAS, has_ideographs
from indexer.segment.line_starts import MARKER, SIGNATURE, opens_with_word
from indexer.segment.titles import NAME_LENGTH
from indexer.segment.unit import STOPS

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures
    from indexer.segment.unit import Unit

_OPENING = '(“"‘«['  # may stand before the first letter of a block: "(Signed)"
_LABELLED = regex.compile(r"\S{1,9}\t|\d{1,3}[.)]\s")  # "138.2.", "(viii)"
_SAME_EDGE = 2.0  # points
_FURTHER = 8  # points: a first line that is indented
_SOME, _MOST = 12, 0.9  # paragraphs that tell how they are parted, and the share of them
_GREETING = 3  # words: "Dear Mr. President," above a letter


class BlockFinder:
    """Tells where blocks begin."""

    def __init__(self, body: list[Item], measures: Measures) -> None:
        self.body = body
        self.measures = measures

    def begins(self, at: int, before: Item | None, unit: Unit | None, *, enacted: bool) -> bool:
        """Whether a line begins a block.

        Args:
            at: Position among the body items.
            before: The line above, which may be one of a table.
            unit: What is open, None when nothing is.
            enacted: Whether a resolution has named its organ, and not begun to number.
        """
        item, measures = self.body[at], self.measures
        if item.line.starts_block is not None:
            return item.line.starts_block
        if unit is None or before is None or before.place == "table":
            return True
        if before.page != item.page or before.line.column != item.line.column:
            return self._begins_at_top(unit, before, item, enacted=enacted)
        apart = measures.stands_apart(item) and not measures.goes_on_in_large_type(before, item)
        if apart or self._is_in_sentence(unit, before, item):
            return apart and (
                not self._wraps(before, item) or (unit.recites(enacted=enacted) and opens_recital(item.text))
            )
        if item.text[:1] == "(" and SIGNATURE.match(item.text) and before.ends_sentence():
            return True
        is_marked = not opens_with_word(item.text) and MARKER.match(item.text)
        if is_marked and (measures.starts_after(self.body, at) or before.ends_sentence()):
            return True
        if unit.number is None and self._ends_short(unit, before, item, enacted=enacted):
            return True
        if item.rel - before.rel <= _FURTHER:
            return _recites_alike(item, before, unit, enacted=enacted) or _recites_anew(
                item, unit, enacted=enacted
            )
        early = measures.ended_early(before, item)
        if _hangs_below(before, item):
            return early and before.ends_sentence()
        if not before.ends_sentence():
            # nothing but its indent may part a preambular paragraph from a full line
            recites = unit.recites(enacted=enacted) and opens_recital(item.text)
            return recites or (early and _is_title(unit, before, item))
        # a title may have a colon where a hanging line ends
        return early or not before.ends_in(COLONS)

    def _begins_at_top(self, unit: Unit, before: Item, item: Item, *, enacted: bool) -> bool:
        """Whether the first line of a page or column begins a block."""
        recites = unit.recites(enacted=enacted)
        opens = not item.opens_lower() or (recites and opens_recital(item.text))
        ended = recites or before.ends_sentence()
        marker = MARKER.match(item.text)
        if unit.number is None and item.text[:1].isupper() and self._ended(unit, before, item):
            return True
        if _recites_anew(item, unit, enacted=enacted):
            return True
        further = item.rel - before.rel > _FURTHER
        if not opens or not ended:
            return marker is not None and (
                further or unit.lists_at(item.rel) or not item.opens_lower(marker.end() if ended else 0)
            )
        resized = not item.is_set_in(before.line.size)
        return marker is not None or further or resized or self._ended(unit, before, item)

    def _ended(self, unit: Unit, before: Item, item: Item) -> bool:
        """Whether the last line of a page or column ended early, and not as lines of ragged text do.

        The month and the year of a date may be kept together: "of 22 / June 2020".
        """
        ragged = self._is_ragged and self.measures.may_wrap(before, item)
        words = 2 if unit.first is not before and before.unmarked()[-1:].isdigit() else 1
        return self.measures.ended_early(before, item, words=words) and not ragged

    def _wraps(self, before: Item, item: Item) -> bool:
        """Whether a sentence runs on from a full line in one of small letters below: both are set wide.

        Ideographs have none: there the full line ends with a word instead.
        """
        inside = has_ideographs(before.text) and before.unmarked()[-1:].isalnum()
        return (
            (inside or item.opens_lower())
            and not before.ends_sentence()
            and not MARKER.match(item.text)
            and (abs(item.rel - before.rel) < _FURTHER or _hangs_below(before, item))
            and not self.measures.ended_early(before, item)
        )

    def _is_in_sentence(self, unit: Unit, before: Item, item: Item) -> bool:
        """Whether a line only happens to begin with a letter in brackets, which stands in a sentence.

        It begins where the line above does, which had no room for the letter and the word behind it.
        """
        if item.text[:1] != "(" or not self.measures.paged:
            return False  # most lines
        marker = MARKER.match(item.text)
        return (
            marker is not None
            and "\t" not in marker[0]
            and abs(item.rel - before.rel) < 1
            and not unit.lists_at(item.rel)
            and not self.measures.ended_early(before, item, words=2)
        )

    def _ends_short(self, unit: Unit, before: Item, item: Item, *, enacted: bool) -> bool:
        """Whether a line ends a block that nothing else parts from the next: short, a stop, then a capital.

        After a comma, the next block begins with the word with which this one does: "Whereas ..., Whereas",
        or this one is preambular, or no more than "Excellency,".
        """
        if not self.measures.paged:
            return False  # lines of plain text end where their writer liked
        if self.measures.is_short_above_full(before, item):
            return True
        stop = before.unmarked().rstrip()[-1:]
        recites = unit.recites(enacted=enacted)  # so it may also end with "and"
        opens = stop in STOPS and item.text.lstrip(_OPENING)[:1].isalpha() and not item.opens_lower()
        if not (opens or (recites and opens_recital(item.text))):
            return False
        greets = unit.first is before and before.text.count(" ") < _GREETING
        if stop in COMMAS and not (recites or greets or unit.begins_like(item)):
            return False
        if self._is_ragged and self._parts_paragraphs and self.measures.may_wrap(before, item):
            return False
        # a comma and a name ("Lima, / Bogota") may stand in a recital, with a mark that took its room
        sure = stop not in COMMAS or opens_recital(item.text) or opens_operative(item.text)
        return self.measures.ended_early(before, item, words=1 if sure else 2)

    @cached_property
    def _is_ragged(self) -> bool:
        """Whether the lines of a paragraph end at different places, since they are not justified."""
        measures = self.measures
        ends = [
            measures.right(before) - before.line.right > measures.size / 2
            for before, item in pairwise(self.body)
            if item.gap is not None and item.opens_lower() and before.is_prose() and item.is_prose()
        ]
        return measures.paged and 2 * sum(ends) > len(ends)

    @cached_property
    def _parts_paragraphs(self) -> bool:
        """Whether paragraphs stand apart: hardly one begins right below a line that was ended on purpose."""
        measures = self.measures
        begins = [
            measures.stands_apart(item)
            for before, item in pairwise(self.body)
            if item.gap is not None
            and measures.is_body_size(item)
            and measures.is_body_size(before)
            and before.ends_sentence()
            and item.text[:1].isupper()
            and not (measures.may_wrap(before, item) or MARKER.match(item.text))
        ]
        return len(begins) >= _SOME and sum(begins) >= _MOST * len(begins)

    def is_named(self, before: Item | None, item: Item) -> bool:
        """Whether a paragraph of a file without pages has its name in a line of its own above it."""
        if self.measures.paged or item.line.starts_block is not False:
            return False
        return before is not None and len(before.text) <= NAME_LENGTH < len(item.text)


def _recites_alike(item: Item, before: Item, unit: Unit, *, enacted: bool) -> bool:
    """Whether two preambular paragraphs follow each other, each with its first line set in.

    The one above has no other line, and the words of this one might go on with it, as they do behind "and".
    """
    return (
        (before.ends_in(COMMAS) or not item.opens_lower())
        and before is unit.first
        and item.rel > _FURTHER
        and abs(item.rel - before.rel) < _SAME_EDGE
        and unit.recites(enacted=enacted)
        and opens_recital(item.text)
    )


def _recites_anew(item: Item, unit: Unit, *, enacted: bool) -> bool:
    """Whether a preambular paragraph begins where the one above began: a capital follows its comma.

    At the top of a page a letter of a script without capitals does as well; the margin may be another there.
    """
    first = item.text.lstrip(_OPENING)[:1]
    moved = min(abs(item.rel - unit.first.rel), abs(item.line.left - unit.first.line.left))
    return (
        (first.isupper() or (first.isalpha() and not first.islower() and item.page != unit.last.page))
        and moved < _SAME_EDGE
        and unit.recites(enacted=enacted)
        and opens_recital(item.text)
    )


def _hangs_below(before: Item, item: Item) -> bool:
    """Whether a line begins where the words do behind the number, letter or bullet of the line above."""
    if abs(item.line.left - before.line.text_left) >= _SAME_EDGE:
        return False
    return bool(_LABELLED.match(before.text) or MARKER.match(before.text))


def _is_title(unit: Unit, before: Item, item: Item) -> bool:
    """Whether a short line at the margin is no part of the sentence that begins indented below."""
    return (
        unit.number is None
        and unit.first is before
        and abs(before.rel) < 4
        and not before.text.endswith((*COMMAS, "-"))
        and item.text[:1].isupper()
    )
