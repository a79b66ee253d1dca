"""Reports that say what real documents say: which texts are used, and that they are read as they were set."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.evaluation.layouts import documents
from tests.evaluation.layouts.__main__ import main
from tests.evaluation.layouts.compare import compare, parse
from tests.evaluation.layouts.paper import draw
from tests.evaluation.layouts.texts import Library, Paragraph, read_library
from tests.evaluation.layouts.word_file import write
from tests.evaluation.layouts.writer import make

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import ParsedDocument
    from tests.evaluation.layouts.compare import Comparison
    from tests.evaluation.layouts.report import Report

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
    others = library._replace(recitals=[], decisions=[], documents={})
    assert others._asdict() == Library([], [], [], [], ["Lights and buoys"], [], [], {})._asdict() | {
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


CUT: list[tuple[str, str | None, list[str], str]] = [
    ("para", "1", ["I. Lights", "A. Oil"], "The Board met in 2009,⁽1⁾ and heard 14 ports."),
    ("para", "2", ["I. Lights", "A. Oil"], "The Board asked all ports of the coast:"),
    ("subpara", "(a)", ["I. Lights", "A. Oil"], "(a) To keep their lights burning;"),
    ("subpara", "(b)", ["I. Lights", "A. Oil"], "(b) To paint the buoys."),
    ("text", None, ["____________"], "by the end of the year, as it was said."),  # behind notes
    ("text", None, ["I. Lights", "B. Buoys"], "The keepers of the coast met at noon."),
    ("para", "3", ["II. Bells"], "The Board met. II. Training of pilots was discussed."),  # cut wrongly
    ("text", None, ["Annex List of ports"], "The ports of the coast are ten."),
]


def _cut(path: Path) -> Library:
    more: list[tuple[str, str | None, list[str], str]] = [
        ("para", "1", ["A. Ports"], f"The keepers of {n} ports were asked for their views.")
        for n in range(30)
    ]
    cut = {"A/9/8": CUT, "A/9/9": more}
    lines = [
        msgspec.json.encode(Paragraph(kind, section, text, symbol, number))
        for symbol, paragraphs in cut.items()
        for kind, number, section, text in paragraphs
    ]
    path.write_bytes(gzip.compress(b"\n".join(lines)))
    return read_library(path)


def test_a_real_document_is_set_anew(tmp_path: Path) -> None:
    library = _cut(tmp_path / "texts.gz")
    report = next(
        made for made in (documents.make(seed, library) for seed in range(9)) if made.symbol == "A/9/8"
    )
    found = [(unit.number, unit.section, unit.text[:40]) for unit in report.units]
    oil = ("I. Lights", "A. Oil")
    assert found[:3] == [
        ("1", oil, "The Board met in 2009,{0} and heard 14 po"[:40]),
        ("2", oil, "The Board asked all ports of the coast: "),
        (None, ("I. Lights", "B. Buoys"), "The keepers of the coast met at noon."),
    ]
    assert report.units[1].text.endswith("(b) To paint the buoys. by the end of the year, as it was said.")
    assert found[3][:2] == ("3", ("II. Bells",))
    assert "Training" not in found[3][2]
    assert found[4] == (None, ("Annex", "List of ports"), "The ports of the coast are ten.")
    pages = draw(report, tmp_path / "report.pdf")
    read = compare(report, parse(tmp_path / "report.pdf"), pages)
    assert [outcome for outcome in read.outcomes if outcome.wrong] == []


def test_real_documents_are_needed_to_set_some_anew() -> None:
    with pytest.raises(LookupError, match="--texts FILE"):
        documents.make(0)


def test_the_command_shows_what_depends_on_the_layout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _cut(tmp_path / "texts.gz")
    command = [
        "--family",
        "documents",
        "--texts",
        str(tmp_path / "texts.gz"),
        "--reports",
        "2",
        "--again",
        "2",
    ]
    assert main(command) == 0
    assert capsys.readouterr().out == ""
    turns = iter([True, False, True, False])

    def compared(report: Report, parsed: ParsedDocument, *_: object) -> Comparison:
        found = compare(report, parsed)
        wrong = frozenset(["text"]) if next(turns, False) else frozenset()
        return found._replace(outcomes=(found.outcomes[0]._replace(wrong=wrong), *found.outcomes[1:]))

    monkeypatch.setattr("tests.evaluation.layouts.__main__.compare", compared)
    assert main(command) == 0
    assert "text\n" in capsys.readouterr().out
