"""Which lines are headings, and the path of headings above a place."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.number_words import ARABIC, ARABIC_LETTERS, CHINESE
from indexer.segment.candidates import starts_after
from indexer.segment.parts import OTHER_LETTERS, opening_marker
from indexer.segment.scopes import is_enacting, is_option, read_scope

if TYPE_CHECKING:
    from collections.abc import Container

    from indexer.model import Line
    from indexer.segment.items import Item, Measures

ENUMERATOR = regex.compile(
    r"^(?:(?P<e>[IVXLC]{1,7}|[A-Z]|\d{1,2})(?:(?P<dot>[.)])[\s\t]+|(?P<dot>)\t\s*)"
    r"|(?P<e>[IVX]{2,5})(?P<dot>\.)(?=\p{Lu}\p{Ll}{2})"  # a slip: "III.Resources"
    r"|(?P<e>\([a-z]{1,2}\)|\([ivx]{1,5}\))(?P<dot>[.)]?)[\s\t]+"
    rf"|(?P<e>{ARABIC})\s?(?P<dot>[-–—.])\s*|(?P<e>{CHINESE})(?P<dot>[、.．])\s*)(?=\S)"
)
_ROMAN = regex.compile(r"^(?:[IVX]{2,6}|V|X)\s+\p{Lu}\p{Ll}")  # "III Conclusions": the stop was left out
_CHAPTER = regex.compile(
    r"^(?:(?:chapter|chapitre|capítulo|глава|section|part)\s+(?:[IVXLC]{1,7}|\d{1,2}|one|two|three|four)\b"
    rf"|الفصل\s+{ARABIC}|第{CHINESE}章)",
    regex.I,
)
# signs of symbol fonts come out as letters, and Courier's "o" is a ring
_BULLET = r"(?:[–—-](?=[\t ])|[!§Øüo](?=\t)|[•●▪◦‣⁃·➢➤✓■□◾◼◻▫▸►❖○◆\uf0b7\uf0a7\uf0d8\uf076\uf02d])"
BULLET = regex.compile(_BULLET)
MARKER = regex.compile(
    rf"^(?:(?:\[\s?)?\((?:[a-z]{{1,3}}|[ivxl]{{1,6}}|\d{{1,2}}|[A-Z]|{OTHER_LETTERS}ـ?)\)|(?:[a-zа-я]|[ivx]{{2,5}})\)|{_BULLET})[\s\t]*"
)
_LABEL = regex.compile(r"\[?(?P<word>\p{L}{3,15})\s(?P<n>\d{1,3}|[IVXLC]{1,6})(?![\p{L}\p{N}])")
NUMBERS = regex.compile(r"^\d{1,3}\.\d{1,3}(?:\s?[–,-]\s?[\d.]+)+$")  # "140.145, 146" above a reply to both
_LETTER = regex.compile(r"\p{L}")
_HAN = regex.compile(r"\p{Han}")  # one is a word
_LETTERS = regex.compile(r"(?:\P{L}*+\p{L}){4}")
_ALONE = regex.compile(
    r"^(?:[A-Z]|[IVXLC]{1,6}|[\d,\s–-]+\))\.?$"
)  # a letter above its heading, the end of a wrapped one
CAPTION = regex.compile(
    r"^(?:(?:Table|Figure|Box|Chart|Map|Tableau|Graphique|Encadré|Carte|Cuadro|Gráfico|Figura|Recuadro|Mapa|"
    r"Таблица|Диаграмма|Рисунок|График|Вставка|Карта)\s+(?:[IVXLC]+|\d+|[A-Z])\b"
    r"|(?:表|图|方框)\s?(?:\d+|[一二三四五六七八九十]+)(?=\s|$|[:：.])"
    rf"|(?:الجدول|الشكل|الإطار|الخريطة)\s+(?:\p{{Nd}}+|{ARABIC})(?=\s|$|[:.]))",
    regex.I,
)
_BRACKETED = regex.compile(r"\s*[\[(][^\[\]()]*[\])]\s*$")
MEETING = regex.compile(
    r"^\d{1,4}(?:st|nd|rd|th)\s+(?:\([^)]{1,20}\)\s+)?(?:\p{L}+\s+)?meeting\b"
    r"|^(?:\d{1,4}(?:re|e|[èe]me)\s+séance(?:\s+plénière)?|\d{1,4}[ªa]\.?\s+sesión(?:\s+plenaria)?"
    r"|\d{1,4}-е\s+(?:пленарное\s+)?заседание|第\s?\d{1,4}\s?次(?:全体)?会议|الجلسة(?:\sالعامة)?\s\d{1,4}),?$",
    regex.I,
)
_UNFINISHED = regex.compile(r"[.;:,،؛。；]$")
_ARTICLE = regex.compile(
    r"^\p{Lu}\p{L}{2,14}\s(?:\d{1,3}|[IVXLC]{1,7})\.$"
)  # a stop behind its number ends no sentence
_OPENS_LOWER = regex.compile(r"[{\[]*\p{Ll}")  # "{in brackets}": the end of a line that was wrapped
_WRAPPED = 4  # lines: the heading of an agenda item may have more, a number in front of it seldom
_AT_MARGIN = 3.0  # points
_PRINTED = 120  # characters: no printed line has more, and a heading in italics seldom as many
_LIMIT = 320  # characters: longer text in bold is a paragraph (the longest titles of agenda items stay below)
_NUMBERED_LIMIT = 600  # characters: text in bold right above a numbered paragraph is a heading
_LINE = 110  # characters: no plain heading above a number is longer
_BOLD = 0.85  # share of its characters from which a line is bold
_FEW = 3  # characters of a line that says nothing about headings
_STRAY_BOLD = 0.01  # share of lines
_SAME = 1.0  # points: lines of an indented block begin no further apart
_NUMBER_LENGTH = 6  # characters before the tab behind the longest number of a heading
_RANKS = {"roman": 1, "letter": 2, "digit": 3, "item": 4}


class Title(NamedTuple):
    """A heading in the path: rank of its number (0 annex or chapter, 9 none), look, words."""

    rank: int
    look: tuple[float, bool, bool]
    text: str


class HeadingFinder:
    """Tells headings from text by how they are set and where they stand."""

    def __init__(
        self, body: list[Item], measures: Measures, underlined: frozenset[int] = frozenset()
    ) -> None:
        """Take the lines, their measures, and the indexes of those that are underlined as a whole."""
        self.body = body
        self.measures = measures
        self.underlined = underlined
        self._known: dict[int, bool] = {}
        self._places = {item.index: at for at, item in enumerate(body)}
        self._bold: bool | None = None

    def _strong(self, item: Item) -> bool:
        """Whether the line is set apart from running text by its face, size or place."""
        known = self._known.get(item.index)
        if known is None:
            known = self._known[item.index] = self._is_strong(item)
        return known

    def _is_strong(self, item: Item) -> bool:
        line, measures = item.line, self.measures
        text = line.text.strip()
        if line.role in ("heading", "title"):
            return True
        if not line.role and NUMBERS.match(text):
            return True
        if line.role:
            return False
        many = _LETTERS.match(text, endpos=200) is not None
        few = not many and len(_LETTER.findall(text, endpos=200)) < 2 and not _HAN.match(text)
        if few and not (line.bold >= 0.85 and _ALONE.match(text)):
            return False
        if self._is_bold(line) or measures.is_larger(item):
            return True
        if item.index in self.underlined and "\t" not in text[_NUMBER_LENGTH:] and not MARKER.match(text):
            return True
        capitals = many and text.upper() == text and text.lower() != text
        if capitals and (
            line.starts_block
            or measures.is_centred(item)
            or ENUMERATOR.match(text)
            or read_scope(text)
            or self._stands_alone(item)
        ):
            return True
        if (
            measures.is_centred(item)
            and len(text) < 90
            and (read_scope(text) or _CHAPTER.match(text) or ENUMERATOR.match(text))
            and not self._in_block(item)
        ):
            return True
        short = line.starts_block or len(text) < _PRINTED
        if line.italic < 0.9 or not short:
            return False
        marker = MARKER.match(text)
        return marker is None or (text[0] == "(" and text[marker.end() : marker.end() + 1].isupper())

    def _stands_alone(self, item: Item) -> bool:
        """Whether a line at the margin has room above and below, and text follows."""
        at = self._places[item.index]
        apart = 1.22 * self.measures.leading_at(item)
        below = self.body[at + 1] if at + 1 < len(self.body) else None
        return (
            abs(item.rel) < _AT_MARGIN
            and (item.gap is None or item.gap > apart)
            and below is not None
            and below.is_prose()
            and below.gap is not None
            and below.gap > apart
        )

    @staticmethod
    def _is_bold(line: Line) -> bool:
        """Whether a line is bold, but for a remark in brackets at its end, as "[agenda item 8]"."""
        if line.bold >= 0.85 or line.bold < 0.5:
            return line.bold >= 0.85
        return line.bold_lead > 0 and bool(_BRACKETED.match(line.text, line.bold_lead))

    def _in_block(self, item: Item) -> bool:
        """Whether the line above or below begins at the same place: such a line is indented, not centred."""
        at = bisect_left(self.body, item.index, key=lambda other: other.index)
        beside = self.body[max(at - 1, 0) : at] + self.body[at + 1 : at + 2]
        return any(
            other.page == item.page and abs(other.line.left - item.line.left) < _SAME for other in beside
        )

    def looks(self, at: int) -> bool:
        """Whether one line taken alone could be a heading.

        Used to tell heading numbers from paragraph numbers.
        """
        item = self.body[at]
        if item.line.role == "heading":
            return True
        if not self._strong(item) or len(item.text) > 160 or self._opens_act(item):
            return False
        following = self.body[at + 1] if at + 1 < len(self.body) else None
        if (
            _UNFINISHED.search(item.text.strip())
            and not self.measures.is_larger(item)
            and not _ARTICLE.match(item.text.strip())
        ):
            return False
        if following is None or following.page != item.page:
            return True
        if following.gap is not None and following.gap > 1.35 * self.measures.leading_at(item):
            return True
        if not self._same_look(item, following) or self.measures.ended_early(item, following):
            return True
        return self._is_wrapped(at)

    def _is_wrapped(self, at: int) -> bool:
        """Whether a full line goes on in lines of the same look that end as a heading does."""
        end = at + 1
        while (
            end < len(self.body) and end - at < _WRAPPED and self._joins(self.body[end - 1], self.body[end])
        ):
            end += 1
        last = self.body[end - 1]
        below = self.body[end] if end < len(self.body) else None
        return (
            1 < end - at < _WRAPPED
            and not _UNFINISHED.search(last.text.strip())
            and (below is None or below.page != last.page or not self._same_look(last, below))
        )

    def _leading(self, item: Item) -> float:
        """Return the distance between lines of a heading: larger type is set as far apart as the text."""
        return self.measures.leading_at(item) * max(1.0, item.line.size / self.measures.size)

    def may_head(self, at: int) -> bool:
        """Whether a heading may begin with a line, which may be wrapped."""
        item = self.body[at]
        above = self.body[at - 1] if at else None
        return self.looks(at) or (
            self._strong(item) and (above is None or above.page != item.page or not self._joins(above, item))
        )

    def _same_look(self, a: Item, b: Item) -> bool:
        return (
            abs(a.line.size - b.line.size) < 0.8
            and (a.line.bold >= 0.5) == (b.line.bold >= 0.5)
            and (a.line.italic >= 0.6) == (b.line.italic >= 0.6)
        )

    def extent(self, at: int, starts: Container[int], open_line: Item | None) -> int:
        """Return how many lines from here make one heading, 0 when none begins here.

        Args:
            at: Position among the body items.
            starts: Positions where numbered units begin.
            open_line: Last line of the unit that is open, None when none is.
        """
        item, body = self.body[at], self.body
        if at in starts:
            return 0
        above_act = self._title_of_act(at)
        if above_act:
            return above_act
        if self._opens_act(item) or MEETING.match(item.text):
            return 0
        if at + 1 in starts and is_option(item.text):
            return 1
        if not self._strong(item):
            return self._plain(at, starts)
        if self._is_below_bold(at):
            return 0
        if not starts_after(body, at, self.measures) and not (
            open_line is not None and not self._same_look(open_line, item)
        ):
            return 0
        if self._goes_on_from(item, open_line):
            return 0
        end = at + 1
        while (
            end < len(body) and end - at < 8 and end not in starts and self._joins(body[end - 1], body[end])
        ):
            end += 1
        limit = _NUMBERED_LIMIT if end in starts and item.line.bold >= 0.85 else _LIMIT
        if self._runs_on(end) or not (
            self._is_heading(body[at:end], limit) or (end not in starts and self._announces(at, end))
        ):
            return 0
        return max(end - at, self._plain(at, starts))

    def _is_below_bold(self, at: int) -> bool:
        """Whether a plain line in italics goes with the bold one right above it: "For decision"."""
        item, above = self.body[at], self.body[at - 1]
        return (
            at > 0
            and item.line.role != "heading"
            and item.line.bold < 0.5 < above.line.bold
            and item.line.size < self.measures.size + 1
            and item.gap is not None
            and item.gap <= 1.22 * self.measures.leading_at(item)
            and any(abs(item.line.left - left) < 2 for left in (above.line.left, above.line.text_left))
        )

    def _plain(self, at: int, starts: Container[int]) -> int:
        """Return the length of a heading in the face of the text: typewriters underline, scans do not tell.

        Without a line below it, it stands apart, right above a numbered paragraph. Where headings are bold,
        only a numbered line is one.
        """
        item = self.body[at]
        underlined = item.index in self.underlined
        if not underlined and at + 1 not in starts and at + 2 not in starts:
            return 0  # most lines
        if item.line.starts_block is not None or item.ends_sentence() or at + 1 >= len(self.body):
            return 0
        match = ENUMERATOR.match(item.text) or MARKER.match(item.text)
        if match is None:
            return self._plain_above(at, starts) if at + 1 in starts or at + 2 in starts else 0
        if (
            BULLET.match(item.text)
            or not item.text[match.end() : match.end() + 1].isupper()
            or len(item.text) > _LINE
        ):
            return 0
        apart = 1.22 * self.measures.leading_at(item)
        end = at + 1
        if (
            end not in starts
            and (self.body[end].gap or 99) <= apart
            and self.body[end].line.left >= item.line.left
        ):
            end += 1
        last = self.body[end - 1]
        if last.ends_sentence() or last.text.rstrip().endswith(","):
            return 0
        if underlined and last.index in self.underlined:
            return end - at if end in starts or not self._counts_on(at, starts) else 0
        if self._counts_on(at, starts):
            return 0
        below = self.body[end] if end < len(self.body) else None
        if end not in starts or below is None or not item.gap or not below.gap:
            return 0
        return end - at if min(item.gap, below.gap) > apart else 0

    def _counts_on(self, at: int, starts: Container[int]) -> bool:
        """Whether a letter in brackets is the next one after one in the same paragraph."""
        due = {(style, value - 1) for style, value in opening_marker(self.body[at].text)}
        for before in range(at - 1, -1 if due else at, -1):
            item = self.body[before]
            if due & set(opening_marker(item.text)):
                return True
            if before in starts or item.place == "heading":
                return False
        return False

    def _plain_above(self, at: int, starts: Container[int], *, led: bool = False) -> int:
        """Return 1 for a line without number that stands alone above a paragraph, or above another such line.

        What stands above it has ended, or led says that it is another such line.
        """
        item, above, below = self.body[at], self.body[at - 1], self.body[at + 1]
        if at == 0 or self._has_bold() or len(item.text) > _LINE or not item.text[:1].isupper():
            return 0
        if not (led or above.ends_sentence() or above.place == "heading"):
            return 0
        if (
            item.ends_sentence()
            or item.line.size < self.measures.size - 0.7
            or item.unmarked().endswith(",")
            or (below.gap or 0.0) <= 1.22 * self.measures.leading_at(below)
        ):
            return 0
        alone = item.gap is None or item.gap > 1.22 * self.measures.leading_at(item)
        return int(alone and (at + 1 in starts or self._plain_above(at + 1, starts, led=True) > 0))

    def _has_bold(self) -> bool:
        """Whether headings are set in bold; in a scan a line or two may seem so."""
        if self._bold is None:
            bold = sum(item.line.bold >= _BOLD and len(item.text) > _FEW for item in self.body)
            self._bold = bold > _STRAY_BOLD * len(self.body)
        return self._bold

    def _runs_on(self, end: int) -> bool:
        """Whether the line after a heading carries its sentence on in another face.

        It was a lead-in, no heading, or a title in a list whose last words stand in the next line.
        """
        if end >= len(self.body):
            return False
        last, following = self.body[end - 1], self.body[end]
        near = following.gap is not None and following.gap <= 1.22 * self.measures.leading_at(last)
        return (
            near
            and last.line.role != "heading"
            and not self.measures.is_larger(last)
            and (following.opens_lower() or self._goes_on_in(last, following))
            and not self.measures.ended_early(last, following)
        )

    @staticmethod
    def _goes_on_in(last: Item, following: Item) -> bool:
        """Whether the face of a heading goes on into the next line, which hangs under it."""
        lead = following.line.italic_lead if last.line.bold < 0.5 else following.line.bold_lead
        return 0 < lead < len(following.text) and following.line.left > last.line.left + 3

    def _announces(self, at: int, end: int) -> bool:
        """Whether a short bold line with a colon heads the plain text below, and leads to no list."""
        if end - at > 1 or end >= len(self.body):
            return False
        item, below = self.body[at], self.body[end]
        text = item.text.strip()
        return (
            item.line.bold >= 0.85
            and len(text) < 80
            and text.endswith(":")
            and not MARKER.match(text)
            and not is_option(text)
            and not _OPENS_LOWER.match(text)
            and below.line.bold < 0.5
            and below.is_prose()
            and not below.opens_lower()
            and not MARKER.match(below.text)
            and (below.gap is None or below.gap > 1.22 * self.measures.leading_at(below))
        )

    def _title_of_act(self, at: int) -> int:
        """Return how many centred lines from here stand right above "The General Assembly,".

        Typewriters have no bold.
        """
        end = at
        while end < len(self.body) and end - at < 7 and self.measures.is_centred(self.body[end]):
            end += 1
        if at < end < len(self.body) and is_enacting(self.body[end].text):
            return end - at
        return 0

    def _opens_act(self, item: Item) -> bool:
        """Whether a line opens a resolution; the name of an organ alone in large type is a heading."""
        large = item.line.size >= self.measures.size + 1 and item.line.bold >= 0.85
        return is_enacting(item.text) and not (large and not item.text.rstrip().endswith(","))

    def _goes_on_from(self, item: Item, open_line: Item | None) -> bool:
        """Whether the line carries on an open unit set in the same way, over a page end above all."""
        if open_line is None or item.line.role == "heading":
            return False
        if not self._same_look(open_line, item):
            return self._closes(item, open_line)
        if self.measures.is_larger(item):
            return False
        if ENUMERATOR.match(item.text) and not item.opens_lower() and open_line.ends_sentence():
            return False
        apart = item.gap is None or item.gap > 1.22 * self.measures.leading_at(item)
        return (
            item.opens_lower()
            or (not open_line.ends_sentence() and not apart)
            or (
                item.page != open_line.page
                and not open_line.ends_sentence()
                and not self.measures.ended_early(open_line, item)
            )
        )

    def _closes(self, item: Item, open_line: Item) -> bool:
        """Whether a line in italics closes an open unit: it hangs under its words, right below."""
        line, above = item.line, open_line.line
        return (
            not line.starts_block
            and max(line.bold, above.bold) < 0.5
            and abs(line.size - above.size) < 0.8
            and item.gap is not None
            and item.gap <= (1.6 if line.text[:1] in "{(" else 1.22) * self.measures.leading_at(item)
            and abs(line.left - above.left) < 2
        )

    def _joins(self, item: Item, following: Item) -> bool:
        if following.page != item.page or following.line.column != item.line.column:
            return False
        if (
            item.line.role == "heading"
            or following.line.role == "heading"
            or following.index - item.index > 1
        ):
            return False
        if (
            following.gap is None
            or following.gap > max(1.5 * item.line.size, 1.5 * following.line.size, 1.1 * self._leading(item))
            or not (self._same_look(item, following) or self._italics_run_on(item, following))
        ):
            return False
        capitals = item.text.isupper() and following.text.isupper()
        if CAPTION.match(following.text):
            return False
        numbered = ENUMERATOR.match(following.text)
        if not (self._strong(following) or capitals) or (
            numbered and (following.line.starts_block or following.line.left < item.line.text_left - 4)
        ):
            return False
        if read_scope(item.text) is None or following.gap < 1.35 * following.line.size:
            return True
        # below "Annex II" stands its title; "Annex to the letter dated ..." is wrapped
        return not self.measures.ended_early(item, following)

    @staticmethod
    def _italics_run_on(item: Item, following: Item) -> bool:
        """Whether a bold line has a title in italics at its end that goes on in the next bold line."""
        line, other = item.line, following.line
        return (
            min(line.bold, other.bold) >= 0.85
            and abs(line.size - other.size) < 0.8
            and 0 < line.italic < 1
            and other.italic > 0
        )

    def _is_heading(self, lines: list[Item], limit: int) -> bool:
        text = " ".join(line.text for line in lines).strip()
        first = lines[0]
        if first.line.role == "heading":
            return True
        if len(text) > limit:
            return False
        larger = self.measures.is_larger(first)
        match = ENUMERATOR.match(text)
        if MARKER.match(text) and (first.line.italic < 0.6 and first.line.bold < 0.85):
            return False
        if (
            _UNFINISHED.search(text)
            and not (larger and not text.endswith((".", "。")))
            and not _ARTICLE.match(text)
            and not (match and match["e"].isupper() and len(text) < 120 and first.line.bold >= 0.85)
        ):
            return False
        return not _OPENS_LOWER.match(text) or larger


def look_of(item: Item) -> tuple[float, bool, bool]:
    """Return size, capitals and weight of a heading, comparable: larger is higher."""
    text = item.text
    return (round(item.line.size), text.upper() == text and text.lower() != text, item.line.bold >= 0.5)


def rank_of(text: str, path: tuple[Title, ...]) -> int:
    """Return the rank of a heading by its number.

    0 annex and chapter, 1 roman, 2 letter, 3 digit, 4 (a), 9 none.
    """
    if read_scope(text) or _CHAPTER.match(text):
        return 0
    match = ENUMERATOR.match(text)
    if not match and _ROMAN.match(text) and any(title.rank == _RANKS["roman"] for title in path):
        return _RANKS["roman"]
    if not match or (
        not match["dot"] and not match["e"].startswith("(") and len(match["e"]) == 1 and match["e"] in "AI"
    ):
        return 9
    e = match["e"].strip("()")
    if not e.isascii():
        return _RANKS["letter" if e in ARABIC_LETTERS else "roman"]
    if match["e"].startswith("("):
        return _RANKS["item"]
    if e.isdigit():
        return _RANKS["digit"]
    if len(e) == 1 and e in "CDLMIVX":
        # C. after B., and I. after H., are letters; V. and X. after a roman number are roman
        letters = [title for title in path if title.rank == _RANKS["letter"]]
        if letters and ord(letters[-1].text[0]) + 1 == ord(e):
            return _RANKS["letter"]
        return (
            _RANKS["letter"]
            if e in "CDLM" and not any(t.rank == 1 and t.text.startswith(("XCIX", "CXCIX")) for t in path)
            else _RANKS["roman"]
        )
    return _RANKS["roman"] if regex.fullmatch(r"[IVXLC]+", e) else _RANKS["letter"]


def _counts_on(text: str, label: regex.Match[str]) -> bool:
    """Whether a heading begins with the word of a label and another number."""
    own = _LABEL.match(text)
    return own is not None and own["word"] == label["word"] and own["n"] != label["n"]


def push(
    path: tuple[Title, ...], text: str, look: tuple[float, bool, bool], level: int, *, large: bool = False
) -> tuple[Title, ...]:
    """Return the path with a heading in its place.

    Numbered headings end those of their rank and below; headings without number go by how they are set,
    or by the level that the file gives.

    Args:
        path: The headings above.
        text: The words.
        look: How it is set.
        level: Of a heading that the file calls one, 0 of any other.
        large: Whether it is set larger than the text.
    """
    rank = rank_of(text, path)
    if rank == 0:
        return (Title(0, look, text),)
    if level:
        kept = tuple(title for title in path if title.rank == 0 or title.look[0] > -level)
        return (*kept, Title(9, (-level, False, False), text))
    kept_list = list(itertools.takewhile(lambda title: not is_option(title.text), path))
    if rank == 9:
        label = _LABEL.match(text)
        if label:  # "Article 4" ends "Article 3", however the rest of the line is set
            kept_list = list(itertools.takewhile(lambda title: not _counts_on(title.text, label), kept_list))
        # "Recommendations" behind "II. Findings", both set larger than the text, is as high
        alike = (9, _RANKS["roman"]) if large else (9,)
        while kept_list and (
            kept_list[-1].look <= look
            if kept_list[-1].rank in alike
            else kept_list[-1].rank > 0 and kept_list[-1].look < look
        ):
            kept_list.pop()
    else:
        cut = next(
            (i for i, title in enumerate(kept_list) if title.rank != 9 and title.rank >= rank), len(kept_list)
        )
        kept_list = kept_list[:cut]
        while kept_list and kept_list[-1].rank == 9 and kept_list[-1].look <= look:
            kept_list.pop()
    return (*kept_list, Title(rank, look, text))
