"""Whether the text of a page can be read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from indexer.model import Page

Fault = Literal["no-text-page", "unreliable-text"]
"""What is wrong with the text of a page: a picture has the place of it, or it does not spell words."""

_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"\p{L}{2,}")
_CONTROL = regex.compile(r"[[\p{Cc}--[\t\n\r]]\p{Co}\ufffd]", regex.V1)
_SHOWN = regex.compile(r"[\p{L}\p{N}]")
_FEW = 0.25  # of the characters
_HARDLY = 60  # visible characters: a stamp or a running head that was put on a picture has no more


def page_fault(page: Page) -> Fault | None:
    """What keeps the text layer of a page from being used, None when nothing does."""
    text = _without_bars(page)
    if page.pictures and len("".join(text.split())) < _HARDLY:
        return None if any(line.confidence is not None for line in page.lines) else "no-text-page"
    return "unreliable-text" if is_unreliable(text) else None


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
    triples = [letter * 3 for letter in _LETTER.findall(alphabet) if letter * 3 in text]
    if not triples and not _CONTROL.search(alphabet):
        return False  # nearly every page: looking at its alphabet is much faster than at its words
    words = _WORD.findall(text)
    if len(words) < 20:
        return len(_CONTROL.findall(text)) > max(5, 0.1 * len(text))
    tripled = sum(any(triple in word for triple in triples) for word in words) if triples else 0
    return tripled > 0.05 * len(words) or len(_CONTROL.findall(text)) > 0.02 * len(text)
