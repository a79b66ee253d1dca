"""What holds for labels of every kind."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.evaluation.corpus import absent, family_of, find_corpus
from tests.evaluation.gold import GOLD, Label, Unit, load_labels
from tests.evaluation.gold_notes import NOTES, GoldNote
from tests.evaluation.gold_parts import PARTS, GoldParagraph

if TYPE_CHECKING:
    from pathlib import Path

KINDS = [(GOLD, Unit), (NOTES, GoldNote), (PARTS, GoldParagraph)]


@pytest.mark.parametrize(("folder", "kind"), KINDS)
def test_label_files_are_sorted_and_of_their_family(folder: Path, kind: type[Label]) -> None:
    for path in folder.glob("*.jsonl"):
        labels = msgspec.json.Decoder(kind).decode_lines(path.read_bytes())
        places = [(one.key, one.page) for one in labels]
        assert {family_of(one.key) for one in labels} == {path.stem}
        assert places == sorted(places)


@pytest.mark.parametrize(("folder", "kind"), [(GOLD, Unit), (NOTES, GoldNote)])
def test_the_labels_of_a_page_are_complete(folder: Path, kind: type[Unit | GoldNote]) -> None:
    for labels in load_labels(folder, kind).values():
        places = [(one.page, one.order) for one in labels]
        for (page, order), (following, next_order) in pairwise([(0, 0), *places]):
            assert next_order == (order + 1 if following == page else 1)


@pytest.mark.parametrize(("folder", "kind"), KINDS)
@pytest.mark.parametrize("wrong", [{"kind": "chapter"}, {"place": "margin"}, {"id": "x"}])
def test_an_unknown_word_or_field_is_refused(
    tmp_path: Path, folder: Path, kind: type[Label], wrong: dict[str, str]
) -> None:
    (label, *_), *_ = load_labels(folder, kind).values()
    fields = msgspec.to_builtins(label) | wrong
    (tmp_path / "b_family.jsonl").write_bytes(msgspec.json.encode(fields) + b"\n")
    with pytest.raises(msgspec.ValidationError):
        load_labels(tmp_path, kind)


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "kind"), KINDS)
def test_every_labelled_document_lies_in_the_corpus(folder: Path, kind: type[Label]) -> None:
    corpus = find_corpus()
    if corpus is None:
        pytest.skip(absent())
    assert set(load_labels(folder, kind)) <= set(corpus.keys())
