from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from indexer.cli.console import Settings
from indexer.cli.direct import runs_directly
from indexer.grammar.symbols import DocumentSymbol
from indexer.query.cite import citation_of
from indexer.query.documents import held_symbol
from indexer.store.reader import StoreReader
from tests.functional.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.functional.conftest import Ask


@pytest.mark.parametrize(
    "arguments",
    [
        ["A/HRC/901/7, para. 2"],
        ["A/HRC/901/7", "para.", "2"],
        ["A/HRC/901/7, para. 99"],
        ["A/HRC/999/7"],
        ["nothing like a citation"],
        ["A/HRC/901/7, para. 3 (b)", "A/80/901"],
    ],
    ids=str,
)
def test_without_options_the_answer_is_the_same(ask: Ask, arguments: list[str]) -> None:
    assert ask("show", *arguments) == ask("show", *arguments, "--format", "text")


@pytest.mark.parametrize(
    "arguments",
    [
        ["harbour"],
        ["harbour", "lights"],
        ["harbour lights", "OR", "ILO"],
        ["ILO"],
        ["HARBOUR"],
        ["A/HRC/901/7, para. 2"],
        ["zebra"],
        ["(harbour"],
        ["lang:xx", "harbour"],
        ["kind:nothing"],
        [""],
        ["\udcff"],
        [" ", "harbour"],
    ],
    ids=repr,
)
@pytest.mark.parametrize("is_person", [False, True])
def test_without_options_a_search_is_the_same(
    ask: Ask,
    arguments: list[str],
    is_person: bool,  # noqa: FBT001  # a table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("indexer.cli.found.is_on_terminal", lambda _: is_person)
    monkeypatch.setattr("indexer.cli.console.is_on_terminal", lambda _: is_person)
    assert ask("search", *arguments) == ask("search", *arguments, "--format", "text")


def test_the_index_may_stand_before_and_behind(index: Path, tmp_path: Path) -> None:
    reference = "A/HRC/901/7, para. 2"
    before = run("--index", index, "show", reference)
    assert before.code == 0
    assert run("show", reference, "--index", index) == before
    assert run("--index", tmp_path / "other", "show", "--index", index, reference) == before
    assert run("show", reference, env={"INDEXER_INDEX": str(index)}) == before


def test_an_index_that_is_a_file_is_told_as_ever(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no index")
    outcome = run("--index", tmp_path / "file", "show", "A/HRC/901/7")
    assert outcome.code == 2
    assert "is a file" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["show"],
        ["show", "-"],
        ["show", "-h"],
        ["show", "A/1/1", "--page", "2"],
        ["-v", "show", "A/1/1"],
        ["search"],
        ["search", "x", "-c"],
        ["search", "-harbour"],
        ["search", "--", "harbour"],
        ["info", "x"],
    ],
    ids=str,
)
def test_everything_else_is_left_to_click(arguments: list[str]) -> None:
    settings = Settings()
    assert not runs_directly(arguments, settings)
    assert settings == Settings()


@pytest.mark.parametrize(
    ("words", "unneeded"),
    [(["show", "A/HRC/901/7, para. 2"], "click regex"), (["search", "harbour"], "click")],
)
def test_neither_click_nor_patterns_are_loaded(index: Path, words: list[str], unneeded: str) -> None:
    script = (
        "import sys\nfrom indexer.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n"
        f"    sys.exit(end.code or bool(set('{unneeded}'.split()) & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, "--index", str(index), *words]
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


@pytest.fixture(scope="module")
def samples(sample_index: Path) -> StoreReader:
    return StoreReader(sample_index)


def test_no_citation_that_answers_print_needs_patterns(samples: StoreReader) -> None:
    numbers = range(sum(segment.count for segment in samples.segments))
    citations = [citation_of(samples.record_at(number)) for number in numbers]
    assert len(citations) > 100
    script = (
        "import sys\nfrom indexer.query import open_index\n"
        "index = open_index(sys.argv[1])\n"
        "for line in sys.stdin:\n"
        "    assert line.strip() in index.show(line.strip()).citations, line\n"
        "    assert 'regex' not in sys.modules, line\n"
    )
    command = [sys.executable, "-c", script, str(samples.directory)]
    done = subprocess.run(command, check=False, input="\n".join(citations), text=True, capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_symbol_that_the_index_holds_is_read_as_by_the_patterns(samples: StoreReader) -> None:
    symbols = [entry.symbol for entry in samples.documents() if entry.symbol is not None]
    assert symbols
    for symbol in symbols:
        held, parsed = held_symbol(samples, symbol), DocumentSymbol.parse(symbol)
        assert held is not None
        assert (held.text, held.key) == (parsed.text, parsed.key)
        assert held_symbol(samples, symbol.lower()) is held_symbol(samples, f"{symbol}(2008)") is None
