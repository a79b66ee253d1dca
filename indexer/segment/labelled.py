"""Recommendations with a label of their own: "Recommendation 5" above their text, or in front of it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from indexer.grammar.patterns import lazy
from indexer.grammar.several_numbers import AND
from indexer.segment.line_starts import SIGNATURE

if TYPE_CHECKING:
    from indexer.segment.unit import HeadingLine, Unit

_LABEL = lazy(
    r"(?=\p{Lu}|\p{Lo})(?i:(?:(?:key|main|priority)\s)?"
    r"(?:recomm[ae]ndations?|recomendaci(?:[oó]n|ones)|рекомендаци[яи]|(?:ال)?توصي(?:ة|ات))"
    r"\s(?:(?:Nos?|n[°º]|№)\.?\s?)?|建议\s?)"
    rf"(?P<n>\d{{1,3}}(?:{AND}\d{{1,3}})*(?!\.?\d)"
    rf"|\d{{1,3}}\.\d{{1,3}}(?:(?:{AND}|\s?[-–—]\s?)\d{{1,3}}(?:\.\d{{1,3}})?)*(?!\d))"
)
_ENDS = lazy(r"\s?[.:：–—-]?\s*$")
_LEADS = lazy(r"(?:\s?[.:：]\s+|\s?[–—-]\s+(?=[“\"«]?(?:\p{Lu}|\p{Lo}))|\s*\t\s*|：)(?=\S)")

_STATUS = 40  # characters: what came of a recommendation, in a word or two, is shorter
_CAME = lazy(
    r"(?:(?:fully|partly|partially|not|largely|being|already|has been|is|was)\s+)*"
    r"(?:implement|accept|support|reject|complet|noted|agree|adopt|achiev|fulfil|clos|pending|ongoing"
    r"|in (?:progress|part)|(?:open|done|under|no|none|not|yes|see)\b)"
    r"|(?:(?:non|pas|partiellement|pleinement|no|parcialmente)\s+)*(?:accept|appliqu|mise? en|réalis|rejet"
    r"|not[ée]|acept|aplic|cumplid|rechaz|en (?:cours|curso))"
    r"|(?:(?:не|частично|полностью)\s+)*(?:выполн|принят|отклон|учтен|осуществл)|[已未]|تم|لم|قُ?بلت",
    ignore_case=True,
)
"""How such words begin; "Ratify the Protocol." is another recommendation, of a chapter that counts anew."""


class _Label(NamedTuple):
    """The number of a label, and where the words behind it begin."""

    number: str
    end: int

    def place(self, unit: Unit) -> str:
        """Return the number with the headings of its unit."""
        return "\n".join((self.number, *unit.section))


def find_labelled(units: list[Unit], headings: list[HeadingLine]) -> list[Unit]:
    """Return the texts that are recommendations with a label, which becomes their number.

    Where a report numbers its paragraphs, or the texts below a label end with their box, they are one
    recommendation; else the first is, and what is said of it stands below the label still.
    """
    numbered = 2 * sum(unit.number is not None for unit in units) > len(units)
    found = []
    for at, own in reversed(_labels_in_front(units, headings).items()):
        item, _, block = units[at].pieces[0]
        units[at].pieces[0] = item, own.end, block
        units[at].number = own.number
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


def _labels_in_front(units: list[Unit], headings: list[HeadingLine]) -> dict[int, _Label]:
    """Return the labels in front of the words of recommendations, by the positions of these.

    A label that comes once more below the same headings is that of a reply, and one above a word or two says
    what came of the recommendation: "Recommendation 5: implemented."
    """
    above = {heading.units_before: _LABEL.match(heading.text) for heading in headings}
    found: dict[int, _Label] = {}
    seen: set[str] = set()
    for at, unit in enumerate(units):
        label, heading = _label_in_front(unit), above.get(at)
        if label is not None:
            short = len(unit.pieces) == 1 and len(unit.first.text) - label.end < _STATUS
            status = short and _CAME.match(unit.first.text, label.end) is not None
            again = label.place(unit) in seen or (status and label.number in seen)
            if heading is not None or not again:
                found[at] = label
        elif heading is not None:
            label = _Label(heading["n"], 0)
        if label is not None:
            seen |= {label.number, label.place(unit)}
    return found


def _label_in_front(unit: Unit) -> _Label | None:
    """Return the label in front of the words of a text, None where there is none."""
    if not _is_plain(unit):
        return None
    item, offset, _ = unit.pieces[0]
    listed = _LABEL.match(item.line.label)
    if listed is not None and _ENDS.match(item.line.label, listed.end()):
        return _Label(listed["n"], offset)
    label = _LABEL.match(item.text, offset)
    words = label and _LEADS.match(item.text, label.end())
    if label is None or words is None or any(start < label.end() for start, _ in item.line.raised):
        return None
    return _Label(label["n"], words.end())


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
    """Whether a text behind a recommendation is a part of it, no reply to it and no signature."""
    signs = SIGNATURE.match(unit.first.text)
    return unit.section == first.section and _is_plain(unit) and not signs and _label_in_front(unit) is None


def _is_plain(unit: Unit) -> bool:
    return unit.kind == "text" and unit.number is None
