"""What was filled into a form is read where it stands on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.unit.extract.test_pdf import SENTENCE, put, read, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "form.pdf"


def field(value: str, y: float, **options: Any) -> Any:
    def draw(canvas: Any) -> None:
        canvas.acroForm.textfield(
            name=f"field {y}", value=value, x=100, y=y, width=400, borderWidth=0, fontSize=10, **options
        )

    return draw


def both(*draws: Any) -> Any:
    def draw(canvas: Any) -> None:
        for one in draws:
            one(canvas)

    return draw


def test_values_of_fields_stand_below_their_labels(path: Path) -> None:
    filled = both(
        put("Author:", y=100),
        field("The keeper of the light", 720, height=14),
        put("Facts:", y=200),
        field(SENTENCE, 620, height=14),
        put("Date:", y=400),
    )
    (page,) = read(path, filled).pages
    assert [line.text for line in page.lines] == [
        "Author:",
        "The keeper of the light",
        "Facts:",
        SENTENCE,
        "Date:",
    ]


def test_a_form_that_is_all_fields_has_text(path: Path) -> None:
    document = read(path, field("The keeper of the light", 720, height=14))
    assert [line.text for line in document.pages[0].lines] == ["The keeper of the light"]


def test_a_field_that_is_empty_adds_nothing(path: Path) -> None:
    (page,) = read(path, both(put(SENTENCE), field("", 620, height=14))).pages
    assert [line.text for line in page.lines] == [SENTENCE]


def test_links_are_not_drawn_on_the_page(path: Path) -> None:
    def link(canvas: Any) -> None:
        canvas.linkURL("https://lights.example.org", (100, 700, 300, 720))

    write(path, both(put(SENTENCE), link))
    document = pypdfium2.PdfDocument(path)
    page = raw.FPDF_LoadPage(document, 0)
    assert raw.FPDFPage_GetAnnotCount(page) == 1
    raw.FPDF_ClosePage(page)
    document.close()
    (read_page,) = read(path, both(put(SENTENCE), link)).pages
    assert [line.text for line in read_page.lines] == [SENTENCE]
