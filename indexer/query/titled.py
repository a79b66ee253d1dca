"""An instrument that no document bears the symbol of -> the files that have its name as their title.

A copy of a declaration or convention from a web site has no symbol printed, and no annexes around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.characters import fold_characters
from indexer.query.files import editions_of_file
from indexer.store.terms import symbol_key

if TYPE_CHECKING:
    from indexer.grammar.citations import Citation
    from indexer.grammar.instruments import Instrument
    from indexer.query.documents import Edition
    from indexer.store import StoreReader

_QUOTES = "\"'“”«»《》 "


def editions_of_title(reader: StoreReader, citation: Citation) -> list[Edition]:
    """Return the documents without a symbol that are the instrument of a citation, by their titles."""
    names = instrument_names(citation)
    if not names:
        return []
    found: list[Edition] = []
    for document in reader.terms("document", "file:"):
        row = reader.row_at(reader.numbers("document", document)[0])
        if _folded(row.title) in names:
            held = editions_of_file(reader, row.source.path)
            found.extend(edition for edition in held if edition.document == document)
    return found


def without_scopes(citation: Citation) -> Citation:
    """Return a citation of an instrument that stands alone, and in the annex of no resolution."""
    bare = tuple(msgspec.structs.replace(pinpoint, scope=()) for pinpoint in citation.pinpoints)
    return msgspec.structs.replace(citation, pinpoints=bare)


def instrument_names(citation: Citation) -> frozenset[str]:
    """Return what the instrument is called: of several in one document, that in the annex that is cited."""
    from indexer.grammar.instruments import load_instruments  # noqa: PLC0415 - only for what is not there

    key = citation.symbol.key if citation.symbol is not None else ""
    same = [one for one in load_instruments() if symbol_key(one.symbol) == key]
    scopes = {".".join(pinpoint.scope) for pinpoint in citation.pinpoints}
    meant = [one for one in same if one.scope in scopes] or same
    typed = _folded(citation.text)  # both Covenants stand in one annex
    meant = [one for one in meant if any(name in typed for name in _called(one))] or meant
    return frozenset(_folded(name) for one in meant for name in one.folded_names())


def _called(instrument: Instrument) -> list[str]:
    return [*map(_folded, instrument.folded_names()), *map(str.casefold, instrument.acronyms)]


def _folded(title: str) -> str:
    return " ".join(fold_characters(title).casefold().split()).strip(_QUOTES)
