"""A resolution or decision that no document bears the symbol of -> the volumes and reports it stands in.

The resolutions of a session are printed together in a volume with a symbol of its own, and those of a body in
its report.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.addresses import name_act, name_part
from indexer.query.documents import Edition, editions_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.grammar.citations import Citation
    from indexer.store import StoreReader

_ORGANS: Final = {"A": "GA", "S": "SC", "E": "ECOSOC", "A/HRC": "HRC", "E/CN.4": "CHR"}
_KINDS: Final = {"RES": "resolution", "DEC": "decision"}


def editions_of_act(reader: StoreReader, symbol: str) -> list[Edition]:
    """Return what stands of an act in documents of its organ, and of none: only its own records.

    Where it is not there as a whole, its parts are: "802 A (VII)" and "802 B (VII)" of "802 (VII)".
    """
    organ, kind, number = _parted(symbol)
    if organ not in _ORGANS or kind not in _KINDS:
        return []
    name = f"{_KINDS[kind]}-{name_act(number)}"
    if organ == "S" and number.isdigit():  # people leave out the year
        names = {term.partition(".")[0] for term in reader.terms("address", f"{name}-".casefold())}
        return _of(organ, [edition for one in sorted(names) for edition in _within(reader, one)])
    parts = (f"{_KINDS[kind]}-{name_part(name_act(number), letter)}" for letter in ascii_uppercase)
    return _of(organ, _within(reader, name)) or _of(
        organ, [edition for part in parts for edition in _within(reader, part)]
    )


def editions_of_decision(reader: StoreReader, name: str) -> list[Edition]:
    """Return what stands of a decision of a conference, "decision 1/CP.21", whichever documents have it."""
    kind, _, number = name.partition(" ")
    return _within(reader, f"{kind}-{name_act(number)}")


def told(symbol: str, editions: Sequence[Edition]) -> str:
    """Return a sentence that says in which documents an act was found."""
    return f"no document bears the symbol {symbol}; found in {holding(editions)}"


def holding(editions: Sequence[Edition]) -> str:
    """Return the names of the documents that editions are of."""
    held = dict.fromkeys(edition.document.rpartition("@")[0].removeprefix("file:") for edition in editions)
    return ", ".join(held)


def within(citation: Citation, scope: str) -> Citation:
    """Return a citation of an act as one of the document it stands in, where its number is a scope."""
    pinpoints = tuple(
        msgspec.structs.replace(pinpoint, scope=(scope, *pinpoint.scope)) for pinpoint in citation.pinpoints
    )
    return msgspec.structs.replace(citation, pinpoints=pinpoints)


def _parted(symbol: str) -> tuple[str, str, str]:
    """Return the organ, the kind and the number of an act: "A/HRC", "RES" and "16/21"."""
    for kind in _KINDS:
        organ, found, number = symbol.upper().partition(f"/{kind}/")
        if found:
            return organ, kind, number
    return "", "", ""


def _within(reader: StoreReader, scope: str) -> list[Edition]:
    terms = reader.terms("address", f"{scope.casefold()}.")
    numbers = {number for term in terms for number in reader.numbers("address", term)}
    return [edition._replace(scope=scope) for edition in editions_of(reader, numbers)]


def _of(organ: str, editions: list[Edition]) -> list[Edition]:
    return [edition for edition in editions if edition.places[0].row.body in (_ORGANS[organ], None)]
