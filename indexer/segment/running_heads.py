"""Running heads and feet: what stands on the page and is not part of the report's text."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import regex

from indexer.segment.edge_text import TYPED_NOTE, ends_heading_above, ends_sentence_above
from indexer.segment.furniture import (
    FOOT,
    JOB_NUMBER,
    is_decoration,
    is_job_number,
    is_only_furniture,
    symbols_in,
)
from indexer.segment.items import by_page
from indexer.segment.line_starts import ENUMERATOR, LABEL
from indexer.segment.notes import is_rule
from indexer.segment.numbered_heads import mark_numbered_heads
from indexer.segment.page_edges import EDGE_LINES, SMALLER, find_edges, find_repeated, mask, usual_size
from indexer.segment.stamps import mark_stamps

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item

_TOGETHER = 1.5  # of the font size: the lines of a running head are no further apart
_SPACED = 2.4  # of the font size: so far apart they are in double spacing
_HEAD_LENGTH = 45  # characters: no line of a running head is longer that stands above or below another
_MOST_SYMBOLS = 2  # in a running foot: documents of two organs have two
_LETTERS = regex.compile(r"\p{L}+")
_TITLE = 20  # letters that a running title has at least
_TITLE_SIZE = 1.3  # of a running head: a title is so much larger
_SAME = 0.8  # points: sizes of lines set alike differ by less
_OUT = 0.85  # share of bold letters of a line that stands out
_CODE = regex.compile(r"\p{Lu}.*\d")
_COUNTED = regex.compile(r"(\d{1,4})/\d{1,4}")
# "A/ARC/28/15": a symbol that a scan has misread
_LIKE_SYMBOL = regex.compile(
    r"(?=.*/\s?\d)[A-Z$][\w.,$-]{0,6}(?:,\s[\w.,$-]{0,6})?(?:/\s?[\w.,$-]{1,10}){2,}"
)
_CATCHWORD = regex.compile(r"/\s?[\p{L}\p{N}“\"(]")
_GOES_ON = (";", ",")  # "2025;" and "(A/9/8);" end a line of text
_STOP = regex.compile(r"[^.\s]\.$")  # it ends a sentence: "in document / A/9/8."
_NUMBER_BESIDE = regex.compile(r"^\d{1,4}\t|\t\d{1,4}$|\d\d[-–]\d{5}|\d{1,4}/\d{1,4}(?:\s|$)")
_NOTE = regex.compile(r"^\(?(?:\d{1,3}|[*∗]{1,4}|[†‡§])\)?\s*\p{Lu}")
_NUMBERED_TEXT = regex.compile(r"^\d{1,4}[.．、][\s\t]+\S.{14,}", regex.S)


def mark_furniture(items: list[Item], pages: tuple[Page, ...]) -> None:
    """Set the place of running heads and feet."""
    sizes = {page.number: (page.width, page.height) for page in pages}
    for item in items:
        if item.line.role in ("header", "footer") or (
            item.line.role == ""
            and (is_decoration(item) or is_job_number(item) or _is_outside(item, *sizes[item.page]))
        ):
            item.place = "furniture"
    heights = {page: height for page, (_, height) in sizes.items()}
    size = usual_size(items)
    stamps = mark_stamps(items, heights, size)
    edges = find_edges([item for item in items if item.index not in stamps], heights)
    scanned = frozenset(page.number for page in pages if page.scanned)
    repeated = find_repeated(edges, len(pages), size, scanned)
    outer = {_edge(item, heights): item for item in items if item.index in stamps}
    titles = _find_titles(edges, items)
    for zone, found in edges:
        above = outer.get((zone, found.page))
        if above is not None and above.index in stamps and found.line.size <= size - SMALLER:
            above = None  # small type is a head or foot as if no stamp stood outside
        if (
            found.index not in titles
            and _is_furniture(zone, found, repeated, above)
            and not (zone == "bottom" and ends_sentence_above(items, found, repeated))
            and not ends_heading_above(items, found)
        ):
            found.place = "furniture"
            outer[zone, found.page] = found
    _mark_counted(edges, len(pages))
    mark_numbered_heads(items, edges, pages, size)
    _mark_symbol_lines(edges)
    _mark_codes(edges, items, size)
    _mark_interruptions(edges, items, size)
    _mark_title_lines(edges, items)
    _mark_head_blocks(edges)
    _mark_catchwords(items)


def _edge(item: Item, heights: dict[int, float]) -> tuple[str, int]:
    """Return the edge at which a stamp stands, and the page."""
    return ("bottom" if 2 * item.line.bottom > heights[item.page] else "top"), item.page


def _find_titles(edges: list[tuple[str, Item]], items: list[Item]) -> frozenset[int]:
    """Return the indexes of lines of the first page that running heads repeat in much smaller type."""
    heads: dict[str, float] = {}
    for zone, item in edges:
        if zone == "top" and item.page != items[0].page:
            heads[item.text] = max(item.line.size, heads.get(item.text, 0.0))
    return frozenset(
        item.index
        for item in takewhile(lambda item: item.page == items[0].page, items)
        if item.line.size > _TITLE_SIZE * heads.get(item.text, item.line.size)
    )


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
    if _NUMBERED_TEXT.match(text) or item.opens_with_mark() or TYPED_NOTE.match(text):
        return False
    if zone == "end":
        return bool(JOB_NUMBER.search(text)) and (bool(FOOT.fullmatch(text)) or is_only_furniture(text))
    comes_again = bool(repeated.get((zone, mask(text)), 0))
    stopped = bool(_STOP.search(item.unmarked()) and symbols_in(text)) and not comes_again
    ends = item.unmarked().endswith(_GOES_ON) or stopped
    if zone == "top" and not ends and _LIKE_SYMBOL.fullmatch(text):
        return True
    if zone == "bottom" and is_rule(item):
        return False  # below it stand notes, and it may be all that tells the end of one from text
    if zone == "foot":
        return bool(FOOT.fullmatch(text))
    if zone == "bottom" and FOOT.fullmatch(text):
        return True
    counted = _COUNTED.fullmatch(text) if zone == "top" else None
    if counted and int(counted[1]) != item.page and not repeated.get((zone, mask(text)), 0):
        return False  # "24/101": the number of a decision above its title
    if is_only_furniture(text) and not ends:
        # a line of symbols at the foot may be the end of a note; a running foot comes again or has a number
        symbols = symbols_in(text)
        if zone == "top" or not symbols:
            return True
        return len(symbols) <= _MOST_SYMBOLS and (comes_again or bool(_NUMBER_BESIDE.search(text)))
    if not comes_again or (outer is not None and item.line.bold > _OUT and LABEL.fullmatch(text)):
        return False  # "Section 5" below the head of page 5 is a heading
    if item.ends_sentence() and (item.opens_lower() or _NOTE.match(text)):
        return False  # the end of a paragraph may read like another, and a note too: "1 See A/9/8."
    return outer is None or abs(outer.line.bottom - item.line.bottom) < _SPACED * item.line.size


def _mark_counted(edges: list[tuple[str, Item]], pages: int) -> None:
    r"""Mark the outermost lines with a cell that names the page and how many there are: "LK 9\t2/12\tEN"."""
    seen: set[tuple[str, int]] = set()
    for zone, item in edges:
        if zone not in ("top", "bottom") or (zone, item.page) in seen:
            continue
        seen.add((zone, item.page))
        if f"{item.page}/{pages}" in item.text.replace(" ", "").split("\t"):
            item.place = "furniture"


def _topmost(edges: list[tuple[str, Item]]) -> list[Item]:
    """Return the first line of each page; the edges have the outermost lines first."""
    found: dict[int, Item] = {}
    for zone, item in edges:
        if zone == "top":
            found.setdefault(item.page, item)
    return list(found.values())


def _mark_symbol_lines(edges: list[tuple[str, Item]]) -> None:
    """Mark the running head that carries the symbol and a short title on one line."""
    heads: Counter[str] = Counter()
    for zone, item in edges:
        if zone == "top" and item.place == "furniture":
            heads.update(str(symbol) for _, _, symbol in symbols_in(item.text))
    for item in _topmost(edges):
        found = symbols_in(item.text)
        if not found or item.place or item.page == 1:
            continue
        start, end, symbol = found[0]
        at_edge = start == 0 or end == len(item.text.rstrip())
        if at_edge and (heads[str(symbol)] or "\t" in item.text[max(0, start - 1) : end + 1]):
            item.place = "furniture"


def _mark_codes(edges: list[tuple[str, Item]], items: list[Item], size: float) -> None:
    """Mark a number in small type at the top of a page that stands above the text of the first page as well.

    "CL 150/15" may come too seldom in a short document to be told by that.
    """
    above = takewhile(lambda item: item.page == items[0].page and not item.is_prose(), items)
    codes = {cell.strip() for item in above for cell in item.text.split("\t") if _CODE.search(cell)}
    for item in _topmost(edges):
        if item.page != items[0].page and item.line.size < size and item.text.strip() in codes:
            item.place = "furniture"


def _mark_interruptions(edges: list[tuple[str, Item]], items: list[Item], size: float) -> None:
    """Mark a small line at the top of a page, apart from the text below it that goes on with a sentence."""
    below = {one.index: other for one, other in pairwise(items) if one.page == other.page}
    for item in _topmost(edges):
        text = below.get(item.index)
        if item.place or item.page == items[0].page:
            continue
        if text is None or not (text.opens_lower() and text.is_prose()):
            continue
        apart = text.line.top - item.line.bottom > _SPACED * text.line.size
        if apart and item.line.size <= size - _SAME <= text.line.size:
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
        if 0 < known < len(block) < EDGE_LINES and all(len(item.text) <= _HEAD_LENGTH for item in block):
            for item in block:
                item.place = "furniture"


def _mark_catchwords(items: list[Item]) -> None:
    """Mark the words with which the next page begins, behind a stroke at the foot: "/The CHAIRMAN".

    A scan may have misread them, but they stand on the right.
    """
    pages = by_page([item for item in items if not item.place])
    for page, live in pages.items():
        last, following = live[-1], pages.get(page + 1)
        if following is None or not _CATCHWORD.match(last.text):
            continue
        words = last.text[1:].rstrip(" .…").casefold()
        aside = len(last.text) <= _HEAD_LENGTH and last.line.left > max(item.line.right for item in live) / 2
        if aside or following[0].text.casefold().startswith(words):
            last.place = "furniture"
