"""Several numbers printed as one: "122.14–15" above a reply to two recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

AND: Final = r"(?:\s?[,;&،、和及]\s?|\s(?:and|et|y|e|и|و)\s?)"
"""What stands between two of them; Arabic writes "and" in one with what follows."""

_MOST: Final = 100
"""A range has fewer: what is said to more recommendations than that numbers none of them."""
_ENTRY: Final = lazy(
    r"(?P<stem>[0-9]{1,4}\.(?:[0-9]{1,3}\.)?)?(?P<first>[0-9]{1,3})"
    r"(?:\s?[-–—]\s?(?P<again>[0-9]{1,4}\.(?:[0-9]{1,3}\.)?)?(?P<last>[0-9]{1,3}))?"
    rf"(?:{AND}|\s?/\s?|[.:]?$)"
)


def several_numbers(printed: str) -> tuple[str, ...]:
    """Return the numbers that are printed as one, in full; none for a number alone.

    A range that runs backwards, or is longer than any reply to several recommendations, is none, and neither
    is one of whole numbers: "2-1" is how Arabic texts print "2.1".

    >>> several_numbers("122.14– 15"), several_numbers("140.82-84, 87")
    (('122.14', '122.15'), ('140.82', '140.83', '140.84', '140.87'))
    >>> several_numbers("6.1, 6.3 and 7.2"), several_numbers("122.14-122.15")
    (('6.1', '6.3', '7.2'), ('122.14', '122.15'))
    >>> several_numbers("5 and 6"), several_numbers("5 و6"), several_numbers("10 bis"), several_numbers("2-1")
    (('5', '6'), ('5', '6'), (), ())
    """
    if printed[-1:].isalpha() or printed.replace(".", "").isalnum():
        return ()  # nearly all numbers, which need no pattern: "10", "138.2", "65 bis"
    numbers: list[str] = []
    stem, at = "", 0
    while at < len(printed):
        entry = _ENTRY.match(printed, at)
        if entry is None:
            return ()
        stem, at = entry["stem"] or stem, entry.end()
        first, last = int(entry["first"]), int(entry["last"] or entry["first"])
        is_range = entry["last"] is not None
        if is_range and (not stem or (entry["again"] or stem) != stem or not first < last < first + _MOST):
            return ()
        numbers += [f"{stem}{number}" for number in range(first, last + 1)]
    return tuple(numbers) if len(numbers) > 1 else ()


def are_below_one(text: str) -> bool:
    """Whether a text is nothing but several numbers below that of a paragraph.

    >>> are_below_one("140.145, 146"), are_below_one("145, 146"), are_below_one("140.145 Lamps")
    (True, False, False)
    """
    return any("." in number for number in several_numbers(text))


def join_runs(ranges: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the first and last numbers of ranges, those that count on from the one before as one with it.

    >>> join_runs([("140.82", "140.83"), ("140.84", "140.84"), ("140.87", "140.87")])
    [('140.82', '140.84'), ('140.87', '140.87')]
    """
    runs: list[tuple[str, str]] = []
    for first, last in ranges:
        stem, point, number = runs[-1][1].rpartition(".") if runs else ("", "", "")
        if number.isdecimal() and first == f"{stem}{point}{int(number) + 1}":
            runs[-1] = runs[-1][0], last
        else:
            runs.append((first, last))
    return runs


def in_runs(numbers: tuple[str, ...]) -> str:
    """Return numbers as a citation has them, those that count on as ranges.

    >>> in_runs(("140.82", "140.83", "140.84", "140.87"))
    '140.82–140.84, 140.87'
    """
    runs = join_runs(zip(numbers, numbers, strict=True))
    return ", ".join("–".join(dict.fromkeys(run)) for run in runs)
