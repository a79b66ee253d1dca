"""Words that are sought -> the letters by which they are known in a text, and the chunks that hold these."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.store.analysis import TYPED_FORM, WHOLE_FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.query.terms import Slot, Slots
    from indexer.store.written import Written

_MOST = 32
"""Letters up to which a text is searched for each of them."""

_TELLING = 4
"""Letters of a common beginning that are sought in place of all words that begin so."""


class Letters(NamedTuple):
    """What to look for in a text in plain characters.

    Attributes:
        folded: In small letters, for a text made small.
        typed: As they are written; also a hyphen, where any word with hyphens may be meant.
        shortest: The length of the shortest: short ones stand in many words.
    """

    folded: frozenset[str]
    typed: frozenset[str]
    shortest: int

    def places(self, text: str) -> dict[int, int]:
        """Return where the chunks begin and end that may hold any of the words.

        A chunk beyond ASCII may, since other letters may stand for the ones that are sought.
        """
        found: dict[int, int] = {}
        if not text.isascii():
            text = text.encode("ascii", "replace").decode("ascii")
            _look(text, ("?",), found)
        if self.typed:
            _look(text, self.typed, found)
        if self.folded:
            _look(text.lower(), self.folded, found)
        return found


def _look(text: str, several: Iterable[str], found: dict[int, int]) -> None:
    """Add where the chunks begin and end that hold any of several letters."""
    find, find_back = text.find, text.rfind
    for letters in several:
        at = find(letters)
        while at >= 0:
            start = find_back(" ", 0, at) + 1
            end = find(" ", at)
            if end < 0:
                found[start] = len(text)
                break
            found[start] = end
            at = find(letters, end)


def rarest(slots: Slots, written: Callable[[str], Written]) -> tuple[int, Letters | None]:
    """Return the slot of a sequence that is best looked for, and its letters unless they are too many."""
    best, chosen = 0, None
    for step, slot in enumerate(slots):
        found = _letters_of(slot, written)
        if found is not None and (chosen is None or found.shortest > chosen.shortest):
            best, chosen = step, found
    return best, chosen


def together(several: Sequence[Letters | None]) -> Letters | None:
    """Return the letters of several slots as one."""
    known = [letters for letters in several if letters is not None]
    if len(known) < len(several):
        return None
    folded = frozenset().union(*(letters.folded for letters in known))
    typed = frozenset().union(*(letters.typed for letters in known))
    shortest = min((letters.shortest for letters in known), default=_MOST)
    return Letters(folded, typed, shortest) if len(folded) + len(typed) <= _MOST * 2 else None


def _letters_of(slot: Slot, written: Callable[[str], Written]) -> Letters | None:
    folded: list[str] = []
    typed: list[str] = []
    hyphened = False
    for term in slot:
        if term.startswith(WHOLE_FORM):
            folded.append(term[1:])
            hyphened = True
        elif term.startswith(TYPED_FORM):
            typed.append(term[1:])
        else:
            forms, is_joined = written(term)
            folded += forms
            hyphened |= is_joined
    small, capital = _ways(_beginnings(folded)), _ways(typed)
    if len(small) + len(capital) > _MOST:
        return None
    shortest = min(map(len, small | capital), default=_MOST)
    return Letters(small, capital | {"-"} if hyphened else capital, shortest)


def _beginnings(words: list[str]) -> list[str]:
    """Return a few letters with which all of some words begin."""
    if len(words) < 2:
        return words
    low, high = min(words), max(words)
    common = next((nth for nth, letter in enumerate(low) if high[nth : nth + 1] != letter), len(low))
    return [low[:common]] if common >= _TELLING and low[:common].isalpha() else words


def _ways(words: Iterable[str]) -> frozenset[str]:
    """Return all ways to write some words: U.N. is one of UN, and 1,000 of 1000; plain characters only."""
    found = set()
    for word in words:
        if not word.isascii():
            continue
        found.add(word)
        if word.isalpha():
            found.add(".".join(word))
        elif word.isdigit() and len(word) > 3:
            head = len(word) % 3 or 3
            found.add(",".join([word[:head], *(word[at : at + 3] for at in range(head, len(word), 3))]))
    return frozenset(found)
