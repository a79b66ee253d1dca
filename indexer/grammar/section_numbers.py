"""The numbers of headings, as they are printed and as they are cited: "II.", "Chapter II", "sect. II.A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import fold_characters, roman_value
from indexer.grammar.number_words import ARABIC, word_value
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = r"(?:chapter|section|chapitre|capítulo|sección|глава|раздел|(?:ال)?(?:فصل|فرع))\s+"
_NUMBER: Final = rf"(?P<number>[IVXLC]{{1,7}}|[A-Z]|\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|{ARABIC})"
_HEADING: Final = lazy(
    # "A new agenda" has no number, "Chapter II Agenda" and "B Estimates" have one
    rf"{_WORD}{_NUMBER}(?![\p{{L}}\p{{N}}])|第{_NUMBER}\s?[章节]|{_NUMBER}(?=[.)\],\t]|\s?-\s|\s*$)"
    r"|(?P<number>[IVX]{2,7})(?=\s)|(?-i:(?P<number>[A-Z])(?=\s\p{Lu}\p{Ll}))",
    ignore_case=True,
)
_ARTICLE: Final = lazy(
    rf"(?:article|artículo|статья|(?:ال)?مادة)\s+(?:{_NUMBER}|(?P<number>premier|1er|primero))(?![\p{{L}}\p{{N}}])|第\s?(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s?条",
    ignore_case=True,
)
_STEPS: Final = lazy(r"[.\s]+|\s?-\s?|(?<=\p{Han})(?=[A-Z])")


def section_number(divisions: Iterable[str]) -> str:
    """Return the numbers of divisions inside each other as one: chap. II, sect. B.1 is "II.B.1"."""
    return ".".join(step for division in divisions for step in _STEPS.split(division) if step)


def has_number(section: Sequence[str], number: str) -> bool:
    """Tell whether the headings above a paragraph have these numbers, one right below the other.

    >>> has_number(["Chapter II", "B. Findings"], "2.B"), has_number(["II. Work", "B. Findings"], "B")
    (True, True)
    >>> has_number(["I. Work", "B. Findings"], "II.B")
    False
    """
    wanted = [_key(step) for step in number.split(".")]
    printed = [_key(match["number"]) if (match := _HEADING.match(_plain(line))) else "" for line in section]
    return any(printed[at : at + len(wanted)] == wanted for at in range(len(printed)))


def is_in_article(section: Sequence[str], number: str) -> bool:
    """Tell whether one of the headings above a paragraph is that of an article.

    >>> is_in_article(["Part I", "Article 5"], "V"), is_in_article(["Article premier"], "1")
    (True, True)
    """
    return any(_key(printed) == _key(number) for printed in printed_articles(section))


def is_from_article(section: Sequence[str], number: str) -> bool:
    """Tell whether one of the headings above a paragraph is that of an article, or of one behind it."""
    keys = [_key(printed) for printed in printed_articles(section)]
    first = _key(number)
    return first.isdecimal() and any(key.isdecimal() and int(key) >= int(first) for key in keys)


def printed_numbers(section: Sequence[str]) -> list[str]:
    """Return the numbers that headings begin with, as they are printed."""
    return [match["number"] for line in section if (match := _HEADING.match(_plain(line)))]


def printed_articles(section: Sequence[str]) -> list[str]:
    """Return the numbers of the articles that headings name, as they are printed."""
    return [match["number"] for line in section if (match := _ARTICLE.match(_plain(line)))]


def _plain(heading: str) -> str:
    return fold_characters(heading).strip()


def _key(number: str) -> str:
    """Return a number as it is compared: IV, 4 and "四" are one."""
    value = word_value(number)
    return str(roman_value(value) or value).upper()
