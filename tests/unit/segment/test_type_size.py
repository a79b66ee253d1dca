"""A document is read alike however large it is printed."""

from __future__ import annotations

import pytest

from indexer.segment import segment
from indexer.segment.type_size import enlarged, scale_to_usual
from tests.unit.segment.pages import FILL, LEFT, RIGHT, TAB, Report


def report() -> Report:
    """Return paragraphs with a list, a block that is set in, notes, a table, and an annex."""
    made = Report().heading("I. Lights").paragraphs(1, 3).paragraph("4.", f"It said that {FILL}{{1}}:")
    for number in (1, 2, 3):
        made.paragraph(f"{number}.", f"Light {number} lamps, as {FILL}.", indent=TAB, hang=TAB)
    made.text("THE KEEPERS", centre=True).paragraph("5.", f"It heard that {FILL}.")
    made.text(f"Lamps are lit when {FILL}, and {FILL}.", indent=TAB, hang=TAB)
    made.table([["Lamp", "Keeper", "Year"], ["First", "Ann", "1990"], ["Second", "Ben", "1991"]])
    made.place(f"6. {FILL.capitalize()}.", LEFT, 600, right=RIGHT, text_left=LEFT + 24)
    made.place("They were red.", LEFT + 24, 616).page_break()
    return made.heading("Annex").paragraphs(1, 3)


@pytest.mark.parametrize("scale", [0.3, 0.5, 1.3, 2.0])
def test_records_are_the_same_at_any_size(scale: float) -> None:
    document = report().document()
    usual, other = segment(document).records, segment(enlarged(document, scale)).records
    found = [
        [(one.address, one.kind, one.section, one.text, one.footnotes) for one in records]
        for records in (usual, other)
    ]
    assert found[0] == found[1]
    for one, another in zip(usual, other, strict=True):
        boxes = [[scale * place for place in box[1:]] for box in one.boxes]
        assert [pytest.approx(box, abs=0.11) for box in boxes] == [list(box[1:]) for box in another.boxes]


def test_formats_without_places_and_without_sizes_stay_as_they_are() -> None:
    assert scale_to_usual(report().document(paged=False)) == 1.0
    assert scale_to_usual(Report(size=0.0).text("Lights").document()) == 1.0
    assert scale_to_usual(Report().document()) == 1.0
    assert scale_to_usual(Report(size=8.0).text("Lights").heading("A").document()) == 1.25
