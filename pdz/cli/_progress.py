# SPDX-License-Identifier: EUPL-1.2
"""What pdz is doing, on one line of a terminal that is written over and over; nothing anywhere else."""

import os
from dataclasses import dataclass
from shutil import get_terminal_size
from types import TracebackType
from typing import TextIO


@dataclass(slots=True)
class ProgressLine:
    """The line, gone again at the end of a `with` block whatever happens in it."""

    stream: TextIO
    shown: int = 0
    """Characters on the terminal now."""

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            self._put("")
            self.stream.write("\r")
            self.stream.flush()

    def show(self, step: str) -> None:
        """Puts `step` in the place of what was there."""
        if self.stream.isatty() and os.environ.get("TERM") != "dumb":
            self._put(f"{step}…"[: get_terminal_size().columns - 1])  # a full line would scroll

    def _put(self, text: str) -> None:
        self.stream.write(f"\r{text.ljust(self.shown)}")
        self.stream.flush()
        self.shown = len(text)
