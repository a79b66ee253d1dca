"""Nothing vanishes: every extracted character is in a record, a heading, a note or furniture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.grammar.characters import TORN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import ExtractedDocument, ParsedDocument

WORD = regex.compile(r"\p{L}{4,}")
"""Short words are left out: they are everywhere, so a loss of one is not seen in a count of words."""

LEADER = regex.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
"""Dots that lead to a page number: a contents line, which has its own place in the report only as a count."""


class Conserved(msgspec.Struct, frozen=True, kw_only=True):
    """Where the characters went.

    Attributes:
        visible: Visible characters extracted.
        accounted: Visible characters in the parse report, over all places.
        words: Words of four letters and more extracted.
        lost: How many of them are in no record, note, heading or furniture line.
        doubled: How many are there more often than they were extracted.
        sample: Some of the lost words.
    """

    visible: int
    accounted: int
    words: int
    lost: int
    doubled: int
    sample: tuple[str, ...] = ()


def words_of(lines: Iterable[str]) -> Counter[str]:
    """Words by count; a word cut by a line end may be joined later, so both halves are left out.

    A word that is marked as torn counts as a whole one.
    """
    found: Counter[str] = Counter()
    broken = False
    for line in lines:
        if LEADER.search(line):
            broken = False
            continue
        words = [match[0].lower() for match in WORD.finditer(line.replace(TORN, ""))]
        if broken and words:
            words = words[1:]
        broken = line.rstrip().endswith(("-", "‐", "\xad"))
        found.update(words[:-1] if broken else words)
    return found


def conserved(extracted: ExtractedDocument, parsed: ParsedDocument) -> Conserved:
    """The comparison of what was extracted with what came out.

    Stricter than the report's own sum of characters: words are compared with the texts that are handed over.
    """
    lines = [line.text for page in extracted.pages for line in page.lines]
    labels = sum(len("".join(line.label.split())) for page in extracted.pages for line in page.lines)
    texts = [record.text for record in parsed.records]
    texts += [note.text for record in parsed.records for note in record.footnotes]
    texts += [heading.text for heading in parsed.headings]
    texts += [*parsed.furniture, parsed.report.title]
    before, after = words_of(lines), Counter(m[0].lower() for text in texts for m in WORD.finditer(text))
    lost, doubled = before - after, after - before
    visible = sum(len("".join(line.split())) for line in lines)
    accounted = sum(parsed.report.characters.values())
    return Conserved(
        visible=visible,
        # labels that a format computes are no characters of the file; a report may count them or not
        accounted=visible if accounted == visible + labels else accounted,
        words=before.total(),
        lost=lost.total(),
        doubled=doubled.total(),
        sample=tuple(word for word, _ in lost.most_common(12)),
    )
