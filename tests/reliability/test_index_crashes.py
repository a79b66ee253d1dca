"""What a crash, a damaged file, a full disk or a second writer do to an index: nothing is lost or silent."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING, Any

import pytest
from whoosh.filedb.filestore import FileStorage

import indexer.store.commit as commit_module
from indexer.errors import IndexDamagedError, IndexerError, IndexLockedError, IndexVersionError
from indexer.model import LearntAcronym, ParsedDocument, SourceFile
from indexer.query import Index
from indexer.store import Store, open_store
from indexer.store.catalogue import Catalogue
from indexer.store.columns import ColumnWriter
from indexer.store.learnt import read_learnt
from indexer.store.manifest import Manifest, read_manifest, write_manifest
from tests.unit.made_up import made_record, parsed_of, source_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITER = """
    import sys
    from pathlib import Path
    from indexer.store import open_store
    from tests.unit.made_up import made_record, parsed_of, source_of

    directory, first, count, dies = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    if dies == "before":
        import indexer.store.commit as commit
        commit.write_manifest = lambda *_: __import__("os").kill(__import__("os").getpid(), 9)
    if dies == "after":
        from indexer.store.catalogue import Catalogue
        Catalogue.apply = lambda *_: __import__("os").kill(__import__("os").getpid(), 9)
    if dies == "sealed":
        import indexer.store.catalogue as catalogue
        seal = catalogue.write_seal
        catalogue.write_seal = lambda path, connection, generation: (
            seal(path, connection, generation),
            generation and __import__("os").kill(__import__("os").getpid(), 9),
        )
    with open_store(directory, create=True).writer() as writer:
        for number in range(first, first + count):
            records = [
                made_record(f"A/HRC/9/{number}", paragraph, f"Paragraph {paragraph} of document {number}.")
                for paragraph in range(1, 11)
            ]
            writer.replace(source_of(records), parsed_of(records))
        print("committing", flush=True)
    print("done", flush=True)
"""


def start(directory: Path, first: int, count: int, dies: str = "") -> subprocess.Popen[str]:
    code = textwrap.dedent(WRITER)
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", code, str(directory), str(first), str(count), dies],
        stdout=subprocess.PIPE,
        text=True,
    )


def write(directory: Path, first: int, count: int, dies: str = "") -> int:
    process = start(directory, first, count, dies)
    process.communicate(timeout=120)
    return process.returncode


def state(directory: Path) -> tuple[int, int, int]:
    """Return how many records, documents and files there are, after checking that they agree."""
    with open_store(directory).reader() as reader:
        statistics = reader.statistics()
        for entry in reader.documents():
            assert len(reader.records(entry.document)) == 10
        return statistics.records, statistics.documents, statistics.files


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    path = tmp_path / ".indexer"
    assert write(path, 1, 3) == 0
    return path


def small(number: int) -> tuple[SourceFile, ParsedDocument]:
    records = [made_record(f"A/HRC/9/{number}", paragraph, "Some text.") for paragraph in range(1, 11)]
    return source_of(records), parsed_of(records)


def test_killed_before_the_commit_is_visible(directory: Path) -> None:
    assert write(directory, 4, 3, "before") == -signal.SIGKILL
    assert state(directory) == (30, 3, 3)
    assert write(directory, 7, 1) == 0
    assert state(directory) == (40, 4, 4)
    with open_store(directory).reader() as reader:
        assert {path.name for path in (directory / "engine").iterdir()} == set(reader.manifest.files)


def test_killed_between_the_seal_and_the_end_of_the_transaction(directory: Path) -> None:
    assert write(directory, 4, 3, "sealed") == -signal.SIGKILL
    with open_store(directory).reader() as reader:
        assert reader.statistics().records == 60
        assert reader.statistics().files == 3
    assert write(directory, 7, 1) == 0
    assert state(directory) == (70, 7, 7)


def test_killed_between_records_and_catalogue(directory: Path) -> None:
    assert write(directory, 4, 3, "after") == -signal.SIGKILL
    with open_store(directory).reader() as reader:
        assert reader.statistics().records == 60
        assert reader.statistics().documents == 3
        assert "the next `indexer index` run completes it" in reader.integrity()[0]
    with open_store(directory).writer() as writer:
        assert len(writer.entries()) == 6
    assert state(directory) == (60, 6, 6)
    with open_store(directory).reader() as reader:
        assert reader.integrity() == []


@pytest.mark.parametrize("wait", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_killed_at_any_moment_of_a_commit(directory: Path, wait: float) -> None:
    process = start(directory, 4, 40)
    assert process.stdout is not None
    assert process.stdout.readline() == "committing\n"
    time.sleep(wait)
    process.kill()
    process.communicate(timeout=60)
    with open_store(directory).writer():
        pass  # brings up what is behind
    assert state(directory) in {(30, 3, 3), (430, 43, 43)}
    with open_store(directory).reader() as reader:
        assert reader.integrity() == []


def test_a_killed_holder_leaves_no_lock(directory: Path) -> None:
    process = start(directory, 4, 2_000)
    time.sleep(0.5)
    process.kill()
    process.communicate(timeout=60)
    with open_store(directory).writer() as writer:
        writer.replace(*small(9))
    assert state(directory) == (40, 4, 4)


def test_two_processes_cannot_write(directory: Path) -> None:
    with open_store(directory).writer():
        process = start(directory, 4, 1)
        process.communicate(timeout=60)
        assert process.returncode == 1
        with pytest.raises(IndexLockedError, match="another run"):
            open_store(directory).writer().__enter__()


def test_readers_see_whole_commits_only(directory: Path) -> None:
    process = start(directory, 4, 60)
    seen = set()
    while process.poll() is None:
        with open_store(directory).reader() as reader:
            seen.add(reader.statistics().records)
    process.communicate(timeout=60)
    seen.add(state(directory)[0])
    assert seen <= {30, 630}
    assert 630 in seen


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def halve(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("pattern", "damage"),
    [(pattern, damage) for pattern in ("engine/*.par", "engine/*.toc") for damage in (halve, empty, remove)]
    + [("manifest.json", damage) for damage in (flip, halve, empty, remove)],
)
def test_damage_is_named_with_its_repair(
    directory: Path, pattern: str, damage: Callable[[Path], None]
) -> None:
    (path,) = directory.glob(pattern)
    damage(path)
    for use in (lambda: open_store(directory).reader(), lambda: open_store(directory).writer().__enter__()):
        with pytest.raises(IndexDamagedError) as caught:
            use()
        assert path.name in str(caught.value)
        assert "indexer index --force" in str(caught.value)
    store = open_store(directory, create=True, rebuild=True)
    with store.writer() as writer:
        assert writer.entries() == ()
        writer.replace(*small(1))
    assert state(directory) == (10, 1, 1)


def everything(directory: Path) -> list[object]:
    """Return all that a reader can give, by every way to it."""
    index = Index(directory)
    with open_store(directory).reader() as reader:
        numbers = range(reader.statistics().records)
        return [
            [reader.record_at(number) for number in numbers],
            [reader.row_at(number) for number in numbers],
            [(field, reader.counts(field)) for field in ("symbol", "address", "id", "lang")],
            [hit.id for hit in index.search("paragraph", limit=None, facets=["section", "kind"]).hits],
            [hit.id for hit in index.search('"of document" NEAR/3 2', limit=None).hits],
        ]


@pytest.mark.parametrize("pattern", ["engine/*.par", "engine/*.gone"])
def test_no_flipped_byte_of_a_segment_gives_another_answer(tmp_path: Path, pattern: str) -> None:
    directory = tmp_path / ".indexer"
    assert write(directory, 1, 8) == 0
    with open_store(directory).writer() as writer:
        writer.remove("A-HRC-9-3-en.txt")
    (path,) = directory.glob(pattern)
    sound, before = path.read_bytes(), everything(directory)
    noticed = 0
    places = [*range(0, len(sound), max(1, len(sound) // 150)), len(sound) - 1]
    for place in places:
        damaged = bytearray(sound)
        damaged[place] ^= 0x01
        path.write_bytes(damaged)
        try:
            assert everything(directory) == before, place  # a byte that nobody reads
        except IndexDamagedError as error:
            noticed += path.name in str(error) and "indexer index --force" in str(error)
        try:
            with open_store(directory).reader() as reader:
                assert any(path.name in problem for problem in reader.integrity()), place
        except IndexDamagedError:
            pass  # its directory cannot be read at all
    assert noticed > len(places) / 2
    path.write_bytes(sound)
    assert everything(directory) == before


def test_a_damaged_table_of_contents_is_told_by_check(directory: Path) -> None:
    (path,) = directory.glob("engine/*.toc")
    flip(path)
    with open_store(directory).reader() as reader:
        assert any(path.name in problem for problem in reader.integrity())


@pytest.mark.parametrize("damage", [halve, empty, remove])
def test_a_damaged_catalogue_is_named(directory: Path, damage: Callable[[Path], None]) -> None:
    damage(directory / "catalogue.sqlite")
    with pytest.raises(IndexDamagedError, match=r"catalogue\.sqlite"):
        open_store(directory)
    open_store(directory, create=True, rebuild=True)
    assert state(directory) == (0, 0, 0)


def test_no_flipped_byte_of_the_catalogue_passes_in_silence(directory: Path) -> None:
    path = directory / "catalogue.sqlite"
    sound = path.read_bytes()
    for place in [*range(100, len(sound), 997), len(sound) - 1]:
        damaged = bytearray(sound)
        damaged[place] ^= 0x01
        path.write_bytes(damaged)
        with pytest.raises(IndexDamagedError, match="indexer index --force"):
            Catalogue(directory).documents()
    path.write_bytes(sound)
    assert len(Catalogue(directory).documents()) == 3


LEARNT = LearntAcronym(acronym="XYZ", name="Xenon Yard Zone", record="A/HRC/9/4@en#p1")


def learn(directory: Path) -> Path:
    """Add a document that defines an acronym; return where the copy of all acronyms lies."""
    with open_store(directory).writer() as writer:
        writer.replace(*small(4), [LEARNT])
    return directory / "catalogue.acronyms"


def acronyms(directory: Path) -> tuple[list[LearntAcronym], list[str]]:
    """Return what a search is told, and what a check finds."""
    with open_store(directory).reader() as reader:
        return reader.acronyms(), [problem for problem in reader.integrity() if "acronyms" in problem]


def test_no_flipped_byte_of_the_copied_acronyms_gives_others(directory: Path) -> None:
    path = learn(directory)
    assert acronyms(directory) == ([LEARNT], [])
    sound = path.read_bytes()
    for place in range(len(sound)):
        damaged = bytearray(sound)
        damaged[place] ^= 0x01
        path.write_bytes(damaged)
        found, problems = acronyms(directory)
        assert found == [LEARNT], place
        assert len(problems) == 1, place
        assert "indexer index --force" in problems[0]


@pytest.mark.parametrize("damage", [halve, empty, remove])
def test_acronyms_come_from_the_catalogue_where_there_is_no_sound_copy(
    directory: Path, damage: Callable[[Path], None]
) -> None:
    path = learn(directory)
    damage(path)
    assert acronyms(directory)[0] == [LEARNT]
    with open_store(directory).writer() as writer:
        writer.replace(*small(5))
    assert read_learnt(directory, 3) == [LEARNT]
    assert acronyms(directory) == ([LEARNT], [])


def test_a_copy_of_another_commit_is_not_read(directory: Path) -> None:
    path = learn(directory)
    older = path.read_bytes()
    with open_store(directory).writer() as writer:
        writer.remove("A-HRC-9-4-en.txt")
    assert acronyms(directory) == ([], [])
    path.write_bytes(older)
    assert acronyms(directory)[0] == []


def test_a_rebuild_forgets_the_copied_acronyms(directory: Path) -> None:
    path = learn(directory)
    flip(directory / "catalogue.sqlite")
    open_store(directory, create=True, rebuild=True)
    assert not path.exists()
    assert acronyms(directory) == ([], [])


@pytest.mark.parametrize("damage", [flip, halve, empty, remove])
def test_a_damaged_seal_is_named(directory: Path, damage: Callable[[Path], None]) -> None:
    damage(directory / "catalogue.seal")
    with pytest.raises(IndexDamagedError, match="indexer index --force"):
        open_store(directory).writer().__enter__()
    open_store(directory, create=True, rebuild=True)
    assert state(directory) == (0, 0, 0)


def test_a_damaged_catalogue_is_not_sealed_again(directory: Path) -> None:
    flip(directory / "catalogue.sqlite")
    with pytest.raises(IndexDamagedError):
        Catalogue(directory).apply([], 2)
    with pytest.raises(IndexDamagedError):
        Catalogue(directory).files()


def test_a_rebuild_keeps_the_folders(tmp_path: Path) -> None:
    store = open_store(tmp_path / "x", create=True)
    with store.writer() as writer:
        writer.remember([tmp_path])
        writer.replace(*small(1))
    for name in ("engine", "catalogue.sqlite"):
        path = store.directory / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        assert open_store(store.directory, create=True, rebuild=True).folders() == (str(tmp_path.resolve()),)
    flip(store.directory / "manifest.json")
    assert open_store(store.directory, create=True, rebuild=True).folders() == ()


def test_the_folders_of_a_lost_manifest_come_from_the_catalogue(directory: Path) -> None:
    (directory / "manifest.json").unlink()
    assert open_store(directory, create=True, rebuild=True).folders() == ("/r",)


def test_another_version_is_refused(directory: Path) -> None:
    manifest = read_manifest(directory)
    write_manifest(directory, Manifest(format=99, files=manifest.files))
    with pytest.raises(IndexVersionError, match="format 99"):
        open_store(directory)
    assert open_store(directory, create=True, rebuild=True).folders() == ("/r",)


def test_a_manifest_with_the_seal_of_earlier_versions_is_refused(directory: Path) -> None:
    path = directory / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"crc32":', b'"sha256":"0","was":'))
    with pytest.raises(IndexVersionError, match="earlier version; rebuild it with"):
        open_store(directory)
    assert open_store(directory, create=True, rebuild=True).directory == directory


def test_a_catalogue_from_elsewhere_is_refused(directory: Path) -> None:
    Catalogue(directory).apply([], 7)
    with pytest.raises(IndexDamagedError, match="belongs to commit 7"), open_store(directory).writer():
        pass


def test_nothing_is_unpickled(directory: Path) -> None:
    (path,) = directory.glob("engine/*.toc")
    size = path.stat().st_size
    payload = b"cos\nsystem\n(S'touch " + str(directory / "owned").encode() + b"'\ntR."
    path.write_bytes((payload + bytes(size))[:size])
    assert len(everything(directory)) == 5
    with open_store(directory).writer() as writer:
        writer.replace(*small(8))
    assert not (directory / "owned").exists()


class FullDisk:
    """A disk that takes so many more writes of an index and then no more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
        self.left = writes
        for owner, name in (
            (FileStorage, "create_file"),
            (ColumnWriter, "_flush"),
            (commit_module, "write_atomically"),
            (commit_module, "write_manifest"),
        ):
            monkeypatch.setattr(owner, name, self.counted(getattr(owner, name)))

    def counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def limited(*arguments: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **named)

        return limited


@pytest.mark.parametrize("writes", range(0, 14, 2))
def test_a_full_disk_leaves_the_old_state(
    directory: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    before = state(directory)
    held = sorted(path.name for path in (directory / "engine").iterdir())
    with monkeypatch.context() as patch:
        FullDisk(patch, writes)
        store: Store = open_store(directory)

        def add() -> None:
            with store.writer() as writer:
                writer.replace(*small(8))

        try:
            add()
        except IndexerError as error:
            assert "No space left" in str(error)  # noqa: PT017 - with enough room it succeeds
            assert state(directory) == before
            assert sorted(path.name for path in (directory / "engine").iterdir()) == held
        else:
            before = (40, 4, 4)
    assert state(directory) == before
    with open_store(directory).writer() as writer:
        writer.replace(*small(9))
    assert state(directory) == (before[0] + 10, before[1] + 1, before[2] + 1)


def test_a_full_disk_under_the_catalogue_is_made_good(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Catalogue, "apply", full)
        writer = open_store(directory).writer()
        with pytest.raises(IndexerError, match="the records are safe"), writer:
            writer.replace(*small(8))
    with open_store(directory).writer():
        pass
    assert state(directory) == (40, 4, 4)
