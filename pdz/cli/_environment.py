# SPDX-License-Identifier: EUPL-1.2
"""What the environment asks: only the command line reads it."""

import os

from pdz.errors import PdzError


def read_epoch() -> int | None:
    """The day to write in the properties of a file (SOURCE_DATE_EPOCH), in seconds since 1970; None: not asked."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not text.isdigit() or int(text) > 4_102_444_800:
        raise PdzError(f"SOURCE_DATE_EPOCH vale «{text}»", "deve essere un numero di secondi dal 1970")
    return int(text)
