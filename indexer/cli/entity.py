"""`indexer entity`: which names are known, what they stand for, and what a text names."""

from __future__ import annotations

import os
import sys

import click

from indexer.cli.console import DEFAULT_INDEX, Settings, complain, emit, is_on_terminal, typed
from indexer.cli.failures import NOTHING_FOUND, end
from indexer.cli.options import CONTEXT, as_typed, format_option, global_options, pass_settings


class _Group(click.Group):
    """A group that says how to show an entity whose name is typed in place of a command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with.

        Raises:
            click.UsageError: There is no such command.
        """
        if args[0] not in self.commands and not ctx.resilient_parsing:
            from shlex import quote  # noqa: PLC0415  # only for names that are none

            ctx.fail(f"there is no command {args[0]!r}. To show it: indexer entity show {quote(args[0])}")
        return super().resolve_command(ctx, args)


@click.group(
    "entity",
    cls=_Group,
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples",
        "indexer entity list labour",
        "indexer entity show ILO",
        'indexer entity test "WHO and those who met"',
    ),
)
@global_options
def command() -> None:
    """Tell which organisations, treaties and States are known by name.

    And mechanisms, instruments, missions, courts. They are what `search ILO` expands, what `search --entity`
    filters by and `search --facet entity` counts.
    """


@command.command(
    "list",
    context_settings=CONTEXT,
    epilog=as_typed("Examples", "indexer entity list", "indexer entity list labour --format csv"),
)
@click.argument("words", nargs=-1, metavar="[TEXT]...")
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def list_command(settings: Settings, words: tuple[str, ...], form: str) -> None:
    """List known entities, or those with TEXT in an id, acronym or name.

    Where there is an index, each with the number of its paragraphs that name it. Without one, the names that
    come with the program are listed all the same.
    """
    from indexer.present import entities_csv, entity_lines, in_json  # noqa: PLC0415  # as everywhere
    from indexer.query import list_entities  # noqa: PLC0415  # as above

    text = " ".join(map(typed, words))
    rows = list_entities(text, _index(settings))
    if form == "text":
        emit(entity_lines(rows, aligned=is_on_terminal(sys.stdout)))
    else:
        emit(entities_csv(rows) if form == "csv" else in_json(form, rows))
    if not rows:
        complain(f"no entity has {text!r} in its names")
        end(NOTHING_FOUND)


@command.command(
    "show",
    context_settings=CONTEXT,
    epilog=as_typed("Examples", "indexer entity show ILO", "indexer entity show OIT --format json"),
)
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def show_command(settings: Settings, name: tuple[str, ...], form: str) -> None:
    """Show what is known of an entity, by its id, an acronym or any name.

    Its names and acronyms by language, the symbol of its text, the acronyms that it shares; and from the
    index, where there is one: how many paragraphs name it, the earliest of them, and what documents define.
    """
    from indexer.present import entity_csv, entity_facts, json_lines, json_object  # noqa: PLC0415  # as above
    from indexer.query import show_entity  # noqa: PLC0415  # as above

    facts = show_entity(" ".join(map(typed, name)), _index(settings))
    if form == "text":
        emit(entity_facts(facts, settings.style()))
    elif form == "json":
        emit([json_object(facts)])
    else:
        emit(entity_csv(facts) if form == "csv" else json_lines([facts]))


@command.command(
    "test",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples", 'indexer entity test "WHO and those who met"', "indexer entity test CAT --lang en"
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option("--lang", metavar="LANG", help="The language of the text: fr or French.")
@format_option("text", "jsonl", "json", "csv")
@global_options
def test_command(words: tuple[str, ...], lang: str | None, form: str) -> None:
    """Tell what a text names, and what only looks like a name, and why.

    Acronyms that the text itself defines mean what it says, as they do in a document. The exit code is 1 when
    nothing is named.
    """
    from indexer.present import in_json, match_lines, matches_csv  # noqa: PLC0415  # as above
    from indexer.query import find_entities  # noqa: PLC0415  # as above

    verdicts = find_entities(" ".join(map(typed, words)), lang)
    writer = {"text": match_lines, "csv": matches_csv}.get(form)
    emit(writer(verdicts) if writer else in_json(form, verdicts))
    if not any(verdict.entity for verdict in verdicts):
        complain("nothing is named")
        end(NOTHING_FOUND)


def _index(settings: Settings) -> str | None:
    """The folder of the index; None where none was asked for and none is there."""
    is_there = settings.index != DEFAULT_INDEX or os.path.exists(settings.index)  # noqa: PTH110  # as in direct
    return settings.index if is_there else None
