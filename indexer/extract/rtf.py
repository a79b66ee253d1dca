"""RTF files -> lines, through LibreOffice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from indexer.errors import DamagedReportError, LimitError, MissingToolError
from indexer.extract.office import OFFICES, convert
from indexer.extract.text import MOST_BYTES

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument, SourceFile


class RtfExtractor:
    """Reads RTF files, which LibreOffice converts."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Lines, one for each paragraph.

        Raises:
            MissingToolError: LibreOffice is not installed.
            EncryptedReportError: The file opens only with a password.
            DamagedReportError: It cannot be converted.
            LimitError: It is too large, or the conversion takes too long.
        """
        if source.size > MOST_BYTES:
            raise LimitError(source.path, f"{source.size >> 20} MB is too large for an RTF file")
        office = next(filter(None, map(shutil.which, OFFICES)), None)
        if office is None:
            raise MissingToolError(
                source.path, "reading RTF files needs LibreOffice; without it, save the file as DOCX"
            )
        document = convert(source, office)
        if document is None:
            raise DamagedReportError(source.path, "LibreOffice could not convert the RTF file")
        return document
