"""What all tests share: the real documents when they are there, the golden option, steady random tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from indexer.ingest import index_folder
from tests.evaluation.corpus import Corpus, absent, find_corpus

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is read now into tests/golden; look at every difference before you keep it",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the real documents where they are absent, with the reason."""
    if find_corpus() is None:
        skip = pytest.mark.skip(reason=absent())
        for item in items:
            if item.get_closest_marker("corpus"):
                item.add_marker(skip)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real documents; only for tests marked `corpus`."""
    found = find_corpus()
    if found is None:
        pytest.skip(absent())
    return found


@pytest.fixture(scope="session")
def sample_corpus() -> Path:
    """The folder of our own sample reports."""
    return ROOT / "sample_corpus"


@pytest.fixture(scope="session")
def sample_index(sample_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of them; only to be read."""
    made = tmp_path_factory.mktemp("samples") / "index"
    assert index_folder(sample_corpus, made, jobs=1).complete
    return made


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written; never under continuous integration."""
    wanted = bool(request.config.getoption("--update-golden"))
    if wanted and os.environ.get("CI"):
        pytest.fail("--update-golden must not be used under continuous integration (CI is set)")
    return wanted
