"""Numbers and letters of places that are written short: 875-77, (a)(b)(c), (a) (i) and (ii)."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from indexer.grammar.characters import roman_value
from indexer.grammar.patterns import lazy

_ROMAN: Final = lazy(r"[ivx]+$")


def follows(number: str, further: str) -> bool:
    """Tell whether a number is of the same kind as the one before it and greater."""
    values = [(int(text), 0) if text.isdigit() else (roman_value(text) or 0, 1) for text in (number, further)]
    return values[0][1] == values[1][1] and 0 < values[0][0] < values[1][0]


def fill_cut_number(first: str, last: str) -> str:
    """Return the last number in full: 875-77 is 875 to 877, 7.2-4 is 7.2 to 7.4."""
    if "." in first and last.isdigit():
        *stem, end = first.split(".")
        within = not stem[0].isdigit() or int(last) < int(stem[0])
        if end.isdigit() and within and int(last) > int(end):
            return ".".join([*stem, last])
    if first.isdigit() and last.isdigit() and len(last) < len(first) and int(last) < int(first):
        filled = first[: len(first) - len(last)] + last
        return filled if int(filled) > int(first) else last
    return last


def separate_subs(subs: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return (a)(b)(c) as three sub-paragraphs, and (a)(ii) as the one that it is."""
    letters = all(len(sub) == 1 for sub in subs)
    in_order = all(ord(b) - ord(a) == 1 for a, b in pairwise(subs)) if letters else False
    if len(subs) > 1 and in_order and subs != ("h", "i"):
        return [(sub,) for sub in subs]
    return [subs]


def continue_subs(previous: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Return the full sub-paragraph of "(ii)" behind "(a) (i)": (a) (ii); of "(b)": (b)."""
    if len(new) < len(previous):
        same_kind = bool(_ROMAN.match(previous[-1])) == bool(_ROMAN.match(new[0]))
        if same_kind:
            return (*previous[: len(previous) - len(new)], *new)
    return new
