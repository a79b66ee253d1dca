"""Values of fields: which are sound, and which terms they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.query.tree import Phrase, Prefix, Range, Word

if TYPE_CHECKING:
    from indexer.query.tree import Node

RANGED = frozenset({"year", "date", "page", "number"})
"""Fields whose values have an order."""

_SHAPES = {
    "year": (regex.compile(r"\d{4}"), "a year such as 2008"),
    "date": (regex.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?"), "a date such as 2008, 2008-08 or 2008-08-29"),
    "page": (regex.compile(r"\d{1,6}"), "a page number"),
    "lang": (regex.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)?"), "a language code such as en or fr"),
}


def check_value(name: str, node: Node) -> str | None:
    """Return what is wrong with a value, None when nothing is."""
    if isinstance(node, Range):
        return _check_range(name, node)
    if isinstance(node, Prefix) and name in RANGED:
        return f"{name}: takes a value or a range low..high, not *"
    if not isinstance(node, Word | Phrase | Prefix):
        return f"{name}: cannot hold “{node}”"
    return _check_shape(name, node.text)


def _check_shape(name: str, text: str) -> str | None:
    shape = _SHAPES.get(name)
    if shape and not shape[0].fullmatch(text):
        return f"{name}: needs {shape[1]}, not “{text}”"
    return None


def _check_range(name: str, node: Range) -> str | None:
    if name not in RANGED:
        return f"{name}: has no order, so it takes no range"
    for end in (node.low, node.high):
        problem = _check_shape(name, end) if end else None
        if problem:
            return problem
    if node.low and node.high and ordered(node.low) > ordered(node.high, last=True):
        return f"the range {node} runs backwards"
    return None


_NUMBERS = regex.compile(r"\d+|\p{L}+")


def ordered(value: str, *, last: bool = False) -> tuple[tuple[int, str], ...]:
    """Return a key by which numbers and dates sort as people do: 9 before 10, 7.3 before 7.10.

    Args:
        value: As printed.
        last: For the upper end of a range: whatever begins so is still inside (date:..2008-08 holds August).
    """
    key = tuple(
        (int(piece), "") if piece.isdigit() else (-1, piece) for piece in _NUMBERS.findall(value.casefold())
    )
    return (*key, (10**9, "")) if last else key


def in_range(value: str, span: Range) -> bool:
    """Return whether a value lies in a range."""
    if span.low and ordered(value) < ordered(span.low):
        return False
    return not (span.high and ordered(value) > ordered(span.high, last=True))
