"""Which numbers below a paragraph are recommendations, and what the State under review says to each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.grammar.positions import (
    announced_position,
    answered_position,
    called_position,
    headed_position,
    names_recommendations,
    says_position,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Position
    from indexer.segment.unit import Unit

_BY_STATE = lazy(r"(?r)[(（][^()（）]+[)）]\P{L}*$")


def find_items(units: Sequence[Unit], texts: Sequence[str]) -> None:
    """Make items of numbers below a paragraph ("2.1.") that are no recommendations: clauses of a resolution.

    Recommendations are called so in the paragraph or a heading above it, or end with the State in brackets.
    Where the paragraph is not there, as in excerpts and lists by theme, they stay what they are.

    Args:
        units: In order.
        texts: Of the units.
    """
    if not any(unit.kind == "recommendation" for unit in units):
        return  # most documents
    above: dict[str, list[str]] = {}
    listed: defaultdict[str, list[tuple[Unit, str]]] = defaultdict(list)
    for unit, text in zip(units, texts, strict=True):
        number, dot, _ = unit.address.partition(".")
        paragraph = unit.scope + number
        if unit.kind == "recommendation" and paragraph in above:
            listed[paragraph].append((unit, text))
        elif unit.number is not None and not dot:
            above[paragraph] = [*unit.section, text]
    for paragraph, below in listed.items():
        by_states = sum(_BY_STATE.search(text) is not None for _, text in below)
        said = {*above[paragraph], *(title for unit, _ in below for title in unit.section)}
        answered = says_position(above[paragraph][-1]) and not any(text[:1].islower() for _, text in below)
        if not (answered or 2 * by_states >= len(below) or any(map(names_recommendations, said))):
            for unit, _ in below:
                unit.kind = "item"


def find_positions(units: Sequence[Unit], texts: Sequence[str]) -> list[Position | None]:
    """Return the position to each unit: that of its row, or of the paragraph that announces its list.

    Where neither tells, the paragraph right below may say that the State will answer; in a paper that answers
    a review, the headings tell.

    Args:
        units: In order.
        texts: Of the units.
    """
    above: dict[str, str] = {}
    found: list[Position | None] = []
    unanswered: list[int] = []  # a run of recommendations that nothing above says anything of
    for unit, text in zip(units, texts, strict=True):
        address = unit.scope + unit.address
        position = None
        if unit.kind in ("recommendation", "item"):
            announcing = above.get(address.rpartition(".")[0], "")
            position = _in_row(unit) or (announced_position(announcing) if announcing else _in_heading(unit))
            unanswered = [*unanswered, len(found)] if position is None else []
        else:
            if unanswered and announced_position(text) == "pending":
                found[unanswered[0] :] = ["pending"] * len(unanswered)
            unanswered = []
            if unit.number is not None:
                above[address] = text
        found.append(position)
    return found


def _in_row(unit: Unit) -> Position | None:
    """Return what a cell of its own says in a list with a recommendation to each row, none where two differ.

    A word alone counts more than what a remark begins with.
    """
    cells = [item.text for item, _, _ in unit.pieces if item.line.role == "cell"]
    said = {*map(called_position, cells)} - {None} or {*map(answered_position, cells)} - {None}
    return said.pop() if len(said) == 1 else None


def _in_heading(unit: Unit) -> Position | None:
    """Return what the headings say above a reply, whose paragraph stands in the report of the review."""
    if unit.kind != "recommendation":
        return None
    return next(filter(None, map(headed_position, reversed(unit.section))), None)
