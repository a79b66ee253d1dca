"""Numbers and Latin words in lines from right to left, whose signs PDFium hands over mixed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from indexer.extract.pdf_calls import Room

if TYPE_CHECKING:
    from indexer.extract.pdf_calls import Calls

_LINE = regex.compile(r"[^\r\n]+")
_RIGHT = regex.compile(r"[\p{Arabic}&&\p{L}]", regex.V1)
_LEFT = regex.compile(r"[\p{L}--\p{Arabic}]", regex.V1)
# a number or a Latin word, and a stop, a bracket or a letter of the other direction beside it
_MIXED = regex.compile(r"(?=\S*[\p{Nd}\p{Latin}])(?=\S*[^\s\p{Nd}\p{Latin}])\S+")
_FORWARD = regex.compile(r"[\p{Nd}\p{Latin}]+(?:[./,:_-]+[\p{Nd}\p{Latin}]+)*")

_STOP_BEFORE = regex.compile(
    r"^([.,،:؛]+)([\p{Nd}\p{Latin}]+)$"
)  # a label "1." that was set from left to right


def in_order(characters: str, text: Any, calls: Calls) -> str:
    """Return the characters of a text page with the signs of such words as they are read.

    They are read from right to left, and numbers and Latin words among them from left to right: what stands
    to the left of a number in the picture follows it.
    """
    room = Room("d", 1)
    room.clear(2 * len(characters))
    signs = list(characters)
    for line in _LINE.finditer(characters):
        if len(_RIGHT.findall(line.group())) <= len(_LEFT.findall(line.group())):
            continue
        for word in _MIXED.finditer(characters, line.start(), line.end()):
            for at in range(*word.span()):
                calls.origin(text, at, *room.places[2 * at : 2 * at + 2])
            order = sorted(range(*word.span()), key=lambda at: -room.values[2 * at])
            read = _FORWARD.sub(lambda run: run.group()[::-1], "".join(characters[at] for at in order))
            signs[word.start() : word.end()] = _STOP_BEFORE.sub(r"\2\1", read)
    return "".join(signs)
