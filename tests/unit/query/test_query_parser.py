from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import QuerySyntaxError
from indexer.query.leaf_nodes import (
    Citation,
    Exact,
    Fuzzy,
    OpenPhrase,
    Phrase,
    Prefix,
    Range,
    Symbol,
    Wildcard,
    Word,
)
from indexer.query.parser import MAX_DEPTH, parse_query
from indexer.query.scan import MAX_LENGTH
from indexer.query.tree import And, Before, Boost, Field, Near, Node, Not, Or, Run


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
        ("resolution 46/130 A and B", Run((Symbol("A/RES/46/130A"), Word("and"), Word("B")))),
        ("a NEAR/5 b", Near(Word("a"), Word("b"), 5)),
        ("a NEAR/5 b NEAR/2 c", Near(Near(Word("a"), Word("b"), 5), Word("c"), 2)),
        ("a NEAR/9 (b* OR c)", Near(Word("a"), Or((Prefix("b"), Word("c"))), 9)),
        ("a PRE/5 b", Before((Word("a"), Word("b")), 5)),
        ("a PRE/5 b NEAR/2 c", Near(Before((Word("a"), Word("b")), 5), Word("c"), 2)),
        ('"a b" PRE/2 (c* OR =Who)', Before((Phrase("a b"), Or((Prefix("c"), Exact("Who")))), 2)),
        ("=who NEAR/2 a", Near(Exact("who"), Word("a"), 2)),
        ("organi*ation", Wildcard("organi*ation")),
        ("wom?n", Wildcard("wom?n")),
        ("wom?n's", Wildcard("wom?n's")),
        ("wom?n?", Wildcard("wom?n")),
        ("polic?*, and", Run((Wildcard("polic?*"), Word("and")))),
        ("polic**", Prefix("polic")),
        ("polic*.", Prefix("polic")),
        ("self-determin*", Prefix("self-determin")),
        ('"climate chang*"', OpenPhrase("climate chang*")),
        ("see.aspx?id=7", Word("see.aspx?id=7")),
        ('"at www.un.org/a?b wom?n"', OpenPhrase("at www.un.org/a?b wom?n")),
        ('"at www.un.org/a?b"', Phrase("at www.un.org/a?b")),
        ('"wom?n and men?"', OpenPhrase("wom?n and men?")),
        ('"a * b"', Phrase("a * b")),
        ('"shall ** [CMA"', Phrase("shall ** [CMA")),
        ('"shall **[CMA"', Phrase("shall **[CMA")),
        ('"世界 人权*"', Phrase("世界 人权")),
        ("word^2", Boost((Word("word"),), 2)),
        ('"a phrase"^0.5', Boost((Phrase("a phrase"),), 0.5)),
        ("(a OR b)^3", Boost((Or((Word("a"), Word("b"))),), 3)),
        ("((a b)^3)^2", Boost((Boost((run("a", "b"),), 3),), 2)),
        ("a^2 NEAR/5 b", Near(Boost((Word("a"),), 2), Word("b"), 5)),
        ("(a NEAR/5 b)^2 c", Run((Boost((Near(Word("a"), Word("b"), 5),), 2), Word("c")))),
        ("polic*^2 police~^0.5", Run((Boost((Prefix("polic"),), 2), Boost((Fuzzy("police"),), 0.5)))),
        ("title:police^2", Boost((Field("title", Word("police")),), 2)),
        ("title:(police^2 OR army)", Field("title", Or((Boost((Word("police"),), 2), Word("army"))))),
        ("title:(a PRE/3 b)", Field("title", Before((Word("a"), Word("b")), 3))),
        ("A/HRC/9/8, para. 10^2", Boost((Citation("A/HRC/9/8, para. 10"),), 2)),
        ("police,^2 a", Run((Boost((Word("police"),), 2), Word("a")))),
        ("x a NEAR/2 b y", Run((Word("x"), Near(Word("a"), Word("b"), 2), Word("y")))),
        ("body:HRC police", Run((Field("body", Word("HRC")), Word("police")))),
        ("BODY:hrc", Field("body", Word("hrc"))),
        ("year:2007..2009", Field("year", Range("2007", "2009"))),
        ("year:2007-2009", Field("year", Range("2007", "2009"))),
        ("year:2007–2009,", Field("year", Range("2007", "2009"))),
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
        ("A/HRC/9/8@en#p10", Citation("A/HRC/9/8@en#p10")),
        ("id:A/HRC/9/8@en#p10", Citation("A/HRC/9/8@en#p10")),
        ("police ID:a/hrc/9/8@en#p10", Run((Word("police"), Citation("a/hrc/9/8@en#p10")))),
        ("file:a/b.pdf@en#p3", Citation("file:a/b.pdf@en#p3")),
        (" id:file:a/b.pdf@en#p3 ", Citation("file:a/b.pdf@en#p3")),
        ("file:a b (1)@2.pdf@fr#annex-I.p3.a", Citation("file:a b (1)@2.pdf@fr#annex-I.p3.a")),
        ("(file:A-HRC/9/8.pdf@en#t1 OR lens)", Or((Citation("file:A-HRC/9/8.pdf@en#t1"), Word("lens")))),
        ("file:x.txt@en#p1, lens", Run((Citation("file:x.txt@en#p1"), Word("lens")))),
        ("A/HRC/9/8 file:x@en#p1", Run((Symbol("A/HRC/9/8"), Citation("file:x@en#p1")))),
        ("file:x@en#p1 file:y@en#p1", Run((Citation("file:x@en#p1"), Citation("file:y@en#p1")))),
        ("A/HRC/9/8, para. 7@en#p1", Run((Citation("A/HRC/9/8, para. 7"), Word("@en#p1")))),
        ("(A/HRC/9/8#annex-I.p3.a.ii).", Citation("A/HRC/9/8#annex-I.p3.a.ii")),
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
        # pasted as they are
        ("the State's duty", run("the", "State's", "duty")),
        ("the State’s duty", run("the", "State’s", "duty")),
        ("‘the duty’", run("the", "duty")),
        ("What is it?", run("What", "is", "it")),
        ("¿Qué es?", run("Qué", "es")),
        ("rights - duties", run("rights", "duties")),
        ("rights — duties", run("rights", "duties")),
        ("rights—duties", Word("rights—duties")),
        ("e.g. police", run("e.g.", "police")),
        ("the U.N.", run("the", "U.N.")),
        ("the end.", run("the", "end")),
        ("his/her rights", run("his/her", "rights")),
        ("art. 5(b), of", run("art", "5", "b", "of")),
        ("duty (…) to protect", run("duty", "to", "protect")),
        ("id=3", Word("id=3")),
        ("~50 people", run("~50", "people")),
        ("http://www.un.org/en", Word("http://www.un.org/en")),
        ("10:30", Word("10:30")),
        ('“a duty"', Phrase("a duty")),
        ("”a duty”", Phrase("a duty")),
        ("«a duty»", Phrase("a duty")),
        ("»a duty«", Phrase("a duty")),
        ("„a duty“", Phrase("a duty")),
        ('“a "quoted" duty”', Phrase("a quoted duty")),
        ("'A/HRC/9/8'", Symbol("A/HRC/9/8")),
        ("police * army", run("police", "army")),
        ("='=Who", Exact("Who")),
        ("A/HRC/9/8- A/HRC/*", Run((Symbol("A/HRC/9/8"), Symbol("A/HRC", under=True)))),
        ("a AND- polic*-", And((Word("a"), Prefix("polic")))),
        ("two- and threefold", run("two", "and", "threefold")),
        ("a -A/HRC/9/8", Run((Word("a"), Not(Symbol("A/HRC/9/8"))))),
        ("A/HRC/9/8..A/HRC/10/1", Run((Symbol("A/HRC/9/8"), Symbol("A/HRC/10/1")))),
        ("a AND, b", And((Word("a"), Word("b")))),
        ("rights -& duties", run("rights", "duties")),
        ("权利，义务。", run("权利", "义务")),
        ("حق، واجب؟", run("حق", "واجب")),
        ("“权利，义务”", Phrase("权利，义务")),
        ("year:٢٠٠٧..２００９", Field("year", Range("2007", "2009"))),
        ("(A/HRC/9/8) para. 10", Run((Symbol("A/HRC/9/8"), Word("para"), Word("10")))),
    ],
)
def test_tree(text: str, tree: Node) -> None:
    read = parse_query(text).root
    assert read == tree
    assert parse_query(str(read)).root == read


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("police & rights —", ("&", "—")),
        ("police * rights", ("*",)),
        ("police - rights", ("-",)),
        ("police -- rights", ("--",)),
        ("police ^2 rights", ("^",)),
        ("police &^2", ("&", "^2")),
        ("police (…) rights", ("…",)),
        ("police ? rights", ("?",)),
        ("police, rights.", ()),
        ('police "…" rights', ('"…"',)),
        ("C++ police", ("++",)),
        ("50%, #police (@rights)", ("%", "#", "@")),
        ('"50% of $100"', ("%", "$")),
        ("police|rights", ("|",)),
        ("!police (!rights)", ("!police", "!rights")),
        ('a !"police rights"', ('!"police rights"',)),
        ("police! ¡rights! =WHO polic* police~1 police^2 R&D", ()),
    ],
)
def test_what_has_no_letters_is_told(text: str, ignored: tuple[str, ...]) -> None:
    assert parse_query(text).ignored == ignored


def test_any_word_is_noted() -> None:
    assert parse_query("a b", any_word=True).any_word


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "query is empty", 0),
        ("   ", "query is empty", 0),
        ("...", "no word", 0),
        ('"', "no partner", 0),
        ('police "on the', "no partner", 7),
        ("police”", "closes nothing", 6),
        ("(police", "not closed", 0),
        ("a (b (c)", "not closed", 2),
        ("police)", "closes nothing", 6),
        ("()", "nothing between", 0),
        ("rights -(…) police", "nothing between", 8),
        ("title:(…) police", "nothing between", 6),
        ("a AND (…) b", "nothing between", 6),
        (":)", "missing before", 1),
        ("cites:e.g.", "not a citation", 6),
        ("cites:(A/HRC/9/8 OR x)", "not a citation", 6),
        ("AND police", "before “AND”", 0),
        ("police OR", "after “OR”", 7),
        ("police AND OR rights", "before “OR”", 11),
        ("-police", "NOT alone", 0),
        ("NOT police", "NOT alone", 0),
        ("-a -b", "NOT alone", 0),
        ("a OR -b", "NOT cannot stand in an OR", 5),
        ("a NOT NOT b", "NOT of NOT", 2),
        ("a NEAR b", "distance", 2),
        ("a NEAR/0 b", "distance", 2),
        ("a NEAR/100 b", "distance", 2),
        ("a NEAR/5 (b AND c)", "NEAR joins", 9),
        ("a NEAR/5 body:HRC", "NEAR joins", 9),
        ("*", "no word in this query; \\* needs letters", 0),
        ("police~3", "1 or 2", 0),
        ("a PRE/0 b", "PRE needs a distance from 1 to 99, such as PRE/5", 2),
        ("a PRE/5", "after “PRE/5”", 2),
        ("PRE/5 a", "before “PRE/5”", 0),
        ("a NEAR/x b", "write NEAR/5", 2),
        ("a W/5 b", "write NEAR/5", 2),
        ("a NEAR/5 (NOT b)", r"\(a NEAR/5 b\) NOT c", 9),
        ("a NEAR/5 NOT b", r"\(a NEAR/5 b\) NOT c", 9),
        ("(NOT a) PRE/5 b", r"\(a PRE/5 b\) NOT c", 0),
        ("a NEAR/5 (b c)", "quotation marks", 9),
        ("a NEAR/5 (b OR (c AND d))", "beside them with AND", 9),
        (" NEAR/1 ".join("a" * 50), "in a row", 362),
        ("x OR (NOT a)", "NOT cannot stand in an OR", 5),
        ("title:(NOT a)", "NOT alone", 6),
        ("title:(a OR -b)", "NOT cannot stand in an OR", 12),
        ("a AND NOT (-b)", "NOT of NOT", 6),
        ("*ation", "cannot begin with *", 0),
        ("?olice", "cannot begin with ?", 0),
        ("a AND **bold**", r"cannot begin with \*", 6),
        ("A/HRC/*/8", "at its end only", 0),
        ('a "*ation b"', r"cannot begin with \*", 2),
        ("60/2?1", "not of a number", 0),
        ("=poli*", "in its very letters", 0),
        ("=wom?n", "in its very letters", 0),
        ("poli*e~1", "wildcards or ~", 0),
        ('"a b"~5', "NEAR/5", 5),
        ("a^", "weight from 0.1 to 100", 1),
        ("a^x", "weight from 0.1 to 100", 1),
        ("a^0", "weight from 0.1 to 100", 1),
        ("a^-1", "weight from 0.1 to 100", 1),
        ("a^101", "weight from 0.1 to 100", 1),
        ("a^2^3", "one weight", 3),
        ("b -a^2", "no score", 4),
        ("b NOT (a^2 OR c)", "no score", 8),
        ("b body:HRC^2", "no score", 10),
        ("A/HRC/9/8^2", "no score", 9),
        ("body:(a^2)", "no score|cannot hold", 5),
        ("colour:red", "no field “colour”", 0),
        ("sybmol:A", "did you mean symbol:", 0),
        ("file:a/b.pdf", "id of a record", 0),
        ("lens id:A/HRC/9/8", "id of a record", 5),
        ("id:p10", "id of a record", 0),
        ("language:en", "did you mean lang:", 0),
        ("title:*", "needs a value", 0),
        ("kind:*", "needs a value", 5),
        ('body:""', "needs a value", 5),
        ('title:"."', "needs a value", 0),
        ("kind:para*ph", "at the end of a value", 5),
        ("symbol:A/HRC/9/8, para. 10", "leave symbol: out", 7),
        ("buoys A/HRC/9/8@en#zz", "not an address", 19),
        ('A/HRC/9/8#p1PRE/2 ""', "not an address", 10),
        ("year:2009-2007", "backwards", 5),
        ("year:2007-09", r"such as 2007\.\.2009", 5),
        ("body:HRC..CRC", "one OR another", 5),
        ("year:abc", "a year such as", 5),
        ("year:2009..2007", "backwards", 5),
        ("body:HRC..CRC", "no order", 5),
        ("lang:Frensh", "did you mean French", 5),
        ("lang:en,fr", "several stand in brackets: lang:.en OR fr.", 5),
        ("year:2007,2008", "several stand in brackets: year:.2007 OR 2008.", 5),
        ("lang:Latvian", "needs a language such as en or French", 5),
        ("date:yesterday", "a date such as", 5),
        ("date:2012-99", "a date such as", 5),
        ("date:2012-13-45", "a date such as", 5),
        ("date:2012-00", "a date such as", 5),
        ("date:2012-01-32", "a date such as", 5),
        ("date:2012-02..2012-99", "a date such as", 5),
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
    assert ("^" in str(caught.value)) is bool(text.strip())


WORDS = st.sampled_from(
    ["police", "Rights", "ILO", "self-determination", "2008", "droits", "人权", "and", "co2"]
)
LEAVES: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(Word),
    WORDS.map(Prefix),
    st.sampled_from(["wom?n", "organi*ation", "self-deter?in*"]).map(Wildcard),
    st.sampled_from(["climate chang*", "wom?n and men", "on the r*s"]).map(OpenPhrase),
    st.builds(Fuzzy, WORDS, st.sampled_from([1, 2])),
    WORDS.map(Exact),
    st.lists(WORDS, min_size=1, max_size=4).map(" ".join).map(Phrase),
    st.sampled_from(["A/HRC/9/8", "E/CN.4/2004/87", "A/RES/60/147"]).map(Symbol),
    st.just(Symbol("A/HRC/9", under=True)),
    st.just(Citation("A/HRC/9/8, para. 10")),
    st.just(Citation("file:a b/c.pdf@en#annex.p3")),
    st.builds(Field, st.sampled_from(["body", "kind", "entity"]), WORDS.map(Word)),
    st.just(Field("year", Range("2007", None))),
    st.builds(Field, st.sampled_from(["title", "section"]), WORDS.map(Phrase)),
)
PLACED: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(Word),
    WORDS.map(Prefix),
    WORDS.map(Phrase),
    WORDS.map(Exact),
    st.just(Wildcard("wom?n")),
    st.just(Or((Word("a"), OpenPhrase("b c*")))),
    st.just(Boost((Word("a"),), 0.25)),
)


@st.composite
def leaves(draw: st.DrawFn) -> Node:
    return draw(LEAVES)


@st.composite
def placed(draw: st.DrawFn) -> Node:
    return draw(PLACED)


def several(
    make: type[Node], nodes: st.SearchStrategy[Node], banned: tuple[type, ...]
) -> st.SearchStrategy[Node]:
    fit = nodes.filter(lambda node: type(node) not in banned)
    return st.lists(fit, min_size=2, max_size=4).map(tuple).map(make)


def grow(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    positive = nodes.filter(lambda node: not isinstance(node, Not))
    negative = st.builds(Not, positive.filter(lambda node: "^" not in str(node)))
    weighable = positive.filter(lambda node: not isinstance(node, Symbol | Field))
    return st.one_of(
        several(Run, positive, (Run,)),
        several(And, positive, (And,)),
        several(Or, positive, (Or,)),
        st.builds(Near, placed(), placed(), st.integers(1, 99)),
        st.builds(Before, st.tuples(placed(), placed()), st.integers(1, 99)),
        st.builds(Near, st.just(Before((Word("a"), Word("b")), 3)), placed(), st.integers(1, 99)),
        st.builds(Boost, st.tuples(weighable), st.sampled_from([0.1, 0.5, 2, 99.99, 100])),
        st.builds(
            lambda first, second: And((first, second)),
            positive.filter(lambda n: type(n) is not And),
            negative,
        ),
        st.builds(
            lambda first, second: Run((first, second)),
            positive.filter(lambda n: type(n) is not Run),
            negative,
        ),
    )


@settings(max_examples=500)
@given(st.recursive(leaves(), grow, max_leaves=8))
def test_a_tree_reads_back_from_its_text(tree: Node) -> None:
    assert parse_query(str(tree)).root == tree


PIECES = st.sampled_from(
    [
        *(
            "police",
            "rights",
            "State’s",
            "ILO",
            "A/HRC/9/8",
            "A/HRC/9/8, para. 10",
            "A/HRC/*",
            "60/251",
            "10",
        ),
        *("para. 10", "of", "resolution", "paras. 9-11", "annex I", "e.g.", "wom?n", "polic*", "a~1", "=Who"),
        *(
            "AND",
            "OR",
            "NOT",
            "NEAR/5",
            "PRE/3",
            "NEAR",
            "(",
            ")",
            '"',
            "“",
            "”",
            "„",
            "«",
            "»",
            "'",
            "’",
            "-",
        ),
        *("–", "—", "…", "..", ".", ",", ":", ";", "?", "!", "*", "^2", "^", "~", "=", "/", "&", "title:"),
        *(
            "year:",
            "id:",
            "file:",
            "@en#p1",
            "2007..2009",
            "symbol:",
            "cites:",
            "http://",
            "人权",
            "حقوق",
            "\u0301",
            "\u200b",
            "\n",
            "x",
        ),
    ]
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=14).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


@settings(max_examples=2_000)
@given(st.one_of(TEXTS, st.text(alphabet='ab AND OR NOT NEAR/5 ()"“”-=*?^~:./,A/HRC9 year', max_size=60)))
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
        query = parse_query(text)
    except QuerySyntaxError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
        return
    assert parse_query(str(query)).root == query.root


@pytest.mark.parametrize("phrase", ["A/HRC/9/8, paras. 19-17", "see A/HRC/9/8, para. 5.135–3.137."])
def test_quoted_words_need_not_make_sense_as_a_citation(phrase: str) -> None:
    assert parse_query(f'"{phrase}"').root == Phrase(phrase)
    assert f'"{phrase}"' in str(parse_query(f'rights NOT "{phrase}"').root)
    with pytest.raises(QuerySyntaxError, match="runs backwards"):
        parse_query(phrase)
