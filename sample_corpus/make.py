"""Make the sample reports of this folder again: `python sample_corpus/make.py [--golden DIR]`.

What they say stands in the hidden folder .source beside this script, one text file for each report, with
the modules that print it. With --golden, what must be read out of each is written into DIR as well
(tests/golden), known from what was printed and where.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / ".source"))

import expected  # noqa: E402  # found in the folder just named
import markup  # noqa: E402  # as above
import paper  # noqa: E402  # as above
import web  # noqa: E402  # as above
import word  # noqa: E402  # as above

WRITERS = {"word": (word.write, ".docx"), "web": (web.write_page, ".html"), "dump": (web.write_dump, ".txt")}
"""How reports that are no PDF are written, by layout."""


def main() -> None:
    """Write every report, and say which."""
    parser = argparse.ArgumentParser(description="Make the sample reports again.")
    parser.add_argument("--into", type=Path, default=HERE, help="the folder to write to")
    parser.add_argument("--golden", type=Path, help="also write what must be read out of them")
    wanted = parser.parse_args()
    for source in sorted((HERE / ".source").glob("*.txt")):
        report = markup.load(source)
        write, suffix = WRITERS.get(report.head["layout"], (paper.draw, ".pdf"))
        path = wanted.into / f"{report.name}{suffix}"
        write(report, path)
        markup.check_contents(report)
        if wanted.golden:
            expected.write(report, path.name, wanted.golden)
        print(path.name)


if __name__ == "__main__":
    main()
