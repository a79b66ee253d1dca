"""Patterns that are compiled when they are first used.

The grammar has some eighty, and to compile them all takes longer than most commands; a citation in its usual
form needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex


class _Lazy:
    """Stands for a compiled pattern, and becomes one with the first question it is asked."""

    def __init__(self, source: str, *, ignore_case: bool) -> None:
        self._source = source
        self._ignore_case = ignore_case

    def __getattr__(self, name: str) -> Any:
        # called once for each method: from then on the method stands in the instance itself
        value = getattr(compiled(self._source, ignore_case=self._ignore_case), name)
        setattr(self, name, value)
        return value


def lazy(source: str, *, ignore_case: bool = False) -> regex.Pattern[str]:
    """Return a pattern that is compiled with its first use.

    >>> lazy("[ab]+", ignore_case=True).findall("aB c b")
    ['aB', 'b']
    """
    return cast("regex.Pattern[str]", _Lazy(source, ignore_case=ignore_case))


def compiled(source: str, *, ignore_case: bool = False) -> regex.Pattern[str]:
    """Return a pattern, compiled now."""
    import regex  # noqa: PLC0415  # loading it takes as long as reading a citation without it

    return regex.compile(source, regex.IGNORECASE if ignore_case else 0)


def either(words: list[str]) -> str:
    """Return the expression of any of these texts, in this order."""
    import regex  # noqa: PLC0415  # as above

    return "|".join(map(regex.escape, words))
