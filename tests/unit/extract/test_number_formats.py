from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.number_formats import MOST, format_number, is_known

NUMBERS = (1, 2, 3, 10, 11, 15, 20, 21, 30, 101, 110, 1005)

FORMATS = """
decimal                    | 1 2 3 10 11 15 20 21 30 101 110 1005
decimalZero                | 01 02 03 10 11 15 20 21 30 101 110 1005
decimalHalfWidth           | 1 2 3 10 11 15 20 21 30 101 110 1005
decimalFullWidth           | １ ２ ３ １０ １１ １５ ２０ ２１ ３０ １０１ １１０ １００５
decimalFullWidth2          | １ ２ ３ １０ １１ １５ ２０ ２１ ３０ １０１ １１０ １００５
decimalEnclosedCircle      | ① ② ③ ⑩ ⑪ ⑮ ⑳ 21 30 101 110 1005
decimalEnclosedCircleChinese | ① ② ③ ⑩ 11 15 20 21 30 101 110 1005
decimalEnclosedParen       | (1) (2) (3) (10) (11) (15) (20) 21 30 101 110 1005
decimalEnclosedFullstop    | 1. 2. 3. 10. 11. 15. 20. 21 30 101 110 1005
hex                        | 1 2 3 A B F 14 15 1E 65 6E 3ED
bahtText                   | 1 2 3 10 11 15 20 21 30 101 110 1005
dollarText                 | 1 2 3 10 11 15 20 21 30 101 110 1005
upperRoman                 | I II III X XI XV XX XXI XXX CI CX MV
lowerRoman                 | i ii iii x xi xv xx xxi xxx ci cx mv
upperLetter                | A B C J K O T U DD WWWW FFFFF QQQQQQQQQ
lowerLetter                | a b c j k o t u dd wwww fffff qqqqqqqqq
ordinal                    | 1st 2nd 3rd 10th 11th 15th 20th 21st 30th 101st 110th 1005th
russianLower               | а б в к л п ф х аа оооо
russianUpper               | А Б В К Л П Ф Х АА ОООО
arabicAlpha                | أ ب ت ر ز ض ف ق بب
arabicAbjad                | أ ب ج ي ك س ر ش بب
hebrew1                    | א ב ג י יא טו כ כא ל קא קי
hebrew2                    | א ב ג י כ ס ר ש תח
hindiVowels                | क ख ग ञ ट ण न ऩ ल
hindiConsonants            | अ आ इ ऎ ए ओ आआ इइ
hindiNumbers               | १ २ ३ १० ११ १५ २० २१ ३० १०१ ११० १००५
hindiCounting              | एक दो तीन दस
thaiLetters                | ก ข ค ญ ฎ ฒ ท ธ
thaiNumbers                | ๑ ๒ ๓ ๑๐ ๑๑ ๑๕ ๒๐ ๒๑ ๓๐ ๑๐๑ ๑๑๐ ๑๐๐๕
thaiCounting               | หนึ่ง สอง สาม สิบ สิบเอ็ด สิบห้า ยี่สิบ ยี่สิบเอ็ด สามสิบ หนึ่งร้อยเอ็ด หนึ่งร้อยสิบ หนึ่งพันห้า
chicago                    | * † ‡ ††† ‡‡‡ ‡‡‡‡ §§§§§
chineseCounting            | 一 二 三 十 十一 十五 二十 二十一 三十 一○一 一一○ 一○○五
taiwaneseCounting          | 一 二 三 十 十一 十五 二十 二十一 三十 一○一 一一○ 一○○五
chineseCountingThousand    | 一 二 三 十 十一 十五 二十 二十一 三十 一百〇一 一百一十 一千〇五
taiwaneseCountingThousand  | 一 二 三 十 十一 十五 二十 二十一 三十 一百零一 一百一十 一千零五
chineseLegalSimplified     | 壹 贰 叁 壹拾 壹拾壹 壹拾伍 贰拾 贰拾壹 叁拾 壹佰零壹 壹佰壹拾 壹仟零伍
ideographLegalTraditional  | 壹 貳 參 壹拾 壹拾壹 壹拾伍 貳拾 貳拾壹 參拾 壹佰零壹 壹佰壹拾 壹仟零伍
taiwaneseDigital           | 一 二 三 一○ 一一 一五 二○ 二一 三○ 一○一 一一○ 一○○五
ideographDigital           | 一 二 三 一〇 一一 一五 二〇 二一 三〇 一〇一 一一〇 一〇〇五
japaneseDigitalTenThousand | 一 二 三 一〇 一一 一五 二〇 二一 三〇 一〇一 一一〇 一〇〇五
japaneseCounting           | 一 二 三 十 十一 十五 二十 二十一 三十 百一 百十 千五
japaneseLegal              | 壱 弐 参 壱拾 壱拾壱 壱拾伍 弐拾 弐拾壱 参拾 壱百壱 壱百壱拾 壱阡伍
ideographEnclosedCircle    | (一) (二) (三) (十) 11 15 20 21 30 101 110 1005
ideographTraditional       | 甲 乙 丙 癸 11 15 20 21 30 101 110 1005
ideographZodiac            | 子 丑 寅 酉 戌 15 20 21 30 101 110 1005
ideographZodiacTraditional | 甲子 乙丑 丙寅 癸酉 甲戌 戊寅 癸未 甲申 癸巳 甲辰 癸丑 戊申
aiueo                      | ｱ ｲ ｳ ｺ ｻ ｿ ﾄ ﾅ ﾎ ｹ ﾂ ﾗ
aiueoFullWidth             | ア イ ウ コ サ ソ ト ナ ホ ケ ツ ラ
iroha                      | ｲ ﾛ ﾊ ﾇ ﾙ ﾖ ﾈ ﾅ
irohaFullWidth             | イ ロ ハ ヌ ル ヨ ネ ナ
ganada                     | 가 나 다 차 카 가 바 사 나 다 타 카
chosung                    | ㄱ ㄴ ㄷ ㅊ ㅋ ㄱ ㅂ ㅅ ㄴ ㄷ ㅌ ㅋ
koreanDigital              | 일 이 삼 일영 일일 일오 이영 이일 삼영 일영일 일일영 일영영오
koreanDigital2             | 一 二 三 一零 一一 一五 二零 二一 三零 一零一 一一零 一零零五
koreanCounting             | 일 이 삼 십 십일 십오 이십 이십일 삼십 백일 백십 천오
koreanLegal                | 하나 둘 셋 열 열하나 열다섯 스물 스물하나 서른 백일 백십 천오
"""
"""What each format prints of the numbers above, or of the first of them."""

ROWS = [row.split(" | ") for row in FORMATS.strip().splitlines()]


@pytest.mark.parametrize(
    ("name", "printed"), [pytest.param(row[0].strip(), row[1], id=row[0]) for row in ROWS]
)
def test_numbers_print_as_in_word(name: str, printed: str) -> None:
    expected = printed.split()
    assert [format_number(value, name) for value in NUMBERS[: len(expected)]] == expected
    assert is_known(name)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("numberInDash", 4, "- 4 -"),
        ("cardinalText", 42, "Forty-two"),
        ("cardinalText", 120, "One hundred twenty"),
        ("cardinalText", 2342, "Two thousand three hundred forty-two"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 21, "Twenty-first"),
        ("ordinalText", 100, "One hundredth"),
        ("vietnameseCounting", 15, "mười lăm"),
        ("vietnameseCounting", 21, "hai mươi mốt"),
        ("vietnameseCounting", 105, "một trăm lẻ năm"),
        ("vietnameseCounting", 1000, "một ngàn"),
        ("chineseCountingThousand", 10_000, "一万"),
        ("chineseCountingThousand", 12_005, "一万二千〇五"),
        ("koreanCounting", 10_001, "만일"),
        ("japaneseCounting", 11_111, "一万千百十一"),
        ("hebrew1", 16, "טז"),
        ("hebrew1", 115, "קטו"),
        ("lowerRoman", 1990, "mcmxc"),
        ("ordinal", 113, "113th"),
    ],
)
def test_further_numbers(name: str, value: int, expected: str) -> None:
    assert format_number(value, name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("decimal", "0"), ("decimalZero", "00"), ("lowerRoman", ""), ("upperLetter", ""), ("ganada", "0"),
     ("chineseCountingThousand", "〇"), ("koreanLegal", ""), ("decimalEnclosedCircle", "0")],
)  # fmt: skip
def test_zero(name: str, expected: str) -> None:
    assert format_number(0, name) == expected


def test_what_is_not_known_is_shown_in_digits() -> None:
    assert (format_number(7, "klingon"), is_known("klingon")) == ("7", False)
    assert (format_number(11, "hindiCounting"), is_known("hindiCounting", 11)) == ("11", False)
    assert (format_number(-3, "lowerRoman"), format_number(-3, "decimal")) == ("-3", "-3")


@given(
    st.sampled_from(
        [
            row[0].strip()
            for row in ROWS
            if row[0].strip() not in ("decimal", "decimalHalfWidth", "bahtText", "dollarText")
        ]
    ),
    st.integers(1, MOST),
    st.integers(1, 10**6),
)
def test_numbers_begin_anew_behind_the_last(name: str, value: int, rounds: int) -> None:
    printed = format_number(value, name)
    assert printed == format_number(value + rounds * MOST, name)
    assert 0 < len(printed) <= 120
