"""Which records are cited by their article: the paragraphs of treaties, statutes and declarations."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from indexer.grammar.addresses import Address
from indexer.grammar.section_numbers import printed_articles
from indexer.grammar.usual_places import read_usual_address

if TYPE_CHECKING:
    from indexer.model import Record

_LEAST = 2  # articles: a report that answers on one of a treaty has no articles of its own


class _Place(NamedTuple):
    """Where a record stands: the annexes and the like around it, what else numbers its own, and its articles.

    Attributes:
        within: The scope without the last restart.
        restarts: Whether its numbers begin again without a title.
        articles: What the headings above it name, outermost first.
    """

    within: tuple[str, ...]
    restarts: bool
    articles: tuple[str, ...]


def with_articles(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return the records of a document, each with its article where "art. 5 (2)" or "art. 5" means it alone.

    Numbers begin again in articles that count their own paragraphs. Where one number goes on through several,
    as in the report of a State, each paragraph is cited by it.
    """
    known = {section: tuple(printed_articles(section)) for section in {one.section for one in records}}
    if not any(known.values()):
        return records  # nearly all documents
    places = [_place(record, known[record.section]) for record in records]
    own = _own(records, places)
    meant: Counter[tuple[tuple[str, ...], str, str | None]] = Counter()
    for record, place in zip(records, places, strict=True):
        for article in set(place.articles):
            for depth in range(len(place.within) + 1):
                outer = place.within[:depth]
                meant[outer, article, None] += 1
                meant[outer, article, record.number or ""] += 1

    def is_alone(record: Record, place: _Place) -> bool:
        if not place.articles or place.within not in own or record.kind not in ("paragraph", "text"):
            return False
        if record.number is not None and not record.number.isdecimal():
            return False  # "art. 3 (3 quater)" is not cited so
        return meant[place.within, place.articles[-1], record.number] == 1

    return tuple(
        msgspec.structs.replace(record, article=place.articles[-1]) if is_alone(record, place) else record
        for record, place in zip(records, places, strict=True)
    )


def _place(record: Record, articles: tuple[str, ...]) -> _Place:
    address = read_usual_address(record.address) or Address.try_parse(record.address)
    scope = address.scope if address is not None else ()
    restarts = bool(scope) and scope[-1][0] == "s" and scope[-1][1:].isdecimal()
    return _Place(scope[:-1] if restarts else scope, restarts, articles)


def _own(records: tuple[Record, ...], places: list[_Place]) -> set[tuple[str, ...]]:
    """Return the scopes whose articles are the document's own: no numbers go through several of them."""
    named: dict[tuple[str, ...], set[str]] = defaultdict(set)
    through: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for record, place in zip(records, places, strict=True):
        if place.articles:
            named[place.within].add(place.articles[-1])
        if record.number is not None and not place.restarts and record.kind != "item":
            through[place.within].add(place.articles[-1] if place.articles else "")
    return {
        scope
        for scope, articles in named.items()
        if len(articles) >= _LEAST and len(through[scope]) < _LEAST and "" not in through[scope]
    }
