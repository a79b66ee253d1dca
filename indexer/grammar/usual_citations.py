"""The usual form of a citation, "A/HRC/9/8, para. 10", read and written without patterns.

Most of what is typed or pasted has this form, and what answers print has it always; the patterns that read
everything else take longer to load than a whole command that needs none. Whatever is read here, the patterns
read in the same way.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from indexer.grammar.citation import Citation
from indexer.grammar.pinpoints import Pinpoint
from indexer.grammar.symbol_matching import CANONICAL_WORDS
from indexer.grammar.symbol_series import load_series
from indexer.grammar.symbols import DocumentSymbol

_PLACE: Final = ", para. "
_LONGEST: Final = 100
"""Characters of a symbol that is read here; usual ones have up to 30."""
_LONGEST_WORD: Final = 12
_MOST_DIGITS: Final = 4


def read_usual(text: str) -> Citation | None:
    """Return the citation when it is a symbol, or a symbol and one paragraph, in the usual form, or None.

    >>> read_usual("A/HRC/9/8, para. 10").addresses
    ('p10',)
    >>> read_usual("a/hrc/9/8 §10") is None
    True
    """
    name, comma, number = text.partition(_PLACE)
    if (comma and not is_usual_number(number)) or not _is_usual_symbol(name):
        return None
    symbol = DocumentSymbol(text=name, key=name.lower())
    return Citation(text=text, symbol=symbol, pinpoints=(Pinpoint(number=number),) if comma else ())


def write_usual(address: str) -> str:
    """Return the words for the address of a paragraph, an empty text for any other address.

    >>> write_usual("p10"), write_usual("annex.p10")
    ('para. 10', '')
    """
    return f"para. {address[1:]}" if address[:1] == "p" and is_usual_number(address[1:]) else ""


def is_usual_number(number: str) -> bool:
    """Tell whether text is the number of a paragraph and nothing more."""
    return number.isdigit() and number.isascii() and number[0] != "0" and len(number) <= _MOST_DIGITS


def _is_usual_symbol(text: str) -> bool:
    """Tell whether text is a symbol of words and numbers in canonical form, perhaps with Add.1 behind it."""
    if len(text) > _LONGEST or not text.isascii():
        return False
    organ, *parts = text.split("/")
    while parts and _is_modifier(parts[-1]):
        parts.pop()
    # a shorter one may be something else ("A/4" is a size of paper), and what ends with a word is no document
    if len(parts) < 2 or not parts[-1].isdigit() or organ not in _organs():
        return False
    first = _organs()[organ]
    if first is not None and not _is_number(parts[0]) and parts[0] not in first:
        return False
    if parts[0] in _LATER_LETTERS:
        return False
    return all(_is_number(p) or (_is_word(p) and (len(p) > 1 or p in _LETTERS)) for p in parts)


@cache
def _organs() -> dict[str, tuple[str, ...] | None]:
    """Return the organs that are words, each with the words that may follow it, None where any may."""
    usual = (entry for entry in load_series().organs if entry.pattern is None and _is_word(entry.organ))
    return {entry.organ: entry.first for entry in usual}


def _is_number(part: str) -> bool:
    return part.isdigit() and len(part) <= _MOST_DIGITS


def _is_word(part: str) -> bool:
    """Tell whether a component is a word in capitals, and none that has small letters, such as Sub."""
    return part.isalpha() and part.isupper() and len(part) <= _LONGEST_WORD and part not in _CASED


_CASED: Final = frozenset(map(str.upper, CANONICAL_WORDS))
_LATER_LETTERS: Final = frozenset("DQ")
"""Letters that are components, though not the first: of a communication, of a list of questions."""
_LETTERS: Final = _LATER_LETTERS | {"C"}
"""The same with the letter of a committee."""
_MODIFIERS: Final = frozenset({"Add", "Amend", "Corr", "Rev"})


def _is_modifier(part: str) -> bool:
    word, _, number = part.partition(".")
    return word in _MODIFIERS and number.isdigit() and len(number) <= _MOST_DIGITS - 1
