"""A value of a field that no record has -> a sentence that says which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.documents import listed, missing_symbol
from indexer.query.tree import And, Or, Run
from indexer.store.terms import cite_terms

if TYPE_CHECKING:
    from indexer.query.tree import Field, Node
    from indexer.store import StoreReader

_LISTED = 12
"""Values that are listed, those of most paragraphs; where there are more, the nearest are proposed first."""

_PROPOSED = 3
_LIKENESS = 0.5


def held_values(reader: StoreReader, field: Field) -> str:
    """Return what the index holds in a field, as the end of a sentence; empty where there is too much."""
    asked = [str(getattr(node, "text", node)) for node in _values(field.node)]
    if field.name == "symbol":
        return "; ".join(
            f"no symbol begins with {text}" if text.endswith("/") else missing_symbol(reader, text)
            for text in asked[:_PROPOSED]
        )
    if field.name == "cites":
        return "; ".join(filter(None, (_cited(reader, text) for text in asked[:_PROPOSED])))
    if field.name in {"year", "date"}:
        held = list(reader.terms(field.name))
        return f"the index holds {held[0]} to {held[-1]}" if held else f"no document has a {field.name}"
    if field.name not in {"lang", "kind", "body", "entity", "position"}:
        return ""
    counts = reader.counts(field.name)
    names = {_printed(field.name, name): number for name, number in counts.items()}
    if not names:
        return "the index holds none"
    near = _nearest(asked, list(names))
    if len(names) > _LISTED and near:
        return f"did you mean {listed(near)}?"
    most = sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))
    told = ", ".join(f"{name} ({number:,})" for name, number in most[:_LISTED])
    more = f", and {len(most) - _LISTED:,} more" if len(most) > _LISTED else ""
    return f"the index holds {told}{more}"


def _cited(reader: StoreReader, text: str) -> str:
    """Return how many records cite the document of a place that none cites, or how its name is found."""
    from indexer.grammar.citations import parse_citation  # noqa: PLC0415 - only for what is not there
    from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - as above

    symbol = parse_citation(text).symbol
    terms = cite_terms(str(symbol), None) if symbol is not None else []
    number = len({number for term in terms for number in reader.numbers("cites", term)})
    if number:
        return f"{number:,} cite{'s' if number == 1 else ''} {symbol} as a whole or in other places"
    entity = Gazetteer.load().resolve(text)
    return f"entity:{entity.id} finds what names it" if entity is not None else ""


def _values(node: Node) -> list[Node]:
    if isinstance(node, And | Or | Run):
        return [value for inner in node.nodes for value in _values(inner)]
    return [node]


def _printed(field: str, name: str) -> str:
    return name.upper() if field == "body" else name


def _nearest(asked: list[str], names: list[str]) -> list[str]:
    import difflib  # noqa: PLC0415 - only for what is not there

    folded = {name.casefold(): name for name in names}
    return [
        folded[name]
        for text in asked
        for name in difflib.get_close_matches(text.casefold(), folded, n=_PROPOSED, cutoff=_LIKENESS)
    ]
