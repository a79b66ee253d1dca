"""Where the documents of a file begin: at the mastheads that are their own."""

from __future__ import annotations

from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, NamedTuple

from indexer.segment.furniture import symbols_in
from indexer.segment.masthead_lines import DISTRIBUTION, OFFICIAL, is_cue, names_organization
from indexer.segment.scopes import ACT, read_scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Line, Page

_TOP = 0.45  # of the page height: mastheads stand above
_CUES = 5  # lines that only mastheads have: so many need no symbol, which a scan may have misread
_OPENING = 25  # lines of a text that flows, in which its own masthead stands
_LINES = 20  # lines of a masthead at most, where each of its cells is one
_BETWEEN = 6  # lines in a masthead that others have too, one below the other: names of organs
_ABOVE = 6  # lines above a masthead that may be the title of the annex which reproduces it
_TEXT = 300  # characters: a document has more, its cover has less
_FEWEST = 3  # lines of a masthead that begins a document where no page does
_RUNNING = 160  # characters: no line of a masthead or title is longer, most paragraphs are


class Beginning(NamedTuple):
    """What some lines say of a document that may begin with them.

    Attributes:
        symbols: That stand in lines as mastheads have them.
        distributed: Whether it says how the document is distributed, as no cover of a volume does.
        named: Whether the organization stands there alone, or that.
        told: Whether so many lines are those of a masthead that no symbol is needed.
    """

    symbols: frozenset[str]
    distributed: bool
    named: bool
    told: bool

    @classmethod
    def of(cls, texts: Sequence[str], *, is_first: bool) -> Beginning:
        """Read lines, those at the beginning of a file also where no masthead names the organization."""
        top = "\n".join(texts)
        distributed = DISTRIBUTION.search(top) is not None
        named = distributed or names_organization(top)
        if not named and not is_first:
            return _NONE  # most pages
        if _is_under_annex(texts):
            return _NONE
        cues = [text for text in texts if is_cue(text)]
        told = len(cues) >= _CUES and not any(map(OFFICIAL.search, cues))
        symbols = frozenset(str(symbol) for text in cues for _, _, symbol in symbols_in(text))
        return cls(symbols, distributed, named, told)

    def named_by(self, heads: list[frozenset[str]]) -> Beginning:
        """Return it with the symbols of the next running head, where it has none of its own.

        Args:
            heads: Symbols in them, in the order of the documents; what is seen is taken out.
        """
        heads[:] = [symbols for symbols in heads if not symbols & self.symbols]
        return self if self.symbols or not heads else self._replace(symbols=heads.pop(0))

    def begins_behind(self, own: Beginning) -> bool:
        """Whether a document begins here, behind one with its own masthead.

        The title page of a volume has the symbol of its cover, and a masthead that is reproduced stands under
        the running head of the document that does so, or below the title of an annex to it. Of languages each
        has the same symbol in its masthead.
        """
        if not self.named or not (self.symbols or self.told):
            return False
        if self.symbols & own.symbols:
            return self.distributed and own.distributed and self.symbols <= own.symbols
        return self.distributed or bool(own.symbols)


_NONE = Beginning(frozenset(), distributed=False, named=False, told=False)


def _is_under_annex(texts: Sequence[str]) -> bool:
    """Whether the title of an annex stands above a masthead, which is that of what it reproduces."""
    above = takewhile(lambda text: not is_cue(text), texts)
    return any(scope.rank > ACT for text in above if (scope := read_scope(text)))


def first_pages(pages: Sequence[Page]) -> list[int]:
    """Return the positions of the pages with which documents begin; the first one is always among them."""
    starts: list[int] = []
    own = _NONE
    for at, page in enumerate(pages):
        texts = [line.text.strip() for line in page.lines if line.bottom < _TOP * page.height]
        masthead = Beginning.of(texts, is_first=not at)
        if not at or masthead.begins_behind(own):
            own = masthead
            starts.append(at)
    return starts


def first_lines(lines: Sequence[Line]) -> list[int]:
    """Return the positions of the lines with which documents begin, where a file has no pages.

    Nothing says then that a masthead stands at the top of a page; so there must be text above it, and it must
    have several lines, close together.
    """
    texts = _texts(lines)
    lengths = [*accumulate(map(len, texts), initial=0)]
    blocks = [*_mastheads(texts)]
    opening = next((at for at, _ in blocks if at), _OPENING)
    heads = _symbols_of_heads(lines)
    own = Beginning.of(list(filter(None, texts[: min(opening, _OPENING)])), is_first=True)
    starts, own = [0], own.named_by(heads)
    for at, end in blocks:
        if lengths[at] - lengths[starts[-1]] < _TEXT:
            continue
        first = next((n for n in range(at, end) if _opens(texts[n], own)), end)
        title = _title_above(texts, first)
        masthead = Beginning.of([*title, *texts[first:end]], is_first=False)
        quoted = any(text.endswith((":", "：")) for text in title[-1:])
        if quoted or not _is_whole(texts[first:end], masthead):
            continue
        masthead = masthead.named_by(heads)
        if masthead.begins_behind(own):
            own = masthead
            starts.append(first)
    return starts


def _is_whole(texts: Sequence[str], masthead: Beginning) -> bool:
    """Whether lines are enough for a masthead: several, or the three that each has, which may hold all."""
    organization = names_organization("\n".join(texts))
    all_three = organization and masthead.distributed and bool(masthead.symbols)
    return all_three or sum(map(is_cue, texts)) >= _FEWEST


def symbols_of_masthead(lines: Sequence[Line]) -> frozenset[str]:
    """Return the symbols in the masthead with which lines begin."""
    return Beginning.of(_texts(lines)[:_OPENING], is_first=True).symbols


def _texts(lines: Sequence[Line]) -> list[str]:
    """Return the words of lines, of running heads and notes none."""
    return ["" if line.role in ("header", "footer", "note") else line.text.strip() for line in lines]


def _symbols_of_heads(lines: Sequence[Line]) -> list[frozenset[str]]:
    """Return the symbols in each running head, once: a file that flows has the heads of all at one place."""
    heads = (line.text for line in lines if line.role == "header")
    found = (frozenset(str(symbol) for _, _, symbol in symbols_in(text)) for text in heads)
    return list(dict.fromkeys(filter(None, found)))


def _mastheads(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of lines close together that may be those of a masthead."""
    end = 0
    for at, text in enumerate(texts):
        if at < end or not (DISTRIBUTION.search(text) or names_organization(text)):
            continue
        first = at
        while first > max(end, at - _ABOVE) and is_cue(texts[first - 1]):
            first -= 1
        last = below = at
        while below + 1 < len(texts) and below - last <= _BETWEEN and below - first < _LINES:
            below += 1
            if is_cue(texts[below]):
                last = below
            elif len(texts[below]) > _RUNNING:
                break
        end = last + 1
        yield first, end


def _opens(text: str, own: Beginning) -> bool:
    """Whether a masthead may begin with a line; above it a foot of the document before may stand."""
    symbols = {str(symbol) for _, _, symbol in symbols_in(text)}
    return bool(symbols - own.symbols or DISTRIBUTION.search(text) or names_organization(text))


def _title_above(texts: Sequence[str], at: int) -> list[str]:
    """Return what stands above a masthead, below the last words of running text."""
    above = reversed(texts[max(0, at - _ABOVE) : at])
    return list(takewhile(lambda text: len(text) <= _RUNNING, filter(None, above)))[::-1]
