"""The body of an OpenDocument text -> paragraphs and tables in reading order, numbers worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.extract.docx_blocks import Paragraph, Table, TableCell
from indexer.extract.flow import PAGE, Piece
from indexer.extract.odt_lists import ListPlace
from indexer.extract.odt_package import DRAW, TABLE, TEXT, whole

if TYPE_CHECKING:
    from indexer.extract.docx_blocks import Block
    from indexer.extract.odt_lists import OdtLists
    from indexer.extract.odt_runs import OdtRunReader
    from indexer.extract.odt_styles import OdtStyles

_INDEXES = frozenset(
    TEXT + name
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
                 "alphabetical-index", "bibliography")
)  # fmt: skip
_PLAIN = frozenset({TEXT + "index-body", TEXT + "index-title", TEXT + "numbered-paragraph"})
_ROW_GROUPS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_MOST_COPIES = 100
"""Empty cells that one element may stand for beside itself; spreadsheets fill sheets with one."""
_ALL_COPIES = 20_000
"""The same of a text."""


class OdtBlockReader:
    """Reads the content of a body, a note, a running head or a text box."""

    def __init__(self, styles: OdtStyles, lists: OdtLists, runs: OdtRunReader) -> None:
        self._styles = styles
        self._lists = lists
        self._runs = runs
        self._pages = 0
        self._role = ""
        self._copies = _ALL_COPIES

    def read(self, parent: Any, item: ListPlace | None = None) -> list[Block]:
        """The blocks in an element, in order."""
        blocks: list[Block] = []
        for node in parent:
            tag = node.tag
            if tag in (TEXT + "p", TEXT + "h"):
                blocks.extend(self._paragraph(node, item))
                # the number stands before the first paragraph of an item
                item = item._replace(numbered=False) if item is not None else None
            elif tag == TEXT + "list":
                blocks.extend(self._list(node, item))
            elif tag == TABLE + "table":
                blocks.append(self._table(node))
            elif tag == TEXT + "section":
                blocks.extend(self.read(node, item) if node.get(TEXT + "display") != "none" else [])
            elif tag in _INDEXES:
                outside, self._role = self._role, "contents"
                blocks.extend(self.read(node))
                self._role = outside
            elif tag in _PLAIN or str(tag).startswith(DRAW):
                blocks.extend(self.read(node))
            elif tag == TEXT + "soft-page-break":
                self._pages += 1
        return blocks

    def _list(self, element: Any, around: ListPlace | None) -> list[Block]:
        style = element.get(TEXT + "style-name") or (around.list_style if around is not None else "")
        if around is None:
            place = ListPlace(self._lists.begin(element, style), style, style)
        else:
            place = around._replace(list_style=style, level=around.level + 1)
        blocks: list[Block] = []
        for node in element:
            if node.tag == TEXT + "soft-page-break":
                self._pages += 1
            elif node.tag in (TEXT + "list-item", TEXT + "list-header"):
                own = place._replace(
                    style=node.get(TEXT + "style-override") or style,
                    start=whole(node, TEXT + "start-value", 0) if node.get(TEXT + "start-value") else None,
                    numbered=node.tag == TEXT + "list-item",
                )
                blocks.extend(self.read(node, own))
        return blocks

    def _paragraph(self, node: Any, item: ListPlace | None) -> list[Block]:
        style = self._styles.paragraph(node.get(TEXT + "style-name", ""))
        content = self._runs.read(node, style)
        is_heading = node.tag == TEXT + "h"
        outline = whole(node, TEXT + "outline-level", 1) if is_heading else 0
        label = ""
        if item is not None and item.numbered:
            label = self._lists.label(item)
        elif item is None and is_heading:
            label = self._lists.outline_label(node, outline)
        pieces = [*([Piece(PAGE)] * self._pages), *content.pieces]
        self._pages = 0
        paragraph = Paragraph(
            pieces=pieces,
            label=label,
            depth=item.level + 1 if item is not None and label else 0,
            outline=outline if not style.role else 0,
            role=self._role or style.role,
            placing=style.placing,
            size=content.size or style.run.size or 12.0,
            notes=content.notes,
        )
        outside = self._lists.numbering.enter("box")
        boxes = [block for box in content.boxes for block in self.read(box)]
        self._lists.numbering.enter(outside)
        return [paragraph, *boxes]

    def _table(self, element: Any) -> Table:
        return Table(rows=self._rows(element))

    def _rows(self, element: Any) -> list[list[TableCell]]:
        rows: list[list[TableCell]] = []
        for node in element:
            if node.tag in _ROW_GROUPS:
                rows.extend(self._rows(node))
            elif node.tag == TABLE + "table-row":
                rows.append(self._row(node))
            elif node.tag == TEXT + "soft-page-break":
                self._pages += 1
        return rows

    def _row(self, element: Any) -> list[TableCell]:
        cells: list[TableCell] = []
        for node in element:
            if node.tag == TABLE + "table-cell":
                span = whole(node, TABLE + "number-columns-spanned", 1)
                copies = min(
                    whole(node, TABLE + "number-columns-repeated", 1) - 1, _MOST_COPIES, self._copies
                )
                self._copies -= max(copies, 0)
                cells.append(TableCell(blocks=self.read(node), span=min(max(span, 1), 63)))
                cells += [TableCell(blocks=[]) for _ in range(copies)]
        return cells
