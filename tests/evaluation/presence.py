"""Every document has records or a reason, and carries its own symbol and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.corpus import Known, family_of
from tests.evaluation.outcome import Case, Outcome, squash

if TYPE_CHECKING:
    from tests.evaluation.reading import Reading

ERROR_PAGES = "x_ods_error_page"
"""The family of pages that a document server sent instead of a document."""

NO_SYMBOL = "n_non_un_report"
"""The family of reports on which no symbol is printed."""


def check_presence(reading: Reading, known: Known | None) -> Outcome:
    """Counts documents, how they ended, and whether symbol and language are right where they are known."""
    outcome = Outcome()
    key = reading.key
    parsed = reading.parsed
    has_records = bool(parsed and parsed.records)
    explained = has_records or bool(reading.state == "refused" and reading.reason)
    silent = Case("silent", key, None, f"{reading.state}: {reading.reason or 'no records and no reason'}")
    outcome.counts.update(
        docs=1, pages=reading.pages, crashes=reading.state == "crashed", hangs=reading.state == "hung"
    )
    outcome.counts["milliseconds"] += round(1000 * reading.seconds)
    outcome.counts["with records"] += has_records
    outcome.judge("explained", good=explained, case=silent)
    if family_of(key) == ERROR_PAGES:
        outcome.counts["error pages"] += 1
        text = f"{reading.state} {reading.code}, {len(parsed.records) if parsed else 0} records"
        recognised = reading.code == "not-a-report"
        outcome.judge("error pages found", good=recognised, case=Case("silent", key, None, text))
    if parsed is None or not has_records:
        return outcome
    symbols = {squash(s) for record in parsed.records for s in (record.symbol, *record.symbols) if s}
    outcome.counts["symbol found"] += bool(symbols)
    if family_of(key) == NO_SYMBOL and symbols:
        outcome.counts["invented symbols"] += 1
        outcome.cases.append(Case("symbol", key, None, f"invented: {sorted(symbols)}"))
    if known and known.symbol and family_of(key) != NO_SYMBOL:
        outcome.counts["symbol known"] += 1
        text = f"{known.symbol} expected, {sorted(symbols)} found"
        outcome.judge(
            "symbol right", good=squash(known.symbol) in symbols, case=Case("symbol", key, None, text)
        )
    if known and known.language:
        outcome.counts["language known"] += 1
        language = parsed.report.language
        text = f"{known.language} expected, {language} found"
        outcome.judge(
            "language right", good=language == known.language, case=Case("language", key, None, text)
        )
    return outcome


def check_conservation(reading: Reading) -> Outcome:
    """Counts documents whose characters all arrive, and words that are lost or doubled."""
    outcome = Outcome()
    kept = reading.conserved
    if kept is None:
        return outcome
    outcome.counts.update({"read": 1, "words": kept.words, "lost": kept.lost, "doubled": kept.doubled})
    text = f"{kept.visible} characters extracted, {kept.accounted} accounted for"
    outcome.judge(
        "conserved", good=kept.visible == kept.accounted, case=Case("lost", reading.key, None, text)
    )
    if kept.lost:
        share = f"{kept.lost} of {kept.words} words: {' '.join(kept.sample)}"
        outcome.cases.append(Case("lost", reading.key, None, share))
    return outcome
