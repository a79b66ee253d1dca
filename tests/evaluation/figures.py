"""The figures: ratios of counts, each with its direction and what README.md says is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """How one figure is had from counts.

    Attributes:
        name: As in floors.json.
        part: The count above the line.
        whole: The count below it; empty for a figure that is the count itself.
        low: Whether a low value is the good one.
        asked: As README.md has it, None where nothing is asked.
    """

    name: str
    part: str
    whole: str = ""
    low: bool = False
    asked: float | None = None

    def value(self, counts: Mapping[str, int]) -> float | None:
        """The figure, a per cent to two places or a count; None when there is nothing to count."""
        if not self.whole:
            return float(counts.get(self.part, 0)) if counts.get("docs") or self.part in counts else None
        whole = counts.get(self.whole, 0)
        return round(100 * counts.get(self.part, 0) / whole, 2) if whole else None


FIGURES = (
    Figure(name="explained %", part="explained", whole="docs", asked=100),
    Figure(name="crashes", part="crashes", low=True, asked=0),
    Figure(name="hangs", part="hangs", low=True, asked=0),
    Figure(name="error pages found %", part="error pages found", whole="error pages", asked=100),
    Figure(name="invented symbols", part="invented symbols", low=True, asked=0),
    Figure(name="symbol right %", part="symbol right", whole="symbol known"),
    Figure(name="language right %", part="language right", whole="language known"),
    Figure(name="conserved %", part="conserved", whole="read", asked=100),
    Figure(name="words lost %", part="lost", whole="words", low=True),
    Figure(name="words doubled %", part="doubled", whole="words", low=True),
    Figure(name="perfect %", part="perfect", whole="numbered"),
    Figure(name="agree %", part="agree", whole="numbered", asked=95),
    Figure(name="agree+ %", part="agree_plus", whole="numbered"),
    Figure(name="leak %", part="leak", whole="records", low=True, asked=0.1),
    Figure(name="leak+ %", part="leak+", whole="records", low=True),
    Figure(name="glued %", part="glued", whole="records", low=True, asked=0.1),
    Figure(name="glued at a line %", part="glued at a line", whole="records", low=True, asked=0.1),
    Figure(name="glued+ %", part="glued+", whole="records", low=True),
    Figure(name="contents range %", part="range", whole="rows", asked=98),
    Figure(name="contents page %", part="page", whole="rows", asked=98),
    Figure(name="contents title %", part="title", whole="rows", asked=98),
    Figure(name="upr number %", part="upr number", whole="upr"),
    Figure(name="upr number and text %", part="upr text", whole="upr", asked=97),
    Figure(name="operative %", part="operative text", whole="operative"),
    Figure(name="gold %", part="gold right", whole="gold", asked=97),
    Figure(name="gold strict %", part="gold strict", whole="gold"),
    Figure(name="gold other layouts %", part="other gold right", whole="other gold"),
    Figure(name="gold other layouts strict %", part="other gold strict", whole="other gold"),
    Figure(name="notes %", part="notes right", whole="notes", asked=90),
    Figure(name="parts %", part="parts right", whole="parts", asked=97),
    Figure(name="parts precision %", part="parts right", whole="parts found", asked=97),
    Figure(name="citation look-up %", part="looked up right", whole="looked up", asked=100),
    Figure(name="hit sets equal to FTS5 %", part="judged equal", whole="judged"),
    Figure(name="hostile queries answered %", part="hostile answered", whole="hostile"),
)


def measured(counts: Mapping[str, int]) -> dict[str, float]:
    """All figures for which there is something to count, by name."""
    values = {figure.name: figure.value(counts) for figure in FIGURES}
    return {name: value for name, value in values.items() if value is not None}
