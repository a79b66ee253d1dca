"""The two streams: data on standard output, talk on standard error, and how each looks."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

    from indexer.present import Style

DEFAULT_INDEX = ".indexer"

_STEERING = dict.fromkeys([*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)], " ")
"""Characters that steer a terminal, but for the end of a line: names of files may have them."""


class Settings(msgspec.Struct, kw_only=True):
    """The global options, wherever on the command line they stood.

    Attributes:
        index: Folder of the index.
        color: "auto", "always" or "never".
        verbosity: -1 with -q, 1 and up with -v.
    """

    index: str = DEFAULT_INDEX
    color: str = "auto"
    verbosity: int = 0

    @property
    def is_quiet(self) -> bool:
        """Whether talk was switched off; errors are told anyway."""
        return self.verbosity < 0

    def style(self) -> Style:
        """How text on standard output may look."""
        from indexer.present import Style  # noqa: PLC0415  # `indexer --version` needs none

        is_terminal = is_on_terminal(sys.stdout)
        return Style(
            color=self._has_color(is_terminal=is_terminal), width=_columns() if is_terminal else None
        )

    def _has_color(self, *, is_terminal: bool) -> bool:
        """By the option, then NO_COLOR, then FORCE_COLOR, then the terminal."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return is_terminal and os.environ.get("TERM") != "dumb"


def new_settings() -> Settings:
    """The settings before the command line is read: from the environment."""
    return Settings(index=os.environ.get("INDEXER_INDEX") or DEFAULT_INDEX)


def _columns() -> int:
    from shutil import get_terminal_size  # noqa: PLC0415  # heavy, and only a terminal needs it

    return get_terminal_size().columns


def is_on_terminal(stream: object) -> bool:
    """Whether a person looks at the stream."""
    try:
        return bool(getattr(stream, "isatty", bool)())
    except ValueError:  # a closed stream
        return False


def prepare_streams() -> None:
    """Make standard input and output UTF-8 wherever a program is at the other end, whatever the locale.

    No character makes them fail. A stream that the caller has closed leads nowhere, instead of being missing.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # for good, and without pathlib, which no other line here needs
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    if isinstance(sys.stdin, io.TextIOWrapper):
        encoding = None if is_on_terminal(sys.stdin) else "utf-8"
        sys.stdin.reconfigure(encoding=encoding, errors="surrogateescape")
    if isinstance(sys.stdout, io.TextIOWrapper):
        if is_on_terminal(sys.stdout):
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(lines: Iterable[str]) -> None:
    """Write lines of data."""
    for line in lines:
        sys.stdout.write(line + "\n")


def talk(text: str, settings: Settings) -> None:
    """Write a sentence for the person, unless they asked for quiet."""
    if not settings.is_quiet:
        complain(text)


def complain(text: str) -> None:
    """Write an error, in any case, without characters that steer a terminal."""
    sys.stdout.flush()  # so that what was found stands before it on a terminal
    try:
        sys.stderr.write(text.translate(_STEERING) + "\n")
        sys.stderr.flush()
    except OSError:
        lead_nowhere(sys.stderr)  # nobody can listen, which is no reason to keep an answer back


def lead_nowhere(stream: IO[str]) -> None:
    """Point a stream at nothing, so that what is left in its buffer raises nothing at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def typed(word: str) -> str:
    """An argument as text: bytes that are no characters, as a shell can hand them over, become marks."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
