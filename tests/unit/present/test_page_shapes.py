"""What is drawn over a page: which boxes, how they are labelled, and what the lines outside are called."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from indexer.model import Footnote, Heading, Kind, Line, Page
from indexer.present.page_shapes import ASIDE, LOOKS, page_shapes
from tests.unit.present.made import make_document, make_record


def line(text: str, top: float, left: float = 100, right: float = 300, column: int = 0) -> Line:
    return Line(text=text, left=left, right=right, top=top, bottom=top + 10, size=12, column=column)


def page(*lines: Line) -> Page:
    return Page(number=2, width=400, height=600, lines=lines)


def test_every_kind_has_a_look() -> None:
    assert set(LOOKS) == set(get_args(Kind))


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"address": "p10", "number": "10"}, "p10"),
        ({"address": "p138.2", "number": "138.2"}, "p138.2"),
        ({"address": "p99.27", "number": "27"}, "p99.27"),
        ({"address": "p10bis", "number": "10 bis"}, "p10bis"),
        ({"address": "annex-I.p3", "number": "3"}, "annex-I.p3"),
        ({"address": "s2.p1", "number": "I"}, "s2.p1 (I)"),
        ({"address": "p10", "number": "١٠"}, "p10"),
        ({"address": "t4", "number": None}, "t4"),
        ({"address": "p26", "number": "25", "number_inferred": "26"}, "p26 (printed 25)"),
        ({"address": "p26", "number": None, "number_inferred": "26"}, "p26 (no number)"),
        ({"address": "p26", "number": "26", "number_inferred": "26"}, "p26 (inferred)"),
        ({"address": "p10", "number": "10", "page": 1}, "... p10"),
        ({"address": "p10", "number": "10", "page_end": 3}, "p10 ..."),
        ({"address": "p10", "number": "10", "page": 1, "page_end": 3}, "... p10 ..."),
    ],
)
def test_labels(changes: dict[str, Any], label: str) -> None:
    fields = {"page": 2, "page_end": 2, "boxes": ((2, 1.0, 2.0, 3.0, 4.0),), **changes}
    (shape,) = page_shapes(page(), make_document(make_record(**fields)))
    assert (shape.label, shape.left, shape.top, shape.right, shape.bottom) == (label, 1, 2, 3, 4)


def test_boxes_of_the_page_alone() -> None:
    boxes = ((1, 0.0, 0.0, 9.0, 9.0), (2, 1.0, 1.0, 9.0, 9.0), (2, 20.0, 1.0, 29.0, 9.0))
    shapes = page_shapes(page(), make_document(make_record(boxes=boxes, kind="item")))
    assert [(shape.left, shape.look) for shape in shapes] == [
        (1, "recommendation, item"),
        (20, "recommendation, item"),
    ]


def test_lines_in_no_record() -> None:
    record = make_record(
        page=2,
        page_end=2,
        boxes=((2, 90.0, 100.0, 310.0, 160.0),),
        footnotes=(Footnote(mark="3", text="See A/1/3, chap. I, and what follows there.", page=2),),
    )
    lines = (
        line("A/1/2", 20),
        line("page 2", 32),
        line("II. Work of the", 70),
        line("Office", 82),
        line("10. The words of a record", 105),
        line("II. Work of the", 130),
        line("3 See A/1/3, chap. I,", 400),
        line("and what fol-", 412),
        line("Something else", 500),
        line("___", 550),
    )
    parsed = make_document(
        record,
        headings=(Heading(text="II. Work of the Office", page=2, level=0, before=1),),
        furniture=("A/1/2", "page\t2"),
    )
    asides = [shape for shape in page_shapes(page(*lines), parsed) if shape.look == ASIDE]
    assert [(shape.label, shape.top, shape.bottom) for shape in asides] == [
        ("furniture", 20, 45),
        ("heading", 70, 95),
        ("note", 400, 425),
        ("", 500, 513),
        ("", 550, 563),
    ]


def test_columns_are_boxes_of_their_own() -> None:
    lines = (line("One", 20, 10, 90, 1), line("Two", 32, 10, 95, 1), line("Three", 32, 110, 190, 2))
    shapes = page_shapes(page(*lines), make_document())
    assert [(shape.left, shape.top, shape.right) for shape in shapes] == [(10, 20, 95), (110, 32, 190)]
