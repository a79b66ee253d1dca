"""Which blocks stand for themselves, instead of carrying on what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.grammar.recitals import opens_operative
from indexer.segment.emphasis import BOLD
from indexer.segment.items import COMMAS
from indexer.segment.line_starts import MARKER, SIGNATURE, TESTIMONY
from indexer.segment.meetings import names_meeting
from indexer.segment.scopes import is_enacting
from indexer.segment.unit import bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures
    from indexer.segment.unit import Unit

_VOTE = lazy(
    r"^(?:In\sfavour|Against|Abstaining|(?:Ont\svoté\s|Votent\s)?(?:pour|contre)|Abstentions?|(?:Se\ssont\sabstenus|"
    r"S[’']abstiennent)|(?:Votos\s)?(?:a\sfavor|en\scontra)|Abstenciones|Голосовали\s(?:за|против)|Воздержались|"
    r"赞成|反对|弃权|المؤيدون|المعارضون|الممتنعون(?:\sعن\sالتصويت)?)\s?[:：]",
    ignore_case=True,
)
_SOURCE = lazy(r"(?:Sources?|Fuentes?|Источники?|来源|المصدر)\s?[:：]", ignore_case=True)
_NUMBERED = lazy(r"\(\d{1,2}\)[\s\t]+(?=\p{Lu})")
_SET_IN = 18.0  # points: a block that belongs to a paragraph begins so much further in


def stands_for_itself(item: Item, unit: Unit, measures: Measures, *, of_meeting: bool) -> bool:
    """Whether a block stands for itself instead of carrying on the open unit, which is no table."""
    if names_meeting(item.text) or _is_source(item, measures) or is_enacting(item.text):
        return True
    if (SIGNATURE.match(item.text) or TESTIMONY.match(item.text)) and unit.last.ends_sentence():
        return True
    if of_meeting and unit.kind == "text" and _goes_on_with_vote(unit, item):
        return False
    if bullet(item):
        return unit.is_left_by(item)
    if _is_set_off(item, unit):
        return True
    marker = MARKER.match(item.text)
    if marker and unit.kind == "preamble" and unit.last.ends_in(COMMAS):
        return opens_operative(item.text[marker.end() :])  # "(a) Requests" below "Recalling the lights,"
    if marker or item.line.label or unit.kind == "speech":
        return False
    if unit.number is not None and is_vote(item):
        return False
    if unit.listing and (unit.is_open_item() or unit.slips(item)):
        return False
    if unit.number is None:
        # unnumbered blocks stand for themselves, but a lower-case letter carries a sentence on
        return unit.kind == "preamble" or not item.opens_lower() or unit.is_echoed_by(item)
    last = unit.last
    if item.opens_lower() or not last.ends_sentence() or unit.leads():
        return False
    first = unit.first
    deeper = item.rel - min(first.rel, unit.hang()) > _SET_IN
    return not (deeper and item.rel > first.rel + 12) or _stands_aside(item, measures)


def advises(item: Item, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether bold text stands below a numbered paragraph that is not bold: what a committee recommends.

    It is cited by that number. Where bold text stood for itself before, as above the first number, it leads
    to what is below it: a recommendation, and the reply to it.
    """
    plain = unit.kind == "paragraph" and unit.first.line.bold < 0.5
    return (
        plain
        and _is_bold_text(item)
        and not MARKER.match(item.text)
        and not any(_is_bold_text(other.first) for other in units if not other.number)
    )


def _is_bold_text(item: Item) -> bool:
    return item.line.bold >= BOLD and item.is_prose()


def is_hung_out(item: Item, following: Item | None, unit: Unit, measures: Measures) -> bool:
    """Whether only the first line of a block is set in, and the next one begins left of the unit's words.

    Those of a numbered paragraph hang behind its number, and what follows the last one is no block of it.
    """
    if unit.number is None or len(unit.pieces) == 1 or not measures.paged or not unit.last.ends_sentence():
        return False
    if (unit.leads() or unit.lists_at(item.rel)) and MARKER.match(item.text):
        return False  # sub-paragraphs that are set in otherwise than the paragraph that leads to them
    second, _, block = unit.pieces[1]
    if block or second.rel - unit.first.rel <= _SET_IN:
        return False  # most paragraphs
    if following is None or following.page != item.page or measures.stands_apart(following):
        return False
    return second.rel - following.rel > _SET_IN


def _is_set_off(item: Item, unit: Unit) -> bool:
    """Whether "(1)" begins bold text below a paragraph that is not bold and has ended: a recommendation."""
    return (
        item.line.bold >= BOLD
        and unit.number is not None
        and _NUMBERED.match(item.text) is not None
        and unit.first.line.bold < 0.5
        and unit.last.line.bold < 0.5
        and unit.last.ends_sentence()
    )


def is_vote(item: Item) -> bool:
    """Whether a line says how States voted."""
    return _VOTE.match(item.text) is not None


def _stands_aside(item: Item, measures: Measures) -> bool:
    """Whether a line is a label in the middle, or a signature at the other side: neither is set in."""
    half = 0.5 * (measures.right(item) - measures.left(item))
    return item.rel > half or (measures.is_centred(item) and not item.is_prose())


def _goes_on_with_vote(unit: Unit, item: Item) -> bool:
    """Whether a line says how States voted, or which did: it stays with the vote."""
    return is_vote(item) or _VOTE.fullmatch(unit.last.text.strip()) is not None


def _is_source(item: Item, measures: Measures) -> bool:
    """Whether a line says where a chart comes from: "Source:" in smaller type than the text."""
    return measures.is_smaller(item) and bool(_SOURCE.match(item.text))
