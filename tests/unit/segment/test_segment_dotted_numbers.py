from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.segment.pages import FILL, TAB, Report
from tests.unit.segment.test_segment_numbering import TAIL

if TYPE_CHECKING:
    from tests.unit.segment.pages import Look


def test_recommendations_under_a_paragraph() -> None:
    report = Report().paragraphs(136, 137).paragraph("138.", f"The recommendations are {FILL}:")
    for minor in range(1, 13):
        report.paragraph(f"138.{minor}", f"Light the coast (Erewhon {minor});", indent=20, hang=20)
    report.paragraphs(139, 141)
    found = report.records()
    assert list(found) == [
        *("p136", "p137", "p138"),
        *(f"p138.{minor}" for minor in range(1, 13)),
        *("p139", "p140", "p141"),
    ]
    assert found["p138.2"].kind == "recommendation"
    assert found["p138.2"].number == "138.2"
    assert found["p138.2"].text == "Light the coast (Erewhon 2);"


@pytest.mark.parametrize(
    ("announced", "behind", "kind"),
    [
        ("The recommendations of the dialogue are", "", "recommendation"),
        ("The following recommendations (grouped by theme) enjoy support", "", "recommendation"),
        ("Recommendations 2.1 to 2.2 have been accepted", "", "recommendation"),
        ("Erewhon accepts what follows:", " (Ruritania)", "recommendation"),
        ("The Assembly calls on States to", "", "item"),
        ("Recalling its Recommendation 2051 (2014), the Assembly calls on States to", "", "item"),
    ],
)
def test_clauses_below_a_paragraph_are_items(announced: str, behind: str, kind: str) -> None:
    report = Report().paragraph("1.", f"The keepers {TAIL}").paragraph("2.", f"{announced} {FILL}:")
    for number in ("2.1.", "2.1.1.", "2.1.2.", "2.2."):
        report.paragraph(number, f"light the coast{behind};", indent=20, hang=20)
    found = report.paragraph("3.", f"The keepers {TAIL}").records()
    assert list(found) == ["p1", "p2", "p2.1", "p2.1.1", "p2.1.2", "p2.2", "p3"]
    assert {found[address].kind for address in ("p2.1", "p2.1.2", "p2.2")} == {kind}


@pytest.mark.parametrize("bold", [0.0, 1.0])
def test_numbers_printed_as_one_number_the_reply_below_them(bold: float) -> None:
    report = Report().paragraphs(1, 2).heading("Accepted recommendations").paragraph("3.", f"It has {FILL}:")
    labels = [
        "122.11",
        "122.14– 15",
        "122.16.",
        "122.19, 27",
        "122.20:",
        "122.101-103.",
        "122.104",
        "122.122",
    ]
    for label in [*labels, "122.2–4 and 9"]:
        report.text(label, bold=bold, above=12).text(f"The lamps are lit, as {FILL}.").text(f"More {FILL}.")
    found = list(report.records().values())[3:]
    assert [(one.number, one.address) for one in found] == [
        *(("122.11", "p122.11"), ("122.14–15", "p122.14"), ("122.16", "p122.16")),
        *(("122.19, 27", "p122.19"), ("122.20", "p122.20"), ("122.101-103", "p122.101")),
        *(("122.104", "p122.104"), ("122.122", "p122.122"), ("122.2–4 and 9", "p122.2")),
    ]
    assert {one.kind for one in found} == {"recommendation"}
    assert {one.text for one in found} == {f"The lamps are lit, as {FILL}.\nMore {FILL}."}
    assert {one.section for one in found} == {("Accepted recommendations",)}


@pytest.mark.parametrize(
    "labels", [["122.1", "122.2–3"], ["122.2–3", "122.5"], ["6.1, 6.3 and 7.2", "7.3", "7.4–7.6"]]
)
def test_replies_however_few_have_the_numbers_above_them(labels: list[str]) -> None:
    report = Report().paragraphs(1, 2).heading("Replies").paragraph("3.", f"They follow, {TAIL}")
    for label in labels:
        report.text(label, bold=1.0, above=12).text(f"The lamps are lit, as {FILL}.")
    found = list(report.records().values())[3:]
    assert [(one.number, one.text) for one in found] == [
        (label, f"The lamps are lit, as {FILL}.") for label in labels
    ]


def test_one_line_of_several_numbers_heads_the_reply_below_it() -> None:
    report = Report().paragraphs(1, 3).text("122.2–3", bold=1.0, above=12).text(f"The lamps {TAIL}")
    found = report.records()
    assert (found["p3"].section, found["t1"].section) == ((), ("122.2–3",))


@pytest.mark.parametrize("ends", ["Geneva, 12 March 2019", "(Signed) J. Keeper", "* * *"])
def test_what_ends_a_document_is_no_part_of_its_last_reply(ends: str) -> None:
    report = Report().paragraph("1.", f"They follow, {TAIL}")
    for label in ("122.2–3", "122.5", "122.8"):
        report.text(label, above=12).text(f"The lamps are lit, as {FILL}.")
    report.text(ends, above=20).text(f"The keepers are thanked, as {FILL}.", above=20)
    assert report.records()["p122.8"].text == f"The lamps are lit, as {FILL}."


def test_a_theme_above_a_reply_is_no_part_of_the_reply_before() -> None:
    report = Report().paragraph("1.", f"They follow, {TAIL}")
    for theme, label in (("Lamps", "122.2–3"), ("Bells", "122.5"), ("Boats", "122.8")):
        report.text(theme, above=12).text(label, above=12).text(f"The lamps are lit, as {FILL}.")
    found = report.records()
    assert {found[f"p122.{n}"].text for n in (2, 5, 8)} == {f"The lamps are lit, as {FILL}."}
    assert [one.section for one in found.values()][1:] == [("Lamps",), ("Bells",), ("Boats",)]


def test_a_theme_in_the_face_of_the_text_is_no_part_of_the_reply_before() -> None:
    report = Report().paragraph("1.", f"They follow, {TAIL}")
    for theme, label in (
        ("Of the lamps at sea", "122.2–3"),
        ("Of bells that ring", "122.5"),
        ("Of boats", "122.8"),
    ):
        report.text(theme, above=4).text(label, above=4).text(f"The lamps are lit, as {FILL}.", above=4)
    found = report.records()
    assert {found[f"p122.{n}"].text for n in (2, 5, 8)} == {f"The lamps are lit, as {FILL}."}


def test_blocks_below_a_number_alone_that_is_no_reply_stand_for_themselves() -> None:
    report = Report()
    for number in ("1.1", "1.2", "2.1", "2.2"):
        report.text(number, above=12).text(f"The lamps are lit, as {FILL}.").text(f"More is said, as {FILL}.")
    report.text("Geneva, 12 March 2019", above=20)
    assert [one.text.count("\n") for one in report.records().values()].count(0) == len(report.records())


@pytest.mark.parametrize("row", ["96.5–15", "96.5, 97.1", "12.5-4"])
def test_numbers_in_a_line_of_their_own_are_no_label_elsewhere(row: str) -> None:
    report = Report().paragraphs(11, 12).text(row).text(f"The lamps are lit, as {FILL}.").paragraphs(13, 14)
    assert [number for number in report.records() if "." in number] == []


def test_what_the_state_supports_are_recommendations() -> None:
    report = Report().paragraph("1.", f"The keepers {TAIL}")
    report.paragraph("2.", f"Erewhon supports the following, as {FILL}:")
    for number in ("2.1.", "2.2.", "2.3."):
        report.paragraph(number, "Light the coast;", indent=20, hang=20)
    found = report.paragraph("3.", f"The keepers {TAIL}").records()
    assert {found[address].kind for address in ("p2.1", "p2.2", "p2.3")} == {"recommendation"}


def test_numbers_of_regulations_have_many_parts() -> None:
    printed = ["1.1", "1.1.1", "1.1.2", "1.1.2.1", "1.1.2.2", "1.1.2.2.1", "1.1.3", "1.2", "2.1", "2.2"]
    report = Report()
    for number in printed:
        report.paragraph(f"{number}.", f"The lamp {TAIL}", hang=60)
    assert list(report.records()) == [f"p{number}" for number in printed]


def test_a_heading_may_have_a_number_below_that_of_the_paragraph_above() -> None:
    report = Report().heading("1\tScope").paragraph("1.1.", TAIL).paragraph("1.2.", TAIL)
    report.heading("2\tLights").heading("2.1\tLamps").paragraph("2.1.", TAIL).paragraph("2.2.", TAIL)
    report.heading("2.2\tBells").text("2.2.1\tBells at sea", italic=1.0)
    found = report.paragraph("2.3.", TAIL).paragraph("2.4.", TAIL).records()
    assert list(found) == ["p1.1", "p1.2", "p2.1", "p2.2", "p2.3", "p2.4"]
    assert found["p2.3"].section == ("2 Lights", "2.2 Bells", "2.2.1 Bells at sea")


@pytest.mark.parametrize("printed", ["1.1.1.1", "1.3.1", "1.2.2.1"])
def test_a_number_of_many_parts_has_the_number_above_before_it(printed: str) -> None:
    report = Report()
    for number in ["1.1", "1.2", printed, "1.3", "2.1", "2.2"]:
        report.paragraph(f"{number}.", f"The lamp {TAIL}", hang=60)
    assert f"p{printed}" not in report.records()


@pytest.mark.parametrize("printed", ["183.5", "138.51", "138.1"])
def test_a_misprinted_number_under_a_paragraph_is_inferred(printed: str) -> None:
    report = Report().paragraphs(136, 137).paragraph("138.", f"The recommendations are {FILL}:")
    for minor in range(1, 9):
        number = printed if minor == 5 else f"138.{minor}"
        report.paragraph(number, f"Light the coast (Erewhon {minor});", indent=20, hang=20)
    parsed = report.segment()
    assert [record.address for record in parsed.records[3:]] == [f"p138.{minor}" for minor in range(1, 9)]
    record = parsed.records[7]
    assert (record.kind, record.number, record.number_inferred) == ("recommendation", printed, "138.5")
    assert [finding.text for finding in parsed.report.findings] == [
        f"{printed} is printed where 138.5 is due"
    ]


@pytest.mark.parametrize(
    ("last", "minors", "following", "found"),
    [
        (138, [1, 2, 12, 13, 14, 15], 139, True),  # a page between is missing
        (137, [11, 12, 13, 14, 15], 139, True),  # with the paragraph above it
        (135, [11, 12, 13, 14, 15], 139, True),
        (137, [11, 12, 13], 139, False),  # few
        (130, [11, 12, 13, 14, 15], 131, False),  # of another report
        (10, [11, 12, 13, 14, 15], 139, False),
    ],
)
def test_numbers_go_on_where_a_page_is_missing(
    last: int, minors: list[int], following: int, *, found: bool
) -> None:
    report = Report().paragraphs(1, last)
    for minor in minors:
        report.paragraph(f"138.{minor}", f"Light the coast (Erewhon {minor});", indent=20, hang=20)
    records = report.paragraphs(following, following + 3).records()
    taken = [(address, record.kind) for address, record in records.items() if address.startswith("p138.")]
    assert taken == [(f"p138.{minor}", "recommendation") for minor in minors if found or minor < 3]


def test_decisions_that_number_all_paragraphs_under_their_sections() -> None:
    report = Report().heading("Decision on the lights")
    for section in (1, 2, 3):
        for minor in (1, 2, 3):
            report.paragraph(f"{section}.{minor}", f"The author of part {section}.{minor} says that {TAIL}")
    assert report.segment().report.findings == ()
    found = report.records()
    assert list(found) == [f"p{a}.{b}" for a in (1, 2, 3) for b in (1, 2, 3)]
    assert found["p3.2"].kind == "paragraph"
    assert found["p3.2"].number == "3.2"


@pytest.mark.parametrize(("section", "kind"), [(24, "paragraph"), (118, "recommendation")])
def test_a_section_of_a_budget_numbers_its_paragraphs_under_its_own_number(section: int, kind: str) -> None:
    report = Report().heading("A. Lights").text(f"The lights of section {section}: {FILL}.")
    for minor in range(1, 13):
        report.paragraph(f"{section}.{minor}", f"The lamp {TAIL}")
    found = report.records()
    assert {found[f"p{section}.{minor}"].kind for minor in range(1, 13)} == {kind}


def test_a_decision_that_has_no_part_of_one_number_goes_on_behind_it() -> None:
    report = Report().heading("Decision on the lights")
    for section in (1, 2, 4):
        for minor in (1, 2):
            report.paragraph(f"{section}.{minor}", f"The author of part {section}.{minor} says that {TAIL}")
    report.paragraph("5.", f"The Committee decides that {TAIL}")
    assert list(report.records()) == ["p1.1", "p1.2", "p2.1", "p2.2", "p4.1", "p4.2", "p5"]


@pytest.mark.parametrize("look", [{"size": 14.0, "above": 14.0}, {"bold": 1.0, "above": 14.0}])
def test_chapters_of_one_paragraph_each_number_it_below_their_own_number(look: Look) -> None:
    report = Report()
    for chapter in (1, 2, 3):
        report.text(f"{chapter}. Lights of coast {chapter}", **look)
        report.paragraph(f"{chapter}.1", f"The keepers of part {chapter} say that {TAIL}")
    found = report.records()
    assert list(found) == ["p1.1", "p2.1", "p3.1"]
    assert found["p2.1"].section == ("2. Lights of coast 2",)


def test_dotted_numbers_further_out_than_a_list_do_not_stand_under_its_last_number() -> None:
    report = Report()
    for section in (1, 2, 3):
        report.text(f"{section}. Lights of coast {section}", bold=1.0, above=14.0)
        report.paragraph(f"{section}.1", f"The author of part {section} asks that {FILL}:", hang=36)
        for item in (1, 2):
            report.paragraph(f"{item}.", f"Lamps be lit by {FILL};", indent=72, hang=108)
    found = report.records()
    assert [address for address in found if address.count(".") == 1] == ["p1.1", "p2.1", "p3.1"]
    assert found["p2.1"].kind == "paragraph"


def test_chapters_in_capitals_of_two_lines_may_hold_no_paragraph() -> None:
    report = Report()
    for chapter in (1, 2, 3):
        report.text(f"{chapter}. LIGHTS OF COAST {chapter} AND OF ALL THE ISLANDS", centre=True, above=14.0)
        report.text("AND OF THE HARBOURS BEHIND THEM", centre=True, above=0.0)
        if chapter == 3:
            report.text("Table 1. Lamps by island", bold=1.0, above=14.0)
        else:
            report.paragraph(f"{chapter}.1", f"The keepers of part {chapter} say that {TAIL}")
    found = report.records()
    assert list(found) == ["p1.1", "p2.1", "tab1"]
    assert found["p2.1"].section[0].startswith("2. LIGHTS OF COAST 2")
    assert found["tab1"].section[0].startswith("3. LIGHTS OF COAST 3")


def test_decimals_at_line_starts_number_nothing() -> None:
    report = Report().text(f"In the morning {TAIL}")
    report.text("The lights of the coast and of the islands cost in the end as much as it was said,")
    report.text("1.1 million, and those of the rivers cost as much as the others, or in the end", above=0)
    report.text("2.1 million, as it was said.", above=0)
    assert list(report.records()) == ["t1", "t2"]


@pytest.mark.parametrize(
    "printed",
    [
        ["A.1", "A.1.1", "A.1.2", "A.2", "A.2.1", "B.1", "B.1.1", "B.1.2"],
        ["I.1", "I.2", "I.3", "II.1", "II.2", "III.1"],
        ["29B.1", "29B.2", "29B.3", "29B.4", "29B.5"],
    ],
    ids=["letters", "roman numbers", "a section of a budget"],
)
def test_paragraphs_may_be_numbered_by_section(printed: list[str]) -> None:
    report = Report().paragraphs(1, 3).heading("Lights")
    for number in printed:
        report.paragraph(number, f"The lamp {TAIL}", bold=float(number.count(".") == 1))
    found = report.records()
    assert list(found) == ["p1", "p2", "p3", *(f"p{number}" for number in printed)]
    assert {found[f"p{number}"].number for number in printed} == set(printed)
    assert {record.kind for record in found.values()} == {"paragraph"}


def test_headings_numbered_by_section_number_no_paragraphs() -> None:
    report = Report().paragraphs(1, 2)
    for number in range(1, 6):
        report.heading(f"A.{number} The lamps of the coast").paragraphs(2 * number + 1, 2 * number + 2)
    assert list(report.records()) == [f"p{number}" for number in range(1, 13)]


def test_a_section_that_is_over_is_cited() -> None:
    report = Report()
    for number in ("A.1", "A.2", "B.1", "B.2"):
        report.paragraph(number, f"The lamp {TAIL}")
    report.text(f"A.3 The lamp {TAIL}").paragraph("B.3", f"The lamp {TAIL}")
    assert list(report.records()) == ["pA.1", "pA.2", "pB.1", "pB.2", "t1", "pB.3"]


def test_numbers_below_those_of_a_resolution_are_items_and_no_recommendations() -> None:
    report = Report().heading("Resolution 2100 (2009)").heading("Lights of the coast")
    report.paragraph("1.", f"The Assembly notes that {FILL}.").paragraph("2.", "It calls on the keepers to:")
    for number in ("2.1.", "2.2.", "2.2.1.", "2.2.2.", "2.3."):
        report.paragraph(number, f"light the lamps, as {FILL};", indent=20, hang=56)
    found = report.paragraph("3.", f"It thanks them, {FILL}.").segment().records
    kinds = {record.number: record.kind for record in found if record.number}
    assert set(kinds) == {"1", "2", "2.1", "2.2", "2.2.1", "2.2.2", "2.3", "3"}
    assert {kinds[number] for number in kinds if "." in number} == {"item"}


def test_a_quantity_below_one_in_a_preamble_numbers_nothing() -> None:
    report = Report().text("The Assembly of Keepers,", italic=1.0)
    report.text("Noting that the oil of lamps was found to be dearer by 1.5 plus or minus", indent=TAB)
    report.text(f"0.2 parts in a hundred, which {FILL},", above=0)
    report.text(f"Noting also that {FILL},", indent=TAB, above=6.0).paragraphs(1, 3)
    assert [record.number for record in report.segment().records if record.number] == ["1", "2", "3"]


@pytest.mark.parametrize(("end", "found"), [("with target", 12), ("with these targets:", 13)])
def test_a_number_below_that_of_a_paragraph_may_stand_in_its_sentence(end: str, found: int) -> None:
    report = Report().paragraphs(1, 11).text(f"12.\tThe keepers went on with this work in accordance {end}")
    report.text(f"12.1 of the second goal, which {FILL}.", above=0)
    records = report.paragraphs(13, 14).segment().records
    assert [r.number for r in records].index("13") == found
