"""Lines inside a paragraph: most of a text, which no rule for the beginning of anything needs to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.recitals import carries_on, opens_recital
from indexer.segment.line_starts import is_option
from indexer.segment.scopes import is_enacting

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_FACE = 0.5  # share of the characters of a line in bold or italics from which it may be a heading
_SAME_EDGE = 1.0  # points
_WORD = regex.compile(r"\p{L}\p{Ll}++(?:[\s,’'/-]|$)|\p{L}\p{Ll}{6}")
"""A word, and no roman number or letter of a list."""


def mark_inner(body: list[Item], measures: Measures) -> None:
    """Mark the lines that go on in the words of the line above, and can be nothing else.

    They begin with a word, and behind a word where it has a capital, stand right below a full line, no
    further in than that one or its words behind a number, and are set as it is, which is no face of a
    heading. Of the lines of real reports they are .54.
    """
    before: Item | None = None
    for item in body:
        item.inner = before is not None and _goes_on(before, item, measures)
        before = item


def keep_inner(body: list[Item]) -> None:
    """Take the mark from lines whose line above is none of the text, as the last row of a table."""
    above = -1
    for item in body:
        item.inner = item.inner and item.index == above + 1
        above = item.index


def _goes_on(before: Item, item: Item, measures: Measures) -> bool:
    text, line, above = item.text, item.line, before.line
    if item.gap is None or not _WORD.match(text) or item.index != before.index + 1:
        return False
    return (
        not (line.role or above.role or line.bold_lead or line.coloured)
        and line.starts_block is None
        and max(line.bold, above.bold, line.italic) < _FACE
        and (line.left < above.left + _SAME_EDGE or abs(line.left - above.text_left) < _SAME_EDGE)
        and before.is_set_in(line.size)
        and not (measures.is_larger(item) or measures.stands_apart(item))
        and measures.is_full_above(before, item)
        and (_goes_on_in_small_letters(before, text) if text[0].islower() else _goes_on_in_name(before, text))
    )


def _goes_on_in_small_letters(before: Item, text: str) -> bool:
    """Whether no recital begins, as one may behind "the lights, and"."""
    return not (carries_on(before.unmarked()) and opens_recital(text))


def _goes_on_in_name(before: Item, text: str) -> bool:
    """Whether a line with a capital goes on behind a word of running text, and opens no act or option."""
    return (
        before.unmarked()[-1:].isalpha()
        and before.is_prose()
        and not (is_enacting(text) or is_option(text))
        and not (carries_on(before.text) and opens_recital(text))
    )
