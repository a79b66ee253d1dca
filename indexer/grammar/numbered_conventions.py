"""Conventions that are cited by the number that an organization gives them: "ILO Convention No. 169".

A number alone is weak: treaties have years and articles beside them, and several organizations count theirs.
So the organization must be named in the same text, and right beside the words where no sign says that a
number follows ("ILO Convention 169", "Convention 169 of the ILO"). Behind a title the number stands in
brackets, as the organization prints it: "Convention concerning Minimum Age (No. 138)".

The organization keeps its own mention, since whoever looks for it wants these paragraphs too.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"(?:conventions?|convenios?|convenci[oó]n(?:es)?)"
_SIGN = r"(?:\(?(?:nos?\b\.?|n\.?[°º]s?\.?|n[uú]ms?\b\.?|numbers?\b|c(?=\.?\d)\.?|№+|رقم))"
_NUMBER = r"\d{1,3}(?![\p{L}\d]|[.,]\d)"

_CITED = lazy(
    rf"\b{_WORD} ?(?P<sign>{_SIGN})? ?(?P<number>{_NUMBER})"
    rf"(?:(?:,? (?:and|et|y|&) |, ?)(?:{_SIGN} ?)?(?P<more>{_NUMBER}))*+",
    ignore_case=True,
)
"""The word and the numbers behind it, in languages that put them side by side."""

_APART = lazy(
    r"\b(?:convention (?:concerning|on|regarding|relating to)\b(?:(?!convention)[^.;()])*+"
    rf"\((?:convention )?(?={_SIGN})"
    r"|конвенци\p{L}{1,3}\b[^.;,()]{0,40}?|(?:ال)?اتفاقيه\b[^.;،()]{0,40}?)"
    rf"(?P<sign>{_SIGN}) ?(?P<number>{_NUMBER})"
    r"|(?P<sign>第) ?(?P<number>\d{1,3}) ?号公约",
    ignore_case=True,
)
"""The word with its title or its organization between it and the number."""

_BEFORE = lazy(r"\)?(?:'s)?[\p{L} ]{0,25}")
_BEHIND = lazy(r" (?:(?:of|de|du) )?(?:the |la |l')?\(?", ignore_case=True)
"""What may stand between the organization and the words, as in "the ILO's core Convention 29"."""

_TYPED = lazy(
    rf"(?:(?:the )?(?P<before>\S.*?)(?:'s)? )?{_WORD} ?(?:{_SIGN} ?)?(?P<number>{_NUMBER})\)?"
    r"(?: (?:of|de) ?(?:the |la |l')?(?P<behind>\S.*))?",
    ignore_case=True,
)
"""A citation by itself."""


class Numbered(NamedTuple):
    """A number of a convention, with what stands before it, in a text."""

    start: int
    end: int
    organization: str
    number: int


class Named(NamedTuple):
    """An organization where a text names it."""

    start: int
    end: int
    organization: str


def find_numbered(text: str, organizations: Sequence[Named]) -> Iterator[Numbered]:
    """Yield the numbers of conventions in a text, folded plainly, that names organizations which count them.

    >>> text = "ILO Conventions Nos. 87 and 98, and the 1951 Convention"
    >>> [text[one.start : one.end] for one in find_numbered(text, [Named(0, 3, "ILO")])]
    ['Conventions Nos. 87', '98']
    """
    for match in chain(_CITED.finditer(text), _APART.finditer(text)):
        near = next((one for one in organizations if _is_beside(text, one, *match.span())), None)
        if near is None and match["sign"] is None:
            continue
        organization = (near or organizations[0]).organization
        start = match.start()
        spans = [match.span("number"), *(match.spans("more") if "more" in match.groupdict() else ())]
        for first, end in spans:
            yield Numbered(start, end, organization, int(text[first:end]))
            start = next((at for at, _ in spans if at >= end), end)


def _is_beside(text: str, named: Named, start: int, end: int) -> bool:
    if named.end <= start:
        return _BEFORE.fullmatch(text, named.end, start) is not None
    return named.start >= end and _BEHIND.fullmatch(text, end, named.start) is not None


def typed_number(text: str) -> tuple[str, int] | None:
    """Return the organization that a typed citation names, as typed, and the number.

    >>> typed_number("Convention No. 169 of the ILO"), typed_number("1951 Convention")
    (('ILO', 169), None)
    """
    match = _TYPED.fullmatch(text)
    organization = match and (match["before"] or match["behind"])
    return (organization, int(match["number"])) if match and organization else None
