"""Running heads and feet: what stands on the page and is not part of the report's text."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from indexer.grammar.running_symbols import find_symbols
from indexer.segment.line_starts import ENUMERATOR
from indexer.segment.notes import is_rule
from indexer.segment.numbered_heads import mark_numbered_heads

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.model import Page
    from indexer.segment.items import Item

_TOP, _BOTTOM = (
    0.13,
    0.87,
)  # of the page height: running heads end and feet begin (measured: heads to .09, feet from .895)
_EDGE_LINES = 5  # lines looked at from either edge
_END_LINES = 3  # of a page that ends above its lower edge
_TOGETHER = 1.5  # of the font size: the lines of a running head are no further apart
_SPACED = 2.4  # of the font size: so far apart they are in double spacing
_LONGEST = 300  # characters: no line of numbers and codes alone is longer
_HEAD_LENGTH = 45  # characters: no line of a running head is longer that stands above or below another
_MOST_SYMBOLS = 2  # in a running foot: documents of two organs have two
_LETTERS = regex.compile(r"\p{L}+")
_TITLE = 20  # letters that a running title has at least
_SAME = 0.8  # points: sizes of lines set alike differ by less
_LARGER = 1.0  # points: a heading is so much larger than the text
_OUT = 0.85  # share of bold letters of a line that stands out
_DIGITS = regex.compile(r"\d+")
_JOB = r"(?:GE[.:]\s?\d\d[-–]\d{4,6}|[A-Z]?\.?\d\d[-–]\d{5,6}[A-Z]?(?:\.\w+)?)"
_CODES = r"(?:\((?:[EFSRCA]|[A-Z]{1,3}|.{1,3})\)[\d\s]*|\d{6,8}|\*\s?[\dA-Z\s]{5,14}\*)"
_PAGE = r"(?:[Pp]age|PAGE|[Pp]ágina|страница|стр\.)\s*[-–]?\s*[\divxlc]+"
_NUMBER = r"[-–—]?\s*\d{1,4}\s*[-–—]?"
_OF = r"\d{1,4}\s?/\s?\d{1,4}"
_LANGUAGE = r"(?:English|ENGLISH|French|FRENCH|Spanish|SPANISH|Russian|RUSSIAN|Arabic|Chinese)(?:\s+only)?"
_PIECE = regex.compile(
    rf"(?:{_JOB}|{_CODES}|{_PAGE}|{_NUMBER}|{_OF}|{_LANGUAGE}|[ivxlc]{{1,6}}|/\s?(?:…|\.\s?\.\s?\.)|\*+|_{{3,}}|\s|[,;|])+"
)
_JOB_NUMBER = regex.compile(rf"(?<![\w/]){_JOB}|^\*\d{{7}}\*$")
_FOOT = regex.compile(
    rf"{_JOB}(?:\W.*)?|\*\s?\d[\d\s]{{5,9}}\*|[/Il1|]\s?[.•][\s.,•\"]*|"
    r"Please recycle.*|Accessible document.*|Veuillez recycler.*|Se ruega reciclar.*",
    regex.S,
)
_LABELS = (
    regex.compile(r"^(?:[Pp]age|PAGE|[Pp]ágina|страница|стр\.)\s*[-–]?\s*([\divxlc]+)\b"),
    regex.compile(r"\b(?:[Pp]age|PAGE)\s*[-–]?\s*([\divxlc]+)\s*$"),
    regex.compile(r"(?:^|\s)(\d{1,4})\s?/\s?\d{1,4}(?=\s|$)"),
    regex.compile(r"^[-–—]?\s*(\d{1,4}|[ivxlc]{1,6})\s*[-–—]?$"),
    regex.compile(r"\t(\d{1,4})$"),
    regex.compile(r"^(\d{1,4})\t"),
)
# "A/ARC/28/15": a symbol that a scan has misread
_LIKE_SYMBOL = regex.compile(
    r"(?=.*/\s?\d)[A-Z$][\w.,$-]{0,6}(?:,\s[\w.,$-]{0,6})?(?:/\s?[\w.,$-]{1,10}){2,}"
)
_GOES_ON = (";", ",")  # "2025;" and "(A/9/8);" end a line of text
# letters, numbers, ticks and units of tables, words left out, and what refers to notes or parts them off
_SAYS = regex.compile(r"[\p{L}\p{N}\p{Sc}%✓✔√*∗†‡§_]|(?<!/\s?)…|\[\.{3}\]")
_DIRT = 12  # characters at most
_DECORATION = regex.compile(r"(?:[*∗]\s*){3,}|[-–—=~.•·\s]{3,}|[—–-]+\s*[*∗•]\s*[—–-]+")
_NUMBER_BESIDE = regex.compile(r"^\d{1,4}\t|\t\d{1,4}$|\d\d[-–]\d{5}|\d{1,4}/\d{1,4}(?:\s|$)")
_NOTE = regex.compile(r"^\(?(?:\d{1,3}|[*∗]{1,4}|[†‡§])\)?\s*\p{Lu}")
_NUMBERED_TEXT = regex.compile(r"^\d{1,4}[.．、][\s\t]+\S.{14,}", regex.S)


@functools.lru_cache(maxsize=2048)
def symbols_in(text: str) -> tuple[tuple[int, int, DocumentSymbol], ...]:
    """Return the symbols in a line with their offsets; running heads say the same on every page."""
    return tuple(find_symbols(text))


def mark_furniture(items: list[Item], pages: tuple[Page, ...]) -> None:
    """Set the place of running heads and feet."""
    sizes = {page.number: (page.width, page.height) for page in pages}
    for item in items:
        if item.line.role in ("header", "footer") or (
            item.line.role == "" and (_is_decoration(item) or _is_outside(item, *sizes[item.page]))
        ):
            item.place = "furniture"
    edges = _edges(items, {page: height for page, (_, height) in sizes.items()})
    size = _usual_size(items)
    repeated = _repeated(edges, len(pages), size)
    outer: dict[tuple[str, int], Item] = {}
    for zone, found in edges:
        if _is_furniture(zone, found, repeated, outer.get((zone, found.page))):
            found.place = "furniture"
            outer[zone, found.page] = found
    mark_numbered_heads(items, edges, pages, size)
    _mark_symbol_lines(edges)
    _mark_title_lines(edges, items)
    _mark_head_blocks(edges)


def _is_decoration(item: Item) -> bool:
    """Whether a line is an ornament, or a few signs that say nothing where it was printed: dirt on a scan."""
    text = item.text.strip()
    if text[:1].isalnum():
        return False  # most lines
    printed = item.line.starts_block is None
    dirty = printed and len(text) <= _DIRT and "\t" not in text and not _SAYS.search(text)
    return dirty or _DECORATION.fullmatch(text) is not None


def _is_outside(item: Item, width: float, height: float) -> bool:
    """Whether the line stands outside the page, where nobody sees it: what a scanner saw beyond the sheet."""
    line = item.printed
    return line.starts_block is None and (
        line.bottom < 0 or line.right < 0 or (line.top > height > 0) or (line.left > width > 0)
    )


def _is_furniture(zone: str, item: Item, repeated: dict[tuple[str, str], int], outer: Item | None) -> bool:
    """Whether a line is a running head or foot.

    Args:
        zone: The edge it stands at, "foot" for the lower quarter of the page, or "end" for the last lines of
            one that ends further up, as in a text taken out of a PDF.
        item: The line.
        repeated: Masked lines that come again at the same edge.
        outer: The furniture line further out on the same page, None when this is the outermost.
    """
    text = item.text.strip()
    if _NUMBERED_TEXT.match(text) or (item.line.raised and item.line.raised[0][0] == 0):
        return False
    if zone == "end":
        return bool(_JOB_NUMBER.search(text)) and (bool(_FOOT.fullmatch(text)) or _is_only_furniture(text))
    if zone == "top" and _LIKE_SYMBOL.fullmatch(text):
        return True
    if zone == "bottom" and is_rule(item):
        return False  # below it stand notes, and it may be all that tells the end of one from text
    if zone == "foot":
        return bool(_FOOT.fullmatch(text))
    if zone == "bottom" and _FOOT.fullmatch(text):
        return True
    if _is_only_furniture(text) and not text.endswith(_GOES_ON):
        # a line of symbols at the foot may be the end of a note; a running foot comes again or has a number
        symbols = symbols_in(text)
        if zone == "top" or not symbols:
            return True
        comes_again = bool(repeated.get((zone, _mask(text)), 0))
        return len(symbols) <= _MOST_SYMBOLS and (comes_again or bool(_NUMBER_BESIDE.search(text)))
    if not repeated.get((zone, _mask(text)), 0):
        return False
    if item.ends_sentence() and (item.opens_lower() or _NOTE.match(text)):
        return False  # the end of a paragraph may read like another, and a note too: "1 See A/9/8."
    return outer is None or abs(outer.line.bottom - item.line.bottom) < _SPACED * item.line.size


def _edges(items: list[Item], heights: dict[int, float]) -> list[tuple[str, Item]]:
    """Return the outermost lines of every page with the edge they stand at, from the edge inwards."""
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if (
            not item.line.role and item.line.starts_block is None
        ):  # formats that flow have no running heads in them
            by_page[item.page].append(item)
    found: list[tuple[str, Item]] = []
    for number, page in by_page.items():
        height = heights.get(number, 0.0)
        if not height:
            continue
        ordered = sorted(page, key=lambda item: item.line.bottom)
        found.extend(("top", item) for item in ordered[:_EDGE_LINES] if item.line.bottom < _TOP * height)
        found.extend(
            ("bottom", item)
            for item in ordered[: -_EDGE_LINES - 1 : -1]
            if item.line.bottom > _BOTTOM * height
        )
        found.extend(
            ("foot", item) for item in ordered[-4:] if 0.75 * height < item.line.bottom <= _BOTTOM * height
        )
        found.extend(("end", item) for item in ordered[-_END_LINES:] if item.line.bottom <= 0.75 * height)
    return found


@functools.lru_cache(maxsize=2048)
def _mask(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()))


def _usual_size(items: list[Item]) -> float:
    """Return the font size of most characters."""
    sizes: Counter[float] = Counter()
    for item in items:
        sizes[item.line.size] += len(item.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _repeated(edges: list[tuple[str, Item]], pages: int, size: float) -> dict[tuple[str, str], int]:
    """Return the masked lines that stand at the same edge of a quarter of the pages.

    Three pages are enough for a long line that always stands at the same height. Chapters may all begin
    with one heading, which is larger than the text: such a line stands on half of the pages.
    """
    seen: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    heights: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for zone, item in edges:
        key = (zone, _mask(item.text))
        seen[key].setdefault(item.page, item.text)
        heights[key][round(item.line.bottom)] += 1
    usual = max(2, 0.25 * pages) if pages >= 3 else 99
    large = {(zone, _mask(item.text)) for zone, item in edges if item.line.size >= size + _LARGER}
    result = {}
    for key, numbers in seen.items():
        least = max(usual, 0.5 * pages) if key in large else usual
        same_height = heights[key].most_common(1)[0][1] >= 0.6 * len(numbers)
        if len(key[1]) < 130 and (
            len(numbers) >= least
            or (len(numbers) >= 3 and same_height and len(key[1]) > 12 and key not in large)
        ):
            result[key] = len(numbers) if "#" not in key[1] or _goes_with_pages(numbers) else 0
    return result


def _goes_with_pages(texts: dict[int, str]) -> bool:
    """Whether the numbers in a line that comes again stay, or count the pages: those of headings do neither.

    >>> _goes_with_pages({2: "Page 4", 3: "Page 5"}), _goes_with_pages({2: "Article 4", 3: "Article 19"})
    (True, False)
    """
    found = [(page, [int(number) for number in _DIGITS.findall(text)]) for page, text in texts.items()]
    return all(
        2 * sum(b[at] - a[at] in (0, later - page) for (page, a), (later, b) in pairwise(found))
        >= len(found) - 1
        for at in range(len(found[0][1]))
    )


def _without_symbols(text: str) -> tuple[str, int]:
    """Return the text without the symbols in it, and how many there were."""
    rest, at, count = "", 0, 0
    for start, end, _ in symbols_in(text):
        rest += text[at:start] + " "
        at = end
        count += 1
    return rest + text[at:], count


def _is_only_furniture(text: str) -> bool:
    """Whether nothing but symbols, page and job numbers stands in the line."""
    rest, symbols = _without_symbols(text)
    rest = rest.strip()
    if not rest or (symbols and not _SAYS.search(rest)):
        return True
    return len(rest) <= _LONGEST and bool(_PIECE.fullmatch(rest))


def _mark_symbol_lines(edges: list[tuple[str, Item]]) -> None:
    """Mark the running head that carries the symbol and a short title on one line."""
    heads: Counter[str] = Counter()
    for zone, item in edges:
        if zone == "top" and item.place == "furniture":
            heads.update(str(symbol) for _, _, symbol in symbols_in(item.text))
    first: dict[int, Item] = {}
    for zone, item in edges:
        if zone == "top" and item.page > 1:
            best = first.get(item.page)
            if best is None or item.line.bottom < best.line.bottom:
                first[item.page] = item
    for item in first.values():
        found = symbols_in(item.text)
        if not found or item.place:
            continue
        start, end, symbol = found[0]
        at_edge = start == 0 or end == len(item.text.rstrip())
        if at_edge and (heads[str(symbol)] or "\t" in item.text[max(0, start - 1) : end + 1]):
            item.place = "furniture"


def _mark_title_lines(edges: list[tuple[str, Item]], items: list[Item]) -> None:
    """Mark the running head that carries the title, which short documents do not have often enough to tell.

    It is plain, where the title stands out on the first page, and set no larger: headings are, which the
    contents on the first page may name.
    """
    titles = [item for item in items if item.page == items[0].page and item.line.bold > _OUT]
    above: dict[int, Item] = {}
    for zone, item in edges:
        if zone != "top" or not titles:
            continue
        outer = above.get(item.page)  # the outermost line comes first
        above[item.page] = item
        if item.place or (outer is not None and not _goes_on_head(outer, item)):
            continue
        words = "".join(_LETTERS.findall(item.text))
        if ENUMERATOR.match(item.text):
            continue  # a heading, which a caption on the first page may repeat
        if item.line.bold < _OUT and item.page != items[0].page and len(words) > _TITLE:
            larger = [line.text for line in titles if line.line.size > item.line.size - _SAME]
            if words in "".join(_LETTERS.findall(" ".join(larger))):
                item.place = "furniture"


def _goes_on_head(outer: Item, item: Item) -> bool:
    """Whether a line stands right below one of a running head."""
    return outer.place == "furniture" and item.line.bottom - outer.line.bottom < _SPACED * item.line.size


def _mark_head_blocks(edges: list[tuple[str, Item]]) -> None:
    """Mark the other lines of a running head of which one is known: "E/ICEF/6Î2", "Français", "Pare 6".

    Scans are misread from page to page, but the lines of a head stand together and apart from the text.
    """
    tops: dict[int, list[Item]] = defaultdict(list)
    for zone, item in edges:
        if zone == "top" and item.page > 1:
            tops[item.page].append(item)
    for page in tops.values():
        block = [page[0]]
        for item in page[1:]:
            size = min(item.line.size, block[-1].line.size)  # a heading may be near, but is larger
            if item.line.bottom - block[-1].line.bottom > _TOGETHER * size:
                break
            block.append(item)
        known = sum(item.place == "furniture" for item in block)
        if 0 < known < len(block) < _EDGE_LINES and all(len(item.text) <= _HEAD_LENGTH for item in block):
            for item in block:
                item.place = "furniture"


def page_labels(items: list[Item]) -> dict[int, str]:
    """Return the printed page number of each page that has one, by physical number."""
    labels: dict[int, str] = {}
    for item in items:
        if item.place != "furniture" or item.page in labels:
            continue
        text = _without_symbols(item.text)[0].strip()
        for pattern in _LABELS:
            match = pattern.search(text)
            if match:
                labels[item.page] = match.group(1)
                break
    return labels
