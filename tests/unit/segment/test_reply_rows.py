"""Rows that answer recommendations are records with their numbers, in whatever order the cells stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.model import Page
from indexer.segment import segment
from indexer.segment.reply_rows import with_replies_apart
from tests.unit.segment.pages import HEIGHT, WIDTH, Report, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ExtractedDocument, Line, Record, Role

HEAD = "No.\tRecommendation\tPosition"
LAMPS = "Light the lamps of all harbours at night"


def answers(*pages: Sequence[str], own: int = 2) -> ExtractedDocument:
    """Return a paper with paragraphs of its own, and with rows on pages behind; "~" begins text."""
    document = Report().paragraphs(1, own).document()
    made = [
        Page(number=at, width=WIDTH, height=HEIGHT, lines=tuple(_lines(rows)))
        for at, rows in enumerate(pages, start=2)
    ]
    return msgspec.structs.replace(document, pages=(*document.pages, *made))


def _lines(rows: Sequence[str]) -> list[Line]:
    roles: list[Role] = ["" if row.startswith("~") else "row" for row in rows]
    items = lines_of(*(row.lstrip("~") for row in rows))
    return [
        msgspec.structs.replace(item.line, role=role, starts_block=True)
        for item, role in zip(items, roles, strict=True)
    ]


def records(*pages: Sequence[str], own: int = 2) -> list[Record]:
    return [record for record in segment(answers(*pages, own=own)).records if (record.page or 0) > 1]


def rows(first: int = 1, last: int = 8, form: str = "122.{n}\t" + LAMPS + " ({n})\tNoted") -> list[str]:
    return [form.format(n=number) for number in range(first, last + 1)]


@pytest.mark.parametrize(
    ("form", "text", "position"),
    [
        ("122.{n}\tLight the lamps\tNoted\tThey are lit.", "Light the lamps\nNoted\nThey are lit.", "noted"),
        (
            "122.{n}. Light the lamps\tAccepted. They are lit.",
            "Light the lamps\nAccepted. They are lit.",
            "supported",
        ),
        ("Accepted\t122.{n} Light the lamps", "Light the lamps\nAccepted", "supported"),
        ("122.{n}\tNoted\t", "Noted", "noted"),
        ("A\t122.{n}.\tLight the lamps\tRejected", "A\nLight the lamps\nRejected", "noted"),
    ],
)
def test_a_row_is_a_record_with_the_number_of_its_recommendation(form: str, text: str, position: str) -> None:
    found = [record for record in records([HEAD, *rows(form=form)]) if record.kind == "recommendation"]
    assert [record.address for record in found] == [f"p122.{number}" for number in range(1, 9)]
    assert (sorted(found[4].text.split("\n")), found[4].position) == (sorted(text.split("\n")), position)


def test_several_numbers_in_a_cell_are_those_of_one_reply() -> None:
    found = records([HEAD, *rows(), "122.9, 122.11\tNoted\tThey are lit."])[-1]
    assert (found.number, found.address, found.text) == ("122.9, 122.11", "p122.9", "Noted\nThey are lit.")


def test_a_row_goes_on_over_the_page_end_below_the_heads_of_the_columns() -> None:
    found = records([HEAD, *rows()], [HEAD, "\tand their keepers\tfor now", *rows(9, 10)])
    texts = {record.number: record.text for record in found}
    assert texts["122.8"] == f"{LAMPS} (8)\nNoted\nand their keepers\nfor now"
    assert texts["122.9"] == f"{LAMPS} (9)\nNoted"
    assert sum(HEAD in record.text for record in found) == 1


def test_text_ends_the_table_and_what_follows_is_a_table_again() -> None:
    found = records(
        [
            HEAD,
            *rows(),
            "~The other lamps are listed below, with what they cost to keep.",
            "Oil\t12\t3",
            "Tin\t4\t5",
        ]
    )
    assert found[-1].kind == "table"
    assert found[-1].text == "Oil\t12\t3\nTin\t4\t5"


def test_a_second_table_that_counts_what_the_replies_cost_stays_a_table() -> None:
    found = records([HEAD, *rows(), "~What they cost stands below.", *rows(form="122.{n}\t{n}00")])
    assert (found[-1].kind, found[-1].text[:9]) == ("table", "122.1\t100")


def test_what_comes_again_in_other_tables_stays() -> None:
    oil = ["Region\tOil", "North\t5", "Total\t0"]
    found = records([*oil, "~What the south has.", *oil, "~The replies:", HEAD, *rows()])
    assert [record.text for record in found if record.kind == "table"][:2] == ["\n".join(oil)] * 2


def test_what_comes_again_in_rows_without_a_number_stays() -> None:
    found = records([HEAD, *(row for one in rows() for row in (one, "\tAs to its oil\tNoted"))])
    assert all("As to its oil" in record.text for record in found if record.kind == "recommendation")


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(rows(last=7), id="too few"),
        pytest.param(rows(form="12.{n}\tLight the lamps\tNoted"), id="sections of a budget"),
        pytest.param([f"{120 + at}.{at}\tLight the lamps\tNoted" for at in range(1, 9)], id="figures"),
        pytest.param(rows(form="{n}.\tLight the lamps\tNoted"), id="whole numbers"),
        pytest.param(rows(form="Lamps\tOil\tTin\t122.{n}"), id="figures in the last column"),
        pytest.param(rows(form="Month\t122.{n}\t-0.1"), id="figures behind figures"),
        pytest.param([*rows(form="Month\t122.{n}\tstable"), "Month\t122.0\tstable"], id="an index"),
    ],
)
def test_other_tables_stay_as_they_are(table: list[str]) -> None:
    document = answers([HEAD, *table])
    assert with_replies_apart(document) == document


def test_marks_stay_where_they_are_raised() -> None:
    document = answers([HEAD, *rows()])
    line = msgspec.structs.replace(document.pages[-1].lines[1], raised=((7, 12), (14, 16)))
    page = msgspec.structs.replace(document.pages[-1], lines=(line, *document.pages[-1].lines[2:]))
    document = msgspec.structs.replace(document, pages=(*document.pages[:-1], page))
    first, second, *_ = with_replies_apart(document).pages[-1].lines
    assert (first.label, first.text[:5], first.raised) == ("122.1", "Light", ((1, 6), (8, 10)))
    assert (second.text, second.raised) == ("Noted", ())
