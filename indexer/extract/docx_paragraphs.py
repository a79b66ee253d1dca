"""Paragraphs of a Word file: what they are, and how they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.extract.flow import PAGE, is_blank, split_at

if TYPE_CHECKING:
    from indexer.extract.docx_blocks import Paragraph
    from indexer.model import Role

LONGEST_HEADING = 250
"""Characters: numbered paragraphs carry an outline level in some templates, and are longer than headings."""
_LONGEST_SENTENCE_HEADING = 120
"""Characters up to which a heading may end in a full stop."""
_TAB = 36.0
"""Points from a number to its words where no hanging indent says it: Word's own tab stop is half an inch."""


def role_of(block: Paragraph, text: str) -> Role:
    """What a paragraph is, by its style and its text."""
    if block.role == "title":
        return "title"
    if block.role == "contents":
        return "contents"
    ends = text.endswith((".", ";", ":")) and len(text) > _LONGEST_SENTENCE_HEADING
    return "heading" if block.outline and len(text) <= LONGEST_HEADING and not ends else ""


def words_start(block: Paragraph, first: float) -> float:
    """Where the words of the first line begin, against the indent: behind its number if it has one."""
    if not block.label:
        return first
    return 0.0 if first < 0 else first + _TAB


def visible_length(paragraph: Paragraph) -> int:
    """How many characters of a paragraph print something."""
    return sum(not character.isspace() for piece in paragraph.pieces for character in piece.text)


def page_breaks(paragraph: Paragraph) -> int:
    """How many pages end in a paragraph."""
    return sum(piece.text == PAGE for piece in paragraph.pieces)


def begins_with_break(paragraph: Paragraph) -> bool:
    """Whether a page ends before the first word of a paragraph."""
    parts = split_at(paragraph.pieces, PAGE)
    return len(parts) > 1 and is_blank(parts[0])
