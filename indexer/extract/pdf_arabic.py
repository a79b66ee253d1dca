"""Arabic words that no sign of the file parts, or whose letters lie in the file from left to right.

And vowel signs that are drawn apart from their letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate, chain, islice, pairwise
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from indexer.extract.pdf_calls import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from indexer.extract.pdf_calls import Calls
    from indexer.extract.pdf_tokens import Tokens

_WORD = regex.compile(r"(?=.*[\p{Arabic}&&\p{L}])[^\p{Nd}\p{Latin}]+", regex.V1)
_LETTER = regex.compile(r"[\u0620-\u06ff]")
_OPENS = frozenset("([«“")
_VOWELS = regex.compile(r"[\u064b-\u065f\u0670]+")
_UNDER = "\u064d\u0650"  # kasra, and its double
_SPACE = 0.1
"""Of the height of the font: letters of a word overlap, or stand .05 apart behind one that does not join; the
narrowest gaps between words seen are .18."""

_FAR, _NEAR = 0.9, 0.1
"""Of the height of the font: a sign stands no farther above the base line of its letter, nor below it.
Signs begin .4 to .7 above it, and lines stand 1.2 apart; those under a letter stand the other way round."""

_SPACED = 0.5  # of the words: where the file has a space before so many it has one before all
_CELL = 8  # points: letters are looked for in columns of this width
_WIDEST = 20  # columns: no letter is wider
_CROWDED = 1000  # letters of a column: a page of small type has a few hundred


class _Letter(NamedTuple):
    """A character of a text page by its index, and its place in page space, whose y runs upwards."""

    at: int
    left: float
    right: float
    origin: float
    base: float
    height: float


def has_arabic(characters: str) -> bool:
    """Whether there may be Arabic words in a text; in most there are none."""
    return not characters.isascii() and _LETTER.search(characters) is not None


def settle(tokens: Tokens, text: Any, calls: Calls) -> dict[int, str]:
    """Part Arabic words that stand apart, set their letters in order, and take out lone vowel signs.

    PDFium makes spaces for gaps in lines from left to right only, a sign that a file draws above its letter
    is a line of its own to it, and some words that browsers print it leaves as they are drawn, others not.

    Returns:
        The signs by the index of the letter on the page that they belong to.
    """
    words = [at for at, token in enumerate(tokens.texts) if _WORD.fullmatch(token)]
    cuts = _behind_numbers(tokens, text, calls)
    if not words and not cuts:
        return {}
    spans = [range(tokens.starts[word], tokens.lasts[word] + 1) for word in words]
    read = iter(_letters(chain(*spans), text, calls))
    letters = {word: list(islice(read, len(span))) for word, span in zip(words, spans, strict=True)}
    if not _are_spaced(words, tokens, text, calls):
        cuts |= {word: places for word, found in letters.items() if len(places := _gaps(found)) > 1}
    for word, found in letters.items():
        if _runs_right(found):
            tokens.texts[word] = _from_right(found, tokens.texts[word])
    alone = [at for at, token in enumerate(tokens.texts) if _VOWELS.fullmatch(token)]
    vowels: dict[int, str] = defaultdict(str)
    columns = _in_columns(letters.values()) if alone else {}
    for token, sign in zip(alone, _letters([tokens.starts[at] for at in alone], text, calls), strict=True):
        letter = _letter_of(sign, columns, under=tokens.texts[token][0] in _UNDER)
        if letter is not None:
            vowels[letter] += tokens.texts[token]
            cuts[token] = []
    tokens.cut(dict(sorted(cuts.items())))
    return vowels


def set_vowels(tokens: Tokens, vowels: Mapping[int, str]) -> None:
    """Put vowel signs behind their letters, whose indices are given."""
    for letter in sorted(vowels, reverse=True):  # from the end, so that those before it stay where they are
        token = bisect_right(tokens.starts, letter) - 1
        behind = letter - tokens.starts[token] + 1
        written = tokens.texts[token]
        tokens.texts[token] = written[:behind] + vowels[letter] + written[behind:]


def _letters(indices: Iterable[int], text: Any, calls: Calls) -> list[_Letter]:
    box, origin = Room("f", 4), Room("d", 1)
    box.clear(1)
    origin.clear(2)
    found = []
    for at in indices:
        calls.loose_box(text, at, box.places[0])
        calls.origin(text, at, *origin.places[:2])
        left, top, right, bottom = box.values[:4]
        x, base = origin.values[:2]
        found.append(_Letter(at, left, right, x, base, abs(top - bottom)))
    return found


def _gaps(letters: Sequence[_Letter]) -> list[int]:
    """Return where the words of one token begin in it, the first of them at 0."""
    return [
        0,
        *(
            letter.at - letters[0].at
            for before, letter in pairwise(letters)
            if before.left - letter.right > _SPACE * letter.height
        ),
    ]


def _are_spaced(words: Sequence[int], tokens: Tokens, text: Any, calls: Calls) -> bool:
    """Whether the file itself has spaces between its words."""
    inner = [word for word in words if word and tokens.groups[word] == tokens.groups[word - 1]]
    own = [word for word in inner if calls.is_generated(text, tokens.starts[word] - 1) == 0]
    return bool(own) and len(own) >= _SPACED * len(words)


def _runs_right(letters: Sequence[_Letter]) -> bool:
    """Whether the letters of a word lie from left to right."""
    steps = [letter.left - before.left for before, letter in pairwise(letters)]
    return sum(step > 0 for step in steps) > sum(step < 0 for step in steps)


def _from_right(letters: Sequence[_Letter], word: str) -> str:
    """Return a word with its letters in their order from the right, each with its vowel signs behind it.

    Letters that are drawn as one begin at one place, and lie in the file as they are read.
    """
    signs = [at for at, letter in enumerate(word) if _VOWELS.match(letter)]
    bases = [at for at in range(len(word)) if at not in signs] or signs
    middles = [letter.left + letter.right for letter in letters]
    under = [_nearest(middles, at, bases) if at in signs else at for at in range(len(word))]
    order = sorted(range(len(word)), key=lambda at: (-letters[under[at]].origin, under[at], at in signs))
    return "".join([word[at] for at in order])


def _nearest(middles: Sequence[float], sign: int, bases: Sequence[int]) -> int:
    return min(bases, key=lambda base: abs(middles[base] - middles[sign]))


def _behind_numbers(tokens: Tokens, text: Any, calls: Calls) -> dict[int, list[int]]:
    """Return where brackets open behind numbers and symbols, and stand apart from them: "A/79/3(Lights".

    The signs of a symbol lie in another order than their places; what follows stands to the left of all.
    """
    cuts = {}
    for word, written in enumerate(tokens.texts):
        if _OPENS.isdisjoint(written):
            continue  # most
        edges = [at for at in range(1, len(written)) if written[at] in _OPENS and written[at - 1].isalnum()]
        if not edges:
            continue
        letters = _letters(range(tokens.starts[word], tokens.lasts[word] + 1), text, calls)
        lefts = [*accumulate((letter.left for letter in letters), min)]
        rights = [*accumulate((letter.right for letter in reversed(letters)), max)][::-1]
        places = [at for at in edges if lefts[at - 1] - rights[at] > _SPACE * letters[at].height]
        if places:
            cuts[word] = [0, *places]
    return cuts


def _in_columns(words: Iterable[Sequence[_Letter]]) -> Mapping[int, list[_Letter]]:
    columns: dict[int, list[_Letter]] = defaultdict(list)
    for letters in words:
        for letter in letters:
            first = _column(letter.left)
            for column in range(first, min(_column(letter.right), first + _WIDEST) + 1):
                if len(columns[column]) < _CROWDED:
                    columns[column].append(letter)
    return columns


def _column(x: float) -> int:
    return int(x // _CELL) if isfinite(x) else 0


def _letter_of(sign: _Letter, columns: Mapping[int, list[_Letter]], *, under: bool) -> int | None:
    """Return the index of the letter that a sign is drawn over or under, None where there is none."""
    middle = (sign.left + sign.right) / 2
    near = []
    for letter in columns.get(_column(middle), ()):
        lift = (letter.base - sign.base if under else sign.base - letter.base) / (letter.height or 1)
        if letter.left <= middle <= letter.right and -_NEAR <= lift <= _FAR:
            # of letters that are drawn as one it is the last
            near.append((abs(lift), abs(2 * middle - letter.left - letter.right), -letter.at))
    return -min(near)[2] if near else None
