"""An address -> the citation a person would write, from which the address can be read again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.addresses import LATIN_SUFFIXES, Address, print_act
from indexer.grammar.several_numbers import in_runs, several_numbers
from indexer.grammar.usual_citations import names_file, read_usual, write_usual
from indexer.grammar.usual_places import (
    UNIT_WORDS,
    is_usual_number,
    read_usual_address,
    read_usual_place,
)

if TYPE_CHECKING:
    from indexer.grammar.citation import Citation
    from indexer.model import Kind

_UNIT_FORMS: Final[dict[str, str]] = {unit: words for words, unit in UNIT_WORDS.items()}
_BLOCKS: Final = ("pp", "t", "s", "tab")
_FILE: Final = "file:"


def format_citation(
    document: str | None,
    address: str,
    *,
    kind: Kind | None = None,
    number: str | None = None,
    page: int | str | None = None,
) -> str:
    """Return how to cite a unit, in words that parse_citation reads back to the same document and address.

    Numbered units are cited by number alone, and by all their numbers where several are printed as one: these
    are read back to the addresses of all. Blocks, speeches and tables have numbers that are not printed;
    the page stands before those, for people. An address that has no words (and a file whose name could be
    taken for words) is cited by its record id.

    Args:
        document: Symbol, or "file:" and a path; None for the place alone.
        address: As in a record.
        kind: Of the record.
        number: As printed, which tells item 27 in paragraph 99 from recommendation 99.27.
        page: Where the unit stands.

    >>> format_citation("A/HRC/9/8", "p10")
    'A/HRC/9/8, para. 10'
    >>> format_citation("A/RES/60/147", "annex.p15")
    'A/RES/60/147, annex, para. 15'
    >>> format_citation("A/HRC/8/19", "p99.27", kind="item", number="27")
    'A/HRC/8/19, para. 99, item 27'
    >>> format_citation("A/HRC/9/8/Add.1", "p122.14", kind="recommendation", number="122.14–15, 20")
    'A/HRC/9/8/Add.1, paras. 122.14–122.15, 122.20'
    >>> format_citation("A/79/PV.64", "s5", kind="speech", page=4)
    'A/79/PV.64, p. 4, speech 5'
    """
    is_listed = kind in {"item", "recommendation"} and number is not None and "." not in number
    place = _format_place(address, number if is_listed else None, "" if page is None else str(page))
    if number is not None and (several := several_numbers(number)):
        place = _with_others(place, several)
    if document is None:
        return place or f"#{address}"
    if place and document.startswith(_FILE):
        return _format_in_file(document, address, place)
    return f"{document}, {place}" if place else f"{document}#{address}"


def _with_others(place: str, numbers: tuple[str, ...]) -> str:
    """Return the words for a unit with those for the other numbers that are printed with its own."""
    words = place.removesuffix(f"para. {numbers[0]}")
    return place if words == place else f"{words}paras. {in_runs(numbers)}"


def _format_in_file(document: str, address: str, place: str) -> str:
    """Return the citation in words where it can be read again, else the record id."""
    path = document.removeprefix(_FILE)
    citation = f"{path if names_file(path) else document}, {place}"
    try:
        read = read_usual(citation) or _read_by_patterns(citation)
    except (CitationSyntaxError, SymbolSyntaxError):
        return f"{document}#{address}"
    return citation if (read.document, read.addresses) == (document, (address,)) else f"{document}#{address}"


def _read_by_patterns(citation: str) -> Citation:
    from indexer.grammar.typed_citations import read_typed  # noqa: PLC0415  # not for the usual form

    return read_typed(citation)


@lru_cache(maxsize=4096)
def _format_place(address: str, item: str | None, page: str) -> str:
    """Return the words for an address, empty when there are none from which it could be read again."""
    return write_usual(address) or _format_block(address, page) or _format_with_care(address, item, page)


def _format_block(address: str, page: str) -> str:
    """Return the words for an unnumbered unit of the main text, an empty text for any other.

    Half the units of an answer may be such, and reading their words again takes longer than finding them.
    """
    unit = address.rstrip("0123456789")
    if unit not in _BLOCKS or not is_usual_number(address[len(unit) :]):
        return ""
    words = f"{_UNIT_FORMS[unit]} {address[len(unit) :]}"
    if unit == "pp" or not page.isdigit():
        return words
    return f"p. {page}, {words}" if is_usual_number(page) else ""


def _format_with_care(address: str, item: str | None, page: str) -> str:
    """Return the words for an address, if it can be read from them again."""
    parts = read_usual_address(address) or Address.try_parse(address)
    if parts is None:
        return ""
    words = [_format_scope(scope) for scope in parts.scope]
    if parts.unit:
        words += _format_unit(parts, item, page)
    place = ", ".join(words)
    usual = read_usual_place(place)
    read = (str(usual.address),) if usual is not None else _read_again(place)
    return place if read == (address,) else ""


def _read_again(place: str) -> tuple[str, ...]:
    """Return the addresses of a place as the patterns read it, none when some of it is left over."""
    from indexer.grammar.locators import read_locators  # noqa: PLC0415  # not for the usual form

    try:
        read = read_locators(place, 0, typed=True, behind=True)
    except CitationSyntaxError:
        return ()
    is_whole = read is not None and read.end == len(place)
    return tuple(str(pinpoint.address) for pinpoint in read.pinpoints) if read and is_whole else ()


def _format_scope(scope: str) -> str:
    word, _, identifier = scope.partition("-")
    if word[0] == "s" and word[1:].isdigit():
        return f"series {word[1:]}"
    return f"{word} {print_act(identifier)}".rstrip()


def _format_unit(parts: Address, item: str | None, page: str) -> list[str]:
    digits = parts.number.rstrip("abcdefghijklmnopqrstuvwxyz")
    suffix = parts.number[len(digits) :]
    number = f"{digits} {suffix}" if suffix in LATIN_SUFFIXES else parts.number
    subs = "".join(f" ({letter})" for letter in parts.sub)
    if parts.unit == "p" and item is not None and parts.number.endswith(f".{item}"):
        return [f"para. {parts.number.removesuffix(f'.{item}')}", f"item {item}{subs}"]
    page_words = [f"p. {page}"] if page.isdigit() and parts.unit in {"t", "s", "tab"} else []
    return [*page_words, f"{_UNIT_FORMS[parts.unit]} {number}{subs}"]
