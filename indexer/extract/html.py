"""Web pages -> lines, a block of text each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from indexer.errors import LimitError
from indexer.extract.characters import printable, single_spaced
from indexer.extract.flow import BREAK, Piece, is_blank
from indexer.extract.html_elements import BLOCKS, HEADINGS, SKIPPED, text_length
from indexer.extract.html_faces import indent_of, is_bold, is_centred, is_italic, is_raised, is_underlined
from indexer.extract.html_facts import page_title, published
from indexer.extract.html_furniture import furniture_role, is_text_part
from indexer.extract.html_lines import LineSetter, State
from indexer.extract.html_links import link_bars
from indexer.extract.html_lists import ItemCounter
from indexer.extract.html_notes import is_note, leads_back, linked_notes
from indexer.extract.html_placed import read_placed
from indexer.extract.html_source import parse_page
from indexer.extract.html_tables import cells_of, table_kind
from indexer.extract.tables import Cell, sheet_row
from indexer.model import ExtractedDocument, Page

if TYPE_CHECKING:
    from indexer.model import SourceFile

MOST_BYTES = 32 << 20
"""The longest report as a web page is some 5 MB; the tree of elements takes ten times the bytes."""


class HtmlExtractor:
    """Reads web pages; what surrounds the text of a page is kept apart as heads and feet."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """One page of lines.

        Raises:
            DamagedReportError: The bytes are no text.
            EmptyReportError: There is nothing in the page.
            LimitError: The page is too large to be a report.
        """
        if source.size > MOST_BYTES:
            raise LimitError(source.path, f"{source.size >> 20} MB is too large for a web page")
        with open(source.location, "rb") as stream:  # noqa: PTH123 -- the path may hold undecodable bytes
            root = parse_page(stream.read(), source)
        return read_page(root, source, page_title(root), published(root))


def read_page(root: Any, source: SourceFile, title: str, date: str | None = None) -> ExtractedDocument:
    """One page of lines, for the elements of a web page, and the title and the date that it states.

    A page that was made of a PDF has the pages of that.
    """
    title = single_spaced(printable(title))
    placed = read_placed(root)
    if placed:
        return ExtractedDocument(source=source, pages=placed, title=title, date=date)
    page = _PageReader(root).read()
    return ExtractedDocument(source=source, pages=(page,), paged=False, title=title, date=date)


class _PageReader:
    """Walks the elements of a page in order; without recursion, since broken pages nest without end."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._total = text_length(root)
        self._linked = linked_notes(root)
        self._bars = link_bars(root, self._linked)
        self._setter = LineSetter()
        self._pieces: list[Piece] = []
        self._states = [State()]
        self._counters: list[ItemCounter] = []
        self._row: list[Cell] | None = None
        self._notes = 0
        self._block_note = 0

    def read(self) -> Page:
        from lxml import etree  # noqa: PLC0415 - heavy

        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            if event == "end":
                self._end(element)
            elif element.tag in SKIPPED or leads_back(element):
                walk.skip_subtree()
                self._states.append(self._states[-1])
            else:
                self._start(element)
        self._flush()
        return self._setter.page()

    def _start(self, element: Any) -> None:
        tag, above = element.tag, self._states[-1]
        if tag in BLOCKS and not self._in_cell():
            self._flush()
        elif tag in BLOCKS and self._pieces:
            self._pieces.append(Piece(" "))
        state = self._state(element, above)
        if state.role != above.role and tag not in BLOCKS and not is_blank(self._pieces):
            state = msgspec.structs.replace(state, role=above.role)  # within a sentence
        self._states.append(state)
        if tag in ("ul", "ol", "menu", "dir"):
            self._counters.append(ItemCounter(element))
        elif tag == "li" and self._counters:
            self._begin_item(self._counters[-1].label(element))
        elif tag == "tr" and state.table in ("data", "numbered"):
            self._row = []
        elif tag in ("td", "th") and self._row is not None:
            self._pieces = []
        elif tag == "br":
            self._pieces.append(Piece(BREAK) if self._row is None else Piece(" "))
        elif tag == "a" and is_note(element, self._linked) and is_blank(self._pieces):
            self._notes += 1
            self._block_note = self._notes
        self._text(element.text, state)

    def _end(self, element: Any) -> None:
        tag = element.tag
        state = self._states.pop()
        if state.role != self._states[-1].role and not self._in_cell():
            self._flush(state)  # a link that skips what surrounds the text is no block
        if tag in ("td", "th") and self._row is not None:
            self._row.append(Cell(self._pieces))
            self._pieces = []
        elif tag == "tr" and self._row is not None:
            cells, self._row = self._row, None
            self._setter.row(cells, state)
        elif tag in BLOCKS and tag not in SKIPPED:
            if self._in_cell():
                self._pieces.append(Piece(" "))
            else:
                self._flush(state)
        if tag in ("ul", "ol", "menu", "dir") and self._counters:
            self._counters.pop()
        elif tag == "li" and self._row is None:
            self._setter.label = ""
        self._text(element.tail, self._states[-1])

    def _state(self, element: Any, above: State) -> State:
        tag = element.tag
        note = above.note
        if tag in BLOCKS and not note and is_note(element, self._linked):
            self._notes += 1
            note = self._notes
        table = above.table
        if tag == "table" and self._row is None:
            table = table_kind(element, self._total)
        elif tag == "tr" and table == "sheet":
            table = sheet_row(cells_of(element))
            self._setter.row_begun = False
        role = (
            above.role or furniture_role(element, inside_text=above.in_text) or self._bars.get(element) or ""
        )
        if tag == "aside" and not (role or note) and self._is_beside(element):
            role = "aside"
        return State(
            bold=is_bold(element, above.bold),
            italic=is_italic(element, above.italic),
            raised=is_raised(element, above.raised),
            underlined=is_underlined(element, above.underlined),
            centred=is_centred(element, above.centred),
            pre=above.pre or tag == "pre",
            indent=above.indent + (indent_of(element) if tag in BLOCKS else 0.0),
            depth=above.depth + (tag in ("ul", "ol", "menu", "dir")),
            heading=HEADINGS.get(tag, int(tag == "tr" and table == "heading") or above.heading),
            role=role,
            in_text=above.in_text or is_text_part(element),
            note=note,
            table=table,
        )

    def _is_beside(self, element: Any) -> bool:
        """Whether an aside holds less than half of the page, and stands in no other that holds more."""
        outer = next(element.iterancestors("aside"), None)
        return outer is None and 2 * text_length(element) < self._total

    def _in_cell(self) -> bool:
        return self._row is not None

    def _begin_item(self, label: str) -> None:
        if self._row is None:
            self._setter.label = label
        elif label:
            self._pieces.append(Piece(f" {label} "))

    def _text(self, text: str | None, state: State) -> None:
        if not text:
            return
        if state.pre and self._row is None:
            self._pieces.append(state.piece(text))
            return
        spaced = " ".join(text.split())
        if not spaced:
            self._pieces.append(Piece(" "))
            return
        before = " " if text[0].isspace() else ""
        after = " " if text[-1].isspace() else ""
        self._pieces.append(state.piece(f"{before}{spaced}{after}"))

    def _flush(self, state: State | None = None) -> None:
        """End the block that is open."""
        pieces, self._pieces = self._pieces, []
        note, self._block_note = self._block_note, 0
        if not is_blank(pieces):
            self._setter.block(pieces, state or self._states[-1], note)
