"""Runs of text -> lines: spacing, weight, slant and raised marks of a block put together from pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from indexer.extract.characters import printable
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Line

BREAK = "\n"
"""A line end that the author set, as a piece of its own."""

PAGE = "\f"
"""The place where a new page begins, as a piece of its own."""

CELL = "\x1f"
"""What parts the cells of a row; in lines a tab does."""

_LABEL = lazy(r"(?:[(\[]?[\p{L}\p{N}]{1,6}(?:\.\p{N}{1,3})*[.)\]．、]|[•●▪–—·-])[ \t]+")
_NUMBERED = lazy(r"\d{1,4}(?:\.\d{1,3})*[.．、](?:\s|$)|\([a-z]{1,3}\)\s")
_MARK = lazy(r"[\[(]?(?:[\p{Nd}]{1,3}(?:\s?[,-]\s?\p{Nd}{1,3})*|[a-z]|[ivx]{1,5}|[*∗†‡§¶]{1,4})[\])]?/?")
"""What a raised run must be to refer to a note; "st" and "th" are only small print."""

_LONGEST_NUMBER = 6
"""Characters of the number before a heading."""


class Piece(NamedTuple):
    """A run of text set in one way; BREAK and PAGE stand alone."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    underlined: bool = False


def is_blank(pieces: Iterable[Piece]) -> bool:
    """Whether nothing would be seen of them."""
    return not any(piece.text.strip() for piece in pieces)


def is_underlined(pieces: Sequence[Piece]) -> bool:
    """Whether all words of a block are underlined, but for a number before a tab."""
    tab = next((at for at, piece in enumerate(pieces, start=1) if piece.text.endswith("\t")), 0)
    number = "".join(piece.text for piece in pieces[:tab])
    words = pieces[tab:] if len(number.strip()) <= _LONGEST_NUMBER else pieces
    return not is_blank(words) and all(piece.underlined for piece in words if piece.text.strip())


def set_line(pieces: Sequence[Piece], template: Line) -> Line:
    """The pieces as one line with the given fields, words one space apart.

    Page breaks inside are dropped: who wants them splits first.
    """
    text, styles = _join(pieces)
    raised = _raised(text, styles)
    marks = {at for span in raised for at in range(*span)}  # they are set plain, whatever they stand behind
    visible = bold = italic = 0
    for at, (character, style) in enumerate(zip(text, styles, strict=True)):
        if not character.isspace() and at not in marks:
            visible += 1
            bold += style.bold
            italic += style.italic
    label = _LABEL.match(text)
    skip = label.end() if label else 0
    return msgspec.structs.replace(
        template,
        text=text,
        bold=bold / visible if visible else 0.0,
        italic=italic / visible if visible else 0.0,
        bold_lead=_lead([style.bold for style in styles], text, 0),
        italic_lead=_lead([style.italic for style in styles], text, skip),
        raised=raised,
    )


def split_at(pieces: Iterable[Piece], mark: str) -> list[list[Piece]]:
    """The pieces between the given marks (BREAK or PAGE), at least one list."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == mark:
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def set_block(pieces: Sequence[Piece], template: Line) -> list[Line]:
    """A block as lines: one, or one for each hard line end.

    The first line starts the block. A line goes on after a single break; after two in a row, or when it
    begins with a paragraph number, it starts a block of its own.
    """
    lines: list[Line] = []
    gap = False
    for part in split_at(pieces, BREAK):
        if is_blank(part):
            gap = True
            continue
        line = set_line(part, template)
        if not line.text:
            continue
        if lines:
            starts = gap or bool(_NUMBERED.match(line.text))
            line = msgspec.structs.replace(line, starts_block=starts, label="")
        lines.append(line)
        gap = False
    return lines


def join_blocks(blocks: Iterable[Sequence[Piece]], glue: str) -> list[Piece]:
    """Several blocks as one run of pieces, with the given text between those that hold something."""
    joined: list[Piece] = []
    for pieces in blocks:
        if is_blank(pieces):
            continue
        if joined:
            joined.append(Piece(glue))
        joined.extend(Piece(" ") if piece.text in (BREAK, PAGE) else piece for piece in pieces)
    return joined


def _join(pieces: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """Text with single spaces and tabs between cells, and for each character the piece it came from."""
    characters: list[str] = []
    styles: list[Piece] = []
    for piece in _composed(pieces):
        for character in piece.text:
            if character == CELL:
                if characters and characters[-1] == " ":
                    characters.pop()
                    styles.pop()
                characters.append("\t")
            elif character.isspace():
                gap = "\t" if character == "\t" else " "
                if characters and characters[-1] in " \t":
                    characters[-1] = "\t" if gap == "\t" else characters[-1]
                    continue
                if not characters:
                    continue
                characters.append(gap)
            else:
                characters.append(character)
            styles.append(piece)
    while characters and characters[-1].isspace():
        characters.pop()
        styles.pop()
    return "".join(characters), styles


def _composed(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one style joined, so that letters and their accents compose across runs."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.text == PAGE or not piece.text:
            continue
        if joined and joined[-1][1:] == piece[1:]:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return [piece._replace(text=printable(piece.text)) for piece in joined]


def _lead(flags: Sequence[bool], text: str, start: int) -> int:
    """How many characters from start are flagged without a break; spaces between flagged words count."""
    end = start
    for index in range(start, len(text)):
        if flags[index]:
            end = index + 1
        elif not text[index].isspace():
            break
    return end if end > start else 0


def _raised(text: str, styles: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for index in range(len(text) + 1):
        up = index < len(text) and styles[index].raised
        if up and start is None:
            start = index
        elif not up and start is not None:
            run = text[start:index]
            if _MARK.fullmatch(run.strip()):
                spans.append((start + len(run) - len(run.lstrip()), start + len(run.rstrip())))
            start = None
    return tuple(spans)
