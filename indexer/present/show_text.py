"""Records as a person reads them: citation, page, section, sub-paragraphs, notes, what it cites."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.present.style import clean, isolated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import Record
    from indexer.present.answers import Shown
    from indexer.present.style import Style

_STEP = 4
"""Columns that each level of sub-paragraphs is set in."""

ELSEWHERE = "…"
"""Stands for sub-paragraphs that were not asked for."""


def shown_text(shown: Shown, style: Style) -> Iterator[str]:
    """The lines of the records, a blank line between them; what only surrounds the wanted ones is weaker."""
    rows = zip(shown.records, shown.citations, shown.parts, shown.wanted, strict=True)
    for number, (record, citation, part, wanted) in enumerate(rows):
        if number:
            yield ""
        lines = _record(record, citation, part, style)
        yield from lines if wanted else map(style.dim, lines)


def _record(record: Record, citation: str, part: str, style: Style) -> Iterator[str]:
    yield style.bold(isolated(clean(citation), beside=record.text))
    place = " · ".join(filter(None, [page_words(record), " > ".join(map(clean, record.section))]))
    if place:
        yield style.dim(place)
    yield ""
    for depth, text in _blocks(record, part):
        yield from _set(text, depth * _STEP, style)
    if record.footnotes:
        yield ""
        for note in record.footnotes:
            yield from _set(f"{note.mark}  {clean(note.text)}", 2, style, hanging=len(note.mark) + 2)
    cited = list(dict.fromkeys(clean(reference.citation) for reference in record.references))
    if cited:
        yield ""
        yield from _set(f"Cites: {'; '.join(cited)}", 0, style, hanging=7)


def page_words(record: Record) -> str:
    """The pages in words: "page 4", "pages 4-5", "page 6 (printed 4)"."""
    if record.page is None:
        return ""
    last = record.page_end or record.page
    words = f"page {record.page}" if last == record.page else f"pages {record.page}-{last}"
    label = record.page_label
    return f"{words} (printed {clean(label)})" if label and label != str(record.page) else words


def _blocks(record: Record, part: str) -> Iterator[tuple[int, str]]:
    """The text cut where sub-paragraphs begin and end: depth and words of each piece.

    With a part asked for, pieces that neither belong to it nor lead to it are left out.
    """
    wanted = next((each for each in record.parts if each.address == part), None)
    cuts = sorted(
        {0, len(record.text)} | {each.start for each in record.parts} | {each.end for each in record.parts}
    )
    number = f"{record.number}. " if record.number and record.kind != "table" else ""
    is_left_out = False
    for start, end in pairwise(cuts):
        text = record.text[start:end]
        holders = [each for each in record.parts if each.start <= start and end <= each.end]
        if not text.strip():
            continue
        leads = all(f"{part}.".startswith(f"{each.address}.") for each in holders)
        inside = wanted is None or wanted.start <= start < wanted.end
        if inside or (wanted is not None and leads and end <= wanted.start):
            if is_left_out:
                yield max(0, len(holders) - 1) or 1, ELSEWHERE
            is_left_out = False
            yield from ((len(holders), line) for line in _lines(number + text))
            number = ""
        else:
            is_left_out = True
    if is_left_out:
        yield 1, ELSEWHERE


def _lines(text: str) -> list[str]:
    """The lines that the text itself has, such as rows of a table."""
    return [clean(line).strip() for line in text.split("\n") if line.strip()]


def _set(text: str, indent: int, style: Style, *, hanging: int = 0) -> Iterator[str]:
    lead = " " * indent
    if style.width is None:
        yield lead + text
        return
    yield from textwrap.wrap(
        text,
        max(20, style.width),
        initial_indent=lead,
        subsequent_indent=lead + " " * hanging,
        break_on_hyphens=False,
    ) or [lead]
