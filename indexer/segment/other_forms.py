"""Paragraph numbers in other forms than "12.": those of documents that number all their paragraphs so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.candidates import Candidate, starts_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.segment.items import Item, Measures

_FORMS = (
    regex.compile(r"^(?P<n>\d{1,4})\)[\s\t]+(?=\S)"),
    regex.compile(r"^§\s?(?P<n>\d{1,4})[.:]?[\s\t]+(?=\S)"),
    regex.compile(r"^(?P<n>\d{1,4})\s?[-–—][\s\t]+(?=[“\"«‘(]?\p{Lu})"),
    regex.compile(r"^(?P<n>\d{1,4})\t[\s\t]*(?=[“\"«‘(]?\p{Lu})"),
)
_FEWEST = 5  # numbers: fewer may be a list
_CELLS = 2  # tabs that a row of a table has at least


def with_other_form(found: list[Candidate], body: list[Item], measures: Measures) -> list[Candidate]:
    """Return the candidates together with those of another form, if that numbers the paragraphs.

    It does when it counts on from 1, further than the usual form, and began before that: "12." may still
    number what is quoted inside a paragraph.
    """
    usual = _count([c for c in found if not c.loose and not c.misread])
    opened = [
        (at, item)
        for at, item in enumerate(body)
        if (item.text[:1].isdigit() or item.text[:1] == "§") and not item.line.role and not item.line.label
    ]
    for form in _FORMS:
        others = _in_form(form, opened, body, measures)
        counted = _count(others)
        if len(counted) >= max(_FEWEST, len(usual)) and not (usual and usual[0].at < counted[0].at):
            taken = {candidate.at for candidate in others}
            return sorted(
                [*others, *(candidate for candidate in found if candidate.at not in taken)],
                key=lambda candidate: candidate.at,
            )
    return found


def _in_form(
    form: regex.Pattern[str], opened: list[tuple[int, Item]], body: list[Item], measures: Measures
) -> list[Candidate]:
    """Return the lines that begin with a number in a form."""
    found = []
    for at, item in opened:
        match = form.match(item.text)
        if match and measures.is_body_size(item) and item.text.count("\t", match.end()) < _CELLS:
            start = "\t" in match.group() or starts_after(body, at, measures)
            found.append(Candidate(at, item, match, loose=False, start=start, label=False))
    return found


def _count(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that count on from the first 1 at its indent; chapters may begin anew."""
    counted: list[Candidate] = []
    for candidate in candidates:
        if candidate.minor or not candidate.start:
            continue
        if not counted:
            counted += [candidate] if candidate.number == 1 else []
        elif candidate.near(counted[0]) and candidate.number in (1, counted[-1].number + 1):
            counted.append(candidate)
    return counted if 2 * sum(c.number == 1 for c in counted) <= len(counted) else []
