"""Records -> the documents and paragraphs that they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.citations import Citation, find_citations
from indexer.grammar.patterns import lazy
from indexer.grammar.symbols import DocumentSymbol
from indexer.model import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Footnote, Record

LARGEST_COUNT: Final = 250
"""Places taken from one citation; "paras. 1-219" is real, longer lists are misread tables."""
_ADOPTED: Final = lazy(r"(?:resolutions?|résolution|resolución|резолюции|decisions?)$", ignore_case=True)
_OPENING: Final = 12
"""An "Ibid." that begins this early opens its note ("See ibid."), and means the note before."""


class CitationTrail(msgspec.Struct):
    """What was cited before in a document, for "ibid.", "footnote 5 above" and communications.

    Only what is certain is kept. "Ibid." in a note means the only document in the note before, whose number
    is one less; in the first note, the only document that its paragraph cites. "Ibid." in a text means what
    was cited last before it in the same record, its notes included, or last in the text of the record right
    before. A source that is not known, a second one in the same note, a place in the document itself, or a
    record without any citation ends the trail.

    Attributes:
        note_target: The only document that the last note cites.
        note_mark: The mark of the last note.
        text_target: What the text of the last record cited last.
        order: The order of that record.
        notes: The only document that each note cites, by its mark; the latest where marks begin again.
        cases: The symbols of communications, by number.
    """

    note_target: DocumentSymbol | None = None
    note_mark: str = ""
    text_target: DocumentSymbol | None = None
    order: int = -1
    notes: dict[str, DocumentSymbol | None] = {}
    cases: dict[str, DocumentSymbol | None] = {}

    def before_note(self, mark: str, in_text: set[DocumentSymbol]) -> DocumentSymbol | None:
        """Return what "ibid." at the beginning of a note means, None when it is not certain."""
        if not self.note_mark:
            return next(iter(in_text)) if len(in_text) == 1 and mark == "1" else None
        follows = self.note_mark.isdecimal() and mark.isdecimal() and int(mark) == int(self.note_mark) + 1
        return self.note_target if follows else None

    def add_note(self, mark: str, citations: Sequence[Citation]) -> None:
        """Remember what a note cites."""
        targets = {citation.symbol for citation in citations}
        self.note_target = (
            citations[0].symbol if len(targets) == 1 and citations[0].relation != "self" else None
        )
        self.note_mark = mark
        self.notes[mark] = self.note_target

    def add_case(self, symbol: DocumentSymbol | None) -> None:
        """Remember a symbol that belongs to a communication."""
        if symbol is not None and "/D/" in symbol.text:
            self.cases["/".join(symbol.components[-2:])] = symbol


def find_references(record: Record, trail: CitationTrail | None = None) -> tuple[Reference, ...]:
    """Return the references of a record, those of its text first and then those of its footnotes.

    A citation of several paragraphs gives one reference for each. References in a footnote stand, with no
    length, at the place that refers to the note; their citation is the note's wording.

    Args:
        record: With text and footnotes.
        trail: What the document cited before; brought up to date here.
    """
    trail = CitationTrail() if trail is None else trail
    in_text = list(find_citations(record.text, body=record.body))
    if not in_text and not record.footnotes:
        return ()
    own = DocumentSymbol.try_parse(record.symbol) if record.symbol else None
    for _, _, citation in in_text:
        trail.add_case(citation.symbol)
    named = {citation.symbol for _, _, citation in in_text if citation.symbol is not None}
    noted: list[Reference] = []
    cited_by_notes: list[tuple[int, DocumentSymbol | None]] = []
    for note in record.footnotes:
        place = len(record.text) if note.at is None else note.at
        for citation in _resolve_note(note, trail, own, named, record.body):
            noted.extend(_to_references(citation, own, place, place))
        cited_by_notes.append((place, trail.note_target))
    found: list[Reference] = []
    last = trail.text_target if record.order == trail.order + 1 else None
    for start, end, citation in in_text:
        while cited_by_notes and cited_by_notes[0][0] <= start:
            last = cited_by_notes.pop(0)[1]
        resolved = citation.resolve(antecedent=last, own=own, notes=trail.notes, cases=trail.cases)
        found.extend(_to_references(resolved, own, start, end))
        last = None if resolved.relation == "self" else resolved.symbol
    trail.text_target = None if cited_by_notes or not in_text else last
    trail.order = record.order
    return (*found, *noted)


def _resolve_note(
    note: Footnote,
    trail: CitationTrail,
    own: DocumentSymbol | None,
    in_text: set[DocumentSymbol],
    body: str | None,
) -> list[Citation]:
    """Return the citations of a note with their documents, and remember what the note cites."""
    found: list[Citation] = []
    last: DocumentSymbol | None = None
    for start, _, citation in find_citations(note.text, body=body):
        opens = not found and start <= _OPENING
        antecedent = trail.before_note(note.mark, in_text) if opens else last
        trail.add_case(citation.symbol)
        resolved = citation.resolve(antecedent=antecedent, own=own, notes=trail.notes, cases=trail.cases)
        found.append(resolved)
        last = None if resolved.relation == "self" else resolved.symbol
    trail.add_note(note.mark, found)
    return found


def _speaks_of_itself(citation: Citation, own: DocumentSymbol | None) -> bool:
    """Tell whether "this resolution" can be the document: a report speaks of one that it cites or quotes."""
    is_adopted = own is not None and (own.is_resolution or own.is_decision or own.is_draft)
    return is_adopted or _ADOPTED.search(citation.text) is None


def _to_references(
    citation: Citation, own: DocumentSymbol | None, start: int, end: int
) -> Iterator[Reference]:
    """Yield one reference for each place of a citation whose document is known."""
    symbol, addresses = citation.symbol, citation.addresses[:LARGEST_COUNT]
    if citation.relation == "self" and not _speaks_of_itself(citation, symbol):
        return
    if symbol is None or (not addresses and own is not None and symbol in {own, *own.aliases}):
        return  # its own symbol, as it stands in running heads
    for address in addresses or (None,):
        yield Reference(citation=citation.text, target=symbol.text, address=address, start=start, end=end)
