"""The language of a record, where it is surely another than that of its document."""

from __future__ import annotations

from functools import lru_cache

import regex

from indexer.grammar.function_words import function_words
from indexer.grammar.language import guess_language, leads

_FEWEST = 20
"""Words, or Chinese characters, of a text that tells its language."""

_FEWER = 12
"""Words that tell the language of a text without one letter in the script of its document."""

_OWN = 0.3
"""Share of function words from which a text is in its document's language: of running text they are half, and
of text in a language akin to it a fourth."""

_SHARES = {"en": 0.25, "fr": 0.25, "es": 0.25, "ru": 0.12, "ar": 0.12}
"""Shares from which a text is in another language; Russian and Arabic say by endings and prefixes what others
say by such words."""

_TIMES = 3
"""How many times as many words of its own another language must have."""

_WORD = regex.compile(r"\p{L}+")
_HAN = regex.compile(r"\p{Han}")
_SCRIPTS = {"ru": regex.compile(r"\p{Cyrillic}"), "ar": regex.compile(r"\p{Arabic}"), "zh": _HAN}
_LATIN = regex.compile(r"\p{Latin}")


def language_of(text: str, own: str) -> str:
    """Return the language that a text is surely in, or that of its document.

    >>> statement = "Los barcos de la costa llegan a los puertos en el invierno, y los faros no se ven desde "
    >>> language_of(statement + "las torres", "en"), language_of("Los Faros, La Torre, El Puerto", "en")
    ('es', 'en')
    """
    lowered = text.lower()
    known = function_words()
    own_words = known.get(own, frozenset())
    words = lowered.split()
    if len(words) >= _FEWEST and _share(words, own_words) >= _OWN:
        return own  # nearly always, and told without a closer look
    if not text.isascii() and len(_HAN.findall(text)) >= _FEWEST:
        return "zh" if guess_language(text) == "zh" else own
    words = _WORD.findall(lowered)
    if len(words) < _FEWEST and (len(words) < _FEWER or _SCRIPTS.get(own, _LATIN).search(text)):
        return own
    shares = {language: _share(words, known[language]) for language in _SHARES if language != own}
    most = max(shares, key=shares.__getitem__)
    if shares[most] < _SHARES[most]:
        return own
    theirs, ours = (_share(words, only) for only in _telling_apart(most, own))
    return most if theirs >= _TIMES * ours and leads(text, most) else own


@lru_cache(maxsize=64)
def _telling_apart(language: str, own: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the function words that each of two languages has and the other has not."""
    known = function_words()
    theirs, ours = known[language], known.get(own, frozenset())
    return theirs - ours, ours - theirs


def _share(words: list[str], among: frozenset[str]) -> float:
    return sum(map(among.__contains__, words)) / len(words)
