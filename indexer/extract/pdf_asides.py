"""Words set in another size beside the text, which runs around them: pull quotes, captions of pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import or_
from typing import TYPE_CHECKING

import msgspec

from indexer.extract.pdf_gutter import column_at
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.extract.pdf_gutter import Gutters
    from indexer.extract.pdf_panels import Area
    from indexer.extract.words import Words
    from indexer.model import Line

_OTHER = 0.12  # of the size of the text: type of another size differs by so much
_FEWEST = 5  # words of an aside
_LINES = 2  # of it, and of the text beside it, at least
_WIDEST = 0.55  # of the text: what is wider has no text beside it
_APART = 4.0  # points between an aside and the text at least
_NEAR = 2.2  # of the size: its lines stand no further apart
_SPACE = 1.5  # of the size: words of a line stand no further apart, drawn out to fill it or not
_HEIGHT = 0.75  # of the size: letters are so high
_ROWS = 3  # lines that are level with the text beside them: fewer may be so by chance
_LEVEL = 0.2  # of the size of the text


def may_hold_asides(page: Words) -> bool:
    """Whether a page has several words in each of two sizes; most have one size."""
    return len(set(page.sizes)) > 1 and sum(count >= _FEWEST for count in Counter(page.sizes).values()) > 1


def part_quotes(page: Words, head: float) -> tuple[Words, list[Words]]:
    """Return the words of a page without those of blocks with text on both sides, and the words of each.

    Pull quotes stand so between two columns, whose gutter they hide.

    Args:
        page: The words.
        head: Where a letterhead would end, 0 on all pages but the first.
    """
    return _part(page, _find_asides(page, head, between=True))


def part_asides(page: Words, head: float, gutters: Gutters) -> tuple[Words, list[Words]]:
    """Return the words of a page without those of asides in its columns, and the words of each of these.

    Args:
        page: The words.
        head: Where a letterhead would end, 0 on all pages but the first.
        gutters: The x between columns.
    """
    if not gutters:
        return _part(page, _find_asides(page, head))
    found = []
    for column in range(1, len(gutters) + 2):
        side = [at for at, left in enumerate(page.lefts) if column_at(left, gutters) == column]
        found += [[side[at] for at in block] for block in _find_asides(page.at(side), head)]
    return _part(page, found)


def _part(page: Words, blocks: list[list[int]]) -> tuple[Words, list[Words]]:
    if not blocks:
        return page, []  # most pages
    inside = {at for block in blocks for at in block}
    text = page.some([at not in inside for at in range(len(page.texts))])
    return text, [page.at(block) for block in blocks]


def with_asides(lines: list[Line], asides: Iterable[Words], gutters: Gutters) -> list[Line]:
    """Return lines with those of each aside behind the last one beside it."""
    merged = list(lines)
    for words in asides:
        block = _lines(words, gutters)
        above = (
            at
            for at, line in enumerate(merged)
            if line.bottom <= block[-1].bottom and line.column in (0, block[0].column)
        )
        at = max(above, default=-1) + 1
        merged[at:at] = block
    return merged


def _lines(words: Words, gutters: Gutters) -> list[Line]:
    """Return the lines of an aside, one block."""
    builder = LineBuilder(words)
    column = column_at(min(words.lefts), gutters, from_right=builder.reads_from_right)
    lines = (builder.line(row.words, row.placed(words), column) for row in find_rows(words))
    return [
        msgspec.structs.replace(line, role="aside", starts_block=at == 0) for at, line in enumerate(lines)
    ]


def _find_asides(page: Words, head: float, *, between: bool = False) -> list[list[int]]:
    """Return the positions of the words of each aside, from the top.

    Args:
        page: The words.
        head: Where a letterhead would end: it has words of all sizes beside each other.
        between: Whether those with text on both sides are meant, not those with text on one.
    """
    sizes = Counter(page.sizes)
    text = max(sizes, key=sizes.__getitem__, default=0.0)
    others = {size for size, count in sizes.items() if abs(size - text) >= _OTHER * text and count >= _FEWEST}
    if not others or not text or 2 * sizes[text] < len(page.sizes):
        return []  # most pages, and scans, where letters of one size seem to have several
    of_size: dict[int, list[int]] = defaultdict(list)
    of_text: list[int] = []
    for at, size in enumerate(page.sizes):
        if size in others:
            of_size[round(size)].append(at)
        elif size == text:
            of_text.append(at)
    widest = _WIDEST * (max([page.rights[at] for at in of_text]) - min([page.lefts[at] for at in of_text]))
    found = []
    for size, words in of_size.items():
        for block in _blocks(page, words, size):
            left, top, right, _ = area = _area(page, block)
            if (
                _has_words(page, block)
                and top > head
                and right - left < widest
                and _is_beside(page, area, block, of_text, between=between)
            ):
                found.append(block)
    return sorted(found, key=lambda block: page.bases[block[0]])


def _has_words(page: Words, block: Sequence[int]) -> bool:
    """Whether a block has some lines of words, and not of numbers alone."""
    letters = sum(page.texts[at].isalpha() for at in block)
    lines = len({page.bases[at] for at in block})
    return len(block) >= _FEWEST and lines >= _LINES and 2 * letters > len(block) > lines


def _blocks(page: Words, words: Sequence[int], size: float) -> list[list[int]]:
    """Return words of one size in blocks: each line stands near the one above, and below some of it."""
    blocks: list[tuple[Area, list[int]]] = []
    done: list[list[int]] = []
    for stretch in _stretches(page, words, size):
        block, (left, top, right, bottom) = stretch, _area(page, stretch)
        apart = []
        for area, other in blocks:
            if bottom - area[3] > _NEAR * size:
                done.append(other)
            elif area[0] < right and left < area[2]:
                left, top, right = min(left, area[0]), min(top, area[1]), max(right, area[2])
                block = [*other, *block]
            else:
                apart.append((area, other))
        blocks = [*apart, ((left, top, right, bottom), block)]
    return [sorted(block) for block in (*done, *(block for _, block in blocks))]


def _stretches(page: Words, words: Sequence[int], size: float) -> Iterator[list[int]]:
    """Yield words that follow each other on a base line."""
    stretch: list[int] = []
    for at in sorted(words, key=lambda at: (round(page.bases[at]), page.lefts[at])):
        if stretch and not (
            abs(page.bases[at] - page.bases[stretch[-1]]) < 1.0
            and page.lefts[at] - page.rights[stretch[-1]] < _SPACE * size
        ):
            yield stretch
            stretch = []
        stretch.append(at)
    if stretch:
        yield stretch


def _area(page: Words, block: Sequence[int]) -> Area:
    return (
        min([page.lefts[at] for at in block]),
        min([page.bases[at] - _HEIGHT * page.sizes[at] for at in block]),
        max([page.rights[at] for at in block]),
        max([page.bases[at] for at in block]),
    )


def _is_beside(
    page: Words, area: Area, block: Sequence[int], of_text: Sequence[int], *, between: bool
) -> bool:
    """Whether some lines of the text stand beside an area, all on one side of it, or some on each.

    Labels of a form are no aside: what they name stands on the line of each.
    """
    left, top, right, bottom = area
    beside = [at for at in of_text if top < page.bases[at] and page.bases[at] - page.sizes[at] / 2 < bottom]
    lines = {page.bases[at] for at in beside}
    bases = {page.bases[at] for at in block}
    if len(lines) < _LINES or _are_level(bases, lines, _LEVEL * page.sizes[beside[0]]):
        return False
    before = [page.rights[at] < left - _APART for at in beside]
    behind = [page.lefts[at] > right + _APART for at in beside]
    if between:
        return any(before) and any(behind) and all(map(or_, before, behind))
    return all(before) or all(behind)


def _are_level(bases: set[float], lines: set[float], near: float) -> bool:
    """Whether some lines stand as high as others, each of them."""
    return len(bases) >= _ROWS and all(min(abs(base - line) for line in lines) <= near for base in bases)
