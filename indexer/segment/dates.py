"""Dates as mastheads print them, in the six official languages."""

from __future__ import annotations

import datetime as dt

import regex

_MONTHS = (
    ("january", "janvier", "enero", "января", "يناير"),
    ("february", "février", "febrero", "февраля", "فبراير"),
    ("march", "mars", "marzo", "марта", "مارس"),
    ("april", "avril", "abril", "апреля", "أبريل"),
    ("may", "mai", "mayo", "мая", "مايو"),
    ("june", "juin", "junio", "июня", "يونيو", "يونيه"),
    ("july", "juillet", "julio", "июля", "يوليو", "يوليه"),
    ("august", "août", "agosto", "августа", "أغسطس"),
    ("september", "septembre", "septiembre", "сентября", "سبتمبر"),
    ("october", "octobre", "octubre", "октября", "أكتوبر"),
    ("november", "novembre", "noviembre", "ноября", "نوفمبر"),
    ("december", "décembre", "diciembre", "декабря", "ديسمبر"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_DATE = regex.compile(
    r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|º)?\s+(?:de\s+|\p{Arabic}+(?:\s\p{Arabic}+)?/)?("
    + "|".join(_NUMBER)
    + r")(?:/\p{L}+)?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)",
    regex.I,
)
_US_DATE = regex.compile(
    r"\b(" + "|".join(names[0] for names in _MONTHS) + r")\s+(\d{1,2}),\s+((?:19|20)\d\d)\b", regex.I
)
_CHINESE = regex.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")


_BEFORE = regex.compile(
    r"(?:(?:\p{L}[\p{L}\s()’'-]{0,40}(?:,|\s(?:of|du|de|del|от)))?|of|du|Date\s?:|Judgment\s?:)[\s\t]*",
    regex.I,
)
"""What may stand before a date that is all of a line: a place, or what is of that date."""


def date_alone(text: str) -> str | None:
    """Return the date that a line consists of, with a place or the word for what has it, None for others.

    >>> date_alone("HARBOUR TOWN, 5 May 2011"), date_alone("Judgment of May 5, 2011")
    ('2011-05-05', '2011-05-05')
    >>> date_alone("Open until 5 May 2011") is None
    True
    """
    line = text.strip(" .()[]*\t")
    match = _DATE.search(line) or _US_DATE.search(line) or _CHINESE.search(line)
    if match is None or match.end() != len(line) or not _BEFORE.fullmatch(line[: match.start()]):
        return None
    return find_date(line)


def find_date(text: str) -> str | None:
    """Return the first date in text as ISO 8601, None without one.

    >>> find_date("Distr.: General 29 August 2008")
    '2008-08-29'
    >>> find_date("31 February 2008") is None
    True
    """
    match = _DATE.search(text)
    if match:
        return _iso(int(match[3]), _NUMBER[match[2].lower()], int(match[1]))
    match = _US_DATE.search(text)
    if match:
        return _iso(int(match[3]), _NUMBER[match[1].lower()], int(match[2]))
    match = _CHINESE.search(text)
    if match:
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
