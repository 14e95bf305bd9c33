# SPDX-License-Identifier: EUPL-1.2
"""What stops pdz: errors of the person at the keyboard, one sentence and a hint each."""


class PdzError(Exception):
    """The command cannot answer; the message says why, the hint how to mend it (exit code 2)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownName(PdzError):
    """A name of a plugin, profile or thing that does not exist."""
