from __future__ import annotations

import pytest

from indexer.segment.heading_path import push
from indexer.segment.heading_ranks import Look, Title, look_of, rank_of
from tests.unit.segment.pages import FILL, Report, blocks, lines_of

PLAIN = (10.0, False, False, False, True, False)
BOLD = (12.0, False, True, False, True, False)
LARGE = (14.0, False, True, False, True, False)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Annex I", 0),
        ("Chapter II", 0),
        ("I. Introduction", 1),
        ("XIV. Conclusions", 1),
        ("A. Lights", 2),
        ("B.\tLights", 2),
        ("1. Lamps", 3),
        ("12. Lamps", 3),
        ("2.0 Lamps", 3),
        ("2.1 Lamps", 4),
        ("2.1.3 Oil lamps", 5),
        ("9.30 a.m. to noon", 9),
        ("2.5 million lamps", 9),
        ("(a) Oil", 8),
        ("(i) Oil", 8),
        ("b) Huile", 8),
        ("b. Oil", 8),
        ("b. oil", 9),
        ("а) Масло", 8),
        ("b) huile", 9),
        ("Introduction", 9),
        ("A light in the harbour", 9),
        ("II\tIntroduction", 1),
        ("III Introduction", 9),
        ("أولا - مقدمة", 1),
        ("ثانياً - الأنشطة", 1),
        ("ألف - الموانئ", 2),
        ("1 - الموانئ", 3),
        ("١ - الموانئ", 3),
        ("(أ) الموانئ", 8),
        ("一、导言", 1),
        ("十二. 结论", 1),
        ("A. 港口", 2),
        ("III.Lights", 1),
        ("В.\tОгни", 2),
        ("C.Lights", 9),
        ("第二章 港口", 0),
        ("I\tthank you all", 9),
    ],
)
def test_ranks(text: str, rank: int) -> None:
    assert rank_of(text, ()) == rank


def path_of(*texts: str, look: Look = BOLD) -> tuple[str, ...]:
    path: tuple[Title, ...] = ()
    for text in texts:
        path = push(path, text, look, 0)
    return tuple(title.text for title in path)


@pytest.mark.parametrize(
    ("texts", "path"),
    [
        (("I. One", "A. Two", "1. Three"), ("I. One", "A. Two", "1. Three")),
        (("I. One", "A. Two", "B. Three"), ("I. One", "B. Three")),
        (("I. One", "A. Two", "II. Three"), ("II. Three",)),
        (("I. One", "A. Two", "B. Three", "C. Four"), ("I. One", "C. Four")),
        (("I. One", "A. Two", "H. Three", "I. Four"), ("I. One", "I. Four")),
        (("IV. One", "A. Two", "V. Three"), ("V. Three",)),
        (("I. One", "(a) Two", "(b) Three"), ("I. One", "(b) Three")),
        (("B. One", "I. Two", "II. Three"), ("B. One", "II. Three")),
        (("B. One", "I. Two", "C. Three"), ("C. Three",)),
        (("1. One", "A. Two", "B. Three"), ("1. One", "B. Three")),
        (("1. One", "A. Two", "2. Three"), ("2. Three",)),
        (("B. One", "II. Two"), ("II. Two",)),
        (("(i) One", "(a) Two", "(b) Three"), ("(i) One", "(b) Three")),
        (("(v) One", "(a) Two", "(vi) Three"), ("(vi) Three",)),
        (("(b) One", "(i) Two", "(ii) Three"), ("(b) One", "(ii) Three")),
        (("(b) One", "(i) Two", "(c) Three"), ("(c) Three",)),
        (("b) One", "i) Two", "ii) Three"), ("b) One", "ii) Three")),
        (("b) One", "i) Two", "c) Three"), ("c) Three",)),
        (("(h) One", "(i) Two"), ("(i) Two",)),
        (("(b) One", "(a) Two"), ("(a) Two",)),
        (("(a) One", "(i) Two", "(a) Three", "(i) Four"), ("(a) Three", "(i) Four")),
        (("I. One", "Annex"), ("Annex",)),
        (("Annex", "I. One", "A. Two"), ("Annex", "I. One", "A. Two")),
        (("Annex I", "I. One", "Appendix"), ("Annex I", "Appendix")),
        (("Annex", "Enclosure 1", "Two", "Enclosure 2"), ("Annex", "Enclosure 2")),
        (("Annex I", "Appendix", "Annex II"), ("Annex II",)),
        (("One", "Two"), ("Two",)),
        (("I. One", "A. Two", "II Three"), ("II Three",)),
        (("A. One", "VI Two"), ("A. One", "VI Two")),
    ],
)
def test_numbered_headings_end_those_of_their_rank(texts: tuple[str, ...], path: tuple[str, ...]) -> None:
    assert path_of(*texts) == path


def test_roman_numbers_without_stops_count_on_however_full_their_lines_are() -> None:
    """One of two titles in the middle is too full to tell that it stands there."""
    path = push((), "III Lights of the coast", BOLD, 0, indent=(30.0, 130.0), centred=True)
    path = push(path, "IV Lamps of the lights of the coast", BOLD, 0, indent=(4.0, 104.0), centred=False)
    assert [title.text for title in path] == ["IV Lamps of the lights of the coast"]


def test_roman_numbers_without_stops_count_on_in_their_own_face() -> None:
    path = push(push((), "I Lamps", LARGE, 0), "I Oil", PLAIN, 0)
    assert [title.text for title in push(path, "II Rope", PLAIN, 0)] == ["I Lamps", "II Rope"]


def test_a_first_number_in_larger_type_is_below_no_other_kind() -> None:
    path = push(push((), "B. One", BOLD, 0), "I. Two", LARGE, 0)
    assert [title.text for title in path] == ["I. Two"]


def test_the_words_of_a_heading_stand_apart_from_its_number() -> None:
    report = Report().heading("III.Lights of the coast").paragraphs(1, 3)
    assert report.records()["p1"].section == ("III. Lights of the coast",)


@pytest.mark.parametrize(
    ("titles", "path"),
    [
        ((("Chapter I", LARGE), ("Decision 5/1", BOLD)), ["Chapter I", "Decision 5/1"]),
        ((("I. One", BOLD), ("Draft resolution I", BOLD)), ["I. One", "Draft resolution I"]),
        (
            (("Chapter I", LARGE), ("A. One", BOLD), ("Decision 5/1", PLAIN), ("Decision 5/2", PLAIN)),
            ["Chapter I", "A. One", "Decision 5/2"],
        ),
        (
            (("A. One", BOLD), ("Decision 5/1", PLAIN), ("I. Lights", PLAIN)),
            ["A. One", "Decision 5/1", "I. Lights"],
        ),
        ((("A. One", BOLD), ("Decision 5/1", PLAIN), ("B. Two", BOLD)), ["B. Two"]),
        (
            (("I. One", LARGE), ("A. One", BOLD), ("Decision 5/1", BOLD), ("B. Two", BOLD)),
            ["I. One", "B. Two"],
        ),
        (
            (("A. One", BOLD), ("Decision 5/1", BOLD), ("A. Two", BOLD), ("B. Three", BOLD)),
            ["A. One", "Decision 5/1", "B. Three"],
        ),
        ((("A. One", BOLD), ("Decision 5/1", BOLD), ("C. Two", BOLD)), ["A. One", "Decision 5/1", "C. Two"]),
        ((("Section 28 One", BOLD), ("Section 29A Two", BOLD)), ["Section 29A Two"]),
        (
            (("I. One", BOLD), ("79/65. Two", BOLD), ("Section 28 Three", BOLD), ("Section 29A Four", BOLD)),
            ["I. One", "79/65. Two", "Section 29A Four"],
        ),
        (
            (("Annex", BOLD), ("Chapter I One", BOLD), ("Chapter II Two", BOLD)),
            ["Annex", "Chapter II Two"],
        ),
        ((("Chapter I One", BOLD), ("Annex", BOLD), ("Chapter II Two", BOLD)), ["Chapter II Two"]),
        ((("Chapter I", LARGE), ("Decision 5/1", BOLD), ("Chapter II", LARGE)), ["Chapter II"]),
        ((("Chapter I", LARGE), ("Annex", LARGE)), ["Annex"]),
        ((("Annex", LARGE), ("Decision 5/1", BOLD)), ["Decision 5/1"]),
        ((("One", BOLD), ("Decision 5/1", BOLD)), ["Decision 5/1"]),
        ((("One", LARGE), ("Decision 5/1", BOLD)), ["One", "Decision 5/1"]),
    ],
)
def test_acts_stand_in_their_chapter(titles: tuple[tuple[str, Look], ...], path: list[str]) -> None:
    found: tuple[Title, ...] = ()
    for text, look in titles:
        found = push(found, text, look, 0)
    assert [title.text for title in found] == path


def test_the_title_above_a_first_chapter_stays_above_the_next() -> None:
    report = (
        Report().heading("Report of the Forum", size=14).heading("I.\tAttendance", size=14).paragraphs(1, 2)
    )
    report.heading("II.\tOpening", size=14).paragraphs(3, 5)
    assert report.records()["p3"].section == ("Report of the Forum", "II. Opening")


@pytest.mark.parametrize(
    ("scope", "prefix"),
    [("Annex II", ""), ("Draft resolution I", ""), ("79/140. Keepers", "resolution-79.140.")],
)
def test_what_a_scope_is_called_stays_above_its_sections(scope: str, prefix: str) -> None:
    report = Report().heading(scope).heading("Lights of the coast").text("Keepers met.", above=14.0)
    report.heading("I.\tLamps").paragraphs(1, 2).heading("II.\tOil").paragraphs(3, 4)
    assert report.records()[f"{prefix}p1"].section == (scope, "Lights of the coast", "I. Lamps")
    assert report.records()[f"{prefix}p3"].section == (scope, "Lights of the coast", "II. Oil")


@pytest.mark.parametrize(
    ("annex", "following"), [("Annex II", "Annex III"), ("Annex 9", "Annex 10"), ("Annex A", "Annex B")]
)
def test_an_annex_that_counts_on_from_the_one_around_a_decision_is_none_of_it(
    annex: str, following: str
) -> None:
    report = Report().heading("Report of the keepers").paragraphs(1, 3).page_break().heading(annex)
    report.heading("Decisions of the keepers", size=11).heading("Decision 1", size=11).paragraphs(1, 2)
    report.heading("Decision 2", size=11).paragraphs(1, 2).page_break().heading(following).paragraphs(1, 2)
    records, scope = report.records(), following.lower().replace(" ", "-")
    assert [record.section for address, record in records.items() if address.lower().startswith(scope)] == [
        (following,)
    ] * 2
    assert "decision-2.p2" in records


@pytest.mark.parametrize("words", ["Introduction", "Summary", "Background"])
def test_what_any_text_begins_with_is_no_name_of_an_annex(words: str) -> None:
    report = Report().heading("Annex").heading(words).paragraphs(1, 2)
    report.heading("I.\tLIGHTS OF THE COAST").paragraphs(3, 4)
    assert report.records()["p1"].section == ("Annex", words)
    assert report.records()["p3"].section == ("Annex", "I. LIGHTS OF THE COAST")


def test_a_section_without_number_ends_where_numbered_ones_begin() -> None:
    report = Report().heading("Annex II").text("Keepers met.", above=14.0)
    report.heading("Lights of the coast").text("Keepers met.", above=14.0)
    report.heading("I.\tLamps").paragraphs(1, 2)
    assert report.records()["p1"].section == ("Annex II", "I. Lamps")


@pytest.mark.parametrize(
    ("look", "path"), [(BOLD, ["The law"]), (PLAIN, ["The facts", "I. The case", "A. Oil", "The law"])]
)
def test_a_part_without_number_stands_where_the_one_above_the_chapters_stood(
    look: Look, path: list[str]
) -> None:
    found: tuple[Title, ...] = ()
    for text in ("The facts", "I. The case", "A. Oil"):
        found = push(found, text, BOLD, 0) if len(found) != 1 else (*found, Title(1, BOLD, text))
    assert [title.text for title in push(found, "The law", look, 0)] == path


@pytest.mark.parametrize(
    ("texts", "path"),
    [
        (("2. One", "2.1 Two", "2.1.1 Three"), ["2. One", "2.1 Two", "2.1.1 Three"]),
        (("2. One", "2.1 Two", "2.2 Three"), ["2. One", "2.2 Three"]),
        (("2.0 One", "2.1 Two"), ["2.0 One", "2.1 Two"]),
        (("2. One", "2.1 Two", "3.1 Three"), ["3.1 Three"]),  # whose "3." was not read
        (("2. One", "2.1 Two", "(a) Three", "3. Four"), ["3. Four"]),
    ],
)
def test_decimal_numbers_stand_below_what_they_begin_with(texts: tuple[str, ...], path: list[str]) -> None:
    found: tuple[Title, ...] = ()
    for text in texts:
        found = push(found, text, BOLD, 0)
    assert [title.text for title in found] == path


def test_headings_without_number_go_by_how_they_are_set() -> None:
    path = push((), "Large", LARGE, 0)
    path = push(path, "Small", BOLD, 0)
    assert [title.text for title in path] == ["Large", "Small"]
    assert [title.text for title in push(path, "Other", BOLD, 0)] == ["Large", "Other"]
    assert [title.text for title in push(path, "Larger", LARGE, 0)] == ["Larger"]


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        ("Article 3 (Lights)", "Article 4 (Foghorns)", ["Article 4 (Foghorns)"]),
        ("[Article III bis]", "[Article IV]", ["[Article IV]"]),
        ("Article 3bis (Lights)", "Article 4 (Foghorns)", ["Article 4 (Foghorns)"]),
        ("Article 3", "Article 3 sexies", ["Article 3 sexies"]),
        ("Article 3", "Article 3", ["Article 3", "Article 3"]),
        ("Article 3", "Goal 4", ["Article 3", "Goal 4"]),
        ("Article 3", "Articles of 1990", ["Article 3", "Articles of 1990"]),
    ],
)
def test_a_word_with_a_number_ends_the_same_with_another(first: str, second: str, path: list[str]) -> None:
    above = push((), first, LARGE, 0)
    assert [title.text for title in push(push(above, "Small", BOLD, 0), second, PLAIN, 0)] == [
        *path[:1], *(["Small"] if path[1:] else []), *path[1:]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "size", "texts"),
    [
        ("II.", 14, ["Recommendations"]),
        ("II.", 10, ["II. Findings", "Recommendations"]),
        ("B.", 14, ["B. Findings", "Recommendations"]),
    ],
)
def test_a_large_heading_is_as_high_as_a_chapter_set_alike(number: str, size: int, texts: list[str]) -> None:
    report = Report().heading(f"{number}\tFindings", size=size).paragraphs(1, 2)
    report.heading("Recommendations", size=size).paragraphs(3, 5)
    assert report.records()["p3"].section == tuple(texts)


@pytest.mark.parametrize(
    ("indents", "path"),
    [
        ((0.0, 24.0, 24.0), ["One", "Three"]),
        ((0.0, 24.0, 0.0), ["Three"]),
        ((0.0, 24.0, 48.0), ["One", "Two", "Three"]),
        ((0.0, 0.0, 12.0), ["Three"]),
        ((24.0, 24.0, 48.0), ["Two", "Three"]),
        ((None, 24.0, 48.0), ["Two", "Three"]),
        ((0.0, None, None), ["Three"]),
    ],
)
def test_a_heading_further_in_stands_below_one_that_is_set_alike(
    indents: tuple[float | None, ...], path: list[str]
) -> None:
    titles: tuple[Title, ...] = ()
    for text, indent in zip(("One", "Two", "Three"), indents, strict=True):
        titles = push(titles, text, BOLD, 0, indent=None if indent is None else (indent, indent + 72))
    assert [title.text for title in titles] == path


@pytest.mark.parametrize(("centre", "section"), [(False, ("Lights", "Lamps")), (True, ("Lamps",))])
def test_a_heading_in_the_middle_is_not_indented(*, centre: bool, section: tuple[str, ...]) -> None:
    report = Report().heading("Lights").paragraphs(1, 2).heading("Lamps", indent=36.0, centre=centre)
    assert report.paragraphs(3, 4).records()["p3"].section == section


@pytest.mark.parametrize(
    ("left", "centred", "path"),
    [
        (0.0, [True, False], ["One", "Two"]),
        (0.0, [True, True], ["Two"]),
        (0.0, [False, True], ["Two"]),
        (0.0, [False, False], ["Two"]),
        (90.0, [True, False], ["Two"]),  # set in alike: the first is in the middle by chance
        (130.0, [True, False], ["Two"]),  # shorter, and in the middle of a page whose margin was not told
    ],
)
def test_a_heading_at_the_margin_stands_below_one_in_the_middle(
    left: float, centred: list[bool], path: list[str]
) -> None:
    lefts = [100.0 if centre else left for centre in centred]
    titles: tuple[Title, ...] = ()
    for text, x, centre in zip(("One", "Two"), lefts, centred, strict=True):
        titles = push(titles, text, BOLD, 0, indent=(x, x + 72), centred=centre)
    assert [title.text for title in titles] == path


def test_a_full_heading_may_stand_in_the_middle() -> None:
    full = f"Report of the keepers on what {FILL}"
    report = Report().heading("Lights", centre=True).paragraphs(1, 2).heading(full, centre=True)
    assert report.paragraphs(3, 4).records()["p3"].section == (full,)


def test_sheets_that_lie_aside_have_no_indented_headings() -> None:
    titles = push(push((), "One", BOLD, 0, indent=(0.0, 72.0)), "Two", BOLD, 0, indent=(27.0, 80.0))
    assert [title.text for title in titles] == ["Two"]


def test_what_only_looks_like_a_heading_stands_below_those_of_the_file() -> None:
    path: tuple[Title, ...] = ()
    found = []
    for text, level in (("Cover", 0), ("One", 1), ("Box", 0), ("Another box", 0), ("Two", 2), ("Three", 1)):
        path = push(path, text, LARGE if text == "Cover" else BOLD, level)
        found.append([title.text for title in path])
    assert found == [
        ["Cover"],
        ["Cover", "One"],
        ["Cover", "One", "Box"],
        ["Cover", "One", "Another box"],
        ["Cover", "One", "Two"],
        ["Cover", "Three"],
    ]


def test_a_number_that_only_looks_like_one_ends_no_heading_of_the_file() -> None:
    path: tuple[Title, ...] = ()
    for text, level in (("The facts", 2), ("I. The case", 3), ("A. Oil", 0), ("B. Lamps", 0)):
        path = push(path, text, BOLD, level)
    assert [title.text for title in path] == ["The facts", "I. The case", "B. Lamps"]


def test_levels_of_the_file_decide() -> None:
    path: tuple[Title, ...] = ()
    for text, level in (("One", 1), ("Two", 2), ("Three", 3), ("Four", 2)):
        path = push(path, text, PLAIN, level)
    assert [title.text for title in path] == ["One", "Four"]


def test_looks() -> None:
    plain, capitals = lines_of("Lights", "LIGHTS")
    assert look_of(plain) < look_of(capitals)
    assert look_of(lines_of("Lights", bold=1.0)[0]) > look_of(plain)
    assert look_of(lines_of("Lights", bold=1.0, italic=1.0)[0]) < look_of(lines_of("Lights", bold=1.0)[0])
    assert look_of(lines_of("Lights", italic=1.0)[0]) == look_of(plain)
    assert look_of(lines_of("Lights", italic=1.0)[0], larger=True) < look_of(plain, larger=True)
    coloured = look_of(lines_of("Lights", coloured=True)[0])
    assert look_of(plain) < coloured < look_of(lines_of("Lights", bold=1.0)[0])
    assert look_of(lines_of("Lights", coloured=True, italic=1.0)[0]) < coloured
    assert look_of(lines_of("Lights", small_capitals=True)[0]) == look_of(capitals)


def test_sections_of_records() -> None:
    report = Report().heading("I.\tLights", size=14).paragraphs(1, 2)
    report.heading("A.\tLamps").paragraphs(3, 4).heading("1.\tOil", size=10).paragraphs(5, 6)
    report.heading("B.\tBells").paragraphs(7, 8).heading("II.\tEnd", size=14).paragraphs(9, 9)
    parsed = report.segment()
    assert {record.address: record.section for record in parsed.records} == {
        "p1": ("I. Lights",),
        "p2": ("I. Lights",),
        "p3": ("I. Lights", "A. Lamps"),
        "p4": ("I. Lights", "A. Lamps"),
        "p5": ("I. Lights", "A. Lamps", "1. Oil"),
        "p6": ("I. Lights", "A. Lamps", "1. Oil"),
        "p7": ("I. Lights", "B. Bells"),
        "p8": ("I. Lights", "B. Bells"),
        "p9": ("II. End",),
    }
    assert [(h.text, h.level, h.before) for h in parsed.headings] == [
        ("I. Lights", 0, 1),
        ("A. Lamps", 1, 3),
        ("1. Oil", 2, 5),
        ("B. Bells", 1, 7),
        ("II. End", 0, 9),
    ]


@pytest.mark.parametrize(
    ("second", "path"),
    [
        ("II", ["Draft resolution I", "LIGHTS", "II"]),
        ("II.", ["Draft resolution I", "LIGHTS", "II."]),
        ("B", ["Draft resolution I", "LIGHTS", "B"]),
        ("Lamps", ["Draft resolution I", "Lamps"]),
    ],
)
def test_a_part_without_a_title_stands_below_what_its_act_is_called(second: str, path: list[str]) -> None:
    titles = push((), "Draft resolution I", BOLD, 0)
    titles = (*titles, push(titles, "LIGHTS", PLAIN, 0)[-1]._replace(names=True))
    for text in ("I", second):
        titles = push(titles, text, BOLD, 0)
    assert [title.text for title in titles] == path


@pytest.mark.parametrize(
    ("second", "path"), [("II", ["Resolution 5", "II"]), ("III", ["Resolution 5", "III"])]
)
def test_a_part_without_a_title_ends_the_one_before_it(second: str, path: list[str]) -> None:
    titles = push((), "Resolution 5", BOLD, 0)
    titles = (*titles, push(titles, "I", BOLD, 0)[-1]._replace(names=True))
    assert [title.text for title in push(titles, second, BOLD, 0)] == path


@pytest.mark.parametrize(
    ("scope", "size", "section"),
    [
        ("Annex", 12.0, ("Annex", "Summary by the Chair", "Report of the forum")),
        ("Annex", 14.0, ("Annex", "Summary by the Chair", "Report of the forum")),
        ("Annex", 10.0, ("Annex", "Report of the forum")),
        ("Decision 9/7", 12.0, ("Decision 9/7", "Report of the forum")),
    ],
)
def test_the_title_of_a_text_stands_below_what_its_annex_is_called(
    scope: str, size: float, section: tuple[str, ...]
) -> None:
    report = Report().paragraphs(1, 3).page_break().heading(scope, size=14)
    report.heading("Summary by the Chair", size=size).heading("Report of the forum")
    assert report.text(f"The keepers said that {FILL}.").segment().records[-1].section == section


def test_articles_below_a_part_are_not_its_name() -> None:
    report = Report()
    for part, articles in (("PART I", (1, 2)), ("PART II", (3, 4))):
        report.heading(part, centre=True)
        for article in articles:
            report.heading(f"Article {article}", centre=True).paragraphs(1, 2)
    sections = list(dict.fromkeys(record.section for record in report.records().values()))
    assert sections == [
        ("PART I", "Article 1"),
        ("PART I", "Article 2"),
        ("PART II", "Article 3"),
        ("PART II", "Article 4"),
    ]


def test_chapters_stand_below_parts_and_sections_below_chapters() -> None:
    path: tuple[Title, ...] = ()
    found = []
    for text in ("Part one", "Chapter I", "Section 1", "Section 2", "Chapter II", "Part two", "Chapter III"):
        path = push(path, text, BOLD, 0)
        found.append([title.text for title in path])
    assert found == [
        ["Part one"],
        ["Part one", "Chapter I"],
        ["Part one", "Chapter I", "Section 1"],
        ["Part one", "Chapter I", "Section 2"],
        ["Part one", "Chapter II"],
        ["Part two"],
        ["Part two", "Chapter III"],
    ]


@pytest.mark.parametrize(
    ("chapter", "look", "path"),
    [
        ("Chapter II. Lamps", LARGE, ["Guide"]),
        ("Chapter II. Lamps", BOLD, ["Chapter II. Lamps", "Guide"]),
        ("Chapter II", LARGE, ["Chapter II", "Guide"]),
        ("Annex II", LARGE, ["Annex II", "Guide"]),
    ],
)
def test_a_heading_in_larger_type_ends_a_chapter_that_has_a_title(
    chapter: str, look: Look, path: list[str]
) -> None:
    titles = push(push((), chapter, BOLD, 0), "Guide", look, 0)
    assert [title.text for title in titles] == path


def test_a_chapter_is_as_high_as_its_title() -> None:
    report = Report().heading("Chapter II", size=12.0).heading("Lamps", size=18.0).text(f"They met. {FILL}.")
    records = report.heading("Oil", size=14.0).text(f"They met again. {FILL}.").segment().records
    assert records[-1].section == ("Chapter II Lamps", "Oil")


def test_an_article_that_flows_below_a_chapter_is_no_part_of_its_name() -> None:
    records = blocks(
        (f"They met. {FILL}.", {}),
        *((heading, {"bold": 1.0}) for heading in ("II. Lights", "Article 1")),
        *((f"{number}. They met. {FILL}.", {}) for number in (1, 2)),
    ).records
    assert records[-1].section == ("II. Lights", "Article 1")


@pytest.mark.parametrize("word", ["Commentary", "Commentaire", "COMENTARIO"])
def test_a_commentary_stands_below_its_article(word: str) -> None:
    path: tuple[Title, ...] = ()
    found = []
    for text in ("Article 1. Lights", word, "Article 2. Horns", word, "Annexed lamps"):
        path = push(path, text, BOLD, 0)
        found.append([title.text for title in path])
    assert found == [
        ["Article 1. Lights"],
        ["Article 1. Lights", word],
        ["Article 2. Horns"],
        ["Article 2. Horns", word],
        ["Annexed lamps"],
    ]


@pytest.mark.parametrize("label", ["Draft article {}", "Recommendation {}", "Rule 10{}.1"])
def test_remarks_stand_below_what_has_a_number_and_beside_other_headings(label: str) -> None:
    path: tuple[Title, ...] = ()
    found = []
    for text in (label.format(1), "Remarks", label.format(2), "Remarks", "Lamps", "Remarks"):
        path = push(path, text, BOLD, 0)
        found.append([title.text for title in path])
    assert found == [
        [label.format(1)],
        [label.format(1), "Remarks"],
        [label.format(2)],
        [label.format(2), "Remarks"],
        ["Lamps"],
        ["Remarks"],
    ]


def test_rules_with_dotted_numbers_stand_below_the_article_that_is_set_as_they_are() -> None:
    path: tuple[Title, ...] = ()
    found = []
    for text in ("Article I", "Regulation 1.1", "Regulation 1.2", "Rule 101.1", "Article II", "Rule 102.1"):
        path = push(path, text, BOLD, 0)
        found.append([title.text for title in path])
    assert found == [
        ["Article I"],
        ["Article I", "Regulation 1.1"],
        ["Article I", "Regulation 1.2"],
        ["Article I", "Rule 101.1"],
        ["Article II"],
        ["Article II", "Rule 102.1"],
    ]


@pytest.mark.parametrize("text", ["Article 1", "1. Lights", "I. Lights"])
def test_a_preamble_ends_with_the_first_article_or_number(text: str) -> None:
    path = push(push((), "PREAMBLE", (12.0, True, True, False, True, False), 0), text, BOLD, 0)
    assert [title.text for title in path] == [text]


@pytest.mark.parametrize("text", ["Article 1", "Rule 1", "Guideline 1."])
def test_an_article_in_smaller_type_ends_a_preamble(text: str) -> None:
    path = push(push((), "Preamble", (14.0, True, True, False, True, False), 0), text, BOLD, 0)
    assert [title.text for title in path] == [text]


@pytest.mark.parametrize(
    ("text", "look"),
    [("(a) First recital", (12.0, False, False, False, True, False)), ("1. Recitals", (9.0, *BOLD[1:]))],
)
def test_what_is_said_of_a_preamble_stands_below_its_name(text: str, look: Look) -> None:
    path = push(push((), "Preamble", BOLD, 0), text, look, 0)
    assert [title.text for title in path] == ["Preamble", text]


@pytest.mark.parametrize("word", ["General comment No. {}: Lamps", "Recomendación general núm. {}: Lamps"])
def test_a_heading_set_as_one_of_a_series_stands_below_it_while_its_numbers_go_on(word: str) -> None:
    report = Report()
    for number in (5, 6):
        report.heading(word.format(number)).paragraphs(1, 3).heading("Oil").paragraphs(4, 5)
        report.heading("Tides").paragraphs(6, 7)
    sections = [record.section for record in report.heading("Statements").paragraphs(1, 3).records().values()]
    assert sections[10] == (word.format(6), "Oil")
    assert sections[13:15] == [(word.format(6), "Tides"), ("Statements",)]


def test_an_act_may_stand_below_a_heading_that_is_a_star_alone() -> None:
    records = blocks(
        ("*", {"role": "heading"}), ("80/401. Lights", {}), (f"1. They met. {FILL}.", {})
    ).records
    assert records[-1].text == f"They met. {FILL}."
    assert records[-1].section[-1] == "80/401. Lights"
