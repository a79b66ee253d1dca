"""A symbol with a slip of the pen or of a scanner -> what was probably meant, and where the slip is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import fold_characters
from indexer.grammar.patterns import compiled, lazy
from indexer.grammar.symbol_facts import countries
from indexer.grammar.symbol_matching import is_begun
from indexer.grammar.symbol_series import MODIFIER_WORDS, compile_organs, load_series

if TYPE_CHECKING:
    from collections.abc import Iterator

# what scanners take for a digit, from misread symbols of the Commission on Human Rights' old documents
_DIGIT_SHAPES: Final = {
    "l": "1",
    "I": "1",
    "|": "1",
    "i": "1",
    "O": "0",
    "o": "0",
    "A": "4",
    "S": "5",
    "B": "8",
    "Z": "2",
}
_LETTER_SHAPES: Final = {
    "G": "C",
    "0": "O",
    "1": "I",
    "€": "C",
    "6": "G",
    "K": "R",
    "H": "N",
    "M": "N",
    "V": "Y",
}
_ORGAN_SHAPES: Final = {"4": "A", "5": "S", "€": "E", "£": "E"}
_SHAPES: Final = "".join(_DIGIT_SHAPES)  # inside square brackets, where none of them has a meaning
_NUMBER_LIKE: Final = lazy(rf"(?=\S*\d)[\d{_SHAPES}]+")
_ROMAN_LIKE: Final = lazy(r"(?=.*[IVX])[IVXl1|]+")
_OTHER_SLASHES: Final = lazy(r"[\\_|]+")
_SLASHES: Final = lazy("//+")
_HYPHENED: Final = lazy("[A-Z]+-")
_SPACES: Final = lazy(r"\s+")
_LOOSE_MODIFIER: Final = lazy(rf"[\s,.-]+(?={MODIFIER_WORDS}\.)", ignore_case=True)
_LOOSE_VOLUME: Final = lazy(r"[\s,/[]+(vol\.|parts?|resumption)\s?([ivx]+|\d+)$", ignore_case=True)
_DIGITS_APART: Final = lazy(r"\d\s+\d")
_GLUED_ORGAN: Final = lazy("(?<=^[AEST])(?=[A-Z]{2,}[./])")
_SECOND_SYMBOL: Final = lazy(r"(?<=\d)/(?=[AEST]/\d)")
FEWEST_COMPONENTS: Final = 3
"""From here on a letter alone at the end is rather a misread digit than a word."""


@cache
def _dotted_words() -> tuple[str, ...]:
    series = load_series()
    words = [*(entry.word for entry in series.dotted), *(entry.word for entry in series.modifiers)]
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _plain_words() -> frozenset[str]:
    """Return the components that are words, as the examples of the series have them."""
    series = load_series()
    examples = (e for part in (series.organs, series.bodies, series.dotted) for s in part for e in s.examples)
    found = {word for example in examples for word in example.split("/") if word.isalpha()}
    return frozenset(found | countries())


def _drop_stray_dots(component: str) -> str:
    return component.rstrip(".")


def _add_missing_dot(component: str) -> str:
    # "l985" is a year, not a limited document
    return compiled(rf"^({'|'.join(_dotted_words())})[,:_]?(?=[\dlI])").sub(r"\1.", component)


def _read_shapes_as_digits(component: str) -> str:
    bare, bracket, rest = component.partition("(")
    word, dot, number = bare.rpartition(".")
    if dot and word != "SER" and number and all(c.isdigit() or c in _DIGIT_SHAPES for c in number):
        bare = word + dot + _digits(number)
    elif _NUMBER_LIKE.fullmatch(bare):
        bare = _digits(bare)
    if rest.endswith(")"):
        inner = rest[:-1]
        if _ROMAN_LIKE.fullmatch(inner):
            rest = "".join("I" if c in "l1|" else c for c in inner) + ")"
        elif _NUMBER_LIKE.fullmatch(inner):
            rest = _digits(inner) + ")"
    return bare + bracket + rest


def _digits(text: str) -> str:
    return "".join(_DIGIT_SHAPES.get(c, c) for c in text)


def _read_shapes_as_letters(component: str) -> str:
    word, dot, number = component.partition(".")
    known = _dotted_words() if dot else _plain_words()
    if word in known:
        return component
    return next((guess for guess in _with_letters(word) if guess in known), word) + dot + number


def _with_letters(word: str) -> Iterator[str]:
    """Yield a word with one character read as the letter it looks like, then with all of them."""
    for place, character in enumerate(word):
        if character in _LETTER_SHAPES:
            yield word[:place] + _LETTER_SHAPES[character] + word[place + 1 :]
    yield "".join(_LETTER_SHAPES.get(c, c) for c in word)


_REPAIRS: Final = (_drop_stray_dots, _read_shapes_as_letters, _add_missing_dot, _read_shapes_as_digits)


def suggest_symbols(plain: str) -> Iterator[str]:
    """Yield texts that may have been meant, likelier ones first; the caller checks them.

    Args:
        plain: What was typed, without what may surround a symbol.
    """
    joined = _LOOSE_VOLUME.sub(r"(\1\2)", _LOOSE_MODIFIER.sub("/", plain))
    slashed = _OTHER_SLASHES.sub("/", joined) if "/" not in joined else joined.replace("\\", "/")
    slashed = _SLASHES.sub("/", slashed).strip("/")
    compact = "".join(slashed.split())
    if not _DIGITS_APART.search(slashed):
        yield from _repaired(_SECOND_SYMBOL.sub("-", compact), plain)
    if compact != slashed:
        yield from _repaired(_SPACES.sub("/", slashed), plain)
    if _HYPHENED.match(compact) and "/" not in compact:
        yield compact.replace("-", "/")
    yield _GLUED_ORGAN.sub("/", compact)


def _repaired(slashed: str, plain: str) -> Iterator[str]:
    if slashed != plain:
        yield slashed
    components = slashed.split("/")
    repaired = [_ORGAN_SHAPES.get(components[0], components[0]), *components[1:]]
    for repair in (lambda component: component, *_REPAIRS):
        repaired = [repair(component) for component in repaired]
        if repaired != components:
            yield "/".join(repaired)
    last = repaired[-1]
    if len(repaired) >= FEWEST_COMPONENTS and last in _DIGIT_SHAPES:
        yield "/".join([*repaired[:-1], _DIGIT_SHAPES[last]])


def find_wrong_place(source: str, compact: str) -> tuple[int, int]:
    """Return the offsets in source of the component where the symbol breaks off, or of all of it."""
    folded = fold_characters(source)
    slashes = [place for place, character in enumerate(compact) if character == "/"]
    good = next((place + 1 for place in reversed(slashes) if is_begun(compact[:place])), 0)
    if not good and slashes and (organ := compile_organs().match(compact)):
        good = organ.end() + 1
    wrong = compact[good:].partition("/")[0]
    start = folded.rfind(wrong) if good and wrong else -1
    if start >= 0:
        return start, start + len(wrong)
    stripped = folded.strip()
    start = folded.find(stripped)
    return start, start + max(1, len(stripped))
