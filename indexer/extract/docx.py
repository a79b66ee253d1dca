"""Word files -> pages of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import regex

from indexer.errors import DamagedReportError
from indexer.extract.docx_blocks import BlockReader, plain_lines
from indexer.extract.docx_notes import Notes
from indexer.extract.docx_numbering import Numbering
from indexer.extract.docx_package import Package, R, W, attribute, child, is_on
from indexer.extract.docx_pages import PageSetter
from indexer.extract.docx_runs import RunReader
from indexer.extract.docx_sheets import read_sheet
from indexer.extract.docx_styles import Styles
from indexer.model import ExtractedDocument, Line

if TYPE_CHECKING:
    from indexer.extract.docx_notes import NoteReference
    from indexer.model import Role, SourceFile

_EMPTY = regex.compile(r"^(?:\(\s*\)|\[\s*\]|/)\s*")  # what stood around the mark of a note


class DocxExtractor:
    """Reads Word files since 2007: a line for each paragraph, with the number that Word would print."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Pages of lines; one page when the file does not say where its pages begin.

        Raises:
            DamagedReportError: The file is cut off or broken.
            EncryptedReportError: It opens only with a password.
            LimitError: It unpacks to an unreasonable size.
        """
        package = Package(source)
        try:
            return _Reading(source, package).document()
        finally:
            package.close()


class _Reading:
    """The reading of one file: its parts, and what is counted over all of it."""

    def __init__(self, source: SourceFile, package: Package) -> None:
        self._source = source
        self._package = package
        root = package.tree(package.main)
        self._body: Any = root.find(W + "body") if root is not None else None
        if self._body is None:
            raise DamagedReportError(source.path, "the Word file holds no text part")
        self._styles = Styles(package.optional_tree(package.related("styles")))
        self._numbering = Numbering(package.optional_tree(package.related("numbering")), self._styles.lists)
        self._settings = package.optional_tree(package.related("settings"))
        self._notes = Notes(package, self._settings)
        # those in a tracked change are what the section was before
        sections = self._body.iter(W + "sectPr")
        self._sections = [each for each in sections if each.getparent().tag != W + "sectPrChange"]

    def document(self) -> ExtractedDocument:
        paged = next(self._body.iter(W + "lastRenderedPageBreak"), None) is not None
        runs = RunReader(self._styles, self._notes)
        reader = BlockReader(self._styles, self._numbering, runs, self._notes, self._sections)
        blocks = reader.read(self._body)
        first = self._sections[0] if self._sections else None
        setter = PageSetter(read_sheet(first), paged=paged, note=self._note)
        setter.set(blocks)
        pages = setter.finish(self._furniture("header"), self._furniture("footer"))
        warnings = [*self._package.warnings, *self._numbering.warnings, *reader.warnings]
        warnings += [*runs.warnings, *setter.warnings]
        if self._notes.by_page and not paged:
            warnings.append("notes are numbered by the page, and the file does not say where its pages end")
        return ExtractedDocument(
            source=self._source,
            pages=tuple(pages),
            paged=paged,
            title=self._package.title("docProps/core.xml"),
            warnings=tuple(dict.fromkeys(warnings)),
        )

    def _note(self, reference: NoteReference) -> list[Line]:
        """The lines of a note, each with its mark."""
        self._numbering.enter(reference.kind)
        element = self._notes.element(reference)
        lines = self._simple_lines(element, "note") if element is not None else []
        marked = []
        for index, line in enumerate(lines):
            text = line.text
            behind = text.removeprefix(reference.mark)
            # a note 2 may begin with "2024"
            if not index and len(behind) < len(text) and not behind[:1].isalnum():
                text = behind.removeprefix("/").lstrip()
            elif not index:
                # brackets typed around the mark that Word counts have nothing between them here
                text = _EMPTY.sub("", text)
            dropped = len(line.text) - len(text)
            raised = tuple((a - dropped, b - dropped) for a, b in line.raised if a >= dropped)
            marked.append(
                msgspec.structs.replace(
                    line, text=text, raised=raised, mark=reference.mark, starts_block=index == 0
                )
            )
        return marked

    def _furniture(self, kind: Role) -> list[Line]:
        """The running heads or feet of all sections, each wording once."""
        relations = self._package.relations()
        found: dict[str, Line] = {}
        for section in self._sections:
            for reference in section.findall(f"{W}{kind}Reference"):
                if not self._is_printed(section, attribute(reference, "type")):
                    continue
                _, name = relations.get(reference.get(R + "id", ""), ("", ""))
                self._numbering.enter(name)
                root = self._package.optional_tree(name) if name else None
                for line in self._simple_lines(root, kind) if root is not None else ():
                    found.setdefault(line.text, line)
        return list(found.values())

    def _is_printed(self, section: Any, pages: str | None) -> bool:
        """Whether a section prints the heads and feet that it has for first or for even pages."""
        if pages == "first":
            return bool(is_on(child(section, "titlePg")))
        return pages != "even" or bool(is_on(child(self._settings, "evenAndOddHeaders")))

    def _simple_lines(self, element: Any, role: Role) -> list[Line]:
        runs = RunReader(self._styles, None, page_numbers=False)
        return plain_lines(BlockReader(self._styles, self._numbering, runs).read(element), role)
