"""A document in which all text was taken for notes still accounts for each of its characters."""

import msgspec

from indexer.model import Line, Page
from indexer.segment import segment
from tests.unit.segment.pages import Report, extracted


def test_notes_of_a_document_without_records_are_counted() -> None:
    document = (
        Report()
        .heading("Contents")
        .text("I. Lights " + "." * 20 + " 3")
        .text("{9} the", size=8, above=20)
        .document()
    )
    parsed = segment(document)
    assert sum(parsed.report.characters.values()) == extracted(document)


def test_note_without_mark() -> None:
    page = Page(number=1, width=595, height=842, lines=(Line(text="1/A note", role="note"),))
    document = msgspec.structs.replace(Report().document(), pages=(page,))
    assert sum(segment(document).report.characters.values()) == extracted(document)


def test_a_document_of_notes_alone_is_its_text() -> None:
    lines = (Line(text="Notes"), Line(text="1 A light was lit."), Line(text="2 A bell was rung."))
    document = msgspec.structs.replace(
        Report().document(), paged=False, pages=(Page(number=1, width=0, height=0, lines=lines),)
    )
    parsed = segment(document)
    assert "\n".join(record.text for record in parsed.records).split() == [
        word for line in lines for word in line.text.split()
    ]
    assert sum(parsed.report.characters.values()) == extracted(document)
