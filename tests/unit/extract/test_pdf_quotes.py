"""Quotation marks that a file calls other signs."""

from __future__ import annotations

import pytest

from indexer.extract.pdf_quotes import with_quotes
from indexer.model import Line, Page


def page(*texts: str, raised: tuple[tuple[int, int], ...] = ()) -> Page:
    lines = tuple(Line(text=text, raised=raised) for text in texts)
    return Page(number=1, width=600, height=800, lines=lines)


def read(*texts: str, raised: tuple[tuple[int, int], ...] = ()) -> tuple[list[str], bool]:
    pages, told = with_quotes([page(*texts, raised=raised), page("The lights burn.")])
    assert [len(one.lines) for one in pages] == [len(texts), 1]
    return [line.text for line in pages[0].lines], bool(told)


QUOTED = ["entitled <Lights of the", "coast=, and (<Bells=).", "See <The 2030 log=: there."]


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (QUOTED, ["entitled “Lights of the", "coast”, and (“Bells”).", "See “The 2030 log”: there."]),
        (
            ["the State9s lamps", "a keeper9s log", "nobody9s boat", "the girls9 bells", '"\tone', "1999 9"],
            ["the State’s lamps", "a keeper’s log", "nobody’s boat", "the girls’ bells", "•\tone", "1999 9"],
        ),
        (["l9homme qu9il voit", "d9un port"], ["l’homme qu’il voit", "d’un port"]),
        ([*QUOTED, "They don9t call it 8harbour9."], ["entitled “Lights of the", "coast”, and (“Bells”).",
          "See “The 2030 log”: there.", "They don’t call it ‘harbour’."]),
    ],
)  # fmt: skip
def test_signs_are_read_as_they_are_printed(texts: list[str], printed: list[str]) -> None:
    assert read(*texts) == (printed, True)


@pytest.mark.parametrize(
    "texts",
    [
        ["where x<y and a=b, or p <0.05 and q= 1", "if i < 10 then k = 3"],
        ["one <word= alone"],
        ["the A9s and B9s", "COVID9s", "in 9s"],
        ["<b>Lights</b> <i>Bells</i> <a href=x>"],
        ["the keeper9s log", "States9 obligations"],
        ["rose (p <0.05, n= 30)", "fell (p <0.01, n= 40)"],
        ["with Cas9s in", "of Cas9s and", "by Cas9s then"],
        ["youtu.be/d9as", "youtu.be/l9ot", "youtu.be/n9is"],
        ["l9ahwa, d9ima and s9ala", *["the keeper’s log isn’t the board’s"] * 8],
    ],
)
def test_other_signs_stay(texts: list[str]) -> None:
    assert read(*texts) == (texts, False)


def test_the_mark_of_a_note_stays_a_digit() -> None:
    texts = [*QUOTED, "States9 obliged"]
    assert read(*texts, raised=((6, 7),))[0][-1] == "States9 obliged"
    assert read(*texts)[0][-1] == "States’ obliged"


def test_the_mark_of_a_note_opens_no_quotation() -> None:
    assert read(*QUOTED, "8See the States9 report", raised=((0, 1),))[0][-1] == "8See the States’ report"
