"""The usual form of a citation, "A/HRC/9/8, para. 10", read and written without patterns.

Most of what is typed or pasted has this form, and most of what answers print; the patterns that read
everything else take longer to load than a whole command that needs none. Whatever is read here, the patterns
read in the same way.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.citation import Citation
from indexer.grammar.symbol_matching import CANONICAL_WORDS
from indexer.grammar.symbol_series import load_series
from indexer.grammar.symbols import DocumentSymbol
from indexer.grammar.usual_places import is_usual_number, read_usual_place

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 100
"""Characters of a symbol that is read here; usual ones have up to 30."""
_FILE: Final = "file:"
_SUFFIXES: Final = (".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".rtf", ".odt", ".md")
# whatever is longer is left to the patterns
_LONGEST_PATH: Final = 1000
_LONGEST_WORD: Final = 12
_MOST_DIGITS: Final = 4


def _nothing(name: str) -> DocumentSymbol | None:  # noqa: ARG001  # the name of nothing known
    return None


def read_usual(text: str, known: Callable[[str], DocumentSymbol | None] = _nothing) -> Citation | None:
    """Return the citation when it is a symbol or a file, or one of these and one place, in the usual form.

    Args:
        text: What a person typed.
        known: Gives the symbol that a name is, to the letter, for symbols of unusual form.

    >>> read_usual("A/HRC/9/8, para. 10").addresses, read_usual("reports/a.pdf, p. 3, table 1").addresses
    (('p10',), ('tab1',))
    >>> read_usual("a/hrc/9/8 §10") is None
    True
    """
    name, comma, place = text.partition(", ")
    pinpoint = read_usual_place(place) if comma else None
    if comma and pinpoint is None:
        return None
    pinpoints = (pinpoint,) if pinpoint is not None else ()
    if path := _usual_path(name):
        return Citation(text=text, file=path, pinpoints=pinpoints)
    symbol = DocumentSymbol(text=name, key=name.lower()) if _is_usual_symbol(name) else known(name)
    return Citation(text=text, symbol=symbol, pinpoints=pinpoints) if symbol is not None else None


def write_usual(address: str) -> str:
    """Return the words for the address of a paragraph, an empty text for any other address.

    >>> write_usual("p10"), write_usual("annex.p10")
    ('para. 10', '')
    """
    return f"para. {address[1:]}" if address[:1] == "p" and is_usual_number(address[1:]) else ""


def names_file(text: str) -> bool:
    """Tell whether text is taken for the name of a file without "file:" before it."""
    return text.rstrip().lower().endswith(_SUFFIXES)


def _usual_path(name: str) -> str:
    """Return the path that a name is, when it is taken for a file's and has no sign of its own meaning."""
    path = name.removeprefix(_FILE)
    is_named = path != name or names_file(path)
    is_usual = path.isascii() and path == path.strip() and len(path) <= _LONGEST_PATH
    return path if is_named and is_usual and "," not in path and "#" not in path else ""


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
