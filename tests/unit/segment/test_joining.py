from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.segment.hyphens import document_words, hyphenates
from indexer.segment.joining import MarkSpot, TextBuilder, join_lines
from tests.unit.segment.pages import lines_of, visible


def joined(*lines: str, words: str = "") -> str:
    builder = TextBuilder(document_words(lines_of(*words.split("\n"))))
    for item in lines_of(*lines):
        builder.add(item, 0, (), block=False)
    return builder.text


@pytest.mark.parametrize(
    ("lines", "words", "text"),
    [
        (("two", "lines"), "", "two lines"),
        (("the govern-", "ment acted"), "a government", "the government acted"),
        (("the govern-", "ment acted"), "", "the govern-ment acted"),
        (("the follow-", "up meeting"), "a follow-up of it", "the follow-up meeting"),
        (("the follow-", "up meeting"), "a follow-up and a followup", "the follow-up meeting"),
        (("short-", "and long-term aims"), "", "short- and long-term aims"),
        (("from day-", "to-day work"), "", "from day-to-day work"),
        (("corto y mediano-", "y largo plazo"), "", "corto y mediano- y largo plazo"),
        (("the Franco-", "German treaty"), "FrancoGerman", "the Franco-German treaty"),
        (("the govern\u00ad", "ment acted"), "", "the government acted"),
        (("in 2008–", "2009 it"), "", "in 2008–2009 it"),
        (("A/HRC/", "9/8 says"), "", "A/HRC/9/8 says"),
        (("and/", "or not"), "", "and/or not"),
        (("以符合A/79", "/110号文件"), "", "以符合A/79/110号文件"),
        (("report A/HRC", "/WG.6/3"), "", "report A/HRC/WG.6/3"),
        (("in 1978", "/s/ Ada"), "", "in 1978 /s/ Ada"),
        (("the lights", "/2 of them"), "", "the lights /2 of them"),
        (("see http://www.lights.example/the-", "harbour"), "", "see http://www.lights.example/the-harbour"),
        (("(www.lights.example/coast).", "Keepers met"), "", "(www.lights.example/coast). Keepers met"),
        (("see http://www.lights.", "example/coast"), "", "see http://www.lights.example/coast"),
        (("see www.lights.example/a?b=", "c"), "", "see www.lights.example/a?b=c"),
        (("灯塔看守人", "在港口"), "", "灯塔看守人在港口"),
        (("灯塔", "ILO"), "", "灯塔 ILO"),
        (("a\tb", "c  d"), "", "a b c d"),
        (("vacc\u2009ination of", "all"), "vaccination", "vaccination of all"),
        (("of\u2009the harbour",), "of the", "of the harbour"),
        (("of\u2009the harbour",), "ofthe of the", "of the harbour"),
        (("the end\u2009.",), "", "the end."),
        (("the 30\u2009th session",), "", "the 30th session"),
        (("of 30\u2009the ships",), "", "of 30 the ships"),
        (("ont voté pour\u2009: la France",), "", "ont voté pour : la France"),  # French has room there
        (("第 73 段\u2009。灯塔",), "", "第 73 段。灯塔"),
        (("co\u2009-operation",), "", "co-operation"),
        (("the whole\u2009-of-port view",), "", "the whole-of-port view"),
        (("harbour\u2009-", "related works"), "", "harbour-related works"),
        (("the govern\u2009-", "ment acted"), "a government", "the government acted"),
        (("wide\u2009-", "and narrow roads"), "", "wide- and narrow roads"),
        (("they had under-", "taken it"), "under taken", "they had undertaken it"),
        (("their undertak-", "ings"), "", "their undertakings"),
        (("an over-", "night stay"), "over night", "an over-night stay"),
        (("the self-", "righting boats"), "", "the self-righting boats"),
        (("the lamp -", "an old one"), "", "the lamp - an old one"),
        (("2nd cycle\u2009- 2014",), "", "2nd cycle - 2014"),
        (("decision EC-", "94/DEC.2"), "", "decision EC-94/DEC.2"),
        (("in the pre-", "2020 years"), "", "in the pre-2020 years"),
        (("the Indo\u2009-Pacific",), "", "the Indo-Pacific"),
        (("a whole\u2009-of-society way",), "", "a whole-of-society way"),
        (("of middle\u2009-", "income countries"), "", "of middle-income countries"),
        (("non-\u2009governmental",), "", "non-governmental"),
        (("short-\u2009and long-term",), "", "short- and long-term"),
        (("the cycle\u2009-\u20092014 -\u2009its end",), "", "the cycle - 2014 - its end"),
        (("for\u2009a while",), "a fora for it", "for a while"),
        (("rura\u2009l areas",), "", "rural areas"),
        (("annex\u2009A of it",), "", "annex A of it"),
        (("the keeper’s\u2009light",), "", "the keeper’s light"),
        (("for\u2009a while",), "(a) a. fora", "fora while"),
        (("the Secretary\u2009-", "General of"), "", "the Secretary-General of"),
        (("the people\u2009’s house",), "", "the people’s house"),
        (("all vacc\u200aination",), "", "all vaccination"),
        (("all vacc\u200aination",), "all vacc", "all vacc ination"),
        (("recogniz\u200aed, rura\u200al",), "", "recognized, rural"),
        (("the light of\u200aTroy",), "", "the light of Troy"),
        (("the end of\u200athe day",), "of the", "the end of the day"),
        (("the light of\u200athe day",), "of the ofthe", "the light of the day"),
        (("liquefied gas (LNG)-", "fuelled ships"), "", "liquefied gas (LNG)-fuelled ships"),
        (("of the lights (see above)-", "Lamps"), "", "of the lights (see above)- Lamps"),
        (("said the keepers", ". They left"), "", "said the keepers. They left"),
        (("a rate of", ".5 of it"), "", "a rate of .5 of it"),
    ],
)
def test_lines_become_text(lines: tuple[str, ...], words: str, text: str) -> None:
    assert joined(*lines, words=words) == text


def test_a_block_begins_on_a_line_of_its_own() -> None:
    builder = TextBuilder(frozenset())
    first, second = lines_of("It should:", "act")
    builder.add(first, 0, (), block=True)
    builder.add(second, 0, (), block=True, label="(a)")
    assert builder.text == "It should:\n(a) act"
    assert builder.made == 3


@pytest.mark.parametrize(
    ("line", "marks", "text", "spots"),
    [
        ("said1 so", [(4, 5, "1")], "said so", [MarkSpot("1", 4)]),
        ("said so.1", [(8, 9, "1")], "said so.", [MarkSpot("1", 8)]),
        ("said 1 so", [(5, 6, "1")], "said so", [MarkSpot("1", 4)]),
        ("said1, and", [(4, 5, "1")], "said, and", [MarkSpot("1", 4)]),
        ("a1b", [(1, 2, "1")], "a b", [MarkSpot("1", 1)]),
        ("said1,2 so", [(4, 7, "1"), (7, 7, "2")], "said so", [MarkSpot("1", 4), MarkSpot("2", 4)]),
        ("(see1) and2", [(4, 5, "1"), (10, 11, "2")], "(see) and", [MarkSpot("1", 4), MarkSpot("2", 9)]),
    ],
)
def test_marks_are_taken_out_and_their_places_kept(
    line: str, marks: list[tuple[int, int, str]], text: str, spots: list[MarkSpot]
) -> None:
    builder = TextBuilder(frozenset())
    builder.add(lines_of(line)[0], 0, marks, block=False)
    assert builder.text == text
    assert builder.spots == spots
    assert builder.dropped == visible(line) - visible(text)


def test_the_number_in_front_is_left_out() -> None:
    builder = TextBuilder(frozenset())
    builder.add(lines_of("12.\tThe group met")[0], 4, (), block=False)
    assert builder.text == "The group met"


def test_words_broken_at_a_line_end_are_no_words_of_the_document() -> None:
    lines = lines_of("The Govern-", "ment of a well-known place", "vacc\u2009ination", "recogniz\u200aed")
    assert document_words(lines) == {
        "the",
        "of",
        "well",
        "known",
        "well-known",
        "place",
        "a",
    }


ALPHABET = st.text(st.sampled_from("abcAB é灯. ,-‐\u00ad\u2009\t/–:1()\u00a0"), min_size=1, max_size=30)


@given(lines=st.lists(ALPHABET, min_size=1, max_size=8), block=st.booleans())
def test_no_letter_is_lost(*, lines: list[str], block: bool) -> None:
    items = lines_of(*lines)
    builder = TextBuilder(document_words(items))
    for item in items:
        builder.add(item, 0, (), block=block)
    letters = [ch for line in lines for ch in line if ch.isalnum()]
    assert [ch for ch in builder.text if ch.isalnum()] == letters
    assert visible(builder.text) + builder.dropped == sum(map(visible, lines))
    assert builder.text == builder.text.strip(" ")
    assert "  " not in builder.text


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_marks_anywhere_lose_nothing_else(line: str, cuts: list[int]) -> None:
    places = sorted({min(cut, len(line)) for cut in cuts})
    marks = [(start, end, "1") for start, end in zip(places[::2], places[1::2], strict=False)]
    builder = TextBuilder(frozenset())
    builder.add(lines_of(line)[0], 0, marks, block=False)
    assert visible(builder.text) + builder.dropped == visible(line)
    assert all(0 <= spot.at <= len(builder.text) for spot in builder.spots)


BROKEN = ["the govern-", "ment of the har-", "bour and the light-", "house. Government, harbour, lighthouse"]


@pytest.mark.parametrize(
    ("lines", "breaks"),
    [
        (BROKEN, True),
        (BROKEN[:2], False),
        (["the govern-", "ment of the har-", "bour and the light-", "house"], True),
        (["the govern-", "ment of the har-", "bour and the light-", "house", *["by the sea"] * 150], False),
        (["a well-", "known place, well-known, and a far-", "off one, far-off", *BROKEN], False),
        (["о положе-", "нии дел, охра-", "няемых на бере-", "гах"], True),
        (
            [
                "какой-",
                "либо, какой-либо, где-",
                "либо, где-либо, охра-",
                "няемых и бере-",
                "гах, уз-",
                "ком",
            ],
            False,
        ),
        (["Franco-", "German and Franco-", "Swiss and Anglo-", "Welsh"], False),
        ([], False),
    ],
)
def test_documents_that_break_words(lines: list[str], *, breaks: bool) -> None:
    items = lines_of(*lines)
    assert hyphenates(items, document_words(items)) is breaks


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("охра-", "няемых"), "охраняемых"),
        (("какой-", "либо"), "какой-либо"),
        (("Коста-", "Рика"), "Коста-Рика"),
        (("северо-", "восток"), "северо-восток"),
        (("об-", "новляемого"), "обновляемого"),
        (("из-", "за"), "из-за"),
        (("как-", "нибудь"), "как-нибудь"),
    ],
)
def test_in_a_document_that_breaks_words(lines: tuple[str, str], text: str) -> None:
    words = document_words(lines_of("какой-либо", "восток и северо", "об этом и из-за", *lines))
    builder = TextBuilder(words, hyphenates=True)
    for item in lines_of(*lines):
        builder.add(item, 0, (), block=False)
    assert builder.text == text


@pytest.mark.parametrize(
    ("row", "marks", "text"),
    [
        ("Northern  coast\t1 204 \t 311 893", (), "Northern coast\t1 204\t311 893"),
        ("\tBefore\t\tSince\t\t", (), "\tBefore\t\tSince"),
        ("vacc\u2009inations\t9", (), "vaccinations\t9"),
        ("Coast1\t204", ((5, 6, "1"),), "Coast\t204"),
        ("Coast\t2041 kegs", ((9, 10, "1"),), "Coast\t204 kegs"),
        ("Coast\t2041", ((9, 10, "1"),), "Coast\t204"),
    ],
)
def test_cells_of_a_table_stay_apart(row: str, marks: tuple[tuple[int, int, str], ...], text: str) -> None:
    builder = TextBuilder(document_words(lines_of("vaccinations of all")), cells=True)
    for item in lines_of(row, "next"):
        builder.add(item, 0, marks if item.text == row else (), block=True)
    assert builder.text == f"{text}\nnext"
    assert [spot.mark for spot in builder.spots] == [mark for *_, mark in marks]


@given(st.lists(st.text(" \ta1\u00a0\u2009", max_size=12), min_size=1, max_size=4))
def test_a_table_holds_the_words_of_its_rows_and_a_tab_for_each_cell_that_ends(rows: list[str]) -> None:
    builder = TextBuilder(frozenset(), cells=True)
    for item in lines_of(*rows):
        builder.add(item, 0, (), block=True)
    filled = [row for row in rows if row.replace(" ", "").strip()]
    cells = [[" ".join(cell.split()) for cell in row.rstrip().split("\t")] for row in filled]
    made = [row.split("\t") for row in builder.text.split("\n")] if builder.text else []
    assert [["".join(cell.split()) for cell in row] for row in made] == [
        ["".join(cell.split()) for cell in row] for row in cells
    ]


@pytest.mark.parametrize("words", ["financement à long terme", "огни и маяки", "puertos y faros"])
def test_a_word_of_one_letter_stands_apart_in_titles_of_any_language(words: str) -> None:
    assert join_lines([words.replace(" ", "\u2009", 1)]) == words
