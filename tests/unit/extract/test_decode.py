from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import DamagedReportError
from indexer.extract.decode import decode, known_encoding

RUSSIAN = (
    "10. В целях подготовки рекомендаций по оказанию технической помощи Управление провело "
    "совещание экспертов по вопросам интеграции и многообразия в деятельности полиции в Вене. "
)
FRENCH = (
    "10. Afin de donner des orientations pour l'assistance technique, le Haut-Commissariat a organisé une "
    "réunion d'experts à Vienne, où l'intégration des minorités au sein de la police a été étudiée. "
)
SPANISH = (
    "10. Con el fin de ofrecer orientación para la asistencia técnica, la Oficina celebró en Viena una "
    "reunión de expertos sobre la integración de las minorías en la policía, organizada por el Gobierno. "
)
CHINESE = "10. 为了就技术援助提供指导意见，人权事务高级专员办事处与国际劳工组织合作，在维也纳举行了专家会议。"
TAIWANESE = (
    "10. 為了就技術援助提供指導意見，人權事務高級專員辦事處與國際勞工組織合作，在維也納舉行了專家會議。"
)
ARABIC = (
    "10. بغية تقديم التوجيه بشأن المساعدة التقنية عقدت المفوضية "
    "اجتماعا للخبراء في فيينا بالتعاون مع منظمة العمل الدولية. "
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(
            (RUSSIAN, e)
            for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251", "koi8-r", "cp866")
        ),
        *((FRENCH, e) for e in ("utf-8", "cp1252", "iso8859-15", "utf-16-be")),
        *((SPANISH, e) for e in ("utf-8", "cp1252", "iso8859-1")),
        *((CHINESE, e) for e in ("utf-8", "gb18030", "utf-16")),
        *((TAIWANESE, e) for e in ("utf-8", "big5")),
        *((ARABIC, e) for e in ("utf-8", "cp1256", "utf-16")),
    ],
)
def test_usual_encodings_are_recognised(text: str, encoding: str) -> None:
    page = text * 4
    assert decode(page.encode(encoding), "x") == page


def test_one_bad_byte_does_not_turn_utf8_into_something_else() -> None:
    data = (RUSSIAN * 20).encode() + b"\xff" + (RUSSIAN * 20).encode()
    assert decode(data, "x") == RUSSIAN * 20 + "\ufffd" + RUSSIAN * 20


def test_stray_zero_bytes_do_not_turn_plain_letters_into_chinese() -> None:
    data = b"1. Hello\x00 world of reports.\n\n2. Another\x00 paragraph.\n" * 9
    assert decode(data, "x").startswith("1. Hello")
    assert decode("1. A report.\n".encode("utf-16-le") * 9, "x") == "1. A report.\n" * 9


def test_a_cut_last_character_is_forgiven() -> None:
    assert decode((CHINESE * 50).encode()[:-1], "x")[:-1] == (CHINESE * 50)[:-1]


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(DamagedReportError, match="not text"):
        decode(random.Random(5).randbytes(4000), "x")  # noqa: S311 - not for secrets


@given(st.binary(max_size=300))
def test_anything_is_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except DamagedReportError:
        return
    assert isinstance(text, str)


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        (" UTF-8 ", "utf-8"),
        ("klingon", None),
        ("a\x00b", None),
    ],
)
def test_declared_names_are_read_as_browsers_do(name: str, codec: str | None) -> None:
    assert known_encoding(name) == codec
