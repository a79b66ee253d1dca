"""The outermost lines of pages, and which of them come again."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from indexer.segment.items import by_page
from indexer.segment.line_starts import CAPTION

if TYPE_CHECKING:
    from indexer.segment.items import Item

# of the page height: running heads end and feet begin (measured: heads to .09, feet from .895)
_TOP, _BOTTOM = 0.13, 0.87
EDGE_LINES = 5
"""Lines looked at from either edge."""
_END_LINES = 3  # of a page that ends above its lower edge
LARGER = 1.0
"""Points: a title or heading is so much larger than the text."""
SMALLER = 0.8
"""Points: running heads are so much smaller than the text, where two pages must be enough."""
LEVEL = 2.0
"""Points: lines at the same height differ by less."""
_LONGEST = 130  # characters of a running head
_LEAST_MISREAD, _ALIKE = 12, 80.0  # characters of one that is misread, and per cent of them that are not
_JITTER = 4.0  # points by which heads of a scan stand higher or lower
_FACING = 2  # pages: left and right ones may have heads of their own
_LEAST_PAGES = 3  # that bear a misread head
_GOES_ON = regex.compile(r"[/(\[]?\p{L}{2,4}\.?")
_LETTERED = regex.compile(r"(?:[IVX]{1,6}|[A-Z])\.[\s\t]+\S")
_OUT = 0.85  # share of bold letters of a line that stands out
_LEANS, _FAR = 0.9, 0.8  # of its letters in italics; of the right edge of all lines
TWO = 2
"""Pages: each has to bear out the other."""
_DIGITS = regex.compile(r"\d+")
_PAGE_NAMED = regex.compile(
    r"\b(?:page|página|страница|стр\.)\s?(?P<n>[12])$|(?:^|\t)(?P<n>[12])\s?/\s?2(?=\t|$)", regex.I
)
_BEFORE_WORDS = regex.compile(r"# (\p{L}[^#]+)$")


def find_edges(items: list[Item], heights: dict[int, float]) -> list[tuple[str, Item]]:
    """Return the outermost lines of every page with the edge they stand at, from the edge inwards."""
    # formats that flow have no running heads in them
    printed = by_page([item for item in items if not item.line.role and item.line.starts_block is None])
    found: list[tuple[str, Item]] = []
    for number, page in printed.items():
        height = heights.get(number, 0.0)
        if not height:
            continue
        ordered = sorted(page, key=lambda item: item.line.bottom)
        found.extend(("top", item) for item in ordered[:EDGE_LINES] if item.line.bottom < _TOP * height)
        found.extend(
            ("bottom", item)
            for item in ordered[: -EDGE_LINES - 1 : -1]
            if item.line.bottom > _BOTTOM * height
        )
        found.extend(
            ("foot", item) for item in ordered[-4:] if 0.75 * height < item.line.bottom <= _BOTTOM * height
        )
        found.extend(("end", item) for item in ordered[-_END_LINES:] if item.line.bottom <= 0.75 * height)
    return found


@functools.lru_cache(maxsize=2048)
def mask(text: str) -> str:
    r"""Return the text of a line with one sign for each number; one in front of words goes behind them.

    Left pages have the number of the page in front of a running head, right ones behind it.

    >>> mask("12\tLights of 2024"), mask("12\tLights"), mask("Lights\t13")
    ('# Lights of #', 'Lights #', 'Lights #')
    """
    masked = _DIGITS.sub("#", " ".join(text.split()))
    return _BEFORE_WORDS.sub(r"\1 #", masked) if masked.startswith("# ") else masked


def usual_size(items: list[Item]) -> float:
    """Return the font size of most characters."""
    sizes: Counter[float] = Counter()
    for item in items:
        sizes[item.line.size] += len(item.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def find_repeated(
    edges: list[tuple[str, Item]], pages: int, size: float, scanned: frozenset[int] = frozenset()
) -> dict[tuple[str, str], int]:
    """Return the masked lines that stand at the same edge of a quarter of the pages, and on how many.

    Three pages are enough for a long line that always stands at the same height. Chapters may all begin
    with one heading, which is larger than the text, or bold with a letter or roman number: such a line stands
    on half of the pages, or more. Of two pages
    both have it at the same height, in smaller type than the text. Scans have it a little different.

    Args:
        edges: The lines.
        pages: How many there are.
        size: Of the text.
        scanned: Pages whose words were recognised in a picture.
    """
    if pages == TWO:
        return _find_alike(edges, size)
    seen: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    heights: dict[tuple[str, str], list[int]] = defaultdict(list)
    for zone, item in edges:
        key = (zone, mask(item.text))
        seen[key].setdefault(item.page, item.text)
        heights[key].append(round(item.line.bottom))
    usual = max(2, 0.25 * pages) if pages > TWO else 99
    large = {(zone, mask(item.text)) for zone, item in edges if item.line.size >= size + LARGER}
    lettered = {(zone, mask(item.text)) for zone, item in edges if _is_lettered(item)}
    result = {}
    for key, numbers in seen.items():
        if len(numbers) == 1:
            continue  # most lines
        heads = key in large or key in lettered
        least = (max(usual, 0.5 * pages) if heads else usual) + (key in lettered)
        same_height = Counter(heights[key]).most_common(1)[0][1] >= 0.6 * len(numbers)
        if len(key[1]) < _LONGEST and (
            len(numbers) >= least or (len(numbers) >= 3 and same_height and len(key[1]) > 12 and not heads)
        ):
            result[key] = len(numbers) if "#" not in key[1] or goes_with_pages(numbers) else 0
    of_scans = [(zone, item) for zone, item in edges if item.page in scanned]
    return {**_find_misread(of_scans, size), **_find_going_on(of_scans), **result} if of_scans else result


def _is_lettered(item: Item) -> bool:
    """Whether a line is bold and begins with a letter or a roman number, as headings do."""
    return item.line.bold > _OUT and _LETTERED.match(item.text) is not None


def _find_going_on(edges: list[tuple[str, Item]]) -> dict[tuple[str, str], int]:
    """Return what a scan has for the sign "/..." at the lower right of pages that go on: "Joes", "foes".

    It is read as a word of italics, for the stroke in front leans.
    """
    lowest: dict[int, tuple[str, Item]] = {}
    right = 0.0
    for zone, item in edges:
        right = max(right, item.line.right)
        if zone != "top" and item.line.bottom > lowest.get(item.page, (zone, item))[1].line.bottom - LEVEL:
            lowest[item.page] = (zone, item)
    found = [
        (zone, item.text)
        for zone, item in lowest.values()
        if _GOES_ON.fullmatch(item.text) and item.line.italic >= _LEANS and item.line.left >= _FAR * right
    ]
    return dict.fromkeys(found, len(found)) if len(found) >= TWO else {}


def _find_misread(edges: list[tuple[str, Item]], size: float) -> dict[tuple[str, str], int]:
    """Return the masked lines that a scan has a little different on every page: "HUMAN RIGHT5".

    They stand at the same height of pages that follow each other, in the size of the text or smaller.
    """
    chains: list[tuple[str, list[Item]]] = []
    near: dict[tuple[str, int], list[list[Item]]] = defaultdict(list)
    for zone, item in sorted(edges, key=lambda edge: edge[1].page):
        if not _LEAST_MISREAD <= len(item.text) < _LONGEST or item.line.size >= size + LARGER:
            continue
        height = round(item.line.bottom / _JITTER)
        beside = [chain for step in (0, -1, 1) for chain in near[zone, height + step]]
        live = [chain for chain in beside if 0 < item.page - chain[-1].page <= _FACING]
        chain = next((chain for chain in live if _is_misread(chain[-1].text, item.text)), None)
        if chain is None:
            chain = []
            chains.append((zone, chain))
        chain.append(item)
        near[zone, height] = [*(one for one in live if one is not chain), chain]
    return {
        (zone, mask(item.text)): len(chain)
        for zone, chain in chains
        if len(chain) >= _LEAST_PAGES and len({mask(item.text) for item in chain}) > 1
        for item in chain
    }


def _is_misread(one: str, other: str) -> bool:
    """Whether two lines of neighbouring pages are one, and which of the letters were misread."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 -- formats that flow have no pages

    return ratio(_DIGITS.sub("", one), _DIGITS.sub("", other)) >= _ALIKE


def _find_alike(edges: list[tuple[str, Item]], size: float) -> dict[tuple[str, str], int]:
    """Return the masked lines that stand at the same edge of both of two pages, at the same height.

    They are small, or name the page. Captions and sentences may be alike on both: "Source: the keepers."
    """
    small = [
        (zone, item)
        for zone, item in edges
        if (item.line.size <= size - SMALLER or _names_page(item))
        and not (item.ends_sentence() or CAPTION.match(item.text))
    ]
    result = {}
    for (zone, one), (other_zone, other) in combinations(small, 2):
        key = (zone, mask(one.text))
        if zone != other_zone or one.page == other.page or key[1] != mask(other.text):
            continue
        texts = {item.page: item.text for item in sorted((one, other), key=attrgetter("page"))}
        if abs(one.line.bottom - other.line.bottom) <= LEVEL and goes_with_pages(texts):
            result[key] = TWO
    return result


def _names_page(item: Item) -> bool:
    """Whether a line has the number of its page, with a word or that of both pages: "page 2", "2/2"."""
    match = _PAGE_NAMED.search(item.text)
    return match is not None and int(match["n"]) == item.page


def goes_with_pages(texts: dict[int, str]) -> bool:
    """Whether the numbers in a line that comes again stay, or count the pages: those of headings do neither.

    >>> goes_with_pages({2: "Page 4", 3: "Page 5"}), goes_with_pages({2: "Article 4", 3: "Article 19"})
    (True, False)
    """
    found = [(page, [int(number) for number in _DIGITS.findall(text)]) for page, text in texts.items()]
    return all(
        2 * sum(b[at] - a[at] in (0, later - page) for (page, a), (later, b) in pairwise(found))
        >= len(found) - 1
        for at in range(len(found[0][1]))
    )
