"""The sample in Word's format: numbers that Word computes and does not store, a footnote, a running head."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import docx
import regex
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markup import Block, Report

LEVELS = (
    # numbering 41: paragraphs, (a), (i); numbering 42: headings
    (41, (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))),
    (42, (("upperRoman", "%1."), ("upperLetter", "%2."))),
)

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

STAMP = (2025, 4, 10, 0, 0, 0)
"""The date of every member of the file, so that it is the same each time."""


def write(report: Report, path: Path) -> None:
    """Write a report as a Word file."""
    document = docx.Document()
    _numberings(document)
    _head(document, report)
    for block in report.blocks:
        _block(document, block)
    _notes(document, report.notes)
    properties = document.core_properties
    properties.title, properties.author = report.head["title"], "Sample written for the indexer project"
    properties.created = properties.modified = dt.datetime(*STAMP)  # noqa: DTZ001  # a zip member has no zone
    buffer = io.BytesIO()
    document.save(buffer)
    _same_each_time(buffer, path)


def _numberings(document: Document) -> None:
    """Add our two lists to the numbering part."""
    numbering = document.part.numbering_part.element
    for number, levels in LEVELS:
        shown = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for depth, (form, text) in enumerate(levels)
        )
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{shown}</w:abstractNum>'
        numbering.insert(0, parse_xml(xml))
        xml = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        numbering.append(parse_xml(xml))


def _head(document: Document, report: Report) -> None:
    """Print the masthead as a table, as the real files do, and the symbol at the head of each page."""
    head = report.head
    document.sections[0].header.paragraphs[0].text = head["symbol"]
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "United Nations", head["symbol"]
    table.cell(1, 0).text = "Economic and Social Council"
    table.cell(1, 1).text = f"Distr.: General\n{head['date']}\nOriginal: English"
    document.add_paragraph().add_run(head["organ"]).bold = True
    for line in head["session"].split(" / "):
        document.add_paragraph(line)
    document.add_paragraph(head["cover"], style="Title")


def _block(document: Document, block: Block) -> None:
    if block.kind == "heading":
        text = regex.sub(r"^\w+\.\s+", "", block.plain)
        _numbered(document.add_paragraph(text, style=f"Heading {block.level}"), 42, block.level - 1)
        return
    paragraph = document.add_paragraph()
    for piece in regex.split(r"(\[\^[^\]]+\])", block.text):
        if piece.startswith("[^"):
            run = paragraph.add_run()
            run.font.superscript = True
            run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{piece[2:-1]}"/>'))  # noqa: SLF001  # the library has no footnotes
        elif piece:
            paragraph.add_run(piece)
    _numbered(paragraph, 41, block.level)


def _numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # the library has no numbering
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    after = ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
    properties.insert_element_before(parse_xml(xml), *after)


def _notes(document: Document, notes: dict[str, str]) -> None:
    """Add the part that holds footnotes; -1 and 0 are the separators that Word wants."""
    bodies = [
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    ]
    bodies += [
        f'<w:footnote w:id="{mark}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for mark, text in notes.items()
    ]
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{"".join(bodies)}</w:footnotes>'
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _same_each_time(buffer: io.BytesIO, path: Path) -> None:
    """Pack again with fixed dates."""
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, STAMP), old.read(name), zipfile.ZIP_DEFLATED)
