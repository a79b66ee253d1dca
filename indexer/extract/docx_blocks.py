"""The body of a Word file -> paragraphs and tables in reading order, numbers and notes worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from indexer.extract.docx_package import MC, W, attribute, child, number
from indexer.extract.docx_styles import read_outline, read_placing, read_run
from indexer.extract.flow import is_blank, set_block
from indexer.extract.paragraph_styles import Placing
from indexer.model import Line

if TYPE_CHECKING:
    from indexer.extract.docx_notes import NoteReference, Notes
    from indexer.extract.docx_numbering import Numbering
    from indexer.extract.docx_runs import RunReader
    from indexer.extract.docx_styles import Styles
    from indexer.extract.flow import Piece
    from indexer.extract.paragraph_styles import ParagraphStyle
    from indexer.model import Role

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


class Paragraph(msgspec.Struct, kw_only=True):
    """A paragraph.

    Attributes:
        pieces: Its text.
        label: The number that Word prints in front.
        depth: Level of its list from 1, 0 outside of lists.
        outline: Heading level from 1, 0 for running text.
        role: "title" or "contents" by its style.
        placing: Where it stands between the margins.
        size: Font size of most characters.
        notes: The notes it refers to.
    """

    pieces: list[Piece]
    label: str = ""
    depth: int = 0
    outline: int = 0
    role: str = ""
    placing: Placing = Placing()
    size: float = 12.0
    notes: list[NoteReference] = []


class TableCell(msgspec.Struct, kw_only=True):
    """A cell: what it holds, and how many columns it spans."""

    blocks: list[Paragraph | Table]
    span: int = 1


class Table(msgspec.Struct, kw_only=True):
    """A table, as rows of cells."""

    rows: list[list[TableCell]]


Block = Paragraph | Table


class _Held(NamedTuple):
    """A paragraph whose end is deleted: it runs on into the next one, if there is one."""

    pieces: list[Piece]
    notes: list[NoteReference]
    node: Any


class BlockReader:
    """Reads the content of a body, a note, a running head or a text box.

    Args:
        styles: The document's styles.
        numbering: Its lists; their counters run on from one call to the next.
        runs: Reads the paragraphs.
        notes: Told of sections, whose note numbering may differ; None outside of the body.
        sections: Properties of the sections in order.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        runs: RunReader,
        notes: Notes | None = None,
        sections: list[Any] | None = None,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._notes = notes
        self._sections = list(sections or ())
        self._held: _Held | None = None
        self.warnings: list[str] = []
        self._next_section()

    def read(self, parent: Any) -> list[Block]:
        """The blocks in an element, in order."""
        outside, self._held = self._held, None
        blocks = [*self._children(parent), *self._released()]
        self._held = outside
        return blocks

    def _children(self, parent: Any) -> list[Block]:
        blocks: list[Block] = []
        for node in parent:
            tag = node.tag
            if tag == W + "p":
                blocks.extend(self._paragraph(node))
            elif tag == W + "tbl":
                blocks.extend([*self._released(), self._table(node)])
            elif tag in _WRAPPERS:
                blocks.extend(self._children(node))
            elif tag == MC + "AlternateContent":
                choice = next((c for c in node if next(c.iter(W + "t"), None) is not None), None)
                blocks.extend(self._children(choice) if choice is not None else [])
            elif tag == W + "altChunk":
                self.warnings.append("a document embedded in the Word file was left out")
        return blocks

    def _next_section(self) -> None:
        if self._notes is not None and self._sections:
            self._notes.begin_section(self._sections.pop(0))

    def _paragraph(self, node: Any) -> list[Block]:
        properties = child(node, "pPr")
        style = self._styles.paragraph(attribute(child(properties, "pStyle")))
        content = self._runs.read(node, style)
        if child(properties, "sectPr") is not None:
            self._next_section()
        before, self._held = self._held, None
        pieces = [*(before.pieces if before else ()), *content.pieces]
        notes = [*(before.notes if before else ()), *content.notes]
        mark = child(properties, "rPr")
        blocks: list[Block] = []
        if any(child(mark, name) is not None for name in ("del", "moveFrom")):
            self._held = _Held(pieces, notes, node)
        elif not is_blank(pieces) or not self._is_hidden(mark, style):
            paragraph = self._set(pieces, properties, style)
            paragraph.notes = notes
            paragraph.size = content.size or style.run.size or 12.0
            blocks.append(paragraph)
        return [*blocks, *(block for box in content.boxes for block in self._box(box))]

    def _box(self, content: Any) -> list[Block]:
        """The blocks of a text box, whose lists do not go on with those of the text around it."""
        outside = self._numbering.enter("box")
        blocks = self.read(content)
        self._numbering.enter(outside)
        return blocks

    def _released(self) -> list[Block]:
        """The paragraph whose end is deleted, where no other follows for it to run on into."""
        held, self._held = self._held, None
        if held is None or is_blank(held.pieces):
            return []
        properties = child(held.node, "pPr")
        style = self._styles.paragraph(attribute(child(properties, "pStyle")))
        paragraph = self._set(held.pieces, properties, style)
        paragraph.notes = held.notes
        paragraph.size = style.run.size or 12.0
        return [paragraph]

    def _is_hidden(self, mark: Any | None, style: ParagraphStyle) -> bool:
        """Whether the end of a paragraph is hidden: then it prints and counts only with other text."""
        named = attribute(child(mark, "rStyle"))
        return bool(self._styles.run(style, named, read_run(mark)).hidden)

    def _set(self, pieces: list[Piece], properties: Any | None, style: ParagraphStyle) -> Paragraph:
        num, ilvl = self._list_of(properties, style)
        label = self._numbering.label(num, ilvl) if num is not None else ""
        level = self._numbering.level(num, ilvl) if num is not None else None
        of_level = read_placing(level.properties if level is not None else None)
        own_outline = read_outline(properties)
        return Paragraph(
            pieces=pieces,
            label=label,
            depth=ilvl + 1 if num is not None else 0,
            outline=(own_outline if own_outline is not None else style.outline) or 0,
            role=style.role,
            placing=read_placing(properties).over(of_level).over(style.placing),
        )

    def _list_of(self, properties: Any | None, style: ParagraphStyle) -> tuple[str | None, int]:
        """The list of a paragraph and its level; what the paragraph says goes before what its style says."""
        direct = child(properties, "numPr")
        own = attribute(child(direct, "numId"))
        num = own if own is not None else style.num
        if num is None or num == "0":
            return None, 0
        ilvl = number(attribute(child(direct, "ilvl")))
        if ilvl is None and own is None:
            ilvl = self._numbering.level_of_style(num, style.id)
        if ilvl is None:
            ilvl = style.ilvl if style.ilvl is not None else 0
        return num, min(max(ilvl, 0), 8)

    def _table(self, node: Any) -> Table:
        return Table(rows=[self._row(row) for row in _inside(node, "tr") if not _is_deleted(row)])

    def _row(self, row: Any) -> list[TableCell]:
        cells: list[TableCell] = []
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            # a cell merged into the one above shows nothing of its own
            goes_on = merged is not None and attribute(merged) in (None, "continue")
            span = number(attribute(child(properties, "gridSpan"))) or 1
            cells.append(TableCell(blocks=[] if goes_on else self.read(cell), span=min(max(span, 1), 63)))
        return cells


def _inside(parent: Any, name: str) -> list[Any]:
    """Rows of a table or cells of a row, also those wrapped in controls."""
    found: list[Any] = []
    for node in parent:
        if node.tag == W + name:
            found.append(node)
        elif node.tag in _WRAPPERS:
            found.extend(_inside(node, name))
    return found


def _is_deleted(row: Any) -> bool:
    return child(row, "trPr", "del") is not None


def plain_blocks(blocks: list[Block]) -> list[Paragraph]:
    """All paragraphs among the blocks, those of tables included."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for row in block.rows:
                for cell in row:
                    found.extend(plain_blocks(cell.blocks))
    return found


def plain_lines(blocks: list[Block], role: Role) -> list[Line]:
    """The lines of all paragraphs among the blocks, as notes and running heads have them."""
    lines: list[Line] = []
    for paragraph in plain_blocks(blocks):
        label, size = paragraph.label, paragraph.size
        template = Line(text="", size=size, role=role, label=label, starts_block=True, left=72.0)
        lines.extend(set_block(paragraph.pieces, template))
    return lines
