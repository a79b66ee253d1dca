from __future__ import annotations

from typing import Any

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, TAB, Report, blocks


def underlined(report: Report, text: str, *, left: float = LEFT, right: float | None = None) -> Report:
    """Add a line with a rule below its words."""
    return report.text(text, above=14).rule(left, right or LEFT + 5 * len(text), above=2.5)


def test_typed_headings_are_underlined() -> None:
    report = underlined(Report(), "Lights of the coast").text(f"In the morning {FILL}.", above=14)
    report = underlined(report, "Bells of the coast").text(f"In the evening {FILL}.", above=14)
    records = report.segment().records
    assert [(record.section, record.text[:14]) for record in records] == [
        (("Lights of the coast",), "In the morning"),
        (("Bells of the coast",), "In the evening"),
    ]


def test_typed_headings_in_a_row() -> None:
    report = Report().paragraphs(1, 3)
    for number, text in (("2.", "Lights"), ("(i)", "Lamps")):
        right = LEFT + TAB + 5 * len(text)
        underlined(report, f"{number}\t{text}", left=LEFT + TAB, right=right)
    assert report.paragraphs(4, 6).records()["p4"].section == ("2. Lights", "(i) Lamps")


def test_an_underlined_item_of_a_list_is_no_heading() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", "The keepers did as follows:")
    report.text("(a)\tThey lit the lamps;", indent=24, hang=24)
    report.text("(b)\tLight of the harbour", above=8).rule(LEFT + TAB, LEFT + TAB + 100, above=2.5)
    report.text("It was lit by night;", above=8).paragraphs(5, 6)
    assert report.records()["p4"].text.splitlines()[2:] == [
        "(b) Light of the harbour",
        "It was lit by night;",
    ]


@pytest.mark.parametrize(("between", "heads"), [(100, False), (200, True)])
def test_letters_of_one_list_stand_near_each_other(between: int, *, heads: bool) -> None:
    report = Report().text("(a)\tThey lit the lamps;", indent=24)
    for _ in range(between):
        report.text("and they wrote of it to the keepers of the other coast.", above=0)
    underlined(report, "(b)\tLight of the harbour", right=LEFT + TAB + 95)
    parsed = report.text(f"It was lit by night, and {FILL}.", above=14).segment()
    assert bool(parsed.headings) is heads


def test_the_last_letters_of_a_typed_heading_may_stay_without_a_rule() -> None:
    report = underlined(Report(), "Lights of the coast", right=LEFT + 5 * 17)
    assert report.paragraphs(1, 3).records()["p1"].section == ("Lights of the coast",)


@pytest.mark.parametrize("right", [LEFT + 40, RIGHT])
def test_a_rule_of_another_width_underlines_nothing(right: float) -> None:
    report = underlined(Report().heading("I.\tWork").paragraphs(1, 3), "Lights of the coast", right=right)
    assert [h.text for h in report.paragraphs(4, 6).segment().headings] == ["I. Work"]


def test_the_last_item_of_a_list_is_no_heading() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", "The agenda was as follows:")
    for item in ("(a)\tOpening of the session", "(b)\tElection of officers"):
        report.text(item, indent=24, hang=24, above=8)
    parsed = report.text("", above=8).paragraphs(5, 6).segment()
    assert parsed.headings == ()


@pytest.mark.parametrize(("end", "heads"), [(":", False), (".", True)])
def test_a_letter_alone_behind_a_colon_is_no_heading(end: str, *, heads: bool) -> None:
    report = (
        Report().heading("Lights", bold=0.0).paragraphs(1, 3).paragraph("4.", f"The agenda was kept{end}")
    )
    report.text("(b)\tTo work more closely with the keepers", indent=72, hang=90, above=8)
    assert bool(report.text("", above=8).paragraphs(5, 6).segment().headings[1:]) == heads


def test_the_last_bullet_above_a_numbered_paragraph_is_no_heading() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", "The keepers had done this:")
    for text in ("Lamps had been lit on all coasts", "Oil had been bought"):
        report.text(f"•\t{text}", indent=20, above=6)
    report.paragraphs(4, 6)
    parsed = report.segment()
    assert parsed.headings == ()
    assert parsed.records[2].text.endswith("• Oil had been bought")


def typed(*lines: str, bold: float = 0.0) -> Report:
    """Set lines apart between paragraphs of a typewritten report."""
    report = Report().paragraphs(1, 2)
    for line in lines:
        report.text(line, above=14.0)
    report.paragraph("3.", f"In the third part {FILL}, and {FILL}.", above=14.0)
    return report.text("Bells", bold=bold, above=14.0).paragraphs(4, 5)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Lights of the coast",), ["Lights of the coast", "Bells"]),
        (("LIGHTS", "Of the coast"), ["LIGHTS", "Of the coast", "Bells"]),
        (("1.\t~ights of the coast",), ["1. ~ights of the coast", "Bells"]),
        (("1.\tlights of the coast",), ["Bells"]),
        (("Lights of the coast.",), ["Bells"]),
        (("lights of the coast",), ["Bells"]),
        (("Lights of the coast,",), ["Bells"]),
        (("Lights of the coast:",), ["Bells"]),
    ],
)
def test_plain_lines_alone_above_a_paragraph_are_headings(lines: tuple[str, ...], found: list[str]) -> None:
    assert [heading.text for heading in typed(*lines).segment().headings] == found


def test_a_stop_that_a_scan_is_misread_for_a_bullet_is_one_behind_a_letter() -> None:
    report = Report().paragraphs(1, 2)
    for line in ("A.\tLIGHTS", "1.\tLamps", "B •\tBELLS", "1.\tSmall bells"):
        report.text(line, indent=150 - 2.5 * len(line), above=14.0)
    assert report.paragraphs(3, 5).records()["p3"].section == ("B • BELLS", "1. Small bells")


def test_plain_lines_are_no_headings_where_headings_are_bold() -> None:
    report = typed("Lights of the coast", bold=1.0)
    assert [heading.text for heading in report.segment().headings] == ["Bells"]


def test_plain_lines_at_the_end_are_text() -> None:
    report = (
        Report().paragraphs(1, 3).text("Lights of the coast", above=14).text("Bells of the sea", above=14)
    )
    assert report.segment().headings == ()


def test_an_item_in_square_brackets_counts_on() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", "The keepers did as follows:")
    for text in ("(a)\tThey lit the lamps;", "[(b)\tThey rang the bells] {a keeper asked for this}"):
        report.text(text, indent=24, hang=24, above=4)
    assert report.paragraphs(5, 6).segment().headings == ()


@pytest.mark.parametrize(("above", "heads"), [(24.0, True), (0.0, False)])
def test_a_plain_heading_may_stand_at_the_foot_of_a_page(above: float, *, heads: bool) -> None:
    report = Report().paragraphs(1, 3).text("(v)\tLights of the coast (LOC)", above=above)
    section = report.page_break().paragraphs(4, 6).records()["p4"].section
    assert section == (("(v) Lights of the coast (LOC)",) if heads else ())


def tight(*lines: str, above: float = 0.0, bold: float = 0.0) -> Report:
    """Set lines between paragraphs without any room, as a text taken out of a PDF has them."""
    report = Report()
    for number in range(1, 9):
        if number == 6:
            for line in lines:
                report.text(line, bold=bold, above=0.0)
        report.paragraph(f"{number}.", f"In part {number} {FILL}, and {FILL} too.", above=above)
    return report


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("II.\tLights of the coast",), ["II. Lights of the coast"]),
        (("II.\tLights of the", "coast and the bay"), ["II. Lights of the coast and the bay"]),
        (("II.\tLights", "A.\tLamps"), ["II. Lights", "A. Lamps"]),
        (("Lights of the coast",), ["Lights of the coast"]),
        (("II.\tLights of the coast.",), []),
        (("II.\tLights of the coast,",), []),
        (("II.\tlights of the coast",), []),
        (("Lights\tLamps\tOil",), []),
        (("and the lights of the coast",), []),
        (("They lit no", "Lights of the coast"), []),
        (("I.\tLights", "(a)\tLamps"), []),
        (("A.\tLights",) * 5, []),
    ],
)
def test_lines_between_paragraphs_are_headings_where_nothing_has_room(
    lines: tuple[str, ...], found: list[str]
) -> None:
    assert [heading.text for heading in tight(*lines).segment().headings] == found


@pytest.mark.parametrize(("above", "bold"), [(8.0, 0.0), (0.0, 1.0)])
def test_such_lines_tell_nothing_where_paragraphs_have_room_or_headings_faces(
    above: float, bold: float
) -> None:
    report = tight("Lights of the coast", above=above).text("Bells", bold=bold).paragraphs(9, 10)
    assert "Lights of the coast" not in [heading.text for heading in report.segment().headings]


def test_the_title_above_a_text_without_room_is_no_heading() -> None:
    report = Report().text("Libraries and the forces that change them")
    for number in range(1, 9):
        report.text(f"{number}. What do the keepers of book {number} mean by this?", above=0.0)
    assert report.segment().headings == ()


@pytest.mark.parametrize(
    ("between", "found"),
    [
        (("Lights of the coast",), ["Lights of the coast"]),
        (("II.\tLights", "A.\tLamps", "Oil of the north"), ["II. Lights", "A. Lamps", "Oil of the north"]),
        (("Part Two", "Lights"), ["Part Two", "Lights"]),
        (("Lights of the coast.",), []),
        (("Lights of the coast:",), []),
        (("The keepers: lights of the coast",), []),
        (("lights of the coast",), []),
        (("(a)\tLights of the coast",), []),
        (("Keepers lit no lamps; for want of oil", "Lamps"), ["Lamps"]),
        ((f"Lights of the coast that {FILL}",), []),
        (("Lights\tLamps",), []),
    ],
)
def test_short_blocks_above_a_number_are_headings_in_a_text_without_faces(
    between: tuple[str, ...], found: list[str]
) -> None:
    texts = [
        f"1.\tKeepers met, and {FILL}.",
        "Their lamps burnt.",
        *between,
        f"2.\tKeepers left, and {FILL}.",
    ]
    parsed = blocks(*((text, {}) for text in texts))
    assert [heading.text for heading in parsed.headings] == found


@pytest.mark.parametrize("look", [{"bold": 1.0}, {"italic": 1.0}, {"role": "heading", "level": 2}])
def test_short_blocks_are_text_where_headings_have_faces(look: dict[str, Any]) -> None:
    parsed = blocks(
        ("Bells", look),
        (f"1.\tKeepers met, and {FILL}.", {}),
        ("Lights of the coast", {}),
        (f"2.\tKeepers left, and {FILL}.", {}),
    )
    assert [heading.text for heading in parsed.headings] == ["Bells"]


def test_a_number_with_another_below_it_is_that_of_a_heading() -> None:
    records = blocks(
        (f"1.\tKeepers met, and {FILL}.", {}),
        (f"2.\tThey left, and {FILL}.", {}),
        ("Annex", {}),
        ("1. Lights", {}),
        (f"1.\tThey were lit, and {FILL}.", {}),
        (f"2.\tThey burnt, and {FILL}.", {}),
        ("2. Horns", {}),
        (f"3.\tThey were heard, and {FILL}.", {}),
        (f"4.\tThey rang, and {FILL}.", {}),
    ).records
    assert [(record.address, record.section) for record in records] == [
        ("p1", ()),
        ("p2", ()),
        ("annex.p1", ("Annex", "1. Lights")),
        ("annex.p2", ("Annex", "1. Lights")),
        ("annex.p3", ("Annex", "2. Horns")),
        ("annex.p4", ("Annex", "2. Horns")),
    ]


def test_the_last_item_of_a_list_is_no_heading_above_the_next_paragraph() -> None:
    texts = [
        f"1. Keepers met. {FILL}.",
        "2. The towers are:",
        "1. North cape",
        "2. South cape",
        "3. East cape",
        f"3. It ended. {FILL}.",
    ]
    records = blocks(*[(text, {}) for text in texts]).records
    assert [(record.address, record.section) for record in records] == [
        ("p1", ()),
        ("p2", ()),
        ("p2.1", ()),
        ("p2.2", ()),
        ("p2.3", ()),
        ("p3", ()),
    ]


def test_nothing_is_misread_in_a_text_that_was_never_printed() -> None:
    texts = [f"1.\tKeepers met, and {FILL}.", "B. Attendance", f"3.\tThey left, and {FILL}."]
    found = blocks(*[(text, {}) for text in texts])
    assert [record.number for record in found.records] == ["1", "3"]
