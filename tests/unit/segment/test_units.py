from __future__ import annotations

import pytest

from indexer.model import Line
from indexer.segment.items import Item
from indexer.segment.unit import Unit
from tests.unit.segment.pages import FILL, LEFT, Report, blocks

TAIL = f"{FILL}, and {FILL} in the end."


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(record.address, record.kind) for record in report.segment().records]


def resolution(report: Report | None = None) -> Report:
    report = report or Report()
    report.text("The General Assembly,", indent=36, italic=1.0)
    report.text(f"Recalling its resolution of the year before, in which {FILL},", indent=36)
    report.text(f"Noting that {FILL},", indent=36)
    for number, verb in enumerate(("Thanks", "Asks", "Decides"), 1):
        report.text(f"{number}.\t{verb} all the keepers of the lights to see to it that {FILL};", indent=36)
    return report


def test_preamble_and_operative_paragraphs() -> None:
    found = resolution().records()
    assert [(record.address, record.kind) for record in found.values()] == [
        ("t1", "text"),
        ("pp1", "preamble"),
        ("pp2", "preamble"),
        ("p1", "operative"),
        ("p2", "operative"),
        ("p3", "operative"),
    ]
    assert found["t1"].text == "The General Assembly,"
    assert found["pp1"].text.startswith("Recalling its resolution")
    assert found["p2"].text.startswith("Asks all the keepers")


def test_a_preambular_paragraph_goes_over_a_page_end() -> None:
    report = Report().text("The General Assembly,", indent=36)
    report.text(f"Recalling that {FILL}, and that {FILL}, and that {FILL},", indent=36, split_after=2)
    report.text(f"Noting that {FILL},", indent=36)
    report.text(f"1.\tThanks the keepers, of whom {TAIL}", indent=36)
    report.text(f"2.\tAsks the keepers that {TAIL}", indent=36)
    assert [address for address, _ in kinds(report)] == ["t1", "pp1", "pp2", "p1", "p2"]


def test_a_line_of_a_sentence_that_names_an_organ_opens_no_resolution() -> None:
    report = Report().text(f"At noon {TAIL}", indent=36)
    report.text(
        f"The Council of Keepers met on the coast, as it did in the year before, and asked that {TAIL}",
        indent=36,
    ).text(f"At night {TAIL}", indent=36)
    assert kinds(report) == [("t1", "text"), ("t2", "text"), ("t3", "text")]


def test_a_resolution_inside_a_report_has_a_scope_of_its_own() -> None:
    report = resolution(Report().paragraphs(1, 6).heading("Draft resolution I"))
    addresses = [address for address, _ in kinds(report)]
    assert addresses[:6] == [f"p{n}" for n in range(1, 7)]
    assert addresses[6:] == [f"resolution-I.{name}" for name in ("t1", "pp1", "pp2", "p1", "p2", "p3")]


def test_a_report_goes_on_below_the_heading_that_its_draft_resolutions_stand_below() -> None:
    report = Report().paragraphs(1, 3).heading("I. Recommendations").paragraphs(4, 6)
    resolution(report.heading("Draft resolution I")).paragraphs(7, 7)
    found = report.records()
    assert (found["resolution-I.p3"].section, found["p7"].section) == (
        ("I. Recommendations", "Draft resolution I"),
        ("I. Recommendations",),
    )


def test_a_draft_resolution_alone_stands_below_its_heading() -> None:
    found = resolution(Report().heading("Draft resolution I")).records()
    assert {record.section for record in found.values()} == {("Draft resolution I",)}


def test_a_draft_resolution_behind_a_colon_is_no_quotation() -> None:
    report = Report().paragraphs(1, 5).paragraph("6.", f"It asks for the following draft, in which {FILL}:")
    report.heading("Draft resolution I", indent=36).text(
        "The General Assembly,", indent=36, hang=36, italic=1.0
    )
    report.text(f"Recalling its resolution of the year before, in which {FILL},", indent=36, hang=36)
    report.text(f"1.\tThanks the keepers of the lights, for whom {TAIL}", indent=36, hang=36)
    report.text(f"2.\tAsks the keepers of the lights, for whom {TAIL}", indent=36, hang=36)
    found = report.records()
    assert found["p6"].text.endswith(f"{FILL}:")
    assert found["resolution-I.p1"].section == ("Draft resolution I",)


def test_draft_resolutions_are_called_by_their_letters() -> None:
    report = Report()
    for letter in "ABC":
        resolution(report.heading(letter).heading("Lights of the coast"))
    addresses = [address for address, kind in kinds(report) if kind == "operative"]
    assert addresses == [
        *(f"p{n}" for n in (1, 2, 3)),
        *(f"resolution-{letter}.p{n}" for letter in "BC" for n in (1, 2, 3)),
    ]


def test_letters_that_come_again_below_another_title_name_no_second_draft() -> None:
    report = Report().paragraphs(1, 6)
    for title in ("Lights", "Boats"):
        report.heading(title, size=16.0)
        for letter in "AB":
            resolution(report.heading(letter).heading("Of the coast"))
    scopes = dict.fromkeys(
        address.rpartition(".")[0] for address, kind in kinds(report) if kind == "operative"
    )
    assert list(scopes) == ["resolution-A", "resolution-B", "resolution-3", "resolution-4"]


def test_parts_of_a_draft_resolution_have_its_number_and_their_letters() -> None:
    report = Report().paragraphs(1, 6).heading("Draft resolution I")
    for letter in "AB":
        resolution(report.heading(letter))
    addresses = [address for address, kind in kinds(report) if kind == "operative"]
    assert addresses == [f"resolution-I-{letter}.p{n}" for letter in "AB" for n in (1, 2, 3)]


def test_a_line_that_leads_to_what_is_resolved_is_operative() -> None:
    report = Report().text("The General Assembly,", indent=36, italic=1.0)
    report.text("Recalling the keepers of the lights,", indent=36).text("Resolves that:", indent=36)
    report.text(f"1.\tThe keepers are thanked, and {TAIL}", indent=36)
    report.text(f"2.\tThe lights are lit, and {TAIL}", indent=36)
    assert kinds(report) == [
        ("t1", "text"),
        ("pp1", "preamble"),
        ("t2", "operative"),
        ("p1", "operative"),
        ("p2", "operative"),
    ]


def test_an_enacting_line_goes_with_the_paragraphs_below() -> None:
    report = Report().paragraphs(1, 6).heading("Recommendation").text("The General Assembly,", indent=36)
    for number, verb in enumerate(("Thanks", "Asks", "Decides"), 1):
        report.text(f"{number}.\t{verb} all the keepers of the lights to see to it that {FILL};", indent=36)
    assert kinds(report)[6:] == [
        ("resolution.t1", "text"),
        *((f"resolution.p{number}", "operative") for number in (1, 2, 3)),
    ]


@pytest.mark.parametrize(("size", "apart"), [(8.5, True), (10.0, False)])
def test_the_source_of_a_chart_is_no_part_of_the_paragraph_above(size: float, *, apart: bool) -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", f"The chart shows that {FILL}:")
    report.text("Source: the keepers", size=size, above=200).paragraphs(4, 6)
    assert ("t1" in report.records()) == apart


def test_unnumbered_blocks_stand_for_themselves() -> None:
    report = Report().text(f"In the morning {TAIL}").text(f"At noon {TAIL}").text(f"At night {TAIL}")
    assert kinds(report) == [("t1", "text"), ("t2", "text"), ("t3", "text")]


def test_a_paragraph_over_a_page_end_with_a_note_between() -> None:
    report = Report().running(head="A/HRC/9/8\nPage {page}", foot="GE.08-15355")
    report.paragraphs(1, 3)
    report.paragraph(
        "4.",
        f"The first half{{1}} {FILL}, {FILL}, and the second half {FILL}.",
        notes={"1": "See A."},
        split_after=2,
    )
    report.paragraphs(5, 7)
    record = report.records()["p4"]
    assert record.text == f"The first half {FILL}, {FILL}, and the second half {FILL}."
    assert (record.page, record.page_end) == (1, 2)
    assert [(box[0]) for box in record.boxes] == [1, 2]
    assert [note.text for note in record.footnotes] == ["See A."]


def test_sub_paragraphs_are_parts_of_their_paragraph() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", "The States should:")
    report.text(f"(a)\tLight the coasts, as {FILL};", indent=36)
    report.text("(b)\tRing the bells:", indent=36)
    report.text("(i)\tBy night;", indent=72, hang=72).text("(ii)\tIn fog.", indent=72, hang=72)
    report.paragraphs(4, 6)
    record = report.records()["p3"]
    assert record.text.split("\n") == [
        "The States should:",
        f"(a) Light the coasts, as {FILL};",
        "(b) Ring the bells:",
        "(i) By night;",
        "(ii) In fog.",
    ]
    assert [part.address for part in record.parts] == ["p3.a", "p3.b", "p3.b.i", "p3.b.ii"]
    assert record.text[record.parts[2].start : record.parts[2].end].strip() == "(i) By night;"


def test_a_quotation_set_in_goes_with_its_paragraph() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", f"The keeper said {FILL}:")
    report.text(f"“The lights were lit, {FILL}.”", indent=50, hang=50)
    report.paragraphs(4, 6)
    found = report.records()
    assert list(found) == [f"p{n}" for n in range(1, 7)]
    assert found["p3"].text.endswith("”")


def test_text_behind_a_heading_does_not_belong_to_the_paragraph_above() -> None:
    report = Report().paragraphs(1, 2).heading("II.\tMore").text(f"Some words {TAIL}").paragraphs(3, 5)
    found = report.records()
    assert list(found) == ["p1", "p2", "t1", "p3", "p4", "p5"]
    assert found["t1"].section == ("II. More",)


def test_speeches_of_a_meeting() -> None:
    report = Report().running(head="A/65/PV.12")
    report.text(f"The President: I call to order the meeting. {TAIL}", bold_lead=14)
    report.text(f"And {TAIL}")
    report.text(f"Mr. Keeper (Ruritania) (spoke in French): I thank you. {TAIL}", bold_lead=20)
    report.page_break().text(f"Ms. Light (Erewhon): I too. {TAIL}", bold_lead=10)
    report.page_break().text(f"The President: The meeting is over. {TAIL}", bold_lead=14)
    parsed = report.segment()
    assert [(record.address, record.kind) for record in parsed.records if record.kind == "speech"] == [
        ("s1", "speech"),
        ("s2", "speech"),
        ("s3", "speech"),
        ("s4", "speech"),
    ]
    assert parsed.records[0].symbol == "A/65/PV.12"


def _meeting() -> Report:
    """A record of a meeting, its symbol in the running heads of three pages."""
    return Report().running(head="S/PV.9871").heading("Contents").text("The agenda").page_break()


def test_a_speaker_in_two_columns_may_take_several_lines() -> None:
    report = _meeting().text(f"Le Président (parle en espagnol) : Je remercie {TAIL}", bold_lead=12)
    name = "Mrs. de la Mare-Smith (United Kingdom of Great Britain)"
    report.text(f"{name}: I thank you. {TAIL}", bold_lead=21, indent=260.0)
    report.page_break().text(f"Recalled: that we {TAIL}", bold_lead=3)
    report.text(f"Г-н Омбрелло (Руритания): Я {TAIL}", bold_lead=12)
    speeches = [record.text for record in report.segment().records if record.kind == "speech"]
    assert [text.partition(":")[0] for text in speeches] == [
        "Le Président (parle en espagnol) ",
        name,
        "Г-н Омбрелло (Руритания)",
    ]


def test_those_who_speak_at_a_hearing_take_turns() -> None:
    said = ["[Open session]", f"THE REGISTRAR: Good morning. {TAIL}", f"MR. KEEPER: I thank you. {TAIL}"]
    for asked in ("Who lit the lamp?", "Who rang the bell?", f"Was it you? {TAIL}"):
        said += [f"Q.\t{asked}", "A.\tI did."]
    said += [f"JUDGE LIGHT: We rise. {TAIL}", "MR. KEEPER: We do.", "--- The hearing adjourned at 1 p.m."]
    report = Report()
    for words in said:
        report.text(words, indent=30, above=0.0)
    records = report.segment().records
    assert [record.kind for record in records] == ["text", *["speech"] * 10, "text"]
    assert records[3].text == "Q. Who lit the lamp?"


def test_labels_that_come_again_and_again_do_not_speak() -> None:
    report = Report()
    for _ in range(6):
        for label in ("OBJECTIVE", "ACTION"):
            report.text(f"{label}: {FILL}.", indent=30)
    assert {record.kind for record in report.segment().records} == {"text"}


def test_labels_of_a_form_do_not_speak() -> None:
    report = Report()
    for label in ("NAME", "STATE", "COAST", "LAMPS", "SHIPS", "BELLS", "KEEPER", "OIL", "DATE"):
        report.text(f"{label}: {FILL}.", indent=30)
    assert not any(record.kind == "speech" for record in report.segment().records)


@pytest.mark.parametrize(
    ("line", "lead"),
    [("主席：", 2), ("基珀女士（群岛）（以英语发言）：", 4), ("الرئيس (تكلم بالإنكليزية):", 6)],
)
def test_a_speaker_in_a_script_without_capitals(line: str, lead: int) -> None:
    report = _meeting().text(f"The President: We begin. {TAIL}", bold_lead=14).page_break()
    records = report.text(f"{line}{TAIL}", bold_lead=lead).segment().records
    assert (records[-1].kind, records[-1].text[: len(line)]) == ("speech", line)


@pytest.mark.parametrize(
    ("said", "record"),
    [
        ("下午1时15分散会。", True),
        ("就这样决定。", True),
        ("决议草案以90票赞成、4票反对获得通过。", True),
        ("我们下午将散会，正如主席所说。", False),
        ("رفعت الجلسة الساعة 13/15.", True),
        ("تقرر ذلك.", True),
        ("قال إن الجلسة رفعت.", False),
        ("The meeting rose at 4 p.m.", False),
    ],
)
def test_scripts_without_italics_tell_by_words_what_the_record_says(said: str, *, record: bool) -> None:
    report = _meeting().page_break().text(f"The President: We begin. {TAIL}", bold_lead=14).text("We do.")
    records = report.text(said, above=12.0).segment().records
    assert (records[-1].text == said and records[-1].kind == "text") is record


@pytest.mark.parametrize(("end", "record"), [(".", True), ("", False)])
def test_what_the_record_says_itself_follows_a_paragraph_that_has_ended(end: str, *, record: bool) -> None:
    said = "رفعت الجلسة الساعة 13/15."
    report = _meeting().page_break().paragraphs(1, 4)
    report.text(f"5.\tThe group heard {TAIL} and agreed{end}").text(said, above=0.0)
    records = report.segment().records
    assert (records[-1].text == said) is record


@pytest.mark.parametrize(
    ("vote", "ways"),
    [
        ("Il est procédé au vote enregistré.", ("Votent pour :", "Votent contre :", "S’abstiennent :")),
        ("Se procede a votación registrada.", ("Votos a favor:", "Votos en contra:", "Abstenciones:")),
        ("Проводится голосование.", ("Голосовали за:", "Голосовали против:", "Воздержались:")),
        ("进行了记录表决。", ("赞成：", "反对：", "弃权：")),
        ("أجري تصويت مسجل.", ("المؤيدون:", "المعارضون:", "الممتنعون:")),
    ],
)
def test_how_states_voted_stays_with_the_vote(vote: str, ways: tuple[str, ...]) -> None:
    report = _meeting().text(f"The President: I put it to the vote. {TAIL}", bold_lead=14)
    report.text(vote, italic=1.0)
    for way in ways:
        report.text(way, italic=1.0).text("Erewhon, Ruritania")
    records = report.page_break().text(f"The President: Adopted. {TAIL}", bold_lead=14).segment().records
    assert records[-2].text.split(maxsplit=1)[0] == vote.split(maxsplit=1)[0]
    assert records[-2].text.endswith("Erewhon, Ruritania")
    assert all(" ".join(way.split()) in " ".join(records[-2].text.split()) for way in ways)


def test_a_record_begins_where_its_meeting_does() -> None:
    opening = "The meeting was called to order at 10 a.m."
    report = Report().running(head="S/PV.9871").place("United Nations", LEFT, 90)
    report.place("S/PV.9871", 380, 90).place("9871st meeting", LEFT, 110, size=14, bold=1.0)
    report.text(opening, centre=True, italic=1.0).heading("Lights")
    for page in range(3):
        report.text(f"The President: We begin. {TAIL}", bold_lead=14)
        if page < 2:
            report.page_break()
    records = report.segment().records
    assert (records[0].text, records[1].section) == (opening, ("Lights",))


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("The PRESIDENT: I thank you.", True),
        ("Mr. de la MARE-SMITH (Erewhon) (interpretation from French): I thank you.", True),
        ("M. ÉTIENNE (Ruritanie) : Je vous remercie.", True),
        ("ПРЕДСЕДАТЕЛЬ: Я благодарю вас.", True),
        ("Г-жа САНЧЕС ФАРО (Руритания): Я благодарю вас.", True),
        ("ПОВЕСТКА: Я благодарю вас.", False),
        ("主席：我感谢各位。", True),
        ("范·基珀先生（群岛）（以英语发言）：我感谢各位。", True),
        ("灯塔看守人先生们的意见：我感谢各位。", False),
        ("السيدة فارو (الجزر) (تكلمت بالإنكليزية): أشكركم.", True),
        ("الرئيس: أشكركم.", True),
        ("أشار الرئيس إلى ما يلي: أشكركم.", False),
        ("Mr. Light (Erewhon): I thank you.", False),
        ("AGENDA ITEM 12 (CONTINUED): Lights of the coast.", False),
        ("the lights of the UNION: all of them.", False),
        ("Lights of the EU: all of them.", False),
    ],
)
def test_typewriters_set_a_speaker_in_capitals(line: str, *, speaks: bool) -> None:
    report = _meeting().text(f"The President: We begin. {TAIL}", bold_lead=14).text("We do.").page_break()
    records = report.text(f"{line} {TAIL}", above=12.0).segment().records
    assert (records[-1].kind == "speech" and records[-1].text.startswith(line)) is speaks


def test_a_name_in_capitals_in_a_sentence_is_no_speaker() -> None:
    report = _meeting().page_break()
    report.text(f"The President: We begin, as {FILL} and {FILL} said. So did", bold_lead=14)
    records = report.text(f"Mr. LIGHT: he said that {TAIL}", above=0.0).segment().records
    assert [record.kind for record in records if record.kind == "speech"] == ["speech"]


def test_what_the_record_of_a_meeting_says_itself_ends_a_speech() -> None:
    report = _meeting().text("The meeting was called to order at 3.05 p.m.", italic=1.0)
    report.text(f"The President: I put it to the vote. {TAIL}", bold_lead=14)
    report.text("A vote was taken by show of hands.", italic=1.0)
    report.text("In\u2009favour:", italic=1.0).text("Erewhon, Ruritania").text("Against:", italic=1.0).text(
        "None"
    )
    report.page_break().text(f"The President: It is adopted. {TAIL}", bold_lead=14)
    report.text("The meeting rose at 4 p.m.", italic=1.0)
    records = report.segment().records[1:]
    assert [(record.address, record.text.partition(" ")[0], record.section) for record in records] == [
        ("t2", "The", ()),
        ("s1", "The", ()),
        ("t3", "A", ()),
        ("s2", "The", ()),
        ("t4", "The", ()),
    ]
    vote = ["A vote was taken by show of hands.", "In favour:", "Erewhon, Ruritania", "Against:", "None"]
    assert records[2].text.split("\n") == vote


def test_names_with_a_colon_are_no_speeches_in_a_report() -> None:
    report = Report().running(head="A/65/12")
    for page in range(4):
        if page:
            report.page_break()
        report.text(f"Mr. Keeper (Ruritania): I thank you. {TAIL}", bold_lead=20)
    assert {record.kind for record in report.segment().records} == {"text"}


def test_tables_are_records_of_their_own() -> None:
    report = Report().paragraphs(1, 2)
    report.table([["State", "Lights", "Keepers"], ["Ruritania", "12", "30"], ["Erewhon", "3", "4"]])
    report.paragraphs(3, 5)
    found = report.records()
    assert list(found) == ["p1", "p2", "tab1", "p3", "p4", "p5"]
    assert found["tab1"].kind == "table"
    assert found["tab1"].text == "State\tLights\tKeepers\nRuritania\t12\t30\nErewhon\t3\t4"
    assert found["tab1"].parts == ()


@pytest.mark.parametrize(
    "caption",
    [
        *("Table 1", "Tableau 1", "Cuadro 1", "Таблица 1", "Рисунок 2", "表1", "表 1", "الجدول 1"),
        *("الشكل الأول", "Table 24.3", "Figure 24.II", "Table II.1"),
    ],
)
def test_a_caption_belongs_to_its_table(caption: str) -> None:
    report = Report().paragraphs(1, 2).heading(caption, size=10.0)
    report.table([["State", "Lights", "Keepers"], ["Ruritania", "12", "30"]]).paragraphs(3, 5)
    found = report.records()
    assert found["tab1"].text == f"{caption}\nState\tLights\tKeepers\nRuritania\t12\t30"
    assert found["p3"].section == ()


@pytest.mark.parametrize("label", ["Table 3", "Table 24.3"])
@pytest.mark.parametrize("paged", [True, False])
def test_the_unit_of_a_table_stands_in_its_caption(label: str, *, paged: bool) -> None:
    report = Report().heading("II.\tLights").paragraphs(1, 2).text(label, above=10)
    report.text("Cost of lights", bold=1.0, above=0).text("(Thousands of crowns)", size=9, above=0)
    report.table([["State", "Lights", "Keepers"], ["Ruritania", "12", "30"]]).paragraphs(3, 5)
    found = {record.address: record for record in report.segment(paged=paged).records}
    address = "tab3" if label == "Table 3" else "tab1"
    if paged:
        assert found[address].text.startswith(f"{label}\nCost of lights\n(Thousands of crowns)\nState\t")
    else:
        assert found[address].text == f"{label}\nCost of lights\n(Thousands of crowns)"
    assert found["p3"].section == ("II. Lights",)


@pytest.mark.parametrize(
    ("end", "begin", "whole"),
    [
        ("the keepers of the north", "saw them", True),
        ("the keepers of the north.", "saw them", False),
        ("the keepers saw:", "lights", False),
        ("the keepers of the north", "Saw them", False),
        ("the keepers of the north", "(a)\tsaw them", False),
    ],
)
def test_a_sentence_goes_on_behind_the_table_that_stands_in_it(end: str, begin: str, *, whole: bool) -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", f"In that year {end}").heading("Table 1", size=10.0)
    report.table([["State", "Lights", "Keepers"], ["Ruritania", "12", "30"]])
    report.text("Note: by night.", size=8, above=2).text(f"{begin} at noon.", above=14)
    found = report.paragraphs(4, 6).records()
    assert found["tab1"].text.endswith("30\nNote: by night.")
    assert (found["p3"].text == f"In that year {end} {begin} at noon.") == whole


def test_a_sentence_may_end_with_the_label_of_a_table() -> None:
    words = f"In that year {FILL} rose, as shown in"
    report = Report().paragraphs(1, 2).text(f"3.\t{words}").text("table 1.", above=0)
    report.heading("Table 1. Lights", size=10.0)
    found = (
        report.table([["State", "Lights", "Keepers"], ["Ruritania", "12", "30"]]).paragraphs(4, 6).records()
    )
    assert found["p3"].text == f"{words} table 1."
    assert found["tab1"].text.startswith("Table 1. Lights\nState\t")


def test_the_label_of_a_figure_may_be_the_last_line() -> None:
    records = Report().paragraphs(1, 3).text("Figure 1", above=14).segment().records
    assert [record.number for record in records] == ["1", "2", "3", None]
    assert records[-1].text == "Figure 1"


def test_what_stands_behind_a_list_goes_on_with_the_main_numbers() -> None:
    report = Report().paragraphs(1, 2).paragraph("3.", "The keepers ask for:")
    report.text("•\tLamps", indent=36, above=0).text("•\tBells", indent=36, above=0)
    report.paragraphs(4, 6)
    found = report.records()
    assert found["p3"].text.split("\n") == ["The keepers ask for:", "• Lamps", "• Bells"]


SIGNS = "•●▪–"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "words", ["Keep the lights", "Garder les feux", "Guardar los faros", "Хранить огни", "看守灯塔"]
)
def test_bullets_under_a_heading_stand_alone(sign: str, words: str) -> None:
    report = Report().paragraphs(1, 2).heading("Measures")
    for at in range(3):
        report.text(f"{sign} {words} in part {at}, {TAIL}", indent=18.0, hang=27.0)
    report.text(f"- below that, {TAIL}", indent=36.0, hang=45.0)
    records = report.segment().records[2:]
    assert [record.text.startswith(f"{sign} {words} in part") for record in records] == [True] * 3
    assert [record.kind for record in records] == ["text"] * 3
    assert "\n- below that" in records[2].text


@pytest.mark.parametrize(
    ("lead", "alone"), [("These were lit:", False), ("Lights were lit.", True), ("Lights such as", False)]
)
def test_bullets_belong_to_the_words_that_lead_to_them(lead: str, *, alone: bool) -> None:
    report = Report().paragraphs(1, 2).heading("Lights").text(lead)
    for words in ("The northern one.", "The western one.", "The old one."):
        report.text(f"• {words}", indent=18.0)
    texts = [record.text for record in report.segment().records[2:]]
    bullets = ["• The northern one.", "• The western one.", "• The old one."]
    assert texts == ([lead, *bullets] if alone else ["\n".join([lead, *bullets])])


@pytest.mark.parametrize("sign", ["• ", "!\t", "§\t", "o\t"])
def test_bullets_belong_to_a_numbered_paragraph(sign: str) -> None:
    report = Report().paragraph("1.", "The conclusions were:").text(f"{sign}Lights are lit.", indent=12.0)
    report.text(f"{sign}Ships are seen.", indent=12.0).paragraph("2.", f"At noon {TAIL}")
    assert [address for address, _ in kinds(report)] == ["p1", "p2"]


@pytest.mark.parametrize(("colon", "stop"), [(":", ";"), ("：", "；"), (":", ",")])
def test_a_list_without_marks_belongs_to_the_colon_above(colon: str, stop: str) -> None:
    report = Report().paragraphs(1, 2).heading("Keepers").text(f"The keepers were{colon}")
    items = [f"Ms. Azure{stop}", f"Mr. Brown{stop}", f"Ms. Crimson, harbour board{stop}", "Mr. Drab."]
    for words in items:
        report.text(words, indent=30.0)
    report.text(f"In the morning {TAIL}")
    texts = [record.text for record in report.segment().records[2:]]
    assert texts == ["\n".join([f"The keepers were{colon}", *items]), f"In the morning {TAIL}"]


def test_a_sentence_goes_on_below_an_indented_list() -> None:
    last = f"i have the honour to write {TAIL}"
    lower = (
        Report().paragraphs(1, 2).heading("Letter").text("On behalf of the keepers, who are:", indent=30.0)
    )
    lower.text("Azure, Brown, Crimson,", indent=30.0).text(last)
    texts = [record.text for record in lower.segment().records[2:]]
    assert texts == [f"On behalf of the keepers, who are:\nAzure, Brown, Crimson,\n{last}"]


@pytest.mark.parametrize("between", ["heading", "full stop", "recital", "items"])
def test_what_no_list_is(between: str) -> None:
    report = Report().paragraphs(1, 2).heading("Lights").text("The group heard this:")
    if between == "heading":
        report.heading("Fees").text("Fees were raised;").text("Fees were paid;")
    elif between == "full stop":
        report.text("Fees were raised.").text("Fees were paid.")
    elif between == "items":
        report.text("“The group hears:").text("(a)\tFees were raised;").text("“The group pays.")
    else:
        report.text("Recalling the fees,").text("Recalling the lights,")
    assert len(report.segment().records) == 5


def test_an_item_without_its_comma_leaves_the_list_whole() -> None:
    report = Report().paragraphs(1, 2).heading("Keepers").text("The keepers were:")
    for words in ("Ms. Azure;", "Mr. Brown;", "Ms. Crimson", "Mr. Drab;", "Ms. Ebony."):
        report.text(words, indent=30.0)
    records = report.text(f"In the morning {TAIL}").segment().records
    assert records[2].text.splitlines()[3:] == ["Ms. Crimson", "Mr. Drab;", "Ms. Ebony."]
    assert len(records) == 4


@pytest.mark.parametrize(("lines", "enacts"), [(2, True), (12, True), (13, False)])
def test_the_opening_of_a_resolution_takes_few_lines(lines: int, *, enacts: bool) -> None:
    unit = Unit("text", None, "t1", scope="", section=())
    for at, words in enumerate(("The General Assembly", *["so"] * (lines - 2), "convened,")):
        unit.add(Item(Line(text=words), 1, at))
    assert unit.enacts() is enacts


@pytest.mark.parametrize(
    ("opening", "speeches"),
    [
        (
            "The meeting was called to order at 10.05 a.m.",
            ["The President:", "Mr. Light (Ere", "La Presidenta:"],
        ),
        ("La séance est ouverte à 10 heures.", ["The President:", "Mr. Light (Ere", "La Presidenta:"]),
        ("The meeting of keepers was long.", []),
    ],
)
def test_a_meeting_without_symbol_is_told_by_how_it_opens(opening: str, speeches: list[str]) -> None:
    records = blocks(
        ("Lights of the coast", {}),
        (opening, {}),
        ("The President: I call to order the meeting.", {}),
        ("We begin: the agenda is long.", {}),
        ("Mr. Light (Erewhon) (spoke in French): I thank you.", {}),
        ("Mr. Light thanked them: there was oil.", {}),
        ("La Presidenta: Gracias.", {}),
    ).records
    assert [record.text[:14] for record in records if record.kind == "speech"] == speeches
