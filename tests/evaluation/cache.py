"""Readings kept between runs, by the content of the document and of the code that reads it."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.evaluation.corpus import PROJECT
from tests.evaluation.pool import read_all
from tests.evaluation.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

READERS = ("discover", "extract", "segment", "grammar", "model.py", "errors.py")
"""What of indexer/ decides how a document is read."""

OURS = ("reading.py", "naive.py", "conservation.py")
"""What of this folder stands in a reading."""


KEPT = 4
"""States of the code whose results are kept."""

IN_USE = 3600.0
"""Seconds for which results may belong to a run that still goes on."""


def digest(paths: Iterable[Path]) -> str:
    """A short digest of files, and of all files in folders, by name and content."""
    total = hashlib.sha256()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                total.update(f"{file.name}\0".encode())
                total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]


def code_digest() -> str:
    """The digest of the code that decides a reading."""
    here = Path(__file__).parent
    return digest([*(PROJECT / "indexer" / name for name in READERS), *(here / name for name in OURS)])


def cache_folder(name: str) -> Path:
    """A folder for this user's results under the system's temporary folder, private to the user."""
    folder = Path(tempfile.gettempdir()) / f"indexer-evaluation-{os.getuid()}" / name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.touch()
    _drop_old(folder)
    return folder


def _drop_old(folder: Path) -> None:
    """Remove results of earlier states of the code, but for the last few."""
    kind = folder.name.startswith("index-")
    others = [other for other in folder.parent.iterdir() if other.name.startswith("index-") is kind]
    others.sort(key=lambda other: other.stat().st_mtime)
    for other in others[:-KEPT]:
        if time.time() - other.stat().st_mtime > IN_USE:
            shutil.rmtree(other, ignore_errors=True)


def readings(
    documents: Path, keys: Iterable[str], *, jobs: int = 2, fresh: bool = False
) -> Iterator[Reading]:
    """The readings of documents of a folder: kept ones first, then new ones as they end."""
    folder = cache_folder(code_digest())
    places: dict[str, Path] = {}
    for key in keys:
        name = hashlib.sha256(key.encode()).hexdigest()[:12]
        place = folder / f"{name}-{digest([documents / key])}.json"
        if not fresh and place.exists():
            yield msgspec.json.decode(place.read_bytes(), type=Reading)
        else:
            places[key] = place
    for reading in read_all(places, documents, jobs=jobs):
        if reading.state in ("read", "refused"):
            partial = places[reading.key].with_suffix(f".{os.getpid()}")
            partial.write_bytes(msgspec.json.encode(reading))
            partial.replace(places[reading.key])
        yield reading
