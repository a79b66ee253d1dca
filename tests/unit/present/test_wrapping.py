from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.present.style import columns, cut_to
from indexer.present.wrapping import _pieces, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a lens of glass", 7, ["a lens", "of", "glass"]),
        ("a léns of glass", 7, ["a léns", "of", "glass"]),
        ("人权理事会，报告", 6, ["人权理", "事会，", "报告"]),
        ("人权 A/HRC/9/8 报告", 10, ["人权", "A/HRC/9/8", "报告"]),
        ("пользование", 5, ["польз", "овани", "е"]),
        ("تقرير عن الموانئ", 9, ["تقرير عن", "الموانئ"]),
        ("", 9, []),
        ("é", 9, ["é"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_indents() -> None:
    assert wrapped("une léntille de verre", 10, indent="> ", hanging="  ") == [
        "> une",
        "  léntille",
        "  de verre",
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))), st.integers(2, 30))
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def plainly_wrapped(text: str, width: int, indent: str, hanging: str) -> list[str]:
    """The same, measuring the whole rest of a piece again for each line."""
    lines: list[str] = []
    line, is_empty = indent, True
    for piece in _pieces(text):
        left = piece
        if not is_empty and columns(line + left.rstrip()) > width:
            lines.append(line.rstrip())
            line, is_empty = hanging, True
        while columns(line + left.rstrip()) > width:
            head = cut_to(left, width - columns(line)) or left[:1]
            lines.append(line + head)
            line, left = hanging, left[len(head) :]
        line += left
        is_empty = is_empty and not left
    return lines if is_empty else [*lines, line.rstrip()]


@settings(max_examples=500)
@given(
    st.text("aé人，。 \u0301\u00a0б١ا-.🛟", max_size=80),
    st.integers(6, 20),
    st.sampled_from(["", "  ", "> "]),
    st.sampled_from(["", "    ", "人"]),
)
def test_measuring_once_gives_the_same_lines(text: str, width: int, indent: str, hanging: str) -> None:
    text += "é"  # plain letters are left to the standard library
    lines = wrapped(text, width, indent=indent, hanging=hanging)
    assert lines == plainly_wrapped(text, width, indent, hanging)


@pytest.mark.parametrize("letter", ["б", "人", "é", "e\u0301", "-б", "人，"])
def test_letters_are_measured_a_few_times_however_long_a_word_is(
    monkeypatch: pytest.MonkeyPatch, letter: str
) -> None:
    measured = 0

    def counting(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return columns(text)

    monkeypatch.setattr("indexer.present.wrapping.columns", counting)
    text = letter * 5_000
    assert "".join(wrapped(text, 40)) == text
    assert measured <= 8 * len(text)


def test_an_indent_without_room_ends() -> None:
    lines = wrapped("é人 б", 2, indent="    ", hanging="    ")
    assert [line.strip() for line in lines if line.strip()] == ["é", "人", "б"]
