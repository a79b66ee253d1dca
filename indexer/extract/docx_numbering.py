"""The numbers that Word computes for paragraphs and does not store."""

from __future__ import annotations

from typing import Any, NamedTuple

import regex

from indexer.extract.docx_package import MC, W, attribute, child, is_on, number
from indexer.extract.number_formats import format_number, is_known, pattern_format

LEVELS = 9
"""Levels of a list, by the format's definition."""

BULLET = "•"

_LONGEST = 100
"""Characters of the text or the pattern of a level: a longer one would be printed before each paragraph."""

_PLACE = regex.compile(r"%([1-9])")
_PLAIN_BULLETS = frozenset("-–—•◦▪●○■□►➢✓*·‣⁃»")


class Level(NamedTuple):
    """One level of a list.

    Attributes:
        start: First number.
        fmt: Word's name of the number format; for a custom one, its pattern.
        text: What is printed, with %1 to %9 for the counters.
        restart: The level, from 1, after which the counter begins anew; 0 for never, None for any higher one.
        legal: Whether all counters are printed in plain digits.
        style: The paragraph style that is tied to the level.
        properties: Paragraph properties (indents) of the level.
    """

    start: int = 1
    fmt: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    properties: Any = None


class _List(NamedTuple):
    """A numbering instance: the definition whose counters it shares, its levels, and where it starts anew."""

    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, int]


class _Story:
    """What has been counted in one of the texts of a document."""

    __slots__ = ("begun", "counters")

    def __init__(self) -> None:
        self.counters: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()


class Numbering:
    """Counters of a document's lists; paragraphs must be asked for in their order.

    The body, the text boxes, the footnotes, the endnotes and each running head count for themselves.

    Args:
        root: The numbering part, None without one.
        style_lists: For each list style, the numbering instance it uses.

    Lists of other formats are added with `define`.

    Attributes:
        warnings: What about the lists could not be followed, a sentence each.
    """

    def __init__(self, root: Any | None, style_lists: dict[str, str]) -> None:
        self.warnings: list[str] = []
        self._lists: dict[str, _List] = {}
        self._stories = {"": _Story()}
        self._story = ""
        if root is not None:
            self._read(root, style_lists)

    def enter(self, story: str) -> str:
        """Go on counting in another text of the document; the name of the one that is left."""
        self._stories.setdefault(story, _Story())
        left, self._story = self._story, story
        return left

    def level(self, num: str, ilvl: int) -> Level | None:
        """The level of a list, None when it is not defined."""
        found = self._lists.get(num)
        return found.levels.get(ilvl) if found is not None else None

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level that is tied to a paragraph style."""
        found = self._lists.get(num)
        if found is None:
            return None
        return next((index for index, level in found.levels.items() if level.style == style), None)

    def define(self, num: str, abstract: str, levels: dict[int, Level]) -> None:
        """Add a list; it shares its counters with those of the same abstract name."""
        self._lists[num] = _List(abstract, levels, {})

    def label(self, num: str, ilvl: int, start: int | None = None) -> str:
        """The label of the next paragraph of a list, as Word would print it; it counts the paragraph.

        Args:
            num: The list.
            ilvl: Level of the paragraph from 0.
            start: The number that it is given itself.
        """
        found = self._lists.get(num)
        level = found.levels.get(ilvl) if found is not None else None
        if found is None or level is None:
            self._warn(f"the numbering of list {num} is not defined")
            return ""
        counters = self._count(found, num, ilvl, level)
        if start is not None:
            counters[ilvl] = start
        text = level.text[:_LONGEST]
        if text != level.text:
            self._warn(f"the text of a number of list {num} is longer than {_LONGEST} characters; it was cut")
        if level.fmt == "bullet":
            return _bullet(text)
        if any(int(place) > ilvl + 1 for place in _PLACE.findall(text)):
            return ""  # Word prints nothing of a text with the number of a deeper level
        printed = [self._printed(found, index, counters[index], legal=level.legal) for index in range(LEVELS)]
        return str(_PLACE.sub(lambda match: printed[int(match[1]) - 1], text)).strip()

    def _printed(self, found: _List, index: int, value: int | None, *, legal: bool) -> str:
        level = found.levels.get(index, Level())
        value = level.start if value is None else value
        return str(value) if legal else self._format(value, level.fmt)

    def _count(self, found: _List, num: str, ilvl: int, level: Level) -> list[int | None]:
        story = self._stories[self._story]
        counters = story.counters.setdefault(found.abstract, [None] * LEVELS)
        for index in range(ilvl):
            if counters[index] is None:
                # a level that was skipped counts as if its first number had been printed
                counters[index] = found.levels.get(index, Level()).start
        override = found.overrides.get(ilvl)
        value = counters[ilvl]
        if override is not None and (num, ilvl) not in story.begun:
            counters[ilvl] = override
        else:
            counters[ilvl] = (
                (override if override is not None else level.start) if value is None else value + 1
            )
        story.begun.add((num, ilvl))
        for index in range(ilvl + 1, LEVELS):
            restart = found.levels.get(index, Level()).restart
            if restart is None or (restart > 0 and ilvl < restart):
                counters[index] = None
        return counters

    def _format(self, value: int, fmt: str) -> str:
        if fmt.startswith("custom:"):
            pattern = fmt.removeprefix("custom:")[:_LONGEST]
            first = pattern.split(",")[0].strip()
            if first.isdecimal():
                return str(value).zfill(len(first))
            fmt = pattern_format(pattern) or pattern
        if not is_known(fmt, value):
            self._warn(f"numbers in the format {fmt} are shown in digits")
        return format_number(value, fmt)

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def _read(self, root: Any, style_lists: dict[str, str]) -> None:
        abstracts = {
            attribute(element, "abstractNumId") or "": element for element in root.iter(W + "abstractNum")
        }
        instances = {attribute(element, "numId") or "": element for element in root.iter(W + "num")}
        linked: dict[str | None, str] = {}
        for key, element in abstracts.items():
            linked.setdefault(attribute(child(element, "styleLink")), key)
        for num, element in instances.items():
            abstract = _resolve(
                attribute(child(element, "abstractNumId")) or "", abstracts, instances, style_lists, linked
            )
            definition = abstracts.get(abstract)
            if definition is None:
                continue
            levels = {
                ilvl: level for ilvl, level in map(_level, definition.findall(W + "lvl")) if ilvl is not None
            }
            overrides: dict[int, int] = {}
            for override in element.findall(W + "lvlOverride"):
                index = number(attribute(override, "ilvl"))
                if index is None or not 0 <= index < LEVELS:
                    continue
                own = override.find(W + "lvl")
                if own is not None:
                    levels[index] = _level(own)[1]
                start = number(attribute(child(override, "startOverride")))
                if start is not None:
                    overrides[index] = start
            self._lists[num] = _List(abstract, levels, overrides)


def _resolve(
    abstract: str,
    abstracts: dict[str, Any],
    instances: dict[str, Any],
    style_lists: dict[str, str],
    linked: dict[str | None, str],
) -> str:
    """The definition itself, where one only names the list style that has it."""
    seen = set()
    while abstract not in seen:
        seen.add(abstract)
        style = attribute(child(abstracts.get(abstract), "numStyleLink"))
        if style is None:
            break
        named = attribute(child(instances.get(style_lists.get(style, "")), "abstractNumId"))
        if named is None or child(abstracts.get(named), "numStyleLink") is not None:
            named = linked.get(style, abstract)
        abstract = named
    return abstract


def _level(element: Any) -> tuple[int | None, Level]:
    index = number(attribute(element, "ilvl"))
    if index is not None and not 0 <= index < LEVELS:
        index = None
    start = number(attribute(child(element, "start")))
    return index, Level(
        # without the element counting begins at 0
        start=0 if start is None else start,
        fmt=_format_name(element),
        text=attribute(child(element, "lvlText")) or "",
        restart=number(attribute(child(element, "lvlRestart"))),
        legal=bool(is_on(child(element, "isLgl"))),
        style=attribute(child(element, "pStyle")),
        properties=child(element, "pPr"),
    )


def _format_name(element: Any) -> str:
    found = element.find(W + "numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    name = attribute(found) or "decimal"
    return f"custom:{attribute(found, 'format') or '1'}" if name == "custom" else name


def _bullet(text: str) -> str:
    """A bullet: signs of symbol fonts have no meaning outside of them."""
    sign = text.strip()
    return sign if sign and all(character in _PLAIN_BULLETS for character in sign) else BULLET
