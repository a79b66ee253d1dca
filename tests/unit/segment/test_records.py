from __future__ import annotations

from tests.unit.segment.pages import BOTTOM, FILL, LEFT, RIGHT, SOURCE, TOP, Report

TAIL = f"{FILL}, and {FILL} in the end."


def test_orders_count_from_one() -> None:
    report = Report().paragraphs(1, 3).heading("II.\tMore").paragraphs(4, 8)
    assert [record.order for record in report.segment().records] == list(range(1, 9))


def test_every_record_names_its_source() -> None:
    record = Report().paragraphs(1, 3).segment().records[0]
    assert (record.source.path, record.source.sha256) == (SOURCE.path, SOURCE.sha256)
    assert record.source.media_type == "application/pdf"
    assert record.extraction.method == "text"
    assert record.copy == 1


def test_boxes_surround_the_lines() -> None:
    record = Report().paragraphs(1, 3).records()["p2"]
    ((page, left, top, right, bottom),) = record.boxes
    assert page == 1
    assert (left, right) == (LEFT, RIGHT)
    assert TOP < top < bottom < BOTTOM


def test_one_box_for_each_page() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"It said {TAIL} {TAIL} {TAIL}", split_after=2)
    record = report.paragraphs(5, 7).records()["p4"]
    assert [box[0] for box in record.boxes] == [1, 2]
    assert record.boxes[1][2] < record.boxes[0][2]


def test_formats_without_pages_give_no_page_and_no_box() -> None:
    record = Report().paragraphs(1, 3).segment(paged=False).records[0]
    assert (record.page, record.page_end, record.page_label, record.boxes) == (None, None, None, ())


def test_the_printed_page_number_stands_beside_the_physical_one() -> None:
    report = Report().running(head="A/HRC/9/8\nPage {page}")
    report.first_page = 5
    records = report.paragraphs(1, 40).segment().records
    assert (records[0].page, records[0].page_label) == (5, "5")
    assert (records[-1].page, records[-1].page_label) == (7, "7")


def test_addresses_that_come_again_get_a_scope() -> None:
    report = Report()
    for _ in range(3):
        report.heading("Annex").paragraphs(1, 3).page_break()
    addresses = [record.address for record in report.segment().records]
    assert len(set(addresses)) == len(addresses) == 9


def test_notes_in_several_pieces_of_a_record_keep_their_places() -> None:
    report = (
        Report()
        .paragraphs(1, 2)
        .paragraph("3.", f"The States{{1}} should{{2}}, {FILL}:", notes={"1": "A.", "2": "B."})
    )
    report.text("(a)\tLight the coasts{3};", indent=36, notes={"3": "C."}).paragraphs(4, 6)
    record = report.records()["p3"]
    assert [(note.mark, note.text) for note in record.footnotes] == [("1", "A."), ("2", "B."), ("3", "C.")]
    places = [note.at for note in record.footnotes]
    assert [record.text[: at or 0].rsplit(" ")[-1] for at in places] == ["States", "should", "coasts"]


def test_notes_of_headings_and_of_no_word_stand_as_printed() -> None:
    report = Report().paragraphs(1, 2).page_break().heading("II.\tMore{2}").paragraphs(3, 3)
    report.place("{1} Of no word.", LEFT, 700, size=8.5).place("{2} Of the heading.", LEFT, 712, size=8.5)
    assert [note.mark for note in report.records()["p3"].footnotes] == ["1", "2"]


def test_the_note_of_a_heading_stands_before_those_of_the_text() -> None:
    report = Report().paragraph("1.", f"It said{{1}} {TAIL}", notes={"1": "First."})
    report.heading("Lights{2}", notes={"2": "Of the heading."})
    report.paragraph("2.", f"It said{{3}} {TAIL}", notes={"3": "Third."})
    assert [(note.mark, note.at) for note in report.records()["p2"].footnotes] == [("2", None), ("3", 7)]


def test_a_note_is_joined_from_its_lines() -> None:
    long = f"See the report, in which {FILL}, and the other one, in which {FILL}."
    report = Report().paragraph("1.", f"It said{{1}} {TAIL}", notes={"1": long}).paragraphs(2, 4)
    (note,) = report.records()["p1"].footnotes
    assert (note.text, note.page) == (long, 1)


def test_a_word_broken_at_a_line_end_is_mended() -> None:
    report = Report().paragraphs(1, 2)
    report.text("3.\tThe keepers ask the govern-", above=6).text(
        f"ment of the land, a government {TAIL}", above=0
    )
    report.paragraphs(4, 6)
    assert report.records()["p3"].text.startswith("The keepers ask the government of the land, a government")


def test_no_record_at_all() -> None:
    parsed = Report().document()
    assert parsed.pages[0].lines == ()
    made = Report().segment()
    assert (made.records, made.headings, made.furniture) == ((), (), ())
    assert made.report.language == "und"
