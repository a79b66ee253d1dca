from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.adapters.base import DISTANCE, Question, UnableError
from tests.benchmarks.engines import main
from tests.benchmarks.fakes import fake_documents, write_collection
from tests.benchmarks.process import ENGINES, make_engine, missing
from tests.benchmarks.queries import make_questions
from tests.benchmarks.records import parsed_document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.paragraphs import Document, Paragraph

ABSENT = missing(ENGINES)


def _holds(one: Paragraph, question: Question) -> bool:
    """Whether a paragraph answers, found the slow way; the words of these texts are their own stems."""
    words = one.text.lower().rstrip(".").split()
    wanted = [word.lower() for word in question.words]
    places = [[place for place, word in enumerate(words) if word == each] for each in wanted]
    match question.kind:
        case "key":
            return one.key == question.key
        case "AND":
            return all(places)
        case "OR":
            return any(places)
        case "phrase":
            return f" {wanted[0]} " in f" {' '.join(words)} "
        case "NEAR":
            return any(abs(left - right) <= DISTANCE for left in places[0] for right in places[1])
        case "prefix":
            return any(word.startswith(wanted[0]) for word in words)
        case "filters":
            first, last = question.years
            inside = one.symbol.startswith(f"{question.symbol}/") and first <= one.year <= last
            return inside and bool(places[0])
    return bool(places[0])


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return fake_documents()


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_finds_what_a_plain_search_finds(
    name: str, documents: list[Document], tmp_path: Path
) -> None:
    if name in ABSENT:
        pytest.skip(ABSENT[name])
    engine = make_engine(name)
    taken = map(parsed_document, documents) if engine.frames == "records" else documents
    engine.build(tmp_path, taken)
    paragraphs = [one for document in documents for one in document]
    with closing(engine.open(tmp_path)) as searcher:
        for question in make_questions(documents, count=4, warming=1).measured:
            if question.kind in {"fuzzy", "ten names", "entity"}:  # no plain search knows these
                continue
            answer = searcher.answer(question)
            keys = {one.key for one in paragraphs if _holds(one, question)}
            assert answer.total == len(keys), question
            assert len(answer.keys) == min(len(keys), 10), question
            assert keys.issuperset(answer.keys), question
            assert (answer.counted > 0) == (question.kind == "facets"), question


@pytest.mark.parametrize("name", ENGINES)
def test_a_slip_and_the_names_of_an_entity_are_found(
    name: str, documents: list[Document], tmp_path: Path
) -> None:
    if name in ABSENT:
        pytest.skip(ABSENT[name])
    engine = make_engine(name)
    engine.build(tmp_path, map(parsed_document, documents) if engine.frames == "records" else documents)
    asked = [
        q for q in make_questions(documents, count=2).measured if q.kind in {"fuzzy", "ten names", "entity"}
    ]
    with closing(engine.open(tmp_path)) as searcher:
        for question in asked:
            if name == "fts5" and question.kind == "fuzzy":
                with pytest.raises(UnableError):
                    searcher.answer(question)
            else:
                assert searcher.answer(question).total > 0, question


def test_all_engines_in_one_run(
    documents: list[Document], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_collection(tmp_path, documents)
    here = [name for name in ENGINES if name not in ABSENT]
    sizes = ["--repeats", "1", "--passes", "2", "--questions", "3"]
    given = ["--shared", str(tmp_path), "--engines", ",".join(here), *sizes]
    assert main(given) == 0
    shown = capsys.readouterr().out
    assert str(tmp_path) not in shown
    lines = shown.splitlines()
    assert sum(line.startswith(tuple(f"| {name} |" for name in here)) for line in lines) == 2 * len(here)
    for kind in ("rare entity", "facets", "key", "all"):
        assert sum(line.startswith(f"| {kind} |") for line in lines) >= 2
    assert "failed" not in shown


def test_an_unknown_engine_and_an_absent_collection_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--engines", "indexer,grep"]) == 2
    assert "there is no engine grep" in capsys.readouterr().out
    assert main(["--engines", "indexer", "--shared", str(tmp_path)]) == 2
    assert "the paragraphs are not here" in capsys.readouterr().out
