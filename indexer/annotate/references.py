"""Records -> the documents and paragraphs that they cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from indexer.grammar.citations import Citation, find_citations
from indexer.grammar.symbols import DocumentSymbol
from indexer.model import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import Footnote, Record

LARGEST_COUNT: Final = 250
"""Places taken from one citation; "paras. 1-219" is real, longer lists are misread tables."""
_OPENING: Final = 12
"""An "Ibid." that begins this early opens its note ("See ibid."), and means the note before."""


@dataclass(slots=True)
class CitationTrail:
    """What was cited last in a document, for "ibid.".

    Only what is certain is kept: one document in the note before, and that note's number one less than this
    one's.

    Attributes:
        note_target: The only document that the last note cites.
        note_mark: The mark of the last note.
    """

    note_target: DocumentSymbol | None = None
    note_mark: str = ""

    def antecedent(self, mark: str) -> DocumentSymbol | None:
        """Return what "ibid." at the beginning of a note means, None when it is not certain."""
        follows = self.note_mark.isdecimal() and mark.isdecimal() and int(mark) == int(self.note_mark) + 1
        return self.note_target if follows else None


def find_references(record: Record, trail: CitationTrail | None = None) -> tuple[Reference, ...]:
    """Return the references of a record, those of its text first and then those of its footnotes.

    A citation of several paragraphs gives one reference for each. References in a footnote stand, with no
    length, at the place that refers to the note; their citation is the note's wording.

    Args:
        record: With text and footnotes.
        trail: What the document cited before; brought up to date here.
    """
    trail = CitationTrail() if trail is None else trail
    own = DocumentSymbol.try_parse(record.symbol) if record.symbol else None
    found: list[Reference] = []
    last: DocumentSymbol | None = None
    for start, end, citation in find_citations(record.text, body=record.body):
        resolved = citation.resolve(antecedent=last, own=own)
        found.extend(_to_references(resolved, own, start, end))
        last = None if resolved.relation == "self" else resolved.symbol or last
    for note in record.footnotes:
        place = len(record.text) if note.at is None else note.at
        for citation in _resolve_note(note, trail, own, record.body):
            found.extend(_to_references(citation, own, place, place))
    return tuple(found)


def _resolve_note(
    note: Footnote, trail: CitationTrail, own: DocumentSymbol | None, body: str | None
) -> list[Citation]:
    """Return the citations of a note with their documents, and remember what the note cites."""
    found: list[Citation] = []
    last: DocumentSymbol | None = None
    for start, _, citation in find_citations(note.text, body=body):
        opens = not found and start <= _OPENING
        antecedent = trail.antecedent(note.mark) if opens else last
        resolved = citation.resolve(antecedent=antecedent, own=own)
        found.append(resolved)
        last = None if resolved.relation == "self" else resolved.symbol
    targets = {citation.symbol for citation in found}
    trail.note_target = found[0].symbol if len(targets) == 1 and found[0].relation != "self" else None
    trail.note_mark = note.mark
    return found


def _to_references(
    citation: Citation, own: DocumentSymbol | None, start: int, end: int
) -> Iterator[Reference]:
    """Yield one reference for each place of a citation whose document is known."""
    symbol, addresses = citation.symbol, citation.addresses[:LARGEST_COUNT]
    if symbol is None or (not addresses and own is not None and symbol in {own, *own.aliases}):
        return  # its own symbol, as it stands in running heads
    for address in addresses or (None,):
        yield Reference(citation=citation.text, target=symbol.text, address=address, start=start, end=end)
