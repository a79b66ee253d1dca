"""Reports in a script without spaces between words, whose lines break between any two signs."""

from __future__ import annotations

import pytest

from indexer.model import ExtractedDocument, Line, Page
from indexer.segment import segment
from indexer.segment.cells import cells
from tests.unit.segment.pages import HEIGHT, RIGHT, SOURCE, WIDTH, Report, lines_of

WORDS = "灯塔看守人指出偏远港口引航员的培训仍然是一个相当重要的问题而老旧信号站的维护依赖于自愿捐款"
SIZE, LEADING, FIRST, TEXT = 10.0, 20.0, 90.0, 124.0


def line(text: str, at: int, left: float = TEXT, *, bold: float = 0.0) -> Line:
    """A line whose signs are as wide as high, or half as wide where they are of another script."""
    label, tab, words = text.rpartition("\t")
    right = TEXT if tab else left
    right += sum(SIZE if ord(sign) > 0x3000 else 0.5 * SIZE for sign in words)
    bottom = 120.0 + LEADING * at
    return Line(
        text=text,
        left=FIRST if label else left,
        text_left=TEXT if label else left,
        right=right,
        top=bottom - 7.0,
        bottom=bottom,
        size=SIZE,
        bold=bold,
    )


def document(*lines: tuple[str, float]) -> ExtractedDocument:
    made = [line(text, at, bold=bold) for at, (text, bold) in enumerate(lines)]
    page = Page(number=1, width=WIDTH, height=HEIGHT, lines=tuple(made))
    return ExtractedDocument(source=SOURCE, pages=(page,), paged=True)


@pytest.mark.parametrize("number", ["{}.\t", "{}．\t", "{}、\t", "{}\t"])
def test_lines_set_wide_are_measured_by_each_other(number: str) -> None:
    lines: list[tuple[str, float]] = []
    for at in range(1, 7):
        lines += [(f"{number.format(at)}{WORDS[:39]}", 0.0), (f"{WORDS[:36]}截至 20{at + 10}", 0.0)]
        lines += [(f"年 5 月，{WORDS[:30]}。", 0.0)]
    records = segment(document(*lines)).records
    assert [record.address for record in records] == [f"p{at}" for at in range(1, 7)]
    assert records[2].text == f"{WORDS[:39]}{WORDS[:36]}截至 2013 年 5 月，{WORDS[:30]}。"


def test_a_bare_number_may_stand_before_a_year() -> None:
    lines = [(f"{at}\t20{at + 10}年，{WORDS[:30]}。{WORDS[:4]}", 0.0) for at in range(1, 8)]
    more = [
        entry for pair in lines for entry in (pair, *((f"{WORDS[:38]}", 0.0),) * 2, (f"{WORDS[:9]}。", 0.0))
    ]
    records = segment(document(*more)).records
    assert [record.number for record in records] == [str(at) for at in range(1, 8)]


def test_short_paragraphs_of_ideographs_may_have_bare_numbers() -> None:
    lines = [line for at in range(1, 8) for line in ((f"{at}\t{WORDS[:38]}", 0.0), (f"{WORDS[:20]}。", 0.0))]
    records = segment(document(*lines)).records
    assert [record.number for record in records] == [str(at) for at in range(1, 8)]


def test_no_space_stands_behind_a_sign_that_brings_its_own_room() -> None:
    lines = [(f"1.\t{WORDS[:38]}。", 0.0), (f"1996年，{WORDS[:20]}。", 0.0)]
    (record,) = segment(document(*lines)).records
    assert record.text == f"{WORDS[:38]}。1996年，{WORDS[:20]}。"


@pytest.mark.parametrize(
    ("text", "prose"),
    [(WORDS[:15], True), (WORDS[:14], False), (f"{WORDS[:8]}\t{WORDS[:8]}\t{WORDS[:8]}", False)],
)
def test_many_ideographs_are_running_text(text: str, *, prose: bool) -> None:
    (item,) = lines_of(text)
    assert item.is_prose() is prose


def test_the_text_begins_where_a_short_title_of_the_contents_stands_again() -> None:
    lines = [("目录", 1.0), ("一、导言................3", 0.0), ("二、结论................4", 0.0)]
    lines += [("一、导言", 1.0), (f"1.\t{WORDS[:36]}，见第 49", 0.0), (f"段。{WORDS[:30]}。", 0.0)]
    (record,) = segment(document(*lines)).records
    assert (record.section, record.number) == (("一、导言",), "1")


def test_a_counted_number_may_have_a_sign_of_the_script_behind_it() -> None:
    lines = tuple(
        Line(
            text=f"{WORDS}。", left=0, right=0, top=0, bottom=0, size=SIZE, label=f"{at}、", starts_block=True
        )
        for at in (1, 2)
    )
    page = Page(number=1, width=0, height=0, lines=lines)
    records = segment(ExtractedDocument(source=SOURCE, pages=(page,), paged=False)).records
    assert [(record.number, record.kind) for record in records] == [("1", "paragraph"), ("2", "paragraph")]


@pytest.mark.parametrize(
    ("text", "count"), [(f"1\t{WORDS[:24]}", 1), (f"1\t{WORDS[:9]}", 2), ("北部\t818\t3938", 3)]
)
def test_a_label_before_a_line_of_ideographs_is_no_cell(text: str, count: int) -> None:
    (item,) = lines_of(text)
    assert cells(item) == count


@pytest.mark.parametrize(
    ("following", "early"), [("灯塔看守人指出", True), ("$305,627。灯塔看守人指出", False), ("年5月", True)]
)
def test_a_line_of_ideographs_ends_early_before_a_number_that_would_have_had_room(
    following: str, *, early: bool
) -> None:
    _, measures = Report().paragraphs(1, 6).items()
    above, below = lines_of(WORDS, following, right=RIGHT - 40.0)
    assert measures.ended_early(above, below) is early


@pytest.mark.parametrize(
    ("end", "following", "room", "early"),
    [
        ("3月", "15 日，灯塔看守人指出", 25.0, False),  # a number and its word are not parted
        ("3月", "15 日，灯塔看守人指出", 40.0, True),
        ("为", "$752,299。灯塔看守人指出", 62.0, False),  # nor a word and its stop
        ("为", "$752,299 灯塔看守人指出", 62.0, True),
        ("。", "15 灯塔看守人指出", 25.0, True),
    ],
)
def test_what_is_not_parted_begins_the_next_line_together(
    end: str, following: str, room: float, *, early: bool
) -> None:
    _, measures = Report().paragraphs(1, 6).items()
    above, below = lines_of(WORDS + end, following, right=RIGHT - room)
    assert measures.ended_early(above, below) is early
