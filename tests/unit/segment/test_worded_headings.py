"""Headings that count: a number and the same words, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report, blocks

if TYPE_CHECKING:
    from tests.unit.segment.pages import Look

SENTENCE = f"In the morning {FILL}, and in the afternoon {FILL} again."


def treaty(*labels: str, text: str = SENTENCE, centre: bool = True) -> Report:
    """Put a plain line above each part of a text."""
    report = Report()
    for label in labels:
        report.text(label, centre=centre, above=8.0).text(text, above=8.0)
    return report


def read(report: Report) -> list[tuple[tuple[str, ...], str]]:
    return [(record.section, record.text) for record in report.segment().records]


@pytest.mark.parametrize(
    "label",
    [
        "Article {}", "Article {}.", "Article {}:", "Artigo {}.º", "ARTIKEL {}", "Članak {}.",
        "{} straipsnis", "{}‐modda", "Kifungu cha {}.", "L-Artiklu {}.",
        "Điều {}:", "Статья {}", "المادة {}", "제 {} 조", "第{}条", "Guideline {}", "Principle {}",
        "მუხლი {}.", "មាត្រា {}", "Մաս {}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("centre", [True, False])
def test_lines_that_count_with_one_word_are_headings(label: str, *, centre: bool) -> None:
    labels = [label.format(number) for number in (1, 2, 3, 4)]
    assert read(treaty(*labels, centre=centre)) == [((one,), SENTENCE) for one in labels]


@pytest.mark.parametrize(
    "labels",
    [
        ("Article I", "Article II", "Article III"),
        ("第十条", "第十一条", "第十二条"),
        ("المادة ٩", "المادة ١٠", "المادة ١١"),
        ("ধারা ২", "ধারা ৩", "ধারা ৪"),
    ],
)
def test_they_count_in_other_numbers_too(labels: tuple[str, ...]) -> None:
    assert read(treaty(*labels)) == [((one,), SENTENCE) for one in labels]


@pytest.mark.parametrize(
    "labels",
    [
        ("Regulation 1.1", "Regulation 1.2", "Regulation 2.1", "Regulation 2.4"),
        ("Rule 104.2", "Rule 104.3", "Rule 105.1"),
        ("Rule 4", "Rule 5", "Rule 5 bis", "Rule 5 ter", "Rule 6"),
        ("Artículo 7", "Artículo 8", "Artículo 8 bis"),
    ],
)
@pytest.mark.parametrize("title", ["", "Lamps and oil"])
def test_they_count_with_dots_and_by_what_was_put_in_later(labels: tuple[str, ...], title: str) -> None:
    report = Report()
    for label in labels:
        report.text(label, bold=1.0, above=14.0)
        if title:
            report.text(title, bold=1.0, above=14.0)
        report.text(SENTENCE, above=8.0)
    assert read(report) == [((label, title) if title else (label,), SENTENCE) for label in labels]


def test_answers_to_recommendations_are_no_headings() -> None:
    assert not [
        section for section, _ in read(treaty("12.1 Accepted", "12.2 Accepted", "12.3 Accepted")) if section
    ]


def test_paragraphs_below_them_begin_at_one_again() -> None:
    report = Report()
    for number in (1, 2, 3):
        report.text(f"Article {number}", centre=True, above=8.0)
        for paragraph in (1, 2):
            report.text(f"{paragraph}. {SENTENCE}", above=8.0)
    records = report.segment().records
    assert [record.section for record in records] == [(f"Article {n}",) for n in (1, 1, 2, 2, 3, 3)]
    assert [record.number for record in records] == ["1", "2"] * 3


@pytest.mark.parametrize(
    "labels",
    [
        ("Article 1", "Article 2"),  # two are no run
        ("Article 1", "Article 3", "Article 5"),
        ("Article 1", "Rule 2", "Principle 3"),
        ("article 1", "article 2", "article 3"),  # ends of sentences
        ("1.", "2.", "3."),
        ("No. 1", "No. 2", "No. 3"),
        ("In the course of article 1", "In the course of article 2", "In the course of article 3"),
    ],
)
def test_other_lines_are_not_told_by_their_numbers(labels: tuple[str, ...]) -> None:
    assert not [section for section, _ in read(treaty(*labels, centre=False)) if section]


def test_a_line_that_ends_a_paragraph_is_none() -> None:
    report = Report()
    for number in (1, 2, 3):
        report.text("lamps " * 12 + f"named in Article {number}", above=8.0)
    assert [line.text for line in report.document().pages[0].lines][1::2] == [
        "Article 1",
        "Article 2",
        "Article 3",
    ]
    assert not [section for section, _ in read(report) if section]


@pytest.mark.parametrize("row", ["Phase {}", "Group {}\tYes", "– Day {}", "Group\t{}"])
def test_lists_and_rows_that_count_are_no_headings(row: str) -> None:
    report = Report().text(SENTENCE)
    for number in (1, 2, 3, 4):
        report.text(row.format(number), above=2.0)
    assert not [section for section, _ in read(report.text(SENTENCE, above=12.0)) if section]


@pytest.mark.parametrize("below", [None, SENTENCE])
def test_paragraphs_of_the_same_words_keep_their_numbers(below: str | None) -> None:
    report = Report().text(SENTENCE)
    for number in (1, 2, 3, 4):
        report.text(f"{number}. Accepted.", above=8.0)
        if below:
            report.text(below, above=8.0)
    records = report.segment().records
    assert [record.number for record in records if record.number] == ["1", "2", "3", "4"]
    assert not any(record.section for record in records)


@pytest.mark.parametrize("label", ["{}. cikk", "{}. člen", "{}) atala", "{}. Artikla."])
@pytest.mark.parametrize("look", [{"centre": True}, {"bold": 1.0}, {"bold": 0.0}])
def test_a_stop_behind_the_number_needs_a_line_that_is_set_apart(label: str, look: Look) -> None:
    labels = [label.format(number) for number in (1, 2, 3, 4)]
    report = Report()
    for text in labels:
        report.text(text, **look).text(SENTENCE, above=8.0)
    found = read(report) == [((one,), SENTENCE) for one in labels]
    assert found == any(look.values())


ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")


@pytest.mark.parametrize("label", ["{} article", "Article {}", "Artículo {} bis"])
def test_lines_in_the_middle_that_share_a_word_are_headings(label: str) -> None:
    labels = [label.format(word) for word in ORDINALS]
    assert read(treaty(*labels)) == [((one,), SENTENCE) for one in labels]


@pytest.mark.parametrize(
    ("labels", "centre"),
    [
        ([f"{word} article" for word in ORDINALS[:4]], True),  # too few
        ([f"{word} article" for word in ORDINALS], False),
        ([f"keeper of the {word}" for word in ORDINALS], True),
        ([f"Lights of {word} and of other seas" for word in ORDINALS], True),
        (["Lights", "Buoys", "Bells", "Harbours", "Pilots"], True),
    ],
)
def test_other_lines_in_the_middle_are_text(labels: list[str], *, centre: bool) -> None:
    assert not any(section for section, _ in read(treaty(*labels, centre=centre)))


@pytest.mark.parametrize(("above", "found"), [(0.0, False), (8.0, True)])
def test_a_line_that_headings_share_is_one_where_it_stands_apart(above: float, *, found: bool) -> None:
    """It is the second line of each heading of a kind, or the same heading below each of several."""
    report = Report().text(SENTENCE)
    for word in ORDINALS:
        report.text(f"{word} part of the work of the", centre=True, above=8.0)
        report.text("United Keepers", centre=True, above=above).text(SENTENCE, above=8.0)
    sections = [record.section[-1:] for record in report.segment().records]
    assert (("United Keepers",) in sections) == found


def test_names_right_below_each_other_are_a_list() -> None:
    report = Report().text(SENTENCE)
    for word in ORDINALS:
        report.text(f"Ms. {word}", centre=True, above=0.0)
    assert not any(section for section, _ in read(report.text(SENTENCE, above=8.0)))


def test_captions_of_tables_stay_captions() -> None:
    assert not read(treaty("Table 1", "Table 2", "Table 3"))[0][0]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ({"centre": True}, {"centre": True}),
        ({"centre": True}, {"centre": True, "italic": 1.0}),
        ({"centre": True}, {"centre": True, "bold": 1.0}),
        ({"bold": 1.0}, {"bold": 1.0}),
        ({"centre": True, "bold": 1.0}, {"centre": True, "bold": 1.0}),
        ({"italic": 1.0}, {"italic": 1.0}),
        ({}, {"italic": 1.0}),
    ],
)
def test_the_line_right_below_is_their_title(label: Look, title: Look) -> None:
    titles = ("Use of lights", "Settlement of disputes about lights", "Entry into force", "Amendments")
    label, title = {**label, "above": 14.0}, {**title, "above": 0.0}
    report = Report()
    for number, words in enumerate(titles, 1):
        report.text(f"Article {number}", **label).text(words, **title).text(SENTENCE, above=10.0)
    assert [(" ".join(section), text) for section, text in read(report)] == [
        (f"Article {number} {words}", SENTENCE) for number, words in enumerate(titles, 1)
    ]


@pytest.mark.parametrize("name", ["Preamble", "PRÉAMBULE", "Preámbulo", "Преамбула", "序言", "الديباجة"])
def test_a_preamble_has_its_name(name: str) -> None:
    assert read(treaty(name)) == [((name,), SENTENCE)]


@pytest.mark.parametrize("end", ["preamble", "Preamble"])
def test_a_sentence_may_end_with_the_name_of_a_preamble(end: str) -> None:
    report = Report().text(SENTENCE).text("lamps " * 12 + f"named in {end}", above=8.0).text(SENTENCE)
    assert [line.text for line in report.document().pages[0].lines][-4] == end
    assert not [section for section, _ in read(report) if section]


def test_georgian_has_no_capitals() -> None:
    text = "ყოველი ადამიანი იბადება თავისუფალი და თანასწორი, და ზღვის შუქურა ანათებს ღამით. " * 3
    report = Report()
    for number in (1, 2, 3):
        report.text(f"მუხლი {number}", centre=True, above=8.0)
        report.text(text.strip(), above=8.0).text(text.strip(), above=8.0)
    assert [section for section, _ in read(report)] == [(f"მუხლი {n}",) for n in (1, 1, 2, 2, 3, 3)]


@pytest.mark.parametrize(
    ("last", "address"),
    [
        ("IN WITNESS WHEREOF, the undersigned have signed this Treaty of the Lights.", "annex.t1"),
        ("DONE at Saltmouth, this fifth day of May, in a single original.", "annex.t1"),
        ("EN FOI DE QUOI, les soussignés ont signé le Traité des feux.", "annex.t1"),
        ("HECHO en Saltmouth, el cinco de mayo.", "annex.t1"),
        ("СОВЕРШЕНО в Солемуте, пятого мая.", "annex.t1"),
        ("Done in time, this work needs no lamps, and the keepers may sleep.", "part-II.annex.t1"),
    ],
)
def test_the_last_words_of_a_treaty_end_its_parts_and_articles(last: str, address: str) -> None:
    report = Report()
    for part, numbers in (("I", (1, 2)), ("II", (3, 4))):
        report.heading(f"Part {part}")
        for number in numbers:
            report.heading(f"Article {number}", size=11.0).text(SENTENCE)
    report.text(last, above=14.0).heading("Annex").text(SENTENCE)
    records = report.segment().records
    assert (records[-1].address, records[-2].section == ()) == (address, address == "annex.t1")


def test_articles_end_the_preamble_that_names_the_parties() -> None:
    report = Report().heading("Preamble").text("The Parties to this Treaty,", above=8.0)
    for word in ("Recalling", "Noting"):
        report.text(f"{word} what {FILL},", italic_lead=len(word), above=8.0)
    report.text("Have agreed as follows:", above=8.0)
    for number in (1, 2, 3):
        report.heading(f"Article {number}").text(SENTENCE, above=8.0)
    records = report.segment().records
    assert [record.kind for record in records[1:3]] == ["preamble"] * 2
    assert [record.kind for record in records[-3:]] == ["text"] * 3


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("Guideline 1", ("Guideline 1", "Lamps")),
        ("Option 1", ("Lamps",)),
        ("Lights of the coast", ("Lamps",)),
    ],
)
def test_a_title_in_a_higher_face_stands_below_the_only_label_of_its_kind(
    label: str, section: tuple[str, ...]
) -> None:
    report = Report().heading("I. Lights", size=14.0).paragraphs(1, 3)
    report.text(label, italic=1.0, centre=True, above=14.0).text("Lamps", bold=1.0, centre=True, above=14.0)
    assert report.text(SENTENCE, above=14.0).segment().records[-1].section == ("I. Lights", *section)


def test_what_stands_above_a_preamble_in_italics_heads_nothing() -> None:
    report = Report().heading("Treaty of the lights", size=16.0)
    report.text("Opened for signature at Saltmouth on 5 May", italic=1.0, above=14.0)
    report.heading("Preamble").text("The Parties to this Treaty,", above=8.0)
    assert report.segment().records[-1].section == ("Treaty of the lights", "Preamble")


def test_the_title_of_an_annex_stands_above_its_articles_in_capitals() -> None:
    bold = {"bold": 1.0, "size": 12.0}
    records = blocks(
        *((f"{number}.\tThey met. {FILL}.", {}) for number in (1, 2, 3)),
        *((text, bold) for text in ("ANNEX", "Lights of the coast", "ARTICLE 1", "Lamps")),
        (SENTENCE, {}),
        *((text, bold) for text in ("ARTICLE 2", "Oil")),
        (SENTENCE, {}),
    ).records
    assert records[-1].section == ("ANNEX", "Lights of the coast", "ARTICLE 2 Oil")


def test_a_paragraph_that_begins_further_in_is_no_title() -> None:
    first, last = (
        "The keepers of the lights shall meet once a year in",
        "one of the harbours that have lights.",
    )
    report = Report().text(SENTENCE).text(SENTENCE)
    for number in (1, 2, 3):
        y = 250.0 + 100 * number
        report.place(f"Article {number}", 295.0, y)
        report.place(first, LEFT + 30, y + 24, right=RIGHT - 22).place(last, LEFT, y + 36)
    found = read(report)[2:]
    assert found == [((f"Article {number}",), f"{first} {last}") for number in (1, 2, 3)]
