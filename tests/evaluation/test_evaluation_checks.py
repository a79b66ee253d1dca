from __future__ import annotations

from typing import Any

import pytest

from indexer.model import ExtractedDocument, Footnote, Line, Page, SourceFile
from tests.evaluation.conservation import conserved, words_of
from tests.evaluation.corpus import ContentsRow, Known, Operative, Recommendations
from tests.evaluation.fakes import KEY, reading, record
from tests.evaluation.furniture import check_furniture
from tests.evaluation.naive import chain
from tests.evaluation.numbering import check_numbering
from tests.evaluation.presence import check_conservation, check_presence
from tests.evaluation.reading import Reading
from tests.evaluation.truth import check_contents, check_operative, check_recommendations


@pytest.mark.parametrize(
    ("numbers", "naive", "counts"),
    [
        ("123", 3, (1, 1, 1)),
        ("123", 4, (1, 1, 0)),
        ("124", 2, (1, 0, 0)),
        ("1223", 3, (1, 0, 0)),
        ("234", 0, (1, 0, 0)),
        ("1", 3, (0, 0, 0)),
        ("", 4, (1, 0, 0)),
        ("", 3, (0, 0, 0)),
    ],
)
def test_numbering_counts_gaps_repeats_and_short_chains(
    numbers: str, naive: int, counts: tuple[int, int, int]
) -> None:
    found = check_numbering(reading(*(record(n) for n in numbers), naive=naive)).counts
    assert (found["numbered"], found["perfect"], found["agree"]) == counts


def test_numbering_leaves_annexes_and_recommendations_out() -> None:
    others = [record("1", address="annex.p1"), record("1", kind="item", address="p2.1")]
    outcome = check_numbering(reading(record("1"), record("2"), *others, naive=2))
    assert outcome.counts["agree"] == 1
    assert outcome.cases == []


@pytest.mark.parametrize(
    ("text", "length"),
    [("1. a\n2. b\n3.\nc", 3), ("1. a\n1999. b\n2. c", 2), ("see 1. a", 0), ("", 0), (" 1.\t a\n2.b", 1)],
)
def test_naive_chain_believes_only_the_number_that_is_due(text: str, length: int) -> None:
    assert chain(text) == length


@pytest.mark.parametrize(
    ("text", "more", "leak", "stricter"),
    [
        ("A clean sentence of report A/INV/1.", {}, 0, 0),
        ("Words GE.12-15108 words", {}, 1, 1),
        ("Words 25-02016 words", {}, 1, 1),
        ("In resolution 60/25-02016", {}, 0, 0),
        ("food A/INV/1 page 4 security", {}, 1, 1),
        ("food A/INV/1 English security", {}, 1, 1),
        ("food /... security", {}, 0, 1),
        ("food 3/9 security", {}, 0, 1),
        ("in resolution 56/9 and", {}, 0, 0),
        ("of A/INV/1 The short title of it and", {}, 0, 1),
        ("See A/INV/1 once and again", {}, 0, 0),
        ("food A/INV/1 security", {"page_end": 4}, 0, 1),
        ("document A/INV/1 says", {"page_end": 4}, 0, 0),
        ("food GE.12-15108", {"kind": "table"}, 0, 0),
    ],
)
def test_furniture_inside_a_record_is_a_leak(
    text: str, more: dict[str, Any], leak: int, stricter: int
) -> None:
    heads = ("A/INV/1", "A/INV/1  The short title of it", "A/INV/1 The short title of it", "See A/INV/1 once")
    counts = check_furniture(reading(record("1", text, **more), furniture=heads)).counts
    assert (counts["leak"], counts["leak+"]) == (leak, stricter)


@pytest.mark.parametrize(
    ("text", "more", "glued", "stricter"),
    [
        ("The first sentence.", {}, 0, 0),
        ("The first sentence. B. Building thematic expertise", {}, 1, 1),
        ("It is about B. building thematic expertise", {}, 1, 1),
        ("The first sentence. Findings", {}, 0, 1),
        ("These are the findings", {}, 0, 0),
        ("These are the Findings", {}, 0, 0),
        ("The first sentence. B. Building thematic expertise", {"kind": "preamble"}, 0, 1),
        ("The first sentence. B. Building thematic expertise", {"kind": "text"}, 0, 0),
    ],
)
def test_a_heading_at_the_end_is_glued(text: str, more: dict[str, Any], glued: int, stricter: int) -> None:
    one = record("1", text, **more)
    two = record("2", "Words.", section=("B. Building thematic expertise",))
    counts = check_furniture(reading(one, two, headings=("Findings",))).counts
    assert (counts["glued"], counts["glued+"]) == (glued, stricter)


@pytest.mark.parametrize(
    ("printed", "glued"),
    [
        ("1.  The first sentence is about B. Building\n    thematic expertise", 0),
        ("1.  The first sentence is about\n B. Building thematic expertise", 1),
        ("1.  Another sentence.", 1),  # the place is not found
        ("", 1),  # no second reading
    ],
)
def test_the_words_of_a_heading_are_glued_where_they_begin_a_line(printed: str, glued: int) -> None:
    one = record("1", "The first sentence is about B. Building thematic expertise")
    two = record("2", "Words.", section=("B. Building thematic expertise",))
    pages = ("B. Building thematic expertise", "", printed)
    counts = check_furniture(reading(one, two, printed=pages if printed else ())).counts
    assert (counts["glued"], counts["glued at a line"]) == (1, glued)


ROW = ContentsRow(section="C. Building thematic expertise", first=10, last=12, page=4)


@pytest.mark.parametrize(
    ("more", "last", "counts"),
    [
        ({"page": 4}, "12", (1, 1, 1)),
        ({"page": 3, "page_end": 4}, "12", (1, 1, 1)),
        ({"page": 6, "page_end": 6, "page_label": "4"}, "12", (1, 1, 1)),
        ({"page": 6, "page_end": 6}, "12", (1, 0, 1)),
        ({"page": 4, "section": ("C. Other",)}, "12", (1, 1, 0)),
        ({"page": 4}, "13", (0, 1, 1)),
        ({"page": 4, "address": "annex.p10"}, "12", (0, 0, 0)),
    ],
)
def test_contents_rows_need_both_ends_page_and_title(
    more: dict[str, Any], last: str, counts: tuple[int, int, int]
) -> None:
    title = {"section": ("II. Work", "C.  BUILDING THEMATIC EXPERTISE")}
    read = reading(record("10", **{**title, **more}), record(last))
    found = check_contents(read, [ROW]).counts
    assert found["rows"] == 1
    assert (found["range"], found["page"], found["title"]) == counts


def test_recommendations_need_number_and_text() -> None:
    truth = Recommendations(
        recommendations={"9.1.": "Build schools (Utopia);", "9.2.": "Build wells (Erewhon).", "9.3.": "Rest"},
        numbers_found_in_pdf=3,
    )
    one = record("9.1", "Build  schools (Utopia);", kind="recommendation", address="p9.1")
    two = record("9.2.", "Other words", kind="recommendation", address="p9.2")
    outcome = check_recommendations(reading(one, two), truth)
    assert (outcome.counts["upr"], outcome.counts["upr number"], outcome.counts["upr text"]) == (3, 2, 1)
    assert [case.text.split()[0] for case in outcome.cases] == ["9.2.", "9.3."]


def test_recommendations_whose_numbers_are_not_printed_are_left_out() -> None:
    truth = Recommendations(recommendations={"9.1": "Build schools"}, numbers_found_in_pdf=0)
    assert not check_recommendations(reading(), truth).counts


def test_operative_paragraphs_need_number_and_first_words() -> None:
    truth = Operative(paragraphs={"1": "Calls upon all States to rest;", "2": "Decides to go on."})
    one = record("1", "Calls upon all States to rest;", kind="operative")
    two = record("2", "Decides to go on.", kind="text")
    outcome = check_operative(reading(one, two), truth)
    assert (outcome.counts["operative"], outcome.counts["operative text"]) == (2, 1)


def test_a_document_is_read_or_explained() -> None:
    assert check_presence(reading(record("1")), None).counts["explained"] == 1
    refused = Reading(key=KEY, state="refused", code="no-text", reason="pictures")
    assert check_presence(refused, None).counts["explained"] == 1
    for state in ("crashed", "hung"):
        broken = Reading(key=KEY, state=state, reason="traceback")
        counts = check_presence(broken, None).counts
        assert counts["explained"] == 0
        assert counts["crashes"] + counts["hangs"] == 1
    assert check_presence(reading(), None).counts["explained"] == 0


def test_symbols_and_languages_are_compared_with_what_is_known() -> None:
    read = reading(record("1"))
    right = check_presence(read, Known(symbol="A/INV/1", language="en")).counts
    assert (right["symbol right"], right["language right"]) == (1, 1)
    wrong = check_presence(read, Known(symbol="A/INV/2", language="fr"))
    assert (wrong.counts["symbol right"], wrong.counts["language right"], len(wrong.cases)) == (0, 0, 2)
    invented = check_presence(reading(record("1"), key="n_non_un_report/x.pdf"), None).counts
    assert invented["invented symbols"] == 1


def test_conservation_sees_lost_and_doubled_words() -> None:
    source = SourceFile(path=KEY, location=KEY, sha256="0", size=1, media_type="application/pdf")
    lines = tuple(Line(text=t) for t in ("Alpha bravo charlie delta", "echo golf", "Bravo noted"))
    extracted = ExtractedDocument(source=source, pages=(Page(number=1, width=1, height=1, lines=lines),))
    note = (Footnote(mark="1", text="Bravo noted"),)
    parsed = reading(record("1", "Alpha bravo charlie charlie", footnotes=note)).parsed
    assert parsed is not None
    kept = conserved(extracted, parsed)
    assert (kept.visible, kept.accounted, kept.words) == (40, 10, 8)
    assert (kept.lost, kept.doubled, kept.sample) == (3, 1, ("delta", "echo", "golf"))


def test_words_leave_out_broken_words_and_contents_lines() -> None:
    assert words_of(["alpha self-", "bravo charlie", "Delta ........ 5", "delta echo", "golf"]) == {
        "alpha": 1,
        "charlie": 1,
        "delta": 1,
        "echo": 1,
        "golf": 1,
    }


def test_torn_words_are_whole_ones() -> None:
    assert words_of(["all recogniz\u200aed lights", "long\u2009ago"]) == {
        "recognized": 1,
        "lights": 1,
        "long": 1,
    }


def test_conservation_counts_documents_and_words() -> None:
    counts = check_conservation(reading(record("1"))).counts
    assert counts == {"read": 1, "words": 5, "lost": 1, "doubled": 0, "conserved": 1}
