"""Each change changes what it says, what it must not matter to stays, and a planted fault is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.discover import source_file
from indexer.extract import extract
from indexer.model import ExtractedDocument, Line, Page, SourceFile
from indexer.segment import segment
from tests.evaluation.corpus import Corpus
from tests.evaluation.layouts.paper import draw
from tests.evaluation.layouts.writer import make
from tests.evaluation.metamorphic import __main__ as command
from tests.evaluation.metamorphic import files, places
from tests.evaluation.metamorphic.compare import compare, compare_all
from tests.evaluation.metamorphic.variants import CHANGES, Given, Variant, short_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCE = SourceFile(path="a.pdf", location="a.pdf", sha256="0" * 64, size=1, media_type="application/pdf")


def document(pages: int = 9) -> ExtractedDocument:
    """A report with three paragraphs on each page."""

    def line(number: int, text: str, top: float, emphasis: float = 0.0) -> Line:
        return Line(
            text=f"{number}. {text}",
            left=72,
            right=300,
            top=top,
            bottom=top + 12,
            text_left=100,
            bold=emphasis,
            bold_lead=round(4 * emphasis),
            italic=emphasis,
            italic_lead=round(4 * emphasis),
        )

    lines = [
        (
            line(3 * at + 1, f"Page {at} begins.", 100),
            line(3 * at + 2, "And goes on.", 124),
            line(3 * at + 3, "It ends.", 148, emphasis=0.5),
        )
        for at in range(pages)
    ]
    return ExtractedDocument(
        source=SOURCE,
        pages=tuple(
            Page(
                number=at,
                width=595,
                height=842,
                lines=each,
                rules=((72, 200, 700),),
                panels=((72, 90, 300, 200),),
            )
            for at, each in enumerate(lines, 1)
        ),
    )


def _lines(read: ExtractedDocument) -> list[Line]:
    return [line for page in read.pages for line in page.lines]


def _numbers(line: Line) -> tuple[float, ...]:
    return line.left, line.right, line.top, line.bottom, line.text_left, line.size


def test_lines_are_moved_by_a_fraction_of_a_point_the_same_each_time() -> None:
    moved, still = places.jittered(document()), document()
    pairs = list(zip(_lines(moved), _lines(still), strict=True))
    assert all(0 < abs(a.left - b.left) <= places.JITTER for a, b in pairs)
    assert all(0 < abs(a.top - b.top) <= places.JITTER for a, b in pairs)
    assert all(a.right - a.left == pytest.approx(b.right - b.left) for a, b in pairs)
    assert len({a.left - b.left for a, b in pairs}) > 1
    assert moved == places.jittered(document())


def test_all_is_scaled_and_shifted() -> None:
    page = places.scaled(document(), 0.5).pages[0]
    assert (page.width, page.height) == (297.5, 421)
    assert (page.rules, page.panels) == (((36, 100, 350),), ((36, 45, 150, 100),))
    assert _numbers(page.lines[0]) == (
        36,
        150,
        50,
        56,
        50,
        6,
    )
    page = places.shifted(document(), 9, 6).pages[0]
    assert (page.width, page.height) == (595, 842)
    assert (page.rules, page.panels) == (((81, 209, 706),), ((81, 96, 309, 206),))
    assert _numbers(page.lines[0]) == (
        81,
        309,
        106,
        118,
        109,
        12,
    )


@pytest.mark.parametrize(
    ("change", "what"),
    [(places.without_bold, ("bold", "bold_lead")), (places.without_italics, ("italic", "italic_lead"))],
)
def test_type_is_plain(
    change: Callable[[ExtractedDocument], ExtractedDocument], what: tuple[str, ...]
) -> None:
    lines = _lines(change(document()))
    assert not any(getattr(line, name) for line in lines for name in what)
    assert [line.text for line in lines] == _texts(document())
    assert any(line.bold or line.italic for line in lines), "the other stays"


def test_rules_are_gone() -> None:
    assert not any(page.rules for page in places.without_rules(document()).pages)


@pytest.mark.parametrize(
    ("name", "lost", "compared"),
    [("first pages lost", {1, 2, 3}, {5, 6, 7, 8, 9}), ("middle page lost", {5}, {1, 2, 3, 7, 8, 9})],
)
def test_pages_are_lost_and_those_beside_them_are_not_compared(
    name: str, lost: set[int], compared: set[int], tmp_path: Path
) -> None:
    whole = document()
    variant = CHANGES[name].make(Given(whole, tmp_path))
    assert variant is not None
    kept = [page for page in whole.pages if page.number not in lost]
    assert [page.number for page in variant.document.pages] == list(range(1, len(kept) + 1))
    assert [page.lines for page in variant.document.pages] == [page.lines for page in kept]
    assert set(variant.pages.values()) == compared
    assert all(
        variant.document.pages[a - 1].lines == whole.pages[b - 1].lines for a, b in variant.pages.items()
    )
    assert CHANGES[name].make(Given(document(5), tmp_path)) is None


def test_a_planted_fault_is_found() -> None:
    whole = document()
    records = segment(whole).records
    same = {page.number: page.number for page in whole.pages}
    assert compare(records, Variant(whole, same), CHANGES["jittered"]) == (27, (), ())

    def garble(line: Line) -> Line:
        return msgspec.structs.replace(line, text=line.text.replace("Page 4 begins", "Something else"))

    garbled = places.with_lines(whole, garble)
    compared, gone, come = compare(records, Variant(garbled, same), CHANGES["jittered"])
    assert (compared, [one.number for one in gone], [one.text for one in come]) == (
        27,
        ["13"],
        ["Something else."],
    )
    del same[5]
    assert compare(records, Variant(garbled, same), CHANGES["jittered"]) == (24, (), ())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two made-up reports as PDF files."""
    path = tmp_path_factory.mktemp("documents")
    for seed in (1, 2):
        draw(make(seed), path / f"{seed}.pdf")
    return path


def _read(path: Path) -> ExtractedDocument:
    return extract(source_file(path))


def _texts(read: ExtractedDocument) -> list[str]:
    return [line.text for line in _lines(read)]


def test_files_are_written_anew(folder: Path, tmp_path: Path) -> None:
    import pypdfium2  # noqa: PLC0415 -- heavy

    given, copy = folder / "1.pdf", tmp_path / "copy.pdf"
    files.save_again(given, copy)
    assert copy.read_bytes() != given.read_bytes()
    assert _texts(_read(copy)) == _texts(_read(given))
    for turn in (1, 2):
        files.save_turned(given, copy, turn)
        turned = pypdfium2.PdfDocument(copy)
        assert {turned[at].get_rotation() for at in range(len(turned))} == {90 * turn}
        turned.close()
    before = _read(given).pages[0]
    files.save_turned_back(given, copy)
    after = _read(copy).pages[0]
    assert (before.turn, after.turn) == (0, 3)
    assert (after.width, after.height) == pytest.approx((before.width, before.height))
    for was, now in zip(before.lines, after.lines, strict=True):
        assert (now.left, now.top) == pytest.approx((was.left, was.top), abs=1.5)


def test_files_are_merged(folder: Path, tmp_path: Path) -> None:
    both = [folder / "1.pdf", folder / "2.pdf"]
    files.save_merged(both, tmp_path / "merged.pdf")
    merged = _read(tmp_path / "merged.pdf")
    ahead = files.count_pages(both[0])
    assert _texts(merged) == _texts(_read(both[0])) + _texts(_read(both[1]))
    variant = CHANGES["merged"].make(Given(_read(both[1]), tmp_path, both[0]))
    assert variant is not None
    assert variant.original is not None
    assert variant.pages == {page.number + ahead: page.number for page in variant.original.pages}
    assert CHANGES["merged"].make(Given(_read(both[1]), tmp_path)) is None


def test_a_document_is_compared_under_each_change(folder: Path) -> None:
    found = {one.name: one for one in compare_all("2.pdf", folder, list(CHANGES), folder / "1.pdf")}
    assert {"jittered", "saved again", "upside down", "sideways", "merged"} <= found.keys()
    assert all(not found[name].differing for name in ("jittered", "saved again", "upside down", "sideways"))
    assert found["jittered"].records > 5
    assert short_pdf(folder / "1.pdf")


def test_what_cannot_be_read_or_turned_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. A paragraph.\n\n2. Another.\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    assert not short_pdf(tmp_path / "a.txt")
    assert not short_pdf(tmp_path / "b.pdf")
    assert compare_all("a.txt", tmp_path, list(CHANGES)) == []
    assert compare_all("b.pdf", tmp_path, list(CHANGES)) == []


def test_the_command_prints_a_table_and_holds_the_floors(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "documents").symlink_to(folder)
    monkeypatch.setattr(command, "find_corpus", lambda: Corpus(tmp_path))
    monkeypatch.setattr(command, "FLOORS", tmp_path / "floors.json")
    (tmp_path / "floors.json").write_text('{"no bold": 100.0, "sideways": 100.0}', encoding="utf-8")
    only = ["--only", "no bold", "--only", "sideways", "--jobs", "1"]
    assert command.main([*only, "--sample", "1", "--show"]) == 0, "floors are of the usual sample"
    out = capsys.readouterr().out
    assert "[no bold] 1.pdf: " in out
    assert "sideways" in out.splitlines()[-1]
    assert command.main(only) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[-1].startswith("BELOW ITS FLOOR: no bold: ")


def test_every_floor_belongs_to_a_change_that_must_not_matter() -> None:
    floors = msgspec.json.decode(command.FLOORS.read_bytes(), type=dict[str, float])
    assert floors.keys() == {name for name, change in CHANGES.items() if not change.matters}


def test_without_a_corpus_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_corpus", lambda: None)
    assert command.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: the real documents are not here")
