"""The elements of web pages, and what they hold."""

from __future__ import annotations

from typing import Any

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
CONTROLS = frozenset({"button", "select", "option", "textarea", "dialog"})
"""Elements that a reader works with."""
BLOCKS = CONTROLS | frozenset(
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
"""The levels of headings."""


def style_of(element: Any) -> str:
    """The element's own style sheet."""
    return str(element.get("style") or "").lower()


def text_length(element: Any) -> int:
    """Characters of text in an element, those of scripts and the like left out."""
    total = 0
    for part in element.iter():
        if part.tag not in SKIPPED:
            total += len(part.text or "")
        if part is not element:
            total += len(part.tail or "")
    return total
