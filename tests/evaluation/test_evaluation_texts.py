"""Reports that say what real documents say: which texts are used, and that they are read as they were set."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.evaluation.layouts.__main__ import main
from tests.evaluation.layouts.compare import compare, parse
from tests.evaluation.layouts.paper import draw
from tests.evaluation.layouts.texts import Library, read_library
from tests.evaluation.layouts.word_file import write
from tests.evaluation.layouts.writer import make

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = [
    ("para", "The Board heard that in 2009,⁽3⁾ 14 ports had asked for pilots.", "paragraphs"),
    ("para", "The Board decides to remain seized of the matter;", "paragraphs"),
    ("text", "The keepers of Article 3 lights met at noon.", "interludes"),
    ("para", "The Board asks the ports:", "leads"),
    ("subpara", "(a) To keep their lights burning;", "points"),
    ("list", "To paint the buoys (Port of Tides);", "points"),
]
BROKEN = [
    ("para", "and 14 of the ports had asked for pilots."),  # the end of another one
    ("para", "The Board noted that the ports had asked for"),  # goes on elsewhere
    ("para", "The Board met. 3 See the report on buoys."),  # a note in the text
    ("para", "The Board met. II. Training of pilots was discussed."),  # a heading in the text
    ("para", "The Board met. 4. The pilots were heard."),  # two paragraphs
    ("para", "The Board took up the long- standing question."),  # a word cut at the end of a line
    ("para", "The Board met. GE.12-15108 Page 3 It rose."),  # a foot in the text
    ("para", "Совет принял к сведению доклад."),  # letters that the faces do not have
    ("text", "Recalling the state of the buoys,"),  # a sentence that the resolution ends
    ("para", "Yes."),
]
LOOKS = [{}, {"indent": "flush"}, {"numbers": "1)"}, {"indent": "first line", "heading look": "larger"}]


def _written(path: Path, paragraphs: list[tuple[str, str]]) -> Path:
    lines = [
        msgspec.json.encode({"kind": kind, "text": text, "section": ["I. Lights and buoys", "__________"]})
        for kind, text in paragraphs
    ]
    path.write_bytes(gzip.compress(b"\n".join(lines)))
    return path


@pytest.mark.parametrize(("kind", "text", "pool"), WHOLE)
def test_a_whole_text_is_used(tmp_path: Path, kind: str, text: str, pool: str) -> None:
    library = read_library(_written(tmp_path / "texts.gz", [(kind, text)]))
    words = text.removeprefix("(a) ").replace("⁽3⁾", "{}")
    others = library._replace(recitals=[], decisions=[])
    assert others._asdict() == Library([], [], [], [], ["Lights and buoys"], [], [])._asdict() | {
        pool: [words]
    }


@pytest.mark.parametrize(("kind", "text"), BROKEN)
def test_a_text_that_was_cut_wrongly_is_left_out(tmp_path: Path, kind: str, text: str) -> None:
    library = read_library(_written(tmp_path / "texts.gz", [(kind, text)]))
    assert library.paragraphs + library.interludes + library.leads + library.points == []


def _library(path: Path) -> Library:
    places = [
        f"{name} {part}" for name in ("Tide", "Reef", "Cape", "Ness") for part in ("Sound", "Bay", "Isle")
    ]
    more = (
        "It noted that Annex II of the decision of 12 May and Article 7 had been written for other ports, and"
        " that those of the islands had asked in A/62/4, paragraph 12 (b), for 30 lamps, and No. 7 was lit."
    )
    paragraphs = [
        (kind, text.replace("The Board", f"The Board of {place} met. {more} It"))
        for place in places
        for kind, text, _ in WHOLE
    ]
    return read_library(_written(path, paragraphs))


@pytest.mark.parametrize("look", LOOKS)
def test_a_report_of_real_texts_is_read_as_it_was_set(tmp_path: Path, look: dict[str, str]) -> None:
    sound = {
        "numbers": "1.", "columns": "1", "heading look": "bold", "headings": "roman", "levels": "1",
        "indent": "hanging", "gap": "6", "table": "none", "figure": "no", "opening": "none",
        "quotes": "none", "recommendations": "letters", "annex": "no", "restart": "no",
    }  # fmt: skip
    report = make(4, _library(tmp_path / "texts.gz"), **(sound | look))
    pages = draw(report, tmp_path / "report.pdf")
    word = write(report, tmp_path / "report.docx")
    for found in (compare(report, parse(tmp_path / "report.pdf"), pages), compare(report, parse(word))):
        assert [outcome for outcome in found.outcomes if outcome.wrong] == []


def test_the_command_takes_real_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _library(tmp_path / "texts.gz")
    command = ["--reports", "1", "--no-office", "--texts", str(tmp_path / "texts.gz")]
    assert main([*command, "--with", "numbers=1.", "--with", "table=none"]) == 0
    assert any(line.startswith("language: en") for line in capsys.readouterr().out.splitlines())


def test_paragraphs_of_resolutions_are_kept_apart(tmp_path: Path) -> None:
    written = [("text", "Recalling the state of the buoys,"), ("para", "Decides to light the lamps;")]
    library = read_library(_written(tmp_path / "texts.gz", written))
    assert (library.recitals, library.decisions) == ([written[0][1]], [written[1][1]])
