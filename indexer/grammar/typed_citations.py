"""Text that a person typed -> the one citation that it is, or what is wrong with it."""

from __future__ import annotations

from typing import Final, NamedTuple

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.addresses import CONFERENCE_ACT, Address
from indexer.grammar.characters import fold_characters
from indexer.grammar.citation import CASE, IBID, LINK, LOOSE_LINK, Citation, Relation, cite_above, skip_gap
from indexer.grammar.citation_ends import BEHIND_DOCUMENT, BEHIND_PLACE
from indexer.grammar.general_comments import find_general_comments, names_comment
from indexer.grammar.instruments import match_acronym, match_instrument
from indexer.grammar.locator_words import ELSEWHERE, ELSEWHERE_BEFORE, LOOK_BACK, compile_words
from indexer.grammar.locators import read_locators
from indexer.grammar.opinions import match_opinion
from indexer.grammar.patterns import lazy
from indexer.grammar.pinpoints import Pinpoint, is_scope, merge_scope
from indexer.grammar.resolutions import find_resolutions, names_resolution
from indexer.grammar.running_symbols import find_symbols
from indexer.grammar.symbols import DocumentSymbol
from indexer.grammar.usual_citations import names_file

_DEFINITE: Final = lazy(r"(?:the|la|le|el|l')?\s?", ignore_case=True)
_HEAD_END: Final = lazy(r"\s(?:at|see)\s$|[\s,(]+$")
_SESSION_NUMBER: Final = lazy(r"\s\d+/\d")
_SYMBOL_LIKE: Final = lazy(r"\S[/_\\]\S|^[A-Z]+(?:-\w+)*-\d")
_LEAD: Final = lazy(
    r"[\s(\"'“‘«\[<`]*+(?:(?:(?:see|voir|véase|cf\.|см\.|انظر)(?:\s(?:also|aussi|también|также))?\s)|参?见)?"
    r"(?:(?:in|aux?|dans|à|en|во?|согласно|في)\s)?"
    r"(?:(?:the|les?|la|el|los|las)\s(?=p[aá]r|not[ea]|annex|anexo|apartado|inciso)|l'(?=alin|annex))?"
    r"(?:U\.N\.\s?|UN\s|United\sNations\s)?(?:doc(?:uments?|s?\.)?:?\s(?:no\.\s)?|doc\.(?=[A-Z]))?"
    r"(?:(?:above|below|supra|infra|plus\shaut|ci-dessus|más\sarriba|выше|ниже),?\s)?"
    r"(?:上文|下文|本报告|本决议|本文件)?",
    ignore_case=True,
)
_TITLE: Final = lazy(
    r",?\s?(?:(?:on|concerning|entitled|regarding|sur|intitulée?|sobre|titulada)\s|[\"'“‘«])[^;\d]{3,200}"
)
"""Of a document, between its number and the place."""
_LOOSE_MODIFIER: Final = lazy(
    r"\s?/?\s?(?P<word>add|amend|corr|rev)\.?\s?(?P<number>[1-9]\d?)(?![\p{L}\d]|/\d)", ignore_case=True
)
_STOP: Final = lazy(r"[.;]\s?")
_BARE_NUMBER: Final = lazy(
    r"(?P<number>\d{1,4}(?:\.\d{1,3})?)(?:\.?(?P<sub>[a-z])|\s?\(.{1,4}\)|\s?-\s?\d{1,4})?\s*\.?\s*$"
)
_BARE_PLACE: Final = lazy(r"(?:\d{1,4}(?:\.?[a-z])?|[IVXLC]{1,6}(?:[.,]\s?[A-Z\d]{1,2}){0,2})(?:,\s|\s*$)")
"""A number or a section without its document: "11.b", "II, C, para. 10"."""
_ACT: Final = lazy(
    r"(?:the\s)?(?:(?:COP|\p{Lu}{2,8}|Conference\sof\sthe\s(?:States\s)?Parties),?\s)?"
    r"(?:(?P<decision>decisions?|décisions?|decisi(?:ón|ones)|решени[еяюи]|(?:ال)?مقرر)"
    r"|resolutions?|résolutions?|resoluci(?:ón|ones)|резолюци[яиюй]|(?:ال)?قرار)"
    rf"\s(?P<number>{CONFERENCE_ACT})(?![\p{{L}}\p{{N}}/])"
    rf"|第\s?(?P<number>{CONFERENCE_ACT})\s?号(?:(?P<decision>决定)|决议)",
    ignore_case=True,
)
"""Of a conference of parties: its decisions have numbers, and no symbols."""
_ARTICLE_BEHIND: Final = lazy(r"[\s,]{0,3}art", ignore_case=True)
_RECORD_ID: Final = lazy(r"(?P<document>.+?)(?:@(?P<language>[a-z]{2}))?#(?P<address>[^#\s]*)\s*")
_FILE: Final = "file:"
LONGEST_PATH: Final = 4096
"""PATH_MAX of Linux; longer text is no file's name."""
_COMMA: Final = lazy(r",\s|\s*$")
_SUFFIXES: Final = r"\.(?:pdf|docx?|html?|txt|rtf|odt|md)"
_FILE_SUFFIX: Final = lazy(rf"{_SUFFIXES}\s*$", ignore_case=True)
_ANY_FILE: Final = lazy(rf"{_SUFFIXES}(?!\w)", ignore_case=True)


def read_typed(text: str) -> Citation:
    """Return the citation that text as a whole is, without its document for "ibid." and the like.

    Raises:
        CitationSyntaxError: Part of it cannot be read, or its numbers make no sense.
        SymbolSyntaxError: It begins with something like a symbol that is none; a likely one is proposed.
    """
    folded = fold_characters(text)
    if "#" in text and (citation := _parse_record_id(text)) is not None:
        return citation
    if (citation := _parse_file(text, folded)) is not None:
        return citation
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    if (document := _match_document(folded, start)) is not None:
        pinpoints = _read_tail(text, folded, document.end)
        if document.scope and not (pinpoints and pinpoints[0].scope):
            pinpoints = merge_scope(document.scope, pinpoints) if pinpoints else ()
        return document.cite(text, pinpoints)
    is_place = compile_words(typed=True).match(folded, start)
    if is_place and (citation := _parse_leading(text, folded, start)) is not None:
        return citation
    return _parse_by_head(text, folded, start)


class _Document(NamedTuple):
    """A document that is named: how it is known, the division that is meant, and where its name ends."""

    end: int
    symbol: DocumentSymbol | None = None
    relation: Relation = ""
    name: str = ""
    scope: tuple[str, ...] = ()

    def cite(self, text: str, pinpoints: tuple[Pinpoint, ...]) -> Citation:
        return Citation(
            text=text, symbol=self.symbol, relation=self.relation, name=self.name, pinpoints=pinpoints
        )


def _match_document(folded: str, start: int, *, of_articles: bool = False) -> _Document | None:
    """Return the document named at a place, behind articles or elsewhere."""
    rest = folded[start:]
    first = next(find_symbols(rest, any_case=True), None)
    if first is not None and first[0] == 0:
        return _loosely_extended(folded, _Document(start + first[1], first[2]))
    is_resolution = names_resolution(folded.lower())
    resolution = next(find_resolutions(folded, typed=True, any_case=True), None) if is_resolution else None
    if resolution is not None and not folded[start : resolution[0]].strip():
        return _Document(resolution[1], resolution[2])
    if names_comment(folded.lower()):
        for begin, end, comment in find_general_comments(folded):
            if not folded[start:begin].strip():
                return _Document(end, comment)
    if act := _ACT.match(folded, start):
        word = "decision" if act["decision"] else "resolution"
        return _Document(act.end(), relation="act", name=f"{word} {act['number'].upper()}")
    article = _DEFINITE.match(folded, start)
    named = match_instrument(folded, start) or (article and match_instrument(folded, article.end()))
    treaty = match_acronym(folded, start)
    if treaty and (of_articles or _ARTICLE_BEHIND.match(folded, treaty[1])):
        named = named or treaty
    if named:
        scope = (named[0].scope,) if named[0].scope else ()
        return _Document(named[1], DocumentSymbol.parse(named[0].symbol), scope=scope)
    if opinion := match_opinion(folded, start):
        return _Document(opinion[1], opinion[0])
    if ibid := IBID.match(folded, start):
        return _Document(ibid.end(), relation="ibid")
    if case := CASE.match(folded, start):
        return _Document(case.end(), relation="case", name=case["case"].upper())
    return None


def _loosely_extended(folded: str, document: _Document) -> _Document:
    """Return a document, or its addendum or the like where that stands apart without its stop: "Add 1"."""
    while modifier := _LOOSE_MODIFIER.match(folded, document.end):
        symbol = DocumentSymbol.try_parse(
            f"{document.symbol}/{modifier['word'].title()}.{modifier['number']}"
        )
        if symbol is None:
            break
        document = _Document(modifier.end(), symbol)
    return document


def _read_tail(text: str, folded: str, position: int) -> tuple[Pinpoint, ...]:
    """Return the places behind a document; all of the text must be read."""
    start = skip_gap(folded, position)
    if BEHIND_DOCUMENT.match(folded, start):
        return ()
    if stop := _STOP.match(folded, start):
        start = stop.end()
    start = _behind_title(folded, position, start)
    locators = read_locators(folded, start, typed=True, behind=True, source=text)
    end = locators.end if locators else start
    if locators is None or not BEHIND_PLACE.match(folded, end):
        message = "cannot read this as a place in the document, such as para. 10 or annex I, para. 3"
        if bare := _BARE_NUMBER.match(folded, end):
            number, sub = bare["number"], bare["sub"]
            message = f"a paragraph or a page? Write para. {number} or p. {number}"
            message = f"a sub-paragraph? Write para. {number} ({sub})" if sub else message
        raise CitationSyntaxError(message, source=text, span=(end, max(end + 1, len(text.rstrip()))))
    return locators.pinpoints


def _behind_title(folded: str, position: int, start: int) -> int:
    """Return where a place begins, behind the title that may stand between it and its document."""
    words = compile_words(typed=True, behind=True)
    if words.match(folded, start) or not _TITLE.match(folded, position):
        return start
    following = words.search(folded, start)
    is_title = following and _TITLE.fullmatch(folded, position, following.start())
    return following.start() if following and is_title else start


def _parse_leading(text: str, folded: str, start: int) -> Citation | None:
    """Return the citation that begins with its places: "paragraph 74 (a) of ...", "para. 12 above"."""
    locators = read_locators(folded, start, typed=True, source=text)
    if locators is None:
        return None
    end, pinpoints = locators.end, locators.pinpoints
    elsewhere = ELSEWHERE.match(folded, end)
    if elsewhere or ELSEWHERE_BEFORE.search(folded, max(0, start - LOOK_BACK), start):
        end = elsewhere.end() if elsewhere else end
        if pinpoints[0].unit == "fn" and len(pinpoints) == 1 and not BEHIND_PLACE.match(folded, end):
            pinpoints += _read_tail(text, folded, end)
            end = len(folded)
        if not BEHIND_PLACE.match(folded, end):
            return None
        return cite_above(text, pinpoints)
    if BEHIND_PLACE.match(folded, end):
        return Citation(text=text, pinpoints=pinpoints)
    of_articles = all(pinpoint.unit == "article" for pinpoint in pinpoints)
    for link in (LOOSE_LINK, LINK, _COMMA):
        linked = link.match(folded, end)
        document = _match_document(folded, linked.end(), of_articles=of_articles) if linked else None
        if document is None:
            continue
        if BEHIND_PLACE.match(folded, skip_gap(folded, document.end)):
            return document.cite(text, merge_scope(document.scope, pinpoints))
        if is_scope(pinpoints):  # "annex II to A/HRC/9/8, para. 3"
            inside = merge_scope(pinpoints[0].scope, _read_tail(text, folded, document.end))
            return document.cite(text, merge_scope(document.scope, inside))
    message = "cannot read which document this place is in"
    raise CitationSyntaxError(message, source=text, span=(end, max(end + 1, len(text.rstrip()))))


def _parse_by_head(text: str, folded: str, start: int) -> Citation:
    """Return the citation whose symbol is written in an uncommon way; else say what is wrong."""
    words = compile_words(typed=True, behind=True).finditer(folded, start)
    word = next((match for match in words if match.start() > start), None)
    head_end = word.start() if word else len(folded)
    head = folded[start:head_end]
    symbol = DocumentSymbol.try_parse(_HEAD_END.sub("", head))
    if symbol is not None:
        pinpoints = _read_tail(text, folded, head_end) if word else ()
        return Citation(text=text, symbol=symbol, pinpoints=pinpoints)
    if names_resolution(folded[start:].lower()) and _SESSION_NUMBER.search(folded):
        message = (
            "whose resolution is this? Name an organ of the United Nations, "
            "as in Human Rights Council resolution 16/21"
        )
        raise CitationSyntaxError(message, source=text, span=(start, max(start + 1, len(text.rstrip()))))
    if names_comment(folded[start:].lower()):
        message = "whose comment is this? Name it, as in Human Rights Committee, general comment No. 36"
        raise CitationSyntaxError(message, source=text, span=(start, max(start + 1, len(text.rstrip()))))
    if _SYMBOL_LIKE.search(head):
        try:
            DocumentSymbol.parse(head)
        except SymbolSyntaxError as error:
            left, right = error.span
            raise SymbolSyntaxError(error.message, source=text, span=(start + left, start + right)) from None
    message = "not a citation such as A/HRC/9/8, para. 10"
    if _BARE_PLACE.match(folded, start):
        message = "which document? Put its symbol or its file before the place, as in A/HRC/9/8, para. 10"
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
    if name.startswith(_FILE) or names_file(name):
        return Citation(
            text=text, file=name.removeprefix(_FILE), pinpoints=(pinpoint,), language=match["language"]
        )
    symbol = DocumentSymbol.parse(name)
    return Citation(text=text, symbol=symbol, pinpoints=(pinpoint,), language=match["language"])


def _parse_file(text: str, folded: str) -> Citation | None:
    """Return the citation of a file: "notes/a.pdf, para. 3", "file:notes/a, para. 3"."""
    start = len(text) - len(text.lstrip())
    if has_prefix := text.startswith(_FILE, start):
        start += len(_FILE)
    if not has_prefix and not _ANY_FILE.search(text, 0, LONGEST_PATH):
        return None
    for comma in _COMMA.finditer(folded, start, start + LONGEST_PATH):
        end = comma.start()
        if not has_prefix and not _FILE_SUFFIX.match(text, max(start, text.rfind(".", start, end)), end):
            continue
        path, is_last = text[start:end].strip(), end == len(text)
        if not path:
            continue
        try:
            pinpoints = () if is_last else _read_tail(text, folded, end)
        except CitationSyntaxError:
            # perhaps a comma inside the name; only the last one can be the one before the place
            has_more = folded.find(", ", comma.end()) >= 0
            if (has_prefix and has_more) or _ANY_FILE.search(text, end):
                continue
            raise
        return Citation(text=text, file=path, pinpoints=pinpoints)
    return None
