"""Judgments: covers, quoted articles with headings of their own, parts of the law and of the facts."""

from __future__ import annotations

import pytest

from indexer.segment.covers import end_of_cover
from tests.unit.segment.pages import FILL, LEFT, Report, blocks, lines_of

CLAIM = f"The keeper complained that {FILL}, and relied on the article that reads"
QUOTED = f"“The lamps shall be lit by the keepers when {FILL}, and when fog comes in.”"


def cover(remark: str = "") -> Report:
    report = Report().text("HARBOUR COURT", centre=True).text("CASE OF A KEEPER", bold=1.0, centre=True)
    report.text("HARBOUR TOWN", centre=True, above=40.0).text("5 May 2011", centre=True, above=20.0)
    return report.text(remark, above=40.0) if remark else report


@pytest.mark.parametrize(
    ("remark", "section"),
    [
        ("This judgment will become final when nobody has asked for another one by day.", ("THE FACTS",)),
        (
            f"It was said that {FILL}, and {FILL}, and {FILL}, and {FILL}.",
            ("CASE OF A KEEPER", "HARBOUR TOWN", "THE FACTS"),
        ),
    ],
)
def test_the_headings_of_a_cover_are_above_nothing_else(remark: str, section: tuple[str, ...]) -> None:
    report = cover(remark).page_break().text("THE FACTS", above=14.0).paragraphs(1, 3)
    assert report.records()["p1"].section == section


def test_bold_lines_of_a_cover_are_no_running_text() -> None:
    report = Report().text("HARBOUR COURT", bold=1.0).text(f"ON THE LAMPS OF {FILL * 5}".upper(), bold=1.0)
    report.text("THE LIGHTS", bold=1.0, centre=True, above=30.0)
    report.page_break().heading("THE FACTS", size=9.0).paragraphs(1, 3)
    assert report.records()["p1"].section == ("THE FACTS",)


def test_a_cover_ends_at_the_contents_where_no_page_is_known() -> None:
    texts: list[tuple[str, dict[str, float]]]
    texts = [("THE LAMPS", {"size": 20.0, "bold": 1.0}), ("FINAL REPORT", {"size": 16.0, "bold": 1.0})]
    texts += [
        (text, {}) for text in ("Harbour Town", "Contents", "I. Lights ........ 3", "II. Oil ........ 9")
    ]
    for heading in ("I.\tLIGHTS", "II.\tOIL"):
        texts += [(heading, {"bold": 1.0}), (f"{FILL}.", {})]
    records = blocks(*texts).records
    assert [record.section for record in records[-2:]] == [("I. LIGHTS",), ("II. OIL",)]


@pytest.mark.parametrize("greeting", ["Excellency,", "Dear Madam,", "Monsieur le Président,"])
def test_the_head_of_a_letter_is_above_nothing_else(greeting: str) -> None:
    report = Report().text("HARBOUR PALACE", centre=True).text(f"Mandates of {FILL}, and {FILL}; of {FILL}")
    report.text(greeting, above=14.0).text(f"We write to you since {FILL}.", above=6.0).paragraphs(1, 3)
    assert {record.section for record in report.segment().records[-4:]} == {()}


def test_the_title_of_a_speech_stands_above_its_greeting() -> None:
    report = Report()
    for speaker in ("the Board", "the Keepers"):
        report.heading(f"Statement by {speaker}", size=14.0).text("Excellencies,", above=14.0)
        report.text(f"We speak to you since {FILL}.", above=6.0)
    sections = [record.section for record in report.segment().records if record.text.startswith("We")]
    assert sections == [("Statement by the Board",), ("Statement by the Keepers",)]


def test_a_letter_far_below_ends_no_cover() -> None:
    lines: list[tuple[str, dict[str, float]]] = [("LAMPS", {"size": 14.0, "bold": 1.0})]
    lines += [(f"{FILL}.", {})] * 40 + [("Dear Madam,", {}), (f"{FILL}.", {})]
    assert {record.section for record in blocks(*lines).records} == {("LAMPS",)}


def test_text_behind_a_cover_does_not_go_on_with_it() -> None:
    report = cover().page_break().text(f"In the case of a keeper {FILL}.").paragraphs(1, 3)
    assert [record.text[:8] for record in report.segment().records[-4:-3]] == ["In the c"]


@pytest.mark.parametrize(("begins", "end"), [(True, 2), (False, 0), (None, 0)])
def test_a_cover_ends_where_a_block_begins_overleaf(*, begins: bool | None, end: int) -> None:
    page = lines_of("HARBOUR TOWN", "Write to the keeper of the lights at the harbour, room 12, by day")
    (overleaf,) = lines_of(f"in the morning {FILL}", starts_block=begins)
    overleaf.page = 2
    _, measures = Report().paragraphs(1, 4).items()
    assert end_of_cover([*page, overleaf], {}, measures) == end


def test_a_first_page_of_narrow_text_is_no_cover() -> None:
    report = Report(size=26.0, leading=31.0).heading("LIGHTS", size=30.0)
    report.text(f"In the morning {FILL}, and {FILL}, and in the evening {FILL} as well.")
    report.page_break().text(f"By day {FILL}.").text(f"By night {FILL}.")
    assert {record.section for record in report.segment().records} == {("LIGHTS",)}


def test_a_first_page_on_which_the_text_begins_is_no_cover() -> None:
    report = (
        Report().heading("LIGHTS", size=20.0).heading("Introduction").text("The lamps are lit.", above=14.0)
    )
    report.page_break().text(f"By day {FILL}.").text(f"By night {FILL}.")
    assert {record.section for record in report.segment().records} == {("LIGHTS", "Introduction")}


def test_a_numbered_heading_on_a_first_page_alone_heads_the_next_page() -> None:
    report = Report().heading("I. Lights of the coast").page_break().paragraphs(1, 3)
    assert report.records()["p1"].section == ("I. Lights of the coast",)


@pytest.mark.parametrize(
    ("end", "below", "hang", "size", "quoted"),
    [
        (":", QUOTED, 24.0, 10.0, True),
        (":", QUOTED, 0.0, 9.0, True),
        (":", QUOTED.strip("“”"), 24.0, 10.0, True),
        (":", QUOTED.strip("“”"), 0.0, 10.0, False),
        (":", QUOTED, 0.0, 10.0, False),
        (".", QUOTED, 24.0, 10.0, False),
    ],
)
def test_the_heading_of_a_quoted_article_belongs_to_the_quotation(
    end: str, below: str, hang: float, size: float, *, quoted: bool
) -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 3).paragraph("4.", CLAIM + end)
    report.text("Article 6 of the Rules", bold=1.0, size=size, centre=True, above=8.0)
    report.text(below, indent=hang + 12.0, hang=hang, size=size, above=8.0).paragraphs(5, 6)
    records = report.records()
    assert (records["p5"].section == ("I. Lamps",)) is quoted
    assert ("Article 6 of the Rules" in records["p4"].text) is quoted


def test_articles_that_are_quoted_one_behind_the_other_head_nothing() -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 3).paragraph("4.", CLAIM + ":")
    for number in (6, 7):
        report.text(f"Article {number}", bold=1.0, centre=True, above=8.0)
        report.text(QUOTED, indent=24.0, hang=24.0, above=8.0)
    assert report.paragraphs(5, 6).records()["p5"].section == ("I. Lamps",)


@pytest.mark.parametrize(
    ("label", "quoted"), [("“Article 6", True), ("“Draft article 6", True), ("Article 6", False)]
)
def test_a_sign_opens_the_quotation_above_the_label_of_an_article(label: str, *, quoted: bool) -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 3).paragraph("4.", "She proposes the following text:")
    for line in (label, "Oil for lamps"):
        report.text(line, bold=1.0, size=10.0, above=14.0)
    records = report.text(QUOTED.strip("“”"), above=8.0).paragraphs(5, 6).records()
    assert (records["p5"].section == ("I. Lamps",)) is quoted


@pytest.mark.parametrize(
    ("left", "lead", "second", "quoted"),
    [
        (40.0, "4.\tThe text reads:", "The oil is kept.", True),
        (0.0, "4.\tThe text reads:", "The oil is kept.", False),
        (40.0, "4.\tThe text reads.", "The oil is kept.", False),
        (40.0, "4.\tThe text reads:", "Article 7", False),
        (40.0, "The Parties have agreed as follows:", "The oil is kept.", False),
    ],
)
def test_where_all_flows_an_article_is_quoted_whose_first_paragraph_is_set_in(
    left: float, lead: str, second: str, *, quoted: bool
) -> None:
    bold, set_in = {"bold": 1.0, "left": LEFT + 140}, {"left": LEFT + left, "text_left": LEFT + left}
    records = blocks(
        ("I.\tLamps", {"bold": 1.0, "size": 14.0}),
        *((f"{number}.\tIn part {number} {FILL}.", {}) for number in (1, 2, 3)),
        (lead, {}),
        ("Article 6", bold),
        ("Oil for lamps", bold),
        (f"The keepers have {FILL}.", set_in),
        (second, bold | set_in if second == "Article 7" else set_in),
        (f"The pilots have {FILL}.", set_in),
        (f"5.\tAt last {FILL}.", {}),
    ).records
    assert (records[-1].section == ("I. Lamps",)) is quoted


@pytest.mark.parametrize(("number", "quoted"), [("11.2", True), ("12.2", False)])
def test_a_sentence_names_what_it_quotes(number: str, *, quoted: bool) -> None:
    report = (
        Report().heading("I. Lamps").paragraphs(1, 3).paragraph("4.", "Staff rule 11.2 of the keepers says:")
    )
    for line in (f"Rule {number}", "Oil for lamps"):
        report.text(line, bold=1.0, size=10.0, above=14.0)
    records = report.text(QUOTED.strip("“”"), above=8.0).paragraphs(5, 6).records()
    assert (records["p5"].section == ("I. Lamps",)) is quoted
    assert ("Oil for lamps" in records["p4"].text) is quoted


@pytest.mark.parametrize("articles", [1, 3])
def test_one_article_that_is_set_in_is_a_quotation_and_several_are_a_text(articles: int) -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 3).paragraph("4.", CLAIM + ":")
    for article in range(1, articles + 1):
        report.text(f"Draft article {article}", bold=1.0, centre=True, above=8.0)
        report.text("Oil", bold=1.0, centre=True, above=8.0)
        for number in (1, 2):
            report.text(f"{number}.\t{QUOTED.strip('“”')}", indent=24.0, hang=24.0, above=8.0)
    found = report.paragraphs(5, 6).records()
    assert ("p4.1" in found) is (articles == 1)
    assert [record.section[-1] for record in found.values()].count("Oil") >= (articles - 1) * 2


@pytest.mark.parametrize(
    ("number", "section"),
    [("I.", ("THE LAW", "I. Oil")), ("III.", ("THE FACTS", "III. Oil"))],
)
def test_a_part_ends_the_one_before_where_its_chapters_count_anew(
    number: str, section: tuple[str, ...]
) -> None:
    report = Report().text("THE FACTS", above=14.0).paragraphs(1, 2)
    report.text("I. THE LAMPS", above=14.0).paragraphs(3, 4).text("II. RULES", above=14.0).paragraphs(5, 6)
    report.text("THE LAW", above=14.0).text(f"{number} Oil".upper(), above=14.0).paragraphs(7, 9)
    assert report.records()["p7"].section[-1] == section[-1].upper()
    assert ("II. RULES" in report.records()["p7"].section) is (number != "I.")


@pytest.mark.parametrize(("bold", "goes_on"), [(0.2, True), (0.0, False)])
def test_a_sentence_in_bold_goes_on_at_the_top_of_a_page(bold: float, *, goes_on: bool) -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 3)
    report.paragraph("4.", f"The keepers said at night and by day that {FILL}. The Committee", bold=bold)
    report.page_break().text(f"Recommends that oil be bought when {FILL}", bold=1.0).paragraphs(5, 6)
    records = report.records()
    assert ("oil be bought" in records["p4"].text) is goes_on


def test_opinions_of_judges_are_scopes_of_their_own() -> None:
    report = Report().text("THE LAW", above=14.0).paragraphs(1, 4)
    for name in ("CONCURRING OPINION OF JUDGE HORN", "DISSENTING OPINION OF JUDGE BELL"):
        report.page_break().text(name, centre=True).paragraphs(1, 2)
    records = report.records()
    found = {address: records[address].section for address in records if address.endswith("p2")}
    assert found == {
        "p2": ("THE LAW",),
        "opinion.p2": ("CONCURRING OPINION OF JUDGE HORN",),
        "opinion-2.p2": ("DISSENTING OPINION OF JUDGE BELL",),
    }


def test_numbers_below_the_plain_heading_of_an_opinion_are_its_own() -> None:
    texts = [f"{at}. In the morning {FILL}." for at in (1, 2, 3)]
    opinions = ["Dissenting opinion of Judge Horn", *texts, "Separate opinion of Judge Bell", *texts]
    found = [record.address for record in blocks(*((text, {}) for text in [*texts, *opinions])).records]
    assert found == [f"{scope}p{at}" for scope in ("", "opinion.", "opinion-2.") for at in (1, 2, 3)]


def test_an_opinion_in_an_annex_stays_in_it() -> None:
    report = Report().paragraphs(1, 4).page_break().heading("Annex")
    report.heading("Individual opinion of Committee member Ada Brightwater", size=10.0).paragraphs(1, 2)
    records = report.records()
    assert records["annex.p2"].section[0] == "Annex"


@pytest.mark.parametrize(("law", "section"), [("THE LAW", ("THE FACTS", "I. LAMPS")), ("", ("I. LAMPS",))])
def test_a_part_with_text_stays_above_its_chapters_where_another_stands_right_above_them(
    law: str, section: tuple[str, ...]
) -> None:
    report = Report().text("THE FACTS", above=14.0).paragraphs(1, 2)
    report.text("I. LAMPS", above=14.0).paragraphs(3, 4).text("II. RULES", above=14.0).paragraphs(5, 6)
    if law:
        report.text(law, above=14.0).text("I. OIL", above=14.0).paragraphs(7, 9)
    records = report.records()
    assert records["p3"].section == section
    assert records["p5"].section == (*section[:-1], "II. RULES")


def test_a_part_ends_what_is_set_otherwise_and_the_part_before() -> None:
    report = Report().text("THE FACTS", above=14.0).text("I. LAMPS", above=14.0).paragraphs(1, 2)
    report.text("Other lamps", bold=1.0, above=14.0).paragraphs(3, 4)
    report.text("THE LAW", above=14.0).text("I. OIL", above=14.0).paragraphs(5, 7)
    assert report.records()["p5"].section == ("THE LAW", "I. OIL")


@pytest.mark.parametrize(
    ("above", "letter", "section"),
    [
        (f"2. In the evening {FILL}.", "(a) The keeper", ("I. Lamps", "(a) The keeper")),
        (f"2. In the evening {FILL}:", "(a) The keeper", ("I. Lamps",)),
        (f"2. In the evening {FILL}.", "(a) The keeper;", ("I. Lamps",)),
        (f"2. In the evening {FILL}.", "(a) the keeper", ("I. Lamps",)),
        (f"2. In the evening {FILL}.", f"(a) The keeper, and {FILL}", ("I. Lamps",)),
    ],
)
def test_a_letter_set_as_the_text_heads_the_number_below_it_in_formats_that_flow(
    above: str, letter: str, section: tuple[str, ...]
) -> None:
    texts = ["I. Lamps", f"1. In the morning {FILL}.", above, letter, f"3. By day {FILL}."]
    looks = [{"bold": 1.0}, *[{}] * 4]
    parsed = blocks(*zip(texts, looks, strict=True), (f"4. By night {FILL}.", {"italic_lead": 3}))
    assert [record.section for record in parsed.records if record.number == "3"] == [section]


def test_a_heading_with_a_small_letter_does_not_carry_on_the_one_above_it() -> None:
    above = "1.\tLights of the harbour and of the islands beyond it, and their keepers by day and by night"
    texts = ["A.\tCoasts", above, "a.\tLamps", f"1. In the morning {FILL}.", f"2. In the evening {FILL}."]
    looks = [{"bold": 1.0}, {"bold": 1.0}, {"italic": 1.0}, {}, {}]
    parsed = blocks(*zip(texts, looks, strict=True))
    assert parsed.records[0].section == tuple(text.replace("\t", " ") for text in texts[:3])


@pytest.mark.parametrize(("quoted", "own"), [("4.", "[4]"), ("4.", "4.")])
def test_a_quoted_number_that_is_due_is_not_that_of_a_paragraph(quoted: str, own: str) -> None:
    signs = own.replace("4", "{}")
    report = Report()
    for number in (1, 2, 3):
        report.paragraph(signs.format(number), f"In the morning {FILL}, and {FILL} in the evening too.")
    report.text(f"{quoted}\tEach keeper {FILL}, and {FILL}.", indent=50.0, hang=86.0, above=14.0)
    for number in (4, 5, 6):
        report.paragraph(signs.format(number), f"By day {FILL}, and {FILL} by night too.", above=14.0)
    records = report.records()
    assert records["p4"].text.startswith("By day")
    assert "Each keeper" in records["p3"].text


def test_bold_lines_that_go_over_a_page_end_are_a_paragraph() -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 9)
    report.text(f"The Committee recommends that {FILL}, and {FILL} by 4 June 2015.", bold=1.0, split_after=2)
    record = report.paragraphs(10, 12).records()["p10"]
    assert record.section == ("I. Lamps",)


@pytest.mark.parametrize(("room", "headed"), [(14.0, True), (0.0, False)])
def test_a_heading_in_the_face_of_the_text_may_stand_at_the_top_of_a_page(
    room: float, *, headed: bool
) -> None:
    report = Report().heading("I. Lamps").paragraphs(1, 9).page_break().text("(b) The Government")
    report.paragraph("10.", f"By day {FILL}, and {FILL}.", above=room)
    section = report.paragraphs(11, 12).records()["p10"].section
    assert (section[-1] == "(b) The Government") is headed
