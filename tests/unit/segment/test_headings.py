from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.segment.emphasis import Emphasis
from indexer.segment.heading_wraps import HeadingWraps
from indexer.segment.headings import HeadingFinder
from indexer.segment.items import set_gaps
from indexer.segment.run_ons import runs_on
from tests.unit.segment.pages import FILL, LEFT, RIGHT, TAB, Report, lines_of

if TYPE_CHECKING:
    from tests.unit.segment.pages import Look

SENTENCE = f"In the morning {FILL}, and in the afternoon {FILL} again."


def headings(report: Report) -> list[str]:
    items, measures = report.items()
    set_gaps(items)
    finder = HeadingFinder(items, measures)
    found = []
    at = 0
    while at < len(items):
        extent = finder.extent(at, (), items[at - 1] if at else None)
        if extent:
            found.append(" ".join(item.text for item in items[at : at + extent]))
        at += extent or 1
    return found


def around(
    *, text: str, bold: float = 0.0, italic: float = 0.0, size: float = 10.0, centre: bool = False
) -> Report:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    report.text(text, bold=bold, italic=italic, size=size, centre=centre, above=14)
    for _ in range(3):
        report.text(SENTENCE)
    return report


@pytest.mark.parametrize(
    "text",
    [
        *("I.\tLights of the coast", "Lights of the coast", "A.\tWhat was done in 2008?"),
        *("Article 5.", "Artículo IV.", "Статья 12."),
    ],
)
def test_bold_lines_are_headings(text: str) -> None:
    assert headings(around(text=text, bold=1.0)) == [text]


def test_larger_text_that_ends_in_a_stop_is_no_heading() -> None:
    assert headings(around(text="The lights were lit.", size=14)) == []
    assert headings(around(text="Were the lights lit?", size=14)) == ["Were the lights lit?"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We lit them every night. Nobody paid us for the oil, and nobody asked.”", 0),
        ("“We lit them every night”", 1),
        ("“Keeper A.”", 1),
        ("[The keepers go on to speak of the lights of the coast, and of the bells.]", 0),
        ("[Lights of the coast, and of all of the islands and harbours]", 1),
        ("What the “keepers of the northern lights” said to the members of the group", 1),
    ],
)
def test_whole_sentences_in_quotation_marks_or_brackets_are_no_heading(text: str, found: int) -> None:
    assert len(headings(around(text=text, size=14))) == found


@pytest.mark.parametrize(
    ("text", "heads"),
    [("<Lights of the coast>", True), ("<Proposed to move this to article 12 on the lights>", False)],
)
def test_a_remark_in_braces_is_no_heading(text: str, *, heads: bool) -> None:
    items, measures = around(text=text, italic=1.0).items()
    at = next(at for at, item in enumerate(items) if item.text == text)
    items[at].text = f"{{{text[1:-1]}}}"  # braces are marks of notes in reports made up
    assert (HeadingFinder(items, measures).extent(at, (), items[at - 1]) == 1) == heads


@pytest.mark.parametrize(
    ("text", "size", "found"),
    [
        ("Keepers wait outside the office of the harbour in May 2008 © The Group", 8.0, 0),
        ("Keepers wait outside the office of the harbour in May 2008", 8.0, 1),
        ("Keepers wait outside the office of the harbour in May 2008 © The Group", 10.0, 1),
    ],
)
def test_a_long_line_in_small_italics_is_a_caption(text: str, size: float, found: int) -> None:
    assert len(headings(around(text=text, size=size, italic=1.0))) == found


@pytest.mark.parametrize(("text", "found"), [("Ships\tLamps\tTotal", 0), ("A.\tShips", 1), ("Ships", 1)])
def test_small_italics_with_tabs_are_the_heads_of_columns(text: str, found: int) -> None:
    assert len(headings(around(text=text, size=8.5, italic=1.0))) == found


@pytest.mark.parametrize(("end", "found"), [("of the coast.", False), ("of the coast", True)])
def test_a_sentence_in_italics_goes_on_overleaf(end: str, *, found: bool) -> None:
    report = Report().paragraphs(1, 4)
    report.text(f"Lamps: {FILL} and {FILL} {end}", italic=1.0, above=14.0, split_after=2)
    assert bool(headings(report.paragraphs(5, 8))) == found


@pytest.mark.parametrize(
    ("size", "room", "heads"), [(8.0, -2.0, False), (8.0, 12.0, True), (10.0, 0.0, True)]
)
def test_small_italics_right_above_small_print_are_no_heading(
    size: float, room: float, *, heads: bool
) -> None:
    report = Report().text("Light for all the coasts", italic=1.0, size=8.0)
    report.text("www.lights.example", size=size, above=room).heading("Lights")
    assert ("Light for all the coasts" in headings(report.paragraphs(1, 3))) == heads


@pytest.mark.parametrize(
    "text", ["64%\t120\tUS$ 9.1m", "4.5 million", "€ 12 billion", "CHF 96", "96 per cent"]
)
def test_figures_in_large_type_are_no_heading(text: str) -> None:
    assert headings(around(text=text, size=24)) == []
    assert headings(around(text=f"{text} for lights", size=24)) == [f"{text} for lights"]


@pytest.mark.parametrize(
    ("text", "above", "found"),
    [
        ("Lights of the coast", 14.0, 1),
        (f"Lights of the coast, and what {FILL} and of bells", 14.0, 1),
        ("Lights of the coast", 0.0, 0),
        ("Lights went out.", 14.0, 0),
        ("www.lights.example", 14.0, 0),
    ],
)
def test_a_line_in_colour_that_stands_apart_is_a_heading(text: str, above: float, found: int) -> None:
    report = Report().paragraphs(1, 5).text(text, coloured=True, above=above).text(SENTENCE)
    assert headings(report) == [text][:found]


@pytest.mark.parametrize("address", ["keeper@lights.example", "www.lights.example"])
def test_an_address_alone_is_no_heading(address: str) -> None:
    report = Report().paragraphs(1, 5).text(address, bold=1.0, above=14.0).text(SENTENCE, above=14.0)
    assert headings(report) == []


def test_a_link_that_stands_apart_is_no_heading() -> None:
    report = Report().paragraphs(1, 5).text("Lights of the coast", coloured=True, linked=True, above=14.0)
    assert headings(report.text(SENTENCE)) == []


def test_a_line_in_colour_that_a_colon_leads_to_is_a_link() -> None:
    report = Report().paragraphs(1, 5).text("More is said by the keepers on this page:")
    assert headings(report.text("Lights of the coast", coloured=True, above=14.0).text(SENTENCE)) == []


def test_colour_tells_nothing_where_much_of_the_text_has_it() -> None:
    report = Report()
    for _ in range(4):
        report.text(SENTENCE, coloured=True, above=14.0).text("Lights", coloured=True).text(SENTENCE)
    assert headings(report) == []


def test_what_leads_in_a_chapter_in_larger_type_is_text_in_narrow_columns_too() -> None:
    report = Report().text(SENTENCE).heading("Lights", size=16.0)
    report.text(
        f"In the morning {'the keepers saw ships and ' * 14}went home.", size=13, indent=220, hang=220
    )
    assert headings(report.text(SENTENCE).text(SENTENCE)) == ["Lights"]


@pytest.mark.parametrize(("lead", "rest"), [("Lights.", "The"), ("Lights of the coast:", "In the")])
def test_bold_words_that_a_paragraph_begins_with_are_no_heading(lead: str, rest: str) -> None:
    report = Report().text(SENTENCE).text(f"{lead} {rest}", bold=0.9, bold_lead=len(lead))
    report.text(f"keepers said that {FILL}.", above=0.0)
    assert headings(report) == []


def test_bold_words_that_a_paragraph_begins_with_may_take_more_than_a_line() -> None:
    report = Report().text(SENTENCE).text("Of lights and " + "of ships and of boats " * 3, bold=1.0)
    report.text("of oil. The keepers said", above=0.0, bold=0.3, bold_lead=7)
    assert headings(report.text(f"that {FILL}.", above=0.0)) == []


def test_a_paragraph_in_larger_type_may_end_with_a_number() -> None:
    report = Report().text(SENTENCE).heading("Lights", size=16.0)
    for words in ("The keepers saw all of the ships on the morning of 9 October", "2008."):
        report.text(words, size=13, above=3.0)
    assert headings(report.text(SENTENCE).text(SENTENCE)) == ["Lights"]


def test_sentences_in_larger_type_go_on_over_the_end_of_a_line() -> None:
    report = Report().text(SENTENCE).heading("Lights", size=16.0)
    for words in ("The keepers saw all of the ships in the morning.", "Pilots went home with their"):
        report.text(words, size=13, above=3.0)
    assert headings(report.text("boats.", size=13, above=3.0).text(SENTENCE).text(SENTENCE)) == ["Lights"]


def test_a_page_of_larger_text_is_text() -> None:
    report = Report()
    for _ in range(12):
        report.text(SENTENCE)
    report.page_break()
    for _ in range(3):
        report.text(f"In the morning {FILL}, and so on", size=12)
    report.text("Lights of the coast", size=14, above=14)
    assert headings(report) == ["Lights of the coast"]


@pytest.mark.parametrize(
    ("text", "below", "found"),
    [
        ("On the building of lights:", SENTENCE, True),
        ("On the building of lights:", f"and {SENTENCE}", False),
        ("On the building of lights:", f"• {SENTENCE}", False),
        ("On the building of lights:", "Lamps", False),
        ("On the building of lights:", "States should:", True),
        ("On the building of lights:", f"9.\t{SENTENCE}", True),
        ("On the building of lights:", f"1.\t{SENTENCE}", False),
        ("Option 2:", SENTENCE, False),
        ("Mr. Keeper,", SENTENCE, False),
    ],
)
def test_a_bold_line_with_a_colon_heads_the_text_below_it(text: str, below: str, *, found: bool) -> None:
    report = Report().text(SENTENCE).text(SENTENCE).text(text, bold=1.0, above=12).text(below)
    assert headings(report) == ([text] if found else [])


@pytest.mark.parametrize(
    ("hang", "indent", "found"), [(36.0, 0.0, True), (36.0, 36.0, False), (0.0, 0.0, False)]
)
def test_an_option_beside_the_text_heads_what_has_no_numbers(
    hang: float, indent: float, *, found: bool
) -> None:
    report = Report()
    for number in range(1, 7):
        report.paragraph(f"{number}.", f"In part {number} {SENTENCE} {SENTENCE}", hang=hang)
    report.text("Option II:", bold=1.0, indent=indent).text(SENTENCE, indent=hang, hang=hang)
    assert headings(report) == (["Option II:"] if found else [])


def test_lines_of_another_face() -> None:
    assert headings(around(text="Lights of the coast", italic=1.0)) == ["Lights of the coast"]
    assert headings(around(text="Lights of the coast", size=14)) == ["Lights of the coast"]
    assert headings(around(text="LIGHTS OF THE COAST", centre=True)) == ["LIGHTS OF THE COAST"]
    assert headings(around(text="Annex II", centre=True)) == ["Annex II"]


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("Lights of the coast", 0.0),
        ("lights of the coast, which were lit,", 1.0),
        (f"The keepers conclude that {FILL} and they ask all States to go on with it.", 1.0),
        ("The keepers conclude that the lights were lit.", 1.0),
        ("▪ Lights of the coast", 1.0),
    ],
)
def test_other_lines_are_text(text: str, bold: float) -> None:
    assert headings(around(text=text, bold=bold)) == []


def test_a_bold_sentence_with_a_note_behind_its_stop_is_text() -> None:
    sentence = "The keepers ask that the lamps of the coast be lit on every night of the year.{1}"
    report = Report().heading("I. Lights").text(FILL).text(sentence, bold=1.0).text(FILL)
    assert [heading.text for heading in report.segment().headings] == ["I. Lights"]


def test_type_of_half_the_size_of_the_text_is_no_heading() -> None:
    assert headings(around(text="Lights of the coast", bold=1.0, size=8)) == ["Lights of the coast"]
    assert headings(around(text="Lights of the coast", bold=1.0, size=5)) == []


@pytest.mark.parametrize(("text", "found"), [("* Terms of the keepers", 0), ("Terms of the keepers *", 1)])
def test_a_remark_with_a_star_is_no_heading(text: str, found: int) -> None:
    assert len(headings(around(text=text, italic=1.0))) == found


@pytest.mark.parametrize(("size", "heads"), [(7.0, False), (8.0, True)])
def test_small_italics_head_a_column(size: float, *, heads: bool) -> None:
    report = Report().paragraphs(1, 3).text("Date of issue", italic=1.0, size=size, above=14)
    parsed = report.text("Keepers met.", above=14).segment()
    assert bool(parsed.headings) is heads


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Statement of the keepers of lights,", "made by the keeper of the harbour", True),
        ("Statement of the keepers of lights", "made by the keeper of the harbour", False),
        ("Statement of the keepers of lights,", "The keeper of the harbour", False),
    ],
)
def test_a_heading_goes_on_behind_its_comma_though_there_is_room(
    first: str, second: str, *, whole: bool
) -> None:
    report = Report().text(SENTENCE).text(SENTENCE)
    report.text(first, bold=1.0, above=14).text(second, bold=1.0, above=6)
    found = headings(report.text(SENTENCE).text(SENTENCE))
    assert (found == [f"{first} {second}"]) == whole


@pytest.mark.parametrize(
    ("above", "indent", "room", "heads"),
    [
        ("General discussion on:", 24, 6, False),
        ("General discussion", 24, 6, True),
        ("General discussion on:", 0, 6, True),
        ("General discussion on:", 24, 14, True),
    ],
)
def test_a_bold_entry_to_which_a_colon_leads_is_no_heading(
    above: str, indent: int, room: float, *, heads: bool
) -> None:
    entries = ["Item 9: Lights of the coast", "Item 10: Bells of the coast"]
    report = Report().text(SENTENCE).text(SENTENCE).text(above, indent=24)
    for entry in entries:
        report.text(entry, indent=indent, bold=1.0, above=room)
    assert (headings(report.text(SENTENCE))[:1] == entries[:1]) == heads


@pytest.mark.parametrize(
    ("label", "address", "section"),
    [
        ("Annex", "annex.t1", ("Annex", "Law of the lights")),
        ("Annex II", "annex-II.t1", ("Annex II Law of the lights",)),
    ],
)
def test_the_title_of_an_annex_may_stand_right_below_its_label(
    label: str, address: str, section: tuple[str, ...]
) -> None:
    report = Report().paragraphs(1, 3).page_break().text(label, bold=1.0, centre=True)
    report.text("Law of the lights", bold=1.0, centre=True, above=0.0).text(SENTENCE)
    (*_, last) = report.segment().records
    assert (last.address, last.section) == (address, section)


def test_a_heading_of_two_lines_is_one() -> None:
    text = "I.\tThe lights of the coast and what was done by night, by day and in fog to keep them lit"
    assert headings(around(text=text, bold=1.0, size=12)) == [text]


def test_a_remark_in_brackets_behind_a_bold_heading_is_plain() -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    report.text("Lights of the coast [item 81]", bold=0.77, bold_lead=19, above=14)
    report.text(SENTENCE, above=12)
    report.text("Lights were lit again by", bold=0.77, bold_lead=19, above=14)
    report.text(SENTENCE, above=12)
    assert headings(report) == ["Lights of the coast [item 81]"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (0.4, 1.0, ["A.\tUpdate of the Handbook of Lights and Lamps"]),
        (0.4, 0.3, ["A.\tUpdate of the Handbook of Lights and Lamps"]),
        (0.0, 0.6, ["A.\tUpdate of the Handbook of Lights and Lamps"]),
        (0.0, 1.0, ["A.\tUpdate of the Handbook", "of Lights and Lamps"]),
        (1.0, 0.0, ["A.\tUpdate of the Handbook", "of Lights and Lamps"]),
    ],
)
def test_a_title_in_italics_goes_on_in_the_next_line_of_a_heading(
    first: float, second: float, found: list[str]
) -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    report.text("A.\tUpdate of the Handbook", bold=1.0, italic=first, size=12, above=14)
    report.text("of Lights and Lamps", bold=1.0, italic=second, size=12, above=0)
    for _ in range(3):
        report.text(SENTENCE, above=14)
    assert headings(report) == found


@pytest.mark.parametrize(
    ("letter", "above", "found"),
    [
        ("(b)", 0, ["Chapter III General debate: (a) Lights of the coasts (b) Lamps"]),
        ("(b)", 14, ["Chapter III General debate: (a) Lights of the coasts", "(b) Lamps"]),
        ("(d)", 0, ["Chapter III General debate: (a) Lights of the coasts", "(d) Lamps"]),
    ],
)
def test_letters_of_a_title_belong_to_it(letter: str, above: float, found: list[str]) -> None:
    report = Report().text(SENTENCE)
    report.text("Chapter III", bold=1.0, size=14, above=14).text(
        "General debate:", bold=1.0, size=14, above=0
    )
    report.text("(a) Lights", bold=1.0, size=14, indent=36, above=0)
    report.text("of the coasts", bold=1.0, size=14, indent=60, above=0)
    report.text(f"{letter} Lamps", bold=1.0, size=14, indent=36, above=above).text(SENTENCE, above=14)
    assert headings(report) == found


@pytest.mark.parametrize(("organ", "found"), [("The General Assembly,", 1), ("The keepers, who", 0)])
def test_an_organ_in_italics_does_not_carry_on_the_full_line_above_it(organ: str, found: int) -> None:
    report = Report().paragraphs(1, 3).text("Draft resolution I", bold=1.0, above=14.0)
    title = "Reports of the Chair and of the keepers of all the lights of the northern coast"
    report.text(title, italic=1.0, above=14.0).text(organ, indent=24.0, italic_lead=len(organ) - 1, above=0.0)
    report.text(f"Recalling what {FILL},", indent=24.0, above=0.0).paragraphs(1, 3)
    assert (title in headings_of(report)) == found


def test_a_lead_in_that_runs_on_is_no_heading() -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    report.text("The keepers of all the coasts and of all of the harbours of all the regions and", bold=1.0)
    report.text(f"of the others that {FILL} met.", above=0)
    assert headings(report) == []


@pytest.mark.parametrize(
    ("above", "text", "heads"),
    [
        (0, "Lights of the coast", False),
        (3, "Lights of the coast", True),
        (3, "(Lights of the coast)", False),
        (8, "Lights of the coast", True),
        (8, "(Lights of the coast)", True),
    ],
)
def test_italics_right_below_the_words_they_hang_under_are_no_heading(
    above: float, text: str, *, heads: bool
) -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    report.text(text, italic=1.0, above=above)
    for _ in range(3):
        report.text(SENTENCE)
    assert headings(report) == ([text] if heads else [])


@pytest.mark.parametrize(("lead", "hang", "found"), [(8, 15.0, 0), (0, 15.0, 1), (8, 0.0, 1)])
def test_a_title_in_italics_goes_on_in_the_line_that_hangs_under_it(
    lead: int, hang: float, found: int
) -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    report.text("Lights of all the Coasts and all the Islands: what was done to keep them lit in", italic=1.0)
    report.text("All Fogs (Sales No. 9).", indent=hang, italic=0.3, italic_lead=lead, above=0)
    assert len(headings(report)) == found


@pytest.mark.parametrize(("hang", "found"), [(15.0, 0), (0.0, 1)])
def test_a_title_in_italics_over_two_lines_goes_on_in_brackets_that_hang_under_it(
    hang: float, found: int
) -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE)
    title = "Lights of all the Coasts and all the Islands: what was done to keep them lit in " + "Fog " * 17
    report.text(title + "and Mist", italic=1.0, hang=hang).text("(Sales No. 9).", indent=hang, above=0)
    assert len(headings(report)) == found


def test_the_star_of_a_symbol_font_ends_no_heading() -> None:
    assert headings(around(text="What is ahead.\uf02a", italic=1.0)) == []
    report = Report().heading("Lights\uf02a").paragraphs(1, 3)
    assert report.records()["p1"].section == ("Lights",)


@pytest.mark.parametrize("other", [0.0, 30.0])
def test_an_indented_name_is_no_centred_number(other: float) -> None:
    report = Report().text(SENTENCE).text(SENTENCE)
    report.text("M. Azure, keeper of the lights of the harbour and", indent=80).text(
        "islands;", indent=80 + other
    )
    report.text(SENTENCE).text(SENTENCE)
    assert len(headings(report)) == (0 if other == 0.0 else 1)


@pytest.mark.parametrize(("back", "found"), [(80, 0), (0, 1)])
def test_the_first_line_of_a_paragraph_may_be_in_the_middle_behind_an_initial(back: int, found: int) -> None:
    report = Report().text(SENTENCE).text(SENTENCE)
    report.text("M. Azure, keeper of the lights of the harbour and", indent=80, above=14.0)
    report.text("of the islands.", indent=80 - back, centre=not back, above=0.0 if back else 14.0)
    assert len(headings(report.text(SENTENCE).text(SENTENCE))) == found


@pytest.mark.parametrize(("hang", "found"), [(TAB, 0), (0.5 * TAB, 1)])
def test_what_hangs_below_the_words_behind_a_number_is_an_item(hang: float, found: int) -> None:
    report = Report().text(SENTENCE).text(SENTENCE)
    report.paragraph("1.", "Lamps for the keepers of lights of the bay", indent=80, above=14.0)
    report.text("of the islands and of the coast", indent=80 + hang, above=0.0)
    assert len(headings(report.text(SENTENCE).text(SENTENCE))) == found


@pytest.mark.parametrize(
    ("above", "found"), [(0.0, ["Lights of the coast"]), (12.0, ["Lights of the coast", "For decision"])]
)
def test_italics_right_below_a_heading_are_no_heading(above: float, found: list[str]) -> None:
    report = Report().paragraphs(1, 2).text("Lights of the coast", bold=1.0, above=12.0)
    report.text("For decision", italic=1.0, above=above).text(SENTENCE, above=12.0)
    assert headings(report) == found


def test_italics_with_a_number_right_below_a_heading_are_one() -> None:
    report = Report().paragraphs(1, 2).text("I. Lights of the coast", bold=1.0, above=12.0)
    report.text("A. Ships and boats", italic=1.0, above=0.0).text(SENTENCE, above=12.0)
    assert headings(report) == ["I. Lights of the coast", "A. Ships and boats"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *(
            ("Recommendation\tPosition", 0),
            ("Article 12\tLamps", 1),
            ("Communication No. 45/2012\tA. v. B", 1),
        ),
        *(("Strategic objective A:\tLamps", 1), ("Ruritania\t[Original: Spanish]", 1)),
    ],
)
def test_the_heads_of_columns_are_no_heading(text: str, found: int) -> None:
    report = Report().paragraphs(1, 2).text(text, bold=1.0, above=14.0).text(f"They met. {FILL}.", above=8.0)
    assert len(report.segment().headings) == found


def test_a_remark_in_brackets_below_a_bold_heading_is_none() -> None:
    report = Report().heading("General comment No. 6: Lamps", centre=True)
    report.text("(thirteenth session, 1984)", italic=1.0, centre=True, above=14.0).paragraphs(1, 3)
    assert [heading.text for heading in report.segment().headings] == ["General comment No. 6: Lamps"]


@pytest.mark.parametrize("begins", [True, None])
def test_a_heading_does_not_run_on_into_another_paragraph(*, begins: bool | None) -> None:
    body = lines_of("General comment No. 6: Lamps", "(second session)", starts_block=begins)
    _, measures = Report().paragraphs(1, 4).items()
    assert runs_on(body, 0, 1, measures) is not begins


def test_the_end_of_a_wrapped_line_is_no_heading() -> None:
    assert headings(around(text="[lights of the coast]", italic=1.0)) == []
    assert headings(around(text="[Lights of the coast]", italic=1.0)) == ["[Lights of the coast]"]


def test_the_name_of_an_organ_in_large_type_is_a_heading() -> None:
    assert headings(around(text="The Human Rights Council", bold=1.0, size=16)) == [
        "The Human Rights Council"
    ]
    assert headings(around(text="The Human Rights Council,", bold=1.0, size=16)) == []
    assert headings(around(text="The Human Rights Council", bold=1.0)) == []


def test_the_opening_of_a_resolution_is_no_heading() -> None:
    assert headings(around(text="The General Assembly,", italic=1.0)) == []


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("The General Assembly,", ["79/1.\tLights along the coast and their keepers"]),
        ("and of the harbours", ["79/1.\tLights along the coast and their keepers and of the harbours"]),
    ],
)
def test_a_title_ends_above_the_opening_of_its_resolution(below: str, found: list[str]) -> None:
    report = Report().text(SENTENCE).text(SENTENCE)
    report.text("79/1.\tLights along the coast and their keepers", italic=1.0, above=14)
    report.text(below, italic=1.0, above=0).text(SENTENCE, above=14)
    assert headings(report) == found


def test_a_numbered_heading_may_have_a_colon_where_its_line_ends() -> None:
    wrapped = "Keepers of the outer harbours, of their lights and of all ferries there: administrative tasks"
    assert 70 < wrapped.index(" administrative") < 80 - len("2. ")
    titles = ["1. Lights", f"2. {wrapped}", "3. Ferries"]
    report = Report()
    for chapter, title in enumerate(titles, start=1):
        report.text(title, italic=1.0, above=12)
        for number in (1, 2):
            report.text(f"{chapter}.{number} {SENTENCE}", indent=18)
    records = report.segment().records
    assert [record.section for record in records] == [(title,) for title in titles for _ in range(2)]


def test_bold_conclusions_are_paragraphs() -> None:
    report = Report().heading("I.\tWork").paragraphs(1, 3).heading("II.\tConclusions")
    for number in range(4, 8):
        report.paragraph(f"{number}.", f"The keepers conclude that {FILL} and {FILL} in all.", bold=1.0)
    parsed = report.segment()
    assert [record.number for record in parsed.records] == [str(n) for n in range(1, 8)]
    assert [h.text for h in parsed.headings] == ["I. Work", "II. Conclusions"]
    assert all(record.text.endswith("in all.") for record in parsed.records[3:])


def test_bold_numbered_headings_are_headings() -> None:
    report = Report().heading("A.\tWork").heading("1.\tLamps", size=10).paragraphs(1, 3)
    report.heading("2.\tBells", size=10).paragraphs(4, 6).heading("3.\tHorns", size=10).paragraphs(7, 9)
    parsed = report.segment()
    assert [record.number for record in parsed.records] == [str(n) for n in range(1, 10)]
    assert [record.section[-1] for record in parsed.records[::3]] == ["1. Lamps", "2. Bells", "3. Horns"]
    assert parsed.report.findings == ()


@pytest.mark.parametrize("end", ["", "."])
def test_bold_text_right_above_a_number_is_a_heading_of_any_length(end: str) -> None:
    text = ", ".join([f"Progress on the aim that {FILL}"] * 4) + end
    assert 320 < len(text) < 600
    report = Report().heading("I.\tWork").paragraphs(1, 3).text(text, bold=1.0, above=14).paragraphs(4, 6)
    assert [heading.text for heading in report.segment().headings[1:]] == ([] if end else [text])


@pytest.mark.parametrize(("size", "found"), [(14, True), (10, False)])
def test_bold_text_in_larger_type_is_a_heading_of_any_length(size: int, *, found: bool) -> None:
    text = ", ".join([f"Letter on the coast where {FILL}"] * 3)
    assert 320 < len(text) < 600
    assert headings(around(text=text, bold=1.0, size=size)) == ([text] if found else [])


def test_bold_numbers_right_above_tables_are_headings_and_no_list() -> None:
    report = Report().heading("I.\tFramework", size=14).heading("A.\tTreaties")
    for number, name in enumerate(("Treaties of the coast", "Other treaties", "Treaties to come"), 1):
        report.heading(f"{number}.\t{name}", size=10)
        report.table([["State", "Lights", "Keepers"], ["Ruritania", "12", "30"]]).page_break()
    parsed = report.paragraphs(1, 4).segment()
    assert [record.address for record in parsed.records] == [
        *("tab1", "tab2", "tab3", "p1", "p2", "p3", "p4"),
    ]
    assert [record.section[-1] for record in parsed.records[:4]] == [
        *("1. Treaties of the coast", "2. Other treaties", "3. Treaties to come", "3. Treaties to come"),
    ]


def test_a_heading_with_nothing_below_it_at_the_end_is_text() -> None:
    report = Report().heading("I.\tWork").paragraphs(1, 3).heading("Annex").heading("Lamps", size=10)
    parsed = report.segment()
    assert [heading.text for heading in parsed.headings] == ["I. Work", "Annex"]
    last = parsed.records[-1]
    assert (last.address, last.kind, last.text, last.section) == ("annex.t1", "text", "Lamps", ("Annex",))


@pytest.mark.parametrize(
    ("first", "second", "section", "texts"),
    [
        ("Lamps", "Bells", ("Annex", "Bells"), ["Lamps"]),
        ("A.\tLamps", "Resolution 9/1", ("Resolution 9/1",), ["A. Lamps"]),
        ("Lamps", "I.\tBells", ("Annex", "Lamps", "I. Bells"), []),
        ("I.\tLamps", "A.\tBells", ("Annex", "I. Lamps", "A. Bells"), []),
        ("A.\tLamps", "I.\tBells", ("Annex", "A. Lamps", "I. Bells"), []),
        ("A.\tLamps", "II.\tBells", ("Annex", "II. Bells"), ["A. Lamps"]),
    ],
)
def test_a_heading_that_ends_with_nothing_below_it_is_text_or_a_title(
    first: str, second: str, section: tuple[str, ...], texts: list[str]
) -> None:
    report = Report().paragraphs(1, 3).heading("Annex").text(f"At noon {FILL}.")
    report.heading(first).heading(second, above=30).text(f"At night {FILL}.")
    records = report.segment().records
    assert records[-1].section == section
    assert [record.text for record in records[4:-1]] == texts
    assert all(record.section == ("Annex",) for record in records[4:-1])


def test_a_small_heading_with_nothing_below_it_is_no_title_of_a_large_one() -> None:
    report = Report().heading("I.\tWork").paragraphs(1, 3).heading("Lamps", size=10).heading("II.\tBells")
    records = report.paragraphs(4, 6).segment().records
    assert (records[3].text, records[3].section) == ("Lamps", ("I. Work",))
    assert records[4].section == ("II. Bells",)


def test_note_marks_are_no_words_of_a_heading() -> None:
    report = Report().paragraphs(1, 2).heading("II.\tLights{3}", notes={"3": "See there."}).paragraphs(3, 4)
    assert [h.text for h in report.segment().headings] == ["II. Lights"]


def test_a_compound_over_two_lines_of_a_heading_stays_whole() -> None:
    report = Report().paragraphs(1, 2).heading("II.\tReport of the keepers of the lights on their twenty-")
    report.text("first session", size=12, bold=1.0, above=0).paragraphs(3, 4)
    assert [h.text for h in report.segment().headings] == [
        "II. Report of the keepers of the lights on their twenty-first session"
    ]


def test_the_heading_of_an_annex_may_be_wrapped() -> None:
    """Faces with much room between the lines are set so that a title below "Annex" is no further away."""
    title = "Annex to the letter dated 6 April 2029 from the Permanent Representative of Ruritania to all"
    report = Report(leading=15.5).heading("I.\tWork", size=11).paragraphs(1, 3).page_break()
    report.heading(title, size=11).heading("Lights", size=10).paragraphs(1, 3)
    assert report.records()["annex.p1"].section == (title, "Lights")


@pytest.mark.parametrize(
    ("rest", "found"), [("of the Mission of Ruritania", True), ("The Mission of Ruritania", False)]
)
def test_the_heading_of_an_annex_may_be_wrapped_in_the_middle(rest: str, *, found: bool) -> None:
    first = "Annex to the letter dated 6 April 2029 from the Keeper"
    report = Report(leading=20.0).text(SENTENCE).text(first, bold=1.0, centre=True, above=14.0)
    report.text(rest, bold=1.0, centre=True, above=0.0).text(SENTENCE, above=14.0)
    assert (f"{first} {rest}" in headings(report)) == found


@pytest.mark.parametrize(
    ("first", "rest", "found"),
    [
        ("Приложение к письму Постоянного представителя Руритании при", "Организации", True),
        ("ANNEXE À LA LETTRE DATÉE DU 6 AVRIL 2029, ADRESSÉE AU", "PRÉSIDENT", True),
        ("Annex A", "Lights", False),
        ("Annex to the letter", "Lights", False),
    ],
)
def test_the_heading_of_an_annex_goes_on_behind_a_preposition(first: str, rest: str, *, found: bool) -> None:
    report = Report(leading=20.0).text(SENTENCE).text(first, bold=1.0, centre=True, above=14.0)
    report.text(rest, bold=1.0, centre=True, above=0.0).text(SENTENCE, above=14.0)
    assert (f"{first} {rest}" in headings(report)) == found


@pytest.mark.parametrize(("end", "heads"), [(".", False), ("", True)])
def test_a_sentence_in_the_middle_does_not_head_an_act(end: str, *, heads: bool) -> None:
    report = Report().text(SENTENCE)
    report.text(f"The texts below were adopted by the Council in May{end}", centre=True, above=14.0)
    report.text("The lights of the coast", centre=True, above=14.0)
    report.text("The General Assembly,", above=14.0).text(SENTENCE)
    found = headings(report)
    assert len(found) == 1
    assert found[0].startswith("The texts") == heads


@pytest.mark.parametrize(
    ("first", "headings"),
    [
        ("Lights of the coast and of the islands in the years from 2026 to", 1),
        ("Lights of the coast", 0),
    ],
)
def test_a_heading_may_end_with_a_year_on_a_line_of_its_own(first: str, headings: int) -> None:
    report = Report().paragraphs(1, 3).heading(first).heading("2029", above=0).paragraphs(4, 6)
    assert headings_of(report).count(f"{first} 2029") == headings


@pytest.mark.parametrize("number", ["2029", "2008/4", "(2016)", "2025–2029", "(2022–2029)", "[161]"])
@pytest.mark.parametrize("look", ["full", "italic", "centred"])
def test_a_heading_ends_with_a_number_as_its_lines_are_set(number: str, look: str) -> None:
    words = "Lights of the coast and of the islands in the years from 2026 to"
    first = words[:40] if look == "centred" else f"{words} the end of"
    italic = 1.0 if look == "italic" else 0.0
    set_as: Look = {"size": 10.0, "italic": italic, "bold": 1.0 - italic, "centre": look == "centred"}
    report = Report().paragraphs(1, 3).heading(first, **set_as)
    set_as["above"] = 0.0
    report.heading(number, **set_as).paragraphs(4, 6)
    assert headings_of(report).count(f"{first} {number}") == 1


def test_a_heading_alone_at_the_foot_of_a_page_heads_the_next() -> None:
    report = Report().heading("I.\tWork").paragraphs(1, 3).place("A.\tLights", LEFT, 700, size=12, bold=1.0)
    report.page_break().paragraphs(4, 6)
    assert report.records()["p4"].section == ("I. Work", "A. Lights")


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        (("Lights of the coast (recommendations 22, 27–28,", "30–41, 43–53 and 56)"), True),
        (("Lights of the coast (recommendations 22, 27–28,", "30–41, 43–53, 56,", "58 and 60)"), True),
        (("Lights of the coast in the north", "30–41, 43–53, 56"), False),
    ],
)
def test_a_heading_may_end_with_lines_of_numbers_in_brackets(lines: tuple[str, ...], *, heads: bool) -> None:
    report = Report().paragraphs(1, 3)
    for at, line in enumerate(lines):
        report.heading(line, size=10, centre=True, above=0 if at else 14)
    assert (" ".join(lines) in headings_of(report.paragraphs(4, 6))) == heads


def headings_of(report: Report) -> list[str]:
    return [heading.text for heading in report.segment().headings]


def test_a_line_in_capitals_with_room_around_it_is_a_heading() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).text("LIGHTS", above=14.0)
    report.text(SENTENCE, above=14.0).paragraphs(4, 6)
    assert headings_of(report) == ["I. Ships", "LIGHTS"]


def test_a_line_in_capitals_stands_above_a_numbered_heading() -> None:
    report = Report().paragraphs(1, 3).text("THE LIGHTS", size=10.6, above=14.0)
    report.heading("I. Lamps", size=10.0).paragraphs(4, 6)
    assert headings_of(report) == ["THE LIGHTS", "I. Lamps"]


@pytest.mark.parametrize(("lines", "found"), [(2, 1), (3, 1), (6, 0)])
def test_a_heading_in_capitals_may_be_wrapped_but_a_block_of_them_is_text(lines: int, found: int) -> None:
    report = Report().paragraphs(1, 3).text("THE LIGHTS OF THE COAST AND OF ALL THE ISLANDS THAT", above=14.0)
    for line in range(1, lines):
        report.text("HARBOURS KEEP" if line == lines - 1 else "HARBOURS KEEP AND THAT PILOTS SEE", above=0.0)
    assert len(headings(report.text(SENTENCE, above=0.0))) == found


def test_a_line_in_capitals_stands_alone_also_where_numbers_stand_out() -> None:
    report = Report()
    for number in range(1, 4):
        report.paragraph(f"{number}.", f"In part {number} {SENTENCE} {SENTENCE}", hang=TAB, above=14.0)
    report.text("LIGHTS", indent=TAB, above=14.0).text(SENTENCE, indent=TAB, hang=TAB, above=14.0)
    assert report.segment().records[-1].section == ("LIGHTS",)


@pytest.mark.parametrize("below", ["The General Assembly,", "1.\tOpening of the session"])
def test_a_line_in_capitals_stands_above_an_act_or_a_heading(below: str) -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).text("LIGHTS", above=14.0)
    report.text(below, above=14.0, bold=float(below[0] == "1")).text(SENTENCE, above=14.0)
    assert headings_of(report)[:2] == ["I. Ships", "LIGHTS"]


def test_a_title_in_capitals_may_be_wrapped() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3)
    report.text("LIGHTS OF THE COAST AND OF THE ISLANDS " * 2 + "AND THEIR KEEPERS", above=14.0)
    report.text("The General Assembly,", above=14.0)
    assert headings_of(report)[1].endswith("ISLANDS AND THEIR KEEPERS")


def test_a_title_in_capitals_below_an_annex_may_stand_above_few_words() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).page_break().text("ANNEX", above=0.0)
    report.text("LIGHTS OF THE COAST", above=14.0).text("They are lit.", above=14.0)
    assert headings_of(report) == ["I. Ships", "ANNEX", "LIGHTS OF THE COAST"]


def test_an_annex_does_not_carry_on_a_signature() -> None:
    report = Report().text(SENTENCE).text("Keeper of the Lights of the Coast", indent=230.0, above=14.0)
    report.page_break().text("ANNEX I", above=0.0).text(SENTENCE, above=14.0)
    assert headings_of(report) == ["ANNEX I"]


def test_a_numbered_heading_in_italics_may_stand_right_below_a_bold_one() -> None:
    report = Report().heading("Annotations").text("1. Opening of the lights", italic=1.0, above=0.0)
    report.text(SENTENCE, above=14.0).paragraphs(1, 3)
    assert headings_of(report) == ["Annotations", "1. Opening of the lights"]


def test_a_line_in_capitals_heads_the_lines_of_a_narrow_column() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).text("LIGHTS", above=14.0)
    narrow = "Circumnavigators of northern archipelagos appreciated lighthousekeepers"
    for _ in range(3):
        report.text(f"{narrow} {narrow}", above=0.0)
    assert headings_of(report)[-1] == "LIGHTS"


@pytest.mark.parametrize(
    ("below", "found"), [("The paragraph should read:", 1), ("The paragraph should read", 0)]
)
def test_a_line_in_capitals_heads_a_short_line_that_leads_in_what_follows(below: str, found: int) -> None:
    report = Report().text(SENTENCE).text("PAGE 3, PARAGRAPH 3", above=14.0).text(below)
    assert len(headings(report.text(f"“{SENTENCE}”"))) == found


@pytest.mark.parametrize(
    ("rest", "indent", "found"), [("THEIR KEEPERS", 168.0, 1), ("THEIR KEEPERS", 0.0, 0), ("lamps", 188.0, 0)]
)
def test_a_full_line_of_capitals_may_end_in_the_middle(rest: str, indent: float, found: int) -> None:
    report = Report().text(SENTENCE)
    first = "THE LIGHTS OF THE COAST AND OF ALL THE ISLANDS AND REEFS THAT PILOTS SEE, OR"
    report.text(first, indent=10.5, above=14.0)
    report.text(rest, indent=indent, above=0.0).text(SENTENCE, above=0.0)
    assert len(headings(report)) == found


@pytest.mark.parametrize(("indent", "found"), [(0.0, 1), (TAB, 1), (1.5 * TAB, 0)])
def test_capitals_may_begin_to_the_left_of_the_text(indent: float, found: int) -> None:
    report = Report()
    for _ in range(3):
        report.text(SENTENCE, indent=TAB, hang=TAB, above=14.0)
    report.text("PAGE 3, PARAGRAPH 12", indent=indent, above=20.0)
    report.text(SENTENCE, indent=TAB, hang=TAB, above=14.0)
    assert len(headings(report)) == found


@pytest.mark.parametrize(
    ("number", "indent", "found"), [("", 24.0, 1), ("", 0.0, 0), ("7.\t", -TAB, 1), ("", -TAB, 0)]
)
def test_a_full_line_of_capitals_stands_above_a_paragraph_that_begins_elsewhere(
    number: str, indent: float, found: int
) -> None:
    report = Report()
    for _ in range(3):
        report.text(number + SENTENCE, indent=indent)
    report.text("AGENDA OF THE KEEPERS OF THE LIGHTS OF ALL THE COASTS AND HARBOURS AND ISLANDS", above=14.0)
    report.text(number + SENTENCE, indent=indent, above=0.0)
    assert len(headings(report)) == found


def test_a_line_in_capitals_among_others_is_text() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).text("LIGHTS", above=0.0)
    report.text(SENTENCE, above=0.0).paragraphs(4, 6)
    assert headings_of(report) == ["I. Ships"]


@pytest.mark.parametrize("centre", [True, False])
def test_a_heading_in_capitals_stands_by_the_text_around_a_long_list(*, centre: bool) -> None:
    report = Report().text("LIGHTS", centre=centre, above=0.0)
    for number in range(1, 4):
        report.text(f"{number}.\t{SENTENCE}", indent=2 * TAB, above=14.0)
    for number in range(1, 12):
        report.paragraph(f"{number}.", f"{SENTENCE} {SENTENCE}", indent=2 * TAB, hang=2 * TAB)
    assert headings_of(report) == ["LIGHTS"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(a) Phares de la côte", True),
        ("b) Phares de la côte", True),
        ("b. Lights of the coast", True),
        ("а) Маяки на побережье", True),
        ("b) les phares de la côte", False),
        ("b) Phares de la côte;", False),
        ("• Phares de la côte", False),
    ],
)
def test_a_heading_in_italics_may_have_a_letter(text: str, *, found: bool) -> None:
    assert headings(around(text=text, italic=1.0)) == ([text] if found else [])


@pytest.mark.parametrize("text", ["大会第217A(III)号决议", "تقرير المنارات الوارد في الوثيقة A/74/80"])
def test_letters_of_scripts_without_capitals_are_none(text: str) -> None:
    items, measures = Report().paragraphs(1, 6).items()
    below = lines_of(text, f"The keepers {SENTENCE}")
    below[0].gap, below[1].gap = 30.0, 30.0
    assert not Emphasis([*items, *below], measures, frozenset()).is_strong(below[0])


def test_capitals_are_wider_than_other_letters() -> None:
    _, measures = Report().paragraphs(1, 6).items()
    line, capitals, letters = lines_of("LIGHTS OF THE", "BRIGHTWATER", "brightwater", right=RIGHT - 60.0)
    assert measures.ended_early(line, letters)
    assert not measures.ended_early(line, capitals)


def test_a_heading_in_capitals_may_stand_right_above_a_bold_one() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).text("LIGHTS", above=14.0)
    report.text("Of the coast", bold=1.0, above=14.0).text(SENTENCE, above=14.0).paragraphs(4, 6)
    assert headings_of(report) == ["I. Ships", "LIGHTS", "Of the coast"]


def test_an_annex_in_capitals_need_not_stand_in_the_middle() -> None:
    report = Report().heading("I. Ships").paragraphs(1, 3).page_break().text("ANNEX", above=0.0)
    report.text("The lights", bold=1.0, above=14.0).paragraphs(1, 3)
    assert headings_of(report) == ["I. Ships", "ANNEX", "The lights"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("(a) The lights of the islands", True), ("(a) as before, but in italics", False)],
)
def test_letters_in_italics(text: str, found: bool) -> None:  # noqa: FBT001 -- a column of the table
    report = Report().heading("I. Ships").paragraphs(1, 2).text(text, italic=1.0, above=12.0)
    assert (text in headings_of(report.paragraphs(3, 6))) is found


@pytest.mark.parametrize(
    "line",
    [
        *("54th plenary meeting", "54e séance plénière", "54ª sesión plenaria", "46-е пленарное заседание,"),
        *("第54次全体会议", "الجلسة العامة 54"),
        *("Two hundred and eighty-ninth plenary meeting,", "Cent trente-troisième séance plénière,"),
    ],
)
def test_the_meeting_that_adopted_a_text_heads_nothing(line: str) -> None:
    assert headings(around(text=line, italic=1.0)) == []


@pytest.mark.parametrize(
    "line", ["Opening of the fifth plenary meeting", "Travaux de la première séance plénière"]
)
def test_what_a_meeting_did_heads_the_text(line: str) -> None:
    assert headings(around(text=line, italic=1.0)) == [line]


def test_a_letter_of_a_heading_keeps_its_doubtful_space() -> None:
    report = Report().paragraphs(1, 2).heading("Elements of\u2009a decision").paragraphs(3, 4)
    assert [h.text for h in report.segment().headings] == ["Elements of a decision"]


def test_a_letter_in_brackets_begins_a_heading_also_at_the_margin_of_the_text_above() -> None:
    report = Report().heading("A. Coasts").text("(a) Lamps", italic=1.0, above=14.0).paragraphs(1, 2)
    report.text("(b) Lights", italic=1.0, above=6.0).paragraphs(3, 4)
    found = report.records()
    assert found["p2"].section == ("A. Coasts", "(a) Lamps")
    assert found["p3"].section == ("A. Coasts", "(b) Lights")


@pytest.mark.parametrize("look", [{"italic": 1.0, "above": 14.0}, {"bold": 1.0, "above": 14.0}])
def test_numbers_of_headings_with_a_paragraph_below_each_are_no_list(look: Look) -> None:
    report = Report().heading("I. Coasts").paragraphs(1, 2).heading("II. Islands")
    for number, title in enumerate(("Lamps", "Lights", "Bells"), 1):
        report.text(f"{number}. {title}", **look)
        report.text("The keepers met in the harbour of the island.", above=14.0)
    records = report.segment().records
    assert [record.section for record in records[2:]] == [
        ("II. Islands", f"{number}. {title}") for number, title in enumerate(("Lamps", "Lights", "Bells"), 1)
    ]


@pytest.mark.parametrize("above", [(), ("I. Coasts",)])
def test_numbered_headings_number_no_paragraphs_of_a_text_without_numbers(above: tuple[str, ...]) -> None:
    report = Report()
    for title in above:
        report.heading(title)
    for number, title in enumerate(("Lamps", "Lights"), 1):
        report.text(f"{number}. {title}", italic=1.0, above=14.0)
        report.text(SENTENCE, above=14.0).text(SENTENCE, above=14.0)
    records = report.segment().records
    assert [(record.number, record.section[-1]) for record in records] == [
        (None, "1. Lamps"),
        (None, "1. Lamps"),
        (None, "2. Lights"),
        (None, "2. Lights"),
    ]


def test_a_heading_right_above_a_table_ends_before_its_caption() -> None:
    report = (
        Report().heading("I. Coasts").paragraphs(1, 2).text("2. Lamps of the islands", italic=1.0, above=14.0)
    )
    report.text("Table 1. Lamps by island", bold=1.0, above=0.0)
    report.table([["Island", "Lamps", "Keepers"], ["North", "1", "2"], ["South", "3", "4"]]).paragraphs(3, 4)
    found = report.records()
    assert found["p3"].section == ("I. Coasts", "2. Lamps of the islands")
    assert found["tab1"].text.startswith("Table 1. Lamps by island")


@pytest.mark.parametrize(("indent", "hang"), [(0.0, TAB), (-TAB, 0.0)])
def test_headings_in_the_middle_of_paragraphs_that_hang_below_their_numbers(
    indent: float, hang: float
) -> None:
    report = Report()
    for title in ("INTRODUCTION", "LAMPS AND LIGHTS"):
        report.text(title, centre=True, above=14.0)
        for number in range(1, 5):
            text = f"In part {number} {SENTENCE} {SENTENCE}"
            report.paragraph(f"{number}.", text, indent=indent, hang=hang, above=14.0)
    assert {record.section for record in report.segment().records} == {
        ("INTRODUCTION",),
        ("LAMPS AND LIGHTS",),
    }


@pytest.mark.parametrize(("indent", "found"), [(0.0, 1), (TAB, 0)])
def test_an_indented_first_line_at_the_foot_of_a_page_is_no_centred_heading(
    indent: float, found: int
) -> None:
    report = Report()
    for number in range(1, 4):
        report.paragraph(f"{number}.", SENTENCE, indent=indent)
    report.text("4.\tThe keepers of the lights of all the coasts and islands that", indent=TAB)
    report.page_break().text("notwithstanding the storms saw.").text(SENTENCE)
    assert len(headings(report)) == found


@pytest.mark.parametrize(("shift", "found"), [(0.0, 1), (20.0, 0)])
@pytest.mark.parametrize("number", ["", "1.\t"])
def test_capitals_begin_where_the_text_begins_behind_its_number(
    number: str, shift: float, found: int
) -> None:
    report, hang = Report().paragraphs(1, 3), TAB if number else 0.0
    report.text("LAMPS AND LIGHTS", indent=hang + shift, above=20)
    assert len(headings(report.text(number + SENTENCE, hang=hang, above=0))) == found


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("III. Lights of the coast", True),
        ("Lights of the coast and of the islands", False),
        ("iii. Lights", False),
    ],
)
def test_a_number_in_italics_right_below_a_paragraph_heads_what_follows(text: str, *, heads: bool) -> None:
    report = Report().paragraphs(1, 4).text(SENTENCE).text(text, italic=1.0, above=2.0).paragraphs(5, 6)
    assert (headings(report) == [text]) is heads


@pytest.mark.parametrize(
    ("above", "room", "heads"),
    [
        ("Yours sincerely,", 14.0, False),
        ("Yours sincerely", 14.0, True),
        ("in the north of it,", 14.0, True),
        ("Nations,", 0.0, True),
    ],
)
def test_a_name_in_bold_below_the_end_of_a_letter_is_no_heading(
    above: str, room: float, *, heads: bool
) -> None:
    report = Report().paragraphs(1, 2).heading("Annex").text(f"Thank you, says {SENTENCE}")
    report.text(above, above=room).text("Ann Azure", bold=1.0, above=14.0)
    parsed = report.text(f"She wrote that {SENTENCE}", above=14.0).segment()
    assert (parsed.records[-1].section[-1] == "Ann Azure") is heads


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        (("Lights", True), ("Lamps", False), 1),
        (("Lamps", False), ("Lights", True), 1),
        (("Lights", True), ("Lamps", True), 2),
        (("Lights:", True), ("Lamps", False), 2),
        (("Lights", True), (f"Report of the keepers on what {FILL}", False), 3),  # a full line, and its rest
    ],
)
def test_a_line_in_the_middle_and_one_at_the_margin_are_two_headings(
    first: tuple[str, bool], second: tuple[str, bool], lines: int
) -> None:
    report = Report().paragraphs(1, 4)
    for (text, centre), above in ((first, 14.0), (second, 0.0)):
        report.text(text, size=12.0, bold=1.0, centre=centre, above=above)
    items, measures = report.paragraphs(5, 8).items()
    at = next(i for i, item in enumerate(items) if item.text == first[0])
    assert HeadingFinder(items, measures).extent(at, (), None) == lines


@pytest.mark.parametrize(("words", "lines"), [(36.0, 2), (24.0, 1)])
def test_a_line_that_hangs_behind_a_number_is_not_in_the_middle(words: float, lines: int) -> None:
    report = Report().paragraphs(1, 4)
    report.place("(1)\tLights of the coast", LEFT, 400, bold=1.0, right=RIGHT - 40, text_left=LEFT + words)
    report.place("and of the islands of the north", LEFT + 36, 412, bold=1.0, right=RIGHT - 36)
    items, measures = report.items()
    at = next(i for i, item in enumerate(items) if item.text.startswith("(1)"))
    assert (
        HeadingWraps(items, measures, Emphasis(items, measures, frozenset()), frozenset()).end(at, 4)
        == at + lines
    )


def test_lines_that_are_set_in_below_each_other_are_not_in_the_middle() -> None:
    report = Report().text(SENTENCE)
    for who in ("Keepers", "Pilots", "Masters", "Clerks", "Sailors"):
        report.text(f"{who} saw all the", indent=153, above=14.0)
        report.text("lights of the coast", indent=153, above=0.0).text(SENTENCE)
    assert headings(report) == []


@pytest.mark.parametrize("face", ["italic", "bold"])
def test_a_line_that_goes_on_over_a_page_end_is_no_heading(face: str) -> None:
    look: Look = {"bold": float(face == "bold"), "italic": float(face == "italic"), "above": 12.0}
    report = Report().heading("I. Lights").paragraphs(1, 20)
    report.text("The keepers accepted the advice and said that they had begun to trim the", **look)
    report.page_break().text("lamps.", **look).paragraphs(21, 23)
    assert {record.section for record in report.segment().records} == {("I. Lights",)}


def test_a_heading_below_a_chapter_with_a_title_is_not_what_the_chapter_is_called() -> None:
    report = Report().heading("Chapter II", size=14.0).heading("Report of the keepers", size=14.0, above=0.0)
    report.heading("Key facts").text(f"The keepers {FILL}.").heading("A.\tLights").paragraphs(1, 4)
    sections = [record.section for record in report.segment().records]
    assert sections[0][-1] == "Key facts"
    assert sections[-1] == (*sections[0][:-1], "A. Lights")


def test_a_heading_in_small_capitals_goes_on_in_their_size() -> None:
    report = Report().paragraphs(1, 3).text("Lights of the Northern Coast", size=16.0, bold=1.0, above=20.0)
    report.text("and its keepers", size=11.2, bold=1.0, above=2.0).text(SENTENCE, above=14.0)
    assert headings(report) == ["Lights of the Northern Coast and its keepers"]


@pytest.mark.parametrize(("bold", "italic"), [(1.0, 0.0), (0.0, 1.0)])
def test_headings_of_numbered_paragraphs_may_stand_behind_a_dash(bold: float, italic: float) -> None:
    report = Report().paragraphs(1, 2).text("- The lamps of the coast", bold=bold, italic=italic, above=14)
    report.paragraphs(3, 4).text("- The bells", bold=bold, italic=italic, above=14).paragraphs(5, 6)
    found = [heading.text for heading in report.segment().headings]
    assert found == ["- The lamps of the coast", "- The bells"]


def test_items_of_a_list_behind_dashes_are_no_headings() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", "The keepers spoke of:")
    for words in ("Lamps", "Bells", "Ships"):
        report.text(f"- {words} of the coast", bold=1.0, above=14)
    assert report.paragraphs(4, 6).segment().headings == ()


def test_what_a_quotation_begins_with_is_no_heading() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", f"The act provides, as {FILL}:")
    report.text("“Article 12", bold=1.0, indent=36, above=10)
    report.text(f"Lamps are lit, as {FILL}.”", indent=36, hang=36, above=10)
    assert report.paragraphs(4, 5).segment().headings == ()


def test_sections_in_braces_end_a_paragraph() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", f"In part 3 {FILL}. {{2.1, Figure SPM.2}}")
    report.text(f"Figure SPM.2: Lamps of the coast, as {FILL}.", size=9.0, above=12)
    assert [record.address for record in report.paragraphs(4, 5).segment().records][:4] == [
        "p1",
        "p2",
        "p3",
        "t1",
    ]


def test_a_bold_sentence_may_end_near_the_end_of_a_full_line() -> None:
    report = (
        Report().text(SENTENCE).text(f"1.\tOf all the lights {'and of boats ' * 3}saw. Keepers", bold=0.93)
    )
    items, measures = report.text(f"Smith and Jones said that {FILL}.", above=0.0).items()
    assert not HeadingFinder(items, measures).looks(3)


def test_a_heading_that_names_itself_goes_on() -> None:
    """As "... to reach / Goal 3 in the region" below "Goal 3 ..." does; "Goal 5" begins another one."""
    report = Report()
    titles = (
        "Goal 3 Lights of the harbours, the keepers of the coast and others who reach Goal 3 in the region",
        "Goal 5 Lamps and oil",
        "Goal 8 Bells and horns",
    )
    for at, title in enumerate(titles):
        report.heading(title, size=10.0).paragraphs(1 + 2 * at, 2 + 2 * at)
    assert [record.section for record in report.segment().records[::2]] == [(title,) for title in titles]
