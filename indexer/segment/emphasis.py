"""Which lines are set apart from running text by their face, size or place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from indexer.grammar.several_numbers import are_below_one
from indexer.segment.items import COLONS, in_capitals
from indexer.segment.line_starts import CHAPTER, ENUMERATOR, MARKER, is_titled
from indexer.segment.scopes import is_enacting, read_scope

if TYPE_CHECKING:
    from indexer.model import Line
    from indexer.segment.items import Item, Side
    from indexer.segment.measures import Measures

_LETTER = regex.compile(r"\p{L}")
_HAN = regex.compile(r"\p{Han}")  # one is a word
_LETTERS = regex.compile(r"(?:\P{L}*+\p{L}){4}")
_ALONE = regex.compile(
    r"^(?:[A-Z]|[IVXLC]{1,6}|[\d,\s–-]+\)|(?:E?S-)?\d{1,4}/\d{1,3})\.?$"
)  # a letter or the number of a resolution above its heading, the end of a wrapped one
_FIGURES = regex.compile(
    r"(?:(?:[A-Z]{2,3})?+[\p{Sc}~<>≈+−–-]*+\s?+\d[\d.,:/–-]*+"
    r"(?:\s?(?:%|[a-zA-Z]{1,2}\b|\p{Latin}*illion|per\scent))?+\s*+)++"
)  # "64%", "US$ 1.2m": what large type says of a report, with a word on each below
_LINK = regex.compile(r"https?:|www\.|@\S+\.")  # links are in colour, and no headings
_BRACKETED = regex.compile(r"\s*[\[(][^\[\]()]*[\])]\s*$")
BOLD = 0.85
"""Share of its characters from which a line is bold."""
ITALIC = 0.6
"""Share of its characters from which a line is in italics."""
_AT_MARGIN = 3.0  # points
_PRINTED = 120  # characters: no printed line has more, and a heading in italics seldom as many
_CENTRED = 90  # characters: a number in the middle of a longer line is no heading's
_WRAPPED = 3  # lines behind the first: more of them in capitals at the margin are text
_WORDS = 3  # of a full line of text, in a narrow column
_SCOPE = 2  # words of the name of an annex or part
_LEAD = 2  # spaces between the words of a line that leads in what follows
_SAME = 1.0  # points: lines of an indented block begin no further apart
_FIRST_LINE = 8.0  # points: a first line that begins further in than the line above
_INDENT = 18.0  # points: centred lines are at least so far from the margins
_NEAR = 1.5  # of the font size: lines of one heading stand no further apart
_COLOURED = 0.1  # share of the lines of text: where more are set in a colour, it tells nothing
_INDENTED = 2  # first lines of paragraphs, which are indented alike
_NUMBER_LENGTH = 6  # characters before the tab behind the longest number of a heading


class Emphasis:
    """Knows which lines of the text stand out.

    Attributes:
        places: Where the lines stand among those of the text, by their indexes.
    """

    def __init__(self, body: list[Item], measures: Measures, underlined: frozenset[int]) -> None:
        """Take the lines, their measures, and the indexes of those that are underlined as a whole."""
        self.body = body
        self.measures = measures
        self.underlined = underlined
        self._known: dict[int, bool] = {}
        self.places = {item.index: at for at, item in enumerate(body)}
        self._indents = self._find_indents()
        self._in_colour = self._is_colour_rare()

    def _find_indents(self) -> frozenset[tuple[Side, int]]:
        """Return where numbers of paragraphs are indented: full lines begin there, as no centred one."""
        count = Counter(
            (item.side(), round(item.line.left))
            for item in self.body
            if item.rel > _INDENT
            and item.text[:1].isdigit()
            and self.measures.right(item) - item.line.right < _INDENT
        )
        return frozenset(place for place, number in count.items() if number >= _INDENTED)

    def _is_colour_rare(self) -> bool:
        """Whether colour tells something: hardly a line of the text is set in one."""
        if not any(item.line.coloured for item in self.body):
            return False
        prose = [item for item in self.body if item.is_prose() and self.measures.is_body_size(item)]
        return sum(item.line.coloured for item in prose) <= _COLOURED * len(prose)

    def is_strong(self, item: Item) -> bool:
        """Whether the line is set apart from running text."""
        known = self._known.get(item.index)
        if known is None:
            known = self._known[item.index] = self._stands_out(item)
        return known

    def _stands_out(self, item: Item) -> bool:
        line, text = item.line, item.text.strip()
        if item.inner and item.index not in self.underlined:
            return False  # many
        if line.role:
            return line.role in ("heading", "title")
        if text[:1].isdigit() and are_below_one(text):
            return True  # of recommendations, above a reply to them
        worded = text[:4].isalpha() and len(text) > 3  # most lines: no figures begin so
        many = worded or sum(map(str.isalpha, text[:8])) > 3 or _LETTERS.match(text, endpos=200) is not None
        few = not many and len(_LETTER.findall(text, endpos=200)) < 2 and not _HAN.match(text)
        bare = (" " not in text and _LINK.search(text)) or (not worded and _FIGURES.fullmatch(text))
        if (few or bare) and not (line.bold >= BOLD and _ALONE.match(text)):
            return False
        return (
            self._is_set_apart(item)
            or (many and in_capitals(text) and self._heads_in_capitals(item, text))
            or _is_scope_alone(item, text)
            or self._heads_in_middle(item, text)
            or (line.coloured and many and not line.linked and self._heads_in_colour(item))
        )

    def _is_set_apart(self, item: Item) -> bool:
        """Whether a line is in bold, larger or in italics, or underlined, whatever stands around it."""
        line, text = item.line, item.text.strip()
        if _is_bold(line) or self.measures.is_larger(item) or _heads_in_italics(line, text):
            return True
        return item.index in self.underlined and not ("\t" in text[_NUMBER_LENGTH:] or MARKER.match(text))

    def _heads_in_capitals(self, item: Item, text: str) -> bool:
        """Whether a line in capitals, no remark, stands in the middle or alone, or has a number."""
        return not _BRACKETED.fullmatch(text) and (
            bool(item.line.starts_block)
            or self.measures.is_centred(item)
            or ENUMERATOR.match(text) is not None
            or read_scope(text) is not None
            or self._names_scope(item)
            or self._ends_in_middle(item)
            or self._stands_alone(item)
        )

    def _heads_in_colour(self, item: Item) -> bool:
        """Whether a line in the face of the text is set in a colour and stands apart, right above text."""
        if not self._in_colour or item.line.starts_block is not None or _LINK.search(item.text):
            return False
        at = self.places[item.index]
        first, end = at, at + 1
        while at - first < _WRAPPED and self._goes_on_in_colour(first - 1):
            first -= 1
        while end - first <= _WRAPPED and self._goes_on_in_colour(end - 1):
            end += 1
        below = self.body[end] if end < len(self.body) else None
        leads = first > 0 and self.body[first - 1].ends_in(COLONS)  # to a link
        if leads or end - first > _WRAPPED or below is None or below.gap is None:
            return False
        return self.measures.stands_apart(self.body[first]) and (
            self._is_text(below) or ENUMERATOR.match(below.text) is not None or self._is_set_apart(below)
        )

    def _goes_on_in_colour(self, at: int) -> bool:
        """Whether a line in a colour goes on in the next one."""
        if at < 0 or at + 1 >= len(self.body):
            return False
        item, below = self.body[at], self.body[at + 1]
        near = below.gap is not None and below.gap <= _NEAR * below.line.size
        return near and item.line.coloured and below.line.coloured and below.is_set_in(item.line.size)

    def _heads_in_middle(self, item: Item, text: str) -> bool:
        """Whether a line in the face of the text stands in the middle and has a number or an annex."""
        return (
            self.measures.is_centred(item)
            and len(text) < _CENTRED
            and bool(read_scope(text) or CHAPTER.match(text) or ENUMERATOR.match(text) or is_titled(text))
            and not self._in_block(item)
            and (item.side(), round(item.line.left)) not in self._indents
        )

    def _names_scope(self, item: Item) -> bool:
        """Whether a line stands right below "ANNEX II" in capitals, as its title."""
        at = self.places[item.index]
        above = self.body[at - 1] if at else None
        return (
            above is not None
            and above.page == item.page
            and in_capitals(above.text)
            and read_scope(above.text) is not None
        )

    def _ends_in_middle(self, item: Item) -> bool:
        """Whether a line, too full to tell, goes on in capitals in the middle of the text and of its own."""
        at = self.places[item.index] + 1
        below = self.body[at] if at < len(self.body) else None
        return (
            below is not None
            and not self.measures.stands_apart(below)
            and in_capitals(below.text)
            and self.measures.is_centred(below)
            and abs(_middle(item) - _middle(below)) < _AT_MARGIN
        )

    def _stands_alone(self, item: Item) -> bool:
        """Whether a line where the text begins has room above, and text, an act or a heading follows.

        It has room below as well, or was ended on purpose, or the text begins further in, or with a number
        further out; it may begin behind a number. Lines of capitals below each other are one.
        """
        at = self.places[item.index]
        first, end = at, at + 1
        while at - first < _WRAPPED and self._goes_on(first - 1):
            first -= 1
        while end - first <= _WRAPPED and self._goes_on(end - 1):
            end += 1
        below = self.body[end] if end < len(self.body) else None
        if below is None or below.gap is None:
            return False
        if not (self._is_text(below) or ENUMERATOR.match(below.text) or self._is_set_apart(below)):
            return False
        top, left = self.body[first], item.line.left
        edges = *self.measures.edges(item), below.line.left, below.line.text_left
        at_margin = left < min(edges) or any(abs(left - edge) < _AT_MARGIN for edge in edges)
        return (
            at_margin
            and self.measures.stands_apart(top)
            and (
                self.measures.stands_apart(below)
                or self.measures.ended_early(self.body[end - 1], below)
                or below.line.left > left + _FIRST_LINE
                or (below.line.left < left - _FIRST_LINE and below.text[:1].isdigit())
            )
        )

    def _is_text(self, item: Item) -> bool:
        """Whether a line is one of text: in a narrow column, one of some words that ends at the margin.

        It may be short where it leads in what follows: "The paragraph should read:".
        """
        return item.is_prose() or is_enacting(item.text) or self._is_full(item) or _leads_in(item)

    def _is_full(self, item: Item) -> bool:
        return len(item.text.split()) >= _WORDS and self.measures.right(item) - item.line.right < _INDENT

    def _goes_on(self, at: int) -> bool:
        """Whether a line in capitals goes on in the next one, where it begins itself."""
        if at < 0 or at + 1 >= len(self.body):
            return False
        item, below = self.body[at], self.body[at + 1]
        return (
            not self.measures.stands_apart(below)
            and abs(item.line.left - below.line.left) < _SAME
            and in_capitals(item.text)
            and in_capitals(below.text)
        )

    def _in_block(self, item: Item) -> bool:
        """Whether the line above or below begins at the same place, or the text goes on at the margin.

        Such a line is indented, not centred.
        """
        at = self.places[item.index]
        beside = self.body[max(at - 1, 0) : at] + self.body[at + 1 : at + 2]
        if any(other.page == item.page and abs(other.line.left - item.line.left) < _SAME for other in beside):
            return True
        below = self.body[at + 1] if at + 1 < len(self.body) else None
        if below is None or below.page != item.page:
            return False
        hangs = item.line.text_left > item.line.left and abs(below.line.left - item.line.text_left) < _SAME
        return hangs or self.measures.opens_block(item, below)


def _is_scope_alone(item: Item, text: str) -> bool:
    """Whether a paragraph is no more than "Annex II" or "Part Two", in formats that flow."""
    return item.line.starts_block is True and len(text.split()) <= _SCOPE and read_scope(text) is not None


def _middle(item: Item) -> float:
    return (item.line.left + item.line.right) / 2


def _leads_in(item: Item) -> bool:
    return item.text.endswith(":") and item.text.count(" ") >= _LEAD and not in_capitals(item.text)


def _is_bold(line: Line) -> bool:
    """Whether a line is bold, but for a remark in brackets at its end, as "[agenda item 8]"."""
    if line.bold >= BOLD or line.bold < 0.5:
        return line.bold >= BOLD and not runs_in(line)
    return line.bold_lead > 0 and bool(_BRACKETED.match(line.text, line.bold_lead))


def runs_in(line: Line) -> bool:
    """Whether plain words go on behind the bold ones that a paragraph begins with: "Lights. The"."""
    lead, rest = line.text[: line.bold_lead].rstrip(), line.text[line.bold_lead :].strip()
    return lead.endswith((".", ":")) and rest[:1].isupper() and not rest.endswith(".")


def _heads_in_italics(line: Line, text: str) -> bool:
    """Whether a short line in italics has no letter of a sub-paragraph with words in small letters."""
    if line.italic < 0.9 or not (line.starts_block or len(text) < _PRINTED):
        return False
    marker = MARKER.match(text)
    return marker is None or (
        (text[0] in "(–—-" or text[0].islower()) and text[marker.end() : marker.end() + 1].isupper()
    )


def same_look(a: Item, b: Item) -> bool:
    """Whether two lines have one size, weight, slope and ink."""
    return (
        abs(a.line.size - b.line.size) < 0.8
        and (a.line.bold >= 0.5) == (b.line.bold >= 0.5)
        and (a.line.italic >= ITALIC) == (b.line.italic >= ITALIC)
        and a.line.coloured == b.line.coloured
    )
