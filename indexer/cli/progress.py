"""How far a run has come, drawn on a terminal's standard error and nowhere else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Self

from indexer.cli.console import is_on_terminal, talk

if TYPE_CHECKING:
    from indexer.cli.console import Settings
    from indexer.ingest.outcomes import Event


class Progress:
    """A bar with the time that is left; call it with the events of a run, inside a with block."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._is_drawn = (
            is_on_terminal(sys.stderr) and os.environ.get("TERM") != "dumb" and not settings.is_quiet
        )
        self._bar: Any = None
        self._task: Any = None
        self._files = self._done = 0

    def __enter__(self) -> Self:
        if self._is_drawn:
            self._bar = _make_bar(self._settings)
            self._bar.start()
            self._task = self._bar.add_task("looking", total=None, files="")
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, event: Event) -> None:
        """Take an event."""
        from indexer.ingest.outcomes import Finished, Found, Notice, Planned  # noqa: PLC0415  # not for --help

        if isinstance(event, Notice):
            talk(event.text, self._settings)
        elif self._bar is None:
            return
        elif isinstance(event, Found):
            self._bar.update(self._task, files=f"{event.files:,} files")
        elif isinstance(event, Planned):
            self._files, self._done = event.files, 0
            # by size, because a report of 400 pages takes as long as a hundred letters
            self._bar.update(self._task, description="reading", total=event.size, files=f"0/{event.files:,}")
        elif isinstance(event, Finished):
            self._done += 1
            self._bar.update(self._task, advance=event.size, files=f"{self._done:,}/{self._files:,}")


def _make_bar(settings: Settings) -> Any:
    from rich.console import Console  # noqa: PLC0415  # heavy, and only a terminal needs it
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn  # noqa: PLC0415  # heavy
    from rich.progress import Progress as Bar  # noqa: PLC0415  # as above

    no_color = settings.color == "never" or (settings.color == "auto" and bool(os.environ.get("NO_COLOR")))
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[files]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=Console(stderr=True, no_color=no_color),
        transient=True,
    )
