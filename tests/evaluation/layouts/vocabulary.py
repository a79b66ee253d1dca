"""What the words of one language are, and how it prints."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
"""Digits to those that Arabic has had longer."""
PAGES = {"es": "Página"}
"""What running heads say for a page, where it is not "Page"."""
_CAPITALS = ("", *"ABCDEFGH")


class Manner(NamedTuple):
    """How a language prints.

    Attributes:
        space: Between two sentences, and what else stands one behind the other.
        signs: Its own sign for a stop, a comma, a colon, a semicolon and a slash, where it has one.
        quotes: Around a quotation.
        money: A sum.
        date: Of day, month and year.
        chapters: Numbers of chapters.
        sections: Those of what chapters are divided into.
        behind: What stands behind the number of a chapter, of a section, and of what is below.
        letters: Of sub-paragraphs.
        points: Of what stands below them.
        letter: What stands around both.
    """

    space: str = " "
    signs: Mapping[str, str] = MappingProxyType({})
    quotes: str = "“”"
    money: str = "${}"
    date: str = "{day} {month} {year}"
    chapters: tuple[str, ...] = ROMAN
    sections: tuple[str, ...] = _CAPITALS
    behind: tuple[str, str, str] = (". ", ". ", ". ")
    letters: str = "abcd"
    points: tuple[str, ...] = ("i", "ii")
    letter: str = "({})"

    def sign(self, sign: str) -> str:
        """The sign of this language for one of English."""
        return self.signs.get(sign, sign)


class Vocabulary(NamedTuple):
    """The words of one language.

    Attributes:
        subjects: Who acts; the first letter is a capital where a sentence begins with it.
        verbs: With the word that leads to what was said.
        topics: What it is about.
        predicates: What holds for it.
        tails: What a sentence may end with; "{n}" is a number, "{y}" a year, "{d}" a date, "{m}" money,
            "{s}" a symbol.
        openings: What a sentence may begin with, as above.
        titles: Of chapters and sections.
        names: What parts of a report are called.
        months: Some of them.
        manner: How the language prints.
    """

    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    topics: tuple[str, ...]
    predicates: tuple[str, ...]
    tails: tuple[str, ...]
    openings: tuple[str, ...]
    titles: tuple[str, ...]
    names: dict[str, str]
    months: tuple[str, ...]
    manner: Manner = Manner()


def listed(text: str) -> tuple[str, ...]:
    """The entries of a text between bars."""
    return tuple(entry.strip() for entry in text.split("|"))
