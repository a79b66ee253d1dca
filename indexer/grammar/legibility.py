"""Whether the text of a page can be read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from indexer.grammar.garbled import is_garbled, lacks_vowels, signs_of_garbling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Page

Fault = Literal["no-text-page", "unreliable-text"]
"""What is wrong with the text of a page: a picture has the place of it, or it does not spell words."""

_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"\p{L}{2,}")
_CONTROL = regex.compile(r"[[\p{Cc}--[\t\n\r]]\p{Co}\ufffd]", regex.V1)
_SHOWN = regex.compile(r"[\p{L}\p{N}]")
_FEW = 0.25  # of the characters
_HARDLY = 60  # visible characters: a stamp or a running head that was put on a picture has no more


def page_faults(pages: Sequence[Page]) -> dict[int, Fault]:
    """What keeps the text layer of pages from being used, by the number of the page.

    Few pages hold a sign of a fault at all: only those are read closely.
    """
    texts = [" ".join(line.text for line in page.lines) for page in pages]
    signs = _odd_signs(" ".join(texts))
    suspected = (
        page
        for page, text in zip(pages, texts, strict=True)
        if page.pictures or any(sign in text for sign in signs) or lacks_vowels(text)
    )
    found = ((page.number, page_fault(page)) for page in suspected)
    return {number: fault for number, fault in found if fault is not None}


def page_fault(page: Page) -> Fault | None:
    """What keeps the text layer of a page from being used, None when nothing does."""
    text = _without_bars(page)
    if page.pictures and len("".join(text.split())) < _HARDLY:
        return None if any(line.confidence is not None for line in page.lines) else "no-text-page"
    lines = [line.text for line in page.lines]
    return "unreliable-text" if is_unreliable(text) or is_garbled(lines) else None


def _without_bars(page: Page) -> str:
    """Return the text without lines that spell nothing at all, where they are few: printed bar codes."""
    text = " ".join(line.text for line in page.lines)
    if not _CONTROL.search(text):
        return text
    spelt = " ".join(line.text for line in page.lines if _SHOWN.search(line.text))
    return spelt if len(spelt) >= (1 - _FEW) * len(text) else text


def is_unreliable(text: str) -> bool:
    """Whether a text layer has a broken character map.

    Tripled letters, private or control characters in many words.
    """
    alphabet = "".join(set(text))
    triples, controls = _triples(text, alphabet), _CONTROL.findall(alphabet)
    if not triples and not controls:
        return False
    words = _WORD.findall(text)
    count = sum(map(text.count, controls))
    if len(words) < 20:
        return count > max(5, 0.1 * len(text))
    many = 0.05 * len(words)
    # a look at each word is needed only where there are that many triples at all
    if sum(map(text.count, triples)) > many:
        tripled = sum(any(triple in word for triple in triples) for word in words)
        if tripled > many:
            return True
    return count > 0.02 * len(text)


def _odd_signs(text: str) -> list[str]:
    """Return what pages with a fault hold: tripled letters, characters of no word, and such inside words."""
    # pages repeat their words, and a look at each of them once is quicker
    words = set(text.split(" "))
    joined = " ".join(words)
    alphabet = "".join(set(joined))
    return [*_triples(joined, alphabet), *_CONTROL.findall(alphabet), *signs_of_garbling(words)]


def _triples(text: str, alphabet: str) -> list[str]:
    # a look at the alphabet is quicker than one at the words
    return [letter * 3 for letter in _LETTER.findall(alphabet) if letter * 3 in text]
