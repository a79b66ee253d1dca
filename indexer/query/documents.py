"""A document as it was asked for -> its records in the index, or what comes nearest to its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.grammar.patterns import lazy
from indexer.grammar.symbol_spelling import key_of, split_joint
from indexer.grammar.symbols import DocumentSymbol
from indexer.query.citing import citing_terms
from indexer.store.terms import natural_key, symbol_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.store import StoreReader
    from indexer.store.terms import Row

_NEAREST = 3
"""Names that are proposed."""

_LONGEST_ENDING = 4
"""Letters of a language or a format at the end of a file's name."""

_NO_SIGNS = dict.fromkeys(map(ord, "/-.()[]_ "))
_PARTS = lazy(r"[\p{L}\d]+")


class Place(NamedTuple):
    """A record that is not read yet: the engine's number, and its row."""

    number: int
    row: Row


class Edition(NamedTuple):
    """One copy of a document in one language, with its records in order; or what stands of an act in it.

    The scope is then that of the act.
    """

    document: str
    language: str
    copy: int
    places: tuple[Place, ...]
    scope: str = ""


def editions_of_symbol(reader: StoreReader, key: str) -> list[Edition]:
    """Return every language and copy of a document, known by the key of one or all of its symbols."""
    return editions_of(reader, numbers_of_symbol(reader, key))


def numbers_of_symbol(reader: StoreReader, key: str) -> list[int]:
    """Return the numbers of the records of a document, known as above."""
    return sorted(_bearing(reader, terms_of_symbol(reader, key)))


def terms_of_symbol(reader: StoreReader, key: str) -> list[str]:
    """Return the terms that a document with a symbol bears: several for "a/76/667-s/2022/64"."""
    whole = ["=" + key]
    if "-" not in key or reader.numbers("symbol", whole[0]):
        return whole
    terms = ["=" + part for part in _parts(key)]
    return terms if _bearing(reader, terms) else whole


def _bearing(reader: StoreReader, terms: Iterable[str]) -> set[int]:
    """Return the records that bear all of some terms of symbols."""
    first, *others = (set(reader.numbers("symbol", term)) for term in terms)
    return first.intersection(*others)


def _parts(key: str) -> list[str]:
    """Return the keys of the symbols that are printed as one."""
    return [key_of(part) for part in split_joint(key)]


def held_symbol(reader: StoreReader, name: str) -> DocumentSymbol | None:
    """Return the symbol that a name is to the letter, when a document bears it: it need not be read then."""
    lowered = name.lower()
    for key in (lowered, lowered.partition("(")[0]):  # the year of a resolution is no part of the key
        numbers = reader.numbers("symbol", "=" + key)
        if numbers and reader.row_at(numbers[0]).symbol == name:
            return DocumentSymbol(text=name, key=key)
    return None


def symbols_of_case(reader: StoreReader, number: str) -> list[str]:
    """Return the symbols of the views on a communication, known by its number: "2038/2011"."""
    number, _, year = number.partition("/")
    found = []
    for key in _keys(reader):
        parts = key.split("/")
        if parts[-1] == year and len(parts) > 2 and parts[-3] == "d" and _is_among(number, parts[-2]):
            found.append(_printed(reader, key))
    return found


def _is_among(number: str, joined_numbers: str) -> bool:
    first, _, last = joined_numbers.partition("-")
    if not (number.isdigit() and first.isdigit() and last.isdigit()):
        return number.casefold() == joined_numbers
    return int(first) <= int(number) <= int(last)


def editions_of(reader: StoreReader, numbers: Iterable[int]) -> list[Edition]:
    """Return the records with some numbers by document, language and copy."""
    places = sorted(
        (Place(number, reader.row_at(number)) for number in numbers), key=lambda place: place.row.sort
    )
    groups: dict[tuple[str, int], list[Place]] = {}
    for place in places:
        groups.setdefault((place.row.document, place.row.copy), []).append(place)
    return [
        Edition(document, document.rpartition("@")[2], copy, tuple(held))
        for (document, copy), held in groups.items()
    ]


def joined(editions: list[Edition]) -> list[Edition]:
    """Return one edition for each document, that holds the records of all its copies."""
    groups: dict[tuple[str, str], list[Edition]] = {}
    for edition in editions:
        groups.setdefault((edition.document, edition.scope), []).append(edition)
    return [
        held[0]._replace(places=tuple(place for edition in held for place in edition.places))
        for held in groups.values()
    ]


def missing_symbol(reader: StoreReader, symbol: str) -> str:
    """Return a sentence that says that a document is not there, and which are nearest or who cites it."""
    key = symbol_key(symbol)
    under = reader.numbers("symbol", key)
    if under:
        held = sorted({reader.row_at(number).symbol or "" for number in under}, key=natural_key)
        shown = ", ".join(held[:_NEAREST])
        more = f" and {len(held) - _NEAREST} more" if len(held) > _NEAREST else ""
        return f"no document has the symbol {symbol}; those that begin so: {shown}{more}"
    parts = _parts(key)
    borne = [_printed(reader, part) for part in parts if reader.numbers("symbol", "=" + part)]
    if len(parts) > 1 and borne:
        each = f"{borne[0]} is" if len(borne) == 1 else f"{listed(borne, 'and')} are, of different documents"
        return f"{symbol} is not in the index; {each}"
    near = _nearest_symbols(reader, key)
    is_same = bool(near) and _PARTS.findall(near[0]) == _PARTS.findall(key)
    named = "" if is_same else _named_so(reader, key)
    citing = len(
        {number for term in citing_terms(reader, symbol) for number in reader.numbers("cites", term)}
    )
    if citing:
        cite = "1 paragraph cites it" if citing == 1 else f"{citing:,} paragraphs cite it"
        return f"{symbol} is not in the index; {cite} (cites:{symbol.replace(' ', '')}){named}"
    meant = f"; did you mean {listed([_printed(reader, term) for term in near])}?" if near else ""
    return f"{symbol} is not in the index{named}{meant}"


def _named_so(reader: StoreReader, key: str) -> str:
    """Return which file bears the symbol in its name, and what came of it, as the end of a sentence."""
    parts = _PARTS.findall(key)
    if len(parts) < 2:
        return ""

    def is_meant(path: str) -> bool:
        name = path.rpartition("/")[2].casefold()
        is_like = name.startswith(parts[0]) and all(part in name for part in parts)
        found = _PARTS.findall(name) if is_like else []
        return found[: len(parts)] == parts and all(map(_is_ending, found[len(parts) :]))

    for term in reader.held("file", "path:"):
        path = term.removeprefix("path:")
        if is_meant(path):
            symbols = {reader.row_at(number).symbol for number in reader.numbers("file", term)}
            printed = listed(sorted(filter(None, symbols)), "and") if any(symbols) else "no symbol"
            return f"; the file {path} is named so, and {printed} is printed in it"
    failed = next((entry for entry in reader.failures() if is_meant(entry.path)), None)
    return f"; the file {failed.path} is named so, and could not be read: {failed.reason}" if failed else ""


def _is_ending(part: str) -> bool:
    """Return whether a part of a file's name is a language or a format: "en", "docx"."""
    return part.isalpha() and len(part) <= _LONGEST_ENDING


def _nearest_symbols(reader: StoreReader, key: str) -> list[str]:
    """Return the keys of symbols that were probably meant, those without a wrong digit first."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for what is not there
    from rapidfuzz.process import extract_iter  # noqa: PLC0415 - as above

    known = list(_keys(reader))
    bare, behind_organ = key.translate(_NO_SIGNS), f"/{key}"
    longer = {key.rpartition("/")[0], key.partition("(")[0]} - {key}
    same = [
        other
        for other in known
        if other in longer
        or (other.endswith(behind_organ) and other.partition("/")[2] == key)
        or (other.translate(_NO_SIGNS) == bare and _PARTS.findall(key) == _PARTS.findall(other))
    ]
    near = [other for other, *_ in extract_iter(key, known, scorer=OSA.distance, score_cutoff=1)]
    slips = [other for other in near if _is_slip(key, other)]
    return list(dict.fromkeys([*sorted(same, key=natural_key), *sorted(slips, key=natural_key)]))[:_NEAREST]


def _is_slip(key: str, other: str) -> bool:
    """Return whether symbols that differ in one character are of a series, and of as many numbers."""
    (series, numbers), (its_series, its_numbers) = _parted(key), _parted(other)
    return key != other and series == its_series and len(numbers) == len(its_numbers)


def _parted(key: str) -> tuple[list[str], list[str]]:
    """Return the parts of a symbol that name its series, and those from the first number on."""
    parts = key.split("/")
    count = next((nth for nth, part in enumerate(parts) if part[:1].isdigit()), len(parts) - 1)
    return parts[:count], parts[count:]


def symbols_ending(reader: StoreReader, text: str) -> list[str]:
    """Return the symbols of the index that end with the words and numbers of a text, some of them."""
    parts = _PARTS.findall(text.casefold())
    known = _keys(reader) if len(parts) > 1 else ()
    found = [key for key in known if _PARTS.findall(key)[-len(parts) :] == parts]
    return [_printed(reader, key) for key in sorted(found, key=natural_key)[:_NEAREST]]


def symbols_with(reader: StoreReader, number: str) -> list[str]:
    """Return the symbols of the index that have a number as one of their parts."""
    return [_printed(reader, key) for key in _keys(reader) if number in _PARTS.findall(key)]


def _keys(reader: StoreReader) -> Iterator[str]:
    """Yield the keys of all symbols of the index."""
    return (term.removeprefix("=") for term in reader.held("symbol", "="))


def _printed(reader: StoreReader, key: str) -> str:
    """Return a symbol as it is printed."""
    for number in reader.numbers("symbol", "=" + key):
        symbol = reader.row_at(number).symbol
        if symbol and symbol_key(symbol) == key:
            return symbol
    return key.upper()


def listed(names: Sequence[str], last: str = "or") -> str:
    """Return names as a sentence lists them.

    >>> listed(["a", "b", "c"])
    'a, b or c'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
