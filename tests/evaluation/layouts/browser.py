"""What a browser prints of the reports that are set in HTML."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from indexer.extract.programs import run_program

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60


def browser() -> str | None:
    """Chromium on the path, None where it is not installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def print_page(page: str, path: Path) -> Path:
    """Print a web page as a PDF file, beside which the page is left."""
    program = browser()
    if program is None:
        raise FileNotFoundError("Chromium is not installed")
    source = path.with_suffix(".html")
    source.write_text(page, "utf-8")
    profile = f"--user-data-dir={path.parent / 'profile'}"
    options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", profile, f"--print-to-pdf={path}"]
    run_program([program, *options, source.as_uri()], seconds=_SECONDS, path=str(path))
    return path
