"""Contents pages: lines that point to the text and are not part of it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import regex

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from indexer.segment.items import Item

_TITLE = regex.compile(
    r"^(?:table\s+of\s+contents|contents|list\s+of\s+contents|sommaire|table\s+des\s+mati[èe]res|[íi]ndice|"
    r"contenido|содержание|目录|目\s+录|المحتويات)\s*"
    r"(?:\((?:continued|suite|continuación|продолжение|续|تابع)\))?$",
    regex.I,
)
_LEADERS = regex.compile(r"[.…]{5,}|(?:\.\s){4,}|(?:…\s?){3,}|_{6,}\s*\d+$")
_ENDS_PAGE = regex.compile(
    r"(?:^|[\s\t])(?:\d{1,4}(?:(?<=[\s\t]\d{1,3})[-–—]\d{1,3})?|[ivxl]{1,6}|\d{0,2}1\+\d{0,2})$"
)  # a typed 4 is misread as "1+"
_ENDS_YEAR = regex.compile(r"(?:^|\s)(?:19|20)\d\d$")  # or the page of a long volume
_CAPTION = lazy(
    r"^(?:paragraphs?|pages?|chapters?|annex(?:es)?|section|paras?\.?|figures?|tables?|boxes|appendices|"
    r"page no\.?|paragraphes?|chapitres?|tableaux?|párrafos?|páginas?|capítulos?|anexos?|"
    r"пункты?|страниц[аы]|стр\.|глав[аы]|приложени[ея]|段次|页次|章次|الفقرات|الصفحة|الفصل|[\s\t,])+$",
    ignore_case=True,
)
_LETTER = regex.compile(r"\p{L}")
_TITLE_LENGTH = 80  # characters: no title of a contents page is longer
_LONGEST = 320  # characters: a longer line is a paragraph with an omission in it
_HEADING = 40  # characters: no heading among entries is longer
_LARGER = 1.0  # points: a heading on the next page is so much larger than the entries
_TAIL = 12  # letters behind the leaders: "Annex II"; more is a sentence that goes on after an omission
# letters, or ideographs, that the title of an entry has at least: "Annex" may stand above several
_WORDS = regex.compile(r"\p{L}{8}|\p{Han}{3}")
_LOOK = 4  # lines without a page number that an entry may take before the region ends


def mark_contents(items: list[Item]) -> None:
    """Set the place of contents lines: regions under a contents title, and single lines with leaders."""
    live = [item for item in items if not item.place]
    at = 0
    while at < len(live):
        if live[at].line.role == "contents":
            live[at].place = "contents"
        elif not live[at].inner and _is_title(live[at].text):
            at = _mark_region(live, at)
            continue
        elif _has_leaders(live[at].text):
            live[at].place = "contents"
        at += 1
    for before, item, after in zip(live, live[1:], live[2:], strict=False):
        among = before.place == after.place == "contents" and before.page == after.page
        if among and len(item.text) < _HEADING:
            item.place = "contents"  # a heading among the entries, as "Annex"


def _is_title(text: str) -> bool:
    text, _, _ = text.partition("\t")
    return len(text) < _TITLE_LENGTH and _TITLE.match(text.strip(" -–—")) is not None


def _has_leaders(text: str) -> bool:
    if text.count(".") < 4 and "…" not in text and "__" not in text:
        return False  # most lines, told faster than by the pattern
    if len(text) > _LONGEST:
        return False
    ends = [match.end() for match in _LEADERS.finditer(text)]
    return bool(ends) and len(_LETTER.findall(text, pos=ends[-1])) <= _TAIL


def _is_entry(item: Item, above: Item) -> bool:
    """Whether a line may end an entry; below one with leaders a page number stands apart from the words.

    There a line that ends in a number or a note mark may be one of the text.
    """
    text = item.text.strip()
    if _has_leaders(text) or _CAPTION.match(text):
        return True
    page = _ENDS_PAGE.search(item.unmarked().strip())
    return page is not None and not (page[0].startswith(" ") and _has_leaders(above.text))


def _mark_region(live: list[Item], start: int) -> int:
    """Mark a contents title and its entries; return where the text after them begins.

    At the latest it begins where the words of an entry, which may take several lines, stand once more
    without a page number.
    """
    last = _last_entry(live, start)
    if last == start:
        return start + 1
    for item in live[start : last + 1]:
        item.place = "contents"
    # entries without a page number at the end of the region ("Annexes") stay with it on the same page
    below = list(itertools.takewhile(lambda item: item.page == live[last].page, live[last + 1 :]))
    at = last + 1
    ends = len(below) <= _LOOK and at + len(below) < len(live)
    if not (ends and _go_on(below, live[start : last + 1])):
        below = list(itertools.takewhile(lambda item: _CAPTION.match(item.text.strip()), below))
    for item in below:
        item.place = "contents"
    return at + len(below)


def _go_on(below: list[Item], region: list[Item]) -> bool:
    """Whether lines without page numbers follow entries as closely as these follow each other.

    None says what an entry says, which is the heading of the text.
    """
    entry = region[-1]
    said = {"".join(_LETTER.findall(item.text)).casefold() for item in region}
    steps = [b.line.bottom - a.line.bottom for a, b in itertools.pairwise(region[1:]) if a.page == b.page]
    most = 1.25 * max(steps, default=0.0)
    for above, item in itertools.pairwise([entry, *below]):
        if not _is_like(item, entry) or "".join(_LETTER.findall(item.text)).casefold() in said:
            return False
        if item.line.starts_block is None and item.line.bottom - above.line.bottom > most:
            return False
    return True


def _is_like(item: Item, entry: Item) -> bool:
    """Whether a line without a page number is set as an entry is, and says no more than one."""
    alike = abs(item.line.size - entry.line.size) < _LARGER and item.line.bold <= entry.line.bold
    return alike and len(item.text) < _TITLE_LENGTH and not item.ends_sentence()


def _last_entry(live: list[Item], start: int) -> int:
    """Return the position of the last entry below a contents title, that of the title without any."""
    last = start
    titles: set[str] = set()
    title = ""  # the words of an entry so far
    for at in range(start + 1, len(live)):
        item = live[at]
        words = "".join(_LETTER.findall(item.text)).casefold()
        larger = item.line.size > live[last].line.size + _LARGER
        if last > start and larger and item.page != live[last].page:
            break  # "Chapter 1" above the text
        again = last > start and words in titles and _WORDS.match(words) is not None
        if again and _ENDS_YEAR.search(item.text):
            break
        title += words
        titles |= {words, title}
        if _is_entry(item, live[last]):
            last, title = at, ""
            continue
        if again or at - last > _LOOK:
            break
    return last
