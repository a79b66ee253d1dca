"""A document as it was asked for -> its records in the index, or what comes nearest to its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.store.terms import natural_key, symbol_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.store import StoreReader
    from indexer.store.terms import Row

_NEAREST = 3
"""Names that are proposed."""

_LOOKED_AT = 12
"""Names that are compared part by part, the likest ones."""

_LIKENESS = 0.75
"""Share of equal letters from which a name is proposed (difflib's ratio); one wrong digit leaves 0.9."""


_PARTS = regex.compile(r"[\p{L}\d]+")


class Place(NamedTuple):
    """A record that is not read yet: the engine's number, and its row."""

    number: int
    row: Row


class Edition(NamedTuple):
    """One copy of a document in one language, with its records in order."""

    document: str
    language: str
    copy: int
    places: tuple[Place, ...]


def editions_of_symbol(reader: StoreReader, key: str) -> list[Edition]:
    """Return every language and copy of a document, known by the key of its symbol or one of its symbols."""
    return _editions(reader, reader.numbers("symbol", "=" + key))


def symbols_of_case(reader: StoreReader, number: str) -> list[str]:
    """Return the symbols of the views on a communication, known by its number: "2038/2011"."""
    number, _, year = number.partition("/")
    found = []
    for term in reader.terms("symbol", "="):
        parts = term.removeprefix("=").split("/")
        if parts[-1] == year and len(parts) > 2 and parts[-3] == "d" and _is_among(number, parts[-2]):
            found.append(_printed(reader, term.removeprefix("=")))
    return found


def _is_among(number: str, joined_numbers: str) -> bool:
    first, _, last = joined_numbers.partition("-")
    if not (number.isdigit() and first.isdigit() and last.isdigit()):
        return number.casefold() == joined_numbers
    return int(first) <= int(number) <= int(last)


def editions_of_file(reader: StoreReader, name: str) -> list[Edition]:
    """Return the documents read from a file, known by its path or by the last part of it."""
    numbers = reader.numbers("file", f"path:{name}")
    if not numbers:
        paths = [term for term in reader.terms("file", "path:") if _is_end(term.removeprefix("path:"), name)]
        numbers = [number for path in paths for number in reader.numbers("file", path)]
    return _editions(reader, numbers)


def _is_end(path: str, name: str) -> bool:
    return path.casefold() == name.casefold() or path.casefold().endswith("/" + name.casefold())


def _editions(reader: StoreReader, numbers: Iterable[int]) -> list[Edition]:
    places = sorted(
        (Place(number, reader.row_at(number)) for number in numbers), key=lambda place: place.row.sort
    )
    groups: dict[tuple[str, int], list[Place]] = {}
    for place in places:
        groups.setdefault((place.row.document, place.row.copy), []).append(place)
    return [
        Edition(document, held[0].row.language, copy, tuple(held))
        for (document, copy), held in groups.items()
    ]


def preferred(editions: list[Edition], language: str | None) -> tuple[list[Edition], list[Edition]]:
    """Return the editions to answer from, and the others: those in English, unless told otherwise.

    Args:
        editions: Of one document.
        language: Two letters, "all", or None.
    """
    if language == "all":
        return editions, []
    if language is None:
        languages = [edition.language for edition in editions]
        language = "en" if "en" in languages else min(languages, default="")
    chosen = [edition for edition in editions if edition.language == language]
    return chosen, [edition for edition in editions if edition.language != language]


def joined(editions: list[Edition]) -> list[Edition]:
    """Return one edition for each document, that holds the records of all its copies."""
    groups: dict[str, list[Edition]] = {}
    for edition in editions:
        groups.setdefault(edition.document, []).append(edition)
    return [
        held[0]._replace(places=tuple(place for edition in held for place in edition.places))
        for held in groups.values()
    ]


def missing_symbol(reader: StoreReader, symbol: str) -> str:
    """Return a sentence that says that a document is not there, and which are nearest."""
    key = symbol_key(symbol)
    under = reader.numbers("symbol", key)
    if under:
        held = sorted({reader.row_at(number).symbol or "" for number in under}, key=natural_key)
        shown = ", ".join(held[:_NEAREST])
        more = f" and {len(held) - _NEAREST} more" if len(held) > _NEAREST else ""
        return f"no document has the symbol {symbol}; those that begin so: {shown}{more}"
    import difflib  # noqa: PLC0415 - only for what is not there

    known = [term.removeprefix("=") for term in reader.terms("symbol", "=")]
    alike = difflib.get_close_matches(key, known, n=_LOOKED_AT, cutoff=_LIKENESS)
    near = [term for term in alike if _differing(term, key) <= 1]
    near.sort(key=lambda term: _differing(term, key) > 0)  # DP-FPA for DP/FPA
    near = near[:_NEAREST]
    base = key.partition("(")[0]
    if base != key and base in known:  # a volume, or a number in brackets
        near = [base, *(term for term in near if term != base)][:_NEAREST]
    if not near:
        return f"{symbol} is not in the index"
    names = [_printed(reader, term) for term in near]
    return f"{symbol} is not in the index; did you mean {listed(names)}?"


def _differing(one: str, other: str) -> int:
    """Return in how many letters and digits two symbols differ, part by part; 1 where one has more parts."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for what is not there

    left, right = _PARTS.findall(one), _PARTS.findall(other)
    return sum(map(OSA.distance, left, right)) if len(left) == len(right) else 1


def symbols_with(reader: StoreReader, number: str) -> list[str]:
    """Return the symbols of the index that have a number as one of their parts."""
    known = [term.removeprefix("=") for term in reader.terms("symbol", "=")]
    return [_printed(reader, term) for term in known if number in _PARTS.findall(term)]


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


def missing_file(reader: StoreReader, name: str) -> str:
    """Return a sentence that says that a file is not there, and which are nearest."""
    import difflib  # noqa: PLC0415 - as above

    known = [term.removeprefix("path:") for term in reader.terms("file", "path:")]
    near = difflib.get_close_matches(name, known, n=_NEAREST, cutoff=_LIKENESS / 2)
    return f"{name} is not in the index" + (f"; did you mean {listed(near)}?" if near else "")
