"""How the words of a label are found in the text of a record."""

from __future__ import annotations

import regex

LETTERS_A_SLIP = 5
"""In the text of a scan one letter of so many may differ, be missing or be too many."""

_WORD = regex.compile(r"\w+")

_MARK = regex.compile(r"(?<=\D)\d{1,3}$")
"""A note's mark at the end of a word: some readings keep it, some do not."""

_TYPED_MARK = regex.compile(r"(?<=\w )\d{1,3}/(?=[\s.,;:]|$)")
"""A note's mark as typewritten documents have it: "development 1/."."""

_LENGTHENING = "\N{ARABIC TATWEEL}"
"""Fills a line of Arabic and is no letter."""

_AMONG_HAN = regex.compile(r"(?<=[\p{Han}\d]) (?=\p{Han})|(?<=\p{Han}) (?=\d)")
"""A space in Chinese: it parts no words, and some text layers have one after every character."""


def plain(text: str) -> str:
    """The words alone, in lower case and one space apart, without marks of notes.

    >>> plain("The Convention,12 of 1989 (part II).")
    'the convention 12 of 1989 part ii'
    >>> plain("the Convention12"), plain("the Convention 1/.")
    ('the convention', 'the convention')
    >>> plain("\u9274 \u4e8e 1948 \u5e74") == plain("\u9274\u4e8e1948\u5e74")
    True
    """
    words = _WORD.findall(_TYPED_MARK.sub("", text.lower().replace(_LENGTHENING, "")))
    return _AMONG_HAN.sub("", " ".join(_MARK.sub("", word) for word in words))


def place(anchor: str, words: str, letters_a_slip: int, edge: str = "{}") -> regex.Match[str] | None:
    """Where an anchor stands with the fewest slips; without any allowed, where it first stands as it is."""
    slips = len(anchor) // letters_a_slip if letters_a_slip else 0
    fuzzy = rf"(?:{regex.escape(anchor)}){{e<={slips}}}" if slips else regex.escape(anchor)
    return regex.search(edge.format(fuzzy), words, regex.BESTMATCH) if anchor else None


def at_edge(anchor: str, words: str, letters_a_slip: int, edge: str) -> bool:
    """Whether an anchor stands at an edge of the words, with no more slips than a little way inside."""
    length = 2 * len(anchor)
    near = words[:length] if edge.startswith(r"\A") else words[-length:]
    inside, found = place(anchor, near, letters_a_slip), place(anchor, near, letters_a_slip, edge)
    return found is not None and inside is not None and sum(found.fuzzy_counts) <= sum(inside.fuzzy_counts)
