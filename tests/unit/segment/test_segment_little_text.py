"""Files with hardly anything in them: what there is must be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.ingest import parse_file

if TYPE_CHECKING:
    from pathlib import Path

LONG = (
    "UNITED NATIONS POWER IN THE HARBOUR LAST WEEK THE KEEPERS OF THE LIGHTS "
    + "SAT AND WAITED FOR THE SHIPS " * 30
)


@pytest.mark.parametrize(
    "text",
    [
        "ANNUAL MEETING OF THE HARBOUR COUNCIL\n\nBALLROOM OF THE TOWN HALL\n",
        LONG,
        LONG[:300],
        LONG[:150],
        "United Nations harbours",
        "Contents\n\nIntroduction ........ 3\n\nLights ........ 7\n",
    ],
)
def test_no_words_vanish(text: str, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(text, encoding="utf-8")
    found = " ".join(record.text for record in parse_file(path).records)
    assert "".join(found.split()) == "".join(text.split())
