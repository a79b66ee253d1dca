"""`python -m tests.evaluation.word`: labels of random lists beside those that LibreOffice prints."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.errors import LimitError
from tests.evaluation.word.bodies import make
from tests.evaluation.word.labels import KINDS, differences
from tests.evaluation.word.office import office

if TYPE_CHECKING:
    from collections.abc import Sequence

BATCH = 25
"""Documents that one start of LibreOffice converts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when all labels are equal or LibreOffice is not there, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.word", description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="seed of the first document")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--as", dest="kind", choices=KINDS, default="docx", help="what we read")
    wanted = parser.parse_args(arguments)
    if office() is None:
        sys.stdout.write("not compared: LibreOffice (soffice) is not installed\n")
        return 0
    labels = equal = left = 0
    last = wanted.first + wanted.documents
    for begin in range(wanted.first, last, BATCH):
        documents = [make(seed) for seed in range(begin, min(begin + BATCH, last))]
        with tempfile.TemporaryDirectory(prefix="indexer-word-") as folder:
            try:
                compared, found = differences(documents, Path(folder), wanted.kind)
            except LimitError:
                left += len(documents)
                continue
        labels += compared
        equal += compared - len(found)
        sys.stdout.writelines(f"{line}\n" for line in found)
    if left:
        sys.stdout.write(f"not compared: {left} documents, since LibreOffice took too long for one of them\n")
    sys.stdout.write(
        f"labels as LibreOffice prints them: {equal} of {labels} in {wanted.documents - left} documents\n"
    )
    return 0 if equal == labels else 1


if __name__ == "__main__":
    sys.exit(main())
