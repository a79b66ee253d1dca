from __future__ import annotations

import msgspec
import pytest

from indexer.model import Page
from indexer.segment import segment
from indexer.segment.cells import cells
from indexer.segment.measures import Measures
from indexer.segment.tables import mark_tables
from tests.unit.segment.pages import FILL, LEFT, RIGHT, TAB, Report, lines_of

ROWS = [["State", "Lights", "Keepers"], ["Ruritania", "12", "30"], ["Erewhon", "3", "4"]]


def table(report: Report) -> list[str]:
    items, measures = report.items()
    mark_tables(items, measures, report.document().pages)
    return [item.text for item in items if item.place == "table"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one", 1),
        ("one\ttwo", 2),
        ("one\ttwo\tthree", 3),
        ("1.\tA long sentence that is a paragraph of a report and no row", 1),
        ("1.\tShort", 2),
        ("", 1),
    ],
)
def test_cells(text: str, count: int) -> None:
    assert cells(lines_of(text)[0]) == count


def test_rows_between_rules() -> None:
    report = Report().paragraphs(1, 3).table(ROWS).paragraphs(4, 6)
    assert table(report) == ["\t".join(row) for row in ROWS]


def test_rows_between_a_rule_above_and_one_below() -> None:
    report = Report().paragraphs(1, 3).table(ROWS, ruled=False).paragraphs(4, 6)
    assert table(report) == ["\t".join(row) for row in ROWS]


def test_rows_without_rules() -> None:
    report = Report().paragraphs(1, 3)
    for row in ROWS:
        report.text("\t".join(row), above=0)
    assert table(report.paragraphs(4, 6)) == ["\t".join(row) for row in ROWS]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["300", "250 282 282 285", "1 400 1,058 20.5%"], 3),
        (["300", "250"], 0),
        (["12, 14,", "16-18, 20,", "22"], 0),
        (["300", "Lamps", "250"], 0),
        (["12 %", "−3", "$4.5 20% 6\t7"], 3),
    ],
)
def test_the_figures_of_a_chart(lines: list[str], found: int) -> None:
    report = Report().paragraphs(1, 3)
    for at, text in enumerate(lines):
        report.text(text, indent=40 * at, above=4)
    assert table(report.paragraphs(4, 6)) == lines[:found]


def test_a_line_of_very_many_figures_is_read_in_one_way() -> None:
    report = Report().paragraphs(1, 3).place("1 " * 30_000 + "lamps", LEFT, 400.0)
    assert table(report) == []


STRETCHED = ["harbourmasters\tacknowledge\tthe", "inconveniences\tof\tilluminated", "wardens\tand\ttheir"]


@pytest.mark.parametrize(
    ("rows", "right", "count"),
    [
        (STRETCHED, RIGHT, 0),
        (STRETCHED, RIGHT - 40, 3),
        (["Ruritania\tyes\t12", "Erewhon\tno\t3", "Sylvania\tyes\t4"], RIGHT, 3),
        (["Ruritania\tOil\tGas", "Erewhon\tGas\tOil", "Sylvania\tOil\tOil"], RIGHT, 3),
    ],
)
def test_lines_stretched_to_the_margin_are_no_rows(rows: list[str], right: float, count: int) -> None:
    report = Report().paragraphs(1, 5)
    for at, row in enumerate(rows):
        report.place(row, LEFT, 500.0 + 12 * at, right=right)
    assert len(table(report)) == count


def test_two_rows_without_rules_are_no_table() -> None:
    report = Report().paragraphs(1, 3)
    for row in ROWS[:2]:
        report.text("\t".join(row), above=0)
    assert table(report.paragraphs(4, 6)) == []


def programme(report: Report, head: str, *, closed: bool = False) -> Report:
    """A page of a table whose rows have no rules between them, the names of its columns on top."""
    report.rule().text(head, size=7.0).rule(above=4)
    for day in ("Monday", "Tuesday", "Wednesday"):
        report.text(day, bold=1.0, above=8).text("10 a.m.\tLamps")
        report.text(f"3 p.m.\tWhat {FILL} in all", indent=60)
    return report.rule(above=4) if closed else report


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (["Date\tItem", "Date\tItem"], 20),
        (["Date\tItem", "Day\tItem"], 10),
        (["Nature of violation", "Nature of violation"], 0),
    ],
)
def test_a_table_goes_on_where_the_next_page_has_its_head_again(heads: list[str], rows: int) -> None:
    report = Report().paragraphs(1, 30).page_break()
    programme(report, heads[0]).page_break()
    programme(report, heads[1], closed=True).paragraphs(31, 34)
    assert len([text for text in table(report) if FILL[-9:] not in text]) == rows


def test_a_table_with_totals_goes_on_over_a_page_end_and_leaves_its_notes() -> None:
    report = Report().paragraphs(1, 30).page_break()
    for page in range(2):
        report.rule().text("State\tLights", size=7.0).rule(above=4)
        for state in ("Ruritania", "Erewhon", "Utopia"):
            report.text(f"The coast of {state}\t12", size=8.0, above=2).rule(above=4)
            report.text(f"Total of {state}\t12", size=8.0, bold=1.0, above=2)
            report.text("Islands", size=8.0, bold=1.0, above=8)
        if not page:
            report.rule(right=LEFT + 100, above=14).text(
                "7 See the year before.", size=8.0, above=4
            ).page_break()
    found = table(report.rule(above=4).paragraphs(31, 34))
    assert len(found) == 2 * 10
    assert "7 See the year before." not in found


def test_the_first_column_of_a_table_may_have_no_name() -> None:
    report = Report().paragraphs(1, 12).rule(above=12).text("Dates", size=7.0, indent=300).rule(above=4)
    report.text("Lamps\t6 October").text("Bells\t7 October").rule().paragraphs(13, 14)
    assert table(report) == ["Dates", "Lamps\t6 October", "Bells\t7 October"]


@pytest.mark.parametrize(("words", "rows"), [("Lamp", 36), (f"Lamp, and {FILL}", 0)])
def test_a_row_as_tall_as_a_page_is_one_of_a_table_when_its_lines_are_narrow(words: str, rows: int) -> None:
    report = Report().paragraphs(1, 12).page_break().rule(above=12).text("State\tLights\tKeepers").rule()
    report.text("Ruritania\tLamp\t30")
    for _ in range(34):
        report.text(words, above=0)
    report.rule().paragraphs(2, 2)
    assert len(table(report)) == rows


def test_paragraphs_between_rules_are_no_table() -> None:
    report = Report().paragraphs(1, 3).rule().paragraphs(4, 6).rule().paragraphs(7, 9).rule()
    assert table(report) == []


def test_underlined_words_make_no_table() -> None:
    report = Report()
    for _ in range(4):
        report.text(f"In the morning {FILL}.").rule(right=LEFT + 60)
    assert table(report) == []


def test_rows_that_the_file_gives() -> None:
    items = lines_of("Ruritania 12 30", role="row")
    _, measures = Report().items()
    mark_tables(items, measures, ())
    assert [item.place for item in items] == ["table"]


@pytest.mark.parametrize(
    "note", ["Source: the keepers.", "a/ Without the islands.", "* By night.", "Note: by night."]
)
def test_notes_under_a_table_go_with_it(note: str) -> None:
    report = Report().paragraphs(1, 3).table(ROWS).text(note, size=8, above=2).paragraphs(4, 6)
    assert table(report)[-1] == note


def test_a_note_under_a_table_at_the_foot_of_a_column_is_one_of_the_page() -> None:
    report = Report().paragraphs(1, 3).table(ROWS).text("* By night.", size=8, above=2)
    document = report.paragraphs(4, 6).document()
    page = document.pages[0]
    at = next(at for at, line in enumerate(page.lines) if line.text == "* By night.")
    lines = tuple(
        msgspec.structs.replace(line, column=1 + (place > at)) for place, line in enumerate(page.lines)
    )
    page = msgspec.structs.replace(page, lines=lines)
    parsed = segment(msgspec.structs.replace(document, pages=(page,)))
    assert not any("By night" in record.text for record in parsed.records if record.kind == "table")


@pytest.mark.parametrize(
    ("note", "found"), [("Source: the keepers.", 2), ("a\tWithout the isles.", 2), ("* By night.", 0)]
)
def test_a_note_under_a_table_at_the_foot_of_a_page_says_what_it_is(note: str, found: int) -> None:
    report = Report().paragraphs(1, 3).table(ROWS).text(note, size=8, above=2)
    lines = table(report.text("and without the tower.", size=8, above=-3).page_break().paragraphs(4, 6))
    assert lines[len(ROWS) :] == [note, "and without the tower."][:found]


def test_notes_under_a_table_of_a_file_without_pages_go_with_it() -> None:
    items = [
        *lines_of("Ruritania\t12\t30", role="row"),
        *lines_of("Note: by night.", size=8),
        *lines_of("Note: this is text."),
    ]
    mark_tables(items, Measures(lines_of(*[f"The lights {FILL}."] * 9), paged=False), ())
    assert [item.place for item in items] == ["table", "table", ""]


def test_small_words_apart_from_a_table_do_not() -> None:
    report = (
        Report().paragraphs(1, 3).table(ROWS).text("Now to other things.", size=8, above=2).paragraphs(4, 6)
    )
    assert table(report) == ["\t".join(row) for row in ROWS]


def test_numbers_in_a_table_are_no_paragraphs() -> None:
    report = Report().paragraphs(1, 3)
    report.table([["No.", "State", "Lights"], ["4.", "Ruritania", "12"], ["5.", "Erewhon", "3"]]).paragraphs(
        4, 6
    )
    found = report.records()
    assert list(found) == ["p1", "p2", "p3", "tab1", "p4", "p5", "p6"]


def test_a_table_goes_on_over_a_page_end() -> None:
    report = Report().paragraphs(1, 3).table(ROWS).page_break().table(ROWS[1:]).paragraphs(4, 6)
    found = report.records()
    assert list(found) == ["p1", "p2", "p3", "tab1", "p4", "p5", "p6"]
    assert (found["tab1"].page, found["tab1"].page_end) == (1, 2)


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [
        (ROWS[:1], ROWS[1:], 3),
        (ROWS[:2], ROWS[2:], 3),
        (ROWS, [ROWS[2]], 4),
        (ROWS[:2], [], 0),
        ([], ROWS[:2], 0),
        (ROWS[:1], [["Ruritania", "12", "30", "4"], ["Erewhon", "3", "4", "5"]], 0),
    ],
)
@pytest.mark.parametrize("note", [{}, {"1": "See the list of lights."}])
def test_rows_without_rules_that_a_page_end_parts(
    above: list[list[str]], below: list[list[str]], found: int, note: dict[str, str]
) -> None:
    report = Report().paragraphs(1, 2).text(f"3.\tThe list{'{1}' * len(note)} of {FILL} follows.", notes=note)
    for row in above:
        report.text("\t".join(row), above=0)
    report.page_break()
    for row in below:
        report.text("\t".join(row), above=0)
    rows = table(report.paragraphs(4, 6))
    assert rows == ["\t".join(row) for row in [*above, *below]][:found]


def test_the_row_of_names_above_the_first_rule_is_part_of_the_table() -> None:
    report = Report().paragraphs(1, 3).text("\t".join(ROWS[0]), above=12.0).table(ROWS[1:])
    assert table(report.paragraphs(4, 6)) == ["\t".join(row) for row in ROWS]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("Participant\tDay of signature", 4),
        ("(a)\tSignatures", 3),
        ("The State\tsigned on that day.", 3),
        ("Annex II\tSignatures by day", 3),
        ("Chapter 4\tSignatures by day", 3),
    ],
)
@pytest.mark.parametrize("ruled", [True, False])
def test_a_row_of_two_names_above_a_table_is_part_of_it(names: str, found: int, *, ruled: bool) -> None:
    report = Report().paragraphs(1, 3).text(names, above=12.0)
    if ruled:
        report.table(ROWS)
    else:
        for row in ROWS:
            report.text("\t".join(row), above=12.0 if row is ROWS[0] else 0.0)
    assert len(table(report.paragraphs(4, 6))) == found


@pytest.mark.parametrize("look", [{"bold": 1.0}, {}], ids=["bold", "capitals"])
def test_a_heading_between_two_tables_is_in_neither(look: dict[str, float]) -> None:
    report = Report().heading("I. Lights").paragraphs(1, 3)
    report.text("Table 1. Lights", bold=1.0).table(ROWS)
    report.text("II. KEEPERS", size=10.0, above=14.0, **look)  # type: ignore[arg-type]  # a look of two kinds
    report.text("Table 2. Keepers", bold=1.0).table(ROWS).paragraphs(4, 6)
    found = [(record.text.split("\n")[0], record.section) for record in report.segment().records[3:5]]
    assert found == [("Table 1. Lights", ("I. Lights",)), ("Table 2. Keepers", ("II. KEEPERS",))]


def test_a_table_right_below_another_begins_with_its_caption() -> None:
    report = Report().heading("I. Lights").paragraphs(1, 3)
    report.text("Table 1. Lights", bold=1.0).table(ROWS).text("Table 2. Keepers", bold=1.0).table(ROWS)
    tables = [record.text.split("\n")[0] for record in report.segment().records if record.kind == "table"]
    assert tables == ["Table 1. Lights", "Table 2. Keepers"]


def test_the_rules_of_a_table_beside_a_column_of_text_do_not_make_it_one() -> None:
    texts = [f"the keepers of the lights of coast {nth} heard it." for nth in range(12)]
    rows = [f"Coast\t{nth}\t{nth + 20}" for nth in range(12)]
    items = [
        *lines_of(*texts, left=60.0, right=285.0, column=1),
        *lines_of(*rows, left=310.0, right=535.0, column=2),
    ]
    rules = tuple((310.0, 535.0, items[0].line.bottom - 8 + 12 * n) for n in range(13))
    page = Page(number=1, width=595, height=842, lines=(), rules=rules)
    mark_tables(items, Measures(items, paged=True), (page,))
    assert [item.place for item in items] == [""] * 12 + ["table"] * 12


@pytest.mark.parametrize(
    ("first", "second", "glue"),
    [
        (f"Table 1. Lights{13 * ' coast'} 2026-", "2029", ""),
        (f"Table 1. Lights{13 * ' coast'} and", "northern isles", " "),
        ("Table 1. Lights", "Northern isles", "\n"),
    ],
)
def test_a_caption_is_wrapped_where_its_line_is_full(first: str, second: str, glue: str) -> None:
    report = Report(size=8).paragraphs(1, 2).text(first, bold=1.0).text(second, bold=1.0, above=0.0)
    assert report.table(ROWS).records()["tab1"].text.startswith(f"{first}{glue}{second}\nState\t")


@pytest.mark.parametrize("label", ["Figure II", "Table 3", "Figure 2. The lights of the coast"])
def test_what_stands_right_below_the_label_of_a_figure_is_no_heading(label: str) -> None:
    report = Report().heading("II.\tLights").paragraphs(1, 2)
    report.text(label, above=20, bold=0.0 if len(label) < 12 else 1.0)
    report.text("Keepers by year", bold=1.0).text("(In thousands)", italic=1.0).paragraphs(3, 4)
    records = report.segment().records
    assert [(record.kind, record.number) for record in records] == [
        *(("paragraph", "1"), ("paragraph", "2"), ("table", None), ("paragraph", "3"), ("paragraph", "4"))
    ]
    assert records[2].text == f"{label}\nKeepers by year\n(In thousands)"
    assert {record.section for record in records} == {("II. Lights",)}


def test_a_heading_below_a_figure_is_one() -> None:
    report = Report().paragraphs(1, 2).text("Figure II", above=20).text("Keepers by year", bold=1.0)
    records = report.heading("Foghorns", above=180).paragraphs(3, 4).segment().records
    assert records[2].text == "Figure II\nKeepers by year"
    assert records[3].section == ("Foghorns",)


def test_the_caption_of_another_table_ends_one() -> None:
    report = Report().paragraphs(1, 3).table(ROWS)
    report.text("Table 2. Bells of the coast", bold=1.0, above=14.0).text("State\tBells\tRingers", above=4.0)
    report.rule().text("Ruritania\t4\t8", above=4.0).rule().text("Erewhon\t1\t2", above=4.0).rule()
    found = table(report.paragraphs(4, 6))
    assert "Table 2. Bells of the coast" not in found
    assert len(found) == 2 * len(ROWS)


@pytest.mark.parametrize("label", ["§ 4", "4 -", "4 –", "4."])
def test_a_paragraph_right_below_rows_is_none_of_them(label: str) -> None:
    report = Report().paragraphs(1, 3)
    for row in ROWS:
        report.text("\t".join(row), above=0)
    report.text(f"{label}\tIn the morning {FILL}, and {FILL} in the end.", above=0)
    assert table(report) == ["\t".join(row) for row in ROWS]


def test_small_rows_at_the_foot_of_a_first_page_are_no_notes() -> None:
    rows = [["Section", "Dollars"], ["1", "Lamps of all sorts", "92 738 500"], ["2", "Oil", "353 354 200"]]
    report = Report().paragraphs(1, 9).table(rows, size=8.5).page_break().paragraphs(10, 14)
    found = report.records()
    assert found["tab1"].text == "Section\tDollars\n1\tLamps of all sorts\t92 738 500\n2\tOil\t353 354 200"
    assert found["p9"].footnotes == ()


def test_a_numbered_heading_between_two_tables_is_no_row() -> None:
    report = Report().heading("A.\tLamps").paragraphs(1, 3).table(ROWS)
    report.heading("B.\tBells of the coast").table(ROWS).paragraphs(4, 6)
    found = report.records()
    assert (found["tab1"].section, found["tab2"].section) == (("A. Lamps",), ("B. Bells of the coast",))
    assert found["tab1"].text == found["tab2"].text


@pytest.mark.parametrize(("below", "kinds"), [(20, ["text", "table", "text", "text"]), (0, ["text"] * 3)])
def test_a_label_with_room_around_belongs_to_no_paragraph(below: int, kinds: list[str]) -> None:
    report = Report().text(f"At noon {FILL}, and {FILL}, and all of the sea.").page_break()
    report.text("Table 3", above=0).text("Keepers who came by ship, and all others", above=below)
    records = report.text(f"At night {FILL}, and {FILL}.", above=180).segment().records
    assert [record.kind for record in records] == kinds


def test_the_caption_of_another_table_ends_rows_without_rules() -> None:
    report = Report().paragraphs(1, 3)
    for title in ("", "A. Bells"):
        if title:
            report.text(title, italic=1.0, above=10.0).text("Table 2. Bells by State", bold=1.0, above=4.0)
        for row in ROWS:
            report.text("\t".join(row), above=0)
    assert table(report.paragraphs(4, 6)) == 2 * ["\t".join(row) for row in ROWS]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Lights that were coun-", "ted in the year"], "Lights that were counted in the year"),
        (["Lights that were coun-", "Ted in the year"], "Lights that were coun-\nTed in the year"),
        (["Lights that were coun-\t3", "ted in the year"], "Lights that were coun-\t3\nted in the year"),
        (["Lights that were", "counted in the year"], "Lights that were\ncounted in the year"),
    ],
)
def test_a_word_broken_in_a_cell_is_one_word(lines: list[str], text: str) -> None:
    report = Report().text(f"The keepers counted the lights. {FILL}").paragraphs(1, 3)
    report.table([*ROWS, *([line] for line in lines), *ROWS]).paragraphs(4, 6)
    (record,) = (record for record in segment(report.document()).records if record.kind == "table")
    assert text in record.text


def test_underlined_headings_of_a_scan_are_no_rules_of_a_table() -> None:
    report = Report()
    for section in (1, 2):
        words = f"The lamps of the harbours, and what was said of them in the year {section}"
        report.text(f"{section}.\t{words}").rule(LEFT + TAB, LEFT + TAB + len(words) * 5.0, above=-1.0)
        for number in (1, 2, 3):
            report.text(f"{section}.{number}\tThe keepers met. They adopted the report as a whole.")
    document = report.document()
    pages = tuple(msgspec.structs.replace(page, scanned=True) for page in document.pages)
    records = segment(msgspec.structs.replace(document, pages=pages)).records
    assert "table" not in {record.kind for record in records}


def test_tables_have_the_numbers_in_their_captions() -> None:
    """Figures, further tables of one number and what has no whole number are counted behind the last."""
    report = Report().paragraphs(1, 2)
    for label in ("Figure 1", "Table 2", "Table II", "Table 1", "Table 3.1"):
        report.text(f"{label}. Lights and keepers", bold=1.0, above=20.0).table(ROWS).paragraph("", FILL)
    tables = {r.address: r.text.split(".")[0] for r in report.segment().records if r.kind == "table"}
    assert tables == {
        "tab2": "Table 2",
        "tab1": "Table 1",
        "tab3": "Figure 1",
        "tab4": "Table II",
        "tab5": "Table 3",
    }


@pytest.mark.parametrize(
    "labels", [("A", "B", "C"), ("H", "I", "J"), ("3-1", "3-2", "4-1"), ("3–1", "3–2", "4–1")]
)
def test_tables_with_letters_or_numbers_within_chapters_are_counted(labels: tuple[str, ...]) -> None:
    report = Report().paragraphs(1, 2)
    for label in labels:
        report.text(f"Table {label}. Lights and keepers", bold=1.0, above=20.0).table(ROWS).paragraph(
            "", FILL
        )
    tables = [(r.address, r.text.split(".")[0]) for r in report.segment().records if r.kind == "table"]
    assert tables == [(f"tab{at}", f"Table {label}") for at, label in enumerate(labels, start=1)]
