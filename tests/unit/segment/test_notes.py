from __future__ import annotations

import msgspec
import pytest

from indexer.model import ExtractedDocument, Line, Page
from indexer.segment.footnotes import mark_notes
from indexer.segment.items import read_items, set_gaps
from indexer.segment.measures import Measures
from indexer.segment.notes import Note, clean_mark, mark_start
from tests.unit.segment.pages import FILL, LEFT, SOURCE, Report, blocks, lines_of
from tests.unit.work import is_linear

LONG = "See the report of the keepers, which says so at length and " + FILL + ", and no one spoke against it."


def notes(report: Report) -> list[tuple[str, int, str]]:
    items, measures = report.items()
    found = mark_notes(items, measures, report.document().pages)
    return [(note.mark, note.page, " ".join(note.lines)) for note in found]


@pytest.mark.parametrize(
    ("mark", "clean"),
    [
        ("1", "1"),
        (" 1 ", "1"),
        ("1/", "1"),
        ("(1)", "1"),
        ("[1]", "1"),
        ("1,", "1"),
        ("**", "**"),
        ("∗", "*"),
        ("\uf02a", "*"),
        ("a/", "a"),
        ("", ""),
    ],
)
def test_clean_marks(mark: str, clean: str) -> None:
    assert clean_mark(mark) == clean


@pytest.mark.parametrize(
    ("text", "raised", "expected"),
    [
        ("1\tSee there.", ((0, 1),), ("1", 2)),
        ("1 See there.", ((0, 1),), ("1", 2)),
        ("1See there.", ((0, 1),), ("1", 1)),
        ("a/ See there.", ((0, 1),), ("a", 3)),
        ("12 See there.", (), ("12", 3)),
        ("102See there.", (), ("102", 3)),
        ("102nd report", (), None),
        ("12 years ago", (), None),
        ("12 https://example.org/lights", (), ("12", 3)),
        ("12 www.example.org/lights", (), ("12", 3)),
        ("1/ See there.", (), ("1", 3)),
        ("1/See there.", (), ("1", 2)),
        ("1/A report.", (), ("1", 2)),
        ("25/DEC.9", (), None),
        ("a/ See there.", (), ("a", 3)),
        ("a\tSee there.", (), ("a", 2)),
        ("a report", (), None),
        ("* See there.", (), ("*", 2)),
        ("\uf02a\tSee there.", (), ("*", 2)),
        ("∗∗ See there.", (), ("**", 3)),
        ("† See there.", (), ("†", 2)),
        ("See1 there.", ((3, 4),), None),
        ("1", ((0, 1),), None),
        ("", (), None),
    ],
)
def test_marks_at_line_starts(
    text: str, raised: tuple[tuple[int, int], ...], expected: tuple[str, int] | None
) -> None:
    assert mark_start(lines_of(text, raised=raised)[0]) == expected


def test_a_mark_that_the_file_gives() -> None:
    assert mark_start(lines_of("See there.", role="note", mark="[3]")[0]) == ("3", 0)


@pytest.mark.parametrize("style", ["raised", "typed"])
def test_notes_at_the_foot_of_a_page(style: str) -> None:
    report = Report(note_style=style).paragraph("1.", f"The first{{1}} and {FILL}.", notes={"1": LONG})
    report.paragraph("2.", f"The second{{2}} and {FILL}.", notes={"2": "Ibid., p. 3."})
    assert notes(report) == [("1", 1, LONG), ("2", 1, "Ibid., p. 3.")]


def test_small_lines_without_a_mark_are_no_notes() -> None:
    report = Report().paragraphs(1, 3).text("These are small words, not a note.", size=8)
    assert notes(report) == []


def test_the_line_that_ends_a_text_is_no_text() -> None:
    parsed = Report().paragraphs(1, 3).text("_________________", above=20).segment()
    assert [record.number for record in parsed.records] == ["1", "2", "3"]
    assert "_" not in parsed.records[-1].text
    assert parsed.furniture == ("_________________",)


def test_a_number_that_does_not_follow_is_a_wrapped_line() -> None:
    report = Report().paragraph(
        "1.", f"It said{{4}} so, and {FILL}.", notes={"4": "Letter dated the day before the"}
    )
    report.place("9 January was a Sunday.", LEFT, 745, size=8.5)
    assert notes(report) == [("4", 1, "Letter dated the day before the 9 January was a Sunday.")]


def test_a_number_that_is_raised_further_down_is_a_wrapped_line() -> None:
    """The next note is 5, and the one here goes on with the fifth of a month."""
    report = Report().paragraph("1.", f"It{{4}} said so{{5}}, and {FILL}.", notes={"4": "Letter of the"})
    report.place("5 January of that year.", LEFT, 740, size=8.5).place("{5}Ibid.", LEFT, 752, size=8.5)
    assert notes(report) == [("4", 1, "Letter of the 5 January of that year."), ("5", 1, "Ibid.")]


def test_a_note_goes_on_over_the_page_end_under_a_rule() -> None:
    report = Report().paragraph(
        "1.", f"It said{{1}} so, and {FILL}.", notes={"1": "A note without an end that"}
    )
    report.page_break().paragraph("2.", f"It went on, and {FILL}.").rule(right=LEFT + 140, above=400)
    report.text("goes on there.", size=8.5, above=12)
    assert notes(report) == [("1", 1, "A note without an end that goes on there.")]


def test_a_note_goes_on_below_strokes_at_the_very_foot_of_a_page() -> None:
    report = Report().paragraph("1.", f"It said{{1}} so, and {FILL}.", notes={"1": "Letters of a year that"})
    report.page_break().paragraph("2.", f"It went on, and {FILL}.")
    report.place("_" * 18, LEFT, 745, size=8).place("A/9/7 and A/9/8 list.", LEFT, 760, size=8.5)
    first, second = report.segment().records
    assert [note.text for note in first.footnotes] == ["Letters of a year that A/9/7 and A/9/8 list."]
    assert second.text == f"It went on, and {FILL}."


@pytest.mark.parametrize("ruled", [True, False])
def test_a_starred_note_in_the_size_of_the_text_stands_below_a_rule(*, ruled: bool) -> None:
    report = Report().paragraphs(1, 3).page_break().paragraph("4.", f"They wrote letters.* And {FILL}.")
    if ruled:
        report.rule(right=LEFT + 80, above=10)
    report.text("* Those of Hay and of Port Aven.", above=24)
    record = report.records()["p4"]
    assert [note.text for note in record.footnotes] == ["Those of Hay and of Port Aven."] * ruled


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (("1\tSee there.", "2\tIbid."), [("1", 1, "See there."), ("2", 1, "Ibid.")]),
        (("See there.", "2\tIbid."), [("", 1, "See there."), ("2", 1, "Ibid.")]),
        (("See there.",), []),
        (("See there.", "2\tIbid.", f"4.\tIn the fourth part {FILL}."), []),
        ((), []),
    ],
)
def test_notes_in_the_size_of_the_text_stand_below_a_typed_rule(
    below: tuple[str, ...], found: list[tuple[str, int, str]]
) -> None:
    report = Report().paragraphs(1, 3).text("_" * 12)
    for line in below:
        report.text(line, above=0.0)
    assert notes(report) == found


def test_lines_that_the_file_calls_notes() -> None:
    items = lines_of("See there.", "And here.", role="note", mark="1")
    report = Report()
    _, measures = report.items()
    found = mark_notes(items, measures, ())
    assert found == []
    pages = Report().text("x").document().pages
    found = mark_notes(items, measures, pages)
    assert [note.mark for note in found] == ["1", "1"]
    assert all(item.place == "note" for item in items)


def test_a_note_counts_what_its_mark_takes() -> None:
    items = lines_of("1/ See there.", role="note")
    _, measures = Report().items()
    pages = Report().text("x").document().pages
    (note,) = mark_notes(items, measures, pages)
    assert isinstance(note, Note)
    assert (note.lines, note.taken) == (["See there."], 2)


@pytest.mark.parametrize(
    ("mark", "above", "taken"), [("1/", 18.0, True), ("1/", 0.0, False), ("2/", 18.0, False)]
)
def test_a_typed_note_may_fill_much_of_a_page(mark: str, above: float, *, taken: bool) -> None:
    report = Report().paragraph("1.", f"In the morning {FILL} 1/, {FILL} and more.").paragraphs(2, 3)
    report.text(
        f"{mark} Report of the keepers: {' '.join([FILL] * 12)}, in the end.", above=above, indent=20.0
    )
    notes = [note for record in report.segment().records for note in record.footnotes]
    assert [note.mark for note in notes] == (["1"] if taken else [])
    assert all(note.text.endswith("in the end.") for note in notes)


def test_twice_the_starred_lines_and_rules_is_twice_the_work() -> None:
    def read(size: int) -> None:
        lines = [
            Line(
                text=f"* The keepers met {at}.",
                left=72,
                right=300,
                size=10,
                top=30.0 * at,
                bottom=30.0 * at + 10,
            )
            for at in range(size, 2 * size)
        ]
        rules = tuple((72.0, 200.0, 30.0 * at) for at in range(size))
        page = Page(number=1, width=595, height=60.0 * size, lines=tuple(lines), rules=rules)
        items = read_items(ExtractedDocument(source=SOURCE, pages=(page,), paged=True))
        set_gaps(items)
        mark_notes(items, Measures(items, paged=True), (page,))

    assert is_linear(read, 200)


def test_paragraphs_of_a_web_page_that_begin_with_a_mark_are_notes() -> None:
    records = blocks(
        ("1 Nothing refers to this.", {"raised": ((0, 1),)}),
        ("1.\tKeepers met.2", {"raised": ((15, 16),)}),
        ("2.\tThey left.", {}),
        ("2 See there,", {"raised": ((0, 1),)}),
        ("and here.", {"starts_block": False}),
        ("3.\tThey met again.2", {"raised": ((18, 19),)}),
        ("2 Ibid.", {"raised": ((0, 1),)}),
    ).records
    assert [(record.text, [note.text for note in record.footnotes]) for record in records] == [
        ("1 Nothing refers to this.", []),
        ("Keepers met.", ["See there, and here."]),
        ("They left.", []),
        ("They met again.", ["Ibid."]),
    ]


def test_notes_of_a_text_without_pages_stand_below_a_typed_rule_at_its_end() -> None:
    texts = ["1.\tKeepers met.", "2.\tThey left.", "________", "1\tSee there.", "2\tAnd here."]
    records = blocks(*[(text, {}) for text in texts]).records
    assert [note.text for record in records for note in record.footnotes] == ["See there.", "And here."]
    texts = ["1.\tKeepers met.", "________", "1\tSee there.", "2.\tThey left."]
    assert not any(record.footnotes for record in blocks(*[(text, {}) for text in texts]).records)


@pytest.mark.parametrize("last", ["12 March 1990", "2 Ibid."])
def test_a_typed_rule_in_a_text_without_pages_stands_right_above_a_note(last: str) -> None:
    texts = ["Keepers met.", "________", "They left.", last]
    records = blocks(*[(text, {}) for text in texts]).records
    assert [record.text for record in records] == ["Keepers met.", "They left.", last]


def test_a_typed_rule_far_above_the_notes_is_that_of_a_masthead() -> None:
    report = Report().text("_" * 40)
    for _ in range(5):
        report.text(f"In the morning {FILL}, and they spoke of their lamps until the evening of the day.")
    assert notes(report.text("1/ See there.", above=30.0)) == [("1", 1, "See there.")]


def test_paragraphs_whose_numbers_are_raised_are_no_notes_where_they_begin_anew() -> None:
    texts = ("1 Keepers met.", "2 They left.", "1 Lamps rose.", "2 They fell.")
    records = blocks(*[(text, {"raised": ((0, 1),)}) for text in texts]).records
    assert [record.text for record in records] == list(texts)


def test_the_end_of_a_note_below_a_quotation_in_small_type_is_no_part_of_it() -> None:
    report = Report().paragraphs(1, 2).text(f"“{LONG}”", indent=36, hang=36, size=8.5)
    y = 700.0
    report.place("of the note that a page before has begun.", LEFT, y, size=8.5)
    report.place("8\tSee the lights.", LEFT, y + 12, size=8.5)
    document = report.document()
    rules = ((LEFT, LEFT + 140, y - 14),)
    document = msgspec.structs.replace(
        document, pages=(msgspec.structs.replace(document.pages[0], rules=rules),)
    )
    items = read_items(document)
    set_gaps(items)
    found = mark_notes(items, Measures(items, paged=True), document.pages)
    assert [note.lines[0] for note in found] == [
        "of the note that a page before has begun.",
        "See the lights.",
    ]
    assert next(item.text for item in items if item.place == "note").startswith("of the note")
