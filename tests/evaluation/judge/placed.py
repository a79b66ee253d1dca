"""What has a place in a text: words side by side and near each other, found by plain loops or by FTS5."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tests.evaluation.judge.folding import folded
from tests.evaluation.judge.tables import token
from tests.evaluation.judge.words import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PHRASES = 100
"""Phrases that FTS5 is asked for at once; beyond, the loops alone decide."""

MOST_WAYS = 100
"""Ways to write something of which FTS5 is asked for every word."""


class Slot(NamedTuple):
    """Words any of which may stand at one place, or the beginning of one.

    Where it is one half of a joined word ("genderbased"), none that is written there is meant.
    """

    kind: str
    words: frozenset[str]
    begins: str = ""
    is_half: bool = False

    def holds(self, place: Place) -> bool:
        """Whether one of them stands there."""
        there: frozenset[str] = getattr(place, self.kind)
        if self.is_half:
            return not self.words.isdisjoint(there - set(map(folded, place.typed)))
        if self.begins:
            return any(word.startswith(self.begins) for word in there)
        return not self.words.isdisjoint(there)

    def places(self, row: list[Place]) -> list[int]:
        """Where in a text one of them stands."""
        if self.begins:
            return [at for at, place in enumerate(row) if self.holds(place)]
        nth = Place._fields.index(self.kind)
        apart = self.words.isdisjoint
        return [at for at, place in enumerate(row) if not apart(place[nth])]

    def match(self, field: str) -> str:
        """What FTS5 is asked for."""
        wanted = (
            f'"{token(self.begins)}" *'
            if self.begins
            else " OR ".join(f'"{token(word)}"' for word in sorted(self.words))
        )
        return f"{field}_{self.kind} : ({wanted})" if wanted else ""


Way: TypeAlias = tuple[Slot, ...]


class Ways(NamedTuple):
    """Ways to write something, each a row of slots side by side."""

    ways: tuple[Way, ...]


class Close(NamedTuple):
    """Two things at most so many words apart."""

    left: Thing
    right: Thing
    distance: int


class Ahead(NamedTuple):
    """Two things, the second at most so many words behind the first."""

    left: Thing
    right: Thing
    distance: int


class Either(NamedTuple):
    """Any of some things."""

    things: tuple[Thing, ...]


Thing: TypeAlias = Ways | Close | Ahead | Either


def spans(thing: Thing, row: list[Place]) -> set[tuple[int, int]]:
    """First and last place of each stretch of a text that a thing fits."""
    if isinstance(thing, Either):
        return {span for inner in thing.things for span in spans(inner, row)}
    if isinstance(thing, Close | Ahead):
        left = spans(thing.left, row)
        right = spans(thing.right, row) if left else ()
        return {
            (min(first[0], second[0]), max(first[1], second[1]))
            for first in left
            for second in right
            if 1 <= _steps(thing, first, second) <= thing.distance
        }
    return {
        (at, at + len(way) - 1)
        for way in thing.ways
        for at in way[0].places(row)
        if at + len(way) <= len(row) and all(slot.holds(row[at + step]) for step, slot in enumerate(way))
    }


def _steps(thing: Close | Ahead, first: tuple[int, int], second: tuple[int, int]) -> int:
    ahead = second[0] - first[1]
    return ahead if isinstance(thing, Ahead) else max(ahead, first[0] - second[1])


def is_single(thing: Thing) -> bool:
    """Whether to hold its words is enough."""
    return isinstance(thing, Ways) and all(len(way) == 1 for way in thing.ways)


def candidates(thing: Thing, field: str) -> str:
    """What FTS5 is asked for: all words of a thing, wherever they stand; one of each of many ways.

    A word with ten hyphens is written in a thousand ways, for which FTS5 takes gigabytes.
    """
    if isinstance(thing, Either):
        return _any(candidates(inner, field) for inner in thing.things)
    if isinstance(thing, Close | Ahead):
        return _all([candidates(thing.left, field), candidates(thing.right, field)])
    ways = [[slot.match(field) for slot in way] for way in thing.ways]
    if len(ways) > MOST_WAYS and all(map(all, ways)):
        return _any(iter(sorted({max(way, key=len) for way in ways})))
    return _any(map(_all, ways))


def native(thing: Thing, field: str) -> str:
    """What FTS5 is asked for where it has the meaning of a thing; empty where it has not."""
    if isinstance(thing, Ways):
        whole = [way for way in thing.ways if not any(slot.is_half for slot in way)]
        rows = [_phrases(way) for way in whole]  # in the records left to FTS5 no word is joined
        if not all(rows):
            return ""
        return _any(f"{field}_{kind} : {phrase}" for row in rows for (kind, _), phrase in row)
    if isinstance(thing, Close) and isinstance(thing.left, Ways) and isinstance(thing.right, Ways):
        if _words(thing.left) & _words(thing.right):
            return ""  # FTS5 takes a word as near to itself
        left = [_phrases(way) for way in thing.left.ways]
        right = [_phrases(way) for way in thing.right.ways]
        if not all(left + right):
            return ""
        pairs = list(product((one for row in left for one in row), (one for row in right for one in row)))
        if len(pairs) > MOST_PHRASES or any(first[0][0] != second[0][0] for first, second in pairs):
            return ""
        # FTS5 counts the words between, the language the steps from one to the other
        return _any(
            f"{field}_{found[0]} : NEAR({phrase} {other}, {thing.distance - 1})"
            for (found, phrase), (wanted, other) in pairs
            if found == wanted
        )
    return ""


def _words(ways: Ways) -> set[str]:
    return {word for way in ways.ways for slot in way for word in slot.words}


def _phrases(way: Way) -> list[tuple[tuple[str, str], str]]:
    """The phrases of a way, each with the kind and language of its words; none where they are of several."""
    kinds = {slot.kind for slot in way}
    if len(kinds) > 1 or any(slot.begins or not slot.words for slot in way) or _number(way) > MOST_PHRASES:
        return []
    kind = kinds.pop()
    found = []
    for choice in product(*(sorted(slot.words) for slot in way)):
        languages = {word.partition(":")[0] if kind == "stems" else "" for word in choice}
        if len(languages) == 1:
            found.append(((kind, languages.pop()), f'"{" ".join(map(token, choice))}"'))
    return found


def _number(way: Way) -> int:
    number = 1
    for slot in way:
        number *= len(slot.words)
    return number


def _any(several: Iterator[str]) -> str:
    held = [one for one in several if one]
    return f"({' OR '.join(f'({one})' for one in held)})" if held else ""


def _all(several: list[str]) -> str:
    return f"({' AND '.join(f'({one})' for one in several)})" if all(several) else ""
