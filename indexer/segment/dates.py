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
# a sign or a letter before the day is a digit that a scan was misread for: "~9 September"
_DATE = regex.compile(
    r"(?<![\d\p{Latin}~^|!?*•])(\d{1,2})(?:er|st|nd|rd|th|º)?\s+(?:de\s+|\p{Arabic}+(?:\s\p{Arabic}+)?/)?("
    + "|".join(_NUMBER)
    + r")(?:/\p{L}+)?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)",
    regex.I,
)
_US_DATE = regex.compile(
    r"\b(" + "|".join(names[0] for names in _MONTHS) + r")\s+(\d{1,2}),\s+((?:19|20)\d\d)\b", regex.I
)
_CHINESE = regex.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")

_FORMS = (_DATE, _US_DATE, _CHINESE)
_LABEL = regex.compile(r"^(?P<label>[^:：]*+)[:：]")
_OF_TEXT = regex.compile(
    r"\s*(?:(?:dated?|issued|published)(?:\son|\sof\s(?:issue|publication))?|fecha|дата|التاريخ|日期)\s*",
    regex.I,
)
"""What stands before the date of a text: "Date of birth:" and "Deadline:" stand before others."""
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS_AND_YEARS = regex.compile(
    rf"(?:{'|'.join(_NUMBER)}|{_YEAR.pattern}|\bde\b|[年月]|(?<!\d)\d{{1,2}}(?=\s?月)|[\s,./–—-])+", regex.I
)


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


def date_alone(text: str) -> str | None:
    """Return the date of a line that has no other number in it, nor names another day, as ISO 8601.

    >>> date_alone("Geneva, 29 August 2008"), date_alone("Geneva, 29 August-3 September 2008")
    ('2008-08-29', None)
    >>> date_alone("Date: 29 August 2008"), date_alone("Deadline: 29 August 2008")
    ('2008-08-29', None)
    """
    label = _LABEL.match(text)
    if label and not _OF_TEXT.fullmatch(label["label"]):
        return None
    found = next((match for pattern in _FORMS if (match := pattern.search(text))), None)
    rest = "" if found is None else text[: found.start()] + text[found.end() :]
    return None if any(map(str.isdigit, rest)) else find_date(text)


def year_alone(text: str) -> int | None:
    """Return the year of a line that says nothing but months and years, the later of two.

    >>> year_alone("JULY, 2010"), year_alone("April 2008 – December 2009"), year_alone("Lights of 2008")
    (2010, 2009, None)
    """
    years = [int(year) for year in _YEAR.findall(text)]
    return max(years, default=None) if _MONTHS_AND_YEARS.fullmatch(text) else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
