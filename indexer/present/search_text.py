"""Hits as text: a line each for a pipe, grouped by document for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.grammar.row_signs import with_row_signs
from indexer.present.marks import snippet_marks
from indexer.present.side_by_side import language_of
from indexer.present.style import (
    PLAIN,
    clean,
    columns,
    padded,
    shortened,
    shortened_title,
)
from indexer.present.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.model import Hit, Record
    from indexer.present.answers import Grouped
    from indexer.present.style import Style

_SECTION = 28
"""Columns for the section heading: its number and three or four words."""

_LEAST_SNIPPET = 44
"""Columns a snippet needs to be read beside its address; with less it goes on lines of its own."""

_NEAR = 200
"""Columns of a neighbour: as many as a snippet has characters."""

_TITLE = 60
"""Columns for a document's title."""


class _Row(NamedTuple):
    """A hit, or a record beside one.

    Attributes:
        record: What is shown.
        citation: How it is cited.
        snippet: The part of its text that shows.
        marks: The matched words in the snippet.
        distance: How far behind the hit it stands; 0 for the hit.
    """

    record: Record
    citation: str
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    distance: int = 0


def hit_lines(hits: Iterable[Hit], style: Style = PLAIN) -> Iterator[str]:
    """A line for each hit, whatever its length: citation, page and snippet with tabs between them.

    A neighbour of a hit has a fourth cell: how far behind the hit it stands.
    """
    for row in _with_context(list(hits)):
        cells = [clean(row.citation), page_of(row.record), _marked(row, style)]
        yield "\t".join([*cells, f"{row.distance:+}"]) if row.distance else "\t".join(cells)


def hit_groups(groups: Iterable[Grouped], style: Style) -> Iterator[str]:
    """The lines of hits under the titles of their documents, a blank line between documents."""
    for number, group in enumerate(groups):
        if number:
            yield ""
        yield _heading(group.hits[0], style)
        yield from _rows(_with_context(group.hits), style, is_under_title=True)
        if group.total is not None and group.total > len(group.hits):
            yield style.dim(f"  {group.total - len(group.hits):,} more in this document")


def hit_list(hits: Sequence[Hit], style: Style) -> Iterator[str]:
    """The lines of hits in their order, each with its whole citation."""
    yield from _rows(_with_context(hits), style)


def _with_context(hits: Sequence[Hit]) -> list[_Row]:
    """The hits with their neighbours around them, each record once."""
    seen = {(hit.id, hit.copy) for hit in hits}
    rows: list[_Row] = []
    for hit in hits:
        near = []
        for record in hit.context:
            if (record.id, record.copy) not in seen:
                seen.add((record.id, record.copy))
                snippet = shortened(clean(with_row_signs(record.text, record.text)).strip(), _NEAR)
                near.append(_Row(record, record.citation, snippet, distance=record.distance))
        rows += [row for row in near if row.distance < 0]
        rows.append(_Row(hit, hit.citation, clean(hit.snippet), snippet_marks(hit)))
        rows += [row for row in near if row.distance > 0]
    return rows


def page_of(record: Record) -> str:
    """The page as text, empty without one."""
    return "" if record.page is None else str(record.page)


def _page_words(record: Record) -> str:
    """The page in words, with the number that is printed on it where it is another."""
    page, label = page_of(record), record.page_label
    printed = f" (printed {clean(label)})" if page and label and label != page else ""
    return f"p. {page}{printed}" if page else ""


def _heading(hit: Hit, style: Style) -> str:
    name = hit.symbol or hit.source.path
    facts = [shortened_title(clean(hit.title), _TITLE), str(hit.year or ""), language_of(hit)]
    return " · ".join(
        [style.bold(style.isolated(clean(name), beside=hit.title)), *(fact for fact in facts if fact)]
    )


def _within(record: Record, citation: str) -> str:
    """The citation without the document it begins with."""
    name = record.symbol or record.source.path
    rest = citation.removeprefix(name).lstrip(" ,")
    return clean(rest or citation)


def _rows(rows: Sequence[_Row], style: Style, *, is_under_title: bool = False) -> Iterator[str]:
    has_context = any(row.distance for row in rows)  # which colour alone would not tell
    names = [_within(row.record, row.citation) if is_under_title else clean(row.citation) for row in rows]
    pages = [_page_words(row.record) for row in rows]
    headings = [row.record.section[-1] if row.record.section else "" for row in rows]
    sections = [shortened(clean(heading), _SECTION) for heading in headings]
    widths = [max(map(columns, column), default=0) for column in (names, pages, sections)]
    indent = 2 + sum(width + 2 for width in widths if width)
    for row, *cells in zip(rows, names, pages, sections, strict=True):
        aligned = [padded(cell, width) for cell, width in zip(cells, widths, strict=True) if width]
        aligned[0] = style.isolated(aligned[0], beside=row.snippet)
        lead = "> " if has_context and not row.distance else "  "
        lines = _lines(row, lead + "  ".join(aligned) + "  ", indent, style)
        yield from map(style.dim, lines) if row.distance else lines


def _lines(row: _Row, lead: str, indent: int, style: Style) -> Iterator[str]:
    """The lines of a row: its snippet beside what leads to it, or below where there is no room."""
    room = (style.width or 0) - indent
    if style.width is None:
        yield lead + _marked(row, style)
    elif room >= _LEAST_SNIPPET:
        first, *others = _wrapped(row, style, room)
        yield lead + first
        yield from (" " * indent + line for line in others)
    else:
        yield lead.rstrip()
        yield from ("      " + line for line in _wrapped(row, style, max(20, style.width - 6)))


def _marked(row: _Row, style: Style) -> str:
    return style.mark(row.snippet, row.marks)


def _wrapped(row: _Row, style: Style, width: int) -> list[str]:
    """The snippet in lines of a width, with its marks; a mark over a line end goes on in the next line."""
    lines: list[str] = []
    at = 0
    for line in wrapped(row.snippet, width) or [""]:
        start = row.snippet.index(line[:1], at) if line else at
        end = start + len(line)
        inside = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in row.marks if a < end and b > start
        )
        lines.append(style.mark(line, inside))
        at = end
    return lines
