"""Which records are cited by their article: the paragraphs of treaties, statutes and declarations."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from indexer.grammar.addresses import Address
from indexer.grammar.characters import roman_value
from indexer.grammar.number_words import word_value
from indexer.grammar.section_numbers import printed_articles
from indexer.grammar.usual_places import read_usual_address
from indexer.segment.scopes import read_scope

if TYPE_CHECKING:
    from indexer.model import Record

_LEAST = 2  # articles: a report that answers on one of a treaty has no articles of its own
_LONGEST = 2  # digits of the number of a paragraph as it is cited behind its article
_HEADING = regex.compile(
    r"\[?\P{N}{1,12}?(?<=[\s第])(?P<n>\d{1,3}|[IVX]{1,7}|(?i:premier|1er|primero))(?:\s?条)?"
    r"(?:[.\]]{0,2}$|[.:]?[\s\t]+(?:[–—-]\s+)?[\p{Lu}\p{Lo}«“\"].*|\s?[(（]\p{L}.*)"
)
"""An article by its number alone, or with a title; not "Article 5-1", "Article 5 and 6", "Article 5 (2)"."""


class _Place(NamedTuple):
    """Where a record stands: the annexes and the like around it, what else numbers its own, and its article.

    Attributes:
        within: The scope without the last restart.
        restarts: Whether its numbers begin again without a title.
        named: Whether its headings name an article, wherever.
        number: In the heading right above it, in digits or roman, empty where that is none of an article.
        value: The same as a number, to be compared: I and 1 are one.
    """

    within: tuple[str, ...]
    restarts: bool
    named: bool
    number: str
    value: int


def with_articles(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return the records of a document, each with its article where "art. 5 (2)" or "art. 5" means it alone.

    Numbers begin again in articles that count their own paragraphs. Where one number goes on through several,
    as in the report of a State, each paragraph is cited by it; and no article is cited whose number comes
    twice, as in a file of two treaties.
    """
    known = {section: _article_of(section) for section in {one.section for one in records}}
    if not any(number for number, _ in known.values()):
        return records  # nearly all documents
    places = [_place(record, *known[record.section]) for record in records]
    own = _own(records, places)
    headings: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    meant: Counter[tuple[int, str | None]] = Counter()
    for record in records:
        for printed in printed_articles(record.section):
            value = _value(printed)
            headings[value].add(record.section[: _depth(record.section, value)])
            meant.update([(value, None), (value, record.number or "")])

    def is_alone(record: Record, place: _Place) -> bool:
        number = record.number
        if not place.number or place.within not in own or record.kind not in ("paragraph", "text"):
            return False
        if number is not None and not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST):
            return False  # "art. 3 (3 quater)" is not cited so
        return len(headings[place.value]) == 1 and meant[place.value, number] == 1

    return tuple(
        msgspec.structs.replace(record, article=place.number) if is_alone(record, place) else record
        for record, place in zip(records, places, strict=True)
    )


def _article_of(section: tuple[str, ...]) -> tuple[str, bool]:
    """Return the number of the article that the last of some headings is, and whether any names one."""
    named = bool(printed_articles(section))
    match = _HEADING.fullmatch(section[-1].strip()) if named and printed_articles(section[-1:]) else None
    number = match["n"] if match else ""
    return (number if number.isupper() else word_value(number)), named


def _depth(section: tuple[str, ...], value: int) -> int:
    """Return how many headings lead to an article, with its own."""
    found = (
        at for at, text in enumerate(section, 1) if any(_value(n) == value for n in printed_articles([text]))
    )
    return next(found, len(section))


def _value(number: str) -> int:
    """Return a number of an article as it is compared, 0 for what is none in digits or roman."""
    value = word_value(number)
    return int(value) if value.isdecimal() else roman_value(value) or 0


def _place(record: Record, number: str, named: bool) -> _Place:  # noqa: FBT001  # one of two that go together
    address = read_usual_address(record.address) or Address.try_parse(record.address)
    scope = address.scope if address is not None else ()
    restarts = bool(scope) and scope[-1][0] == "s" and scope[-1][1:].isdecimal()
    within = scope[:-1] if restarts else scope
    if not within and any(map(read_scope, record.section[:-1])):
        number = ""  # of an annex that its address does not name
    return _Place(within, restarts, named, number, _value(number))


def _own(records: tuple[Record, ...], places: list[_Place]) -> set[tuple[str, ...]]:
    """Return the scopes whose articles are the document's own.

    Some of them count their paragraphs, and no numbers go through several of them.
    """
    counted: dict[tuple[str, ...], set[int]] = defaultdict(set)
    through: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for record, place in zip(records, places, strict=True):
        if place.number:
            counted[place.within].add(place.value)
        if record.number is not None and not place.restarts and record.kind != "item":
            through[place.within].add(place.value if place.named else -1)
    restarted = {place.within for place in places if place.restarts and place.number}
    return {
        scope
        for scope in restarted
        if len(counted[scope]) >= _LEAST and len(through[scope]) < _LEAST and -1 not in through[scope]
    }
