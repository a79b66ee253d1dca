"""One look at a text for all by which a citation can be known, so that most texts need no second one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LATIN_STARTS: Final = (
    "para",
    "párr",
    "parr",
    "par.",
    "annex",
    "append",
    "enclos",
    "footnote",
    "note ",
    "foot note",
)
"""How locators begin, in lower case: where one of these stands a locator may begin, elsewhere none can."""
OTHER_LOCATORS: Final = (
    "preamb", "§", "¶", "第", "附", "пункт", "п.", "прилож", "добавл", "فقر", "مرفق", "anexo", "apéndice",
    "pièce",
)  # fmt: skip
"""Signs of locators before which words may stand: the text must be searched from end to end."""
RESOLUTIONS: Final = ("resol", "résol", "decisi", "décisi", "резолюци", "решени")
"""How the words for a resolution or a decision begin, in lower case."""
OTHER_RESOLUTIONS: Final = ("决议", "决定", "قرار", "مقرر")
"""The same where something may stand before it."""
IBID: Final = ("ibid", "там же", "同上", "المرجع نفسه")

_KINDS: Final = (LATIN_STARTS, OTHER_LOCATORS, RESOLUTIONS, OTHER_RESOLUTIONS, IBID)


class Signs(msgspec.Struct, frozen=True, gc=False):
    """What a text has of each kind: offsets in order, and whether there are others.

    Attributes:
        locators: Where locators may begin.
        has_other_locators: Whether they may begin anywhere.
        resolutions: Where words for resolutions begin.
        has_other_resolutions: Whether they may begin anywhere.
        has_ibid: Whether the document cited before may be meant.
    """

    locators: tuple[int, ...] = ()
    has_other_locators: bool = False
    resolutions: tuple[int, ...] = ()
    has_other_resolutions: bool = False
    has_ibid: bool = False


NO_SIGNS: Final = Signs()


def find_signs(lowered: str) -> Signs:
    """Return the signs in folded text in lower case.

    >>> find_signs("in resolution 5/1, annex, para. 2").resolutions
    (3,)
    >>> find_signs("nothing is cited") is NO_SIGNS
    True
    """
    automaton, kinds = _automaton()
    try:
        matches = automaton.find_matches_as_indexes(lowered, overlapping=True)
    except UnicodeEncodeError:  # halves of pairs, which no automaton takes
        whole = lowered.encode("utf-8", "replace").decode()
        matches = automaton.find_matches_as_indexes(whole, overlapping=True)
    if not matches:
        return NO_SIGNS
    places: tuple[set[int], ...] = tuple(set() for _ in _KINDS)
    for index, start, _ in matches:
        places[kinds[index]].add(start)
    locators, others, resolutions, other_resolutions, ibid = places
    return Signs(
        locators=tuple(sorted(locators)),
        has_other_locators=bool(others),
        resolutions=tuple(sorted(resolutions)),
        has_other_resolutions=bool(other_resolutions),
        has_ibid=bool(ibid),
    )


@cache
def _automaton() -> tuple[AhoCorasick, list[int]]:
    from ahocorasick_rs import AhoCorasick as Automaton  # noqa: PLC0415  # only for running text

    kinds = [kind for kind, signs in enumerate(_KINDS) for _ in signs]
    return Automaton([sign for signs in _KINDS for sign in signs]), kinds
