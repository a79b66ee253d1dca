"""Covers of volumes of official records: their title, and what comes again on the pages behind them."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import regex

from indexer.segment.titles import BODY_OPENS, SALUTATION, join_title

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_REPORT = regex.compile(r"\b(?:reports?|rapports?|informes?|доклад)\b|报告|تقرير", regex.I)
_IMPRINT = regex.compile(r"^(?:ISSN[\s:]*\d{4}-\d{3}[\dX]|\[\d{1,2} \p{L}+ \d{4}\])$")
PLACE_AND_YEAR = regex.compile(r"\p{Lu}\p{L}+(?:[\s-]\p{L}+){0,5},?\s(?:19|20)\d\d")
"""What stands below the name of the publisher at the foot of a cover: "New York and Geneva, 2015"."""
_TITLE_PAGE = 20  # lines: the title page inside a volume has fewer
_BOLD = 0.5  # of its characters: a bold line is no running text
_LETTERHEAD = 30  # lines: a letter has its greeting among them
_REMARKS = 4  # lines of running text: a judgment says on its cover when it becomes final
_SAID = 500  # characters of them: in formats that flow a line is a paragraph


def opens_report(text: str) -> bool:
    """Whether a line begins by saying what is reported on, as "Report on the twenty-first session"."""
    return _REPORT.match(text) is not None


def end_of_cover(
    body: Sequence[Item], starts: Container[int], measures: Measures, contents: float = math.inf
) -> int:
    """Return how many lines a cover has, which is without numbers and running text, or 0.

    It ends with its page, or at the contents, whose first line has the given index; what stands above the
    greeting of a letter is one too.
    """
    ends = (
        at
        for at, item in enumerate(body)
        if item.page != body[0].page or item.index > contents or (at < _LETTERHEAD and _is_letter(body, at))
    )
    end = next(ends, 0)
    if not end or any(at in starts or BODY_OPENS.match(body[at].text) for at in range(end)):
        return 0
    plain = [item for item in body[:end] if item.line.bold < _BOLD]
    prose = [len(item.text) for item in plain if item.is_prose()]
    full = sum(
        not measures.ended_early(above, below)
        for above, below in itertools.pairwise(body[:end])
        if above.line.bold < _BOLD
    )
    greets = end < _LETTERHEAD and _is_letter(body, end)
    if not greets and (max(len(prose), full) > _REMARKS or sum(prose) > _SAID):
        return 0
    last, first = body[end - 1 : end + 1]
    titled = last.line.bold >= _BOLD or measures.is_centred(last)
    over = greets or first.line.starts_block or last.ends_sentence() or measures.ended_early(last, first)
    runs_on = last.is_prose() and not over
    return 0 if runs_on and not titled else end


def _is_letter(body: Sequence[Item], at: int) -> bool:
    """Whether a line greets, and others than headings stand above it: a speech has its title alone there."""
    if not _greets(body[at]) or any(map(_greets, body[:at])):
        return False
    return any(above.line.bold < _BOLD and above.line.role != "heading" for above in body[:at])


def _greets(item: Item) -> bool:
    return SALUTATION.match(item.text.strip()) is not None


def cover_title(named: list[Item]) -> str:
    """Return the largest words of a cover, of the lines that may be its title.

    Where these are the name of a body only, what it reports on stands below.
    """
    largest = max((item.line.size for item in named), default=0.0)
    title = [item for item in named if item.line.size >= largest - 0.6]
    if title and not _REPORT.search(join_title(title)):
        below = named[named.index(title[-1]) + 1 :]
        if below and _REPORT.search(below[0].text):
            size = below[0].line.size
            title += itertools.takewhile(lambda item: abs(item.line.size - size) < 0.6, below)
    return join_title(title)


def set_imprint_aside(early: list[Item], title: str) -> None:
    """Take the title page inside a volume, and the lines of its imprint, from the running text."""
    words = _squashed(title.partition(" – ")[0])
    for _, page in itertools.groupby(early, key=lambda item: item.page):
        lines = [item for item in page if item.place == ""]
        again = bool(words) and words in _squashed(" ".join(item.text for item in lines))
        inner = again and len(lines) < _TITLE_PAGE and not any(item.ends_sentence() for item in lines)
        for item in lines:
            if inner or _IMPRINT.match(item.text.strip()):
                item.place = "furniture"


def _squashed(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum()).lower()
