"""Files of other word processors, converted by LibreOffice and read as Word files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.errors import EncryptedReportError
from indexer.extract.docx import DocxExtractor
from indexer.extract.programs import run_program

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument, SourceFile

OFFICES = ("soffice", "libreoffice")
"""What LibreOffice is called on the path."""

SECONDS = 180.0
"""It needs some ten seconds to start on a slow machine."""

LOCKED = regex.compile(r"encrypt|password", regex.IGNORECASE)
"""What programs say of a file that is locked."""


def convert(source: SourceFile, office: str) -> ExtractedDocument | None:
    """A file converted to a Word file and read as that, None when that fails.

    Args:
        source: The file.
        office: LibreOffice.

    Raises:
        EncryptedReportError: It opens only with a password.
        LimitError: The conversion takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="indexer-") as folder:
        # a profile of its own, since a running LibreOffice would take the command and do nothing
        command = [
            office,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            source.location,
        ]
        finished = run_program(command, seconds=SECONDS, path=source.path)
        if LOCKED.search(finished.said.replace(source.location, "")):
            raise EncryptedReportError(source.path, "the document opens only with a password")
        made = next(iter(sorted(Path(folder).glob("*.docx"))), None)
        if made is None:
            return None
        document = DocxExtractor().extract(msgspec.structs.replace(source, location=str(made)))
        return msgspec.structs.replace(document, source=source)
