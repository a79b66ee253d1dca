"""References of records: what is cited, from where, and which "ibid." is certain enough to follow."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.annotate import annotate
from indexer.annotate.references import LARGEST_COUNT, CitationTrail, find_references
from indexer.model import Footnote, Record, Reference
from tests.unit.made_up import made_record


def record(
    text: str,
    *,
    notes: tuple[Footnote, ...] = (),
    symbol: str | None = "A/HRC/9/8",
    body: str | None = "HRC",
    order: int = 1,
) -> Record:
    return made_record(symbol, order, text, footnotes=notes, body=body)


def note(mark: str, text: str, at: int | None = 0) -> Footnote:
    return Footnote(mark=mark, text=text, at=at, page=1)


def targets(references: tuple[Reference, ...]) -> list[tuple[str, str | None]]:
    return [(reference.target, reference.address) for reference in references]


def test_a_reference_stands_where_the_citation_stands() -> None:
    text = "pursuant to paragraph 74 (a) of the Durban Programme of Action, which urged States"
    (reference,) = find_references(record(text))
    assert reference == Reference(
        citation="paragraph 74 (a) of the Durban Programme of Action",
        target="A/CONF.189/12",
        address="p74.a",
        start=12,
        end=62,
    )
    assert text[reference.start : reference.end] == reference.citation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no citation, and/or none", []),
        ("see A/HRC/4/109", [("A/HRC/4/109", None)]),
        ("A/HRC/4/109, paras. 11-12", [("A/HRC/4/109", "p11"), ("A/HRC/4/109", "p12")]),
        ("see A/HRC/4/109, p. 4", [("A/HRC/4/109", None)]),
        ("see A/HRC/4/109, annex", [("A/HRC/4/109", "annex")]),
        ("see A/HRC/4/109 (ibid., para. 3)", [("A/HRC/4/109", None), ("A/HRC/4/109", "p3")]),
        ("(ibid., para. 3)", []),
        ("see para. 12 above", [("A/HRC/9/8", "p12")]),
        ("see A/HRC/4/109; para. 12 above; ibid., para. 3", [
            ("A/HRC/4/109", None), ("A/HRC/9/8", "p12"),
        ]),
        ("A/HRC/9/8 page 4", []),
        ("A/HRC/9/8", []),
        ("A/HRC/9/8, para. 3", [("A/HRC/9/8", "p3")]),
        ("in its resolution 5/1", [("A/HRC/RES/5/1", None)]),
        ("in paragraph 3 it said", []),
    ],
)  # fmt: skip
def test_what_a_record_cites(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert targets(find_references(record(text))) == expected


def test_a_document_without_a_symbol_cites_but_is_not_cited() -> None:
    found = find_references(record("para. 12 above and A/HRC/4/109", symbol=None, body=None))
    assert targets(found) == [("A/HRC/4/109", None)]


@pytest.mark.parametrize(
    ("symbol", "text", "is_found"),
    [
        ("A/HRC/9/8", "in paragraph 8 of this decision", 0),
        ("A/HRC/9/8", "in paragraph 8 of this report", 1),
        ("S/RES/2781(2025)", "in paragraph 8 of this resolution", 1),
        ("A/C.3/78/L.60", "in paragraph 8 of the present resolution", 1),
    ],
)
def test_a_report_is_no_resolution(symbol: str, text: str, is_found: int) -> None:
    assert targets(find_references(record(text, symbol=symbol))) == [(symbol, "p8")] * is_found


def test_the_bracket_that_closes_one_inside_belongs_to_the_citation() -> None:
    found = find_references(
        record("(see paragraph 3 of the report of the Board (S/2024/1)); A/HRC/4/109 (para. 5).")
    )
    assert [one.citation for one in found] == [
        "paragraph 3 of the report of the Board (S/2024/1)",
        "A/HRC/4/109 (para. 5)",
    ]


def test_long_ranges_are_cut() -> None:
    assert len(find_references(record("A/HRC/4/109, paras. 1-900"))) == LARGEST_COUNT


def test_references_in_a_footnote_stand_at_its_mark() -> None:
    one = record(
        "Minorities matter.",
        notes=(note("1", "A/HRC/4/109, para. 3.", at=10), note("2", "S/2024/1", at=None)),
    )
    assert find_references(one) == (
        Reference(citation="A/HRC/4/109, para. 3", target="A/HRC/4/109", address="p3", start=10, end=10),
        Reference(citation="S/2024/1", target="S/2024/1", address=None, start=18, end=18),
    )


def chain(*notes: tuple[str, str]) -> list[tuple[str, str | None]]:
    """Return what the notes cite, each note in a record of its own."""
    trail = CitationTrail()
    return [
        target
        for order, (mark, text) in enumerate(notes, 1)
        for target in targets(find_references(record("Text.", notes=(note(mark, text),), order=order), trail))
    ]


def test_ibid_means_the_note_before_over_records() -> None:
    assert chain(
        ("1", "A/HRC/4/109, para. 3."), ("2", "Ibid., para. 5."), ("3", "See ibid., paras. 7-8.")
    ) == [
        ("A/HRC/4/109", "p3"),
        ("A/HRC/4/109", "p5"),
        ("A/HRC/4/109", "p7"),
        ("A/HRC/4/109", "p8"),
    ]


def test_ibid_inside_a_note_means_what_stands_before_it() -> None:
    assert chain(("1", "S/2024/1."), ("2", "A/HRC/4/109, para. 3; see also ibid., para. 5.")) == [
        ("S/2024/1", None),
        ("A/HRC/4/109", "p3"),
        ("A/HRC/4/109", "p5"),
    ]


@pytest.mark.parametrize(
    ("notes", "why"),
    [
        ([("1", "A/HRC/4/109; S/2024/1."), ("2", "Ibid., para. 5.")], "two documents in the note before"),
        ([("1", "A/HRC/4/109."), ("3", "Ibid., para. 5.")], "a note between was not read"),
        (
            [("1", "A/HRC/4/109."), ("2", "Interview, 2008."), ("3", "Ibid., para. 5.")],
            "another source between",
        ),
        ([("7", "A/HRC/4/109."), ("1", "Ibid., para. 5.")], "numbers start again"),
        ([("a", "A/HRC/4/109."), ("b", "Ibid., para. 5.")], "marks without numbers"),
        ([("1", "See para. 12 above."), ("2", "Ibid., para. 5.")], "a place in this document"),
        ([("1", "Ibid., para. 5.")], "nothing before"),
        (
            [("1", "A/HRC/4/109."), ("2", "Interview with a witness (ibid., para. 5).")],
            "something stands before it",
        ),
    ],
)
def test_ibid_is_left_alone_when_it_is_not_certain(notes: list[tuple[str, str]], why: str) -> None:
    assert "p5" not in [address for _, address in chain(*notes)], why


def test_an_unknown_ibid_breaks_the_chain() -> None:
    notes = (("1", "A/HRC/4/109."), ("3", "Ibid., para. 5."), ("4", "Ibid., para. 6."))
    assert chain(*notes) == [("A/HRC/4/109", None)]


def texts(*records: tuple[int, str, tuple[Footnote, ...]]) -> list[tuple[str, str | None]]:
    """Return what records cite, each of them an order, a text and notes."""
    trail = CitationTrail()
    return [
        target
        for order, text, notes in records
        for target in targets(find_references(record(text, notes=notes, order=order), trail))
    ]


IBID_IN_TEXTS: list[tuple[str, list[tuple[int, str, tuple[Footnote, ...]]], list[str]]] = [
    (
        "the text of the paragraph before",
        [(1, "See A/HRC/4/109.", ()), (2, "Ibid., para. 5.", ())],
        ["A/HRC/4/109"],
    ),
    (
        "an ibid. goes on",
        [(1, "See A/HRC/4/109.", ()), (2, "Ibid., para. 3.", ()), (3, "Ibid., para. 5.", ())],
        ["A/HRC/4/109"],
    ),
    (
        "a paragraph without any citation between",
        [(1, "See A/HRC/4/109.", ()), (3, "Ibid., para. 5.", ())],
        [],
    ),
    (
        "the last of two documents",
        [(1, "See S/2024/1 and A/HRC/4/109.", ()), (2, "Ibid., para. 5.", ())],
        ["A/HRC/4/109"],
    ),
    (
        "a place in the document itself",
        [(1, "See A/HRC/4/109 and para. 2 above.", ()), (2, "Ibid., para. 5.", ())],
        [],
    ),
    (
        "the note before it in the text",
        [(1, "Said so. Ibid., para. 5.", (note("1", "A/HRC/4/109.", at=8),))],
        ["A/HRC/4/109"],
    ),
    (
        "the note between it and the text",
        [(1, "S/2024/1 says. Ibid., para. 5.", (note("1", "A/HRC/4/109.", at=14),))],
        ["A/HRC/4/109"],
    ),
    (
        "a note with a source that is not known between",
        [(1, "A/HRC/4/109 says. Ibid., para. 5.", (note("1", "Interview.", at=17),))],
        [],
    ),
    (
        "a note behind it",
        [(1, "A/HRC/4/109 says. Ibid., para. 5. More.", (note("1", "S/2024/1.", at=38),))],
        ["A/HRC/4/109"],
    ),
    (
        "a note at the end of the paragraph before",
        [(1, "A/HRC/4/109 says.", (note("1", "S/2024/1.", at=17),)), (2, "Ibid., para. 5.", ())],
        [],
    ),
    (
        "the only document that the text before the first note cites",
        [(1, "A/HRC/4/109 says.", (note("1", "Ibid., para. 5.", at=17),))],
        ["A/HRC/4/109"],
    ),
    (
        "one of two documents before the first note",
        [(1, "A/HRC/4/109 and S/2024/1 say.", (note("1", "Ibid., para. 5.", at=29),))],
        [],
    ),
    (
        "a text, but the note before is not known",
        [
            (1, "Text.", (note("1", "Interview."),)),
            (2, "A/HRC/4/109 says.", (note("2", "Ibid., para. 5."),)),
        ],
        [],
    ),
]


@pytest.mark.parametrize(("why", "records", "expected"), IBID_IN_TEXTS, ids=[row[0] for row in IBID_IN_TEXTS])
def test_ibid_means_what_was_cited_last_in_the_order_of_the_text(
    why: str, records: list[tuple[int, str, tuple[Footnote, ...]]], expected: list[str]
) -> None:
    found = [target for target, address in texts(*records) if address == "p5"]
    assert found == expected, why


def test_a_footnote_that_is_named_means_what_it_cites() -> None:
    notes = (("4", "A/HRC/4/109."), ("5", "S/2024/1; S/2024/2."), ("6", "Supra note 4, para. 3."))
    assert chain(*notes)[-1] == ("A/HRC/4/109", "p3")
    assert chain(*notes, ("7", "See footnote 4 above, paras. 7 and 8."))[-1] == ("A/HRC/4/109", "p8")
    assert len(chain(*notes, ("7", "See footnote 5 above, para. 3."))) == len(chain(*notes)), "two documents"
    assert chain(*notes, ("7", "See footnote 4 above."))[-1] == ("A/HRC/9/8", "fn4")


def test_a_communication_is_known_once_its_symbol_was_cited() -> None:
    symbol = "CCPR/C/114/D/2038/2011"
    assert texts((1, "communication No. 2038/2011, para. 9.4", ())) == []
    assert texts(
        (1, f"See {symbol}.", ()),
        (2, "Text.", ()),
        (3, "In communication No. 2038/2011, para. 9.4, the Committee", ()),
        (4, "Text.", (note("1", "Communication No. 2038/2011, para. 9.5."),)),
    ) == [(symbol, None), (symbol, "p9.4"), (symbol, "p9.5")]


def test_annotate_fills_both() -> None:
    first = record("The Inter-Agency Group on Lighthouses (IAGL) met ILO; see A/HRC/4/109.")
    second = record("Then.", notes=(note("1", "S/2024/1."), note("2", "Ibid., para. 3.")), order=2)
    one, two = annotate([first, second])
    assert [mention.entity for mention in one.mentions] == ["ILO"]
    assert targets(one.references) == [("A/HRC/4/109", None)]
    assert targets(two.references) == [("S/2024/1", None), ("S/2024/1", "p3")]
    assert annotate([]) == ()


PIECES = st.sampled_from(
    [
        "A/HRC/4/109",
        "S/2024/1",
        ", ",
        "para. 3",
        "paras. 4 and 5",
        " above",
        "Ibid.",
        ". ",
        "(",
        ")",
        "see ",
        "и ",
    ]
)
CITING = st.one_of(st.lists(PIECES, max_size=9).map("".join), st.text(max_size=80))


@given(CITING, CITING)
@example("see A/HRC/4/109, para. 3", "Ibid., paras. 4 and 5")
def test_any_record_can_be_read(text: str, footnote: str) -> None:
    for reference in find_references(record(text, notes=(note("1", footnote, at=None),))):
        assert 0 <= reference.start <= reference.end <= len(text)
