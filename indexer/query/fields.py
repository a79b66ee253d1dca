"""Values of a field -> the terms they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.body_names import find_bodies
from indexer.query.citing import citing_terms
from indexer.query.documents import numbers_of_symbol, terms_of_symbol
from indexer.query.files import file_terms, file_terms_below, is_file
from indexer.query.language_names import language_code
from indexer.query.leaf_nodes import Prefix, Range, Symbol
from indexer.query.values import in_range
from indexer.store.terms import cite_terms, number_key, symbol_key

if TYPE_CHECKING:
    from indexer.grammar.citations import Citation
    from indexer.query.tree import Node
    from indexer.store import StoreReader


def field_terms(reader: StoreReader, name: str, node: Node) -> tuple[str, list[str]]:
    """Return the engine's field and the terms that answer a value, none when nothing does."""
    if isinstance(node, Range):
        return name, [term for term in reader.terms(name) if in_range(term, node)]
    text = str(getattr(node, "text", node))
    if name == "symbol" and (below := _files_below(reader, node, text)):
        return "file", below
    if name == "symbol" and is_file(text):
        return "file", file_terms(reader, text)
    if name == "symbol" and len(terms_of_symbol(reader, symbol_key(text))) > 1:
        numbers = numbers_of_symbol(reader, symbol_key(text))
        return "document", sorted({reader.row_at(number).document for number in numbers})
    if name == "symbol":
        return name, _symbol_terms(reader, node, text)
    if name == "cites":
        return name, _cited_terms(reader, node, text)
    if name == "entity":
        return name, _entity_terms(reader, node, text)
    if name == "body" and not isinstance(node, Prefix):
        return name, [body.casefold() for body in find_bodies(text)]
    key = _key(name, text)
    if name == "date" or isinstance(node, Prefix):
        return name, list(reader.terms(name, key))
    return name, [key]


def _key(name: str, text: str) -> str:
    if name == "number":
        return number_key(text)
    if name == "lang":
        return language_code(text)
    if name == "position":
        return _position(text)
    if name in {"page", "year"}:
        return str(int(text)) if text.isdigit() else text
    return text.strip().casefold()


def _position(text: str) -> str:
    from indexer.grammar.positions import called_position  # noqa: PLC0415 - only queries for position: need it

    return called_position(text) or text.strip().casefold()


def _symbol_terms(reader: StoreReader, node: Node, text: str) -> list[str]:
    """Return the terms of all documents whose symbol is, or begins with, the text."""
    key = symbol_key(text)
    if key.endswith("/") or not isinstance(node, Prefix):
        return [key.rstrip("/")]
    if isinstance(node, Symbol):
        return [key]
    return list(reader.terms("symbol", key))


def _files_below(reader: StoreReader, node: Node, text: str) -> list[str]:
    """Return the terms of files that begin with what no symbol begins with: "reports/*"."""
    is_begun = isinstance(node, Prefix) or (isinstance(node, Symbol) and node.under) or text.endswith("*")
    if not is_begun or any(len(reader.numbers("symbol", term)) for term in _symbol_terms(reader, node, text)):
        return []
    return file_terms_below(reader, text.rstrip("*") + "/" * isinstance(node, Symbol))


def _cited_terms(reader: StoreReader, node: Node, text: str) -> list[str]:
    from indexer.grammar.citations import parse_citation  # noqa: PLC0415 - only queries for cites: need it

    if isinstance(node, Prefix):
        return list(reader.terms("cites", symbol_key(text)))
    return cited_places(reader, parse_citation(text))


def cited_places(reader: StoreReader, citation: Citation) -> list[str]:
    """Return the terms of the records that cite a place of a citation, or its document without any.

    References lead to units: what cites a page or a section is not known.
    """
    if citation.symbol is None:
        return []
    symbol = str(citation.symbol)
    if not citation.pinpoints:
        return citing_terms(reader, symbol)
    places = [str(one.address) for one in citation.expand() if one.address is not None]
    return [f"{term}#{place.casefold()}" for place in places for term in cite_terms(symbol, None)]


def _entity_terms(reader: StoreReader, node: Node, text: str) -> list[str]:
    from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - only queries for entity: need it

    key = text.casefold()
    if isinstance(node, Prefix):
        return [term for term in reader.terms("entity") if term.casefold().startswith(key)]
    entity = Gazetteer.load().resolve(text)
    return [entity.id] if entity else [term for term in reader.terms("entity") if term.casefold() == key]
