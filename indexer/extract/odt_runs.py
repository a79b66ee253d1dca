"""The content of a paragraph of an OpenDocument text -> pieces of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.extract.content import Content
from indexer.extract.docx_notes import NoteReference
from indexer.extract.flow import BREAK, PAGE, Piece
from indexer.extract.odt_package import DRAW, OFFICE, SVG, TEXT
from indexer.extract.paragraph_styles import RunStyle

if TYPE_CHECKING:
    from indexer.extract.docx_notes import NoteKind
    from indexer.extract.odt_styles import OdtStyles
    from indexer.extract.paragraph_styles import ParagraphStyle

_DROPPED = frozenset(
    {OFFICE + "annotation", TEXT + "ruby-text", TEXT + "tracked-changes", SVG + "title", SVG + "desc"}
)
"""Comments, the small reading aid above Asian characters, what was deleted, and words about pictures."""

_PAGE_FIELDS = frozenset({TEXT + "page-number", TEXT + "page-count"})


class OdtRunReader:
    """Reads paragraphs.

    Args:
        styles: The styles of the text.
        page_numbers: Whether page numbers are kept; in running heads they tell one page.

    Attributes:
        notes: The bodies of the notes that were referred to, by kind and id.
    """

    def __init__(self, styles: OdtStyles, *, page_numbers: bool = True) -> None:
        self._styles = styles
        self._page_numbers = page_numbers
        self._style = styles.paragraph("")
        self._content = Content()
        self.notes: dict[tuple[str, str], Any] = {}

    def read(self, paragraph: Any, style: ParagraphStyle) -> Content:
        """What the paragraph holds; its text boxes are the shapes anchored in it."""
        self._content, self._style = Content(), style
        self._walk(paragraph, RunStyle())
        return self._content

    def _walk(self, element: Any, style: RunStyle) -> None:
        self._text(element.text, style)
        for node in element:
            if isinstance(node.tag, str) and node.tag not in _DROPPED:
                self._node(node, style)
            self._text(node.tail, style)

    def _node(self, node: Any, style: RunStyle) -> None:
        tag = node.tag
        if tag == TEXT + "span":
            self._walk(node, self._styles.run(self._style, node.get(TEXT + "style-name"), style))
        elif tag == TEXT + "s":
            self._text(" ", style)
        elif tag == TEXT + "tab":
            self._text("\t", style, keep=True)
        elif tag == TEXT + "line-break":
            self._content.pieces.append(Piece(BREAK))
        elif tag == TEXT + "soft-page-break":
            self._content.pieces.append(Piece(PAGE))
        elif tag == TEXT + "note":
            self._note(node, style)
        elif tag.startswith(DRAW):
            self._content.boxes.append(node)
        elif tag == TEXT + "hidden-text" or (tag in _PAGE_FIELDS and not self._page_numbers):
            return
        else:
            self._walk(node, style)

    def _text(self, text: str | None, style: RunStyle, *, keep: bool = False) -> None:
        shown = self._styles.run(self._style, None, style)
        if text and not shown.hidden:
            # white space inside of text is only space; tabs and line ends are elements
            self._content.add(text if keep else text.translate({9: " ", 10: " ", 13: " "}), shown)

    def _note(self, node: Any, style: RunStyle) -> None:
        kind: NoteKind = "endnote" if node.get(TEXT + "note-class") == "endnote" else "footnote"
        citation = node.find(TEXT + "note-citation")
        mark = "".join(citation.itertext()) if citation is not None else ""
        key = node.get(TEXT + "id") or str(len(self.notes))
        reference = NoteReference(kind, key, mark.strip())
        self.notes[kind, key] = node.find(TEXT + "note-body")
        self._content.notes.append(reference)
        self._content.add(reference.mark, self._styles.run(self._style, None, style), raised=True)
