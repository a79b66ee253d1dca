"""Headings that stand beside the text, in a strip at its left, each on the line where its part begins."""

from __future__ import annotations

from collections import Counter
from itertools import compress, repeat
from operator import and_, eq, lt, not_
from typing import TYPE_CHECKING

import msgspec

from indexer.extract.pdf_fonts import BOLD
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.extract.words import Words
    from indexer.model import Line, Role

_APART = 8.0  # points between the headings and the text at least
_STRIP = 60.0  # points: the strip is wider, or labels of a list may stand in it
_LINES = 6  # of a heading
_NEAR = 2.0  # of the size: its lines stand no further apart
_TEXT = 3  # lines of the text for each heading: names and labels stand beside one
_LEVEL = 0.5  # of the size: it begins so near the height of a line of the text
_SAME = 1.0  # points: edges of one block differ by less
_WORD = 3  # letters: of a word that is no label


def part_side_heads(page: Words) -> tuple[Words, list[list[Line]]]:
    """Return the words of a page without the headings beside the text, and the lines of each of these.

    They are bold, in italics or in colour, and nothing else stands in their strip beside the text, which is
    plain. Labels of lists are shorter.
    """
    blocks = _find_blocks(page)
    if not blocks:
        return page, []  # most pages
    inside = {at for block in blocks for at in block}
    text = page.some([at not in inside for at in range(len(page.texts))])
    usual = max(text.sizes, key=Counter(text.sizes).__getitem__)
    return text, [_lines(page.at(block), usual) for block in blocks]


def with_side_heads(lines: list[Line], heads: list[list[Line]]) -> list[Line]:
    """Return lines with each heading before the one beside which it begins."""
    merged = list(lines)
    for block in heads:
        level = block[0].bottom - _LEVEL * block[0].size
        at = next((at for at, line in enumerate(merged) if line.bottom >= level), len(merged))
        merged[at:at] = block
    return merged


def _lines(words: Words, usual: float) -> list[Line]:
    """Return the lines of a heading, or of a note that is smaller than the text and not bold."""
    builder = LineBuilder(words)
    lines = map(builder.row, find_rows(words))
    note = any(map(lt, words.sizes, repeat(usual))) and not all(face & BOLD for face in words.faces)
    replace = msgspec.structs.replace
    role: Role = "aside" if note else "heading"
    return [replace(line, role=role, starts_block=at == 0) for at, line in enumerate(lines)]


def _find_blocks(page: Words) -> list[list[int]]:
    """Return the positions of the words of each heading beside the text, nothing where one is none."""
    if len(set(page.faces)) < 2:
        return []  # many pages
    plain = list(map(not_, page.faces))
    sizes = Counter(compress(page.sizes, plain))
    size = max(sizes, key=sizes.__getitem__, default=0.0)
    if 2 * sizes[size] < len(page.texts):
        return []
    text = list(map(and_, plain, map(eq, page.sizes, repeat(size))))
    left = min(compress(page.lefts, text))
    if min(page.rights) >= left - _APART:
        return []  # most pages
    beside = [at for at, right in enumerate(page.rights) if right < left - _APART]
    if left - min([page.lefts[at] for at in beside]) < _STRIP:
        return []
    bases = sorted(set(compress(page.bases, text)))
    foot = bases[-1] + size
    bases += sorted({page.bases[at] for at in _smaller(page, left) if page.bases[at] > foot})
    crossing = {page.bases[at] for at in range(len(page.texts)) if _crosses(page, at, left)}
    beside = [
        at
        for at in beside
        if bases[0] - size < page.bases[at] <= bases[-1] + size and page.bases[at] not in crossing
    ]
    blocks = [
        block
        for block in _blocks(page, beside)
        if page.bases[block[0]] <= foot
        or (all(page.faces[at] for at in block) and _heads(page, block, bases, size))  # else a foot
    ]
    if len(bases) < _TEXT * len(blocks):
        return []
    return blocks if all(_heads(page, block, bases, size) for block in blocks) else []


def _crosses(page: Words, at: int, left: float) -> bool:
    """Whether a word stands in the strip and in the text: a running head begins beside it, and goes on."""
    return page.lefts[at] < left - _SAME and page.rights[at] >= left - _APART


def _smaller(page: Words, left: float) -> list[int]:
    """Return the plain words, of any size, that begin where the text does: notes stand below it."""
    return [
        at
        for at, (at_left, face) in enumerate(zip(page.lefts, page.faces, strict=True))
        if not face and abs(at_left - left) < _SAME
    ]


def _blocks(page: Words, beside: list[int]) -> Iterator[list[int]]:
    """Yield the words beside the text in blocks whose lines stand near each other."""
    block: list[int] = []
    for at in sorted(beside, key=lambda at: (page.bases[at], page.lefts[at])):
        if block and page.bases[at] - page.bases[block[-1]] > _NEAR * page.sizes[at]:
            yield block
            block = []
        block.append(at)
    if block:
        yield block


def _heads(page: Words, block: list[int], bases: list[float], size: float) -> bool:
    """Whether a block is set otherwise than the text, has words, and begins on a line of the text.

    A sentence in type as large as the text, or larger, leads in what stands in the next column.
    """
    first, last = page.bases[block[0]], block[-1]
    if page.texts[last].endswith(".") and page.sizes[last] >= size:
        return False
    return (
        all(page.faces[at] or page.sizes[at] < size for at in block)
        and len({page.bases[at] for at in block}) <= _LINES
        and any(sum(map(str.isalpha, page.texts[at])) >= _WORD for at in block)
        and min(abs(first - base) for base in bases) <= _LEVEL * page.sizes[block[0]]
    )
