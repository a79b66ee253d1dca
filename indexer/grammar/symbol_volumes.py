"""The part, volume or section behind a symbol, as the languages other than English print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import to_roman
from indexer.grammar.number_words import CHINESE, ORDINAL, word_value
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    import regex

_VOLUMES: Final = {
    "Part": r"partie|parte(?!ight)|часть|الجزء|部分",
    "Vol.": r"volumen?|tom[eo]|том|المجلد|卷",
    "Sect.": r"secc\.|sección|разд\.|раздел|الباب|款",
}
"""What is printed in English, and for it in the other languages."""
_WORDS: Final = {word: lazy(rf"第|{others}|part", ignore_case=True) for word, others in _VOLUMES.items()}
_PART: Final = rf"(?:{_VOLUMES['Part']}|{_VOLUMES['Vol.']})"
_BRACKET: Final = lazy(
    rf"\(\s?((?:{ORDINAL})\s?{_PART}|{_PART}\s?(?:[IVX]{{1,5}}|\d{{1,2}}|{ORDINAL})"
    rf"|(?:{_VOLUMES['Sect.']})\s?\d{{1,2}}[A-Z]?|第\s?(?:{CHINESE}|\d{{1,2}})\s?(?:部分|卷|款)"
    r"|part\s?(?:one|two|three|four|five|six|seven|eight|nine|ten))\s?\)",
    ignore_case=True,
)
"""As in "(Première partie)", "(Часть I)", "(第一部分)", and "(Part One)"."""
_SIGNS: Final = (
    "partie", "parte", "partf", "parto", "partt", "partni", "partse", "partsi", "tom", "volum", "secc",
)  # fmt: skip
"""Of such words in plain letters: "(Part I)" and most other brackets have none, and need no pattern."""
_LONGEST: Final = 30
"""Characters in the brackets."""


def volume_end(text: str, position: int) -> int:
    """Return where a bracket that stands at a position, or behind a space there, ends; else the position."""
    opening = position + text.startswith(" ", position)
    bracket = _bracket(text, opening) if text.startswith("(", opening) else None
    return bracket.end() if bracket else position


def volume_in_english(compact: str) -> str:
    """Return a symbol without spaces with what its last bracket says in English.

    >>> volume_in_english("A/62/40(Premiervolume)"), volume_in_english("A/62/40(Vol.I)")
    ('A/62/40(Vol.I)', 'A/62/40(Vol.I)')
    >>> volume_in_english("A/62/40(PartEight)"), volume_in_english("A/62/40(Octavaparte)")
    ('A/62/40(PartVIII)', 'A/62/40(PartVIII)')
    """
    opening = compact.rfind("(")
    bracket = _bracket(compact, opening) if opening >= 0 else None
    if bracket is None:
        return compact
    named = bracket[1]
    word = next(word for word, pattern in _WORDS.items() if pattern.search(named.removeprefix("第")))
    number = _WORDS[word].sub("", named)
    value = word_value(number)
    value = to_roman(int(value)) if value != number and value.isdigit() else value.upper()
    return f"{compact[:opening]}({word}{value}){compact[bracket.end() :]}"


def _bracket(text: str, opening: int) -> regex.Match[str] | None:
    """Return the part, volume or section in the bracket that opens there."""
    within = text[opening : text.find(")", opening, opening + _LONGEST) + 1]
    is_sign = not within.isascii() or any(sign in within.lower().replace(" ", "") for sign in _SIGNS)
    return _BRACKET.match(text, opening) if is_sign else None
