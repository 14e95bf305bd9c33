# SPDX-License-Identifier: EUPL-1.2
"""Small plans for the calculator."""

from collections.abc import Callable
from typing import Any

import pytest

from pdz.calc import Quadro, compute
from pdz.model import Piano
from pdz.profiles import load_profilo

MakeQuadro = Callable[..., Quadro]


@pytest.fixture(scope="session")
def make_quadro() -> MakeQuadro:
    """Computes the smallest plan that holds the given parts."""

    def make(**parts: Any) -> Quadro:
        plan = {
            "formato": "1",
            "profilo": "lombardia/2025-2027",
            "titolo": "Piano di Zona",
            "triennio": "2025-2027",
            "ambito": {"nome": "Ambito", "ente_capofila": "azienda"},
            **parts,
        }
        return compute(Piano.model_validate(plan), load_profilo("lombardia/2025-2027"))

    return make
