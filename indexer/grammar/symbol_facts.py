"""What the components of a symbol say: body, session, year, and whether they make a whole symbol."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import roman_value
from indexer.grammar.patterns import either, lazy
from indexer.grammar.symbol_series import MODIFIER_WORDS, compile_organs, load_series

if TYPE_CHECKING:
    import regex

_MODIFIER: Final = lazy(rf"(?:{MODIFIER_WORDS}\.\d+(?:-\d+)?|Summary)(?:\(|$)", ignore_case=True)
_YEAR: Final = lazy(r"(?:CONF\.)?(19[4-9][0-9]|20[0-9]{2})$")
_NUMBERED: Final = lazy(r"\d+[A-Z]?(?:-\d+)?$")
_LETTERED: Final = lazy(r"\d+[A-Z](?:\(|$)")
_SERIAL: Final = lazy(r"(?:L|R|W|CRP|INF|NGO|PET|PV|SR|WP|G|NL|NR|Agenda|BM|COM|SER)\.", ignore_case=True)
_SESSION: Final = lazy(r"(ES|SS|S|R|RS)-(\d+|[IVX]+)$", ignore_case=True)
_DIGIT: Final = lazy(r"\d")
_ROMAN_SESSION: Final = lazy(r"(?:(E?S)-)?([IVXL]+)\)")
_BODY_SESSION: Final = lazy(r"(?:COP|EX|CRIC|CST)\((\d+)\)")
_BRACKETED_YEAR: Final = lazy(r"\(((?:19|20)[0-9]{2})\)$")
FIRST_YEAR: Final = 1946
"""No organ of the United Nations met before."""
LARGEST_SESSION: Final = 150
"""Sessions are numbered to about 80 today; a larger number in that place is a document's."""


@lru_cache(maxsize=4096)
def split_components(text: str) -> tuple[str, ...]:
    """Return what stands between the slashes of a single symbol; the organ counts as one."""
    found = compile_organs().match(text)
    organ = found[0] if found else text.partition("/")[0]
    parts: list[str] = []
    for piece in text[len(organ) + 1 :].split("/"):
        if parts and parts[-1].count("(") > parts[-1].count(")"):
            parts[-1] += f"/{piece}"  # the slash in "(PartI/Add.1)"
        else:
            parts.append(piece)
    return (organ, *parts)


def count_base(components: tuple[str, ...]) -> int:
    """Return how many components stand before the modifiers at the end."""
    count = len(components)
    while count > 2 and _MODIFIER.match(components[count - 1]):
        count -= 1
    return count


_CAPITAL_ORGANS: Final = frozenset("ASET")
_COMMITTEE: Final = lazy(r"(?:AC|C|CN|CONF|SC|GC|PC|BUR|GE|GGE|WG|Sub|EA|HA)\.[\dIVX]+$")
_UNFINISHED: Final = lazy(
    rf"(?:RES|DEC|PRST|NGO|INF|SER\..|WG|CO|Q|D|{MODIFIER_WORDS}|Sub)$", ignore_case=True
)


def is_complete(components: tuple[str, ...]) -> bool:
    """Tell a document from a body or the beginning of a symbol: something in it must count documents."""
    base = components[1 : count_base(components)]
    if components[0] in _CAPITAL_ORGANS and not _CAPITAL_ORGANS.isdisjoint(components[2:-1]):
        return False  # "A/79/997/S/2025/519" are two symbols with a slash where a dash is due
    if components[0] in country_bodies() and len(components[1]) == 1 and components[1] > "C":
        return False  # "CCPR/G/..." is a misread C
    if _UNFINISHED.match(components[-1]):
        return False
    last = components[-1]
    if components[0] in _CAPITAL_ORGANS and last.isalpha() and last != "Summary" and last not in countries():
        return False
    if "RES" not in base and "DEC" not in base and any(_LETTERED.match(c) for c in base):
        return False  # only resolutions and decisions have letters behind their number
    bare = [c.partition("(")[0] for c in base]
    return any(_NUMBERED.match(c) or _SERIAL.match(c) or _SESSION.match(c) for c in bare) or any(
        _DIGIT.search(c) for c in bare if not _COMMITTEE.match(c)
    )


@lru_cache(maxsize=1)
def country_bodies() -> frozenset[str]:
    """Return the bodies whose symbols name a state."""
    return frozenset(load_series().country_bodies)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return the ISO 3166 codes of states and territories, and XKX."""
    return frozenset(load_series().countries.split())


@lru_cache(maxsize=1)
def _body_table() -> dict[tuple[str, ...], str]:
    return {tuple(entry.prefix.split("/")): entry.body for entry in load_series().bodies}


@lru_cache(maxsize=1)
def _organ_table() -> tuple[tuple[regex.Pattern[str], str], ...]:
    return tuple((lazy(entry.pattern or either([entry.organ])), entry.body) for entry in load_series().organs)


def read_body(components: tuple[str, ...]) -> str:
    """Return the short name of the body, see DocumentSymbol.body."""
    table = _body_table()
    for length in (3, 2):
        if (found := table.get(components[:length])) is not None:
            return found
    if components[0] in {"A", "S", "E", "T", "ST"}:
        committee = next((c for c in components[1:2] if _COMMITTEE.match(c)), None)
        if committee:
            return committee
    return next((body for pattern, body in _organ_table() if pattern.fullmatch(components[0])), components[0])


def read_session(components: tuple[str, ...]) -> str | None:
    """Return the session, see DocumentSymbol.session."""
    last = count_base(components) - 1
    for place, component in enumerate(components[1 : last + 1], 1):
        bare, _, bracket = component.partition("(")
        if special := _SESSION.match(bare):
            return f"{special[1].upper()}{special[2]}"
        roman = _ROMAN_SESSION.match(bracket)
        if roman and (value := roman_value(roman[2])):
            return f"{roman[1] or ''}{value}"
        if numeral := _BODY_SESSION.fullmatch(component):
            return numeral[1]
        if _NUMBERED.match(bare):
            whole = bare.isdigit() and int(bare) <= LARGEST_SESSION and place < last
            return bare if whole else None
    return None


def read_year(components: tuple[str, ...]) -> int | None:
    """Return the year that the symbol states."""
    last = count_base(components) - 1
    bracket = _BRACKETED_YEAR.search(components[last])
    if bracket:
        return int(bracket[1])
    candidates = components[1 : last + 1]
    if "D" in components:
        candidates = candidates[-1:]
    elif components[0] in {"A", "S", "E", "T"} or "RES" in components:
        candidates = candidates[:-1]
    found = (_YEAR.match(c) for c in candidates)
    return next((int(m[1]) for m in found if m and int(m[1]) >= FIRST_YEAR), None)
