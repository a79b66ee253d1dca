"""What is drawn on a PDF page: ruled lines, panels, dots, and pictures that cover it."""

from __future__ import annotations

from collections import defaultdict
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from indexer.extract.pdf_bullets import is_dot
from indexer.extract.pdf_calls import Room, pointer, pointer_to
from indexer.extract.pdf_panels import THIN, WIDE, find_panels

if TYPE_CHECKING:
    from indexer.extract.pdf_calls import Calls, Pointer
    from indexer.extract.pdf_frame import Frame
    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grid_lines import Upright
    from indexer.extract.pdf_panels import Area

_MAX_PATHS = 4000  # a drawing with more parts than this is an infographic, not the ruled lines of a page
_SCAN_SHARE = 0.5  # of the page covered by pictures
_LEAST_RULE = 20  # points: shorter strokes are no ruled lines
_LEAST_SIDE = 6  # points: but they may be sides of narrow cells, which programs draw one by one
_APART = 8.0  # points: lines of tables in two columns stand as far apart at least
_CELLS = 24.0  # points: ruled lines of the cells of one table stand no further apart
_ROWS = 3  # lines of tables side by side, top, head and foot, may stand level; more are rows of one
_WHITE = 250  # of 255: a lighter ground is not seen


class Drawings(NamedTuple):
    """The ruled lines of a page, its panels, dots and pictures, and whether these cover most of it.

    Attributes:
        rules: The lines across that are long enough to be ruled.
        across: All lines across that may be sides of cells.
        uprights: All that may be others of these.
        panels: See `find_panels`.
        dots: Such as bullets.
        pictures: Where they are.
        covering: Whether pictures cover most of the page.
    """

    rules: tuple[Rule, ...] = ()
    across: tuple[Rule, ...] = ()
    uprights: tuple[Upright, ...] = ()
    panels: tuple[Area, ...] = ()
    dots: tuple[Area, ...] = ()
    pictures: tuple[Area, ...] = ()
    covering: bool = False


def read_drawings(raw: Any, calls: Calls, page: Any, frame: Frame, texts: frozenset[int | None]) -> Drawings:
    """Return what is drawn on a page; nothing of one with thousands of parts.

    Args:
        raw: The raw module of the binding.
        calls: PDFium's functions.
        page: The handle of the page.
        frame: In which it is seen.
        texts: Objects that are known to be text.
    """
    rules: list[Rule] = []
    sides: list[Rule] = []
    uprights: list[Upright] = []
    areas: list[Area] = []
    dots: list[Area] = []
    pictures: list[Area] = []
    drawn = _drawn(raw, calls, page, texts)
    room = Room("f", 1)
    room.clear(4)
    for item, kind in drawn if len(drawn) <= _MAX_PATHS else ():
        if not calls.bounds(item, *room.places):
            continue
        left, bottom, right, top = room.values
        ax, ay = frame.turned(left, top)
        bx, by = frame.turned(right, bottom)
        if frame.half and not 0.0 <= (ax + bx) / 2 < frame.width:
            continue
        across, down = abs(bx - ax), abs(by - ay)
        area = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(area)
        elif is_dot(area):
            dots.append(area)
        elif down > THIN:
            if across <= THIN or (across > WIDE * frame.width and _is_seen(calls, item)):
                areas.append(area)
            if across <= THIN:
                uprights.append((area[1], area[3], (ax + bx) / 2))
            elif across >= _LEAST_SIDE and _is_outlined(calls, item):
                sides += ((area[0], area[2], y) for y in area[1::2])
                uprights += ((area[1], area[3], x) for x in area[::2])
        elif across >= _LEAST_SIDE:
            (rules if across >= _LEAST_RULE else sides).append((area[0], area[2], (ay + by) / 2))
    covered = sum((right - left) * (bottom - top) for left, top, right, bottom in pictures)
    return Drawings(
        tuple(sorted(rules, key=lambda rule: rule[2])),
        (*rules, *sides),
        tuple(uprights),
        find_panels(areas, frame.width, frame.height),
        tuple(dots),
        tuple(pictures),
        covered > _SCAN_SHARE * frame.width * frame.height,
    )


def _drawn(raw: Any, calls: Calls, page: Any, texts: frozenset[int | None]) -> list[tuple[Pointer, int]]:
    """Return the paths and pictures of a page with their kinds."""
    count = raw.FPDFPage_CountObjects(page)
    addresses = map(calls.page_object, repeat(pointer_to(page)), range(count))
    objects = [pointer(address) for address in addresses if address not in texts]
    return [
        (item, kind)
        for item, kind in zip(objects, map(calls.object_type, objects), strict=True)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    ]


def _is_outlined(calls: Calls, item: Pointer) -> bool:
    """Whether a path has an outline: some programs draw each cell of a table as a box."""
    mode = Room("i", 1)
    mode.clear(2)
    return bool(calls.draw_mode(item, *mode.places)) and bool(mode.values[1])


def _is_seen(calls: Calls, item: Pointer) -> bool:
    """Whether a path has an outline, or a ground that is not white."""
    mode, color = Room("i", 1), Room("I", 1)
    mode.clear(2)
    color.clear(4)
    if not calls.draw_mode(item, *mode.places) or mode.values[1] or not mode.values[0]:
        return bool(mode.values[1])
    calls.fill_color(item, *color.places)
    return color.values[3] > 0 and min(color.values[:3]) < _WHITE


def ruled_across(rules: tuple[Rule, ...], width: float) -> int:
    """Return at how many heights ruled lines, taken together, cross most of the page.

    Those of tables side by side, each in its column, have the room between columns between them.
    """
    pieces: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for left, right, y in rules:
        pieces[round(y)].append((left, right))
    whole = sum(_longest(line, _APART) > 0.6 * width for line in pieces.values())
    parted = sum(_longest(line, _CELLS) > 0.6 * width for line in pieces.values())
    return parted if parted > _ROWS else whole


def _longest(pieces: list[tuple[float, float]], apart: float) -> float:
    """Return how long the longest of the lines is that pieces of one height make."""
    longest = start = end = 0.0
    for left, right in sorted(pieces):
        if left - end > apart:
            start = left
        end = max(end, right)
        longest = max(longest, end - start)
    return longest
