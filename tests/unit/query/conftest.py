from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.shelf import write_shelf

if TYPE_CHECKING:
    from indexer.query import Index


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of small documents with symbols of every kind."""
    return write_shelf(tmp_path_factory.mktemp("shelf") / ".indexer")
