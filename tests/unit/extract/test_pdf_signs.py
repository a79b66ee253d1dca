"""Quotation marks and dashes are no letters, whatever a font is read as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.pdf_signs import with_meant_signs
from indexer.model import Line, Page

QUOTED = ("the ìold lightî of 1911", "ìNew lights,î they said", "a ìkeeper.î")


def read(*texts: str) -> list[str]:
    lines = tuple(
        Line(text=text, left=72.0, right=500.0, top=20.0 * at, bottom=20.0 * at + 12, size=12.0)
        for at, text in enumerate(texts)
    )
    parts = lines[:1], lines[1:]
    pages = [Page(number=at, width=595.0, height=842.0, lines=part) for at, part in enumerate(parts, 1)]
    return [line.text for page in with_meant_signs(pages) for line in page.lines]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the keepersí lamps", "the keepers’ lamps"),
        ("lamps ñ oil and gas ñ were", "lamps – oil and gas – were"),
        ("so called ëfoglampsí", "so called ‘foglamps’"),
        ("El NiÒo, La NiÒa and M. LefËvre", "El Niño, La Niña and M. Lefèvre"),
        ("and so onÖ", "and so on…"),
        ("of another font: “lamp” – • 5 °", "of another font: “lamp” – • 5 °"),
        ("plain", "plain"),
    ],
)
def test_signs_are_read_where_words_stand_in_quotes(text: str, meant: str) -> None:
    assert read(*QUOTED, text) == ["the “old light” of 1911", "“New lights,” they said", "a “keeper.”", meant]


@pytest.mark.parametrize(
    "texts",
    [
        QUOTED[:2],
        ("ìwé ìròyìn ìpínlẹ̀",) * 9,  # Yoruba begins words with the one letter
        ("a coborî, a hotărî, când urî",) * 9,  # Romanian ends them with the other
        ("così lunedì, sì",) * 9,
        ("el niño del país, aquí y allí – «sí»",) * 9,
    ],
)
def test_letters_stay_where_they_are_letters(texts: tuple[str, ...]) -> None:
    assert read(*texts) == list(texts)


@given(st.lists(st.text(max_size=30), max_size=6))
def test_no_sign_comes_or_goes(texts: list[str]) -> None:
    found = read(*QUOTED, *texts)
    assert [len(text) for text in found] == [len(text) for text in (*QUOTED, *texts)]
    assert all(text == other for text, other in zip(found[3:], texts, strict=True) if text.isascii())
