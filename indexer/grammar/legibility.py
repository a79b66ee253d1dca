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
_WORDS, _SHARE = 20, 0.05  # of a page whose words tell; of them, with tripled letters
_HARDLY = 60  # visible characters: a stamp or a running head that was put on a picture has no more


def page_faults(pages: Sequence[Page]) -> dict[int, Fault]:
    """What keeps the text layer of pages from being used, by the number of the page.

    Few pages hold a sign of a fault at all: only those are read closely.
    """
    texts = [" ".join([line.text for line in page.lines]) for page in pages]
    # pages repeat their words, and a look at each of them once is quicker
    words = set(" ".join(texts).split(" "))
    broken, garbled = _signs_of_a_broken_map(" ".join(words)), signs_of_garbling(words)
    found: dict[int, Fault] = {}
    for page, text in zip(pages, texts, strict=True):
        may_be_garbled = any(sign in text for sign in garbled) or lacks_vowels(text)
        if page.pictures or may_be_garbled or any(sign in text for sign in broken):
            fault = page_fault(page, may_be_garbled=may_be_garbled)
            if fault is not None:
                found[page.number] = fault
    return found


def page_fault(page: Page, *, may_be_garbled: bool = True) -> Fault | None:
    """What keeps the text layer of a page from being used, None when nothing does.

    Args:
        page: As extracted.
        may_be_garbled: Whether it may hold words with signs or letters that no language puts together.
    """
    text = _without_bars(page)
    if page.pictures and len("".join(text.split())) < _HARDLY:
        return None if any(line.confidence is not None for line in page.lines) else "no-text-page"
    if is_unreliable(text) or (may_be_garbled and is_garbled([line.text for line in page.lines])):
        return "unreliable-text"
    return None


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
    often = sum(map(text.count, triples))
    if often <= _SHARE * _WORDS and not controls:
        return False  # nearly all: "III" and "www" are triples too
    words = _WORD.findall(text)
    count = sum(map(text.count, controls))
    if len(words) < _WORDS:
        return count > max(5, 0.1 * len(text))
    many = _SHARE * len(words)
    # a look at each word is needed only where there are that many triples at all
    if often > many:
        tripled = sum(any(triple in word for triple in triples) for word in words)
        if tripled > many:
            return True
    return count > 0.02 * len(text)


def _signs_of_a_broken_map(text: str) -> list[str]:
    """Return what pages with a broken character map hold: tripled letters, and characters of no word."""
    alphabet = "".join(set(text))
    return [*_triples(text, alphabet), *_CONTROL.findall(alphabet)]


def _triples(text: str, alphabet: str) -> list[str]:
    # a look at the alphabet is quicker than one at the words
    return [letter * 3 for letter in _LETTER.findall(alphabet) if letter * 3 in text]
