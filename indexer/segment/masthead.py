"""The first page: what stands above the body, and the facts in it (symbol, date, title)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from indexer.grammar.symbols import DocumentSymbol, find_symbols
from indexer.segment.dates import find_date
from indexer.segment.scopes import ENACTING

if TYPE_CHECKING:
    from indexer.segment.items import Item, Measures

_HARD = regex.compile(
    r"""^(?:
    United\s+Nations\b.* | UNITED | NATIONS | UNITED\s+NATIONS\b.* | Nations\s+Unies\b.* | Naciones\s+Unidas\b.*
    | Организация\s+Объединенных\s+Наций.* | 联\s*合\s*国.* | الأمم\s+المتحدة.*
    | .*\bDistr\s?[.:].* | (?:GENERAL|LIMITED|RESTRICTED|General|Limited) | .*\b(?:ORIGINAL|Original|Оригинал|原文)\s?:.* | ENGLISH(?:\s+ONLY)?
    | (?:General\s+Assembly|Security\s+Council|Economic\s+and\s+Social\s+Council|Trusteeship\s+Council)(?:\t.*)?
    | .{0,80}\b(?:session|Session|SESSION|year|Year|YEAR|period|sesión)\s*\d{0,4}(?:\t.*)?
    | (?:Agenda\s+items?|AGENDA\s+ITEMS?|Items?|ITEMS?|Point|Tema|Temas)\s+[\d*].*
    | (?:Official\s+Records|OFFICIAL\s+RECORDS).* | Supplement\s+No.*
    | [\p{Lu}][\p{L}\s]{2,30},\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s+\p{L}+(?:\s?[-–]\s?\d{1,2}\s+\p{L}+)?\s+\d{4}(?:\t.*)?
    | \d{1,2}\s+\p{L}+\s+\d{4}
    )$""",
    regex.X,
)
_ANCHOR = regex.compile(
    r"\bDistr\s?[.:]|\b(?:ORIGINAL|Original)\s?:|^(?:UNITED|United)\s+(?:NATIONS|Nations)\b|^UNITED$|Объединенных Наций|Naciones Unidas|Nations Unies|联\s*合\s*国|الأمم المتحدة"
)
_BODY_OPENS = regex.compile(
    r"^(?:summary|résumé|resumen|резюме|introduction|contents|note|abstract|annex|preface|background|foreword|executive summary)\b",
    regex.I,
)
_FIRST_SECTION = regex.compile(r"^(?:I|A)\.[\s\t]+\p{Lu}")
_ENUMERATED = regex.compile(r"^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\.[\s\t]")


class Masthead:
    """What the first page says of the document.

    Attributes:
        title: Title lines joined.
        date: ISO 8601, None when not found.
        cues: How many lines of an official masthead were seen.
    """

    def __init__(self, *, title: str = "", date: str | None = None, cues: int = 0) -> None:
        self.title = title
        self.date = date
        self.cues = cues


def read_masthead(items: list[Item], measures: Measures, numbered_start: int | None) -> Masthead:
    """Set the places of the masthead and title lines of page 1 and return what they say.

    Args:
        items: The items of the first page, furniture included.
        measures: Of the document.
        numbered_start: Index of the first numbered paragraph, where the masthead ends at the latest.
    """
    live = [item for item in items if item.place in ("", "furniture")]
    end = _body_start(live, measures, numbered_start)
    head = [item for item in live if item.index < end]
    anchors = sum(bool(_ANCHOR.search(item.text)) for item in head)
    if not anchors:
        return Masthead(title=_plain_title(live, measures))
    cues = [i for i, item in enumerate(head) if _HARD.match(item.text.strip()) or _only_symbol(item.text)]
    last = max((i for i in cues if not head[i].place), default=-1)
    title_start = _title_start(head, last, measures)
    date = None
    for item in head[:title_start]:
        item.place = "furniture"
        date = date or find_date(item.text)
    titles = [item for item in head[title_start:] if item.place != "furniture"]
    opening = next((i for i, item in enumerate(titles) if i and _opens_body(item)), len(titles))
    for item in titles[:opening]:
        item.place = "title"
    return Masthead(title=_join(titles[:opening]), date=date, cues=len(cues))


def _opens_body(item: Item) -> bool:
    text = item.text.strip()
    return (bool(_BODY_OPENS.match(text)) and len(text) < 60) or bool(_FIRST_SECTION.match(text))


def _only_symbol(text: str) -> bool:
    found = list(find_symbols(text))
    return bool(found) and not regex.search(r"\p{L}{3}", text[: found[0][0]] + text[found[-1][1] :])


def _body_start(live: list[Item], measures: Measures, numbered_start: int | None) -> int:
    """Return the index of the first item of running text: numbered, or a full line that is no title."""
    first = live[0].index if live else 0
    stop = live[-1].index + 1 if live else 0
    if numbered_start is not None:
        stop = min(stop, numbered_start)
    anchored = False
    for here, following in zip(live, live[1:], strict=False):
        if here.index >= stop:
            break
        anchored = anchored or bool(_ANCHOR.search(here.text))
        if not anchored or here.place:
            continue
        plain = here.line.bold < 0.5 and measures.is_body_size(here) and not measures.is_centred(here)
        full = (
            here.line.right > measures.right(here) - 12 * measures.size
            and here.line.left < measures.left(here) + 110
        )
        runs_on = full and not here.text.isupper() and plain and "\t" not in here.text
        note_like = bool(here.line.raised and here.line.raised[0][0] == 0) or here.text[:1] in "*∗"
        if ENACTING.match(" ".join(here.text.split())):
            return here.index
        if (
            runs_on
            and not note_like
            and following.place != "furniture"
            and not _HARD.match(here.text.strip())
        ):
            return here.index
        if _opens_body(here) and not _HARD.match(here.text.strip()):
            return here.index
    return max(first, stop)


def _title_start(head: list[Item], last_cue: int, measures: Measures) -> int:
    """Return the position of the first title line after the last line of the masthead."""
    after = range(last_cue + 1, len(head))
    large = [
        i
        for i in after
        if head[i].line.size >= measures.size + 1.4 and head[i].line.bold > 0.5 and not head[i].place
    ]
    if large:
        return large[0]
    strong = [
        i
        for i in after
        if not head[i].place
        and (head[i].line.bold > 0.5 or head[i].text.isupper() or measures.is_centred(head[i]))
    ]
    if strong:
        # the title of the agenda item stands at the far left; the title of the document is indented or centred
        inset = [i for i in strong if head[i].line.left > measures.left(head[strong[0]]) + 18]
        if head[strong[0]].line.left < measures.left(head[strong[0]]) - 18:
            inset = [i for i in strong if head[i].line.left >= measures.left(head[i]) - 2]
        return inset[0] if inset else strong[0]
    return last_cue + 1


def _join(lines: list[Item]) -> str:
    """Return title lines as one text; blocks set apart by a gap or another size are divided by a dash."""
    text = ""
    previous: Item | None = None
    for item in lines:
        words = " ".join(_without_marks(item).split())
        if not words:
            continue
        if previous is None:
            text = words
        else:
            apart = abs(previous.line.size - item.line.size) > 0.8 or (
                item.line.bottom - previous.line.bottom > 1.55 * item.line.size
            )
            text += (" – " if apart and not _ENUMERATED.match(words) else " ") + words
        previous = item
    return text[:600]


def _without_marks(item: Item) -> str:
    text = item.text
    for start, end in reversed(item.line.raised):
        text = text[:start] + text[end:]
    return text.strip().rstrip("*∗ ")


def _plain_title(live: list[Item], measures: Measures) -> str:
    """Return the largest text near the top of a page without a masthead."""
    top = [
        item
        for item in live[:15]
        if (item.place == "" and item.line.size >= measures.size + 1.4) or item.line.role == "title"
    ]
    if not top:
        return ""
    most = max(item.line.size for item in top)
    return _join([item for item in top if item.line.size >= most - 0.6])


def own_symbols(items: list[Item], masthead: Masthead) -> tuple[DocumentSymbol, ...]:
    """Return the symbol of the document, first its main form; empty when none is printed as its own.

    The running heads vote; the masthead decides where they are silent. A symbol that is only cited never counts.
    """
    heads: Counter[DocumentSymbol] = Counter()
    for item in items:
        if item.place == "furniture":
            heads.update({symbol for _, _, symbol in find_symbols(item.text)} if item.page > 1 else ())
    first_page = [
        s
        for item in items
        if item.place == "furniture" and item.page == items[0].page
        for _, _, s in find_symbols(item.text)
    ]
    if heads:
        most = max(heads.values())
        best = [symbol for symbol, count in heads.items() if count >= 0.6 * most]
        if most >= 2 or masthead.cues or set(best) & set(first_page):
            return tuple(best)
    if masthead.cues and first_page:
        return tuple(dict.fromkeys(first_page))[:2]
    return ()
