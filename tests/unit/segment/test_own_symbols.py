from __future__ import annotations

import pytest

from tests.unit.segment.pages import LEFT, Report, blocks
from tests.unit.segment.test_masthead import TAIL, facts, modern


def test_running_heads_vote_for_the_symbol() -> None:
    report = modern(symbol="A/HRC/9/8*").running(head="A/HRC/9/8").paragraphs(1, 40)
    assert facts(report)[0] == "A/HRC/9/8"


def test_a_symbol_copied_into_the_running_heads_loses_against_the_masthead() -> None:
    report = modern().running(head="A/HRC/8/7").paragraphs(1, 40)
    assert facts(report)[0] == "A/HRC/9/8"


def test_two_symbols_of_one_document() -> None:
    report = modern(symbol="A/63/53–S/2008/12").running(head="A/63/53\nS/2008/12").paragraphs(1, 40)
    record = report.segment().records[0]
    assert set(record.symbols) >= {"A/63/53", "S/2008/12"}


def plain(size: float = 18.0) -> Report:
    return Report().place("The State of the Lights", LEFT, 90, size=size, bold=1.0)


@pytest.mark.parametrize("cited", ["A/HRC/9/8", "A/HRC/9/8, para. 10", "General Assembly resolution 60/251"])
def test_a_report_that_only_cites_symbols_has_none(cited: str) -> None:
    report = plain()
    for page in range(4):
        if page:
            report.page_break()
        report.text(f"The keepers recall {cited}, and {TAIL}").text(f"They also see to {cited}.").text(cited)
    record = report.segment().records[0]
    assert (record.symbol, record.symbols, record.body) == (None, (), None)
    assert record.id == "file:made/report.pdf@en#t1"


def test_a_cited_symbol_in_the_notes_is_not_the_own_one() -> None:
    report = plain()
    for number in range(1, 13):
        report.paragraph(f"{number}.", f"The keepers{{{number}}} {TAIL}", notes={str(number): "A/HRC/9/8."})
    assert report.segment().records[0].symbol is None


def test_symbols_side_by_side_in_the_running_heads_keep_their_order() -> None:
    symbols = [f"A/63/{number}" for number in range(51, 57)]
    report = Report()
    for page in range(4):
        if page:
            report.page_break()
        report.place("\t".join(symbols), LEFT, 40).text(f"The keepers met. {TAIL}")
    record = report.segment().records[0]
    assert [symbol for symbol in record.symbols if symbol in symbols] == symbols


def test_a_symbol_in_brackets_in_a_sentence_above_the_text_is_cited() -> None:
    lines = ["Forum of Keepers", "Original: English", "5 May 2006"]
    letter = "Letter dated 3 May 2006 from the keeper of the light to the Forum (A/HRC/9/8)"
    texts = [*lines, letter, "1.\tKeepers met.", "2.\tThey left."]
    assert blocks(*[(text, {}) for text in texts]).records[-1].symbol is None
    texts = [*lines, "A/HRC/9/7", letter, "1.\tKeepers met.", "2.\tThey left."]
    assert blocks(*[(text, {}) for text in texts]).records[-1].symbol == "A/HRC/9/7"
