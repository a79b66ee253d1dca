"""Names that a module hands on, whose own modules are loaded when the names are first used (PEP 562)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping


def at_first_use(namespace: dict[str, Any], homes: Mapping[str, Container[str]]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module.

    Type checkers should not see it (`if not TYPE_CHECKING:`): they would believe any name.

    Args:
        namespace: Its `globals()`, where a name stays once it was asked for.
        homes: The modules of its package, and the names of each; a name belongs to the first that has it.
    """

    def load(name: str) -> Any:
        for home, names in homes.items():
            if name in names:
                from importlib import import_module  # noqa: PLC0415  # as everything here, at first use

                namespace[name] = value = getattr(import_module(f".{home}", namespace["__package__"]), name)
                return value
        raise AttributeError(f"module {namespace['__name__']!r} has no attribute {name!r}")

    return load
