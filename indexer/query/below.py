"""A list, what announces it and what answers it -> sentences that lead from the one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.addresses import Address, number_key
from indexer.grammar.usual_places import read_usual_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Record
    from indexer.store import StoreReader

_ADDENDA = 3
"""Of a report of a review, at most: the first answers it, others correct that or add to it."""

LISTED = frozenset({"item", "recommendation"})
"""Kinds of records that a paragraph above them announces."""


def below(reader: StoreReader, name: str, record: Record, numbers: Iterable[int]) -> str | None:
    """Return which numbered paragraphs stand below one: the recommendations that paragraph 96 announces.

    Args:
        reader: Of the index.
        name: Of the document, with the part in which the paragraph stands.
        record: The paragraph.
        numbers: The engine's numbers of all that stands in the document.
    """
    held = set(numbers)
    found = {
        parsed.number: under
        for term in reader.terms("address", f"{record.address.casefold()}.")
        if (parsed := read_usual_address(term) or Address.try_parse(term))
        and (under := held.intersection(reader.numbers("address", term)))
    }
    if not found:
        return None
    ordered = sorted(found, key=number_key)
    first, last = ordered[0], ordered[-1]
    one, several = "para.", "paras."
    stem, _, item = first.rpartition(".")
    if reader.record_at(min(found[first])).number == item:  # printed "27.", not "99.27."
        one, several = f"para. {stem}, item", f"para. {stem}, items"
        first, last = item, last.rpartition(".")[2]
    if len(found) == 1:
        return f"one more stands below it: {name}, {one} {first}"
    return f"{len(found):,} more stand below it: {name}, {several} {first}-{last}"


def above(reader: StoreReader, record: Record, numbers: Iterable[int]) -> str | None:
    """Return what the paragraph says that announces a recommendation: whether it was accepted, as a rule."""
    from indexer.query.snippets import cut  # noqa: PLC0415 - most references need it not

    stem = record.address.rpartition(".")[0]
    under = set(numbers).intersection(reader.numbers("address", stem.casefold())) if stem else ()
    announcing = [reader.record_at(number) for number in sorted(under)]
    if not announcing:
        return None
    number = announcing[0].number
    return f"under {f'para. {number}: ' if number else ''}{cut(announcing[0].text, ())}"


def answered(reader: StoreReader, record: Record) -> str | None:
    """Return where an addendum answers a recommendation that was left for later, as far as it is held."""
    if record.position != "pending" or record.symbol is None or record.number is None:
        return None  # most records
    from indexer.query.cite import citation_of  # noqa: PLC0415 - few are asked for
    from indexer.query.documents import numbers_of_symbol  # noqa: PLC0415 - as above
    from indexer.store.terms import number_key as number_term  # noqa: PLC0415 - as above

    numbered = set(reader.numbers("number", number_term(record.number)))
    for nth in range(1, _ADDENDA + 1):
        bearing = numbers_of_symbol(reader, f"{record.symbol}/Add.{nth}".casefold())
        answers = [reader.record_at(number) for number in bearing if number in numbered]
        answer = min(answers, key=lambda one: one.language != record.language, default=None)
        if answer is not None:
            said = f": {answer.position}" if answer.position else ""
            return f"answered in {citation_of(answer)}{said}"
    return None
