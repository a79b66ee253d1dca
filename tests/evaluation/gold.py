"""Records held against gold pages: every unit of a page, labelled from the picture of the page.

The labels lie in gold/*.jsonl; gold/README.md says what they are and how they were made.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from tests.evaluation.anchors import LETTERS_A_SLIP, at_edge, place, plain
from tests.evaluation.corpus import family_of
from tests.evaluation.outcome import Case, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import Record
    from tests.evaluation.reading import Reading

GOLD = Path(__file__).with_name("gold")

GoldKind = Literal[
    "paragraph",
    "operative",
    "recommendation",
    "preamble",
    "text",
    "speech",
    "footnote",
    "heading",
    "furniture",
    "table",
    "contents",
]
"""What a unit is: as the kinds of records, and what stands on a page beside them."""

NUMBERED = frozenset({"paragraph", "operative", "recommendation"})
"""Kinds whose number must be that of the record; for the strict figure they are one family."""

LISTED = frozenset({"operative", "recommendation"})
"""Kinds that a numbered item of a list inside a paragraph may be labelled as."""

SCORED = NUMBERED | {"preamble", "text", "speech", "footnote"}

RUNS_ON = frozenset({"paragraph", "operative"})
"""Kinds whose record may go on after the last words, but for the strict figure."""

SCANS = frozenset({"g_scan_with_ocr", "h_fr_g_scan_with_ocr"})
"""Families whose text was read from a picture: their letters may differ from what is printed."""

OTHER_LAYOUTS = SCANS | {
    "h_ar_c_new_york",
    "h_ru_c_new_york",
    "h_udhr",
    "n_non_un_report",
    "o_unfccc_negotiating_text",
    "other",
}
"""Families with a figure of their own, so that "gold" says what it said before they were labelled."""

STAGES = (
    "no such record on the page",
    "the first words are missing",
    "the last words do not follow",
    "something stands before the first words",
    "something stands after the last words",
    "the record is of another kind",
)
"""What is asked of a record, in this order, as it is said when it fails."""

RIGHT = len(STAGES)


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is labelled on a page.

    Attributes:
        key: "FAMILY/FILE".
        page: Counted in the file, from 1.
    """

    key: str
    page: int

    @property
    def slips(self) -> int:
        """How many letters may differ from what is printed."""
        return LETTERS_A_SLIP if family_of(self.key) in SCANS else 0


class Unit(Label, frozen=True):
    """One labelled unit, or the part of it that stands on the page.

    Attributes:
        order: Place on the page, from 1.
        kind: What it is.
        number: As printed, without its full stop; for a note its mark.
        first: The first words on this page.
        last: The last words on this page.
        starts_here: Whether the unit begins on this page.
        ends_here: Whether it ends on this page.
    """

    order: int
    kind: GoldKind
    number: str | None
    first: str
    last: str
    starts_here: bool
    ends_here: bool


AnyLabel = TypeVar("AnyLabel", bound=Label)


def load_labels(folder: Path, kind: type[AnyLabel]) -> dict[str, list[AnyLabel]]:
    """All labels of a kind by document, each in the order of its file."""
    labels: dict[str, list[AnyLabel]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for label in msgspec.json.Decoder(kind).decode_lines(path.read_bytes()):
            labels.setdefault(label.key, []).append(label)
    return labels


def check_gold(reading: Reading, units: list[Unit]) -> Outcome:
    """Counts "gold", "gold right" and "gold strict"; the first two as tools/parse_eval.py defines them.

    For OTHER_LAYOUTS the counts are "other gold", "other gold right" and "other gold strict".

    A unit is right when a record on its page, for a numbered kind with its number, holds the first and then
    the last words, begins with the first when the unit starts on the page, and ends with the last when it
    ends there; a paragraph may go on. Strictly, no kind may go on, and the record is of the unit's family
    of kinds. For a note, the notes of the records are asked. In SCANS the words may differ by a slip in
    LETTERS_A_SLIP letters; a number may not.
    """
    outcome = Outcome()
    gold = "other gold" if family_of(reading.key) in OTHER_LAYOUTS else "gold"
    for unit in units:
        if unit.kind not in SCORED:
            continue
        outcome.counts[gold] += 1
        for check, count, strict in (
            ("gold", f"{gold} right", False),
            ("gold-strict", f"{gold} strict", True),
        ):
            reached = max((_reached(unit, *text, strict=strict) for text in _texts(reading, unit)), default=0)
            number = f" {unit.number}" if unit.number else ""
            why = "" if reached == RIGHT else STAGES[reached]
            text = f"{unit.kind}{number}: {why}: {unit.first} | {unit.last}"
            outcome.judge(count, good=reached == RIGHT, case=Case(check, reading.key, unit.page, text))
    return outcome


def _texts(reading: Reading, unit: Unit) -> Iterator[tuple[str, bool]]:
    """The texts that may be the unit, each with whether its record is of the unit's family of kinds."""
    for record in reading.parsed.records if reading.parsed else ():
        if not on_page(record, unit.page):
            continue
        if unit.kind == "footnote":
            yield from ((note.text, True) for note in record.footnotes)
        elif unit.kind not in NUMBERED or not unit.number or same_number(record.number, unit.number):
            listed = record.kind == "item" and unit.kind in LISTED
            yield record.text, listed or record.kind == unit.kind or {record.kind, unit.kind} <= NUMBERED


def on_page(record: Record, page: int) -> bool:
    """Whether a record, or a part of it, stands on a page."""
    return record.page is not None and record.page <= page <= (record.page_end or record.page)


def same_number(found: str | None, wanted: str) -> bool:
    """Whether a number is the printed one, spaces and the full stop aside."""
    return (found or "").rstrip(".").replace(" ", "") == wanted.rstrip(".").replace(" ", "")


def _reached(unit: Unit, text: str, related: bool, *, strict: bool) -> int:  # noqa: FBT001  # a row of _texts
    """How many of STAGES the text passes; RIGHT when all that are asked."""
    words, first, last = plain(text), plain(unit.first), plain(unit.last)
    slips = unit.slips
    at = place(first, words, slips)
    passed = (
        True,
        at is not None,
        place(last, words[at.start() if at else 0 :], slips) is not None,
        not unit.starts_here or at_edge(first, words, slips, r"\A{}"),
        not unit.ends_here or (unit.kind in RUNS_ON and not strict) or at_edge(last, words, slips, r"{}\Z"),
        related or not strict,
    )
    return passed.index(False) if False in passed else RIGHT
