"""Where the paragraphs of Word files stand between the margins, and what is told by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.segment import segment
from tests.unit.extract.test_docx import LONG, p

if TYPE_CHECKING:
    from tests.unit.extract.conftest import ReadDocx

SHEET = '<w:sectPr><w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr>'
LEFT, RIGHT = 72.0, 523.0
MIDDLE = '<w:jc w:val="center"/>'
STYLES = (
    f'<w:style w:type="paragraph" w:styleId="Middle"><w:pPr>{MIDDLE}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kid"><w:basedOn w:val="Middle"/></w:style>'
)
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("properties", "left", "right"),
    [
        ("", LEFT, LEFT + 60),
        ('<w:jc w:val="both"/>', LEFT, LEFT + 60),
        (MIDDLE, 267.5, 327.5),
        ('<w:pStyle w:val="Kid"/>', 267.5, 327.5),
        ('<w:pStyle w:val="Kid"/><w:jc w:val="left"/>', LEFT, LEFT + 60),
        ('<w:jc w:val="right"/>', RIGHT - 60, RIGHT),
        ('<w:jc w:val="end"/><w:ind w:right="400"/>', RIGHT - 80, RIGHT - 20),
        ('<w:jc w:val="center"/><w:ind w:left="1440"/>', 303.5, 363.5),
    ],
)
def test_short_lines_stand_where_their_paragraph_has_them(
    read_docx: ReadDocx, properties: str, left: float, right: float
) -> None:
    size = '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>Twelve signs</w:t></w:r>'
    (line,) = read_docx(p(size, properties=properties) + SHEET, styles=STYLES).pages[0].lines
    assert (line.left, line.text_left, line.right) == (left, left, right)


def test_full_lines_begin_and_end_at_the_margins(read_docx: ReadDocx) -> None:
    (line,) = read_docx(p(LONG * 3, properties=MIDDLE) + SHEET).pages[0].lines
    assert (line.left, line.right) == (LEFT, RIGHT)


def test_lines_of_a_paragraph_have_no_room_between_them(read_docx: ReadDocx) -> None:
    one, two, three = read_docx(p("One", "<w:r><w:br/></w:r>", "two") + p("Three")).pages[0].lines
    assert two.top == one.bottom
    assert three.top > two.bottom


def sections(read_docx: ReadDocx, *paragraphs: str) -> list[tuple[str, ...]]:
    parsed = segment(read_docx("".join(paragraphs) + SHEET))
    return [(*record.section, record.text[:8]) for record in parsed.records]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Lights of the coast", ("Lights of the coast", "Lamps")),
        ("Annex II", ("Annex II", "Lamps")),
        ("Chapter II", ("Chapter II Lamps",)),
    ],
)
def test_a_heading_in_the_middle_has_those_at_the_margin_below_it(
    read_docx: ReadDocx, name: str, path: tuple[str, ...]
) -> None:
    """Paragraphs of one line are as far from each other as the two headings."""
    text = [p(f"{number}.\t{LONG * (1 + (number == 3))}") for number in range(1, 4)]
    found = sections(
        read_docx,
        *(p(BOLD.format("Harbours"), properties=MIDDLE), p(BOLD.format("Boats")), *text[:2]),
        *(p(BOLD.format(name), properties=MIDDLE), p(BOLD.format("Lamps")), *text[2:]),
    )
    words = LONG[:8]
    assert found == [("Harbours", "Boats", words)] * 2 + [(*path, words)]


@pytest.mark.parametrize(
    ("first", "second"), [("Article {}", "Scope of it"), ("Rule {}", "What it is"), ("{}.", "")]
)
def test_labels_in_the_middle_head_the_text_below(read_docx: ReadDocx, first: str, second: str) -> None:
    titles = [("I", "One"), ("II", "Two"), ("III", "Three")]
    paragraphs: list[str] = []
    for number, word in titles:
        label = first.format(number) if second else f"{number}. {word}"
        paragraphs.append(p(label, properties=MIDDLE))
        paragraphs += [p(f"{second} {word}", properties=MIDDLE)] if second else []
        paragraphs.append(p(LONG * 2))
    expected = [
        (first.format(number), f"{second} {word}") if second else (f"{number}. {word}",)
        for number, word in titles
    ]
    assert sections(read_docx, *paragraphs) == [(*path, LONG[:8]) for path in expected]


@pytest.mark.parametrize("side", ["right", "center"])
def test_a_signature_is_no_part_of_the_last_paragraph(read_docx: ReadDocx, side: str) -> None:
    text = [p(f"{number}.\t{LONG * 2}") for number in (1, 2, 3)]
    signed = p("Ms. Azure", properties=f'<w:jc w:val="{side}"/>')
    assert sections(read_docx, *text, signed) == [(LONG[:8],)] * 3 + [("Ms. Azur",)]


@pytest.mark.parametrize("break_", ["<w:r><w:br/></w:r>", "</w:p><w:p><w:pPr>" + MIDDLE + "</w:pPr>"])
@pytest.mark.parametrize("face", [BOLD, BOLD.replace("<w:b/>", '<w:b/><w:sz w:val="32"/>')])
def test_a_title_of_several_lines_or_paragraphs_is_one(read_docx: ReadDocx, break_: str, face: str) -> None:
    lines = f"<w:p><w:pPr>{MIDDLE}</w:pPr>{face.format('Report on lights')}{break_}"
    lines += f"{face.format('of the coast')}</w:p>"
    text = [p(f"{number}.\t{LONG * 2}") for number in (1, 2)]
    assert sections(read_docx, lines, *text) == [("Report on lights of the coast", LONG[:8])] * 2


LINES = '<w:pBdr><w:left w:val="single"/><w:right w:val="single"/></w:pBdr>'
BAR = '<w:pBdr><w:left w:val="single"/><w:right w:val="nil"/></w:pBdr>'
BELOW = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
GROUND = '<w:shd w:val="clear" w:fill="DCE6F1"/>'
WHITE = '<w:shd w:val="clear" w:fill="FFFFFF"/>'


@pytest.mark.parametrize(
    ("properties", "others", "count"),
    [
        *((LINES, "", 1), (GROUND, "", 1), ('<w:pStyle w:val="Case"/>', "", 1)),
        *((BAR, "", 0), (BELOW, "", 0), (WHITE, "", 0), (GROUND, GROUND, 0)),
        ('<w:pStyle w:val="Case"/>' + WHITE, "", 0),
    ],
)
def test_framed_paragraphs_are_a_panel(read_docx: ReadDocx, properties: str, others: str, count: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="Case"><w:pPr>{GROUND}</w:pPr></w:style>'
    box = p(BOLD.format("A case"), properties=properties) + p(LONG, properties=properties)
    text = p(LONG * 2, properties=others)
    document = read_docx(text + box + text + SHEET, styles=styles)
    assert len(document.pages[0].panels) == count
    sections = [record.section for record in segment(document).records]
    if count:
        assert sections == [(), ("A case",), ()]


def test_a_blank_paragraph_without_ground_does_not_part_a_box(read_docx: ReadDocx) -> None:
    box = [p(text, properties=GROUND) for text in (BOLD.format("A case"), LONG, LONG)]
    document = read_docx(p(LONG * 5) + p("").join(box) + p("") + p(LONG * 5) + SHEET)
    assert len(document.pages[0].panels) == 1
    assert [record.section for record in segment(document).records] == [(), ("A case",), ("A case",), ()]


def test_frames_of_two_kinds_below_each_other_are_two_panels(read_docx: ReadDocx) -> None:
    text, box = p(LONG * 5), p(LONG, properties=LINES)
    document = read_docx(text + box + box + p(LONG, properties=GROUND) + text + SHEET)
    assert len(document.pages[0].panels) == 2


def test_a_ground_that_several_headings_have_is_that_of_no_box(read_docx: ReadDocx) -> None:
    def heading(text: str) -> str:
        return p(BOLD.format(text), properties=GROUND)

    text = p(LONG * 5)
    quoted = heading("Lamps") + p(LONG, properties=GROUND)
    document = read_docx(heading("Boats") + text + heading("Ropes") + text + quoted + text + SHEET)
    assert not document.pages[0].panels
    assert [record.section for record in segment(document).records][-1] == ("Lamps",)
