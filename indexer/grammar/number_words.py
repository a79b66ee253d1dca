"""Numbers written as words, in the six languages: of annexes, parts, sections, preambular paragraphs."""

from __future__ import annotations

from typing import Final

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
    """
    lowered = word.lower().removesuffix(_TANWIN)
    if lowered in _VALUES:
        return str(_VALUES[lowered])
    if set(lowered) <= {*_CHINESE, "十"} and lowered:
        tens, ten, ones = lowered.rpartition("十")
        digits = (_CHINESE.find(tens) + 1 or 1) * 10 if ten else 0
        return str(digits + (_CHINESE.find(ones) + 1 if ones else 0))
    if lowered[:1].isdigit():
        return lowered.rstrip("abcdefghijklmnopqrstuvwxyzè") if not lowered.isdigit() else lowered
    return next((str(value) for value, stem in enumerate(_RUSSIAN, 1) if lowered.startswith(stem)), word)
