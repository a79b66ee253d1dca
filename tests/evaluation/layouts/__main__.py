"""`python -m tests.evaluation.layouts`: made-up reports, and how much of them is read as it was written."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.layouts import acts, designed, documents, judgments, meetings, volumes, writer
from tests.evaluation.layouts.browser import browser, print_page
from tests.evaluation.layouts.compare import ASPECTS, compare, parse, plain
from tests.evaluation.layouts.designed_page import page_of
from tests.evaluation.layouts.faces import faces_of, has_letters
from tests.evaluation.layouts.paper import draw
from tests.evaluation.layouts.texts import read_library
from tests.evaluation.layouts.word_file import write
from tests.evaluation.word.office import office, save_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.evaluation.layouts.compare import Comparison, Outcome
    from tests.evaluation.layouts.report import Report

FAMILIES = {"reports": writer.make, "acts": acts.make, "meetings": meetings.make,
            "volumes": volumes.make, "judgments": judgments.make, "designed": designed.make,
            "documents": documents.make}  # fmt: skip
"""What makes the documents of a family, by its name."""
_BATCH = 20  # reports that one start of LibreOffice prints
_FORMATS = ("paper", "word", "office")
_WIDTH = 110  # characters of a text shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how much was read as written, by format, by kind and by property; 0 always."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.layouts", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="of the first report")
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--show", action="store_true", help="print each unit that was not read as written")
    parser.add_argument("--no-office", action="store_true", help="do not print Word files with LibreOffice")
    parser.add_argument("--keep", type=Path, help="folder in which the files are left")
    parser.add_argument("--with", dest="wanted", action="append", default=[], metavar="NAME=VALUE",
                        help="a property that all reports have; may be repeated")  # fmt: skip
    parser.add_argument("--texts", type=Path, metavar="FILE",
                        help="paragraphs of real documents (JSON Lines, gzip), for the reports")  # fmt: skip
    parser.add_argument("--family", choices=FAMILIES, default="reports", help="of the documents")
    parser.add_argument("--again", type=int, default=1, metavar="N",
                        help="layouts that each real document is set in, on paper; only units are shown"
                             " that are read as written in one of them and not in another")  # fmt: skip
    wanted = parser.parse_args(arguments)
    formats = [name for name in _FORMATS if name != "office" or not wanted.no_office]
    if wanted.family == "designed":
        formats = ["browser"]
        if browser() is None:
            sys.stdout.write(
                "Nothing is made: a browser sets these reports (chromium), and none is installed\n"
            )
            return 0
    if "office" in formats and office() is None:
        sys.stdout.write("Word files are not printed: LibreOffice (soffice) is not installed\n")
        formats.remove("office")
    tally = Tally()
    given = dict(pair.split("=", 1) for pair in wanted.wanted)
    _leave_out(formats, given.get("language", "en"))
    library = read_library(wanted.texts) if wanted.texts else None
    make = FAMILIES[wanted.family]
    if wanted.again > 1 and library is not None and wanted.family == "documents":
        count = len(library.documents)
        for seed in range(wanted.seed, wanted.seed + wanted.reports):
            reports = [make(seed + count * turn, library, **given) for turn in range(wanted.again)]
            sys.stdout.writelines(_changing(reports, wanted.keep))
        return 0
    reports = [make(seed, library, **given) for seed in range(wanted.seed, wanted.seed + wanted.reports)]
    for begin in range(0, len(reports), _BATCH):
        with tempfile.TemporaryDirectory(prefix="indexer-layouts-") as folder:
            place = wanted.keep or Path(folder)
            place.mkdir(parents=True, exist_ok=True)
            for name, report, found in _compared(reports[begin : begin + _BATCH], place, formats):
                tally.add(name, report, found)
                if wanted.show:
                    sys.stdout.writelines(_shown(name, report, found))
    sys.stdout.writelines(tally.lines(formats))
    return 0


def _changing(reports: Sequence[Report], keep: Path | None) -> Iterator[str]:
    """What of a document depends on how it is set: one of the readings is wrong."""
    with tempfile.TemporaryDirectory(prefix="indexer-layouts-") as folder:
        place = keep or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        found = [one for name, _, one in _compared(reports, place, ["paper"]) if name == "paper"]
    wrong = [{at for at, outcome in enumerate(one.outcomes) if outcome.wrong} for one in found]
    always = set.intersection(*wrong)
    for report, one, places in zip(reports, found, wrong, strict=True):
        for at in sorted(places - always):
            yield from _case(f"{report.symbol} {report.seed}", one.outcomes[at])


def _leave_out(formats: list[str], language: str) -> None:
    """Take away the formats that a language cannot be printed in, and say so."""
    if faces_of(language) is None:
        sys.stdout.write(f"No paper: no face for {language} that needs no other program to be set\n")
        formats.remove("paper")
    if "office" in formats and not has_letters(language):
        sys.stdout.write(f"Word files are not printed: no face for {language} is installed\n")
        formats.remove("office")


def _compared(
    reports: Sequence[Report], folder: Path, formats: Sequence[str]
) -> Iterator[tuple[str, Report, Comparison]]:
    """Write the reports in each format, and read them."""
    if "browser" in formats:
        for report in reports:
            path = print_page(page_of(report), folder / f"{report.seed}.pdf")
            yield "browser", report, compare(report, parse(path))
        return
    # Word has no columns that run on by themselves
    flowing = [report for report in reports if all(block.side == 1 for block in report.blocks)]
    files = [write(report, folder / f"{report.seed}.docx") for report in flowing]
    printed = save_as("pdf", files, folder) if "office" in formats else []
    if "paper" in formats:
        for report in reports:
            path = folder / f"{report.seed}-paper.pdf"
            pages = draw(report, path)
            yield "paper", report, compare(report, parse(path), pages)
    for at, report in enumerate(flowing):
        yield "word", report, compare(report, parse(files[at]))
        if printed and report.style["notes"] != "stars":  # LibreOffice prints these twice
            yield "office", report, compare(report, parse(printed[at]))


class Tally:
    """Units and those read as written, counted by format, aspect, kind and property."""

    def __init__(self) -> None:
        self._all: dict[tuple[str, ...], int] = defaultdict(int)
        self._right: dict[tuple[str, ...], int] = defaultdict(int)
        self._words: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, name: str, report: Report, found: Comparison) -> None:
        """Count one report in one format."""
        for outcome in found.outcomes:
            self._count(not outcome.wrong, "whole", name)
            self._count("text" not in outcome.wrong, "text", name)
            if "text" not in outcome.wrong:
                for aspect in ASPECTS[1:]:
                    self._count(aspect not in outcome.wrong, aspect, name)
            self._count(not outcome.wrong, "kind", outcome.unit.kind, name)
            for key, value in report.style.values.items():
                self._count(not outcome.wrong, key, value, name)
        self._words[name].update(lost=found.lost.total(), foreign=found.foreign.total())

    def _count(self, right: bool, *key: str) -> None:  # noqa: FBT001 -- what is counted
        self._all[key] += 1
        self._right[key] += right

    def lines(self, formats: Sequence[str]) -> Iterator[str]:
        """The tables."""
        yield _line("", "", formats)
        for aspect in ("whole", *ASPECTS):
            yield self._row(aspect, (aspect,), formats)
        for words in ("lost", "foreign"):
            yield _line(f"words {words}", "", [str(self._words[name][words]) for name in formats])
        rows = dict.fromkeys(place[:2] for place in self._all if len(place) == 3)
        keys = list(dict.fromkeys(key for key, _ in rows))
        for key, value in sorted(rows, key=lambda row: (keys.index(row[0]), row[1])):
            yield self._row(f"{key}: {value}", (key, value), formats)

    def _row(self, title: str, key: tuple[str, ...], formats: Sequence[str]) -> str:
        counts = [self._all[*key, name] for name in formats]
        shares = [
            f"{100 * self._right[*key, name] / count:.1f}" if count else "-"
            for name, count in zip(formats, counts, strict=True)
        ]
        return _line(title, str(max(counts, default=0)), shares)


def _line(title: str, count: str, cells: Sequence[str]) -> str:
    return f"{title:32}{count:>7}" + "".join(f"{cell:>9}" for cell in cells) + "\n"


def _shown(name: str, report: Report, found: Comparison) -> Iterator[str]:
    for outcome in found.outcomes:
        if outcome.wrong:
            yield from _case(f"{report.seed} {name}", outcome)
    for what, words in (("lost", found.lost), ("foreign", found.foreign)):
        if words:
            shown = " ".join(
                f"{word}*{count}" if count > 1 else word for word, count in words.most_common(12)
            )
            yield f"{report.seed} {name}: {words.total()} words {what}: {shown}\n"


def _case(place: str, outcome: Outcome) -> Iterator[str]:
    unit, record = outcome.unit, outcome.found
    yield f"{place}: {' '.join(sorted(outcome.wrong))}\n"
    yield f"    written {unit.kind} {unit.number} {plain(unit.text)[:_WIDTH]!r} {unit.section}\n"
    if record is None:
        yield "    read    nowhere\n"
        return
    text = plain(record.text)
    at = next(
        (n for n, pair in enumerate(zip(text, plain(unit.text), strict=False)) if pair[0] != pair[1]), None
    )
    at = min(len(text), len(plain(unit.text))) if at is None else at
    shown = text[:_WIDTH] if at < 20 else f"... {text[at - 20 : at]}|{text[at : at + _WIDTH]}"
    notes = [note.text[:30] for note in record.footnotes]
    yield f"    read    {record.kind} {record.number} {shown!r} {record.section} page {record.page} {notes}\n"


if __name__ == "__main__":
    sys.exit(main())
