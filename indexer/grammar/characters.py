"""Text -> the same text in plain characters, one for one, so that every offset still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    import regex

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"
_SLASHES: Final = "\u2044\u2215\u29f8"
_SPACES: Final = (
    "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
)
_QUOTES: Final = "\u2018\u2019\u02bc\u00b4"

FULL_WIDTH_OFFSET: Final = 0xFEE0
"""Distance from an ASCII character to its full-width form, U+FF01 to U+FF5E (Unicode, Halfwidth and
Fullwidth Forms)."""

IDEOGRAPHS: Final = r"\p{Han}\p{Hiragana}\p{Katakana}"
"""The scripts without spaces between words, for a set of characters in a pattern."""

WIDE: Final = IDEOGRAPHS + r"\u3000-\u303f\uff00-\uffef"
"""With their stops, brackets and full-width forms."""

DOUBTFUL_SPACE: Final = "\u2009"
"""Between words of a line so close to each other that they may be one: a thin space."""

TORN: Final = "\u200a"
"""Between words that most likely are one, though a gap parts them: a hair space."""


def _build_table() -> dict[int, str]:
    table = {code: chr(code - FULL_WIDTH_OFFSET) for code in range(0xFF01, 0xFF5F)}
    for characters, plain in ((_DASHES, "-"), (_SLASHES, "/"), (_SPACES, " "), (_QUOTES, "'")):
        table.update(dict.fromkeys(map(ord, characters), plain))
    for zero in (0x0660, 0x06F0):  # Arabic-Indic and extended Arabic-Indic digits
        table.update({zero + digit: str(digit) for digit in range(10)})
    table.update({ord("،"): ",", ord("、"): ",", ord("؛"): ";", ord("。"): "."})
    return table


_PLAIN: Final = _build_table()
_BEYOND_ASCII: Final = lazy(r"[^\x00-\x7F]+")


def _fold_run(match: regex.Match[str]) -> str:
    return match[0].translate(_PLAIN)


_CYRILLIC: Final = "АВЕКМНОРСТХ"
_LATIN: Final = str.maketrans(_CYRILLIC, "ABEKMHOPCTX")
_CYRILLIC_SYMBOL: Final = lazy(
    rf"(?<![\p{{L}}\p{{N}}/])[A-Z{_CYRILLIC}]{{1,6}}(?:/[A-Z{_CYRILLIC}\d][^\s,;/]*+)++"
)
"""A document symbol in which Russian texts have letters of their own, that look the same."""


def _fold_symbol(match: regex.Match[str]) -> str:
    return match[0].translate(_LATIN) if any(map(str.isdigit, match[0])) else match[0]


def fold_characters(text: str) -> str:
    """Return text with dashes, slashes, spaces, digits and full-width forms in plain ASCII, offsets kept.

    >>> fold_characters("A／HRC／9／8, paras. 10–12")
    'A/HRC/9/8, paras. 10-12'
    """
    if text.isascii():
        return text
    folded = _BEYOND_ASCII.sub(_fold_run, text)
    return _CYRILLIC_SYMBOL.sub(_fold_symbol, folded) if "/" in folded else folded


_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> int | None:
    """Return what a roman numeral is worth, None when it is not one in its usual form.

    >>> roman_value("XXIV"), roman_value("vi"), roman_value("IIII")
    (24, 6, None)
    """
    values = [_ROMAN_VALUES.get(letter, 0) for letter in numeral.upper()]
    if not values or 0 in values:
        return None
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if to_roman(total) == numeral.upper() else None


def to_roman(value: int) -> str:
    """Return the roman numeral of a number from 1 to 3999, an empty string for any other.

    >>> to_roman(19)
    'XIX'
    """
    if not 0 < value < 4000:
        return ""
    numeral = ""
    for worth, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        count, value = divmod(value, worth)
        numeral += letters * count
    return numeral
