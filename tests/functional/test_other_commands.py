from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.model import Record
from indexer.present import SCHEMAS
from tests.functional import reports
from tests.functional.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.functional.conftest import Ask


@pytest.mark.parametrize(
    "write", [reports.write_pdf, reports.write_html, reports.write_docx, reports.write_text]
)
def test_parse_prints_records_of_every_format(tmp_path: Path, write: object) -> None:
    assert callable(write)
    outcome = run("parse", write(tmp_path / "report.bin"))
    assert outcome.code == 0, outcome
    records = [msgspec.json.decode(line, type=Record) for line in outcome.out.splitlines()]
    read = [" ".join(record.text.split()) for record in records if record.kind == "paragraph"]
    assert read == list(reports.PARAGRAPHS)
    assert {record.symbol for record in records} == {reports.SYMBOL}
    assert any(mention.entity == "ILO" for record in records for mention in record.mentions)


def test_parse_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and nothing more")
    outcome = run("parse", bad, reports.write_pdf(tmp_path / "good.pdf"))
    assert outcome.code == 3
    assert outcome.err.startswith("bad.pdf: ")
    assert outcome.out.count("\n") == len(reports.PARAGRAPHS)


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "text"])
def test_parse_in_other_formats(tmp_path: Path, form: str) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and nothing more")
    one, other = (
        write(tmp_path / name) for write, name in ((reports.write_pdf, "a"), (reports.write_html, "b"))
    )
    outcome = run("parse", one, bad, other, "--format", form)
    assert (outcome.code, outcome.err[:9]) == (3, "bad.pdf: ")
    if form == "json":
        assert [record["number"] for record in json.loads(outcome.out)] == ["1", "2", "3", "4"] * 2
    elif form == "csv":
        rows = csv.DictReader(io.StringIO(outcome.out))
        assert [row["citation"] for row in rows][3:5] == [f"{reports.SYMBOL}, para. {n}" for n in (4, 1)]
    elif form == "text":
        assert outcome.out.splitlines()[:2] == [f"{reports.SYMBOL}, para. 1", "page 1 · I. Introduction"]
        assert outcome.out.count(f"{reports.SYMBOL}, para. 1\n") == 2
    else:
        assert outcome.out.count("\n") == 8


def test_parse_of_a_folder(tmp_path: Path) -> None:
    reports.write_pdf(tmp_path / "in" / "b.pdf", reports.LIGHTS, "A/80/901")
    reports.write_html(tmp_path / "in" / "a.html")
    records = [json.loads(line) for line in run("parse", tmp_path / "in").out.splitlines()]
    assert [record["source"]["path"] for record in records] == ["a.html"] * 4 + ["b.pdf"] * 3


def test_parse_of_what_is_not_there() -> None:
    assert run("parse", "no-such-file.pdf").code == 2
    assert run("parse").code == 2


def test_check_of_the_index(ask: Ask) -> None:
    outcome = ask("check")
    assert outcome.code == 3
    title, *failures = outcome.out.splitlines()[:3]
    assert title == "could not be read (2)"
    assert [line.split()[:2] for line in failures] == [
        ["no-text", "scan.pdf:"],
        ["unsupported", "wrong.pdf:"],
    ]
    assert outcome.out.endswith("2 documents read, 0 to look at; 2 could not be read\n")


def test_check_as_json(ask: Ask) -> None:
    values = [json.loads(line) for line in ask("check", "--format", "jsonl").out.splitlines()]
    assert json.loads(ask("check", "--format", "json").out) == values
    assert {value["schema"] for value in values} == {"check/1"}
    assert [(value["state"], value["path"]) for value in values if value["state"] == "failed"] == [
        ("failed", "scan.pdf"),
        ("failed", "wrong.pdf"),
    ]
    assert sum(value["state"] == "read" for value in values) == 2


def test_check_of_files_needs_no_index(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    reports.write_pdf(folder / "gap.pdf")
    reports.write_pdf(folder / "same.pdf", (*reports.PARAGRAPHS, "One more."))
    outcome = run("--index", tmp_path / "none", "check", folder)
    assert outcome.code == 0
    assert "A/HRC/901/7@en: gap.pdf, same.pdf" in outcome.out
    reports.write_scan(folder / "scan.pdf")
    assert run("check", folder).code == 3


def test_check_finds_a_damaged_index(folder: Path, tmp_path: Path) -> None:
    run("--index", tmp_path / "x", "index", folder / "more")
    assert run("--index", tmp_path / "x", "check").code == 0
    (victim,) = (tmp_path / "x" / "engine").glob("*.par")
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    for arguments in (("check",), ("search", "coast"), ("show", "A/80/901, para. 1"), ("info",)):
        outcome = run("--index", tmp_path / "x", *arguments)
        assert outcome.code == 4, outcome
        assert "indexer index" in outcome.out + outcome.err


def test_info(ask: Ask) -> None:
    text = ask("info").out
    assert "paragraphs" in text
    info = json.loads(ask("info", "--format", "json").out)
    (line,) = ask("info", "--format", "jsonl").out.splitlines()
    assert json.loads(line) == info
    assert (info["documents"], info["paragraphs"], info["failed"]) == (2, 7, 2)
    assert info["entities"]["ILO"] == 3


def test_the_documents_of_an_index_are_listed(ask: Ask) -> None:
    lines = ask("info", "--documents").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["A/80/901", "A/HRC/901/7"]
    listed = [json.loads(line) for line in ask("info", "--documents", "--format", "jsonl").out.splitlines()]
    assert json.loads(ask("info", "--documents", "--format", "json").out) == listed
    assert sum(one["paragraphs"] for one in listed) == 7
    heading, *rows = csv.reader(ask("info", "--documents", "--format", "csv").out.splitlines())
    assert [dict(zip(heading, row, strict=True))["path"] for row in rows] == [one["path"] for one in listed]
    assert ask("info", "--format", "csv").code == 2


@pytest.mark.parametrize(("name", "kind"), SCHEMAS.items())
def test_schema_names_every_field(name: str, kind: type[msgspec.Struct]) -> None:
    schema = json.loads(run("schema", name).out)
    assert schema["title"] == f"{name}/1"
    properties = schema["$defs"][kind.__name__]["properties"]
    assert set(properties) == {"schema", *kind.__struct_fields__}
    assert all("description" in value for field, value in properties.items() if field != "schema")


def test_schema_of_nothing() -> None:
    assert run("schema", "page").code == 2


@pytest.mark.parametrize("arguments", [("search", "x"), ("show", "A/1/2"), ("info",), ("check",)], ids=str)
def test_missing_index_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    outcome = run("--index", tmp_path / "none", *arguments)
    assert outcome.code == 4
    assert "indexer index" in outcome.err
    assert not (tmp_path / "none").exists()
