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
        dot: Between the numbers of "138.2".
        stop: Behind the number of a paragraph where another form is not wanted.
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
    dot: str = "."
    stop: str = "."

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


class Organ(NamedTuple):
    """An organ: as its acts begin, as it is named as their author, and whoever presides over it."""

    opens: str
    author: str
    president: str


class ActWords(NamedTuple):
    """The words of acts and letters in one language.

    "{d}" is a date, "{o}" the organ, "{n}" and "{p}" numbers. Between "<i>" and "</i>" stands what is in
    italics, where more than the first word may be.

    Attributes:
        organs: Those that adopt.
        participles: Of the preamble.
        verbs: Of operative paragraphs.
        names: What acts are called: a resolution, a draft, a decision.
        titles: Of one act, of several, of an agenda.
        letter: Its title: "{h}" is what it is called, "{s}" sends it, "{t}" receives it.
        heads: What a letter and a note are called, and an annex "{a}" to each.
        senders: Two of them, and the Secretary-General.
        ordinals: Of drafts and annexes.
        annexes: The only annex, one of several, the enclosure.
        adopted: At which meeting, and by which votes.
        leads: What stands above several acts, what was translated, and two posts of envoys.
        corrigendum: Its name, a place, "{x}" that should read "{y}", what announces a text.
        agenda: Its entries, and what its second half is called.
    """

    organs: tuple[Organ, ...]
    participles: tuple[str, ...]
    verbs: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[str, ...]
    letter: str
    heads: tuple[str, ...]
    senders: tuple[str, ...]
    ordinals: tuple[str, ...]
    annexes: tuple[str, ...]
    adopted: tuple[str, ...]
    leads: tuple[str, ...]
    corrigendum: tuple[str, ...]
    agenda: tuple[str, ...]


class MeetingWords(NamedTuple):
    """The words of records of meetings, views and reviews in one language.

    "{n}" is a number, "{m}" another, "{t}" a title, "{p}" a person, "{s}" a State.

    Attributes:
        states: As long a list in each language, as the next two.
        people: Who speaks, without title.
        tongues: That they speak in, as the record says so.
        persons: Three titles, "{p}" being the name.
        chairs: Whoever presides over an assembly, over a committee; "{c}" stands where capitals may.
        said: How a speech begins, and how it is reported, behind the name.
        brackets: Around a State or a language.
        items: An item of the agenda, how one goes on, what stands before its title.
        meetings: What a verbatim and a summary record are called.
        presiding: Who presides, as a first page says it of the one and the other.
        procedure: Where it opens ("{h}" is an hour) and closes, what was decided, who takes the chair.
        vote: That there is one, the three ways, and what comes of it: draft "{d}", "{n}" votes.
        views: Their title, and how an opinion is called, with three ways.
        leads: What stands on the first page of views: four, of which the third is a date.
        phases: Their headings.
        review: Its title, its headings, what announces recommendations, and its last paragraph.
    """

    states: tuple[str, ...]
    people: tuple[str, ...]
    tongues: tuple[str, ...]
    persons: tuple[str, ...]
    chairs: tuple[str, ...]
    said: tuple[str, ...]
    brackets: str
    items: tuple[str, ...]
    meetings: tuple[str, ...]
    presiding: tuple[str, ...]
    procedure: tuple[str, ...]
    vote: tuple[str, ...]
    views: tuple[str, ...]
    leads: tuple[str, ...]
    phases: tuple[str, ...]
    review: tuple[str, ...]


def listed(text: str) -> tuple[str, ...]:
    """The entries of a text between bars."""
    return tuple(entry.strip() for entry in text.split("|"))


def organs(text: str) -> tuple[Organ, ...]:
    """The organs of a text, one on each line."""
    return tuple(Organ(*listed(line)) for line in text.split("\n"))
