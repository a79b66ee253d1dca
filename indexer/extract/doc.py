"""Old Word files (.doc) -> lines, through whichever program that reads them is installed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    EncryptedReportError,
    LimitError,
    MissingToolError,
)
from indexer.extract.characters import GARBAGE_SHARE, garbage_share
from indexer.extract.office import LOCKED, OFFICES, convert
from indexer.extract.programs import run_program
from indexer.extract.text import MOST_BYTES, set_page
from indexer.model import ExtractedDocument, Line, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import SourceFile

SECONDS = 60.0
"""For antiword and catdoc, which read a report in well under a second."""

_PROGRAMS = ("antiword", *OFFICES, "catdoc")
"""Best first: antiword is quick, LibreOffice takes seconds, and catdoc leaves list numbers out."""

_READERS = {
    "antiword": ("-w", "0", "-m", "UTF-8.txt"),
    "catdoc": ("-w", "-d", "utf-8"),
}
"""Those that print the text, a paragraph in each line; LibreOffice converts the file."""

_FIELD = regex.compile(r"\s*(?:PAGE|NUMPAGES)\s*(?:\\\*\s*\w+)?\s*\d*\s*")
_NOTE = regex.compile(r"\[(?P<mark>\d{1,4}|[ivxlc]{1,6})\]\s*")


class DocExtractor:
    """Reads old Word files with antiword, catdoc or LibreOffice."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Lines, one for each paragraph.

        Raises:
            MissingToolError: None of the programs is installed.
            EncryptedReportError: The file opens only with a password.
            DamagedReportError: None of those installed can read it.
            EmptyReportError: It holds no text.
            LimitError: It is too large, or a program took too long.
        """
        if source.size > MOST_BYTES:
            raise LimitError(source.path, f"{source.size >> 20} MB is too large for a Word file of this kind")
        complaints: list[str] = []
        installed = [(name, program) for name in _PROGRAMS if (program := shutil.which(name)) is not None]
        if not installed:
            raise MissingToolError(
                source.path, "reading old Word files needs antiword, catdoc or LibreOffice; none is installed"
            )
        for name, program in installed:
            if name in _READERS:
                text, complaint = _print_text(source, [program, *_READERS[name], source.location])
                if text.strip():
                    return _document(source, text, name)
                complaints.extend([f"{name}: {complaint}"] if complaint else [])
            else:
                converted = convert(source, program)
                if converted is not None:
                    return converted
                complaints.append("LibreOffice: could not convert it")
        if complaints:
            told = "; ".join(dict.fromkeys(complaints))
            raise DamagedReportError(source.path, f"the Word file cannot be read ({told})")
        raise EmptyReportError(source.path, "there is no text in it")


def _print_text(source: SourceFile, command: Sequence[str]) -> tuple[str, str]:
    """What a program prints, and what it has to say when that is nothing."""
    finished = run_program(command, seconds=SECONDS, path=source.path)
    text = finished.output.decode("utf-8", "replace")
    told = finished.said if finished.said.strip() else text[:200]
    said = finished.said.replace(source.location, "")  # which may be named after passwords itself
    if LOCKED.search(said) or (finished.code and LOCKED.search(text[:200])):
        raise EncryptedReportError(source.path, "the document opens only with a password")
    if finished.code or garbage_share(text) > GARBAGE_SHARE:
        reason = " ".join(told.replace(source.location, source.path).split())[:120]
        return "", reason or f"ended with status {finished.code}"
    return text, finished.said.strip()[:120] if not text.strip() else ""


def _document(source: SourceFile, text: str, program: str) -> ExtractedDocument:
    page = set_page(1, text.replace("\f", "\n"))
    lines = _with_notes([_set(line) for line in page.lines])
    warnings = ("read with catdoc, which leaves list numbers out",) if program == "catdoc" else ()
    pages = (Page(number=1, width=page.width, height=page.height, lines=tuple(lines)),)
    return ExtractedDocument(source=source, pages=pages, paged=False, warnings=warnings)


def _set(line: Line) -> Line:
    """A printed line as a paragraph, a row of a table, or the rest of a page number field."""
    if line.text.startswith("|") and line.text.endswith("|") and len(line.text) > 1:
        cells = (cell.strip() for cell in line.text[1:-1].replace("\t", " ").split("|"))
        row = "\t".join(cells)
        return msgspec.structs.replace(
            line, text=row.rstrip("\t"), role="row" if row.strip() else "", starts_block=True
        )
    if _FIELD.fullmatch(line.text):
        return msgspec.structs.replace(line, role="footer", starts_block=True)
    return msgspec.structs.replace(line, starts_block=True)


def _with_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines with the notes that antiword puts at the end, "[1] See ...", and their marks in the text."""
    kept = [line for line in lines if line.text.strip()]
    first = len(kept)
    while first and _NOTE.match(kept[first - 1].text):
        first -= 1
    marks = [match["mark"] for line in kept[first:] if (match := _NOTE.match(line.text))]
    if not marks or marks[0] not in ("1", "i"):
        return kept
    known = set(marks)
    notes = [_note(line) for line in kept[first:]]
    return [*(_referring(line, known) for line in kept[:first]), *notes]


def _note(line: Line) -> Line:
    match = _NOTE.match(line.text)
    mark, start = (match["mark"], match.end()) if match else ("", 0)
    return msgspec.structs.replace(line, text=line.text[start:] or mark, role="note", mark=mark)


def _referring(line: Line, known: set[str]) -> Line:
    """The line with "[1]" as a raised mark wherever there is such a note."""
    text, raised, at = "", [], 0
    for match in regex.finditer(r"\[(\d{1,4}|[ivxlc]{1,6})\]", line.text):
        if match[1] in known:
            text += line.text[at : match.start()]
            raised.append((len(text), len(text) + len(match[1])))
            text += match[1]
            at = match.end()
    return msgspec.structs.replace(line, text=text + line.text[at:], raised=tuple(raised))
