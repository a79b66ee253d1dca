from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.golden.comparison import Head, answers, differences, load, names, parsed, save, unit_of

if TYPE_CHECKING:
    from pathlib import Path


def test_every_sample_has_a_golden_file(sample_corpus: Path) -> None:
    samples = {p.name for p in sample_corpus.iterdir() if p.suffix in {".pdf", ".docx", ".html", ".txt"}}
    assert samples == set(names())


@pytest.mark.parametrize("name", names())
def test_sample_is_read_as_it_was_printed(name: str, sample_corpus: Path, *, update_golden: bool) -> None:
    document = parsed(sample_corpus / name)
    if update_golden:
        report = document.report
        head = Head(file=name, symbol=report.symbol or "", language=report.language)
        save(name, head, [unit_of(record) for record in document.records])
        return
    head, units = load(name)
    assert {record.symbol for record in document.records} == {head.symbol}
    assert {record.language for record in document.records} == {head.language}
    by_address = {record.address: record for record in document.records}
    wrong = {}
    for unit in units:
        found = [r for r in document.records if answers(r, unit)] if not unit.address else []
        record = by_address.get(unit.address) or (found[0] if found else None)
        problems = differences(record, unit) if record else {"missing": (None, unit.first)}
        if problems:
            wrong[unit.address or unit.first] = problems
    assert wrong == {}
    # unnumbered lines of a masthead may be kept as text or not; of the rest there is no more and no less
    numbered = [record.address for record in document.records if record.kind != "text"]
    assert numbered == [unit.address for unit in units if unit.kind != "text"]


@pytest.mark.parametrize("name", names())
def test_every_character_of_a_sample_is_accounted_for(name: str, sample_corpus: Path) -> None:
    from indexer import discover, extract, segment  # noqa: PLC0415  # both halves are needed here

    path = sample_corpus / name
    extracted = extract.extract(discover.source_file(path, sample_corpus))
    report = segment.segment(extracted).report
    visible = sum(len("".join(line.text.split())) for page in extracted.pages for line in page.lines)
    assert sum(report.characters.values()) == visible


def test_making_the_samples_again_gives_the_same_bytes(sample_corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="needs reportlab, which the dev group installs")
    script = sample_corpus / "make.py"
    subprocess.run([sys.executable, str(script), "--into", str(tmp_path)], check=True, capture_output=True)
    for name in names():
        assert (tmp_path / name).read_bytes() == (sample_corpus / name).read_bytes(), name


def test_samples_name_the_agency_of_the_first_example_nowhere_else(sample_corpus: Path) -> None:
    sources = sorted((sample_corpus / ".source").glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sources}
    naming = {
        name: [line.split(".")[0] for line in text.splitlines() if "ILO" in line or "Labour" in line]
        for name, text in texts.items()
    }
    assert {name: lines for name, lines in naming.items() if lines} == {"a_hrc_9_8_restated": ["9", "10"]}
    others = [path for path in sample_corpus.iterdir() if path.suffix in {".md", ".py"}]
    assert all("ILO" not in path.read_text(encoding="utf-8") for path in others)


def test_golden_files_are_not_updated_under_continuous_integration(sample_corpus: Path) -> None:
    name = f"{__file__}::test_sample_is_read_as_it_was_printed"
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--update-golden", "-p", "no:cacheprovider", name]
    root = sample_corpus.parent
    before = {path: path.read_bytes() for path in (root / "tests" / "golden").glob("*.jsonl")}
    environment = {**os.environ, "CI": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "--update-golden must not be used" in done.stdout
    assert {path: path.read_bytes() for path in before} == before
