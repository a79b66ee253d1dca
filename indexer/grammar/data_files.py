"""The facts that stand in files beside the code."""

from __future__ import annotations

import os


def read_data(name: str) -> bytes:
    """Return the content of a file of facts."""
    # to load pathlib or importlib.resources would take longer than to read the file
    path = os.path.join(os.path.dirname(__file__), "data", name)  # noqa: PTH118, PTH120  # as said above
    with open(path, "rb") as file:  # noqa: PTH123  # as said above
        return file.read()
