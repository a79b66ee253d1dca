"""Records held against answers nobody here wrote.

Printed contents tables, recommendations of review reports, operative paragraphs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.evaluation.numbering import is_main
from tests.evaluation.outcome import Case, Outcome, squash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Record
    from tests.evaluation.corpus import ContentsRow, Operative, Recommendations
    from tests.evaluation.reading import Reading


def check_contents(reading: Reading, rows: Sequence[ContentsRow]) -> Outcome:
    """Counts "rows", "range", "page" and "title", as tools/parse_eval.py defines them.

    For each printed row: a record for its first and its last paragraph, the first on the stated page (as
    printed, or as counted in the file), under a heading with the last twelve letters of the row's title.
    """
    outcome = Outcome()
    first_of: dict[str, Record] = {}
    for record in reading.parsed.records if reading.parsed else ():
        if is_main(record) and record.number:
            first_of.setdefault(record.number, record)
    for row in rows:
        outcome.counts["rows"] += 1
        first, last = first_of.get(str(row.first)), first_of.get(str(row.last))
        wanted = f"{row.section} {row.first}-{row.last} p. {row.page}"
        page = first.page if first else None

        def case(problem: str, page: int | None = page, wanted: str = wanted) -> Case:
            return Case("contents", reading.key, page, f"{problem}: {wanted}")

        ends = first is not None and last is not None
        outcome.judge("range", good=ends, case=case(f"found {bool(first)}, {bool(last)}"))
        if first is None:
            continue
        on_page = row.page in (first.page, first.page_end) or str(row.page) == str(first.page_label)
        outcome.judge("page", good=on_page, case=case(f"on page {first.page}, printed {first.page_label}"))
        titled = any(squash(row.section)[-12:] in squash(heading) for heading in first.section)
        outcome.judge("title", good=titled, case=case(f"under {list(first.section)}"))
    return outcome


def check_recommendations(reading: Reading, truth: Recommendations) -> Outcome:
    """Counts "upr", "upr number" and "upr text", as tools/parse_eval.py defines them.

    Documents that do not print the numbers are left out. The text is right when the first 40 letters of the
    recommendation stand within the first 200 of a record of that number.
    """
    outcome = Outcome()
    if not truth.recommendations or truth.numbers_found_in_pdf < 0.95 * len(truth.recommendations):
        return outcome
    by_number = _by_number(reading, ())
    for number, text in truth.recommendations.items():
        outcome.counts["upr"] += 1
        found = by_number[number.rstrip(".")]
        right = [r for r in found if squash(text[:60])[:40] in squash(r.text)[:200]]
        outcome.counts["upr number"] += bool(found)
        shown = f"{number} {text[:60]} | found: {[r.text[:60] for r in found]}"
        page = found[0].page if found else None
        outcome.judge("upr text", good=bool(right), case=Case("upr", reading.key, page, shown))
    return outcome


def check_operative(reading: Reading, truth: Operative) -> Outcome:
    """Counts "operative" and "operative text", as tools/parse_eval.py defines them.

    The truth is silver: made by another program, so look at a disagreement before believing it.
    """
    outcome = Outcome()
    by_number = _by_number(reading, ("operative", "paragraph"))
    for number, text in truth.paragraphs.items():
        outcome.counts["operative"] += 1
        found = by_number[number]
        right = any(squash(text)[:30] in squash(r.text)[:120] for r in found)
        shown = f"{number} {text[:60]} | found: {[r.text[:60] for r in found]}"
        page = found[0].page if found else None
        outcome.judge("operative text", good=right, case=Case("operative", reading.key, page, shown))
    return outcome


def _by_number(reading: Reading, kinds: Sequence[str]) -> defaultdict[str, list[Record]]:
    """Records by the number that is due, without a full stop, of some kinds or of all."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in reading.parsed.records if reading.parsed else ():
        if not kinds or record.kind in kinds:
            found[(record.number_inferred or record.number or "").rstrip(".")].append(record)
    return found
