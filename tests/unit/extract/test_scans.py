from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from indexer.discover import source_file
from indexer.errors import EmptyReportError, LimitError, MissingToolError, NoTextError
from indexer.extract import Recognition, extract
from indexer.extract.pdf import open_pdf
from indexer.extract.pdf_grey import MOST_PIXELS, draw_grey
from indexer.extract.scans import pages_to_recognise
from indexer.model import Line, Page
from tests.unit.extract.scanned import HEIGHT, WIDTH, picture, prints, put_tesseract, scanned, table, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from indexer.model import ExtractedDocument

SENTENCES = (
    "12. The lights of the harbour were counted in three regions of the country,",
    "and the keepers of the lights asked for better boats and for longer nights.",
    "13. The Committee takes note of the answer that was given by the keepers.",
)
WORDS = table(
    (1, 1, 300, 300, 90, 28, 96, "Recognised"),
    (1, 1, 600, 300, 130, 28, 90, "words"),
    *((1, 2, 300 + 100 * n, 350, 90, 28, 92, "lights") for n in range(14)),
)

DRAWING = table(*((1, 1, 300 + 100 * n, 350, 90, 28, 55, "noise") for n in range(15)))


def printed(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 12)
    for at, sentence in enumerate(SENTENCES):
        canvas.drawString(72, HEIGHT - 100 - 16 * at, sentence)


def stamped(canvas: Canvas) -> None:
    picture(canvas)
    canvas.drawString(72, 40, "A/HRC/9/8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made.pdf"


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a program of that name alone on the path, which does what is said."""

    def put(script: str, *, listed: str = "eng") -> None:
        put_tesseract(tmp_path / "bin", script, listed=listed)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    return put


def recognise(path: Path, **settings: Any) -> ExtractedDocument:
    return extract(source_file(path), Recognition(**settings))


def page(number: int, text: str = "", *, pictures: bool = False) -> Page:
    lines = (Line(text=text),) if text else ()
    return Page(number=number, width=WIDTH, height=HEIGHT, lines=lines, pictures=pictures)


@pytest.mark.parametrize(
    ("pages", "chosen"),
    [
        pytest.param([page(1, SENTENCES[0])], [], id="text"),
        pytest.param([page(1, SENTENCES[0]), page(2)], [], id="an empty page among text"),
        pytest.param([page(1), page(2)], [0, 1], id="nothing anywhere: outlines of letters, perhaps"),
        pytest.param([page(1, SENTENCES[0]), page(2, pictures=True)], [1], id="a picture among text"),
        pytest.param([page(1, "A/1/2", pictures=True), page(2, SENTENCES[0])], [0], id="a stamped picture"),
        pytest.param([page(1, SENTENCES[0], pictures=True)], [], id="a scan with a text layer"),
        pytest.param([page(1, "ttthe lllights offf " * 10), page(2, "x")], [0], id="a broken text layer"),
    ],
)
def test_which_pages_are_recognised(pages: list[Page], chosen: list[int]) -> None:
    assert pages_to_recognise(pages) == chosen


def test_pages_with_text_are_left_alone(path: Path, tesseract: Callable[[str], None]) -> None:
    tesseract("exit 9")
    write(path, printed)
    plain, asked = extract(source_file(path)), recognise(path)
    assert (asked.pages, asked.method, asked.ocr) == (plain.pages, "text", True)


def test_only_the_picture_is_recognised(path: Path, tesseract: Callable[[str], None]) -> None:
    tesseract(prints(WORDS))
    done: list[None] = []
    document = recognise(write(path, printed, picture), on_page=lambda: done.append(None))
    first, second = document.pages
    assert [line.confidence for line in first.lines] == [None] * 3
    assert [line.text.split()[0] for line in second.lines] == ["Recognised", "lights"]
    assert all(line.confidence is not None and line.confidence > 0.9 for line in second.lines)
    assert (document.method, document.ocr, document.warnings, len(done)) == ("ocr", True, (), 1)


@pytest.mark.parametrize(
    ("found", "texts"),
    [
        (table((1, 1, 300, 3300, 200, 28, 90, "A/HRC/9/8")), ["A/HRC/9/8"]),
        (DRAWING, ["A/HRC/9/8"]),
        (WORDS, ["Recognised\twords"]),
    ],
    ids=["no more than the layer", "a drawing", "more"],
)
def test_little_text_is_replaced_only_by_more(
    path: Path, tesseract: Callable[[str], None], found: str, texts: list[str]
) -> None:
    tesseract(prints(found))
    document = recognise(write(path, stamped))
    assert [line.text for line in document.pages[0].lines][:1] == texts
    assert document.method == ("ocr" if found is WORDS else "text")


def test_a_page_that_takes_too_long_is_told(path: Path, tesseract: Callable[[str], None]) -> None:
    tesseract("exec /bin/sleep 600")
    document = recognise(write(path, printed, picture), seconds=0.5)
    assert document.pages[1].lines == ()
    assert document.warnings == ("page 2 is not recognised: it took more than 0.5 seconds",)


def test_a_scan_that_takes_too_long_is_no_empty_document(
    path: Path, tesseract: Callable[[str], None]
) -> None:
    tesseract("exec /bin/sleep 600")
    with pytest.raises(LimitError, match="page 1 is not recognised"):
        recognise(write(path, picture), seconds=0.5)


def test_a_page_whose_labels_take_too_long_is_as_read_before(
    path: Path, tmp_path: Path, tesseract: Callable[..., None]
) -> None:
    def label(canvas: Canvas) -> None:
        canvas.rect(100.8, HEIGHT - 126.7, 6.7, 6.7, fill=1)

    words = table((1, 1, 500, 500, 130, 30, 96, "Lights"), (1, 1, 640, 500, 90, 28, 96, "burn"))
    tesseract(f'case "$*" in *--psm\\ 6*) exec /bin/sleep 600;; esac\n{prints(words)}')
    document = recognise(write(path, scanned(tmp_path / "x.pdf", label)), seconds=3.0)
    assert [line.text for line in document.pages[0].lines] == ["Lights burn"]
    assert document.warnings == ()


@pytest.mark.parametrize(
    "script", ["exit 1", "echo nonsense", prints(table((1, 1, 9, 9, 9, 9, 5, "~"))), prints(DRAWING)]
)
def test_a_scan_without_words_is_empty(path: Path, tesseract: Callable[[str], None], script: str) -> None:
    tesseract(script)
    with pytest.raises(EmptyReportError, match="no text is recognised"):
        recognise(write(path, picture))


def test_without_the_program(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingToolError, match="Debian and Ubuntu: tesseract-ocr"):
        recognise(write(path, picture))
    document = recognise(write(path, printed, picture))
    assert [len(page.lines) for page in document.pages] == [3, 0]
    assert not document.ocr, "so that it is read again once the program is there"
    assert "needs the program tesseract" in document.warnings[0]


def test_without_any_language(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho osd\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingToolError, match="none of the languages eng, fra"):
        recognise(write(path, picture))


CYRILLIC = "Rotate: 0\\nOrientation confidence: 9\\nScript: Cyrillic\\nScript confidence: 9\\n"
SEEN_AS_CYRILLIC = f"""case "$*" in *--psm\\ 0*) printf '{CYRILLIC}'; exit;; esac\n{prints(DRAWING)}"""
FRENCH = table(
    *(
        (1, 1 + n // 8, 300 + 100 * (n % 8), 300 + 50 * (n // 8), 90, 28, 92, word)
        for n, word in enumerate(
            ["Le", "gardien", "du", "port", "compte", "les", "lampes", "de", "la", "ville", "avant", "que"]
        )
    )
)


@pytest.mark.parametrize(
    ("script", "name"), [(SEEN_AS_CYRILLIC, "rus"), (prints(FRENCH), "fra")], ids=["script", "words"]
)
def test_a_language_that_tesseract_has_not_is_told(
    path: Path, tesseract: Callable[..., None], script: str, name: str
) -> None:
    tesseract(script, listed=r"'eng\nosd'")
    document = recognise(write(path, printed, picture))
    (told,) = document.warnings
    assert told.startswith(
        f"tesseract has no {name} for its pictures (Debian and Ubuntu: tesseract-ocr-{name}"
    )
    assert document.ocr, "so that it is not recognised at each run"


def test_a_scan_in_a_language_that_tesseract_has_not_says_so(
    path: Path, tesseract: Callable[..., None]
) -> None:
    tesseract(SEEN_AS_CYRILLIC, listed=r"'eng\nosd'")
    with pytest.raises(EmptyReportError, match=r"no text is recognised .* tesseract has no rus"):
        recognise(write(path, picture))


def test_without_recognition_a_scan_is_no_report(path: Path) -> None:
    with pytest.raises(NoTextError, match=r"no text layer: 1 of 1 pages are pictures$"):
        extract(source_file(write(path, picture)))


def test_a_huge_page_is_drawn_smaller(path: Path) -> None:
    write(path, printed, size=(14400, 14400))
    with open_pdf(source_file(path)) as (raw, document, _):
        handle = raw.FPDF_LoadPage(document, 0)
        drawn = draw_grey(raw, handle)
        raw.FPDF_ClosePage(handle)
    assert len(drawn.content) <= MOST_PIXELS + 100
    assert (drawn.width, drawn.height) == (14400, 14400)


real = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed (Debian: tesseract-ocr)"
)


@real
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_a_page_is_printed_scanned_and_recognised(path: Path, tmp_path: Path, turn: int) -> None:
    def full(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for at in range(12):
            canvas.drawString(72, HEIGHT - 100 - 16 * at, SENTENCES[at % 3])

    document = recognise(write(path, scanned(tmp_path / "x.pdf", full, turn=turn)))
    (page,) = document.pages
    words = " ".join(line.text for line in page.lines).replace("\t", " ").split()
    expected = " ".join(SENTENCES[at % 3] for at in range(12)).split()
    assert len(page.lines) == 12
    assert sum(word == other for word, other in zip(words, expected, strict=False)) >= 0.95 * len(expected)
    assert (round(page.width), round(page.height)) == (round(WIDTH), round(HEIGHT))
    assert page.lines[0].left == pytest.approx(72, abs=2)
    assert page.lines[0].bottom == pytest.approx(100, abs=2)
    assert page.lines[0].size == pytest.approx(12, abs=1)
    assert all(line.confidence is not None and line.confidence > 0.8 for line in page.lines)
