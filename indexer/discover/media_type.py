"""What a file is, from its content."""

from __future__ import annotations

import zlib
from pathlib import PurePath
from typing import TYPE_CHECKING

import regex

from indexer.discover.compound import MAGIC as OLE
from indexer.discover.compound import CompoundFile
from indexer.discover.plain import looks_like_text, readable_start
from indexer.errors import DamagedReportError, EncryptedReportError, UnsupportedFormatError

if TYPE_CHECKING:
    from pathlib import Path

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

READ_HERE = "PDF, DOCX, DOC, RTF, ODT, HTML, Markdown and plain text are read"

_MARKDOWN_NAMES = (".md", ".markdown")
"""Any text is Markdown, so the name decides."""

_NO_REPORTS = {
    ".css": "a style sheet",
    ".js": "a program of a web page",
    ".mjs": "a program of a web page",
    ".json": "data (JSON)",
    ".jsonl": "data (JSON Lines)",
}
"""Texts beside saved web pages and exports; nothing but the name tells that nobody reads them."""

_MAIL = regex.compile(
    r"(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*?"
    r"(?:Message-ID|Received|Return-Path|MIME-Version|X-Mailer):\s*\S",
    regex.IGNORECASE,
)
"""Lines that programs put above an e-mail; a memorandum has others ("To:", "Subject:")."""

_PDF_START = regex.compile(rb"(?:\A|[\r\n\x00-\x08\x80-\xff])%PDF-\d")
"""Readers accept a PDF whose header lies within the first 1024 bytes, after junk."""

_OLD_WORD = (b"\xdb\xa5-\x00", b"\x31\xbe\x00\x00\x00\xab", b"\x9b\xa5!\x00")
"""Word for Windows 1 and 2, and Word for DOS, from before compound files."""

_OTHERS = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"%!PS", "a PostScript file"),
    (b"\xffWPC", "a WordPerfect document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound"),
)
"""First bytes of formats kept beside reports; where these are letters, the rest must be binary too."""

_ZIP_KINDS = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file"),
)

_HTML_TAG = regex.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|table|div|center|font|h[1-6]|p|br)\b[^<]*>?",
    regex.IGNORECASE,
)
_MARKUP_START = regex.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<[!a-z]", regex.IGNORECASE | regex.DOTALL
)


def media_type(location: Path, head: bytes, path: str) -> str:
    """Media type of a file from its first bytes, and for containers from what they contain.

    Raises:
        UnsupportedFormatError: It is something else; the reason says what.
        EncryptedReportError: An Office document behind a password.
        DamagedReportError: A container that does not open.
    """
    if _PDF_START.search(head[:1040]):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(location, head, path)
    if head.startswith(OLE):
        return _compound_type(location, path)
    if head.startswith(_OLD_WORD):
        return DOC
    if head.startswith(b"{\\rtf"):
        return RTF
    for magic, kind in _OTHERS:
        if head.startswith(magic) and (not magic.isalnum() or not looks_like_text(head)):
            raise UnsupportedFormatError(path, f"this is {kind}; {READ_HERE}")
    if head[4:8] == b"ftyp":
        raise UnsupportedFormatError(path, f"this is a film, a sound or a HEIC picture; {READ_HERE}")
    if not looks_like_text(head):
        raise UnsupportedFormatError(path, f"the content is binary, of an unknown kind; {READ_HERE}")
    return _markup_type(readable_start(head), path)


def _zip_type(location: Path, head: bytes, path: str) -> str:
    import zipfile  # noqa: PLC0415  # no PDF needs it

    try:
        with zipfile.ZipFile(location) as archive:
            names = archive.namelist()
            if "content.xml" in names and "mimetype" in names:
                with archive.open("mimetype") as stream:
                    said = stream.read(len(ODT) + len("-template")).decode("ascii", "replace")
                if said.strip().removesuffix("-template") == ODT:
                    return ODT
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        kind = "a Word document" if b"word/" in head or b"[Content_Types].xml" in head else "a zip archive"
        raise DamagedReportError(path, f"it begins like {kind}, but the rest is cut off or broken") from error
    if any(regex.fullmatch(r"word/document\w*\.xml", name) for name in names):
        return DOCX
    for start, kind in _ZIP_KINDS:
        if any(name.startswith(start) for name in names):
            raise UnsupportedFormatError(path, f"this is {kind}; {READ_HERE}")
    raise UnsupportedFormatError(path, f"this is a zip archive; unpack it first ({READ_HERE})")


def _compound_type(location: Path, path: str) -> str:
    try:
        compound = CompoundFile(location)
    except ValueError as error:
        raise DamagedReportError(path, "it begins like an old Office document, but is broken") from error
    if "EncryptedPackage" in compound.streams or compound.is_enciphered_word:
        raise EncryptedReportError(path, "the document opens only with a password")
    if "WordDocument" in compound.streams:
        return DOC
    if compound.streams.keys() & {"Workbook", "Book"}:
        raise UnsupportedFormatError(path, f"this is an Excel workbook; {READ_HERE}")
    if "PowerPoint Document" in compound.streams:
        raise UnsupportedFormatError(path, f"this is a PowerPoint presentation; {READ_HERE}")
    if "__properties_version1.0" in compound.streams:
        raise UnsupportedFormatError(path, f"this is an Outlook message; {READ_HERE}")
    if not compound.streams:
        raise DamagedReportError(path, "it begins like an old Office document, but has no directory")
    raise UnsupportedFormatError(path, f"this is an Office file without a Word text; {READ_HERE}")


def _markup_type(start: str, path: str) -> str:
    """Tell web pages and other markup from plain text."""
    if regex.match(r"\s*mime-version:", start, regex.IGNORECASE) and "multipart/" in start[:2000].lower():
        raise UnsupportedFormatError(path, f"this is a web archive (MHTML); {READ_HERE}")
    if _MAIL.match(start):
        raise UnsupportedFormatError(
            path, f"this is an e-mail; save its text or what is attached ({READ_HERE})"
        )
    if path.lower().endswith(_MARKDOWN_NAMES):
        return MARKDOWN
    if kind := _NO_REPORTS.get(PurePath(path).suffix.lower()):
        raise UnsupportedFormatError(path, f"this is {kind}; {READ_HERE}")
    if not _MARKUP_START.match(start):
        return TEXT
    if _HTML_TAG.search(start[:8192]):
        return HTML
    if start.lstrip().startswith("<?xml"):
        raise UnsupportedFormatError(path, f"this is XML that is not a web page; {READ_HERE}")
    return TEXT
