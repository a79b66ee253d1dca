"""A word -> what its forms have in common.

Snowball knows the endings of English, French, Spanish and Russian; where it leaves forms of one word apart,
they are evened out:

- French plurals in -us, -os and -eux ("détenus", "lieux") and the two common ones in -ois, where "chinois" is
  none, and feminines in -ive, -trice and some in -euse ("active", "directrice", "rapporteuse");
- Spanish plurals that are cut elsewhere than the word ("mujeres", "años", "voces"). To cut until nothing more
  falls off would join these too, but also "manera" with "mañana";
- a vowel that comes and goes in Russian ("пытка", "пыток"; "беженец", "беженцы").

Snowball's Arabic cuts "القانون" and "قانون", "النساء" and "والنساء" differently, so that stemmer is our own.
It is a light one: the article and the endings of number, gender and owner come off, roots are not sought. A
letter at the beginning may be "and", "to", "in", "like" or part of the word ("وزير", "ووزير"), so both
readings count.
"""

from __future__ import annotations

import threading
from typing import Any

import regex

SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
"""Snowball's name for each language that it covers well."""

_FRENCH_WOMEN = regex.compile(r"(?:(?<=rapport|travaill|cherch|d[ée]fens)eus|(?<=..t)ric)es?$")
"""Other words in -euse are adjectives in -eux."""

_FRENCH_PLURAL = regex.compile(r"(?<=..[ou]|^(?:emp)?loi)s$")
_FRENCH_X = regex.compile(r"(?<=..eu)x$")
_FRENCH_ENDS = {"if": "iv", "publiqu": "public"}
_SPANISH_PLURAL = regex.compile(r"(?<=[aeiouáéíóú][djlnry])es$")
_SPANISH_PLURAL_LEFT = regex.compile(r"(?<=..[aeo])s$")
_RUSSIAN_VOWEL = regex.compile(r"(?<=..[бвгджзклмнпрстфхцчшщ])(?:[ое](?=к$)|е(?=ц$))")

_HAMZA = str.maketrans("ؤئ", "ءء")
"""Where a hamza sits depends on the ending: "أعضاء", "أعضائه", "أعضاؤه"."""

_ONTO = "وبلك"
"""Single letters that are written onto a word."""

_SHORTEST = 3
"""Letters that are a word without the one that is written onto it."""

_ARTICLE = regex.compile(r"^[وف]?(?:[بك]?ال|لل)(?:ال)?(?=..)")
"""With what is written onto it; the second one belongs to a word such as "التزام", and is taken off with and
without an article before it."""

_TO_THE = regex.compile(r"^[وف]?ل(?=ل..)")
"""Before a word that begins with "l", the letters of its article are not all written: "للجنة"."""

_OWNER = regex.compile(r"(?<=...)(?:ها|هما|هم|هن|(?<![اوي])نا|(?<=ت)ه)$")
_ENDING = regex.compile(r"(?<=..)(?:ات|[ةه])$|(?<=....)(?:ون|ين)$|(?<=...)(?:انا?|وا|(?<!علي)ا|ت)$")
_TO = frozenset(["الي", "الى", "إلي", "إلى"])
"""The commonest preposition, else the same as "آلية" without its ending."""

_local = threading.local()


def cut(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of a folded word; none where nothing is known of its language's endings.

    >>> cut("mujeres", "es"), cut("пыток", "ru"), cut("ووزير", "ar"), cut("Rechte", "de")
    (('muj',), ('пытк',), ('ووزير', 'وزير'), ())
    """
    if language == "ar":
        return _cut_arabic(word)
    stemmer = _stemmer(language)
    if stemmer is None:
        return ()
    even = _EVEN.get(language)
    return (even(word, stemmer) if even else str(stemmer.stemWord(word)),)


def _even_french(word: str, stemmer: Any) -> str:
    word = _FRENCH_WOMEN.sub("eur", word)
    stem = str(stemmer.stemWord(word))
    if stem == word:
        stem = str(_FRENCH_PLURAL.sub("", stem))
    for end, other in _FRENCH_ENDS.items():
        if stem.endswith(end):
            return stem.removesuffix(end) + other
    return str(_FRENCH_X.sub("", stem))


def _even_spanish(word: str, stemmer: Any) -> str:
    stem = _SPANISH_PLURAL_LEFT.sub("", str(stemmer.stemWord(_SPANISH_PLURAL.sub("", word))))
    return stem[:-1] + "c" if word.endswith("z") else stem


def _even_russian(word: str, stemmer: Any) -> str:
    return str(_RUSSIAN_VOWEL.sub("", str(stemmer.stemWord(word))))


_EVEN = {"fr": _even_french, "es": _even_spanish, "ru": _even_russian}


def _cut_arabic(word: str) -> tuple[str, ...]:
    word = word.translate(_HAMZA)
    readings = [_ARTICLE.sub("", word)]
    if readings[0] == word and word[:1] in _ONTO:
        readings.append(_ARTICLE.sub("", word[1:]))
    elif _TO_THE.search(word):
        readings.append(_TO_THE.sub("", word))
    first, *others = [_without_ending(reading) for reading in readings]
    return (first, *(stem for stem in others if len(stem) >= _SHORTEST))


def _without_ending(word: str) -> str:
    stem = str(_ENDING.sub("", _OWNER.sub("", word)))
    return "ال" if stem in _TO else stem


def _stemmer(language: str) -> Any:
    """Return this thread's stemmer: they keep state and may not be shared."""
    name = SNOWBALL.get(language)
    if name is None:
        return None
    known: dict[str, Any] | None = getattr(_local, "stemmers", None)
    if known is None:
        known = _local.stemmers = {}
    if name not in known:
        import Stemmer  # noqa: PLC0415 - loaded only where words are stemmed

        known[name] = Stemmer.Stemmer(name, 0)
    return known[name]
