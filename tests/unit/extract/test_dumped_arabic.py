"""Text that another program dumped from Arabic pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.dumped_arabic import untwisted
from indexer.extract.text import TextExtractor
from indexer.model import SourceFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("األمم المتحدة", "الأمم المتحدة"),
        ("واإلعالن", "والإعالن"),  # what may be a word is left: no dictionary is asked
        ("باآللية", "بالآلية"),
        ("االجتماعية", "الاجتماعية"),
        ("االلتزام", "الالتزام"),
        ("اآلالف", "الآلاف"),
        ("إال أن", "إلا أن"),
        ("أال", "ألا"),
        ("األمم ال تقبل", "الأمم لا تقبل"),
    ],
)
def test_letters_that_no_word_can_have_in_this_order_are_turned(printed: str, read: str) -> None:
    found, (warning,) = untwisted(printed)
    assert found == read
    assert warning.endswith("the letters of Arabic ligatures are read in their order")


@pytest.mark.parametrize(
    "text",
    ["الأمم المتحدة", "الإعلان", "الآلية", "الاجتماعية", "الالتزام", "السلام", "ال تقبل", "أأنتم", "القرآن",
     "قرار", "آلاف", "آل سعود", "مبدأالمساواة في الأمم المتحدة",
     "لا يجوز باالتفاق مع ال سعود", "lights", "маяки", "ا" * 50_000],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert untwisted(text) == (text, ())


@given(st.text("اأإآلمن \n"))
def test_no_letter_is_lost_and_none_leaves_its_word(text: str) -> None:
    found, warnings = untwisted(text)
    assert [sorted(word) for word in found.split()] == [sorted(word) for word in text.split()]
    assert bool(warnings) == (found != text)


def test_the_report_says_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("األمم المتحدة\nواألمن\n\fاإلنسان", encoding="utf-8")
    source = SourceFile(path="a.txt", location=str(path), sha256="", size=1, media_type="text/plain")
    document = TextExtractor().extract(source)
    assert [line.text for page in document.pages for line in page.lines] == [
        "الأمم المتحدة",
        "والأمن",
        "الإنسان",
    ]
    (warning,) = document.warnings
    assert warning.startswith('"األ" is printed for "الأ" and the like in 3 places: ')
