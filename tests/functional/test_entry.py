from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from indexer.cli import failures
from indexer.cli.console import Settings
from indexer.cli.group import COMMANDS, group
from indexer.errors import (
    DamagedReportError,
    IndexerError,
    IndexLockedError,
    NotFoundError,
    QuerySyntaxError,
    UsageError,
)
from indexer.version import __version__
from tests.functional.running import ROOT, command, environment, run, run_process

if TYPE_CHECKING:
    from tests.functional.conftest import Ask

HEAVY = {
    "charset_normalizer",
    "docx",
    "lxml",
    "numpy",
    "py3langid",
    "pypdfium2",
    "rich",
    "whoosh",
}


def loaded_by(code: str, *arguments: str | Path) -> set[str]:
    """The heavy libraries that a piece of code loads."""
    program = f"{code}\nimport sys, json; sys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        check=True,
    )
    return HEAVY.intersection(json.loads(done.stderr.decode().splitlines()[-1]))


CALL = """
import sys
from indexer.cli import main
try:
    main()
except SystemExit:
    pass
"""


def test_what_each_start_loads(index: Path) -> None:
    assert not loaded_by("import indexer")
    assert not loaded_by("import indexer; indexer.Record; indexer.QuerySyntaxError")
    assert not loaded_by(CALL, "--version")
    assert not loaded_by(CALL, "--help")
    assert not loaded_by(CALL, "schema", "hit")
    assert not loaded_by(CALL, "--index", index, "show", "A/80/901, para. 1")
    assert loaded_by(CALL, "--index", index, "search", "ILO") <= {"numpy"}


@pytest.mark.parametrize(("before", "after"), [(None, "1"), ("2", "2")])
def test_numpy_starts_no_threads_unless_told_to(before: str | None, after: str) -> None:
    script = f"{CALL}\nimport os; sys.stderr.write(os.environ['OPENBLAS_NUM_THREADS'])"
    variables = environment({"OPENBLAS_NUM_THREADS": before or ""})
    if before is None:
        del variables["OPENBLAS_NUM_THREADS"]
    done = subprocess.run(
        [sys.executable, "-c", script, "--version"], env=variables, capture_output=True, check=True, text=True
    )
    assert done.stderr == after


@pytest.mark.parametrize(("command", "is_quick"), [("search", True), ("show", True), ("info", False)])
def test_only_look_ups_put_off_the_search_for_cycles(index: Path, command: str, is_quick: bool) -> None:  # noqa: FBT001  # a table
    script = f"{CALL}\nimport gc; sys.exit(gc.get_threshold()[0] > 10_000)"
    words = [command, "A/80/901"] if is_quick else [command]
    program = [sys.executable, "-c", script, "--index", str(index), *words]
    done = subprocess.run(program, env=environment(), capture_output=True, check=False)
    assert done.returncode == is_quick


def test_version() -> None:
    assert run("--version").out == f"indexer {__version__}\n"
    assert run_process("--version").out == f"indexer {__version__}\n"


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_examples(name: str, flag: str) -> None:
    outcome = run(*filter(None, [name, flag]))
    assert outcome.code == 0
    assert "Examples:" in outcome.out
    assert f"indexer {name or 'search'} " in outcome.out or f"indexer {name}\n" in outcome.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    context = click.Context(group)
    found = group.get_command(context, name)
    assert found is not None
    for parameter in found.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_of_the_design(name: str) -> None:
    assert f"  {name} " in run("--help").out


@pytest.mark.parametrize("words", [(), ("entity",)], ids=str)
def test_lists_of_commands_are_whole_on_a_usual_terminal(words: tuple[str, ...]) -> None:
    lines = run(*words, "-h", env={"COLUMNS": "80"}).out.splitlines()
    assert not [line for line in lines if line.endswith("...") or len(line) > 80][1:], "but for the usage"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_usual_terminal(name: str) -> None:
    assert max(map(len, run(name, "-h", env={"COLUMNS": "80"}).out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("serach", " Did you mean 'search'?"),
        ("ILO", " To look for it: indexer search ILO"),
        ("A/HRC/9/8, para. 10", " To show it: indexer show 'A/HRC/9/8, para. 10'"),
        ("some reports", " To read it: indexer index 'some reports'"),
        ("no/such/folder", ""),
        ("help", " It is an option: indexer --help"),
        ("version", " It is an option: indexer --version"),
        ("$", ""),
        ("a\0b", ""),
        ("x" * 5000, f" To look for it: indexer search {'x' * 5000}"),
    ],
)
def test_unknown_command_gets_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "some reports").mkdir()
    outcome = run(word, "ILO")
    assert outcome.code == 2
    assert outcome.err.rstrip("\n").endswith(f"there is no command {word!r}.{hint}")


def test_global_options_stand_before_or_behind(index: Path) -> None:
    for arguments in (("--index", index, "search", "ILO"), ("search", "ILO", "--index", index)):
        assert run(*arguments).code == 0
    assert run("search", "ILO", env={"INDEXER_INDEX": str(index)}).code == 0


def test_default_index_lies_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ".indexer" in run("info").err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (QuerySyntaxError("wrong", source="a (", span=(2, 3)), 2, "^"),
        (UsageError("no"), 2, "no"),
        (NotFoundError("none"), 1, "none"),
        (DamagedReportError("a.pdf", "broken"), 3, "a.pdf: broken"),
        (IndexLockedError("locked"), 4, "locked"),
        (IndexerError("other"), 5, "other"),
        (click.UsageError("option"), 2, "option"),
        (click.ClickException("plain"), 5, "plain"),
        (KeyboardInterrupt(), 130, "Interrupted."),
        (EOFError("cut off"), 5, "unexpected EOFError: cut off"),
        (MemoryError(), 5, "memory"),
        (OSError(28, "No space left on device", "x.pdf"), 5, "x.pdf: No space left on device"),
        (ZeroDivisionError("oops\nmore"), 5, "unexpected ZeroDivisionError: oops (-v shows where)"),
        (click.exceptions.Exit(3), 3, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_error_table(error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert failures.code_of(error, Settings()) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


def test_verbose_shows_where(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 / 0
    assert failures.code_of(caught.value, Settings(verbosity=1)) == 5
    assert "test_entry.py" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
@pytest.mark.parametrize(
    "arguments", [("search", "ILO", "-n", "0"), ("show", "A/HRC/901/7"), ("schema", "hit")]
)
def test_closed_pipe_ends_quietly(index: Path, arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        command("--index", index, *arguments),
        env=environment({"PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(timeout=60) == 0
    assert "Error" not in said
    assert "BrokenPipe" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell there")
@pytest.mark.parametrize(
    ("closing", "arguments", "code"),
    [("<&-", ("show", "-"), 1), (">&-", ("search", "ILO"), 0), (">&- 2>&-", ("search", "ILO"), 0)],
)
def test_a_closed_stream_leads_nowhere(
    index: Path, closing: str, arguments: tuple[str, ...], code: int
) -> None:
    words = command("--index", index, *arguments)
    shell = subprocess.run(
        ["sh", "-c", f'"$@" {closing}', "sh", *words], env=environment(), capture_output=True, check=False
    )
    assert (shell.returncode, b"Traceback" in shell.stderr) == (code, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        (("search", "ILO", "-c"), 0, b"3\n"),
        (("search", "zyzzyva", "-c"), 1, b"0\n"),
        (("show", "A/HRC/901/7, para. 99"), 1, b""),
        (("search", "ILO AND ("), 2, b""),
        (("search", "--nonsense"), 2, b""),
        (("--index", "no/such/folder", "info"), 4, b""),
    ],
    ids=str,
)
def test_answer_and_code_are_the_same_when_nobody_can_be_told(
    index: Path, arguments: tuple[str, ...], code: int, out: bytes
) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("--index", index, *arguments),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert (done.returncode, done.stdout) == (code, out)


ODD_LOCALES = [
    {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "utf-8:strict"},
]


@pytest.mark.parametrize("locale", ODD_LOCALES, ids=str)
def test_pipes_are_utf8_whatever_the_locale(index: Path, locale: dict[str, str]) -> None:
    asked = "\ufeffA/HRC/901/7 §2\r\n".encode() + b"\xff no text\n" + "A/HRC/901/7 §4\n".encode()
    done = subprocess.run(
        command("--index", index, "show", "-"),
        env=environment(locale),
        input=asked,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b" no text\n" in done.stderr
    cited = [line for line in done.stdout.decode("utf-8").splitlines() if line.startswith("A/HRC/901/7, ")]
    assert cited == ["A/HRC/901/7, para. 2", "A/HRC/901/7, para. 4"]
    assert " · ".encode() in done.stdout


def test_same_answer_through_the_library(ask: Ask, index: Path) -> None:
    import indexer  # noqa: PLC0415  # the lazy names are what is tested

    found = indexer.open_index(index).search("ILO")
    assert [hit.citation for hit in found.hits] == [
        line.split("\t")[0] for line in ask("search", "ILO").out.splitlines()
    ]
    for name in indexer.__all__:
        assert getattr(indexer, name) is not None
    with pytest.raises(AttributeError):
        _ = indexer.no_such_name  # type: ignore[attr-defined]  # as type checkers tell too


def test_completion_of_the_shell() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "indexer"],
        env=environment(
            {"_INDEXER_COMPLETE": "bash_complete", "COMP_WORDS": "indexer se", "COMP_CWORD": "1"}
        ),
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert b"plain,search" in done.stdout
