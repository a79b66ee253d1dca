"""Words with positions -> lines in reading order."""

from __future__ import annotations

from collections import Counter, defaultdict

import regex

from indexer.model import Line

_TAB = 1.1  # of the font size: a wider gap is a tab (measured on real reports: word gaps stay below 0.9)
_TIGHT = 0.04  # of the font size: a narrower gap is no space
_DOUBTFUL = (
    0.2  # of the font size: a narrower gap may be one (measured: "vacc ination" at .12, but "of the" at .10)
)
_THIN_SPACE = "\u2009"
_LABEL = regex.compile(r"[(\[]?[\p{L}\p{N}]{1,6}(?:\.\p{N}{1,3})*[.)\]．、]*|[•●▪–—·-]")
_MARK = regex.compile(r"[\p{Nd}*∗†‡§a-z,() ]{1,7}/?")
_RTL = regex.compile(r"[\p{Hebrew}\p{Arabic}]")
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef]"
_CJK_END = regex.compile(_CJK + r"$")
_CJK_START = regex.compile(r"^" + _CJK)
_TABLE_RULES = (
    3  # ruled lines across a page: head, foot and body of a table, whose columns are no columns of text
)
_CAP_HEIGHT = 0.7  # of the font size: height of capitals in the usual faces


class Word:
    """A run of characters without a space: position in page space first, as seen after the page is turned."""

    __slots__ = (
        "base",
        "base_x",
        "base_y",
        "bold",
        "bottom",
        "glued",
        "group",
        "italic",
        "left",
        "right",
        "size",
        "text",
        "top",
        "turn",
    )

    def __init__(  # the reader makes one for every word of every page, so no default and no check
        self,
        *,
        text: str,
        left: float,
        top: float,
        right: float,
        bottom: float,
        base_x: float,
        base_y: float,
        size: float,
        turn: int,
        bold: bool,
        italic: bool,
        group: int,
        glued: bool,
    ) -> None:
        self.text = text
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
        self.base_x = base_x
        self.base_y = base_y
        self.base = 0.0
        self.size = size
        self.turn = turn
        self.bold = bold
        self.italic = italic
        self.group = group
        self.glued = glued


def _is_mark(row: _Row) -> bool:
    """Whether a run is nothing but a note mark: some printers raise it without making it smaller."""
    return len(row.words) == 1 and len(row.words[0].text) <= 3 and bool(_MARK.fullmatch(row.words[0].text))


class _Row:
    """Words that share a base line."""

    __slots__ = ("base", "high", "size", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.size = max(word.size for word in words)
        self.base = words[0].base
        self.high = self.base - _CAP_HEIGHT * self.size


def build_lines(words: list[Word], width: float, height: float, *, ruled: int = 0) -> tuple[Line, ...]:
    """Return the lines of a page from top to bottom, column by column.

    Sideways text comes last, as furniture.
    """
    upright = [word for word in words if word.turn == 0]
    sideways = [word for word in words if word.turn]
    rows = _rows(_runs(upright))
    gutter = find_gutter(rows, width, height) if ruled < _TABLE_RULES else None
    lines: list[Line] = []
    if gutter is None:
        lines.extend(_line(row.words, 0) for row in rows)
    else:
        lines.extend(_columns(rows, gutter))
    groups: dict[int, list[Word]] = defaultdict(list)
    for word in sideways:
        groups[word.group].append(word)
    for group in groups.values():
        text = " ".join(word.text for word in group)
        lines.append(
            Line(
                text=text,
                left=min(w.left for w in group),
                right=max(w.right for w in group),
                top=min(w.top for w in group),
                bottom=max(w.bottom for w in group),
                size=group[0].size,
                role="header",
            )
        )
    return tuple(lines)


def _runs(words: list[Word]) -> list[list[Word]]:
    """Split words, in the order of the file, into runs along one base line."""
    runs: list[list[Word]] = []
    previous: Word | None = None
    for word in words:
        if (
            previous is not None
            and previous.group == word.group
            and abs(previous.base - word.base) < 0.1
            and abs(previous.size - word.size) < 0.1 * word.size
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
        previous = word
    return runs


def _rows(runs: list[list[Word]]) -> list[_Row]:
    """Merge runs whose vertical extents overlap by half; the largest set the rows, small marks join them."""
    rows: list[_Row] = []
    buckets: dict[int, list[_Row]] = defaultdict(list)
    for row in sorted(map(_Row, runs), key=lambda row: (_is_mark(row), -round(row.size), row.base)):
        best: _Row | None = None
        best_overlap = 0.0
        for other in buckets.get(int(row.base) // 8, ()):
            overlap = min(row.base, other.base) - max(row.high, other.high)
            low = min(row.base - row.high, other.base - other.high)
            if row.size < 0.5 * other.size and abs(row.base - other.base) > 0.25 * row.size:
                continue  # beside the large letter of a masthead, not on its line
            mark = (
                row.size <= 0.8 * other.size or _is_mark(row)
            ) and other.high <= row.base <= other.base + 1
            if (overlap >= 0.5 * low or mark) and overlap > best_overlap:
                best, best_overlap = other, overlap
        if best is None:
            rows.append(row)
            for bucket in range(int(row.high) // 8 - 1, int(row.base) // 8 + 2):
                buckets[bucket].append(row)
        else:
            best.words.extend(row.words)
    rows.sort(key=lambda row: row.base)
    return rows


def find_gutter(rows: list[_Row], width: float, height: float) -> float | None:
    """Return the x between two columns of running text, None on a page of one column.

    The second column begins where many stretches of text begin near the middle; few rows cross that place,
    and full lines stand on both sides of it.
    """
    body = [row for row in rows if 0.07 * height < row.base < 0.93 * height]
    if len(body) < 16:
        return None
    spans = [_segments(row) for row in body]
    middle = [s for segments in spans for s in segments if 0.44 * width < s.left < 0.64 * width]
    starts = Counter(round(segment.left / 3) for segment in middle)
    if not starts:
        return None
    start, _ = starts.most_common(1)[0]
    gutter = 3 * start - 4.0
    aligned = sum(-4 <= segment.left - 3 * start <= 0.07 * width for segment in middle)
    crossing = sum(any(s.left < gutter - 4 and s.right > gutter + 4 for s in segments) for segments in spans)
    left = [s.right - s.left for segments in spans for s in segments if s.right < gutter + 4]
    right = [s.right - s.left for segments in spans for s in segments if s.left > gutter - 4]
    full = 0.27 * width
    if (
        aligned >= max(12, 0.7 * len(middle))
        and crossing <= 0.2 * len(spans)
        and sum(length > full for length in left) >= max(8, 0.5 * len(left))
        and sum(length > full for length in right) >= max(8, 0.5 * len(right))
    ):
        return gutter
    return None


class _Segment:
    __slots__ = ("left", "right")

    def __init__(self, left: float, right: float) -> None:
        self.left = left
        self.right = right


def _segments(row: _Row) -> list[_Segment]:
    """Return the stretches of a row between gaps of a tab or more."""
    found: list[_Segment] = []
    for word in sorted(row.words, key=lambda word: word.left):
        if found and word.left - found[-1].right <= 0.9 * row.size:
            found[-1].right = max(found[-1].right, word.right)
        else:
            found.append(_Segment(word.left, word.right))
    return found


def _columns(rows: list[_Row], gutter: float) -> list[Line]:
    """Read column by column between the rows of full width."""
    lines: list[Line] = []
    band: list[_Row] = []

    def flush() -> None:
        for column in (1, 2):
            for row in band:
                words = [word for word in row.words if (word.left < gutter) == (column == 1)]
                if words:
                    lines.append(_line(words, column))
        band.clear()

    for row in rows:
        segments = _segments(row)
        if any(s.left < gutter - 4 and s.right > gutter + 4 for s in segments):
            flush()
            lines.append(_line(row.words, 0))
        else:
            band.append(row)
    flush()
    return lines


def _line(words: list[Word], column: int) -> Line:
    """Return one line from the words of a row."""
    neighbours: dict[int, int] = {}
    if _rtl(words):
        words = _visual_to_reading(words)
        by_place = sorted(words, key=lambda word: word.left)
        neighbours = {id(word): place for place, word in enumerate(by_place)}
    else:
        words.sort(key=lambda word: word.left)
    words = _without_overprint(words)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = max(sizes, key=lambda s: (sizes[s], s))
    base = next(word.base for word in words if word.size == size)
    pieces: list[str] = []
    raised: list[tuple[int, int]] = []
    length = bold = italic = visible = 0
    bold_lead = italic_lead = 0
    lead_bold = lead_italic = True
    previous: Word | None = None
    text_left = words[0].left
    for word in words:
        if previous is not None:
            # in a line from right to left, the next word to read may stand elsewhere
            apart = abs(neighbours[id(word)] - neighbours[id(previous)]) != 1 if neighbours else False
            gap = " " if apart else _gap(previous, word, size)
            pieces.append(gap)
            length += len(gap)
        start = length
        pieces.append(word.text)
        length += len(word.text)
        count = len(word.text)
        visible += count
        lift = (base - word.base) / size
        is_raised = (lift > 0.12 if word.size <= 0.8 * size else lift > 0.3) and bool(
            _MARK.fullmatch(word.text)
        )
        if is_raised:
            raised.append((start, length))
        bold += count if word.bold else 0
        italic += count if word.italic else 0
        lead_bold = lead_bold and (word.bold or is_raised)
        bold_lead = length if lead_bold else bold_lead
        if len(pieces) > 1 or not _LABEL.fullmatch(word.text):
            lead_italic = lead_italic and word.italic
            italic_lead = length if lead_italic else italic_lead
        previous = word
    if len(words) > 1 and _LABEL.fullmatch(words[0].text):
        text_left = words[1].left
    return Line(
        text="".join(pieces),
        left=min(w.left for w in words),
        right=max(w.right for w in words),
        top=base - _CAP_HEIGHT * size,
        bottom=base,
        size=size,
        bold=bold / visible,
        italic=italic / visible,
        bold_lead=bold_lead,
        italic_lead=italic_lead,
        raised=tuple(raised),
        text_left=text_left,
        column=column,
    )


def _without_overprint(words: list[Word]) -> list[Word]:
    """Return the words without those that are printed a second time on the same place.

    Some programs make a face bold that way.
    """
    kept: list[Word] = []
    for word in words:
        near = 0.25 * word.size
        close = bool(kept) and abs(word.left - kept[-1].left) < near
        if not close or all(word.text != o.text or abs(word.left - o.left) >= near for o in kept[-3:]):
            kept.append(word)
    return kept


def _gap(previous: Word, word: Word, size: float) -> str:
    gap = max(word.left - previous.right, previous.left - word.right)
    if gap > _TAB * size:
        return "\t"
    least = min(size, word.size, previous.size)
    if gap <= _TIGHT * least and (gap > -0.3 * size or word.glued):
        return ""
    if gap < 0.5 * size and _CJK_END.search(previous.text) and _CJK_START.search(word.text):
        return ""
    return _THIN_SPACE if -0.3 * size < gap <= _DOUBTFUL * least else " "


def _rtl(words: list[Word]) -> bool:
    right_to_left = sum(len(word.text) for word in words if _RTL.search(word.text))
    return right_to_left > 0.5 * sum(len(word.text) for word in words)


def _visual_to_reading(words: list[Word]) -> list[Word]:
    """Order the words of a right-to-left line; runs of left-to-right words keep their own order."""
    words.sort(key=lambda word: -word.right)
    ordered: list[Word] = []
    run: list[Word] = []
    for word in words:
        if _RTL.search(word.text) or not any(ch.isalnum() for ch in word.text):
            ordered.extend(reversed(run))
            run = []
            ordered.append(word)
        else:
            run.append(word)
    ordered.extend(reversed(run))
    return ordered
