from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar import patterns

if TYPE_CHECKING:
    import pytest
    import regex


def test_a_lazy_pattern_is_compiled_with_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compiled = patterns.compiled

    def counting(source: str, *, ignore_case: bool = False) -> regex.Pattern[str]:
        asked.append(source)
        return compiled(source, ignore_case=ignore_case)

    monkeypatch.setattr(patterns, "compiled", counting)
    pattern = patterns.lazy("[a-c]+", ignore_case=True)
    assert asked == []
    assert pattern.sub("-", "xABCx") == "x-x"
    match = pattern.fullmatch("aBc")
    assert match is not None
    assert match[0] == "aBc"
    assert pattern.search("xyz") is None
    pattern.search("abc")
    assert asked == ["[a-c]+"] * 3  # once for each method


def test_a_lazy_pattern_has_what_a_pattern_has() -> None:
    assert patterns.lazy("a(?P<b>b)").groupindex == {"b": 1}


def test_texts_are_taken_as_they_stand() -> None:
    assert patterns.compiled(patterns.either(["a.b", "c"])).findall("a.b axb c") == ["a.b", "c"]
