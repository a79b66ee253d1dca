"""Words as placed on a line -> words as read, in lines that hold a script from right to left."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.words import Words

RTL = regex.compile(r"[\p{Hebrew}\p{Arabic}]")
"""A letter of such a script."""
# no word begins with a closing bracket or ends with an opening one: PDFium turned it around once too often
_OPENING = regex.compile(r"(?<!\S)[^\w\s]+(?=\w)")
_CLOSING = regex.compile(r"(?<=\w)[^\w\s]+(?!\S)")
_MARK_BEHIND = regex.compile(r"(?<![\s\p{P}])([\s\p{P}]++)(\p{Mn}+)")  # a mark stands on a letter
_TURNED = regex.compile(r"[)\]](\w{1,7})[(\[]")  # "2009)1(": a note mark behind a number
_STOP_BEFORE = regex.compile(r"^(?:([\"”»]?)([.,،:؛]+)([\p{Nd}\p{Latin}][^\s(]*)|([-–])(\p{Nd}{1,3})(?=\t))")
_NOTE = regex.compile(r"[()]\p{Nd}{1,3}[()]")
_TO_OPENING, _TO_CLOSING = str.maketrans(")]}»", "([{«"), str.maketrans("([{«", ")]}»")


def is_rtl(page: Words, words: Sequence[int]) -> bool:
    """Whether most letters of a line are of a script from right to left."""
    texts = [page.texts[word] for word in words]
    right_to_left = sum(len(text) for text in texts if RTL.search(text))
    return right_to_left > sum(map(str.isalpha, "".join(text for text in texts if not RTL.search(text))))


def from_right(page: Words, words: Sequence[int]) -> list[int]:
    """Order the words of a right-to-left line; runs of left-to-right words keep their own order.

    Numbers alone are read from right to left, one after the other.
    """
    rights, texts = page.rights, page.texts
    ordered: list[int] = []
    run: list[int] = []
    for word in sorted(words, key=lambda word: -rights[word]):
        if RTL.search(texts[word]) or not any(ch.isalnum() for ch in texts[word]):
            ordered.extend(_forward(page, run))
            run = []
            ordered.append(word)
        else:
            run.append(word)
    ordered.extend(_forward(page, run))
    return ordered


def _forward(page: Words, run: list[int]) -> list[int]:
    """Order a run, seen from the right; note marks to the left of Latin words stand behind them."""
    end = len(run)
    while end > 1 and _NOTE.fullmatch(page.texts[run[end - 1]]):
        end -= 1
    latin = any(ch.isalpha() for word in run[:end] for ch in page.texts[word])
    return [*reversed(run[:end]), *run[end:]] if latin else run


def from_left(page: Words, words: Sequence[int]) -> list[int]:
    """Order the words of a left-to-right line, in which a name from right to left keeps its own order."""
    ordered: list[int] = []
    for from_right, found in groupby(words, lambda word: bool(RTL.search(page.texts[word]))):
        run = list(found)
        ordered.extend(reversed(run) if from_right else run)
    return ordered


def as_read(text: str) -> str:
    """Return the text of a line from right to left with brackets and marks of letters as they are read."""
    text = _MARK_BEHIND.sub(r"\2\1", text)
    text = with_stop_behind(_TURNED.sub(r"(\1)", text))
    text = _OPENING.sub(lambda match: match.group().translate(_TO_OPENING), text)
    return _CLOSING.sub(lambda match: match.group().translate(_TO_CLOSING), text)


def with_stop_behind(text: str) -> str:
    """Return a line that begins with a number or a symbol with the stop that stands to its left behind it."""
    return _STOP_BEFORE.sub(r"\3\5\2\1\4", text)
