"""Running text -> the citations in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from indexer.grammar.characters import fold_characters
from indexer.grammar.citation import CASE, IBID, LINK, LOOSE_LINK, Citation, Relation, cite_above, skip_gap
from indexer.grammar.citation_signs import NO_SIGNS, find_signs
from indexer.grammar.general_comments import find_general_comments
from indexer.grammar.instruments import find_instrument_before, match_instrument, names_instrument
from indexer.grammar.locator_words import ELSEWHERE, ELSEWHERE_BEFORE, LOOK_BACK, compile_words, find_words
from indexer.grammar.locators import Locators, read_locators
from indexer.grammar.patterns import lazy
from indexer.grammar.pinpoints import is_scope, merge_scope
from indexer.grammar.resolutions import find_resolutions
from indexer.grammar.running_symbols import find_symbols
from indexer.grammar.symbols import DocumentSymbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.grammar.citation_signs import Signs

_ARTICLE_BEFORE: Final = lazy(
    r"(?:(?P<section>sections?)|articles?|art\.|rules?|principles?|regulations?|art[íi]culos?|стат[а-я]+|المادة)"
    r"\s(?:[\dIVX]+(?:\s?\(\w+\))*(?:,\s(?:and\s)?|\s(?:and|et|y|и)\s)){0,5}"
    r"[\dIVX]+(?:\s?\(\w+\))*,?\s?(?:\(|and\s)?$",
    ignore_case=True,
)
"""Paragraphs of an article are not paragraphs of a document, nor are those of a section where none is named
behind them: "section 3, paragraph 4, of the Act"."""

_FURTHER_PLACE: Final = lazy(r"\s?,\s(?:at\s)?(?=para|pp?\.|§)")


_ENDS: Final = ".;"
_BRACKETS: Final = {")": "(", "]": "["}
_NUMBER_BEGINS: Final = lazy(r"\s*[\d(]")


class _Found(msgspec.Struct, frozen=True):
    start: int
    end: int
    symbol: DocumentSymbol | None
    relation: Relation = ""
    name: str = ""


def find_citations(
    text: str, *, body: str | None = None, any_case: bool = False
) -> Iterator[tuple[int, int, Citation]]:
    """Yield start, end and citation for each document cited in running text, with its paragraphs, in order.

    Numbers that make no sense are left out, and so are paragraphs of nothing ("in paragraph 5 the
    Committee").

    Args:
        text: Any text.
        body: The body of the document that text stands in, to tell whose "resolution 5/1" it is.
        any_case: Whether symbols in lower case count; for what a person types.

    >>> text = "(A/HRC/34/54/Add.2, paras. 11–13 and 17) and para. 4 above"
    >>> [citation.addresses for start, end, citation in find_citations(text)]
    [('p11', 'p12', 'p13', 'p17'), ('p4',)]
    """
    folded = fold_characters(text)
    lowered = folded.lower()
    found_signs = find_signs(lowered)
    if found_signs is NO_SIGNS and "/" not in folded:
        return
    signs = found_signs if len(lowered) == len(folded) else None  # other offsets are of no use
    documents = _find_documents(folded, signs, body=body, any_case=any_case)
    leading = _find_leading(folded, lowered, signs, documents)
    taken = {document.start for _, document, _ in leading if document is not None}
    found = [_cite(text, folded, document) for document in documents if document.start not in taken]
    spans = [(start, end) for start, end, _ in found]
    for (start, last), _, citation in leading:
        end = _closed(folded, start, last)
        # spans are in order and apart: only the one before can overlap
        following = bisect_left(spans, (end,))
        if following and spans[following - 1][1] > start:
            continue
        found.append((start, end, replace(citation, text=text[start:end])))
    yield from sorted(found, key=lambda entry: entry[:2]) if leading else found


def _cite(text: str, folded: str, document: _Found) -> tuple[int, int, Citation]:
    """Return start, end and citation of a document with the places behind it."""
    locators = _read_behind(folded, document.end)
    end = _closed(folded, document.start, locators.end if locators else document.end)
    citation = Citation(
        text=text[document.start : end],
        symbol=document.symbol,
        pinpoints=locators.pinpoints if locators else (),
        relation=document.relation,
        name=document.name,
    )
    return document.start, end, citation


def _closed(folded: str, start: int, end: int) -> int:
    """Return where a citation ends, with the bracket behind it that closes one inside it."""
    closing = folded[end : end + 1]
    opening = _BRACKETS.get(closing)
    if opening and folded.count(opening, start, end) > folded.count(closing, start, end):
        return end + 1
    return end


def begins_place(text: str, position: int) -> bool:
    """Tell whether words for a place, and what may be its number, stand behind a document.

    >>> begins_place("A/HRC/9/8, paras. 12-10", 9), begins_place("A/HRC/9/8, parties", 9)
    (True, False)
    """
    folded = fold_characters(text)
    word = compile_words(behind=True).match(folded, skip_gap(folded, position))
    return word is not None and _NUMBER_BEGINS.match(folded, word.end()) is not None


def names_place(text: str) -> bool:
    """Tell whether words for a place, and what may be its number, stand somewhere in a text.

    >>> names_place("Res. 48/13, ¶ 5, in"), names_place("a paragraph in")
    (True, False)
    """
    folded = fold_characters(text)
    words = compile_words(behind=True).finditer(folded)
    return any(_NUMBER_BEGINS.match(folded, word.end()) for word in words)


def _find_documents(folded: str, signs: Signs | None, *, body: str | None, any_case: bool) -> list[_Found]:
    found = [_Found(*symbol) for symbol in find_symbols(folded, any_case=any_case, shortened=not any_case)]
    if signs is None or signs.resolutions or signs.has_other_resolutions:
        resolutions = find_resolutions(folded, body=body, signs=signs, any_case=any_case)
        found += [_Found(*resolution) for resolution in resolutions]
    if signs is None or signs.has_comments:
        found += [_Found(*comment) for comment in find_general_comments(folded, body=body)]
    if signs is None or signs.has_ibid:
        found += [_Found(*match.span(), None, "ibid") for match in IBID.finditer(folded)]
        found += [
            _Found(*match.span(), None, "case", match["case"].upper()) for match in CASE.finditer(folded)
        ]
    return sorted(found, key=lambda document: document.start)


def _read_behind(folded: str, position: int) -> Locators | None:
    """Return the locators behind a document, unless they are said to be places of another."""
    start = skip_gap(folded, position)
    if folded[start : start + 1] in _ENDS:  # nothing at all, too
        return None
    if ELSEWHERE_BEFORE.search(folded, max(0, start - 4), start):
        return None
    locators = read_locators(folded, start, behind=True)
    return None if locators is None or ELSEWHERE.match(folded, locators.end) else locators


_Leading = tuple[tuple[int, int], "_Found | None", Citation]


def _find_leading(folded: str, lowered: str, signs: Signs | None, documents: list[_Found]) -> list[_Leading]:
    """Return the places named before their document, or in this document ("para. 12 above")."""
    if signs is not None and not signs.locators and not signs.has_other_locators:
        return []
    starts = [document.start for document in documents]
    last = starts[-1] if starts else -1
    is_anywhere = signs is None or signs.has_antecedents
    found: list[_Leading] = []
    position = 0
    for word in find_words(folded, signs):
        if word.start() < position:
            continue
        if not is_anywhere and word.start() > last:
            # without a name or "above", only paragraphs before a document can be of something
            if not names_instrument(lowered):
                break
            is_anywhere = True
        locators = read_locators(folded, word.start())
        article = _ARTICLE_BEFORE.search(folded, max(0, word.start() - 40), word.start())
        if locators is None or (article and not article["section"]):
            continue
        position = locators.end
        leading = _attach(folded, word.start(), locators, documents, starts)
        if leading is not None and (article is None or leading[1] is not None):
            found.append(leading)
            position = max(position, leading[0][1])
    return found


def _attach(
    folded: str, start: int, locators: Locators, documents: list[_Found], starts: list[int]
) -> _Leading | None:
    """Return the locators with the document that they turn out to belong to."""
    end, pinpoints = locators.end, locators.pinpoints
    if elsewhere := ELSEWHERE.match(folded, end):
        further = _FURTHER_PLACE.match(folded, elsewhere.end())
        if further is None:
            return (start, elsewhere.end()), None, Citation(text="", pinpoints=pinpoints, relation="self")
        behind = read_locators(folded, further.end())
        if behind is None or len(pinpoints) > 1 or pinpoints[0].unit != "fn":
            return None
        return (start, behind.end), None, cite_above("", (*pinpoints, *behind.pinpoints))
    if ELSEWHERE_BEFORE.search(folded, max(0, start - LOOK_BACK), start):
        return (start, end), None, cite_above("", pinpoints)
    place = bisect_left(starts, end)
    if place < len(documents) and documents[place].symbol is not None:
        document = documents[place]
        if LINK.fullmatch(folded, end, document.start) or (
            LOOSE_LINK.fullmatch(folded, end, document.start)
            and folded[document.end : document.end + 1] == ")"
        ):
            end = document.end
            behind = _read_behind(folded, end) if is_scope(pinpoints) else None
            if behind is not None:  # "annex II to A/HRC/9/8, para. 3"
                end, pinpoints = behind.end, merge_scope(pinpoints[0].scope, behind.pinpoints)
            citation = Citation(text="", symbol=document.symbol, pinpoints=pinpoints)
            return (start, end), document, citation
    link = LINK.match(folded, end)
    named = match_instrument(folded, link.end()) if link and link.end() > end else None
    if named is not None:
        instrument, end = named
    else:
        before = find_instrument_before(folded, start)
        if before is None:
            return None
        instrument, start = before
    scope = tuple(filter(None, [instrument.scope]))
    symbol = DocumentSymbol.parse(instrument.symbol)
    return (start, end), None, Citation(text="", symbol=symbol, pinpoints=merge_scope(scope, pinpoints))
