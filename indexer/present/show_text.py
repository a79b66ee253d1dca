"""Records as a person reads them: citation, page, section, sub-paragraphs, notes, what it cites."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.grammar.row_signs import SIGNS
from indexer.present.side_by_side import beside, column_width, language_of, places, rows_of
from indexer.present.style import Style, clean
from indexer.present.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Record
    from indexer.present.answers import Shown
    from indexer.present.side_by_side import Row

_STEP = 4
"""Columns that each level of sub-paragraphs is set in."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

ELSEWHERE = "…"
"""Stands for sub-paragraphs that were not asked for."""


def shown_text(shown: Shown, style: Style) -> Iterator[str]:
    """The lines of the records, a blank line between them; what only surrounds the wanted ones is weaker.

    The same place in several languages stands in columns where there is room for them.
    """
    has_versions = len(set(map(language_of, shown.records))) > 1
    number = 0
    # addresses are compared only where they may be of one place: most answers need no patterns
    for versions in places(shown) if has_versions else ([row] for row in rows_of(shown)):
        width = column_width(len(versions), style.width)
        cells = [versions] if width else [[row] for row in versions]
        for rows in cells:
            if number:
                yield ""
            number += 1
            lines = (
                _columns(rows, width, style) if width else _record(rows[0], style, has_versions=has_versions)
            )
            yield from lines if any(row.wanted for row in rows) else map(style.dim, lines)


def _record(row: Row, style: Style, *, has_versions: bool) -> Iterator[str]:
    yield style.bold(style.isolated(clean(row.citation), beside=row.record.text))
    place = _place_words(row.record, has_versions=has_versions)
    if place:
        yield style.dim(place)
    yield ""
    yield from _content(row, style)


def _columns(rows: Sequence[Row], width: int, style: Style) -> Iterator[str]:
    """One place in several languages: its citation, and below it a column for each language."""
    yield style.bold(clean(rows[0].citation))
    narrow = Style(width=width)
    heads = [wrapped(_place_words(row.record, has_versions=True), width) for row in rows]
    yield from map(style.dim, beside(heads, width))
    yield ""
    yield from beside([list(_content(row, narrow)) for row in rows], width)


def _place_words(record: Record, *, has_versions: bool) -> str:
    """Where a record stands, with the language of the version where there are several."""
    words = [_language_name(language_of(record))] if has_versions else []
    facts = [page_words(record), record.position]
    return " · ".join(filter(None, [*words, *facts, " > ".join(map(clean, record.section))]))


def _language_name(language: str) -> str:
    from indexer.grammar.language import OFFICIAL  # noqa: PLC0415  # most answers are in one language

    return OFFICIAL.get(language, language)


def _content(row: Row, style: Style) -> Iterator[str]:
    record = row.record
    for depth, text in _blocks(record, row.part):
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
        text = _with_marks(record, start, end)
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


def _with_marks(record: Record, start: int, end: int) -> str:
    """A piece of the text with the marks of its notes where they are printed."""
    marks = sorted((note.at, note.mark) for note in record.footnotes if note.at is not None and note.mark)
    text, at = "", start
    for place, mark in marks:
        if start < place <= end:
            apart = " " if text and at == place else ""  # two marks are no number
            text += record.text[at:place] + apart + _raised(mark)
            at = place
    return text + record.text[at:end]


def _raised(mark: str) -> str:
    """A mark of a note as it stands in the text: signs are small enough, letters are put in brackets."""
    if mark.isdecimal():
        return mark.translate(_RAISED)
    return f"[{mark}]" if mark.isalnum() else mark


def _lines(text: str) -> list[str]:
    """The lines that the text itself has, such as rows of a table."""
    rows = (line.replace("\t", SIGNS["\t"]) for line in text.split("\n"))
    return [clean(row).strip() for row in rows if row.strip()]


def _set(text: str, indent: int, style: Style, *, hanging: int = 0) -> Iterator[str]:
    lead = " " * indent
    if style.width is None:
        yield lead + text
        return
    yield from wrapped(text, max(20, style.width), indent=lead, hanging=lead + " " * hanging) or [lead]
