"""Citations: a document and places in it, typed by a person or standing in running text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import regex

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.addresses import Address
from indexer.grammar.characters import fold_characters
from indexer.grammar.instruments import find_instrument_before, match_instrument
from indexer.grammar.locator_words import ELSEWHERE, ELSEWHERE_BEFORE, TYPED_WORD, find_words
from indexer.grammar.locators import Locators, read_locators
from indexer.grammar.pinpoints import Pinpoint, merge_scope
from indexer.grammar.resolutions import find_resolutions, names_resolution
from indexer.grammar.symbols import DocumentSymbol, find_symbols

Relation = Literal["", "ibid", "self"]
"""A document of its own; the document cited last; the document that the citation stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A cited document and what is pointed at in it.

    Attributes:
        text: The citation as it stands.
        symbol: The document; None for "ibid.", for "para. 12 above", for files, and when only a place was given.
        pinpoints: The places, ranges not written out; empty for the whole document.
        relation: How the document is found when symbol is None.
        file: Path of a document that is known by its file alone.
        language: Two letters when the citation is a record id that states it.
    """

    text: str
    symbol: DocumentSymbol | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    relation: Relation = ""
    file: str | None = None
    language: str | None = None

    @property
    def document(self) -> str | None:
        """The document as record ids name it: the symbol, or "file:" and the path."""
        if self.file is not None:
            return f"file:{self.file}"
        return None if self.symbol is None else self.symbol.text

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all places that can be written out; an open range gives its first."""
        return tuple(dict.fromkeys(str(p.address) for p in self.expand() if p.address is not None))

    def expand(self) -> tuple[Pinpoint, ...]:
        """Return one pinpoint for each place; ranges without known members stay ranges, see Pinpoint.covers."""
        return tuple(single for pinpoint in self.pinpoints for single in pinpoint.expand())

    def resolve(
        self, *, antecedent: DocumentSymbol | None = None, own: DocumentSymbol | None = None
    ) -> Citation:
        """Return the citation with the document filled in for "ibid." and for places in the citing document."""
        found = {"ibid": antecedent, "self": own, "": None}[self.relation]
        return self if self.symbol is not None or found is None else replace(self, symbol=found)


_ARTICLE_BEFORE: Final = regex.compile(
    r"(?:articles?|art\.|rules?|principles?|regulations?|sections?|art[íi]culos?|стат[а-я]+|المادة)"
    r"\s[\dIVX]+(?:\s?\(\w+\))*,?\s?(?:\(|and\s)?$",
    regex.IGNORECASE,
)
"""Paragraphs of an article are not paragraphs of a document."""

_GAP: Final = regex.compile(
    r"\*{0,3}+[\s\"'”)\]]*+(?:\((?:[^()]{0,30}(?:19|20)\d\d|[^()\d]{1,30})\))?+[\s,)\]\"'”]*+"
    r"(?:(?:at|in\sparticular|especially|see|notamment|en\sparticular)\s)?+"
)
"""What stands between a symbol and its paragraphs: closing marks, a date or a word in brackets, a comma."""

_FURTHER_PLACE: Final = regex.compile(r"\s?,\s(?:at\s)?(?:para|pp?\.|§)")
_DEFINITE: Final = regex.compile(r"(?:the|la|le|el|l')?\s?", regex.IGNORECASE)
_HEAD_END: Final = regex.compile(r"\s(?:at|see)\s$|[\s,(]+$")
_SESSION_NUMBER: Final = regex.compile(r"\s\d+/\d")
_SYMBOL_LIKE: Final = regex.compile(r"\S[/_]\S")
_LINK: Final = regex.compile(
    r"\s?,?\s?(?:of|to|in|from|de|du|del|à|из|من|в|к)?\s?"
    r"(?:(?:the|its|his|her|their|that|said|same|document|documents|report|draft|note|la|le|el|su|sa|l'|l’|своей|"
    r"документа|доклада|document|informe|rapport|documento|الوثيقة)\s?){0,4}",
    regex.IGNORECASE,
)
_LOOSE_LINK: Final = regex.compile(r"\sof\s(?:the|his|her|its|their)\s[^.;:()\[\]\d]{3,100}\((?:see\s)?")
"""Of the report of so-and-so, with the symbol in brackets."""

_IBID: Final = regex.compile(
    r"(?<![\p{L}])(?:ibid(?:em)?\b\.?|там же\b\.?|同上|المرجع نفسه)", regex.IGNORECASE
)
_IBID_SIGNS: Final = ("ibid", "там же", "同上", "المرجع نفسه")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    symbol: DocumentSymbol | None
    relation: Relation = ""


def find_citations(
    text: str, *, body: str | None = None, any_case: bool = False
) -> Iterator[tuple[int, int, Citation]]:
    """Yield start, end and citation for each document cited in running text, with its paragraphs, in order.

    Numbers that make no sense are left out, and so are paragraphs of nothing ("in paragraph 5 the Committee").

    Args:
        text: Any text.
        body: The body of the document that text stands in, to tell whose "resolution 5/1" it is.
        any_case: Whether symbols in lower case count; for what a person types.

    >>> [c.addresses for *_, c in find_citations("(A/HRC/34/54/Add.2, paras. 11–13 and 17) and para. 4 above")]
    [('p11', 'p12', 'p13', 'p17'), ('p4',)]
    """
    folded = fold_characters(text)
    lowered = folded.lower()
    documents = _find_documents(folded, lowered, body=body, any_case=any_case)
    leading = _find_leading(folded, lowered, documents)
    found: list[tuple[int, int, Citation]] = []
    taken = {document.start for _, document, _ in leading if document is not None}
    spans = []
    for document in documents:
        if document.start in taken:
            continue
        locators = _read_behind(folded, document.end)
        end = locators.end if locators else document.end
        pinpoints = locators.pinpoints if locators else ()
        spans.append((document.start, end))
        citation = Citation(
            text=text[document.start : end],
            symbol=document.symbol,
            pinpoints=pinpoints,
            relation=document.relation,
        )
        found.append((document.start, end, citation))
    for (start, end), _, citation in leading:
        if any(s < end and start < e for s, e in spans):
            continue
        found.append((start, end, replace(citation, text=text[start:end])))
        spans.append((start, end))
    yield from sorted(found, key=lambda entry: entry[:2])


def _find_documents(folded: str, lowered: str, *, body: str | None, any_case: bool) -> list[_Found]:
    found = [_Found(*symbol) for symbol in find_symbols(folded, any_case=any_case)]
    if names_resolution(lowered):
        found += [_Found(*resolution) for resolution in find_resolutions(folded, body=body)]
    if any(sign in lowered for sign in _IBID_SIGNS):
        found += [_Found(*match.span(), None, "ibid") for match in _IBID.finditer(folded)]
    return sorted(found, key=lambda document: document.start)


def _read_behind(folded: str, position: int) -> Locators | None:
    """Return the locators behind a document, unless they are said to be places of another."""
    gap = _GAP.match(folded, position)
    start = gap.end() if gap else position
    if ELSEWHERE_BEFORE.search(folded, max(0, start - 4), start):
        return None
    locators = read_locators(folded, start)
    return None if locators is None or ELSEWHERE.match(folded, locators.end) else locators


_Leading = tuple[tuple[int, int], "_Found | None", Citation]


def _find_leading(folded: str, lowered: str, documents: list[_Found]) -> list[_Leading]:
    """Return the places named before their document, or in this document ("para. 12 above")."""
    starts = [document.start for document in documents]
    found: list[_Leading] = []
    position = 0
    for word in find_words(folded, lowered):
        if word.start() < position:
            continue
        locators = read_locators(folded, word.start())
        if locators is None or _ARTICLE_BEFORE.search(folded, max(0, word.start() - 40), word.start()):
            continue
        position = locators.end
        leading = _attach(folded, word.start(), locators, documents, starts)
        if leading is not None:
            found.append(leading)
            position = max(position, leading[0][1])
    return found


def _attach(
    folded: str, start: int, locators: Locators, documents: list[_Found], starts: list[int]
) -> _Leading | None:
    """Return the locators with the document that they turn out to belong to."""
    end, pinpoints = locators.end, locators.pinpoints
    if elsewhere := ELSEWHERE.match(folded, end):
        if _FURTHER_PLACE.match(folded, elsewhere.end()):
            return None  # "footnote 5 above, para. 3" is a paragraph of what that footnote cites
        return (start, elsewhere.end()), None, Citation(text="", pinpoints=pinpoints, relation="self")
    if ELSEWHERE_BEFORE.search(folded, max(0, start - 4), start):
        return (start, end), None, Citation(text="", pinpoints=pinpoints, relation="self")
    place = bisect_left(starts, end)
    if place < len(documents) and documents[place].symbol is not None:
        document = documents[place]
        if _LINK.fullmatch(folded, end, document.start) or (
            _LOOSE_LINK.fullmatch(folded, end, document.start)
            and folded[document.end : document.end + 1] == ")"
        ):
            citation = Citation(text="", symbol=document.symbol, pinpoints=pinpoints)
            return (start, document.end), document, citation
    link = _LINK.match(folded, end)
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


_LEAD: Final = regex.compile(
    r"[\s(\"'“‘«\[]*+(?:(?:see(?:\salso)?|cf\.)\s)?(?:U\.?N\.?\s|United\sNations\s)?(?:doc(?:ument|\.)?\s)?",
    regex.IGNORECASE,
)
_TAIL: Final = regex.compile(r"[\s).,;\]\"'”»]*+$")
_RECORD_ID: Final = regex.compile(r"(?P<document>.+?)(?:@(?P<language>[a-z]{2}))?#(?P<address>[^#\s]*)\s*")
_FILE: Final = regex.compile(r"\s*(?P<prefix>file:)?(?P<path>.+?)\s*", regex.IGNORECASE)
FILE_SUFFIXES: Final = regex.compile(r"\.(?:pdf|docx?|html?|txt|rtf|odt|md)$", regex.IGNORECASE)
"""Names that are taken for files without "file:" before them."""


def parse_citation(
    text: str, *, antecedent: DocumentSymbol | None = None, own: DocumentSymbol | None = None
) -> Citation:
    """Return the citation that text as a whole is.

    Read are a symbol, a resolution or an instrument by its name, "ibid.", a file, or a record id, with places
    behind it or before it, or a place alone.

    Args:
        text: What a person typed.
        antecedent: The document that "ibid." means.
        own: The document that "para. 12 above" means.

    Raises:
        CitationSyntaxError: Part of it cannot be read, or its numbers make no sense.
        SymbolSyntaxError: It begins with something like a symbol that is none; a likely one is proposed.

    >>> citation = parse_citation("A/62/40 (Vol. I), annex VI, paras. 4 (g) and 875-77")
    >>> citation.document, citation.addresses
    ('A/62/40(Vol.I)', ('annex-VI.p4.g', 'annex-VI.p875', 'annex-VI.p876', 'annex-VI.p877'))
    """
    return _parse(text).resolve(antecedent=antecedent, own=own)


def try_parse_citation(text: str) -> Citation | None:
    """Return the citation that text as a whole is, or None."""
    try:
        return _parse(text)
    except (CitationSyntaxError, SymbolSyntaxError):
        return None


def _parse(text: str) -> Citation:
    folded = fold_characters(text)
    if "#" in text and (citation := _parse_record_id(text)) is not None:
        return citation
    if (citation := _parse_file(text, folded)) is not None:
        return citation
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    if (document := _match_document(folded, start)) is not None:
        symbol, relation, scope, end = document
        pinpoints = _read_tail(text, folded, end)
        if scope and not (pinpoints and pinpoints[0].scope):
            pinpoints = merge_scope(scope, pinpoints) if pinpoints else ()
        return Citation(text=text, symbol=symbol, relation=relation, pinpoints=pinpoints)
    if TYPED_WORD.match(folded, start) and (citation := _parse_leading(text, folded, start)) is not None:
        return citation
    return _parse_by_head(text, folded, start)


def _match_document(
    folded: str, start: int
) -> tuple[DocumentSymbol | None, Relation, tuple[str, ...], int] | None:
    """Return the document named at a place: symbol, relation, scope and where its name ends."""
    rest = folded[start:]
    first = next(find_symbols(rest, any_case=True), None)
    if first is not None and first[0] == 0:
        return first[2], "", (), start + first[1]
    resolution = next(find_resolutions(folded, typed=True), None)
    if resolution is not None and not folded[start : resolution[0]].strip():
        return resolution[2], "", (), resolution[1]
    article = _DEFINITE.match(folded, start)
    if named := match_instrument(folded, article.end() if article else start):
        scope = (named[0].scope,) if named[0].scope else ()
        return DocumentSymbol.parse(named[0].symbol), "", scope, named[1]
    if ibid := _IBID.match(folded, start):
        return None, "ibid", (), ibid.end()
    return None


def _read_tail(text: str, folded: str, position: int) -> tuple[Pinpoint, ...]:
    """Return the places behind a document; all of the text must be read."""
    gap = _GAP.match(folded, position)
    start = gap.end() if gap else position
    if _TAIL.match(folded, start):
        return ()
    locators = read_locators(folded, start, typed=True, behind=True, source=text)
    end = locators.end if locators else start
    if locators is None or not _TAIL.match(folded, end):
        message = "cannot read this as a place in the document; expected something like para. 10, or annex I, para. 3"
        raise CitationSyntaxError(message, source=text, span=(end, max(end + 1, len(text.rstrip()))))
    return locators.pinpoints


def _parse_leading(text: str, folded: str, start: int) -> Citation | None:
    """Return the citation that begins with its places: "paragraph 74 (a) of ...", "para. 12 above", "para. 12"."""
    locators = read_locators(folded, start, typed=True, source=text)
    if locators is None:
        return None
    end, pinpoints = locators.end, locators.pinpoints
    elsewhere = ELSEWHERE.match(folded, end)
    if elsewhere or ELSEWHERE_BEFORE.search(folded, 0, start):
        if not _TAIL.match(folded, elsewhere.end() if elsewhere else end):
            return None
        return Citation(text=text, pinpoints=pinpoints, relation="self")
    if _TAIL.match(folded, end):
        return Citation(text=text, pinpoints=pinpoints)
    for link in (_LOOSE_LINK, _LINK):
        linked = link.match(folded, end)
        document = _match_document(folded, linked.end()) if linked else None
        if document is not None and _TAIL.match(folded, document[3]):
            symbol, relation, scope, _ = document
            return Citation(
                text=text, symbol=symbol, relation=relation, pinpoints=merge_scope(scope, pinpoints)
            )
    message = "cannot read which document this place is in"
    raise CitationSyntaxError(message, source=text, span=(end, max(end + 1, len(text.rstrip()))))


def _parse_by_head(text: str, folded: str, start: int) -> Citation:
    """Return the citation whose symbol is written in an uncommon way; else say what is wrong."""
    word = next((m for m in TYPED_WORD.finditer(folded, start) if m.start() > start), None)
    head_end = word.start() if word else len(folded)
    head = folded[start:head_end]
    symbol = DocumentSymbol.try_parse(_HEAD_END.sub("", head))
    if symbol is not None:
        pinpoints = _read_tail(text, folded, head_end) if word else ()
        return Citation(text=text, symbol=symbol, pinpoints=pinpoints)
    if names_resolution(folded[start:].lower()) and _SESSION_NUMBER.search(folded):
        message = "whose resolution is this? Name the organ, as in Human Rights Council resolution 16/21"
        raise CitationSyntaxError(message, source=text, span=(start, max(start + 1, len(text.rstrip()))))
    if _SYMBOL_LIKE.search(head):
        try:
            DocumentSymbol.parse(head)
        except SymbolSyntaxError as error:
            left, right = error.span
            raise SymbolSyntaxError(error.message, source=text, span=(start + left, start + right)) from None
    message = "not a citation such as A/HRC/9/8, para. 10"
    raise CitationSyntaxError(message, source=text, span=(start, max(start + 1, len(text.rstrip()))))


def _parse_record_id(text: str) -> Citation | None:
    match = _RECORD_ID.fullmatch(text)
    if match is None:
        return None
    address = Address.try_parse(match["address"])
    if address is None:
        message = "not an address such as p10, p74.a or annex-I.p3"
        raise CitationSyntaxError(message, source=text, span=match.span("address"))
    pinpoint = Pinpoint(scope=address.scope, unit=address.unit, number=address.number, sub=address.sub)
    name = match["document"].strip()
    if name.startswith("file:") or FILE_SUFFIXES.search(name):
        return Citation(
            text=text, file=name.removeprefix("file:"), pinpoints=(pinpoint,), language=match["language"]
        )
    symbol = DocumentSymbol.parse(name)
    return Citation(text=text, symbol=symbol, pinpoints=(pinpoint,), language=match["language"])


def _parse_file(text: str, folded: str) -> Citation | None:
    """Return the citation of a file: "notes/a.pdf, para. 3", "file:notes/a, para. 3"."""
    has_prefix = text.strip().startswith("file:")
    ends = [m.start() for m in regex.finditer(r",\s|$", folded)]
    for end in ends:
        match = _FILE.fullmatch(text[:end])
        if match is None or not (has_prefix or FILE_SUFFIXES.search(match["path"])):
            continue
        rest = folded[end:].lstrip(", ")
        if not rest:
            return Citation(text=text, file=match["path"])
        try:
            pinpoints = _read_tail(text, folded, end)
        except CitationSyntaxError:
            if end == ends[-1] or (not has_prefix and len(ends) == 2):
                raise
            continue
        return Citation(text=text, file=match["path"], pinpoints=pinpoints)
    return None
