"""What is said when nothing is found."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import regex

from indexer.query import Index, open_index
from indexer.query.suggest import Suggestions
from tests.unit.made_up import made_record, made_store, remove_documents

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "The international community recognises human rights.",
    "Human rights and the rights of minorities; the minority report of 2008.",
    "Peacekeeping is international. The harbour has a light.",
    "Labour rights of the State; a labour market, and harbours.",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    kept = [
        made_record(
            "A/HRC/9/8", nth, text, year=2008, body="HRC", date="2008-08-29", title="Report on rights"
        )
        for nth, text in enumerate(TEXTS, 1)
    ]
    other = [made_record("A/HRC/10/1", 1, "La minorité.", language="fr", kind="item", year=2009)]
    resolution = [made_record("S/RES/1325(2000)", 1, "Urges.", kind="operative", section=("By night",))]
    gone = [made_record("A/1", 1, "The hormone harbor.")]
    store = made_store(tmp_path_factory.mktemp("none") / ".indexer", [[kept, other, resolution], [gone]])
    remove_documents(store, "A/1")
    return open_index(store.directory)


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        (
            "intrenational labour",
            [
                "intrenational is in no paragraph; did you mean international?",
                "the other parts alone: labour 1",
                "without intrenational: 1 paragraph",
            ],
        ),
        ("intrenational rights", ["did you mean international rights? (1 paragraph)"]),
        ("AHRC/9/8", ["AHRC/9/8 is in no paragraph; did you mean the document A/HRC/9/8?"]),
        ("A-HRC-9-8", ["A-HRC-9-8 is in no paragraph; did you mean the document A/HRC/9/8?"]),
        (
            "A-HRC-10-1-fr.txt, para. 1",
            [
                regex.compile(
                    r"A-HRC-10-1-fr.txt is in no paragraph; it is a file of the index: `indexer show`"
                )
            ],
        ),
        ("gone.txt", ["gone.txt is in no paragraph"]),
        ("humanrights", ["humanrights is in no paragraph; did you mean human rights?"]),
        ("humanrights minorities", ['did you mean "human rights" minorities? (1 paragraph)']),
        ("peace keeping", ["peace is in no paragraph", "did you mean peacekeeping? (1 paragraph)"]),
        ("harbou~1 xyzzy", ["xyzzy is in no paragraph", "without xyzzy: 1 paragraph"]),
        ("harbor", ["harbor is in no paragraph; did you mean harbour?"]),
        ("minorite lang:en", ["no paragraph has all of it; each part alone: minorite 1, lang:en 5"]),
        (
            "community minority",
            [
                "no paragraph has all of it; each part alone: community 1, minority 1",
                "without community: 1 paragraph",
            ],
        ),
        ("rights NOT (human OR labour)", ["NOT (human OR labour) takes out all 3 that the rest finds"]),
        ('"rights human"', ['"rights human" is in no paragraph; 2 have all of its words']),
        ('"community labour"', ['"community labour" is in no paragraph; none has all of its words']),
        ('"humna rights"', ['"humna rights" is in no paragraph; nowhere: humna; did you mean human?']),
        ('"humna r*s"', ['"humna r*s" is in no paragraph; nowhere: humna; did you mean human?']),
        (
            "human NEAR/1 minorities",
            ["human NEAR/1 minorities is in no paragraph; 1 has both, further apart"],
        ),
        ("rights PRE/1 human", ["rights PRE/1 human is in no paragraph; 2 have both, further apart"]),
        ("humna NEAR/1 rights", ["humna NEAR/1 rights is in no paragraph (humna; did you mean human?)"]),
        ("humna OR rihgts", [regex.compile(r"humna; did you mean human\?, rihgts; did you mean rights\?")]),
        (
            "rights/minorities",
            [
                regex.compile(
                    "^rights/minorities is in no .* side by side; 1 has them apart: rights minorities$"
                )
            ],
        ),
        (
            "light,peacekeeping",
            [regex.compile("^light,peacekeeping is in no .*; 1 has them apart: light peacekeeping$")],
        ),
        ("light/\u0301", ["light/\u0301 is in no paragraph"]),
        ("light/labour", ["light/labour is in no paragraph"]),
        ("harbourx*", ["harbourx* is in no paragraph; words that begin with harbour: harbour, harbours"]),
        ("harb*x", ["harb*x is in no paragraph; words that begin with harb: harbour, harbours"]),
        ("=Labour market =Market", ["=Market is in no paragraph in these very letters; market is in 1"]),
        ("MARKET", ["MARKET is in no paragraph in capitals; market is in 1"]),
        ("humna^2", ["humna^2 is in no paragraph; did you mean human?"]),
        ("2007", ["2007 is in no paragraph"]),
        ("night", ["night is in no paragraph; 1 stands below headings with it (section:night)"]),
        ("on labour", ["on is in no paragraph; 4 stand in documents with it in the title (title:on)"]),
        (
            "labour 2007..2009",
            [
                regex.compile(
                    r"^2007..2009 is in no paragraph; the year of documents is written year:2007..2009$"
                )
            ],
        ),
        ("labour 2008-08-29", [regex.compile("; the date of documents is written date:2008-08-29$")]),
        ("urges year:2008 lang:en", ["without urges: 4 paragraphs"]),
        ("=minorité kind:item year:2008", ["without year:2008: 1 paragraph"]),
        (
            "human near/5 rights",
            ["near/5 is in no paragraph; nearness is written NEAR/5, or PRE/5 for this order"],
        ),
        ("human ADJ2 rights", [regex.compile("nearness is written NEAR/5")]),
        ("https://undocs.org/A/HRC/9/8 labour", [regex.compile("; the document in it is A/HRC/9/8")]),
        ("resolution 1325", ["1325 is in no paragraph; it is in the symbol S/RES/1325(2000)"]),
        ("S/RES/1820 (2009)", ["S/RES/1820(2009) is not in the index"]),
        ("S/RES/1352 (2001)", ["S/RES/1352(2001) is not in the index; did you mean S/RES/1325(2000)?"]),
        (
            '"A/HRC/9/8" labour',
            [regex.compile('"A/HRC/9/8" is in no paragraph as words of the text; without quotation marks')],
        ),
        (
            "is the labour market has",
            [
                "no paragraph has all of it; each part alone: labour 1, market 1",
                "without is, the and has: 1 paragraph",
                "--any finds paragraphs that have only some of the words",
            ],
        ),
        (
            "harbour light market report peacekeeping",
            ["--any finds paragraphs that have only some of the words"],
        ),
        ("is of the and labour market has", ["without is, of, the, and and has: 1 paragraph"]),
        (
            "is of the peacekeeping labour market",
            ["without is, of, the and peacekeeping: 1 paragraph"],
        ),
        ("labour xyzzy of the state", ["without xyzzy: 1 paragraph"]),
        ("the xyzzy of", ["the other parts alone: the 4, of 2"]),
        ('"rights international labour market"', [regex.compile("none has all of its words")]),
        (
            '"human rights and the light of minorities"',
            [regex.compile("; none has all of its words; without light 1 has the others$")],
        ),
        ('"minorities minority 2008"', [regex.compile("1 has all of its words")]),
        ("xy", ["xy is in no paragraph"]),
        ("lang:xx", ["lang:xx is in no paragraph; the index holds en (5), fr (1)"]),
        (
            "kind:par",
            [
                (
                    "kind:par is in no paragraph; the index holds paragraph (4), item (1), operative (1); "
                    "did you mean paragraph?"
                )
            ],
        ),
        ("kind:paragaph", [regex.compile(r"holds paragraph .*; did you mean paragraph\?$")]),
        (
            "kind:table",
            ["kind:table is in no paragraph; the index holds paragraph (4), item (1), operative (1)"],
        ),
        ("kind:(operatif OR table)", [regex.compile(r"; did you mean operative\?$")]),
        ("kind:(operative OR paragaph)", [regex.compile(r"^kind:paragaph is .*did you mean paragraph\?$")]),
        ("lang:(en OR xx)", ["lang:xx is in no paragraph; the index holds en (5), fr (1)"]),
        ("body:HRD", ["body:HRD is in no paragraph; the index holds HRC (4); did you mean HRC?"]),
        ('body:"Human Right Council"', [regex.compile(r"holds HRC \(4\); did you mean HRC\?$")]),
        ("rights kind:paragaph", [regex.compile(r"^kind:paragaph is .*did you mean paragraph\?$")]),
        ("body:CHR", ["body:CHR is in no paragraph; the index holds HRC (4)"]),
        ("year:1850", ["year:1850 is in no paragraph; the index holds 2008 to 2009"]),
        ("year:..1850 OR x", [regex.compile("the index holds 2008 to 2009")]),
        ("date:1850-01", ["date:1850-01 is in no paragraph; the index holds 2008-08-29 to 2008-08-29"]),
        ("entity:ILO", ["entity:ILO is in no paragraph; the index holds none"]),
        ("title:rihgts", ["title:rihgts is in no paragraph; did you mean rights?"]),
        ("A/HRC/9/8, para. 9", ["A/HRC/9/8, para. 9 is in no paragraph; A/HRC/9/8 has paras. 1-4, no 9"]),
        ("A/1/2, para. 9", ["A/1/2, para. 9 is in no paragraph; A/1/2 is not in the index"]),
        ("number:77", ["number:77 is in no paragraph"]),
        ("A/HRC/9/88", ["A/HRC/9/88 is not in the index; did you mean A/HRC/9/8?"]),
        ("symbol:A/HRC/9/88", [regex.compile("did you mean A/HRC/9/8")]),
    ],
)
def test_notices(index: Index, text: str, notices: list[str | regex.Pattern[str]]) -> None:
    told = index.search(text).notices
    for notice in notices:
        if isinstance(notice, str):
            assert notice in told
        else:
            assert any(notice.search(one) for one in told), told


def test_long_groups_and_phrases_are_not_told_word_for_word(index: Index) -> None:
    for text in (" OR ".join(f"humna{nth}" for nth in range(300)), f'"{"humna " * 300}"'):
        (notice,) = index.search(text).notices
        assert notice.count("did you mean") <= 5


def test_only_a_word_that_is_nowhere_is_joined_with_its_neighbour(tmp_path: Path) -> None:
    texts = ["the treatment of the prisoners", "ofthe", "a harbour", "peacekeeping"]
    records = [made_record("A/HRC/9/8", nth, text) for nth, text in enumerate(texts, 1)]
    index = open_index(made_store(tmp_path / ".indexer", [[records]]).directory)
    assert not any("ofthe" in one for one in index.search("treatment of the harbor").notices)
    assert "did you mean peacekeeping? (1 paragraph)" in index.search("peace keeping").notices


def test_no_part_is_told_twice(index: Index) -> None:
    told = index.search("labour labour minorities").notices
    assert "no paragraph has all of it; each part alone: labour 1, minorities 2" in told


def test_filters_are_parts_too(index: Index) -> None:
    told = index.search("labour", lang="fr").notices
    assert "no paragraph has all of it; each part alone: labour 1, lang:fr 1" in told


def test_an_answer_needs_no_advice(index: Index) -> None:
    assert index.search("rights").notices == ()


def test_what_is_proposed_is_in_the_index(index: Index) -> None:
    commit = index._commits.newest()
    suggestions = Suggestions(commit.reader, commit.whole)
    chance = random.Random(4)  # noqa: S311 - the same every time
    known = sorted({word for text in TEXTS for word in regex.findall(r"\p{L}{4,}", text.lower())})
    proposed = 0
    for word in known:
        at = chance.randrange(1, len(word) - 1)
        wrong = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if wrong in known or wrong == word:
            continue
        found = suggestions.instead_of(wrong)
        assert all(index.search(f'"{one}"').total for one in found)
        assert word in found, wrong
        proposed += 1
    assert proposed > 10


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("qwerty", []),
        ("twnety", ["twenty"]),
        ("goverment", ["government"]),
        ("ogvernment", ["government"]),
        ("gobernmant", ["government"]),
        ("lightsx", ["lights", "light"]),
    ],
)
def test_proposed_is_what_is_near_and_no_slip_of_a_report(
    tmp_path: Path, typed: str, proposed: list[str]
) -> None:
    texts = ["The government lit twenty lights."] * 60 + ["The governemnt lit one light.", "One light."]
    made_store(tmp_path, [[[made_record("A/1", nth, text) for nth, text in enumerate(texts, 1)]]])
    commit = open_index(tmp_path)._commits.newest()
    assert Suggestions(commit.reader, commit.whole).instead_of(typed) == proposed


@pytest.mark.parametrize("text", ["", ".", "a", "٣٤٥", "人", "x" * 500, "a-b-c", "A/HRC/9/8"])
def test_nothing_sensible_is_proposed_for_no_word(index: Index, text: str) -> None:
    commit = index._commits.newest()
    assert Suggestions(commit.reader, commit.whole).instead_of(text) == []
