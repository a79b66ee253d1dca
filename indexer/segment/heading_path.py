"""The path of headings above a place: by their numbers, else by how they are set."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import regex

from indexer.segment.heading_ranks import (
    FIRST,
    NO_NUMBER,
    RANKS,
    Title,
    has_level,
    heads_act,
    is_beside,
    is_of_series,
    is_under,
    is_within,
    level_look,
    rank_of,
)
from indexer.segment.heading_scopes import around, is_next_roman, last_where, outside_act
from indexer.segment.line_starts import (
    CHAPTER,
    COMMENTARY,
    LABEL,
    PREAMBLE,
    REASONS,
    REMARKS,
    is_option,
)
from indexer.segment.parts import counts_on, opening_marker
from indexer.segment.scopes import is_act, is_symbol

if TYPE_CHECKING:
    from indexer.segment.heading_ranks import Indent, Look, Series

_ALONE = regex.compile(r"^(?:[IVX]{1,5}|[A-Z])\.?$")  # a part without a title


def push(
    path: tuple[Title, ...],
    text: str,
    look: Look,
    level: int,
    *,
    large: bool = False,
    indent: Indent | None = None,
    centred: bool = False,
    act: bool = False,
    above_numbers: frozenset[Look] = frozenset(),
    series: frozenset[Series] = frozenset(),
) -> tuple[Title, ...]:
    """Return the path with a heading in its place.

    Numbered headings end those of their rank and below; headings without number go by how they are set,
    or by the level that the file gives.

    Args:
        path: The headings above.
        text: The words.
        look: How it is set.
        level: Of a heading that the file calls one, 0 of any other.
        large: Whether it is set larger than the text.
        indent: Where it begins, None where it is seen in a mirror.
        centred: Whether it stands in the middle, or is too full to tell.
        act: Whether it is an act by its number alone.
        above_numbers: How headings without number are set that stand above numbered ones set alike.
        series: Labels that go on behind the heading: "Article 2" above "Article 3".
    """
    own = Title(0 if act else rank_of(text, path), look, text, indent, centred=centred)
    if own.rank == 0:
        if level and (act or is_act(text)):
            own = own._replace(look=level_look(level))
        return (*around(path, own), own)
    like = next((at for at, title in enumerate(path) if is_symbol(title.text) and title.rank), None)
    if like is not None and is_symbol(text):  # "8/PRST/2" stands where "8/PRST/1" stood
        return (*path[:like], path[like]._replace(text=text))
    path = outside_act(path, own)
    if level:
        return (*_above_level(path, level), Title(NO_NUMBER, level_look(level), text))
    kept = list(itertools.takewhile(lambda title: not is_option(title.text), path))
    article = next((at for at, title in enumerate(kept) if is_of_series(title, own, series)), None)
    if article is not None:
        return (*kept[: article + 1], own)
    return (*_above(kept, own, large=large, part=own.look in above_numbers), own)


def _above(path: list[Title], own: Title, *, large: bool, part: bool) -> list[Title]:
    """Return the headings that stay above one that is neither a scope nor has a level of the file."""
    if own.rank == NO_NUMBER:
        return _above_plain(path, own, large=large)
    within = _above_item(path, own.text) if own.rank == RANKS["item"] else None
    if within is not None:
        return within
    path = _behind_preamble(path, own)
    return path if _opens_below(path, own) else _above_number(path, own, part=part)


def _behind_preamble(path: list[Title], own: Title) -> list[Title]:
    """Return the headings that stay above what ends a preamble.

    A letter in brackets and smaller type begin a part of what a report says of one.
    """
    if own.rank == RANKS["item"]:
        return path
    ended = (at for at, title in enumerate(path) if PREAMBLE.match(title.text))
    at = next(ended, len(path))
    within = at < len(path) and own.look[0] < path[at].look[0] and not LABEL.match(own.text)
    return path if within else path[:at]


def _above_plain(path: list[Title], own: Title, *, large: bool) -> list[Title]:
    """Return the headings that stay above one without number, by how they are set."""
    if _comments(own.text) and (COMMENTARY.fullmatch(own.text) or any(map(_is_label, path))):
        return list(itertools.takewhile(lambda title: not _comments(title.text), path))
    if REASONS.match(own.text):
        return list(itertools.takewhile(lambda title: title.rank == 0 or title.look > own.look, path))
    label = LABEL.match(own.text)
    if label:  # the first article ends a preamble
        path = _behind_preamble(path, own)
        like = next((at for at, title in enumerate(path) if _counts_on(title.text, label)), None)
        if like is not None:  # "Article 4" stands where "Article 3" stood, however the rest of it is set
            return path[:like]
    roman = last_where(path, lambda title: title.look == own.look and is_next_roman(own.text, title.text))
    if roman >= 0 and path[roman].rank == NO_NUMBER:
        return path[:roman]
    for at, (title, below) in enumerate(itertools.pairwise(path)):
        if 0 < below.rank < NO_NUMBER and is_beside(title, own):
            return path[:at]  # "THE LAW" stands where "THE FACTS" stood, above "I. THE CASE"
    # "Recommendations" behind "II. Findings", both set larger than the text, is as high
    alike = (NO_NUMBER, RANKS["roman"]) if large else (NO_NUMBER,)
    while path and not _is_below(label, path[-1]) and _ends(own, path[-1], alike):
        path = path[:-1]
    return path


def _ends(own: Title, title: Title, alike: tuple[int, ...]) -> bool:
    """Whether a heading without number ends the one above it; ranks are alike that are as high as its own."""
    if has_level(title):
        return False
    if title.rank in alike:
        return title.look <= own.look and not is_under(title, own) and not _is_part(own.text, title)
    if title.rank == 0:  # a chapter, which has a title
        chapter = CHAPTER.match(title.text)
        return chapter is not None and chapter.end() < len(title.text) and 0 < title.look[0] < own.look[0]
    return title.look < own.look


def _above_item(path: list[Title], text: str) -> list[Title] | None:
    """Return the headings that stay above a letter in brackets, None where it counts on from no other.

    A letter that counts on ends the one before; a first one of another kind, as "(a)" below "(ii)" and
    "(i)" below "(b)", ends none, but for one of its own kind further up and what is below that.
    """
    for at in reversed(range(len(path))):
        if counts_on(text, path[at].text):
            return path[:at]
    kinds = [_kind_of(title.text) for title in path]
    first = next((style for style, value in opening_marker(text) if value == 1), "")
    if not first or not path or kinds[-1] in ("", first):
        return None
    return path[: kinds.index(first)] if first in kinds else path


def _kind_of(text: str) -> str:
    """Return what most likely counts at the start of a text: "(i)" is one sooner than nine."""
    style, _ = min(opening_marker(text), key=lambda reading: reading[1], default=("", 0))
    return style


def _opens_below(path: list[Title], own: Title) -> bool:
    """Whether the first number of a kind stands below one of another kind: "I." below "B.", set no larger."""
    return (
        bool(path)
        and own.rank < path[-1].rank < NO_NUMBER
        and path[-1].look >= own.look
        and FIRST.match(own.text) is not None
        and all(title.rank != own.rank for title in path)
    )


def _is_part(text: str, title: Title) -> bool:
    """Whether a heading is no more than "II", below what an annex or act is called, however that is set."""
    return title.names and bool(_ALONE.match(text)) and not _ALONE.match(title.text)


def _above_level(path: tuple[Title, ...], level: int) -> tuple[Title, ...]:
    """Return the headings that stay above one of a level, of those without a level only the first ones."""
    act = last_where(path, heads_act)
    if act >= 0 and path[act].look[0] < -level:
        path, act = path[:act], -1  # which the file calls a heading of a deeper level
    last = max((at for at, title in enumerate(path) if title.rank == 0 and act >= 0), default=-1)
    kept = [title for at, title in enumerate(path) if at < last or title.rank == 0 or title.look[0] > -level]
    while any(map(has_level, kept)) and kept[-1].rank and not has_level(kept[-1]):
        kept.pop()
    return tuple(kept)


def _above_number(path: list[Title], own: Title, *, part: bool) -> list[Title]:
    """Return the headings that stay above a numbered one; what is set in larger type than an act ends it.

    A part says whether headings without number that are set as it is stand above numbered ones.
    """
    act = last_where(path, heads_act)
    if act >= 0 and 0 < path[act].look[0] < own.look[0]:
        path, act = path[:act], -1
    within = range(act + 1, len(path))
    if RANKS["digit"] < own.rank < RANKS["item"]:
        others = (i for i in within if RANKS["digit"] <= path[i].rank <= own.rank)
        ended = next((i for i in others if not is_within(own.text, path[i].text)), len(path))
        path, within = path[:ended], range(act + 1, ended)  # "3.1" stands below "3.", never below "2."
    like = next((i for i in within if path[i].rank == own.rank), None)
    if like is not None:
        return path[:like]  # "II." stands where "I." stood
    kept = path[: next((i for i in within if own.rank < path[i].rank != NO_NUMBER), len(path))]
    while kept and kept[-1].rank == NO_NUMBER and not (kept[-1].names or has_level(kept[-1])):
        higher = kept[-1].look > own.look or (part and kept[-1].look == own.look and FIRST.match(own.text))
        if higher or is_within(own.text, kept[-1].text):
            break
        kept.pop()
    return kept


def _comments(text: str) -> bool:
    return bool(COMMENTARY.fullmatch(text) or REMARKS.fullmatch(text))


def _is_label(title: Title) -> bool:
    """Whether a heading is what an article, a rule or a recommendation is called, by its number."""
    return LABEL.match(title.text) is not None


def _counts_on(text: str, label: regex.Match[str]) -> bool:
    """Whether a heading begins with the word of a label and another number."""
    own = LABEL.match(text)
    return own is not None and own["word"] == label["word"] and own["n"] != label["n"]


def _is_below(label: regex.Match[str] | None, title: Title) -> bool:
    """Whether "Rule 1.3" has a dotted number, and the label above it has none: "Chapter I", "Article 1"."""
    above = LABEL.match(title.text)
    return label is not None and above is not None and "." in label["n"] and "." not in above["n"]
