# SPDX-License-Identifier: EUPL-1.2
"""What pdz says about a plan: values, never exceptions."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in the plan: keys and list indexes from the root, e.g. ("esiti", 0, "titolo")."""


class Severity(StrEnum):
    """How bad it is: an error is certainly wrong, a warning is for a person to look at."""

    ERROR = "errore"
    WARNING = "avviso"


@dataclass(frozen=True, slots=True)
class Location:
    """A span in a file; lines and columns start at 1, `end_column` is the first column after the span."""

    file: str
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check reports: the place by path, the sentence, how to mend it."""

    path: Path
    message: str
    hint: str = ""
    on_key: bool = False
    """True when the span is the key itself, not its value."""
    span: tuple[int, int] | None = None
    """Start and length inside the text at `path`, when only a part of it is meant."""
    related: Path | None = None
    """The other place, when two places disagree."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its code, severity and place in the files of the plan."""

    code: str
    severity: Severity
    location: Location
    message: str
    hint: str = ""
    related: Location | None = None
    """The other place, when two places disagree."""
    address: str = ""
    """Where it stands in the plan, by ids and keys: `esiti/H1/giudizio`; empty when a file cannot be read."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The most similar of the known names, or None when nothing is close."""
    known = list(names)
    folded = {candidate.casefold(): candidate for candidate in known}
    if name.casefold() in folded:
        return folded[name.casefold()]
    close = get_close_matches(name.casefold(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """«forse intendevi «x»?», or the empty string when nothing is close."""
    close = nearest(name, names)
    return f"forse intendevi «{close}»?" if close else ""


def shorten(text: str, width: int = 60) -> str:
    """A text of the plan on one line, cut to fit a sentence."""
    plain = " ".join(text[: 4 * width].split())
    return plain if len(plain) <= width and len(text) <= 4 * width else plain[: width - 1].rstrip() + "…"
