"""Options that several commands share."""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.console import Settings
from indexer.errors import NoTextError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Command = Callable[..., Any]

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""Settings of click that every command has."""


pass_settings = click.make_pass_decorator(Settings, ensure=True)
"""Gives a command the global options as its first argument."""


class OneOf(click.Choice[str]):
    """One of some words; a word that is none is answered with the one it is like."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What is wrong with a word that is none of them."""
        import difflib  # noqa: PLC0415  # only for such words

        close = difflib.get_close_matches(str(value).casefold(), self.choices, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        return super().get_invalid_choice_message(value, ctx) + hint


def as_typed(title: str, *lines: str) -> str:
    """A piece of a help page whose lines click must not fill: examples, or a table."""
    return "\n".join(["\b", f"{title}:", *(f"  {line}" for line in lines)])


def together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator; a help page lists them in this order."""

    def decorate(function: Command) -> Command:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def format_option(*choices: str) -> Callable[[Command], Command]:
    """An option --format with these choices, the first being the default."""
    return click.option(
        "--format",
        "form",
        type=OneOf(choices),
        default=choices[0],
        show_default=True,
        help="How to write the answer.",
    )


context_option = click.option(
    "--context",
    type=click.IntRange(min=0, max=10_000),  # more than a document has: each is looked for
    default=0,
    metavar="N",
    help="N paragraphs before and after each as well.",
)


_reading_options = together(
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes that read files.  [default: one per core]",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=120,
        show_default=True,
        metavar="SECONDS",
        help="Most time for one file, or for each page of it that is recognised.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(min=256),
        default=2048,
        show_default=True,
        metavar="MIB",
        help="Most memory for a process that reads files (kept on Linux).",
    ),
)


def reading_options(function: Command) -> Command:
    """--jobs, and --timeout and --memory, which a command gets as one argument `limits`."""

    @wraps(function)
    def limited(*arguments: Any, timeout: float, memory: int, **options: Any) -> Any:
        from indexer.ingest import Limits  # noqa: PLC0415  # only when the command runs

        return function(*arguments, limits=Limits(seconds=timeout, memory=memory << 20), **options)

    return _reading_options(limited)


ocr_option = click.option(
    "--ocr",
    type=OneOf(["off", "auto"]),
    default="off",
    show_default=True,
    help="Whether to recognise pages of PDF files without usable text. auto needs the program tesseract.",
)


def scans_hint(codes: Iterable[str], usage: str) -> str:
    """What helps with files that are scans, empty where none is: the command that recognises them."""
    return f"`{usage} --ocr auto` recognises pages that are pictures" if NoTextError.code in codes else ""


def _settings(context: click.Context) -> Settings:
    return context.find_root().ensure_object(Settings)


def _index(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        _settings(context).index = value


def _color(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        _settings(context).color = value


def _verbose(context: click.Context, _parameter: click.Parameter, value: int) -> None:
    if value:
        _settings(context).verbosity = value
        import logging  # noqa: PLC0415  # only for those who want to hear more

        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
        logger = logging.getLogger("indexer")
        logger.handlers = [handler]
        logger.setLevel(logging.DEBUG)


def _quiet(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # as click calls it
    if value:
        _settings(context).verbosity = -1


global_options = together(
    click.option(
        "--index",
        metavar="DIR",
        type=click.Path(file_okay=False),
        expose_value=False,
        callback=_index,
        help="Folder of the index.  [default: .indexer, or INDEXER_INDEX]",
    ),
    click.option(
        "--color",
        type=OneOf(["auto", "always", "never"]),
        expose_value=False,
        callback=_color,
        help="When to use colour. auto: on a terminal, unless NO_COLOR is set; FORCE_COLOR forces it.",
    ),
    click.option(
        "-v",
        "--verbose",
        count=True,
        expose_value=False,
        callback=_verbose,
        help="Say more; show where errors come from.",
    ),
    click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_quiet,
        help="Say only what went wrong.",
    ),
)
"""--index, --color, -v and -q, which may stand before or behind the name of a command."""
