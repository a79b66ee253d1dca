from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from indexer.cli.console import Settings
from indexer.cli.references import joined, written
from tests.functional import reports
from tests.functional.pseudo_terminal import run_on_terminal
from tests.functional.running import run
from tests.unit.present.made import make_record, make_shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indexer.query import ShowResult
    from tests.functional.conftest import Ask


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["A/HRC/901/7, para. 2"], ["p2"]),
        (["A/HRC/901/7", "para.", "2"], ["p2"]),
        (["a/hrc/901/7 §2"], ["p2"]),
        (["A/HRC/901/7, paras. 2-4"], ["p2", "p3", "p4"]),
        (["A/HRC/901/7, paras. 1 and 3"], ["p1", "p3"]),
        (["A/HRC/901/7, para. 1", "A/80/901, para. 3"], ["p1", "p3"]),
        (["A/HRC/901/7, para. 2", "--context", "1"], ["p1", "p2", "p3"]),
        (["A/HRC/901/7", "--page", "2"], ["p3", "p4"]),
        (["A/HRC/901/7"], ["p1", "p2", "p3", "p4"]),
        (["A/HRC/901/7, para. 3 (b)"], ["p3"]),
    ],
    ids=str,
)
def test_what_is_shown(ask: Ask, arguments: list[str], expected: list[str]) -> None:
    outcome = ask("show", *arguments, "--format", "jsonl")
    assert outcome.code == 0, outcome
    assert [json.loads(line)["address"] for line in outcome.out.splitlines()] == expected


def test_each_document_of_a_file_is_found_by_its_symbol(tmp_path: Path) -> None:
    lights = ("A Lights Group (GLD) was set up.", *reports.LIGHTS)
    harbours = ("Of the GLD nothing is known here, nor ibid., para. 3.", *reports.PARAGRAPHS)
    first = reports.write_pdf(tmp_path / "a.pdf", lights, "A/80/901")
    bound = reports.bind(tmp_path / "c.pdf", first, reports.write_pdf(tmp_path / "b.pdf", harbours))
    index = ("--index", tmp_path / "index")
    assert run(*index, "index", bound).code == 0
    for symbol, texts, page in (("A/80/901", lights, 1), (reports.SYMBOL, harbours, 3)):
        whole = run(*index, "show", symbol, "--format", "jsonl").out
        records = [json.loads(line) for line in whole.splitlines()]
        assert [record["text"] for record in records] == list(texts)
        assert [record["order"] for record in records] == [*range(1, len(texts) + 1)]
        (shown,) = run(*index, "show", f"{symbol}, para. 2", "--format", "jsonl").out.splitlines()
        found = json.loads(shown)
        assert (found["text"], found["page"], found["page_label"]) == (texts[1], page, "1")


def test_the_documents_of_a_file_are_shown_in_its_order(tmp_path: Path) -> None:
    parts = [
        reports.write_pdf(tmp_path / f"{symbol[-1]}.pdf", symbol=symbol) for symbol in ("A/80/9", "A/80/1")
    ]
    bound = reports.bind(tmp_path / "c.pdf", *parts)
    index = ("--index", tmp_path / "index")
    assert run(*index, "index", bound).code == 0
    shown = run(*index, "show", bound.name, "--format", "jsonl").out.splitlines()
    pages = [json.loads(line)["page"] for line in shown]
    assert pages == sorted(pages)
    assert len({json.loads(line)["symbol"] for line in shown}) == 2


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_a_result_is_written_before_the_next_is_looked_up(form: str) -> None:
    looked_up: list[int] = []

    def results() -> Iterator[ShowResult]:
        for number in range(3):
            looked_up.append(number)
            yield make_shown(make_record(text=f"result {number}"))

    lines = written(results(), form, Settings())
    assert "result 0" in next(line for line in lines if "result" in line)
    assert looked_up == [0]


def test_text_has_page_section_parts_and_what_it_cites(ask: Ask) -> None:
    lines = ask("show", "A/HRC/901/7, paras. 2-3").out.splitlines()
    assert lines[:4] == [
        "A/HRC/901/7, para. 2",
        "page 1 · I. Introduction",
        "",
        "2. Harbours were visited in three regions, and the visits are described in A/HRC/901/3, para. 12.",
    ]
    assert "Cites: A/HRC/901/3, para. 12" in lines
    at = lines.index("3. The policies of harbours differ:")
    assert lines[at + 1 : at + 3] == [
        "    (a) some charge by the length of a boat;",
        "    (b) others charge by the day.",
    ]


def test_only_the_sub_paragraph_that_was_asked_for(ask: Ask) -> None:
    out = ask("show", "A/HRC/901/7, para. 3 (b)").out
    assert "(b) others charge" in out
    assert "(a) some charge" not in out
    assert "The policies of harbours differ" in out


def test_terminal_wraps(index: Path) -> None:
    outcome = run_on_terminal("--index", index, "show", "A/HRC/901/7", columns=60, env={"NO_COLOR": "1"})
    assert max(map(len, outcome.out.splitlines())) <= 60


def test_other_formats(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("show", "A/HRC/901/7, para. 2", "--format", "csv").out)))
    assert [(row["citation"], row["page"]) for row in rows] == [("A/HRC/901/7, para. 2", "1")]
    array = json.loads(ask("show", "A/HRC/901/7, paras. 1-2", "--format", "json").out)
    assert [record["schema"] for record in array] == ["record/1", "record/1"]


def test_references_from_standard_input(ask: Ask) -> None:
    outcome = ask("show", "-", "--format", "jsonl", stdin="A/HRC/901/7, para. 1\n\nA/80/901, para. 2\n")
    assert [json.loads(line)["number"] for line in outcome.out.splitlines()] == ["1", "2"]
    mixed = ask("show", "-", "A/HRC/901/7,", "para. 2", "--format", "jsonl", stdin="A/HRC/901/7, para. 1\n")
    assert [json.loads(line)["number"] for line in mixed.out.splitlines()] == ["1", "2"]
    empty = ask("show", "-", stdin="\n")
    assert (empty.code, empty.err) == (1, "there is no reference on standard input\n")


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "text"])
def test_a_reference_that_cannot_be_read_does_not_stop_the_others(ask: Ask, form: str) -> None:
    lines = "A/HRC/901/7, para. 1\nnonsense\nA/HRC/901/7, paras. 4-2\nA/80/901, para. 2\n"
    outcome = ask("show", "-", "--format", form, stdin=lines)
    assert outcome.code == 2
    assert "nonsense" in outcome.err
    assert "backwards" in outcome.err
    assert all(symbol in outcome.out for symbol in ("A/HRC/901/7", "A/80/901"))
    if form == "json":
        assert [record["number"] for record in json.loads(outcome.out)] == ["1", "2"]


def test_words_are_told_where_they_are_looked_for(ask: Ask) -> None:
    assert "`indexer search` looks for words" in ask("show", "harbour policy").err
    assert "indexer search" not in ask("show", "A/HRC/901/7, paras. 4-2").err


def test_what_search_prints_show_takes(ask: Ask) -> None:
    cited = "".join(line.split("\t")[0] + "\n" for line in ask("search", "ILO").out.splitlines())
    assert ask("show", "-", "--format", "jsonl", stdin=cited).out.count("\n") == 3


@pytest.mark.parametrize(
    ("reference", "code", "said"),
    [
        ("A/HRC/901/7, para. 74", 1, "no 74"),
        ("A/HRC/901/99, para. 1", 1, "A/HRC/901/99"),
        ("A/HRC/901/7, paras. 4-2", 2, "backwards"),
        ("nothing of the kind", 1, "nothing of the kind"),
        ("", 1, ""),
        ("x" * 10_000, 1, "x"),
        ("\udcff", 1, ""),
    ],
    ids=["no such paragraph", "no such document", "backwards", "no citation", "empty", "long", "bytes"],
)
def test_misses(ask: Ask, reference: str, code: int, said: str) -> None:
    outcome = ask("show", reference)
    assert outcome.code in {code, 2} if code == 1 else outcome.code == code, outcome
    assert said in outcome.err
    assert outcome.err
    assert not outcome.out
    assert "unexpected" not in outcome.err


def test_a_miss_beside_a_find_is_told(ask: Ask) -> None:
    outcome = ask("show", "A/HRC/901/7, para. 1", "A/HRC/901/7, para. 74")
    assert outcome.code == 0
    assert "no 74" in outcome.err


@pytest.mark.parametrize(
    ("words", "references"),
    [
        (["A/1/2, para. 3"], ["A/1/2, para. 3"]),
        (["A/1/2,", "paras.", "3-5"], ["A/1/2, paras. 3-5"]),
        (["A/1/2", "A/3/4"], ["A/1/2", "A/3/4"]),
        (["A/1/2", "para.", "74", "(a)", "A/3/4", "annex", "I"], ["A/1/2 para. 74 (a)", "A/3/4 annex I"]),
        (["10"], ["10"]),
    ],
)
def test_references_cut_by_the_shell_are_joined(words: list[str], references: list[str]) -> None:
    assert joined(words) == references


FRENCH = (
    "Le présent rapport porte sur les ports. Ceux qui y travaillent ont été comptés par les autorités.",
    "Des ports ont été visités dans trois régions, et les visites sont décrites dans le rapport du groupe.",
    "Les politiques des ports diffèrent selon la longueur des bateaux et selon les jours de la semaine.",
    "Il a été recommandé que chaque port publie sa politique une fois par an.",
)


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    reports.write_pdf(folder / "en.pdf")
    reports.write_pdf(folder / "fr.pdf", FRENCH)
    made = folder / "index"
    assert run("--index", made, "index", folder / "en.pdf", folder / "fr.pdf").code == 0
    return made


@pytest.mark.parametrize(
    ("options", "languages", "said", "code"),
    [
        ([], ["en"], "A/HRC/901/7 is also there in fr (--lang)", 0),
        (["--lang", "fr"], ["fr"], "", 0),
        (["--lang", "all"], ["en", "fr"], "", 0),
        (["--lang", "fr,en"], ["fr", "en"], "", 0),
        (["--lang", "fr", "--lang", "en"], ["fr", "en"], "", 0),
        (["--lang", "fr,ru"], ["fr"], "A/HRC/901/7 is not in the index in “ru”, only in: en, fr", 0),
        (["--lang", "ru"], [], "A/HRC/901/7 is not in the index in “ru”, only in: en, fr", 1),
    ],
    ids=str,
)
def test_languages(
    two_languages: Path, options: list[str], languages: list[str], said: str, code: int
) -> None:
    outcome = run("--index", two_languages, "show", "A/HRC/901/7, para. 2", *options, "--format", "jsonl")
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert [record["language"] for record in records] == languages
    assert {record["number"] for record in records} <= {"2"}
    assert (outcome.err.strip(), outcome.code) == (said, code)


def test_languages_stand_side_by_side_where_there_is_room(two_languages: Path) -> None:
    command = ("--index", two_languages, "show", "A/HRC/901/7, para. 2", "--lang", "all")
    wide = run_on_terminal(*command, columns=90, env={"NO_COLOR": "1"}).out.splitlines()
    assert wide[0] == "A/HRC/901/7, para. 2"
    assert wide[1].split("   ")[0].startswith("English · page 1")
    assert "French · page 1" in wide[1]
    assert wide[3].startswith("2. Harbours were visited")
    assert "   2. Des ports ont été visités" in wide[3]
    narrow = run_on_terminal(*command, columns=60, env={"NO_COLOR": "1"}).out.splitlines()
    assert narrow.count("A/HRC/901/7, para. 2") == 2
    piped = run(*command).out.splitlines()
    assert [line for line in piped if "page 1" in line] == [
        "English · page 1 · I. Introduction",
        "French · page 1 · I. Introduction",
    ]


def test_what_announces_a_list_is_said_once_for_the_items_that_follow(
    sample_corpus: Path, tmp_path: Path
) -> None:
    run("--index", tmp_path / "x", "index", sample_corpus / "ruritania_review.pdf")
    asked = [f"A/HRC/901/9, para. {number}" for number in ("15.1", "15.2", "1", "15.1")]
    outcome = run("--index", tmp_path / "x", "show", "-", "--format", "jsonl", stdin="\n".join(asked))
    assert (outcome.code, outcome.out.count("\n")) == (0, 4)
    assert outcome.err.count("under para. 15: ") == 2


def test_more_context_than_there_can_be_is_refused(ask: Ask) -> None:
    outcome = ask("show", "A/HRC/901/7, para. 2", "--context", "99999999999999999999")
    assert (outcome.code, outcome.out) == (2, "")
    assert "is not in the range" in outcome.err
    most = ask("show", "A/HRC/901/7, para. 2", "--context", "10000", "--format", "jsonl")
    assert (most.code, most.out.count("\n")) == (0, 4)


def test_a_reference_that_begins_with_a_dash_is_told_how_to_be_written() -> None:
    refused = run("show", "-report.pdf, p. 3")
    assert refused.code == 2
    assert refused.err.splitlines()[-1].endswith("indexer show -- -file.pdf")
    assert "No such option" not in run("show", "--", "-report.pdf, p. 3").err
