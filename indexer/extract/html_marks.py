"""What the elements of a web page say about their text: furniture, notes, faces, indents, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from indexer.extract.flow import Piece
from indexer.extract.tables import Cell, begins_item, is_box, is_entry_row, is_numbered_text, is_sheet

if TYPE_CHECKING:
    from indexer.model import Role

SKIPPED = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "meta",
        "link",
        "object",
        "iframe",
        "svg",
        "canvas",
        "audio",
        "video",
        "datalist",
        "rp",
        "rt",
    }
)
"""Elements that print nothing, or nothing that is text of the page."""

_CONTROLS = frozenset({"button", "select", "option", "textarea", "dialog"})

BLOCKS = _CONTROLS | frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
"""Elements that begin on a line of their own."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_TEXT_PARTS = frozenset({"main", "article", "section"})
_ARIA = {
    "navigation": "header",
    "banner": "header",
    "search": "header",
    "menu": "header",
    "menubar": "header",
    "contentinfo": "footer",
    "dialog": "footer",
    "alertdialog": "footer",
}
_CLASSES = {
    "breadcrumb": "header",
    "breadcrumbs": "header",
    "navbar": "header",
    "nav": "header",
    "menu": "header",
    "site-header": "header",
    "skip-link": "header",
    "skiplink": "header",
    "site-footer": "footer",
    "cookie-banner": "footer",
    "cookies": "footer",
    "social-share": "footer",
    "share": "footer",
    "pager": "footer",
    "pagination": "footer",
}
"""Names that site builders give to what surrounds the text."""

_NAMED = regex.compile(
    r"(?:^|\s)(?:[\w-]*[-_])?(?:(?:cookies?|onetrust|breadcrumbs?|newsletter|pagination)(?:[-_][\w-]*)?"
    r"|(?:share|social|related)[-_](?:buttons?|icons?|links?|media|share|sharing|bar|content|posts?|articles?))(?:\s|$)"
)
"""Words in longer names that say the same, of an element that is too short to hold the text."""

_SHORT = 1500
"""Characters of what surrounds the text: a banner about cookies is a long paragraph."""

_WAY_BACK = regex.compile(r"\s*[\p{Arrows}^]\ufe0e?\s*")
"""What a link from a note to the text says."""

_NOTE_ID = regex.compile(r"_?(?:ftn|edn|fn|footnote|endnote|note)[-_:.]?\d{1,4}", regex.IGNORECASE)
_NOTE_CLASS = regex.compile(
    r"(?:^|\s)(?:MsoFootnoteText|MsoEndnoteText|footnote-?text|endnote-?text)(?:\s|$)"
)
_NOTE_MARK = regex.compile(r"\s*[\[(]?(?P<mark>\d{1,4}|[a-z]|[ivxl]{1,6}|[*∗†‡§]{1,4})[\])]?[/.]?\s*")
_INDENT = regex.compile(
    r"(?:margin|padding)-left\s*:\s*(?P<size>-?[\d.]{1,8})\s*(?P<unit>pt|px|em|rem|in|cm|mm)"
)
_UNITS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
_BOLD = regex.compile(r"font-weight\s*:\s*(?P<weight>bold|bolder|[6-9]00|normal|[1-5]00)")
_ITALIC = regex.compile(r"font-style\s*:\s*(?P<slant>italic|oblique|normal)")
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_RAISED = regex.compile(r"vertical-align\s*:\s*super")

_LONGEST_HEADING = 160
"""Characters of a cell across that is a heading."""

_LARGE_CELL = 1500
"""Characters from which a cell is a text of its own and not an entry: two long paragraphs."""


def furniture_role(element: Any, *, inside_text: bool) -> Role | None:
    """Role "header" or "footer" for what surrounds the text of a page, None for the text itself.

    Args:
        element: To be judged.
        inside_text: Whether it stands in the main part, where heads and feet belong to the text.
    """
    tag = element.tag
    if tag in _CONTROLS or element.get("hidden") is not None or _HIDDEN.search(style_of(element)):
        return "footer"
    found = _ARIA.get((element.get("role") or "").lower())
    if tag == "nav" or found == "header":
        return "header"
    if found == "footer":
        return "footer"
    title = element.get("title")
    if tag == "div" and title in ("header", "footer"):  # as word processors save them
        return "header" if title == "header" else "footer"
    if tag in ("header", "footer") and not inside_text:
        return "header" if tag == "header" else "footer"
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    named = next((_CLASSES[name] for name in names if name in _CLASSES), None)
    if tag in ("body", "html", "main", *HEADINGS):
        return None
    if named is None:
        is_named = bool(names) and bool(_NAMED.search(" ".join(names)))
        return "footer" if is_named and text_length(element) <= _SHORT else None
    return "header" if named == "header" else "footer"


def is_text_part(element: Any) -> bool:
    """Whether the element is the main part of the page, or a part of it."""
    return element.tag in _TEXT_PARTS or element.get("role") == "main"


def style_of(element: Any) -> str:
    """The element's own style sheet."""
    return str(element.get("style") or "").lower()


def is_bold(element: Any, inherited: bool) -> bool:  # noqa: FBT001 - the state that is passed down
    """Whether text in the element is bold."""
    match = _BOLD.search(style_of(element))
    if match:
        return match["weight"] not in ("normal", "100", "200", "300", "400", "500")
    return inherited or element.tag in ("b", "strong", "th", *HEADINGS)


def is_italic(element: Any, inherited: bool) -> bool:  # noqa: FBT001 - the state that is passed down
    """Whether text in the element is in italics."""
    match = _ITALIC.search(style_of(element))
    if match:
        return bool(match["slant"] != "normal")
    return inherited or element.tag in ("i", "em", "cite", "dfn", "var")


def is_raised(element: Any, inherited: bool) -> bool:  # noqa: FBT001 - the state that is passed down
    """Whether text in the element is set as a superscript, or is a link to a note."""
    if inherited or element.tag == "sup" or _RAISED.search(style_of(element)):
        return True
    target = element.get("href") or ""
    return element.tag == "a" and target.startswith("#") and bool(_NOTE_ID.fullmatch(target[1:]))


def indent_of(element: Any) -> float:
    """How far the element is set in, in points."""
    match = _INDENT.search(style_of(element))
    if match:
        try:
            return min(400.0, max(0.0, float(match["size"]) * _UNITS[match["unit"]]))
        except ValueError:
            return 0.0
    return 36.0 if element.tag in ("blockquote", "ul", "ol", "dd", "menu", "dir") else 0.0


def is_note(element: Any) -> bool:
    """Whether the element holds a note; a link, whether it is the one in a note that leads back."""
    if element.tag == "a":
        return any(_NOTE_ID.fullmatch(element.get(key) or "") for key in ("id", "name"))
    return bool(_NOTE_ID.fullmatch(element.get("id") or "") or _NOTE_CLASS.search(element.get("class") or ""))


def leads_back(element: Any) -> bool:
    """Whether the element is a link from a note to its mark that says nothing but an arrow."""
    return (
        element.tag == "a"
        and (element.get("href") or "").startswith("#")
        and bool(_WAY_BACK.fullmatch("".join(element.itertext())))
    )


def note_mark(text: str) -> tuple[str, int]:
    """The mark that a note begins with, and the offset of its words."""
    match = _NOTE_MARK.match(text)
    return (match["mark"], match.end()) if match else ("", 0)


def text_length(element: Any) -> int:
    """Characters of text in an element, those of scripts and the like left out."""
    total = 0
    for part in element.iter():
        if part.tag not in SKIPPED:
            total += len(part.text or "")
        if part is not element:
            total += len(part.tail or "")
    return total


def table_kind(table: Any, total: int) -> str:
    """How a table is to be read: "layout" as text, "numbered" as numbered paragraphs, "data" by rows.

    It is a "sheet" where it is the page itself, and most rows begin with a number: each is read by itself.

    Args:
        table: The element.
        total: Characters of the whole page.
    """
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return "layout"
    if any(table.find(f".//{tag}") is not None for tag in ("h1", "h2", "h3", "h4", "pre")):
        return "layout"
    rows = [_cells(row) for row in table.iter("tr")]
    if is_numbered_text(rows):
        return "numbered"
    if is_box(rows) or _holds_texts(rows):
        return "layout"
    if is_sheet(rows, text_length(table) / max(1, total)):
        return "sheet" if 2 * sum(map(begins_item, rows)) > len(rows) else "layout"
    return "data"


def sheet_row(row: Any) -> str:
    """How a row is to be read of a table that is the page itself and mostly of numbered texts.

    A cell across is a "heading", short entries stay a row of "data", and what begins with a number is one
    "item"; anything else is "layout".
    """
    cells = _cells(row)
    if is_entry_row(cells):
        return "data"
    if len(cells) == 1 and len(cells[0].text) <= _LONGEST_HEADING:
        return "heading"
    return "item" if begins_item(cells) else "layout"


def _cells(row: Any) -> list[Cell]:
    return [
        Cell([Piece(" ".join("".join(cell.itertext()).split()))]) for cell in row if cell.tag in ("td", "th")
    ]


def _holds_texts(rows: list[list[Cell]]) -> bool:
    """Whether some cell is a text of its own, in a table too small to be one of data."""
    lengths = [len(cell.text) for row in rows for cell in row]
    return len(rows) <= 3 and max(lengths, default=0) >= _LARGE_CELL
