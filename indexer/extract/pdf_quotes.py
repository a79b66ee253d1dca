"""Quotation marks and apostrophes that a PDF calls other signs: <Lights= for “Lights”, girls9 for girls’.

Ghostscript 10.00, which compresses PDF files on many systems, kept only the lower half of the numbers of
characters for fonts that Word embeds: of 48 documents that were written with it anew 8 read so, and whoever
searches for "girls" does not find "girls9".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from indexer.model import Line, Page

_QUOTED = lazy(
    r"(?<![^\s(\[“/–—-])(?:<(?=[\p{L}\p{N}(\[])[^<>=]{1,600}?(?<=[\p{L}\p{N}\p{P}])=(?![\p{L}\p{N}=<>])"
    r"|8(?=\p{L}{3})[^89<>=]{3,80}?(?<=\p{L})9(?![\p{L}\p{N}]))"
)
"""What stands between such marks: no formula has a sign of each kind around its words."""
_SURE = lazy(
    r"9(?:(?<=\p{Ll}\p{Ll}9)(?=s\b)|(?<=\p{Ll}n9)(?=t\b)"
    r"|(?<=\b(?:[ldcjnmsLDCJNMS]|[Qq]u)9)(?=\p{Ll}\p{Ll}))"
)
"""The apostrophe of "the State9s", "don9t" and "l9homme"."""
_WORDED = lazy(r"^<\P{N}*\p{L}{2}")
"""Quoted are words, not the bounds of numbers: "(p <0.05, n= 30)"."""
_IN_WORD = lazy(r"(?<![^\s(\[“–—-])\p{L}+9\p{L}+(?![\p{L}\p{N}/_])")
"""With no other digit, and in no address."""
_REAL = lazy(r"\p{L}[’']\p{L}")
_PLURAL = lazy(r"(?<=\p{Ll}\p{Ll}s)9(?=\s\p{L})")
_BULLET = lazy(r'^"(?=[\s\t][^"]*$)')
_OFTEN = 2  # quotations: one may be something else
_APOSTROPHES = 3  # likewise
_CALLED_SO = 4  # times as many in a text that quotes chat Arabic, which has 9 for a letter
_PAIRED = 0.8
"""Of all signs of inequality and equation: a document with formulas has others."""
_TOLD = (
    'quotation marks and apostrophes are called "<", "=" and "9" in the file, as Ghostscript 10.00 writes '
    "them; they are read as printed, but other signs and letters with accents may be wrong"
)


def with_quotes(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """Return the pages with such marks as they are printed, and a sentence that says so where they have any.

    Each mark is one character as before, so that all offsets stay.
    """
    texts = [_without_marks(line) for page in pages for line in page.lines]
    suspects = [text for text in texts if "<" in text or "=" in text or "9" in text]
    joined = "\n".join(suspects)
    signs = joined.count("<") + joined.count("=")
    quoted = [one for one in _QUOTED.findall("\n".join(texts)) if one[0] == "<"] if signs else []
    worded = [one for one in quoted if _WORDED.search(one)]
    is_quoted = len(worded) >= _OFTEN and 2 * len(quoted) >= _PAIRED * signs
    words = {word for word in _IN_WORD.findall(joined) if _SURE.search(word)}
    if not is_quoted and (len(words) < _APOSTROPHES or _CALLED_SO * len(words) < _count_apostrophes(texts)):
        return tuple(pages), ()
    meant = iter(_QUOTED.sub(_meant, "\n".join(texts)).split("\n"))
    return tuple(
        msgspec.structs.replace(page, lines=tuple(_as_printed(line, next(meant)) for line in page.lines))
        for page in pages
    ), (_TOLD,)


def _count_apostrophes(texts: Sequence[str]) -> int:
    """Return how many words have an apostrophe that is called so."""
    return sum(len(_REAL.findall(text)) for text in texts)


def _without_marks(line: Line) -> str:
    """Return the text with spaces for marks of notes, which quote nothing."""
    text = line.text
    for start, end in line.raised:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _meant(quoted: regex.Match[str]) -> str:
    opens, closes = "“”" if quoted[0][0] == "<" else "‘’"
    return f"{opens}{quoted[0][1:-1]}{closes}"


def _as_printed(line: Line, text: str) -> Line:
    """Return a line with its apostrophes and bullets as printed; what is raised is the mark of a note."""

    def apostrophe(match: regex.Match[str]) -> str:
        raised = any(start <= match.start() < end for start, end in line.raised)
        return match[0] if raised else "’"

    for start, end in line.raised:
        text = text[:start] + line.text[start:end] + text[end:]
    text = _PLURAL.sub(apostrophe, _SURE.sub(apostrophe, text))
    return msgspec.structs.replace(line, text=_BULLET.sub("•", text))
