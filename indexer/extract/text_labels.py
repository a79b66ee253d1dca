"""Numbers that stand on rows of their own in a text taken out of a PDF, put before the words they number."""

from __future__ import annotations

import regex

from indexer.extract.close_labels import part_labels

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,2}[.)]?|\(?(?:[a-z]|[ivx]{2,5})\)|\(?[IVX]{1,5}[.)]|\p{Lu}[.)]|[•●▪–])"
"""What rows number; a bare number only with parts, as the number of a page is bare too."""

_ALONE = regex.compile(
    rf"^(?P<number>[ \t]*(?!\d+[ \t]*$){_NUMBER})[ \t]*\n(?:[ \t]*\n){{0,2}}[ \t]*"
    rf"(?!{_NUMBER}[ \t]*$)(?=[“\"‘«(\[]*\p{{L}})",
    regex.MULTILINE,
)
_BESIDE = regex.compile(rf"^[ \t]*(?!\d+[ \t]){_NUMBER}[ \t]+\S", regex.MULTILINE)

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

_LEAST = 3
"""So many numbers stand alone in such a text: one or two may be what a sentence ends with."""

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
    if alone < _LEAST or _SHARE * alone < len(_BESIDE.findall(text)):
        return text
    return _ALONE.sub(r"\g<number>\t", text)
