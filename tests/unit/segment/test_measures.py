"""The distance of lines in a paragraph is told from short texts too."""

from __future__ import annotations

import pytest

from indexer.segment.items import read_items, set_gaps
from indexer.segment.measures import Measures
from tests.unit.segment.pages import FILL, TAB, Report, lines_of

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


@pytest.mark.parametrize(("typed", "early"), [(True, False), (False, True)])
def test_letters_of_a_typewriter_are_wide(typed: bool, early: bool) -> None:  # noqa: FBT001
    """A word would have had room behind a line, if its letters were as narrow as those of other faces."""
    report = Report()
    for at in range(20):
        width = 6.0 if typed else 5.0 + at % 4 / 5
        report.place(LINE[: 60 + at % 4], 100, 100 + 12 * at, right=100 + (60 + at % 4) * width)
    report.place(LINE, 100, 400, right=568).place(LINE, 100, 412, right=493).place(
        "Lighthouses too", 100, 424
    )
    items, measures = report.items()
    assert measures.ended_early(*items[-2:]) == early


def test_single_spaced_lines_below_double_spaced_text_are_no_leading() -> None:
    """Those of typed notes at the foot of a page, or of what is quoted."""
    report = Report(leading=24.0)
    for _ in range(2):
        report.text(" ".join([LINE] * 9))
        report.page_break()
    report.text(" ".join([LINE] * 9), above=0.0)
    for at in range(4):
        report.place(LINE, 117, 500 + 12 * at)
    items, measures = report.items()
    assert {measures.leading_at(item) for item in items} == {24.0}


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


@pytest.mark.parametrize(("count", "pages"), [(12, 2), (3, 1)])
def test_the_size_of_the_text_is_not_that_of_its_notes_where_these_are_longer(count: int, pages: int) -> None:
    report = Report()
    for number in range(1, 1 + count):
        text = f"{number}.\tIn the morning {FILL}{{{number}}}, and so on."
        report.text(text, hang=TAB, notes={str(number): f"See there, where {FILL}, and {FILL}, and {FILL}."})
    items, measures = report.items()
    assert items[-1].page == pages
    assert measures.size == report.size
    assert sum(len(item.text) for item in items if item.line.size < 10) > 2 * sum(
        len(item.text) for item in items if item.line.size == 10
    )


def test_numbered_paragraphs_below_what_leads_in_are_no_notes_without_marks() -> None:
    report = Report()
    for number in range(1, 13):
        report.text(f"In the morning {FILL}.", size=13)
        report.text(f"{number}\tThe keepers saw {FILL}, and {FILL}, and {FILL}.", hang=TAB).page_break()
    assert report.items()[1].size == 10.0


def test_lines_that_a_file_calls_notes_have_no_say_in_the_size_of_the_text() -> None:
    notes = lines_of(*[f"{n} See there, where {FILL}." for n in range(9)], role="note", size=8.0)
    assert Measures([*lines_of(f"In the morning {FILL}."), *notes], paged=False).size == 10.0


def test_small_text_below_large_text_without_marks_is_the_text() -> None:
    report = Report()
    for _ in range(4):
        report.text(f"In the morning {FILL}.", size=14).page_break()
        report.text(f"In the morning {FILL}. " * 9).page_break()
    assert report.items()[1].size == 10.0
