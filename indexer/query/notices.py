"""What was searched, where that differs from what was typed -> sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.characters import fold_characters
from indexer.query.leaf_nodes import Named, Word
from indexer.query.tree import Run, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.query.tree import Node

_LISTED = 6
"""Words that a sentence lists."""

_OTHER_NAMES = 2
"""Other names that a sentence lists: enough to tell what a name was taken for, in one line."""

_FEW = 8
"""Words of a query up to which it is none of a sentence that was pasted."""

_STOPS = ".,;:!?"

_OPERATORS = {
    "or": "OR", "ou": "OR", "o": "OR", "или": "OR", "أو": "OR", "或": "OR", "not": "NOT",
    "OU": "OR", "O": "OR", "ИЛИ": "OR", "SAUF": "NOT", "НЕ": "NOT", "ET": "AND", "Y": "AND", "И": "AND",
}  # fmt: skip
"""Words that may be meant as operators; small ones for "and" and "not" stand in most sentences."""

_JOINING = {"and": "AND", "et": "AND", "y": "AND", "и": "AND", "و": "AND", "和": "AND"}
"""Such small words, which are told where they stand between two others and nothing more."""

_JOINED = 3
"""Parts of a query that is two with such a word between them."""

_SCRIPTS = tuple(
    regex.compile(rf"\p{{{name}}}") for name in ("Latin", "Cyrillic", "Arabic", "Han", "Greek", "Hebrew")
)


def left_out(texts: Iterable[str]) -> list[str]:
    """Return a sentence for each piece of a query that is no word; a stop or comma need not be told."""
    return [
        f"“!” was left out; write -{text[1:]} for what is not wanted"
        if text[0] == "!" and text.strip(_STOPS)
        else f"“{text}” holds no letter or digit and was left out"
        + ("" if text.strip("|") else "; write OR for it")
        for text in dict.fromkeys(texts)
        if text.strip(_STOPS)
    ]


def small_operators(root: Node) -> list[str]:
    """Return a sentence on "or", "and" and "not" between words: signs are in capitals and English."""
    if not isinstance(root, Run) or len(root.nodes) > _FEW:
        return []
    inner = [node.text for node in root.nodes[:-1] if isinstance(node, Word)]
    if isinstance(root.nodes[0], Word):
        inner = inner[1:]
    signs = _OPERATORS | _JOINING if len(root.nodes) == _JOINED else _OPERATORS
    return [
        f"“{text}” was searched as a word; {signs[text]} in capitals is the operator"
        for text in dict.fromkeys(inner)
        if text in signs
    ]


def read_as_words(root: Node, words: Sequence[str]) -> list[str]:
    """Return a sentence on words in capitals that were not taken for acronyms, but for those in a name."""
    if not words:
        return []
    named = {word for node in _names(root) for word in _key(node.surface).split()}
    listed = [word for word in words if _key(word) not in named]
    if not listed:
        return []
    shown = ", ".join(listed[:_LISTED]) + (" …" if len(listed) > _LISTED else "")
    return [f"all is in capitals, so these were read as ordinary words: {shown} (=WORD takes one as typed)"]


def expanded(root: Node) -> list[str]:
    """Return a sentence for each name that was expanded."""
    return list(dict.fromkeys(_expansion(node) for node in _names(root)))


def _names(root: Node) -> list[Named]:
    return [node for node in leaves(root) if isinstance(node, Named)]


def _expansion(node: Named) -> str:
    """Return what a name stands for: the main name first, then those in the script that was typed."""
    names: dict[str, str] = {}
    for name in (node.title, *node.names, *node.acronyms, *node.learnt):
        names.setdefault(_key(name), name)
    names.pop(_key(node.surface), None)
    others = sorted(names.values(), key=_is_foreign(node.surface))
    rest = len(others) - _OTHER_NAMES
    more = f" and {rest} more" if rest > 0 else ""
    shown = ", ".join(others[:_OTHER_NAMES])
    told = f" = {shown}{more}" if shown else " was searched as a name, which has no other"
    return f"{node.surface}{told} (--no-expand searches only what was typed)"


def _is_foreign(surface: str) -> Callable[[str], bool]:
    """Return what tells whether a name has no letter of the script that was typed."""
    typed = [script for script in _SCRIPTS if script.search(surface)]
    return lambda name: not any(script.search(name) for script in typed)


def _key(name: str) -> str:
    return " ".join(fold_characters(name).casefold().split())
