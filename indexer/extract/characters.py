"""Characters made fit for records: nothing that is printed is lost, nothing invisible stays."""

from __future__ import annotations

import unicodedata

import regex

_INVISIBLE = regex.compile(
    # control characters but for tab, line and page ends; soft hyphen, zero-width space and marks of direction
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
)
_SPACES = regex.compile(r"[^\S\t]+")
_TABS = regex.compile(r" ?\t[ \t]*")

GARBAGE_SHARE = 0.05
"""Share of replaced or control characters above which decoded text is no text: misread pages stay far
below it, random bytes far above (10 % are control bytes)."""


def printable(text: str) -> str:
    """The text composed (NFC), without characters that print nothing."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def single_spaced(text: str) -> str:
    """The words one space apart, a tab standing for itself and the spaces around it."""
    return _TABS.sub("\t", _SPACES.sub(" ", text)).strip()


def garbage_share(text: str) -> float:
    """How much of the text is replacement or control characters, 0 to 1."""
    if not text:
        return 0.0
    bad = sum(
        count
        for character, count in _counts(text).items()
        if character == "\ufffd"
        or (unicodedata.category(character) == "Cc" and character not in "\t\n\v\f\r\x1a\x85")
    )
    return bad / len(text)


def _counts(text: str) -> dict[str, int]:
    return {character: text.count(character) for character in set(text)}
