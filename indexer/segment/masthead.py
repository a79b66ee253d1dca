"""The first page: what stands above the body, and the facts in it (symbol, date, title)."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

import regex

from indexer.segment.covers import cover_title, opens_report, set_imprint_aside
from indexer.segment.dates import find_date
from indexer.segment.furniture import symbols_in
from indexer.segment.scopes import is_enacting
from indexer.segment.titles import NAME_LENGTH, NAMES, SPONSORS, join_title

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.segment.items import Item, Measures

_HARD = regex.compile(
    r"""^(?:
    United\s+Nations(?:\s*\t.*|\s+[A-Z]{1,6}/.*|\s+Nations\b.*)? | UNITED | NATIONS | UNITED\s+NATIONS\b.*
    | Nations\s+Unies\b.* | Naciones\s+Unidas\b.*
    | Организация\s+Объединенных\s+Наций.* | 联\s*合\s*国.* | الأمم\s+المتحدة.*
    | .*\bDistr\s?[.:].* | (?:GENERAL|LIMITED|RESTRICTED|General|Limited)
    | .*\b(?:ORIGINAL|Original|Оригинал|原文)\s?:.* | ENGLISH(?:\s+ONLY)?
    | (?:Secretariat|Secrétariat|Secretaría|Секретариат|秘书处|الأمانة\s+العامة)
      (?:\t.*|\s\d{1,2}\s\p{L}+\s\d{4})?
    | (?:General\s+Assembly|(?:Security|Economic\s+and\s+Social|Trusteeship)\s+Council)(?:\t.*)?
    | (?:Assemblée\s+générale|Asamblea\s+General|Генеральная\s+Ассамблея|大\s?会|الجمعية\s+العامة)(?:\t.*)?
    | .{0,80}\b(?:session|Session|SESSION|year|Year|YEAR|period|sesión|sesiones)
      (?:\s+de)?\s*\d{0,4}(?:\t.*)?
    | .{0,60}\b[Сс]ессия(?:\s+\d{4}\s+года)?(?:\t.*)?
    | .{0,20}(?:届|年)(?:会议|常会|特别会议)(?:\t.*)? | (?:ال)?دورة\s.{3,60}
    | (?:Agenda\s+items?|AGENDA\s+ITEMS?|Items?|ITEMS?|Points?|Temas?|Пункты?)\s+[\d*].*
    | (?:临时)?议程项目\s?\d.{0,20} | البن(?:د|ود|دان)\s+[\p{Nd}(*].{0,60}
    | (?:Official\s+Records|OFFICIAL\s+RECORDS).* | Supplement\s+No.*
    | [\p{Lu}][\p{L}\s]{2,30},\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s+\p{L}+
      (?:\s?[-–]\s?\d{1,2}\s+\p{L}+)?\s+\d{4}(?:\t.*)?
    | \d{1,2}\s+\p{L}+\s+\d{4}
    | (?!REPORTS?\s)(?:[A-Z][A-Z-]*\s+){0,6}(?:COUNCIL|COMMISSION|COMMITTEE|ASSEMBLY|CONFERENCE|BOARD)
    )$""",
    regex.X,
)
_ANCHOR = regex.compile(
    r"\bDistr\s?[.:]|\b(?:ORIGINAL|Original)\s?:|^UNITED$|"
    # sentences name the organisation too: in a masthead the name stands alone, or beside the symbol
    r"(?:^|\t)(?i:united nations|(?:organisation des )?nations unies|"
    r"(?:organización de las )?naciones unidas|организация объединенных наций|"
    r"联\s*合\s*国|الأمم المتحدة)(?=\s*(?:$|\t|[A-Z]{1,6}/))"
)
_BODY_OPENS = regex.compile(
    r"^(?:summary|résumé|resumen|резюме|摘要|概要|موجز|introduction|introducción|введение|导言|مقدمة|"
    r"contents|sommaire|índice|содержание|目录|المحتويات|annexe?|anexo|приложение|附件|مرفق|"
    r"note|abstract|preface|background|foreword|executive summary)\W*$",
    regex.I,
)
_FIRST_SECTION = regex.compile(r"^(?:(?:I|A|1)\.[\s\t]+\p{Lu}|一[.、]|أولا\s?-)")
_AGENDA = regex.compile(
    r"^(?:(?:Provisional\s+)?Agenda\s+items?|Items?|Points?|Temas?|Пункты?|(?:临时)?议程项目|البن(?:د|ود|دان))[\s\d]",
    regex.I,
)
_SECTION_NUMBER = regex.compile(r"^(?:[IVXLC]{1,6}|[A-Z])\.[\s\t]")
_OFFICIAL = regex.compile(r"\bOfficial Records\b", regex.I)
_DISTRIBUTION = regex.compile(r"\bDistr\s?[.:]")
_BRACKETED = regex.compile(r"\[(\d{1,2} \p{L}+ \d{4})\]")
_CAPITALS = 10  # capital letters for each small one, in a line of capitals: "THE 1990s", "ARTICLE 73 e"
_NEAR = 1.35  # of the size: lines of one block stand no further apart
_SENTENCE = 10  # words: a plain line with this many is text, even when it happens to stand in the middle
_CUE_LENGTH = 200  # characters: no line of a masthead is longer
_TITLE_LENGTH = 600  # characters: no title in one line is longer, whatever it begins with
_ADDENDUM = regex.compile(
    r"^(?:addend|corrigend|additif|rectificatif|adición|corrección|добавление|исправление|增编|更正|إضافة|تصويب)",
    regex.I,
)


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


def read_masthead(
    items: list[Item], measures: Measures, numbered_start: int | None, early: list[Item], width: float
) -> Masthead:
    """Set the places of the masthead and title lines of page 1 and return what they say.

    Args:
        items: The items of the first page, furniture included.
        measures: Of the document.
        numbered_start: Index of the first numbered paragraph, where the masthead ends at the latest.
        early: The items of the first pages: volumes of official records print their date behind the cover.
        width: Of the page, in points.
    """
    contents = next((item.index for item in items if item.place == "contents"), None)
    if contents is not None and (numbered_start is None or contents < numbered_start):
        numbered_start = contents  # a title does not stand below the contents
    live = [item for item in items if item.place in ("", "furniture")]
    reader = _HeadReader(measures, numbered_start, width)
    reader.read(live)
    if not reader.anchored:
        above = takewhile(lambda item: item.line.role != "row", items)  # a table has heads of its own
        live = [item for item in above if item.place in ("", "furniture")]
        stated = _stated_title(live)
        if stated is None:
            return Masthead(title=_plain_title(live, measures))
        stated.place = "title"
        return Masthead(title=join_title([stated]))
    reader.set_agenda_aside()
    for item in reader.aside:
        item.place = "furniture"
    for item in reader.title:
        item.place = "title"
    date = next((found for item in reader.aside if (found := find_date(item.text))), None)
    cover = any(_OFFICIAL.search(item.text) for item in reader.aside + reader.title)
    if cover and not any(_DISTRIBUTION.search(item.text) for item in live):
        bracketed = (_BRACKETED.search(item.text) for item in early)
        date = next((find_date(match[1]) for match in bracketed if match), date)
        title = cover_title([item for item in reader.aside + reader.title if _may_be_title(item)])
        set_imprint_aside(early, title)
        return Masthead(title=title, date=date, cues=reader.cues)
    return Masthead(title=join_title(reader.title), date=date, cues=reader.cues)


def _stated_title(live: list[Item]) -> Item | None:
    """Return the line that the file itself calls its title.

    Without such a line it is the only heading of the first level above all others, if there is one.
    """
    headings = [item for item in live if item.line.role in ("heading", "title")]
    if not headings or headings[0] not in live[:8]:
        return None
    first = headings[0]
    alone = (
        first.line.level == 1 and sum(item.line.level == 1 for item in headings) == 1 and len(headings) > 1
    )
    return first if first.line.role == "title" or alone else None


class _HeadReader:
    """Goes down the first page until running text begins.

    Attributes:
        aside: Lines of the masthead.
        title: Lines of the title: what is set apart and stands below the last line of the masthead.
        cues: How many lines an official masthead has of its own.
        anchored: Whether it is one.
    """

    def __init__(self, measures: Measures, numbered_start: int | None, width: float) -> None:
        self.measures = measures
        self.width = width
        self.size = measures.size
        self.stop = numbered_start
        self.text_left = 0
        self.aside: list[Item] = []
        self.title: list[Item] = []
        self.cues = 0
        self.anchored = False
        self.distributed = False
        self._bracket_open = False

    def read(self, live: list[Item]) -> None:
        """Sort the lines above the running text."""
        lefts = Counter(round(item.line.left) for item in live if item.is_prose())
        self.text_left = lefts.most_common(1)[0][0] if lefts else 0
        plain = Counter(round(item.line.size) for item in live if item.is_prose() and item.line.bold < 0.5)
        # a letter may be set smaller than what it transmits
        self.size = min(self.size, max(plain, key=plain.__getitem__, default=self.size))
        self._sort(live)
        self._set_topic_aside()

    def _set_topic_aside(self) -> None:
        """Take what the agenda item is called from the title, which is set larger below it.

        In formats that flow both stand in one column.
        """
        if not (self.title and self.aside and _AGENDA.match(self.aside[-1].text.strip())):
            return
        topic, size = self.title[0], max(item.line.size for item in self.title)
        if topic.index > self.aside[-1].index and topic.line.size < size - 1.4:
            at = next(at for at, item in enumerate(self.title) if item.line.size > topic.line.size + 0.6)
            self.aside += self.title[:at]
            del self.title[:at]

    def _sort(self, live: list[Item]) -> None:
        for item in live:
            text = " ".join(item.text.split())
            if len(text) > _TITLE_LENGTH:
                return
            self.anchored = self.anchored or bool(_ANCHOR.search(item.text.strip()))
            if item.place:
                self.cues += _only_symbol(text)
                continue
            if (self.stop is not None and item.index >= self.stop) or is_enacting(text):
                return
            if self._is_cue(item, text):
                self.cues += 1
                self.aside += [*self.title, item]
                self.title = []
            elif self._carries_on(item):
                self.title.append(item)
            elif self.anchored and not self._bracket_open and self._opens_text(item, text):
                return
            elif self.title and NAMES.match(text):
                continue  # who wrote the report stands below its title, and is text
            elif self.title and self._is_large(item):
                self.title.append(item)  # the number of a resolution hangs out to the left of its title
            elif self._is_in_brackets(text) or self._stands_aside(item):
                self.aside.append(item)
            elif self._is_strong(item):
                self.title.append(item)
            else:
                self.aside.append(item)

    def _is_in_brackets(self, text: str) -> bool:
        """Whether the line belongs to "[on the report of the Third Committee]", which may take several."""
        inside = self._bracket_open or text.startswith("[")
        self._bracket_open = inside and not text.endswith("]")
        return inside

    def _is_cue(self, item: Item, text: str) -> bool:
        """Whether the line is one that mastheads have; the last line of a title may read like one."""
        if (
            len(text) > _CUE_LENGTH
            or _SECTION_NUMBER.match(text)
            or not (_HARD.match(text) or _only_symbol(text))
        ):
            return False
        if _DISTRIBUTION.search(text):
            self.distributed = True
        return not (
            (self.title or self.distributed) and self._is_large(item) and not self._stands_aside(item)
        )

    def set_agenda_aside(self) -> None:
        """Take the agenda item from the title: small lines above it that begin further to the left."""
        if not self.title or self.title[0].line.starts_block is not None:
            return
        largest = max(self.title, key=lambda item: item.line.size).line
        while self.title[0].line.size < largest.size - 1.3 and self.title[0].line.left < largest.left - 18:
            self.aside.append(self.title.pop(0))

    def _carries_on(self, item: Item) -> bool:
        """Whether a line goes on, in lower case, with the line of the title right above it."""
        if not self.title or item.line.starts_block is not None or not item.opens_lower():
            return False
        apart = item.line.bottom - self.title[-1].line.bottom
        return 0 < apart < _NEAR * item.line.size and not self._stands_aside(item)

    def _is_large(self, item: Item) -> bool:
        return item.line.bold > 0.5 and item.line.size >= self.size + 1.4

    def _stands_aside(self, item: Item) -> bool:
        """Whether the line stands in the column of the agenda, or of the distribution.

        Measured: agendas begin at .10 of the page width, and at .57 where a document has two of them, titles
        at .15 to .5, distributions at .65.
        """
        if item.line.starts_block is not None:
            return False
        if item.line.left > 0.56 * self.width:
            return True
        return item.line.left < min(0.14 * self.width, max(self.measures.left(item), self.text_left) - 18)

    def _is_strong(self, item: Item) -> bool:
        if item.line.role in ("heading", "title"):
            return True
        text = item.text.strip()
        upper = sum(ch.isupper() for ch in text)
        capitals = upper > 1 and upper >= _CAPITALS * sum(ch.islower() for ch in text)
        return (
            item.line.bold >= 0.5
            or item.line.size >= self.measures.size + 1.4
            or capitals
            or (self.measures.is_centred(item) and len(text.split()) < _SENTENCE)
        )

    def _heads_text(self, item: Item) -> bool:
        """Whether a bold line is set smaller than all of the title, in the size of the text below it."""
        return (
            item.line.bold >= 0.5
            and abs(item.line.size - self.size) < 0.8
            and not (_ADDENDUM.match(item.text.strip()) or SPONSORS.search(item.text))
            and not self._stands_aside(item)
            and all(self._is_large(line) for line in self.title)
        )

    def _opens_text(self, item: Item, text: str) -> bool:
        """Whether running text begins.

        A usual first heading, or a plain line below a title or as wide as the page.
        """
        if self.title and (_BODY_OPENS.match(text) or _FIRST_SECTION.match(text)) and len(text) < 60:
            return True
        if self.title and (item.line.role == "heading" or self._heads_text(item)):
            return True
        if self._is_strong(item) or self._stands_aside(item) or text[:1] in "*∗[":
            return False
        if item.line.italic > 0.9 and not self.title:
            return False
        if item.line.raised and item.line.raised[0][0] == 0:
            return False
        wide = item.line.right > self.measures.right(item) - 12 * self.measures.size
        if item.line.starts_block is not None:
            wide = len(text) > NAME_LENGTH
        return bool(self.title) or (wide and "\t" not in item.text)


def _only_symbol(text: str) -> bool:
    found = symbols_in(text)
    return bool(found) and not regex.search(r"\p{L}{3}", text[: found[0][0]] + text[found[-1][1] :])


def _may_be_title(item: Item) -> bool:
    """Whether a line of a cover is no line that mastheads have."""
    text = item.text.strip()
    cue = _HARD.match(text) and not opens_report(text)
    return not cue and not _only_symbol(text) and sum(ch.isalpha() for ch in text) > 3


def _plain_title(live: list[Item], measures: Measures) -> str:
    """Return the largest text near the top of a page without a masthead."""
    top = [
        item
        for item in live[:15]
        if (item.place == "" and item.line.size >= measures.size + 1.4) or item.line.role == "title"
    ]
    if not top:
        return _opening_line(live)
    most = max(item.line.size for item in top)
    return join_title([item for item in top if item.line.size >= most - 0.6])


def _opening_line(live: list[Item]) -> str:
    """Return the short first line of plain text that goes on in a paragraph; it stays text as well."""
    if (
        len(live) < 2
        or live[0].line.role
        or not (live[0].line.starts_block and live[1].line.starts_block is False)
    ):
        return ""
    first, second = (item.text.strip() for item in live[:2])
    return first if len(first) <= NAME_LENGTH < len(second) else ""


def own_symbols(items: list[Item], masthead: Masthead) -> tuple[DocumentSymbol, ...]:
    """Return the symbol of the document, first its main form; empty when none is printed as its own.

    The running heads vote; the masthead decides where they are silent.
    A symbol that is only cited never counts.
    """
    heads: Counter[DocumentSymbol] = Counter()
    for item in items:
        if item.place == "furniture":
            heads.update({symbol for _, _, symbol in symbols_in(item.text)} if item.page > 1 else ())
    first_page = [
        s
        for item in items
        if item.place == "furniture" and item.page == items[0].page
        for _, _, s in symbols_in(item.text)
    ]
    if heads:
        most = max(heads.values())
        best = [symbol for symbol, count in heads.items() if count >= 0.6 * most]
        if masthead.cues and first_page and not set(best) & set(first_page):
            return tuple(dict.fromkeys(first_page))[
                :2
            ]  # running heads are copied from report to report, mastheads less
        if most >= 2 or masthead.cues or set(best) & set(first_page):
            return tuple(best)
    if masthead.cues and first_page:
        return tuple(dict.fromkeys(first_page))[:2]
    return ()
