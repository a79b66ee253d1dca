"""Results -> the HTML that a notebook shows: it asks the results themselves, so it is made here.

Everything that comes from a document is escaped, nothing runs, and each text says its own direction.
"""

from __future__ import annotations

from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from indexer.query.results import grouped
from indexer.query.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Highlight, Hit, Record
    from indexer.query.results import Group, SearchResults
    from indexer.query.shown import ShowResult

_MOST = 100
"""Paragraphs that are shown; all of them may be a hundred thousand."""

_FACT = '<span style="opacity:.65">{}</span>'


def results_html(results: SearchResults) -> str:
    """Return the hits under the names of their documents, matched words marked."""
    size = (
        f"{results.total:,} paragraphs in {results.documents:,} documents, {len(results.hits)} of them shown"
    )
    parts = [_line(_FACT.format(escape(size))), *(_line(escape(notice)) for notice in results.notices)]
    for group in grouped(results.hits[:_MOST]):
        parts.append(_heading(group))
        parts += [_hit(hit) for hit in group.hits]
        if group.total is not None and group.total > len(group.hits):
            parts.append(_line(_FACT.format(f"{group.total - len(group.hits):,} more in this document")))
    return _whole([*parts, *_left_out(len(results.hits))])


def shown_html(shown: ShowResult) -> str:
    """Return the records with their citations; what only surrounds them is paler."""
    parts = [_line(escape(sentence)) for sentence in (*shown.misses, *shown.notices)]
    rows = zip(shown.records, shown.citations, shown.wanted, strict=True)
    for record, citation, wanted in islice(rows, _MOST):
        text = _cited(citation, record) + _text(record, ())
        text += "".join(_note(note.mark, note.text) for note in record.footnotes)
        parts.append(text if wanted else _pale(text))
    return _whole([*parts, *_left_out(len(shown.records))])


def _left_out(count: int) -> list[str]:
    return [_line(_FACT.format(f"… and {count - _MOST:,} more"))] if count > _MOST else []


def _whole(parts: Iterable[str]) -> str:
    return f'<div class="indexer">{"".join(parts)}</div>'


def _line(html: str) -> str:
    return f'<div dir="auto">{html}</div>'


def _heading(group: Group) -> str:
    first = group.hits[0]
    facts = filter(None, [first.title, first.date or str(first.year or ""), version_of(first)[1]])
    name = f"<b>{escape(first.symbol or first.source.path)}</b>"
    return f'<div dir="auto" style="margin-top:.8em">{name} · {escape(" · ".join(facts))}</div>'


def _hit(hit: Hit) -> str:
    note = _line(_FACT.format(escape(hit.snippet))) if hit.snippet.startswith("[note ") else ""
    around = [_pale(_cited(near.citation, near) + _text(near, ())) for near in hit.context]
    before = sum(near.distance < 0 for near in hit.context)
    found = _cited(hit.citation, hit) + _text(hit, hit.highlights) + note
    return "".join([*around[:before], found, *around[before:]])


def _pale(html: str) -> str:
    return f'<div style="opacity:.6">{html}</div>'


def _cited(citation: str, record: Record) -> str:
    place = [f"p. {record.page}"] if record.page is not None else []
    place += [" > ".join(record.section)] if record.section else []
    facts = _FACT.format(escape(" · ".join(place)))
    return f'<div dir="auto" style="margin-top:.4em"><b>{escape(citation)}</b> {facts}</div>'


def _text(record: Record, marks: Sequence[Highlight]) -> str:
    pieces, at = [], 0
    for mark in marks:
        pieces.append(escape(record.text[at : mark.start]))
        pieces.append(f"<mark>{escape(record.text[mark.start : mark.end])}</mark>")
        at = mark.end
    pieces.append(escape(record.text[at:]))
    language = escape(record.language, quote=True)
    return f'<p dir="auto" lang="{language}" style="margin:0;white-space:pre-wrap">{"".join(pieces)}</p>'


def _note(mark: str, text: str) -> str:
    return _line(f"<small><sup>{escape(mark)}</sup> {escape(text)}</small>")
