"""Headings by their words alone: "Article 1", "Article 2", "Article 3" in any language, and "Preamble"."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.addresses import LATIN_SUFFIXES
from indexer.grammar.characters import roman_value
from indexer.grammar.number_words import CHINESE, word_value
from indexer.segment.emphasis import BOLD
from indexer.segment.items import in_capitals
from indexer.segment.line_starts import BULLET, CAPTION, PREAMBLE, is_option
from indexer.segment.scopes import read_scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_LONGEST = 32  # characters
_COUNTED = regex.compile(
    rf"(?P<before>[^\p{{N}}]*?)(?P<n>\p{{Nd}}{{1,3}}|(?<=\s)[IVXLC]{{1,7}}(?!\p{{L}})|(?<=第){CHINESE}(?=条|條))"
    rf"(?:\.(?P<minor>\d{{1,2}}))?(?P<suffix>\s?(?:{'|'.join(LATIN_SUFFIXES)})\b)?"
    r"(?P<stop>\p{P}(?=\s))?(?P<after>[^\p{N}]*)"
)
_NAMED = regex.compile(rf"(?=\S+\s)[^\p{{N}}\t]{{1,{_LONGEST}}}")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]{2}|[\p{Han}\p{Hangul}]")
_WORDS = 3  # beside the number at most: "Kifungu cha 2."
_RUN = 3  # numbers in a row at least
_SAME = 1.0  # points: lines of an indented block begin no further apart
_MANY = 5  # lines with the same word at least


def find_worded(body: Sequence[Item], measures: Measures) -> frozenset[int]:
    """Return where lines hold a number and the same words, and count on, or the name of a preamble.

    A treaty has them above each article, in the face of the text, and a language that nobody has named the
    word in has them too. Lines right below each other are a list, and those with tabs rows of a table.
    Captions of tables, annexes and the like, and options are told elsewhere.
    """
    found = _find_named(body, measures)
    last: dict[tuple[str, str], _Label] = {}
    runs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, item in enumerate(body):
        if item.inner or len(item.text) > _LONGEST:
            continue  # most lines
        text = item.text.strip()
        named, read = PREAMBLE.match(text), _read(text)
        if read and read.stopped and not (item.line.bold >= BOLD or measures.is_centred(item)):
            continue  # "1. Accepted" is a paragraph
        if item.opens_lower() or not (named or read) or not _stands_alone(body, at, measures):
            continue
        if read is None:
            found.add(at)
            continue
        run = runs[read.words]
        if run and (not read.follows(last[read.words]) or at == run[-1] + 1):
            run.clear()
        run.append(at)
        last[read.words] = read
        if len(run) >= _RUN:
            found.update(run[-_RUN:])
    return frozenset(found)


def _find_named(body: Sequence[Item], measures: Measures) -> set[int]:
    """Return where lines in the middle, apart from each other, begin or end with the same word.

    So treaties count in words: "Second article", "Third article". Capitals are told without them.
    """
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, item in enumerate(body):
        if (
            item.inner
            or len(item.text) > _LONGEST
            or not (measures.is_centred(item) and _NAMED.fullmatch(item.text))
        ):
            continue  # most lines
        words = item.text.lower().split()
        if len(words) > _WORDS + 1 or item.opens_lower() or in_capitals(item.text):
            continue
        if _is_in_block(body, at, measures) or _is_second(body, at, measures):
            continue
        for found in (places[words[0], True], places[words[-1], False]):
            if not found or found[-1] < at - 1:
                found.append(at)
    return {at for found in places.values() if len(found) >= _MANY for at in found}


def _is_in_block(body: Sequence[Item], at: int, measures: Measures) -> bool:
    """Whether a line goes on where the one above begins, or the one below: they are set in, not centred."""
    return any(
        not measures.stands_apart(below) and abs(above.line.left - below.line.left) < _SAME
        for above, below in pairwise(body[max(at - 1, 0) : at + 2])
    )


def _is_second(body: Sequence[Item], at: int, measures: Measures) -> bool:
    """Whether a line is the second of a heading in the middle: "... to the work of the / United Nations"."""
    return at > 0 and not measures.stands_apart(body[at]) and measures.is_centred(body[at - 1])


class _Label(NamedTuple):
    """The words before and behind the number of a line, its value, and what follows it.

    Attributes:
        words: Before and behind.
        number: Its value.
        minor: Of the number behind a dot, 0 without one: "Rule 104.2".
        added: Whether it was put in later: "Rule 12 bis".
        stopped: Whether a stop stands behind it.
    """

    words: tuple[str, str]
    number: int
    minor: int
    added: bool
    stopped: bool

    def follows(self, last: _Label) -> bool:
        """Whether a number counts on; of dotted ones, as those of rules are, some may be left out."""
        if self.minor and last.minor:
            return (self.number, self.minor) > (last.number, last.minor)
        return self.number == last.number + (not self.added)


def _read(text: str) -> _Label | None:
    """Return the number of a line and the words around it; None where it has others."""
    match = _COUNTED.fullmatch(text)
    if match is None or "\t" in text or BULLET.match(text) or CAPTION.match(text):
        return None
    if is_option(text) or read_scope(text):
        return None
    words = match["before"].strip().lower(), match["after"].strip().lower()
    beside = " ".join(words)
    if not _WORD.search(beside) or len(beside.split()) > _WORDS:
        return None
    value = roman_value(match["n"]) if match["n"].isalpha() and match["n"].isascii() else None
    number = str(value) if value is not None else word_value(match["n"])
    if not number.isdecimal() or (match["minor"] and not words[0]):
        return None  # "12.1 Accepted" answers a recommendation
    minor, added = int(match["minor"] or 0), match["suffix"] is not None
    return _Label(words, int(number), minor, added, match["stop"] is not None)


def _stands_alone(body: Sequence[Item], at: int, measures: Measures) -> bool:
    """Whether a line is no end of a paragraph."""
    above, item = body[at - 1] if at else None, body[at]
    return (
        above is None
        or item.line.starts_block is True
        or above.page != item.page
        or above.ends_sentence()
        or measures.stands_apart(item)
        or measures.ended_early(above, item)
    )
