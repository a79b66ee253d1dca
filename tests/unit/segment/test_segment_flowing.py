"""Formats that flow say where paragraphs begin, and each of their headings is one line, however long."""

from __future__ import annotations

from typing import Any

import pytest

from indexer.segment.emphasis import Emphasis
from indexer.segment.heading_wraps import HeadingWraps
from indexer.segment.items import read_items
from indexer.segment.measures import Measures
from indexer.segment.run_ons import goes_on_from
from tests.unit.segment.pages import FILL, LEFT, Report, blocks, lines_of

TEXT = f"In the morning {FILL}, and in the afternoon {FILL} again."
SHORT = "The members of the group heard what the States had done."
LONG = "The keeping of lights on the islands and on the coast: the pilots of remote harbours, the buoys, "
LONG += "and the weather services"


def read(*texts: tuple[str, dict[str, Any]]) -> list[tuple[str | None, str, tuple[str, ...]]]:
    """Numbers, first words and sections of what is read of blocks one below the other."""
    return [(record.number, record.text[:14], record.section) for record in blocks(*texts).records]


def test_a_line_break_in_a_heading_ends_nothing() -> None:
    style = {"role": "heading", "level": 2}
    found = read(
        ("Lights of the northern coast", style),
        ("and of its islands", style | {"starts_block": False}),
        (f"1.\t{TEXT}", {}),
        ("Foghorns", style),
        (f"2.\t{TEXT}", {}),
    )
    assert [section for _, _, section in found] == [
        ("Lights of the northern coast and of its islands",),
        ("Foghorns",),
    ]


@pytest.mark.parametrize(
    "look", [{"role": "heading", "level": 1}, {"bold": 1.0}, {"italic": 1.0}], ids=["style", "bold", "italic"]
)
@pytest.mark.parametrize("title", ["II. Lights", f"II. {LONG}"], ids=["short", "of two rows"])
def test_a_heading_ends_a_list_above_it(title: str, look: dict[str, Any]) -> None:
    found = read(
        ("I. Harbours", look),
        *((f"{number}.\t{SHORT}", {}) for number in range(1, 8)),
        (f"8.\t{TEXT[:-1]}:", {}),
        (f"1.\t{TEXT}", {"left": LEFT + 36}),
        (f"2.\t{TEXT}", {"left": LEFT + 36}),
        (title, look),
        (f"9.\t{TEXT}", {}),
        *((f"{number}.\t{SHORT}", {}) for number in range(10, 12)),
    )
    assert [number for number, _, _ in found] == [*map(str, range(1, 9)), "1", "2", "9", "10", "11"]
    assert [section for _, _, section in found] == [("I. Harbours",)] * 10 + [(title,)] * 3


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Annex", "Lights of the coast", False),
        ("12 May 2009", "79/12. Lights of the coast", False),
        ("Annex to the letter dated 12 May 2009 from the keepers of all of the lights", "Lights", False),
        ("Annex to the letter dated 12 May 2009 from the keepers", "of the lights", True),
        ("Lights of the coast", "Lights of the islands", True),
    ],
)
def test_an_annex_or_act_is_a_heading_of_its_own(first: str, second: str, *, joined: bool) -> None:
    items = lines_of(first, second, starts_block=True, bold=1.0)
    _, measures = Report().paragraphs(1, 3).items()
    wraps = HeadingWraps(items, measures, Emphasis(items, measures, frozenset()), frozenset())
    assert wraps.joins(*items) is joined


def test_a_heading_in_italics_may_stand_right_below_a_paragraph() -> None:
    found = read(
        ("I. Harbours", {"bold": 1.0}),
        *((f"{number}.\t{SHORT}", {}) for number in range(1, 8)),
        ("A. Lights", {"italic": 1.0}),
        (f"8.\t{TEXT}", {}),
    )
    assert found[-1] == ("8", TEXT[:14], ("I. Harbours", "A. Lights"))


def test_a_heading_in_italics_may_stand_right_below_one_in_bold() -> None:
    found = read(
        ("Harbours", {"bold": 1.0}),
        *((f"{number}.\t{SHORT}", {}) for number in range(1, 4)),
        ("Lights", {"bold": 1.0}),
        ("Lamps and their keepers", {"italic": 1.0}),
        (f"4.\t{TEXT}", {}),
    )
    assert found[-1] == ("4", TEXT[:14], ("Lights", "Lamps and their keepers"))


@pytest.mark.parametrize(
    ("above", "size", "found"),
    [
        ("A. Harbours", 12.0, ("A. Harbours Lights of the coast",)),
        ("A. Harbours", 10.0, ("A. Harbours", "Lights of the coast")),
        ("Programme 2", 10.0, ("Programme 2 Lights of the coast",)),
    ],
)
def test_bold_headings_with_room_between_are_two_but_below_a_label(
    above: str, size: float, found: tuple[str, ...]
) -> None:
    bold = {"bold": 1.0, "size": size}
    records = read(
        *((f"{number}.\t{SHORT}", {}) for number in range(1, 7)),
        (above, bold),
        ("Lights of the coast", bold),
        (f"7.\t{TEXT}", {}),
    )
    assert records[-1] == ("7", TEXT[:14], found)


def test_a_sentence_in_italics_is_no_part_of_the_heading_below_it() -> None:
    italic = {"italic": 1.0}
    found = read(
        ("I. Harbours", italic),
        *((f"{number}.\t{SHORT}", {}) for number in range(1, 4)),
        ("It was so decided.", italic),
        ("Lights", italic),
        (f"4.\t{TEXT}", {}),
    )
    assert found[-1][2][-1] == "Lights"


def test_a_heading_does_not_take_the_caption_or_the_heading_below_it() -> None:
    bold = {"bold": 1.0}
    found = read(
        ("I. Harbours", bold),
        ("Figure 1. Ships by year", bold),
        ("II. Lights", bold),
        (f"1.\t{TEXT}", {}),
        (f"2.\t{TEXT}", {}),
    )
    assert found == [
        (None, "Figure 1. Ship", ("I. Harbours",)),
        ("1", TEXT[:14], ("II. Lights",)),
        ("2", TEXT[:14], ("II. Lights",)),
    ]


def test_contents_end_where_their_first_heading_stands_again() -> None:
    bold = {"bold": 1.0}
    found = read(
        ("Contents", bold),
        ("I. Harbours and ships\t3", {}),
        ("II. Lights and buoys\t5", {}),
        ("I. Harbours and ships", bold),
        (f"1.\tThere were many of them in 1998; {TEXT[:-1]} in 2004", {}),
        (f"2.\t{TEXT}", {}),
    )
    assert [(number, section) for number, _, section in found] == [
        ("1", ("I. Harbours and ships",)),
        ("2", ("I. Harbours and ships",)),
    ]


@pytest.mark.parametrize(("begins", "goes_on"), [(True, False), (None, True)])
def test_a_block_of_its_own_goes_on_with_no_unfinished_line(begins: bool | None, *, goes_on: bool) -> None:  # noqa: FBT001 -- a column of the table
    above, line = lines_of("Keeper of the Lights", "I. LIGHTS OF THE COAST", starts_block=begins)
    _, measures = Report().paragraphs(1, 3).items()
    assert goes_on_from(line, above, measures) is goes_on


def test_a_text_that_flows_has_its_margin_where_the_first_of_its_lines_begin() -> None:
    report = Report().text("Lights of the coast")
    for _ in range(8):
        report.text(TEXT, indent=30.0, hang=30.0)
    items = read_items(report.document(paged=False))
    measures = Measures(items, paged=False)
    assert {measures.left(item) for item in items} == {LEFT}


@pytest.mark.parametrize("label", ["•", "1.", ""])
def test_a_bold_block_with_a_colon_above_a_list_leads_to_it(label: str) -> None:
    clause: tuple[str, dict[str, Any]] = (
        "Light the lamps of the coast and of all its harbours;",
        {"label": label},
    )
    records = blocks(*[(SHORT, {})] * 20, ("The State should:", {"bold": 1.0}), clause, clause).records
    assert not any(record.section for record in records)


def test_a_bold_block_with_a_colon_heads_what_leads_to_a_list() -> None:
    text: list[tuple[str, dict[str, Any]]] = [(SHORT, {})] * 20
    records = blocks(
        *text, ("Questions:", {"bold": 1.0}), ("States should say:", {}), ("• where;", {})
    ).records
    assert records[-1].section == ("Questions:",)
