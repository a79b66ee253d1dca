"""An English name -> all the spellings it is found in, British and American, long and short."""

from __future__ import annotations

_SPELLINGS = (
    ("rganization", "rganisation"), ("ilization", "ilisation"), ("onization", "onisation"),
    ("alization", "alisation"), ("rganisation", "rganization"), ("ilisation", "ilization"),
    ("onisation", "onization"), ("alisation", "alization"), ("Labour", "Labor"), ("Programme", "Program"),
    ("Centre", "Center"), ("Center", "Centre"), ("Defence", "Defense"),
)  # fmt: skip
"""Letters of English names, and what stands there in texts as well; patterns would take long to compile."""

_UN = "United Nations "


def spelled(language: str, name: str) -> tuple[str, ...]:
    """Return a name in all the spellings it is found in."""
    return english_spellings(name) if language == "en" else (name,)


def english_spellings(name: str) -> tuple[str, ...]:
    """Return an English name in all the spellings it is found in, itself first."""
    spellings = [name]
    for letters, others in _SPELLINGS:
        if letters in name:
            spellings += [spelling.replace(letters, others) for spelling in spellings]
    if _UN in name:
        spellings += [_with_short_un(spelling) for spelling in spellings]
    return tuple(dict.fromkeys(spellings))


def _with_short_un(name: str) -> str:
    """Return a name with "UN" for "United Nations" before words with a capital."""
    first, *others = name.split(_UN)
    return first + "".join(("UN " if other[:1].isupper() else _UN) + other for other in others)
