# SPDX-License-Identifier: EUPL-1.2
"""How a use case says what it is doing, to whoever wants to show it."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str], None]
"""Is told, in a word or two of Italian, each step that begins: «controllo»."""


def silent(step: str) -> None:
    """Shows nothing."""
