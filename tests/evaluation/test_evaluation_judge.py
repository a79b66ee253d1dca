"""The second reader over the sample reports; `python -m tests.evaluation` has it over the real ones."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.ingest import index_folder
from indexer.query.parser import parse_query
from indexer.store.analysis import stem_terms
from indexer.store.analysis import words as words_of_the_index
from tests.evaluation.judge import hostile
from tests.evaluation.judge.check import Trial
from tests.evaluation.judge.compare import Comparison
from tests.evaluation.judge.hostile import dropped, faults
from tests.evaluation.judge.letters import differ_by
from tests.evaluation.judge.queries import Asked
from tests.evaluation.judge.verdict import ANY_LETTERS, ONE_LETTER, with_signs
from tests.evaluation.judge.words import stems_of, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evaluation.outcome import Outcome

SIGNS = list("aAbBsSÉéñ1230,./()-‐'’_ \u00ad\u0640ＩＬﬁжЙи\u0301لم\u064eَ١٢人权ßİ\u030cǿ½²第〇œæёإآىةؤ")


@pytest.fixture(scope="module")
def trial(sample_index: Path) -> Trial:
    """The sample reports and all that is asked of them."""
    return Trial(sample_index, patience=math.inf)  # no test asserts a time


def wrong(outcomes: list[Outcome]) -> list[str]:
    return [case.text for outcome in outcomes for case in outcome.cases]


def test_searches_and_fts5_find_the_same(trial: Trial) -> None:
    outcomes = list(trial.searches(600))
    assert len({name for name, _ in outcomes}) > 20
    assert wrong([outcome for _, outcome in outcomes]) == []


def test_every_hostile_query_is_answered(trial: Trial) -> None:
    outcomes = list(trial.hostile(600))
    assert len(outcomes) == 600
    assert wrong(outcomes) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("wom?n", f"wom{ONE_LETTER}n"),
        ("ال?\u064fشار", f"ال{ONE_LETTER}\u064fشار"),
        ("polic*", f"polic{ANY_LETTERS}"),
        ("why?", "why?"),
        ("?x *x", "?x *x"),
        ("www.un.org/a?b view.aspx?id=7", "www.un.org/a?b view.aspx?id=7"),
    ],
)
def test_wildcards_stand_behind_letters(typed: str, read: str) -> None:
    assert with_signs(typed) == read


def test_a_difference_is_told(trial: Trial) -> None:
    comparison = Comparison(trial.index, trial.tables)
    asked = Asked(parse_query("light").root)
    assert list(comparison.problems(asked)) == []
    comparison.judge.base.execute("DELETE FROM words WHERE rowid IN (SELECT n FROM answer LIMIT 1)")
    try:
        told = "; ".join(comparison.problems(asked))
    finally:
        comparison.judge.base.rollback()
    assert "the records: 1 too many" in told
    assert "total" in told


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("based light at sea", False),  # "light" stands there twice, and is joined of nothing
        ("based light light at sea", True),
        ("of shorebased light", True),
    ],
)
def test_a_word_that_stands_twice_is_no_joined_word(tmp_path: Path, phrase: str, *, found: bool) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("All of shore-based light\n- Light at sea was kept by them.")
    index_folder([reports], index=tmp_path / "index", jobs=1)
    trial = Trial(tmp_path / "index", patience=math.inf)
    asked = Asked(parse_query(f'"{phrase}"').root)
    assert list(Comparison(trial.index, trial.tables).problems(asked)) == []
    assert bool(trial.index.search(str(asked.root)).total) is found


def test_silence_and_slowness_are_told(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "parse_query", lambda _: parse_query("light"))
    assert dropped("light buoy") == {"buoy"}
    assert list(faults(trial.index, "light buoy", {}, patience=math.inf)) == ["drops ['buoy']"]
    (late,) = faults(trial.index, "light", {}, patience=-1)
    assert late.startswith("takes ")
    monkeypatch.setattr(trial.index, "search", lambda *_, **__: 1 / 0)
    assert list(faults(trial.index, "light", {})) == ["raises ZeroDivisionError: division by zero"]


def test_the_same_seed_makes_the_same_queries(trial: Trial) -> None:
    again = Trial(trial.index.directory)
    other = Trial(trial.index.directory, seed=3)
    first, second, third = (
        [str(asked) for _, asked in one.maker.queries(50)]
        for one in (Trial(trial.index.directory), again, other)
    )
    assert first == second != third


@settings(max_examples=1_000)
@given(
    text=st.one_of(st.text(st.sampled_from(SIGNS), max_size=12), st.text(max_size=8)).filter(
        lambda text: all(unicodedata.category(letter) != "Cn" for letter in text)
    ),
    language=st.sampled_from(["en", "fr", "es", "ru", "ar", "zh"]),
)
def test_both_cut_texts_into_the_same_words(text: str, language: str) -> None:
    ours = {
        (word.position, word.form, word.typed, stem)
        for word in words_of_the_index(text)
        for stem in stem_terms(word, language)
    }
    assert ours == {
        (word.place, word.form, word.typed, f"{language}:{stem}")
        for word in words(text)
        for stem in stems_of(word, language)
    }


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("", "", 0),
        ("light", "light", 0),
        ("light", "lights", 1),
        ("light", "ligth", 2),
        ("abc", "", 3),
        ("abc", "xbz", 2),
    ],
)
def test_letters_apart(first: str, second: str, apart: int) -> None:
    for most in range(4):
        assert differ_by(first, second, most) is (apart <= most)
        assert differ_by(second, first, most) is (apart <= most)
