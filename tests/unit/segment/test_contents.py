from __future__ import annotations

import pytest

from indexer.segment.contents import mark_contents
from tests.unit.segment.pages import FILL, LEFT, Report, lines_of

DOTS = " " + "." * 40


def contents(report: Report) -> list[str]:
    items, _ = report.items()
    mark_contents(items)
    return [item.text for item in items if item.place == "contents"]


def entries(report: Report) -> Report:
    for entry in (
        "I. Introduction" + DOTS + " 1 – 3\t3",
        "II. Work" + DOTS + " 4 – 9\t4",
        "Annex" + DOTS + "\t9",
    ):
        report.text(entry, above=0)
    return report


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Contents",
            "CONTENTS",
            "-CONTENTS",
            "TABLE OF CONTENTS",
            "Contents (continued)",
            "Sommaire",
            "Índice",
            "目录",
        ),
        *("TABLE DES MATIERES", "INDICE", "Sommaire (suite)", "Содержание (продолжение)"),
    ],
)
def test_a_page_of_contents(title: str) -> None:
    report = entries(Report().heading(title).text("Paragraphs\tPage", above=0))
    report.page_break().text(f"In the morning {FILL}.")
    found = contents(report)
    assert found[0] == title
    assert len(found) == 5


@pytest.mark.parametrize(("size", "found"), [(14.0, 3), (10.0, 4)])
def test_a_large_heading_on_the_next_page_is_no_entry(size: float, found: int) -> None:
    report = Report().heading("Contents").text("I. Introduction\t3", above=0).text("II. Work\t4", above=0)
    report.page_break().text("CHAPTER 1", size=size, centre=True)
    assert len(contents(report.text(f"In the morning {FILL}."))) == found


@pytest.mark.parametrize("end", ["in the year 2004", "and others, {4}", "and others 12"])
def test_a_line_of_text_that_ends_in_a_number_is_no_entry_below_leaders(end: str) -> None:
    report = entries(Report().heading("Contents")).page_break().text("1. Lamps", bold=1.0)
    line = f"1.\tThe keepers of the lights asked for lamps {end}"
    assert len(contents(report.text(line).text(f"In the morning {FILL}."))) == 4


def test_entries_without_leaders_may_stand_below_entries_with_them() -> None:
    report = entries(Report().heading("Contents")).text("Figures\t10", above=0).text("Maps\t11", above=0)
    assert len(contents(report.page_break().text(f"In the morning {FILL}."))) == 6


def test_entries_without_leaders_go_by_their_page_number() -> None:
    report = Report().heading("Contents")
    for entry in ("I. Introduction\t1 - 3\t2", "II. Work\t4 - 9\t3", "III. End\t10\t7"):
        report.text(entry, above=0)
    report.text(f"In the morning {FILL}.").text(f"At noon {FILL}.")
    assert contents(report) == [
        "Contents",
        "I. Introduction\t1 - 3\t2",
        "II. Work\t4 - 9\t3",
        "III. End\t10\t7",
    ]


def test_a_wrapped_entry_is_marked_whole() -> None:
    items = lines_of(
        "Contents", "II. Work of the keepers of the", "lights of the coast" + DOTS + " 4", "Then they met."
    )
    mark_contents(items)
    assert [item.place for item in items] == ["contents", "contents", "contents", ""]


def test_the_heading_of_a_wrapped_entry_begins_the_text() -> None:
    report = Report().heading("Contents").text("I. Work on the coasts of the north and on the", above=0)
    report.text("islands" + DOTS + "\t2", above=0).text("II. Keepers" + DOTS + "\t3", above=0)
    report.text("I. Work on the coasts of the north and on the islands", above=14).text("Lamps\t1998\t2008")
    assert contents(report)[-1] == "II. Keepers" + DOTS + "\t3"


def test_the_heading_of_a_wrapped_entry_may_end_in_a_year() -> None:
    report = Report().heading("Contents").text("I. Work on the coasts of the north in 2025", above=0)
    report.text("and on the islands" + DOTS + "\t2", above=0).text("II. Keepers" + DOTS + "\t3", above=0)
    report.text("I. Work on the coasts of the north in 2025", above=14).text("and on the islands", above=0)
    assert contents(report)[-1] == "II. Keepers" + DOTS + "\t3"


def test_a_line_with_leaders_needs_no_title_above() -> None:
    report = Report().text("I. Introduction" + DOTS + " 3").text(f"In the morning {FILL}.")
    assert contents(report) == ["I. Introduction" + DOTS + " 3"]


@pytest.mark.parametrize(("between", "count"), [("Annex", 4), (f"In the morning {FILL}.", 3)])
def test_a_heading_among_entries_is_one_of_them(between: str, count: int) -> None:
    report = Report().text("I. Lights" + DOTS + "\t3").text("II. Bells" + DOTS + "\t4")
    report.text(between, above=14).text("Composition" + DOTS + "\t9", above=14).text("Annex", above=14)
    assert len(contents(report)) == count


def test_a_title_without_entries_is_a_heading() -> None:
    assert contents(Report().heading("Contents").text(f"In the morning {FILL}.")) == []


@pytest.mark.parametrize(
    "text", ["Contents of the box", "The contents are known", "An end...", "I. Introduction"]
)
def test_other_lines(text: str) -> None:
    assert contents(Report().text(text).text(f"In the morning {FILL}.")) == []


def test_lines_the_file_itself_calls_contents() -> None:
    items = lines_of("I. Introduction 3", role="contents")
    mark_contents(items)
    assert [item.place for item in items] == ["contents"]


def test_contents_go_over_a_page_end() -> None:
    report = entries(Report().heading("Contents")).page_break()
    report.text("III. More" + DOTS + "\t9", above=0).text("IV. End" + DOTS + "\t11", above=0)
    report.place(f"In the morning {FILL}.", LEFT, 400)
    assert len(contents(report)) == 6


def test_the_records_of_a_report_begin_behind_its_contents() -> None:
    report = entries(Report().heading("Contents")).page_break().heading("I.\tIntroduction").paragraphs(1, 4)
    parsed = report.segment()
    assert [record.address for record in parsed.records] == ["p1", "p2", "p3", "p4"]
    assert parsed.records[0].section == ("I. Introduction",)
    assert parsed.report.characters["contents"] > 100


OMISSION = "and the keepers . . . . asked that every light be lit at night"


@pytest.mark.parametrize(
    "text",
    [
        f"The Court found {OMISSION}",
        f"{FILL} {OMISSION} {FILL} {OMISSION}",
        "It said ..... and went on to say",
    ],
)
def test_an_omission_is_no_leader(text: str) -> None:
    assert not contents(Report().text(text, above=0))


@pytest.mark.parametrize("caption", ["Paragraphes", "Párrafos\tPágina", "Пункты\tСтр.", "段次\t页次"])
def test_paragraphs_without_leaders_make_entries_too(caption: str) -> None:
    report = Report().heading("TABLE DES MATIERES").text(caption, above=0)
    report.text("Introduction\t1", above=0).text("Les feux\t2-5", above=0).text(
        "Conclusion\t36 - 41", above=0
    )
    report.page_break().text(f"In the years 2005-2010 {FILL}, 2011-2020")
    assert len(contents(report)) == 5


def test_a_four_may_be_misread_in_an_entry() -> None:
    report = Report().heading("Contents")
    for entry in ("Introduction\t1", "Work\t2 - 39", "Bells of the coast\t40 - 1+1", "End\t1+2 - 1+7"):
        report.text(entry, above=0)
    assert len(contents(report.page_break().text(f"In the morning {FILL}."))) == 5


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (["Annex. List of the lamps"], 5),
        (["Annexes", "I. List of the lamps", "II. Tides"], 7),
        (["The lamps were lit."], 4),
    ],
)
def test_the_last_entries_of_a_page_may_have_no_page_number(last: list[str], found: int) -> None:
    report = Report().heading("Contents").text("I. Introduction\t3", above=0).text("II. Work\t4", above=0)
    report.text("III. More work\t5", above=0)
    for entry in last:
        report.text(entry, above=0)
    assert len(contents(report.page_break().text(f"In the morning {FILL}."))) == found


@pytest.mark.parametrize(
    ("line", "above"), [("I. Introduction", 0.0), ("Submitted by the Keepers of the Coast", 30.0)]
)
def test_a_heading_or_remark_below_the_entries_is_none_of_them(line: str, above: float) -> None:
    report = Report().heading("Contents").text("I. Introduction\t3", above=0).text("II. Work\t4", above=0)
    report.text("III. More work\t5", above=0).text(line, above=above)
    assert len(contents(report.page_break().text(f"In the morning {FILL}."))) == 4
