"""The measures of the pages: margins, leading, the size of the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import regex

from indexer.grammar.characters import IDEOGRAPHS, WIDE
from indexer.segment.items import COMMAS
from indexer.segment.leading import FIRST_WORD, LETTER, find_leading
from indexer.segment.margins import AT_EDGE, HANG, Margin, find_margins, find_rectos
from indexer.segment.noted import size_of_text

if TYPE_CHECKING:
    from indexer.segment.items import Item

INDENT = 8.0
"""Points: a first line that begins further in than the line above."""
_FEW = 12  # lines of running text: the margins of less are told from all lines of its size
_PROSE = 4  # lines of running text in one size: fewer may be a title
_CAPITAL = 0.6  # of the font size: capitals are so wide at least
_UNEVEN = 1.25  # of the mean width of letters and spaces of a line: a word of it is no wider (measured: 1.2)
_EVEN = 0.02  # of the font size: so little differ lines of a typewriter (measured: .015, others .05)
_TWO_WORDS = regex.compile(r"\S+(?:\s\S+)?")
_IDEOGRAPH = regex.compile(rf"\s*[{IDEOGRAPHS}]")
_OTHER_RUN = regex.compile(
    rf"(?P<run>[^\s{WIDE}]*)(?P<stop>[，。、；：！？）》”]?)"
)  # is not broken, nor parted from its stop
_IDEOGRAPH_END = regex.compile(rf"[{IDEOGRAPHS}。！？）》”]\s*$")
_PULLED = (
    2.2  # of the font size: a line of ideographs is so much shorter, and a little, where no stop may follow
)
_NONE = Margin()


class Measures:
    """Typographic measures of a document.

    Attributes:
        size: Font size of most characters.
        leading: Baseline distance of neighbouring lines of a paragraph.
        paged: Whether positions mean anything.
    """

    def __init__(self, items: list[Item], *, paged: bool) -> None:
        self.paged = paged
        sizes: Counter[float] = Counter()
        # tables are many short words in small type: only lines that read like sentences vote
        text = [item for item in items if item.line.role != "note"] or items
        prose = [item for item in text if item.is_prose()]
        for item in prose:
            sizes[round(item.line.size * 2) / 2] += len(item.text)
        if sum(sizes.values()) < 400:
            for item in text:
                sizes[round(item.line.size * 2) / 2] += len(item.text)
        self.size = size_of_text(prose, sizes) if sizes else 12.0
        self._larger = self._larger_text(prose)
        leading = find_leading(items, prose, self.size, paged=paged)
        self.leading, self._leadings = leading.usual, leading.of_pages
        plain = [item for item in prose if self.is_body_size(item)]
        self._letter = _width_of_letters(plain)
        rectos = find_rectos(plain, self.size, max((item.page for item in items), default=0))
        for item in items:
            item.recto = item.page in rectos
        if len(plain) < _FEW:
            plain = [item for item in items if self.is_body_size(item)]
        placed = paged or any(item.line.right > item.line.left for item in prose)
        self._margins = find_margins(items, prose, plain if placed else [], paged=paged)
        for item in items:
            item.rel = item.line.left - self.left(item)

    def _larger_text(self, prose: list[Item]) -> dict[int, float]:
        """Return the size of running text on the pages where it is larger, as that of another script."""
        lines: dict[int, Counter[float]] = defaultdict(Counter)
        for item in prose:
            lines[item.page][round(item.line.size * 2) / 2] += 1
        usual = {page: sizes.most_common(1)[0] for page, sizes in lines.items()}
        return {page: size for page, (size, count) in usual.items() if size > self.size and count >= _PROSE}

    def is_larger(self, item: Item) -> bool:
        """Whether the line is set larger than the running text of its page."""
        return item.line.size >= self._larger.get(item.page, self.size) + 1.0

    def is_smaller(self, item: Item) -> bool:
        """Whether the line is set smaller than the running text, as notes and captions are."""
        return item.line.size <= self.size - 0.7

    def is_body_size(self, item: Item) -> bool:
        """Whether the line is set in the size of the running text."""
        return item.is_set_in(self.size)

    def left(self, item: Item) -> float:
        """Return the left margin of the item's page and column."""
        return self._margins.get((item.page, item.line.column), _NONE).left

    def edges(self, item: Item) -> tuple[float, ...]:
        """Return where many lines begin: numbers, what hangs below them, what is around lists, and these."""
        margin = self._margins.get((item.page, item.line.column), _NONE)
        return (margin.left, *margin.edges)

    def is_beside_text(self, item: Item) -> bool:
        """Whether the line begins where the numbers stand that the text hangs below."""
        margin = self._margins.get((item.page, item.line.column), _NONE)
        return abs(item.rel) <= AT_EDGE and margin.hung - margin.left > HANG

    def right(self, item: Item) -> float:
        """Return the right margin of the item's page and column."""
        return self._margins.get((item.page, item.line.column), _NONE).right

    def leading_at(self, item: Item) -> float:
        """Return the leading of the item's page, that of the document on pages with few lines."""
        return self._leadings.get(item.page, self.leading)

    def stands_apart(self, item: Item) -> bool:
        """Whether a line has more room above it than in a paragraph, or begins a page or column."""
        return item.gap is None or item.gap > 1.22 * self.leading_at(item)

    def goes_on_in_large_type(self, before: Item, item: Item) -> bool:
        """Whether a line stands below one as large, no further away than lines of its size do."""
        return (
            self.is_larger(item)
            and before.is_set_in(item.line.size)
            and item.gap is not None
            and item.gap <= 1.22 * self.leading_at(item) * item.line.size / self.size
        )

    def ended_early(self, item: Item, following: Item, *, words: int = 1) -> bool:
        """Whether the first word of the next line, or the first two, would have had room on this one.

        The line was ended on purpose.
        """
        word = (FIRST_WORD if words == 1 else _TWO_WORDS).search(following.text)
        least = _CAPITAL if word and word.group().isupper() else self._letter
        width = least * len(word.group()) if word else 0.0
        if not following.text.isascii() and (
            _IDEOGRAPH.match(following.text)
            or (_IDEOGRAPH_END.search(item.text) and (width > _PULLED or not item.ends_sentence()))
        ):
            other = _OTHER_RUN.match(following.text)
            width = max(_PULLED, _CAPITAL * len(other["run"]) + len(other["stop"]) if other else 0.0)
        width *= following.line.size
        return item.line.right + width + 0.5 * self.size < self.right(item) - 0.5 * self.size

    def is_full_above(self, item: Item, following: Item) -> bool:
        """Whether the first word of the next line had no room on this one; most lines need no closer look."""
        near = item.line.right + self.size >= self.right(item)
        return near or not self.ended_early(item, following)

    def may_wrap(self, item: Item, following: Item) -> bool:
        """Whether the first word of the next line, wide as its letters may be, had no room on this one.

        In text that is not justified a line ends so wherever it breaks.
        """
        word = FIRST_WORD.search(following.text)
        letter = (following.line.right - following.line.left) / max(1, len(following.text))
        width = _UNEVEN * letter * len(word.group()) if word else 0.0
        return item.line.right + width + 0.5 * self.size >= self.right(item)

    def is_short_above_full(self, item: Item, following: Item) -> bool:
        """Whether a line ends early and the next one is full, in a script that breaks its lines anywhere."""
        return not following.text.isascii() and (
            bool(_IDEOGRAPH.match(following.text) or _IDEOGRAPH_END.search(item.text))
            and following.line.right > self.right(following) - 2 * self.size
            and self.ended_early(item, following)
        )

    def is_centred(self, item: Item) -> bool:
        """Whether the line stands in the middle of the text, away from both margins.

        Where the text hangs below its numbers, the middle is that of the text, or that of both; where most
        lines are those of lists that are set in, it is also that of the text around them.
        """
        if item.rel <= 18:
            return False  # most lines
        line = item.line
        right = self.right(item)
        middle = (line.left + line.right) / 2
        off = min(abs(middle - (edge + right) / 2) for edge in self.edges(item) if line.left - edge > 18)
        return off < 14 and right - line.right > 18

    def is_full(self, item: Item) -> bool:
        """Whether the line goes from margin to margin."""
        return item.rel <= 18 and self.right(item) - item.line.right <= 18

    def opens_block(self, item: Item, below: Item) -> bool:
        """Whether a line that begins further in is not centred: the next one goes on at the margin."""
        return (
            below.line.left < item.line.left
            and not self.stands_apart(below)
            and (below.is_prose() or below.opens_lower() or below.ends_sentence() or below.ends_in(COMMAS))
            and not self.is_centred(below)
        )

    def starts_after(self, body: list[Item], at: int) -> bool:
        """Whether the line before leaves room for a paragraph to begin here.

        A new page, a gap, an indent, or a line ended early; formats that flow say so themselves.
        """
        if at == 0 or body[at].line.starts_block:
            return True
        item, before = body[at], body[at - 1]
        if (
            before.page != item.page
            or before.line.column != item.line.column
            or item.index - before.index > 1
        ):
            return True
        if self.stands_apart(item) or (item.rel - before.rel > INDENT and before.ends_sentence()):
            return True
        return self.ended_early(before, item) or before.line.bold > 0.9 > item.line.bold


def _width_of_letters(lines: list[Item]) -> float:
    """Return the width of each letter, in font sizes: of typewriters all are alike, of others the least."""
    lines = [item for item in lines if item.text.isascii() and "\t" not in item.text]
    if len(lines) < _FEW:
        return LETTER
    widths = sorted((item.line.right - item.line.left) / (len(item.text) * item.line.size) for item in lines)
    few = len(widths) // 10
    least, most = widths[few], widths[-1 - few]
    return max(least, LETTER) if most - least < _EVEN else LETTER
