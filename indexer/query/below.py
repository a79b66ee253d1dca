"""A list and the paragraph that announces it -> sentences that lead from the one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.addresses import Address, number_key
from indexer.grammar.usual_places import read_usual_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Record
    from indexer.store import StoreReader

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
