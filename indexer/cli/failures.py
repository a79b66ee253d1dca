"""Every way a command can end badly: what is said, and with which code.

0 found or done, 1 nothing found, 2 usage or syntax, 3 done but some files failed, 4 the index cannot be used,
5 any other error, 130 Ctrl-C. A reader that closes the pipe is no error.
"""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

from indexer.cli.console import complain, lead_nowhere
from indexer.errors import (
    IndexerError,
    IndexStateError,
    NotFoundError,
    ReportError,
    SourceSyntaxError,
    UsageError,
)

if TYPE_CHECKING:
    from indexer.cli.console import Settings

DONE = 0
NOTHING_FOUND = 1
WRONG_USAGE = 2
SOME_FAILED = 3
BAD_INDEX = 4
OTHER_ERROR = 5
INTERRUPTED = 130

CODES: tuple[tuple[type[IndexerError], int], ...] = (
    (SourceSyntaxError, WRONG_USAGE),
    (UsageError, WRONG_USAGE),
    (NotFoundError, NOTHING_FOUND),
    (IndexStateError, BAD_INDEX),
    (ReportError, SOME_FAILED),
    (IndexerError, OTHER_ERROR),
)
"""The first line that fits counts."""
_FORMS = ("csv", "json", "jsonl", "text")
"""Forms of an answer, which other programs have as options."""


class Ended(Exception):  # noqa: N818  # no error: the command has said what there was to say
    """A command ends with this exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def end(code: int) -> None:
    """End the command with a code.

    Raises:
        Ended: Always, unless the code is 0.
    """
    if code:
        raise Ended(code)


def code_of(error: BaseException, settings: Settings) -> int:
    """The exit code for an error, after saying on standard error what went wrong."""
    if isinstance(error, Ended):
        return error.code
    if isinstance(error, BrokenPipeError):
        lead_nowhere(sys.stdout)
        return DONE
    with contextlib.suppress(OSError):  # standard output cannot take what it still holds
        return _told(error, settings)
    return OTHER_ERROR


def _told(error: BaseException, settings: Settings) -> int:
    if isinstance(error, KeyboardInterrupt):
        complain("Interrupted.")
        return INTERRUPTED
    if (code := _told_by_click(error)) is not None:
        return code
    if settings.verbosity > 0:
        import traceback  # noqa: PLC0415  # only for those who want to see it

        complain("".join(traceback.format_exception(error)).rstrip())
    if isinstance(error, IndexerError):
        complain(f"Error: {error}")
        return next(code for kind, code in CODES if isinstance(error, kind))
    complain(f"Error: {_unexpected(error)}")
    return OTHER_ERROR


def _told_by_click(error: BaseException) -> int | None:
    """The exit code for what click raises about the command line, None for all else."""
    if "click" not in sys.modules:
        return None
    import click  # noqa: PLC0415  # it is there when it has raised something

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        complain("Interrupted.")
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        said = io.StringIO()
        error.show(said)
        complain(said.getvalue().rstrip("\n"))
        if isinstance(error, click.NoSuchOption):
            form = error.option_name.lstrip("-")
            if form in _FORMS:
                complain(f"The form of an answer is written --format {form}")
            else:
                complain(
                    "What begins with a dash and is no option stands behind --: indexer show -- -file.pdf"
                )
        return WRONG_USAGE if isinstance(error, click.UsageError) else OTHER_ERROR
    return None


def _unexpected(error: BaseException) -> str:
    """One line about an error that nobody raised on purpose."""
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    if isinstance(error, OSError):
        about = f"{error.filename}: " if error.filename else ""
        return f"{about}{error.strerror or error}"
    first = str(error).partition("\n")[0]
    return f"unexpected {type(error).__name__}: {first} (-v shows where)"
