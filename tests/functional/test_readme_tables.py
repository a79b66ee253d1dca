"""Holds the tables, the Python example and the development commands of README.md against the program."""

from __future__ import annotations

import doctest
import shutil
from importlib import import_module
from typing import TYPE_CHECKING, get_args

import pytest
import regex

from indexer.cli import failures
from indexer.cli.group import COMMANDS
from indexer.errors import IndexerError
from indexer.grammar.addresses import Address
from indexer.grammar.citations import parse_citation
from indexer.grammar.symbols import DocumentSymbol
from indexer.model import Kind
from indexer.query import open_index, parse_query
from indexer.query.scan import FIELDS
from tests.functional.running import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")

_CELL_END = regex.compile(r"(?<!\\)\|")
_CODE = regex.compile(r"`([^`]+)`")


def table(first_heading: str) -> list[list[str]]:
    """The rows of the table whose first column has this heading."""
    rows: list[list[str]] = []
    is_inside = False
    for line in README.splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(line)[1:-1]]
        if cells and cells[0] == first_heading and not is_inside:
            is_inside = True
        elif is_inside and not cells:
            break
        elif is_inside and not cells[0].startswith("---"):
            rows.append(cells)
    assert rows, f"README.md has no table {first_heading}"
    return rows


def code(cell: str) -> list[str]:
    """What stands between backquotes in a cell."""
    return _CODE.findall(cell)


def section(title: str) -> str:
    """The text below a heading, up to the next one of its depth."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows_below(title: str) -> list[list[str]]:
    """The rows of the first table below a heading of the third depth."""
    text = README.partition(f"\n### {title}\n")[2].partition("\n#")[0]
    rows = [_CELL_END.split(line)[1:-1] for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


@pytest.mark.parametrize(("typed", "read", "what"), rows_below("Symbols"))
def test_symbols(typed: str, read: str, what: str) -> None:
    assert what
    assert str(DocumentSymbol.parse(*code(typed))) == code(read)[0]


@pytest.mark.parametrize(("typed", "places"), rows_below("Citations"))
def test_citations(typed: str, places: str) -> None:
    assert list(parse_citation(*code(typed)).addresses) == code(places)


def test_a_slip_is_answered_as_said() -> None:
    typed, answer = regex.findall(r"such as `([^`]+)` is answered with \"([^\"]+)\"", README)[0]
    with pytest.raises(IndexerError, match=regex.escape(answer)):
        DocumentSymbol.parse(typed)


def test_kinds_and_addresses() -> None:
    rows = rows_below("Paragraphs")
    assert {code(row[0])[0] for row in rows} == set(get_args(Kind))
    scoped = regex.findall(r"^Numbers that begin again.*$", README, flags=regex.MULTILINE)
    for address in [*(one for row in rows for one in code(row[2])), *code(scoped[0])]:
        assert str(Address.parse(address)) == address


@pytest.mark.parametrize("cell", [row[0] for row in table("query")])
def test_queries_find_something(cell: str, sample_index: Path) -> None:
    (query,) = code(cell)
    assert str(parse_query(str(parse_query(query).root)).root) == str(parse_query(query).root)
    assert open_index(sample_index).search(query).total, f"{query} finds nothing in the sample reports"


def test_a_name_finds_what_its_acronym_finds(sample_index: Path) -> None:
    index = open_index(sample_index)
    found = [
        {hit.id for hit in index.search(query).hits} for query in ("ILO", "International Labour Organization")
    ]
    assert found[0] == found[1]


def test_fields() -> None:
    listed = next(code(row[1])[0] for row in table("query") if "fields:" in row[1])
    assert listed.split() == list(FIELDS)


def test_commands_and_their_options() -> None:
    rows = table("command")
    assert tuple(code(row[0])[0].split()[0] for row in rows) == COMMANDS
    for usage, _, options in rows:
        command = import_module(f"indexer.cli.{code(usage)[0].split()[0]}").command
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(code(options)) <= known, usage


def test_exit_codes() -> None:
    named = {value for name, value in vars(failures).items() if name.isupper() and isinstance(value, int)}
    assert {int(row[0]) for row in table("exit code")} == named


def test_python_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "sample_corpus", tmp_path / "sample_corpus")
    monkeypatch.chdir(tmp_path)
    blocks = regex.findall(r"^```pycon\n(.*?)^```", README, flags=regex.MULTILINE | regex.DOTALL)
    assert blocks
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    said: list[str] = []
    results = doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert results.attempted
    assert not results.failed, "".join(said)


def test_development_commands_are_those_of_the_continuous_run() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    block = section("Development").partition("```sh\n")[2].partition("```")[0]
    commands = [part.strip() for line in block.splitlines() for part in line.split("&&")]
    for command in commands:
        assert command in steps or command.startswith(". "), command


@pytest.mark.parametrize("target", regex.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_to_files(target: str) -> None:
    assert (ROOT / target).is_file()


def test_every_module_stands_on_the_rooms_page() -> None:
    rooms = (ROOT / "indexer" / "README.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "indexer").rglob("*.py")):
        below = rooms.partition(f"\n## `{path.parent.name}/`")[2].partition("\n## ")[0] or rooms
        if path.name not in {"__init__.py", "__main__.py"}:
            assert f"`{path.name}`" in below, path.relative_to(ROOT)


def test_the_rooms_page_names_no_module_that_is_gone() -> None:
    rooms = (ROOT / "indexer" / "README.md").read_text(encoding="utf-8")
    named = set(regex.findall(r"^\| ((?:`[a-z_]+\.py`(?:, )?)+) \|", rooms, flags=regex.MULTILINE))
    files = {path.name for path in (ROOT / "indexer").rglob("*.py")}
    assert {name for cell in named for name in code(cell)} <= files
