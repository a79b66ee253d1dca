from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.extract.test_html import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import ExtractedDocument

FULL = "The group heard what the keepers of the lights had done in the winter, and it took note"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("placed")


def row(top: int, left: int, words: str, face: str = "ft10") -> str:
    return f'<p style="position:absolute;top:{top}px;left:{left}px" class="{face}">{words}</p>'


def sheet(number: int, *rows: str, style: str = "") -> str:
    """Return one page as programs write it that turn a PDF into a web page."""
    size = "position:relative;width:892px;height:1263px;"
    css = f"<style><!-- p {{margin: 0;}} {style} --></style>"
    return f'{css}<div id="page{number}-div" style="{size}">{"".join(rows)}</div>'


def placed(folder: Path, *sheets: str) -> ExtractedDocument:
    return read_page(folder, f"<html><head><title>Lights</title></head><body>{''.join(sheets)}</body></html>")


def test_rows_have_the_places_that_are_stated(folder: Path) -> None:
    first = sheet(
        1,
        row(100, 170, "of them in the harbours."),
        row(82, 213, "The keepers lit all lamps<br/>"),
        row(82, 170, "1.&#160;"),
        style=".ft10{font-size:15px;}",
    )
    document = placed(folder, first, sheet(2, row(90, 170, "<b>Lamps</b> and <i>oil</i>", "ft20")))
    assert document.paged
    assert document.title == "Lights"
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["1.\tThe keepers lit all lamps", "of them in the harbours."],
        ["Lamps and oil"],
    ]
    line, below = document.pages[0].lines
    assert line.left == below.left
    assert line.text_left == pytest.approx(213 * 612 / 892)
    assert below.bottom - line.bottom == pytest.approx(18 * 612 / 892)
    faced = document.pages[1].lines[0]
    assert (faced.bold_lead, 0 < faced.bold < 1, 0 < faced.italic < 1) == (5, True, True)
    assert faced.size == line.size  # the name of the face was given on the first page


def test_a_break_goes_to_the_next_row(folder: Path) -> None:
    style = ".ft10{font-size:15px;line-height:27px;}"
    document = placed(
        folder,
        sheet(1, row(100, 170, "for all lamps.<br/>2.&#160;"), row(127, 213, "Two left."), style=style),
    )
    assert [line.text for line in document.pages[0].lines] == ["for all lamps.", "2.\tTwo left."]


def test_full_rows_end_at_one_margin(folder: Path) -> None:
    words = FULL.split()
    rows = [row(100 + 18 * n, 170, " ".join(words[: len(words) - n % 2])) for n in range(9)]
    document = placed(folder, sheet(1, *rows, row(280, 170, "of all that was said.")))
    *full, last = document.pages[0].lines
    assert {round(line.right) for line in full} == {round(full[0].right)}
    assert last.right < full[0].right - 100


def test_what_stands_outside_the_rows_is_kept_apart(folder: Path) -> None:
    rows = [row(100 + 18 * n, 170, FULL) for n in range(3)]
    document = placed(folder, sheet(1, *rows), "<h1>Outline</h1><ul><li>Lamps</li></ul>")
    lines = document.pages[0].lines
    assert [(line.text, line.role) for line in lines[3:]] == [("Outline", "footer"), ("Lamps", "footer")]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"{sheet(1, row(10, 10, 'Menu'))}<p>{FULL}</p>", id="little"),
        pytest.param(f'<div><p style="position:absolute;top:1px;left:1px">{FULL}</p></div>', id="no-size"),
        pytest.param(f'<div style="width:9px;height:9px"><p>{FULL}</p></div>', id="no-place"),
    ],
)
def test_other_pages_flow(folder: Path, page: str) -> None:
    document = placed(folder, page)
    assert not document.paged
    assert any(line.text == FULL for line in document.pages[0].lines)


def test_hostile_rows_end(folder: Path) -> None:
    deep = "<b>" * 200 + FULL + "</b>" * 200
    (page,) = placed(folder, sheet(1, row(-5, -5, deep), row(999999, 999999, FULL))).pages
    assert [line.text for line in page.lines] == [FULL, FULL]
    zero = f'<div style="width:0px;height:0px">{row(0, 0, FULL)}</div>'
    assert [line.text for line in placed(folder, zero).pages[0].lines] == [FULL]


def test_what_stands_in_a_placed_row_is_read_once(folder: Path) -> None:
    inner = '<div style="position:absolute;top:9px;left:9px">Two left.</div>'
    box = f'<div style="position:absolute;top:100px;left:170px;width:90px;height:40px">{inner}</div>'
    document = placed(folder, sheet(1, row(60, 170, "The keepers lit all lamps."), box))
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["The keepers lit all lamps.", "Two left."]
    ]


@pytest.mark.parametrize("size", ["0px", "-9px", "0.0pt"])
def test_a_size_that_no_letter_has_is_none(folder: Path, size: str) -> None:
    document = placed(folder, sheet(1, row(60, 170, FULL), style=f".ft10{{font-size:{size};}}"))
    assert [line.text for line in document.pages[0].lines] == [FULL]


@given(
    st.lists(
        st.tuples(st.integers(-50, 1300), st.integers(-50, 900), st.text("ab .1é語", max_size=30)),
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_character_lands_in_a_line(folder: Path, rows: list[tuple[int, int, str]]) -> None:
    document = placed(folder, sheet(1, row(20, 20, "Lights"), *(row(*place) for place in rows)))
    read = "".join(line.text for page in document.pages for line in page.lines)
    given_text = "Lights" + "".join(text for _, _, text in rows)
    assert len("".join(read.split())) <= len("".join(given_text.split()))
    assert set("".join(given_text.split())) == set("".join(read.split()))
