"""A place that is not there -> a sentence that says what is."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.addresses import Address, number_key, print_act
from indexer.grammar.section_numbers import printed_articles, printed_numbers
from indexer.grammar.several_numbers import join_runs
from indexer.query.below import LISTED
from indexer.query.places_meant import HEADED, addresses_of, lies_in, listed_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.grammar.pinpoints import Pinpoint
    from indexer.model import Record

_UNITS = {
    "p": ("para.", "paras."),
    "pp": ("preambular para.", "preambular paras."),
    "t": ("text", "texts"),
    "s": ("speech", "speeches"),
    "tab": ("table", "tables"),
    "fn": ("footnote", "footnotes"),
    "page": ("page", "pages"),
    "recommendation": ("recommendation", "recommendations"),
    "section": ("sect.", "sects."),
    "article": ("art.", "arts."),
}

_SHOWN = 12
"""Numbers that are told."""

_TEXT_UNITS = ("p", "pp", "s", "t", "tab")
"""Units that records have, in the order in which they are told."""


def miss_sentence(name: str, records: Sequence[Record], missing: Sequence[Pinpoint]) -> str:
    """Return what a document has of the kind that was asked for: "A/HRC/9/8 has paras. 1-45, no 74"."""
    pinpoint = missing[0]
    if not pinpoint.unit or not any(lies_in(record, pinpoint) for record in records):
        scopes = sorted({parsed.scope[0] for record in records if (parsed := _scoped(record))})
        held = ", ".join(scope_words((scope,)) for scope in scopes)
        asked = scope_words(pinpoint.scope)
        return f"{name} has no {asked}; it has {held}" if held else f"{name} has no {asked} or other parts"
    where = f"{name}, {scope_words(pinpoint.scope)}" if pinpoint.scope else name
    if pinpoint.unit in HEADED:
        return _heading_miss(where, [one for one in records if lies_in(one, pinpoint)], missing)
    single, several = _UNITS[pinpoint.unit]
    numbers = _held(records, pinpoint)
    runs = _in_runs(missing)
    asked = ", ".join(runs)
    if not numbers:
        if pinpoint.unit == "fn" and any(record.footnotes for record in records):
            return f"{where} has only footnotes without a mark, so no {single} {asked}"
        held = _instead(records, pinpoint)
        return f"{where} has no {several}, so no {single} {asked}" + (f"; it has {held}" if held else "")
    near = _nearest(numbers, pinpoint.number) if len(runs) == 1 else ""
    return f"{where} has {_span(pinpoint.unit, numbers)}, no {asked}{near}"


def _in_runs(missing: Sequence[Pinpoint]) -> list[str]:
    """Return the numbers that are missing of a range, those that follow each other as one."""
    runs = join_runs((one.number, one.last or one.number) for one in missing)
    told = list(dict.fromkeys("-".join(dict.fromkeys(run)) for run in runs))
    return [*told[:_SHOWN], "…"] if len(told) > _SHOWN else told


def _heading_miss(where: str, records: Sequence[Record], missing: Sequence[Pinpoint]) -> str:
    """Return which numbers the headings in a part of a document have."""
    pinpoint = missing[0]
    single, several = _UNITS[pinpoint.unit]
    is_one = len(missing) == 1 and not pinpoint.last
    asked = f"{single if is_one else several} {', '.join(_in_runs(missing))}"
    inside = [record for record in records if HEADED[pinpoint.unit](record.section, pinpoint.number)]
    if inside and pinpoint.sub:
        numbers = [record.number for record in inside if record.number]
        held = f"{_span('p', numbers)}, no" if numbers else "no numbered paragraphs, so no"
        return f"{where}, {single} {pinpoint.number} has {held} {pinpoint.sub[0] or pinpoint.sub[1]}"
    read = printed_numbers if pinpoint.unit == "section" else printed_articles
    found = dict.fromkeys(".".join(numbers) for record in records if (numbers := read(record.section)))
    shown = ", ".join(list(found)[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
    unit = single if len(found) == 1 else several
    has = f"it has {unit} {shown}" if found else "none of its headings has such a number"
    return f"{where} has no {asked}; {has}"


def _span(unit: str, numbers: Sequence[str]) -> str:
    single, several = _UNITS[unit]
    return f"{single} {numbers[0]}" if len(numbers) == 1 else f"{several} {numbers[0]}-{numbers[-1]}"


def _instead(records: Sequence[Record], pinpoint: Pinpoint) -> str:
    """Return what there is in the same part of the document, when nothing there is of the kind asked for."""
    spans = []
    for unit in _TEXT_UNITS:
        numbers = _held(records, msgspec.structs.replace(pinpoint, unit=unit))
        if numbers:
            spans.append(_span(unit, numbers))
    return " and ".join(spans)


def _nearest(numbers: Sequence[str], number: str) -> str:
    """Return the numbers on both sides of one that is missing among them."""
    place = bisect_left([number_key(held) for held in numbers], number_key(number))
    if not 0 < place < len(numbers):
        return ""
    return f"; the nearest are {numbers[place - 1]} and {numbers[place]}"


def _scoped(record: Record) -> Address | None:
    parsed = Address.try_parse(record.address)
    return parsed if parsed and parsed.scope else None


def _held(records: Sequence[Record], pinpoint: Pinpoint) -> list[str]:
    if pinpoint.unit == "page":
        labels = {record.page_label or str(record.page) for record in records if record.page is not None}
        return sorted(labels, key=number_key)
    if pinpoint.unit == "fn":
        marks = {note.mark for record in records for note in record.footnotes}
        return sorted(filter(None, marks), key=number_key)
    if pinpoint.unit == "recommendation":
        listed = [record for record in records if record.kind in LISTED and lies_in(record, pinpoint)]
        return sorted({number for record in listed for number in listed_numbers(record)}, key=number_key)
    wanted = Address(scope=pinpoint.scope, unit="", number="").key
    numbers = set()
    for address in chain.from_iterable(map(addresses_of, records)):
        parsed = Address.try_parse(address)
        if parsed is None or parsed.unit != pinpoint.unit:
            continue
        if Address(scope=parsed.scope, unit="", number="").key == wanted:
            numbers.add(parsed.number)
    return sorted(numbers, key=number_key)


def part_miss(citation: str, record: Record, sub: tuple[str, ...]) -> str:
    """Return what sub-paragraphs a record has, when the one asked for is not among them."""
    asked = "".join(f" ({letter})" for letter in sub)
    parts = [part.address.removeprefix(record.address + ".").split(".") for part in record.parts]
    held = ", ".join("".join(f"({letter})" for letter in letters) for letters in parts)
    return f"{citation} has no{asked}; it has {held or 'no sub-paragraphs'}"


def scope_words(scope: tuple[str, ...]) -> str:
    """Return a part of a document as it is cited: "annex I, appendix"."""
    named = (part.partition("-") for part in scope)
    return ", ".join(f"{word} {print_act(number)}".rstrip() for word, _, number in named)
