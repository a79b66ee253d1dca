"""Text -> words with their places, by the documented rules, written again as plain loops."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tests.evaluation.judge.folding import composed, folded, in_word, is_digit, is_han, is_letter, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

HYPHENS = "-‐‑"
APOSTROPHES = "'’‘ʼ＇´`"


class Found(NamedTuple):
    """A word of a text.

    Attributes:
        place: From 0.
        form: As it is compared.
        typed: As it is written; empty for a part of a word and for a joined form.
        plain: Whether it has endings.
        until: The last place that it stands for: a joined form reaches over its parts.
    """

    place: int
    form: str
    typed: str
    plain: bool
    until: int


class Place(NamedTuple):
    """All that stands at one place, in one language."""

    stems: frozenset[str]
    forms: frozenset[str]
    typed: frozenset[str]


def run(text: str, at: int, test: object, most: int = 1 << 30) -> int:
    """How many letters from a place on pass a test."""
    assert callable(test)
    count = 0
    while at + count < len(text) and count < most and test(text[at + count]):
        count += 1
    return count


def symbol_length(text: str, at: int) -> int:
    """A/HRC/9/8: capitals and digits, then parts behind strokes."""
    if unicodedata.category(text[at]) != "Lu":
        return 0
    head = run(text, at, lambda c: unicodedata.category(c) == "Lu" or is_digit(c), 11)
    end = at + head
    if head > 10:
        return 0
    while end + 1 < len(text) and text[end] == "/":
        first = text[end + 1]
        if is_han(first) or not (is_letter(first) or is_digit(first) or first == "("):
            break
        end += 2
        end += run(text, end, lambda c: not is_han(c) and (is_letter(c) or is_digit(c) or c in ".()-"))
    return end - at if end > at + head else 0


def number_length(text: str, at: int) -> int:
    """1,000 or 7.3 or 60/251."""
    head = run(text, at, is_digit)
    if not head:
        return 0
    if head <= 3:
        end = at + head
        while text[end : end + 1] == "," and run(text, end + 1, is_digit) == 3:
            end += 4
        goes_on = text[end : end + 1] == "," and run(text, end + 1, is_digit) > 0
        if end > at + head and not goes_on:
            return end - at
    end = at + head
    while text[end : end + 1] in {".", "/"} and run(text, end + 1, is_digit):
        end += 1 + run(text, end + 1, is_digit)
    return end - at if end > at + head else 0


def dotted_length(text: str, at: int) -> int:
    """U.N. or e.g.: single letters with a stop behind each, two at least."""
    before = text[at - 1 : at] if at else ""
    if before and unicodedata.category(before)[0] in "LN":
        return 0
    end = at
    while end + 1 < len(text) and is_letter(text[end]) and text[end + 1] == ".":
        end += 2
    return end - at if end - at >= 4 else 0


def words(text: str) -> list[Found]:
    """Cut a text into its words."""
    found: list[Found] = []
    place = at = 0
    chain: list[Found] = []
    chain_end = -1
    while at < len(text):
        length, new, kind = _next(text, at, place)
        if not length:
            at += 1
            continue
        if new:
            hyphenated = kind == "word" and at == chain_end + 1 and text[at - 1] in HYPHENS
            if not hyphenated:
                found.extend(_joined(chain))
                chain = []
            found.extend(new)
            if kind == "word":
                chain.append(new[0])
                chain_end = at + length
            place = new[-1].place + 1
            if kind != "word":
                chain_end = -1
        at += length
    return [*found, *_joined(chain)]


def _next(text: str, at: int, place: int) -> tuple[int, list[Found], str]:
    """The length of what begins here, its words, and its kind."""
    length = symbol_length(text, at)
    if length:
        return length, _symbol(text[at : at + length], place), "symbol"
    length = number_length(text, at)
    if length:
        return length, _whole(text[at : at + length].replace(",", ""), place), "number"
    length = dotted_length(text, at)
    if length:
        return length, [_word(text[at : at + length].replace(".", ""), place, plain=False)], "dotted"
    if is_han(text[at]):
        return 1, [_word(text[at], place, plain=True)], "han"
    length = run(text, at, in_word)
    if not length:
        return 0, [], ""
    surface = text[at : at + length]
    possessive = surface in {"s", "S"} and at > 1 and text[at - 1] in APOSTROPHES and text[at - 2].isalpha()
    word = _word(surface, place, plain=True)
    return length, [word] if word.form and not possessive else [], "word"


def _word(surface: str, place: int, *, plain: bool) -> Found:
    return Found(place, folded(surface), composed(surface), plain, place)


def _symbol(surface: str, place: int) -> list[Found]:
    surface = surface.rstrip(".-(")
    while surface.endswith(")") and surface.count("(") < surface.count(")"):
        surface = surface[:-1].rstrip(".-(")
    if any(letter.isdigit() for letter in surface):
        return _whole(surface, place)
    found: list[Found] = []
    at = 0
    while at < len(surface):  # words with a stroke between them
        length = run(surface, at, lambda c: c == "_" or unicodedata.category(c)[0] in "LMN")
        if length:
            found.append(_word(surface[at : at + length], place + len(found), plain=True))
        at += length or 1
    return found


def _whole(surface: str, place: int) -> list[Found]:
    """A symbol or number, and its parts: numbers, and letters where two stand together."""
    whole = _word(surface, place, plain=False)
    parts = set()
    at = 0
    while at < len(whole.form):
        letters, digits = run(whole.form, at, is_letter), run(whole.form, at, is_digit)
        if letters > 1 or digits:
            parts.add(whole.form[at : at + (letters or digits)])
        at += letters or digits or 1
    return [
        whole,
        *(Found(place, part, "", plain=False, until=place) for part in sorted(parts - {whole.form})),
    ]


def _joined(chain: list[Found]) -> list[Found]:
    if len(chain) < 2 or any(word.form.isdigit() for word in chain):
        return []
    form = "".join(word.form for word in chain)
    first, last = chain[0].place, chain[-1].place
    return [Found(first, form, "", plain=True, until=last), Found(last, form, "", plain=True, until=last)]


def stems_of(word: Found, language: str) -> frozenset[str]:
    """The stems of a word where it has endings, else its form."""
    return stems(word.typed or word.form, language) if word.plain else frozenset([word.form])


@lru_cache(maxsize=400_000)
def _chunk(chunk: str, language: str) -> tuple[Place, ...]:
    rows: dict[int, list[Found]] = {}
    for word in words(chunk):
        rows.setdefault(word.place, []).append(word)
    return tuple(
        Place(
            frozenset(f"{language}:{stem}" for word in row for stem in stems_of(word, language)),
            frozenset(word.form for word in row),
            frozenset(word.typed for word in row if word.typed),
        )
        for _, row in sorted(rows.items())
    )


def places(text: str, language: str) -> list[Place]:
    """What stands at each place of a text; no rule looks beyond white space."""
    return [place for chunk in text.split() for place in _chunk(chunk, language)]


def is_acronym(word: str) -> bool:
    """Two capitals at least, and no small letter."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def without_article(text: str) -> str:
    """A word without the letters that French writes onto it with an apostrophe."""
    at = next((place for place, letter in enumerate(text) if letter in APOSTROPHES), 0)
    onto = text[:at].lower()
    elided = (len(onto) == 1 and onto in "cdjlmnst") or onto in {"qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
    return text[at + 1 :] if elided and text[at + 1 : at + 3].isalpha() and len(text) > at + 2 else text


def spellings(text: str) -> Iterator[list[Found]]:
    """The ways to write a text side by side: words with hyphens in parts, and joined."""
    found = words(text)
    apart = [word for word in found if word.typed]
    yield apart
    joined = {word.place: word for word in found if not word.typed and word.plain and word.until > word.place}
    if joined:
        whole: list[Found] = []
        reached = -1
        for word in apart:
            if word.place > reached:
                whole.append(joined.get(word.place, word))
                reached = whole[-1].until
        yield whole
