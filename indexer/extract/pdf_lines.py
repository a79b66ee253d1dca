"""Words with positions -> lines in reading order."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from math import inf
from operator import add, sub
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.pdf_fonts import BOLD, ITALIC
from indexer.extract.pdf_margin import find_margin
from indexer.extract.pdf_rows import CAP_HEIGHT, MARK, Row, crosses, find_gutter, find_rows, segments
from indexer.extract.pdf_tables import find_tables, row_line
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.extract.pdf_rows import Placed, SidewaysWord, Words
    from indexer.extract.pdf_tables import TableRow
    from indexer.extract.pdf_tags import CellPlace

_TAB = 1.1  # of the font size: a wider gap is a tab (measured on real reports: word gaps stay below 0.9)
_STRETCHED = 2  # tabs: a line with more may be one that was stretched to fill the measure
_ALIKE = 0.15  # of the font size: the gaps of such a line differ by no more
_TIGHT = 0.04  # of the font size: a narrower gap is no space
_DOUBTFUL = (
    0.2  # of the font size: a narrower gap may be one (measured: "vacc ination" at .12, but "of the" at .10)
)
_OVERPRINT = 0.25  # of the font size: the same word again so near is printed twice
_SMALL_CAPITALS = (
    0.6  # of the size of the letters before them: smaller are those beside a letterhead's large one
)
_NUMBER_AND_MARK = 2  # words
_THIN_SPACE = "\u2009"
_LABEL = regex.compile(r"[(\[]?[\p{L}\p{N}]{1,6}(?:\.\p{N}{1,3})*[.)\]．、]*|[•●▪–—·-]")
# no word begins with a closing bracket or ends with an opening one: PDFium turned it around once too often
_OPENING = regex.compile(r"(?<!\S)[^\w\s]+(?=\w)")
_CLOSING = regex.compile(r"(?<=\w)[^\w\s]+(?!\S)")
_TO_OPENING, _TO_CLOSING = str.maketrans(")]}»", "([{«"), str.maketrans("([{«", ")]}»")
_RTL = regex.compile(r"[\p{Hebrew}\p{Arabic}]")
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef]"
_ANY_CJK = regex.compile(_CJK)
_CJK_END = regex.compile(_CJK + r"$")
_CJK_START = regex.compile(r"^" + _CJK)
_TABLE_RULES = (
    3  # ruled lines across a page: head, foot and body of a table, whose columns are no columns of text
)


def build_lines(
    words: Words,
    width: float,
    height: float,
    *,
    ruled: int = 0,
    sideways: Iterable[SidewaysWord] = (),
    cells: Sequence[CellPlace | None] = (),
    head: float = 0.0,
) -> tuple[Line, ...]:
    """Return the lines of a page from top to bottom, column by column.

    A row of a table that is tagged makes one line. What stands in the margin comes behind the text, as a
    second column; sideways text comes last, as furniture.

    Args:
        words: The words that stand upright.
        width: Of the page.
        height: Of the page.
        ruled: At how many heights ruled lines cross the page.
        sideways: The other words.
        cells: The cell that each word stands in, as far as the file says so.
        head: Where a letterhead would end.
    """
    tables = find_tables(words, cells, head)
    tabled = [_table_line(words, row) for row in tables]
    if tables:
        inside = {at for row in tables for cell in row for at in cell}
        words = words.some([at not in inside for at in range(len(words.texts))])
    margin = find_margin(words)
    aside = _margin_lines(words.some(margin)) if margin is not None else []
    if margin is not None:
        words = words.some([not beside for beside in margin])
    rows = find_rows(words)
    gutter = find_gutter(words, rows, width, height) if ruled < _TABLE_RULES else None
    builder = _LineBuilder(words)
    if gutter is None:
        lines = _merged([builder.row(row) for row in rows], tabled)
    else:
        lines = _columns(builder, rows, gutter, tabled)
    groups: dict[int, list[SidewaysWord]] = defaultdict(list)
    for word in sideways:
        groups[word.group].append(word)
    lines.extend(aside)
    lines.extend(map(_sideways_line, groups.values()))
    return tuple(lines)


def _margin_lines(words: Words) -> list[Line]:
    """Return the lines in the margin of a page."""
    builder = _LineBuilder(words)
    return [builder.line(row.words, row.placed(words), 2) for row in find_rows(words)]


def _table_line(words: Words, row: TableRow) -> Line:
    """Return a row of a table as a line."""
    cells = []
    for cell in row:
        inside = words.at(cell)
        builder = _LineBuilder(inside)
        cells.append([builder.row(found) for found in find_rows(inside)])
    return row_line(cells)


def _merged(lines: list[Line], tabled: list[Line]) -> list[Line]:
    """Return the lines of a page with the rows of its tables, each before the first line below its top."""
    merged = list(lines)
    for row in reversed(tabled):
        at = next((at for at, line in enumerate(merged) if line.top > row.top), len(merged))
        merged.insert(at, row)
    return merged


def _sideways_line(group: list[SidewaysWord]) -> Line:
    return Line(
        text=" ".join(word.text for word in group),
        left=min(w.left for w in group),
        right=max(w.right for w in group),
        top=min(w.top for w in group),
        bottom=max(w.bottom for w in group),
        size=group[0].size,
        role="header",
    )


def _columns(builder: _LineBuilder, rows: list[Row], gutter: float, tabled: list[Line]) -> list[Line]:
    """Read column by column between the rows of full width; rows of tables stand in a column or are such."""
    page = builder.page
    lines: list[Line] = []
    band: list[Row | Line] = []
    waiting = sorted(tabled, key=lambda line: line.top)[::-1]

    def flush() -> None:
        inside = sorted(word for row in band if isinstance(row, Row) for word in row.words)
        for column in (1, 2):
            # a mark that is raised in one column may stand on a line of the other
            side = page.at([word for word in inside if (page.lefts[word] < gutter) == (column == 1)])
            found = _LineBuilder(side)
            lines.extend(
                _merged(
                    [found.line(row.words, row.placed(side), column) for row in find_rows(side)],
                    [row for row in band if isinstance(row, Line) and (row.left < gutter) == (column == 1)],
                )
            )
        band.clear()

    def put_tables(bottom: float) -> None:
        while waiting and waiting[-1].top < bottom:
            line = waiting.pop()
            if crosses([(line.left, line.right)], gutter):
                flush()
                lines.append(line)
            else:
                band.append(line)

    for row in rows:
        put_tables(row.high)
        if crosses(segments(page, row), gutter):
            flush()
            lines.append(builder.row(row))
        else:
            band.append(row)
    put_tables(inf)
    flush()
    return lines


def _stretched(gaps: Sequence[float], texts: Sequence[str], size: float) -> int | None:
    """Return how many tabs stand at the start of a line that was stretched to the margin, None for any other.

    All gaps of such a line are alike, but for one behind a label. So are those between numbers of a table.
    """
    numbers = sum(any(sign.isdigit() for sign in text) for text in texts)
    if 3 * numbers >= len(texts):
        return None
    for label in (0, 1):
        spaces = gaps[label:]
        if len(spaces) > _STRETCHED and max(spaces) - min(spaces) <= _ALIKE * size:
            return label
    return None


class _Wording(NamedTuple):
    """What the words of a line are together: see the attributes of the same name of a line."""

    text: str
    bold: float
    italic: float
    bold_lead: int
    italic_lead: int
    raised: tuple[tuple[int, int], ...]


class _LineBuilder:
    """Makes lines of the words of one page."""

    def __init__(self, page: Words) -> None:
        self.page = page
        unusual = "".join([text for text in page.texts if not text.isascii()])
        self._rtl = bool(_RTL.search(unusual))
        self._cjk = bool(_ANY_CJK.search(unusual))

    def row(self, row: Row) -> Line:
        """Return the line of a row of full width."""
        placed = row.placed(self.page)
        if row.alike and not self._rtl and not self._cjk and isinstance(placed.words, range):
            line = self._plain_line(placed)
            if line is not None:
                return line
        return self.line(row.words, placed, 0)

    # -- lines set in one way ----------------------------------------------------------------------

    def _plain_line(self, placed: Placed) -> Line | None:
        """Return a line of words that are set alike, None where they touch or one of them is printed twice.

        Nothing in such a line is a note mark.
        """
        page, (words, lefts, rights, gaps) = self.page, placed
        start, count = words[0], len(words)
        size, base = page.sizes[start], page.bases[start]
        texts = page.texts[start : start + count]
        text_left = lefts[0]
        label = _LABEL.fullmatch(texts[0])
        if count == 1:
            text = texts[0]
        else:
            least = min(gaps)
            tab, doubtful = _TAB * size, _DOUBTFUL * size
            if least <= _OVERPRINT * size and (
                least <= _TIGHT * size or min(map(sub, lefts[1:], lefts)) < _OVERPRINT * size
            ):
                return None
            if least <= doubtful or max(gaps) > tab:
                spaces = ["\t" if gap > tab else _THIN_SPACE if gap <= doubtful else " " for gap in gaps]
                if spaces.count("\t") > _STRETCHED and (parted := _stretched(gaps, texts, size)) is not None:
                    spaces = ["\t" if at < parted else " " for at in range(count - 1)]
                text = texts[0] + "".join(map(add, spaces, texts[1:]))
            else:
                text = " ".join(texts)
            text_left = lefts[1] if label else text_left
        bold, italic, length = page.faces[start] & BOLD, page.faces[start] & ITALIC, len(text)
        return Line(
            text=text,
            left=lefts[0],
            right=max(rights),
            top=base - CAP_HEIGHT * size,
            bottom=base,
            size=size,
            bold=1.0 if bold else 0.0,
            italic=1.0 if italic else 0.0,
            bold_lead=length if bold else 0,
            italic_lead=length if italic and not (label and count == 1) else 0,
            text_left=text_left,
        )

    # -- lines of several sizes, faces or directions -----------------------------------------------

    def line(self, words: Sequence[int], placed: Placed, column: int) -> Line:
        """Return one line from the positions of its words, in the order of the file and as placed."""
        page, order = self.page, placed.words
        neighbours: dict[int, int] = {}
        rtl = self._rtl and self._is_rtl(words)
        if self._rtl:
            order = self._visual_to_reading(words) if rtl else self._turned_runs(order)
            neighbours = {word: at for at, word in enumerate(sorted(order, key=page.lefts.__getitem__))}
        order = self._without_overprint(order)
        size, base = self._main_size(order)
        text, bold, italic, bold_lead, italic_lead, raised = self._wording(order, size, base, neighbours)
        if rtl:
            text = _OPENING.sub(lambda match: match.group().translate(_TO_OPENING), text)
            text = _CLOSING.sub(lambda match: match.group().translate(_TO_CLOSING), text)
        labelled = len(order) > 1 and _LABEL.fullmatch(page.texts[order[0]])
        if text.count("\t") > _STRETCHED:
            parted = _stretched(placed.gaps, text.split(), size)
            text = text if parted is None else text.replace("\t", " ").replace(" ", "\t", parted)
        return Line(
            text=text,
            left=min([page.lefts[word] for word in order]),
            right=max([page.rights[word] for word in order]),
            top=base - CAP_HEIGHT * size,
            bottom=base,
            size=size,
            bold=bold,
            italic=italic,
            bold_lead=bold_lead,
            italic_lead=italic_lead,
            raised=raised,
            text_left=(page.rights if rtl else page.lefts)[order[1] if labelled else order[0]],
            column=column,
        )

    def _main_size(self, order: Sequence[int]) -> tuple[float, float]:
        """Return the size of most characters, and the base line of the first word of that size.

        A mark behind a number, as in a cell of a table, may have more characters than the number, and small
        capitals more than the words before them.
        """
        page = self.page
        sizes: Counter[float] = Counter()
        for word in order:
            sizes[page.sizes[word]] += len(page.texts[word])
        size = max(sizes, key=lambda s: (sizes[s], s))
        largest = max(sizes)
        if size < largest and (
            (len(order) == _NUMBER_AND_MARK and MARK.fullmatch(page.texts[order[1]]))
            or (size > _SMALL_CAPITALS * largest and self._is_in_capitals(order, size))
        ):
            size = largest
        return size, next(page.bases[word] for word in order if page.sizes[word] == size)

    def _is_in_capitals(self, order: Sequence[int], size: float) -> bool:
        """Whether all words of a size are capitals, and none goes on from a larger initial."""
        page = self.page
        return all(
            page.texts[word].isupper() and not page.glued[word] for word in order if page.sizes[word] == size
        )

    def _wording(
        self, order: Sequence[int], size: float, base: float, neighbours: dict[int, int]
    ) -> _Wording:
        page = self.page
        pieces: list[str] = []
        raised: list[tuple[int, int]] = []
        length = bold = italic = visible = 0
        bold_lead = italic_lead = 0
        lead_bold = lead_italic = True
        previous = -1
        for word in order:
            if previous >= 0:
                # in a line from right to left, the next word to read may stand elsewhere
                apart = abs(neighbours[word] - neighbours[previous]) != 1 if neighbours else False
                gap = " " if apart else self._gap(previous, word, size)
                pieces.append(gap)
                length += len(gap)
            text, face = page.texts[word], page.faces[word]
            count = len(text)
            start = length
            pieces.append(text)
            length += count
            lift = (base - page.bases[word]) / size
            limit = 0.12 if page.sizes[word] <= 0.8 * size else 0.3
            is_raised = lift > limit and bool(MARK.fullmatch(text))
            if is_raised:
                raised.append((start, length))
            else:  # a note mark is set plain, whatever it stands behind
                visible += count
                bold += count if face & BOLD else 0
                italic += count if face & ITALIC else 0
            lead_bold = lead_bold and bool(face & BOLD or is_raised)
            bold_lead = length if lead_bold else bold_lead
            if lead_italic and (previous >= 0 or not _LABEL.fullmatch(text)):
                lead_italic = bool(face & ITALIC)
                italic_lead = length if lead_italic else italic_lead
            previous = word
        return _Wording(
            "".join(pieces), bold / visible, italic / visible, bold_lead, italic_lead, tuple(raised)
        )

    def _without_overprint(self, order: Sequence[int]) -> Sequence[int]:
        """Return the words without those that are printed a second time on the same place.

        Some programs make a face bold that way; some print parts of words again: "non" under "non-smoker".
        """
        sizes = self.page.sizes
        kept: list[int] = []
        for word in order:
            near = _OVERPRINT * sizes[word]
            again = [other for other in kept[-3:] if self._covers(other, word, near)]
            under = [other for other in kept[-3:] if self._covers(word, other, near)]
            if not again:
                kept = [other for other in kept if other not in under] if under else kept
                kept.append(word)
        return kept

    def _covers(self, word: int, other: int, near: float) -> bool:
        """Whether another word is printed on the place of a word, or of a part of it."""
        lefts, rights, texts = self.page.lefts, self.page.rights, self.page.texts
        if texts[word] == texts[other] and abs(lefts[word] - lefts[other]) < near:
            return True
        # an Arabic letter may lie over its neighbour
        return not self._rtl and (
            lefts[word] - near < lefts[other] < rights[word] - near
            and rights[other] < rights[word] + near
            and texts[other] in texts[word]
        )

    def _gap(self, previous: int, word: int, size: float) -> str:
        page = self.page
        gap = max(page.lefts[word] - page.rights[previous], page.lefts[previous] - page.rights[word])
        if gap > _TAB * size:
            return "\t"
        least = min(size, page.sizes[word], page.sizes[previous])
        if gap <= _TIGHT * least and (gap > -0.3 * size or page.glued[word]):
            # a letter that leans over a space hides it: the file has one in "of participating"
            parted = not self._rtl and not page.glued[word] and page.groups[word] == page.groups[previous]
            return _THIN_SPACE if parted else ""
        if (
            self._cjk
            and gap < 0.5 * size
            and _CJK_END.search(page.texts[previous])
            and _CJK_START.search(page.texts[word])
        ):
            return ""
        return _THIN_SPACE if -0.3 * size < gap <= _DOUBTFUL * least else " "

    def _is_rtl(self, words: Sequence[int]) -> bool:
        texts = [self.page.texts[word] for word in words]
        right_to_left = sum(len(text) for text in texts if _RTL.search(text))
        return right_to_left > sum(map(str.isalpha, "".join(text for text in texts if not _RTL.search(text))))

    def _visual_to_reading(self, words: Sequence[int]) -> list[int]:
        """Order the words of a right-to-left line; runs of left-to-right words keep their own order.

        Numbers alone are read from right to left, one after the other.
        """
        rights, texts = self.page.rights, self.page.texts
        ordered: list[int] = []
        run: list[int] = []
        for word in sorted(words, key=lambda word: -rights[word]):
            if _RTL.search(texts[word]) or not any(ch.isalnum() for ch in texts[word]):
                ordered.extend(self._forward(run))
                run = []
                ordered.append(word)
            else:
                run.append(word)
        ordered.extend(self._forward(run))
        return ordered

    def _forward(self, run: list[int]) -> list[int]:
        latin = any(ch.isalpha() for word in run for ch in self.page.texts[word])
        return run[::-1] if latin else run

    def _turned_runs(self, words: Sequence[int]) -> list[int]:
        """Order the words of a left-to-right line, in which a name from right to left keeps its own order."""
        ordered: list[int] = []
        for from_right, found in groupby(words, lambda word: bool(_RTL.search(self.page.texts[word]))):
            run = list(found)
            ordered.extend(reversed(run) if from_right else run)
        return ordered
