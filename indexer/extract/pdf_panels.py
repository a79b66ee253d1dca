"""Which areas of a page are set off by shading or by a frame, as boxes beside the run of a text are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

THIN = 3.5
"""Points: a line is no thicker; PDFium gives a stroke twice its width, 3 for the last rule of a table."""
WIDE = 0.2
"""Of the page width: a panel is wider."""
_SIDES = 2
_SAME = 3.0  # points: edges that lie on one line differ by less
_LEAST = 24.0  # points: a panel holds two lines at least
_MOST = 0.8  # of the page height: what is taller is the ground of a page

Area = tuple[float, float, float, float]
"""Left, top, right and bottom edge, as seen."""


def find_panels(drawn: Iterable[Area], width: float, height: float) -> tuple[Area, ...]:
    """Return the panels of a page from the top: shaded areas, and what stands between two upright lines.

    Programs draw a panel paragraph by paragraph, and its frame over its ground.

    Args:
        drawn: The bounds of what is drawn on the page and taller than a ruled line.
        width: Of the page.
        height: Of the page.
    """
    sides: dict[tuple[int, int], list[Area]] = defaultdict(list)
    areas: list[Area] = []
    for area in drawn:
        if area[2] - area[0] <= THIN:
            sides[round(area[1]), round(area[3])].append(area)
        else:
            areas.append(area)
    # more than two upright lines of one height part the columns of a table; each may be drawn twice
    pairs = [sorted(lines) for lines in sides.values() if len({round(line[0]) for line in lines}) == _SIDES]
    areas += [(left[0], left[1], right[2], left[3]) for left, *_, right in pairs]
    panels: list[Area] = []
    for left, top, right, bottom in sorted(areas, key=lambda area: (area[1], area[0])):
        if right - left <= WIDE * width:
            continue
        last = next(
            (at for at, panel in enumerate(panels) if _joins(panel, (left, top, right, bottom))), None
        )
        if last is None:
            panels.append((left, top, right, bottom))
        else:
            panels[last] = *panels[last][:3], max(bottom, panels[last][3])
    return tuple(panel for panel in panels if _LEAST < panel[3] - panel[1] < _MOST * height)


def _joins(panel: Area, area: Area) -> bool:
    """Whether an area goes on where a panel ends, or lies inside it."""
    left, right = area[0] - panel[0], area[2] - panel[2]
    alike = abs(left) < _SAME and abs(right) < _SAME
    inside = left > -_SAME and right < _SAME and area[3] < panel[3] + _SAME
    return inside if area[1] < panel[3] - _SAME and not alike else alike and area[1] < panel[3] + _SAME
