"""Which lines that stand out have the words of a heading, and no sentence, remark or heads of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.emphasis import BOLD, ITALIC
from indexer.segment.items import COLONS
from indexer.segment.line_starts import BULLET, ENUMERATOR, LABEL, MARKER, is_option
from indexer.segment.scopes import read_scope

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_STOPS = tuple(".;:,،؛。；，：")
_SYMBOL_STAR = "\uf02a"  # of a symbol font
_ARTICLE = regex.compile(
    r"^\p{Lu}\p{L}{2,14}\s(?:\d{1,3}|[IVXLC]{1,7})\.$"
)  # a stop behind its number ends no sentence
_OPENS_LOWER = regex.compile(
    r"[{\[]*[\p{Ll}--\p{Georgian}]", regex.V1
)  # "{in brackets}": the end of a line that was wrapped
_REMARK = regex.compile(
    r"^(?:[“\"«„\[(].*[.…][”\"»“\])]|\{[^{}]*\})$", regex.S
)  # whole sentences: words pulled out of the text, or what editors say of it
_REMARK_OPENS = regex.compile(r"^(?:[*∗]|[“«„][^”»“]*$)")  # on what has a star above, or a quotation
_FIRST = regex.compile(r"\W?1\b(?!\.\d)")  # of a list
_QUOTED = 40  # characters: a name in quotation marks, brackets or braces is shorter
_CAPTION_LENGTH = 60  # characters: longer small type that is not bold is what is said of a picture
_LEAST_SIZE = 0.6  # of the size of the text: smaller type is that of a table that was made small
_LEAST_ITALICS = 0.75  # of it: smaller italics head the columns of a table
_NUMBER_LENGTH = 9  # characters before the tab behind the longest number of a heading
_NUMBERED = regex.compile(
    r"[^\t]{2,40}[\s.](?:\d[\p{L}\d./-]*|\p{Lu}|[IVXLC]{1,6})[.:)]?\t|[^\t]{3,60}\t\[[^\]\t]+\]$"
)
"""Words and a number before a tab: "Communication No. 45/2012", or a name with a remark at the margin."""
_LIMIT = 320  # characters: longer text in bold is a paragraph (the longest titles of agenda items stay below)
_LONG_LIMIT = 600  # characters: bold text right above a numbered paragraph, or in larger type, is a heading


def has_stop(text: str) -> bool:
    """Whether a text ends with a stop, behind which a star may stand: no heading does."""
    return text.removesuffix(_SYMBOL_STAR).endswith(_STOPS)


def is_sentence(text: str, last: Item) -> bool:
    """Whether words end with a stop, or their last line before a note mark, and are not "Article 5."."""
    return (has_stop(text) or last.unmarked().endswith(".")) and not _ARTICLE.match(text)


def are_of_heading(lines: list[Item], measures: Measures, *, is_long: bool) -> bool:
    """Whether lines that stand out have the words of a heading.

    Args:
        lines: All lines that make one.
        measures: Of the document.
        is_long: Whether it may be long: bold and right above a numbered paragraph, or larger than the text.
    """
    text = " ".join(line.text for line in lines).strip()
    first = lines[0]
    if first.line.role == "heading":
        return True
    least = _LEAST_SIZE if first.line.bold >= 0.5 else _LEAST_ITALICS
    if first.line.size < least * measures.size:
        return False
    if _REMARK_OPENS.match(text) and not LABEL.fullmatch(text, pos=1):  # "“Article 6" opens one
        return False
    limit = _LONG_LIMIT if is_long else _LIMIT
    if len(text) > limit or BULLET.match(text) or (len(text) > _QUOTED and _REMARK.match(text)):
        return False
    small = first.line.bold < 0.5 and measures.is_smaller(first)
    if small and (len(text) > _CAPTION_LENGTH or text.count("\t") > 1):
        return False  # what is said of a picture, or the heads of columns
    larger = measures.is_larger(first)
    match = ENUMERATOR.match(text)
    numbered = larger or match or LABEL.match(text) or _NUMBERED.match(text) or read_scope(text)
    if "\t" in text[_NUMBER_LENGTH:] and not numbered:
        return False  # the heads of columns
    if MARKER.match(text) and (first.line.italic < ITALIC and first.line.bold < BOLD):
        return False
    if (
        is_sentence(text, lines[-1])
        and not (larger and not text.endswith((".", "。")))
        and not (match and match["e"].isupper() and len(text) < 120 and first.line.bold >= BOLD)
    ):
        return False
    lettered = match is not None and match["e"].islower()  # "a) Mandate"
    return not _OPENS_LOWER.match(text) or lettered or larger


def announces(item: Item, below: Item, measures: Measures) -> bool:
    """Whether a short bold line with a colon heads the plain text below, and leads to no list."""
    text = item.text.strip()
    return (
        item.line.bold >= BOLD
        and len(text) < 80
        and text.endswith((":", "："))
        and not MARKER.match(text)
        and not is_option(text)
        and not _OPENS_LOWER.match(text)
        and below.line.bold < 0.5
        and (below.is_prose() or below.ends_in(COLONS))
        and not (below.opens_lower() or MARKER.match(below.text) or _FIRST.match(below.text))
        and (
            (
                below.line.starts_block
                and not (below.line.label or below.ends_in((";",)))
                and (below.ends_sentence() or below.ends_in(COLONS))
            )
            or measures.stands_apart(below)
        )
    )
