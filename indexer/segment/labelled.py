"""Recommendations with a label of their own: "Recommendation 5" above their text, or in front of it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.segment.line_starts import SIGNATURE

if TYPE_CHECKING:
    from indexer.segment.unit import HeadingLine, Unit

_AND = r"(?:\s?[,;&،、和及]\s?|\s(?:and|et|y|e|и|و)\s?)"
_LABEL = lazy(
    r"(?=\p{Lu}|\p{Lo})(?i:(?:(?:key|main|priority)\s)?"
    r"(?:recomm[ae]ndations?|recomendaci(?:[oó]n|ones)|рекомендаци[яи]|(?:ال)?توصي(?:ة|ات))"
    r"\s(?:(?:Nos?|n[°º]|№)\.?\s?)?|建议\s?)"
    rf"(?P<n>\d{{1,3}}(?:{_AND}\d{{1,3}})*(?!\.?\d)"
    rf"|\d{{1,3}}\.\d{{1,3}}(?:(?:{_AND}|\s?[-–—]\s?)\d{{1,3}}(?:\.\d{{1,3}})?)*(?!\d))"
)
_ENDS = lazy(r"\s?[.:：–—-]?\s*$")
_LEADS = lazy(r"(?:\s?[.:：]\s+|\s?[–—-]\s+(?=[“\"«]?(?:\p{Lu}|\p{Lo}))|\s*\t\s*|：)(?=\S)")


def find_labelled(units: list[Unit], headings: list[HeadingLine]) -> list[Unit]:
    """Return the texts that are recommendations with a label, which becomes their number.

    Where a report numbers its paragraphs, or the texts below a label end with their box, they are one
    recommendation; else the first is, and what is said of it stands below the label still.
    """
    numbered = 2 * sum(unit.number is not None for unit in units) > len(units)
    found = []
    for at in reversed(range(len(units))):
        if number := _label_in_front(units[at]):
            units[at].number = number
            found.append(units[at])
            if numbered:
                _join(units, headings, at)
    for position in reversed(range(len(headings))):
        label = _LABEL.match(headings[position].text)
        if label is None or not _ENDS.match(headings[position].text, label.end()):
            continue
        at = headings[position].units_before
        end = next((heading.units_before for heading in headings[position + 1 :]), len(units))
        if _take_below(units, headings, at, end, headings[position].text, numbered=numbered):
            units[at].number = label["n"]
            found.append(units[at])
    return found


def _take_below(
    units: list[Unit], headings: list[HeadingLine], at: int, end: int, label: str, *, numbered: bool
) -> bool:
    """Make one text of those below a label, and take it from their headings; return whether there are any."""
    below = units[at:end]
    labelled = [unit for unit in below if unit.section[-1:] == (label,)]
    if not (labelled and labelled[0] is below[0] and _is_plain(below[0])):
        return False
    whole = numbered or len(labelled) < len(below)
    if whole:
        _join(units, headings, at)
    around = labelled[0].section[:-1]
    if any(unit.number is not None for unit in labelled) and all(unit.section != around for unit in units):
        return True  # all stand below labels: replies to each
    for unit in labelled if whole else labelled[:1]:
        unit.section = around
    return True


def _label_in_front(unit: Unit) -> str:
    """Take the label in front of the words of a text; return its number, "" where there is none."""
    if not _is_plain(unit):
        return ""
    item, offset, block = unit.pieces[0]
    listed = _LABEL.match(item.line.label)
    if listed is not None and _ENDS.match(item.line.label, listed.end()):
        return listed["n"]
    label = _LABEL.match(item.text, offset)
    words = label and _LEADS.match(item.text, label.end())
    if label is None or words is None or any(start < label.end() for start, _ in item.line.raised):
        return ""
    unit.pieces[0] = item, words.end(), block
    return label["n"]


def _join(units: list[Unit], headings: list[HeadingLine], at: int) -> None:
    """Join the texts behind a unit that stand below the same headings with it."""
    first = units[at]
    end = min((heading.units_before for heading in headings if heading.units_before > at), default=len(units))
    behind = list(takewhile(lambda unit: _goes_on(unit, first), units[at + 1 : end]))
    for unit in behind:
        for place, (item, offset, block) in enumerate(unit.pieces):
            first.add(item, offset, block=block or place == 0)
    del units[at + 1 : at + 1 + len(behind)]
    for heading in headings:
        heading.units_before -= len(behind) * (heading.units_before > at)


def _goes_on(unit: Unit, first: Unit) -> bool:
    """Whether a text behind a recommendation is a part of it, and no signature."""
    return _is_plain(unit) and unit.section == first.section and not SIGNATURE.match(unit.pieces[0][0].text)


def _is_plain(unit: Unit) -> bool:
    return unit.kind == "text" and unit.number is None
