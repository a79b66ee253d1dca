"""Reports made for the tests of this room: lines with geometry, as a reader of PDF files hands them over.

A `Report` is filled from top to bottom with paragraphs, headings, tables and notes, and broken into pages
when it is asked for. Every character is half a size wide and full lines reach the right margin. In texts,
`word{1}` sets a raised note mark behind the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypedDict, Unpack

import msgspec
import regex

from indexer.model import ExtractedDocument, Line, Page, SourceFile
from indexer.segment import segment
from indexer.segment.items import Item, read_items, set_gaps
from indexer.segment.measures import Measures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indexer.model import ParsedDocument, Record, Role

WIDTH, HEIGHT = 595.0, 842.0  # A4, as the reports of the last years
LEFT, RIGHT, TOP, BOTTOM = 117.0, 518.0, 130.0, 720.0  # their text area
TAB = 36.0  # points from a number to its words
FILL = "the members of the group heard what States and other bodies had done for the keepers of lights"
_MARK = regex.compile(r"\{([^{}]+)\}")

SOURCE = SourceFile(
    path="made/report.pdf", location="/made/report.pdf", sha256="0" * 64, size=1, media_type="application/pdf"
)


class Look(TypedDict, total=False):
    """How a block of lines is set: see `Report.text`."""

    indent: float
    hang: float
    coloured: bool
    linked: bool
    size: float
    bold: float
    italic: float
    above: float
    centre: bool
    bold_lead: int
    italic_lead: int
    notes: Mapping[str, str]
    split_after: int


class LineLook(TypedDict, total=False):
    """How single lines are set: fields of `Line`."""

    left: float
    right: float
    size: float
    bold: float
    italic: float
    coloured: bool
    small_capitals: bool
    raised: tuple[tuple[int, int], ...]
    text_left: float
    column: int
    role: Role
    level: int
    label: str
    mark: str
    starts_block: bool | None


class _Row(NamedTuple):
    """A line, the room above it, the notes it refers to, whether a page begins with it."""

    line: Line
    above: float
    notes: tuple[tuple[str, str], ...] = ()
    breaks: bool = False


class _Rule(NamedTuple):
    left: float
    right: float
    above: float


class _Placed(NamedTuple):
    line: Line


class _Sheet:
    """A page in the making."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.y = TOP
        self.lines: list[Line] = []
        self.rules: list[tuple[float, float, float]] = []
        self.notes: list[list[Line]] = []

    def note_room(self, leading: float) -> float:
        return sum(leading * len(lines) for lines in self.notes) + (14 if self.notes else 0)


class Report:
    """A report in the making; every method but the last ones returns the report itself."""

    def __init__(self, *, size: float = 10.0, leading: float = 12.0, note_style: str = "raised") -> None:
        self.size = size
        self.leading = leading
        self.note_style = note_style
        self.head = ""
        self.foot = ""
        self.first_page = 1
        self.title = ""
        self._rows: list[_Row | _Rule | _Placed] = []

    # -- what stands on the page ---------------------------------------------------------------------------

    def running(self, *, head: str = "", foot: str = "") -> Self:
        """Set running heads, from the second page on, and feet; "{page}" is the number of the page."""
        self.head, self.foot = head, foot
        return self

    def text(self, text: str, **look: Unpack[Look]) -> Self:
        """Add a block of wrapped lines.

        Args:
            text: The words; a tab behind the first of them is as wide as that of a number.
            look: indent of the first line and hang of the others from the left margin; size; shares of bold
                and italic characters; whether it is in colour, or a link; room above; centre; bold and italic
                characters at the start of the first line; text of the notes by mark; the number of lines
                behind which a page ends.
        """
        size, indent, hang = look.get("size", self.size), look.get("indent", 0.0), look.get("hang", 0.0)
        centre, bold, notes = look.get("centre", False), look.get("bold", 0.0), look.get("notes", {})
        width = RIGHT - LEFT
        for at, (words, tab, full) in enumerate(wrap(text, width - indent, width - hang, size)):
            x = LEFT + (hang if at else indent)
            plain, raised = marked(words)
            length = 0.5 * size * len(plain) + (TAB - 0.5 * size * (plain.index("\t") + 1) if tab else 0.0)
            if centre:
                x = (LEFT + RIGHT - length) / 2
            line = Line(
                text=plain,
                left=x,
                right=RIGHT if full and not centre else x + length,
                size=size,
                bold=bold,
                italic=look.get("italic", 0.0),
                coloured=look.get("coloured", False),
                linked=look.get("linked", False),
                bold_lead=len(plain) if bold == 1.0 else 0 if at else look.get("bold_lead", 0),
                italic_lead=0 if at else look.get("italic_lead", 0),
                raised=raised,
                text_left=x + TAB if tab else x,
            )
            here = tuple((mark, notes[mark]) for mark in _marks(words) if mark in notes)
            breaks = look.get("split_after") == at
            self._rows.append(_Row(line, 0.0 if at else look.get("above", 6.0), notes=here, breaks=breaks))
        return self

    def paragraph(self, number: str, text: str, **look: Unpack[Look]) -> Self:
        """Add a numbered paragraph: the number as printed, a tab, the words."""
        return self.text(f"{number}\t{text}", **look)

    def paragraphs(self, first: int, last: int, text: str = "") -> Self:
        """Add paragraphs of two lines and a bit with these numbers."""
        for number in range(first, last + 1):
            self.paragraph(f"{number}.", text or f"In part {number} of the meeting {FILL}, and {FILL} too.")
        return self

    def heading(self, text: str, **look: Unpack[Look]) -> Self:
        """Add a bold heading of 12 points with room around it."""
        set_so: Look = {"size": 12.0, "bold": 1.0, "above": 14.0}
        set_so.update(look)
        return self.text(text, **set_so)

    def place(
        self,
        text: str,
        left: float,
        y: float,
        *,
        size: float = 10.0,
        bold: float = 0.0,
        italic: float = 0.0,
        right: float | None = None,
        text_left: float | None = None,
    ) -> Self:
        """Put a line at a place of the page that is being filled."""
        plain, raised = marked(text)
        line = Line(
            text=plain,
            left=left,
            right=right or left + 0.5 * size * len(plain),
            top=y - 0.7 * size,
            bottom=y,
            size=size,
            bold=bold,
            bold_lead=len(plain) if bold == 1.0 else 0,
            italic=italic,
            raised=raised,
            text_left=text_left or left,
        )
        self._rows.append(_Placed(line))
        return self

    def rule(self, left: float = LEFT, right: float = RIGHT, above: float = 4.0) -> Self:
        """Draw a line across the page."""
        self._rows.append(_Rule(left, right, above))
        return self

    def table(self, rows: Sequence[Sequence[str]], *, ruled: bool = True, size: float | None = None) -> Self:
        """Add rows of cells, between rules."""
        size = size or self.size
        self.rule(above=12.0)
        for row in rows:
            line = Line(text="\t".join(row), left=LEFT, right=RIGHT - 10, size=size, text_left=LEFT)
            self._rows.append(_Row(line, 2.0))
            if ruled:
                self.rule(above=4.0)
        if not ruled:
            self.rule(above=4.0)
        return self

    def page_break(self) -> Self:
        """Begin a page with what comes next."""
        self._rows.append(_Row(Line(text=""), 0.0, breaks=True))
        return self

    # -- what is made of it --------------------------------------------------------------------------------

    def document(self, *, paged: bool = True) -> ExtractedDocument:
        """Return the pages."""
        sheets = [_Sheet(self.first_page)]
        for row in self._rows:
            if isinstance(row, _Placed):
                sheets[-1].lines.append(row.line)
                sheets[-1].y = max(sheets[-1].y, row.line.bottom + self.leading)
            elif isinstance(row, _Rule):
                sheets[-1].rules.append((row.left, row.right, sheets[-1].y - self.leading + row.above))
                sheets[-1].y += row.above
            else:
                self._set(row, sheets)
        return ExtractedDocument(
            source=SOURCE, pages=tuple(map(self._page, sheets)), title=self.title, paged=paged
        )

    def segment(self, *, paged: bool = True) -> ParsedDocument:
        """Return the records of the report and what was found beside them."""
        return segment(self.document(paged=paged))

    def records(self) -> dict[str, Record]:
        """Return the records by address."""
        return {record.address: record for record in self.segment().records}

    def items(self) -> tuple[list[Item], Measures]:
        """Return the lines as items, with gaps and measures, as the modules of this room take them."""
        items = read_items(self.document())
        set_gaps(items)
        return items, Measures(items, paged=True)

    # -- laying out ----------------------------------------------------------------------------------------

    def _set(self, row: _Row, sheets: list[_Sheet]) -> None:
        notes = [self._note(mark, text) for mark, text in row.notes]
        sheet = sheets[-1]
        step = max(self.leading, 1.2 * row.line.size) + row.above
        room = sheet.note_room(self.leading) + sum(self.leading * len(lines) for lines in notes)
        if row.breaks or (sheet.y + step > BOTTOM - room and sheet.y > TOP):
            sheet = _Sheet(sheet.number + 1)
            sheets.append(sheet)
            step = self.leading
        if not row.line.text:
            return
        y = sheet.y + (0.0 if sheet.y == TOP else row.above + max(0.0, 1.2 * row.line.size - self.leading))
        sheet.lines.append(_at(row.line, y))
        sheet.y = y + self.leading
        sheet.notes.extend(notes)

    def _note(self, mark: str, text: str) -> list[Line]:
        size = self.size if self.note_style == "typed" else self.size - 1.5
        first = f"{mark}/ {text}" if self.note_style == "typed" else f"{mark}\t{text}"
        lines = []
        for at, (words, _, full) in enumerate(wrap(first, RIGHT - LEFT, RIGHT - LEFT, size)):
            raised = ((0, len(mark)),) if at == 0 and self.note_style == "raised" else ()
            right = RIGHT if full else LEFT + 0.5 * size * len(words)
            lines.append(Line(text=words, left=LEFT, right=right, size=size, raised=raised, text_left=LEFT))
        return lines

    def _page(self, sheet: _Sheet) -> Page:
        lines = list(sheet.lines)
        rules = list(sheet.rules)
        y = BOTTOM - sheet.note_room(self.leading) + 20
        if sheet.notes:
            rules.append((LEFT, LEFT + 140, y - 10))
        for note in sheet.notes:
            for line in note:
                lines.append(_at(line, y))
                y += self.leading
        if self.head and sheet.number > 1:
            lines[:0] = _edge(self.head, sheet.number, 60.0)
        if self.foot:
            lines += _edge(self.foot, sheet.number, 800.0)
        lines.sort(key=lambda line: line.bottom)
        return Page(number=sheet.number, width=WIDTH, height=HEIGHT, lines=tuple(lines), rules=tuple(rules))


def wrap(text: str, first: float, others: float, size: float) -> list[tuple[str, bool, bool]]:
    """Return the lines of a text: words, whether a tab stands behind the first, whether the line is full."""
    lines: list[tuple[str, bool, bool]] = []
    words = text.split(" ")
    line, room, tab = "", first, "\t" in words[0]
    if tab:
        room = first - TAB + 0.5 * size * (words[0].index("\t") + 1)
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and 0.5 * size * len(marked(longer)[0]) > room:
            lines.append((line, tab, True))
            line, room, tab = word, others, False
        else:
            line = longer
    lines.append((line, tab, False))
    return lines


def marked(words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return words without the braces around note marks, and where those stand."""
    plain = ""
    raised = []
    at = 0
    for match in _MARK.finditer(words):
        plain += words[at : match.start()]
        raised.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        at = match.end()
    return plain + words[at:], tuple(raised)


def _marks(words: str) -> list[str]:
    return [mark for match in _MARK.finditer(words) for mark in regex.split(r"[,\s]+", match[1])]


def _at(line: Line, y: float) -> Line:
    return msgspec.structs.replace(line, top=y - 0.7 * line.size, bottom=y)


def _edge(text: str, page: int, y: float) -> list[Line]:
    """Return the lines of a running head or foot, one below the other."""
    return [
        Line(
            text=words,
            left=LEFT,
            right=RIGHT if "\t" in words else LEFT + 4.5 * len(words),
            top=y + 11 * at - 6.3,
            bottom=y + 11 * at,
            size=9.0,
            text_left=LEFT,
        )
        for at, words in enumerate(text.replace("{page}", str(page)).split("\n"))
    ]


def lines_of(*texts: str, **look: Unpack[LineLook]) -> list[Item]:
    """Return single lines as items, one below the other on page 1."""
    made = [
        msgspec.structs.replace(Line(text=text, left=LEFT, right=RIGHT, size=10.0, text_left=LEFT), **look)
        for text in texts
    ]
    items = [Item(_at(line, TOP + 12.0 * at), 1, at) for at, line in enumerate(made)]
    set_gaps(items)
    return items


def visible(text: str) -> int:
    """Return how many characters are no white space."""
    return len("".join(text.split()))


def extracted(document: ExtractedDocument) -> int:
    """Return the visible characters of all lines."""
    return sum(visible(line.text) for page in document.pages for line in page.lines)


def moved(page: Page, by: float) -> Page:
    """Return a page whose text stands further right."""
    lines = (
        msgspec.structs.replace(
            line, left=line.left + by, right=line.right + by, text_left=line.text_left + by
        )
        for line in page.lines
    )
    return msgspec.structs.replace(page, lines=tuple(lines))


def blocks(*texts: tuple[str, dict[str, Any]]) -> ParsedDocument:
    """What is read of paragraphs one below the other, each of which is one line, as in formats that flow."""
    lines, y = [], 72.0
    for text, look in texts:
        rows = -(-len(text) * 5 // int(RIGHT - LEFT))
        fields: dict[str, Any] = {
            "left": LEFT,
            "right": RIGHT if rows > 1 else LEFT + 5 * len(text),
            "size": 10.0,
            "text_left": LEFT,
            "starts_block": True,
        }
        lines.append(Line(text=text, top=y, bottom=y + 12 * rows, **(fields | look)))
        y += 12 * rows + 5
    page = Page(number=1, width=WIDTH, height=y + 72, lines=tuple(lines))
    return segment(ExtractedDocument(source=SOURCE, pages=(page,), paged=False))
