"""Lines inside a paragraph are told once, and what may begin anything is none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from indexer.segment.inner_lines import keep_inner, mark_inner
from indexer.segment.items import set_gaps
from tests.unit.segment.pages import FILL, LEFT, RIGHT, TAB, Report

if TYPE_CHECKING:
    from indexer.segment.items import Item

FULL = "In the morning the keepers of the lights on the northern coast of the sea report that"
LOWER = "the oil of the lamps is low."


def pair(above: str, below: str, *, first: dict[str, Any], second: dict[str, Any]) -> Item:
    """Return the second of two lines below some text, each full and plain but for what is said of it."""
    report = Report().text(f"{FULL} {FILL}, and {FILL}, and {FILL}, and {FILL}, and {FILL}, and {FILL}.")
    report.place(above, LEFT, 500.0, right=RIGHT).place(below, LEFT, 512.0, right=RIGHT)
    items, measures = report.items()
    for item, look in zip(items[-2:], (first, second), strict=True):
        item.line = msgspec.structs.replace(item.line, **look)
        item.rel = item.line.left - LEFT
    set_gaps(items)
    mark_inner(items, measures)
    return items[-1]


@pytest.mark.parametrize(
    ("above", "below", "first", "second"),
    [
        (FULL, LOWER, {}, {}),
        (FULL, "oil, and the lamps are low.", {}, {}),
        (FULL, "Buoys and lamps are low.", {}, {}),  # a name
        (FULL + ",", "and so the lamps are low.", {}, {}),
        (f"12.\t{FULL}", LOWER, {"text_left": LEFT + TAB}, {}),
        (f"(a)\t{FULL}", LOWER, {"text_left": LEFT + TAB}, {"left": LEFT + TAB}),  # hangs below its letter
    ],
)
def test_lines_that_go_on_are_inner(
    above: str, below: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert pair(above, below, first=first, second=second).inner


@pytest.mark.parametrize(
    ("above", "below", "first", "second"),
    [
        ("The lamps.", "the oil is low.", {"right": LEFT + 60.0}, {}),  # ended on purpose
        (FULL, LOWER, {}, {"bottom": 540.0}),  # stands apart
        (FULL, LOWER, {}, {"left": LEFT + TAB}),  # set in
        (FULL, LOWER, {}, {"size": 12.0}),
        (FULL, LOWER, {}, {"bold": 1.0}),
        (FULL, LOWER, {}, {"italic": 1.0}),
        (FULL, LOWER, {"bold": 1.0}, {}),
        (FULL, LOWER, {}, {"bold_lead": 9}),  # a speaker
        (FULL, LOWER, {}, {"role": "row"}),
        (FULL, "(a) the oil is low.", {}, {}),
        (FULL, "iii. the oil is low.", {}, {}),
        (FULL, "II. The oil is low.", {}, {}),
        (FULL, "a lamp is low.", {}, {}),  # may be a letter of a list
        (FULL, "12. The oil is low.", {}, {}),
        (FULL, "ANNEX", {}, {}),
        (FULL + ".", "The oil is low.", {}, {}),
        (FULL + ",", "Noting that the oil is low,", {}, {}),
        (FULL + ",", "noting that the oil is low,", {}, {}),
        (FULL + ", and", "Noting that the oil is low,", {}, {}),
        (FULL + ", and", "noting that the oil is low,", {}, {}),
        (FULL + ",a", "Noting that the oil is low,", {"raised": ((len(FULL) + 1, len(FULL) + 2),)}, {}),
        (FULL, "Buoys and lamps", {"coloured": True}, {"coloured": True}),
        (FULL, "The General Assembly,", {}, {}),
        (FULL, "Option 2", {}, {}),
    ],
)
def test_lines_that_may_begin_something_are_not(
    above: str, below: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert not pair(above, below, first=first, second=second).inner


def test_a_line_whose_line_above_is_no_text_is_not_inner() -> None:
    """As below the last row of a table, or behind a running head that is taken out."""
    report = Report().text(f"{FULL} {FILL}, and {FILL}, and {FILL}, and {FILL}, and {FILL}.")
    items, measures = report.items()
    mark_inner(items, measures)
    assert [item.inner for item in items[1:4]] == [True] * 3
    text = [items[0], *items[2:]]
    set_gaps(text)
    keep_inner(text)
    assert [item.inner for item in text[1:3]] == [False, True]
