"""The command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from indexer.cli.console import new_settings, prepare_streams
from indexer.cli.direct import runs_directly
from indexer.cli.failures import code_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.cli.console import Settings

NAME = "indexer"

_QUICK = frozenset({"search", "show"})
_FEW_OBJECTS = 100_000
"""Objects that these make before Python looks for cycles among them: one look-up or search makes fewer."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command that the arguments spell, then leave with its exit code.

    click alone would end with 1 after Ctrl-C and after a closed pipe, and 1 means that nothing was found.
    """
    if "_INDEXER_COMPLETE" in os.environ:
        from indexer.cli.group import group  # noqa: PLC0415  # as below

        group.main(prog_name=NAME)  # completion is the shell's talk with click
    if argv is None:
        # numpy starts a thread for every core otherwise, for sums that are none of ours
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        if _QUICK.intersection(sys.argv):
            gc.set_threshold(_FEW_OBJECTS)
    prepare_streams()
    settings = new_settings()
    code = 0
    try:
        _run(list(sys.argv[1:] if argv is None else argv), settings)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001  # this is where every error ends
        code = code_of(error, settings)
    if argv is None:
        gc.freeze()  # the process ends: to look for cycles among the patterns would take a tenth of its time
    sys.exit(code)


def _run(arguments: list[str], settings: Settings) -> None:
    if runs_directly(arguments, settings):
        return
    from indexer.cli.group import group  # noqa: PLC0415  # click is not needed for what runs directly

    with group.make_context(NAME, arguments, obj=settings) as context:
        group.invoke(context)
