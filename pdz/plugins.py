# SPDX-License-Identifier: EUPL-1.2
"""One file, one plugin, imported only when asked for: the file's name is the plugin's name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from pdz.errors import UnknownName
from pdz.findings import did_you_mean


@dataclass(frozen=True, slots=True)
class Plugins:
    """The modules of a package, one plugin each; names that begin with `_` are not plugins."""

    package: str
    noun: str
    """How a message calls one of them: «regola», «formato», «documento»."""

    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        folder = Path(__file__).parent.joinpath(*self.package.split(".")[1:])
        files = (path.stem for path in folder.glob("*.py"))
        packages = (path.parent.name for path in folder.glob("*/__init__.py"))
        return tuple(sorted(name for name in {*files, *packages} if not name.startswith("_")))

    def get(self, name: str) -> ModuleType:
        """The module `name`; raises UnknownName with the nearest."""
        if name not in self.names():
            hint = did_you_mean(name, self.names()) or "possibili: " + ", ".join(self.names())
            raise UnknownName(f"{self.noun} «{name}» non esiste", hint)
        return import_module(f"{self.package}.{name}")

    def load(self, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[tuple[str, ModuleType]]:
        """The plugins whose name is wanted, in order of name."""
        for name in self.names():
            if wanted(name):
                yield name, import_module(f"{self.package}.{name}")
