"""Records held against labelled sub-paragraphs: their addresses, and where they begin and end.

The labels lie in gold/parts/*.jsonl; gold/README.md says what they are and how they were made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tests.evaluation.anchors import at_edge, place, plain
from tests.evaluation.gold import GOLD, Label, on_page, same_number
from tests.evaluation.outcome import Case, Outcome

if TYPE_CHECKING:
    from indexer.model import Record
    from tests.evaluation.reading import Reading

PARTS = GOLD / "parts"

STAGES = (
    "no such record on the page",
    "no part has this address",
    "the part begins elsewhere",
    "the part ends elsewhere",
)
"""What is asked of a part, in this order, as it is said when it fails."""

RIGHT = len(STAGES)


class GoldPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part: its address below the paragraph ("a.ii"), and its first words without the marker."""

    address: str
    first: str


class GoldParagraph(Label, frozen=True):
    """A paragraph with all its parts, or with none.

    Attributes:
        page: One that it begins on or goes on.
        number: As printed, without its full stop.
        opens: The first words, when it has no number.
        parts: In order; empty where what looks like one is none.
        last: The last words of the last part; none where no rule names its end.
    """

    number: str | None
    opens: str | None
    parts: tuple[GoldPart, ...]
    last: str | None


def check_parts(reading: Reading, labels: list[GoldParagraph]) -> Outcome:
    """Counts "parts", "parts right", and "parts found" of the records that were labelled.

    A part is right when the record has one with its address that begins with its marker and words, does not
    go on into the next, and ends, when it is the last, with the last words. What is found and not right is
    missing from the precision.
    """
    outcome = Outcome()
    for label in labels:
        record = _record(reading, label)
        texts = _texts(record) if record else {}
        outcome.counts["parts"] += len(label.parts)
        outcome.counts["parts found"] += len(record.parts) if record else 0
        for at, part in enumerate(label.parts):
            reached = _reached(label, at, texts) if record else 0
            why = "" if reached == RIGHT else STAGES[reached]
            text = f"{label.number or label.opens} ({part.address}) {why}: {part.first}"
            case = Case("parts", reading.key, label.page, text)
            outcome.judge("parts right", good=reached == RIGHT, case=case)
        for address in texts.keys() - {part.address for part in label.parts}:
            text = f"{label.number or label.opens} ({address}) is none: {texts[address][:60]}"
            outcome.cases.append(Case("parts", reading.key, label.page, text))
    return outcome


def _record(reading: Reading, label: GoldParagraph) -> Record | None:
    """The record of a labelled paragraph; of several with its number the one with the most of its parts."""
    wanted = {part.address for part in label.parts}
    found = [
        record
        for record in (reading.parsed.records if reading.parsed else ())
        if on_page(record, label.page)
        and (
            same_number(record.number, label.number)
            if label.number
            else at_edge(plain(label.opens or ""), plain(record.text), label.slips, r"\A{}\b")
        )
    ]
    return max(found, key=lambda record: len(wanted & _texts(record).keys()), default=None)


def _texts(record: Record) -> dict[str, str]:
    """The words of each part by its address below the record."""
    below = len(record.address) + 1
    return {part.address[below:]: plain(record.text[part.start : part.end]) for part in record.parts}


def _reached(label: GoldParagraph, at: int, texts: dict[str, str]) -> int:
    """How many of STAGES a labelled part passes."""
    part, slips = label.parts[at], label.slips
    words = texts.get(part.address)
    if words is None:
        return 1
    if not at_edge(_start(part), words, slips, r"\A{}\b"):
        return 2
    if at + 1 == len(label.parts):
        ends = not label.last or at_edge(plain(label.last), words, slips, r"{}\Z")
    else:
        following = label.parts[at + 1]
        nested = following.address.startswith(f"{part.address}.")
        ends = nested or place(_start(following), words[len(_start(part)) :], slips, r"\b{}\b") is None
    return RIGHT if ends else 3


def _start(part: GoldPart) -> str:
    """The marker and the first words of a part."""
    return plain(f"{part.address.rpartition('.')[2]} {part.first}")
