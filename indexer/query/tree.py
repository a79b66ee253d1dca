"""The query as a tree, independent of the engine.

The text of a node is a query that reads back as the same node.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class _Node(msgspec.Struct, frozen=True, tag=True):
    """Base of all nodes: immutable, compared by value, readable as JSON."""


class Word(_Node, frozen=True, tag=True):
    """A word, found in all its grammatical forms; in capitals, an acronym."""

    text: str

    def __str__(self) -> str:
        return self.text


class Prefix(_Node, frozen=True, tag=True):
    """Every word that begins like this."""

    text: str

    def __str__(self) -> str:
        return f"{self.text}*"


class Fuzzy(_Node, frozen=True, tag=True):
    """Every word that differs in this many letters at most."""

    text: str
    distance: int = 1

    def __str__(self) -> str:
        return f"{self.text}~{self.distance}"


class Exact(_Node, frozen=True, tag=True):
    """A word as typed, capitals included, without any expansion."""

    text: str

    def __str__(self) -> str:
        return f"={self.text}"


class Phrase(_Node, frozen=True, tag=True):
    """These words in this order, unstemmed, whatever their capitals."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'


class Symbol(_Node, frozen=True, tag=True):
    """The document with this symbol; with under, every document whose symbol begins so."""

    text: str
    under: bool = False

    def __str__(self) -> str:
        return f"{self.text}/*" if self.under else self.text


class Citation(_Node, frozen=True, tag=True):
    """The cited paragraph, and every paragraph that cites it."""

    text: str

    def __str__(self) -> str:
        return self.text


class Range(_Node, frozen=True, tag=True):
    """Values from low to high, both included; None is open. Stands only in a field."""

    low: str | None
    high: str | None

    def __str__(self) -> str:
        return f"{self.low or ''}..{self.high or ''}"


class Named(_Node, frozen=True, tag=True):
    """Something known by several names; made by expansion, never by typing.

    Attributes:
        surface: As typed.
        title: The main name, for the notice.
        entity: Id in the gazetteer, None when the name was learnt from the documents.
        acronyms: Letters, matched as typed.
        names: Full names from the gazetteer, found through the entity; needed as phrases only inside NEAR.
        learnt: Full names that the documents define, matched as phrases.
    """

    surface: str
    title: str
    entity: str | None
    acronyms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    learnt: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f'"{self.surface}"' if " " in self.surface else self.surface


class Not(_Node, frozen=True, tag=True):
    """What must not be there; stands only beside something that must."""

    node: Node

    def __str__(self) -> str:
        return f"NOT {_wrapped(self.node, (Or, And, Run, Not))}"


class Near(_Node, frozen=True, tag=True):
    """Both, with at most this many words from one to the other, in any order."""

    left: Node
    right: Node
    distance: int

    def __str__(self) -> str:
        left = _wrapped(self.left, (Or, And, Run, Not))
        right = _wrapped(self.right, (Or, And, Run, Not, Near))
        return f"{left} NEAR/{self.distance} {right}"


class Run(_Node, frozen=True, tag=True):
    """Words side by side: all of them, or any of them when the search says so."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(_wrapped(node, (Or, And, Run)) for node in self.nodes)


class And(_Node, frozen=True, tag=True):
    """All of these."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return " AND ".join(_wrapped(node, (Or, And)) for node in self.nodes)


class Or(_Node, frozen=True, tag=True):
    """Any of these."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_wrapped(node, (Or,)) for node in self.nodes)


class Field(_Node, frozen=True, tag=True):
    """A query that holds for one field of the record."""

    name: str
    node: Node

    def __str__(self) -> str:
        return f"{self.name}:{_wrapped(self.node, (Or, And, Run, Not, Near))}"


Node: TypeAlias = (
    Word
    | Prefix
    | Fuzzy
    | Exact
    | Phrase
    | Symbol
    | Citation
    | Range
    | Named
    | Not
    | Near
    | Run
    | And
    | Or
    | Field
)


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A query as read.

    Attributes:
        text: As typed.
        root: The tree.
        any_word: Whether one of several words side by side is enough.
        ignored: What was typed and holds neither a letter nor a digit.
    """

    text: str
    root: Node
    any_word: bool = False
    ignored: tuple[str, ...] = ()

    def __str__(self) -> str:
        return str(self.root)


def _wrapped(node: Node, loose: tuple[type, ...]) -> str:
    """Return a node's text, in brackets where it binds less tightly than its surroundings."""
    return f"({node})" if isinstance(node, loose) else str(node)
