from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.pdf_fonts import BOLD, ITALIC
from indexer.extract.pdf_lines import build_lines
from indexer.extract.words import SidewaysWord, Words
from indexer.grammar.characters import DOUBTFUL_SPACE

if TYPE_CHECKING:
    from indexer.model import Line

WIDTH, HEIGHT = 595.0, 842.0


class Look(TypedDict, total=False):
    size: float
    turn: int
    bold: bool
    italic: bool
    group: int
    glued: bool
    width: float


class Word(NamedTuple):
    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int
    face: int
    group: int
    glued: bool


def word(text: str, left: float, base: float, **look: Unpack[Look]) -> Word:
    """A word half a size wide for each character, its base line at the given height."""
    size = look.get("size", 10.0)
    bold, italic = look.get("bold", False), look.get("italic", False)
    return Word(
        text=text,
        left=left,
        right=left + look.get("width", 0.5 * size * len(text)),
        base=base,
        size=size,
        turn=look.get("turn", 0),
        face=(BOLD if bold else 0) | (ITALIC if italic else 0),
        group=look.get("group", 0),
        glued=look.get("glued", False),
    )


def row(text: str, left: float, base: float, *, space: float = 2.5, **look: Unpack[Look]) -> list[Word]:
    """The words of a line, that far apart."""
    made = []
    for piece in text.split(" "):
        made.append(word(piece, left, base, **look))
        left = made[-1].right + space
    return made


def words(*found: Word) -> Words:
    """The upright words of a page."""
    return Words(
        [w.text for w in found],
        [w.left for w in found],
        [w.right for w in found],
        [w.base for w in found],
        [w.size for w in found],
        [w.face for w in found],
        [w.group for w in found],
        [w.glued for w in found],
        [DOUBTFUL_SPACE for _ in found],
    )


def lines(*found: Word) -> tuple[Line, ...]:
    columns = words(*[w for w in found if not w.turn])
    sideways = [
        SidewaysWord(w.text, w.left, w.base - 0.8 * w.size, w.right, w.base + 0.2 * w.size, w.size, w.group)
        for w in found
        if w.turn
    ]
    return build_lines(columns, WIDTH, HEIGHT, sideways=sideways).lines


def texts(*found: Word) -> list[str]:
    return [line.text for line in lines(*found)]


def test_a_line_has_the_place_of_its_words() -> None:
    (line,) = lines(*row("the lights", 100, 200))
    assert (line.left, line.right, line.bottom, line.size) == (100, 147.5, 200, 10)
    assert line.top == pytest.approx(193)


def test_lines_come_from_top_to_bottom_and_words_from_left_to_right() -> None:
    made = [*row("second line", 100, 120), *row("first line", 100, 100)]
    assert texts(*reversed(made)) == ["first line", "second line"]


@pytest.mark.parametrize(
    ("size", "lift", "raised"), [(6.0, 4.0, True), (6.0, 0.5, False), (10.0, 4.0, True), (10.0, 0.0, False)]
)
def test_raised_marks(size: float, lift: float, *, raised: bool) -> None:
    (line,) = lines(word("said", 100, 100), word("1", 120.1, 100 - lift, size=size, glued=True, group=1))
    assert line.text == "said1"
    assert line.raised == (((4, 5),) if raised else ())


def test_a_mark_behind_a_number_may_have_more_characters_than_the_number() -> None:
    (line,) = lines(word("5", 100, 100), word("a/", 105.1, 96, size=6, glued=True, group=1))
    assert (line.text, line.raised, line.size) == ("5a/", ((1, 3),), 10)


@pytest.mark.parametrize(
    ("second", "size", "of_the_line"),
    [("(LIGHTHOUSES)", 7, 11), ("(lighthouses)", 7, 7), ("/CONF.12/345", 5.5, 5.5)],
)
def test_small_capitals_are_of_the_size_of_the_words_before(
    second: str, size: float, of_the_line: float
) -> None:
    (line,) = lines(word("Part", 100, 100, size=11), word(second, 126, 100, size=size, group=1))
    assert (line.text.split(), line.size) == (["Part", second], of_the_line)


def test_small_capitals_behind_larger_initials_have_the_size_of_most_letters() -> None:
    (line,) = lines(word("L", 100, 100, size=10), word("IGHTS", 105, 100, size=8, glued=True, group=1))
    assert (line.text, line.size, line.small_capitals) == ("LIGHTS", 8, False)


def test_small_capitals_go_on_from_a_letter_that_stands_a_little_apart() -> None:
    (line,) = lines(word("L", 100, 100, size=12), word("ights", 106.5, 100, size=8.4, glued=True))
    assert (line.text, line.size, line.small_capitals) == ("Lights", 12, True)


def test_signs_between_small_capitals_stand_as_close_as_they_are_printed() -> None:
    (line,) = lines(
        word("TOWER", 100, 100, size=8.4),
        word("-", 121.5, 100, size=12, glued=True),
        word("KEEPERS", 128, 100, size=8.4, glued=True),
    )
    assert line.text == "TOWER-KEEPERS"


def test_small_capitals_in_larger_brackets_are_of_the_size_of_the_words_before() -> None:
    (line,) = lines(
        word("Part", 100, 100, size=11),
        word("(", 126, 100, size=9, group=1),
        word("LIGHTHOUSES", 130.5, 100, size=7, glued=True, group=2),
        word(")", 169, 100, size=9, glued=True, group=3),
    )
    assert (line.text, line.size) == ("Part (LIGHTHOUSES)", 11)


def test_a_mark_in_front_of_a_note() -> None:
    (line,) = lines(word("12", 100, 96, size=5), *row("See there.", 108, 100, size=8))
    assert line.text[line.raised[0][0] : line.raised[0][1]] == "12"
    assert line.size == 8
    assert line.bottom == 100


@pytest.mark.parametrize(
    ("marks", "size", "together"),
    [("12", 6.0, True), ("∗∗", 6.5, True), ("1 2", 6.5, True), ("12", 5.0, False), ("May", 6.5, False)],
)
def test_marks_behind_a_large_heading_stand_on_its_line(marks: str, size: float, *, together: bool) -> None:
    made = [
        word("Lights", 100, 100, size=14, bold=True),
        *row(marks, 142.5, 97, size=size, space=1.0, group=1),
    ]
    assert len(lines(*made)) == (1 if together else 2)


def test_a_mark_is_no_share_of_the_face_of_its_line() -> None:
    (line,) = lines(word("Lamps", 100, 100, italic=True), word("73", 125.1, 96, size=6, group=1))
    assert (line.italic, line.bold) == (1.0, 0.0)


def test_a_raised_word_is_no_mark() -> None:
    (line,) = lines(word("said", 100, 100), word("Nth", 120.1, 96, size=6, glued=True, group=1))
    assert line.raised == ()


@pytest.mark.parametrize(
    ("label", "text_left"),
    [("12.", 136.0), ("(a)", 136.0), ("•", 136.0), ("138.2.", 136.0), ("Lighthouse", 100.0)],
)
def test_where_the_words_behind_a_label_begin(label: str, text_left: float) -> None:
    (line,) = lines(word(label, 100, 100, width=20), word("The", 136, 100), word("light", 155, 100))
    assert line.text_left == text_left


def test_shares_of_bold_and_italic() -> None:
    (line,) = lines(
        word("Mr.", 100, 100, bold=True),
        word("Keeper:", 118, 100, bold=True),
        word("we", 156, 100),
        word("met", 169, 100),
    )
    assert line.bold == pytest.approx(10 / 15)
    assert line.bold_lead == len("Mr. Keeper:")
    assert line.italic == 0
    (line,) = lines(
        word("1.", 100, 100), *row("Lights of the", 136, 100, italic=True), word("coast", 205, 100)
    )
    assert line.text[: line.italic_lead] == "1.\tLights of the"


def two_columns(count: int = 20, *, gutter: float = 310.0) -> list[Word]:
    made = []
    for at in range(count):
        made += row(f"left column line {at:02d} of the text that is so long", 60, 120 + 14 * at)
        made += row(f"right column line {at:02d} of the text that is as long", gutter, 120 + 14 * at, group=1)
    return made


def test_two_columns_are_read_one_after_the_other() -> None:
    found = lines(*two_columns())
    assert [line.column for line in found] == [1] * 20 + [2] * 20
    assert found[0].text.startswith("left column line 00")
    assert found[20].text.startswith("right column line 00")


def test_three_columns_are_read_one_after_the_other() -> None:
    made = []
    for at in range(20):
        for group, (left, name) in enumerate(((60.0, "first"), (230.0, "middle"), (400.0, "third"))):
            made += row(f"{name} column {at:02d} of the text", left, 120 + 14 * at, group=group)
    found = lines(*made)
    assert [line.column for line in found] == [1] * 20 + [2] * 20 + [3] * 20
    assert [found[at].text.split()[0] for at in (0, 20, 40)] == ["first", "middle", "third"]
    heading = row("A heading that goes over all three columns of the page, from the left", 60, 260)
    found = lines(*heading, *(word for word in made if word.base != 260))
    assert [line.column for line in found] == [
        *(column for column in (1, 2, 3) for _ in range(10)),
        0,
        *(column for column in (1, 2, 3) for _ in range(9)),
    ]


def test_columns_of_ideographs() -> None:
    made = []
    for at in range(20):
        for group, left in enumerate((60.0, 310.0)):
            made.append(
                word("灯塔看守人指出偏远港口引航员的培训仍然是", left, 120 + 14 * at, group=group, width=200)
            )
    assert [line.column for line in lines(*made)] == [1] * 20 + [2] * 20


def test_columns_are_read_from_the_right_where_lines_are() -> None:
    head = [*row("المنارات مجلس", 460, 76), *row("Distr.: General", 60, 76, group=1)]
    title = row("المنارات تقرير", 400, 100, size=14.0, space=4.0)
    made = []
    for at in range(20):
        for group, left in enumerate((60.0, 310.0)):
            made += row("السواحل على التي المنارات حراس اجتمع", left, 120 + 14 * at, group=group)
    found = lines(*head, *title, *made)
    assert [line.text for line in found[:3]] == ["مجلس المنارات", "Distr.: General", "تقرير المنارات"]
    assert [(line.column, line.left > 300) for line in found[3:]] == [(1, True)] * 20 + [(2, False)] * 20


def test_a_full_line_divides_the_columns() -> None:
    title = row(
        "A title that goes over both of the columns of this page, from the left to the right", 60, 260
    )
    lower = [w for w in two_columns() if w.base != 260]
    found = lines(*title, *lower)
    assert [line.column for line in found] == [1] * 10 + [2] * 10 + [0] + [1] * 9 + [2] * 9


@pytest.mark.parametrize(
    ("panel", "columns"),
    [
        ((50.0, 250.0, 550.0, 500.0), [1] * 10 + [2] * 10 + [1] * 10 + [2] * 10),
        ((50.0, 180.0, 550.0, 250.0), [1] * 5 + [2] * 5 + [1] * 5 + [2] * 5 + [1] * 10 + [2] * 10),
        ((50.0, 250.0, 290.0, 500.0), [1] * 20 + [2] * 20),
    ],
)
def test_a_panel_across_the_page_divides_the_columns(
    panel: tuple[float, float, float, float], columns: list[int]
) -> None:
    found = build_lines(words(*two_columns()), WIDTH, HEIGHT, panels=[panel]).lines
    assert [line.column for line in found] == columns


@pytest.mark.parametrize(("size", "divides"), [(14.0, True), (11.0, False)])
def test_a_short_title_in_large_type_divides_a_letterhead_from_the_columns(
    size: float, *, divides: bool
) -> None:
    head = [*row("Board of Keepers", 60, 76), *row("Distr.: General", 410, 76, group=1)]
    title = row("Lights of the coast", 60, 100, size=size, space=4.0)
    found = [line.text for line in lines(*head, *title, *two_columns())]
    assert found[0] == "Board of Keepers"
    assert (found.index("Distr.: General") < found.index("Lights of the coast")) is divides
    assert (found[2] == "Lights of the coast") is divides


def test_a_large_heading_in_a_column_divides_nothing() -> None:
    heading = row("Lights of the coast", 60, 260, size=14.0, space=4.0)
    upper = [w for w in two_columns() if w.base != 260 or w.left > 300]
    found = [line.column for line in lines(*upper, *heading)]
    assert found == sorted(found)


def test_few_lines_side_by_side_are_no_columns() -> None:
    assert {line.column for line in lines(*two_columns(8))} == {0}


def test_sideways_words_come_last_as_furniture() -> None:
    found = lines(*row("GE.08-15355 (E)", 20, 400, turn=1, group=5), *row("the lights", 100, 100))
    assert [(line.text, line.role) for line in found] == [("the lights", ""), ("GE.08-15355 (E)", "header")]


def test_a_large_letter_beside_small_lines_is_a_line_of_its_own() -> None:
    made = [word("A", 500, 100, size=40), *row("29 August 2008", 380, 90, size=10, group=1)]
    assert sorted(texts(*made)) == ["29 August 2008", "A"]


def test_nothing_gives_no_lines() -> None:
    assert lines() == ()


WORDS = st.builds(
    word,
    st.sampled_from(["the", "lights", "1", "12.", "(a)", "灯塔", "المنارات", "A/HRC/9/8", "*", "-"]),
    st.integers(0, 560).map(float),
    st.integers(0, 100).map(lambda n: n * 8.0),
    size=st.sampled_from([6.0, 10.0, 10.0, 10.0, 24.0]),
    turn=st.sampled_from([0, 0, 0, 0, 0, 1, 3]),
    bold=st.booleans(),
    italic=st.booleans(),
    group=st.integers(0, 3),
    glued=st.booleans(),
)


@given(st.lists(WORDS, max_size=60))
def test_words_come_out_whole_and_marks_lie_in_the_text(made: list[Word]) -> None:
    given_words = sorted(made_word.text for made_word in made)
    found = lines(*made)
    left = "".join(given_words)
    for line in found:
        assert line.left <= line.right
        assert 0 <= line.bold <= 1
        assert 0 <= line.italic <= 1
        assert line.bold_lead <= len(line.text)
        assert line.italic_lead <= len(line.text)
        assert all(0 <= start < end <= len(line.text) for start, end in line.raised)
    assert len("".join("".join(line.text.split()) for line in found)) <= len(left)
    assert {ch for line in found for ch in line.text if not ch.isspace()} == set(left)


def column(left: float, right: float, *, first: int = 0, count: int = 30) -> list[list[Word]]:
    """Full lines of a column, stretched as narrow columns are."""
    found = []
    for nth in range(count):
        pieces = ["the", "keepers", "of", "lights", "heard", "what", "others", "had", "done"][: 5 + nth % 4]
        room = (right - left - sum(5 * len(piece) for piece in pieces)) / (len(pieces) - 1)
        found.append(row(" ".join(pieces), left, 100 + 14 * (first + nth), space=room, group=int(left)))
    return found


def test_stretched_columns_with_numbers_that_hang_out() -> None:
    """The strip behind the numbers of the second column is as wide as the one between the columns."""
    left, right = column(60, 285), column(345, 535)
    numbers = [word(f"{nth + 1}.", 310, 100 + 42 * nth, group=310) for nth in range(10)]
    found = lines(*[w for made in left for w in made], *numbers, *[w for made in right for w in made])
    assert [line.column for line in found] == [1] * 30 + [2] * 30
    assert found[30].text.startswith("1.\tthe keepers")


def test_a_single_number_that_hangs_out() -> None:
    left, right = column(60, 285), column(345, 535)
    made = [w for line in left + right for w in line]
    found = lines(*made, word("7.", 310, 100 + 14 * 12, group=310))
    assert [line.text[:2] for line in found if line.text[0] == "7"] == ["7."]
    assert [line.column for line in found if line.text[0] == "7"] == [2]


def test_a_raised_mark_stays_in_its_column() -> None:
    """The lines of the other column stand half a line lower, where the mark would fit as well."""
    left = [w for line in column(60, 280) for w in line]
    right = [w for line in column(310, 535) for w in line]
    right = [w._replace(base=w.base - 7) for w in right]
    mark = word("1", 281, 100 + 14 * 9 - 4, size=6.5, group=60)
    found = [line for line in lines(*left, mark, *right) if line.raised]
    assert [(line.column, line.bottom) for line in found] == [(1, 100 + 14 * 9)]


def test_rows_of_a_table_are_no_columns_of_text() -> None:
    cells = [
        w
        for nth in range(30)
        for at, name in enumerate(("North coast", "12", "South coast", "30"))
        for w in row(name, 60 + 125 * at, 100 + 14 * nth)
    ]
    assert {line.column for line in lines(*cells)} == {0}


@pytest.mark.parametrize(("size", "bold"), [(10.0, True), (12.0, False)])
def test_a_short_heading_between_columns_and_full_lines_is_that_of_these(*, size: float, bold: bool) -> None:
    columns = [
        found
        for at in range(12)
        for found in (
            *row("the keepers of the lights on the coast", 60, 100 + 12 * at),
            *row("counted the lamps in the first winter", 320, 100 + 12 * at),
        )
    ]
    below = [
        found
        for at in range(6)
        for found in row("what the books of the harbour say of all these years " * 2, 60, 280 + 12 * at)
    ]
    heading = row("The books", 60, 262, size=size, bold=bold)
    found = lines(*columns, *heading, *below)
    assert {line.column for line in found[:24]} == {1, 2}
    assert all(line.column == 0 for line in found[24:])
    assert found[24].text == "The books"


@pytest.mark.parametrize(
    ("label", "raised"), [("Keeper of the tower", 0), ("Keeper ii", 1), ("Keeper aa", 1)]
)
def test_words_of_a_small_label_above_the_line_are_no_marks(label: str, raised: int) -> None:
    (line,) = lines(*row(label, 90, 97, size=8.0), *row("Anna Light of the coast", 260, 100, size=12.0))
    assert line.text == f"{label}\tAnna Light of the coast"
    assert len(line.raised) == raised
