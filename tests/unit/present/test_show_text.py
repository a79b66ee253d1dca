from __future__ import annotations

import pytest

from indexer.model import Footnote, Part, Reference
from indexer.present import PLAIN, Style, shown_text
from tests.unit.present.made import TEXT, make_record, make_shown


def part(address: str, start: str, end: str = "") -> Part:
    """A part from where one piece of text begins to where another begins."""
    return Part(address=address, start=TEXT.index(start), end=TEXT.index(end) if end else len(TEXT))


PARTS = (
    part("p3.a", "(a)", "(b)"),
    part("p3.a.i", "(i)", "(ii)"),
    part("p3.a.ii", "(ii)", "(b)"),
    part("p3.b", "(b)"),
)


def test_whole_paragraph() -> None:
    record = make_record(
        parts=PARTS,
        footnotes=(Footnote(mark="1", text="See the\nalmanac."),),
        references=(
            Reference(citation="A/1/2, para. 4", target="A/1/2", address="p4", start=0, end=4),
            Reference(citation="A/1/2, para. 4", target="A/1/2", address="p4", start=9, end=14),
        ),
    )
    assert list(shown_text(make_shown(record), PLAIN)) == [
        "A/HRC/901/7, para. 3",
        "page 4 · II. Ports > A. Lights",
        "",
        "3. Each harbour:",
        "    (a) keeps a light, and",
        "        (i) trims it;",
        "        (ii) paints it;",
        "    (b) rings a bell.",
        "",
        "  1  See the almanac.",
        "",
        "Cites: A/1/2, para. 4",
    ]


def test_only_a_part_with_what_leads_to_it() -> None:
    lines = list(shown_text(make_shown(make_record(parts=PARTS), parts=("p3.a.ii",)), PLAIN))
    assert lines[3:] == [
        "3. Each harbour:",
        "    (a) keeps a light, and",
        "    …",
        "        (ii) paints it;",
        "    …",
    ]


def test_pages_in_words() -> None:
    for facts, words in (
        ({"page": 4, "page_end": 4, "page_label": "4"}, "page 4"),
        ({"page": 4, "page_end": 5, "page_label": None}, "pages 4-5"),
        ({"page": 6, "page_end": 6, "page_label": "4"}, "page 6 (printed 4)"),
    ):
        assert list(shown_text(make_shown(make_record(section=(), **facts)), PLAIN))[1] == words
    nowhere = make_record(section=(), page=None, page_end=None)
    assert list(shown_text(make_shown(nowhere), PLAIN))[1] == ""


def test_context_is_weaker_and_records_are_apart() -> None:
    shown = make_shown(make_record(), make_record(number="4"), wanted=(True, False))
    lines = list(shown_text(shown, Style(color=True)))
    at = lines.index("")
    assert "" in lines[at + 1 :]
    assert lines[0] == "\x1b[1mA/HRC/901/7, para. 3\x1b[0m"
    assert any(line.startswith("\x1b[2m4. Each") for line in lines)


def test_wrapped_to_the_width() -> None:
    lines = list(shown_text(make_shown(make_record(parts=PARTS, text=TEXT)), Style(width=30)))
    assert max(map(len, lines)) <= 30


def test_number_and_steering_characters() -> None:
    unnumbered = make_record(number=None, kind="text", text="A line.\x1b[31m\nAnother.")
    lines = list(shown_text(make_shown(unnumbered), PLAIN))
    assert lines[3:] == ["A line. [31m", "Another."]


@pytest.mark.parametrize("width", [None, 40])
def test_rows_of_a_table_are_lines_with_signs_between_cells(width: int | None) -> None:
    text = "\tBefore\tSince\nCoast\t1 204\t311 893\nIslands\t\t290"
    record = make_record(kind="table", number=None, address="tab1", text=text, parts=())
    lines = list(shown_text(make_shown(record), Style(width=width)))
    assert lines[-3:] == ["| Before | Since", "Coast | 1 204 | 311 893", "Islands |  | 290"]


@pytest.mark.parametrize(
    ("notes", "text"),
    [
        ({"12": 12}, "Each harbour¹² keeps a light."),
        ({"1": 12, "2": 12}, "Each harbour¹ ² keeps a light."),
        ({"*": 12, "a": 27}, "Each harbour* keeps a light.[a]"),
        ({"1": None, "": 12}, "Each harbour keeps a light."),
    ],
)
def test_marks_of_notes_stand_where_they_are_printed(notes: dict[str, int | None], text: str) -> None:
    footnotes = tuple(Footnote(mark=mark, text="See below.", at=at) for mark, at in notes.items())
    record = make_record(text="Each harbour keeps a light.", footnotes=footnotes)
    assert f"3. {text}" in list(shown_text(make_shown(record), PLAIN))


def test_marks_stand_in_the_sub_paragraph_that_is_asked_for() -> None:
    text = "Each harbour: (a) keeps a light; (b) rings a bell."
    parts = (Part(address="p3.a", start=14, end=32), Part(address="p3.b", start=33, end=50))
    record = make_record(text=text, parts=parts, footnotes=(Footnote(mark="7", text="See below.", at=31),))
    lines = list(shown_text(make_shown(record, parts=("p3.a",)), PLAIN))
    assert "    (a) keeps a light⁷;" in lines
