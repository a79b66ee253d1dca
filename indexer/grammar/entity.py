"""An entity as the data file has it: what it is, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

EntityKind = Literal[
    "organ", "body", "department", "agency", "fund", "institute", "regional-commission", "treaty-body",
    "mechanism", "mandate", "mission", "instrument", "court", "bank", "regional", "international", "group",
    "ngo", "state", "territory",
]  # fmt: skip


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """Something with a name.

    Attributes:
        id: The usual acronym, or a short word.
        kind: What it is.
        names: By language, the most usual first.
        document: Symbol of the document that holds the text, for instruments that have one.
        generic: Whether bodies of States bear the same name, so that the words around must be looked at.
        numbered: For a convention that is cited by its number, the id of the organization that gives it, and
            the number.
        acronyms: By language; English ones are used in all languages.
        examples: Texts that name it.
        counterexamples: Texts that do not name it.
    """

    id: str
    kind: EntityKind
    names: dict[str, tuple[str, ...]]
    document: str | None = None
    generic: bool = False
    numbered: tuple[str, int] | None = None
    acronyms: dict[str, tuple[str, ...]] = {}
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The main English name."""
        return self.names["en"][0]


class GazetteerData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file.

    Attributes:
        ambiguous: Acronyms of several entities, with what they may mean, the first being usual.
        elsewhere: Names of something else that hold the name of an entity.
        words: Acronyms that are common words too.
        nothing: Texts that name nothing.
        entities: All of them.
    """

    ambiguous: dict[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    words: frozenset[str]
    nothing: tuple[str, ...]
    entities: tuple[Entity, ...]


def languages_of(values: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield each value with its language."""
    for language, listed in values.items():
        for value in listed:
            yield language, value
