"""What surrounds the text of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from indexer.extract.html_elements import CONTROLS, HEADINGS, style_of, text_length

if TYPE_CHECKING:
    from indexer.model import Role

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
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def furniture_role(element: Any, *, inside_text: bool) -> Role | None:
    """Role "header" or "footer" for what surrounds the text of a page, None for the text itself.

    Args:
        element: To be judged.
        inside_text: Whether it stands in the main part, where heads and feet belong to the text.
    """
    tag = element.tag
    if tag in CONTROLS or element.get("hidden") is not None or _HIDDEN.search(style_of(element)):
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
