"""What stands around acts, annexes and chapters, and where an act ends."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeVar

import regex

from indexer.grammar.characters import roman_value
from indexer.segment.heading_ranks import NO_NUMBER, Title, division, heads_act, holds, scope_of
from indexer.segment.line_starts import CHAPTER, ENUMERATOR
from indexer.segment.scopes import ACT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.segment.scopes import Scope

_T = TypeVar("_T")

_FIRST_CHAPTER = regex.compile(r"^\p{L}+\s(?:I|1|one)\b|^第[一1]章|^الفصل\s+الأول", regex.I)


def outside_act(path: tuple[Title, ...], own: Title) -> tuple[Title, ...]:
    """Return the headings without an act that ends, as a chapter begins behind it.

    It is set as the chapter above the act is, and otherwise than the act, or it has the next roman number
    or letter, and the act has none that it could be the next of.
    """
    act = next((at for at, title in enumerate(path) if heads_act(title)), 0)
    for at, title in enumerate(path[:act]):
        if _is_next(own.text, title.text):
            inside = any(_is_next(own.text, below.text) for below in path[act:])
            return path if inside else path[: at + 1]
        if title.rank == own.rank == NO_NUMBER and title.look == own.look > path[act].look:
            return path[: at + 1]
    return path


def _is_next(text: str, above: str) -> bool:
    """Whether a heading begins with the roman number or the letter behind that of another one.

    >>> _is_next("II. Lamps", "I. Light"), _is_next("B. Lamps", "A. Light"), _is_next("C. Oil", "A. Light")
    (True, True, False)
    """
    own, before = ENUMERATOR.match(text), ENUMERATOR.match(above)
    return own is not None and before is not None and _follows(own["e"], before["e"])


def _follows(number: str, above: str) -> bool:
    """Whether a roman number, or a letter, is the one behind another.

    >>> _follows("IV", "III"), _follows("D", "C"), _follows("II", "")
    (True, True, False)
    """
    if len(number) == len(above) == 1 and number.isupper() and ord(number) == ord(above) + 1:
        return True
    return (roman_value(number) or 0) == (roman_value(above) or 0) + 1 > 1


def is_next_roman(text: str, above: str) -> bool:
    """Whether a heading begins with the roman number behind that of another one, both without a stop.

    >>> is_next_roman("IV Lamps of the coast", "III Lights"), is_next_roman("V. Lamps", "IV. Lights")
    (True, False)
    """
    numbers = [words.partition(" ")[0] for words in (text, above)]
    return all(number and not number.strip("IVX") for number in numbers) and _follows(*numbers)


def _behind(scope: Scope, above: Scope | None) -> bool:
    """Whether an annex, or the like, is the one behind another: "Annex III" behind "Annex II"."""
    kind, _, number = scope.slug.partition("-")
    before, _, last = above.slug.partition("-") if above is not None else ("", "", "")
    if number.isdecimal() and last.isdecimal():
        return kind == before and int(number) == int(last) + 1
    return kind == before and _follows(number, last)


def around(path: tuple[Title, ...], own: Title) -> tuple[Title, ...]:
    """Return the headings around a scope: the annex of an appendix, the chapter and section of a decision.

    A chapter stands below a part, and a section below both; in an act or annex where none is above that.
    """
    scope = scope_of(own.text)
    if scope is None:
        return _around_chapter(path, own)
    if scope.rank == ACT:
        like = (at for at, title in enumerate(path) if heads_act(title) and title.look == own.look)
        return path[: next(like, 0)] or tuple(
            itertools.takewhile(lambda title: holds(title, scope, own.look), path)
        )
    outer = [scope_of(title.text) if title.rank == 0 else None for title in path]
    before = last_where(outer, lambda other: other is not None and other.rank == scope.rank)
    if before >= 0 and _behind(scope, outer[before]):
        return around(path[:before], own)  # no annex of a decision in the annex before
    places = {at for at, other in enumerate(outer) if other and other.rank < scope.rank}
    act = next((at for at in sorted(places) if heads_act(path[at])), -1)
    return tuple(
        title
        for at, title in enumerate(path)
        if at in places or (title.rank and (at < act or (at - 1 == act >= 0 and title.names)))
    )


def _around_chapter(path: tuple[Title, ...], own: Title) -> tuple[Title, ...]:
    """Return the headings around a chapter: one behind an annex is in it where the annex begins to count."""
    holder = 1 + last_where(path, lambda title: title.rank == 0 and scope_of(title.text) is not None)
    counted = any(CHAPTER.match(title.text) for title in path[holder:]) or _FIRST_CHAPTER.match(own.text)
    outside = any(CHAPTER.match(title.text) for title in path[:holder])
    if holder and (outside or not (counted or heads_act(path[holder - 1]))):
        holder = 0
    below = itertools.takewhile(lambda title: title.names or division(title) < division(own), path[holder:])
    return (*path[:holder], *below)


def last_where(path: Sequence[_T], is_so: Callable[[_T], bool]) -> int:
    """Return the place of the last of some, as headings, of which something is so, -1 where there is none."""
    return next((at for at in reversed(range(len(path))) if is_so(path[at])), -1)
