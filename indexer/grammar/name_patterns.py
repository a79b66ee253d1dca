"""The names and acronyms of a gazetteer -> the patterns that are found in text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.name_folding import acronym_key, fold_plain, is_arabic, key_of, name_key
from indexer.grammar.name_matching import Matcher, Pattern

if TYPE_CHECKING:
    from indexer.grammar.gazetteer import Entity, Gazetteer

_SHORT_NAME = 3
"""Words up to which both ends of a name must be capitals: "World Bank" against "World banks"."""


def make_matcher(gazetteer: Gazetteer) -> Matcher:
    """Return what finds every name, in every spelling, and every acronym."""
    names = {
        pattern.key: pattern
        for entity, name in gazetteer.spellings()
        for pattern in [_name_pattern(entity, name)]
    }
    languages: dict[str, set[str]] = {}
    for entity in gazetteer.entities:
        for language, acronyms in entity.acronyms.items():
            for acronym in acronyms:
                languages.setdefault(acronym_key(acronym), set()).add(language)
    return Matcher(
        tuple(names.values()), [_acronym_pattern(gazetteer, *entry) for entry in languages.items()]
    )


def _acronym_pattern(gazetteer: Gazetteer, acronym: str, languages: set[str]) -> Pattern:
    return Pattern(
        key=acronym,
        entity=gazetteer.acronym_ids[acronym],
        languages=frozenset(languages),
        word=acronym in gazetteer.words,
        others=frozenset(gazetteer.ambiguous.get(acronym, ())) - {""},
    )


def _name_pattern(entity: Entity, name: str) -> Pattern:
    key = name_key(name)
    words = fold_plain(name).text.replace("-", " ").split()
    short = 1 < len(words) <= _SHORT_NAME and words[-1][0].isupper()
    return Pattern(
        key=key,
        entity=entity.id,
        first=words[0][0].isupper(),
        last=len(key.split()[-1]) if short else 0,
        general=entity.generic,
        arabic=is_arabic(key_of(name)),
    )
