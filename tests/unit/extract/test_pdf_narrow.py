from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract
from indexer.extract.pdf_narrow import Chosen, NarrowGaps
from indexer.grammar.characters import DOUBTFUL_SPACE, TORN

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 10.0


def line(path: Path, *pieces: str, gap: float) -> str:
    """The text of a line whose pieces are drawn one by one, that many font sizes apart."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Times-Roman", SIZE)
    x = 72.0
    for piece in pieces:
        canvas.drawString(x, 700, piece)
        x += stringWidth(piece, "Times-Roman", SIZE) + gap * SIZE
    canvas.save()
    (page,) = extract(source_file(path, path.parent)).pages
    return page.lines[0].text


@pytest.mark.parametrize(
    ("pieces", "gap", "text"),
    [
        (("All vacc", "ination of keepers"), 0.17, f"All vacc{TORN}ination of keepers"),
        (("All vacc", "ination of keepers"), 0.25, "All vacc ination of keepers"),
        (
            ("The", "light", "of", "the", "coast"),
            0.17,
            DOUBTFUL_SPACE.join(("The", "light", "of", "the", "coast")),
        ),
        (("The light of ", "the coast"), -0.12, "The light of the coast"),
        (("The light (a", ") of the coast"), 0.17, f"The light (a{DOUBTFUL_SPACE}) of the coast"),
    ],
)
def test_a_narrow_gap_tears_a_word_where_the_file_has_spaces_elsewhere(
    tmp_path: Path, pieces: tuple[str, ...], gap: float, text: str
) -> None:
    assert line(tmp_path / "made.pdf", *pieces, gap=gap) == text


def test_gaps_are_asked_for_one_by_one() -> None:
    asked: list[int] = []

    def is_generated(_text: object, at: int) -> int:
        asked.append(at)
        return 0

    tokens: Any = SimpleNamespace(
        texts=["the", "light"], groups=[0, 0], glued=[False, False], starts=[0, 4], lasts=[2, 8]
    )
    calls: Any = SimpleNamespace(is_generated=is_generated)
    gaps = NarrowGaps(tokens, None, calls)
    chosen = Chosen(gaps, [1, 0])
    assert (chosen[1], asked) == (DOUBTFUL_SPACE, [])
    assert (chosen[0], asked) == (" ", [3])
