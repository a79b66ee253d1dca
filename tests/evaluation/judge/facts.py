"""Values of fields -> SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.body_names import find_bodies
from indexer.grammar.gazetteer import Gazetteer
from indexer.query.leaf_nodes import Citation, Prefix, Range
from tests.evaluation.judge.tables import compared, symbol_key

if TYPE_CHECKING:
    from indexer.query.tree import Node

    Condition = tuple[str, list[object]]

_PLACE = regex.compile(r"(.+), para\. (\d+)")
_ACT = regex.compile(
    r"(?P<organ>A|S|E|A/HRC|E/CN\.4)/(?P<kind>RES|DEC)/(?P<count>[\dES/-]+)(?P<part>[A-Z]?)(?:\((?P<session>[\w-]+)\))?"
)
_BODIES = {"A": "GA", "S": "SC", "E": "ECOSOC", "A/HRC": "HRC", "E/CN.4": "CHR"}
_PIECES = regex.compile(r"\d+|\p{L}+")
_PLAIN = {"kind": "r.kind", "position": "r.position", "lang": "r.lang", "body": "lower(r.body)"}


def under(key: str) -> Condition:
    """The documents whose symbol is this, or goes on behind it with a stroke."""
    return (
        "r.n IN (SELECT n FROM symbols WHERE symbol = ? OR substr(symbol, 1, length(?) + 1) = ? || '/')",
        [key, key, key],
    )


def standing(symbol: str) -> list[Condition]:
    """The records of a resolution or decision in the volumes of its organ: as a whole, or else its parts."""
    act = _ACT.fullmatch(symbol.upper())
    if act is None:
        return []
    kind = "resolution" if act["kind"] == "RES" else "decision"
    count = act["count"].replace("/", ".").casefold()
    session = f"-{act['session'].replace('-', '').casefold()}" if act["session"] else ""
    if act["organ"] == "S" and not session:
        session = "-*"  # the year may be left out
    parts = [act["part"].casefold()] if act["part"] else ["", "[a-z]"]
    return [
        (
            "(r.body IS NULL OR r.body = ?) AND r.address GLOB ?",
            [_BODIES[act["organ"]], f"{kind}-{count}{part}{session}.*"],
        )
        for part in parts
    ]


def cited_places(text: str) -> Condition:
    """A paragraph by its citation, and those that cite it."""
    found = _PLACE.fullmatch(text)
    assert found, f"the judge reads citations as “SYMBOL, para. N” only: {text}"
    key, address = symbol_key(found[1]), f"p{found[2]}"
    there, values = _citing(key, address)
    return (
        f"r.address = ? AND r.n IN (SELECT n FROM symbols WHERE symbol = ?) OR {there}",
        [address, key, *values],
    )


def _citing(key: str, address: str) -> Condition:
    inside_it = "address = ? OR substr(address, 1, length(?) + 1) = ? || '.'"
    return f"r.n IN (SELECT n FROM cited WHERE target = ? AND ({inside_it}))", [key, *[address] * 3]


def fact(name: str, node: Node) -> Condition:
    """The records that have a value."""
    if isinstance(node, Range):
        return _range(name, node)
    text = str(getattr(node, "text", node)).strip()
    prefix = isinstance(node, Prefix)
    if name == "symbol":
        return _symbol(text, prefix=prefix)
    if name == "cites":
        return _cites(node, text, prefix=prefix)
    if name == "entity":
        return _entity(text, prefix=prefix)
    if name == "year":
        return "r.year = ?", [int(text)]
    if name == "page":
        return "? BETWEEN r.page AND r.page_end", [int(text)]
    if name == "number":
        return "r.n IN (SELECT n FROM numbers WHERE number = ?)", [compared(text)]
    if name == "date":
        return _begins("r.date", text)
    if name == "body" and not prefix:
        bodies: list[object] = [body.casefold() for body in find_bodies(text)]
        return f"lower(r.body) IN ({', '.join('?' * len(bodies))})", bodies
    column = _PLAIN[name]
    return _begins(column, text.casefold()) if prefix else (f"{column} = ?", [text.casefold()])


def _begins(column: str, text: str) -> Condition:
    return f"substr({column}, 1, length(?)) = ?", [text, text]


def _symbol(text: str, *, prefix: bool) -> Condition:
    key = symbol_key(text)
    if prefix and not key.endswith("/"):
        there, values = _begins("symbol", key)
        return f"r.n IN (SELECT n FROM symbols WHERE {there})", values
    return under(key.rstrip("/"))


def _cites(node: Node, text: str, *, prefix: bool) -> Condition:
    if isinstance(node, Citation) or ", para." in text:
        found = _PLACE.fullmatch(text)
        assert found
        return _citing(symbol_key(found[1]), f"p{found[2]}")
    if prefix:
        there, values = _begins("target", symbol_key(text))
        return f"r.n IN (SELECT n FROM cited WHERE {there})", values
    return citing_document(symbol_key(text))


def citing_document(key: str) -> Condition:
    """What cites a document, a part that is printed under its symbol, or several parts with the one."""
    there = "target = ? OR part_of(target, ?)"
    return f"r.n IN (SELECT n FROM cited WHERE {there})", [key, key]


def part_of(target: str, key: str) -> bool:
    """Whether a cited symbol is a part of a document, or several parts of which the document is one."""
    document, _, bracket = target.removesuffix(")").partition("(")
    asked, _, part = key.removesuffix(")").partition("(")
    if document != asked or not bracket or not target.endswith(")") or bracket[0].isdigit():
        return False
    if not part:
        return bool(set(bracket) - set("ivxl"))
    return _named(part)[0] == _named(bracket)[0] != "" and bool(_named(part)[1] & _named(bracket)[1])


def _named(bracket: str) -> tuple[str, set[str]]:
    """The word in a bracket and its numbers: "partsiandii" is part i and part ii."""
    word = next((word for word in ("part", "vol", "sect") if bracket.startswith(word)), "")
    numbers = bracket.removeprefix(word).lstrip("s.").replace("and", ",")
    return word, set(numbers.split(","))


def _entity(text: str, *, prefix: bool) -> Condition:
    if prefix:
        there, values = _begins("lower(entity)", text.casefold())
        return f"r.n IN (SELECT n FROM entities WHERE {there})", values
    entity = Gazetteer.load().resolve(text)
    return "r.n IN (SELECT n FROM entities WHERE entity = ?)", [entity.id if entity else text]


def _range(name: str, node: Range) -> Condition:
    if name == "page":
        return "r.page IS NOT NULL AND (? IS NULL OR r.page_end >= ?) AND (? IS NULL OR r.page <= ?)", [
            *[node.low and int(node.low)] * 2,
            *[node.high and int(node.high)] * 2,
        ]
    if name == "number":
        return "r.n IN (SELECT n FROM numbers WHERE inside(number, ?, ?))", [node.low, node.high]
    return f"inside(r.{name}, ?, ?)", [node.low, node.high]


def inside(value: str | int | None, low: str | None, high: str | None) -> bool:
    """Whether a value lies in a range, numbers by value; what begins like the upper end is inside."""
    if value is None:
        return False
    key = _ordered(str(value))
    if low and key < _ordered(low):
        return False
    return not high or key[: len(_ordered(high))] <= _ordered(high)


def _ordered(value: str) -> list[tuple[bool, int, str]]:
    """Numbers by value, and letters before numbers."""
    pieces = _PIECES.findall(value.casefold())
    return [(True, int(piece), "") if piece.isdigit() else (False, 0, piece) for piece in pieces]
