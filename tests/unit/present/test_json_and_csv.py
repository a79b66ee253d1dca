from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import UsageError
from indexer.model import Footnote, Hit, Part, Record
from indexer.present import (
    SCHEMAS,
    facets_csv,
    hits_csv,
    json_lines,
    json_object,
    json_schema,
    records_csv,
)
from indexer.present.csv_text import COLUMNS, PLACE_COLUMNS
from indexer.present.json_text import json_array
from tests.unit.present.made import make_hit, make_record


def test_hit_as_json() -> None:
    (line,) = json_lines([make_hit()])
    value = json.loads(line)
    assert next(iter(value)) == "schema"
    assert value["schema"] == "hit/1"
    assert value["number_inferred"] is None
    assert msgspec.json.decode(line, type=Hit) == make_hit()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_array(count: int) -> None:
    values = [make_record(order=number) for number in range(count)]
    decoded = msgspec.json.decode("\n".join(json_array(iter(values))), type=list[Record])
    assert decoded == values


def test_object_is_indented() -> None:
    assert json_object({"a": 1}) == '{\n  "a": 1\n}'


def rows(lines: Any) -> list[dict[str, str]]:
    """A table read again."""
    return list(csv.DictReader(io.StringIO("\n".join(lines), newline="")))


def test_table_of_hits() -> None:
    (row,) = rows(hits_csv([make_hit(snippet='say "light"\nand more', page_label=None)]))
    assert row["snippet"] == 'say "light"\nand more'
    assert row["section"] == "II. Ports > A. Lights"
    assert (row["path"], row["page_label"], row["score"], row["rank"]) == ("a/harbours.pdf", "", "2.5", "1")


def test_table_of_records_has_their_citations() -> None:
    (row,) = rows(records_csv([(make_record(), "A/HRC/901/7, para. 3", "", "")]))
    assert (row["citation"], row["rank"], row["id"]) == ("A/HRC/901/7, para. 3", "", "A/HRC/901/7@en#p3")


def test_table_of_records_says_what_was_asked_for_and_what_the_notes_say() -> None:
    notes = (Footnote(mark="2", text="See below."), Footnote(mark="", text="Unmarked."))
    record = make_record(parts=(Part(address="p3.a", start=14, end=46),), footnotes=notes)
    asked = "A/HRC/901/7, para. 3 (a)"
    (row,) = rows(records_csv([(record, "A/HRC/901/7, para. 3", asked, "p3.a")]))
    assert (row["asked"], row["part"], row["part_text"]) == (asked, "p3.a", record.text[14:46])
    assert row["notes"] == "2 See below.\nUnmarked."


def test_table_of_counts() -> None:
    assert list(facets_csv({"year": {"2008": 2, "=x": 1}})) == [
        "field,value,count",
        "year,2008,2",
        "year,'=x,1",
    ]


@given(st.text())
def test_no_cell_starts_a_formula(text: str) -> None:
    (row,) = rows(hits_csv([make_hit(text=text.replace("\r", "").replace("\0", ""))]))
    assert not row["text"].startswith(("=", "+", "-", "@", "\t"))
    assert row["text"].removeprefix("'") == text.replace("\r", "").replace("\0", "").removeprefix("'")


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_describes_every_field(name: str) -> None:
    schema = json_schema(name)
    assert schema["title"] == f"{name}/1"
    for definition in schema["$defs"].values():
        assert definition["description"]
    kind = SCHEMAS[name]
    properties = schema["$defs"][kind.__name__]["properties"]
    assert set(kind.__struct_fields__) | {"schema"} == set(properties)
    assert all(value["description"] for field, value in properties.items() if field != "schema")


PROMISED = json.loads(Path(__file__).with_name("promised.json").read_text())
"""Fields by type, as other programs rely on them: new ones are added, and none is changed or taken out."""


def _type(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if key not in {"description", "default", "enum"}}


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_was_promised_stays(name: str) -> None:
    for title, definition in json_schema(name)["$defs"].items():
        now = definition["properties"]
        assert set(now) == set(PROMISED[title])
        for field, value in PROMISED[title].items():
            assert _type(value) == _type(now[field])
            assert set(value.get("enum", ())) <= set(now[field].get("enum", ()))


def test_columns_that_were_promised_stay() -> None:
    assert " ".join(COLUMNS).startswith(
        "rank score citation symbol language kind number address section page page_end page_label title date "
        "body year snippet text path id copy of_document distance position"
    )
    assert " ".join(PLACE_COLUMNS).startswith("citation page left match right note")


def test_schema_of_nothing() -> None:
    with pytest.raises(UsageError, match="there is no schema 'page', only: record, hit, occurrence"):
        json_schema("page")


@pytest.mark.parametrize("name", ["record", "hit"])
def test_schema_says_what_the_docstring_says(name: str) -> None:
    field = json_schema(name)["$defs"][SCHEMAS[name].__name__]["properties"]["page_label"]
    assert field["description"] == "The number printed on the page it begins on."
