"""The places that answers print, "annex II, p. 3, text 5", and their addresses, read without patterns.

Whatever is read here, the patterns read in the same way; everything else is left to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from indexer.grammar.addresses import LATIN_SUFFIXES, SCOPE_WORDS, Address
from indexer.grammar.pinpoints import Pinpoint

if TYPE_CHECKING:
    from indexer.grammar.addresses import Unit
    from indexer.grammar.pinpoints import PinpointUnit

UNIT_WORDS: Final[dict[str, PinpointUnit]] = {
    "para.": "p",
    "preambular para.": "pp",
    "text": "t",
    "speech": "s",
    "table": "tab",
    "footnote": "fn",
}
_ON_PAGES: Final = ("t", "s", "tab")
"""Units before which the page may stand, for people."""
# whatever is longer is left to the patterns
_MOST_DIGITS: Final = 4
_MOST_BEHIND_POINT: Final = 3
_MOST_SCOPES: Final = 4
_LONGEST_NUMERAL: Final = 7
_SMALL_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def is_usual_number(number: str) -> bool:
    """Tell whether text is the number of a paragraph and nothing more."""
    return number.isdigit() and number.isascii() and number[0] != "0" and len(number) <= _MOST_DIGITS


def read_usual_place(text: str) -> Pinpoint | None:
    """Return the place that text behind a document is, in the words that answers print, or None.

    >>> str(read_usual_place("annex II, p. 3, text 5").address), read_usual_place("para. 10").number
    ('annex-II.t5', '10')
    >>> str(read_usual_place("decision 22/1, para. 7, item 3").address), read_usual_place("paras. 3-4")
    ('decision-22.1.p7.3', None)
    """
    parts = text.split(", ")
    scope: list[str] = []
    while len(scope) < min(len(parts), _MOST_SCOPES) and (name := _read_scope(parts[len(scope)])):
        scope.append(name)
    unit = _read_unit(parts[len(scope) :])
    return Pinpoint(scope=tuple(scope), unit=unit[0], number=unit[1]) if unit else None


def _read_scope(text: str) -> str:
    """Return a division as addresses have it, an empty text for anything else."""
    word, space, name = text.partition(" ")
    if word == "series":
        return f"s{name}" if is_usual_number(name) else ""
    if word not in SCOPE_WORDS:
        return ""
    if not space:
        return word
    first, slash, second = name.partition("/")
    if slash:
        is_usual = is_usual_number(first) and is_usual_number(second) and len(second) <= _MOST_BEHIND_POINT
        return f"{word}-{first}.{second}" if is_usual else ""
    is_numeral = 0 < len(name) <= _LONGEST_NUMERAL and not name.strip("IVXLC")
    return f"{word}-{name}" if is_numeral or is_usual_number(name) else ""


def _read_unit(parts: list[str]) -> tuple[PinpointUnit, str] | None:
    """Return unit and number of the words behind the divisions."""
    if not 0 < len(parts) <= 2:  # a page or a paragraph, and what is on it or in it
        return None
    word, number = _split_number(parts[-1])
    if not number:
        return None
    unit = UNIT_WORDS.get(word)
    if len(parts) == 1:
        return (unit, number) if unit else None
    before, above = _split_number(parts[0])
    if before == "p." and unit in _ON_PAGES and is_usual_number(above):
        return unit, number
    if (before, word) == ("para.", "item") and above and not above[-1].isalpha():
        return "p", f"{above}.{number}"
    return None


def _split_number(text: str) -> tuple[str, str]:
    """Return the words before a number, and the number, which is empty when it is not a usual one."""
    word, _, number = text.rpartition(" ")
    suffix = ""
    if number in LATIN_SUFFIXES:
        suffix = number
        word, _, number = word.rpartition(" ")
    return word, number + suffix if _is_number(number) else ""


def _is_number(text: str) -> bool:
    """Tell whether text is a number, perhaps with others behind points: 138.40."""
    first, *others = text.split(".")
    return is_usual_number(first) and all(
        is_usual_number(other) and len(other) <= _MOST_BEHIND_POINT for other in others
    )


def read_usual_address(text: str) -> Address | None:
    """Return the address that text spells, when it is one of a whole unit in usual divisions, or None.

    >>> read_usual_address("annex-II.p138.40").number, read_usual_address("p74.a")
    ('138.40', None)
    """
    parts = text.split(".")
    at = len(parts) - 1
    while at and is_usual_number(parts[at]):
        at -= 1
    digits = parts[at].strip(_SMALL_LETTERS)
    unit, _, suffix = parts[at].partition(digits or ".")
    number = ".".join([digits, *parts[at + 1 :]])
    if unit not in UNIT_WORDS.values() or not _is_number(number):
        return None
    if suffix and suffix not in LATIN_SUFFIXES:
        return None
    if number != digits and (suffix or unit == "s"):  # "s2" before a point is a division
        return None
    scope: list[str] = []
    for part in parts[:at]:
        if scope and "-" in scope[-1] and "." not in scope[-1] and is_usual_number(part):
            scope[-1] += f".{part}"
        elif _is_scope(part):
            scope.append(part)
        else:
            return None
    return Address(scope=tuple(scope), unit=cast("Unit", unit), number=number + suffix)


def _is_scope(part: str) -> bool:
    """Tell whether text is a division with a number of letters and digits, or without one."""
    word, dash, number = part.partition("-")
    if word in SCOPE_WORDS:
        return number.isalnum() and number.isascii() if dash else True
    return part[:1] == "s" and is_usual_number(part[1:])
