"""The labels that browsers print in front of list items."""

from __future__ import annotations

from typing import Any

import regex

from indexer.extract.number_formats import format_number

BULLET = "•"

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
}
_STYLE = regex.compile(r"list-style(?:-type)?\s*:\s*([^;]+)")


class ItemCounter:
    """Counts the items of one list.

    Args:
        element: The list.
    """

    def __init__(self, element: Any) -> None:
        self._ordered = element.tag == "ol"
        self._reversed = self._ordered and element.get("reversed") is not None
        self._format = _format(element, "decimal" if self._ordered else "bullet")
        start = _number(element.get("start"))
        if start is None:
            start = sum(child.tag == "li" for child in element) if self._reversed else 1
        self._next = start

    def label(self, item: Any) -> str:
        """The label of the next item."""
        value = _number(item.get("value"))
        if value is None or not self._ordered:
            value = self._next
        self._next = value - 1 if self._reversed else value + 1
        fmt = _format(item, self._format)
        if fmt == "none":
            return ""
        return BULLET if fmt == "bullet" else f"{format_number(value, fmt) or value}."


def _format(element: Any, default: str) -> str:
    match = _STYLE.search((element.get("style") or "").lower())
    if match:
        for word in match[1].split():
            if word in _CSS:
                return _CSS[word]
            if word in ("none", "disc", "circle", "square"):
                return "none" if word == "none" else "bullet"
    return _TYPES.get(element.get("type") or "", default)


def _number(text: str | None) -> int | None:
    try:
        return int(text) if text is not None and len(text) < 10 else None
    except ValueError:
        return None
