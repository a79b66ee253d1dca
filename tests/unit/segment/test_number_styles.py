"""Numbers of paragraphs with other signs around them than a stop behind."""

from __future__ import annotations

import msgspec
import pytest

from indexer.segment.number_styles import find_style
from tests.unit.segment.pages import FILL, LEFT, Report, lines_of

TEXT = f"The Court heard that {FILL}, and {FILL}, and that {FILL} in the end."

STYLES = ["[{}]\t", "§ {}\t", "¶{}.\t", "({})\t", "{})\t", "{}\t", "{} -\t"]


def judgment(style: str, count: int = 12, *, text: str = TEXT) -> Report:
    """A judgment in parts whose paragraphs are numbered in one style."""
    report = Report().heading("JUDGMENT", size=14)
    for number in range(1, count + 1):
        if number in (1, 5):
            report.heading("The facts" if number == 1 else "The law")
        report.text(style.format(number) + text, hang=30)
    return report


@pytest.mark.parametrize("style", STYLES)
def test_paragraphs_are_numbered_whatever_stands_around_the_numbers(style: str) -> None:
    found = judgment(style).records()
    assert list(found) == [f"p{number}" for number in range(1, 13)]
    assert found["p7"].number == "7"
    assert found["p7"].text == TEXT
    assert found["p7"].section[-1] == "The law"


@pytest.mark.parametrize("style", ["{}\t", "{} -\t", "{} -"])
def test_letters_without_capitals_stand_behind_them_too(style: str) -> None:
    words = "استمعت المحكمة إلى ما قاله حراس المنارات عن السفن والموانئ والعوامات في السواحل البعيدة"
    found = judgment(style, text=f"{words} و{words}.").records()
    assert list(found) == [f"p{number}" for number in range(1, 13)]


@pytest.mark.parametrize("style", STYLES)
def test_numbers_may_begin_anew_in_each_chapter(style: str) -> None:
    report = Report().heading("JUDGMENT", size=14)
    for chapter in ("The facts", "The law", "The costs"):
        report.heading(chapter)
        for number in range(1, 5):
            report.text(style.format(number) + TEXT, hang=30)
    found = report.records()
    assert list(found) == [f"{scope}p{n}" for scope in ("", "s2.", "s3.") for n in range(1, 5)]
    assert found["s3.p2"].text == TEXT


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("above", ["The facts", "They had the following to say:"])
def test_few_numbers_are_a_list_but_right_below_a_heading(style: str, above: str) -> None:
    headed = above == "The facts"
    report = Report().text(above, above=14.0, bold=float(headed))
    for number in range(1, 5):
        report.text(style.format(number) + TEXT, hang=30)
    assert ("p4" in report.records()) == (headed or style[0] in "§¶")  # no list has these


@pytest.mark.parametrize("style", STYLES)
def test_short_entries_are_a_list(style: str) -> None:
    assert "p2" not in judgment(style, text="A short entry").records()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("listed", [2, 3])
def test_a_list_in_a_paragraph_may_have_as_many_numbers_as_there_are_paragraphs(
    style: str, listed: int
) -> None:
    report = Report().heading("The facts")
    for number in range(1, 4):
        report.text(style.format(number) + TEXT, hang=30)
        for item in range(1, 6 if number == listed else 1):
            report.text(f"{item}.\tThe keepers of the lights.", indent=30, hang=60)
    third = report.records()["p3"].text  # behind the last one, it may be the report
    assert third == (TEXT if listed == 2 else "The keepers of the lights.")


@pytest.mark.parametrize("style", STYLES)
def test_paragraphs_with_a_stop_behind_their_numbers_have_lists_in_other_styles(style: str) -> None:
    report = Report().paragraphs(1, 8).paragraph("9.", "The keepers ask States to do what follows:")
    for number in range(1, 8):
        report.text(style.format(number) + TEXT, indent=30, hang=60)
    found = report.paragraphs(10, 12).records()
    assert [address for address in found if address[0] == "p"] == [f"p{number}" for number in range(1, 13)]


def test_notes_at_the_end_are_no_paragraphs() -> None:
    report = Report().heading("Lights", size=14)
    for _ in range(12):
        report.text(TEXT)
    for number in range(1, 8):
        report.text(f"{number}\t{TEXT}")
    assert not any(address.startswith("p") for address in report.records())


@pytest.mark.parametrize("style", STYLES)
def test_a_note_in_the_first_line_hides_no_number(style: str) -> None:
    text = TEXT.replace("Court", "Court{1}", 1)
    report = Report().text(style.format(1) + text, hang=30, notes={"1": "See part 5 of the minutes."})
    for number in range(2, 9):
        report.text(style.format(number) + text, hang=30)
    found = report.records()
    assert list(found) == [f"p{number}" for number in range(1, 9)]
    assert found["p1"].footnotes[0].mark == "1"


@pytest.mark.parametrize("style", STYLES)
def test_a_number_that_is_lost_hides_no_style(style: str) -> None:
    report = Report()
    for number in (1, 2, 3, 5, 6, 7, 8):
        report.text(style.format(number) + TEXT, hang=30)
    assert list(report.records()) == [f"p{number}" for number in (1, 2, 3, 5, 6, 7, 8)]


@pytest.mark.parametrize("italic", [0.0, 1.0])
@pytest.mark.parametrize("style", STYLES)
def test_numbers_begin_anew_below_headings_in_capitals_and_in_italics(style: str, italic: float) -> None:
    report = Report()
    for chapter in ("I. The facts", "II. The law", "III. The costs"):
        report.text(chapter if italic else chapter.upper(), above=14, centre=True, italic=italic)
        for number in range(1, 4):
            report.text(style.format(number) + TEXT, hang=30)
    found = report.records()
    assert list(found) == [f"{scope}p{n}" for scope in ("", "s2.", "s3.") for n in range(1, 4)]


@pytest.mark.parametrize("first", [1, 37])
@pytest.mark.parametrize("indent", [0.0, 36.0])
def test_commentaries_number_anew_in_brackets_below_each_article(first: int, indent: float) -> None:
    report = Report().heading("A. The lights").paragraphs(first, first + 6)
    for article, paragraphs in ((1, 3), (2, 1), (3, 4)):
        report.heading(f"Article {article}").text(TEXT, indent=30)
        report.text("Commentary", italic=1.0, centre=True, above=14)
        for number in range(1, paragraphs + 1):
            report.text(f"({number})\t{TEXT}", indent=indent, hang=indent)
            if number == 2:
                report.text("They asked:").text(f"(1)\t{FILL};", indent=60).text(f"(2)\t{FILL}.", indent=60)
    found = report.heading("B. The keepers").paragraphs(first + 7, first + 9).records()
    own = [f"p{number}" for number in range(first, first + 10)]
    assert [address for address in found if "p" in address and "s" not in address] == own
    assert [address for address in found if "s" in address and "p" in address] == [
        *("s2.p1", "s2.p2", "s2.p3", "s3.p1", "s4.p1", "s4.p2", "s4.p3", "s4.p4"),
    ]
    assert found["s3.p1"].text == TEXT
    assert found["s3.p1"].section == ("A. The lights", "Article 2", "Commentary")


def test_some_dashes_stand_a_tab_behind_their_numbers() -> None:
    report = Report()
    for number in range(1, 9):
        report.text(f"{number}{' -' if number % 2 else chr(9) + '-'}\t{TEXT}", hang=30)
    assert list(report.records()) == [f"p{number}" for number in range(1, 9)]


def test_the_margins_of_two_columns_may_be_found_differently() -> None:
    texts = [text for number in range(1, 9) for text in (f"§ {number}\t{TEXT}", TEXT)]
    items, measures = lines_of(*texts), Report().paragraphs(1, 3).items()[1]
    for item in items[8:]:
        item.line = msgspec.structs.replace(item.line, left=LEFT + 200, column=2)
        item.rel = -34.0
    style = find_style(items, measures, [])
    assert style is not None
    assert style.signs == "§"


def test_a_number_may_be_as_wide_as_its_tab() -> None:
    report = Report()
    for number in range(1, 13):
        report.text(f"{number} -{' ' if number < 10 else ''}{TEXT}", hang=15)
    found = report.records()
    assert list(found) == [f"p{number}" for number in range(1, 13)]
    assert found["p12"].text == TEXT


@pytest.mark.parametrize(("text", "left"), [(f"§ 1 {TEXT}", LEFT), ("§ 1 Short", LEFT + 18)])
def test_lines_hang_below_numbers_with_no_more_than_a_space_behind_them(text: str, left: float) -> None:
    report = Report()
    for _ in range(6):
        report.text(text, hang=18).text(TEXT, indent=18, hang=18)
    items, measures = report.items()
    assert measures.left(items[0]) == left


@pytest.mark.parametrize(
    ("style", "end", "found"),
    [("{}) ", ";", True), ("{}) ", "t", False), ("{} - ", ";", True), ("{} ", ";", False)],
)
def test_a_number_with_signs_needs_no_room_above_it(style: str, end: str, *, found: bool) -> None:
    report = Report()
    for number in range(1, 12):
        report.text(style.format(number) + TEXT)
    full = f"{f'and {FILL}'[:79]}{end}"
    report.text(full, above=0.0).text(style.format(12) + TEXT, above=0.0)
    assert ("p12" in report.records()) == found
