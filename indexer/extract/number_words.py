"""Numbers in words, and numerals that are put together from letters."""

from __future__ import annotations

from indexer.extract.number_counting import KOREAN
from indexer.grammar.characters import to_roman

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
          "nineteen")  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
             "nine": "ninth", "twelve": "twelfth"}  # fmt: skip

_KOREAN_UNITS = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_VIETNAMESE = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THAI = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_PLACES = ((10_000, "หมื่น"), (1000, "พัน"), (100, "ร้อย"), (10, "สิบ"))
_HEBREW = tuple(zip((400, 300, 200, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
                    "תשרקצפעסנמלכיטחזוהדגבא", strict=True))  # fmt: skip


def roman(value: int) -> str:
    """Small Roman numerals; nothing for zero, which they lack.

    >>> roman(1994)
    'mcmxciv'
    """
    thousands, rest = divmod(value, 1000)
    return "m" * thousands + to_roman(rest).lower()


def hebrew(value: int) -> str:
    """Hebrew numerals: letters that add up; 15 and 16 are written so as not to spell a name of God.

    >>> hebrew(15) == "טו", hebrew(112) == "קיב"
    (True, True)
    """
    text = ""
    rest = value
    for size, letter in _HEBREW:
        count, rest = divmod(rest, size)
        text += letter * count
    return text.replace("יה", "טו").replace("יו", "טז")


def ordinal(value: int) -> str:
    """An English ordinal in digits: 22nd."""
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def english(value: int) -> str:
    """English words for a number below a million, as Word has them, without "and".

    >>> english(1342)
    'one thousand three hundred forty-two'
    """
    if value < 20:
        return _UNITS[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_UNITS[value % 10]}" if value % 10 else "")
    size, name = (100, "hundred") if value < 1000 else (1000, "thousand")
    rest = f" {english(value % size)}" if value % size else ""
    return f"{english(value // size)} {name}{rest}"


def english_ordinal(value: int) -> str:
    """The same as an ordinal: "twenty-first"."""
    words = english(value)
    cut = max(words.rfind("-"), words.rfind(" ")) + 1
    last = words[cut:]
    ending = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return words[:cut] + ending


def korean(value: int) -> str:
    """Korean's own words up to 99, and the Chinese ones from there on."""
    if value >= 100:
        return KOREAN.write(value)
    return _KOREAN_TENS[value // 10] + _KOREAN_UNITS[value % 10]


def vietnamese(value: int) -> str:
    """Vietnamese words for a number up to 1000.

    >>> vietnamese(21) == "hai mươi mốt", vietnamese(15) == "mười lăm"
    (True, True)
    """
    if value >= 1000:
        return "một ngàn"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = [_VIETNAMESE[hundreds], "trăm"] if hundreds else []
    if tens:
        words += ["mười"] if tens == 1 else [_VIETNAMESE[tens], "mươi"]
    elif hundreds and ones:
        words.append("lẻ")
    if tens and ones:
        words.append("lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else _VIETNAMESE[ones])
    elif ones or not value:
        words.append(_VIETNAMESE[ones])
    return " ".join(words)


def thai(value: int) -> str:
    """Thai words for a number below a hundred thousand."""
    if not value:
        return _THAI[0]
    text = ""
    for size, name in _THAI_PLACES:
        digit, value = divmod(value, size)
        if digit:
            # ten is not "one ten", and twenty has a word of its own
            bare = {1: "", 2: "ยี่"}.get(digit) if size == 10 else None
            text += (_THAI[digit] if bare is None else bare) + name
    return text + (("เอ็ด" if value == 1 and text else _THAI[value]) if value else "")
