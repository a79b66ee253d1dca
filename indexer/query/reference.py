"""A reference -> the citation that it is, as far as the index can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.citations import Citation, parse_citation
from indexer.grammar.symbols import DocumentSymbol, symbol_prefix
from indexer.grammar.usual_citations import names_file, read_usual
from indexer.query.documents import (
    held_symbol,
    listed,
    missing_symbol,
    numbers_of_symbol,
    symbols_ending,
    symbols_of_case,
)
from indexer.query.files import editions_of_file

if TYPE_CHECKING:
    from indexer.query.shown import Said
    from indexer.store import StoreReader

_PLACE = 8
"""Words that name a place, at most."""


def read_reference(reader: StoreReader, text: str, said: Said) -> Citation | None:
    """Return the citation, with its document; None when there is none, which is then told.

    Args:
        reader: Of the index, which knows symbols of unusual form, files, and the views on communications.
        text: The reference without the copy that it wants.
        said: Where to tell.

    Raises:
        CitationSyntaxError: The reference cannot be read, or names no document or several.
    """
    try:
        usual = read_usual(text, lambda name: held_symbol(reader, name))
        citation = usual or parse_citation(text)
    except (CitationSyntaxError, SymbolSyntaxError) as error:
        path = text.removeprefix("file:")
        if editions_of_file(reader, path):
            return Citation(text=text, file=path)
        if named := _behind_file(reader, path):
            return named
        from indexer.query.pasted import citation_in, names_several  # noqa: PLC0415 - most can be read

        pasted = citation_in(text, lambda cited: _document_of(reader, cited))
        if pasted is None:
            from indexer.query.headed import missing_heading, read_headed  # noqa: PLC0415 - as above

            if (headed := read_headed(reader, text)) is not None:
                return headed
            if names := names_several(text):
                listed_names = ", ".join(f"“{name}”" for name in names)
                message = f"several documents are cited; give each as a reference of its own: {listed_names}"
                raise CitationSyntaxError(message, source=text, span=(0, len(text))) from error
            if missing := missing_heading(reader, text):
                said.misses.append(missing)
            else:
                _tell_unread(reader, text, error, said)
            return None
        said.notices.append(f"read as {pasted[0]}")
        citation = pasted[1]
    if citation.relation == "case":
        return _case(reader, citation, said)
    if citation.document is None and citation.relation != "act":
        what = "its symbol or its file before the place"
        if citation.relation == "ibid":
            what = "the symbol of the one cited before in place of “ibid.”"
        message = f"which document? Put {what}, as in A/HRC/9/8, para. 10"
        raise CitationSyntaxError(message, source=text, span=(0, len(text)))
    return citation


def _behind_file(reader: StoreReader, text: str) -> Citation | None:
    """Return the citation of a place that stands behind the name of a file without a comma."""
    words = text.split(" ")
    for count in range(len(words) - 1, max(0, len(words) - _PLACE), -1):
        file = " ".join(words[:count])
        if names_file(file) or editions_of_file(reader, file):
            try:
                return parse_citation(f"{file}, {' '.join(words[count:])}")
            except (CitationSyntaxError, SymbolSyntaxError):
                return None
    return None


def _tell_unread(
    reader: StoreReader, text: str, error: CitationSyntaxError | SymbolSyntaxError, said: Said
) -> None:
    """Tell which documents begin as a reference does that is none; complain of anything else."""
    begun = symbol_prefix(text)
    if begun is not None:
        said.misses.append(missing_symbol(reader, begun))
    elif isinstance(error, SymbolSyntaxError):
        near = symbols_ending(reader, text[slice(*error.span)])
        told = f"not a document symbol; did you mean {listed(near)}?" if near else error.message
        said.misses.append(f"{text}: {told}")
    else:
        raise error


def _document_of(reader: StoreReader, citation: Citation) -> str:
    """Return what tells a document from others; one with several symbols is one."""
    if citation.symbol is None:
        return citation.name
    numbers = numbers_of_symbol(reader, citation.symbol.key)
    return reader.row_at(numbers[0]).document if numbers else citation.symbol.key


def _case(reader: StoreReader, citation: Citation, said: Said) -> Citation | None:
    """Return the citation of the views on a communication, whose symbol only the index knows."""
    symbols = symbols_of_case(reader, citation.name)
    if len(symbols) != 1:
        held = f"; several are: {', '.join(symbols)}" if symbols else ""
        said.misses.append(f"no views on communication No. {citation.name} are known by it alone{held}")
        return None
    said.notices.append(f"communication No. {citation.name} is {symbols[0]}")
    return msgspec.structs.replace(citation, symbol=DocumentSymbol.parse(symbols[0]), relation="")
