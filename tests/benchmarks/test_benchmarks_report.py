from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks import folder, growth, report
from tests.benchmarks.adapters.base import Answer, Question
from tests.benchmarks.curves import curves, latency_rows, size_table
from tests.benchmarks.growing import Step
from tests.benchmarks.latency import Series, hits_table, latency_table
from tests.benchmarks.many import small_texts, watch
from tests.benchmarks.measure import Memory, Meter, memory, percentile
from tests.benchmarks.process import Timed
from tests.benchmarks.reading import make_large, read_files

COMMON = Question(kind="common word", words=("lamp",))
FUZZY = Question(kind="fuzzy", words=("lmp",))


def _timed(cpu: float, total: int) -> Timed:
    return Timed(answer=Answer(total=total, keys=("a", "b"), marked=1), cpu=cpu, wall=cpu)


def _series() -> dict[str, list[Series]]:
    none = Timed(answer=None, reason="none")
    return {
        "indexer": [
            Series(COMMON, _timed(0.004, 10), [_timed(0.002, 10), _timed(0.002, 10)]),
            Series(FUZZY, _timed(0.001, 5), [_timed(0.001, 5)]),
        ],
        "tantivy": [
            Series(COMMON, _timed(0.002, 11), [_timed(0.001, 11)]),
            Series(FUZZY, none, [none]),
        ],
    }


def test_times_stand_beside_their_ratio() -> None:
    lines = latency_table(_series(), first=True)
    assert lines[2] == "| common word | 4.00 / 4.00 (2.00x / 2.00x) | 2.00 / 2.00 (1.00x / 1.00x) |"
    assert latency_table(_series(), first=False)[2].startswith("| common word | 2.00 / 2.00 (2.00x")


def test_what_an_engine_cannot_do_is_said() -> None:
    assert latency_table(_series(), first=True)[3] == "| fuzzy | 1.00 / 1.00 | none |"


def test_a_failure_is_told() -> None:
    series = {"indexer": [Series(COMMON, Timed(answer=None, reason="KeyError: 'lamp'"))]}
    assert "1 failed: KeyError" in latency_table(series, first=True)[2]


def test_disagreement_on_hits_is_shown() -> None:
    assert hits_table(_series())[2:] == [
        "| common word | 1 | 10 | 10.0 % (10 %) | 50 % | 50 % |",
        "| fuzzy | 1 | 5 | none | 50 % | - |",
    ]


def test_a_command_is_shown_without_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = ["--keep", str(tmp_path), f"--shared={tmp_path}", "--repeats", "2"]
    command = report.command_line("engines", given)
    assert command == "python -m tests.benchmarks.engines --repeats 2"
    monkeypatch.setattr(report, "RESULTS", tmp_path / "results")
    lines = [*report.heading("Title", command, ["whoosh", "sqlite", "indexer"]), "| a |"]
    report.finish("engines", lines, write=True)
    assert (tmp_path / "results" / "engines.md").read_text(encoding="utf-8").startswith("# Title\n`python -m")


def test_getting_the_input_is_not_counted() -> None:
    meter = Meter()

    def busy() -> list[int]:
        until = time.thread_time() + 0.2
        while time.thread_time() < until:
            pass
        return [1]

    items = (item for _ in range(1) for item in busy())
    assert list(meter.outside(items)) == [1]
    assert meter.cpu() < 0.15


def test_memory_is_in_bytes() -> None:
    now = memory()
    assert 1e6 < now.own <= now.resident <= now.peak


def test_percentiles_lie_between_neighbours() -> None:
    assert percentile([4.0], 0.95) == 4.0
    assert percentile([0.0, 10.0], 0.5) == 5.0


def test_steps_become_tables_and_curves() -> None:
    times = {"common word": [1.0, 3.0]}
    step = Step(
        paragraphs=1000, text=10_000_000, words=500, cpu=2.0, index=12_000_000, writer=Memory(peak=5_000_000)
    )
    step.first = step.again = times  # type: ignore[assignment]  # a literal key
    assert "| 1,000 | 10.0 | 500 | 2.0 | 500 | 5.0 | 12.0 | 1.20 |" in size_table([step])[2]
    assert latency_rows([step], first=True)[2] == "| common word | 2.00 / 2.90 |"
    assert curves([step])["searches, CPU ms"]["p50"] == [2.0]


def test_small_files_are_all_different() -> None:
    texts = list(small_texts(200))
    assert len(set(texts)) == 200
    assert texts == list(small_texts(200))
    assert all(text.startswith("1. ") for text in texts)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the system has no /proc")
def test_a_process_and_its_children_are_watched() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(.4)'])"
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        own, readers = watch(process)
    assert min(own.values()) > 1e6
    assert len(readers) == 1


def test_pages_of_several_files_make_a_large_one(sample_corpus: Path, tmp_path: Path) -> None:
    pdfs = sorted(sample_corpus.glob("*.pdf"))
    assert make_large(pdfs, tmp_path / "large.pdf", 25) == 25
    read = read_files([tmp_path / "large.pdf"])
    assert (read.files, read.pages) == (1, 25)
    assert read.after.peak >= read.before.resident


def test_without_documents_the_commands_end_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.main(["--shared", str(tmp_path), "--parts", "pages"]) == 2
    assert "the real documents are not here" in capsys.readouterr().out
    assert growth.main(["--shared", str(tmp_path)]) == 2
    assert "the paragraphs are not here" in capsys.readouterr().out
    monkeypatch.setenv("PATH", str(tmp_path))
    assert folder.main(["--parts", "pdfs"]) == 2
    assert "apt-get install recollcmd" in capsys.readouterr().out
