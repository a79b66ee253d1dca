from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.functional import reports
from tests.functional.fake_parser import PARSER
from tests.functional.pseudo_terminal import run_on_terminal
from tests.functional.running import command, environment, run, wait_for

if TYPE_CHECKING:
    from pathlib import Path

FAKE = {"INDEXER_PARSER": PARSER}


def outcomes(path: Path) -> dict[str, dict[str, Any]]:
    """The lines of a report by path."""
    return {line["path"]: line for line in map(json.loads, path.read_text().splitlines())}


def texts(folder: Path, **contents: str) -> Path:
    """A folder of text files with these names and contents."""
    folder.mkdir(exist_ok=True)
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(content)
    return folder


def test_second_run_reads_nothing_and_a_touched_file_is_read(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one", b="two", c="three")
    arguments = ("--index", tmp_path / "x", "index", folder, "--report", tmp_path / "r.jsonl")
    assert run(*arguments, env=FAKE).err == "3 files: 3 indexed (3 paragraphs, 3 pages)\n"
    again = run(*arguments, env={"INDEXER_PARSER": "no.such:parser"})
    assert (again.code, again.err) == (0, "3 files: 3 unchanged\n")
    os.utime(folder / "a.txt")
    assert run(*arguments, env=FAKE).err == "3 files: 3 unchanged\n"
    (folder / "b.txt").write_text("two and a half")
    assert run(*arguments, env=FAKE).err == "3 files: 1 indexed (1 paragraph, 1 page), 2 unchanged\n"
    assert {path: line["outcome"] for path, line in outcomes(tmp_path / "r.jsonl").items()} == {
        "a.txt": "unchanged",
        "b.txt": "indexed",
        "c.txt": "unchanged",
    }
    assert run("--index", tmp_path / "x", "search", "half").code == 0


def test_force_reads_everything(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one", b="one", c="three")
    arguments = ("--index", tmp_path / "x", "index", folder)
    assert "2 indexed" in run(*arguments, env=FAKE).err
    forced = run(*arguments, "--force", env=FAKE)
    assert forced.err == "3 files: 2 indexed (2 paragraphs, 2 pages), 1 with the content of another\n"


def test_prune(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one", b="two")
    other = texts(tmp_path / "other", z="last")
    arguments = ("--index", tmp_path / "x", "index")
    run(*arguments, folder, other, env=FAKE)
    (folder / "a.txt").unlink()
    (other / "z.txt").unlink()
    kept = run(*arguments, folder, env=FAKE)
    assert kept.err == "1 file: 1 unchanged, 1 gone (--prune takes their records out)\n"
    assert run("--index", tmp_path / "x", "search", "one").code == 0
    assert run(*arguments, folder, "--prune", "--dry-run", env=FAKE).err == "1 file: 1 unchanged, 1 removed\n"
    pruned = run(*arguments, folder, "--prune", env=FAKE)
    assert pruned.err == "1 file: 1 unchanged, 1 removed\n"
    assert run("--index", tmp_path / "x", "search", "one").code == 1
    assert run("--index", tmp_path / "x", "search", "last").code == 0, "a folder that was not named stays"


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one", b="two")
    rehearsed = run("--index", tmp_path / "x", "index", folder, "--dry-run", env=FAKE)
    assert rehearsed.out == "new\ta.txt\nnew\tb.txt\n"
    assert not (tmp_path / "x").exists()
    run("--index", tmp_path / "x", "index", folder, env=FAKE)
    (folder / "b.txt").write_text("three")
    assert run("--index", tmp_path / "x", "index", folder, "-n", env=FAKE).out == "changed\tb.txt\n"


MISBEHAVIOUR = {
    "boom": "ValueError: the fake parser was told to",
    "crash": "the reader died on it (SIGSEGV)",
    "hang": "takes more than the 3 seconds allowed",
    "hog": "more memory than is allowed",
    "leave": "the reader died on it (exit code 7)",
    "refuse": "the pages are pictures",
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited on Linux only")
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_no_file_stops_the_others(tmp_path: Path, jobs: str) -> None:
    folder = texts(tmp_path / "in", **{name: name for name in MISBEHAVIOUR}, a="one", zz="last")
    report = tmp_path / "r.jsonl"
    arguments = ("--index", tmp_path / "x", "index", folder, "--report", report)
    outcome = run(*arguments, "--jobs", jobs, "--timeout", "3", env=FAKE)
    assert outcome.code == 3
    lines = outcomes(report)
    assert list(lines) == sorted(lines), "the order does not hang on which process was faster"
    for name, reason in MISBEHAVIOUR.items():
        assert reason in lines[f"{name}.txt"]["reason"]
        assert f"{name}.txt: " in outcome.err
    assert lines["a.txt"]["outcome"] == lines["zz.txt"]["outcome"] == "indexed"
    assert lines["refuse.txt"]["code"] == "no-text"
    again = run(*arguments, env={"INDEXER_PARSER": "no.such:parser"})
    assert again.code == 3
    assert again.err.endswith("8 files: 2 unchanged, 6 failed before (--force tries again)\n")
    assert "failed before and has not changed" in outcomes(report)["hang.txt"]["reason"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", empty="")
    reports.write_pdf(folder / "good.pdf")
    reports.write_pdf(folder / "locked.pdf", password="x")  # noqa: S106  # a test's
    reports.write_scan(folder / "scan.pdf")
    (folder / "dangling.pdf").symlink_to("nowhere")
    (folder / "wrong.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "cut.pdf").write_bytes((folder / "good.pdf").read_bytes()[:700])
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"<w:p/>" + b" " * (1 << 29))
    report = tmp_path / "r.jsonl"
    outcome = run("--index", tmp_path / "x", "index", folder, "--report", report)
    assert outcome.code == 3
    lines = outcomes(report)
    codes = {path: line["code"] for path, line in lines.items() if line["outcome"] == "failed"}
    assert codes.pop("cut.pdf") in {"damaged", "empty", "no-text"}
    assert codes.pop("bomb.docx") in {"limit", "damaged"}
    assert codes == {
        "dangling.pdf": "damaged",
        "empty.txt": "empty",
        "locked.pdf": "encrypted",
        "scan.pdf": "no-text",
        "wrong.pdf": "unsupported",
    }
    assert lines["good.pdf"]["symbol"] == reports.SYMBOL
    listed = run("--index", tmp_path / "x", "check")
    assert listed.code == 3
    assert all(path in listed.out for path in (*codes, "cut.pdf", "bomb.docx"))


NEEDS_SETPRIV = pytest.mark.skipif(shutil.which("setpriv") is None, reason="setpriv takes root's rights away")


def run_without_rights(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command as one who may only do what the modes of files allow, as root may not be."""
    program = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*program, *command(*arguments)], env=environment(FAKE), capture_output=True, text=True, check=False
    )


@NEEDS_SETPRIV
def test_unreadable_files_and_folders_keep_their_records(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one")
    texts(folder / "deep", b="two")
    at = ("--index", tmp_path / "x")
    run(*at, "index", folder, env=FAKE)
    for path in (folder / "a.txt", folder / "deep"):
        path.chmod(0)
    try:
        outcomes = [run_without_rights(*at, "index", folder, "--prune", *more) for more in (["-n"], [])]
    finally:
        (folder / "deep").chmod(0o755)
    denied = "read: permission denied"
    for outcome in outcomes:
        assert outcome.returncode == 3
        assert outcome.stderr.splitlines() == [
            f"a.txt: the file cannot be {denied}; its records are kept as they were read before",
            f"deep: the folder cannot be {denied}",
            "2 files: 2 failed",
        ]
    for word in ("one", "two"):
        assert run(*at, "search", word).code == 0


@NEEDS_SETPRIV
def test_index_that_may_not_be_written(tmp_path: Path) -> None:
    index = tmp_path / "x"
    run("--index", index, "index", texts(tmp_path / "in", a="one"), env=FAKE)
    for path in (*index.rglob("*"), index):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        refused = run_without_rights("--index", index, "index", tmp_path)
        found = run_without_rights("--index", index, "search", "one")
    finally:
        for path in (index, *index.rglob("*")):
            path.chmod(0o755)
    assert refused.returncode == 4
    assert "cannot be written to (Permission denied)" in refused.stderr
    assert found.returncode == 0


def test_name_that_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"\xff.txt")).write_text("one")
    except OSError:
        pytest.skip("this file system wants names that are text")
    arguments = ("--index", tmp_path / "x", "index", folder, "--report", tmp_path / "r.jsonl")
    assert run(*arguments, env=FAKE).code == 0
    assert list(outcomes(tmp_path / "r.jsonl")) == [r"\xff.txt"]
    assert run(*arguments, "--prune", env=FAKE).err == "1 file: 1 unchanged\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no-such-folder"], 2, "no-such-folder"),
        ([], 2, "PATH"),
        ([".", "--jobs", "0"], 2, "0"),
        ([".", "--report", "no/such/place.jsonl"], 2, "no/such/place.jsonl"),
        ([".", "--ocr", "please"], 2, "please"),
    ],
    ids=str,
)
def test_bad_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("index", *arguments, env=FAKE)
    assert outcome.code == code, outcome
    assert said in outcome.err
    assert not (tmp_path / ".indexer").exists()


@pytest.mark.parametrize("more", [[], ["--dry-run"]], ids=str)
def test_a_document_named_as_the_report_is_not_written_over(tmp_path: Path, more: list[str]) -> None:
    folder = texts(tmp_path / "in", a="one", b="")
    outcome = run("--index", tmp_path / "x", "index", *more, "--report", folder / "a.txt", folder, env=FAKE)
    assert (outcome.code, (folder / "a.txt").read_text()) == (2, "one")
    assert f"{folder / 'a.txt'} is there and is no report of a run" in outcome.err
    assert not (tmp_path / "x").exists()
    empty = ("--report", folder / "b.txt")
    for _ in range(2):
        assert run("--index", tmp_path / "x", "index", *empty, folder, env=FAKE).code == 0
    assert list(outcomes(folder / "b.txt")) == ["a.txt"]


def test_bad_run_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one")
    run("--index", tmp_path / "x", "index", folder, env=FAKE)
    report = tmp_path / "x" / "r.jsonl"
    report.write_text('{"path":"of an earlier run"}')
    before = {path: path.read_bytes() for path in (tmp_path / "x").rglob("*") if path.is_file()}
    arguments = ("--index", tmp_path / "x", "index", folder, tmp_path / "none", "--report", report)
    assert run(*arguments, env=FAKE).code == 2
    assert {path: path.read_bytes() for path in (tmp_path / "x").rglob("*") if path.is_file()} == before


def test_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    outcome = run("--index", tmp_path / "x", "index", tmp_path / "in")
    assert (outcome.code, outcome.err) == (0, "no files found\n")


def test_index_in_the_folder_it_covers(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one")
    for expected in ("1 indexed (1 paragraph, 1 page)", "1 unchanged"):
        assert run("--index", folder / "myindex", "index", folder, env=FAKE).err == f"1 file: {expected}\n"


def test_paths_inside_one_another_count_once(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one")
    texts(folder / "deep", b="two")
    outcome = run("--index", tmp_path / "x", "index", folder / "deep", folder, folder / "a.txt", env=FAKE)
    assert outcome.err.startswith("2 files: 2 indexed")


def test_parser_that_does_not_start(tmp_path: Path) -> None:
    arguments = ("--index", tmp_path / "x", "index", texts(tmp_path / "in", a="one"))
    outcome = run(*arguments, env={"INDEXER_PARSER": "no.such:parser"})
    assert outcome.code == 5
    assert "does not start" in outcome.err
    assert "no.such" not in run("--index", tmp_path / "x", "info").out


def test_locked_and_damaged_index(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one")
    index = tmp_path / "x"
    run("--index", index, "index", folder, env=FAKE)
    (index / "manifest.json").write_text("{}")
    damaged = run("--index", index, "index", folder, env=FAKE)
    assert damaged.code == 4
    assert "--force" in damaged.err
    assert run("--index", index, "index", folder, "--force", env=FAKE).code == 0
    shutil.rmtree(index)
    index.write_text("a file stands in the way")
    assert run("--index", index, "index", folder, env=FAKE).code in {2, 4}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize(
    ("known", "left"),
    [
        ({"a": "one"}, "1 file is in the index; the same command goes on from there.\n"),
        ({}, "Nothing is in the index yet; the same command begins again.\n"),
    ],
    ids=str,
)
def test_interrupt_keeps_what_is_committed(tmp_path: Path, known: dict[str, str], left: str) -> None:
    folder = texts(tmp_path / "in", **known)
    arguments = ("--index", tmp_path / "x", "index", folder)
    assert run(*arguments, env=FAKE).code == 0
    texts(folder, b="wait 60")
    report = tmp_path / "r.jsonl"
    with subprocess.Popen(
        command(*arguments, "--report", report), env=environment(FAKE), stderr=subprocess.PIPE, text=True
    ) as process:
        # a known file is settled before reading begins
        wait_for(lambda: report.exists() and len(report.read_text().splitlines()) == len(known))
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == f"{left}Interrupted.\n"
    assert run("--index", tmp_path / "x", "search", "one").code == (0 if known else 1)
    texts(folder, b="two")
    assert "1 indexed (1 paragraph, 1 page)" in run(*arguments, env=FAKE).err


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="only some systems have these signals")
@pytest.mark.parametrize("sent", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_run_that_is_ended_leaves_no_temporary_files(tmp_path: Path, sent: str) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    folder = texts(tmp_path / "in", a="hang", b="hang\nanew")
    arguments = ("--index", tmp_path / "x", "index", folder, "--jobs", "2", "--timeout", "60")
    with subprocess.Popen(command(*arguments), env=environment({**FAKE, "TMPDIR": str(scratch)})) as process:
        wait_for(lambda: len(list(scratch.glob("*/*"))) == 2)
        process.send_signal(getattr(signal, sent))
        process.wait(timeout=60)
    assert process.returncode != 0
    wait_for(lambda: not list(scratch.iterdir()))
    assert not list(scratch.iterdir())


def test_progress_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", a="one", b="wait 1")
    outcome = run_on_terminal("--index", tmp_path / "x", "index", folder, env=FAKE)
    assert "reading" in outcome.out
    assert "2 files: 2 indexed" in outcome.out
    assert "\x1b" not in run("--index", tmp_path / "y", "index", folder, env=FAKE).err


def test_names_of_files_do_not_steer_the_terminal(tmp_path: Path) -> None:
    name = "\x1b[31mred\x07\nnews.txt"
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_text("1. The harbour is closed.\n")
    at = ("--index", tmp_path / "x")
    assert run(*at, "index", "-n", folder).out == "new\t [31mred news.txt\n"
    said = [
        run(*at, "index", folder),
        run(*at, "search", "--explain", "harbour"),
        run(*at, "show", "file:\x1b[31mred"),
        run("parse", folder / f"{name}x"),
        run("check", folder / f"{name}x", "--page", "1"),
    ]
    assert [outcome.code for outcome in said] == [0, 0, 1, 2, 2]
    assert said[1].err.splitlines()[-1].startswith("1.  [31mred  news.txt, para. 1: ")
    assert "\x1b" not in "".join(outcome.err for outcome in said)
    assert "\x07" not in "".join(outcome.err for outcome in said)
    (folder / name).write_text("")
    assert run("parse", folder).err == " [31mred news.txt: the file is empty\n"
