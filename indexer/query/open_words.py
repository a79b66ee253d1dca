"""A phrase, or a word with open letters -> the terms of the index that it stands for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from indexer.errors import QuerySyntaxError
from indexer.query.leaf_nodes import OpenPhrase, Phrase, Prefix, Wildcard
from indexer.query.terms import (
    Again,
    beginning,
    is_open,
    opened,
    phrase_spellings,
    shape,
    spellings,
    unstemmed,
)
from indexer.store.analysis import WHOLE_FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.query.leaf_nodes import Fuzzy
    from indexer.query.terms import Slot, Slots
    from indexer.store import StoreReader

MAX_WORDS = 5_000
"""Words that one open word may stand for; a prefix of three letters stands for some 300 in 100,000
paragraphs."""


def ways_to_write(
    reader: StoreReader,
    is_joined: Callable[[str], bool],
    field: str,
    node: Phrase | Prefix | Fuzzy | Wildcard | OpenPhrase,
    text: str,
) -> Sequence[Slots]:
    """Return how a phrase or an open word may stand in a field.

    Args:
        reader: Its terms decide what open words stand for.
        is_joined: Tells whether a term may stand for a word without its hyphens.
        field: One of running text.
        node: What is sought.
        text: The query, to say where an error lies.
    """
    if isinstance(node, Phrase):
        return phrase_spellings(node.text, is_joined)
    if isinstance(node, Wildcard | OpenPhrase):
        return [
            tuple(_words_of_shape(reader, field, slot, node, text) for slot in way)
            for way in phrase_spellings(opened(node.text), is_joined)
        ]
    ways = []
    for *fixed, last in spellings(node.text, unstemmed):
        (form,) = last
        ways.append((*fixed, _words_like(reader, field, form, node, text)))
    return ways


def _words_like(reader: StoreReader, field: str, term: str, node: Prefix | Fuzzy, text: str) -> Slot:
    """Return the terms that begin like one, or differ from it in a few letters."""
    if isinstance(node, Prefix):
        return _few(reader.terms(field, term), term, node, text)
    similar = reader.similar(field, term.removeprefix(WHOLE_FORM), node.distance)
    return _few((WHOLE_FORM + form for form in similar), term, node, text)


def _words_of_shape(
    reader: StoreReader, field: str, slot: Slot, node: Wildcard | OpenPhrase, text: str
) -> Slot:
    """Return the terms of the shape of one with wildcards; another one stays as it is."""
    (term,) = slot
    if not is_open(term):
        return slot
    fits = shape(term).fullmatch
    found = _few((known for known in reader.terms(field, beginning(term)) if fits(known)), term, node, text)
    return Again(found) if isinstance(slot, Again) else found


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
