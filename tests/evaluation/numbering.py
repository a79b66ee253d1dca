"""The main numbering: 1 to N without gap or repeat, and not shorter than the naive reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from tests.evaluation.outcome import Case, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ParsedDocument, Record
    from tests.evaluation.reading import Reading

ADDRESS = regex.compile(r"(.*?[p.])(\d+)(?:bis|ter|quater)?")
HEADING = regex.compile(r"(\d{1,3})\.\s")
WHOLE = regex.compile(r"\d+")


def is_main(record: Record) -> bool:
    """Whether a record belongs to the main sequence: a numbered paragraph outside any annex or list."""
    return record.kind in ("paragraph", "operative") and "." not in record.address


def main_numbers(records: Sequence[Record]) -> list[int]:
    """The printed numbers of the main sequence, in order."""
    return [int(r.number) for r in records if is_main(r) and r.number and WHOLE.fullmatch(r.number)]


def irregular(numbers: Sequence[int]) -> str:
    """Where a sequence leaves 1..N, in words; empty when it does not.

    >>> irregular([1, 2, 4, 5])
    '4 after 2'
    """
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number != before + 1:
            return f"{number} after {before or 'the start'}"
    return ""


def longest_sequence(parsed: ParsedDocument) -> int:
    """The longest count 1, 2, 3 ... among the numbers of one place.

    A place is the report itself, an annex, a list, or the headings.

    A naive chain runs through lists, annexes and numbered headings as well as paragraphs, so a document
    whose list of 166 items is longer than its 88 paragraphs disagrees with it without being read wrongly.
    """
    places: dict[str, list[int]] = {}
    for record in parsed.records:
        match = ADDRESS.fullmatch(record.address)
        if match:
            places.setdefault(match[1], []).append(int(match[2]))
    for heading in parsed.headings:
        match = HEADING.match(heading.text)
        if match:
            places.setdefault("heading", []).append(int(match[1]))
    longest = 0
    for numbers in places.values():
        due = 1
        for number in numbers:
            due += number == due
        longest = max(longest, due - 1)
    return longest


def check_numbering(reading: Reading) -> Outcome:
    """Counts "numbered", "perfect" and "agree", as tools/parse_eval.py defines them.

    A document is numbered when we found two numbers or the naive chain has four; it agrees when its
    numbers are perfect and not fewer than the naive chain. "agree_plus" compares the naive chain with the
    longest sequence of any one place: nested lists, annexes and numbered headings agree.
    """
    outcome = Outcome()
    numbers = main_numbers(reading.parsed.records if reading.parsed else ())
    if len(numbers) < 2 and reading.naive < 4:
        return outcome
    outcome.counts["numbered"] += 1
    wrong = irregular(numbers)
    perfect = bool(numbers) and not wrong
    text = wrong or f"{len(numbers)} found, the naive chain has {reading.naive}"
    outcome.judge("perfect", good=perfect)
    outcome.judge(
        "agree",
        good=perfect and len(numbers) >= reading.naive,
        case=Case("agree", reading.key, None, text),
    )
    longest = longest_sequence(reading.parsed) if reading.parsed else 0
    outcome.judge(
        "agree_plus",
        good=not wrong and max(longest, len(numbers)) >= reading.naive,
        case=Case(
            "agree+", reading.key, None, wrong or f"{longest} in a row, the naive chain has {reading.naive}"
        ),
    )
    return outcome
