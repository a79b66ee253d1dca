"""The records of a page drawn over the picture of it, as a PNG; needs the extra `images`."""

from __future__ import annotations

import io
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from indexer.errors import MissingExtraError
from indexer.present.page_shapes import ASIDE, page_shapes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.ImageDraw import ImageDraw

    from indexer.model import PagePicture, ParsedDocument
    from indexer.present.page_shapes import Shape

    Color = tuple[int, int, int]

COLORS: dict[str, Color] = {
    "paragraph": (33, 102, 172),
    "operative, preamble": (118, 76, 160),
    "recommendation, item": (22, 122, 84),
    "text": (168, 104, 16),
    "table": (0, 120, 140),
    "speech": (180, 60, 110),
    ASIDE: (125, 125, 125),
}
"""By the names of the legend; calm, so that the words below stay readable."""

_WHITE = (255, 255, 255)
_BLACK = (0, 0, 0)
_TINT = 24  # of 255
_EDGE = 2  # pixels
_AROUND = 3  # pixels between words and edges
_CELL = (176, 22)  # pixels: an entry of the legend
_FONT = 12  # pixels
_DASH = 4  # pixels


class Rect(NamedTuple):
    """The outermost pixels of a rectangle."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Rect) -> bool:
        """Whether both have a pixel in common."""
        beside = self.right < other.left or other.right < self.left
        return not beside and self.top <= other.bottom and other.top <= self.bottom


def page_png(picture: PagePicture, parsed: ParsedDocument) -> bytes:
    """Return the picture as a PNG, with a box and an address for each record, and a legend below.

    Raises:
        MissingExtraError: Pillow is not installed.
    """
    try:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  # comes with an extra
    except ImportError as error:
        raise MissingExtraError("pillow", "images") from error
    shapes = page_shapes(picture.page, parsed)
    symbol = parsed.report.symbol or ""
    title = f"{symbol if symbol.isascii() else ''}  page {picture.page.number}".strip()
    looks = [look for look in COLORS if any(shape.look == look for shape in shapes)]
    across = max(1, picture.width // _CELL[0])
    legend = -(-(1 + len(looks)) // across) * _CELL[1]
    image = Image.new("RGB", (picture.width, picture.height + legend), _WHITE)
    image.paste(Image.frombytes("RGB", (picture.width, picture.height), picture.pixels))
    pen = ImageDraw.Draw(image, "RGBA")
    pen.font = ImageFont.load_default(_FONT)
    _draw_shapes(pen, shapes, picture)
    pen.line((0, picture.height, picture.width, picture.height), fill=COLORS[ASIDE])
    for at, text in enumerate([title, *looks]):
        _draw_entry(pen, at % across * _CELL[0], picture.height + at // across * _CELL[1], text)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def rect_of(shape: Shape, picture: PagePicture) -> Rect:
    """Return the outer edge of what is drawn around a shape, as far as it lies on the page."""
    right, bottom = picture.width - 1, picture.height - 1
    return Rect(
        max(0, _pixel(shape.left * picture.scale, right) - _AROUND),
        max(0, _pixel(shape.top * picture.scale, bottom) - _AROUND),
        min(right, _pixel(shape.right * picture.scale, right) + _AROUND),
        min(bottom, _pixel(shape.bottom * picture.scale, bottom) + 1),  # descenders have room already
    )


def _pixel(place: float, most: int) -> int:
    """Return the place as a pixel; a broken file can put words anywhere, and NaN is no place."""
    return round(min(most, max(0.0, place)))


def _draw_shapes(pen: ImageDraw, shapes: Iterable[Shape], picture: PagePicture) -> None:
    placed = [(shape, rect_of(shape, picture)) for shape in shapes]
    for shape, rect in placed:
        _draw_box(pen, rect, shape.look)
    taken = [rect for _, rect in placed]
    for shape, rect in placed:
        if shape.label:
            tag = _tag_place(pen, shape.label, rect, taken, picture.width)
            taken.append(tag)
            _draw_tag(pen, tag, shape.label, COLORS[shape.look])


def _draw_box(pen: ImageDraw, rect: Rect, look: str) -> None:
    """Draw a tinted box, or dashes around what no record holds."""
    color = COLORS[look]
    if look != ASIDE:
        pen.rectangle(rect, fill=(*color, _TINT), outline=color, width=_EDGE)
        return
    for x in range(rect.left, rect.right + 1, 2 * _DASH):
        for y in (rect.top, rect.bottom):
            pen.line((x, y, min(x + _DASH - 1, rect.right), y), fill=color)
    for y in range(rect.top, rect.bottom + 1, 2 * _DASH):
        for x in (rect.left, rect.right):
            pen.line((x, y, x, min(y + _DASH - 1, rect.bottom)), fill=color)


def _tag_place(pen: ImageDraw, label: str, rect: Rect, taken: list[Rect], width: int) -> Rect:
    """Return where a label covers nothing: to the left, to the right, or else the box's own upper edge."""
    wide, high = round(pen.textlength(label)) + 2 * _AROUND, _FONT + _AROUND
    for left, top in product((rect.left - wide - 1, rect.right + 2), (rect.top, rect.bottom - high)):
        tag = Rect(left, top, left + wide, top + high)
        if left >= 0 and tag.right < width and not any(map(tag.meets, taken)):
            return tag
    left, top = max(0, min(rect.right, width - 1) - wide), max(0, rect.top - high // 2)
    return Rect(left, top, left + wide, top + high)


def _draw_tag(pen: ImageDraw, tag: Rect, label: str, color: Color) -> None:
    pen.rectangle(tag, fill=color)
    pen.text((tag.left + _AROUND, tag.top + 1), label, fill=_WHITE)


def _draw_entry(pen: ImageDraw, left: int, top: int, text: str) -> None:
    """Draw a cell of the legend: a small box and what it stands for, or the title, which has no box."""
    x, y = left + 2 * _AROUND, top + 2 * _AROUND
    if text in COLORS:
        _draw_box(pen, Rect(x, y, x + _FONT, y + _FONT - 1), text)
        x += _FONT + 2 * _AROUND
    pen.text((x, y - 1), text, fill=_BLACK)
