from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from indexer.errors import EncryptedReportError, IndexLockedError, IndexNotFoundError, MissingToolError
from indexer.model import (
    Footnote,
    LearntAcronym,
    Mention,
    ParsedDocument,
    Record,
    Reference,
    Source,
    SourceFile,
)
from indexer.store import Store, batch, engine, open_store, passage_batch
from indexer.store.terms import cite_terms, natural_key, symbol_terms
from tests.unit.made_up import made_record, parsed_of

if TYPE_CHECKING:
    from indexer.store.segment import Segment


def file(folder: Path, name: str, content: str) -> SourceFile:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return SourceFile(
        path=name, location=str(path), sha256=digest, size=len(content), media_type="text/plain"
    )


def parsed(source: SourceFile, symbol: str | None, texts: list[str], language: str = "en") -> ParsedDocument:
    records = [
        made_record(
            symbol,
            number,
            text,
            id=f"{symbol or f'file:{source.path}'}@{language}#p{number}",
            language=language,
            page=1,
            page_end=2,
            body="HRC",
            year=2008,
            date="2008-08-29",
            source=Source(path=source.path, sha256=source.sha256, media_type=source.media_type),
        )
        for number, text in enumerate(texts, 1)
    ]
    return parsed_of(records)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / ".indexer", create=True)


def add(store: Store, source: SourceFile, symbol: str | None, texts: list[str]) -> str:
    with store.writer() as writer:
        return writer.replace(source, parsed(source, symbol, texts))


def texts(store: Store, document: str) -> list[str]:
    with store.reader() as reader:
        return [record.text for record in reader.records(document)]


def test_an_index_is_private_and_empty_at_first(store: Store) -> None:
    assert stat.S_IMODE(store.directory.stat().st_mode) == 0o700
    with store.reader() as reader:
        assert reader.statistics().records == 0
        assert reader.integrity() == []


def test_what_a_writer_takes_away_while_files_are_counted_has_no_size(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.reader() as reader:
        size = reader.statistics().bytes
        there = [*store.directory.rglob("*")]
        assert size == sum(path.stat().st_size for path in there if path.is_file()) > 0
        monkeypatch.setattr(Path, "rglob", lambda *_: iter([*there, store.directory / "journal"]))
        monkeypatch.setattr(Path, "is_file", lambda _: True)
        assert reader.statistics().bytes == size


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexNotFoundError, match="indexer index PATH"):
        open_store(tmp_path / "nothing")


def test_records_come_back_as_they_went_in(store: Store, tmp_path: Path) -> None:
    source = file(tmp_path, "a.txt", "a")
    document = parsed(source, "A/HRC/9/8", ["one", "two"])
    with store.writer() as writer:
        assert writer.replace(source, document) == "indexed"
    with store.reader() as reader:
        assert tuple(reader.records("A/HRC/9/8@en")) == document.records
        assert reader.record("A/HRC/9/8@en#p2") == document.records[1]
        assert reader.record("A/HRC/9/8@en#p3") is None
        assert [entry.document for entry in reader.documents()] == ["A/HRC/9/8@en"]
        assert [report.records for report in reader.reports()] == [2]


def test_a_changed_file_replaces_its_records(store: Store, tmp_path: Path) -> None:
    add(store, file(tmp_path, "a.txt", "a"), "A/HRC/9/8", ["one", "two"])
    add(store, file(tmp_path, "a.txt", "b"), "A/HRC/9/8", ["three"])
    assert texts(store, "A/HRC/9/8@en") == ["three"]
    with store.reader() as reader:
        assert reader.statistics().records == 1


def test_another_name_of_a_changed_file_does_not_keep_its_former_records(
    store: Store, tmp_path: Path
) -> None:
    first = file(tmp_path, "a.txt", "one")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    other = file(tmp_path, "link.txt", "one")
    with store.writer() as writer:
        writer.replace(first, parsed(first, "A/HRC/9/8", ["one"]))
        assert writer.replace(other, parsed(other, "A/HRC/9/8", ["one"])) == "duplicate"
    changed = file(tmp_path, "a.txt", "two")
    add(store, changed, "A/HRC/9/8", ["two"])
    assert texts(store, "A/HRC/9/8@en") == ["two"]


def test_only_the_outermost_folders_are_remembered_until_they_are_forgotten(
    store: Store, tmp_path: Path
) -> None:
    with store.writer() as writer:
        writer.remember([tmp_path, tmp_path / "deep", tmp_path / "deep" / "a.txt"])
    assert store.folders() == (str(tmp_path.resolve()),)
    with store.writer() as writer:
        writer.forget([tmp_path])
    assert store.folders() == ()


def test_a_file_replaced_twice_in_one_commit_is_there_once(store: Store, tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.txt", "a"), file(tmp_path, "a.txt", "b")
    with store.writer() as writer:
        writer.replace(first, parsed(first, "A/HRC/9/8", ["one"]))
        writer.replace(second, parsed(second, "A/HRC/9/8", ["two"]))
    assert texts(store, "A/HRC/9/8@en") == ["two"]


def test_same_id_and_other_content_are_copies_that_keep_their_numbers(store: Store, tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.txt", "a"), file(tmp_path, "b.txt", "b")
    add(store, first, "A/HRC/9/8", ["one"])
    add(store, second, "A/HRC/9/8", ["other"])
    assert texts(store, "A/HRC/9/8@en") == ["one", "other"]
    add(store, file(tmp_path, "a.txt", "changed"), "A/HRC/9/8", ["one again"])
    with store.reader() as reader:
        assert {record.text: record.copy for record in reader.records("A/HRC/9/8@en")} == {
            "one again": 1,
            "other": 2,
        }
        first_copy = reader.record("A/HRC/9/8@en#p1")
        assert first_copy is not None
        assert first_copy.text == "one again"


def test_an_id_twice_in_one_file_stays_unique_with_its_copy(store: Store, tmp_path: Path) -> None:
    source = file(tmp_path, "a.txt", "a")
    document = parsed(source, "A/HRC/9/8", ["one"])
    doubled = ParsedDocument(records=document.records * 2, headings=(), furniture=(), report=document.report)
    with store.writer() as writer:
        writer.replace(source, doubled)
    with store.reader() as reader:
        assert [record.copy for record in reader.records("A/HRC/9/8@en")] == [1, 2]


def test_same_content_is_kept_once(store: Store, tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.txt", "same"), file(tmp_path, "b.txt", "same")
    add(store, first, "A/HRC/9/8", ["one"])
    assert add(store, second, "A/HRC/9/8", ["one"]) == "duplicate"
    with store.reader() as reader:
        assert [(entry.path, entry.reason) for entry in reader.duplicates()] == [
            ("b.txt", "same content as a.txt")
        ]
        assert reader.statistics().records == 1


def test_a_duplicate_takes_over_when_the_first_goes(store: Store, tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.txt", "same"), file(tmp_path, "b.txt", "same")
    add(store, first, None, ["one"])
    with store.writer() as writer:
        assert writer.seen(second) == "duplicate"
    with store.writer() as writer:
        writer.remove("a.txt")
    assert texts(store, "file:b.txt@en") == ["one"]
    assert texts(store, "file:a.txt@en") == []
    with store.writer() as writer:
        (left,) = writer.entries()
    assert (left.path, left.sha256, left.state) == ("b.txt", second.sha256, "indexed")


def test_a_duplicate_takes_over_when_the_first_changes(store: Store, tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.txt", "same"), file(tmp_path, "b.txt", "same")
    add(store, first, "A/HRC/9/8", ["one"])
    with store.writer() as writer:
        assert writer.seen(second) == "duplicate"
    add(store, file(tmp_path, "a.txt", "other"), "A/HRC/9/9", ["two"])
    assert texts(store, "A/HRC/9/8@en") == ["one"]
    assert texts(store, "A/HRC/9/9@en") == ["two"]


def test_a_moved_file_keeps_its_records(store: Store, tmp_path: Path) -> None:
    first = file(tmp_path, "a.txt", "same")
    add(store, first, None, ["one"])
    Path(first.location).unlink()
    with store.writer() as writer:
        assert writer.seen(file(tmp_path, "c/d.txt", "same")) == "moved"
    with store.reader() as reader:
        (record,) = reader.records("file:c/d.txt@en")
        assert record.source.path == "c/d.txt"
        assert [entry.path for entry in reader.files().values()] == ["c/d.txt"]


def test_seen_tells_what_need_not_be_parsed(store: Store, tmp_path: Path) -> None:
    good, bad, tool = (file(tmp_path, f"{name}.txt", name) for name in "abc")
    with store.writer() as writer:
        assert writer.seen(good) is None
        writer.replace(good, parsed(good, "A/HRC/9/8", ["one"]))
        writer.fail(bad, EncryptedReportError("b.txt", "needs a password"))
        writer.fail(tool, MissingToolError("c.txt", "needs a program"))
    with store.writer() as writer:
        assert writer.seen(good) == "unchanged"
        assert writer.seen(bad) == "unchanged"
        assert writer.seen(tool) is None
        assert writer.seen(file(tmp_path, "a.txt", "changed")) is None
    with store.reader() as reader:
        assert [(entry.path, entry.code) for entry in reader.failures()] == [
            ("b.txt", "encrypted"),
            ("c.txt", "missing-tool"),
        ]


def test_two_folders_may_hold_files_of_one_name(store: Store, tmp_path: Path) -> None:
    first, second = file(tmp_path / "x", "a.txt", "one"), file(tmp_path / "y", "a.txt", "two")
    with store.writer() as writer:
        writer.replace(first, parsed(first, None, ["one"]))
        writer.replace(second, parsed(second, None, ["two"]))
    assert texts(store, "file:a.txt@en") == ["one", "two"]


def test_removed_files_leave_nothing(store: Store, tmp_path: Path) -> None:
    source = file(tmp_path, "a.txt", "a")
    with store.writer() as writer:
        acronym = LearntAcronym(acronym="XYZ", name="Xenon", record="A/HRC/9/8@en#p1")
        writer.replace(source, parsed(source, "A/HRC/9/8", ["one"]), [acronym])
    with store.writer() as writer:
        writer.remove("a.txt")
    with store.reader() as reader:
        assert (reader.statistics().records, reader.documents(), reader.acronyms(), reader.files()) == (
            0,
            [],
            [],
            {},
        )


def test_what_fails_inside_a_block_is_dropped(store: Store, tmp_path: Path) -> None:
    add(store, file(tmp_path, "a.txt", "a"), "A/HRC/9/8", ["one"])
    source = file(tmp_path, "b.txt", "b")

    def fail_halfway() -> None:
        with store.writer() as writer:
            writer.replace(source, parsed(source, "A/HRC/9/9", ["two"]))
            raise KeyError

    with pytest.raises(KeyError):
        fail_halfway()
    with store.reader() as reader:
        assert reader.statistics().records == 1
        assert list(reader.files()) == [str(tmp_path / "a.txt")]


def test_a_second_writer_is_refused(store: Store) -> None:
    with store.writer():
        with pytest.raises(IndexLockedError, match="written by another run"), store.writer():
            pass
        with store.reader() as reader:
            assert reader.statistics().records == 0
    with store.writer():
        pass


def test_a_reader_keeps_its_generation(store: Store, tmp_path: Path) -> None:
    add(store, file(tmp_path, "a.txt", "a"), "A/HRC/9/8", ["one"])
    with store.reader() as reader:
        add(store, file(tmp_path, "a.txt", "b"), "A/HRC/9/8", ["two"])
        assert [record.text for record in reader.records("A/HRC/9/8@en")] == ["one"]
    assert texts(store, "A/HRC/9/8@en") == ["two"]


def test_many_commits_leave_few_segments_and_every_record_once(store: Store, tmp_path: Path) -> None:
    for number in range(30):
        add(store, file(tmp_path, f"{number}.txt", str(number)), f"A/HRC/9/{number + 1}", [f"text {number}"])
    for number in range(0, 30, 2):
        add(
            store,
            file(tmp_path, f"{number}.txt", f"new {number}"),
            f"A/HRC/9/{number + 1}",
            [f"new {number}"],
        )
    with store.reader() as reader:
        statistics = reader.statistics()
        assert statistics.records == 30
        assert statistics.segments <= 12
        for number in range(30):
            expected = f"new {number}" if number % 2 == 0 else f"text {number}"
            assert [record.text for record in reader.records(f"A/HRC/9/{number + 1}@en")] == [expected]


def test_folders_are_remembered(store: Store, tmp_path: Path) -> None:
    with store.writer() as writer:
        writer.remember([tmp_path, tmp_path])
    assert store.folders() == (str(tmp_path.resolve()),)


def test_entities_and_citations_are_listed(store: Store, tmp_path: Path) -> None:
    source = file(tmp_path, "a.txt", "a")
    document = parsed(source, "A/HRC/9/8", ["The ILO cites A/CONF.189/12, para. 74 (a)."])
    record = document.records[0]
    fields = {name: getattr(record, name) for name in Record.__struct_fields__}
    fields |= {
        "mentions": (Mention(entity="ILO", start=4, end=7, surface="ILO"),),
        "references": (
            Reference(
                citation="A/CONF.189/12, para. 74 (a)",
                target="A/CONF.189/12",
                address="p74.a",
                start=14,
                end=41,
            ),
        ),
        "footnotes": (Footnote(mark="1", text="See the World Health Organization."),),
    }
    full = ParsedDocument(records=(Record(**fields),), headings=(), furniture=(), report=document.report)
    with store.writer() as writer:
        writer.replace(source, full)
    with store.reader() as reader:
        assert reader.counts("entity") == {"ILO": 1, "WHO": 1}
        assert reader.numbers("cites", "a/conf.189/12#p74") == [0]
        (citation,) = reader.catalogue.citations("A/CONF.189/12")
        assert (citation.record, citation.address) == (record.id, "p74.a")


def test_symbol_terms_are_its_beginnings() -> None:
    assert symbol_terms("A/HRC/9/8") == ["a", "a/hrc", "a/hrc/9", "a/hrc/9/8", "=a/hrc/9/8"]
    assert cite_terms("A/HRC/9/8", None) == ["a/hrc/9/8"]


def test_documents_sort_as_people_sort_them() -> None:
    names = ["file:a.txt", "A/HRC/10/1", "A/HRC/9/8", "A/HRC/9/8/Add.1"]
    assert sorted(names, key=natural_key) == ["A/HRC/9/8", "A/HRC/9/8/Add.1", "A/HRC/10/1", "file:a.txt"]


@pytest.mark.parametrize("most", [8, 20, 40])
def test_what_is_too_much_for_one_merge_is_merged_in_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(engine, "LARGEST", most // 2)
    monkeypatch.setattr(engine, "MOST_MERGED", most)
    store = open_store(tmp_path / "index", create=True)
    wanted = []
    for number in range(17):
        with store.writer() as writer:
            source = file(tmp_path, f"{number}.txt", f"{number}")
            texts = [f"Paragraph {nth} of {number}" for nth in range(number % 3 + 1)]
            writer.replace(source, parsed(source, f"A/{number}", texts))
            if number == 8:  # many are stale at once
                for gone in range(0, 8, 3):
                    writer.remove(f"{gone}.txt")
        wanted += [(f"A/{number}", text) for text in texts]
    gone_symbols = {"A/0", "A/3", "A/6"}
    with store.reader() as reader:
        found = [record for segment in reader.segments for record in _alive(segment)]
        assert all(segment.count <= most for segment in reader.segments)
    assert sorted((record.symbol, record.text) for record in found) == sorted(
        (symbol, text) for symbol, text in wanted if symbol not in gone_symbols
    )


def _alive(segment: Segment) -> list[Record]:
    return [segment.record(number) for number in range(segment.count) if number not in segment.deleted]


def test_a_batch_is_full_of_different_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "MOST_VOCABULARY", 5)
    monkeypatch.setattr(passage_batch, "_READ", 1)
    with open_store(tmp_path / "index", create=True).writer() as writer:
        for number in range(6):
            source = file(tmp_path, f"{number}.txt", f"{number}")
            writer.replace(source, parsed(source, f"A/{number}", [f"word{number}a word{number}b"] * 3))
    with open_store(tmp_path / "index").reader() as reader:
        assert reader.manifest.generation > 1
        assert reader.statistics().records == 18
