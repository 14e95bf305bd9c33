# SPDX-License-Identifier: EUPL-1.2
"""What differs between two plans, for people and for machines: one format per file."""

from dataclasses import dataclass
from typing import Protocol

from pdz.findings import Location, Path
from pdz.pipeline.compare import Confronto, Lettura
from pdz.plugins import Plugins

FORMATS = Plugins("pdz.cli._compare", "il formato")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person asks of the report."""

    only: tuple[str, ...] = ()
    """The subjects wanted; all when empty."""

    def wants(self, argomento: str) -> bool:
        """True when the report must tell this subject."""
        return not self.only or argomento in self.only


class Format(Protocol):
    """What a module of this package offers."""

    LABEL: str
    """What it is for, in a few words."""

    def render(self, confronto: Confronto, choices: Choices) -> str:
        """The whole report; every line ends with a line feed."""


def locate(side: Lettura, path: Path) -> Location:
    """Where a value stands in the files of its plan; what the author did not write stands where its owner does."""
    return side.source.locate(path)


def file_of(side: Lettura, location: Location) -> str:
    """The file as a person finds it: below the folder, or the revision, that was named."""
    return location.file if side.nome in {"", "."} else f"{side.nome.rstrip('/')}/{location.file}"


def place_of(side: Lettura, path: Path) -> str:
    """«vecchio/piano.yaml:12:5»."""
    location = locate(side, path)
    return f"{file_of(side, location)}:{location.line}:{location.column}"
