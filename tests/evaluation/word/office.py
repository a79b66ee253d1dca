"""What LibreOffice prints of Word files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from indexer.extract.programs import run_program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SECONDS = 120
_TEXT = "txt:Text (encoded):UTF8"


def office() -> str | None:
    """LibreOffice on the path, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def print_texts(paths: Sequence[Path], folder: Path) -> list[str]:
    """The text of each file as it prints, list labels in front of the paragraphs.

    Args:
        paths: Files with names of their own.
        folder: For what LibreOffice writes.

    Raises:
        LimitError: It took too long; some documents make it go round in circles.
    """
    _convert(_TEXT, paths, folder)
    return [(folder / f"{path.stem}.txt").read_text("utf-8-sig") for path in paths]


def save_as(kind: str, paths: Sequence[Path], folder: Path) -> list[Path]:
    """The files saved in another format ("odt")."""
    _convert(kind, paths, folder)
    return [folder / f"{path.stem}.{kind}" for path in paths]


def _convert(target: str, paths: Sequence[Path], folder: Path) -> None:
    program = office()
    if program is None:
        raise FileNotFoundError("LibreOffice is not installed")
    # a profile of its own, since a running LibreOffice would take the command and do nothing
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", target, "--outdir", str(folder)]
    run_program([*command, *map(str, paths)], seconds=_SECONDS, path=str(folder))
