"""A file that flows and holds several documents -> the pages of each, with its notes and running heads."""

from __future__ import annotations

import itertools
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import msgspec

from indexer.segment.document_starts import first_lines, symbols_of_masthead
from indexer.segment.furniture import symbols_in
from indexer.segment.notes import clean_mark, raised_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Line, Page

_RUNNING = ("header", "footer")
_HEIGHT, _BELOW = 792.0, 72.0  # points: of letter paper, and below the last line


def split_flow(pages: Sequence[Page], *, paged: bool) -> list[list[Page]]:
    """Return the pages of each document of a file that flows: most files hold one.

    One may begin in the middle of a page, which is then a page of both, named by the one sheet. Where a file
    has no pages, that is what it is.
    """
    places = [(page, at) for page in range(len(pages)) for at in range(len(pages[page].lines))]
    starts = first_lines([pages[page].lines[at] for page, at in places])
    if len(starts) == 1:
        return [[*pages]]
    cuts = [places[start] for start in starts[1:]]
    parts: list[list[Page]] = [[]]
    for at, page in enumerate(pages):
        for number, piece in enumerate(_cut(page, [line for where, line in cuts if where == at])):
            if number:
                parts.append([])
            parts[-1].append(piece if paged else _raised(piece, page))
    parts = [[msgspec.structs.replace(page, sheet=page.number) for page in part] for part in parts]
    return _with_running_heads(parts)


def _cut(page: Page, cuts: Sequence[int]) -> list[Page]:
    """Return the pieces of a page with the notes that each refers to; its feet stand below the last one."""
    if not cuts:
        return [page]
    end = len(page.lines)
    while page.lines[end - 1].role in ("note", "footer"):
        end -= 1
    first, *others = itertools.pairwise([0, *cuts, end])
    bodies = [page.lines[slice(*first)], *(_with_letterhead(page.lines[slice(*other)]) for other in others)]
    notes = _share_notes(bodies, page.lines[end:])
    return [
        msgspec.structs.replace(page, lines=(*body, *below))
        for body, below in zip(bodies, notes, strict=True)
    ]


def _with_letterhead(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a document, whose masthead may stand in cells that are no table."""
    rows = [*itertools.takewhile(lambda line: line.role == "row", lines)]
    return [*(msgspec.structs.replace(line, role="") for line in rows), *lines[len(rows) :]]


def _raised(piece: Page, page: Page) -> Page:
    """Return a piece of a page as high up as if nothing stood before it; no box tells where it was."""
    first = next((line for line in page.lines if line.role not in _RUNNING), page.lines[0])
    up = piece.lines[0].top - first.top if piece.lines[0].role not in _RUNNING else 0.0
    return msgspec.structs.replace(
        piece,
        height=max(_HEIGHT, max(line.bottom for line in piece.lines) - up + _BELOW),
        lines=tuple(
            msgspec.structs.replace(line, top=line.top - up, bottom=line.bottom - up) for line in piece.lines
        ),
        rules=tuple((left, right, y - up) for left, right, y in piece.rules),
        panels=tuple((left, top - up, right, bottom - up) for left, top, right, bottom in piece.panels),
    )


def _share_notes(bodies: Sequence[Sequence[Line]], notes: Sequence[Line]) -> list[list[Line]]:
    """Share out the notes that stand below several texts, in the order in which these refer to them.

    A note whose mark was not found goes with the one before it.
    """
    groups = [[*group] for _, group in itertools.groupby(notes, key=lambda line: (line.role, line.mark))]
    marks = [(mark, at) for at, body in enumerate(bodies) for line in body for mark in raised_marks(line)]
    owners = dict.fromkeys(range(len(groups)), -1)
    matcher = SequenceMatcher(
        None, [clean_mark(group[0].mark) for group in groups], [mark for mark, _ in marks], autojunk=False
    )
    for first, other, length in matcher.get_matching_blocks():
        owners.update((first + n, marks[other + n][1]) for n in range(length))
    shares: list[list[Line]] = [[] for _ in bodies]
    owner = 0
    for at, group in enumerate(groups):
        owner = len(bodies) - 1 if group[0].role == "footer" else max(owner, owners[at])
        shares[owner] += group
    return shares


def _with_running_heads(parts: list[list[Page]]) -> list[list[Page]]:
    """Share out the running heads and feet of a file, which has those of all documents on its first page.

    The symbols in them tell; where mastheads leave the symbol to the head, documents have them in that order.
    """
    first = parts[0][0]
    running = [line for line in first.lines if line.role in _RUNNING]
    own = [symbols_of_masthead(pages[0].lines) for pages in parts]
    printed = dict.fromkeys(symbol for line in running for symbol in _symbols(line))
    free = [symbol for symbol in printed if not any(symbol in symbols for symbols in own)]
    for at, symbols in enumerate(own):
        if not symbols and free:
            own[at] = frozenset({free.pop(0)})
    owners = [next((at for at, symbols in enumerate(own) if symbols & _symbols(line)), 0) for line in running]
    found = []
    for at, pages in enumerate(parts):
        heads = [line for owner, line in zip(owners, running, strict=True) if owner == at]
        body = [line for line in pages[0].lines if at or line.role not in _RUNNING]
        found.append([msgspec.structs.replace(pages[0], lines=(*heads, *body)), *pages[1:]])
    return found


def _symbols(line: Line) -> frozenset[str]:
    return frozenset(str(symbol) for _, _, symbol in symbols_in(line.text))
