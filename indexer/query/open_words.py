"""A word with open letters -> the terms of the index that it stands for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from indexer.errors import QuerySyntaxError
from indexer.query.terms import Slot, beginning, is_open, shape
from indexer.query.tree import Prefix
from indexer.store.analysis import WHOLE_FORM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.query.tree import Fuzzy, OpenPhrase, Wildcard
    from indexer.store import StoreReader

MAX_WORDS = 5_000
"""Words that one open word may stand for; a prefix of three letters stands for some 300 in 100,000
paragraphs."""


def words_like(reader: StoreReader, field: str, term: str, node: Prefix | Fuzzy, text: str) -> Slot:
    """Return the terms that begin like one, or differ from it in a few letters."""
    if isinstance(node, Prefix):
        return _few(reader.terms(field, term), term, node, text)
    similar = reader.similar(field, term.removeprefix(WHOLE_FORM), node.distance)
    return _few((WHOLE_FORM + form for form in similar), term, node, text)


def words_of_shape(
    reader: StoreReader, field: str, slot: Slot, node: Wildcard | OpenPhrase, text: str
) -> Slot:
    """Return the terms of the shape of one with wildcards; another one stays as it is."""
    (term,) = slot
    if not is_open(term):
        return slot
    fits = shape(term).fullmatch
    return _few((known for known in reader.terms(field, beginning(term)) if fits(known)), term, node, text)


def _few(found: Iterable[str], term: str, node: Prefix | Fuzzy | Wildcard | OpenPhrase, text: str) -> Slot:
    """Return the terms of an open word, unless they are too many; itself, which is nowhere, for none."""
    slot = frozenset(islice(found, MAX_WORDS + 1))
    if len(slot) > MAX_WORDS:
        start = max(text.find(node.text), 0)
        raise QuerySyntaxError(
            f"“{node}” stands for more than {MAX_WORDS:,} words; give more letters",
            source=text,
            span=(start, start + len(node.text) + 1),
        )
    return slot or frozenset([term])
