from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.pdf_askew import slope_of, straightened
from indexer.extract.pdf_layer import evened, is_unseen, meant, with_labels
from indexer.extract.pdf_lines import build_lines
from indexer.extract.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 612.0, 792.0
TEXT = [
    "12. The keepers of the lights met in the",
    "morning and took note of the report that",
    "the lamps had been lit on each of the",
    "evenings of the year but for the last one.",
    "13. They adopted it.",
]


def layer(
    texts: list[str],
    *,
    letter: float = 5.0,
    gap: float = 3.0,
    sizes: Sequence[float] | None = None,
    ends: int = 0,
) -> Words:
    """Lines of words as a layer has them; words end so many letters too early."""
    words: list[str] = []
    places: list[tuple[float, float, float, float]] = []
    groups: list[int] = []
    for at, text in enumerate(texts):
        left = 72.0
        for word in text.split():
            right = left + letter * len(word)
            end = left + (right - left) * len(word) / (len(word) + ends)
            words.append(word)
            places.append((left, end, 100.0 + 14 * at, sizes[at] if sizes else 10.0))
            groups.append(at)
            left = right + (20 if word[:-1].isdigit() else gap)
    count = len(words)
    lefts, rights, bases, set_in = zip(*places, strict=True)
    return Words(words, lefts, rights, bases, set_in, [4] * count, groups, [False] * count, [" "] * count)


def lines(words: Words) -> list[tuple[str, float]]:
    return [(line.text, line.size) for line in build_lines(words, WIDTH, HEIGHT).lines]


STRAIGHT = [(text.replace(". T", ".\tT", 1) if text[0] == "1" else text, 10.0) for text in TEXT]


def turned(words: Words, degrees: float) -> Words:
    """The words as they stand on a sheet turned around its middle."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))

    def place(x: float, y: float) -> tuple[float, float]:
        x, y = x - WIDTH / 2, y - HEIGHT / 2
        return x * cosine - y * sine + WIDTH / 2, x * sine + y * cosine + HEIGHT / 2

    starts = [place(x, y) for x, y in zip(words.lefts, words.bases, strict=True)]
    ends = [place(x, y)[0] for x, y in zip(words.rights, words.bases, strict=True)]
    return words._replace(lefts=[x for x, _ in starts], rights=ends, bases=[y for _, y in starts])


def test_lines_of_a_straight_sheet() -> None:
    assert lines(layer(TEXT)) == lines(evened(layer(TEXT), WIDTH, HEIGHT)) == STRAIGHT


@given(st.floats(-2.5, 2.5))
def test_lines_of_a_sheet_askew_are_those_of_a_straight_one(degrees: float) -> None:
    words = layer(TEXT)
    found = straightened(turned(words, degrees), WIDTH, HEIGHT)
    assert lines(found) == STRAIGHT
    assert max(abs(a - b) for a, b in zip(found.lefts, words.lefts, strict=True)) < 1.0
    assert max(abs(a - b) for a, b in zip(found.bases, words.bases, strict=True)) < 1.0


def test_a_sheet_that_is_not_set_straight_falls_apart() -> None:
    assert lines(turned(layer(TEXT), 1.5)) != STRAIGHT


@pytest.mark.parametrize(
    ("texts", "degrees"),
    [
        pytest.param(TEXT, 0.0, id="straight"),
        pytest.param(TEXT[:2], 1.0, id="few lines"),
        pytest.param(["The end"] * 5, 1.0, id="short lines"),
        pytest.param(TEXT, 20.0, id="no slip of a sheet"),
    ],
)
def test_what_is_not_turned(texts: list[str], degrees: float) -> None:
    words = turned(layer(texts), degrees)
    assert slope_of(words.groups, words.lefts, words.bases) == 0.0


def test_lines_that_do_not_run_alike_are_not_turned() -> None:
    words = layer(TEXT)
    fan = zip(words.bases, words.lefts, words.groups, strict=True)
    bases = [base + (group - 2) * left / 90 for base, left, group in fan]
    assert slope_of(words.groups, words.lefts, bases) == 0.0


@pytest.mark.parametrize(
    ("sizes", "letter", "found"),
    [
        pytest.param([10, 11, 10, 9, 10], 5.0, [10, 10, 10, 10, 10], id="lines said to be larger"),
        pytest.param([8, 8, 8, 8, 8], 6.0, [8, 8, 8, 8, 8], id="all alike"),
    ],
)
def test_sizes_are_even(sizes: list[float], letter: float, found: list[float]) -> None:
    words = evened(layer(TEXT, sizes=sizes, letter=letter, gap=letter), WIDTH, HEIGHT)
    assert [size for _, size in lines(words)] == found


def test_a_line_with_broader_letters_is_larger() -> None:
    words = layer(TEXT, sizes=[10, 10, 10, 10, 13])
    wide = [
        right + (right - left) * 0.3 * (group == 4)
        for left, right, group in zip(words.lefts, words.rights, words.groups, strict=True)
    ]
    assert [size for _, size in lines(evened(words._replace(rights=wide), WIDTH, HEIGHT))] == [
        10,
        10,
        10,
        10,
        13,
    ]


@pytest.mark.parametrize("letter", [5.0, 7.2])
def test_words_that_end_a_letter_early_end_where_they_do(letter: float) -> None:
    gap = 3.0 if letter == 5.0 else letter
    found = evened(layer(TEXT, letter=letter, gap=gap, sizes=[8.0] * 5, ends=1), WIDTH, HEIGHT)
    whole = layer(TEXT, letter=letter, gap=gap)
    assert found.rights == pytest.approx(whole.rights)
    assert [text for text, _ in lines(found)] == [text for text, _ in STRAIGHT]


@pytest.mark.parametrize(
    ("faces", "unseen"), [([16, 16, 16], True), ([0, 16, 17], True), ([0, 0, 16], False), ([1, 7, 14], False)]
)
def test_most_words_tell_whether_a_layer_is_unseen(faces: list[int], *, unseen: bool) -> None:
    assert is_unseen(faces) is unseen


def test_lines_beside_one_of_another_size_are_set_as_it_is() -> None:
    words = layer([*TEXT, "A heading of the report", "of the keepers"], sizes=[10] * 5 + [13, 12])
    wide = [
        right + (right - left) * 0.3 * (group == 5)
        for left, right, group in zip(words.lefts, words.rights, words.groups, strict=True)
    ]
    found = lines(evened(words._replace(rights=wide), WIDTH, HEIGHT))
    assert [size for _, size in found] == [10, 10, 10, 10, 10, 13, 13]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("$/2024/228", "S/2024/228"),
        ("$/5", "$/5"),
        ("AIC.2/80/L.55", "A/C.2/80/L.55"),
        ("AlAC.237/21", "A/AC.237/21"),
        ("AIR/5", "AIR/5"),
    ],
)
def test_signs_of_symbols(text: str, symbol: str) -> None:
    assert meant(text) == symbol


def test_what_stands_beyond_the_sheet_is_left_out() -> None:
    words = layer(TEXT)
    for by, expected in ((-WIDTH, []), (WIDTH, []), (0.0, STRAIGHT)):
        lefts, rights = [left + by for left in words.lefts], [right + by for right in words.rights]
        assert lines(evened(words._replace(lefts=lefts, rights=rights), WIDTH, HEIGHT)) == expected


_PLACES = st.sampled_from([-5.0, 0.0, 10.0, 200.0, 1e9])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["law", "1.", "(", "لا", "中", "$/2024/1"]),
            *(_PLACES, _PLACES, _PLACES),
            st.sampled_from([0.0, 10.0]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_words_of_any_place_and_size_are_read(found: list[tuple[str, float, float, float, float]]) -> None:
    texts, lefts, rights, bases, sizes = zip(*found, strict=True)
    count = len(texts)
    groups = [at // 3 for at in range(count)]
    words = Words(texts, lefts, rights, bases, sizes, [4] * count, groups, [False] * count, [" "] * count)
    kept = evened(words, WIDTH, HEIGHT)
    read = "".join(line.text for line in build_lines(kept, WIDTH, HEIGHT).lines)
    assert bool(read) == bool(kept.texts)


@pytest.mark.parametrize("size", [0.0, 10.0])
def test_words_that_end_before_they_begin_have_no_breadth(size: float) -> None:
    words = layer(TEXT, sizes=[size] * len(TEXT))
    kept = evened(words._replace(lefts=words.rights, rights=words.lefts), WIDTH, HEIGHT)
    assert set(kept.sizes) == {size}


def test_a_letter_higher_than_any_page_is_read() -> None:
    words = layer(["The keepers met."] * 3, sizes=[1e12] * 3)
    assert len(build_lines(words, WIDTH, HEIGHT).lines) == 3


@pytest.mark.parametrize(
    ("texts", "gap", "bullets"),
    [
        pytest.param(["e Light the lamps", "e Mend the boats"], 8.0, 2, id="bullets"),
        pytest.param(
            ["¢ Light the lamps", "and the boats", "© Mend the boats"], 8.0, 2, id="read in two ways"
        ),
        pytest.param(["e Light the lamps", "Mend the boats"], 8.0, 0, id="a letter"),
        pytest.param(["e Lisboa", "e Porto"], 3.0, 0, id="words"),
        pytest.param(["e pescas", "e barcos"], 8.0, 0, id="words far apart"),
    ],
)
def test_bullets_that_are_read_as_letters(texts: list[str], gap: float, bullets: int) -> None:
    assert with_labels(layer(texts, gap=gap)).texts.count("•") == bullets


@pytest.mark.parametrize(
    ("text", "gap", "label"),
    [
        ("12: Light the lamps", 8.0, "12."),
        ("12: light the lamps", 8.0, "12:"),
        ("HI. The harbour", 0.0, "III."),
        ("VIl. The harbour", 8.0, "VII."),
        ("IV. The harbour", 8.0, "IV."),
        ("Ill. The harbour", 8.0, "III."),
        ("I11 The harbour", 8.0, "I11"),
        ("Vi. The harbour", 8.0, "VI."),
        ("Xl. The harbour", 8.0, "XI."),
        ("it. The harbour", 8.0, "11."),
        ("it. The harbour", 0.0, "it."),
        ("ii. The harbour", 8.0, "ii."),
        ("Hall. The harbour", 8.0, "Hall."),
        ("Lights: The harbour", 8.0, "Lights:"),
    ],
)
def test_labels_that_are_read_as_other_signs(text: str, gap: float, label: str) -> None:
    words = layer([text])
    apart = [left + (gap if at else 0.0) for at, left in enumerate(words.lefts)]
    assert with_labels(words._replace(lefts=apart)).texts[0] == label


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Annex IT", "Annex II"),
        ("ANNEX VIl", "ANNEX VII"),
        ("Part IV", "Part IV"),
        ("Annex IT lights", "Annex IT lights"),
        ("Lights IT", "Lights IT"),
        ("12. | The harbour", "12. The harbour"),
        ("12. The | harbour", "12. The | harbour"),
        ("12. |", "12. |"),
    ],
)
def test_numbers_of_annexes_and_bars_behind_numbers(text: str, meant: str) -> None:
    assert " ".join(with_labels(layer([text])).texts) == meant


def test_lines_of_a_typewriter_are_of_one_size_whatever_their_letters_are() -> None:
    wide, narrow = "mammoth wigwams mow many mammals", "little lilting lullabies till it fills"
    texts = [wide, narrow] * 8
    words = layer(texts, sizes=[12.0, 14.0] + [12.0] * 14)
    assert set(evened(words, WIDTH, HEIGHT).sizes) == {12.0}
