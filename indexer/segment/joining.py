"""Lines -> running text: hyphens at line ends, spaces, and note marks taken out with their places kept."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.characters import DOUBTFUL_SPACE, TORN, WIDE
from indexer.segment.hyphens import HYPHEN_END, HYPHENS, WORD_START, is_broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.segment.items import Item

_NARROW = regex.compile(f"([{DOUBTFUL_SPACE}{TORN}])")
# (?r): what stands at the end is looked for from there
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}]+$")
_LETTER_END = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}’'.-])\p{Ll}$")
_LETTER_START = regex.compile(r"^\p{Ll}(?![\p{L}\p{M}\p{N}’'.-])")
_ANY_LETTER = frozenset(string.ascii_lowercase + "àéèóабвежикосуя")  # may be a word by itself
_TAIL = 80  # characters: longer than any word or address that a line end may break
_CLOSING = regex.compile(r"[,.)]+(?=\s|$)|-\p{L}|’\p{L}")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th|er|ère|ème)(?![\p{L}\p{N}])")  # raised behind a number
_SPACE = regex.compile(r"[\s\u00a0]+")
_CELL_SPACE = regex.compile(r"[^\S\t]+")
_CELL_END = regex.compile(r" ?\t ?")
_NO_SPACE_ENDS = ("–", *"-/._=?&#%")  # the characters that the pattern below can end with
_BRACKET_HYPHENS = (")-", "”-", "’-")
_STOPS = frozenset(".,;:")
_SUSPENDED = frozenset({"and", "or", "to", "et", "ou", "y", "o", "и", "или"})  # "short- and long-term"
_NO_SPACE_END = regex.compile(r"(?:\d[–-]|[\p{L}\d]/|(?:https?://|www\.)\S*[-/._=?&#%])$")
_LETTER_HYPHEN = regex.compile(r"\p{L}-$")
_SLASH_START = regex.compile(r"^/[\p{Lu}\p{N}]")  # a symbol may be broken before a slash: "A/79", "/110"
_CJK = regex.compile(rf"[{WIDE}]")
_WIDE_SIGN = regex.compile(r"[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20]")  # brings its own room
_WIDE_LATIN = regex.compile(r"^[\p{L}\p{N}(“\"‘]")


class MarkSpot(NamedTuple):
    """A note mark taken out of the text: the mark, and the offset where it stood."""

    mark: str
    at: int


class TextBuilder:
    """Builds the text of one record from its lines.

    Attributes:
        text: What was built so far.
        spots: Note marks taken out.
        dropped: Visible characters of the lines that do not stand in the text: marks, broken hyphens.
        made: Visible characters of the text that do not stand in the lines: computed labels.
    """

    def __init__(self, words: frozenset[str], *, hyphenates: bool = False, cells: bool = False) -> None:
        """Take the words of the document, lower case, and whether it breaks words at line ends.

        They decide which hyphens were put in to break a line. In a table the tabs between cells stay.
        """
        self.words = words
        self.hyphenates = hyphenates
        self.evened = _cells_apart if cells else _single_spaced
        self.text = ""
        self.spots: list[MarkSpot] = []
        self.dropped = 0
        self.made = 0

    def add_words(self, words: str) -> None:
        """Append a line without marks."""
        clean = _single_spaced(self._settle(words)).strip()
        if clean:
            self._join(clean, block=False)

    def add(
        self, item: Item, offset: int, marks: Sequence[tuple[int, int, str]], *, block: bool, label: str = ""
    ) -> None:
        """Append a line from the given offset; the marks (start, end, mark) in it are taken out.

        Args:
            item: The line.
            offset: Where its words begin.
            marks: Note marks to take out.
            block: Whether a new block begins, on a line of its own.
            label: A list label that the format does not store, to be shown in front.
        """
        if not marks and not label:  # most lines
            clean = self.evened(self._settle(item.text[offset:])).lstrip(" ").rstrip()
            if clean:
                self._join(clean, block=block)
            return
        fresh = True
        for words, mark in self._parted(item.text, offset, marks):
            clean = self.evened(self._settle(words))
            if fresh:
                clean = clean.lstrip(" ")
                if clean:
                    self._join(f"{label} {clean}" if label else clean, block=block)
                    self.made += sum(not ch.isspace() for ch in label) if label else 0
                    fresh = False
            elif clean:
                self._append_behind_mark(clean)
            if mark:
                self.text = self.text.rstrip(" ")
                self.spots.append(MarkSpot(mark, len(self.text)))
        self.text = self.text.rstrip()

    def _parted(
        self, source: str, at: int, marks: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[str, str]]:
        """Give the pieces of a line from an offset on, each with the mark behind it, none behind the last."""
        for start, end, mark in marks:
            if start >= at:
                yield source[at:start], mark
                self.dropped += sum(not ch.isspace() for ch in source[start:end])
                at = end
        yield source[at:], ""

    def _settle(self, words: str) -> str:
        """Return the words with doubtful spaces taken out where they break a word of the document."""
        if DOUBTFUL_SPACE not in words and TORN not in words:
            return words
        text, *rest = _NARROW.split(words)
        for at in range(0, len(rest), 2):
            space, piece = rest[at], rest[at + 1]
            tail = text[-_TAIL:]
            left, right = _LAST_WORD.search(tail), WORD_START.match(piece)
            # no line ends with a dash that is written as a hyphen
            broken = (
                bool(_CLOSING.match(piece) or _WIDE_SIGN.match(piece))
                or (piece == "-" and at + 2 == len(rest))
                or (text[-1:].isdecimal() and bool(_ORDINAL.match(piece)))
            )
            if right and text[-1:] == "-" and text[-2:-1].isalpha() and right.group() not in _SUSPENDED:
                broken = True
            elif left and right:
                broken = self._is_torn(left.group(), right.group(), space) or self._is_letter(tail, piece)
            text += piece if broken else " " + piece
        return text

    def _is_torn(self, left: str, right: str, space: str) -> bool:
        """Whether two pieces are one word of the document, and not both words themselves.

        Where the file has no space between them and others have one, it is enough that both are none.
        """
        pieces = {left.lower(), right.lower()}
        if (left + right).lower() in self.words:
            return not pieces <= self.words
        return space == TORN and right.islower() and pieces.isdisjoint(self.words)

    def _is_letter(self, text: str, piece: str) -> bool:
        """Whether text ends, or a piece begins, with a small letter that is no word by itself."""
        lone = _LETTER_END.search(text) or _LETTER_START.match(piece)
        return lone is not None and lone.group() not in self.words

    def _append_behind_mark(self, words: str) -> None:
        if self.text and not self.text[-1].isspace() and _WIDE_LATIN.match(words):
            self.text += " "
        self.text += words if not self.text.endswith(" ") else words.lstrip()

    def _join(self, words: str, *, block: bool) -> None:
        if not self.text:
            self.text = words
        elif block:
            self.text += "\n" + words
        else:
            glue = self._glue(words)  # may take a hyphen off the text
            self.text += glue + words

    def _glue(self, words: str) -> str:
        """Return what stands between the text and the next line; a broken word loses its hyphen."""
        tail = self.text[-_TAIL:]
        match = HYPHEN_END.search(tail) if tail.endswith(HYPHENS) else None
        following = WORD_START.match(words) if match else None
        if match and following:
            if following.group() in _SUSPENDED and words[following.end() : following.end() + 1] != "-":
                return " "  # but "day-" and "to-day" are one word
            soft = self.text[-1] == "\u00ad"
            broken = is_broken(match[1], following.group(), self.words)
            if soft or broken or (broken is None and self.hyphenates):
                self.text = self.text[:-1]
                self.dropped += 1
            return ""
        if words[0] in _STOPS and not words[1:2].isalnum():
            return ""  # the mark of a note stood in front of it
        if tail.endswith(_BRACKET_HYPHENS) and words[0].islower():
            return ""  # "(LNG)-" and "fuelled"
        if tail.endswith(_NO_SPACE_ENDS) and (
            _NO_SPACE_END.search(tail) or (words[0].isdigit() and _LETTER_HYPHEN.search(tail))
        ):
            # the stop behind an address ends its sentence
            return " " if tail[-1] == "." and words[0].isupper() else ""
        if words[0] == "/" and (tail[-1].isdecimal() or tail[-1].isupper()) and _SLASH_START.match(words):
            return ""
        last = tail[-1]
        if not last.isascii() and _CJK.match(last) and (_CJK.match(words[0]) or _WIDE_SIGN.match(last)):
            return ""
        return " "


def join_lines(lines: Iterable[str]) -> str:
    """Return lines without marks as running text.

    >>> join_lines(["Report on the twenty-", "first session"])
    'Report on the twenty-first session'
    """
    builder = TextBuilder(_ANY_LETTER)
    for line in lines:
        builder.add_words(line)
    return builder.text


def _single_spaced(words: str) -> str:
    if "  " not in words and words.isprintable():
        return words  # every other space than a blank counts as unprintable
    return _SPACE.sub(" ", words)


def _cells_apart(words: str) -> str:
    r"""Return the words one space apart, and cells one tab.

    >>> _cells_apart("Northern  coast \t 1 204\t311 893")
    'Northern coast\t1 204\t311 893'
    """
    return _CELL_END.sub("\t", _CELL_SPACE.sub(" ", words))
