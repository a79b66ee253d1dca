"""Lines that say nothing of a report: ornaments, symbols, page and job numbers, and what goes with them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import regex

from indexer.grammar.running_symbols import find_symbols

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.segment.items import Item

_LONGEST = 300  # characters: no line of numbers and codes alone is longer
_MOST_COMMAS = 2  # "79/98, 79/99, 79/100, 79/101" is the middle of a sentence
_JOB = r"(?:GE[.:]\s?\d\d[-–]\d{4,6}|[A-Z]?\.?\d\d[-–]\d{5,6}[A-Z]?(?:\.\w+)?)"
_CODES = r"(?:\((?:[EFSRCA]|[A-Z]{1,3}|.{1,3})\)[\d\s]*|\d{6,8}|\*\s?[\dA-Z\s]{5,14}\*)"
_PAGE_NAMED = r"(?:[Pp]age|PAGE|[Pp]ágina|страница|стр\.)\s*[-–]?\s*"
_PAGES = r"(?:\s(?:of|de|sur|из)\s\d{1,4})?"  # "Page 2 of 9"
_NUMBER = r"[-–—]?\s*\d{1,4}\s*[-–—]?"
_OF = r"\d{1,4}\s?/\s?\d{1,4}"
_LANGUAGE = r"(?:English|ENGLISH|French|FRENCH|Spanish|SPANISH|Russian|RUSSIAN|Arabic|Chinese)(?:\s+only)?"
_PIECE = regex.compile(
    rf"(?:{_JOB}|{_CODES}|{_PAGE_NAMED}[\divxlc]+{_PAGES}|{_NUMBER}|{_OF}|{_LANGUAGE}|[ivxlc]{{1,6}}|/\s?(?:…|\.\s?\.\s?\.)|\*+|_{{3,}}|\s|[,;|])+"
)
JOB_NUMBER = regex.compile(rf"(?<![\w/]){_JOB}|^\*\d{{7}}\*$")
"""The number that the printing office gives, and that of a bar code."""
FOOT = regex.compile(
    rf"{_JOB}(?:\W.*)?|\*\s?\d[\d\s]{{5,9}}\*|[/Il1|]\s?[.•][\s.,•\"]*|"
    r"Please recycle.*|Accessible document.*|Veuillez recycler.*|Se ruega reciclar.*",
    regex.S,
)
"""What nothing but the foot of a page says."""
_LABELS = (
    regex.compile(rf"^{_PAGE_NAMED}([\divxlc]+)\b"),
    regex.compile(r"\b(?:[Pp]age|PAGE)\s*[-–]?\s*([\divxlc]+)\s*$"),
    regex.compile(r"(?:^|\s)(\d{1,4})\s?/\s?\d{1,4}(?=\s|$)"),
    regex.compile(r"^[-–—]?\s*(\d{1,4}|[ivxlc]{1,6})\s*[-–—]?$"),
    regex.compile(r"\t(\d{1,4})$"),
    regex.compile(r"^(\d{1,4})\t"),
)
# letters, numbers, ticks and units of tables, words left out, and what refers to notes or parts them off
_SAYS = regex.compile(r"[\p{L}\p{N}\p{Sc}%✓✔√*∗†‡§_]|(?<!/\s?)…|\[\.{3}\]")
_DIRT = 12  # characters at most
_DECORATION = regex.compile(r"(?:[*∗]\s*){3,}|[-–—=~.•·\s]{3,}|[—–-]+\s*[*∗•]\s*[—–-]+")


@functools.lru_cache(maxsize=2048)
def symbols_in(text: str) -> tuple[tuple[int, int, DocumentSymbol], ...]:
    """Return the symbols in a line with their offsets; running heads say the same on every page."""
    return tuple(find_symbols(text))


def is_decoration(item: Item) -> bool:
    """Whether a line is an ornament, or a few signs that say nothing where it was printed: dirt on a scan."""
    text = item.text.strip()
    if text[:1].isalnum():
        return False  # most lines
    printed = item.line.starts_block is None
    dirty = printed and len(text) <= _DIRT and "\t" not in text and not _SAYS.search(text)
    return dirty or _DECORATION.fullmatch(text) is not None


def is_job_number(item: Item) -> bool:
    """Whether a line of a file that flows is no more than the number of the printing office.

    On pages it stands at the foot; a web page or a text has it anywhere.
    """
    if item.line.starts_block is None or "-" not in item.text:
        return False  # most lines
    text = item.text.strip()
    return JOB_NUMBER.match(text) is not None and is_only_furniture(text)


def _without_symbols(text: str) -> tuple[str, int]:
    """Return the text without the symbols in it, and how many there were."""
    rest, at, count = "", 0, 0
    for start, end, _ in symbols_in(text):
        rest += text[at:start] + " "
        at = end
        count += 1
    return rest + text[at:], count


def is_only_furniture(text: str) -> bool:
    """Whether nothing but symbols, page and job numbers stands in the line."""
    rest, symbols = _without_symbols(text)
    rest = rest.strip()
    if not rest or (symbols and not _SAYS.search(rest)):
        return True
    return len(rest) <= _LONGEST and rest.count(",") <= _MOST_COMMAS and bool(_PIECE.fullmatch(rest))


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
