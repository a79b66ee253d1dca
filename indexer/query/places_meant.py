"""A place in a document, as it is cited, and a record -> whether the record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from indexer.grammar.addresses import Address
from indexer.grammar.section_numbers import has_number, is_from_article, is_in_article
from indexer.grammar.several_numbers import several_numbers
from indexer.grammar.usual_places import read_usual_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.grammar.pinpoints import Pinpoint
    from indexer.model import Record

HEADED = {"section": has_number, "article": is_in_article}
"""What is found by the headings above it."""


def covers(pinpoint: Pinpoint, record: Record) -> bool:
    """Return whether a record is one of those that are meant; a scope alone means all that lies in it."""
    if not pinpoint.unit:
        return lies_in(record, pinpoint)
    if pinpoint.unit in HEADED:
        if pinpoint.sub and (record.number or "") != pinpoint.sub[0]:
            return False
        is_headed = is_from_article if pinpoint.is_open else HEADED[pinpoint.unit]
        return lies_in(record, pinpoint) and is_headed(record.section, pinpoint.number)
    meant = None if pinpoint.is_range else pinpoint.address
    if meant is not None and record.address == str(meant.whole):
        return True  # nearly always, and an address that need not be read costs no pattern
    return any(map(pinpoint.covers, addresses_of(record)))


def addresses_of(record: Record) -> tuple[str, ...]:
    """Return the address of a record, and those of the other numbers that are printed with its own."""
    first, *others = several_numbers(record.number or "") or ("",)
    stem = record.address.removesuffix(first)
    if stem == record.address:
        return (stem,)  # a recommendation with a label: its address has no number
    return (record.address, *(stem + number for number in others))


def lies_in(record: Record, pinpoint: Pinpoint) -> bool:
    """Return whether a record stands in the annex or other part that a place names."""
    scope = scope_of(record.address)
    depth = len(pinpoint.scope)
    return len(scope) >= depth and _key(scope[:depth]) == _key(pinpoint.scope)


def scope_of(address: str) -> tuple[str, ...]:
    """Return the annexes and other parts that an address lies in, the outermost first."""
    parsed = read_usual_address(address) or Address.try_parse(address)
    return parsed.scope if parsed else ()


def is_under(record: Record, pinpoint: Pinpoint) -> bool:
    """Return whether the outermost heading above a record names the scope that is asked for: "Annex II"."""
    word, _, number = pinpoint.scope[-1].casefold().partition("-")
    heading = record.section[0].casefold().replace(":", " ").split() if record.section else [""]
    named = heading[0] == word and (not number or heading[1:2] == [number])
    # the first of several draft resolutions that a document holds has no scope, but its letter above it
    named = named or (word in ("resolution", "decision") and has_number(record.section, number))
    return named and ends_alike(record.address, pinpoint)


def ends_alike(address: str, pinpoint: Pinpoint) -> bool:
    """Return whether an address has the number that is asked for, in whatever part."""
    parsed = Address.try_parse(address)
    return parsed is not None and (parsed.unit, parsed.number) == (pinpoint.unit, pinpoint.number)


def listed_numbers(record: Record) -> list[str]:
    """Return the numbers of a recommendation in its list, without that of the paragraph above; mostly one."""
    printed = record.number or ""
    return [number.rpartition(".")[2] for number in several_numbers(printed) or (printed,)]


def is_listed_as(record: Record, pinpoint: Pinpoint) -> bool:
    """Return whether a record has the number that is asked for in the list that it stands in."""
    if record.number is not None and pinpoint.number in (several_numbers(record.number) or (record.number,)):
        return True
    return any(_is_meant(number, pinpoint) for number in listed_numbers(record))


def _is_meant(number: str, pinpoint: Pinpoint) -> bool:
    if not pinpoint.is_range or not number.isdigit():
        return number == pinpoint.number
    last = int(pinpoint.last) if pinpoint.last and pinpoint.last.isdigit() else int(number)
    return pinpoint.number.isdigit() and int(pinpoint.number) <= int(number) <= last


def stands_on(record: Record, page: int) -> bool:
    """Return whether a record stands on a physical page."""
    return record.page is not None and record.page <= page <= (record.page_end or record.page)


def is_printed_on(record: Record, pinpoint: Pinpoint) -> bool:
    """Return whether a record begins on a page with the number that is asked for, as printed."""
    if record.page_label is None:
        return False
    if pinpoint.last and record.page_label.isdigit():
        return int(pinpoint.number) <= int(record.page_label) <= int(pinpoint.last)
    return record.page_label == pinpoint.number


def is_physically_on(record: Record, pinpoint: Pinpoint) -> bool:
    """Return whether a record stands on the pages that are asked for, counted from the first."""
    if record.page is None or not pinpoint.number.isdigit():
        return False
    first = int(pinpoint.number)
    last = int(pinpoint.last) if pinpoint.last and pinpoint.last.isdigit() else first
    return record.page <= last and first <= (record.page_end or record.page)


def is_on_pages(record: Record, pages: Sequence[Pinpoint]) -> bool:
    """Return whether a record stands on one of some pages, as printed where it has a printed number."""
    label = record.page_label
    if label is None or record.page is None or not label.isdigit():
        is_on = is_physically_on if label is None else is_printed_on
        return any(is_on(record, page) for page in pages)
    begins, over = int(label), (record.page_end or record.page) - record.page
    printed = replace(record, page=begins, page_end=begins + over)
    return any(is_physically_on(printed, page) for page in pages)


def page_printed(record: Record) -> str:
    """Return the page that a record begins on, as printed where that is known; empty for none."""
    return record.page_label or ("" if record.page is None else str(record.page))


def _key(scope: tuple[str, ...]) -> str:
    return Address(scope=scope, unit="", number="").key
