"""PDF files made for the test, and the lines read out of them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import DamagedReportError, EncryptedReportError, NoTextError, ReportError
from indexer.extract import extract
from indexer.extract.pdf import PdfExtractor
from indexer.model import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from indexer.model import ExtractedDocument, Line

    Draw = Callable[[Any], None]

WIDTH, HEIGHT = 595.0, 842.0
SENTENCE = "The keepers and the lights were in the harbour"  # no letter hangs over into a space


def source(path: Path) -> SourceFile:
    return SourceFile(
        path=path.name, location=str(path), sha256="", size=path.stat().st_size, media_type="application/pdf"
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made.pdf"


def write(path: Path, *pages: Draw, **options: Any) -> SourceFile:
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), **options)
    for draw in pages:
        canvas.setFont("Times-Roman", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return source(path)


def read(path: Path, *pages: Draw, **options: Any) -> ExtractedDocument:
    return PdfExtractor().extract(write(path, *pages, **options))


def first_lines(path: Path, draw: Draw) -> tuple[Line, ...]:
    return read(path, draw).pages[0].lines


def put(text: str, x: float = 100, y: float = 100, *, font: str = "Times-Roman", size: float = 10) -> Draw:
    """Draw a text with its base line that far below the upper edge."""

    def draw(canvas: Any) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, HEIGHT - y, text)

    return draw


def all_of(*draws: Draw) -> Draw:
    def draw(canvas: Any) -> None:
        for one in draws:
            one(canvas)

    return draw


def test_a_line_with_its_place(path: Path) -> None:
    (line,) = first_lines(path, put(SENTENCE))
    assert line.text == SENTENCE
    assert line.left == pytest.approx(100, abs=1)
    assert line.bottom == pytest.approx(100, abs=0.1)
    assert line.right == pytest.approx(100 + 194, abs=10)
    assert line.size == 10
    assert (line.bold, line.italic, line.raised) == (0, 0, ())


def test_pages_are_numbered_from_one(path: Path) -> None:
    document = read(path, put("one"), put("two"), put("three"))
    assert [(page.number, page.lines[0].text) for page in document.pages] == [
        (1, "one"),
        (2, "two"),
        (3, "three"),
    ]
    assert document.paged
    assert document.method == "text"
    assert {(page.width, page.height) for page in document.pages} == {(WIDTH, HEIGHT)}


def test_the_title_of_the_file(path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setTitle("The State of the Lights – 2008")
        put(SENTENCE)(canvas)

    assert read(path, draw).title == "The State of the Lights – 2008"


@pytest.mark.parametrize(
    ("font", "bold", "italic"),
    [
        ("Times-Roman", 0, 0),
        ("Times-Bold", 1, 0),
        ("Times-Italic", 0, 1),
        ("Times-BoldItalic", 1, 1),
        ("Helvetica-Oblique", 0, 1),
        ("Courier-Bold", 1, 0),
    ],
)
def test_faces(path: Path, font: str, bold: float, italic: float) -> None:
    (line,) = first_lines(path, put(SENTENCE, font=font))
    assert (line.bold, line.italic) == (bold, italic)


def test_a_bold_name_before_plain_words(path: Path) -> None:
    (line,) = first_lines(
        path, all_of(put("The President:", font="Times-Bold"), put("The meeting is open.", 170))
    )
    assert line.text == "The President: The meeting is open."
    assert line.bold_lead == len("The President:")
    assert 0 < line.bold < 0.6


def test_outlined_words_are_bold(path: Path) -> None:
    def draw(canvas: Any) -> None:
        text = canvas.beginText(100, HEIGHT - 100)
        text.setFont("Times-Roman", 10)
        text.setTextRenderMode(2)
        text.textOut(SENTENCE)
        canvas.drawText(text)

    (line,) = first_lines(path, draw)
    assert line.bold == 1


def marked(mark: str, *, rise: float = 4, size: float = 6) -> Draw:
    def draw(canvas: Any) -> None:
        text = canvas.beginText(100, HEIGHT - 100)
        text.setFont("Times-Roman", 10)
        text.textOut("as it was said")
        text.setFont("Times-Roman", size)
        text.setRise(rise)
        text.textOut(mark)
        text.setRise(0)
        text.setFont("Times-Roman", 10)
        text.textOut(" in the harbour")
        canvas.drawText(text)

    return draw


@pytest.mark.parametrize("mark", ["1", "12", "*", "a"])
def test_raised_marks_behind_a_word(path: Path, mark: str) -> None:
    (line,) = first_lines(path, marked(mark))
    assert line.text == f"as it was said{mark} in the harbour"
    assert [line.text[start:end] for start, end in line.raised] == [mark]


def test_small_figures_on_the_line_are_not_raised(path: Path) -> None:
    (line,) = first_lines(path, marked("2", rise=0))
    assert line.raised == ()


def test_a_number_and_a_tab(path: Path) -> None:
    (line,) = first_lines(path, all_of(put("12."), put(SENTENCE, 136)))
    assert line.text == f"12.\t{SENTENCE}"
    assert line.text_left == pytest.approx(136, abs=1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(path: Path, turn: int) -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageRotation(turn)  # the sides of the page are exchanged, so that it is seen upright
        canvas.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        canvas.rotate(turn)
        put(SENTENCE)(canvas)
        put("and went home.", y=112)(canvas)

    page = read(path, draw).pages[0]
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert [line.text for line in page.lines] == [SENTENCE, "and went home."]
    assert page.lines[0].left == pytest.approx(100, abs=1)
    assert [line.bottom for line in page.lines] == pytest.approx([100, 112], abs=0.1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_has_the_type_in_which_it_is_seen(path: Path, turn: int) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        canvas.rotate(turn)
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(100, 700, "internationalization")
        leaning = canvas.beginText()
        leaning.setTextTransform(1, 0, 0.3, 1, 100, 680)
        leaning.textOut("Leaning type")
        canvas.drawText(leaning)
        canvas.setFont("Times-Roman", 0.9)  # which may be that of a font in units of its own
        canvas.drawString(100, 660, "J")

    upright, leaning, _ = read(path, draw).pages[0].lines
    assert [upright.size, leaning.size] == pytest.approx([10, 10], abs=0.5)
    assert (upright.italic, leaning.italic) == (0, 1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_one_that_is_not(path: Path, turn: int) -> None:
    def draw(canvas: Any) -> None:
        x = 100.0
        for piece in ("The keepers (", "of the tw", "elfth light", ") met in Da", "’", "ra."):
            canvas.drawString(x, 400, piece)
            x += canvas.stringWidth(piece)
        canvas.setPageRotation(turn)

    (line,) = first_lines(path, draw)
    assert line.text == "The keepers (of the twelfth light) met in Da’ra."
    assert line.left == pytest.approx(100, abs=1)


def test_a_page_with_all_its_text_sideways_is_turned(path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        for at in range(5):
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(100, WIDTH - 100 - 12 * at, f"{SENTENCE} {at}")

    page = read(path, draw).pages[0]
    assert (page.width, page.height) == (HEIGHT, WIDTH)
    assert [line.text for line in page.lines] == [f"{SENTENCE} {at}" for at in range(5)]


def test_words_up_the_margin_are_furniture(path: Path) -> None:
    def draw(canvas: Any) -> None:
        for at in range(5):
            put(f"{SENTENCE} {at}", 100, 100 + 12 * at)(canvas)
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "GE.08-15355")

    lines = first_lines(path, draw)
    assert [line.role for line in lines] == [""] * 5 + ["header"]
    assert lines[-1].text == "GE.08-15355"


def test_two_columns(path: Path) -> None:
    def draw(canvas: Any) -> None:
        for at in range(20):
            put(f"left {at:02d} {SENTENCE}", 60, 120 + 14 * at)(canvas)
            put(f"right {at:02d} {SENTENCE}", 310, 120 + 14 * at)(canvas)

    lines = first_lines(path, draw)
    assert [line.column for line in lines] == [1] * 20 + [2] * 20
    assert [line.text.split(" ")[0] for line in lines] == ["left"] * 20 + ["right"] * 20


@pytest.mark.parametrize(("off", "columns"), [(6, [1] * 20 + [2] * 5), (0, [0] * 20)])
def test_a_second_column_of_few_lines_lies_between_those_of_the_first(
    path: Path, off: int, columns: list[int]
) -> None:
    def draw(canvas: Any) -> None:
        for at in range(20):
            put(f"left {at:02d} {SENTENCE}", 60, 120 + 14 * at)(canvas)
        for at in range(5):
            put(f"right {at:02d} {SENTENCE}", 310, 120 + 14 * at + off)(canvas)

    assert [line.column for line in first_lines(path, draw)] == columns


def test_letter_spaced_words_stay_words(path: Path) -> None:
    def draw(canvas: Any) -> None:
        text = canvas.beginText(100, HEIGHT - 100)
        text.setFont("Times-Roman", 10)
        text.setCharSpace(0.8)
        text.textOut(SENTENCE)
        canvas.drawText(text)

    (line,) = first_lines(path, draw)
    assert line.text == SENTENCE


def test_words_printed_twice_to_look_bold_are_read_once(path: Path) -> None:
    (line,) = first_lines(path, all_of(put(SENTENCE), put(SENTENCE, 100.3)))
    assert line.text == SENTENCE


def test_ruled_lines_are_kept(path: Path) -> None:
    def draw(canvas: Any) -> None:
        put(SENTENCE)(canvas)
        canvas.line(100, HEIGHT - 700, 240, HEIGHT - 700)
        canvas.rect(100, HEIGHT - 301, 400, 1, fill=1, stroke=0)
        canvas.line(100, HEIGHT - 500, 100, HEIGHT - 600)
        canvas.setLineWidth(1.5)
        canvas.line(100, HEIGHT - 750, 500, HEIGHT - 750)

    rules = read(path, draw).pages[0].rules
    assert [pytest.approx(rule, abs=1.5) for rule in rules] == [
        *((100, 500, 300.5), (100, 240, 700), (100, 500, 750))
    ]


@pytest.mark.parametrize(
    ("fill", "stroke", "found"), [(0.9, None, 1), (1.0, None, 0), (1.0, 0.2, 1), (None, 0.2, 1)]
)
def test_panels_are_what_a_reader_sees(
    path: Path, fill: float | None, stroke: float | None, found: int
) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillGray(fill or 0)
        canvas.setStrokeGray(stroke or 0)
        canvas.drawString(100, 700, SENTENCE)
        canvas.rect(100, 300, 400, 90, fill=fill is not None, stroke=stroke is not None)

    panels = read(path, draw).pages[0].panels
    assert [pytest.approx(panel, abs=1.5) for panel in panels] == [(100, 452, 500, 542)][:found]


def picture(canvas: Any) -> None:
    canvas.drawInlineImage(Image.new("RGB", (20, 20), "grey"), 0, 0, WIDTH, HEIGHT)


def test_a_scan_has_no_text(path: Path) -> None:
    with pytest.raises(NoTextError, match="2 of 2 pages are pictures"):
        read(path, picture, picture)


def test_a_picture_among_pages_of_text_is_said(path: Path) -> None:
    document = read(path, put(SENTENCE), picture)
    assert [page.pictures for page in document.pages] == [False, True]
    assert document.pages[1].lines == ()


def test_empty_pages_have_no_text(path: Path) -> None:
    with pytest.raises(NoTextError, match="its pages are empty"):
        read(path, lambda _: None)


def test_a_file_that_needs_a_password(path: Path) -> None:
    made = write(path, put(SENTENCE), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    with pytest.raises(EncryptedReportError, match="password"):
        extract(made)


def test_a_file_that_only_forbids_printing_is_read(path: Path) -> None:
    made = write(path, put(SENTENCE), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    assert extract(made).pages[0].lines[0].text == SENTENCE


def test_a_file_that_is_cut_short(path: Path) -> None:
    write(path, *[put(f"{SENTENCE} {n}") for n in range(20)])
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(DamagedReportError, match="cut short or broken"):
        extract(source(path))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n", b"no PDF at all", b"\x00" * 300]
)
def test_files_that_are_no_pdf(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DamagedReportError) as caught:
        extract(source(path))
    assert caught.value.path == "made.pdf"


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.99])
def test_any_cut_gives_lines_or_an_error_of_ours(path: Path, share: float) -> None:
    write(path, *[put(f"{SENTENCE} {n}") for n in range(10)])
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])
    with contextlib.suppress(ReportError):  # any other error fails the test
        assert extract(source(path)).pages


def test_a_file_that_is_gone(path: Path) -> None:
    made = write(path, put(SENTENCE))
    path.unlink()
    with pytest.raises(DamagedReportError, match="gone"):
        extract(made)


def test_characters_outside_latin(path: Path) -> None:
    (line,) = first_lines(path, put("café “naïve” – 50 § 3"))
    assert line.text == "café “naïve” – 50 § 3"


def test_text_that_a_form_makes_larger_is_as_large_as_it_is_seen(path: Path) -> None:
    def scaled(canvas: Any) -> None:
        canvas.beginForm("small")
        canvas.setFont("Times-Roman", 0.1)
        canvas.drawString(1, 7, SENTENCE)
        canvas.endForm()
        canvas.scale(100, 100)
        canvas.doForm("small")

    (line,) = first_lines(path, scaled)
    assert 8 < line.size < 14
    assert line.text == SENTENCE


@pytest.mark.parametrize("size", [10.0, 8.0])
def test_an_accent_printed_over_a_letter_is_read_with_it(path: Path, size: float) -> None:
    def accented(canvas: Any) -> None:
        place = 100 + canvas.stringWidth("instrucci", "Times-Roman", 10)
        shift = (5 - canvas.stringWidth("´", "Times-Roman", size)) / 2  # an "o" is 5 wide
        put("instrucci", 100)(canvas)
        put("´", place + shift, 100, size=size)(canvas)
        put("on de los faros", place)(canvas)

    assert [line.text for line in first_lines(path, accented)] == ["instrucción de los faros"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("signs", "text"),
    [
        (r"(instrucci) -83 (\264) 416 (on de)", "instrucción de"),
        (r"(Abk) -200 (\250) 533 (urzung der)", "Abkürzung der"),
        (r"(Abk)] TJ [-200 (\250)] TJ [533 (urzung der)", "Abkürzung der"),
        (r"(f)] TJ /F2 8 Tf [-109 (\250)] TJ /F2 10 Tf [354 (ur)", "für"),
        (r"(die ) -83 (\250) 416 (offnen)", "die öffnen"),
        (r"(die\264 ) -83 (\264) (offnen)", "die´ ´offnen"),
    ],
)
def test_an_accent_handed_over_before_its_letter_is_read_with_it(
    path: Path, signs: str, text: str, turn: int
) -> None:
    def accented(canvas: Any) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        canvas.rotate(turn)
        drawn = canvas.beginText(100, 742)
        drawn.setFont("Times-Roman", 10)
        drawn.textOut("")
        drawn._code.append(f"[{signs}] TJ")
        canvas.drawText(drawn)

    assert [line.text for line in first_lines(path, accented)] == [text]
