"""Articles, prepositions, pronouns and the like, in the six languages."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from indexer.grammar.data_files import read_data


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Return the words by the two letters of their language."""
    lists = msgspec.json.decode(read_data("function_words.json"), type=dict[str, str])
    return {language: frozenset(words.split()) for language, words in lists.items()}
