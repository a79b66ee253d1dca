from __future__ import annotations

import pytest

from indexer.extract.pdf_fonts import BOLD, Style
from indexer.extract.pdf_words import changes

PLAIN, STRONG, SMALL = Style(12.0, 0, 0), Style(12.0, 0, BOLD), Style(7.0, 0, 0)


@pytest.mark.parametrize(
    ("styles", "faces", "places"),
    [
        ([STRONG, STRONG, PLAIN, PLAIN], True, [0, 2]),
        ([STRONG, STRONG, PLAIN, PLAIN], False, [0]),
        ([PLAIN, STRONG, PLAIN, SMALL], True, [0, 1, 2, 3]),
        ([PLAIN, STRONG, PLAIN, SMALL], False, [0, 3]),
    ],
)
def test_a_word_is_cut_where_size_or_face_changes(
    styles: list[Style], *, faces: bool, places: list[int]
) -> None:
    assert changes(styles, faces=faces) == places
