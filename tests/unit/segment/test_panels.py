"""Boxes: their texts and headings end with them, and what stands around them goes on."""

from __future__ import annotations

import msgspec
import pytest

from indexer.segment import segment
from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report

SAID = f"On that day {FILL}, and {FILL}."


def parsed(report: Report, *edges: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return first words and section of the records; panels reach from one edge to the next."""
    document = report.document()
    pages = []
    for page in document.pages:
        found = [line for edge in edges for line in page.lines if line.text.startswith(edge)]
        pairs = zip(found[::2], found[1::2], strict=True)
        panels = tuple((LEFT - 5, top.bottom - 14, RIGHT + 5, low.bottom + 5) for top, low in pairs)
        pages.append(msgspec.structs.replace(page, panels=panels))
    records = segment(msgspec.structs.replace(document, pages=tuple(pages))).records
    return [(" ".join(record.text.split()[:2]), record.section) for record in records]


def test_a_heading_in_a_box_ends_with_it() -> None:
    report = Report().heading("I. Lights", size=14.0).paragraph("1.", f"First {SAID}")
    report.heading("Box of lamps").text(f"Boxed {SAID}").text("Last line").paragraph("2.", f"Second {SAID}")
    section = ("I. Lights",)
    assert parsed(report, "Box of lamps", "Last line") == [
        ("First On", section),
        ("Boxed On", (*section, "Box of lamps")),
        ("Last line", (*section, "Box of lamps")),
        ("Second On", section),
    ]


def test_a_heading_on_coloured_ground_heads_what_stands_below() -> None:
    report = Report().text(f"First {SAID}").heading("Box of lamps", size=14.0)
    report.text(f"Below {SAID}")
    assert parsed(report, "Box of lamps", "Box of lamps")[-1] == ("Below On", ("Box of lamps",))


def test_a_sentence_goes_on_behind_a_box() -> None:
    report = Report().text(f"First {SAID}").text(f"{SAID[:-1]} and the keepers of").page_break()
    report.text(f"Boxed {SAID}").text("Last line.").text("the lights went home.", above=20.0)
    first = [words for words, _ in parsed(report, "Boxed", "Last line")]
    assert first == ["First On", "On that", "Boxed On", "Last line."]


@pytest.mark.parametrize(("end", "count"), [(".", 2), (":", 1)])
def test_a_colon_leads_into_a_box(end: str, count: int) -> None:
    report = Report().paragraph("1.", f"{SAID[:-1]} as follows{end}")
    report.text(f"(a) Lamps {SAID}", indent=36, hang=36).text(f"(b) Oil {FILL}.", indent=36, hang=36)
    report.paragraph("2.", f"Second {SAID}")
    assert len(parsed(report, "(a)", "(b)")) == count + 1


def test_the_frame_of_a_chart_is_no_box() -> None:
    report = Report().text(f"First {SAID}").heading("Lights")
    report.table([["Port", "Lamps", "Oil"], ["Hay", "2", "3"], ["Aven", "4", "5"]])
    report.text(f"Below {SAID}")
    assert parsed(report, "Lights", "Aven")[-1][1] == ("Lights",)


@pytest.mark.parametrize("label", ["Box 1. Lamps", "Recuadro 2. Lámparas"])
def test_the_label_of_a_box_heads_its_texts_below_the_headings_around_it(label: str) -> None:
    report = Report().heading("I. Lights", size=14.0).text("Ports", bold=1.0, above=12.0)
    report.paragraph("1.", f"First {SAID}").text(label, bold=1.0, above=12.0)
    report.text("Found out", italic=1.0, above=8.0).text(f"Boxed {SAID}").text("Last line")
    report.paragraph("2.", f"Second {SAID}")
    section = ("I. Lights", "Ports")
    assert parsed(report, label, "Last line") == [
        ("First On", section),
        ("Boxed On", (*section, label, "Found out")),
        ("Last line", (*section, label, "Found out")),
        ("Second On", section),
    ]


@pytest.mark.parametrize(("italic", "count"), [(1.0, 3), (0.0, 2)])
def test_a_block_in_italics_behind_a_box_is_none_of_the_paragraph_before_it(
    italic: float, count: int
) -> None:
    report = Report().paragraph("1.", f"First {SAID}").text(f"Boxed {SAID}").text("Last line.")
    report.text(f"Behind {SAID}", indent=36, hang=36, italic=italic).paragraph("2.", f"Second {SAID}")
    words = [first for first, _ in parsed(report, "Boxed", "Last line.")]
    assert len(words) - words.index("First On") - words.count("Last line.") - 1 == count


def test_a_heading_behind_a_box_that_the_text_goes_on_behind_is_none_of_it() -> None:
    report = Report().heading("Lights").text(f"First {SAID}")
    report.text(f"Boxed {SAID}").text("On the last line stand").page_break()
    report.text("The lamps of the harbour.").heading("Bells").text(f"Below {SAID}")
    assert parsed(report, "Boxed", "On the last")[-1] == ("Below On", ("Bells",))


def test_a_box_in_one_column_is_one_beside_the_text_of_the_other() -> None:
    report = Report().heading("I. Lights", size=14.0).text(f"First {SAID}").heading("Box of lamps")
    report.text(f"Boxed {SAID}").text("Last line").text(f"Behind {SAID}")
    document = report.document()
    (page,) = document.pages
    lines = tuple(msgspec.structs.replace(line, column=1) for line in page.lines)
    top, end = (next(line for line in lines if line.text.startswith(words)) for words in ("Box", "Last"))
    panel = (LEFT - 5, top.bottom - 14, RIGHT + 5, end.bottom + 5)
    beside = [
        msgspec.structs.replace(line, column=2, left=line.left + 450, right=line.right + 450)
        for line in lines
    ]
    page = msgspec.structs.replace(page, lines=(*lines, *beside), panels=(panel,))
    records = segment(msgspec.structs.replace(document, pages=(page,))).records
    assert [record.section[1:] for record in records[:4]] == [(), ("Box of lamps",), ("Box of lamps",), ()]


def test_a_box_goes_on_at_the_top_of_the_next_column() -> None:
    report = Report().heading("I. Lights", size=14.0).text(f"First {SAID}").heading("Box of lamps")
    report.text(f"Boxed {SAID}").text(f"Further {SAID}").text(f"Behind {SAID}")
    document = report.document()
    (page,) = document.pages
    at = next(at for at, line in enumerate(page.lines) if line.text.startswith("Further"))
    down = page.lines[at].bottom - page.lines[0].bottom
    second = [
        msgspec.structs.replace(
            line, column=2, left=line.left + 450, right=line.right + 450,
            top=line.top - down, bottom=line.bottom - down,
        )
        for line in page.lines[at:]
    ]  # fmt: skip
    first = [msgspec.structs.replace(line, column=1) for line in page.lines[:at]]
    box = next(line for line in first if line.text.startswith("Box"))
    end = next(line for line in second if line.text.startswith("Behind"))
    panels = (
        (LEFT - 5, box.bottom - 14, RIGHT + 5, first[-1].bottom + 5),
        (LEFT + 445, second[0].bottom - 14, RIGHT + 455, end.bottom - 14),
    )
    page = msgspec.structs.replace(page, lines=(*first, *second), panels=panels)
    records = segment(msgspec.structs.replace(document, pages=(page,))).records
    assert [record.section[1:] for record in records] == [(), ("Box of lamps",), ("Box of lamps",), ()]
