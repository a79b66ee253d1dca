"""The evaluation as a whole: readings in, outcomes by family out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from tests.evaluation.corpus import ContentsRow, Corpus, Known, Operative, Recommendations, family_of
from tests.evaluation.furniture import check_furniture
from tests.evaluation.gold import GOLD, Unit, check_gold, load_labels
from tests.evaluation.gold_notes import NOTES, GoldNote, check_notes
from tests.evaluation.gold_parts import PARTS, GoldParagraph, check_parts
from tests.evaluation.numbering import check_numbering
from tests.evaluation.presence import check_conservation, check_presence
from tests.evaluation.truth import check_contents, check_operative, check_recommendations

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.evaluation.outcome import Case, Outcome
    from tests.evaluation.reading import Reading


class Truth(msgspec.Struct, frozen=True):
    """All answers, by document."""

    known: dict[str, Known]
    contents: dict[str, list[ContentsRow]]
    recommendations: dict[str, Recommendations]
    operative: dict[str, Operative]
    gold: dict[str, list[Unit]]
    notes: dict[str, list[GoldNote]] = {}
    parts: dict[str, list[GoldParagraph]] = {}

    @classmethod
    def of(cls, corpus: Corpus) -> Truth:
        """The answers that lie with a corpus, and the gold pages that lie here."""
        return cls(
            corpus.known(),
            corpus.contents(),
            corpus.recommendations(),
            corpus.operative(),
            load_labels(GOLD, Unit),
            load_labels(NOTES, GoldNote),
            load_labels(PARTS, GoldParagraph),
        )


class Evaluation(msgspec.Struct):
    """Counts by family and those of the index as a whole, failing cases, and documents without records."""

    families: defaultdict[str, Counter[str]] = msgspec.field(default_factory=lambda: defaultdict(Counter))
    whole: Counter[str] = msgspec.field(default_factory=Counter)
    cases: list[Case] = msgspec.field(default_factory=list)
    empty: list[tuple[str, str]] = msgspec.field(default_factory=list)

    def take(self, key: str, outcome: Outcome) -> None:
        """Add what a check said of a document."""
        self.families[family_of(key)].update(outcome.counts)
        self.cases.extend(outcome.cases)

    def take_whole(self, outcome: Outcome) -> None:
        """Add what a check said of the index as a whole."""
        self.whole.update(outcome.counts)
        self.cases.extend(outcome.cases)

    def total(self) -> Counter[str]:
        """Counts over all families, and of the index as a whole."""
        total = Counter(self.whole)
        for counts in self.families.values():
            total.update(counts)
        return total


def check(reading: Reading, truth: Truth) -> Outcome:
    """What all checks say of one document."""
    key = reading.key
    outcome = check_presence(reading, truth.known.get(key))
    outcome.add(check_conservation(reading))
    outcome.add(check_numbering(reading))
    outcome.add(check_furniture(reading))
    if key in truth.contents:
        outcome.add(check_contents(reading, truth.contents[key]))
    if key in truth.recommendations:
        outcome.add(check_recommendations(reading, truth.recommendations[key]))
    if key in truth.operative:
        outcome.add(check_operative(reading, truth.operative[key]))
    if key in truth.gold:
        outcome.add(check_gold(reading, truth.gold[key]))
    if key in truth.notes:
        outcome.add(check_notes(reading, truth.notes[key]))
    if key in truth.parts:
        outcome.add(check_parts(reading, truth.parts[key]))
    return outcome


def evaluate(readings: Iterable[Reading], truth: Truth) -> Evaluation:
    """The evaluation of readings against the truth."""
    evaluation = Evaluation()
    for reading in readings:
        evaluation.take(reading.key, check(reading, truth))
        if not (reading.parsed and reading.parsed.records):
            reason = f"{reading.state} {reading.code}: {reading.reason}"
            evaluation.empty.append((reading.key, reason))
    evaluation.cases.sort(key=lambda case: (case.check, case.key, case.page or 0))
    evaluation.empty.sort()
    return evaluation


def dump(reading: Reading, folder: Path) -> None:
    """Write the records as tools/parse_eval.py reads them: FOLDER/FAMILY/FILE.jsonl."""
    if reading.parsed and reading.parsed.records:
        path = folder / f"{reading.key}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.Encoder().encode_lines(reading.parsed.records))
