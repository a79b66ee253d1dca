"""The measures of the pages: margins, leading, the size of the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from indexer.grammar.characters import IDEOGRAPHS, WIDE
from indexer.segment.sides import find_rectos

if TYPE_CHECKING:
    from indexer.model import Line
    from indexer.segment.items import Item, Side

_SURE = 2  # sentences that run on alike at least
_WIDE = 1.5  # of the font size: the lines of a paragraph seldom stand so far apart
_ENOUGH = 6  # distances between lines that a page needs to have a leading of its own
_TEXT = ("", "heading", "title")  # roles of lines that stand where the text does
_PROSE = 4  # lines of running text in one size: fewer may be a title
_NUMBERS = frozenset("0123456789§¶[")  # what the number of a paragraph begins with
_HANG = 8.0  # points: lines hang below their number at least so far
_AT_EDGE = 2.0  # points: and begin no further apart
_SOME = 0.04  # of the lines of a page: so many begin with a number at least where they hang below numbers
_ASKEW = (3.0, 14.0)  # points: a page is moved aside by as much, at least and at most
_LETTER, _CAPITAL = 0.45, 0.6  # of the font size: the letters of a word are so wide at least
_EDGE = 0.15  # of the lines that begin at the place where most do: so many begin at another one
_FIRST_WORD = regex.compile(r"\S+")
_TWO_WORDS = regex.compile(r"\S+\s\S+")
_IDEOGRAPH = regex.compile(rf"\s*[{IDEOGRAPHS}]")
_OTHER_RUN = regex.compile(
    rf"(?P<run>[^\s{WIDE}]*)(?P<stop>[，。、；：！？）》”]?)"
)  # is not broken, nor parted from its stop
_IDEOGRAPH_END = regex.compile(rf"[{IDEOGRAPHS}。！？）》”]\s*$")
_PULLED = (
    2.2  # of the font size: so much shorter, and a little, is a line of ideographs that no stop may follow
)


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
        prose = [item for item in items if item.is_prose()]
        for item in prose:
            sizes[round(item.line.size * 2) / 2] += len(item.text)
        if sum(sizes.values()) < 400:
            for item in items:
                sizes[round(item.line.size * 2) / 2] += len(item.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 12.0
        self._larger = self._larger_text(prose)
        by_page: dict[int, Counter[float]] = defaultdict(Counter)
        least, most = 0.8 * self.size, 2.6 * self.size
        for item in prose or items:
            gap = item.gap
            if gap is not None and least < gap < most and self.is_body_size(item):
                by_page[item.page][round(gap * 2) / 2] += 1
        self.leading = _smallest_usual(sum(by_page.values(), Counter()), 1.2 * self.size)
        if paged and (not by_page or self.leading > _WIDE * self.size):
            self.leading = self._within_sentences(items) or self.leading
        self._leadings = {
            page: _smallest_usual(gaps, self.leading)
            for page, gaps in by_page.items()
            if gaps.total() >= _ENOUGH
        }
        self._tighten(items)
        self._lefts: dict[tuple[int, int], float] = {}
        self._rights: dict[tuple[int, int], float] = {}
        self._hung: dict[tuple[int, int], float] = {}
        self._edges: dict[tuple[int, int], tuple[float, ...]] = {}
        if paged or any(item.line.right > item.line.left for item in prose):
            self._find_margins(items, prose)
        for item in items:
            item.rel = item.line.left - self.left(item)

    def _within_sentences(self, items: list[Item]) -> float:
        """Return how far apart lines stand where a sentence runs on from a full one, 0 where that differs.

        Of a short text with paragraphs of one line most distances are those between paragraphs.
        """
        rights: dict[tuple[int, int], float] = defaultdict(float)
        for item in items:
            place = item.page, item.line.column
            rights[place] = max(rights[place], item.line.right if item.is_prose() else 0.0)
        gaps: Counter[float] = Counter()
        for above, item in pairwise(items):
            runs_on = above.is_prose() and above.unmarked()[-1:].isalnum() and self.is_body_size(item)
            word = _FIRST_WORD.search(item.text)
            if runs_on and word and item.gap is not None:
                width = _LETTER * item.line.size * len(word[0])
                if above.line.right + width > rights[item.page, item.line.column]:
                    gaps[round(item.gap * 2) / 2] += 1
        [(gap, count)] = gaps.most_common(1) or [(0.0, 0)]
        return gap if count >= _SURE and 2 * count > gaps.total() else 0.0

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
        return abs(item.line.size - self.size) < 0.8

    def _find_margins(self, items: list[Item], prose: list[Item]) -> None:
        """Margins of left and right pages over the whole document: one page of sub-items would mislead."""
        lefts: dict[Side, float] = {}
        hung: dict[Side, float] = {}
        edges: dict[Side, tuple[float, ...]] = {}
        rights: dict[Side, float] = {}
        plain = [item for item in prose if self.is_body_size(item)]
        rectos = find_rectos(plain, self.size, max((item.page for item in items), default=0))
        for item in items:
            item.recto = item.page in rectos
        found: dict[Side, list[Line]] = defaultdict(list)
        for item in plain if len(plain) >= 12 else filter(self.is_body_size, items):
            found[item.side()].append(item.line)
        begun = {side: _beginnings(lines) for side, lines in found.items()}
        usual = {side: _usual(near) for side, near in begun.items()}
        for side, lines in found.items():
            left, near = float(usual[side]), begun[side]
            across = usual.get((not side[0], *side[1:]), left)
            if across < left - _HANG and any(abs(line.left - across) <= _AT_EDGE for line in lines):
                left = float(across)  # lists fill the few pages of this side
            most = max(near.values())
            lefts[side], hung[side] = _hung_from(left, lines), left
            edges[side] = tuple(float(x) for x, n in near.items() if n >= _EDGE * most)
            if not self.paged:  # no line of a text that flows stands beyond the margin, nor needs it an edge
                placed = [item.line.left for item in items if item.side() == side and item.line.role in _TEXT]
                lefts[side] = hung[side] = min(placed, default=left)
                edges[side] = ()
            count = Counter([round(line.right / 4) for line in lines])
            most = max(count.values())
            last = max(x for x, n in count.items() if n >= 0.12 * most)
            rights[side] = max(line.right for line in lines if line.right < 4 * (last + 1))
        sides = {(item.page, item.line.column): item.side() for item in items}
        self._lefts = {place: lefts[side] for place, side in sides.items() if side in lefts}
        self._rights = {place: rights[side] for place, side in sides.items() if side in rights}
        self._hung = {place: hung[side] for place, side in sides.items() if side in hung}
        self._edges = {place: edges[side] for place, side in sides.items() if side in edges}
        for page, column in list(self._lefts):
            if column == 1:  # where there are columns, lines across both begin with the first
                both = self._lefts.get((page, 0), self._lefts[page, 1])
                self._lefts[page, 0] = min(both, self._lefts[page, 1])
        self._move_askew(prose)

    def _move_askew(self, prose: list[Item]) -> None:
        """Move the left margin of pages whose text stands aside, as on a sheet that lay askew in a scanner.

        It is less than an indent, or a page full of sub-items would seem moved.
        """
        lefts: dict[tuple[int, int], list[int]] = defaultdict(list)
        for item in prose:
            lefts[item.page, item.line.column].append(round(item.line.left))
        for place, found in lefts.items():
            if len(found) < _ENOUGH or place not in self._lefts:
                continue
            left = Counter(found).most_common(1)[0][0]
            least, most = _ASKEW
            if least < abs(left - self._lefts[place]) < most and 2 * sum(
                abs(other - left) <= least for other in found
            ) >= len(found):
                self._lefts[place] = float(left)

    def left(self, item: Item) -> float:
        """Return the left margin of the item's page and column."""
        return self._lefts.get((item.page, item.line.column), 0.0)

    def edges(self, item: Item) -> tuple[float, ...]:
        """Return where many lines begin: numbers, what hangs below them, what is around lists, and these."""
        return (self.left(item), *self._edges.get((item.page, item.line.column), ()))

    def is_beside_text(self, item: Item) -> bool:
        """Whether the line begins where the numbers stand that the text hangs below."""
        hung = self._hung.get((item.page, item.line.column), 0.0)
        return abs(item.rel) <= _AT_EDGE and hung - self.left(item) > _HANG

    def right(self, item: Item) -> float:
        """Return the right margin of the item's page and column."""
        return self._rights.get((item.page, item.line.column), 500.0)

    def _tighten(self, items: list[Item]) -> None:
        """Give up the leading of pages that have lines as close as everywhere, however short these are.

        A list of names or titles has more room between its items than inside them, and few long lines.
        """
        wide = {page for page, leading in self._leadings.items() if leading > 1.22 * self.leading}
        for item in items if wide else ():
            close = item.gap is not None and abs(item.gap - self.leading) < 1
            if close and item.page in wide and self.is_body_size(item):
                wide.remove(item.page)
                del self._leadings[item.page]

    def leading_at(self, item: Item) -> float:
        """Return the leading of the item's page, that of the document on pages with few lines."""
        return self._leadings.get(item.page, self.leading)

    def stands_apart(self, item: Item) -> bool:
        """Whether a line has more room above it than in a paragraph, or begins a page or column."""
        return item.gap is None or item.gap > 1.22 * self.leading_at(item)

    def ended_early(self, item: Item, following: Item, *, words: int = 1) -> bool:
        """Whether the first word of the next line, or the first two, would have had room on this one.

        The line was ended on purpose.
        """
        word = (_FIRST_WORD if words == 1 else _TWO_WORDS).search(following.text)
        least = _CAPITAL if word and word.group().isupper() else _LETTER
        width = least * len(word.group()) if word else 0.0
        if not following.text.isascii() and (
            _IDEOGRAPH.match(following.text)
            or (_IDEOGRAPH_END.search(item.text) and (width > _PULLED or not item.ends_sentence()))
        ):
            other = _OTHER_RUN.match(following.text)
            width = max(_PULLED, _CAPITAL * len(other["run"]) + len(other["stop"]) if other else 0.0)
        width *= following.line.size
        return item.line.right + width + 0.5 * self.size < self.right(item) - 0.5 * self.size

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
            and (below.is_prose() or below.opens_lower() or below.ends_sentence())
            and not self.is_centred(below)
        )


def _beginnings(lines: list[Line]) -> dict[int, int]:
    """Return how many lines begin at a place, or a point beside it."""
    count = Counter([round(line.left) for line in lines])
    return {x: count[x - 1] + count[x] + count[x + 1] for x in count}


def _usual(near: dict[int, int]) -> int:
    """Return the leftmost place where at least half as many lines begin as at any."""
    most = max(near.values())
    return min(x for x, n in near.items() if 2 * n >= most)


def _hung_from(left: float, lines: list[Line]) -> float:
    """Return where the numbers stand that lines hang below, when these begin at the left, else the left."""
    numbers = Counter(
        round(line.left)
        for line, below in zip(lines, [*lines[1:], lines[0]], strict=True)
        if line.left < left - _HANG
        and line.text[0] in _NUMBERS
        and (abs(line.text_left - left) <= _AT_EDGE or _hangs(line, below, left))
    )
    found, count = max(numbers.items(), key=lambda pair: pair[1], default=(0, 0))
    return float(found) if count >= max(2, _SOME * len(lines)) else left


def _hangs(line: Line, below: Line, left: float) -> bool:
    """Whether a number with no more than a space behind it begins a full line, and the next one hangs."""
    return (
        line.text_left == line.left
        and 0 < below.bottom - line.bottom < 3 * line.size
        and abs(below.left - left) <= _AT_EDGE
        and line.right >= below.right - line.size
    )


def _smallest_usual(gaps: Counter[float], default: float) -> float:
    """Return the smallest baseline distance that is usual, the default without any.

    Short texts may have more gaps between paragraphs than inside them, so the most frequent one misleads.
    """
    usual = 0.2 * max(gaps.values(), default=0)
    return min((gap for gap, count in gaps.items() if count >= usual), default=default)
