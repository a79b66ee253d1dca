"""What committees, assemblies and courts print, read as a whole: recommendations, articles, decisions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, TOP, Report, blocks

TEXT = f"They heard that {FILL}, and {FILL} too."
ADVICE = f"The State should see to it that {FILL}, and that {FILL}."


# -- recommendations in bold ---------------------------------------------------------------------------------


def test_bold_text_below_a_numbered_paragraph_is_what_is_recommended_in_it() -> None:
    report = Report()
    for number in range(1, 5):
        report.heading("Lights").paragraph(f"{number}.", TEXT).text(ADVICE, bold=1.0, above=12.0)
    records = report.records()
    assert list(records) == ["p1", "p2", "p3", "p4"]
    assert records["p2"].text == f"{TEXT}\n{ADVICE}"


def test_bold_text_above_the_first_number_leads_to_the_reply_below_it() -> None:
    report = Report()
    for number in range(1, 5):
        report.text(ADVICE, bold=1.0, above=12.0).paragraph(f"{number}.", TEXT)
    records = report.records().values()
    assert [record.text for record in records if record.number is None] == [ADVICE] * 4


@pytest.mark.parametrize("lines", [1, 2])
def test_sub_paragraphs_may_hang_otherwise_than_the_paragraph_that_leads_to_them(lines: int) -> None:
    report = Report()
    for number in range(1, 5):
        lead = f"They {'heard of all this, and that ' * 2 * lines}decided:"
        report.paragraph(f"{number}.", lead, hang=36)
        for letter in "abc":
            report.text(f"({letter})\tThat {FILL}, and {FILL};", indent=36)
    records = report.records()
    assert list(records) == ["p1", "p2", "p3", "p4"]
    assert [part.address for part in records["p2"].parts] == ["p2.a", "p2.b", "p2.c"]


def test_a_bold_paragraph_that_goes_on_over_a_page_end_is_no_heading() -> None:
    report = Report().paragraphs(1, 3).heading("Advice")
    report.paragraph("4.", f"The Committee asks that {FILL} be told of it.", bold=1.0, split_after=1)
    records = report.records()
    assert list(records) == ["p1", "p2", "p3", "p4"]
    assert records["p4"].section == ("Advice",)


# -- articles, questions and sections ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label", ["Article {}: Lights", "Question {}: Lights", "Reply to paragraph {} of the list"]
)
def test_headings_set_alike_stand_below_the_article_where_others_follow(label: str) -> None:
    report, number = Report(), 0
    for article in (2, 3, 4):
        report.heading(label.format(article), size=10.0)
        for title in ("Bells", "Horns"):
            number += 1
            report.heading(title, size=10.0).paragraphs(number, number)
    sections = [record.section for record in report.records().values()]
    # behind the last one nothing tells
    assert sections[:4] == [(label.format(n), title) for n in (2, 3) for title in ("Bells", "Horns")]


def test_a_heading_right_below_the_last_article_with_a_title_stands_below_it() -> None:
    report = Report().heading("Article 4: Lights", size=10.0).heading("Bells", size=10.0).paragraphs(1, 2)
    assert report.records()["p1"].section == ("Article 4: Lights", "Bells")


def test_days_set_as_the_items_below_them_stand_below_none() -> None:
    report, number = Report(), 0
    for day in ("Monday", "Tuesday", "Wednesday"):
        report.heading(day, size=10.0)
        for item in (1, 2):
            number += 1
            report.heading(f"Item {number}", size=10.0).paragraphs(
                2 * number + item - 2, 2 * number + item - 2
            )
    assert all(len(record.section) <= 2 for record in report.records().values())
    assert not any(record.section[:1] == ("Item 2",) and len(record.section) > 1
                   for record in report.records().values())  # fmt: skip


@pytest.mark.parametrize("question", ["Issue No. {}", "Reply to paragraph {} of the list"])
def test_a_part_is_not_named_after_the_first_question_below_it(question: str) -> None:
    report = Report().heading("Part I")
    for number in (1, 2, 3):
        report.heading(question.format(number)).paragraphs(number, number)
    records = report.records()
    assert records["p1"].section == ("Part I", question.format(1))
    assert records["p2"].section == ("Part I", question.format(2))


def test_an_article_is_no_line_of_the_title_of_the_chapter_above_it() -> None:
    report, chapters = Report(), ("Chapter I", "Chapter II", "Chapter III")
    for at, chapter in enumerate(chapters):
        report.text(chapter, centre=True, above=14).text("Lamps and their keepers", centre=True, above=2)
        for article in (2 * at + 1, 2 * at + 2):
            report.text(f"Article {article}. Lights", centre=True, italic=1.0, above=14)
            report.text(TEXT, above=8).text(TEXT)
    sections = [record.section for record in report.segment().records[::2]]
    assert sections == [
        (f"{chapter} Lamps and their keepers", f"Article {2 * at + article}. Lights")
        for at, chapter in enumerate(chapters)
        for article in (1, 2)
    ]


@pytest.mark.parametrize(
    "words",
    ["Have agreed as follows:", "Sont convenus de ce qui suit :", "Han convenido en lo siguiente:"],
)
def test_the_articles_below_a_preamble_are_no_quotation(words: str) -> None:
    report = Report().text("The Parties to this Agreement,").text(f"Noting {FILL},", above=8).text(words)
    for article in (1, 2):
        report.text(f"Article {article}", centre=True, italic=1.0, above=14)
        report.text("1.\tIn these articles:", indent=30, above=8)
        report.text(f"(a)\tA light means {FILL};", indent=60).text(f"(b)\tA bell means {FILL}.", indent=60)
        report.text(f"2.\t{TEXT}", indent=30)
    numbered = [record for record in report.segment().records if record.number]
    assert [record.section for record in numbered] == [("Article 1",)] * 2 + [("Article 2",)] * 2


def test_articles_with_titles_and_the_title_of_a_chapter_may_be_plain_and_in_the_middle() -> None:
    report = Report()
    for article in (1, 2, 3):
        if article != 2:
            report.text(f"Chapter {'I' * (article // 2 + 1)}", centre=True, above=14)
            report.text("Lamps and their keepers", centre=True, above=2)
        report.text(f"Art. {article}. Lights", centre=True, above=14).text(TEXT, above=8).text(TEXT)
    sections = [record.section for record in report.segment().records[::2]]
    assert sections == [
        ("Chapter I Lamps and their keepers", "Art. 1. Lights"),
        ("Chapter I Lamps and their keepers", "Art. 2. Lights"),
        ("Chapter II Lamps and their keepers", "Art. 3. Lights"),
    ]


def test_sizes_half_a_point_apart_are_those_of_two_ranks() -> None:
    report = Report().heading("Report of the Panel", size=12.4).text(TEXT)
    report.heading("I. Lights", size=11.6).paragraphs(1, 3)
    assert report.records()["p1"].section == ("Report of the Panel", "I. Lights")


def test_the_last_words_of_a_treaty_stand_below_none_of_its_short_articles() -> None:
    report = Report()
    for article in (1, 2, 3):
        report.heading(f"Art. {article}. Lights").text(TEXT)
    records = report.text("IN WITNESS WHEREOF they have signed this Agreement.", above=14).segment().records
    assert records[-1].section == ()


@pytest.mark.parametrize("reasons", ["FOR THESE REASONS, THE COURT", "PAR CES MOTIFS, LA COUR"])
def test_what_a_court_decides_stands_beside_its_chapters(reasons: str) -> None:
    report = Report().heading("I. THE FACTS", size=10.0).paragraphs(1, 3).heading("II. THE LAW", size=10.0)
    report.heading("A. Bells", size=10.0).paragraphs(4, 6).heading(reasons, size=10.0)
    records = report.text("Dismisses the claim of the keepers of lights;", above=14).segment().records
    assert records[-1].section == (reasons,)


def test_a_box_right_below_a_label_is_its_text_and_no_title() -> None:
    report, left, right = Report(), LEFT + 26, RIGHT - 26
    for label in (1, 2, 3):
        report.place(f"Recommendation {label}", 273, TOP + 12, bold=1.0)
        report.place(
            "The heads of all lights should see to it that the keepers know of", left, TOP + 27, right=right
        )
        report.place("what the Board has said of them,", left, TOP + 39)
        report.text(TEXT, above=30).paragraphs(3 * label - 2, 3 * label).page_break()
    found = [record for record in report.segment().records if record.kind == "recommendation"]
    assert [record.number for record in found] == ["1", "2", "3"]
    assert all(record.text.startswith("The heads of all lights") for record in found)


def test_a_line_break_in_a_bold_line_that_flows_is_one_in_a_heading() -> None:
    parsed = blocks(
        ("Case No. 12", {"bold": 1.0}),
        (f"Report in which {FILL}", {"bold": 1.0, "starts_block": False}),
        (f"1. {TEXT}", {}),
        (f"2. {TEXT}", {}),
    )
    assert parsed.records[-1].section == (f"Case No. 12 Report in which {FILL}",)


# -- decisions -----------------------------------------------------------------------------------------------


def _decisions(heading: str, *, symbols: bool = False, ends: str = ",") -> Report:
    """Three decisions with two recitals and four paragraphs each."""
    report = Report()
    for decision in range(4, 7):
        if symbols:
            report.heading(f"Board/LK/Dec.{decision}(XIV)", size=10.0)
        report.heading(heading.format(decision), size=10.0).text("The Board,", above=8)
        for _ in range(2):
            report.text(f"Recalling the lights of the coast{ends}", above=8)
        for number in range(1, 5):
            report.paragraph(f"{number}.", f"Requests that {FILL};", above=8)
    return report


def test_the_number_of_an_item_above_an_organ_is_no_next_paragraph() -> None:
    records = _decisions("{}\tLights").segment().records
    assert [record.number for record in records if record.number] == ["1", "2", "3", "4"] * 3
    assert records[-1].section == ("6 Lights",)


def test_a_symbol_stands_where_the_one_before_stood() -> None:
    records = _decisions("DECISION ON LIGHTS", symbols=True).segment().records
    assert records[-1].section == ("Board/LK/Dec.6(XIV)", "DECISION ON LIGHTS")


@pytest.mark.parametrize("ends", [",", ";"])
def test_recitals_may_end_with_semicolons(ends: str) -> None:
    records = _decisions("Decision {}", ends=ends).segment().records
    recitals = [record for record in records if record.text.startswith("Recalling")]
    assert [record.kind for record in recitals] == ["preamble"] * 6


def test_a_remark_in_brackets_is_no_heading_for_its_capitals() -> None:
    parsed = blocks(
        ("Lights", {"bold": 1.0}),
        (f"1. {TEXT}", {}),
        (f"2. {TEXT}", {}),
        ("(LK/SR.4)", {}),
        ("Bells", {"bold": 1.0}),
        (f"3. {TEXT}", {}),
    )
    assert parsed.records[-1].section == ("Bells",)


def test_points_in_brackets_belong_to_the_paragraph_that_leads_to_them() -> None:
    report = Report().heading("Lights").text("The Board,", above=8).paragraph("1.", "URGES the keepers:")
    for point in range(1, 9):
        report.text(f"({point})\tto see that {FILL}, and {FILL};", indent=36, hang=72)
    records = report.paragraph("2.", "REQUESTS the keepers to report.").records()
    assert [record.number for record in records.values() if record.number] == ["1", "2"]
    assert [part.address for part in records["p1"].parts] == [f"p1.{point}" for point in range(1, 9)]


def test_lettered_decisions_are_no_part_of_the_last_recital() -> None:
    report = Report().heading("A. Lights").text("The Committee,").text(f"Recalling {FILL},", above=8)
    report.text(f"Noting {FILL},", above=8)
    for letter in "abc":
        report.text(f"({letter})\tRequests that {FILL};", indent=36, above=8)
    records = report.segment().records
    assert [record.text.split()[0] for record in records] == ["The", "Recalling", "Noting", "(a)"]
    assert records[2].kind == "preamble"


# -- numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("symbol", "first"), [("A/CN.4/L.9/Add.1", "p43"), ("A/CN.4/L.9", "p1")])
def test_an_addendum_counts_on_from_its_document(symbol: str, first: str) -> None:
    report = Report().running(head=symbol)
    report.place("United Nations", 117, 60).place(symbol, 400, 60).place("Distr.: Limited", 400, 75)
    report.place("4 May 2004", 400, 87).place("Original: English", 400, 99)
    report.text("Draft report of the Board", bold=1.0, size=14.0, above=30).heading("A. Lights")
    report.paragraphs(43, 45)
    for article in (1, 2):
        report.heading(f"Article {article}. Bells").text(f"1.\t{TEXT}").text(f"2.\t{TEXT}").text(
            f"3.\t{TEXT}"
        )
        report.text(f"4.\t{TEXT}")
    addresses = [record.address for record in report.segment().records if record.number]
    assert addresses[0] == first


def test_labels_in_brackets_count_in_formats_that_flow() -> None:
    texts: list[tuple[str, dict[str, Any]]] = [(f"{number}. {TEXT}", {}) for number in (1, 2, 3)]
    for article in (1, 2, 3):
        texts += [(f"Article {article}", {"bold": 1.0}), (TEXT, {}), ("Commentary", {"italic": 1.0})]
        texts += [(TEXT, {"label": f"({number})"}) for number in (1, 2, 3)]
    below = [record.number for record in blocks(*texts).records if record.section[-1:] == ("Commentary",)]
    assert below == ["1", "2", "3"] * 3


def test_a_year_with_a_note_mark_at_the_start_of_a_line_is_no_misprint() -> None:
    report = Report().paragraphs(1, 4).heading("Part Two").paragraphs(1, 4)
    report.text("5.\tThe lights were told of what had been done by the keepers since the long year of")
    report.text(f"2006.{{3}} {TEXT}", above=0).paragraphs(6, 9)
    numbers = [record.number for record in report.segment().records]
    assert numbers == [str(number) for number in (*range(1, 5), *range(1, 10))]
