"""Headings right above each other: what an annex or a chapter is called, titles of numbered headings."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.segment.heading_ranks import FIRST, NO_NUMBER, Title, heads_act, is_beside, is_under, look_of
from indexer.segment.line_starts import CHAPTER, LABEL, is_option
from indexer.segment.scopes import is_act, is_label, read_scope
from indexer.segment.titles import BODY_OPENS

if TYPE_CHECKING:
    from indexer.segment.items import Item

_SERIES = lazy(r"\p{Lu}[\p{L}\s]{3,40}\s(?:No\.?|N[°º]|№|núm\.)\s?\d")
"""What one of a series is called by its number."""
_STROKES = " .:–—-"  # between what an article is called and its title
_SAME = 3.0  # points: words below each other begin no further apart


def names_scope(title: Title, path: tuple[Title, ...]) -> bool:
    """Whether a heading without number is what an annex, an act or a chapter, right above it, is called.

    A chapter that has a title is called that: what stands below is a heading of its own, as "Introduction" is
    that any text may begin with.
    """
    if title.rank != NO_NUMBER or not path or path[-1].rank or BODY_OPENS.match(title.text):
        return False
    chapter = CHAPTER.match(path[-1].text)
    return chapter is None or chapter.end() == len(path[-1].text)


def name(path: tuple[Title, ...], title: Title) -> tuple[Title, ...]:
    """Return the path to an annex, an act or a chapter with what it is called; a chapter is one with that.

    "Article 1" below "PART I" is no name, nor is "Issue No. 1".
    """
    *above, scope = path
    chapter = CHAPTER.match(scope.text)
    labelled = LABEL.match(title.text) or _SERIES.match(title.text)
    if chapter and chapter.end() == len(scope.text) and not labelled:
        return (*above, scope._replace(text=f"{scope.text} {title.text}", look=max(scope.look, title.look)))
    return (*path, title._replace(names=True))


def below_chapter(path: tuple[Title, ...], act: Title) -> tuple[Title, ...] | None:
    """Return the path to an act right below a heading without number, which a chapter of acts begins with.

    None where no act is below it; the chapter before ends, if it is set alike.
    """
    *above, chapter = path
    if chapter.rank != NO_NUMBER or not heads_act(act) or chapter.look < act.look or chapter.names:
        return None
    if chapter.text[:1].isdigit():
        return None  # the date of the act before
    around = itertools.takewhile(lambda title: not heads_act(title) and title.look > chapter.look, above)
    return (*around, chapter, act)


def below_series(path: tuple[Title, ...], begun: tuple[Title, ...], own: Title) -> tuple[Title, ...] | None:
    """Return the path to a heading set as one of a series ("General comment No. 6"), where numbers began.

    Those go on right below it. None where there is no such heading above it.

    Args:
        path: The headings above.
        begun: Those above the first number.
        own: The heading.
    """
    if not begun or path[: len(begun)] != begun or own.rank != NO_NUMBER or own.look != begun[-1].look:
        return None
    counted = _SERIES.match(begun[-1].text) and not _SERIES.match(own.text)
    return (*begun, own) if counted else None


def above_next_item(path: tuple[Title, ...], item: Item) -> tuple[Title, ...]:
    """Return the headings that stay above the next item of an agenda.

    One without number below the item before ends where its words begin where those of the next item do.
    """
    words = item.rel + item.line.text_left - item.line.left
    while path and _is_below_words(path[-1], words) and path[-1].look <= look_of(item):
        path = path[:-1]
    return path


def _is_below_words(title: Title, words: float) -> bool:
    """Whether a heading without number begins so far in as the words behind a number do."""
    at = None if title.rank != NO_NUMBER or title.indent is None else title.indent[0]
    return at is not None and words > _SAME and abs(at - words) < _SAME


def above_articles(path: tuple[Title, ...]) -> tuple[Title, ...]:
    """Return the headings above the parts, chapters and articles of a treaty, which its last words end."""
    return tuple(itertools.takewhile(lambda title: not _is_division(title.text), path))


def _is_division(text: str) -> bool:
    scope = read_scope(text)
    return scope.slug.startswith("part") if scope else bool(LABEL.match(text) or CHAPTER.match(text))


def is_over(path: tuple[Title, ...], below: Title) -> bool:
    """Whether the last heading, without number, is the title of numbered ones that begin right below.

    Or what an annex is called, where the title of the text in it is right below; or the letter of a part, or
    a symbol ("8/PRST/1"), whose own title is right below.
    """
    title = path[-1]
    if title.names and LABEL.match(below.text):
        return True
    if (
        title.look == below.look
        and _is_titled(title)
        and not (LABEL.match(below.text) or is_under(below, title))
    ):
        return True  # the first section of an article
    if below.rank == NO_NUMBER and is_label(title.text) != is_label(below.text):
        return is_label(title.text) or not title.text.endswith(".")
    if title.rank != NO_NUMBER or title.look < below.look:
        return False
    return 0 < below.rank < NO_NUMBER or (
        below.rank == NO_NUMBER and title.names and not is_act(path[-2].text)
    )


def _is_titled(title: Title) -> bool:
    """Whether a heading is a label with a title: "Article 38: Lights"."""
    label = None if is_option(title.text) else LABEL.match(title.text)
    return label is not None and bool(title.text[label.end() :].strip(_STROKES))


def below_title(path: tuple[Title, ...], own: Title) -> tuple[Title, ...]:
    """Return the path to a numbered heading below the title right above it.

    Where it begins to count anew, the title ends what was counted before: "THE LAW" above "I." stands beside
    "II. RELEVANT LAW", not below it, when both are set alike.
    """
    *above, title = path
    like = next((at for at, other in enumerate(above) if other.rank == own.rank), None)
    if like is None or not FIRST.match(own.text) or above[like].look > title.look:
        return (*path, own)
    return (*itertools.takewhile(lambda other: not is_beside(other, title), above[:like]), title, own)
