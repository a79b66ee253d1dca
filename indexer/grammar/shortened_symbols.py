"""What stands behind a symbol in place of further ones: "and Add.1", ", 5-7 and 14".

Reports shorten lists of documents to what differs: "A/C.4/50/SR.2, 5-7 and 14" are five meetings, and
"A/AC.109/2013 and Add.1, 2014" a document, its addendum and the next document. A number behind a comma can
also be a page, a day or a year; so numbers must rise with about as many digits, nothing but a stop may follow
the last, and the list must show what it is: by "and" or a range, by brackets around it, or by the records of
meetings that it lists, which have no pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.errors import SymbolSyntaxError
from indexer.grammar.patterns import lazy
from indexer.grammar.symbol_series import MODIFIER_WORDS
from indexer.grammar.symbols import DocumentSymbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

_FURTHER: Final = lazy(
    rf"(?:,|,?\sand)\s(?P<mod>{MODIFIER_WORDS}\.\s?\d{{1,3}}(?:/{MODIFIER_WORDS}\.\d{{1,3}})*+)(?![\w/])"
)
_NUMBER: Final = lazy(
    r"(?:(?P<range>-|\sto\s)|,\s|(?P<and>,?\sand\s))(?P<number>[1-9]\d{0,3})(?![\w/]|[.,]\d|\sto\s\D)"
)
_CLOSED: Final = lazy(r"\s?(?:[).;:]|,(?!\s?\d)|$)")
_IN_BRACKETS: Final = lazy(r"(?r)\((?:see\s(?:also\s)?)?", ignore_case=True)
_SERIAL: Final = lazy(r"(?P<before>.*?(?:/|[A-Z]\.))(?P<number>\d+)")
_MEETING: Final = lazy(r".*/(?:PV|SR)\.\d+")
_MODIFIER: Final = lazy(r"(?P<word>[A-Z]\w+)\.(?P<number>\d+)")
_LONGEST_RANGE: Final = 60
"""Documents of one range; more are a slip or no range of documents."""

Found = tuple[int, int, DocumentSymbol]


def find_modified(text: str, position: int, symbol: DocumentSymbol) -> Iterator[Found]:
    """Yield the documents that "and Add.1" behind a symbol names."""
    while match := _FURTHER.match(text, position):
        modified = _modified(symbol, match)
        if modified is None:
            return
        symbol = modified
        yield match.start("mod"), match.end("mod"), symbol
        position = match.end()


def find_shortened(text: str, start: int, end: int, symbol: DocumentSymbol) -> list[Found]:
    """Return the documents behind a symbol, those of which only the numbers are printed too.

    >>> text = "(A/50/13 and Add.1 and 2, 14 and 16-18)"
    >>> [str(further) for _, _, further in find_shortened(text, 1, 8, DocumentSymbol.parse("A/50/13"))]
    ['A/50/13/Add.1', 'A/50/13/Add.2', 'A/50/14', 'A/50/16', 'A/50/17', 'A/50/18']
    """
    found: list[Found] = []
    last, shows, numbered = symbol, _MEETING.fullmatch(symbol.text) is not None, False
    position = end
    while True:
        further: list[DocumentSymbol] = []
        if match := _FURTHER.match(text, position):
            modified = _modified(last, match)
            further = [modified] if modified is not None else []
        elif match := _NUMBER.match(text, position):
            further = _numbered(last, int(match["number"]), is_range=match["range"] is not None)
            shows = shows or match["and"] is not None or match["range"] is not None
            numbered = True
        if match is None or not further:
            break
        place = match.span("mod" if "mod" in match.groupdict() else "number")
        found += [(*place, one) for one in further]
        last, position = further[-1], match.end()
    if not numbered:
        return found
    in_brackets = _IN_BRACKETS.match(text, max(0, start - 12), start) and text.startswith(")", position)
    if (shows or in_brackets) and _CLOSED.match(text, position):
        return found
    return list(find_modified(text, end, symbol))


def _modified(symbol: DocumentSymbol, match: regex.Match[str]) -> DocumentSymbol | None:
    first, _, rest = match["mod"].replace(" ", "").partition("/")
    try:
        symbol = symbol.with_mod(first)
        return symbol.with_mod(rest) if rest else symbol
    except SymbolSyntaxError:
        return None


def _numbered(symbol: DocumentSymbol, number: int, *, is_range: bool) -> list[DocumentSymbol]:
    """Return the documents with a number in place of the last one of a symbol, or up to it."""
    modifier = _MODIFIER.fullmatch(symbol.mods[-1]) if symbol.mods else None
    if modifier and (number == int(modifier["number"]) + 1 or is_range):
        before, last = f"{symbol.text.rpartition('/')[0]}/{modifier['word']}.", int(modifier["number"])
    elif serial := _SERIAL.fullmatch(symbol.family.text):
        before, last = serial["before"], int(serial["number"])
    else:
        return []
    if not number - last > 0 or len(str(number)) > len(str(last)) + 1:
        return []
    numbers = range(last + 1, number + 1) if is_range else (number,)
    if len(numbers) > _LONGEST_RANGE:
        return []
    read = [DocumentSymbol.try_parse(f"{before}{one}") for one in numbers]
    return [one for one in read if one is not None]
