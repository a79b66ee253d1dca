"""A paragraph that leads to a list of others -> a sentence that says how they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.addresses import Address, number_key
from indexer.grammar.usual_places import read_usual_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Record
    from indexer.store import StoreReader


def below(reader: StoreReader, name: str, record: Record, numbers: Iterable[int]) -> str | None:
    """Return which numbered paragraphs stand below one: the recommendations that paragraph 96 announces.

    Args:
        reader: Of the index.
        name: Of the document, with the part in which the paragraph stands.
        record: The paragraph.
        numbers: The engine's numbers of all that stands in the document.
    """
    held = set(numbers)
    found = [
        parsed.number
        for term in reader.terms("address", f"{record.address.casefold()}.")
        if (parsed := read_usual_address(term) or Address.try_parse(term))
        and held.intersection(reader.numbers("address", term))
    ]
    if not found:
        return None
    found.sort(key=number_key)
    if len(found) == 1:
        return f"one more stands below it: {name}, para. {found[0]}"
    return f"{len(found):,} more stand below it: {name}, paras. {found[0]}-{found[-1]}"
