"""The first page from its top to the running text: lines of the masthead, and lines of the title."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import regex

from indexer.grammar.patterns import lazy
from indexer.grammar.recitals import opens_recital
from indexer.segment.dates import find_date
from indexer.segment.emphasis import BOLD
from indexer.segment.first_page_look import FirstPageLook
from indexer.segment.furniture import is_only_furniture
from indexer.segment.items import COMMAS, in_capitals
from indexer.segment.line_starts import CAPTION
from indexer.segment.masthead_lines import AGENDA, ANCHOR, DISTRIBUTION, is_cue, only_symbol
from indexer.segment.meetings import opens_meeting
from indexer.segment.scopes import is_enacting
from indexer.segment.titles import BODY_OPENS, FIRST_SECTION, NAME_LENGTH, NAMES, SALUTATION, SPONSORS

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_PART = regex.compile(r"^(?:[A-Z]|[IVX]{1,4})$")  # the first of several resolutions, or of their sections
_ADDENDUM = regex.compile(
    r"^(?:addend|corrigend|additif|rectificatif|adición|corrección|добавление|исправление|增编|更正|إضافة|تصويب)",
    regex.I,
)
_CORRIGENDUM = lazy(
    r"^(?:corrigend|rectificatif|corrección|исправлени|更正|تصويب)\P{Zs}*\s*$", ignore_case=True
)
_PRESENTED = lazy(
    r"^(?:report|note|letter|submission|statement|rapport|lettre|informe|nota|carta|доклад|записка|письмо)\b",
    ignore_case=True,
)  # what kind of paper it is, and by whom
_PRESENTED_BY = lazy(
    r"^(?:(?:report|note|submission|statement)\s(?:by|of)|(?:rapport|note)\s(?:du|de\s|présenté)"
    r"|(?:informe|nota)\s(?:del|de\s|presentad)|(?:доклад|записка)\s\p{Ll}+\p{L}*а\b)",
    ignore_case=True,
)
"""Who presents a paper, below its title and often in the size of the text."""
_HELD = lazy(r"^(?:held|tenue|celebrada)\s(?:at|in|on|à|au|le|en|el)\b.{0,90}$", ignore_case=True)
"""Where and when a meeting was held, below its number."""
_WRAPPED = 3  # lines of a heading in capitals
_NEAR = 1.35  # of the size: lines of one block stand no further apart
_TEXT = 4  # wide lines of sentences: no masthead has so many above its first words
_PLAIN_TITLE = 320  # characters: no title of a document is longer
_ORGAN = range(3, 31)  # characters: "ECONOMIC", "AND" and "SOCIAL COUNCIL" may stand below each other
_STOPS = frozenset(".,;?!。，；،؛؟")
_TITLE_LENGTH = 600  # characters: no title in one line is longer, whatever it begins with


class MastheadReader:
    """Goes down the first page until running text begins.

    Attributes:
        aside: Lines of the masthead.
        title: Lines of the title: what is set apart and stands below the last line of the masthead.
        cues: How many lines an official masthead has of its own.
        anchored: Whether it is one.
    """

    def __init__(self, measures: Measures, numbered_start: int | None, width: float) -> None:
        self.stop = numbered_start
        self._look = FirstPageLook(measures, width)
        self.aside: list[Item] = []
        self.title: list[Item] = []
        self.cues = 0
        self.anchored = False
        self.distributed = False
        self._bracket_open = False
        self._faceless = False
        self._capitals: frozenset[int] = frozenset()

    def read(self, live: list[Item]) -> None:
        """Sort the lines above the running text."""
        self._look.see(live)
        self._faceless = not any(item.line.bold >= 0.5 or item.line.role for item in live)
        greeting = next((item.index for item in live if SALUTATION.match(item.text.strip())), None)
        if greeting is not None and (self.stop is None or greeting < self.stop):
            self.stop = greeting + 1
        caption = next((item.index for item in live if not item.place and CAPTION.match(item.text)), None)
        if caption is not None and (self.stop is None or caption < self.stop):
            self.stop = caption  # a table or figure, and what heads it, stand in the text
        self._capitals = self._find_capitals(live)
        self._sort(live)
        self._set_topic_aside()

    def _set_topic_aside(self) -> None:
        """Take what the agenda item is called from the title, which is set larger below it.

        In formats that flow both stand in one column.
        """
        if not (self.title and self.aside and AGENDA.match(self.aside[-1].text.strip())):
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
            self.anchored = self.anchored or (bool(ANCHOR.search(item.text.strip())) and not self._has_text())
            if item.place:
                self.cues += only_symbol(text)
                continue
            if (
                (self.stop is not None and item.index >= self.stop)
                or is_enacting(text)
                or opens_meeting(item)
            ):
                return
            if self._is_cue(item, text):
                self._take_cue(item, text)
            elif self._carries_on(item) or self._is_plain_title(item, text):
                self.title.append(item)
            elif self.title and self._says_when(item, text):
                self.aside.append(item)
            elif self.anchored and not self._bracket_open and self._opens_text(item, text):
                return
            elif self.title and NAMES.match(text):
                continue  # who wrote the report stands below its title, and is text
            elif self._look.is_large(item) and (self.title or self._look.is_much_larger(item)):
                self.title.append(item)  # the number of a resolution hangs out to the left of its title
            else:
                aside = self._is_in_brackets(text) or self._look.stands_aside(item)
                (self.title if not aside and self._look.is_strong(item) else self.aside).append(item)

    def _take_cue(self, item: Item, text: str) -> None:
        """Set a line of the masthead aside, and with it what seemed to be the title above it."""
        self.cues += 1
        if not (self._faceless and is_only_furniture(text)):  # that stood at the foot of the page
            self.aside += self.title
            self.title = []
        self.aside.append(item)

    def _has_text(self) -> bool:
        """Whether running text stands above: "[Original: French]" heads what is annexed to a letter."""
        return sum(self._look.is_wide(line) and line.is_prose() for line in self.aside) >= _TEXT

    def _is_plain_title(self, item: Item, text: str) -> bool:
        """Whether a paragraph is the title where nothing tells how it is set, by its words or its length.

        It ends no sentence and says nothing of the document, as "State party: ..." does.
        """
        if not (self.anchored and self._faceless and item.line.starts_block) or self.title:
            return False
        if ":" in text or item.unmarked()[-1:] in _STOPS:
            return False
        return NAME_LENGTH < len(text) < _PLAIN_TITLE or _PRESENTED.match(text) is not None

    def _is_in_brackets(self, text: str) -> bool:
        """Whether the line belongs to "[on the report of the Third Committee]", which may take several."""
        inside = self._bracket_open or text.startswith("[")
        self._bracket_open = inside and not text.endswith("]")
        return inside

    def _is_cue(self, item: Item, text: str) -> bool:
        """Whether the line is one that mastheads have; the last line of a title may read like one."""
        if self.anchored and self._faceless and is_only_furniture(text):
            return True
        if self.anchored and self._is_beside_cue(item):
            return True
        if not is_cue(text) or (_PRESENTED.match(text) and self._is_plain_title(item, text)):
            return False
        if DISTRIBUTION.search(text):
            self.distributed = True
            return True  # large where a scan reads it with the organ beside it
        return not (
            (self.title or self.distributed)
            and self._look.is_large(item)
            and not self._look.stands_aside(item)
        )

    def _says_when(self, item: Item, text: str) -> bool:
        """Whether a line says where or when a meeting was held, or goes on with that."""
        above = self.aside[-1] if self.aside and item.opens_lower() else None
        if above is not None and above.index == item.index - 1 and _HELD.match(above.text.strip()):
            return True
        return _HELD.match(text) is not None

    def _is_beside_cue(self, item: Item) -> bool:
        """Whether a word of the organ stands beside a line of the masthead: "COUNCIL", and the date."""
        organ, tab, beside = item.text.strip().partition("\t")
        capitals = organ.isupper() and len(organ) in _ORGAN and organ.replace(" ", "").isalpha()
        return bool(tab) and capitals and is_cue(beside.strip())

    def set_agenda_aside(self) -> None:
        """Take the agenda item from the title: small lines above it that begin further to the left."""
        if not self.title or self.title[0].line.starts_block is not None:
            return
        above = self._count_organs(self.title)
        self.aside += self.title[:above]
        del self.title[:above]

    @staticmethod
    def _count_organs(title: list[Item]) -> int:
        """Return how many lines above a title are smaller and begin further left, as the agenda does."""
        largest = max(title, key=lambda item: item.line.size).line
        above = (item.line.size < largest.size - 1.3 and item.line.left < largest.left - 18 for item in title)
        return sum(1 for _ in takewhile(bool, above))

    def _carries_on(self, item: Item) -> bool:
        """Whether a line goes on with the line of the title right above it: in lower case, or in capitals."""
        if not self.title or item.line.starts_block is not None:
            return False
        capitals = in_capitals(item.text) and in_capitals(self.title[-1].text) and self._look.is_strong(item)
        if not (item.opens_lower() or (capitals and not FIRST_SECTION.match(item.text))):
            return False
        return self._is_near_title(item) and not self._look.stands_aside(item)

    def _is_near_title(self, item: Item) -> bool:
        """Whether a line stands as close below the title as its lines do."""
        return 0 < item.line.bottom - self.title[-1].line.bottom < _NEAR * item.line.size

    def _is_below_title(self, item: Item) -> bool:
        """Whether a line is smaller than the title or set apart from it: "A. Keeper" may end a name in it."""
        smaller = item.line.size < max(line.line.size for line in self.title) - 0.6
        return smaller or bool(item.line.starts_block) or not self._is_near_title(item)

    def _heads_text(self, item: Item) -> bool:
        """Whether a line below a title of larger type stands out, and is set as the text below it.

        It is bold and of the size of the text, in capitals right above the first number, where the title has
        none or larger ones, or in one of two columns below a title across both.
        """
        text = item.text.strip()
        if _ADDENDUM.match(text) or _PRESENTED_BY.match(text) or SPONSORS.search(text):
            return False
        if self._look.stands_aside(item):
            return False
        if item.index in self._capitals and not any(in_capitals(line.text) for line in self.title):
            return True
        named = [line for line in self.title if not _PRESENTED_BY.match(line.text)]
        if named and not all(map(self._look.is_large, named[self._count_organs(named) :])):
            return False
        across = not any(line.line.column for line in self.title)
        if across and item.line.column and item.line.size < self.title[-1].line.size:
            return True
        bold = item.line.bold >= 0.5
        return item.is_set_in(self._look.size) and (bold or item.index in self._capitals)

    def _find_capitals(self, live: list[Item]) -> frozenset[int]:
        """Return the indexes of the lines in capitals right above the first number."""
        found: list[int] = []
        due = (self.stop or 0) - 1
        for item in reversed(live):
            text = item.text.strip()
            if item.index == due and in_capitals(text) and not _PRESENTED.match(text):
                found.append(item.index)
                due -= 1
        return frozenset(found if len(found) <= _WRAPPED else ())

    def _opens_text(self, item: Item, text: str) -> bool:
        """Whether running text begins.

        A usual first heading, or a plain line below a title or as wide as the page.
        """
        if self.title:
            smaller = item.line.size < self.title[-1].line.size - 0.6
            section = FIRST_SECTION.match(text) and not find_date(text)
            if (section and (len(text) < 60 or self._is_below_title(item))) or BODY_OPENS.match(text):
                return True
            if item.line.role == "heading" or self._heads_text(item) or (smaller and _PART.match(text)):
                return True
            if _CORRIGENDUM.match(self.title[-1].text):
                return smaller  # what is corrected stands right below
            if item.line.bold < BOLD and item.ends_in(COMMAS) and opens_recital(text):
                return True  # short as it is
        if self._look.is_strong(item) or self._look.stands_aside(item) or text[:1] in "*∗[":
            return False
        wide = self._look.is_wide(item) if item.line.starts_block is None else len(text) > NAME_LENGTH
        return bool(self.title) or (wide and "\t" not in item.text)
