"""A value of a field that no record has -> a sentence that says which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from indexer.grammar.body_names import body_words
from indexer.grammar.positions import position_words
from indexer.model import Kind
from indexer.query.citing import citing_terms
from indexer.query.documents import listed, missing_symbol
from indexer.query.fields import field_terms
from indexer.query.files import is_file, missing_file
from indexer.query.tree import And, Field, Not, Or, Run, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.query.tree import Node
    from indexer.store import StoreReader

_LISTED = 12
"""Values that are listed, those of most paragraphs; where there are more, the nearest are proposed first."""

_CLOSED = ("lang", "kind", "body", "position")
"""Fields with few values, of which an index holds most."""

_PROPOSED = 3
"""Values that are proposed, or spoken of."""
_LIKENESS = 0.5
"""Share of equal letters from which a value is proposed for another (difflib's ratio)."""

_SLIP = 0.65
"""The same where all values are listed as well."""

_SHORTEST = 3
"""Letters of a value that may be the beginning of another."""


def held_values(reader: StoreReader, field: Field) -> str:
    """Return what the index holds in a field, as the end of a sentence; empty where there is too much."""
    asked = [str(getattr(node, "text", node)) for node in _values(field.node)]
    if field.name == "symbol":
        return "; ".join(_missing(reader, text) for text in asked[:_PROPOSED])
    if field.name == "cites":
        return "; ".join(filter(None, (_cited(reader, text) for text in asked[:_PROPOSED])))
    if field.name in {"year", "date"}:
        held = list(reader.held(field.name))
        return f"the index holds {held[0]} to {held[-1]}" if held else f"no document has a {field.name}"
    if field.name not in {*_CLOSED, "entity"}:
        return ""
    counts = reader.counts(field.name)
    names = {_printed(field.name, name): number for name, number in counts.items()}
    if not names:
        return "the index holds none"
    near = _meant(field.name, asked, names) if field.name != "lang" else []
    if len(names) > _LISTED and near:
        return f"did you mean {listed(near)}?"
    question = f"; did you mean {listed(near)}?" if near else ""
    most = sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))
    told = ", ".join(f"{name} ({number:,})" for name, number in most[:_LISTED])
    more = f", and {len(most) - _LISTED:,} more" if len(most) > _LISTED else ""
    return f"the index holds {told}{more}{question}"


def _missing(reader: StoreReader, text: str) -> str:
    if is_file(text):
        return missing_file(reader, text)
    return f"no symbol begins with {text}" if text.endswith("/") else missing_symbol(reader, text)


def unheld(reader: StoreReader, *trees: Node | None) -> list[str]:
    """Return a sentence for each value that is in no record, where other values hide it: lang:(en OR frr)."""
    told: list[str] = []
    fields = (leaf for tree in trees if tree is not None for leaf in leaves(tree))
    for field in fields:
        if not isinstance(field, Field) or field.name not in _CLOSED:
            continue
        for value in _values(field.node):
            if isinstance(value, Not):
                continue
            name, terms = field_terms(reader, field.name, value)
            if not any(len(reader.numbers(name, term)) for term in terms):
                alone = Field(field.name, value)
                told.append(f"{alone} is in no paragraph; {held_values(reader, alone)}")
    return told


def _cited(reader: StoreReader, text: str) -> str:
    """Return how many records cite the document of a place that none cites, or how its name is found."""
    from indexer.grammar.citations import parse_citation  # noqa: PLC0415 - only for what is not there
    from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - as above

    symbol = parse_citation(text).symbol
    terms = citing_terms(reader, str(symbol)) if symbol is not None else []
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


def _meant(field: str, asked: Iterable[str], held: Iterable[str]) -> list[str]:
    """Return the values of the index that some others were probably meant to be, the likeliest first."""
    import difflib  # noqa: PLC0415 - only for what is not there

    known = _words_for(field)
    values = {value.casefold(): value for value in held}
    words = {word: values[value.casefold()] for word, value in known.items() if value.casefold() in values}
    words |= values
    number, cutoff = (1, _SLIP) if len(values) <= _LISTED else (_PROPOSED, _LIKENESS)
    found: list[str] = []
    for text in map(str.casefold, asked):
        if text in known:  # a sound value, of which there is none
            continue
        begun = [word for word in values if len(text) >= _SHORTEST and word.startswith(text)]
        near = begun or difflib.get_close_matches(text, words, number, cutoff)
        found += [words[word] for word in near[:number]]
    return list(dict.fromkeys(found))


def _words_for(field: str) -> dict[str, str]:
    """Return what a value may be called, in small letters, each with the value that is meant."""
    if field == "kind":
        return {kind: kind for kind in get_args(Kind)}
    if field == "position":
        return dict(position_words())
    if field == "body":
        return {word: body for word, bodies in body_words().items() for body in bodies}
    if field == "entity":
        from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - only for what is not there

        return {name.casefold(): entity.id for entity, name in Gazetteer.load().spellings()}
    return {}
