"""Numbers of rows that a text has lost the room behind: they stand alone, or close to their words.

A tab parts them from these. Web pages have such room in elements without text, which nobody sees who copies
their words or saves them as a file of a word processor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Line

_LABEL = r"(?:\d{1,3}(?:\.\d{1,3}){0,2}[.)]?|\(?(?:[a-z]|[ivx]{2,5})\)|\(?[IVX]{1,5}[.)]|\p{Lu}[.)]|[•●▪–])"
"""What rows number; a bare number only with parts, as the number of a page is bare too."""

_ALONE = regex.compile(
    rf"^(?P<number>[ \t]*(?!\d+[ \t]*$){_LABEL})[ \t]*\n(?:[ \t]*\n){{0,2}}[ \t]*"
    rf"(?!{_LABEL}[ \t]*$)(?=[“\"‘«(\[]*\p{{L}})",
    regex.MULTILINE,
)
_LABEL_BESIDE = regex.compile(rf"^[ \t]*(?!\d+[ \t]){_LABEL}[ \t]+\S", regex.MULTILINE)

_NOTES = regex.compile(
    r"^[ \t]*_{5,}[ \t]*$[^\S\f]*^[ \t]*(?:\d{1,3}|[*∗]{1,3})(?:[ \t]*$|(?=\p{Lu}))[^\f]*", regex.MULTILINE
)
"""What stands below a rule on a page, the mark of a note first: a rule may also part the text."""

_MARK = regex.compile(
    r"^(?P<mark>[ \t]*(?:\d{1,3}|[*∗]{1,3}))(?:[ \t]*\n[ \t]*(?=[^\s\d*∗])|(?=\p{Lu}))", regex.MULTILINE
)

_DOUBLED = regex.compile(
    r"(?:(?<=^[ \t]*)\d{1,3}\.[ \t]+(?=\d{1,4}\.[ \t]+[“\"‘«\[(]*\p{L})"
    r"|(?<=^[ \t]*)[•*-][ \t]+(?=\([a-z]{1,3}\)[ \t]))",
    regex.MULTILINE,
)
"""The number of a list that a web site has put before that of a paragraph: "1. 553. The complaint"."""

_WORDS = r"[“\"‘«\[¿¡]*(?:\p{Lu}(?:\p{L}|[’']|[ \t])|\p{Lo})"
_UNITS = "百千万萬亿億兆倍"
"""What makes "1.5亿" a quantity, and no number of a row."""
_NUMBER = regex.compile(
    rf"^[ \t]*(?P<n>\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}+)(?:\.|(?<=\d\.\d+)(?![{_UNITS}]))(?={_WORDS})",
    regex.MULTILINE,
)
_LETTER = (
    r"^[ \t]*(?:(?:[IVXL]{1,6}|\p{Lu})\.(?=\p{Lu}\p{L}*\p{Ll}{2}|\p{Lo})"
    r"|(?:\(?(?:[a-zа-я]|[ivx]{2,5})|\([ivx\d]{1,5})\)(?=[\p{L}\p{N}“\"‘«]))"
)
_CLOSE = regex.compile(f"{_NUMBER.pattern}|{_LETTER}", regex.MULTILINE)
_BESIDE = regex.compile(r"^[ \t]*\d{1,3}\.(?:\d{1,3}\.?){0,5}[ \t]+\p{L}", regex.MULTILINE)

_PAGE = regex.compile(
    r"^(?P<entry>[ \t]*(?:[IVXL]{1,6}|\p{Lu}|\d{1,2})\.[^\n]{3,200}?(?<=[\p{Ll}\p{Lo})]))"
    r"(?P<page>\d{1,3})[ \t]*$",
    regex.MULTILINE,
)
"""The page of a numbered entry of a contents list, which stands close to its words."""

_LEAST = 3
"""So many numbers stand alone, or count on: one or two may be slips, or what a sentence ends with."""

_SHARE = 4
"""They are at least one of so many numbers."""


def join_labels(text: str) -> str:
    """The text with each number that stands alone before the row below it, where many do.

    So are the marks of notes below a rule, and a number that its words stand close to. The number of a list
    is left out before one that is printed.
    """
    return part_labels(_join_alone(_DOUBLED.sub("", text)))


def _join_alone(text: str) -> str:
    text = _NOTES.sub(lambda notes: _MARK.sub(r"\g<mark>\t", notes[0]), text)
    alone = len(_ALONE.findall(text))
    if alone < _LEAST or _SHARE * alone < len(_LABEL_BESIDE.findall(text)):
        return text
    return _ALONE.sub(r"\g<number>\t", text)


def part_labels(text: str) -> str:
    """The text with a tab behind each number or letter that begins a row close to its words, where many do.

    So are the pages of contents lists before those.
    """
    if not _count_on(text):
        return text
    return _PAGE.sub(r"\g<entry>\t\g<page>", _CLOSE.sub(r"\g<0>\t", text))


def part_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in a format that flows, with a tab behind each such number, where many have one."""
    if not _count_on("\n".join(line.text for line in lines if not line.label)):
        return list(lines)
    return [line if line.label or line.role == "row" else _part(line) for line in lines]


def _part(line: Line) -> Line:
    match = _CLOSE.match(line.text)
    if match is None:
        return line
    end = match.end()
    return msgspec.structs.replace(
        line,
        text=f"{line.text[:end]}\t{line.text[end:]}",
        raised=tuple((a + (a >= end), b + (b > end)) for a, b in line.raised),
        bold_lead=line.bold_lead + (line.bold_lead > end),
        italic_lead=line.italic_lead + (line.italic_lead > end),
    )


def _count_on(text: str) -> bool:
    """Whether numbers that stand close to their words count on, and few others stand apart from theirs."""
    numbers = [tuple(map(int, row["n"].split("."))) for row in _NUMBER.finditer(text)]
    run = sum(map(_follows, numbers[1:], numbers))
    return run + 1 >= _LEAST and _SHARE * len(numbers) >= len(_BESIDE.findall(text))


def _follows(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether a number counts on from the one before, at its depth, one below it, or further up.

    >>> _follows((2, 1), (2,)), _follows((2,), (1, 3, 1)), _follows((2, 1), (1, 3)), _follows((4,), (2,))
    (True, True, True, False)
    """
    steps = [(*before[:depth], before[depth] + 1) for depth in range(len(before))]
    return number == (*before, 1) or any(number in (step, (*step, 1)) for step in steps)
