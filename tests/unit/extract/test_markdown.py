from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import EmptyReportError, LimitError, ReportError
from indexer.extract.markdown import DEEPEST, MOST_BYTES, MarkdownExtractor
from indexer.model import ExtractedDocument, SourceFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("markdown")


def read(folder: Path, content: str, size: int | None = None) -> ExtractedDocument:
    path = folder / "report.md"
    path.write_bytes(content.encode())
    source = SourceFile(
        path="report.md",
        location=str(path),
        sha256="",
        size=len(content) if size is None else size,
        media_type="text/markdown",
    )
    return MarkdownExtractor().extract(source)


def lines_of(folder: Path, content: str) -> list[tuple[str, str, str]]:
    (page,) = read(folder, content).pages
    return [(line.role, line.label, line.text) for line in page.lines]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(
            "# Report\n\n## I. *Work*\n", [("heading", "", "Report"), ("heading", "", "I. Work")], id="hash"
        ),
        pytest.param("Report\n======\n\ntext\n", [("heading", "", "Report"), ("", "", "text")], id="rule"),
        pytest.param("a **b** _c_ `d` <br> e\n", [("", "", "a b c d"), ("", "", "e")], id="faces"),
        pytest.param(
            "9. One\n\n10. Two\n    (a) first;\n\n12. Three\n",
            [("", "9.", "One"), ("", "10.", "Two (a) first;"), ("", "12.", "Three")],
            id="numbers-stay",
        ),
        pytest.param("13\\. Thirteen\n", [("", "", "13. Thirteen")], id="escaped"),
        pytest.param("- one\n- two\n", [("", "•", "one"), ("", "•", "two")], id="bullets"),
        pytest.param(
            "| A | B |\n|---|---|\n| 1 | 2 |\n", [("row", "", "A\tB"), ("row", "", "1\t2")], id="table"
        ),
        pytest.param("<p>web</p>\n\n&amp; &eacute;\n", [("", "", "web"), ("", "", "& é")], id="html"),
        pytest.param("a\nb\n\nc\n", [("", "", "a b"), ("", "", "c")], id="wrapped"),
        pytest.param("---\nkey: 1\n---\ntext\n", [("", "", "text")], id="front-matter"),
        pytest.param("---\n\ntext: a\n", [("", "", "text: a")], id="rule-first"),
    ],
)
def test_markdown_reads_as_the_page_it_stands_for(
    folder: Path, content: str, lines: list[tuple[str, str, str]]
) -> None:
    assert lines_of(folder, content) == lines


@pytest.mark.parametrize(("label", "mark"), [("7", "7"), ("why", "1")])
def test_a_note_keeps_its_number(folder: Path, label: str, mark: str) -> None:
    (page,) = read(folder, f"10. It met[^{label}] twice.\n\n[^{label}]: See above.\n").pages
    text, note = page.lines
    assert (text.text, [text.text[a:b] for a, b in text.raised]) == (f"It met{mark} twice.", [mark])
    assert (note.role, note.mark, note.text) == ("note", mark, "See above.")


def test_a_note_with_a_name_takes_no_number_of_another(folder: Path) -> None:
    (page,) = read(folder, "It met[^why] and rose.[^1]\n\n[^why]: In May.\n\n[^1]: In June.\n").pages
    text, *notes = page.lines
    assert text.text == "It met2 and rose.1"
    assert [(note.mark, note.text) for note in notes] == [("2", "In May."), ("1", "In June.")]


def test_a_note_that_nothing_refers_to_is_text(folder: Path) -> None:
    content = "It met.[^2]\n\n[^1]: Nobody refers to *this*.\n\n[^2]: See above.\n"
    (page,) = read(folder, content).pages
    assert [(line.role, line.text) for line in page.lines] == [
        ("", "It met.2"),
        ("", "[^1]: Nobody refers to this."),
        ("note", "See above."),
    ]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: On rivers", "On rivers"),
        ('title: "On: rivers"', "On: rivers"),
        ("title:\t'On rivers' ", "On rivers"),
        ("title: 'On' \"rivers\"", "'On' \"rivers\""),
        ('title: "', '"'),
        pytest.param(f"title: On{' ' * 500_000}rivers", "On rivers", id="blanks"),
        ("a: b", ""),
    ],
)
def test_the_title_may_be_stated_above(folder: Path, front: str, title: str) -> None:
    assert read(folder, f"---\n{front}\n---\n\nText.\n").title == title


@pytest.mark.parametrize(
    ("content", "size", "error"),
    [
        (" \n\n", None, EmptyReportError),
        ("text", MOST_BYTES + 1, LimitError),
        ("> " * DEEPEST + "deep", None, LimitError),
        ("- " * DEEPEST + "deep", None, LimitError),
    ],
)
def test_what_is_no_report_is_refused(
    folder: Path, content: str, size: int | None, error: type[ReportError]
) -> None:
    with pytest.raises(error):
        read(folder, content, size)


NO_LETTERS = regex.compile(r"[^a-z]+")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "alpha",
                "bravo",
                "\n",
                "\n\n",
                "  ",
                "> ",
                "- ",
                "1. ",
                "# ",
                "*",
                "**",
                "_",
                "`",
                "[",
                "]",
                "|",
            ]
        ),
        max_size=60,
    )
)
def test_no_word_is_lost(folder: Path, parts: list[str]) -> None:
    content = "".join(parts)
    try:
        found = " ".join(text for _, _, text in lines_of(folder, content))
    except EmptyReportError:
        found = ""
    assert NO_LETTERS.sub("", found) == NO_LETTERS.sub("", content)


def test_words_lie_as_deep_as_is_let_through(folder: Path) -> None:
    deepest = DEEPEST - 1
    assert lines_of(folder, "> " * deepest + "deep")[0][2] == "deep"
    assert lines_of(folder, "- " * deepest + "deep")[0][2] == "deep"
