"""Lines -> running text: hyphens at line ends, spaces, and note marks taken out with their places kept."""

from __future__ import annotations

import string
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.characters import DOUBTFUL_SPACE, TORN, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.segment.items import Item

_NARROW = regex.compile(f"([{DOUBTFUL_SPACE}{TORN}])")
# (?r): what stands at the end is looked for from there
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}]+$")
_LETTER_END = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}’'.-])\p{Ll}$")
_LETTER_START = regex.compile(r"^\p{Ll}(?![\p{L}\p{M}\p{N}’'.-])")
_ANY_LETTER = frozenset(string.ascii_lowercase + "àéèóабвежикосуя")  # may be a word by itself
_TAIL = 80  # characters: longer than any word or address that a line end may break
_BROKEN = regex.compile(rf"(?<!\S)\S++(?:[{DOUBTFUL_SPACE}{TORN}]\S++)+")
_COMPOUND = regex.compile(r"(?<![\p{L}-])\p{L}+-\p{L}+(?![\p{L}-])")
_CLOSING = regex.compile(r"[,.)]+(?=\s|$)|-\p{L}|’\p{L}")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th|er|ère|ème)(?![\p{L}\p{N}])")  # raised behind a number
_SPACE = regex.compile(r"[\s\u00a0]+")
_CELL_SPACE = regex.compile(r"[^\S\t]+")
_CELL_END = regex.compile(r" ?\t ?")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_ALIKE = 4  # letters that the forms of a word have in common at least
_OFTEN = 3  # words broken at line ends that a document has at least which breaks words
_SHARE = 0.025  # of its lines that end so (measured: below .01 where only compounds are, above .06 elsewhere)
HYPHENS = ("-", "‐", "\u00ad")
"""What breaks a word at the end of a line."""
_NO_SPACE_ENDS = ("–", *"-/._=?&#%")  # the characters that the pattern below can end with
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_HYPHEN_END = regex.compile(r"(?r)([\p{L}\p{M}]+)[-‐\u00ad]$")
_SHORT_END = regex.compile(r"(?r)(?<![\p{L}\p{M}])\p{L}{1,3}[-‐\u00ad]$")
_WORD_START = regex.compile(r"^[\p{L}\p{M}]+")
_HUNG = frozenset({"либо", "нибудь", "таки"})  # always behind a hyphen, which a line may end with
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
        source = item.text
        if not marks and not label:  # most lines
            clean = self.evened(self._settle(source[offset:])).lstrip(" ").rstrip()
            if clean:
                self._join(clean, block=block)
            return
        at = offset
        pieces: list[tuple[str, str]] = []
        for start, end, mark in marks:
            if start < at:
                continue
            pieces.append((source[at:start], mark))
            self.dropped += sum(not ch.isspace() for ch in source[start:end])
            at = end
        pieces.append((source[at:], ""))
        fresh = True
        for words, mark in pieces:
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

    def _settle(self, words: str) -> str:
        """Return the words with doubtful spaces taken out where they break a word of the document."""
        if DOUBTFUL_SPACE not in words and TORN not in words:
            return words
        text, *rest = _NARROW.split(words)
        for at in range(0, len(rest), 2):
            space, piece = rest[at], rest[at + 1]
            tail = text[-_TAIL:]
            left, right = _LAST_WORD.search(tail), _WORD_START.match(piece)
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
        match = _HYPHEN_END.search(tail) if tail.endswith(HYPHENS) else None
        following = _WORD_START.match(words) if match else None
        if match and following:
            if following.group() in _SUSPENDED and words[following.end() : following.end() + 1] != "-":
                return " "  # but "day-" and "to-day" are one word
            soft = self.text[-1] == "\u00ad"
            broken = _is_broken(match[1], following.group(), self.words)
            if soft or broken or (broken is None and self.hyphenates):
                self.text = self.text[:-1]
                self.dropped += 1
            return ""
        if tail.endswith(_NO_SPACE_ENDS) and (
            _NO_SPACE_END.search(tail) or (words[0].isdigit() and _LETTER_HYPHEN.search(tail))
        ):
            return ""
        if words[0] == "/" and (tail[-1].isdecimal() or tail[-1].isupper()) and _SLASH_START.match(words):
            return ""
        if _CJK.match(self.text[-1]) and (_CJK.match(words[0]) or _WIDE_SIGN.match(self.text[-1])):
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


def _is_broken(left: str, right: str, words: frozenset[str]) -> bool | None:
    """Whether a hyphen between two pieces only breaks a line, None where the document does not tell.

    It is kept in a compound that the document has elsewhere, or of two words that it has.

    >>> _is_broken("achieve", "ments", frozenset({"achieve", "achieving"}))
    True
    >>> _is_broken("multi", "stakeholder", frozenset({"stakeholder"})) is None
    True
    """
    left, lower = left.lower(), right.lower()
    if f"{left}-{lower}" in words or not right[:1].islower() or lower in _HUNG:
        return False
    if left + lower in words or _has_form(left + lower, words):
        return True
    return False if left in words and lower in words else None


def _has_form(word: str, words: frozenset[str]) -> bool:
    """Whether a word is another form of one of the words, as English makes them.

    Other languages break so many words at line ends that documents tell it by themselves.
    """
    alike = _by_start(words).get(word[:_ALIKE])
    if alike is None:
        return False
    import Stemmer  # noqa: PLC0415 - most documents need none

    stemmer = Stemmer.Stemmer("english")  # one for each call: threads may not share it
    return stemmer.stemWord(word) in stemmer.stemWords(alike)


@lru_cache(maxsize=1)
def _by_start(words: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[:_ALIKE]].append(word)
    return dict(found)


def hyphenates(items: Sequence[Item], words: frozenset[str]) -> bool:
    """Whether a document breaks words at line ends, as Russian ones do, and English ones hardly ever.

    A short one has few of them whole elsewhere, but lines that end so on every page.
    """
    broken = kept = doubtful = 0
    for at, item in enumerate(items[:-1]):
        if not item.text.endswith(HYPHENS):
            continue
        match, following = _HYPHEN_END.search(item.text), _WORD_START.match(items[at + 1].text)
        if match and following:
            found = _is_broken(match[1], following.group(), words)
            sure = found or (found is None and bool(_CYRILLIC.match(match[1])))
            broken += sure is True
            doubtful += found is None and not sure
            kept += f"{match[1]}-{following.group()}".lower() in words
    if broken + doubtful >= _SHARE * len(items):
        broken += doubtful
    return broken >= _OFTEN and broken > 2 * kept


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


def document_words(items: Iterable[Item]) -> frozenset[str]:
    """Return the words and compounds that stand whole in the lines, lower case.

    Pieces at line ends are left out, and the rest of short ones.
    """
    words: set[str] = set()
    compounds: set[str] = set()
    runs: set[str] = set()
    torn = False  # whether a line may begin with the rest of a word: "об-" above it is one by itself
    for item in items:
        text = item.text.partition(" ")[2] if torn else item.text
        broken = item.text.endswith(HYPHENS)
        torn = broken and _SHORT_END.search(item.text) is not None
        if DOUBTFUL_SPACE in text or TORN in text:
            text = _BROKEN.sub(" ", text)
        if broken:
            words.update(_WORD.findall(text.lower())[:-1])
            compounds.update(_COMPOUND.findall(text.lower()))
        else:
            runs.update(text.split())
    # a document repeats itself: each run of characters is searched once
    words.update(_WORD.findall(" ".join(runs).lower()))
    compounds.update(_COMPOUND.findall(" ".join(run for run in runs if "-" in run).lower()))
    # pieces of "n eed" and the letters of "(a)" are no words, but "a" by itself is one
    alone = {run for run in runs if len(run) == 1 and run.islower()}
    return frozenset(compounds.union((word for word in words if len(word) > 1), alone))
