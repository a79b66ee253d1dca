from __future__ import annotations

import contextlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.discover import source_file
from indexer.discover.media_type import DOC, DOCX, HTML, MARKDOWN, ODT, PDF, RTF, TEXT
from indexer.discover.plain import looks_like_text
from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    EncryptedReportError,
    ReportError,
    UnsupportedFormatError,
)

if TYPE_CHECKING:
    from pathlib import Path

RUSSIAN = "Доклад Верховного комиссара о правах меньшинств. " * 8
CHINESE = "人权事务高级专员关于少数群体权利的报告。" * 8
FRENCH = "Les droits des minorités sont protégés, même à l’égard des États. " * 8


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


def opendocument(kind: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<x/>")
    return buffer.getvalue()


def compound(*streams: str, word_flags: int = 0) -> bytes:
    """A compound file of four sectors: table, directory, directory, first bytes of the Word stream."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[68:72] = (0xFFFFFFFE).to_bytes(4, "little")
    header[76:512] = b"\xff" * 436
    header[76:80] = (0).to_bytes(4, "little")
    table = bytearray(b"\xff" * 512)
    table[0:16] = b"".join(n.to_bytes(4, "little") for n in (0xFFFFFFFD, 2, 0xFFFFFFFE, 0xFFFFFFFE))
    directory = bytearray(1024)
    for index, name in enumerate(("Root Entry", *streams)):
        start = index * 128
        encoded = name.encode("utf-16-le") + b"\x00\x00"
        directory[start : start + len(encoded)] = encoded
        directory[start + 64 : start + 66] = len(encoded).to_bytes(2, "little")
        directory[start + 66] = 5 if not index else 2
        directory[start + 116 : start + 120] = (3).to_bytes(4, "little")
    word = bytearray(512)
    word[:2] = b"\xec\xa5"
    word[10:12] = word_flags.to_bytes(2, "little")
    return bytes(header + table + directory + word)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"%PDF-1.4\n%\xe2\xe3", PDF, id="pdf"),
        pytest.param(b"\r\n\r\n%PDF-1.4\n", PDF, id="pdf-after-blank-lines"),
        pytest.param(b"%PDF- is how such files begin", TEXT, id="text-about-pdf"),
        pytest.param(zipped("[Content_Types].xml", "word/document.xml"), DOCX, id="docx"),
        pytest.param(zipped("[Content_Types].xml", "word/document2.xml"), DOCX, id="docx-second-name"),
        pytest.param(compound("WordDocument", "1Table"), DOC, id="doc"),
        pytest.param(b"\xdb\xa5-\x00\x00\x00", DOC, id="doc-of-1991"),
        pytest.param(b"{\\rtf1\\ansi x}", RTF, id="rtf"),
        pytest.param(opendocument("text"), ODT, id="odt"),
        pytest.param(opendocument("text-template"), ODT, id="odt-template"),
        pytest.param(b"<!DOCTYPE html><html><body>x", HTML, id="html"),
        pytest.param(b"\xef\xbb\xbf  <!-- saved -->\n<HTML>", HTML, id="html-after-comment"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x">', HTML, id="xhtml"),
        pytest.param("<html><p>ж".encode("utf-16"), HTML, id="html-utf16"),
        pytest.param(b"<p>10. With a view to offering guidance", HTML, id="html-fragment"),
        pytest.param(b"10. With a view to offering guidance", TEXT, id="ascii"),
        pytest.param(b"< 5 per cent of the cases, <b> by law", TEXT, id="less-than-sign"),
        pytest.param(b"BM is short for benchmark", TEXT, id="letters-like-bitmap"),
        pytest.param(b"MZ and ID3 are letters", TEXT, id="letters-like-program"),
        pytest.param(b"To: All keepers\nSubject: Lamps\nDate: 5 May\n\n1. Lamps rust.", TEXT, id="memo"),
        *(
            pytest.param(text.encode(encoding), TEXT, id=f"text-{encoding}")
            for text, encodings in (
                (
                    RUSSIAN,
                    ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "koi8-r", "cp1251", "cp866"),
                ),
                (CHINESE, ("utf-8", "utf-16", "utf-16-be", "gb18030", "hz")),
                (FRENCH, ("utf-8", "cp1252", "utf-16-le", "utf-16-be")),
                ("少數群體權利的報告" * 20, ("big5",)),
                ("تقرير المفوض السامي" * 20, ("cp1256", "iso8859-6", "utf-8")),
            )
            for encoding in encodings
        ),
    ],
)
def test_media_type_comes_from_content(tmp_path: Path, content: bytes, expected: str) -> None:
    misnamed = tmp_path / "report.xls"
    misnamed.write_bytes(content)
    assert source_file(misnamed).media_type == expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("report.md", b"# Report", MARKDOWN),
        ("REPORT.Markdown", b"<h1>Report</h1>", MARKDOWN),
        ("report.md", b"%PDF-1.4", PDF),
        ("report.md.txt", b"# Report", TEXT),
    ],
)
def test_only_markdown_is_known_by_its_name(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert source_file(tmp_path / name).media_type == expected


@pytest.mark.parametrize(
    ("name", "words"),
    [("page_files/jquery.JS", "program"), ("style.css", "style sheet"), ("found.jsonl", "JSON Lines")],
)
def test_what_lies_beside_pages_and_exports_is_no_report(tmp_path: Path, name: str, words: str) -> None:
    place = tmp_path / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"1. Nobody reads this.")
    with pytest.raises(UnsupportedFormatError, match=words):
        source_file(place)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        pytest.param(b"", EmptyReportError, "empty", id="empty"),
        pytest.param(zipped("xl/workbook.xml"), UnsupportedFormatError, "Excel", id="xlsx"),
        pytest.param(zipped("ppt/presentation.xml"), UnsupportedFormatError, "PowerPoint", id="pptx"),
        pytest.param(zipped("mimetype", "content.xml"), UnsupportedFormatError, "OpenDocument", id="od"),
        pytest.param(opendocument("spreadsheet"), UnsupportedFormatError, "OpenDocument", id="ods"),
        pytest.param(zipped("a.pdf"), UnsupportedFormatError, "unpack", id="zip"),
        pytest.param(zipped("word/document.xml")[:60], DamagedReportError, "Word document", id="docx-cut"),
        pytest.param(b"PK\x03\x04" + bytes(100), DamagedReportError, "zip archive", id="zip-broken"),
        pytest.param(compound("Workbook"), UnsupportedFormatError, "Excel", id="xls"),
        pytest.param(compound("PowerPoint Document"), UnsupportedFormatError, "PowerPoint", id="ppt"),
        pytest.param(compound("__properties_version1.0"), UnsupportedFormatError, "Outlook", id="msg"),
        pytest.param(compound("Contents"), UnsupportedFormatError, "without a Word text", id="other-ole"),
        pytest.param(compound("EncryptedPackage"), EncryptedReportError, "password", id="docx-encrypted"),
        pytest.param(
            compound("WordDocument", word_flags=0x100), EncryptedReportError, "password", id="doc-enc"
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x01", DamagedReportError, "broken", id="ole-cut"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + b"\x09" + bytes(600),
            DamagedReportError,
            "directory",
            id="ole-hollow",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), UnsupportedFormatError, "PNG", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(50), UnsupportedFormatError, "JPEG", id="jpeg"),
        pytest.param(b"BM" + bytes(range(256)), UnsupportedFormatError, "bitmap", id="bmp"),
        pytest.param(bytes(4) + b"ftypheic" + bytes(40), UnsupportedFormatError, "HEIC", id="heic"),
        pytest.param(bytes(range(256)) * 9, UnsupportedFormatError, "binary", id="bytes"),
        pytest.param(
            b"1. Hello\x00 world.\n\n2. Another\x00 one.\n" * 9, UnsupportedFormatError, "binary", id="zeros"
        ),
        pytest.param(b"<?xml version='1.0'?><feed/>", UnsupportedFormatError, "XML", id="xml"),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: multipart/related", UnsupportedFormatError, "MHTML", id="mhtml"
        ),
        pytest.param(
            b"From: A <a@b.org>\r\nSubject: Lamps,\r\n\tboats\r\nMessage-ID: <1@b.org>\r\n\r\nVGhl",
            UnsupportedFormatError,
            "an e-mail",
            id="e-mail",
        ),
    ],
)
def test_what_is_not_read_is_named(
    tmp_path: Path, content: bytes, error: type[ReportError], words: str
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(error, match=words) as caught:
        source_file(path)
    assert caught.value.path == "report.pdf"


@given(st.binary(max_size=2000))
def test_any_first_bytes_are_judged(head: bytes) -> None:
    assert looks_like_text(head) in (True, False)


@given(
    st.binary(max_size=600), st.sampled_from([b"%PDF-1.4", b"PK\x03\x04", compound("WordDocument")[:1500]])
)
def test_broken_containers_give_report_errors(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes, head: bytes
) -> None:
    path = tmp_path_factory.mktemp("broken") / "x"
    path.write_bytes(head + tail)
    with contextlib.suppress(ReportError):
        assert source_file(path).media_type in {PDF, DOC, DOCX, TEXT}
