"""OpenDocument texts -> pages of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from indexer.errors import DamagedReportError, EncryptedReportError
from indexer.extract.docx_blocks import plain_lines
from indexer.extract.docx_package import Package
from indexer.extract.docx_pages import PageSetter
from indexer.extract.odt_blocks import OdtBlockReader
from indexer.extract.odt_lists import OdtLists
from indexer.extract.odt_package import OFFICE, STYLE, TEXT
from indexer.extract.odt_runs import OdtRunReader
from indexer.extract.odt_styles import OdtStyles
from indexer.model import ExtractedDocument, Line

if TYPE_CHECKING:
    from indexer.extract.docx_notes import NoteReference
    from indexer.model import Role, SourceFile

_HEADS: dict[Role, tuple[str, ...]] = {
    "header": ("header-first", "header", "header-left"),
    "footer": ("footer-first", "footer", "footer-left"),
}


class OdtExtractor:
    """Reads OpenDocument texts: a line for each paragraph, with the number that is printed in front."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Pages of lines; one page when the file does not say where its pages begin.

        Raises:
            DamagedReportError: The file is cut off or broken.
            EncryptedReportError: It opens only with a password.
            LimitError: It unpacks to an unreasonable size.
        """
        package = Package(source, "OpenDocument file")
        try:
            manifest = package.optional_tree("META-INF/manifest.xml")
            nodes = manifest.iter() if manifest is not None else ()
            if any(str(node.tag).endswith("}encryption-data") for node in nodes):
                raise EncryptedReportError(source.path, "the document opens only with a password")
            return _Reading(source, package).document()
        finally:
            package.close()


class _Reading:
    """The reading of one file."""

    def __init__(self, source: SourceFile, package: Package) -> None:
        self._source = source
        self._package = package
        content = package.tree("content.xml")
        self._body: Any = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
        if content is None or self._body is None:
            raise DamagedReportError(source.path, "the OpenDocument file holds no text part")
        named = package.optional_tree("styles.xml")
        self._styles = OdtStyles([content, *([named] if named is not None else [])])
        self._lists = OdtLists(self._styles)
        self._runs = OdtRunReader(self._styles)

    def document(self) -> ExtractedDocument:
        paged = next(self._body.iter(TEXT + "soft-page-break"), None) is not None
        blocks = OdtBlockReader(self._styles, self._lists, self._runs).read(self._body)
        setter = PageSetter(self._styles.sheet, paged=paged, note=self._note)
        setter.set(blocks)
        pages = setter.finish(self._furniture("header"), self._furniture("footer"))
        warnings = [*self._package.warnings, *self._lists.numbering.warnings, *setter.warnings]
        return ExtractedDocument(
            source=self._source,
            pages=tuple(pages),
            paged=paged,
            title=self._package.title("meta.xml"),
            warnings=tuple(dict.fromkeys(warnings)),
        )

    def _note(self, reference: NoteReference) -> list[Line]:
        """The lines of a note, each with its mark."""
        self._lists.numbering.enter(reference.kind)
        element = self._runs.notes.get((reference.kind, reference.id))
        lines = self._simple_lines(element, "note") if element is not None else []
        return [
            msgspec.structs.replace(line, mark=reference.mark, starts_block=index == 0)
            for index, line in enumerate(lines)
        ]

    def _furniture(self, kind: Role) -> list[Line]:
        """The running heads or feet of all masters, each wording once."""
        found: dict[str, Line] = {}
        for master in self._styles.masters:
            for name in _HEADS[kind]:
                element = master.find(STYLE + name)
                if element is not None and element.get(STYLE + "display") != "false":
                    self._lists.numbering.enter(f"{master.get(STYLE + 'name')} {name}")
                    for line in self._simple_lines(element, kind):
                        found.setdefault(line.text, line)
        return list(found.values())

    def _simple_lines(self, element: Any, role: Role) -> list[Line]:
        runs = OdtRunReader(self._styles, page_numbers=False)
        return plain_lines(OdtBlockReader(self._styles, self._lists, runs).read(element), role)
