"""What the State under review says to each recommendation, as far as the document tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.positions import announced_position, called_position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Position
    from indexer.segment.unit import Unit


def find_positions(units: Sequence[Unit], texts: Sequence[str]) -> list[Position | None]:
    """Return the position to each unit: that of its row, or of the paragraph that announces its list.

    Where neither tells, the paragraph right below may say that the State will answer.

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
            position = _in_row(unit) or announced_position(announcing)
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
    """Return what a cell of its own says in a list with a recommendation to each row."""
    cells = (item.text for item, _, _ in unit.pieces if item.line.role == "cell")
    return next(filter(None, map(called_position, cells)), None)
