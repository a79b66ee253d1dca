from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.model import Line
from indexer.segment import segment
from indexer.segment.asides import mark_asides
from indexer.segment.tables import mark_tables
from tests.unit.segment.pages import FILL, Report, lines_of

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument


@pytest.mark.parametrize(
    ("cell", "below", "found"),
    [
        ("12{a}", "a/ Of which 3 are new.", [("a", 1, "Of which 3 are new. They were lit.")]),
        ("12", "a/ Of which 3 are new.", []),
        ("12{b}", "a/ Of which 3 are new.", []),
        ("12{a}", "Of which 3 are new.", []),
    ],
)
def test_notes_under_a_table(cell: str, below: str, found: list[tuple[str, int, str]]) -> None:
    rows = [["State", "Lights", "Keepers"], ["Ruritania", cell, "30"], ["Erewhon", "3", "4"]]
    report = Report().paragraphs(1, 3)
    for row in rows:
        report.text("\t".join(row), above=2)
    report.text(below, size=8.5).text("They were lit.", size=8.5, above=0).paragraphs(4, 6)
    items, measures = report.items()
    mark_tables(items, measures, report.document().pages)
    notes = mark_asides(items)
    assert [(note.mark, note.page, " ".join(note.lines)) for note in notes] == found


def test_notes_in_the_margin() -> None:
    """Beside the text a number and a full stop make a note when the number is raised in the text."""
    text = lines_of("It said7 so.", "It went on8.", raised=((7, 8),))
    text[1].line = msgspec.structs.replace(text[1].line, raised=((10, 11),))
    margin = lines_of(
        "Beside the text", "7. See the report", "6. of the keepers.", "8.Ibid.", column=2, size=8.0
    )
    items = [*text, *margin]
    notes = mark_asides(items)
    assert [(note.mark, note.lines, note.taken) for note in notes] == [
        ("7", ["See the report", "6. of the keepers."], 2),
        ("8", ["Ibid."], 2),
    ]
    assert [item.place for item in items] == ["", "", "", "note", "note", "note"]


def test_two_columns_of_text_have_no_margin() -> None:
    items = [*lines_of("It said7 so.", raised=((7, 8),), column=1), *lines_of("7. See there.", column=2)]
    assert mark_asides(items) == []


def _beside(report: Report, behind: str, *texts: str) -> ExtractedDocument:
    """A report with an aside behind the line that begins so, as a reader of PDF files hands it over."""
    document = report.document()
    pages = []
    for page in document.pages:
        lines = list(page.lines)
        at = next((at for at, line in enumerate(lines) if line.text.startswith(behind)), None)
        if at is not None:
            top, right = lines[at].bottom - 30, lines[at].right
            lines[at + 1 : at + 1] = [
                Line(
                    text=text,
                    left=right - 100,
                    right=right,
                    top=top + 16 * number - 10,
                    bottom=top + 16 * number,
                    size=15.0,
                    role="aside",
                    starts_block=number == 0,
                )
                for number, text in enumerate(texts)
            ]
        pages.append(msgspec.structs.replace(page, lines=tuple(lines)))
    return msgspec.structs.replace(document, pages=tuple(pages))


def test_a_text_goes_on_around_an_aside() -> None:
    long = f"The keepers of all the lamps heard it: {FILL} and of the North Coast {FILL}, and {FILL}."
    report = Report().paragraphs(1, 2).heading("Lights").text(long).text(f"Others {FILL}.")
    found = segment(_beside(report, "The keepers of all", "Nobody sees", "the lamps")).records
    assert [(record.text, record.section) for record in found if record.number is None] == [
        (long, ("Lights",)),
        ("Nobody sees the lamps", ("Lights",)),
        (f"Others {FILL}.", ("Lights",)),
    ]


def test_a_note_beside_the_text_is_a_note() -> None:
    report = Report().paragraphs(1, 2).text(f"It said so.{{1}} {FILL}, and {FILL}.").text(f"Others {FILL}.")
    found = segment(_beside(report, "It said", "1. See the", "report.")).records
    assert [note.text for record in found for note in record.footnotes] == ["See the report."]
    assert not any("See the" in record.text for record in found)
