"""What stands around letters that may be a name: edges of words, hyphens, symbols, the bodies of States."""

from __future__ import annotations

from indexer.grammar.name_folding import ARABIC_ARTICLE
from indexer.grammar.patterns import lazy

_ARABIC_LETTER = lazy(r"[\u0621-\u064a\u066e-\u06d3]")
_ARABIC_CLITICS = lazy(r"[وف]?(?:[بك]?ال|لل|[بكل])?")
"""What may be glued in front of an Arabic name: and/so, by/as/to, the article."""

_IDEOGRAPHS = "\u2e80"
"""From here on scripts are written without spaces: no boundary is asked for."""

_NATIONAL = lazy(
    r"\b(?:National|State|Federal|Provincial|Regional|Supreme|Parliamentary|Senate|House|Standing|Independent|"
    r"\p{Lu}[\p{L}'-]*(?:ian|ish|ese|can|ean|ppine|qi|ali|aeli|stani|epali|eshi|aiti|wati|enyan|emeni|mani))\s$"
)
"""A word before a general name ("Human Rights Council") that makes it the name of some country's body."""

_OF_ANOTHER = lazy(
    r" of (?:the )?(?!United Nations\b|UN\b|U\.N\.|Gener|Secretar|Special|Panel|Group|High|Under|Assist|"
    r"Presid|Govern|International (?:Day|Decade|Year)|\p{L}+ \d)\p{Lu}"
)
"""What follows a general name when it is some other body's: "Security Council of the Islamic Republic"."""

_NATIONAL_BEHIND = lazy(
    r" (?:national|nacional|nationale|القومي|الوطني|الوطنيه|Российской Федерации|при Президенте)\b",
    ignore_case=True,
)
"""The same for languages that put the adjective behind, as folded."""

_SYMBOL_CHARACTERS = lazy(r"[\p{Latin}0-9./()\-]*")
_SYMBOL_BEHIND = lazy(r"(?r)[\p{Latin}0-9./()\-]*")
_SINGLE = lazy(r"(?:^|/)\(?[\p{Latin}]\)?(?:/|$)")
_LETTERS_BEHIND = lazy(r"(?r)[\p{L}\d]+")
_PREFIXES = frozenset({"Non", "Pre", "Post", "Pro", "Anti", "Ex", "Inter", "Intra"})


_WINDOW = 60
"""Characters on each side that are looked at for the rest of a symbol or of a word with hyphens."""


def starts_word(text: str, start: int) -> bool:
    """Return whether no letter stands before an offset, or none that goes on with the word."""
    before = text[start - 1] if start else " "
    return (not before.isalnum() and before != "_") or before >= _IDEOGRAPHS or text[start] >= _IDEOGRAPHS


def ends_word(text: str, end: int) -> bool:
    """Return whether no letter stands behind an offset, or none that goes on with the word."""
    behind = text[end] if end < len(text) else " "
    return (not behind.isalnum() and behind != "_") or behind >= _IDEOGRAPHS or text[end - 1] >= _IDEOGRAPHS


def arabic_start(text: str, start: int) -> int:
    """Return where an Arabic name begins, with its article; -1 inside a word."""
    glued = start
    while (
        glued > 0 and start - glued < 6 and _ARABIC_LETTER.match(text[glued - 1])
    ):  # longer than any clitics
        glued -= 1
    before = text[glued:start]
    if not _ARABIC_CLITICS.fullmatch(before):
        return -1
    if before.endswith(ARABIC_ARTICLE):
        return start - 2
    return start - 1 if before.endswith("لل") else start  # the article's alef is lost after the preposition


def belongs_elsewhere(text: str, start: int, end: int) -> bool:
    """Return whether a general name is that of a State's or another organisation's body."""
    return bool(
        _NATIONAL.search(text, max(0, start - 40), start)
        or _OF_ANOTHER.match(text, end)
        or _NATIONAL_BEHIND.match(text, end)
    )


def in_symbol_or_address(text: str, start: int, end: int) -> bool:
    """Return whether an acronym is part of a document symbol, a web address or a file name."""
    before = text[start - 1] if start else " "
    behind = text[end] if end < len(text) else " "
    if before == "@" or behind == "@":
        return True
    if behind == "." and end + 1 < len(text) and text[end + 1].islower():
        return True
    if "/" not in (before, behind):
        return False
    left = _SYMBOL_BEHIND.match(text, max(0, start - _WINDOW), start)
    right = _SYMBOL_CHARACTERS.match(text, end, end + _WINDOW)
    token = (left.group() if left else "") + text[start:end] + (right.group() if right else "")
    return any(char.isdigit() for char in token) or bool(_SINGLE.search(token))


def hyphens_allow(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    """Return whether hyphens beside an acronym leave it a word: EU-funded, non-EU, AU-UN; not EU-FRA."""
    if end + 1 < len(text) and text[end] == "-":
        follower = text[end + 1]
        if follower.isdigit() or (follower.isupper() and end + 1 not in starts):
            return False
    if start > 1 and text[start - 1] == "-" and start - 1 not in ends:
        left = _LETTERS_BEHIND.match(text, max(0, start - _WINDOW), start - 1)
        word = left.group() if left else ""
        return not word or word.islower() or word in _PREFIXES
    return True
