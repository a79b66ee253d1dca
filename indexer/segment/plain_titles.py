"""The title of a document without a masthead."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

import regex

from indexer.segment.emphasis import BOLD
from indexer.segment.titles import FIRST_SECTION, NAME_LENGTH, join_title

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_NEAR_TOP = 8  # lines: what the file calls its title stands among them
_TOP = 15  # lines
_BOLD_LINES = 4
_FIRST = regex.compile(r"[\[(§]?\s?1[.)\]]?[\s\t]")  # paragraph; what stands right above it heads it
_CASE_LINES = 30  # above which the two sides of a case are named, below court, number and judges
_CASE = regex.compile(r"^(?!.{500}|.*[;:]).*\p{L}[\p{L}.)’']*\s(?:vs?\.?\s(?:the\s)?\p{Lu}|V\.\s\p{Lu}{2})")
_LARGER = 1.2  # points: a title is so much larger than text of 10 points
_FILE_NAME = regex.compile(
    r"^Microsoft (?:Word|PowerPoint) - |_.*_|\.(?:docx?|html?|indd|odt|pdf|pptx?|qxd|rtf|txt|wpd|xlsx?)$",
    regex.I,
)
"""What programs write where nobody gave a title."""


def plain_title(items: list[Item], measures: Measures) -> str:
    """Return what the file calls its title, else the largest text near the top of its first page.

    The line that the file calls so is set aside.
    """
    above = takewhile(lambda item: item.line.role != "row", items)  # a table has heads of its own
    live = [item for item in above if item.place in ("", "furniture")]
    stated = _stated_title(live)
    if stated is None:
        return _largest_text(live, measures)
    stated.place = "title"
    return join_title([stated])


def title_of_file(stated: str) -> str:
    """Return the title that a file states of itself, "" where that is the name of a file.

    >>> title_of_file("Lights of 2008"), title_of_file("Microsoft Word - 0812345E.doc")
    ('Lights of 2008', '')
    >>> title_of_file("Lights_of_2008")
    ''
    """
    return "" if _FILE_NAME.search(stated) else stated


def _stated_title(live: list[Item]) -> Item | None:
    """Return the line that the file itself calls its title.

    Without such a line it is the only heading of the first level above all others, if there is one.
    """
    headings = [item for item in live if item.line.role in ("heading", "title")]
    if not headings or headings[0] not in live[:_NEAR_TOP]:
        return None
    first = headings[0]
    alone = (
        first.line.level == 1 and sum(item.line.level == 1 for item in headings) == 1 and len(headings) > 1
    )
    return first if first.line.role == "title" or alone else None


def _largest_text(live: list[Item], measures: Measures) -> str:
    """Return the largest text near the top of a page without a masthead.

    What the file itself calls a heading is no title where there are others of its level.
    """
    levels = Counter(item.line.level for item in live if item.line.role == "heading")
    top = [
        item
        for item in takewhile(lambda item: not is_text(item, measures), live[:_TOP])
        if item.line.role == "title"
        or (
            item.place == ""
            and item.line.size >= measures.size + _LARGER
            and (item.line.role != "heading" or levels[item.line.level] == 1)
        )
    ]
    if not top:
        bold = _bold_lines(live, measures)
        named = "" if _CASE.search(bold) else named_case(live, measures)
        return _opening_line(live) or named or bold
    top = [top[0], *takewhile(lambda item: not FIRST_SECTION.match(item.text), top[1:])]
    most = max(item.line.size for item in top)
    return join_title([item for item in top if item.line.size >= most - 0.6])


def is_text(item: Item, measures: Measures) -> bool:
    """Whether a line is one of the running text, below which no title stands."""
    if not item.is_prose() or item.line.bold >= BOLD or measures.is_larger(item):
        return False
    return item.ends_sentence() or (item.line.starts_block is None and measures.is_full(item))


def _bold_lines(live: list[Item], measures: Measures) -> str:
    """Return the first bold lines right below each other above the running text, as judgments have them."""
    above = list(takewhile(lambda item: not is_text(item, measures), live[:_TOP]))
    first = next((at for at, item in enumerate(above) if item.line.bold >= BOLD and not item.line.role), None)
    if first is None or first + 1 >= len(live):
        return ""
    lines = list(takewhile(lambda item: item.line.bold >= BOLD, above[first:]))
    lines[1:] = takewhile(lambda item: not FIRST_SECTION.match(item.text), lines[1:])
    if len(lines) > _BOLD_LINES:
        return ""
    below = live[first + len(lines)] if first + len(lines) < len(live) else None
    heads = below is not None and _FIRST.match(below.text) and measures.stands_apart(lines[-1])
    return join_title(lines[:-1] if heads and len(lines) > 1 else lines)


def named_case(live: list[Item], measures: Measures) -> str:
    """Return the line above the running text that names the two sides of a case: "Light v. Horn".

    Where it is no more than these, in brackets, the line above says what the case is about.
    """
    above = list(takewhile(lambda item: not is_text(item, measures), live[:_CASE_LINES]))
    at = next((at for at, item in enumerate(above) if _CASE.search(item.text)), None)
    if at is None:
        return ""
    return join_title(above[max(0, at - above[at].text.startswith("(")) : at + 1])


def _opening_line(live: list[Item]) -> str:
    """Return the short first line of plain text that goes on in a paragraph; it stays text as well."""
    if (
        len(live) < 2
        or live[0].line.role
        or not (live[0].line.starts_block and live[1].line.starts_block is False)
    ):
        return ""
    first, second = (item.text.strip() for item in live[:2])
    return first if len(first) <= NAME_LENGTH < len(second) else ""
