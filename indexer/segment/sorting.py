"""Which lines of a document are text, and what the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.segment.act_headings import find_acts
from indexer.segment.asides import mark_asides
from indexer.segment.contents import mark_contents
from indexer.segment.endnotes import mark_endnotes
from indexer.segment.footnotes import mark_notes
from indexer.segment.inner_lines import mark_inner
from indexer.segment.items import read_items, set_gaps
from indexer.segment.masthead import read_masthead
from indexer.segment.measures import Measures
from indexer.segment.running_heads import mark_furniture
from indexer.segment.tables import mark_tables

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument
    from indexer.segment.items import Item
    from indexer.segment.masthead import Masthead
    from indexer.segment.notes import Note

_EARLY = 8  # pages: volumes of official records print their date below the summary, behind the contents
_FIRST, _SECOND = (  # "1.", "1)", "1 -", "[1]", "§ 1", and "1" before a tab
    regex.compile(rf"^(?:(?:{n}(?:[.．)]|\s?[-–—])|\[{n}\]|[§¶]\s?{n}[.)]?)[\s\t]+|{n}\t\s*)\S") for n in "12"
)


class SortedLines(NamedTuple):
    """The lines of a document, each with its place.

    Attributes:
        items: All of them.
        live: Those that are no running heads.
        measures: Of the document.
        notes: What notes say.
        masthead: What the first page says of the document.
    """

    items: list[Item]
    live: list[Item]
    measures: Measures
    notes: list[Note]
    masthead: Masthead


def sort_lines(document: ExtractedDocument) -> SortedLines:
    """Return the lines of a document with their places; those of the text have none."""
    items = read_items(document)
    mark_furniture(items, document.pages)
    live = [item for item in items if item.place != "furniture"]
    set_gaps(live)
    measures = Measures(live, paged=document.paged)
    mark_inner(live, measures)
    mark_contents(live)
    first_page = [item for item in items if item.page == items[0].page]
    endnotes = mark_endnotes(live, measures)
    mark_tables(live, measures, document.pages[1:])
    first = _first_number(live, measures)
    if first is not None:  # below it no row of cells is a line of the masthead
        mark_tables([item for item in live if item.index > first], measures, document.pages[:1])
    notes = [*mark_asides(live), *mark_notes(live, measures, document.pages), *endnotes]
    early = [item for item in items if item.page <= _EARLY]
    candidates = [item for item in live if item.place in ("", "contents")]
    width = document.pages[0].width if document.pages else 0.0
    starts = (_first_number(live, measures), _first_act(live))
    start = min((index for index in starts if index is not None), default=None)
    masthead = read_masthead(first_page, measures, start, early, width)
    mark_tables(live, measures, document.pages[:1])
    if not any(item.place in ("", "table") for item in live):
        if not candidates:
            candidates, notes = live, []
        for item in candidates:
            item.place = ""  # there is nothing that it could be the title, the contents or a note of
    return SortedLines(items, live, measures, notes, masthead)


def _first_act(live: list[Item]) -> int | None:
    """Return the index of the heading of the first act, None where there is one act at most.

    The number of an act alone in its file stands in the title.
    """
    found = find_acts(live)
    return min(item.index for item in found.values()) if len(found) > 1 else None


def _first_number(live: list[Item], measures: Measures) -> int | None:
    """Return the index of the first line on the first page that begins with the number 1 and a text.

    It runs on, or the number 2 follows, so that it is no heading.
    """
    page = [item for item in live if item.page == live[0].page and not item.place]
    seconds = {round(item.line.left) for item in page if _SECOND.match(item.text)}
    for item in page:
        if _FIRST.match(item.text) and item.line.bold < 0.9 and measures.is_body_size(item):
            second = any(round(item.line.left) + shift in seconds for shift in range(-8, 9))
            if second or len(item.text) > 60:
                return item.index
    return None
