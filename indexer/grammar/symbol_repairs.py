"""A symbol with a slip of the pen or of a scanner -> what was probably meant, and where the slip is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import fold_characters
from indexer.grammar.patterns import compiled, lazy
from indexer.grammar.symbol_matching import is_begun
from indexer.grammar.symbol_series import compile_organs, load_series

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
_SHAPES: Final = "".join(_DIGIT_SHAPES)  # inside square brackets, where none of them has a meaning
_NUMBER_LIKE: Final = lazy(rf"(?=\S*\d)[\d{_SHAPES}]+")
_OTHER_SLASHES: Final = lazy(r"[\\_|]+")
_SLASHES: Final = lazy("//+")
_HYPHENED: Final = lazy("[A-Z]+-")


def _words() -> list[str]:
    series = load_series()
    return [*(entry.word for entry in series.dotted), *(entry.word for entry in series.modifiers)]


def _drop_stray_dots(component: str) -> str:
    return component.rstrip(".")


def _add_missing_dot(component: str) -> str:
    words = "|".join(sorted(_words(), key=len, reverse=True))  # "l985" is a year, not a limited document
    return compiled(rf"^({words})[,:_]?(?=[\dlI])").sub(r"\1.", component)


def _read_shapes_as_digits(component: str) -> str:
    word, dot, number = component.rpartition(".")
    if dot and word != "SER" and number and all(c.isdigit() or c in _DIGIT_SHAPES for c in number):
        return word + dot + "".join(_DIGIT_SHAPES.get(c, c) for c in number)
    if _NUMBER_LIKE.fullmatch(component):
        return "".join(_DIGIT_SHAPES.get(c, c) for c in component)
    return component


def _read_shapes_as_letters(component: str) -> str:
    word, dot, number = component.partition(".")
    if dot and word not in _words():
        guess = "".join(_LETTER_SHAPES.get(c, c) for c in word)
        return (guess if guess in _words() else word) + dot + number
    return component


_REPAIRS: Final = (_drop_stray_dots, _add_missing_dot, _read_shapes_as_letters, _read_shapes_as_digits)


def suggest_symbols(compact: str) -> Iterator[str]:
    """Yield texts that may have been meant, likelier ones first; the caller checks them."""
    slashed = _OTHER_SLASHES.sub("/", compact) if "/" not in compact else compact.replace("\\", "/")
    slashed = _SLASHES.sub("/", slashed).strip("/")
    if slashed != compact:
        yield slashed
    components = slashed.split("/")
    repaired = components
    for repair in _REPAIRS:
        repaired = [repair(component) for component in repaired]
        if repaired != components:
            yield "/".join(repaired)
    if _HYPHENED.match(slashed) and "/" not in slashed:
        yield slashed.replace("-", "/")


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
