"""Text made comparable, with the way back: how names and texts are folded before one is sought in the other.

Two foldings. The plain one keeps case and replaces spaces, dashes, apostrophes, accents and Arabic letter
variants one for one, and drops what is not seen (soft hyphens, vowel signs, the second of two spaces). The
loose one starts from it, lowers case, takes a hyphen for a space, and cuts Russian words to their stems,
because Russian names are inflected.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    import regex

_DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u2032\u00b4\uff07"
ARABIC_SPELLINGS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"}
"""Spellings that Arabic texts mix: alef with and without hamza, two kinds of final ya, ta marbuta and ha."""

ARABIC_ARTICLE = "ال"

_UNSEEN_RANGES = (
    (0x00AD, 0x00AD), (0x0300, 0x036F), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2060), (0x2066, 0x2069), (0xFEFF, 0xFEFF),
)  # fmt: skip
"""Soft hyphen, combining marks, Arabic vowel signs and lengthening stroke, and what steers direction."""

_UNSEEN = frozenset(chr(code) for first, last in _UNSEEN_RANGES for code in range(first, last + 1))
_DROPPED = lazy(rf"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _UNSEEN_RANGES)}]+|(?<= ) +")
_ASCII_REPLACED = (("`", "'"), *((char, " ") for char in "\t\n\r\v\f"))
_OTHER_LETTERS = 1.5
"""Bytes of UTF-8 for each character from which a text is taken to be in other letters than Latin ones."""

_IDEOGRAPHS = "\u2e80"
"""From here on nothing is folded."""
_BEYOND_ASCII = lazy(r"[^\x00-\x7F]+")
_CYRILLIC_WORD = lazy(r"(?<![\u0400-\u04ff])[\u0400-\u04ff]{3,40}(?![\u0400-\u04ff])")
"""Words worth cutting; what is longer than forty letters is none."""

_ACCENTED = ((0x00C0, 0x0250), (0x1E00, 0x1F00), (0x0401, 0x0402), (0x0451, 0x0452))
"""Latin letters with marks, and the Cyrillic letter yo, which most texts print without its dots."""


class Folded(msgspec.Struct, frozen=True, gc=False):
    """Folded text, and for each of its characters (and its end) the offset in the text it was made from.

    offsets is None when nothing was dropped, so that offsets are the same.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def origin(self, offset: int) -> int:
        """Return the offset in the text this was made from."""
        return offset if self.offsets is None else self.offsets[offset]


def fold_plain(text: str) -> Folded:
    """Return text with its case, and one spelling for spaces, dashes, apostrophes and accented letters."""
    replaced = _replaced(text)
    if "  " not in replaced and _UNSEEN.isdisjoint(_beyond_ascii(replaced)):
        return Folded(replaced)
    return _without(replaced, [match.span() for match in _DROPPED.finditer(replaced)])


def fold_loose(plain: Folded) -> Folded:
    """Return a plain folding in lower case, hyphens as spaces, Russian words cut to their stems."""
    text = plain.text
    lowered = text.lower()
    if len(lowered) != len(text):  # the dotted capital I of Turkish becomes two characters
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    lowered = lowered.replace("-", " ")
    if lowered.isascii() or not _CYRILLIC_WORD.search(lowered):
        return Folded(lowered)
    stem = _russian_stemmer()
    spans = []
    for match in _CYRILLIC_WORD.finditer(lowered):
        end = match.start() + len(stem(match.group()))
        if end < match.end():
            spans.append((end, match.end()))
    return _without(lowered, spans)


def key_of(name: str) -> str:
    """Return what all spellings of a name have in common: folded loosely, one space between words."""
    if name.isascii():  # most of thousands of names, and the same in a tenth of the time
        folded = name.lower().replace("-", " ").replace("`", "'")
    else:
        folded = fold_loose(fold_plain(name)).text
    return " ".join(folded.split())


def name_key(name: str) -> str:
    """Return the key of a name without an Arabic article."""
    key = key_of(name)
    return key.removeprefix(ARABIC_ARTICLE) if is_arabic(key) else key


def is_arabic(key: str) -> bool:
    """Tell whether a key begins with an Arabic letter."""
    return "\u0621" <= key[:1] <= "\u064a"


def is_cyrillic(key: str) -> bool:
    """Tell whether a key begins with a Cyrillic letter."""
    return "\u0400" <= key[:1] <= "\u04ff"


@lru_cache(maxsize=4096)
def first_letter(name: str) -> str:
    """Return the first letter or digit of a name or its key, folded; one letter for all that is Arabic.

    >>> first_letter("«État»"), first_letter("etat"), first_letter("")
    ('e', 'e', '')
    """
    first = next(filter(str.isalnum, name), "")
    if first >= _IDEOGRAPHS:
        return first
    return ARABIC_ARTICLE[0] if is_arabic(first) else key_of(first)[:1]


def acronym_key(acronym: str) -> str:
    """Return an acronym as typed, save for the kind of its dashes and apostrophes."""
    if acronym.isalnum() and acronym.isascii():  # nearly all
        return acronym
    return fold_plain(acronym).text.strip()


def _without(text: str, spans: list[tuple[int, int]]) -> Folded:
    """Return text without the spans, and where each remaining character stood."""
    if not spans:
        return Folded(text)
    pieces = []
    offsets: list[int] = []
    at = 0
    for start, end in spans:
        pieces.append(text[at:start])
        offsets.extend(range(at, start))
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return Folded("".join(pieces), tuple(offsets))


def _replaced(text: str) -> str:
    """Return text with every character that has a replacement replaced, one for one.

    Only what lies beyond ASCII is translated, which is little in most languages.
    """
    if not text.isascii():
        if _is_in_other_letters(text):
            return text.translate(_replacements())
        text = _BEYOND_ASCII.sub(_replaced_match, text)
    for char, plain in _ASCII_REPLACED:
        if char in text:
            text = text.replace(char, plain)
    return text


def _replaced_match(match: regex.Match[str]) -> str:
    return _replaced_run(match[0])


@lru_cache(maxsize=8192)
def _replaced_run(run: str) -> str:
    """Return what stands for characters side by side: the same few marks and letters again and again."""
    return run.translate(_replacements())


def _beyond_ascii(text: str) -> str:
    """Return the characters beyond ASCII, perhaps with others: what takes less time."""
    if text.isascii():
        return ""
    return text if _is_in_other_letters(text) else "".join(_BEYOND_ASCII.findall(text))


def _is_in_other_letters(text: str) -> bool:
    return len(text.encode("utf-8", "replace")) > _OTHER_LETTERS * len(text)


@cache
def _replacements() -> dict[int, str]:
    """Return what stands for each character that is replaced one for one."""
    table = {ord(char): "-" for char in _DASHES}
    table |= {ord(char): "'" for char in _APOSTROPHES}
    table |= {ord(char): plain for char, plain in _ASCII_REPLACED}
    table |= {ord(char): letter for char, letter in ARABIC_SPELLINGS.items()}
    table |= dict.fromkeys(map(ord, "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"), " ")
    table |= dict.fromkeys(range(0x2000, 0x200B), " ")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of pairs, which no automaton takes
    for first, behind in _ACCENTED:
        for code in range(first, behind):
            base = unicodedata.normalize("NFD", chr(code))[0]
            if base != chr(code):
                table[code] = sys.intern(base)
    return table


@cache
def _russian_stemmer() -> Callable[[str], str]:
    """Return a stemmer for Russian whose stems are beginnings of the words.

    Snowball is applied until nothing more falls off: one pass cuts "устав" and "устава" at different places.
    """
    import Stemmer  # noqa: PLC0415 - loaded only for text in Cyrillic

    stemmer = Stemmer.Stemmer("russian")

    @lru_cache(maxsize=65536)
    def stem(word: str) -> str:
        found: str = stemmer.stemWord(word)
        while found and found != word and word.startswith(found):
            word, found = found, stemmer.stemWord(found)
        return word

    return stem
