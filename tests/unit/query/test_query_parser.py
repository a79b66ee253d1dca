from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import QuerySyntaxError
from indexer.query.parser import MAX_DEPTH, parse_query
from indexer.query.scan import MAX_LENGTH
from indexer.query.tree import (
    And,
    Citation,
    Exact,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Run,
    Symbol,
    Word,
)


def run(*words: str) -> Run:
    return Run(tuple(Word(word) for word in words))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("police", Word("police")),
        ("police minorities", run("police", "minorities")),
        ("police and minorities", run("police", "and", "minorities")),
        ("police, minorities!", run("police", "minorities")),
        ("a AND b", And((Word("a"), Word("b")))),
        ("a b AND c", And((run("a", "b"), Word("c")))),
        ("a OR b AND c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("(a OR b) AND c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("((a))", Word("a")),
        ('"on the rights"', Phrase("on the rights")),
        ("“on the  rights”", Phrase("on the rights")),
        ("polic*", Prefix("polic")),
        ("police~", Fuzzy("police", 1)),
        ("police~2", Fuzzy("police", 2)),
        ("=ILO", Exact("ILO")),
        ("ILO -police", Run((Word("ILO"), Not(Word("police"))))),
        ("ILO NOT police", Run((Word("ILO"), Not(Word("police"))))),
        ("ILO AND NOT (a OR b)", And((Word("ILO"), Not(Or((Word("a"), Word("b"))))))),
        ('ILO -"the police"', Run((Word("ILO"), Not(Phrase("the police"))))),
        ("self-determination", Word("self-determination")),
        ("a NEAR/5 b", Near(Word("a"), Word("b"), 5)),
        ("a NEAR/5 b NEAR/2 c", Near(Near(Word("a"), Word("b"), 5), Word("c"), 2)),
        ("a NEAR/9 (b* OR c)", Near(Word("a"), Or((Prefix("b"), Word("c"))), 9)),
        ("x a NEAR/2 b y", Run((Word("x"), Near(Word("a"), Word("b"), 2), Word("y")))),
        ("body:HRC police", Run((Field("body", Word("HRC")), Word("police")))),
        ("BODY:hrc", Field("body", Word("hrc"))),
        ("year:2007..2009", Field("year", Range("2007", "2009"))),
        ("year:2007..", Field("year", Range("2007", None))),
        ("year:..2009", Field("year", Range(None, "2009"))),
        ("date:2008-08..2008-09-30", Field("date", Range("2008-08", "2008-09-30"))),
        ("number:7.3..7.10", Field("number", Range("7.3", "7.10"))),
        ("number:138.2", Field("number", Word("138.2"))),
        ("title:(police OR rights)", Field("title", Or((Word("police"), Word("rights"))))),
        ('section:"thematic expertise"', Field("section", Phrase("thematic expertise"))),
        ("lang:(en OR fr)", Field("lang", Or((Word("en"), Word("fr"))))),
        ("A/HRC/9/8", Symbol("A/HRC/9/8")),
        ("a/hrc/9/8", Symbol("A/HRC/9/8")),
        ("A/HRC/*", Symbol("A/HRC", under=True)),
        ("A/HRC/1*", Field("symbol", Prefix("A/HRC/1"))),
        ("A/HRC/9/*", Symbol("A/HRC/9", under=True)),
        ("A/HRC/9/8, para. 10", Citation("A/HRC/9/8, para. 10")),
        (
            "police A/HRC/9/8, paras. 10-12 (a OR b)",
            Run((Word("police"), Citation("A/HRC/9/8, paras. 10-12"), Or((Word("a"), Word("b"))))),
        ),
        ("symbol:A/HRC/9", Field("symbol", Word("A/HRC/9"))),
        ("symbol:A/HRC/9/8", Field("symbol", Word("A/HRC/9/8"))),
        ("symbol:A/HRC/*", Field("symbol", Prefix("A/HRC/"))),
        ('cites:"A/CONF.189/12, para. 74 (a)"', Field("cites", Phrase("A/CONF.189/12, para. 74 (a)"))),
        ("cites:A/CONF.189/12", Field("cites", Word("A/CONF.189/12"))),
        ("and/or", Word("and/or")),
        ("18:30", Word("18:30")),
        ("note: police", run("note", "police")),
        ("police & rights", run("police", "rights")),
        ("人权", Word("人权")),
    ],
)
def test_tree(text: str, tree: Node) -> None:
    read = parse_query(text).root
    assert read == tree
    assert parse_query(str(read)).root == read


def test_what_has_no_letters_is_told() -> None:
    assert parse_query("police & rights —").ignored == ("&", "—")


def test_any_word_is_noted() -> None:
    assert parse_query("a b", any_word=True).any_word


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "no word", 0),
        ("   ", "no word", 0),
        ("...", "no word", 0),
        ('"', "no partner", 0),
        ('police "on the', "no partner", 7),
        ("police”", "closes nothing", 6),
        ("(police", "not closed", 0),
        ("a (b (c)", "not closed", 2),
        ("police)", "closes nothing", 6),
        ("()", "nothing between", 0),
        ("AND police", "before “AND”", 0),
        ("police OR", "after “OR”", 7),
        ("police AND OR rights", "before “OR”", 11),
        ("-police", "NOT alone", 0),
        ("NOT police", "NOT alone", 0),
        ("-a -b", "NOT alone", 0),
        ("a OR -b", "NOT cannot stand in an OR", 5),
        ("a NOT NOT b", "something is missing", 6),
        ("a NEAR b", "distance", 2),
        ("a NEAR/0 b", "distance", 2),
        ("a NEAR/100 b", "distance", 2),
        ("a NEAR/5 (b AND c)", "NEAR joins", 9),
        ("a NEAR/5 body:HRC", "NEAR joins", 9),
        ("p*l", "cannot stand inside", 0),
        ("*", "needs letters", 0),
        ("police~3", "1 or 2", 0),
        ("colour:red", "no field “colour”", 0),
        ("year:abc", "a year such as", 5),
        ("year:2009..2007", "backwards", 5),
        ("body:HRC..CRC", "no order", 5),
        ("lang:English", "language code", 5),
        ("date:yesterday", "a date such as", 5),
        ("page:iv", "a page number", 5),
        ("year:200*", "not *", 5),
        ("year:..", "at least one end", 5),
        ("body:AND", "needs a value", 0),
        ("body:(a NEAR/2 b)", "cannot hold", 5),
        ("(" * (MAX_DEPTH + 2) + "a" + ")" * (MAX_DEPTH + 2), "brackets inside", MAX_DEPTH),
        ("a" * 10_000, "characters, at most", MAX_LENGTH),
        ("a " * 3_000, "words and signs", 2_000),
    ],
)
def test_errors_say_what_and_where(text: str, message: str, place: int) -> None:
    with pytest.raises(QuerySyntaxError, match=message) as caught:
        parse_query(text)
    assert caught.value.span[0] == place
    assert "^" in str(caught.value)


WORDS = st.sampled_from(
    ["police", "Rights", "ILO", "self-determination", "2008", "droits", "人权", "and", "co2"]
)
LEAVES: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(Word),
    WORDS.map(Prefix),
    st.builds(Fuzzy, WORDS, st.sampled_from([1, 2])),
    WORDS.map(Exact),
    st.lists(WORDS, min_size=1, max_size=4).map(" ".join).map(Phrase),
    st.sampled_from(["A/HRC/9/8", "E/CN.4/2004/87", "A/RES/60/147"]).map(Symbol),
    st.just(Symbol("A/HRC/9", under=True)),
    st.just(Citation("A/HRC/9/8, para. 10")),
    st.builds(Field, st.sampled_from(["body", "kind", "entity"]), WORDS.map(Word)),
    st.just(Field("year", Range("2007", None))),
    st.builds(Field, st.sampled_from(["title", "section"]), WORDS.map(Phrase)),
)
PLACED: st.SearchStrategy[Node] = st.one_of(WORDS.map(Word), WORDS.map(Prefix), WORDS.map(Phrase))


def several(
    make: type[Node], nodes: st.SearchStrategy[Node], banned: tuple[type, ...]
) -> st.SearchStrategy[Node]:
    fit = nodes.filter(lambda node: not isinstance(node, banned))
    return st.lists(fit, min_size=2, max_size=4).map(tuple).map(make)


def grow(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    positive = nodes.filter(lambda node: not isinstance(node, Not))
    negative = st.builds(Not, positive)
    return st.one_of(
        several(Run, positive, (Run,)),
        several(And, positive, (And,)),
        several(Or, positive, (Or,)),
        st.builds(Near, PLACED, PLACED, st.integers(1, 99)),
        st.builds(
            lambda first, second: And((first, second)),
            positive.filter(lambda n: not isinstance(n, And)),
            negative,
        ),
        st.builds(
            lambda first, second: Run((first, second)),
            positive.filter(lambda n: not isinstance(n, Run)),
            negative,
        ),
    )


@settings(max_examples=300)
@given(st.recursive(LEAVES, grow, max_leaves=8))
def test_a_tree_reads_back_from_its_text(tree: Node) -> None:
    assert parse_query(str(tree)).root == tree


@settings(max_examples=500)
@given(st.text(alphabet='ab AND OR NOT NEAR/5 ()"“”-=*~:./,A/HRC9 year', max_size=60))
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    try:
        query = parse_query(text)
    except QuerySyntaxError as error:
        assert 0 <= error.span[0] <= len(text)  # noqa: PT017 - either outcome is right
        return
    assert parse_query(str(query)).root == query.root


@given(st.text(max_size=80))
def test_any_unicode_is_a_query_or_a_query_error(text: str) -> None:
    try:
        parse_query(text)
    except QuerySyntaxError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
