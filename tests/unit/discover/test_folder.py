from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from indexer.discover import source_file, walk
from indexer.discover.fingerprint import fingerprint
from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    ReportError,
    UnsupportedFormatError,
    UsageError,
)
from indexer.model import SourceFile

TEXT = b"1. Text"


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT)


def paths(outcomes: list[SourceFile | ReportError]) -> list[str]:
    return [outcome.path for outcome in outcomes]


def test_order_is_by_name_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    write(
        tmp_path,
        "b.txt",
        "a/z.txt",
        "a/b/c.txt",
        ".hidden",
        ".indexer/x.txt",
        "a/.git/x",
        "~$b.docx",
        "c d%20.txt",
    )
    assert paths(list(walk(tmp_path))) == ["a/b/c.txt", "a/z.txt", "b.txt", "c d%20.txt"]


def test_folders_that_hold_an_index_are_left_out_whatever_their_name(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "my.index/manifest.json", "my.index/catalogue.sqlite", "my.index/engine/x.txt")
    write(tmp_path, "b/manifest.json")
    assert paths(list(walk(tmp_path))) == ["a.txt", "b/manifest.json"]


def test_a_file_is_described(tmp_path: Path) -> None:
    write(tmp_path, "sub/one.txt")
    (found,) = walk(str(tmp_path))
    assert found == SourceFile(
        path="sub/one.txt",
        location=str(tmp_path / "sub" / "one.txt"),
        sha256=hashlib.sha256(TEXT).hexdigest(),
        size=len(TEXT),
        media_type="text/plain",
    )


def test_a_file_argument_is_named_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "sub/.one")
    assert paths(list(walk(tmp_path / "sub" / ".one"))) == [".one"]


def test_what_goes_away_during_the_walk_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "b.txt", "c/d.txt", "e.txt")

    def read_while_others_write(location: Path) -> tuple[str, int, bytes]:
        if location.name == "a.txt":
            (tmp_path / "b.txt").unlink()
            shutil.rmtree(tmp_path / "c")
        elif location.name == "e.txt":
            location.unlink()
        return fingerprint(location)

    monkeypatch.setattr("indexer.discover.folder.fingerprint", read_while_others_write)
    assert paths(list(walk(tmp_path))) == ["a.txt"]


def test_relative_arguments_give_absolute_locations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "one")
    monkeypatch.chdir(tmp_path)
    (found,) = walk(".")
    assert isinstance(found, SourceFile)
    assert (found.path, found.location) == ("one", str(tmp_path / "one"))


def test_a_missing_path_is_a_usage_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        walk(tmp_path / "absent")
    with pytest.raises(UsageError, match="no such file"):
        source_file(tmp_path / "absent")
    with pytest.raises(UsageError, match="folder"):
        source_file(tmp_path)


def test_bad_files_are_yielded_and_the_walk_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "d.txt")
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c").symlink_to(tmp_path / "nowhere")
    outcomes = list(walk(tmp_path))
    kinds = [EmptyReportError, UnsupportedFormatError, DamagedReportError, SourceFile]
    assert [type(outcome) for outcome in outcomes] == kinds


def test_link_loops_end(tmp_path: Path) -> None:
    write(tmp_path, "root/sub/one.txt", "outside/two.txt")
    (tmp_path / "root/sub/up").symlink_to(tmp_path / "root")
    (tmp_path / "root/self").symlink_to(tmp_path / "root/self")
    (tmp_path / "root/far").symlink_to(tmp_path / "outside")
    (tmp_path / "outside/back").symlink_to(tmp_path / "outside")
    outcomes = list(walk(tmp_path / "root"))
    assert paths(outcomes) == ["far/two.txt", "self", "sub/one.txt"]
    assert isinstance(outcomes[1], DamagedReportError)


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (outcome,) = walk(tmp_path)
    assert isinstance(outcome, UnsupportedFormatError)


def test_names_that_are_no_characters_survive(tmp_path: Path) -> None:
    odd = os.fsdecode(b"r\xe9sum\xe9 100%.txt")
    write(tmp_path, odd)
    (found,) = walk(tmp_path)
    assert isinstance(found, SourceFile)
    assert found.path == r"r\xe9sum\xe9 100%.txt"
    assert Path(found.location).read_bytes() == TEXT
    assert found.path.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_files_and_folders_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").chmod(0)
    outcomes = list(walk(tmp_path))
    (tmp_path / "sub").chmod(0o700)
    assert [type(outcome) for outcome in outcomes] == [DamagedReportError, DamagedReportError]


def test_a_file_that_cannot_be_opened_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")

    def refuse(*_: object) -> tuple[str, int, bytes]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("indexer.discover.folder.fingerprint", refuse)
    (outcome,) = walk(tmp_path)
    assert isinstance(outcome, DamagedReportError)
    assert outcome.reason == "the file cannot be read: permission denied"


def test_root_decides_the_path(tmp_path: Path) -> None:
    write(tmp_path, "a/b/one.txt")
    assert source_file(tmp_path / "a/b/one.txt", root=tmp_path).path == "a/b/one.txt"
    assert source_file(tmp_path / "a/b/one.txt").path == "one.txt"
