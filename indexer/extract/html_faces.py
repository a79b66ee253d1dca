"""How the text of an element is set in a web page: bold, in italics, underlined, raised, centred, set in."""

from __future__ import annotations

from typing import Any

import regex

from indexer.extract.html_elements import HEADINGS, style_of
from indexer.extract.html_notes import NOTE_ID

_INDENT = regex.compile(
    r"(?:margin|padding)-left\s*:\s*(?P<size>-?[\d.]{1,8})\s*(?P<unit>pt|px|em|rem|in|cm|mm)"
)
_UNITS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
_BOLD = regex.compile(r"font-weight\s*:\s*(?P<weight>bold|bolder|[6-9]00|normal|[1-5]00)")
_ITALIC = regex.compile(r"font-style\s*:\s*(?P<slant>italic|oblique|normal)")
_UNDERLINED = regex.compile(r"text-decoration(?:-line)?\s*:[^;]*\bunderline")
_ALIGNED = regex.compile(r"text-align\s*:\s*(?P<place>center|left|right|justify|start|end)")
_RAISED = regex.compile(r"vertical-align\s*:\s*super")


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


def is_underlined(element: Any, inherited: bool) -> bool:  # noqa: FBT001 - the state that is passed down
    """Whether text in the element is underlined; links are so only because they are links."""
    return element.tag != "a" and (
        inherited or element.tag == "u" or _UNDERLINED.search(style_of(element)) is not None
    )


def is_centred(element: Any, inherited: bool) -> bool:  # noqa: FBT001 - the state that is passed down
    """Whether text in the element stands in the middle; cells of a table begin anew."""
    match = _ALIGNED.search(style_of(element))
    align = match["place"] if match else (element.get("align") or "").lower()
    if align and element.tag not in ("table", "img", "iframe", "object"):
        return align in ("center", "middle")
    return element.tag == "center" or (inherited and element.tag not in ("td", "th"))


def is_raised(element: Any, inherited: bool) -> bool:  # noqa: FBT001 - the state that is passed down
    """Whether text in the element is set as a superscript, or is a link to a note."""
    if inherited or element.tag == "sup" or _RAISED.search(style_of(element)):
        return True
    target = element.get("href") or ""
    return element.tag == "a" and target.startswith("#") and bool(NOTE_ID.fullmatch(target[1:]))


def indent_of(element: Any) -> float:
    """How far the element is set in, in points."""
    match = _INDENT.search(style_of(element))
    if match:
        try:
            return min(400.0, max(0.0, float(match["size"]) * _UNITS[match["unit"]]))
        except ValueError:
            return 0.0
    return 36.0 if element.tag in ("blockquote", "ul", "ol", "dd", "menu", "dir") else 0.0
