"""The headings of resolutions and decisions: the title above the name of an organ, and that name."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from indexer.segment.emphasis import BOLD
from indexer.segment.items import COMMAS
from indexer.segment.scopes import ACT, is_enacting, is_part, part_letter, read_numbered_act, read_scope

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_TITLE = 7  # lines
_NUMBERED_TITLE = 4  # lines: a title behind the number of an act has less
_TO_PART = _NUMBERED_TITLE + 1  # lines from the number of an act to the letter of its first part


def find_acts(items: Sequence[Item]) -> dict[str, Item]:
    """Return the lines with the numbers of acts, above the names of their organs, by scope."""
    found: dict[str, Item] = {}
    for at, item in enumerate(items):
        if not item.inner and is_enacting(item.text):
            for line in items[max(0, at - _NUMBERED_TITLE) : at]:
                scope = read_numbered_act(line.text) or read_scope(line.text)
                if scope is not None and scope.rank == ACT:
                    found.setdefault(scope.slug, line)
    return found


def find_parts(items: Sequence[Item]) -> frozenset[int]:
    """Return the positions of lines with the letters of parts of acts, which count on from "A".

    The first one stands right below the number and the title of its act: decisions on elections and
    appointments have such parts, and no line that names the organ. Another one has to follow.
    """
    found: set[int] = set()
    run: list[int] = []
    act = -_TO_PART
    for at, item in enumerate(items):
        letter, near = part_letter(item.text), at - act < _TO_PART
        if letter and letter == ascii_uppercase[len(run) : len(run) + 1] and (run or near):
            run.append(at)
            found.update(run if len(run) > 1 else ())
        elif near and not run and item.ends_sentence():
            act, run = -_TO_PART, []  # the letters are those of an annex, or of sections
        if not letter and read_numbered_act(item.text):
            act, run = at, []
    return frozenset(found)


def above_organs(enacting: Sequence[int], headings: Container[int]) -> frozenset[int]:
    """Return the lines that look like headings and stand right above the name of an organ.

    They are the title of an act, whose number is that of an item of the agenda and may be the next one.
    """
    found: set[int] = set()
    for organ in enacting:
        at = organ - 1
        while at in headings and organ - at <= _NUMBERED_TITLE:
            found.add(at)
            at -= 1
    return frozenset(found)


def title_of_act(body: list[Item], at: int, measures: Measures) -> int:
    """Return how many centred lines from here stand right above "The General Assembly,".

    Typewriters have no bold. What begins with the number of an act need not be centred either.
    """
    numbered = _is_act(body[at], measures) or is_part(body[at].text)
    end = at
    while (
        end < len(body)
        and end - at < (_NUMBERED_TITLE if numbered else _TITLE)
        and (measures.is_centred(body[end]) or (numbered and not is_enacting(body[end].text)))
    ):
        line = body[end]
        if line.line.bold >= BOLD or (line.is_prose() and line.ends_sentence()):
            return 0
        if end > at and body[end - 1].ends_sentence() and read_scope(line.text):
            return 0  # "12 May 1952." ends the act before
        end += 1
    if at < end < len(body) and is_enacting(body[end].text):
        parts = (n for n in range(at, end) if is_part(body[n].text))
        part = next(parts, end)  # the letter of a part, and its title, are headings of their own
        return max(1, part - at)
    return 0


def _is_act(item: Item, measures: Measures) -> bool:
    """Whether a block begins here with the number of a resolution or decision."""
    if read_numbered_act(item.text) is None:
        return False  # most lines
    return bool(item.line.starts_block) or measures.stands_apart(item)


def opens_act(item: Item, measures: Measures) -> bool:
    """Whether a line opens a resolution; the name of an organ alone in large type is a heading."""
    if not is_enacting(item.text):
        return False
    large = item.line.size >= measures.size + 1 and item.line.bold >= BOLD
    return not large or item.ends_in(COMMAS)
