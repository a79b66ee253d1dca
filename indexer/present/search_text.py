"""Hits as text: a line each for a pipe, grouped by document for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from indexer.present.marks import snippet_marks
from indexer.present.style import PLAIN, clean, isolated, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.model import Hit
    from indexer.present.style import Style

_SECTION = 28
"""Columns for the section heading: its number and three or four words."""

_LEAST_SNIPPET = 36
"""Columns a snippet needs to be read beside its address; with less it goes on lines of its own."""

_TITLE = 60
"""Characters of a document's title."""


def hit_lines(hits: Iterable[Hit], style: Style = PLAIN) -> Iterator[str]:
    """A line for each hit, whatever its length: citation, page and snippet with tabs between them."""
    for hit in hits:
        yield "\t".join([clean(hit.citation), page_of(hit), _marked(hit, style)])


def hit_groups(hits: Sequence[Hit], style: Style) -> Iterator[str]:
    """The lines of hits under the titles of their documents, a blank line between documents."""
    for number, group in enumerate(grouped(hits)):
        if number:
            yield ""
        yield _heading(group[0], style)
        yield from _rows(group, [_within(hit) for hit in group], style)


def hit_list(hits: Sequence[Hit], style: Style) -> Iterator[str]:
    """The lines of hits in their order, each with its whole citation."""
    yield from _rows(hits, [clean(hit.citation) for hit in hits], style)


def grouped(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Hits by document, the documents in the order of their best hit."""
    groups: dict[tuple[str, int], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.id.partition("#")[0], hit.copy), []).append(hit)
    return list(groups.values())


def page_of(hit: Hit) -> str:
    """The page as text, empty without one."""
    return "" if hit.page is None else str(hit.page)


def _heading(hit: Hit, style: Style) -> str:
    name = hit.symbol or hit.source.path
    facts = [shortened(clean(hit.title), _TITLE), str(hit.year or ""), hit.language]
    return " · ".join(
        [style.bold(isolated(clean(name), beside=hit.title)), *(fact for fact in facts if fact)]
    )


def _within(hit: Hit) -> str:
    """The citation without the document it begins with."""
    name = hit.symbol or hit.source.path
    rest = hit.citation.removeprefix(name).lstrip(" ,")
    return clean(rest or hit.citation)


def _rows(hits: Sequence[Hit], names: Sequence[str], style: Style) -> Iterator[str]:
    pages = [f"p. {page_of(hit)}" if page_of(hit) else "" for hit in hits]
    sections = [shortened(clean(hit.section[-1]), _SECTION) if hit.section else "" for hit in hits]
    widths = [max(map(len, column), default=0) for column in (names, pages, sections)]
    indent = 2 + sum(width + 2 for width in widths if width)
    for hit, *cells in zip(hits, names, pages, sections, strict=True):
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True) if width]
        padded[0] = isolated(padded[0], beside=hit.snippet)
        lead = "  " + "  ".join(padded) + "  "
        room = (style.width or 0) - indent
        if style.width is None:
            yield lead + _marked(hit, style)
        elif room >= _LEAST_SNIPPET:
            first, *others = _wrapped(hit, style, room)
            yield lead + first
            yield from (" " * indent + line for line in others)
        else:
            yield lead.rstrip()
            yield from ("      " + line for line in _wrapped(hit, style, max(20, style.width - 6)))


def _marked(hit: Hit, style: Style) -> str:
    return style.mark(clean(hit.snippet), snippet_marks(hit))


def _wrapped(hit: Hit, style: Style, width: int) -> list[str]:
    """The snippet in lines of a width, with its marks; a mark over a line end goes on in the next line."""
    text = clean(hit.snippet)
    marks = snippet_marks(hit)
    lines: list[str] = []
    at = 0
    for line in textwrap.wrap(text, width, break_on_hyphens=False) or [""]:
        start = text.index(line[:1], at) if line else at
        end = start + len(line)
        inside = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start
        )
        lines.append(style.mark(line, inside))
        at = end
    return lines
