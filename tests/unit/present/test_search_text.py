from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Highlight
from indexer.present import PLAIN, Style, hit_groups, hit_lines, hit_list
from indexer.present.marks import snippet_marks
from indexer.present.style import columns
from indexer.query.snippets import WIDTH, cut
from tests.unit.present.made import make_group, make_hit, make_neighbour

MARKED = make_hit(highlights=(Highlight(start=5, end=12),))


def test_a_line_for_a_hit_whatever_it_holds() -> None:
    hit = make_hit(snippet="one\ttwo\nthree\x1b[0m " + "long " * 100, citation="A/1/2,\tpara. 3")
    (line,) = hit_lines([hit])
    citation, page, snippet = line.split("\t")
    assert (citation, page) == ("A/1/2, para. 3", "4")
    assert snippet.startswith("one two three [0m long")
    assert len(snippet) > 500
    assert "\x1b" not in line


def test_no_page_leaves_the_cell_empty() -> None:
    assert next(hit_lines([make_hit(page=None)])).split("\t")[1] == ""


def test_group_under_the_title_of_its_document() -> None:
    lines = list(hit_groups([make_group(MARKED)], Style(width=100)))
    assert lines == [
        "A/HRC/901/7 · Report on small harbours · 2024 · en",
        "  para. 3  p. 4  A. Lights  Each harbour: (a) keeps a light, and (i) trims it; (ii) paints it; (b)",
        "                            rings a bell.",
    ]


def test_marks_are_bold_where_there_is_colour() -> None:
    assert "Each \x1b[1mharbour\x1b[0m: (a)" in "\n".join(
        hit_groups([make_group(MARKED)], Style(color=True, width=100))
    )
    assert "Each \x1b[1mharbour\x1b[0m: (a)" in next(hit_lines([MARKED], Style(color=True)))


def test_mark_over_a_line_end_goes_on() -> None:
    hit = make_hit(highlights=(Highlight(start=0, end=len(make_hit().text)),))
    lines = list(hit_groups([make_group(hit)], Style(color=True, width=80)))[1:]
    assert len(lines) > 1
    assert all(line.count("\x1b[1m") == line.count("\x1b[0m") == 1 for line in lines)


def test_narrow_terminal_gives_the_snippet_its_own_lines() -> None:
    lines = list(hit_groups([make_group(MARKED)], Style(width=40)))
    assert lines[1] == "  para. 3  p. 4  A. Lights"
    assert max(map(len, lines[2:])) <= 40


@pytest.mark.parametrize(
    ("page", "label", "words"),
    [(4, "4", "p. 4  A."), (6, "4", "p. 6 (printed 4)  A."), (6, None, "p. 6  A."), (None, None, "3  A.")],
)
def test_a_page_with_another_number_has_both(page: int | None, label: str | None, words: str) -> None:
    assert words in next(hit_list([make_hit(page=page, page_label=label)], PLAIN))


def test_list_without_groups_has_whole_citations() -> None:
    assert next(hit_list([MARKED], PLAIN)).startswith("  A/HRC/901/7, para. 3  p. 4  A. Lights  Each harbour")


def test_file_without_symbol_goes_by_its_name() -> None:
    hit = make_hit(symbol=None, citation="a/harbours.pdf, para. 3", id="file:a/harbours.pdf@en#p3")
    assert next(hit_groups([make_group(hit)], PLAIN)).startswith("a/harbours.pdf · ")


def test_citation_beside_arabic_is_isolated() -> None:
    hit = make_hit(snippet="أقر المجلس", title="تقرير", language="ar", citation="A/HRC/901/7, para. 3")
    head, row = hit_groups([make_group(hit)], Style(width=80))
    assert head.startswith("\u2066A/HRC/901/7\u2069")
    assert "\u2066para. 3\u2069" in row
    assert "\u2066" not in "".join(hit_groups([make_group(hit)], PLAIN))
    assert "\u2066" not in next(hit_lines([hit])), "what a program reads stays as it is"


def test_snippet_of_a_note_has_no_marks() -> None:
    hit = make_hit(snippet="[note 1] elsewhere", highlights=(Highlight(start=0, end=4),))
    assert next(hit_lines([hit], Style(color=True))).endswith("[note 1] elsewhere")


def test_snippet_with_evened_spaces_and_ellipses_is_marked() -> None:
    text = "The  keeper\nof the   light sleeps by day and wakes by night."
    at = text.index("light")
    hit = make_hit(text=text, snippet="…of the light sleeps…", highlights=(Highlight(start=at, end=at + 5),))
    assert next(hit_lines([hit], Style(color=True))).endswith("…of the \x1b[1mlight\x1b[0m sleeps…")


def test_what_is_left_of_a_document_is_told() -> None:
    assert list(hit_groups([make_group(MARKED, total=3)], PLAIN))[-1] == "  2 more in this document"
    assert len(list(hit_groups([make_group(MARKED, total=1)], PLAIN))) == 2


def test_neighbours_stand_around_their_hit_once_and_say_so() -> None:
    near = (make_neighbour(-1, text="Before."), make_neighbour(1, text="Behind.\tIt."))
    again = make_hit(id="A/HRC/901/7@en#p5", context=(make_neighbour(1), make_neighbour(2, text="Last.")))
    lines = [line.split("\t") for line in hit_lines([make_hit(context=near), again])]
    assert [(cells[0][-7:], cells[3:]) for cells in lines] == [
        ("para. 2", ["-1"]),
        ("para. 3", []),
        ("para. 4", ["+1"]),
        ("para. 3", []),
    ]
    assert [cells[2] for cells in lines][::2] == ["Before.", "Behind. | It."]


def test_neighbours_are_weaker_on_a_terminal() -> None:
    hit = make_hit(context=(make_neighbour(-1, text="Before."),))
    before, found = list(hit_groups([make_group(hit)], Style(color=True, width=100)))[1:3]
    assert before.startswith("\x1b[2m  para. 2")
    assert found.startswith("> para. 3"), "without colour too, a hit is told from its neighbours"


def test_wide_letters_are_counted_as_two_columns() -> None:
    hits = [make_hit(section=("人权",)), make_hit(section=("abc",))]
    first, second = hit_list(hits, PLAIN)
    assert first.index("Each") == second.index("Each") - 2


@given(st.text(" \t\nab", max_size=400), st.integers(0, 3))
def test_every_match_in_a_snippet_is_marked_whatever_the_white_space(text: str, nth: int) -> None:
    found = [(match.start(), match.end(), 0) for match in regex.finditer("a+", text)][nth : nth + 1]
    places = tuple(Highlight(start=start, end=end) for start, end, _ in found)
    hit = make_hit(text=text, snippet=cut(text, found), highlights=places)
    marked = [hit.snippet[start:end] for start, end in snippet_marks(hit)]
    assert marked == [text[start:end] for start, end, _ in found] or len(text) > WIDTH


@pytest.mark.parametrize(
    "text",
    [
        "各国代表团在审议期间就灯塔看守人的工作条件、工资待遇进行了广泛的讨论。" * 4,
        "Маяки стояли вдоль всего берега. " * 6,
    ],
)
def test_lines_fit_the_terminal_in_any_script(text: str) -> None:
    hit = make_hit(
        text=text,
        snippet=text.strip(),
        title=text,
        section=(text,),
        highlights=(Highlight(start=10, end=60),),
    )
    lines = list(hit_groups([make_group(hit)], Style(color=True, width=100)))
    plain = [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in lines]
    assert len(plain) > 2
    assert max(map(columns, plain)) <= 100
    marked = "".join(regex.findall(r"\x1b\[1m(.*?)\x1b\[0m", "".join(lines[1:])))
    assert marked.replace(" ", "") == text[10:60].replace(" ", "")
