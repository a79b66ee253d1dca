"""Numbers as lists print them: letters, Roman numerals, words, and the numerals of other scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
          "nineteen")  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
             "nine": "ninth", "twelve": "twelfth"}  # fmt: skip

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_CHICAGO = "*†‡§"
_HAN = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def roman(value: int) -> str:
    """Small Roman numerals.

    >>> roman(1994)
    'mcmxciv'
    """
    letters = []
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        letters.append(sign * count)
    return "".join(letters)


def _repeated(letters: str) -> Callable[[int], str]:
    """Letters that are doubled when they run out: a ... z, aa, bb."""
    return lambda value: letters[(value - 1) % len(letters)] * ((value - 1) // len(letters) + 1)


def _cycled(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else str(value)


def _ordinal(value: int) -> str:
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def _words(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_UNITS[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = f" {_words(value % 100)}" if value % 100 else ""
        return f"{_UNITS[value // 100]} hundred{rest}"
    return str(value)


def _ordinal_words(value: int) -> str:
    words = _words(value)
    if words.isdigit():
        return _ordinal(value)
    cut = max(words.rfind("-"), words.rfind(" ")) + 1
    last = words[cut:]
    ending = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return words[:cut] + ending


def _counted_in_han(value: int) -> str:
    """Chinese numerals as they are read aloud, to 99,999."""
    text = ""
    pending_zero = False
    for size, sign in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if pending_zero and text else "") + _HAN[digit] + sign
            pending_zero = False
        elif text:
            pending_zero = True
    return text.removeprefix("一") if text.startswith("一十") else text or _HAN[0]


def _digits(zero: str) -> Callable[[int], str]:
    table = {ord("0") + index: chr(ord(zero) + index) for index in range(10)}
    return lambda value: str(value).translate(table)


def _han_digits(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(value))


def _circled(value: int) -> str:
    return chr(0x245F + value) if 1 <= value <= 20 else str(value)


def _nothing(_: int) -> str:
    return ""


_HEX = "{:X}".format
_LATIN = "abcdefghijklmnopqrstuvwxyz"

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: _repeated(_LATIN)(value).upper(),
    "lowerLetter": _repeated(_LATIN),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": _HEX,
    "chicago": _repeated(_CHICAGO),
    "none": _nothing,
    "bullet": _nothing,
    "numberInDash": "- {} -".format,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": "({})".format,
    "decimalEnclosedFullstop": "{}.".format,
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "decimalHalfWidth": str,
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": lambda value: _repeated(_RUSSIAN)(value).upper(),
    "arabicAlpha": _repeated(_ARABIC_ALPHA),
    "arabicAbjad": _repeated(_ARABIC_ABJAD),
    "hebrew1": _repeated(_HEBREW),
    "hebrew2": _repeated(_HEBREW),
    "hindiNumbers": _digits("०"),
    "thaiNumbers": _digits("๐"),
    "chineseCounting": _counted_in_han,
    "chineseCountingThousand": _counted_in_han,
    "japaneseCounting": _counted_in_han,
    "taiwaneseCounting": _counted_in_han,
    "taiwaneseCountingThousand": _counted_in_han,
    "ideographDigital": _han_digits,
    "taiwaneseDigital": _han_digits,
    "japaneseDigitalTenThousand": _han_digits,
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
}


def is_known(name: str) -> bool:
    """Whether numbers in this format are shown as they print."""
    return name in _FORMATS


def format_number(value: int, name: str) -> str:
    """A counter in a number format, by the name Word has for it; in an unknown one, in digits.

    >>> format_number(28, "lowerLetter"), format_number(4, "upperRoman"), format_number(22, "ordinal")
    ('bb', 'IV', '22nd')
    """
    if value <= 0 and name not in ("decimal", "decimalZero", "none", "bullet"):
        return str(value)  # letters and Roman numerals have no zero
    return _FORMATS.get(name, str)(value)
