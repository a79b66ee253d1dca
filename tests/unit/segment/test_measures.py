"""The distance of lines in a paragraph is told from short texts too."""

from __future__ import annotations

import pytest

from indexer.segment.items import read_items, set_gaps
from indexer.segment.measures import Measures
from tests.unit.segment.pages import Report, lines_of

LINE = "the keepers of the lights on the northern coast of the sea report that oil and"  # 78 characters


def act(paragraphs: int, wrapped: int, above: float, leading: float) -> Report:
    """Paragraphs of one line, some of which run on in a second one."""
    report = Report(leading=leading)
    for at in range(paragraphs):
        more = " lamps are needed." if at < wrapped else ""
        report.text(f"{LINE}{more}" if more else f"{LINE[:70]}.", above=above)
    return report


@pytest.mark.parametrize(
    ("paragraphs", "wrapped", "above", "leading", "found"),
    [
        (16, 2, 11.0, 12.0, 12.0),  # of a text with much room between its paragraphs, two run on
        (16, 1, 11.0, 12.0, 23.0),  # one is too few
        (4, 2, 30.0, 16.0, 16.0),  # no line of running text stands closer than paragraphs do
        (30, 0, 0.0, 12.0, 12.0),
    ],
)
def test_the_leading_is_that_of_sentences_that_run_on(
    paragraphs: int, wrapped: int, above: float, leading: float, found: float
) -> None:
    _, measures = act(paragraphs, wrapped, above, leading).items()
    assert measures.leading == found


def test_formats_without_pages_have_the_usual_leading() -> None:
    document = act(4, 2, 30.0, 16.0).document(paged=False)
    items = read_items(document)
    set_gaps(items)
    measures = Measures(items, paged=False)
    assert measures.leading == 1.2 * measures.size


def test_lines_of_columns_are_narrow() -> None:
    """What four spaces part is running text in a column, and may be a row of cells elsewhere."""
    across, inside = lines_of("the lamps of the coast"), lines_of("the lamps of the coast", column=1)
    assert (across[0].is_prose(), inside[0].is_prose()) == (False, True)
