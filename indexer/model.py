"""The types that travel between the rooms.

All are frozen, slotted and keyword-only. Coordinates are PDF points with the origin at the top left of the
page as it is seen (rotation applied), x to the right and y downwards. Offsets count characters of the text
they belong to. Nothing in them can lead back to itself, so those that come in thousands are not tracked by
the garbage collector (gc=False), which halves the time to decode them.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

Kind = Literal["paragraph", "operative", "preamble", "recommendation", "item", "text", "table", "speech"]
"""What a record is: a numbered paragraph, an operative or preambular paragraph of a resolution, a
recommendation of a review report, a numbered item inside a paragraph, an unnumbered block, a table, or a
speaker's turn."""

Position = Literal["supported", "noted", "pending"]
"""What a State says to a recommendation: that it supports it, or not (then it is noted), or that it will
answer."""

Role = Literal["", "heading", "title", "note", "header", "footer", "row", "cell", "contents", "aside"]
"""What a line is known to be from the file itself; empty where geometry must decide. A row is that of a
table; a cell stands in a row that is read as text, behind the number with which the row begins; an aside
stands beside the text that runs around it."""

Method = Literal["text", "ocr"]
"""How the characters were had: a text layer, or recognition of a picture."""

State = Literal["damaged-index", "failed", "duplicate", "copies", "read"]
"""What a line of a check is about: a fault of the index itself; a file that could not be read, or that has
the content of another; several files with one id; or a document that was read."""

Box = tuple[int, float, float, float, float]
"""Page number, then left, top, right and bottom in points."""


class SourceFile(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A file found in an indexed folder.

    Attributes:
        path: Relative to the indexed folder, with "/" between the parts: how the file is named in records.
        location: The absolute path, to open it.
        sha256: Hex digest of the content.
        size: Bytes.
        media_type: Decided by the content, never by the name.
    """

    path: str
    location: str
    sha256: str
    size: int
    media_type: str


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One printed line, or in formats without lines one block of text.

    Attributes:
        text: The words, one space apart; a tab stands where the gap is wider than 1.1 times the size, a thin
            space (U+2009) where it is so narrow that it may be no space at all, a hair space (U+200A) where
            it most likely is none.
        left: Left edge of the first glyph.
        right: Right edge of the last glyph.
        top: Upper edge.
        bottom: Lower edge, from the baseline of the line's own size.
        size: Font size of most characters, in points.
        bold: Share of the visible characters set in bold, 0 to 1.
        italic: Share set in italics.
        bold_lead: How many characters at the start of text are bold without a break.
        italic_lead: How many characters at the start of text, after a number, are italic without a break.
        coloured: Whether all of it is set in a colour, or in white on a dark ground.
        linked: Whether all of it is a link to an address, in a colour.
        small_capitals: Whether its small letters are printed as capitals in smaller type.
        raised: Offsets in text of superscript runs: where notes are referred to.
        text_left: Where the words after a leading label ("12." and a gap) begin; equal to left without one.
            In a line that is read from right to left, the right edge there, or that of the line.
        column: 0 for full width, from 1 on for the columns of a page that has several, in reading order.
        role: What the file itself says the line is.
        level: Heading level from 1, or depth of a list from 1; 0 when not known.
        label: A list number that the format computes and does not store, as it would print ("12.", "(a)").
        mark: For a line of role "note", the mark of the note.
        starts_block: True where a paragraph is known to begin, False where it is known to go on, None where
            geometry must decide.
        confidence: For a line that was recognised in a picture, how sure its words are, 0 to 1; None for one
            from a text layer.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 12.0
    bold: float = 0.0
    italic: float = 0.0
    bold_lead: int = 0
    italic_lead: int = 0
    coloured: bool = False
    linked: bool = False
    small_capitals: bool = False
    raised: tuple[tuple[int, int], ...] = ()
    text_left: float = 0.0
    column: int = 0
    role: Role = ""
    level: int = 0
    label: str = ""
    mark: str = ""
    starts_block: bool | None = None
    confidence: float | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One page: its number in the file from 1, its size in points and its lines in reading order.

    Attributes:
        pictures: Whether pictures cover most of the page, as in a scan.
        scanned: Whether its words were recognised in a picture of it, here or by who made the file.
        rules: Horizontal ruled lines as (left, right, y), such as the one above footnotes.
        turn: Quarter turns to the right that the page as stored takes until it is seen so.
        panels: Areas that are shaded or framed, as (left, top, right, bottom), from the top.
        sheet: The page of the file, where two pages stand side by side on each; else 0. Then the pages are
            counted one by one.
        offset: Where it begins on that.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    pictures: bool = False
    scanned: bool = False
    rules: tuple[tuple[float, float, float], ...] = ()
    turn: int = 0
    panels: tuple[tuple[float, float, float, float], ...] = ()
    sheet: int = 0
    offset: float = 0.0


class PagePicture(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A page as it looks.

    Attributes:
        page: What was read from it; its lines stand where the picture has them.
        scale: Pixels for each point.
        width: Pixels.
        height: Pixels.
        pixels: Red, green and blue, a byte each, row after row from the top left.
    """

    page: Page
    scale: float
    width: int
    height: int
    pixels: bytes


class ExtractedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds, as printed.

    Attributes:
        source: Where it comes from.
        pages: In order; formats without pages give one, with paged False.
        paged: Whether page numbers and coordinates are real.
        method: How the characters were had; "ocr" when any page was recognised.
        ocr: Whether pages without usable text were given to recognition.
        title: The title in the file's own metadata, empty when it has none.
        date: The day on which a web page says that it was published, ISO 8601.
        warnings: Sentences for `check`, such as "the numbering of list 4 is not defined".
    """

    source: SourceFile
    pages: tuple[Page, ...]
    paged: bool = True
    method: Method = "text"
    ocr: bool = False
    title: str = ""
    date: str | None = None
    warnings: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sub-paragraph: its address ("p74.a") and its offsets in the record's text."""

    address: str
    start: int
    end: int


class Footnote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A note that a record refers to.

    Attributes:
        mark: As printed, without brackets or slash: "1", "a", "*".
        text: The note without its mark.
        at: Offset in the record's text of the place that refers to it; None when the place was not found.
        page: Page the note stands on, None in formats without pages.
    """

    mark: str
    text: str
    at: int | None = None
    page: int | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entity named in a record's text: id of the entity, offsets, and the words as they stand there."""

    entity: str
    start: int
    end: int
    surface: str


class Reference(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A document, and perhaps a paragraph, cited in a record's text.

    Attributes:
        citation: As it stands in the text.
        target: Canonical symbol of the cited document.
        address: Address of the cited unit inside it, None for the whole document.
        start: Offset of the citation.
        end: Offset behind it.
    """

    citation: str
    target: str
    address: str | None
    start: int
    end: int


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The file a record was read from."""

    path: str
    sha256: str
    media_type: str


class Extraction(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How the record's characters were had, and how sure that is, 0 to 1."""

    method: Method = "text"
    confidence: float = 1.0


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag_field="schema", tag="record/1"):
    """One unit of a report: what is indexed, found and shown.

    Attributes:
        id: Document, "@", language, "#", address; unique in an index together with copy.
        symbol: Canonical symbol, None where no symbol is printed.
        symbols: All symbols of a document issued under several.
        language: Two letters: of the document, unless the text is surely in another language.
        kind: What the unit is.
        number: As printed, without the full stop; None for unnumbered units. Several may be printed as one
            ("122.14–15"): the address is then that of the first.
        address: Place inside the document ("p10", "annex-I.p3").
        section: Headings above the unit, outermost first.
        page: Physical page it begins on, from 1; None in formats without pages.
        page_end: Page it ends on.
        page_label: The number printed on the page it begins on.
        order: Position in the document, from 1.
        text: The whole unit, without its number and without footnote marks; in a table a tab stands between
            cells and a line end between rows.
        parts: Sub-paragraphs as offsets into text.
        footnotes: Notes that the unit refers to.
        boxes: Where it stands, one rectangle for each run of lines on a page.
        title: Of the document.
        date: Of the document, ISO 8601, None when not found.
        body: The organ the symbol belongs to, such as "HRC".
        year: Of the document.
        mentions: Entities named in text.
        references: Documents cited in text.
        number_inferred: The number that is due, when the printed one is missing or wrong; where only the text
            layer of a scan has it wrong, `number` is the same.
        source: The file.
        extraction: How it was read.
        copy: 1, or 2 and up for further files that carry the same id.
        position: What the document says that the State under review says to a recommendation, None where it
            says nothing.
        article: The article by which it is cited, in digits or roman as printed, "1" of "Article premier": it
            is a paragraph of one that counts its own, or all that it says; None for all other records.
    """

    id: str
    symbol: str | None
    symbols: tuple[str, ...] = ()
    language: str
    kind: Kind
    number: str | None
    address: str
    section: tuple[str, ...] = ()
    page: int | None
    page_end: int | None
    page_label: str | None = None
    order: int
    text: str
    parts: tuple[Part, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    boxes: tuple[Box, ...] = ()
    title: str = ""
    date: str | None = None
    body: str | None = None
    year: int | None = None
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    number_inferred: str | None = None
    source: Source
    extraction: Extraction = Extraction()
    copy: int = 1
    position: Position | None = None
    article: str | None = None


class Highlight(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Offsets in a record's text of words that answer the query."""

    start: int
    end: int


class Neighbour(Record, frozen=True, kw_only=True, gc=False, tag_field="schema", tag="neighbour/1"):
    """A record that stands near a hit in its document.

    Attributes:
        citation: How to cite it.
        distance: How many records behind the hit; -1 is the one just before it.
    """

    citation: str
    distance: int


class Hit(Record, frozen=True, kw_only=True, gc=False, tag_field="schema", tag="hit/1"):
    """A record that answers a query.

    Attributes:
        rank: From 1, over the whole answer.
        score: Higher is better; comparable only within one answer.
        citation: How to cite it: "A/HRC/9/8, para. 10".
        snippet: The part of the text that answers, with "…" where text is left out.
        highlights: All matched words, as offsets in text.
        of_document: How many paragraphs of its document answer, where the answer is grouped by document.
        context: Its neighbours in the document, in order, where they were asked for.
    """

    rank: int
    score: float
    citation: str
    snippet: str
    highlights: tuple[Highlight, ...] = ()
    of_document: int | None = None
    context: tuple[Neighbour, ...] = ()


class Occurrence(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag_field="schema", tag="occurrence/1"):
    """Words that answer a query, in their surroundings: a line of a concordance.

    Attributes:
        citation: Of the paragraph.
        page: It begins on.
        left: Text before the words, as one reads: in Arabic it stands to their right.
        match: The words.
        right: Text behind them.
        note: Mark of the note they stand in, empty for the paragraph itself.
        id: Of the paragraph.
    """

    citation: str
    page: int | None
    left: str
    match: str
    right: str
    note: str = ""
    id: str


class Heading(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A heading: its text, the page it stands on, its depth from 0, and the order of the next record."""

    text: str
    page: int
    level: int
    before: int


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something a careful person would want to look at.

    Attributes:
        code: A stable word: no-records, no-text-page, unreliable-text, doubtful-page, gap, leak,
            unread-number, inferred-number, unbound-note, ocr, document.
        page: Where, None for the whole document.
        text: A sentence with the value in question.
    """

    code: str
    page: int | None = None
    text: str = ""


class ParseReport(msgspec.Struct, frozen=True, kw_only=True):
    """How the reading of one file went.

    Where it holds several documents, symbol, language, title, date and numbered are those of the first.

    Attributes:
        path: As in its records.
        symbol: Canonical, None when none is printed.
        language: Two letters.
        title: Of the document.
        date: ISO 8601.
        pages: How many.
        records: How many.
        numbered: The last number of the main sequence, 0 without one.
        findings: What to look at, worst first.
        characters: Visible characters by where they went: record, heading, note, furniture, contents, and
            label for numbers, note marks and broken hyphens. Their sum is that of all characters extracted.
        method: How the characters were had; "ocr" when any page was recognised.
        ocr: Whether pages without usable text were given to recognition.
        recognised: How many pages were recognised.
    """

    path: str
    symbol: str | None
    language: str
    title: str = ""
    date: str | None = None
    pages: int = 0
    records: int = 0
    numbered: int = 0
    findings: tuple[Finding, ...] = ()
    characters: dict[str, int] = {}
    method: Method = "text"
    ocr: bool = False
    recognised: int = 0


class CheckLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="check/1"):
    """One thing that a check found, or a document without any.

    Attributes:
        state: What it is about; the others are there or not according to it.
        id: Of several files with different content: document, "@", language.
        paths: Those files.
        path: Of a file, as in its records.
        code: Why it was not read, as a stable word.
        reason: The same as a sentence; or what is wrong with the index.
        symbol: Of a document that was read, as the rest: canonical, None when none is printed.
        language: Two letters.
        pages: How many.
        records: How many.
        numbered: The last number of the main sequence, 0 without one.
        method: How the characters were had; "ocr" when any page was recognised.
        findings: What to look at, worst first.
        characters: Visible characters by where they went: record, heading, note, furniture, contents, label.
    """

    state: State
    id: str | UnsetType = UNSET
    paths: tuple[str, ...] | UnsetType = UNSET
    path: str | UnsetType = UNSET
    code: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    symbol: str | UnsetType | None = UNSET
    language: str | UnsetType = UNSET
    pages: int | UnsetType = UNSET
    records: int | UnsetType = UNSET
    numbered: int | UnsetType = UNSET
    method: Method | UnsetType = UNSET
    findings: tuple[Finding, ...] | UnsetType = UNSET
    characters: dict[str, int] | UnsetType = UNSET


class FacetCount(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="facet/1"):
    """A value in an answer: the field, the value, and how many paragraphs of the answer have it.

    Attributes:
        field: As `--facet` names it.
        value: As it stands in the records.
        count: Of paragraphs.
    """

    field: str
    value: str
    count: int


class HeldDocument(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="document/1"):
    """A document of an index: a symbol in one language, or a file without a symbol.

    Attributes:
        document: Its symbol, or "file:" and the path where none is printed.
        language: Two letters.
        copy: 1, or 2 and up for other files of the same document.
        title: As printed.
        date: ISO 8601.
        body: Organ.
        year: Of the document.
        paragraphs: How many.
        path: Of its file, in the folder that was indexed.
    """

    document: str
    language: str
    copy: int
    title: str
    date: str | None
    body: str | None
    year: int | None
    paragraphs: int
    path: str


class ParsedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as records, with its headings, what was set aside, and the report on its reading."""

    records: tuple[Record, ...]
    headings: tuple[Heading, ...]
    furniture: tuple[str, ...]
    report: ParseReport


class LearntAcronym(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An acronym that a document defines: the letters, the words, and the record that says so."""

    acronym: str
    name: str
    record: str
