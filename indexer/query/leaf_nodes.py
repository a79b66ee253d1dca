"""The nodes of a query that stand for something by themselves."""

from __future__ import annotations

import msgspec


class BaseNode(msgspec.Struct, frozen=True, tag=True):
    """Base of all nodes: immutable, compared by value, readable as JSON."""


class TextNode(BaseNode, frozen=True, tag=True):
    """Base of those that are typed as a text, most of them as it stands."""

    text: str

    def __str__(self) -> str:
        return self.text


class Word(TextNode, frozen=True, tag=True):
    """A word, found in all its grammatical forms; in capitals, an acronym."""


class Prefix(TextNode, frozen=True, tag=True):
    """Every word that begins like this."""

    def __str__(self) -> str:
        return f"{self.text}*"


class Wildcard(TextNode, frozen=True, tag=True):
    """Every word of this shape: * stands for any letters or none, ? for one."""


class Fuzzy(TextNode, frozen=True, tag=True):
    """Every word that differs in this many letters at most."""

    distance: int = 1

    def __str__(self) -> str:
        return f"{self.text}~{self.distance}"


class Exact(TextNode, frozen=True, tag=True):
    """A word as typed, capitals included, without any expansion."""

    def __str__(self) -> str:
        return f"={self.text}"


class Phrase(TextNode, frozen=True, tag=True):
    """These words in this order, unstemmed, whatever their capitals."""

    def __str__(self) -> str:
        return f'"{self.text}"'


class OpenPhrase(TextNode, frozen=True, tag=True):
    """Words in this order, some of them of a shape as in Wildcard."""

    def __str__(self) -> str:
        return f'"{self.text}"'


class Symbol(TextNode, frozen=True, tag=True):
    """The document with this symbol; with under, every document whose symbol begins so."""

    under: bool = False

    def __str__(self) -> str:
        return f"{self.text}/*" if self.under else self.text


class Citation(TextNode, frozen=True, tag=True):
    """The cited paragraph, and every paragraph that cites it."""


class Range(BaseNode, frozen=True, tag=True):
    """Values from low to high, both included; None is open. Stands only in a field."""

    low: str | None
    high: str | None

    def __str__(self) -> str:
        return f"{self.low or ''}..{self.high or ''}"


class Named(BaseNode, frozen=True, tag=True):
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
