from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.fakes import fake_documents, write_collection
from tests.benchmarks.grown import grown
from tests.benchmarks.paragraphs import AbsentDataError, choose, read_documents, text_bytes
from tests.benchmarks.queries import KINDS, make_questions, only
from tests.benchmarks.records import parsed_document

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_questions_are_made_each_time_and_of_every_class() -> None:
    documents = fake_documents()
    made = make_questions(documents, count=6, warming=2)
    assert made == make_questions(documents, count=6, warming=2)
    assert {question.kind for question in made.measured} == set(KINDS)
    assert max(Counter(question.kind for question in made.measured).values()) <= 6


def test_no_question_is_asked_before_it_is_measured() -> None:
    made = make_questions(fake_documents(), count=6, warming=2)
    assert made.warming
    assert not set(made.measured) & set(made.warming)


def test_questions_come_from_the_paragraphs() -> None:
    documents = fake_documents()
    texts = [one.text.lower() for document in documents for one in document]
    keys = {one.key for document in documents for one in document}
    for question in only(make_questions(documents, count=6), ("AND", "phrase", "key", "facets")).measured:
        if question.kind == "key":
            assert question.key in keys
        else:
            assert any(all(word.lower() in text for word in question.words) for text in texts)


def test_a_collection_is_read_with_keys_of_its_own(tmp_path: Path) -> None:
    documents = fake_documents(40)
    write_collection(tmp_path, documents)
    assert read_documents(tmp_path) == documents


def test_numbers_that_come_again_begin_a_sequence(tmp_path: Path) -> None:
    first = fake_documents(10)[0]
    write_collection(tmp_path, [(*first, *first)])
    keys = [one.key for document in read_documents(tmp_path) for one in document]
    assert len(set(keys)) == 20
    assert keys[10].endswith("#s2.p1")


def test_without_a_collection_the_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(AbsentDataError, match=r"paragraphs\.jsonl\.gz"):
        read_documents(tmp_path)


def test_so_many_paragraphs_are_chosen() -> None:
    documents = fake_documents(100)
    assert sum(map(len, choose(documents, 33))) == 33
    assert {document[0].symbol for document in choose(documents, None)} == {
        one[0].symbol for one in documents
    }
    assert choose(documents, 33) == choose(documents, 33)


def test_records_are_as_the_pipeline_has_them() -> None:
    parsed = [parsed_document(document) for document in fake_documents()]
    assert any(record.mentions for one in parsed for record in one.parsed.records)
    assert len({one.source.sha256 for one in parsed}) == len(parsed)
    assert parsed[0].parsed.report.records == len(parsed[0].parsed.records)


def test_a_collection_grows_by_other_paragraphs_and_new_words() -> None:
    documents = fake_documents(200)
    source = grown(documents)
    rounds = [[next(source) for _ in documents] for _ in range(4)]
    assert rounds[0] == documents
    keys = [one.key for each in rounds for document in each for one in document]
    assert len(set(keys)) == 800
    words = [{word for document in each for one in document for word in one.text.split()} for each in rounds]
    assert len(words[0] | words[1]) > len(words[0])
    assert len(words[0] | words[1]) < 2 * len(words[0])
    assert abs(text_bytes(rounds[3]) / text_bytes(documents) - 1) < 0.1
    texts = [{one.text for document in each for one in document} for each in rounds]
    assert len(texts[0] & texts[1]) < len(texts[0]) / 4
    again = grown(documents)
    assert [next(again) for _ in range(2 * len(documents))] == [*rounds[0], *rounds[1]]
