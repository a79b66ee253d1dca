from __future__ import annotations

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report


def declaration(opening: str, organ: str, decides: str) -> Report:
    """Set paragraphs that nothing parts but their short last lines."""
    report = Report().paragraphs(1, 3).heading("Declaration")
    for _ in range(3):
        report.text(f"{opening.rstrip(',，،]')} {FILL}, and more,", above=0.0)
    return report.text(organ, above=0.0).text(f"{decides} {FILL}, {FILL} and more.", above=0.0)


@pytest.mark.parametrize(
    ("opening", "organ", "decides"),
    [
        ("Whereas the lights,", "The General Assembly,", "Proclaims"),
        ("Considérant les feux,", "L’Assemblée générale", "Proclame"),
        ("Considerando los faros y las costas,", "La Asamblea General", "Proclama"),
        ("Принимая во внимание маяки,", "Генеральная Ассамблея,", "Провозглашает"),
    ],
)
def test_recitals_above_the_organ(opening: str, organ: str, decides: str) -> None:
    records = declaration(opening, organ, decides).segment().records[3:]
    assert [(r.address, r.kind) for r in records] == [
        *((f"pp{n}", "preamble") for n in (1, 2, 3)),
        ("t1", "text"),
        ("t2", "text"),
    ]
    assert records[3].text == organ
    assert records[4].text.startswith(decides)


@pytest.mark.parametrize(
    ("opening", "end"),
    [("Whereas the lights", "and"), ("Considerando los faros", "y"), ("Considérant les feux", "et")],
)
def test_the_last_recital_but_one_may_end_with_and(opening: str, end: str) -> None:
    report = Report().text(f"{opening} {FILL}, and {FILL},", above=0.0)
    report.text(f"{opening} {FILL}, {end}", above=0.0).text(f"{opening} {FILL}, and more,", above=0.0)
    assert [r.kind for r in report.segment().records] == ["preamble"] * 3


def test_recitals_are_parted_by_their_indent_alone() -> None:
    recital = "Recalling " + "lamps " * 10 + "oil " + "lamps " * 13 + "a,"  # its last line is full
    report = Report().text("The General Assembly,", indent=36.0, above=0.0)
    for _ in range(3):
        report.text(recital, indent=36.0, above=0.0)
    records = report.paragraphs(1, 2).segment().records
    assert [r.address for r in records] == ["t1", "pp1", "pp2", "pp3", "p1", "p2"]


@pytest.mark.parametrize(
    ("organ", "recital", "count"),
    [
        ("The General Assembly,", "Recalling the lamps", 4),
        ("L’Assemblée générale,", "Rappelant les feux", 4),
        ("La Asamblea General,", "Recordando los faros", 4),
        ("Генеральная Ассамблея,", "напоминая о маяках", 1),
    ],
)
def test_full_recitals_at_the_margin_are_parted_by_their_capitals(
    organ: str, recital: str, count: int
) -> None:
    line = f"{recital} " + "lamps " * 16
    report = Report().paragraphs(1, 4).heading("Lights").text(organ)
    for _ in range(4):
        report.text(f"{line[:79]},", above=0.0)
    found = report.segment().records
    assert sum(record.kind == "preamble" for record in found) == count


def test_a_title_with_the_words_of_a_recital_is_part_of_the_one_that_quotes_it() -> None:
    report = Report().paragraphs(1, 4).heading("Lights").text("The General Assembly,", indent=36.0)
    report.text(f"Recalling {'lamps ' * 9}“Lamps,", indent=36.0)
    report.text("Recalling Lamps” and the need for lamps,", above=0.0)
    assert [r.kind for r in report.segment().records].count("preamble") == 1


@pytest.mark.parametrize(("opening", "count"), [("回顾", 2), ("的灯塔", 1), ("وإذ تشير إلى", 2)])
def test_a_recital_without_capitals_may_begin_a_page(opening: str, count: int) -> None:
    arabic = opening[0] == "و"
    organ, first = ("الجمعية العامة،", opening) if arabic else ("大会，", "回顾")
    word, comma = (" المنارات", "،") if arabic else ("灯塔和守灯人", "，")
    most = (80 - len(first)) // len(word)
    report = Report().text(organ).text(f"{first}{word * most}{comma}").page_break()
    report.text(f"{opening}{word * 5}{comma}").paragraphs(1, 4)
    assert [r.kind for r in report.segment().records].count("preamble") == count


@pytest.mark.parametrize(
    ("organ", "recital"),
    [
        ("The General Assembly,", "Recalling" + " lamps" * 10),
        ("Генеральная Ассамблея,", "напоминая о" + " lamps" * 10),
        ("大会，", "回顾" + " lamps" * 11),
    ],
)
def test_recitals_of_one_full_line_are_parted_by_their_indent(organ: str, recital: str) -> None:
    report = Report().text(organ, indent=36.0, above=0.0).text(f"{recital},", indent=36.0, above=0.0)
    for _ in range(2):
        report.text(f"{recital}{' lamps' * 14},", indent=36.0, above=0.0)
    records = report.paragraphs(1, 2).segment().records
    assert [r.address for r in records] == ["t1", "pp1", "pp2", "pp3", "p1", "p2"]


@pytest.mark.parametrize(("end", "opening", "count"), [(", and", "recalling", 1), (",", "Recalling", 2)])
def test_a_sentence_set_in_goes_on_behind_and(end: str, opening: str, count: int) -> None:
    report = Report().text("The General Assembly,", indent=36.0)
    report.text(f"Recalling {'lamps ' * 9}oil{end}", indent=36.0)
    report.text(f"{opening} also {'lamps ' * 19},", indent=36.0, above=0.0)
    records = report.paragraphs(1, 2).segment().records
    assert [r.kind for r in records].count("preamble") == count


def test_a_recital_at_the_top_of_a_page_begins_where_the_one_before_does() -> None:
    report = Report().paragraphs(1, 5).heading("Lights").text("The General Assembly,", indent=36.0)
    report.text(f"Recalling also {'lamps ' * 9},", indent=36.0, hang=36.0).page_break()
    for _ in range(8):
        report.text(f"Stressing that {FILL}, and {FILL},", indent=36.0, hang=36.0)
    found = [r.text[:9] for r in report.segment().records if r.kind == "preamble"]
    assert found == ["Recalling", *8 * ["Stressing"]]


@pytest.mark.parametrize(("word", "count"), [("Havana", 1), ("Recalling", 2), ("Decides", 2)])
def test_names_may_stand_at_line_starts_in_a_recital(word: str, count: int) -> None:
    report = Report().text("The General Assembly,").text(f"Recalling {'lamps ' * 9}of Ob,")
    report.text(f"{word} ports and the lamps {'of the others ' * 6},", above=0.0).paragraphs(1, 3)
    assert len([r for r in report.segment().records if r.number is None]) == 1 + count


def test_recitals_in_small_letters_are_parted_by_room_alone() -> None:
    recital = "напоминая о " + "lamps " * 24 + "a,"  # its last line is full
    report = Report().text("Генеральная Ассамблея,", above=0.0)
    for _ in range(3):
        report.text(recital, above=6.0)
    records = report.paragraphs(1, 2).segment().records
    assert [r.address for r in records] == ["t1", "pp1", "pp2", "pp3", "p1", "p2"]


@pytest.mark.parametrize(("end", "kinds"), [("见", ["preamble"]), ("见。", ["preamble", "text"])])
def test_ideographs_set_wide_run_on_from_a_full_line(end: str, kinds: list[str]) -> None:
    report = Report().text("大会，", above=0.0).text("回顾" + "海" * 100 + end, above=14.0)
    report.text("2008年的灯光，", above=14.0)
    assert [r.kind for r in report.segment().records[1:]] == kinds


def test_words_between_recitals_and_organ_stand_alone() -> None:
    report = Report().text(f"Whereas lights help, {FILL}, {FILL},", above=0.0)
    report.text(f"Whereas lights help, {FILL}, {FILL},", above=0.0).text("Now, therefore,", above=0.0)
    report.text("The General Assembly,", above=0.0).text(f"Proclaims that {FILL}, and {FILL}.", above=0.0)
    records = report.segment().records
    assert [r.kind for r in records] == ["preamble", "preamble", "text", "text", "text"]
    assert records[2].text == "Now, therefore,"


def test_one_sentence_that_begins_so_is_no_preamble() -> None:
    report = (
        Report()
        .paragraphs(1, 2)
        .heading("End")
        .text(f"Referring to the lights, {FILL},")
        .text(f"He left {FILL}.")
    )
    assert [r.kind for r in report.segment().records[2:]] == ["text", "text"]


def test_preambular_paragraphs_in_lower_case_on_two_pages() -> None:
    report = Report().text("Генеральная Ассамблея,", indent=30.0)
    report.text("ссылаясь на резолюцию о маяках и огнях,", indent=30.0).page_break()
    report.text("отмечая доклад о маяках и огнях,", indent=30.0).paragraph("1.", f"постановляет {FILL};")
    records = report.segment().records
    assert [r.kind for r in records] == ["text", "preamble", "preamble", "operative"]


def test_ideographs_divide_blocks_where_a_line_is_short() -> None:
    full = "灯塔守护人听取了各国所做的工作并讨论了灯塔的费用和油料问题以及今后的安排和计划"
    report = Report()
    y = 150.0
    for text, right in [
        ("一九四八年通过", 187.0),
        (full, 517.0),
        (full, 517.0),
        ("灯塔。", 147.0),
        (full, 517.0),
    ]:
        report.place(text, 117.0, y, right=right)
        y += 12.0
    texts = [record.text for record in report.segment().records]
    assert texts == ["一九四八年通过", f"{full}{full}灯塔。", full]


@pytest.mark.parametrize(
    ("opening", "end"), [("Da die Feuer", ","), ("atsižvelgdama į žiburius", ";"), ("беручи до уваги", "; і")]
)
def test_recitals_of_any_language_begin_with_the_same_word(opening: str, end: str) -> None:
    report = Report().text(f"{opening.capitalize()} {FILL}, {FILL}{end}", above=8.0)
    for _ in range(2):
        report.text(f"{opening.lower()} {FILL}, {FILL}{end}", above=8.0)
    report.text(f"proclaims that {FILL}.", above=8.0)
    texts = [record.text for record in report.segment().records]
    assert [text.split()[0].lower() for text in texts] == [opening.split(maxsplit=1)[0].lower()] * 3
    assert texts[2].endswith(f"proclaims that {FILL}.")


def test_items_that_begin_with_the_word_of_their_list_stay_in_it() -> None:
    report = Report().text(f"The keepers heard {FILL}:", above=8.0)
    for _ in range(3):
        report.text(f"the lights of {FILL};", above=8.0)
    (record,) = report.segment().records
    assert record.text.count("the lights of") == 3


@pytest.mark.parametrize(
    ("mark", "kind"), [("4", "preamble"), (" '°", "preamble"), (" !”", "preamble"), (" of 1984", "text")]
)
def test_a_note_mark_that_a_scan_has_not_raised_ends_no_recital(mark: str, kind: str) -> None:
    report = Report().text(f"Recalling the lights {FILL}, and {FILL},{mark}", above=0.0)
    report.text(f"Noting the lights {FILL}, and more,", above=0.0)
    assert report.segment().records[0].kind == kind


@pytest.mark.parametrize(
    ("recital", "decides"),
    [
        (
            "Recalling the lights,",
            ("Decides on the lights;", "Also requests the keepers;", "Takes note of them."),
        ),
        ("Rappelant les feux,", ("Décide des feux;", "Prie les gardiens;", "Prend note du rapport.")),
        ("Recordando los faros,", ("Decide los faros;", "Pide también;", "Toma nota del informe.")),
        (
            "ссылаясь на маяки,",
            ("постановляет зажечь;", "просит хранителей;", "принимает к сведению доклад."),
        ),
    ],
)
def test_an_excerpt_of_a_resolution_is_read_as_the_whole(recital: str, decides: tuple[str, ...]) -> None:
    report = Report().text(recital)
    for number, text in enumerate(decides, 1):
        report.paragraph(f"{number}.", text)
    assert [record.kind for record in report.segment().records] == ["preamble", *["operative"] * 3]
    middle = Report()
    for number, text in enumerate(decides, 7):
        middle.paragraph(f"{number}.", text)
    assert [record.kind for record in middle.segment().records] == ["operative"] * 3


def test_paragraphs_that_mostly_begin_otherwise_are_not_operative() -> None:
    report = (
        Report().paragraphs(1, 3).paragraph("4.", "Requests were made.").paragraph("5.", "Notes were taken.")
    )
    assert {record.kind for record in report.segment().records} == {"paragraph"}


@pytest.mark.parametrize(
    "texts",
    [
        ("Requests for lamps rose in the year.",),
        ("States should light the lamps.", "States parties shall keep them.", "Keepers may ask for oil."),
        ("Calls from ships were heard.", "Notes on method are annexed.", "Records are kept."),
        ("Note sur les feux et les ports.", "Demande de feux dans les ports.", "Charge des gardiens."),
    ],
)
def test_sentences_that_begin_with_such_words_are_not_operative(texts: tuple[str, ...]) -> None:
    report = Report()
    for number, text in enumerate(texts, 1):
        report.paragraph(f"{number}.", text)
    assert {record.kind for record in report.segment().records} == {"paragraph"}


def test_recitals_may_be_lettered_and_have_dashes() -> None:
    report = Report().heading("Motion for a resolution").text("The Coastal Parliament,")
    for _ in range(3):
        report.text(f"–\thaving regard to the lights, {FILL},", hang=36)
    for letter in "ABC":
        report.text(f"{letter}.\twhereas the lights were out, {FILL};", hang=36)
    report.paragraph("1.", f"Calls on the keepers to light them, {FILL};")
    records = report.paragraph("2.", f"Welcomes the lamps, {FILL}.").segment().records
    assert [(r.address, r.kind) for r in records] == [
        ("t1", "text"),
        *((f"pp{n}", "preamble") for n in range(1, 7)),
        ("p1", "operative"),
        ("p2", "operative"),
    ]
    assert records[4].text.startswith("A. whereas")


def test_a_name_that_had_no_room_behind_a_comma_begins_no_recital() -> None:
    """It is the only word of the last line: there is no second one that could have had room."""
    report = Report().text("The General Assembly,", indent=36.0)
    report.text(f"Recalling the lights of the coast, of which {FILL}, and {FILL},", indent=36.0)
    y = 18.0 + max(item.line.bottom for item in report.items()[0])
    report.place(
        "Recalling also the lamps of the keepers, who wrote to the Board", LEFT + 36.0, y, right=RIGHT
    )
    report.place("when they met in May 2024 to see the lights in Samarkand,", LEFT, y + 12.0, right=480.0)
    report.place("Uzbekistan,", LEFT, y + 24.0)
    records = report.paragraphs(1, 2).segment().records
    assert [r.address for r in records] == ["t1", "pp1", "pp2", "p1", "p2"]
    assert records[2].text.endswith("in Samarkand, Uzbekistan,")


@pytest.mark.parametrize(
    "second", ["69/59 of 2 May 2014, decides to light the lamps.", "decides to light the lamps."]
)
def test_a_decision_in_one_sentence_may_have_a_comma_at_the_end_of_its_first_line(second: str) -> None:
    y = 18.0 + max(item.line.bottom for item in Report().heading("Lights").items()[0])
    report = Report().heading("Lights")
    report.place("The General Assembly, recalling its resolution 72/32 of 4 May 2017,", LEFT, y, right=RIGHT)
    records = report.place(second, LEFT, y + 12.0).paragraphs(1, 3).segment().records
    assert records[0].text.endswith(f"4 May 2017, {second}")
