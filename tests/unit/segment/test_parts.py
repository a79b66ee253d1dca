from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.addresses import Address
from indexer.segment.parts import find_parts


def parts(text: str) -> dict[str, str]:
    return {part.address: text[part.start : part.end] for part in find_parts(text, "p1")}


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("No parts at all.", []),
        ("The State should: (a) act; (b) report; (c) pay.", ["a", "b", "c"]),
        ("It should:\n(a) act;\n(b) report.", ["a", "b"]),
        ("(a) Act.\n(b) Report.", ["a", "b"]),
        ("It should:\n(a) act:\n(i) now;\n(ii) later;\n(b) report.", ["a", "a.i", "a.ii", "b"]),
        (
            "It:\n(a) acts:\n(i) now:\n(A) here;\n(B) there;\n(b) reports.",
            ["a", "a.i", "a.i.A", "a.i.B", "b"],
        ),
        (
            "It:\n(i) acts;\n(ii) reports:\n(a) now;\n(b) later;\n(iii) pays.",
            ["i", "ii", "ii.a", "ii.b", "iii"],
        ),
        ("It:\n(a) helps: (a) by ships; (b) by lights; and (c) by bells;\n(b) pays.", ["a", "b"]),
        ("It:\n(a) helps: (i) by ships; and (ii) by lights;\n(b) pays.", ["a", "a.i", "a.ii", "b"]),
        ("It:\n(1) acts;\n(2) reports.", ["1", "2"]),
        ("It:\na) acts;\nb) reports.", ["a", "b"]),
        ("It:\n(a) acts;\n[(b) reports;]\n[ (c) pays.]", ["a", "b", "c"]),
        ("It: (a) acts; (b) reports, as paragraph 15 (c) says; (c) pays.", ["a", "b", "c"]),
        ("Paragraph 15 (a) says so, and paragraph 16 (b) too.", []),
        ("See articles 3 (a) and (b) of the rules.", []),
        ("(c) And it went on.\n(d) So it ended.", ["c", "d"]),
        ("It:\n(a) acts;\n(c) pays.", ["a", "c"]),
        (
            "\n".join(f"({letter}) x;" for letter in "abcdefghij"),
            list("abcdefghij"),
        ),
        (
            "\n".join(f"({n}) x;" for n in ("i", "ii", "iii", "iv", "v", "vi")),
            ["i", "ii", "iii", "iv", "v", "vi"],
        ),
        (
            "\n".join(f"({n}) x;" for n in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]),
            [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"],
        ),
        ("It is (a) thing of the past.", []),
        ("It asked the State to (a) act; and (b) report.", ["a", "b"]),
        ("It asked that the State, (a) in acting, (b) in reporting, be heard.", ["a", "b"]),
        ("See articles 3, (a) and (b) of the rules.", []),
        ("See paragraphs (c) to (a), and item (b).", []),
        ("Les thèmes : a) l’air; b) les eaux; et c) les ports.", ["a", "b", "c"]),
        ("Los temas: a) el aire (véase b) del anexo); b) las aguas; y c) los puertos.", ["a", "b", "c"]),
        ("Вопросы: a) охрана; b) обмен данными; и c) подготовка.", ["a", "b", "c"]),
        ("Les ports :\na) de mer :\ni) neufs;\nii) anciens;\nb) de rivière.", ["a", "a.i", "a.ii", "b"]),
        ("Les États ont : 1) agi; 2) rendu compte.", ["1", "2"]),
        ("Voir le paragraphe 3 a) ci-dessus, et l’article 5 b), puis c) et d).", []),
        ("Согласно статье 27 1) и статье 28 2) Устава,", []),
        ("(voir annexe a) ou b) du rapport), a) et b) sont dus", []),
        ("以下领域：(a) 空气；(b) 废物。", ["a", "b"]),
        ("انظر الفقرتين الفرعيتين (أ) و (ب) من القرار", []),
    ],
)
def test_addresses(text: str, addresses: list[str]) -> None:
    assert list(parts(text)) == [f"p1.{address}" for address in addresses]


def test_a_part_ends_where_the_next_of_its_level_begins() -> None:
    text = "It should:\n(a) act:\n(i) now;\n(ii) later;\n(b) report."
    assert parts(text) == {
        "p1.a": "(a) act:\n(i) now;\n(ii) later;\n",
        "p1.a.i": "(i) now;\n",
        "p1.a.ii": "(ii) later;\n",
        "p1.b": "(b) report.",
    }


MARKERS = [
    "(a)",
    "(b)",
    "(c)",
    "(i)",
    "(ii)",
    "(v)",
    "(x)",
    "(A)",
    "(1)",
    "(2)",
    "(aa)",
    "a)",
    "ii)",
    "1)",
    "(xl)",
    "(0)",
]
WORDS = ["act", "paragraph 3", "and", ";", ":", ",", "\n", " ", "(", ")"]
PIECES = st.lists(st.sampled_from([*MARKERS, *WORDS]), max_size=40)


@given(st.one_of(st.text(), PIECES.map(" ".join), PIECES.map("".join), PIECES.map("\n".join)))
def test_parts_lie_in_the_text_inside_each_other_or_apart(text: str) -> None:
    found = find_parts(text, "p1")
    for part in found:
        assert part.address.startswith("p1.")
        assert 0 <= part.start < part.end <= len(text)
        assert text[part.start : part.end].lstrip("(")[:1].isalnum()
    for a in found:
        for b in found:
            apart = a.end <= b.start or b.end <= a.start
            inside = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert apart or inside


def test_arabic_letters() -> None:
    text = "توصي اللجنة بما يلي: (أ) فتح الموانئ؛ (ب) إصلاح المنارات؛ (ج) النشر؛ (د) التدريب؛ (هـ) التقييم."
    parts = find_parts(text, "p3")
    assert [part.address for part in parts] == ["p3.أ", "p3.ب", "p3.ج", "p3.د", "p3.ه"]
    assert text[parts[4].start : parts[4].end] == "(هـ) التقييم."


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("تقرر:\n(أ) أن تبقي؛\n(ب) أن تقدم؛\n(ج) أن تنشر.", ["p3.أ", "p3.ب", "p3.ج"]),
        ("تقرر:\n(د) أن تبقي؛\n(هـ) أن تقدم.", ["p3.د", "p3.ه"]),
        ("постановляет:\nа) хранить;\nб) докладывать.", ["p3.а", "p3.б"]),
        ("постановляет:\n(а) хранить;\n(б) докладывать.", ["p3.а", "p3.б"]),
        ("决定：\n(一) 保留；\n(二) 报告。", ["p3.一", "p3.二"]),
        ("انظر الفقرة (ب) أعلاه", []),
    ],
)
def test_parts_with_letters_of_other_scripts(text: str, addresses: list[str]) -> None:
    assert [part.address for part in find_parts(text, "p3")] == addresses
    assert all(Address.try_parse(address) for address in addresses)
