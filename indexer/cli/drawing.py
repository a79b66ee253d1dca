"""`indexer check FILE --page N`: pages of a PDF with their records, as pictures."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.cli.console import is_on_terminal, talk
from indexer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.cli.console import Settings
    from indexer.ingest import Limits
    from indexer.present import Checked


def draw_pages(
    paths: Sequence[str],
    pages: Sequence[int],
    output: str | None,
    settings: Settings,
    limits: Limits,
    *,
    force: bool,
) -> Checked:
    """Write a picture of each page, and return what was found in the file.

    Raises:
        MissingExtraError: What draws is not installed.
        ReportError: The file cannot be read.
        UsageError: These paths, pages and options make no sense together, or a picture is there already or
            cannot be written there.
    """
    from indexer.ingest import CheckedFiles, picture_pages  # noqa: PLC0415  # each command loads what it needs
    from indexer.present import clean, page_png  # noqa: PLC0415  # as above

    targets = _targets(paths, list(dict.fromkeys(pages)), output, force=force)
    parsed, pictures = picture_pages(paths[0], list(targets), limits=limits)
    drawn = [page_png(picture, parsed) for picture in pictures]
    for target, content in zip(targets.values(), drawn, strict=True):
        if target is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            _write(target, content, force=force)
            talk(f"wrote {clean(str(target))}", settings)
    return CheckedFiles(reports=(parsed.report,))


def _targets(
    paths: Sequence[str], pages: Sequence[int], output: str | None, *, force: bool
) -> dict[int, Path | None]:
    """Return where the picture of each page goes, None for standard output."""
    if not pages:
        raise UsageError("--output and --force are about the picture of a page: add --page N")
    if len(paths) != 1:
        raise UsageError("--page draws pages of one PDF: name that file and no other")
    if output is None:
        stem = Path(paths[0]).stem
        targets: dict[int, Path | None] = {page: Path(f"{stem}-page-{page}.png") for page in pages}
    elif len(pages) > 1:
        raise UsageError("--output takes one page; several are named FILE-page-N.png without it")
    elif output == "-":
        if is_on_terminal(sys.stdout):
            raise UsageError("standard output is a terminal, which shows no pictures: add > page.png")
        targets = {pages[0]: None}
    else:
        targets = {pages[0]: Path(output)}
    for target in targets.values():
        if target is not None and target.exists() and not force:
            raise _taken(target)
    return targets


def _write(target: Path, content: bytes, *, force: bool) -> None:
    try:
        file = target.open("wb" if force else "xb")
    except FileExistsError as error:  # since it was looked for
        raise _taken(target) from error
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f"the picture {target} cannot be written: {reason}") from error
    try:
        with file:
            file.write(content)
    except OSError as error:
        if not force:
            with contextlib.suppress(OSError):
                target.unlink()  # a part of a picture would be in the way of the next
        raise OSError(error.errno, error.strerror, str(target)) from error


def _taken(target: Path) -> UsageError:
    return UsageError(f"{target} is there already; -f writes over it, -o names another file")
