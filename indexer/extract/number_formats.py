"""Numbers as lists print them: letters, Roman numerals, words, and the numerals of other scripts.

The names are those of the standard for Word files (ECMA-376 part 1, 17.18.59). Where Word is known to print
otherwise than the standard says, Word is followed: letters of kana and Hangul begin anew after the last one,
"hindiVowels" are consonants and the other way round, money is printed in digits, and circles hold 10 or 20.
Numbers in brackets or with a full stop, which fonts have as one character, are spelled with plain ones, as
people type them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.extract import number_counting as counting
from indexer.extract import number_words as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Write = Callable[[int], str]

MOST = 32_767
"""The last number in any format but plain digits; then Word begins anew."""

_ROUNDS = 30
"""How often letters are repeated at most: after 30 z comes a again."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_HINDI_CONSONANTS = "कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह"
_HINDI_VOWELS = (*"अआइईउऊऋऌऍऎएऐऑऒओऔ", "अं", "अः")
_HINDI = ("एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ", "दस")
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_AIUEO_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_IROHA_HALF = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def _repeated(letters: Sequence[str]) -> Write:
    """Letters that are doubled when they run out: a ... z, aa, bb."""

    def write(value: int) -> str:
        rounds, at = divmod((value - 1) % (_ROUNDS * len(letters)), len(letters))
        return letters[at] * (rounds + 1) if value else ""

    return write


def _hebrew_letters(value: int) -> str:
    rounds, at = divmod((value - 1) % (_ROUNDS * len(_HEBREW)), len(_HEBREW))
    return _HEBREW[-1] * rounds + _HEBREW[at] if value else ""


def _in_turn(letters: Sequence[str]) -> Write:
    """Letters that begin anew when they run out."""
    return lambda value: letters[(value - 1) % len(letters)] if value else "0"


def _upper(write: Write) -> Write:
    return lambda value: write(value).upper()


def _capital(write: Write) -> Write:
    return lambda value: write(value).capitalize()


def _up_to(last: int, write: Write, beyond: Write = str) -> Write:
    """A format that has numbers from 1 to the last."""
    return lambda value: write(value) if 1 <= value <= last else beyond(value)


def _listed(signs: Sequence[str]) -> Write:
    return _up_to(len(signs), lambda value: signs[value - 1])


def _digits(signs: str) -> Write:
    table = {ord("0") + index: sign for index, sign in enumerate(signs)}
    return lambda value: str(value).translate(table)


def _nothing(_: int) -> str:
    return ""


_TAIWANESE_DIGITS = _digits("○一二三四五六七八九")
_COUNTED_TO_99 = _up_to(99, counting.CHINESE.write, _TAIWANESE_DIGITS)

_FORMATS: dict[str, Write] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalHalfWidth": str,
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _listed([chr(0x2460 + index) for index in range(20)]),
    "decimalEnclosedCircleChinese": _listed([chr(0x2460 + index) for index in range(10)]),
    "decimalEnclosedParen": _up_to(20, "({})".format),
    "decimalEnclosedFullstop": _up_to(20, "{}.".format),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "bahtText": str,
    "dollarText": str,
    "none": _nothing,
    "bullet": _nothing,
    "upperRoman": _upper(words.roman),
    "lowerRoman": words.roman,
    "upperLetter": _upper(_repeated(_LATIN)),
    "lowerLetter": _repeated(_LATIN),
    "ordinal": words.ordinal,
    "cardinalText": _capital(words.english),
    "ordinalText": _capital(words.english_ordinal),
    "chicago": _repeated("*†‡§"),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _upper(_repeated(_RUSSIAN)),
    "arabicAlpha": _repeated(_ARABIC_ALPHA),
    "arabicAbjad": _repeated(_ARABIC_ABJAD),
    "hebrew1": words.hebrew,
    "hebrew2": _hebrew_letters,
    "hindiVowels": _repeated(_HINDI_CONSONANTS),
    "hindiConsonants": _repeated(_HINDI_VOWELS),
    "hindiNumbers": _digits("०१२३४५६७८९"),
    "hindiCounting": _listed(_HINDI),
    "thaiLetters": _repeated(_THAI),
    "thaiNumbers": _digits("๐๑๒๓๔๕๖๗๘๙"),
    "thaiCounting": words.thai,
    "vietnameseCounting": _up_to(1000, words.vietnamese),
    "chineseCountingThousand": counting.CHINESE.write,
    "chineseCounting": _COUNTED_TO_99,
    "chineseLegalSimplified": counting.CHINESE_LEGAL.write,
    "taiwaneseCounting": _COUNTED_TO_99,
    "taiwaneseCountingThousand": counting.TAIWANESE.write,
    "taiwaneseDigital": _TAIWANESE_DIGITS,
    "ideographLegalTraditional": counting.TAIWANESE_LEGAL.write,
    "ideographDigital": _digits(counting.HAN),
    "ideographEnclosedCircle": _up_to(10, lambda value: f"({counting.CHINESE.write(value)})"),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _in_turn([_STEMS[n % 10] + _BRANCHES[n % 12] for n in range(60)]),
    "japaneseCounting": counting.JAPANESE.write,
    "japaneseLegal": counting.JAPANESE_LEGAL.write,
    "japaneseDigitalTenThousand": _digits(counting.HAN),
    "aiueo": _in_turn(_AIUEO_HALF),
    "aiueoFullWidth": _in_turn(_AIUEO),
    "iroha": _in_turn(_IROHA_HALF),
    "irohaFullWidth": _in_turn(_IROHA),
    "ganada": _in_turn("가나다라마바사아자차카타파하"),
    "chosung": _in_turn("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "koreanCounting": counting.KOREAN.write,
    "koreanDigital": _digits(counting.KOREAN.digits),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "koreanLegal": words.korean,
}

_LAST = {"hindiCounting": len(_HINDI), "vietnameseCounting": 1000}
"""The last number that can be shown in formats whose further ones are not known."""


def pattern_format(pattern: str) -> str | None:
    """The format that begins as a pattern of an author's own does ("a, b, c, ..."), None where there is none.

    >>> pattern_format("一, 二, 三, ..."), pattern_format("?, !, ...")
    ('chineseCountingThousand', None)
    """
    shown = [part.strip() for part in pattern.split(",")][:3]
    starts = ((1, 2, 3), (1, 10, 100))
    return next(
        (name for values in starts for name in _FORMATS if [format_number(v, name) for v in values] == shown),
        None,
    )


def is_known(name: str, value: int = 1) -> bool:
    """Whether a number in this format is shown as it prints."""
    return name in _FORMATS and value <= _LAST.get(name, value)


def format_number(value: int, name: str) -> str:
    """A counter in a number format, by the name Word has for it; in an unknown one, in digits.

    >>> format_number(28, "lowerLetter"), format_number(4, "upperRoman"), format_number(22, "ordinal")
    ('bb', 'IV', '22nd')
    """
    write = _FORMATS.get(name, str)
    if write is str or value < 0:
        return str(value)
    return write((value - 1) % MOST + 1 if value else 0)
