from __future__ import annotations

from indexer.extract.text_labels import part_labels, part_lines
from indexer.model import Line


def test_blocks_of_a_web_page_are_parted_from_their_numbers() -> None:
    texts = ("1.Keepers met.", "A.Lamps", "2.1They left.", "2.2They came.", "(a)To keep")
    lines = part_lines([Line(text=text) for text in texts])
    assert [line.text for line in lines] == [
        "1.\tKeepers met.",
        "A.\tLamps",
        "2.1\tThey left.",
        "2.2\tThey came.",
        "(a)\tTo keep",
    ]


def test_numbers_of_many_parts_count_on_too() -> None:
    texts = ("1.1.Keepers met.", "1.1.1.They left.", "1.1.1.1.They came.", "1.1.1.2They ate.", "1.2.Oil")
    lines = part_lines([Line(text=text) for text in texts])
    assert [line.text.partition("\t")[0] for line in lines] == [
        "1.1.",
        "1.1.1.",
        "1.1.1.1.",
        "1.1.1.2",
        "1.2.",
    ]
    others = [Line(text="1.1.Keepers met."), Line(text="1.1.2.They left."), Line(text="4.They came.")]
    assert part_lines(others) == others


def test_marks_and_faces_stay_where_they_were() -> None:
    lines = [Line(text=f"{number}.Keepers met.4", raised=((14, 15),), bold_lead=9) for number in (1, 2, 3)]
    line = part_lines(lines)[0]
    assert [line.text[a:b] for a, b in line.raised] == ["4"]
    assert line.text[: line.bold_lead] == "1.\tKeepers"


def test_labels_of_lists_and_rows_of_tables_stay() -> None:
    lines = [Line(text=f"{number}.Keepers met.") for number in (1, 2, 3)]
    others = [Line(text="4.Keepers", label="1."), Line(text="5.Lamps\tOil", role="row")]
    assert part_lines([*lines, *others])[3:] == others
    assert part_lines(others) == others


def test_few_numbers_that_stand_close_are_slips() -> None:
    assert part_labels("1.Keepers met.\n2. They left.\n3.They came.\n") == (
        "1.Keepers met.\n2. They left.\n3.They came.\n"
    )


def test_quantities_in_chinese_are_no_numbers() -> None:
    text = "1.看守人。\n2.灯塔。\n3.1总则。\n3.2灯塔。\n1.5亿人看到。\n12.25万艘船。\n"
    assert part_labels(text) == (
        "1.\t看守人。\n2.\t灯塔。\n3.1\t总则。\n3.2\t灯塔。\n1.5亿人看到。\n12.25万艘船。\n"
    )
