"""Resolutions named in prose -> symbols: "Security Council resolution 1325 (2000)" is S/RES/1325(2000)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import roman_value
from indexer.grammar.citation_signs import OTHER_RESOLUTIONS, RESOLUTIONS
from indexer.grammar.patterns import compiled, lazy
from indexer.grammar.symbols import DocumentSymbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from indexer.grammar.citation_signs import Signs

_WORD: Final = (
    r"(?P<word>(?P<decision>decisions?|dec\.(?=\s\d{1,4}/\d)|décisions?|decisi(?:ón|ones)|решени(?:ем|е|я|ю|и|й|ях)|المقرر)"
    r"|resolutions?|résolutions?|resoluci(?:ón|ones)|резолюци(?:ями|ях|ей|я|и|ю|й)"
    r"|(?<=(?:UN)?(?:GA|SC|HRC|G\.A\.|S\.C\.|H\.R\.C\.|ECOSOC)\s)res\b\.?|(?<!.)r[ée]s\b\.?(?=\s\d{1,3}/\d)"
    r"|(?P<council>(?:UN)?SCRs?)"
    r"|(?:[وبل]|لل)?ا?لقرار(?:ات|ين)?|قرار(?:ات|يها|ها|ه|ي)?)"
)
_NUMBER: Final = (
    r"(?P<number>(?:E?S-\d{1,2}/\d{1,3}|\d{1,4}/\d{1,3}|\d{1,5}(?=\s?[A-Z]?\s?\()|(?P<alone>\d{3,4}))"
    r"(?!\d|/|\.\d))"
    # a letter is part of the number only where nothing else can begin with it
    r"(?:(?:\s(?P<letter>[A-Z])|(?P<letter>[A-Z]))(?=[,;.)\]]|$|\s?\(|\s(?:of|and|to|et|y|du|de)\s))?"
    r"(?:\s?\((?P<bracket>E?S-[IVX]{1,6}|[IVXL]{1,8}|(?:19|20)\d\d)\)"
    r"(?:\s?(?P<letter>[A-Z])(?=[,;.)\]]|$|\s(?:of|du|de|от)\s))?)?"
)
_NUMBER_PATTERN: Final = lazy(_NUMBER)
_ORGANS_BETWEEN: Final = {
    "الجمعية العامة": "GA", "مجلس الأمن": "SC", "مجلس حقوق الإنسان": "HRC",
    "المجلس الاقتصادي والاجتماعي": "ECOSOC", "Генеральной Ассамблеи": "GA", "Совета Безопасности": "SC",
    "Совета по правам человека": "HRC", "Экономического и Социального Совета": "ECOSOC",
}  # fmt: skip
"""Organs that stand between the word and the number."""
_PROSE: Final = lazy(
    rf"(?<![\p{{L}}\p{{N}}/]){_WORD}(?:\s(?P<organ>{'|'.join(_ORGANS_BETWEEN)}))?\s(?:Nos?\.\s)?(?=\d|E?S-\d)|第\s?(?=(?:\d|E?S-)[\dIVXES()A-Z/\s-]{{1,16}}号(?P<chinese>决议|决定))",
    ignore_case=True,
)
_NEXT: Final = lazy(
    # "37/90 of 10 December 1982, 54/68 of 6 December 1999 and 72/79"
    r"(?:\s(?:of|du|de|от)\s\d{1,2}(?:er)?\s(?:de\s)?\p{L}{3,10}\s(?:de\s)?\d{4}(?:\sг(?:ода|\.))?)?"
    r"(?:,\s(?:and\s|et\s|y\s|и\s)?|\s(?:and|et|y|и|or)\s|\sو)(?=\d|E?S-\d)",
    ignore_case=True,
)
_FURTHER_LETTER: Final = lazy(r"(?:,\s|,?\s(?:and|et|y|и|&)\s)(?P<letter>[A-Z])(?![\p{L}\p{N}/.'-])")
"""Of another part under the same number: "46/130 A and B"."""
_LETTERS_APART: Final = 3
"""From one part that is named to the next, at most: "46/130 A and I" goes on with a sentence."""

_ORGANS: Final = {
    "HRC": (
        r"Human Rights Council|(?:UN)?HRC|H\.R\.C\.|"
        r"Conseil des droits de l'homme|Consejo de Derechos Humanos|"
        r"Совет(?:а|ом)? по правам человека|人权理事会|مجلس حقوق الإنسان"
    ),
    "SC": (
        r"Security Council|(?:UN)?SC|S\.C\.|Conseil de sécurité|Consejo de Seguridad|"
        r"Совет(?:а|ом)? Безопасности|安全理事会|安理会|مجلس الأمن"
    ),
    "ECOSOC": (
        r"Economic and Social Council|ECOSOC|Conseil économique et social|Consejo Económico y Social|"
        r"Экономическ(?:ого|ий|им) и Социальн(?:ого|ый|ым) Совет(?:а|ом)?|经济及社会理事会|经社理事会|"
        r"المجلس الاقتصادي والاجتماعي"
    ),
    "OTHER": (
        r"(?:卫生|环境)大会|(?:Health|Environment|Parliamentary) Assembly|Sub-Commission[^.;,]{0,60}|"
        r"(?-i:(?!UN |IN |OF |BY |TO |THE )[A-Z]{2,8}) (?:General )?(?:Assembly|Council)|"
        r"European (?:Union )?Council|"
        r"Conference of the (?:States )?Parties|Governing Council|Trusteeship Council|Council of Europe|"
        r"(?:Commission|Committee|Conference|Board)(?! on Human Rights)(?: on [^.;,]{3,50})?"
    ),
    "CHR": (
        r"Commission on Human Rights|CHR|Commission des droits de l'homme|Comisión de Derechos Humanos|"
        r"Комиссии по правам человека|人权委员会|لجنة حقوق الإنسان"
    ),
    "GA": (
        r"General Assembly|(?:UN)?GA|G\.A\.|Assembly|Assemblée générale|Assemblée|Asamblea General|Asamblea|"
        r"Генеральн(?:ой|ая|ую) Ассамбле(?:и|я|ей|ю)|Ассамблеи|大会|الجمعية العامة"
    ),
    "COUNCIL": r"Council|Conseil|Consejo|Совета|理事会",
}
_EITHER: Final = "|".join(rf"(?P<{name}>{forms})" for name, forms in _ORGANS.items())
_NEAR: Final = lazy(
    r"(?:'s?)?\s?(?:special\ssession\s)?|(?:\d{4}年\d{1,2}月\d{1,2}日)?(?:通过)?的?(?:题为.{1,40}的)?|(?P<its>[^.;\d]{0,45}\s(?:its|sa|ses|su|sus)\s)"
)
"""Between an organ and its resolution: nothing, or "..., in its"."""
_TYPED_NEAR: Final = lazy(r"[,.:]\s")
"""The same in what a person typed: "Human Rights Council, Resolution 48/13"."""
_CHINESE_CLOSING: Final = lazy(r"\s?号(?:决议|决定)")
_UNKNOWN: Final = lazy(r"(?<![\p{L}\p{N}/])(?!UN\s|U\.N\.)\p{Lu}[\p{Lu}.-]{1,10}\s$")
LONGEST_ACRONYM: Final = 16
"""Of a body that is not known, with the space behind it: "WHA resolution 58/33" is no General Assembly's."""
WINDOW: Final = 90
"""How far back an organ's name may begin: name and "in its" together."""
FIRST_SESSION: Final = 31
"""General Assembly resolutions are numbered session/number since the thirty-first session (1976)."""
FIRST_YEAR: Final = 1946
"""Of any session."""
FIRST_DECISION: Final = 101
"""Of the Human Rights Council and the Economic and Social Council in a session or year; boards that count
from 1 have decisions of the same form."""
LAST_COUNCIL_SESSION: Final = 70
"""Sessions of the Human Rights Council to come for some years; above it, session/number can only be the
Assembly's."""


@cache
def _organ(*, any_case: bool) -> regex.Pattern[str]:
    capital = "" if any_case else r"(?=[\p{Lu}\p{Lo}])"
    return compiled(rf"{capital}(?:(?<!\p{{L}})|(?<=\p{{Han}}))(?:{_EITHER})", ignore_case=any_case)


@cache
def _after() -> regex.Pattern[str]:
    """Return the pattern of an organ behind its resolution: "of the Security Council"."""
    return compiled(
        rf"\s?(?:\([^()]{{1,30}}\)\s?)?,?\s?(?:(?:of|adopted\sby)\s(?:the\s)?|de\s(?:la\s|l')?|du\s|del\s|)(?:(?<=\s|'){_EITHER})(?!\p{{Ll}})"
        r"(?!(?:'s)?\s(?:special session\s)?(?:resolution|decision)s?\s)"  # whose is the next one
    )


@cache
def _subject() -> regex.Pattern[str]:
    """Return the pattern of the organ that acts: "in its resolution 33/25, the Human Rights Council"."""
    return compiled(
        rf"(?:\sof\s\d{{1,2}}\s\p{{L}}{{3,9}}\s\d{{4}})?,\s(?:the|la|l'|le|el)\s?(?:{_EITHER})(?!\p{{Ll}})"
    )


_SHORT: Final = ("res. ", "rés. ", "res ", "rés ", "dec. ", "scr")
"""Signs that would be found in too many texts, and are looked for only in what a person typed."""


def names_resolution(lowered: str) -> bool:
    """Tell cheaply whether a resolution or decision may be named in folded text in lower case."""
    return any(sign in lowered for sign in (*RESOLUTIONS, *OTHER_RESOLUTIONS, *_SHORT))


def find_resolutions(
    text: str,
    *,
    body: str | None = None,
    typed: bool = False,
    any_case: bool = False,
    signs: Signs | None = None,
) -> Iterator[tuple[int, int, DocumentSymbol]]:
    """Yield start, end and symbol of each resolution or decision named in folded text.

    Where the organ is not named, the form of the number decides: n (year) is the Security Council's, year/n
    the Economic and Social Council's, n/m the General Assembly's. In documents of the Human Rights Council
    n/m is its own or the Assembly's: when both are possible, nothing is yielded.

    Args:
        text: Text that went through fold_characters.
        body: The body that the document belongs to.
        typed: Whether a person typed this, to find a document; then the Assembly is meant when in doubt.
        any_case: Whether names of organs in small letters count too; for what a person types.
        signs: What find_signs() gives for it in lower case, to look nowhere else.

    >>> text = "Recalling its resolutions 217 A (III), 54/68 and 72/79"
    >>> [str(symbol) for start, end, symbol in find_resolutions(text)]
    ['A/RES/217A(III)', 'A/RES/54/68', 'A/RES/72/79']
    """
    for word in _find_words(text, signs):
        organ, start = _organ_before(text, word.start(), any_case=any_case)
        if word["council"]:
            organ = "SC"
        organ = _ORGANS_BETWEEN.get(word["organ"] or "", organ)
        is_decision = bool(word["decision"]) or word["chinese"] == "决定"
        numbers = _read_numbers(text, word.end())
        if not numbers:
            continue
        end = numbers[-1][-1].end()
        closing = _CHINESE_CLOSING.match(text, end) if word["chinese"] else None
        if organ is None and not closing:
            if after := _after().match(text, end):
                organ, end = after.lastgroup, (after.end() if len(numbers) == 1 else end)
            elif subject := _subject().match(text, end):
                organ = subject.lastgroup
        end = closing.end() if closing else end
        parts = [(number, one) for number, *letters in numbers for one in (number, *letters)]
        for place, (number, one) in enumerate(parts):
            symbol = _name_symbol(
                number, one["letter"], organ, is_decision=is_decision, body=body, typed=typed
            )
            if symbol is not None:
                is_last = place == len(parts) - 1
                begin = start if place == 0 else one.start() if one is number else one.start("letter")
                yield begin, end if is_last else one.end(), symbol


def _find_words(text: str, signs: Signs | None) -> Iterator[regex.Match[str]]:
    if signs is None or signs.has_other_resolutions:
        yield from _PROSE.finditer(text)
    else:
        yield from filter(None, (_PROSE.match(text, place) for place in signs.resolutions))


def _organ_before(text: str, position: int, *, any_case: bool) -> tuple[str | None, int]:
    """Return the organ named right before a position, and where its name begins."""
    organs = list(_organ(any_case=any_case).finditer(text, max(0, position - WINDOW), position))
    organ = organs[-1] if organs else None
    between = _NEAR.fullmatch(text, organ.end(), position) if organ else None
    if any_case and organ is not None and _TYPED_NEAR.fullmatch(text, organ.end(), position):
        return organ.lastgroup, organ.start()
    if organ is None or between is None:
        if any_case and organ is not None and organ.lastgroup != "GA":
            return "OTHER", position  # somebody typed another organ, though not right before it
        is_unknown = _UNKNOWN.search(text, max(0, position - LONGEST_ACRONYM), position)
        return ("OTHER" if is_unknown and not text[position:].isupper() else None), position
    if between["its"]:
        return (None if organ.lastgroup == "OTHER" else organ.lastgroup), position
    return organ.lastgroup, organ.start()


def _read_numbers(text: str, position: int) -> list[list[regex.Match[str]]]:
    """Return the numbers of a list, each with the letters of further parts behind it."""
    found: list[list[regex.Match[str]]] = []
    while number := _NUMBER_PATTERN.match(text, position):
        found.append([number])
        while letter := _further_letter(text, found[-1][-1]):
            found[-1].append(letter)
        following = _NEXT.match(text, found[-1][-1].end())
        if following is None:
            break
        position = following.end()
    return found


def _further_letter(text: str, part: regex.Match[str]) -> regex.Match[str] | None:
    """Return the letter of the next part, if one is named."""
    letter = _FURTHER_LETTER.match(text, part.end()) if part["letter"] else None
    return letter if letter and 0 < ord(letter["letter"]) - ord(part["letter"]) <= _LETTERS_APART else None


def _name_symbol(
    number: regex.Match[str],
    letter: str | None,
    organ: str | None,
    *,
    is_decision: bool,
    body: str | None,
    typed: bool,
) -> DocumentSymbol | None:
    """Return the symbol of one number, or of its part, None when it is not certain whose it is."""
    bracket = number["bracket"] or ""
    first, slash, _ = number["number"].partition("/")
    is_year = bool(slash) and _is_year(first)
    if organ == "COUNCIL":
        organ = "SC" if bracket.isdigit() else "ECOSOC" if is_year else "HRC"
    if organ is None:
        organ = _guess_organ(number, is_decision=is_decision, body=body, typed=typed)
    if organ is None or organ == "OTHER" or (is_decision and organ == "SC"):
        return None
    if organ in {"HRC", "GA"} and (is_year or (bracket.isdigit() and not slash)):
        return None
    if slash and bracket.isdigit():
        bracket = ""  # the year of an adoption, which is no part of the number
    if (organ in {"HRC", "CHR"} and not slash) or (number["alone"] and organ != "SC"):
        return None
    prefix = {"GA": "A", "SC": "S", "HRC": "A/HRC", "ECOSOC": "E", "CHR": "E/CN.4"}[organ]
    kind = "DEC" if is_decision else "RES"
    tail = f"({bracket})" if bracket else ""
    return DocumentSymbol.try_parse(f"{prefix}/{kind}/{number['number']}{letter or ''}{tail}")


def _is_year(number: str) -> bool:
    return number.isdigit() and int(number) >= FIRST_YEAR


def _guess_organ(number: regex.Match[str], *, is_decision: bool, body: str | None, typed: bool) -> str | None:
    """Return the organ that the form of a number tells, or the body of the document."""
    first, slash, count = number["number"].partition("/")
    bracket = number["bracket"] or ""
    if bracket.isdigit():
        return None if slash else "SC"
    if bracket:
        session = roman_value(bracket.rpartition("-")[2]) or 0
        return "GA" if session < FIRST_SESSION else "ECOSOC"  # the Assembly's later ones are not written so
    if not slash:
        return "SC" if body == "SC" else None
    is_usual_decision = is_decision and len(count) == len(str(FIRST_DECISION))
    if _is_year(first):
        return "ECOSOC" if body not in {"CHR", "SCHR"} and is_usual_decision == is_decision else None
    if not first.isdigit():
        return "GA" if first.startswith("ES") or body != "HRC" else None
    session = int(first)
    if is_usual_decision and count.startswith("1") and (typed or body == "HRC"):
        return "HRC" if session <= LAST_COUNCIL_SESSION else None
    if body == "HRC" and session <= LAST_COUNCIL_SESSION and not typed:
        return "HRC" if session < FIRST_SESSION else None
    return "GA" if session >= FIRST_SESSION else None
