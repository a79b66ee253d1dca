"""Words set in another size beside the text, which runs around them: pull quotes, captions of pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.extract.pdf_panels import Area
    from indexer.extract.words import Words
    from indexer.model import Line

_OTHER = 0.12  # of the size of the text: type of another size differs by so much
_FEWEST = 5  # words of an aside
_LINES = 2  # of it, and of the text beside it, at least
_WIDEST = 0.55  # of the text: what is wider has no text beside it
_APART = 4.0  # points between an aside and the text at least
_NEAR = 2.2  # of the size: its lines stand no further apart
_HEIGHT = 0.75  # of the size: letters are so high
_ROWS = 3  # lines that are level with the text beside them: fewer may be so by chance
_LEVEL = 0.2  # of the size of the text


def part_asides(page: Words, head: float) -> tuple[Words, list[list[Line]]]:
    """Return the words of a page or column without those of asides, and the lines of each of these.

    Args:
        page: The words.
        head: Where a letterhead would end, 0 on all pages but the first.
    """
    found = _find_asides(page, head)
    if not found:
        return page, []  # most pages
    inside = {at for block in found for at in block}
    text = page.some([at not in inside for at in range(len(page.texts))])
    return text, [_lines(page.at(block)) for block in found]


def with_asides(lines: list[Line], asides: Iterable[list[Line]]) -> list[Line]:
    """Return lines with each aside behind the last one beside it."""
    merged = list(lines)
    for block in asides:
        at = next((at for at, line in enumerate(merged) if line.bottom > block[-1].bottom), len(merged))
        merged[at:at] = block
    return merged


def _lines(words: Words) -> list[Line]:
    """Return the lines of an aside, one block."""
    builder = LineBuilder(words)
    lines = (builder.line(row.words, row.placed(words), 0) for row in find_rows(words))
    return [
        msgspec.structs.replace(line, role="aside", starts_block=at == 0) for at, line in enumerate(lines)
    ]


def _find_asides(page: Words, head: float) -> list[list[int]]:
    """Return the positions of the words of each aside, from the top.

    Args:
        page: The words.
        head: Where a letterhead would end: it has words of all sizes beside each other.
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
    width = max([page.rights[at] for at in of_text]) - min([page.lefts[at] for at in of_text])
    found = []
    for size, words in of_size.items():
        for block in _blocks(page, words, _NEAR * size):
            area = _area(page, block)
            bases = {page.bases[at] for at in block}
            letters = sum(page.texts[at].isalpha() for at in block)
            if (
                len(block) >= _FEWEST
                and len(bases) >= _LINES
                and 2 * letters > len(block) > len(bases)
                and area[1] > head
                and area[2] - area[0] < _WIDEST * width
                and _is_beside(page, area, bases, of_text)
            ):
                found.append(block)
    return sorted(found, key=lambda block: page.bases[block[0]])


def _blocks(page: Words, words: Sequence[int], near: float) -> Iterator[list[int]]:
    """Yield words of one size in blocks whose lines stand near each other."""
    block: list[int] = []
    for at in sorted(words, key=page.bases.__getitem__):
        if block and page.bases[at] - page.bases[block[-1]] > near:
            yield sorted(block)
            block = []
        block.append(at)
    yield sorted(block)


def _area(page: Words, block: Sequence[int]) -> Area:
    return (
        min([page.lefts[at] for at in block]),
        min([page.bases[at] - _HEIGHT * page.sizes[at] for at in block]),
        max([page.rights[at] for at in block]),
        max([page.bases[at] for at in block]),
    )


def _is_beside(page: Words, area: Area, bases: set[float], of_text: Sequence[int]) -> bool:
    """Whether some lines of the text stand beside an area, all on one side of it.

    Labels of a form are no aside: what they name stands on the line of each.
    """
    left, top, right, bottom = area
    beside = [at for at in of_text if top < page.bases[at] and page.bases[at] - page.sizes[at] / 2 < bottom]
    lines = {page.bases[at] for at in beside}
    if len(lines) < _LINES or _are_level(bases, lines, _LEVEL * page.sizes[beside[0]]):
        return False
    return all(page.rights[at] < left - _APART for at in beside) or all(
        page.lefts[at] > right + _APART for at in beside
    )


def _are_level(bases: set[float], lines: set[float], near: float) -> bool:
    """Whether some lines stand as high as others, each of them."""
    return len(bases) >= _ROWS and all(min(abs(base - line) for line in lines) <= near for base in bases)
