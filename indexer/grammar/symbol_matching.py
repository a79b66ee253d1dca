"""Where a symbol stands: its parts, its edges, and the case a person typed it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.grammar.patterns import lazy
from indexer.grammar.symbol_series import MODIFIER_WORDS, compile_part
from indexer.grammar.symbol_volumes import volume_end

if TYPE_CHECKING:
    import regex

BEGINNING: Final = lazy(r"[A-Z\[](?<!\[(?!(?:[A-Z]{1,5}/){1,3}\]))[A-Za-z.()\d\[\-]{0,9}+\s?/")
"""Something short with a slash behind it: a cheap sign of where symbols can begin at all."""
MOST_JOINT: Final = 4
"""Documents of four bodies at once exist; more were never seen."""
_LEFT: Final = lazy(
    r"(?<![A-Za-z0-9_/.\-])|(?<=\b(?:undocs|docs\.un)\.org/(?:(?:en|fr|es|ru|zh|ar)/)?)", ignore_case=True
)
_PREFIX: Final = lazy(r"\[(?:[A-Z]{1,5}/){1,3}\]")
_JOINT: Final = lazy(r"\*{0,3}(?:-\s?|\s-(?=\S))")
_STARS: Final = lazy(r"\*{0,3}")
_RIGHT: Final = lazy(
    rf"(?![A-Za-z0-9]|\.?/(?!para|page|annex)\w|(?:\.\d{{1,2}})?-[A-Z]{{1,5}}/|[-.]{MODIFIER_WORDS}\b"
    r"|\.(?:pdf|docx?|html?|txt)\b)|(?=paras?\b)",
    ignore_case=True,
)
_WORD: Final = lazy(r"[A-Za-z]+")
_VOLUME: Final = lazy(r"(Parts?|Vol|Volume|Resumption)([ivxl]*)", ignore_case=True)
_MIXED_NUMERAL: Final = lazy(r"(?=.*[ivxl])(?=.*[IVXL])[IVXLivxl]+")
_OTHER_WORDS: Final = (
    "Sub", "Agenda", "Summary", "Vol", "Part", "Parts", "Sect", "Incomesect", "Introduction", "Findings",
)  # fmt: skip
CANONICAL_WORDS: Final = {
    word.lower(): word for word in (*MODIFIER_WORDS.strip("(?:)").split("|"), *_OTHER_WORDS)
}
"""Words that are not written in capitals."""


def match_symbol(text: str, position: int = 0) -> tuple[tuple[str, ...], int] | None:
    """Return the joint symbols that begin at a position of folded text, and where the last one ends.

    Nothing shorter is tried when what follows spoils the end: "E/CN.4/SR109" is not E/CN.4.
    """
    if not _LEFT.match(text, position):
        return None
    if prefix := _PREFIX.match(text, position):
        position = prefix.end()
    pattern = compile_part()
    parts: list[str] = []
    end = position
    while part := pattern.match(text, position):
        end = volume_end(text, part.end())
        parts.append(text[position:end])
        joint = _JOINT.match(text, end) if len(parts) < MOST_JOINT else None
        if joint is None:
            break
        position = joint.end()
    stars = _STARS.match(text, end)
    end = stars.end() if stars else end
    return (tuple(parts), end) if parts and _RIGHT.match(text, end) else None


def to_canonical_case(text: str, *, keep_mixed: bool = False) -> str:
    """Return text with capitals where symbols have them, at the same offsets.

    Args:
        text: Folded text.
        keep_mixed: Whether words other than those with a case of their own stay as they are ("OzL.Pro").
    """

    def fix(match: regex.Match[str]) -> str:
        word = match[0]
        if known := CANONICAL_WORDS.get(word.lower()):
            return known
        if text[match.start() - 1] == "(" and (volume := _VOLUME.fullmatch(word)):
            return volume[1].capitalize() + volume[2].upper()
        if text[match.start() - 1] == "(" and _MIXED_NUMERAL.fullmatch(word):
            return word  # "(lII)" is no numeral, and says so by its letters
        return word if keep_mixed else word.upper()

    return _WORD.sub(fix, text)


def match_whole(compact: str) -> tuple[str, ...] | None:
    """Return the joint symbols that text without spaces is, in any case; they may be mere beginnings."""
    for cased in (compact, to_canonical_case(compact)):
        found = match_symbol(cased)
        if found is not None and found[1] == len(cased):
            return found[0]
    return None


def is_begun(compact: str) -> bool:
    """Tell whether text without spaces is a symbol or the beginning of one, up to a component's end."""
    return match_whole(compact) is not None
