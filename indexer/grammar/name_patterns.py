"""The names and acronyms of a gazetteer -> the patterns that are found in text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.name_folding import acronym_key, fold_plain, is_arabic, is_cyrillic, key_of, name_key
from indexer.grammar.name_matching import Matcher, Pattern

if TYPE_CHECKING:
    from indexer.grammar.gazetteer import Gazetteer

_SHORT_NAME = 3
"""Words up to which both ends of a name must be capitals: "World Bank" against "World banks"."""


_ENDINGS = "аяйь"
"""Last letters of Russian nouns that other cases do not have."""


def make_matcher(gazetteer: Gazetteer) -> Matcher:
    """Return what finds every name, in every spelling, and every acronym."""
    listed = [_name_pattern("", name) for name in gazetteer.elsewhere]
    listed += [
        _name_pattern(entity.id, name, general=entity.generic) for entity, name in gazetteer.spellings()
    ]
    names = {(pattern.key, pattern.begins): pattern for pattern in listed}
    languages: dict[str, set[str]] = {}
    for entity in gazetteer.entities:
        for language, acronyms in entity.acronyms.items():
            for acronym in acronyms:
                languages.setdefault(acronym_key(acronym), set()).add(language)
    return Matcher(
        tuple(names.values()),
        [_acronym_pattern(gazetteer, *entry) for entry in languages.items()],
        gazetteer.numbered,
    )


def _acronym_pattern(gazetteer: Gazetteer, acronym: str, languages: set[str]) -> Pattern:
    return Pattern(
        key=acronym,
        entity=gazetteer.acronym_ids[acronym],
        languages=frozenset(languages),
        word=acronym in gazetteer.words,
        others=frozenset(gazetteer.ambiguous.get(acronym, ())) - {""},
    )


def _name_pattern(entity: str, name: str, *, general: bool = False) -> Pattern:
    key = name_key(name)
    plain = fold_plain(name).text
    words = plain.replace("-", " ").split()
    short = 1 < len(words) <= _SHORT_NAME and words[-1][0].isupper()
    return Pattern(
        key=key,
        entity=entity,
        first=words[0][0].isupper(),
        last=len(key.split()[-1]) if short else 0,
        general=general,
        arabic=is_arabic(key_of(name)),
        begins=_without_ending(words[0].lower()) if len(words) == 1 and is_cyrillic(key) else "",
    )


def _without_ending(word: str) -> str:
    """Return the beginning of a Russian noun that all its cases have."""
    return word[:-1] if word[-1] in _ENDINGS else word
