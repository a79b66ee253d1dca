from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import DamagedReportError, EmptyReportError, IndexStateError, UsageError
from indexer.ingest import Limits, index_folder, parse_file, parse_files
from indexer.ingest.folder_walk import Unreadable, covers, is_below, walk_all
from indexer.ingest.outcomes import Finished, Found, Notice, Planned
from indexer.ingest.preview import check_files
from indexer.ingest.rehearsal import rehearse
from indexer.ingest.tally import Tally
from indexer.model import SourceFile
from indexer.query import open_index
from tests.functional import reports
from tests.functional.fake_parser import PARSER, WITHOUT_PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indexer.ingest.outcomes import Event

FAKE = Limits(parser=PARSER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three texts, two of them the same, and an empty one."""
    made = tmp_path / "in"
    (made / "deep").mkdir(parents=True)
    for name, content in {"a": "alpha", "b": "beta", "deep/c": "alpha", "z": ""}.items():
        (made / f"{name}.txt").write_text(content)
    return made


def test_summary_and_events(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # without tesseract
    events: list[Event] = []
    summary = index_folder(folder, tmp_path / "x", limits=FAKE, ocr="auto", on_event=events.append)
    assert (summary.files, summary.indexed, summary.duplicates, summary.failed) == (4, 2, 1, 1)
    assert (summary.records, summary.pages, summary.complete) == (2, 2, False)
    assert [type(event) for event in events] == [Notice, Found, Planned, Finished, Finished]
    assert isinstance(events[0], Notice)
    assert "needs the program tesseract" in events[0].text
    assert events[2] == Planned(files=2, size=9)


def test_every_file_has_one_line_in_the_report(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.jsonl"
    index_folder([folder], tmp_path / "x", limits=FAKE, report=report)
    lines = [json.loads(line) for line in report.read_text().splitlines()]
    assert {line["path"]: line["outcome"] for line in lines} == {
        "a.txt": "indexed",
        "b.txt": "indexed",
        "deep/c.txt": "duplicate",
        "z.txt": "failed",
    }
    assert lines[-1]["reason"] == "same content as a.txt"


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_result_is_the_same_whatever_the_number_of_processes(tmp_path: Path, jobs: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"wait {(7 - number) / 20}\nsecond of {number}")
    index_folder(folder, tmp_path / "x", jobs=jobs, limits=FAKE)
    found = open_index(tmp_path / "x").search("second", sort="symbol", limit=None)
    assert [hit.id for hit in found.hits] == [f"file:{number}.txt@en#p2" for number in range(8)]


def test_duplicate_takes_over_when_the_first_is_pruned(folder: Path, tmp_path: Path) -> None:
    index_folder(folder, tmp_path / "x", limits=FAKE)
    (folder / "a.txt").unlink()
    summary = index_folder(folder, tmp_path / "x", prune=True, limits=FAKE)
    assert summary.removed == 1
    (hit,) = open_index(tmp_path / "x").search("alpha").hits
    assert hit.source.path == "deep/c.txt"


def test_a_folder_that_is_gone_can_be_pruned(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "x"
    index_folder(folder, index, limits=FAKE)
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="--prune takes out what the index holds of it"):
        index_folder(folder, index, limits=FAKE)
    with pytest.raises(UsageError, match=r"there is no such file or folder$"):
        index_folder(tmp_path / "never", index, prune=True, limits=FAKE)
    assert index_folder(folder, index, prune=True, dry_run=True, limits=FAKE).removed == 4
    assert index_folder(folder, index, prune=True, limits=FAKE).removed == 4
    info = open_index(index).info()
    assert (info.paragraphs, info.files, info.folders) == (0, 0, ())


def test_a_folder_that_was_renamed_is_known_by_its_new_name_alone(folder: Path, tmp_path: Path) -> None:
    index, moved = tmp_path / "x", tmp_path / "elsewhere"
    (folder / "deep" / "c.txt").unlink()
    index_folder(folder, index, limits=FAKE)
    folder.rename(moved)
    index_folder(moved, index, prune=True, limits=FAKE)
    info = open_index(index).info()
    assert (info.paragraphs, info.files, info.failed, info.folders) == (2, 3, 1, (str(moved),))


def test_a_file_listed_twice_does_not_keep_the_old_name_of_its_folder(folder: Path, tmp_path: Path) -> None:
    index, moved = tmp_path / "x", tmp_path / "elsewhere"
    index_folder(folder, index, limits=FAKE)
    folder.rename(moved)
    index_folder(moved, index, prune=True, limits=FAKE)
    opened = open_index(index)
    info = opened.info()
    assert (info.paragraphs, info.files, info.duplicates, info.folders) == (2, 4, 1, (str(moved),))
    assert [entry.location for entry in opened.check().duplicates] == [str(moved / "deep" / "c.txt")]


def test_a_file_is_read_and_a_link_to_it_is_listed(tmp_path: Path) -> None:
    folder, index = tmp_path / "in", tmp_path / "x"
    folder.mkdir()
    (folder / "real.txt").write_text("alpha")
    (folder / "a-link.txt").symlink_to(folder / "real.txt")
    (folder / "alone.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "outside.txt").write_text("beta")
    index_folder(folder, index, limits=FAKE)
    opened = open_index(index)
    assert [hit.source.path for hit in opened.search("alpha OR beta", sort="symbol")] == [
        "alone.txt",
        "real.txt",
    ]
    assert [(entry.path, entry.reason) for entry in opened.check().duplicates] == [
        ("a-link.txt", "same content as real.txt")
    ]


def test_a_folder_of_which_nothing_is_held_can_be_pruned_by_its_name(folder: Path, tmp_path: Path) -> None:
    index, moved = tmp_path / "x", tmp_path / "elsewhere"
    (folder / "deep" / "c.txt").unlink()
    (folder / "z.txt").unlink()
    index_folder(folder, index, limits=FAKE)
    folder.rename(moved)
    index_folder(moved, index, limits=FAKE)
    assert index_folder(folder, index, prune=True, limits=FAKE).removed == 0
    assert open_index(index).info().folders == (str(moved),)


def test_pruning_another_folder_tells_of_one_that_is_forgotten(folder: Path, tmp_path: Path) -> None:
    index, empty = tmp_path / "x", tmp_path / "empty"
    empty.mkdir()
    (folder / "z.txt").rename(empty / "z.txt")
    index_folder([folder, empty], index, limits=FAKE)
    empty.rename(tmp_path / "unplugged")
    assert index_folder(folder, index, prune=True, limits=FAKE).removed == 1
    assert open_index(index).info().folders == (str(folder),)


def test_pruning_another_folder_keeps_one_that_is_not_there_now(folder: Path, tmp_path: Path) -> None:
    index, other = tmp_path / "x", tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("gamma")
    index_folder([folder, other], index, limits=FAKE)
    before = open_index(index).info()
    folder.rename(tmp_path / "unplugged")
    index_folder(other, index, prune=True, limits=FAKE)
    after = open_index(index).info()
    assert (after.paragraphs, after.files, after.folders) == (before.paragraphs, before.files, before.folders)


def test_a_rehearsal_keeps_what_lies_in_a_folder_that_cannot_be_opened(folder: Path, tmp_path: Path) -> None:
    index_folder(folder, tmp_path / "x", limits=FAKE)
    closed = SourceFile(
        path="deep", location=str(folder / "deep"), sha256="", media_type="inode/directory", size=0
    )
    error = DamagedReportError("deep", "it cannot be opened")
    tally = Tally(lambda _: None, lambda _: None)
    found = [Unreadable(source=closed, error=error, is_system=True)]
    rehearse(tmp_path / "x", found, [folder], tally, force=False, prune=True, recognises=False)
    assert tally.summary(dry_run=True).removed == 3


def test_files_that_failed_are_tried_again_by_another_version(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "z.txt").write_text("boom")
    index = tmp_path / "x"
    assert index_folder(folder, index, limits=FAKE).failed == 1
    assert index_folder(folder, index, limits=FAKE, dry_run=True).planned == ()
    for module in ("rehearsal", "pipeline"):
        monkeypatch.setattr(f"indexer.ingest.{module}.__version__", "999")
    planned = index_folder(folder, index, limits=FAKE, dry_run=True).planned
    assert [outcome.path for outcome in planned] == ["z.txt"]
    assert index_folder(folder, index, limits=FAKE).failed == 1


def test_the_report_of_the_run_is_no_report_to_read(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        summary = index_folder(folder, tmp_path / "x", limits=FAKE, report=folder / "run.jsonl")
        assert (summary.files, summary.failed) == (4, 1)


def test_moved_file_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    index_folder(folder, tmp_path / "x", limits=FAKE)
    (folder / "b.txt").rename(folder / "moved.txt")
    summary = index_folder(folder, tmp_path / "x", limits=Limits(parser="no.such:parser"))
    assert summary.indexed == 0
    (hit,) = open_index(tmp_path / "x").search("beta").hits
    assert hit.source.path == "moved.txt"


def test_same_bad_content_twice_is_read_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("boom")
    summary = index_folder(folder, tmp_path / "x", limits=FAKE)
    assert [outcome.path for outcome in summary.problems] == ["a.txt", "b.txt"]
    assert len({outcome.reason for outcome in summary.problems}) == 1


@pytest.mark.parametrize("force", [False, True])
def test_same_content_that_failed_twice_is_mended_twice(tmp_path: Path, force: bool) -> None:  # noqa: FBT001  # a table
    folder, index = tmp_path / "in", tmp_path / "x"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text("alpha")
    assert index_folder(folder, index, limits=Limits(parser=WITHOUT_PROGRAM)).failed == 3
    mended = index_folder(folder, index, limits=FAKE, force=force)
    assert (mended.indexed, mended.duplicates, mended.failed) == (1, 2, 0)
    assert not open_index(index).check().failures
    assert index_folder(folder, index, limits=FAKE).complete


@pytest.mark.parametrize("content", ["beta", ""])
def test_a_duplicate_is_read_by_force_when_its_original_has_changed(tmp_path: Path, content: str) -> None:
    folder, index = tmp_path / "in", tmp_path / "x"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("alpha")
    index_folder(folder, index, limits=FAKE)
    (folder / "a.txt").write_text(content)
    index_folder(folder, index, limits=FAKE, force=True)
    assert [hit.source.path for hit in open_index(index).search("alpha").hits] == ["b.txt"]
    assert not open_index(index).check().duplicates


def test_a_duplicate_fails_with_its_original_and_takes_over_from_it(tmp_path: Path) -> None:
    folder, index = tmp_path / "in", tmp_path / "x"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("alpha")
    index_folder(folder, index, limits=FAKE)
    assert index_folder(folder, index, limits=Limits(parser=WITHOUT_PROGRAM), force=True).failed == 2
    (folder / "a.txt").unlink()
    assert index_folder(folder, index, limits=FAKE, prune=True).indexed == 1
    (hit,) = open_index(index).search("alpha").hits
    assert hit.source.path == "b.txt"


def outcomes(path: Path) -> dict[str, str]:
    lines = (json.loads(line) for line in path.read_text().splitlines())
    return {line["path"]: line["outcome"] for line in lines}


NAMES = st.sampled_from(["a", "b", "c", "sub/d", "sub/e"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), NAMES, st.sampled_from(["alpha", "beta", "gamma", ""])),
        st.tuples(st.just("move"), NAMES, NAMES),
        st.tuples(st.just("remove"), NAMES, NAMES),
        st.tuples(st.just("run"), st.booleans(), st.booleans()),
    ),
    max_size=12,
)


def change(folder: Path, what: str, name: str, other: str) -> None:
    """Write, move or remove a file."""
    path = folder / name
    if what == "write":
        path.write_text(other)
    elif what == "move" and path.exists():
        path.rename(folder / other)
    elif what == "remove":
        path.unlink(missing_ok=True)


@settings(max_examples=10, deadline=None)
@given(steps=STEPS)
def test_a_rehearsal_says_what_the_run_does(
    steps: list[tuple[str, Any, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = tmp_path_factory.mktemp("rehearsed")
    folder, index, report = made / "in", made / "x", made / "r.jsonl"
    (folder / "sub").mkdir(parents=True)
    for what, one, other in [*steps, ("run", False, True)]:
        if what != "run":
            change(folder, what, one, other)
            continue
        told = index_folder(folder, index, force=one, prune=other, limits=FAKE, report=report, dry_run=True)
        rehearsed = outcomes(report)
        done = index_folder(folder, index, force=one, prune=other, limits=FAKE, report=report)
        happened = outcomes(report)
        for outcome in told.planned:  # read, and perhaps found to hold what another file has
            assert happened.pop(outcome.path) in {"indexed", "duplicate"}
            del rehearsed[outcome.path]
        assert rehearsed == happened
        assert (told.files, told.gone) == (done.files, done.gone)


def test_a_rehearsal_knows_a_duplicate_that_took_the_place_of_its_original(tmp_path: Path) -> None:
    folder, index, report = tmp_path / "in", tmp_path / "x", tmp_path / "r.jsonl"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / name).write_text("alpha")
    index_folder(folder, index, limits=FAKE)
    (folder / "a").unlink()
    for dry_run in (True, False):
        index_folder(folder, index, limits=FAKE, force=True, report=report, dry_run=dry_run)
        assert outcomes(report) == {"b": "unchanged"}


def test_a_rehearsal_forced_on_a_damaged_index_reads_everything(folder: Path, tmp_path: Path) -> None:
    index_folder(folder, tmp_path / "x", limits=FAKE)
    (tmp_path / "x" / "manifest.json").write_text("{}")
    with pytest.raises(IndexStateError):
        index_folder(folder, tmp_path / "x", limits=FAKE, dry_run=True)
    planned = index_folder(folder, tmp_path / "x", limits=FAKE, dry_run=True, force=True).planned
    assert [(outcome.path, outcome.reason) for outcome in planned] == [("a.txt", "new"), ("b.txt", "new")]


def test_bad_calls(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="at least 1"):
        index_folder(tmp_path, tmp_path / "x", jobs=0)
    with pytest.raises(UsageError):
        index_folder([], tmp_path / "x")
    with pytest.raises(UsageError):
        index_folder(tmp_path / "none", tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_parse_file_and_parse_files_agree(tmp_path: Path) -> None:
    made = reports.write_pdf(tmp_path / "harbours.pdf")
    (parsed,) = parse_files([made])
    assert parsed == parse_file(made)
    (tmp_path / "empty.txt").touch()
    first, second = parse_files([tmp_path])
    assert isinstance(first, EmptyReportError)
    assert second == parsed


def test_acronyms_and_ibid_hold_in_the_document_that_they_stand_in(tmp_path: Path) -> None:
    named = ("The ICJ met.", "The International Commission of Jurists (ICJ) read A/HRC/9/8, para. 3.")
    first = reports.write_pdf(tmp_path / "a.pdf", named, "A/80/901")
    second = reports.write_pdf(tmp_path / "b.pdf", ("Ibid., para. 4.", "The ICJ met."))
    records = parse_file(reports.bind(tmp_path / "c.pdf", first, second)).records
    met = [record for record in records if record.text == "The ICJ met."]
    assert [record.mentions[0].entity for record in met] == ["ICJURISTS", "ICJ"]
    assert [len(record.references) for record in records] == [0, 1, 0, 0]


def test_check_files_puts_the_worst_first(folder: Path) -> None:
    checked = check_files([folder], limits=FAKE)
    assert [failure.path for failure in checked.failures] == ["z.txt"]
    assert len(checked.reports) == 3


def test_walk_names_each_place_once(folder: Path) -> None:
    found = list(walk_all([folder / "deep", folder]))
    places = [item.source.location if isinstance(item, Unreadable) else item.location for item in found]
    assert len(places) == len(set(places)) == 4
    assert all(place.startswith(str(folder)) for place in places)
    assert sum(isinstance(item, SourceFile) for item in found) == 3


def test_a_folder_that_cannot_be_opened_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_into = type(folder).iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return looked_into(path)

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    (problem,) = index_folder(folder, tmp_path / "x", limits=FAKE).problems
    assert problem.path == str(folder)
    assert problem.reason == "the folder cannot be read: permission denied"


def test_below() -> None:
    assert is_below("/a/b", "/a")
    assert is_below("/a", "/a")
    assert is_below("/a", "/")
    assert not is_below("/ab", "/a")
    assert covers(["/x", "/a"], "/a/b/c")
    assert not covers([], "/a")
