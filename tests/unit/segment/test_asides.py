from __future__ import annotations

import msgspec
import pytest

from indexer.segment.asides import mark_asides
from indexer.segment.tables import mark_tables
from tests.unit.segment.pages import Report, lines_of


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
