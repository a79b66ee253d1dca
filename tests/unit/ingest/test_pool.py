from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest

from indexer.errors import IndexerError, UsageError
from indexer.ingest import pool
from indexer.ingest.pool import Limits, Standby, read_all
from indexer.ingest.process import ReaderProcess
from indexer.model import SourceFile
from tests.functional.fake_parser import PARSER

if TYPE_CHECKING:
    from pathlib import Path

FAKE = Limits(seconds=5, parser=PARSER)


def sources(folder: Path, *contents: str) -> list[SourceFile]:
    """A file for each content."""
    made = []
    for number, content in enumerate(contents):
        location = folder / f"{number}.txt"
        location.write_text(content)
        made.append(
            SourceFile(
                path=location.name,
                location=str(location),
                sha256=f"{number:064}",
                size=len(content),
                media_type="text/plain",
            )
        )
    return made


def test_order_is_that_of_the_files(tmp_path: Path) -> None:
    files = sources(tmp_path, "wait 0.5", "two", "three", "wait 0.2", "five")
    read = list(read_all(files, Standby(FAKE), jobs=3))
    assert [source for source, _ in read] == files
    assert [reading.parsed.records[0].text for _, reading in read if reading.parsed] == [
        "wait 0.5",
        "two",
        "three",
        "wait 0.2",
        "five",
    ]


def test_file_behind_a_crash_in_the_same_process_is_read(tmp_path: Path) -> None:
    read = list(read_all(sources(tmp_path, "one", "crash", "three", "leave", "five"), Standby(FAKE), jobs=1))
    assert [reading.failure is None for _, reading in read] == [True, False, True, False, True]


def test_a_process_that_dies_leaves_no_files_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    read = list(read_all(sources(tmp_path, "litter", "one"), Standby(FAKE), jobs=1))
    assert [reading.failure is None for _, reading in read] == [False, True]
    assert list(scratch.iterdir()) == []


def test_each_recognised_page_has_the_time_of_a_file(tmp_path: Path) -> None:
    limits = Limits(seconds=2, parser=PARSER)
    files = sources(tmp_path, "pages 6", "hang")
    failures = [reading.failure for _, reading in read_all(files, Standby(limits, "auto"))]
    assert [failure and failure.kind for failure in failures] == [None, "LimitError"]


@pytest.mark.parametrize(
    "limits", [{"seconds": float("inf")}, {"seconds": 1e300}, {"memory": 1 << 70}], ids=str
)
def test_any_limit_may_be_too_large_to_matter(
    tmp_path: Path, limits: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    ((_, reading),) = read_all(sources(tmp_path, "one"), Standby(Limits(parser=PARSER, **limits)))
    assert reading.parsed is not None
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"seconds": float("nan")}, {"memory": -1}], ids=str)
def test_limits_that_nothing_can_keep_are_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="must be"):
        Limits(**limits)


def test_no_files_start_no_process() -> None:
    assert list(read_all([], Standby(Limits(parser="no.such:parser")))) == []


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[ReaderProcess]:
    """The processes that a test starts."""
    made: list[ReaderProcess] = []

    def start(*arguments: Any) -> ReaderProcess:
        made.append(ReaderProcess(*arguments))
        return made[-1]

    monkeypatch.setattr(pool, "ReaderProcess", start)
    return made


def test_stopping_early_ends_the_processes(tmp_path: Path, started: list[ReaderProcess]) -> None:
    limits = Limits(seconds=600, parser=PARSER)
    files = sources(tmp_path, "one", "hang", "hang")
    with contextlib.closing(read_all(files, Standby(limits), jobs=3)) as readings:
        assert next(readings)[1].parsed is not None
    assert started
    assert all(process._popen.returncode is not None for process in started)


@pytest.mark.parametrize("fails", ["TemporaryFile", "TemporaryDirectory"])
def test_no_room_for_temporary_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(**_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"tempfile.{fails}", full)
    with pytest.raises(IndexerError, match=r"no process can be started .*\(No space left on device\)"):
        list(read_all(sources(tmp_path, "one"), Standby(FAKE)))


def test_parser_that_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(IndexerError, match=r"does not start: .*no_such_module"):
        list(read_all(sources(tmp_path, "one", "two"), Standby(Limits(parser="no_such_module:read"))))


def test_finished_files_wait_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "AHEAD_FILES", 2)
    monkeypatch.setattr(pool, "AHEAD_BYTES", 100)
    waiting: list[int] = []
    deliver = pool._Pool._deliver

    def watched(self: pool._Pool, number: int, body: bytes) -> None:
        deliver(self, number, body)
        waiting.append(len(self._done))

    monkeypatch.setattr(pool._Pool, "_deliver", watched)
    files = sources(tmp_path, "wait 0.5", *(f"text {number}" for number in range(20)))
    assert len(list(read_all(files, Standby(FAKE), jobs=4))) == len(waiting) == 21
    assert max(waiting) <= 2


def test_jobs_fit_the_machine() -> None:
    assert pool.default_jobs() >= 1


def test_processes_on_standby_are_used_and_the_others_end(
    tmp_path: Path, started: list[ReaderProcess]
) -> None:
    with Standby(FAKE) as standby:
        standby.start(3)
        read = list(read_all(sources(tmp_path, "one", "two"), standby, jobs=2))
        assert [reading.failure for _, reading in read] == [None, None]
    assert len(started) == 3
    assert all(process._popen.returncode is not None for process in started)
