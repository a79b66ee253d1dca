"""Numbers that were read wrongly in a scan: "2k." is 24 where 23 stands above it and 25 below."""

from __future__ import annotations

import regex

_MISREAD = regex.compile(
    r"^(?!\d+[.:•·]?\s)(?P<n>[\dIlLioOQDSsBZzgqbGTUkhAtJ(|!+*^'\"~]{1,5}(?:\.{2,4}|[.,:;•·%]|(?<=\^)))(?P<gap>[\s\t]+)"
    r"(?=[\"“«(‘']?\p{Lu}[\p{L}’' ])"
)
"""What may be a number at the start of a line, and a word with a capital behind it."""
_GARBLED = regex.compile(r"^(?P<n>[\p{L}\p{N}]{1,3})(?P<gap>\t)(?=[\"“«(‘']?\p{Lu}[\p{L}’' ])")
"""What may stand where a number is printed, and tells nothing of it."""
FIRST_SIGNS = frozenset("0123456789IlLioOQDSsBZzgqbGTUkhAtJ(|!+*^'\"~")
"""What such a token begins with."""
_ENDS = frozenset(".,:;•·^%")
_LENGTH = 7  # characters within which the token has ended

_LIKE = {
    **dict.fromkeys("lLIi|!(tJ", "1"), **dict.fromkeys("oOQD", "0"), **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("UkhA", "4"), **dict.fromkeys("Ss", "5"), "b": "46", "G": "6", "T": "7", "B": "8",
    **dict.fromkeys("gq", "9"),
}  # fmt: skip
_WORD = regex.compile(r"\p{L}|[IVXLCl]+|\p{Lu}+")
_FOUR = regex.compile(r"[1lI][+*]")  # an open four comes apart
_STRAY = regex.compile(r"[^\dA-Za-z|!(]+")


def find_misread(text: str) -> regex.Match[str] | None:
    """Return what may be a number at the start of a line; most lines need no closer look."""
    match = None if _ENDS.isdisjoint(text[1:_LENGTH]) else _MISREAD.match(text)
    return match or (_GARBLED.match(text) if "\t" in text[1:_LENGTH] else None)


def spells(token: str, number: int) -> bool:
    """Whether the signs of a token look like the digits of a number.

    >>> spells("l.", 1), spells("1+6.", 46), spells("U3.", 43), spells("U3.", 53)
    (True, True, True, False)
    """
    return _wrong(token, str(number)) == 0


def is_sure(token: str) -> bool:
    """Whether a token that spells a number needs no number behind it as a witness: no letter, no word.

    Digits are misread for small letters too; capitals alone are a roman number or an acronym.

    >>> is_sure("2k."), is_sure("lU."), is_sure("A."), is_sure("ILO:")
    (True, True, False, False)
    """
    return _WORD.fullmatch(token.rstrip(".,:;•·^%")) is None


def is_garbled(token: str) -> bool:
    """Whether nothing but its place says that a token is a number: it has no stop.

    >>> is_garbled("Pe"), is_garbled("S.")
    (True, False)
    """
    return token[-1:].isalnum()


def may_be(token: str, number: int) -> bool:
    """Whether a token may be a number of which one digit looks like something else.

    >>> may_be("g2.", 42), may_be("c2.", 57)
    (True, False)
    """
    return _wrong(token, str(number)) <= 1


def _wrong(token: str, due: str) -> int:
    """Return how many signs do not look like the digit in their place; all in a token of another length."""
    signs = _STRAY.sub("", _FOUR.sub("4", token))
    if len(signs) != len(due):
        return max(2, len(due))
    return sum(digit not in _LIKE.get(sign, sign) for sign, digit in zip(signs, due, strict=True))
