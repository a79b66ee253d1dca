"""The words of a row -> a line: its text, size and face, and which of its words are raised."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import filterfalse, pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.pdf_fonts import BOLD, COLOURED, ITALIC, LINKED
from indexer.extract.pdf_overprint import is_crowded, without_overprint
from indexer.extract.pdf_reading_order import RTL, as_read, from_left, from_right, is_rtl, with_stop_behind
from indexer.extract.pdf_rows import CAP_HEIGHT, MARK
from indexer.extract.pdf_spaces import ANY_CJK, space_between, space_words, unstretch
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_rows import Placed, Row
    from indexer.extract.words import Words

_SMALL_CAPITALS = (
    0.6  # of the size of the letters before them: smaller are those beside a letterhead's large one
)
_NUMBER_AND_MARK = 2  # words
_LABEL = regex.compile(r"[(\[]?[\p{L}\p{N}]{1,6}(?:\.\p{N}{1,3})*[.)\]．、]*|[•●▪–—·-]")
_WORD = regex.compile(r"(?![ivxl]+$|(.)\1+$)[a-z]{2,}")
"""No mark, but a word, as labels of forms have them in small type: marks are letters or roman numbers."""
_END_BEFORE = regex.compile(r"[)\]]\w{1,3}[(\[]|[\"”»]?[.,،؛:]\p{Latin}")  # ")3(.A/56/388"
_STOPS = frozenset(".,،؛:")
_LABEL_LENGTH = 6  # letters or digits: as many as the pattern takes


class _Wording(NamedTuple):
    """What the words of a line are together: see the attributes of the same name of a line."""

    text: str
    bold: float
    italic: float
    bold_lead: int
    italic_lead: int
    raised: tuple[tuple[int, int], ...]


class LineBuilder:
    """Makes lines of the words of one page."""

    def __init__(self, page: Words) -> None:
        self.page = page
        unusual = "".join(filterfalse(str.isascii, page.texts))
        self._rtl = bool(RTL.search(unusual))
        self._cjk = bool(ANY_CJK.search(unusual))

    @cached_property
    def reads_from_right(self) -> bool:
        """Whether most of the page is of a script from right to left."""
        return self._rtl and is_rtl(self.page, range(len(self.page.texts)))

    def row(self, row: Row) -> Line:
        """Return the line of a row of full width."""
        placed = row.placed(self.page)
        if row.alike and not self._rtl and not self._cjk and isinstance(placed.words, range):
            line = self._plain_line(placed)
            if line is not None:
                return line
        return self.line(row.words, placed, 0)

    def _plain_line(self, placed: Placed) -> Line | None:
        """Return a line of words that are set alike, None where they touch or one of them is printed twice.

        Nothing in such a line is a note mark.
        """
        page, lefts = self.page, placed.lefts
        start, count = placed.words[0], len(lefts)
        size, base = page.sizes[start], page.bases[start]
        text = space_words(page, placed, size)
        if text is None:
            return None
        label = _is_label(page.texts[start])
        bold, italic, length = page.faces[start] & BOLD, page.faces[start] & ITALIC, len(text)
        return Line(
            text=text,
            left=lefts[0],
            right=placed.end,
            top=base - CAP_HEIGHT * size,
            bottom=base,
            size=size,
            bold=1.0 if bold else 0.0,
            italic=1.0 if italic else 0.0,
            bold_lead=length if bold else 0,
            italic_lead=length if italic and not (label and count == 1) else 0,
            text_left=lefts[1] if label and count > 1 else lefts[0],
            coloured=bool(page.faces[start] & COLOURED),
            linked=bool(page.faces[start] & LINKED),
        )

    def line(self, words: Sequence[int], placed: Placed, column: int) -> Line:
        """Return one line from the positions of its words, in the order of the file and as placed."""
        page, order = self.page, placed.words
        neighbours: dict[int, int] = {}
        rtl = self._rtl and (
            is_rtl(page, words)
            or (self.reads_from_right and _may_read_from_right("".join([page.texts[word] for word in order])))
        )
        if self._rtl:
            order = from_right(page, words) if rtl else from_left(page, order)
            neighbours = {word: at for at, word in enumerate(sorted(order, key=page.lefts.__getitem__))}
        if self._rtl or is_crowded(page, placed):
            order = without_overprint(page, order, rtl=self._rtl)
        size, base, small_capitals = self._main_size(order)
        text, bold, italic, bold_lead, italic_lead, raised = self._wording(order, size, base, neighbours)
        if rtl:
            text = as_read(text)
        elif self._rtl:
            text = with_stop_behind(text)
        labelled = len(order) > 1 and _is_label(page.texts[order[0]])
        return Line(
            text=unstretch(text, placed.gaps, size),
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
            coloured=all(page.faces[word] & COLOURED for word in order),
            linked=all(page.faces[word] & LINKED for word in order),
            small_capitals=small_capitals,
        )

    def _main_size(self, order: Sequence[int]) -> tuple[float, float, bool]:
        """Return the size of most characters, its base line, and whether there are small capitals.

        The base line is that of its first word. A mark behind a number, as in a cell of a table, may have
        more characters than the number, and small capitals more than the words before them.
        """
        page = self.page
        sizes = dict.fromkeys([page.sizes[word] for word in order], 0)
        if len(sizes) == 1:
            return page.sizes[order[0]], page.bases[order[0]], False
        for word in order:
            sizes[page.sizes[word]] += len(page.texts[word])
        size = max(sizes, key=lambda s: (sizes[s], s))
        largest = max(sizes)
        small = size < largest and self._is_in_small_capitals(order, size, largest)
        if size < largest and (
            small
            or (len(order) == _NUMBER_AND_MARK and MARK.fullmatch(page.texts[order[1]]))
            or (size > _SMALL_CAPITALS * largest and self._is_in_capitals(order, size))
        ):
            size = largest
        return size, next(page.bases[word] for word in order if page.sizes[word] == size), small

    def _is_in_small_capitals(self, order: Sequence[int], size: float, largest: float) -> bool:
        """Whether a word in small letters goes on from a larger capital: it is printed in small capitals."""
        page = self.page
        return size > _SMALL_CAPITALS * largest and any(
            page.glued[word]
            and page.sizes[word] == size
            and page.sizes[word - 1] == largest
            and page.texts[word][0].islower()
            and page.texts[word - 1].isupper()
            for word in order
        )

    def _is_in_capitals(self, order: Sequence[int], size: float) -> bool:
        """Whether all words of a size are capitals, and none goes on from a larger initial."""
        page = self.page
        return all(
            page.texts[word].isupper() and not (page.glued[word] and page.texts[word - 1].isalnum())
            for word in order
            if page.sizes[word] == size
        )

    def _gaps(self, order: Sequence[int], size: float, neighbours: dict[int, int]) -> list[str]:
        """Return what stands before each word, nothing before the first one."""
        page, rtl, cjk = self.page, self._rtl, self._cjk
        gaps = [""]
        for previous, word in pairwise(order):
            if neighbours and page.texts[word] in _STOPS:
                gaps.append("")  # it may stand on the other side of a number
            elif neighbours and abs(neighbours[word] - neighbours[previous]) != 1:
                gaps.append(" ")  # in a line from right to left, the next word to read may stand elsewhere
            else:
                gaps.append(space_between(page, previous, word, size, rtl=rtl, cjk=cjk))
        return gaps

    def _wording(
        self, order: Sequence[int], size: float, base: float, neighbours: dict[int, int]
    ) -> _Wording:
        page = self.page
        texts, _, _, bases, sizes, faces, *_ = page
        gaps = self._gaps(order, size, neighbours)
        pieces: list[str] = []
        raised: list[tuple[int, int]] = []
        length = bold = italic = visible = 0
        bold_lead = italic_lead = 0
        lead_bold = lead_italic = True
        for word, gap in zip(order, gaps, strict=True):
            text, face = texts[word], faces[word]
            count = len(text)
            start = length + len(gap)
            pieces += gap, text
            length = start + count
            lift = (base - bases[word]) / (size or 1.0)  # letters of no height are in some layers
            limit = 0.12 if sizes[word] <= 0.8 * size else 0.3
            is_raised = lift > limit and bool(MARK.fullmatch(text)) and not _WORD.fullmatch(text)
            if is_raised:
                raised.append((start, length))
            else:  # a note mark is set plain, whatever it stands behind
                visible += count
                bold += count if face & BOLD else 0
                italic += count if face & ITALIC else 0
            lead_bold = lead_bold and bool(face & BOLD or is_raised)
            bold_lead = length if lead_bold else bold_lead
            if lead_italic and (start or not _is_label(text)):
                lead_italic = bool(face & ITALIC)
                italic_lead = length if lead_italic else italic_lead
        return _Wording(
            "".join(pieces), bold / visible, italic / visible, bold_lead, italic_lead, tuple(raised)
        )


def _may_read_from_right(text: str) -> bool:
    """Whether a line that is mostly Latin has a word from right to left, no letter, or its end in front."""
    return (
        RTL.search(text) is not None or not any(map(str.isalpha, text)) or _END_BEFORE.match(text) is not None
    )


@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    """Whether a word may be the number or sign of an item, which stands in front of its text."""
    if word.isalnum():
        return len(word) <= _LABEL_LENGTH  # most words
    return _LABEL.fullmatch(word) is not None
