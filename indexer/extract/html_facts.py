"""What a web page says of itself: its title, without the name of the site, and the day it was published."""

from __future__ import annotations

import datetime as dt
from typing import Any

import regex

_PARTS = regex.compile(r"\s+(?:[|»›·•–—-]|::)\s+|\s*\|\s*")
"""What stands between the title of a page and the name of its site."""
_LEAST = 8
"""Letters of a part of a title by which a heading is told."""
_BESIDE = 40
"""Characters beside a day of publication, as the name of an author; a sentence has more."""
_CHANGED = regex.compile(
    r"updated|modified|changed|mise? à jour|modifié|actualiza|modifica|обновл|更新|تحديث", regex.I
)
_DATES = frozenset(
    {
        "article:published_time",
        "citation_date",
        "citation_publication_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "og:published_time",
        "pubdate",
    }
)
"""Names of the day of publication: Open Graph, Dublin Core, and those that scholarly indexes read."""
_DAY = regex.compile(r"\s*((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")


def page_title(root: Any) -> str:
    """Return the title that a page states, or its one heading of the first level where that is part of it.

    The title often has the name of the site besides, or is cut short.
    """
    stated = _words(root.find(".//title"))
    headings = [words for words in map(_words, root.iter("h1")) if words]
    if len(headings) != 1:
        return stated
    part = max(_PARTS.split(stated), key=len)  # the heading may be the name of the site
    of_page = len(part) >= _LEAST and (part in headings[0] or headings[0] in part)
    return headings[0] if of_page else stated


def published(root: Any) -> str | None:
    """Return the day on which a page says that it was published, as ISO 8601, None where it says none."""
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.lower() in _DATES and (day := _day(element.get("content"))):
            return day
    times = [element for element in root.iter("time") if element.get("datetime")]
    return _day(times[0].get("datetime")) if len(times) == 1 and _stands_alone(times[0]) else None


def _stands_alone(time: Any) -> bool:
    """Whether hardly a word is beside a day: one in a sentence is another, as is that of the last change."""
    around = _words(time.getparent())
    beside = len(around) - len(_words(time))
    foot = next(time.iterancestors("footer"), None)
    return foot is None and beside <= _BESIDE and not _CHANGED.search(around)


def _day(text: str | None) -> str | None:
    match = _DAY.match(text or "")
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else None
    except ValueError:
        return None


def _words(element: Any | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
