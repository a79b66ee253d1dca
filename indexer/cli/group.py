"""The command `indexer`, whose sub-commands load when they are called."""

from __future__ import annotations

import os
from importlib import import_module

import click

from indexer.cli.options import CONTEXT, as_typed, global_options
from indexer.version import __version__

COMMANDS = ("index", "search", "show", "parse", "check", "info", "entity", "schema")
"""In the order of the help page; each is the object `command` of the module of that name."""
_OPTIONS = ("help", "version")
"""That other programs have as commands."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        """The command with a name, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"indexer.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; a name that is none gets a hint.

        Raises:
            click.UsageError: There is no such command.
        """
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            ctx.fail(f"there is no command {args[0]!r}.{_hint(args[0])}")
        return super().resolve_command(ctx, args)


def _hint(word: str) -> str:
    """What was probably meant: a command, or what a command takes."""
    import difflib  # noqa: PLC0415  # only for names that are none
    from shlex import quote  # noqa: PLC0415  # as above

    if word in _OPTIONS:
        return f" It is an option: indexer --{word}"
    close = difflib.get_close_matches(word, COMMANDS, n=1)
    if close:
        return f" Did you mean {close[0]!r}?"
    if os.path.exists(word):  # noqa: PTH110  # Path.exists() fails over a word that is too long
        return f" To read it: indexer index {quote(word)}"
    if "/" in word and any(map(str.isdigit, word)):
        return f" To show it: indexer show {quote(word)}"
    return f" To look for it: indexer search {word}" if word.isalnum() else ""


_HELP = as_typed(
    "Examples",
    "indexer index reports/",
    "indexer search ILO",
    'indexer show "A/HRC/9/8, para. 10"',
    "indexer COMMAND -h           explains a command",
)


@click.group(cls=LazyGroup, context_settings=CONTEXT, epilog=_HELP)
@global_options
@click.version_option(__version__, prog_name="indexer", message="%(prog)s %(version)s")
@click.pass_context
def group(context: click.Context) -> None:
    """Index folders of reports by the paragraph, search them, and show any paragraph by its citation."""
    del context
