"""Arabic words are parted by their gaps, and vowel signs stand behind their letters."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any, NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.pdf_arabic import set_vowels, settle
from indexer.extract.pdf_tokens import Tokens

HEIGHT, WIDTH, LINE = 10.0, 5.0, 14.0
FATHA, DAMMA, KASRA, SHADDA = "\u064e", "\u064f", "\u0650", "\u0651"


class Glyph(NamedTuple):
    """A character and where it is drawn: how far from the right end of its line, and on which base line.

    Made is a space that is not in the file.
    """

    sign: str
    right: float = 0.0
    base: float = 0.0
    width: float = WIDTH
    made: bool = False


class Page:
    """Stands in for PDFium."""

    def __init__(self, glyphs: list[Glyph]) -> None:
        self.glyphs = glyphs
        self.asked = 0

    def loose_box(self, _text: object, at: int, place: ctypes.c_void_p) -> None:
        self.asked += 1
        one = self.glyphs[at]
        box = ctypes.cast(place, ctypes.POINTER(ctypes.c_float))
        right = 500 - one.right
        box[0], box[1], box[2], box[3] = right - one.width, one.base + 8, right, one.base + 8 - HEIGHT

    def is_generated(self, _text: object, at: int) -> int:
        return int(self.glyphs[at].made)

    def origin(self, _text: object, at: int, x: ctypes.c_void_p, y: ctypes.c_void_p) -> None:
        one = self.glyphs[at]
        for place, value in ((x, 500 - one.right - one.width), (y, one.base)):
            ctypes.cast(place, ctypes.POINTER(ctypes.c_double))[0] = value


def word(letters: str, right: float = 0.0, base: float = 0.0, gap: float = 0.0) -> list[Glyph]:
    """Letters side by side from the right, the last one behind a gap."""
    apart = [0.0] * (len(letters) - 1) + [gap]
    return [Glyph(letter, right + at * WIDTH + apart[at], base, WIDTH) for at, letter in enumerate(letters)]


def read(*lines: list[Glyph]) -> list[str]:
    glyphs: list[Glyph] = []
    for line in lines:
        glyphs += [*line, Glyph("\n")]
    page = Page(glyphs)
    tokens = Tokens("".join(one.sign for one in glyphs))
    vowels = settle(tokens, None, cast("Any", page))
    set_vowels(tokens, vowels)
    assert all(start <= last for start, last in zip(tokens.starts, tokens.lasts, strict=True))
    assert all(
        last < start for (_, last), (start, _) in pairwise(zip(tokens.starts, tokens.lasts, strict=True))
    )
    return tokens.texts


@pytest.mark.parametrize(
    ("gap", "words"),
    [(0.0, ["دارا"]), (0.5, ["دارا"]), (-1.0, ["دارا"]), (1.8, ["دار", "ا"]), (9.0, ["دار", "ا"])],
)
def test_a_gap_parts_words(gap: float, words: list[str]) -> None:
    assert read(word("دارا", gap=gap)) == words


@pytest.mark.parametrize(("made", "words"), [(False, ["دار", "دارا"]), (True, ["دار", "دار", "ا"])])
def test_a_gap_parts_no_words_where_the_file_has_spaces(*, made: bool, words: list[str]) -> None:
    space = Glyph(" ", 3 * WIDTH, made=made)
    assert read([*word("دار"), space, *word("دارا", 4 * WIDTH, gap=1.8)]) == words


@pytest.mark.parametrize(
    ("drawn", "places", "read_as"),
    [
        ("يملاعلا", (6, 5, 4, 3, 2, 1, 0), "العالمي"),
        ("العالمي", (0, 1, 2, 3, 4, 5, 6), "العالمي"),
        ("ملاس", (2, 1, 1, 0), "سلام"),  # lam and alef are drawn as one
        ("سلام", (0, 1, 1, 2), "سلام"),
        (f"ب{FATHA}تك", (2, 1.2, 1, 0), f"كت{FATHA}ب"),
        (f"بت{FATHA}ك", (2, 1, 0.2, 0), f"ك{FATHA}تب"),
    ],
)
def test_letters_that_lie_from_left_to_right_are_turned_round(
    drawn: str, places: tuple[float, ...], read_as: str
) -> None:
    assert read([Glyph(sign, place * WIDTH) for sign, place in zip(drawn, places, strict=True)]) == [read_as]


@pytest.mark.parametrize(
    ("gap", "words"),
    [(0.0, ["A/79/3(دار"]), (0.5, ["A/79/3(دار"]), (3.0, ["A/79/3", "(دار"])],
)
def test_a_gap_parts_a_symbol_from_what_stands_to_its_left(gap: float, words: list[str]) -> None:
    symbol = [Glyph(sign, (5 - at) * WIDTH) for at, sign in enumerate("A/79/3")]
    assert read([*symbol, *word("(دار", 6 * WIDTH + gap)]) == words


def test_a_latin_word_is_not_parted_from_the_bracket_to_its_right() -> None:
    name = [Glyph(sign, (5 - at) * WIDTH) for at, sign in enumerate("Ada(4)")]
    assert read([*word("دار", 9 * WIDTH), Glyph(" ", 8 * WIDTH), *name]) == ["دار", "Ada(4)"]


def test_nothing_else_is_parted_or_asked_for() -> None:
    apart = [Glyph(sign, at * 20) for at, sign in enumerate("lights")]
    assert read(apart) == ["lights"]
    mixed = [Glyph(sign, at * 20) for at, sign in enumerate("٧٥/٢٤٠")]
    assert read(mixed) == ["٧٥/٢٤٠"]
    page = Page(apart)
    assert settle(Tokens("lights маяки"), None, cast("Any", page)) == {}
    assert page.asked == 0


@pytest.mark.parametrize(
    ("sign", "right", "base", "letter"),
    [
        (DAMMA, 1.5, 0.0, 0),
        (DAMMA, 5.5, 4.4, 1),
        (SHADDA, 16.0, 7.0, 3),
        (SHADDA + FATHA, 6.0, 4.4, 1),
        (KASRA, 6.0, -4.0, 1),
        (KASRA, 6.0, 4.0, None),
        (FATHA, 6.0, -4.0, None),
        (DAMMA, 6.0, 9.5, None),
        (DAMMA, 300.0, 4.4, None),
    ],
)
def test_a_vowel_sign_stands_behind_the_letter_it_is_drawn_over(
    sign: str, right: float, base: float, letter: int | None
) -> None:
    drawn = [Glyph(one, right, base, 2.0) for one in sign]
    written = ["منار", sign] if letter is None else ["منار"[: letter + 1] + sign + "منار"[letter + 1 :]]
    assert read(word("منار"), drawn) == written


def test_of_two_lines_a_sign_belongs_to_the_one_below_it() -> None:
    upper, lower = word("بحر", base=LINE), word("منار")
    assert read(upper, lower, [Glyph(DAMMA, 1.5, 7.1, 2.0)]) == ["بحر", "مُنار"]
    assert read(upper, lower, [Glyph(KASRA, 1.5, LINE - 5, 2.0)]) == ["بِحر", "منار"]


def test_a_sign_over_letters_drawn_as_one_follows_the_last() -> None:
    ligature = [Glyph("ل", 0, 0, 6.0), Glyph("م", 0, 0, 6.0), Glyph("ن", 6.0)]
    assert read(ligature, [Glyph(DAMMA, 2.0, 4.4, 2.0)]) == ["لمُن"]


def test_a_sign_may_stand_in_the_middle_of_a_wide_letter() -> None:
    assert read([Glyph("س", width=60.0), Glyph("م", 60.0)], [Glyph(DAMMA, 25.0, 4.4, 2.0)]) == ["سُم"]


def test_a_sign_over_more_letters_than_a_page_can_hold_stands_alone() -> None:
    crowd, drawn = word("م") * 1000, [Glyph(DAMMA, 1.5, 4.4, 2.0)]
    assert read(crowd[1:], word("ن"), drawn) == ["م" * 999, "نُ"]
    assert read(crowd, word("ن"), drawn) == ["م" * 1000 + DAMMA, "ن"]


def test_signs_inside_words_stay() -> None:
    assert read(word("موثّقة")) == ["موثّقة"]


PLACES = st.floats(-50, 50, allow_nan=False) | st.sampled_from([float("inf"), float("-inf"), float("nan")])
GLYPHS = st.builds(Glyph, st.sampled_from("منار" + DAMMA + KASRA + " \na1"), PLACES, PLACES, PLACES)


@given(st.lists(GLYPHS, max_size=30))
def test_whatever_is_drawn_no_sign_is_lost(glyphs: list[Glyph]) -> None:
    found = "".join(read(glyphs))
    assert sorted(found) == sorted(one.sign for one in glyphs if one.sign not in " \n")
