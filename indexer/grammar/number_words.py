"""Numbers written as words, in the six languages: of annexes, parts, sections, preambular paragraphs."""

from __future__ import annotations

from typing import Final

from indexer.grammar.patterns import lazy

_COUNTED: Final = (
    "one two three four five six seven eight nine ten",
    (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "première",
    "primero segundo tercero",
    "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo",
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
)
_ARABIC: Final = (
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
    "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا",
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء",
)
_RUSSIAN: Final = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
"""What the cases and genders of each have in common."""
_CHINESE: Final = "一二三四五六七八九"
CHINESE: Final = rf"[{_CHINESE}十]{{1,3}}"
"""An expression for the Chinese ones up to 99."""
HAN: Final = f"〇零{_CHINESE}十百"
"""What Chinese numbers up to 999 are written with."""
_NAMED: Final = lazy(
    rf"(?:(?P<hundreds>[{_CHINESE}]?)百)?[零〇]?(?:(?P<tens>[{_CHINESE}]?)十)?(?P<ones>[{_CHINESE}])?"
)
ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشت"
"""The letters of Arabic in the order in which sub-paragraphs are lettered: (a), (b), (c) and so on."""
_TANWIN: Final = "\u064b"
"""Written or not behind "ثانيا"."""

_VALUES: Final = {
    word: value for words in (*_COUNTED, *_ARABIC) for value, word in enumerate(words.split(), 1)
}
ARABIC_LETTERS: Final = frozenset(_ARABIC[-1].split())
"""Those among them that stand for letters: A, B, C."""
ARABIC: Final = rf"(?:{'|'.join(word for words in _ARABIC for word in words.split())}){_TANWIN}?"
"""An expression for the Arabic ones, which number annexes and sections."""
ORDINAL: Final = (
    rf"{'|'.join(word for words in _COUNTED[1:] for word in words.split())}|{ARABIC}"
    rf"|(?:{'|'.join(_RUSSIAN)})\p{{Cyrillic}}{{1,4}}|\d{{1,2}}(?:st|nd|rd|th|er|e|ème)"
)
"""An expression for those that stand before or behind what they count."""


def word_value(word: str) -> str:
    """Return the number that a word means; any other text as it is.

    >>> word_value("الثاني"), word_value("十二"), word_value("третьем"), word_value("3rd"), word_value("IV")
    ('2', '12', '3', '3', 'IV')
    >>> word_value("一百零三"), word_value("二十"), word_value("一〇三")
    ('103', '20', '103')
    >>> word_value("10B")
    '10B'
    """
    lowered = word.lower().removesuffix(_TANWIN)
    if lowered in _VALUES:
        return str(_VALUES[lowered])
    if lowered and set(lowered) <= set(HAN):
        return _han_value(lowered)
    if lowered[:1].isdigit():
        if word[:-1].isdigit() and word[-1].isupper():
            return word  # a letter of its own, and no end of an ordinal
        return lowered.rstrip("abcdefghijklmnopqrstuvwxyzè") if not lowered.isdigit() else lowered
    return next((str(value) for value, stem in enumerate(_RUSSIAN, 1) if lowered.startswith(stem)), word)


def _han_value(number: str) -> str:
    """Return the value of a Chinese number, digit by digit or with its tens and hundreds named."""
    if not set(number) & set("十百"):
        return str(int("".join(str(_CHINESE.find(sign) + 1) for sign in number)))
    named = _NAMED.fullmatch(number)
    if named is None:
        return number
    value = 0
    for unit, worth in (("hundreds", 100), ("tens", 10), ("ones", 1)):
        count = named[unit]  # "十" alone is one ten
        value += 0 if count is None else worth * (_CHINESE.find(count) + 1 if count else 1)
    return str(value)
