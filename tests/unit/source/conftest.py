# SPDX-License-Identifier: EUPL-1.2
"""A plan made of the given files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pdz.source import Source, load

MakeSource = Callable[..., Source]


@pytest.fixture
def read(tmp_path: Path) -> MakeSource:
    """`read(text, **{"esiti.yaml": …})`: the source of a plan with these files; quotes around a name are not needed."""

    def make(text: str, **files: str) -> Source:
        for name, content in {"piano.yaml": text, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return load(tmp_path)

    return make
