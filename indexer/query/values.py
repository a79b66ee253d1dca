"""Values of fields: which are sound, and which terms they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.query.language_names import language_code, nearest_language
from indexer.query.leaf_nodes import Phrase, Prefix, Range, Word
from indexer.query.scan import FIELDS

if TYPE_CHECKING:
    from indexer.query.tree import Node

RANGED = frozenset({"year", "date", "page", "number"})
"""Fields whose values have an order."""

TEXT_FIELDS = frozenset({"section", "title"})
"""Fields of running text: they hold everything that a query can, and it scores."""

_OTHER_NAMES = {
    "language": "lang", "paragraph": "number", "para": "number", "document": "symbol", "doc": "symbol",
    "type": "kind", "heading": "section", "organ": "body", "committee": "body", "name": "entity",
    "country": "entity", "state": "entity", "organization": "entity", "organisation": "entity",
    "status": "position", "response": "position", "answer": "position",
}  # fmt: skip
"""What people call fields."""

_IDS = {"id": "id:A/HRC/9/8@en#p10", "file": "file:reports/one.pdf@en#p3"}
"""What looks like a field and is the beginning of an id."""

_SHAPES = {
    "year": (regex.compile(r"[0-9]{4}"), "a year such as 2008, or years such as 2007..2009"),
    "date": (
        regex.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"),
        "a date such as 2008, 2008-08 or 2008-08-29, or dates such as 2008-08..2009",
    ),
    "page": (regex.compile(r"[0-9]{1,6}"), "a page number such as 4, or pages such as 4..7"),
    "lang": (regex.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)?"), "a language such as en or French"),
}

_YEARS = regex.compile(r"([0-9]{4})\s?[-–]\s?([0-9]{4})")
"""How people write years from one to another."""


def year_range(text: str) -> str:
    """Return years from one to another as a range; any other text as it is.

    >>> year_range("2007-2009"), year_range("2007")
    ('2007..2009', '2007')
    """
    span = _YEARS.fullmatch(text)
    return f"{span[1]}..{span[2]}" if span else text


def unknown_field(name: str) -> str:
    """Return a sentence on a field that does not exist, with the one that was probably meant."""
    import difflib  # noqa: PLC0415 - only for what is wrong

    known = name.lower()
    if known in _IDS:
        return f"{known}: begins the id of a record, such as {_IDS[known]}, which is not complete here"
    near = [_OTHER_NAMES[known]] if known in _OTHER_NAMES else difflib.get_close_matches(known, FIELDS, n=1)
    meant = f"did you mean {near[0]}:? The fields are" if near else "the fields are"
    return (
        f"there is no field “{name}”; {meant} {', '.join(FIELDS)}. "
        "Put the words in quotation marks to search for them as they are"
    )


def check_value(name: str, node: Node) -> str | None:
    """Return what is wrong with a value, None when nothing is."""
    if isinstance(node, Range):
        return _check_range(name, node)
    if isinstance(node, Prefix) and name in RANGED:
        return f"{name}: takes a value or a range such as low..high, not *"
    if not isinstance(node, Word | Phrase | Prefix):
        return f"{name}: cannot hold “{node}”"
    if isinstance(node, Prefix) and name == "cites":
        return None
    return _check_shape(name, node.text)


def _check_shape(name: str, text: str) -> str | None:
    if name == "cites":
        return _check_citation(text)
    shape = _SHAPES.get(name)
    if shape and not shape[0].fullmatch(language_code(text) if name == "lang" else text):
        several = [part for part in text.split(",") if part]
        if len(several) > 1 and all(shape[0].fullmatch(part) for part in several):
            return f"{name}: takes one value; several stand in brackets: {name}:({' OR '.join(several)})"
        meant = nearest_language(text) if name == "lang" else ""
        hint = f"; did you mean {meant}?" if meant else ""
        return f"{name}: needs {shape[1]}, not “{text}”{hint}"
    return None


def _check_citation(text: str) -> str | None:
    from indexer.grammar.citations import parse_citation  # noqa: PLC0415 - only for cites:

    try:
        parse_citation(text)
    except (CitationSyntaxError, SymbolSyntaxError) as error:
        return f"cites: {error.message}"
    return None


def _check_range(name: str, node: Range) -> str | None:
    if name not in RANGED:
        return f"{name}: has no order, so it takes no range; write {name}:(one OR another)"
    for end in (node.low, node.high):
        problem = _check_shape(name, end) if end else None
        if problem:
            return problem
    if node.low and node.high and ordered(node.low) > ordered(node.high, last=True):
        return f"the range {node} runs backwards; write {node.high}..{node.low}"
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
