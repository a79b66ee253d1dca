from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report
from tests.unit.segment.test_units import TAIL, kinds

if TYPE_CHECKING:
    from tests.unit.segment.pages import Look


def test_first_line_indents_divide_blocks_without_room_between() -> None:
    report = Report()
    for words in ("In the morning", "At noon", "At night"):
        report.text(f"{words} {FILL}, and {FILL}, and so the day went.", indent=30, above=0)
    assert [record.text.split(" ")[0] for record in report.segment().records] == ["In", "At", "At"]


def test_a_block_behind_a_full_stop_at_the_page_end_is_not_glued() -> None:
    report = Report().text(f"In the morning {TAIL}").page_break().text(f"At noon {TAIL}", indent=36)
    assert len(report.segment().records) == 2


def test_short_lines_with_a_stop_divide_unnumbered_blocks_without_room_between() -> None:
    report = Report().text(f"In the morning {TAIL}")
    report.text("Ms. Azure, keeper of the northern lights;", above=0)
    report.text("Mr. Brown, keeper of the western lights,", above=0)
    report.text("Harbour Board;", above=0)
    report.text("Ms. Crimson, master of the harbour.", above=0)
    assert [record.text for record in report.records().values()] == [
        f"In the morning {TAIL}",
        "Ms. Azure, keeper of the northern lights;",
        "Mr. Brown, keeper of the western lights, Harbour Board;",
        "Ms. Crimson, master of the harbour.",
    ]


def test_after_a_comma_a_block_begins_with_the_word_of_the_one_before() -> None:
    report = Report()
    for words in ("the lights are dear to all,", "the sea is wide,", "ships come by night,"):
        report.text(f"Whereas {FILL} and {words}", above=0)
    assert [address for address, _ in kinds(report)] == ["pp1", "pp2", "pp3"]


def test_short_lines_do_not_divide_a_numbered_paragraph() -> None:
    report = Report().text(f"1.\tIn the morning {FILL}.").text("Lights were lit.", above=0)
    report.text(f"2.\tAt noon {TAIL}")
    assert [address for address, _ in kinds(report)] == ["p1", "p2"]


@pytest.mark.parametrize(
    ("greeting", "begins"),
    [("Excellency,", True), ("Dear Mr. President,", True), ("Lights of the northern coast,", False)],
)
def test_a_greeting_stands_above_a_letter(greeting: str, begins: bool) -> None:  # noqa: FBT001
    report = Report().text(greeting, above=0.0).text(f"The keepers met, and {FILL}, {FILL}.", above=0.0)
    assert (report.segment().records[0].text == greeting) is begins


@pytest.mark.parametrize(
    ("ends", "opens", "indent", "block"),
    [
        ("and said so;", "(c) Wells for all the coasts.", 0, True),
        ("and said so;", "(c) wells for all the coasts.", 0, False),
        ("as it says in paragraph 3", "(c) Wells for all the coasts.", 0, False),
        ("and said so;", "(c) wells for all the coasts.", 36, True),
        ("the keepers", "(c) Wells for all the coasts.", 36, True),
    ],
)
def test_a_letter_at_the_top_of_a_page_opens_a_block_behind_a_stop_and_before_a_capital_or_indented(
    ends: str, opens: str, indent: int, *, block: bool
) -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"They heard what {FILL}, what {FILL} {ends}")
    text = report.page_break().text(opens, indent=indent).paragraphs(5, 6).records()["p4"].text
    assert (f"\n{opens}" in text) is block
    assert opens in text


def test_a_letter_at_the_top_of_a_page_goes_on_with_the_letters_above_it() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", "They named:").text("(a)\tLights", indent=36)
    report.text("(b)\tFoghorns", indent=36).page_break().text("(c)\tBells of the coast", indent=36)
    assert report.paragraphs(5, 6).records()["p4"].text.endswith("(b) Foghorns\n(c) Bells of the coast")


def names(report: Report, *words: str) -> Report:
    for name in words:
        report.text(f"{name}, keeper of the lights of the harbour and of all the islands around it and of")
        report.text("other coasts", above=0)
    return report


@pytest.mark.parametrize(("hang", "glue"), [(8.5, " "), (20.0, "\n")])
def test_a_full_line_behind_a_bullet_goes_on_below_its_words(hang: float, glue: str) -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", f"In the year of the storms {FILL}:")
    report.place("• All of the lights were lit;", LEFT + 20, 400, right=RIGHT, text_left=LEFT + 28.5)
    report.place("of those, nine were red.", LEFT + 20 + hang, 412)
    text = report.records()["p3"].text
    assert text.endswith(f"\n• All of the lights were lit;{glue}of those, nine were red.")


@pytest.mark.parametrize(
    ("first", "second", "down", "goes_on"),
    [
        ("All of the lights were lit.", "They were red.", 12, True),
        ("All of the lights were lit.", "They were red.", 20, False),
        ("All of the lights were lit, and", "all were red.", 20, True),
    ],
)
def test_a_full_line_behind_a_number_goes_on_below_its_words(
    first: str, second: str, down: float, *, goes_on: bool
) -> None:
    report = Report().paragraphs(1, 2)
    report.place(f"3. {first}", LEFT, 400, right=RIGHT, text_left=LEFT + 16)
    text = report.place(second, LEFT + 16, 400 + down).records()["p3"].text
    assert text == (f"{first} {second}" if goes_on else first)


def test_items_of_a_list_that_fills_its_page_stand_apart() -> None:
    report = Report()
    for number in range(1, 5):
        report.paragraph(f"{number}.", f"In the morning {FILL}, and {FILL}, and {FILL}, and {TAIL}")
    report.page_break().heading("Keepers")
    keepers = ("Ms. Azure", "Mr. Brown", "Ms. Crimson", "Mr. Drab", "Ms. Ebony", "Mr. Fawn", "Ms. Grey")
    texts = [record.text for record in names(report, *keepers).segment().records[4:]]
    assert [text.partition(",")[0] for text in texts] == list(keepers)
    assert all(text.endswith("of other coasts") for text in texts)


def test_long_names_on_a_page_with_one_wrapped_line_stand_apart() -> None:
    report = Report()
    for number in range(1, 5):
        report.paragraph(f"{number}.", f"In the morning {FILL}, and {FILL}, and {FILL}, and {TAIL}")
    report.page_break().heading("Keepers").text("The keepers of the lights were headed by Ms. Drab of the")
    report.text("coast, and these were they:", above=0)
    keepers = [
        f"{name}, keeper of a light of the coast and the islands" for name in ("Ms. Azure", "Mr. Fawn")
    ]
    for keeper in (*keepers, *keepers, *keepers, *keepers):
        report.text(keeper, indent=30.0, above=12)
    assert [record.text for record in report.segment().records[5:]] == 4 * keepers


@pytest.mark.parametrize(
    ("end", "begins", "count"),
    [
        ("Ms. Azure, keeper", "Mr. Brown, keeper", 2),
        ("Ms. Azure, keeper", "of the harbour", 1),
        (12 * "light " + "coast", "Mr. Brown had lit", 1),
    ],
)
def test_a_line_that_ends_early_at_the_page_end_ends_its_block(end: str, begins: str, count: int) -> None:
    report = Report().paragraphs(1, 2).heading("Keepers").text(end).page_break().text(begins)
    assert len(report.paragraphs(3, 30).segment().records) == 30 + count


@pytest.mark.parametrize(
    ("right", "begins", "count"),
    [(480.0, "June 2020", 0), (430.0, "June 2020", 1)],
)
def test_two_words_that_are_kept_together_go_on_at_the_top_of_a_page(
    right: float, begins: str, count: int
) -> None:
    report = Report().paragraphs(1, 2).heading("Keepers").text(f"In the morning {FILL}, as {FILL}")
    y = 12.0 + max(item.line.bottom for item in report.items()[0])
    report.place("of the lights that were lit on the coast on 24 May and on 22", LEFT, y, right=right)
    report.page_break().text(f"{begins}, and so on, as {FILL}.")
    assert len(report.paragraphs(3, 30).segment().records) == 31 + count


@pytest.mark.parametrize(("size", "count"), [(10.0, 1), (8.5, 2)])
def test_what_stands_at_the_top_of_a_page_in_another_size_begins_a_block(size: float, count: int) -> None:
    full = 11 * "light " + "on the coast."  # a line
    report = Report().paragraphs(1, 2).heading("Keepers").text(full).page_break()
    report.text("Figure 3. Lights on the coast", size=size)
    assert len(report.paragraphs(3, 30).segment().records) == 30 + count


@pytest.mark.parametrize("first", ["Lights" + 10 * ", light" + " or:", "Lights:"])
def test_a_full_line_with_a_colon_goes_on_in_the_line_that_hangs_under_it(first: str) -> None:
    report = Report().paragraphs(1, 2).heading("Papers").text(first)
    report.text("A Manual (Sales No. 9).", indent=15, above=0)
    assert len(report.segment().records) == (3 if len(first) > 70 else 4)


@pytest.mark.parametrize(
    ("first", "glue"),
    [
        ("4.\t" + 11 * "light " + "coasts;", " "),
        ("4.\t" + 5 * "light " + "coasts;", "\n"),
        ("4. " + 11 * "light " + "and coasts;", "\n"),
    ],
)
def test_a_line_below_the_words_behind_a_number_goes_on_with_a_full_line(first: str, glue: str) -> None:
    report = Report().paragraphs(1, 3).text(first).text("Bells of the coast.", indent=36, above=0)
    assert f"coasts;{glue}Bells" in report.paragraphs(5, 6).records()["p4"].text


@pytest.mark.parametrize(
    ("above", "letter", "block"),
    [
        ("light " * 12 + "coast;", "(b) wells", False),
        ("light " * 12 + "coast;", "(b)\tWells", True),
        ("light " * 6 + "coast;", "(b) wells", True),
        ("light " * 12 + "of", "(b) wells", False),
    ],
)
def test_a_letter_at_the_start_of_a_line_may_stand_in_a_sentence(
    above: str, letter: str, *, block: bool
) -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"{'light ' * 11}(a)").text(above, above=0)
    report.text(f"{letter} for all the coasts.", above=0).paragraphs(5, 6)
    assert ("\n(b)" in report.records()["p4"].text) is block


def test_a_letter_at_the_start_of_a_line_of_plain_text_opens_a_block() -> None:
    lead = "They asked for these, for the sake of all of the keepers, because of:"
    report = Report().paragraphs(1, 3).text(f"4. {lead}").text("(a) wells;", above=0)
    report.text("(b) oil.", above=0).paragraphs(5, 6)
    text = next(r.text for r in report.segment(paged=False).records if r.number == "4")
    assert text.splitlines()[1:] == ["(a) wells;", "(b) oil."]


def test_a_letter_at_the_start_of_a_line_is_an_item_below_another_one() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", "They asked for these:")
    report.text(f"(a) {'light ' * 11}coasts;", above=8).text(f"(b) {'light ' * 11}coasts;", above=0)
    report.text(f"(c) {'bells ' * 12}", above=0).paragraphs(5, 6)
    assert [line[:3] for line in report.records()["p4"].text.splitlines()[1:]] == ["(a)", "(b)", "(c)"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("The keepers say that", "they go home.", " they go home."),
        ("The keepers say that", "(a) they go home.", "\n(a) they go home."),
        ("The keepers.", "they go home.", "\nthey go home."),
    ],
)
def test_a_sentence_runs_on_from_a_full_line_in_wide_ones(first: str, second: str, text: str) -> None:
    full = f"Of all of the lights of the coast in the north and in the south {first}"[-80:]
    records = Report().paragraphs(1, 3).text(full.rjust(80, "x"), above=20).text(second).segment().records
    assert records[-1].text.endswith(first + text)


@pytest.mark.parametrize(
    ("title", "begins"), [("Lights of the coast", 2), ("Lights of the coast,", 1), ("Lights of the", 1)]
)
def test_a_plain_title_stands_above_an_indented_paragraph(title: str, begins: int) -> None:
    words = f"{'The' if begins == 2 or title.endswith(',') else 'coast'} keepers say that {FILL}."
    records = (
        Report().paragraphs(1, 3).text(title, above=20).text(words, indent=36, above=0).segment().records
    )
    assert len(records) == 3 + begins
    assert records[3].text.startswith(title)


def test_a_word_written_short_at_a_line_end_ends_no_entry() -> None:
    report = Report().paragraphs(1, 2).heading("Annex").heading("Books")
    for name in ("Coasts", "Lights", "Towers"):
        report.text(
            f"{name}, as the keepers saw them in the year before, second edition (Sales No. E.24.II.F.4).",
            hang=24,
        )
    texts = [record.text for record in report.segment().records if record.kind == "text"]
    assert [text[-17:] for text in texts] == ["No. E.24.II.F.4)."] * 3


@pytest.mark.parametrize(
    ("ends", "below", "apart"),
    [
        (".", "(Signed) Ada Brightwater", True),
        (";", "7th meeting of the keepers", True),
        (":", "the lights of the coast", False),
        (" of", "Ada Brightwater", False),
    ],
)
def test_a_signature_on_the_right_is_no_part_of_the_full_line_above_it(
    ends: str, below: str, *, apart: bool
) -> None:
    report = Report().paragraphs(1, 3)
    report.text(f"They saw the lights of all the northern coasts from ships, and the day went by{ends}")
    report.text(below, indent=240.0, above=0.0)
    assert (report.segment().records[-1].text == below) is apart


@pytest.mark.parametrize(
    ("above", "below", "apart"),
    [
        ("The lights were lit.", "(Signed) Ada Brightwater", True),
        ("The lights were lit.", "(Firmado) Ada Brightwater", True),
        ("The lights were lit by", "(Signed) Ada Brightwater", False),
        ("The lights were lit.", "(Signals) of Ada Brightwater", False),
    ],
)
def test_a_signature_below_a_full_line_is_no_part_of_a_letter(above: str, below: str, *, apart: bool) -> None:
    report = Report().paragraphs(1, 3)
    report.text(f"{FILL.capitalize()}. {above}", above=0.0).text(below, above=0.0)
    assert (report.segment().records[-1].text == below) is apart


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Lights of the coast", {"centre": True, "above": 10.0}),
        ("Ms. Azure, keeper", {"indent": 300.0, "above": 10.0}),
    ],
)
@pytest.mark.parametrize("paged", [True, False])
def test_what_stands_aside_is_no_part_of_the_numbered_paragraph_above(
    line: str, aside: Look, *, paged: bool
) -> None:
    report = Report().paragraphs(1, 4).text(line, **aside).text(f"In the morning {TAIL}", above=10.0)
    texts = [record.text for record in report.segment(paged=paged).records]
    assert texts[4:] == [line, f"In the morning {TAIL}"]


@pytest.mark.parametrize(("hang", "apart"), [(0.0, True), (36.0, False)])
def test_what_is_only_indented_is_no_part_of_the_paragraph_whose_words_hang(
    hang: float, *, apart: bool
) -> None:
    report = Report()
    for number in (1, 2):
        report.paragraph(f"{number}.", f"In part {number} of the meeting {TAIL}", hang=36.0)
    texts = [record.text for record in report.text(f"Last {TAIL}", indent=36.0, hang=hang).segment().records]
    assert (texts[2:] == [f"Last {TAIL}"]) == apart


@pytest.mark.parametrize(
    ("mark", "bold", "apart"), [("(1)", 1.0, True), ("(1)", 0.0, False), ("(a)", 1.0, False)]
)
def test_a_bold_recommendation_with_a_number_is_no_item_of_a_plain_paragraph_that_has_ended(
    mark: str, bold: float, *, apart: bool
) -> None:
    text = f"{mark}\tThe keepers should light the lamps of the harbour, and {FILL}, and tell {FILL}."
    report = Report().paragraphs(1, 3).paragraph("4.", f"In the morning {TAIL}")
    records = report.text(text, hang=36.0, bold=bold).paragraphs(5, 7).segment().records
    assert (len(records) == 8) == apart


def test_a_block_that_is_set_in_stays_with_the_numbered_paragraph_above() -> None:
    report = Report().paragraphs(1, 4).text(f"In the morning {TAIL}", above=10.0, indent=60.0, hang=60.0)
    assert len(report.segment().records) == 4


@pytest.mark.parametrize(
    ("lead", "letter", "apart"),
    [
        (f"(b) Approves the agenda {FILL}:", "(c)", True),
        (f"(b) Approves the agenda {FILL}:", "(d)", False),
        (f"(b) Approves the agenda {FILL};", "(c)", False),
    ],
)
def test_letters_go_on_behind_a_list_of_numbers_between_them(lead: str, letter: str, *, apart: bool) -> None:
    report = Report().text("The keepers of lights:", indent=24)
    report.text(f"(a) Decide that {FILL} will meet;", indent=24).text(lead, indent=24)
    for number in range(1, 5):
        report.paragraph(f"{number}.", f"Lights of the coast, part {number}.", indent=24)
    report.text(f"{letter} Decide that the papers {FILL} are sent.", indent=24)
    *_, last = report.segment().records
    assert last.text.startswith(letter) == apart


def ragged(*, apart: float, last: int) -> Report:
    """Paragraphs of lines that end at different places; a sentence of the last one ends with a line."""
    report = Report()
    for _ in range(14):
        for at, length in enumerate((80, 72, 70, 75)):
            words = "The keepers" if at == 0 else "of whom all"
            report.text(f"{words} {FILL}"[:length], above=0.0 if at else apart)
        report.text("said so.", above=0.0)
    report.text(f"The harbours {FILL}"[: last - 1] + ".", above=apart)
    return report.text("Extraordinarily many of them were lit.", above=0.0)


@pytest.mark.parametrize(
    ("apart", "last", "found"),
    [(8.0, 62, 15), (8.0, 50, 16), (0.0, 62, 16)],
    ids=["no room", "room", "nothing else parts paragraphs"],
)
def test_a_line_of_ragged_text_may_end_with_a_sentence(apart: float, last: int, found: int) -> None:
    assert len(ragged(apart=apart, last=last).segment().records) == found
