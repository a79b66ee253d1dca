"""`indexer entity`: what is known by name, with an index and without one."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from tests.functional.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.functional.conftest import Ask


@pytest.fixture
def without_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder that holds no index."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INDEXER_INDEX", raising=False)


@pytest.mark.usefixtures("without_index")
@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        (["list", "labour", "office"], 0, "ILO\tagency\t\tInternational Labour Organization, ", ""),
        (["list", "no such name"], 1, "", "no entity has 'no such name' in its names\n"),
        (["show", "ILO"], 0, "International Labour Organization; International Labour Office\n", ""),
        (["show", "OIT"], 0, "Organización Internacional del Trabajo", ""),
        (["show", "international", "labour", "organisation"], 0, "id        ILO\n", ""),
        (["show", "crc-committee"], 0, "CRC names CRC, or CRC-COMMITTEE where a document", ""),
        (["show", "DDPA"], 0, "document  A/CONF.189/12\n", ""),
        (["show", "AI"], 1, "", "Error: no entity is called 'AI'; perhaps AMNESTY\n"),
        (["show", "Slovennia"], 1, "", "Error: no entity is called 'Slovennia'; perhaps SLOVENIA\n"),
        (["show", "ai"], 1, "", "Error: no entity is called 'ai'; perhaps AMNESTY\n"),
        (["show", " "], 2, "", "Error: which entity? give an id, an acronym or a name\n"),
        (["test", "WHO and those who met"], 0, "WHO\tWHO\tacronym of World Health Organization\n", ""),
        (["test", "those who met"], 1, "who\t-\twho is written small; WHO is ", "nothing is named\n"),
        (["test", "--lang", "en", "PAM"], 1, "PAM is an acronym of another language", "nothing is named\n"),
        (["test", "--lang", "English", "PAM"], 1, "PAM is an acronym of another", "nothing is named\n"),
        (["test", "--lang", "French", "PAM"], 0, "PAM\tWFP\t", ""),
        (["show"], 2, "", "Missing argument"),
        (["fly"], 2, "", "there is no command 'fly'. To show it: indexer entity show fly"),
    ],
)  # fmt: skip
def test_what_is_known_without_an_index(arguments: list[str], code: int, out: str, err: str) -> None:
    outcome = run("entity", *arguments)
    assert outcome.code == code, outcome
    assert out in outcome.out
    assert err in outcome.err
    assert bool(err) == bool(outcome.err)


def test_an_index_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    for arguments in (["list", "ILO"], ["show", "ILO"]):
        outcome = run("--index", tmp_path / "none", "entity", *arguments)
        assert outcome.code == 4, outcome
        assert "there is no index in" in outcome.err


def test_an_index_adds_counts_and_first_uses(ask: Ask) -> None:
    hits = ask("search", "ILO", "--format", "jsonl", "-n", "0").out.splitlines()
    (row,) = json.loads(ask("entity", "list", "International Labour Office", "--format", "json").out)
    assert (row["id"], row["paragraphs"]) == ("ILO", len(hits))
    facts = json.loads(ask("entity", "show", "ILO", "--format", "json").out)
    assert facts["schema"] == "entity-facts/1"
    assert facts["paragraphs"] == len(hits) > 0
    assert facts["first"] in {json.loads(hit)["citation"] for hit in hits}


@pytest.mark.usefixtures("without_index")
@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (["list", "labour"], "entity/1"),
        (["show", "ILO"], "entity-facts/1"),
        (["test", "WHO and who"], "entity-match/1"),
    ],
)
def test_every_format_says_the_same(arguments: list[str], schema: str) -> None:
    lines = [json.loads(line) for line in run("entity", *arguments, "--format", "jsonl").out.splitlines()]
    assert {line["schema"] for line in lines} == {schema}
    whole = json.loads(run("entity", *arguments, "--format", "json").out)
    assert (whole if isinstance(whole, list) else [whole]) == lines
    rows = list(csv.DictReader(run("entity", *arguments, "--format", "csv").out.splitlines()))
    if schema == "entity-facts/1":
        assert {row["id"] for row in rows} == {"ILO"}
        assert {row["language"] for row in rows} == {"", "en", "ar", "es", "fr", "ru", "zh"}
    else:
        key = "surface" if schema == "entity-match/1" else "id"
        assert [row[key] for row in rows] == [line[key] for line in lines]
