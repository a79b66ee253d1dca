"""An index over a few reports, made once."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.functional import reports
from tests.functional.running import Outcome, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[..., Outcome]


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> None:
    """Let commands heed signals that are ignored around the tests: Ctrl-C behind a shell, all of `nohup`."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two good reports, a scan, and a picture that says it is a PDF."""
    made = tmp_path_factory.mktemp("reports")
    reports.write_pdf(made / "harbours.pdf")
    reports.write_pdf(made / "more" / "lights.pdf", reports.LIGHTS, "A/80/901")
    reports.write_scan(made / "scan.pdf")
    (made / "wrong.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return made


@pytest.fixture(scope="session")
def index(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of that folder."""
    made = tmp_path_factory.mktemp("index") / "un"
    outcome = run("--index", made, "index", folder)
    assert outcome.code == 3, outcome
    return made


@pytest.fixture
def ask(index: Path) -> Ask:
    """Runs a command on that index."""

    def asked(*arguments: str | Path, stdin: str = "", env: dict[str, str] | None = None) -> Outcome:
        return run("--index", index, *arguments, stdin=stdin, env=env)

    return asked
