"""Acronyms and names in a tree -> everything they are called."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.patterns import lazy
from indexer.query.leaf_nodes import Named, Phrase, Word
from indexer.query.terms import unelided
from indexer.query.tree import And, Near, Not, Or, Run
from indexer.store.analysis import is_acronym
from indexer.store.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indexer.grammar.entity import Entity
    from indexer.grammar.gazetteer import Gazetteer
    from indexer.model import LearntAcronym
    from indexer.query.tree import Node

LONGEST_NAME = 32
"""Words of the longest name that is looked for among words side by side."""

_MOST_KNOWN = 4_096
"""Words and names of which it is remembered what they stand for."""

_TO_THE = lazy(r"لل(?=\p{Arabic}{2})")
_ONTO = lazy(r"[وبل](?=\p{Arabic}{3})")
"""Arabic for "to the", and for "and", "in" and "to"."""

_DOTTED = lazy(r"(?:\p{Lu}\.){2,}|(?:\p{Lu}\.)+\p{Lu}")
"""An acronym as it was often written, "U.N.D.P."; a query loses the last stop."""

_ARTICLE = lazy(r"(?:the|les?|la|el|los|las)\s++(?=\S)", ignore_case=True)
"""Articles of names in languages that write them as words; "l'" and Arabic ones are written onto the name."""

_POSSESSIVE = lazy(r"(?r)['’‘ʼ´`][sS]")
"""What English puts behind a name of which something is said."""

_PLACES = frozenset({"state", "territory"})
"""Kinds of entities that are meant inside longer names too: the mission of that State, the expert on it."""


class Names:
    """What is known of names: the gazetteer, and what the documents define."""

    def __init__(self, gazetteer: Gazetteer, learnt: Iterable[LearntAcronym]) -> None:
        self._gazetteer = gazetteer
        self._known: Memory[str, tuple[Named | None]] = Memory(_MOST_KNOWN)
        self._forms: dict[str, list[str]] = {}
        self._by_letters: dict[str, list[str]] = {}
        self._by_name: dict[str, str] = {}
        for one in learnt:
            letters = _singular(one.acronym)
            forms = self._forms.setdefault(letters, [])
            if one.acronym not in forms:
                forms.append(one.acronym)
            names = self._by_letters.setdefault(letters, [])
            if one.name.casefold() not in {name.casefold() for name in names}:
                names.append(one.name)
            self._by_name.setdefault(_key(one.name), letters)

    def named(self, surface: str) -> Named | None:
        """Return what a word or name stands for, the same for each of its names."""
        found = self._known.get(surface)
        if found is None:
            spelt = (self._named(spelling, surface) for spelling in _spellings(surface))
            found = self._known.keep(surface, (next(filter(None, spelt), None),))
        return found[0]

    def _named(self, surface: str, typed: str) -> Named | None:
        letters = _singular(surface)
        if letters not in self._by_letters and not is_acronym(surface):
            letters = self._by_name.get(_key(surface), "")
        entity = self._gazetteer.resolve(surface)
        if entity is None and letters:
            entity = self._gazetteer.resolve(letters) if letters != surface else None
            entity = entity or self._meaning(letters)
        if entity is not None:
            return self._of_entity(entity, typed)
        names = self._by_letters.get(letters)
        if not names:
            return None
        return Named(
            surface=typed,
            title=names[0],
            entity=None,
            acronyms=tuple(self._forms[letters]),
            learnt=tuple(names),
        )

    def _meaning(self, letters: str) -> Entity | None:
        """Return the entity of all names that the documents give to an acronym which is unknown otherwise."""
        names = self._by_letters.get(letters)
        if not names or self._gazetteer.candidates(letters):
            return None
        entity, *others = map(self._gazetteer.resolve, names)
        return entity if all(other == entity for other in others) else None

    def _of_entity(self, entity: Entity, surface: str) -> Named:
        known = self._gazetteer.expansion(entity.name) or (entity.name,)
        acronyms = tuple(name for name in known if is_acronym(name) and len(name.split()) == 1)
        names = tuple(name for name in known if name not in acronyms)
        for letters in dict.fromkeys(self._by_name.get(_key(name), "") for name in names):
            if self._meaning(letters) == entity:
                acronyms += tuple(self._forms[letters])
        listed = {_key(name) for name in names}
        learnt = [
            name
            for letters in acronyms
            for name in self._by_letters.get(_singular(letters), [])
            if _key(name) not in listed and self._gazetteer.resolve(name) in (None, entity)
        ]
        if entity.kind in _PLACES:
            learnt += _shortest(names)
        return Named(
            surface=surface,
            title=entity.name,
            entity=entity.id,
            acronyms=acronyms,
            names=names,
            learnt=tuple(dict.fromkeys(learnt)),
        )


def _spellings(surface: str) -> Iterator[str]:
    """Yield what was typed, and as a name without what a sentence writes onto it or before it.

    "The UNHCR’s" is the UNHCR. A single word behind an article must look like a name by itself, since "the
    turkey" asks for no State.
    """
    yield surface
    owner = surface[: possessive.start()] if (possessive := _POSSESSIVE.match(surface)) else surface
    article = _ARTICLE.match(owner)
    name = owner[article.end() :] if article else owner
    if " " not in name and not may_be_name(name):
        name = owner
    yield from (
        other for other in dict.fromkeys((_bare(surface), owner, name, _bare(name))) if other != surface
    )


def _bare(surface: str) -> str:
    """Return the OIT of "l'OIT", as French and Arabic write onto names, and an acronym without its stops."""
    if _DOTTED.fullmatch(surface):
        return surface.replace(".", "")
    if _TO_THE.match(surface):
        return "ال" + surface[2:]
    return surface[1:] if _ONTO.match(surface) else unelided(surface)


def _singular(acronym: str) -> str:
    """Return an acronym without the "s" of a plural."""
    return acronym[:-1] if acronym[-1:] == "s" and is_acronym(acronym[:-1]) else acronym


def _shortest(names: Iterable[str]) -> list[str]:
    """Return the names that hold none of the others: whoever looks for those finds the rest."""
    keys = {f" {_key(name)} ": name for name in names}
    return [name for key, name in keys.items() if not any(other != key and other in key for other in keys)]


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def expand(node: Node, names: Names) -> Node:
    """Return the tree with every acronym and known name replaced by all it is called."""
    if isinstance(node, Run):
        return _run(node, names)
    if isinstance(node, And | Or):
        return msgspec.structs.replace(node, nodes=tuple(expand(inner, names) for inner in node.nodes))
    if isinstance(node, Not):
        return Not(expand(node.node, names))
    if isinstance(node, Near):
        return Near(expand(node.left, names), expand(node.right, names), node.distance)
    if isinstance(node, Phrase):
        return names.named(node.text) or node
    if isinstance(node, Word) and may_be_name(node.text):
        return names.named(node.text) or node
    return node


def may_be_name(word: str) -> bool:
    """Return whether a word by itself is typed as a name: with a capital, or in letters that have none."""
    return word != word.lower() or word.lower() == word.upper()


def _run(node: Run, names: Names) -> Node:
    nodes: list[Node] = []
    at = 0
    while at < len(node.nodes):
        found, count = _longest(node.nodes[at:], names)
        nodes.append(found or expand(node.nodes[at], names))
        at += count
    return nodes[0] if len(nodes) == 1 else Run(tuple(nodes))


def _longest(nodes: tuple[Node, ...], names: Names) -> tuple[Node | None, int]:
    """Return the longest name that parts side by side begin with, and how many they are.

    A part may be words in brackets, since names have some: "Iran (Islamic Republic of)".
    """
    parts = list(takewhile(bool, map(_words, nodes[:LONGEST_NAME])))
    for count in range(len(parts), 0, -1):
        words = [word for part in parts[:count] for word in part]
        found = names.named(" ".join(words)) if 1 < len(words) <= LONGEST_NAME else None
        if found is not None:
            return found, count
    return None, 1


def _words(node: Node) -> tuple[str, ...]:
    """Return the words of a part that is a word or a row of words, none of any other."""
    if isinstance(node, Word):
        return (node.text,)
    if isinstance(node, Run) and all(isinstance(inner, Word) for inner in node.nodes):
        return tuple(f"({' '.join(map(str, node.nodes))})".split())
    return ()
