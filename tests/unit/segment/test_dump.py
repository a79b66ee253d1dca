from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model import ExtractedDocument, Line, Page, SourceFile
from indexer.segment.dump import LONG, break_dump
from tests.unit.work import is_linear, lines_run

SEED = Path(__file__).parents[4] / "shared" / "seed" / "page.txt"

FILL = "The Working Group considered how minorities take part in public life and adopted its report. "
TAIL = "It will meet again next year to see what has been done by the bodies of the system and by the States"


def document(*pages: str | list[str], media_type: str = "text/plain") -> ExtractedDocument:
    source = SourceFile(path="a", location="/a", sha256="", size=1, media_type=media_type)
    made = [
        Page(
            number=number,
            width=612,
            height=792,
            lines=tuple(Line(text=text) for text in ([page] if isinstance(page, str) else page)),
        )
        for number, page in enumerate(pages, start=1)
    ]
    return ExtractedDocument(source=source, pages=tuple(made), paged=len(made) > 1)


def cut(*pages: str | list[str], media_type: str = "text/plain") -> list[tuple[int, str, str]]:
    broken = break_dump(document(*pages, media_type=media_type))
    return [(page.number, line.role, line.text) for page in broken.pages for line in page.lines]


def visible(made: ExtractedDocument) -> str:
    return "".join("".join(line.text.split()) for page in made.pages for line in page.lines)


def test_a_page_copied_from_a_viewer() -> None:
    nine, ten, eleven = (
        f"9. To this end, {FILL * 4}".strip(),
        f"10. With a view to it, {FILL * 3}".strip(),
        f"11. {TAIL}",
    )
    page = f"A/HRC/9/8 page 4 {nine} C. Building thematic expertise {ten} {eleven}"
    assert cut([page, "Select target paragraph3"]) == [
        (4, "header", "A/HRC/9/8 page 4"),
        (4, "", nine),
        (4, "heading", "C. Building thematic expertise"),
        (4, "", ten),
        (4, "", eleven),
        (4, "footer", "Select target paragraph3"),
    ]


def test_pages_become_real_when_their_number_is_printed() -> None:
    broken = break_dump(document(f"A/HRC/9/8 page 4 9. {FILL * 5}"))
    assert broken.paged
    assert [page.number for page in broken.pages] == [4]
    unpaged = break_dump(document(f"9. {FILL * 5} 10. {FILL}"))
    assert not unpaged.paged
    assert [page.number for page in unpaged.pages] == [1]


def test_blocks_are_marked_and_lie_below_each_other() -> None:
    (page,) = break_dump(document(f"A/HRC/9/8 page 4 security of all. 9. {FILL * 5} 10. {FILL}")).pages
    assert [line.starts_block for line in page.lines] == [True, False, True, True]
    tops = [line.top for line in page.lines]
    assert tops == sorted(set(tops))
    assert all(line.bottom > line.top for line in page.lines)
    assert page.height > page.lines[-1].bottom


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(f"1. {FILL} 2. {FILL} 3. {FILL}", [1, 2, 3], id="chain"),
        pytest.param(f"1. {FILL} See para. 2. The group met. 2. {FILL}", [1, 2], id="cited-paragraph"),
        pytest.param(
            f"7. {FILL} as of 2008. 8. {FILL} It noted article 9. The text is old. 9. {TAIL}",
            [7, 8, 9],
            id="cited-article",
        ),
        pytest.param(f"12. {FILL} It had 13. The members agreed. 13. {FILL}", [12, 13], id="counted"),
        pytest.param(f"12. {FILL} 15. {FILL} 13. {FILL}", [12, 13], id="out-of-turn"),
        pytest.param(f"4. {FILL} minority issues.3 5. {FILL}", [4, 5], id="note-mark-before"),
        pytest.param(f"4. {FILL} “minority issues.” 5. “{FILL}", [4, 5], id="quotes"),
        pytest.param(
            f"89. {FILL} recommended: 1. Ratify it (Chad); 2. Accede to it; 3. Adopt it. 90. {FILL}",
            [89, 1, 2, 3, 90],
            id="list-inside",
        ),
        pytest.param(f"{FILL} It met in Vienna. 6. {FILL} 7. {FILL}", [6, 7], id="begins-inside-a-paragraph"),
        pytest.param(f"1. {FILL} by resolution 9/12 (Brazil) 2. {FILL}", [1, 2], id="state-in-brackets"),
        pytest.param(f"1. {FILL} made recommendations. 2. {FILL}", [1, 2], id="word-then-stop"),
        pytest.param(
            f"10. {'为了就技术援助提供指导意见，办事处举行了会议。' * 20}11. 人权高专办邀请了专家。",
            [10, 11],
            id="chinese",
        ),
        pytest.param(
            f"10. {'Управление провело совещание экспертов. ' * 12}11. Участники обсудили проект.",
            [10, 11],
            id="russian",
        ),
        pytest.param(f"{FILL} It lasted from 10. The end came. {FILL * 3}", [], id="nothing"),
    ],
)
def test_numbers_must_rise_by_one(text: str, numbers: list[int]) -> None:
    filled = text if len(text) >= LONG else text + " " + FILL * 4
    texts = [line for _, role, line in cut(filled) if not role]
    starts = [int(line.split(".")[0]) for line in texts if line.split(".")[0].isdigit()]
    assert starts == numbers


@pytest.mark.parametrize(
    "heading",
    [
        "C. Building thematic expertise",
        "II. CONCLUSIONS AND RECOMMENDATIONS",
        "INTRODUCTION",
        "III. Recommendations",
        "1. Debt relief in U.N. programmes",
        "(a) Trade and environment",
        "Conclusions and follow-up",
        "Annex II. Terms of reference",
    ],
)
def test_headings_stand_between_a_sentence_and_a_number(heading: str) -> None:
    found = cut(f"19. {FILL * 4}{heading} 20. {FILL}")
    assert [text for _, role, text in found if role == "heading"] == [heading]
    assert [text[:3] for _, role, text in found if not role] == ["19.", "20."]


def test_several_headings_in_a_row_are_told_apart() -> None:
    found = cut(f"A/HRC/9/8 page 3 II. WORK OF THE OFFICE A. Country engagement 4. {FILL * 4} 5. {FILL}")
    assert [text for _, role, text in found if role == "heading"] == [
        "II. WORK OF THE OFFICE",
        "A. Country engagement",
    ]


def test_the_end_of_a_sentence_is_no_heading() -> None:
    found = cut(f"9. {FILL * 4}The members of it agreed that there were 10. The group met. 10. {FILL}")
    assert [role for _, role, _ in found] == ["", ""]


def test_a_running_head_in_the_middle_begins_a_page() -> None:
    first, second = f"9. {FILL * 4}The group of", f"States met. 10. {FILL}"
    found = cut(f"A/HRC/9/8 page 4 {first} A/HRC/9/8 page 5 {second}")
    assert found == [
        (4, "header", "A/HRC/9/8 page 4"),
        (4, "", first),
        (5, "header", "A/HRC/9/8 page 5"),
        (5, "", "States met."),
        (5, "", f"10. {FILL}".strip()),
    ]


def test_a_cited_page_begins_no_page() -> None:
    found = cut(
        f"A/HRC/9/8 page 4 9. {FILL * 4} See A/HRC/7/23 page 5 and A/HRC/9/8 page 12 there. 10. {FILL}"
    )
    assert {page for page, _, _ in found} == {4}
    assert [role for _, role, _ in found] == ["header", "", ""]


def test_the_first_page_takes_its_number_from_the_second() -> None:
    found = cut(f"1. {FILL * 4} A/HRC/9/8 page 3 2. {FILL * 2} A/HRC/9/8 page 4 3. {FILL}")
    assert [page for page, role, _ in found if not role] == [2, 3, 4]


@pytest.mark.parametrize(
    ("page", "roles"),
    [
        (f"A/HRC/21/10 9. {FILL * 4}10. {FILL}4 GE.12-15108", {4: ["header", "", "", "footer"]}),
        (f"A/79/775 S/2025/11 9. {FILL * 4}10. {FILL}25-02016 7/53", {7: ["header", "", "", "footer"]}),
        (f"A/52/613 English Page 2 9. {FILL * 4}10. {FILL}/...", {2: ["header", "", "", "footer"]}),
        (f"Página 6 A/HRC/9/8 9. {FILL * 4}10. {FILL}", {6: ["header", "", ""]}),
        (f"A/HRC/9/8 is a report. 9. {FILL * 4}10. {FILL}", {1: ["", "", ""]}),
        (f"9. {FILL * 4}10. {FILL} Back to top Print this page", {1: ["", "", "footer"]}),
    ],
)
def test_heads_and_feet_of_other_layouts(page: str, roles: dict[int, list[str]]) -> None:
    found = cut(page)
    assert {number: [role for _, role, _ in found] for number, _, _ in found} == roles


def test_the_chain_runs_over_pages_and_lines() -> None:
    found = cut(
        f"1. {FILL * 5}", f"{FILL * 4} It met. 2. {TAIL}", [f"{FILL * 5} 3. {FILL}", f"4. {FILL * 5}"]
    )
    assert [text[:2] for _, _, text in found] == ["1.", "Th", "2.", "Th", "3.", "4."]
    assert [page for page, _, _ in found] == [1, 2, 2, 3, 3, 3]


@pytest.mark.parametrize(
    "unchanged",
    [
        pytest.param(document(FILL * 12), id="no-numbers"),
        pytest.param(document([f"{n}. {FILL}" for n in range(1, 9)]), id="printed-lines"),
        pytest.param(document([f"{n}. {FILL * 6}" for n in range(1, 30)]), id="a-paragraph-a-line"),
        pytest.param(document(f"1. {FILL * 4} 2. {FILL}", media_type="application/pdf"), id="pdf"),
        pytest.param(
            document([f"{FILL * 4} 1. {FILL}", f"2. {FILL * 4} 3. {FILL}"], media_type="text/html"),
            id="web-page-of-paragraphs",
        ),
    ],
)
def test_other_documents_come_back_as_they_are(unchanged: ExtractedDocument) -> None:
    assert break_dump(unchanged) is unchanged


def test_note_marks_move_with_their_words() -> None:
    text = f"1. {FILL * 4}issues.3 2. The group6 met."
    mark = (text.index("issues.3") + 7, text.index("issues.3") + 8)
    other = (text.index("group6") + 5, text.index("group6") + 6)
    line = Line(text=text, raised=(mark, other))
    made = document(text, media_type="text/html")
    made = ExtractedDocument(
        source=made.source, pages=(Page(number=1, width=1, height=1, lines=(line,)),), paged=False
    )
    lines = break_dump(made).pages[0].lines
    assert [[one.text[a:b] for a, b in one.raised] for one in lines] == [["3"], ["6"]]


WORDS = st.sampled_from(
    [
        "A/HRC/9/8",
        "page",
        "4",
        "5",
        "9.",
        "10.",
        "11.",
        "C.",
        "II.",
        "Building",
        "expertise",
        "the",
        "States.",
        "ILO",
        "INTRODUCTION",
        "GE.12-15108",
        "12-15108",
        "/...",
        "para.",
        "(a)",
        "(Chad);",
        "Select target paragraph3",
        "(1998)",
        "第",
        "为了",
        "10、",
        "met",
        "\t",
        "2/53",
        "—",
        "x" * 90,
        FILL,
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=4))
def test_every_character_lands_in_one_line(pages: list[str]) -> None:
    made = document(*pages)
    broken = break_dump(made)
    assert visible(broken) == visible(made)
    numbers = [page.number for page in broken.pages]
    assert numbers == sorted(set(numbers))
    assert all(
        line.text == line.text.strip() and line.text for page in broken.pages for line in page.lines
    ) or (broken is made)


def test_a_long_page_without_marks_is_read_quickly() -> None:
    text = "AND (THE) 12 " * 40_000
    assert break_dump(document(text)).pages[0].lines[0].text == text


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1. The keepers met. 2. The keepers agreed. ", 300),
        ("A/HRC/9/8 page 1 It met. A/HRC/9/8 page 2 It agreed. ", 300),
        (f"1. {FILL * 4} 2. {FILL}\f", 300),
    ],
    ids=["lists", "heads", "pages"],
)
def test_twice_the_dump_is_twice_the_work(text: str, size: int) -> None:
    assert is_linear(lambda times: break_dump(document(*(text * times).strip("\f").split("\f"))), size)


def test_lists_that_begin_alike_are_few_or_looked_for_only_so_often() -> None:
    lists = "1. The keepers met. " * 300 + "2. The keepers agreed. " * 300
    # each 2 would go on from the last 1
    assert [text[:2] for _, _, text in cut(lists)].count("2.") == 300


@pytest.mark.parametrize("shape", ["1. A ", "Ab cd 1. Abc. "])
def test_titles_before_a_number_are_sought_where_titles_may_be(shape: str) -> None:
    text = shape * 200
    assert lines_run(lambda: break_dump(document(text))) < 100 * len(text)


@pytest.mark.corpus
def test_the_page_the_project_was_created_from() -> None:
    if not SEED.exists():
        pytest.skip(f"the page is not here: {SEED}")
    first, *rest = SEED.read_text(encoding="utf-8").split("\n\n")
    found = cut([first, *(line.strip() for line in rest)])
    assert [(page, role, text[:30]) for page, role, text in found] == [
        (4, "header", "A/HRC/9/8 page 4"),
        (4, "", "9. To this end, OHCHR organize"),
        (4, "heading", "C. Building thematic expertise"),
        (4, "", "10. With a view to offering gu"),
        (4, "", "11. OHCHR invited 10 senior pr"),
        (4, "footer", "Select target paragraph3"),
    ]
