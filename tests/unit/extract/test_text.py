from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.errors import DamagedReportError, EmptyReportError, LimitError
from indexer.extract.text import COLUMN, MOST_BYTES, ROW, TextExtractor
from indexer.model import ExtractedDocument, SourceFile

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, content: str | bytes) -> ExtractedDocument:
    path = folder / "a.txt"
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(data)
    source = SourceFile(path="a.txt", location=str(path), sha256="", size=len(data), media_type="text/plain")
    return TextExtractor().extract(source)


def test_rows_keep_their_place(tmp_path: Path) -> None:
    document = read(tmp_path, "Title\r\n\r\n    10.   With a view\n\tto  offering\rguidance")
    (page,) = document.pages
    assert [line.text for line in page.lines] == ["Title", "10.\tWith a view", "to offering", "guidance"]
    assert [line.top for line in page.lines] == [0, 2 * ROW, 3 * ROW, 4 * ROW]
    assert [line.left for line in page.lines] == [0, 4 * COLUMN, 8 * COLUMN, 0]
    assert page.lines[1].text_left == 10 * COLUMN
    assert page.lines[1].right == 21 * COLUMN
    assert page.lines[2].text_left == page.lines[2].left
    assert not document.paged


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    document = read(tmp_path, "one\fnumber two\n\f\fafter an empty page\n\f\n")
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["one"],
        ["number two"],
        [],
        ["after an empty page"],
    ]
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    assert document.paged


def test_a_page_of_blanks_alone_is_empty(tmp_path: Path) -> None:
    blanks = "\n".join([" " * 200, *[" " * 100] * 3])
    document = read(tmp_path, f"one\f{blanks}\ftwo")
    assert [len(page.lines) for page in document.pages] == [1, 0, 1]


def test_a_dumped_page_stays_one_line(tmp_path: Path) -> None:
    long = "9. To this end, OHCHR organized several meetings. " * 200
    (page,) = read(tmp_path, long).pages
    assert [line.text for line in page.lines] == [long.strip()]
    assert page.width == page.lines[0].right


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param("soft\u00adhyphen and \u200bmarks\u200e", "softhyphen and marks", id="invisible"),
        pytest.param("Me\u0301xico", "México", id="composed"),
        pytest.param("10.\u00a0\u00a0With", "10. With", id="fixed-spaces"),
        pytest.param("End of a DOS file\r\n\x1a", "End of a DOS file", id="dos-end"),
        pytest.param("a\tb", "a\tb", id="tab"),
    ],
)
def test_characters_are_made_fit(tmp_path: Path, printed: str, text: str) -> None:
    assert [line.text for line in read(tmp_path, printed).pages[0].lines] == [text]


def test_other_encodings_are_read(tmp_path: Path) -> None:
    words = "Управление провело совещание экспертов по вопросам интеграции. " * 6
    assert read(tmp_path, words.encode("koi8-r")).pages[0].lines[0].text == words.strip()


def test_blanks_are_empty_and_bytes_damaged(tmp_path: Path) -> None:
    with pytest.raises(EmptyReportError):
        read(tmp_path, " \n\t\f\n")
    with pytest.raises(DamagedReportError):
        read(tmp_path, bytes(range(256)) * 20)


def test_too_large_is_refused_before_reading() -> None:
    source = SourceFile(
        path="a", location="/nowhere", sha256="", size=MOST_BYTES + 1, media_type="text/plain"
    )
    with pytest.raises(LimitError, match="64 MB"):
        TextExtractor().extract(source)


def test_rows_too_long_for_a_page_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    row = "The keepers of the lights met in the harbour and heard what others had done. " * 4
    lines = read(tmp_path, f"Report\n\n1. {row}\n\n2. {row}\n").pages[0].lines
    assert [line.starts_block for line in lines] == [True, True, True]
    lines = read(tmp_path, f"Report\n\n1. {row[:70]}\n{row[:70]}\n2. {row[:150]}\n").pages[0].lines
    assert [line.starts_block for line in lines] == [None, None, None, None]


def test_a_short_first_row_stays_with_the_paragraph_that_it_names(tmp_path: Path) -> None:
    row = "The keepers of the lights met in the harbour and heard what others had done. " * 4
    lines = read(tmp_path, f"The lights\n\n{row}\n\n{row}\n").pages[0].lines
    assert [line.starts_block for line in lines] == [True, False, True]


def blocks(document: ExtractedDocument) -> list[bool | None]:
    return [line.starts_block for line in document.pages[0].lines]


def test_blank_rows_part_paragraphs_of_one_row(tmp_path: Path) -> None:
    rows = [
        "Report on the lights",
        "The keepers met in May.",
        "They met again.",
        "7th meeting,\n3 May",
        "It rained.",
    ]
    assert blocks(read(tmp_path, "\n\n".join(rows))) == [True, True, True, True, False, True]
    assert blocks(read(tmp_path, "海岸灯光报告\n\n看守人开会。\n\n他们再次开会。\n\n下雨了。")) == [True] * 4


@pytest.mark.parametrize(
    "text",
    [
        "The keepers of the\n\nlights met in May, and\n\nmet again in June, when\n\nit rained on them.",
        "看守人在五月开会并\n\n在六月再次开会当时\n\n海岸下雨而他们已经\n\n离开了海岸。",
        "Report\n\nThe keepers met\nin May, and went\non to June.\n\nThey left.",
    ],
)
def test_other_texts_go_by_the_distance_of_their_rows(tmp_path: Path, text: str) -> None:
    assert set(blocks(read(tmp_path, text))) == {None}


SHORT_ROWS = ("Lights of the coast", "I. Keepers", "A. Those of the north", "(a) Lamps;", "(b) Oil.")


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ((*SHORT_ROWS, "They met. " * 30), True),
        ((*SHORT_ROWS, "灯塔看守人开会。" * 15), True),
        ((*SHORT_ROWS, "التقى الحراس في الميناء. " * 10), True),
        ((*SHORT_ROWS * 2, "They met. " * 17, *("and met again",) * 3), False),
        (SHORT_ROWS, False),
    ],
)
def test_rows_are_paragraphs_where_some_are_too_long_and_none_runs_on(
    tmp_path: Path, rows: tuple[str, ...], *, apart: bool
) -> None:
    (page,) = read(tmp_path, "\n".join(rows)).pages
    assert all(line.starts_block is (True if apart else None) for line in page.lines)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("| |A/HRC/9/8 |", "A/HRC/9/8"),
        ("| Lamps | Oil |", "Lamps\tOil"),
        ("Summary |", "Summary"),
        ("Lamps | Oil", "Lamps | Oil"),
    ],
)
def test_bars_around_a_row_part_cells(tmp_path: Path, row: str, text: str) -> None:
    (page,) = read(tmp_path, f"|---|---|\n{row}\n|").pages
    assert [line.text for line in page.lines] == [text]
