"""Results as tables and as HTML; the tables with their libraries where these are installed, and without."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from indexer.errors import MissingExtraError
from indexer.model import Footnote, Hit
from indexer.query import Index, open_index
from indexer.query.frames import COLUMNS
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

EVIL = "<script>alert(1)</script> & \"police\" 'x'"
ARABIC = "أقر المجلس القرار"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    directory = tmp_path_factory.mktemp("frames")
    first = [
        made_record("A/1/1", 1, EVIL, title="<b>Title</b>", section=("<i>One</i>",), year=2008),
        made_record(
            "A/1/1", 2, "The police.", page=None, footnotes=(Footnote(mark="1", text="<u>who</u> said so"),)
        ),
        made_record("A/1/1", 3, "Other words."),
    ]
    made_store(directory, [[first, [made_record("A/1/2", 1, ARABIC, language="ar")]]])
    return open_index(directory)


def needs(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(find_spec(name) is None, reason=f"{name} is not installed (extra)")


def test_dicts_are_the_hits_as_in_json(index: Index) -> None:
    results = index.search("police", context=1)
    assert msgspec.convert(results.to_dicts(), list[Hit]) == list(results)
    assert results.to_dicts()[0]["schema"] == "hit/1"
    shown = index.show("A/1/1, paras. 1-2")
    assert [value["id"] for value in shown.to_dicts()] == [record.id for record in shown]
    assert len(shown) == 2
    assert index.search("zyzzyva").to_dicts() == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@needs("pyarrow")
def test_arrow(index: Index) -> None:
    table = index.search("police", sort="symbol").to_arrow()
    assert table.column_names == list(COLUMNS)
    assert table["citation"].to_pylist() == ["A/1/1, para. 1", "A/1/1, para. 2"]
    assert table["page"].to_pylist() == [1, None]
    assert table["section"].to_pylist() == [["<i>One</i>"], []]
    assert index.search("zyzzyva").to_arrow().schema == table.schema
    shown = index.show("A/1/1, para. 1").to_arrow()
    assert shown["citation"].to_pylist() == ["A/1/1, para. 1"]
    assert shown["rank"].to_pylist() == [None]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@needs("pandas")
def test_pandas(index: Index) -> None:
    table = index.search("police", sort="symbol").to_pandas()
    assert list(table.columns) == list(COLUMNS)
    assert list(table["citation"]) == ["A/1/1, para. 1", "A/1/1, para. 2"]
    assert table["page"].isna().tolist() == [False, True]
    empty = index.search("zyzzyva").to_pandas()
    assert empty.dtypes.to_dict() == table.dtypes.to_dict()
    assert list(index.show("A/1/1, para. 1").to_pandas()["citation"]) == ["A/1/1, para. 1"]


@pytest.mark.parametrize(("name", "extra"), [("pyarrow", "arrow"), ("pandas", "pandas")])
def test_a_missing_library_names_its_extra(
    index: Index, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    for results in (index.search("police"), index.show("A/1/1, para. 1")):
        with pytest.raises(MissingExtraError, match=f"{name} is not installed.*“{extra}”"):
            getattr(results, f"to_{extra}")()


class Seen(HTMLParser):
    """The elements, attributes and text of a page; elements must close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.marked: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "mark" in self._open:
            self.marked.append(data)


PLAIN_TAGS = {"div", "p", "b", "span", "mark", "small", "sup"}


def test_a_notebook_shows_hits_escaped_and_marked(index: Index) -> None:
    seen = Seen(index.search("police", sort="symbol")._repr_html_())
    assert set(seen.tags) <= PLAIN_TAGS
    assert EVIL in seen.text
    assert "<b>Title</b>" in seen.text
    assert "A/1/1, para. 1" in seen.text
    assert seen.marked == ["police", "police"]
    assert {name for name, _ in seen.attributes} <= {"class", "dir", "style", "lang"}


def test_a_notebook_shows_direction_context_groups_and_notes(index: Index) -> None:
    html = index.search("المجلس")._repr_html_()
    assert '<p dir="auto" lang="ar"' in html
    assert Seen(html).marked == ["المجلس"]
    around = Seen(index.search("police", limit=1, sort="symbol", context=1)._repr_html_())
    assert ("style", "opacity:.6") in around.attributes
    assert around.text.index("A/1/1, para. 1") < around.text.index("A/1/1, para. 2")
    grouped = Seen(index.search("police", group="doc", per_document=1)._repr_html_())
    assert "1 more in this document" in grouped.text
    assert "[note 1] <u>who</u>" in Seen(index.search("who")._repr_html_()).text
    assert "zyzzyva" in Seen(index.search("zyzzyva")._repr_html_()).text


def test_a_notebook_shows_records(index: Index) -> None:
    seen = Seen(index.show("A/1/1, para. 2", context=1)._repr_html_())
    assert set(seen.tags) <= PLAIN_TAGS
    assert EVIL in seen.text
    assert "<u>who</u> said so" in seen.text
    assert "Other words." in seen.text
    assert "no 74" in Seen(index.show("A/1/1, para. 74")._repr_html_()).text
    assert not seen.marked


def test_print_writes_a_line_for_each_hit(index: Index) -> None:
    results = index.search("police", sort="symbol", limit=1)
    first, *lines = str(results).splitlines()
    assert first == f"{results.total:,} paragraphs in {results.documents:,} documents"
    assert lines == [f"{hit.citation}\t{hit.page}\t{hit.snippet}" for hit in results.hits]
    assert "nowhereword is in no paragraph" in str(index.search("nowhereword"))


def test_print_writes_records_and_what_is_missing(index: Index) -> None:
    shown = index.show("A/1/1, paras. 1 and 99")
    (record,) = shown.records
    assert str(shown) == f"{shown.misses[0]}\n\nA/1/1, para. 1\n{record.text}"
    assert repr(index).startswith("Index('")


def test_print_writes_no_more_than_can_be_read(tmp_path: Path) -> None:
    records = [made_record("A/1", nth, "police") for nth in range(1, 131)]
    made_store(tmp_path, [[records]])
    index = open_index(tmp_path)
    for text in (str(index.search("police", limit=None)), str(index.show("A/1"))):
        assert text.endswith("… and 30 more")


def test_a_notebook_shows_no_more_than_can_be_read(tmp_path: Path) -> None:
    made_store(tmp_path, [[[made_record("A/1", number, "police") for number in range(1, 131)]]])
    index = open_index(tmp_path)
    for results in (index.search("police", limit=None), index.show("A/1")):
        html = results._repr_html_()
        assert html.count("<p ") == 100
        assert "… and 30 more" in html


def test_results_are_values(index: Index, tmp_path: Path) -> None:
    results = index.search("police")
    assert results == index.search("police")
    assert [hit.id for hit in results] == [hit.id for hit in results.hits]
    with pytest.raises(AttributeError):
        results.total = 0  # type: ignore[misc]  # what a caller without types may write
    written = tmp_path / "results.json"
    written.write_bytes(msgspec.json.encode(results))
    assert b'"generation":' in written.read_bytes()
