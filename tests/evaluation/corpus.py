"""Where the real documents and the answers about them lie."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

ENVIRONMENT = "INDEXER_CORPUS"
"""Names another place for the corpus."""

PROJECT = Path(__file__).resolve().parents[2]

BESIDE = PROJECT.parent / "shared" / "corpus"


class ContentsRow(msgspec.Struct, frozen=True):
    """A row of a printed contents table."""

    section: str
    first: int
    last: int
    page: int


class Recommendations(msgspec.Struct, frozen=True):
    """The recommendations of a review report by number, and how many of the numbers the file prints."""

    recommendations: dict[str, str]
    numbers_found_in_pdf: int


class Operative(msgspec.Struct, frozen=True):
    """The operative paragraphs of a resolution by their numbers."""

    paragraphs: dict[str, str]


class Known(msgspec.Struct, frozen=True):
    """What the list of documents says of one: the symbol in its text and its language, empty when unknown."""

    symbol: str
    language: str


class Corpus(msgspec.Struct, frozen=True):
    """A folder with documents/FAMILY/FILE, manifest.tsv and truth/*.json. Keys are "FAMILY/FILE"."""

    root: Path

    @property
    def documents(self) -> Path:
        """The folder of families."""
        return self.root / "documents"

    def keys(self, family: str | None = None) -> list[str]:
        """All documents, sorted, of one family or of all."""
        return [key for key in keys_of(self.documents) if family is None or family_of(key) == family]

    def truth(self, name: str, shape: type[T]) -> dict[str, T]:
        """The answers in truth/NAME.json by document; empty when the file is absent."""
        path = self.root / "truth" / f"{name}.json"
        if not path.exists():
            return {}
        raw: dict[str, object] = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
        return {key: msgspec.convert(value, shape) for key, value in raw.items()}

    def contents(self) -> dict[str, list[ContentsRow]]:
        """Printed contents tables by document."""
        return self.truth("contents_tables", list[ContentsRow])

    def recommendations(self) -> dict[str, Recommendations]:
        """Recommendations by document."""
        return self.truth("upr_recommendations", Recommendations)

    def operative(self) -> dict[str, Operative]:
        """Operative paragraphs by document."""
        return self.truth("ga_operative_paragraphs_silver", Operative)

    def known(self) -> dict[str, Known]:
        """What manifest.tsv says, by document."""
        path = self.root / "manifest.tsv"
        if not path.exists():
            return {}
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            return {
                row["path"]: Known(symbol=row.get("symbol_in_text") or "", language=row.get("language") or "")
                for row in rows
            }


def keys_of(folder: Path) -> list[str]:
    """All files of a folder, sorted, by their paths in it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def family_of(key: str) -> str:
    """The layout family: the first folder of a key."""
    return key.split("/", 1)[0]


def find_corpus() -> Corpus | None:
    """The corpus named by the environment, else the one beside the project, else None."""
    named = os.environ.get(ENVIRONMENT)
    root = Path(named) if named else BESIDE
    return Corpus(root) if (root / "documents").is_dir() else None


def absent() -> str:
    """The sentence for a skip: where the corpus was looked for."""
    named = os.environ.get(ENVIRONMENT)
    where = f"{ENVIRONMENT}={named}" if named else f"{BESIDE} (or the folder named by {ENVIRONMENT})"
    return f"the real documents are not here: no documents/ in {where}"
