"""What the first page says of the document: its title and date."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.segment.covers import PLACE_AND_YEAR, cover_title, set_imprint_aside
from indexer.segment.dates import date_alone, find_date, year_alone
from indexer.segment.furniture import symbols_in
from indexer.segment.masthead_lines import DISTRIBUTION, OFFICIAL, may_be_title, only_symbol
from indexer.segment.masthead_reader import MastheadReader
from indexer.segment.plain_titles import is_text, named_case, plain_title
from indexer.segment.titles import find_sponsors, join_title

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_TOP = 30  # lines: a page of a web site has links above its text
_BESIDE = 2  # lines
_DATE_LENGTH = 40  # characters: a longer line says more than a date
_DATE_WORDS = 6  # "Geneva, 12 March 2021", "New York, el 12 de marzo de 2021"
_DATELINE = regex.compile(r"[\p{L}\s,.]{2,40}[,(]\s?[\p{L}\d\s,.]{8,30}\)?\s*(?:[–—]|-{1,2}\s)")
"""How press releases begin: "GENEVA (5 May 2014) – "."""
_BRACKETED = regex.compile(r"\[(\d{1,2} \p{L}+ \d{4})\]")


class Masthead(NamedTuple):
    """What the first page says of the document.

    Attributes:
        title: Title lines joined.
        date: ISO 8601, None when not found.
        year: Of a document without a masthead that only says its year, or its month.
        cues: How many lines of an official masthead were seen.
    """

    title: str = ""
    date: str | None = None
    year: int | None = None
    cues: int = 0


def read_masthead(
    items: list[Item], measures: Measures, numbered_start: int | None, early: list[Item], width: float
) -> Masthead:
    """Set the places of the masthead and title lines of page 1 and return what they say.

    Args:
        items: The items of the first page, furniture included.
        measures: Of the document.
        numbered_start: Index of the first numbered paragraph, where the masthead ends at the latest.
        early: The items of the first pages: volumes of official records print their date behind the cover.
        width: Of the page, in points.
    """
    contents = next((item.index for item in items if item.place == "contents"), None)
    if contents is not None and (numbered_start is None or contents < numbered_start):
        numbered_start = contents  # a title does not stand below the contents
    live = [item for item in items if item.place in ("", "furniture")]
    reader = MastheadReader(measures, numbered_start, width)
    reader.read(live)
    if not reader.anchored:
        return _without_masthead(items, measures, numbered_start)
    reader.set_agenda_aside()
    for item in reader.aside:
        item.place = "furniture"
    for item in reader.title:
        item.place = "title"
    for item in find_sponsors(reader.title):
        item.place = ""
    date = next((found for item in reader.aside if (found := find_date(item.text))), None)
    foot = reader.title[:1] or reader.aside
    published = any(PLACE_AND_YEAR.fullmatch(item.text.strip()) for item in foot)
    cover = published or any(OFFICIAL.search(item.text) for item in reader.aside + reader.title)
    if cover and not any(DISTRIBUTION.search(item.text) for item in live):
        bracketed = (_BRACKETED.search(item.text) for item in early)
        date = next((find_date(match[1]) for match in bracketed if match), date)
        title = cover_title([item for item in reader.aside + reader.title if may_be_title(item)])
        set_imprint_aside(early, title)
        return Masthead(title=title, date=date, cues=reader.cues)
    named = "" if any(symbols_in(item.text) for item in live) else named_case(live, measures)
    return Masthead(title=named or join_title(reader.title), date=date, cues=reader.cues)


def _without_masthead(items: list[Item], measures: Measures, numbered_start: int | None) -> Masthead:
    """What a page says that has no masthead.

    Exports of a text begin with its symbol alone, and web sites have it in a line of its own above the text,
    a date beside it.
    """
    live = [item for item in items if item.place in ("", "furniture")]
    above = list(takewhile(lambda item: not _is_text(item, numbered_start), live[:_TOP]))
    alone = [at for at, item in enumerate(above) if _is_symbol(item) or (not at and only_symbol(item.text))]
    symbols = {str(symbol) for at in alone for *_, symbol in symbols_in(above[at].text)}
    if not alone or (len(symbols) > 1 and alone[0]):
        title = plain_title(items, measures)
        above = list(takewhile(lambda item: not is_text(item, measures), live[:_TOP]))
        return Masthead(title=title, date=_date_above(live, above), year=_year_above(above))
    first = alone[0]
    above[first].place = "furniture"
    beside = [*above[first + 1 : first + 1 + _BESIDE], *above[max(0, first - _BESIDE) : first]]
    dates = (find_date(item.text) for item in beside if len(item.text) <= _DATE_LENGTH)
    title = plain_title([item for item in items if item is not above[first]], measures)
    return Masthead(title=title, date=next(filter(None, dates), None), cues=1)


def _date_above(live: list[Item], above: list[Item]) -> str | None:
    """Return the date that a short line above the text gives, with no more than a place, or a dateline."""
    short = (text for text in _cells(above) if len(text) <= _DATE_LENGTH)
    date = next(filter(None, (date_alone(text) for text in short if len(text.split()) <= _DATE_WORDS)), None)
    if date:
        return date
    first = live[len(above)] if len(above) < len(live) else None
    dateline = _DATELINE.match(first.text) if first is not None else None
    return find_date(dateline[0]) if dateline else None


def _year_above(above: list[Item]) -> int | None:
    """Return the year that a line above the text gives, alone or with months."""
    return next(filter(None, map(year_alone, _cells(above))), None)


def _cells(lines: list[Item]) -> list[str]:
    return [cell.strip() for item in lines for cell in item.text.split("\t")]


def _is_text(item: Item, numbered_start: int | None) -> bool:
    """Whether a line is one of the running text."""
    numbered = numbered_start is not None and item.index >= numbered_start
    return numbered or (item.is_prose() and (item.ends_sentence() or item.line.starts_block is None))


def _is_symbol(item: Item) -> bool:
    """Whether a line is a symbol and nothing else but stars."""
    found = symbols_in(item.text)
    return bool(found) and not any(map(str.isalnum, item.text[: found[0][0]] + item.text[found[-1][1] :]))
