from __future__ import annotations

from pathlib import Path

import pytest

from indexer.discover import source_file
from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    EncryptedReportError,
    LimitError,
    MissingToolError,
    ReportError,
)
from indexer.extract import extract
from indexer.extract.doc import DocExtractor
from indexer.extract.programs import run_program
from indexer.model import ExtractedDocument, SourceFile

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "documents" / "i_word"


class Programs:
    """A path with programs of the test's own making, and nothing else."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "bin"
        self.folder.mkdir()
        self.file = folder / "a.doc"
        self.file.write_bytes(b"x")
        monkeypatch.setenv("PATH", str(self.folder))

    def add(self, name: str, script: str) -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def prints(self, name: str, text: str) -> None:
        self.add(name, f"/bin/cat <<'END'\n{text}\nEND")

    def read(self) -> ExtractedDocument:
        source = SourceFile(
            path="a.doc", location=str(self.file), sha256="", size=1, media_type="application/msword"
        )
        return DocExtractor().extract(source)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    return Programs(tmp_path, monkeypatch)


def test_each_printed_line_is_a_paragraph(programs: Programs) -> None:
    programs.prints("antiword", "\nTITLE\n\n12.  With a view to it\n    (a)   First\n   • Second")
    lines = programs.read().pages[0].lines
    assert [(line.text, line.left, line.starts_block) for line in lines] == [
        ("TITLE", 0, True),
        ("12. With a view to it", 0, True),
        ("(a)\tFirst", 24, True),
        ("• Second", 18, True),
    ]


def test_cells_between_bars_become_rows(programs: Programs) -> None:
    programs.prints(
        "antiword", "|Country   |Year |\n|Chad      |2008 |\n|          |     |\nText | with a bar"
    )
    lines = programs.read().pages[0].lines
    assert [(line.role, line.text) for line in lines] == [
        ("row", "Country\tYear"),
        ("row", "Chad\t2008"),
        ("", "Text | with a bar"),
    ]


def test_notes_at_the_end_are_bound(programs: Programs) -> None:
    programs.prints("antiword", "As it said[1] in [2007] and[2].\nMore.\n[1] See A/50/1.\n\n[2] Ibid.")
    text, more, one, two = programs.read().pages[0].lines
    assert text.text == "As it said1 in [2007] and2."
    assert [text.text[a:b] for a, b in text.raised] == ["1", "2"]
    assert more.raised == ()
    assert [(note.role, note.mark, note.text) for note in (one, two)] == [
        ("note", "1", "See A/50/1."),
        ("note", "2", "Ibid."),
    ]


def test_brackets_that_are_no_notes_stay(programs: Programs) -> None:
    programs.prints("antiword", "Text.\n[7] is the seventh")
    assert [line.role for line in programs.read().pages[0].lines] == ["", ""]


def test_catdoc_comes_last_and_says_what_is_missing(programs: Programs) -> None:
    programs.add("antiword", "echo 'a.doc is not a Word Document.' >&2; exit 1")
    programs.add("soffice", "exit 1")
    programs.prints("catdoc", "Text of it\n PAGE   \\* MERGEFORMAT 2 ")
    document = programs.read()
    assert [(line.role, line.text) for line in document.pages[0].lines] == [
        ("", "Text of it"),
        ("footer", "PAGE\t\\* MERGEFORMAT 2"),
    ]
    assert document.warnings == ("read with catdoc, which leaves list numbers out",)


def test_libreoffice_comes_second(programs: Programs) -> None:
    made = programs.folder / "made.docx"
    import docx  # noqa: PLC0415 - slow to load, and only here

    converted = docx.Document()
    converted.add_paragraph("Through the office")
    converted.save(str(made))
    programs.add("antiword", "exit 1")
    programs.prints("catdoc", "Without numbers")
    programs.add("soffice", f'while [ "$1" != --outdir ]; do shift; done; /bin/cp {made} "$2/a.docx"')
    document = programs.read()
    assert [line.text for line in document.pages[0].lines] == ["Through the office"]
    assert document.source.location == str(programs.file)


@pytest.mark.parametrize(
    ("scripts", "error", "words"),
    [
        pytest.param({}, MissingToolError, "antiword, catdoc or LibreOffice", id="none"),
        pytest.param(
            {"antiword": "echo broken >&2; exit 1"}, DamagedReportError, r"antiword: broken", id="damaged"
        ),
        pytest.param({"catdoc": "exit 3"}, DamagedReportError, "catdoc: ended with status 3", id="silent"),
        pytest.param(
            {"antiword": "exit 1", "soffice": "exit 0"}, DamagedReportError, "LibreOffice", id="no-result"
        ),
        pytest.param(
            {"antiword": "echo 'Encrypted documents are not supported' >&2; exit 1"},
            EncryptedReportError,
            "password",
            id="antiword-encrypted",
        ),
        pytest.param(
            {"catdoc": "echo '[File is encrypted. Encryption key = 00]'; exit 69"},
            EncryptedReportError,
            "password",
            id="catdoc-encrypted",
        ),
        pytest.param(
            {"soffice": "echo 'needs a password' >&2; exit 1"},
            EncryptedReportError,
            "password",
            id="office-encrypted",
        ),
        pytest.param({"antiword": "echo"}, EmptyReportError, "no text", id="empty"),
        pytest.param(
            {"antiword": "printf '\\001\\002\\003\\004a'"}, DamagedReportError, "antiword", id="garbage"
        ),
    ],
)
def test_failures_are_told_apart(
    programs: Programs, scripts: dict[str, str], error: type[ReportError], words: str
) -> None:
    for name, script in scripts.items():
        programs.add(name, script)
    with pytest.raises(error, match=words):
        programs.read()


@pytest.mark.parametrize("name", ["antiword", "soffice"])
def test_a_file_named_after_passwords_is_not_locked(programs: Programs, name: str) -> None:
    programs.file = programs.file.rename(programs.file.with_name("Password encryption.doc"))
    programs.add(name, 'for last; do :; done; echo "$last is no Word file" >&2; exit 1')
    with pytest.raises(DamagedReportError):
        programs.read()


def test_a_program_that_hangs_is_stopped(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    programs.add("antiword", "/bin/sleep 600 & /bin/sleep 600")
    monkeypatch.setattr("indexer.extract.doc.SECONDS", 0.2)
    with pytest.raises(LimitError, match="antiword took more than 0 seconds"):
        programs.read()


def test_a_very_large_file_is_refused() -> None:
    source = SourceFile(path="a", location="/a", sha256="", size=1 << 31, media_type="application/msword")
    with pytest.raises(LimitError, match="2048 MB"):
        DocExtractor().extract(source)


def test_the_outcome_of_a_program_is_kept(programs: Programs) -> None:
    programs.add("speaker", "echo out; echo err >&2; exit 4")
    finished = run_program([str(programs.folder / "speaker")], seconds=20, path="a.doc")
    assert (finished.code, finished.output, finished.said) == (4, b"out\n", "err\n")


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name", ["Advance_questions_to_Slovenia_Add1.doc", "Advance_questions_to_Slovenia_Add2.doc"]
)
def test_real_files(name: str) -> None:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the document is not here: {path}")
    try:
        document = extract(source_file(path))
    except MissingToolError as error:
        pytest.skip(str(error))
    texts = [line.text for line in document.pages[0].lines]
    assert texts[0].startswith("ADVANCE QUESTIONS TO")
    assert all(line.starts_block for line in document.pages[0].lines)
