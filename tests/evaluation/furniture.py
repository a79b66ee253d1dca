"""Page furniture that leaked into a record, and headings glued onto one."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from tests.evaluation.outcome import Case, Outcome, squash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ParsedDocument, Record
    from tests.evaluation.reading import Reading

JOB = regex.compile(r"\bGE\.\s?\d\d[-–]\d{5}|(?<![\d/.-])\d\d-\d{5}\b(?!\))|\(E\)\s+\d{6}")
"""Job numbers and bar codes at the foot of a page."""

CARRIED = regex.compile(r"(?<!\S)/(?:\.\.\.|…)(?!\S)")
"""The sign for "continues on the next page"."""

CITING = frozenset(
    [
        "a",
        "also",
        "an",
        "and",
        "as",
        "by",
        "contained",
        "document",
        "documents",
        "draft",
        "for",
        "from",
        "in",
        "its",
        "of",
        "or",
        "report",
        "reports",
        "resolution",
        "see",
        "symbol",
        "the",
        "this",
        "to",
        "under",
        "with",
    ]
)
"""Words after which a document's own symbol may stand in a sentence."""

PARAGRAPHS = frozenset({"paragraph", "operative", "recommendation"})

BEFORE = 12
"""Letters before a heading that find its place on the page."""

UNITS = PARAGRAPHS | {"item", "preamble", "speech"}


def own_symbols(record: Record) -> set[str]:
    """The symbols of the record's own document."""
    return {symbol for symbol in (record.symbol, *record.symbols) if symbol}


def leaks(record: Record) -> bool:
    """Whether furniture is inside the text, as tools/parse_eval.py defines it."""
    return bool(JOB.search(record.text)) or any(
        regex.search(regex.escape(symbol) + r"\s*(?:[Pp]age\s+\d+|English)\b", record.text)
        for symbol in own_symbols(record)
    )


def running_heads(parsed: ParsedDocument) -> list[str]:
    """Furniture lines on several pages that hold the document's own symbol and other words."""
    symbols = {symbol for record in parsed.records[:1] for symbol in own_symbols(record)}
    lines = Counter(" ".join(line.split()) for line in parsed.furniture)
    return sorted(
        line
        for line, count in lines.items()
        if count > 1 and any(s in line and len(squash(line)) >= len(squash(s)) + 4 for s in symbols)
    )


def leaks_more(record: Record, heads: list[str], pages: int) -> bool:
    """Whether other furniture is inside; stricter than tools/parse_eval.py.

    Also counted: the "/..." sign; "4/24" with this page and this number of pages; a whole running head;
    the own symbol in an English sentence that goes on over a page, after a word that cites nothing.
    """
    text = record.text
    if CARRIED.search(text) or any(head in text for head in heads):
        return True
    if record.page is not None:
        for page in range(record.page, (record.page_end or record.page) + 1):
            if regex.search(rf"(?<!\S){page}/{pages}(?!\S)", text):
                return True
    if record.language != "en" or record.page == record.page_end:
        return False
    return any(
        match[1].lower() not in CITING
        for symbol in own_symbols(record)
        for match in regex.finditer(rf"(\p{{L}}+),? {regex.escape(symbol)} \p{{Ll}}", text)
    )


def glues(record: Record, headings: set[str]) -> bool:
    """Whether a heading ends a paragraph, as tools/parse_eval.py defines it."""
    text = squash(record.text)
    return record.kind in PARAGRAPHS and any(text.endswith(h) and len(text) > len(h) for h in headings)


def glued_at_a_line(record: Record, headings: set[str], printed: Sequence[str]) -> bool:
    """Whether a heading that ends a paragraph begins a line of the page, in poppler's reading.

    A heading does; the words of one at the end of a sentence ("... the right to development") do so only by
    chance. Where the place is not found in that reading, the record counts.
    """
    text = squash(record.text)
    lines = [
        squash(line)
        for page in printed[(record.page or 1) - 1 : record.page_end or record.page or 0]
        for line in page.splitlines()
    ]
    starts = set(accumulate(map(len, lines), initial=0))
    whole = "".join(lines)
    for heading in headings:
        if not text.endswith(heading) or len(text) == len(heading):
            continue
        before = text[: -len(heading)][-BEFORE:]
        at = whole.rfind(before + heading)
        if at < 0 or at + len(before) in starts:
            return True
    return False


def glues_more(record: Record, headings: set[str]) -> bool:
    """Whether a heading ends the unit after a full stop; stricter than tools/parse_eval.py.

    Also counted: headings of eight letters and more, headings that lead no record, and the end of items,
    preambles and speeches.
    """
    if record.kind not in UNITS:
        return False
    text = " ".join(record.text.split())
    for heading in headings:
        if text.endswith(heading) and regex.search(r"[.;:?!)”\"]\s*$", text[: -len(heading)]):
            return True
    return False


def check_furniture(reading: Reading) -> Outcome:
    """Counts "records", "leak", "leak+", "glued" and "glued+" (the plus is the stricter one).

    Of those glued, "glued at a line" has a heading where a line begins.
    """
    outcome = Outcome()
    if reading.parsed is None:
        return outcome
    records = reading.parsed.records
    printed = {heading for record in records for heading in record.section}
    squashed = {squash(heading) for heading in printed if len(squash(heading)) >= 12}
    every = printed | {heading.text for heading in reading.parsed.headings}
    spaced = {" ".join(h.split()) for h in every if len(squash(h)) >= 8}
    heads = running_heads(reading.parsed)
    for record in records:
        if record.kind == "table":
            continue
        outcome.counts["records"] += 1
        leak, glued = leaks(record), glues(record, squashed)
        found = {
            "leak": leak,
            "leak+": leak or leaks_more(record, heads, reading.pages),
            "glued": glued,
            "glued+": glued or glues_more(record, spaced),
        }
        outcome.counts.update({name: int(bad) for name, bad in found.items()})
        if glued:
            own_line = glued_at_a_line(record, squashed, reading.printed)
            outcome.counts["glued at a line"] += own_line
        for name, bad in found.items():
            if bad and (name.endswith("+") is not found[name.rstrip("+")]):
                text = f"{record.address}: {record.text if name.startswith('leak') else record.text[-160:]}"
                outcome.cases.append(Case(name.rstrip("+"), reading.key, record.page, f"({name}) {text}"))
    return outcome
