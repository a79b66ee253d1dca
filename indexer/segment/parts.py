"""Sub-paragraphs: (a), (i) and the like inside a record, as offsets into its text."""

from __future__ import annotations

from typing import NamedTuple

import regex

from indexer.grammar.characters import roman_value
from indexer.grammar.number_words import ABJAD
from indexer.model import Part

_ALPHABETS = (ABJAD, "абвгдежзиклмнопрстуфхцчшщэюя", "一二三四五六七八九十")
OTHER_LETTERS = f"[{''.join(_ALPHABETS)}]"
"""What sub-paragraphs are marked with beside Latin letters; Arabic ones may have a stroke behind them."""
# the look behind comes after the bracket, which is what the engine can search for
_MARKER = regex.compile(
    rf"\((?<=(?:^|[\s:;,\[؛،：；，、])\()(?P<m>[a-z]{{1,2}}|[ivxl]{{1,7}}|[A-Z]|\d{{1,2}}|{OTHER_LETTERS}(?=ـ?\)))ـ?\)(?=\s)"
)
# French, Spanish and Russian have no opening bracket; one that is open before it is closed by it
_BARE_MARKER = regex.compile(r"\)(?<=(?:^|\s)(?P<m>[a-zа-я]|[ivx]{2,5}|\d{1,2})\))(?=\s)")
_BARE_OPENING = regex.compile(r"(?P<m>[a-zа-я]|[ivx]{2,5}|\d{1,2})\)(?=\s)")
_JOINS = r"(?:and|or|et|ou|y|e|o|u|и|или)"
_OPENS_BARE = regex.compile(rf"(?:^|\n|[:;,.–—]\s(?:{_JOINS}\s)?)$")
_CITED = regex.compile(
    r"(?:\d|\b(?:paragraphs?|paras?\.?|articles?|arts?\.?|sub-?paragraphs?|sections?|items?|rules?|"
    r"الفقر(?:ة|ات|تين|تان)(?:\sالفرعي(?:ة|تين|تان))?|الفرعي(?:ة|تين)|الماد(?:ة|تين)|البند(?:ين)?))\s?$",
    regex.I,
)
# what joins parts joins citations as well: "paragraphs 3 and (a)", "(b) to (a)"
_JOINED = regex.compile(r"(?:[\d)]|\b[a-z])\s?(?:\b(?:and|or|to|of)|,)\s?$", regex.I)
_CLAUSE = 120  # characters: an open bracket further back was forgotten
_ROMAN = frozenset("ivx")  # no list of roman numbers comes to "l"


def _readings(marker: str) -> list[tuple[str, int]]:
    """Return what a marker may count: (style, value) pairs, letters first."""
    if marker.isdigit():
        return [("digit", int(marker))]
    for alphabet in _ALPHABETS:
        if marker in alphabet:
            return [(alphabet, alphabet.index(marker) + 1)]
    if marker.isupper():
        return [("capital", ord(marker) - 64)]
    readings = []
    if len(marker) == 1:
        readings.append(("letter", ord(marker) - 96))
    elif len(set(marker)) == 1 and marker not in ("ii", "xx"):
        readings.append(("letter", 26 + ord(marker[0]) - 96))
    if set(marker) <= _ROMAN and (value := roman_value(marker)):
        readings.append(("roman", value))
    return readings


def opening_marker(text: str) -> list[tuple[str, int]]:
    """Return what a marker at the start of a text may count: (style, value) pairs.

    >>> opening_marker("(ii) Debt"), opening_marker("b) Dette")
    ([('roman', 2)], [('letter', 2)])
    """
    match = _MARKER.match(text) if text[:1] == "(" else _BARE_OPENING.match(text)
    return _readings(match["m"]) if match else []


def counts_on(text: str, above: str) -> bool:
    """Whether the marker at the start of a text is the next one after that of another.

    >>> counts_on("(b) Lamps", "(a) Lights"), counts_on("(c) Oil", "(a) Lights")
    (True, False)
    """
    due = {(style, value - 1) for style, value in opening_marker(text)}
    return not due.isdisjoint(opening_marker(above)) if due else False


class _Mark(NamedTuple):
    start: int
    label: str


class _Level:
    __slots__ = ("at_block", "label", "start", "style", "value")

    def __init__(self, style: str, value: int, label: str, start: int, *, at_block: bool) -> None:
        self.style, self.value, self.label, self.start = style, value, label, start
        self.at_block = at_block


def find_parts(text: str, address: str) -> tuple[Part, ...]:
    """Return the sub-paragraphs of a text, outer before inner, in order of their start.

    A marker counts when it opens a block, or goes on or opens a run inside a sentence without following a
    citation word ("paragraph 15 (a)").

    >>> [part.address for part in find_parts("To: (a) act; (b) report", "p3")]
    ['p3.a', 'p3.b']
    """
    open_levels: list[_Level] = []
    found: list[tuple[int, int, str]] = []
    counts = _markers(text)
    if not counts:
        return ()
    inner: set[tuple[str, int]] = set()  # of a run inside a part marked alike: "(a) by (a) ...; (b) ..."
    for i, (start, label) in enumerate(counts):
        at_block = start == 0 or text[start - 1] == "\n"
        before = text[:start].rstrip()[-24:] + " "
        if not at_block and _CITED.search(before):
            continue
        if at_block:
            inner.clear()
        elif _repeats(label, open_levels, inner):
            inner.update(_readings(label))
            continue
        chosen = _choose(open_levels, label, at_block=at_block, runs_on=_next_follows(counts, i))
        if chosen is None:
            continue
        depth, style, value = chosen
        if not at_block and depth == len(open_levels) and _JOINED.search(before):
            continue
        _close(open_levels, depth, start, found, address)
        open_levels.append(_Level(style, value, label, start, at_block=at_block))
    _close(open_levels, 0, len(text), found, address)
    found.sort(key=lambda part: (part[0], -part[1]))
    return tuple(Part(address=name, start=start, end=end) for start, end, name in found)


def _markers(text: str) -> list[_Mark]:
    """Return what may mark a part, in order of place: "(a)", and "a)" at the start of a block or a clause."""
    if ")" not in text:
        return []
    found = [_Mark(match.start(), match["m"]) for match in _MARKER.finditer(text)]
    for match in _BARE_MARKER.finditer(text):
        start = match.start("m")
        before = text[max(0, start - _CLAUSE) : start]
        if _OPENS_BARE.search(before, len(before) - 8) and before.rfind("(") <= before.rfind(")"):
            found.append(_Mark(start, match["m"]))
    return sorted(found)


def _next_follows(counts: list[_Mark], i: int) -> bool:
    """Whether a later marker counts on from this one."""
    due = {(style, value + 1) for style, value in _readings(counts[i].label)}
    return any(due & set(_readings(later.label)) for later in counts[i + 1 : i + 12])


def _repeats(label: str, levels: list[_Level], inner: set[tuple[str, int]]) -> bool:
    """Whether a marker in a sentence begins or carries on a run like that of the blocks around it."""
    around = {level.style for level in levels if level.at_block}
    return any(
        style in around and (value == 1 or (style, value - 1) in inner) for style, value in _readings(label)
    )


def _choose(
    levels: list[_Level], marker: str, *, at_block: bool, runs_on: bool
) -> tuple[int, str, int] | None:
    """Return depth, style and value of a marker, None where it begins no part."""
    readings = _readings(marker)
    for depth in range(len(levels) - 1, -1, -1):
        for style, value in readings:
            if levels[depth].style == style and value == levels[depth].value + 1:
                return depth, style, value
    for style, value in readings:
        if value == 1 and all(level.style != style for level in levels) and (at_block or runs_on):
            return len(levels), style, value
    if not at_block:
        return None
    for depth in range(len(levels) - 1, -1, -1):  # a number was skipped or repeated: the block start decides
        for style, value in readings:
            if levels[depth].style == style:
                return depth, style, value
    return (len(levels), *readings[0]) if readings and not levels else None


def _close(
    levels: list[_Level], depth: int, end: int, found: list[tuple[int, int, str]], address: str
) -> None:
    while len(levels) > depth:
        name = ".".join([address, *(level.label for level in levels)])
        level = levels.pop()
        found.append((level.start, end, name))
