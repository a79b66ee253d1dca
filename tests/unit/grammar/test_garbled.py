"""Which lines are told from any language, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.garbled import is_garbled

ENGLISH = "The keeper of the harbour counts the lights along the coast before the ships come home at night"
LONG = (
    f"{ENGLISH} and writes down their number, colour and height in a book that nobody else may open; whoever "
    "wants to know asks at the office beside the market, where copies are kept"
)
RUSSIAN = (
    "Смотритель порта считает огни вдоль берега, прежде чем корабли ночью вернутся домой, и записывает "
    "их цвет и высоту в книгу, которую никто другой открыть не может; остальные спрашивают в конторе у рынка"
)
SUBSTANCES = "HCFC-22 12.5 HCFC-141b 3.1 HCFC-142b 0.2 HFC-134a 7 CFC-11"
ARABIC = (
    "ترى اللجنة أن على الدولة أن تحترم حق كل طفل في التعليم وأن تقدم إليها هذا التقرير في موعده من دون تأخير"
)
SOUND = [
    ENGLISH,
    "Der Wärter zählt die Lichter an der Küste, bevor die Schiffe nachts in den Hafen zurückkehren",
    "Strażnik liczy światła na wybrzeżu, zanim statki wrócą nocą do portu, i zapisuje je w księdze",
    "Strážce přístavu počítá světla podél pobřeží, než se lodě v noci vrátí domů, a zapíše je do knihy",
    "Majakanvartija laskee rannikon valot ennen kuin laivat palaavat yöllä satamaan ja kirjaa ne muistiin",
    "Người gác cảng đếm những ngọn đèn dọc bờ biển trước khi tàu về nhà vào ban đêm",
    RUSSIAN,
    "Наглядач порту рахує вогні вздовж берега, перш ніж кораблі вночі повернуться додому",
    "Ο φύλακας του λιμανιού μετράει τα φώτα κατά μήκος της ακτής πριν γυρίσουν τα πλοία",
    "灯塔管理员在夜里船只回港之前清点海岸上的灯光",
    ARABIC,
    "نگهبان بندر پیش از آنکه کشتی‌ها شب هنگام به خانه بازگردند چراغ‌های ساحل را می‌شمارد",
    "الأردن الإمارات البحرين تونس الجزائر جيبوتي",
    "CEDAW Convention on the Elimination of All Forms of Discrimination against Women; NGO; OHCHR; UNHCR",
    "https://docs.example.org/a_b/c1d/e2f?g=h3i www.lights.example.org/x#y",
    "while the keeper=on {lamp.turn(by=3)} if x<y and \\textbf{lights}\\quad{of}{the}{coast} then a=b",
    "Dear <title> <name> on <date> at <place> see <boris@lights.example> or <anna@lights.example>",
    "<para id=1> <text>Lights</text> <b>Bells</b> x=1 y=2 0<x<1 a==b ==Heading== Where?? Who??",
    "std::vector<int> a = b<c>(d); if (x<=y && y>=z) return a[i]<b[j]; template<class T>",
    "The Special Committee (A/АС.109) and the μm, the COVID‑19的影响 and SARS‑CoV‑2 of the lights",
    "12.5 14.7 233.1 9 8 7 | 44.1 ... 17",
    "ผู้ดูแล ประภาคารUN นับดวงไฟ ตามชายฝั่ง ก่อนเรือ จะกลับบ้าน ในเวลากลางคืน",
    "អ្នកថែរក្សា ផែUN រាប់ភ្លើង តាមឆ្នេរ មុនពេលកប៉ាល់ ត្រឡប់មកផ្ទះ នៅពេលយប់",
    f"含氢氯氟烃消费量 {SUBSTANCES}",
    f"استهلاك المواد {SUBSTANCES}",
    f"Foam {SUBSTANCES}",
    "क" + "\u0941" * 100_000,
]


def moved(text: str, by: int) -> str:
    """Each sign shown as one that stands some places from it, as by fonts whose map of characters is lost."""
    return "".join(chr(ord(sign) + by) if sign != " " else sign for sign in text)


def swapped(text: str, signs: str, shown: str) -> str:
    return text.translate(str.maketrans(signs, shown))


@pytest.mark.parametrize("line", SOUND)
def test_languages_and_lists_are_not_told(line: str) -> None:
    assert not is_garbled([line] * 12)


@pytest.mark.parametrize(
    "line",
    [
        moved(LONG, 3),
        moved(LONG, -29),
        swapped(RUSSIAN, "аеио", "бжзк"),
        swapped(LONG, "aeiou", "xqzkw"),
        swapped(ENGLISH, "l", "|").replace("he", "h°e"),
        swapped(ENGLISH, "o", "0"),
        swapped(ARABIC, "ناليت", "كدرمس"),
        swapped(ARABIC, "ناليت", "ჀЖहxא"),
        swapped(ENGLISH, "eo", "ეо"),
        "".join(chr(ord(sign) & 0xFF) for sign in RUSSIAN),
    ],
)
def test_what_no_language_writes_is_told(line: str) -> None:
    assert is_garbled([line] * 12)


def test_a_few_words_are_never_told() -> None:
    for line in (moved(ENGLISH, 3), swapped(ENGLISH, "o", "0"), swapped(ARABIC, "ناليت", "كدرمس")):
        assert not is_garbled([line])


def test_one_misread_word_in_a_hundred_is_no_reason() -> None:
    assert not is_garbled([ENGLISH] * 8 + [ENGLISH.replace("keeper", "ke~per")])


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_answered(lines: list[str]) -> None:
    assert is_garbled(lines) in (True, False)
