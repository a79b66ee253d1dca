"""Pages dumped as one long line, as copied out of a web viewer: cut back into lines."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from indexer.segment.dump_marks import HEAD, chains, head_at_start, is_heading, numbers_in, residue_at_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import ExtractedDocument, Line, Page, Role
    from indexer.segment.dump_marks import Number

LONG = 400
"""Characters from which a line is no printed line: three times the longest line of a landscape page."""

_MOST_LINES = 12
"""Lines of a page that may be a dump: the long ones, and what a web site leaves around them."""

_WHOLE_PAGES = 1200
"""Mean length of long lines that are pages and not paragraphs: those of reports run to some 700."""

_SHARE = 0.8
"""Share of a page's characters that stand in long lines when it is a dump."""

_RESIDUE_LENGTH = 60
"""What a web site leaves behind is a few words; a longer line may be text."""

_WIDTH, _LEFT, _ROW, _COLUMNS = 612.0, 72.0, 14.0, 90
"""The page on which the lines are laid out again: letter paper, an inch of margin, 90 characters in a row."""


class _Cut(NamedTuple):
    """A stretch of a dumped page on its way to a line."""

    start: int
    end: int
    role: Role
    starts_block: bool | None


class _Sheet:
    """A page to be: the one it comes from, the number it prints, and its lines."""

    __slots__ = ("lines", "page", "printed")

    def __init__(self, page: Page, printed: int | None = None) -> None:
        self.page = page
        self.printed = printed
        self.lines: list[Line] = []


def break_dump(document: ExtractedDocument) -> ExtractedDocument:
    """The document with pages that are one or a few very long lines cut into lines.

    Each running head, heading, numbered paragraph, and rest of a web site becomes a line of its own; a
    running head in the middle begins a further page. Pages take the number that their running head prints.
    Documents of any other kind come back as they are.
    """
    if document.source.media_type not in ("text/plain", "text/html"):
        return document
    whole = document.source.media_type == "text/html"
    dumped = [_is_dump(page, whole=whole) for page in document.pages]
    long = [
        line for page, is_dump in zip(document.pages, dumped, strict=True) if is_dump for line in page.lines
    ]
    frames = [_frames(line) for line in long if _is_long(line)]
    if not _number(frames):
        return document
    waiting = iter(frames)
    sheets: list[_Sheet] = []
    for page, is_dump in zip(document.pages, dumped, strict=True):
        first = len(sheets)
        sheets.append(_Sheet(page))
        if not is_dump:
            sheets[-1].lines.extend(page.lines)
            continue
        for line in page.lines:
            if _is_long(line):
                _cut_line(line, next(waiting), sheets)
            else:
                sheets[-1].lines.append(_short_line(line, is_last=line is page.lines[-1]))
        _lay_out(sheets[first:])
    paged = len(document.pages) > 1 or any(sheet.printed is not None for sheet in sheets)
    return msgspec.structs.replace(document, pages=tuple(_pages(sheets)), paged=paged)


def _is_long(line: Line) -> bool:
    return len(line.text) >= LONG and not line.role and not line.label


def _is_dump(page: Page, *, whole: bool) -> bool:
    """Whether the page is very long lines; where lines are paragraphs anyway, one line must hold it whole."""
    long = [len(line.text) for line in page.lines if _is_long(line)]
    if not long or sum(long) < _SHARE * sum(len(line.text) for line in page.lines):
        return False
    if whole:
        return len(long) == 1
    return len(page.lines) <= _MOST_LINES or sum(long) >= _WHOLE_PAGES * len(long)


def _number(frames: Sequence[Sequence[_Frame]]) -> bool:
    """Give each frame its numbers, sought over all of them at once; False where no frame can be cut."""
    flat = [frame for line in frames for frame in line]
    found = [(frame, number) for frame in flat for number in numbers_in(frame.text, frame.body, frame.foot)]
    for index in chains([number for _, number in found]):
        frame, number = found[index]
        frame.numbers.append(number)
    return any(len(frame.cuts()) > 1 for frame in flat)


def _short_line(line: Line, *, is_last: bool) -> Line:
    """A line beside the long ones: at the end a heading, a sentence, or what a web site leaves behind."""
    text = line.text
    if line.role or not is_last or len(text) > _RESIDUE_LENGTH or text.endswith((".", ";", ":", "?", "!")):
        return line
    return msgspec.structs.replace(line, role="heading" if is_heading(text) else "footer")


def _frames(line: Line) -> list[_Frame]:
    """The pages within a long line."""
    starts = _page_starts(line.text)
    ends = [*starts[1:], len(line.text)]
    return [_Frame(line.text, start, end) for start, end in zip(starts, ends, strict=True)]


def _page_starts(text: str) -> list[int]:
    """Where pages begin: 0, and each running head whose page number rises by one from the one before it."""
    heads = [((match["symbol"], int(match["page"])), match.start()) for match in HEAD.finditer(text)]
    counts, following = [1] * len(heads), [len(heads)] * len(heads)
    nearest: dict[tuple[str, int], int] = {}
    for at in reversed(range(len(heads))):
        (symbol, page), _ = heads[at]
        after = nearest.get((symbol, page + 1))
        if after is not None:
            counts[at], following[at] = 1 + counts[after], after
        nearest[symbol, page] = at
    at = max(range(len(heads)), key=counts.__getitem__, default=len(heads))
    starts = {0}
    # one head alone in the middle may be a citation
    if at < len(heads) and counts[at] > 1:
        while at < len(heads):
            starts.add(heads[at][1])
            at = following[at]
    return sorted(starts)


def _cut_line(line: Line, frames: Sequence[_Frame], sheets: list[_Sheet]) -> None:
    """Put the stretches of a long line on the last sheet, and on new ones where running heads begin pages."""
    for index, frame in enumerate(frames):
        begins = index > 0 or (frame.head > frame.start and frame.page is not None)
        if begins and sheets[-1].lines:
            sheets.append(_Sheet(sheets[-1].page))
        sheet = sheets[-1]
        if frame.page is not None:
            sheet.printed = frame.page
        sheet.lines.extend(_stretch(line, cut) for cut in frame.cuts())


class _Frame:
    """A page within a long line: where its head ends and its foot begins, and the number it prints."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        length, self.page = head_at_start(text[start:end])
        self.head = start + length
        foot, foot_page = residue_at_end(text[start:end])
        self.foot = max(self.head, start + foot)
        if self.page is None:
            self.page = foot_page
        inside = text[self.head : self.foot]
        self.body = self.head + len(inside) - len(inside.lstrip())
        self.numbers: list[Number] = []

    def cuts(self) -> list[_Cut]:
        """The stretches of the page, without a gap between them."""
        cuts: list[_Cut] = []
        if self.head > self.start:
            cuts.append(_Cut(self.start, self.head, "header", starts_block=True))
        at = self.head
        role: Role = ""
        starts: bool | None = None if self.head == self.start else self._goes_on()
        for number in self.numbers:
            # what was cut off before is not cut again: an item of a list can look like a heading
            places: list[tuple[int, Role]] = [
                (start, "heading") for start, _ in number.headings if start > at
            ]
            for place, next_role in [*places, (number.start, "")]:
                if self.text[at:place].strip():
                    cuts.append(_Cut(at, place, role, starts))
                at, role, starts = place, next_role, True
        if self.text[at : self.foot].strip():
            cuts.append(_Cut(at, self.foot, role, starts))
        if self.text[self.foot : self.end].strip():
            cuts.append(_Cut(self.foot, self.end, "footer", starts_block=True))
        return cuts

    def _goes_on(self) -> bool | None:
        """False where the page begins in the middle of a sentence, None where that cannot be told."""
        return False if self.text[self.body : self.body + 1].islower() else None


def _stretch(line: Line, cut: _Cut) -> Line:
    """The stretch as a line, with the note marks that lie in it."""
    stretch = line.text[cut.start : cut.end]
    start = cut.start + len(stretch) - len(stretch.lstrip())
    text = stretch.strip()
    raised = tuple((a - start, b - start) for a, b in line.raised if start <= a and b <= start + len(text))
    return msgspec.structs.replace(
        line,
        text=text,
        role=cut.role,
        starts_block=cut.starts_block,
        raised=raised,
        bold_lead=0,
        italic_lead=0,
    )


def _lay_out(sheets: Sequence[_Sheet]) -> None:
    """Put the lines one below the other, each as high as its text would be, with a blank row between."""
    for sheet in sheets:
        top = _ROW
        for index, line in enumerate(sheet.lines):
            rows = max(1, -(-len(line.text) // _COLUMNS))
            bottom = top + _ROW * rows - 2
            width = (_WIDTH - 2 * _LEFT) * min(1.0, len(line.text) / _COLUMNS)
            sheet.lines[index] = msgspec.structs.replace(
                line, left=_LEFT, text_left=_LEFT, right=_LEFT + width, top=top, bottom=bottom
            )
            top = bottom + _ROW


def _pages(sheets: Sequence[_Sheet]) -> Iterator[Page]:
    """The sheets as pages, numbered as printed; the others are counted on from their neighbours."""
    numbers = [sheet.printed for sheet in sheets]
    for index in range(1, len(numbers)):
        before = numbers[index - 1]
        if numbers[index] is None and before is not None:
            numbers[index] = before + 1
    for index in range(len(numbers) - 2, -1, -1):
        after = numbers[index + 1]
        if numbers[index] is None and after is not None:
            numbers[index] = after - 1
    known = [number for number in numbers if number is not None]
    rising = all(a < b for a, b in itertools.pairwise(known)) and min(known, default=0) > 0
    if not rising or len(known) < len(sheets):
        known = list(range(1, len(sheets) + 1))
    for sheet, number in zip(sheets, known, strict=True):
        height = max([sheet.page.height, *(line.bottom + _ROW for line in sheet.lines)])
        yield msgspec.structs.replace(
            sheet.page, number=number, lines=tuple(sheet.lines), width=_WIDTH, height=height
        )
