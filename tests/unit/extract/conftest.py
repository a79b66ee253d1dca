"""Word files made for a test from the XML of their parts."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Protocol

import pytest

from indexer.extract.docx import DocxExtractor
from indexer.model import ExtractedDocument, SourceFile

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ROOTS = {
    "document": "document",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "hdr",
    "header2": "hdr",
    "footer1": "ftr",
}


class ReadDocx(Protocol):
    def __call__(self, body: str, *, strict: bool = False, **parts: str) -> ExtractedDocument: ...


class WriteDocx(Protocol):
    def __call__(self, body: str, *, strict: bool = False, **parts: str) -> SourceFile: ...


def write(path: Path, members: dict[str, str | bytes]) -> SourceFile:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return SourceFile(path=path.name, location=str(path), sha256="", size=1, media_type="")


@pytest.fixture
def write_docx(tmp_path: Path) -> WriteDocx:
    """Makes a Word file from the inside of its body and of the roots of its other parts."""

    def make(body: str, *, strict: bool = False, **parts: str) -> SourceFile:
        members: dict[str, str | bytes] = {}
        relations = ""
        for name, content in {"document": f"<w:body>{body}</w:body>", **parts}.items():
            root = ROOTS[name]
            xml = f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'
            if strict:
                xml = xml.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            members[f"word/{name}.xml"] = xml
            kind = name.rstrip("0123456789")
            relations += f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>'
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        members["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{package}">{relations}</Relationships>'
        )
        return write(tmp_path / "made.docx", members)

    return make


@pytest.fixture
def read_docx(write_docx: WriteDocx) -> ReadDocx:
    """Makes a Word file and reads it."""

    def read(body: str, *, strict: bool = False, **parts: str) -> ExtractedDocument:
        return DocxExtractor().extract(write_docx(body, strict=strict, **parts))

    return read
