"""The content of a Word paragraph -> pieces of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.extract.content import Content
from indexer.extract.docx_fields import Fields, unstored_name
from indexer.extract.docx_package import MC, A, M, W, attribute
from indexer.extract.docx_styles import read_run
from indexer.extract.flow import BREAK, PAGE, Piece
from indexer.extract.paragraph_styles import RunStyle
from indexer.extract.symbol_fonts import plain_text, sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.extract.docx_notes import NoteKind, Notes
    from indexer.extract.docx_styles import Styles
    from indexer.extract.paragraph_styles import ParagraphStyle

_DROPPED = frozenset(
    W + name for name in ("pPr", "rPr", "del", "moveFrom", "delText", "instrText", "rt", "sdtPr")
)
"""Deleted and moved-away text, properties, field codes, and the small reading aid above Asian characters."""

_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))
_GRAPHICS = {"chart": "a chart was left out", "diagram": "a diagram was left out"}
"""What is drawn with words that stand in other parts of the file, by the last words of its kind."""


class RunReader:
    """Reads paragraphs one after the other: fields may run over several.

    Args:
        styles: The document's styles.
        notes: Gives notes their marks; None where text cannot have notes.
        page_numbers: Whether results of page number fields are kept; in running heads they tell one page.

    Attributes:
        warnings: What prints and could not be read, a sentence each.
    """

    def __init__(self, styles: Styles, notes: Notes | None, *, page_numbers: bool = True) -> None:
        self._styles = styles
        self._notes = notes
        self._fields = Fields(page_numbers=page_numbers)
        self._content = Content()
        self.warnings: list[str] = []
        self._style = styles.paragraph(None)
        self._handlers: dict[str, Callable[[Any, RunStyle], None]] = {
            W + "t": lambda node, style: self._text(plain_text(node.text or "", style.font or ""), style),
            W + "tab": lambda _, style: self._text("\t", style),
            W + "ptab": lambda _, style: self._text("\t", style),
            W + "noBreakHyphen": lambda _, style: self._text("-", style),
            W + "cr": lambda _, style: self._break(style),
            W + "br": self._any_break,
            W + "lastRenderedPageBreak": lambda _node, _style: self._page(),
            W + "sym": lambda node, style: self._text(_symbol(node), style),
            W + "footnoteReference": self._reference,
            W + "endnoteReference": self._reference,
            W + "fldChar": lambda node, _: self._field(attribute(node, "fldCharType")),
            MC + "AlternateContent": self._alternative,
        }

    def read(self, paragraph: Any, style: ParagraphStyle) -> Content:
        """What the paragraph holds, as it would print with all changes accepted."""
        self._content = Content()
        self._style = style
        self._walk(paragraph)
        self._fields.end_paragraph()
        return self._content

    def _walk(self, element: Any) -> None:
        for node in element:
            tag = node.tag
            if tag in _DROPPED or not isinstance(tag, str):
                continue
            if tag == W + "r":
                self._run(node)
            elif tag == W + "fldSimple":
                self._simple_field(node)
            elif tag.startswith(M):
                self._math(node)
            elif tag == W + "subDoc":
                self.warnings.append("a document that the Word file only refers to was left out")
            elif tag == MC + "AlternateContent":
                self._alternative(node, RunStyle())
            else:
                self._walk(node)

    def _run(self, run: Any) -> None:
        properties = run.find(W + "rPr")
        named = attribute(properties.find(W + "rStyle")) if properties is not None else None
        style = self._styles.run(self._style, named, read_run(properties))
        self._children(run, style)

    def _children(self, element: Any, style: RunStyle) -> None:
        custom: Any = None
        for node in element:
            tag = node.tag
            if tag in _DROPPED or not isinstance(tag, str):
                if tag == W + "instrText":
                    self._fields.spell(node.text or "")
                continue
            if custom is not None and tag in (W + "t", W + "sym"):
                mark = node.text if tag == W + "t" else _symbol(node)
                self._refer(custom, style, mark or "")
                custom = None
            elif tag in (W + "footnoteReference", W + "endnoteReference") and _has_own_mark(node):
                custom = node
            elif handler := self._handlers.get(tag):
                handler(node, style)
            elif tag in _DRAWN:
                self._drawing(node)
            elif tag.startswith(M):
                self._math(node)
            elif tag == W + "r":
                self._run(node)
            else:
                self._children(node, style)

    def _is_printed(self, style: RunStyle) -> bool:
        return not style.hidden and self._fields.are_printed()

    def _text(self, text: str, style: RunStyle) -> None:
        if text and self._is_printed(style):
            # white space inside of text is only space; line and page ends are elements
            self._content.add(text.replace("\n", " ").replace("\r", " ").replace("\f", " "), style)

    def _page(self) -> None:
        self._content.pieces.append(Piece(PAGE))
        if self._notes is not None:
            self._notes.begin_page()

    def _break(self, style: RunStyle) -> None:
        if self._is_printed(style):
            self._content.pieces.append(Piece(BREAK))

    def _any_break(self, node: Any, style: RunStyle) -> None:
        # a page break is a place on paper, but it also ends the line
        if attribute(node, "type") != "page" or self._content.pieces:
            self._break(style)

    def _reference(self, node: Any, style: RunStyle) -> None:
        self._refer(node, style, None)

    def _refer(self, node: Any, style: RunStyle, custom: str | None) -> None:
        kind: NoteKind = "footnote" if node.tag == W + "footnoteReference" else "endnote"
        if self._notes is None or not self._is_printed(style):
            return
        reference = self._notes.refer(kind, attribute(node, "id") or "", custom)
        self._content.notes.append(reference)
        self._content.add(reference.mark, style, raised=True)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.begin_result()
        elif kind == "end":
            self._miss(self._fields.end())

    def _simple_field(self, node: Any) -> None:
        code = attribute(node, "instr") or ""
        if next(node.iter(W + "t"), None) is None:
            self._miss(code)
        if self._fields.prints(code):
            self._walk(node)

    def _miss(self, code: str) -> None:
        """Tell of a field that has no stored result, where one would be printed."""
        if name := unstored_name(code):
            self.warnings.append(f"the result of a field {name} is not stored in the file, and was left out")

    def _alternative(self, node: Any, style: RunStyle) -> None:
        """The same thing told twice, for new and for old programs: the first telling that holds anything."""
        for choice in node:
            if isinstance(choice.tag, str) and next(choice.iter(W + "t", M + "t"), None) is not None:
                self._children(choice, style)
                return

    def _drawing(self, node: Any) -> None:
        self._content.boxes.extend(_outermost_boxes(node))
        for graphic in node.iter(A + "graphicData"):
            kind = (graphic.get("uri") or "").rsplit("/", 1)[-1]
            self.warnings.extend([_GRAPHICS[kind]] if kind in _GRAPHICS else [])

    def _math(self, node: Any) -> None:
        self._text(_formula(node), self._styles.run(self._style, None, RunStyle()))


def _formula(node: Any) -> str:
    """A formula on one line."""
    if node.tag == M + "t":
        return node.text or ""
    parts = [_formula(each) for each in node if isinstance(each.tag, str) and each.tag not in _DROPPED]
    return ("/" if node.tag == M + "f" else "").join(part for part in parts if part)


def _outermost_boxes(node: Any) -> list[Any]:
    """The contents of the text boxes in a drawing, each once."""
    found: list[Any] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if current.tag == W + "txbxContent":
            found.append(current)
            continue
        children = list(current)
        if current.tag == MC + "AlternateContent":
            children = [choice for choice in children if next(choice.iter(W + "t"), None) is not None][:1]
        waiting.extend(reversed(children))
    return found


def _has_own_mark(node: Any) -> bool:
    return attribute(node, "customMarkFollows") in ("1", "true", "on")


def _symbol(node: Any) -> str:
    try:
        code = int(attribute(node, "char") or "", 16)
    except ValueError:
        return ""
    return sign(code, attribute(node, "font") or "")
