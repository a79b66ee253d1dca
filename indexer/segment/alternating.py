"""Pages that are in two languages by turns, as reports of courts print their judgments.

Each language is read for itself: its paragraphs run on over the page of the other.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.language import sure_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ExtractedDocument, Page

_LETTERS = 400  # characters of a page whose language can be told
_SAMPLE = 1000  # characters of it that are read, from its middle
_LEAST = 4  # pages in languages
_SHARE = 0.8  # of the pages of text: title pages, lists and tables may be in one language, or in both


def split_turns(document: ExtractedDocument) -> list[ExtractedDocument]:
    """Return the document in each of its languages, those of every second page; most documents have one."""
    pages = document.pages
    if len(pages) < _LEAST or not document.paged or not any(_may_alternate(pages, at) for at in (1, 2, 3)):
        return [document]
    languages = list(map(_language, pages))
    told = [language for language in languages if language]
    usual = Counter(told).most_common(2)
    turns = sum(one != other for one, other in pairwise(told))
    if len(told) < _LEAST or sum(count for _, count in usual) < _SHARE * len(told):
        return [document]
    if turns < _SHARE * (len(told) - 1):
        return [document]
    _, second = sorted((language for language, _ in usual), key=told.index)
    seconds = _held(languages, second)
    return [
        _only(document, [at for at in range(len(pages)) if (at in seconds) == behind])
        for behind in (False, True)
    ]


def _may_alternate(pages: Sequence[Page], quarter: int) -> bool:
    """Whether two pages that follow each other, so far into a document, are in two languages."""
    at = min(quarter * len(pages) // 4, len(pages) - 2)
    first, second = _language(pages[at]), _language(pages[at + 1])
    return bool(first and second) and first != second


def _language(page: Page) -> str:
    text = "\n".join(line.text for line in page.lines)
    if len(text) < _LETTERS:
        return ""
    return sure_language(text[len(text) // 3 :][:_SAMPLE]) or ""


def _held(languages: list[str], language: str) -> frozenset[int]:
    """Return the pages of the second language: what is in neither goes with the page before."""
    held, inside = set(), False
    for at, own in enumerate(languages):
        inside = own == language if own else inside
        if inside:
            held.add(at)
    return frozenset(held)


def _only(document: ExtractedDocument, places: list[int]) -> ExtractedDocument:
    """Return some pages of a document, with their numbers: those that are printed on them go with these."""
    pages = tuple(document.pages[at] for at in places)
    return msgspec.structs.replace(
        document, pages=pages, warnings=document.warnings if places[:1] == [0] else ()
    )
