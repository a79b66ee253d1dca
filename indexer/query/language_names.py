"""What a person calls a language -> its code."""

from __future__ import annotations

from indexer.store.terms import language_key

_NAMES = {
    "arabic": "ar", "العربية": "ar", "عربي": "ar", "english": "en", "spanish": "es", "español": "es",
    "espanol": "es", "castellano": "es", "french": "fr", "français": "fr", "francais": "fr",
    "russian": "ru", "русский": "ru", "chinese": "zh", "中文": "zh", "汉语": "zh",
}  # fmt: skip
"""The official languages in English and in themselves, with and without accents."""

_LIKENESS = 0.75
"""Share of equal letters from which a language is proposed (difflib's ratio)."""


def nearest_language(name: str) -> str:
    """Return the name of a language that another is a slip of, or empty.

    >>> nearest_language("Frensh"), nearest_language("Latvian")
    ('French', '')
    """
    import difflib  # noqa: PLC0415 - only for what is no language

    close = difflib.get_close_matches(language_key(name), _NAMES, n=1, cutoff=_LIKENESS)
    return close[0].capitalize() if close else ""


def language_code(name: str) -> str:
    """Return the code of a language as it is compared, for a code or the name of an official language.

    >>> language_code("French"), language_code("FR"), language_code("Espanol")
    ('fr', 'fr', 'es')
    """
    key = language_key(name)
    return _NAMES.get(key, key)
