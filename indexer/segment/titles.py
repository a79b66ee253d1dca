"""Lines of a title -> the title as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.joining import join_lines

if TYPE_CHECKING:
    from indexer.segment.items import Item

SPONSORS = regex.compile(
    r":\s*(?:revised\s+)?(?:draft\s+(?:resolution|decision)|amendments?\b.*)\W*$|^Draft\s+(?:resolution|decision)s?\s+submitted\s+by\b",
    regex.I,
)
NAMES = regex.compile(r"^(?:Rapporteur|Chair(?:person|man|woman)?|Co-Chairs?|Prepared by)\s?:", regex.I)
NAME_LENGTH = 90
"""Characters: in formats without lines, a longer block is running text."""
_ENUMERATED = regex.compile(r"^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\.[\s\t]")


def join_title(lines: list[Item]) -> str:
    """Return title lines as one text; blocks set apart by a gap or another size are divided by a dash."""
    blocks: list[list[str]] = []
    previous: Item | None = None
    for item in lines:
        words = item.without_marks()
        if not words or NAMES.match(words):
            continue
        apart = previous is None or (
            abs(previous.line.size - item.line.size) > 0.8
            or item.line.bottom - previous.line.bottom > 1.55 * item.line.size
        )
        if apart and not (blocks and _ENUMERATED.match(words)):
            blocks.append([words])
        else:
            blocks[-1].append(words)
        previous = item
    texts = [join_lines(block) for block in blocks]
    for at in reversed(range(len(texts) - 1)):
        if SPONSORS.search(texts[at]) or texts[at] == "Agenda":
            # who submits a draft, or that an item is on the agenda, stands above what it is about
            del texts[: at + 1]
            break
    return " – ".join(texts)[:600]
