from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.functional import reports
from tests.functional.pseudo_terminal import run_on_terminal
from tests.functional.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.functional.conftest import Ask


def numbers(out: str) -> list[str]:
    """Document and paragraph of each line of piped text."""
    return [line.split("\t")[0] for line in out.splitlines()]


BOTH = ["A/HRC/901/7, para. 1", "A/HRC/901/7, para. 4", "A/80/901, para. 2"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["ILO"], BOTH),
        (["International", "Labour", "Organization"], BOTH),
        (['"International Labour Organization"'], BOTH),
        (["=ILO"], BOTH[:2]),
        (["ILO", "--no-expand"], BOTH[:2]),
        (["ILO AND polic*"], ["A/HRC/901/7, para. 4"]),
        (["ILO", "-policy"], [BOTH[0], BOTH[2]]),
        (["ILO", "NOT", "policy"], [BOTH[0], BOTH[2]]),
        (["coast", "boat", "--any"], ["A/HRC/901/7, para. 3", "A/80/901, para. 1"]),
        (["policies", "--exact"], ["A/HRC/901/7, para. 3"]),
        (["policies"], ["A/HRC/901/7, para. 3", "A/HRC/901/7, para. 4"]),
        (["ILO", "--symbol", "A/80/901"], BOTH[2:]),
        (["ILO", "--body", "HRC"], BOTH[:2]),
        (["ILO", "--year", "2024"], BOTH),
        (["ILO", "--year", "2025..2030"], []),
        (["ILO", "--year", "2025", "--year", "2024"], BOTH),
        (["ILO", "--kind", "table", "--kind", "paragraph", "--kind", "operative"], BOTH),
        (["harbour", "--kind", "table"], []),
        (["harbour", "--lang", "fr"], []),
        (["WHO"], ["A/80/901, para. 3"]),
        (["who"], ["A/HRC/901/7, para. 1", "A/80/901, para. 3"]),
        (["work", "--section", "introduction", "--entity", "ILO"], ["A/HRC/901/7, para. 1"]),
        (["cites:A/HRC/901/3"], ["A/HRC/901/7, para. 2"]),
        (["A/HRC/901/7", "visits"], ["A/HRC/901/7, para. 2"]),
        (["--entity", "ILO"], BOTH),
        (["--entity", "ILO", "--symbol", "A/80/901"], BOTH[2:]),
        (["--kind", "table"], []),
        (["", "--body", "HRC", "--entity", "ILO"], BOTH[:2]),
    ],
    ids=" ".join,
)
def test_what_is_found(ask: Ask, arguments: list[str], expected: list[str]) -> None:
    outcome = ask("search", *arguments, "--sort", "symbol")
    assert sorted(numbers(outcome.out)) == sorted(expected), outcome
    assert outcome.code == (0 if expected else 1)


def test_piped_line_has_three_cells_and_no_colour(ask: Ask) -> None:
    outcome = ask("search", "recommended", "--no-expand")
    citation, page, snippet = outcome.out.rstrip("\n").split("\t")
    assert (citation, page) == ("A/HRC/901/7, para. 4", "2")
    assert snippet.startswith("ILO recommended")
    assert "\x1b" not in outcome.out + outcome.err


def test_expansion_is_told_on_standard_error(ask: Ask) -> None:
    outcome = ask("search", "ILO")
    assert "International Labour Organization" in outcome.err
    assert "--no-expand" in outcome.err
    assert not ask("-q", "search", "ILO").err


def test_nothing_found_says_so(ask: Ask) -> None:
    outcome = ask("search", "zyzzyva")
    assert (outcome.code, outcome.out) == (1, "")
    assert "zyzzyva" in outcome.err


def test_count(ask: Ask) -> None:
    assert ask("search", "ILO", "-c").out == "3\n"
    none = ask("search", "zyzzyva", "--count")
    assert (none.out, none.code) == ("0\n", 1)


def test_facet_forms(ask: Ask) -> None:
    assert ask("search", "ILO", "--facet", "body").out == "HRC\t2\nGA\t1\n"
    assert ask("search", "ILO", "--facet", "body", "--format", "csv").out.splitlines()[1] == "body,HRC,2"
    value = json.loads(ask("search", "ILO", "--facet", "body", "--format", "jsonl").out.splitlines()[0])
    assert value == {"schema": "facet/1", "field": "body", "value": "HRC", "count": 2}
    assert len(json.loads(ask("search", "ILO", "--facet", "body", "--format", "json").out)) == 2


def test_a_facet_without_values_says_so(ask: Ask) -> None:
    empty = ask("search", "ILO", "--facet", "position", "--facet", "lang")
    assert empty.out == "lang\ten\t3\n"
    assert "no paragraph of the answer has a position" in empty.err


def test_a_word_without_latin_letters_may_be_excluded(ask: Ask) -> None:
    assert numbers(ask("search", "-儿童", "ILO").out) == numbers(ask("search", "ILO").out)


def hits(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_lines_are_hits(ask: Ask) -> None:
    found = hits(ask("search", "ILO", "--format", "jsonl").out)
    assert [hit["rank"] for hit in found] == [1, 2, 3]
    assert all(hit["schema"] == "hit/1" and hit["citation"] and hit["snippet"] for hit in found)
    first = found[0]
    mark = first["highlights"][0]
    assert first["text"][mark["start"] : mark["end"]] in {"ILO", "International Labour Organization"}


def test_json_is_one_array(ask: Ask) -> None:
    assert len(json.loads(ask("search", "ILO", "--format", "json").out)) == 3
    assert json.loads(ask("search", "zyzzyva", "--format", "json").out) == []


def test_csv_cannot_start_a_formula(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("search", "formula", "--format", "csv").out)))
    assert [row["number"] for row in rows] == ["3"]
    assert rows[0]["text"].startswith("'=cmd")


def test_limit_offset_and_what_is_left(ask: Ask) -> None:
    everything = numbers(ask("search", "ILO", "-n", "0").out)
    pages = [ask("search", "ILO", "-n", "1", "--offset", str(at)) for at in range(3)]
    assert [line for page in pages for line in numbers(page.out)] == everything
    assert "3 paragraphs in 2 documents; number 2 is shown, -n 0 --offset 0 shows all" in pages[1].err
    for form in ("text", "jsonl", "json", "csv"):
        part = ask("search", "ILO", "-n", "1", "--format", form)
        assert "3 paragraphs in 2 documents; number 1 is shown, -n 0 shows all" in part.err
        beyond = ask("search", "ILO", "--offset", "9", "--format", form)
        assert "3 paragraphs in 2 documents; --offset 9 lies beyond the last" in beyond.err


def test_grouping_puts_a_document_together(ask: Ask) -> None:
    symbols = [hit["symbol"] for hit in hits(ask("search", "ILO", "--group", "doc", "--format", "jsonl").out)]
    assert symbols == sorted(symbols, key=symbols.index)


def test_documents_are_the_unit_of_a_grouped_page(ask: Ask) -> None:
    grouped = ["search", "ILO", "--group", "doc", "--sort", "symbol"]
    everything = numbers(ask(*grouped, "-n", "0").out)
    assert sorted(everything) == sorted(BOTH)
    pages = [ask(*grouped, "-n", "1", "--offset", str(at)) for at in range(2)]
    assert [line for page in pages for line in numbers(page.out)] == everything
    assert "3 paragraphs in 2 documents; document 1 is shown, -n 0 shows all" in pages[0].err
    for form in ("jsonl", "csv"):
        out = ask(*grouped, "--per-doc", "1", "--format", form).out
        rows = hits(out) if form == "jsonl" else list(csv.DictReader(io.StringIO(out)))
        assert [(row["symbol"], int(row["of_document"])) for row in rows] == [
            ("A/80/901", 1),
            ("A/HRC/901/7", 2),
        ]
    assert len(numbers(ask("search", "ILO", "--per-doc", "1").out)) == 2
    assert [hit["of_document"] for hit in hits(ask("search", "ILO", "--format", "jsonl").out)] == [None] * 3


def test_oldest_and_newest_first(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for year in (2022, 2024, 2023):
        report = reports.write_text(folder / f"{year}.txt", symbol=f"A/HRC/{year - 1000}/1")
        report.write_text(report.read_text().replace("4 May 2024", f"4 May {year}"))
    run("--index", tmp_path / "x", "index", folder)
    asked = ("--index", tmp_path / "x", "search", "visited", "--format", "jsonl", "--sort")
    assert [hit["year"] for hit in hits(run(*asked, "date").out)] == [2024, 2023, 2022]
    assert [hit["year"] for hit in hits(run(*asked, "oldest").out)] == [2022, 2023, 2024]


def test_context(ask: Ask) -> None:
    asked = ["search", "visits", "--context", "1"]
    rows = [line.split("\t") for line in ask(*asked).out.splitlines()]
    assert [(row[0], row[3:]) for row in rows] == [
        ("A/HRC/901/7, para. 1", ["-1"]),
        ("A/HRC/901/7, para. 2", []),
        ("A/HRC/901/7, para. 3", ["+1"]),
    ]
    (hit,) = hits(ask(*asked, "--format", "jsonl").out)
    assert [(near["schema"], near["distance"], near["number"]) for near in hit["context"]] == [
        ("neighbour/1", -1, "1"),
        ("neighbour/1", 1, "3"),
    ]
    table = list(csv.DictReader(io.StringIO(ask(*asked, "--format", "csv").out)))
    assert [(row["number"], row["rank"], row["distance"]) for row in table] == [
        ("1", "", "-1"),
        ("2", "1", ""),
        ("3", "", "1"),
    ]


def test_concordance(ask: Ask) -> None:
    asked = ["search", "harbour", "--kwic", "--sort", "symbol", "--width", "10"]
    lines = ask(*asked).out.splitlines()
    values = hits(ask(*asked, "--format", "jsonl").out)
    rows = list(csv.DictReader(io.StringIO(ask(*asked, "--format", "csv").out)))
    assert len(lines) == len(values) == len(rows) > 1
    assert [row["match"].lower() for row in rows] == [value["match"].lower() for value in values]
    assert {value["schema"] for value in values} == {"occurrence/1"}
    assert max(len(value["left"]) for value in values) == 10
    starts = {line.index(value["match"], 30) for line, value in zip(lines, values, strict=True)}
    assert len(starts) == 1
    assert json.loads(ask(*asked, "--format", "json").out) == values
    facts = ask("search", "kind:paragraph", "--kwic")
    assert (facts.out, facts.code) == ("", 0)
    assert "without a line" in facts.err


def test_like(ask: Ask) -> None:
    outcome = ask("search", "--like", "A/HRC/901/7, para. 4", "--format", "jsonl")
    assert outcome.code == 0
    assert "A/HRC/901/7@en#p4" not in [hit["id"] for hit in hits(outcome.out)]
    assert "like A/HRC/901/7, para. 4, by the words " in outcome.err
    assert ask("search", "--like", "A/HRC/901/7, para. 4", "-c").out == f"{len(hits(outcome.out))}\n"
    gone = ask("search", "--like", "A/HRC/901/7, para. 99")
    assert (gone.code, gone.out) == (1, "")
    assert "no 99" in gone.err


def test_several_facets(ask: Ask) -> None:
    asked = ["search", "ILO", "--facet", "body", "--facet", "lang", "--facet", "body"]
    assert ask(*asked).out == "body\tHRC\t2\nbody\tGA\t1\nlang\ten\t3\n"
    rows = ask(*asked, "--format", "csv").out.splitlines()
    assert rows == ["field,value,count", "body,HRC,2", "body,GA,1", "lang,en,3"]
    assert [value["field"] for value in hits(ask(*asked, "--format", "jsonl").out)] == [
        "body",
        "body",
        "lang",
    ]


def test_sorting(ask: Ask) -> None:
    by_symbol = numbers(ask("search", "ILO", "--sort", "symbol").out)
    assert sorted(by_symbol, key=lambda line: line.partition(",")[0]) == by_symbol


def test_explain_leaves_the_data_alone(ask: Ask) -> None:
    outcome = ask("search", "ILO", "--explain", "--format", "jsonl")
    assert len(hits(outcome.out)) == 3
    assert "ILO" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ILO AND ("], "^"),
        (['"open'], "^"),
        (["year:"], "needs a value right behind it"),
        (["ILO AND lang: en"], "needs a value right behind it"),
        (["search for", "--format", "xml"], "xml"),
        (["ILO", "--year", "last"], "last"),
        (["ILO", "--limit", "-1"], "-1"),
        (["ILO", "--nonsense"], "--nonsense"),
        ([], "type words to search for"),
        ([""], "the query is empty"),
        ([" ", " "], "the query is empty"),
        (["ILO", "--like", "A/HRC/901/7, para. 4"], "instead of a query"),
        (["--like", "A/HRC/901/7, para. 4", "--any"], "--any needs a query"),
        (["--like", "A/HRC/901/7, para. 4", "--no-expand"], "--no-expand needs a query"),
        (["--like", "para. 4"], "which document?"),
        (["ILO", "--width", "10"], "--kwic"),
        (["ILO", "--kwic", "--context", "1"], "--context"),
        (["ILO", "--context", "99999999999999999999"], "is not in the range"),
        (["ILO", "--kwic", "--count"], "leave one out"),
        (["ILO", "--kwic", "--facet", "year"], "leave one out"),
        (["ILO", "--per-doc", "2", "--group", "none"], "--group doc"),
        (["ILO", "--facet", "colour"], "colour"),
        (["ILO", "--facet", "years"], "Did you mean 'year'?"),
        (["ILO", "--sort", "dates"], "Did you mean 'date'?"),
        (["ILO", "--json"], "The form of an answer is written --format json"),
        (["ILO", "--kind", "Recomendation"], "Did you mean 'recommendation'?"),
        (["ILO", "--format", "jsom"], "Did you mean 'json'?"),
        (["ILO", "--lang", "Frensh"], "did you mean French?"),
        (["ILO", "--facet", "year", "--count"], "leave one of them out"),
    ],
    ids=str,
)
def test_bad_usage(ask: Ask, arguments: list[str], said: str) -> None:
    outcome = ask("search", *arguments)
    assert outcome.code == 2, outcome
    assert said in outcome.err
    assert not outcome.out
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("words", [[""], [" "], [" ", "\t"]])
def test_nothing_is_marked_in_an_empty_query(ask: Ask, words: list[str]) -> None:
    assert ask("search", *words).err == "Error: the query is empty; type a word to search for\n"


@pytest.mark.parametrize(
    "query", ["word " * 2_000, "x" * 10_000, "(" * 10_000, '"' * 9_999, "\udcff", "*", "/"]
)
def test_hostile_query_ends_in_a_sentence(ask: Ask, query: str) -> None:
    outcome = ask("search", "--", query)
    assert outcome.code in {0, 1, 2}, outcome
    assert "Traceback" not in outcome.err
    assert "unexpected" not in outcome.err


def test_terminal_shows_groups_and_marks(index: Path) -> None:
    outcome = run_on_terminal("--index", index, "search", "ILO", columns=100)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert "3 paragraphs in 2 documents" in lines
    assert any(line.startswith("\x1b[1mA/HRC/901/7\x1b[0m · ") for line in lines)
    assert any("  para. 4  p. 2  I. Introduction  \x1b[1mILO\x1b[0m recommended" in line for line in lines)


def test_terminal_shows_a_concordance_and_what_is_left_of_a_document(index: Path) -> None:
    plain = {"NO_COLOR": "1"}
    kwic = run_on_terminal("--index", index, "search", "ILO", "--kwic", columns=90, env=plain).out
    lines = [line for line in kwic.splitlines() if line.startswith("A/")]
    assert len(lines) >= 3
    assert max(map(len, lines)) <= 90
    grouped = run_on_terminal("--index", index, "search", "ILO", "--per-doc", "1", env=plain).out
    assert "  1 more in this document" in grouped.splitlines()
    facets = run_on_terminal("--index", index, "search", "ILO", "--facet", "body", "--facet", "lang").out
    assert facets.splitlines()[-5:] == ["body", "  2  HRC", "  1  GA", "lang", "  3  en"]


def test_terminal_without_colour(index: Path) -> None:
    for extra, env in ((["--color", "never"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})):
        outcome = run_on_terminal("--index", index, *extra, "search", "ILO", env=env)
        assert "\x1b" not in outcome.out, (extra, env)


def test_terminal_flat_list(index: Path) -> None:
    outcome = run_on_terminal("--index", index, "search", "ILO", "--group", "none", env={"NO_COLOR": "1"})
    assert any(line.startswith("  A/80/901, para. 2") for line in outcome.out.splitlines())


def test_colour_can_be_forced_into_a_pipe(ask: Ask) -> None:
    for arguments, env in ((["--color", "always"], {}), ([], {"FORCE_COLOR": "1"})):
        assert "\x1b[1mILO\x1b[0m" in ask(*arguments, "search", "recommended ILO", env=env).out
    assert "\x1b" not in ask("search", "ILO", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out


def test_an_index_without_paragraphs_says_so(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    index = ("--index", str(tmp_path / "index"))
    assert run(*index, "index", tmp_path / "reports").code == 0
    done = run(*index, "search", "harbour", "--lang", "fr")
    assert (done.code, done.out) == (1, "")
    assert "the index holds no paragraphs" in done.err
