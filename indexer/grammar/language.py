"""The language of a document."""

from __future__ import annotations

import functools
from typing import Any

import regex

OFFICIAL = {
    "ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
"""The official languages of the United Nations, by their two letters."""

_SCRIPTS = (
    ("ja", regex.compile(r"[\p{Hiragana}\p{Katakana}]"), 0.05),
    ("zh", regex.compile(r"\p{Han}"), 0.3),
    ("ar", regex.compile(r"\p{Arabic}"), 0.4),
)
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
# among the languages in Cyrillic letters only Russian writes these and none beside the Russian alphabet
_RUSSIAN = regex.compile(r"[ыэЫЭ]")
_NOT_RUSSIAN = regex.compile(r"[[\p{Cyrillic}]--[А-Яа-яЁё]]", regex.V1)
_WORDS = regex.compile(r"\p{L}+")
_COMMON = {
    language: frozenset(words.split())
    for language, words in (
        ("en", "the of and to in for that by with"),
        ("fr", "le les des du et dans une pour aux sur par"),
        ("es", "el los las del y una por para con"),
        ("de", "der die und den von zu das mit im auf ist dem ein"),
        ("it", "il di del della dei delle che per gli alla nel dal sono"),
        ("nl", "het een van op te dat voor met zijn niet aan"),
        ("pt", "os da do das dos em ao uma com não pelo pela"),
    )
}
"""Words that make up a fifth of a text in their language; no other language has more than a few of them."""

_ANY_COMMON = frozenset().union(*_COMMON.values())

_TELLING = (
    ("cs", regex.compile(r"[ěřů]"), 0.01),
    ("da", regex.compile(r"(?<!\p{L})af(?!\p{L})"), 0.004),
    ("hu", regex.compile(r"[őű]"), 0.005),
    ("pl", regex.compile(r"ł"), 0.01),
)
"""What only one of the likely languages writes, and half the share of the letters that it has in a text."""

_CYRILLIC_SHARE = 0.4  # of the letters
_MARKED = 0.005  # of the letters: ы and э are a fortieth of a Russian text
_FOREIGN = 0.01  # of the letters: names from other languages
_MANY = 0.1  # of the words: less is found in lists and tables, which are left to statistics
_FEW = 0.3  # of the share of the first language: more is found in languages akin to it
_ENOUGH = 20  # words, for a share that means something
# languages in which reports are likely; among all that the statistics know, dialects win over their standard
_LANGUAGES = (
    "ar bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko lt lv mk mn ms nl no "
    "pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh"
)
# natural logarithms; of titles of a dozen words they raise what is right from .82 to .98 in English, from
# .90 to .91 in French and from .86 to .97 in Spanish; in longer texts the statistics outweigh them
_LIKELIER = {"en": 11, "fr": 8, "es": 8, "ru": 8, "ar": 8, "zh": 8}
_SAMPLE = 3000  # characters: between 1,000 and 6,000 all answers on the real documents tried are the same


@functools.cache
def _identifier() -> Any:
    import py3langid  # noqa: PLC0415 -- loads a model

    py3langid.set_languages(_LANGUAGES.split())
    return py3langid


def guess_language(text: str) -> str:
    """Return two letters for the language of a text, "und" of one without letters.

    Scripts that belong to one official language decide at once, and so do the commonest words where they are
    frequent enough, and letters of one language alone; for anything else there are statistics, which take
    half a second to load.
    """
    return sure_language(text) or _likely_language(_sample(text))


def sure_language(text: str) -> str | None:
    """Return two letters for the language of a text as guess_language() does, None where statistics decide.

    >>> sure_language("маяки и лодки: эти огни"), sure_language("light")
    ('ru', None)
    """
    sample = _sample(text)
    signs = "".join(set(sample))  # few texts have any of another script
    if not any(map(str.isalpha, signs)):
        return "und"
    for language, script, share in _SCRIPTS:
        if script.search(signs) and len(script.findall(sample)) > share * _letters(sample):
            return language
    if _CYRILLIC.search(signs) and _is_russian(sample):
        return "ru"
    return _by_common_words(sample) or _by_telling_signs(sample)


def _sample(text: str) -> str:
    return text if len(text) <= _SAMPLE else text[len(text) // 3 :][:_SAMPLE]


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _likely_language(sample: str) -> str:
    # of letters that they have never met the statistics say the same of each language
    scores = {
        name: (score + (likelier := _LIKELIER.get(name, 0)), likelier)
        for name, score in _identifier().rank(sample)
    }
    return str(max(scores, key=scores.__getitem__))


def _is_russian(sample: str) -> bool:
    """Whether a text is in Cyrillic letters, has those of Russian, and hardly any others."""
    letters = len(_CYRILLIC.findall(sample))
    return (
        letters > _CYRILLIC_SHARE * _letters(sample)
        and len(_RUSSIAN.findall(sample)) >= _MARKED * letters
        and len(_NOT_RUSSIAN.findall(sample)) <= _FOREIGN * letters
    )


def leads(text: str, language: str) -> bool:
    """Whether more of the commonest words of a language stand in a text than of any other akin to it.

    English is akin to none.

    >>> leads("M. Larue, Conseiller pour les phares", "fr"), leads("Sig. Rossi, per il mare", "fr")
    (True, False)
    """
    if language not in _COMMON:
        return guess_language(text) == language
    shares = {name: share for share, name in _common_shares(_WORDS.findall(text.lower()))}
    return all(shares[language] > shares[other] for other in shares if other not in (language, "en"))


def _by_common_words(sample: str) -> str | None:
    """Return the language whose commonest words fill a text, None where that leaves any doubt.

    English is like no other: where its words stand beside those of another language, the text is in both.
    """
    words = _WORDS.findall(sample.lower())
    if len(words) < _ENOUGH:
        return None
    (second, other), (most, language) = _common_shares(words)[-2:]
    is_clear = second <= _FEW * most or "en" in (language, other)
    return language if most >= _MANY and is_clear else None


def _common_shares(words: list[str]) -> list[tuple[float, str]]:
    """Return the share of the words that are among the commonest of each language, the least first."""
    telling = list(filter(_ANY_COMMON.__contains__, words))  # half of them
    shares = (
        (sum(map(common.__contains__, telling)) / max(1, len(words)), language)
        for language, common in _COMMON.items()
    )
    return sorted(shares)


def _by_telling_signs(sample: str) -> str | None:
    """Return the language that alone has signs which stand all over a text."""
    lowered = sample.lower()
    if len(_WORDS.findall(lowered)) < _ENOUGH:
        return None
    letters = _letters(sample)
    found = (name for name, signs, share in _TELLING if len(signs.findall(lowered)) >= share * letters)
    return next(found, None)
