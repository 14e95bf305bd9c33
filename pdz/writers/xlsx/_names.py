# SPDX-License-Identifier: EUPL-1.2
"""Names that Excel accepts, each once: of sheets, of tables, of the columns of a table."""

import re
from dataclasses import dataclass, field

from pdz.writers._text import strip_forbidden

_ILLEGAL = re.compile(r"[\[\]:*?/\\\s]+")
_LONGEST_SHEET = 31
_LONGEST_HEAD = 255


@dataclass(slots=True)
class Names:
    """The names of the sheets of one workbook."""

    _used: set[str] = field(default_factory=lambda: {"history"})  # a name that Excel keeps for itself

    def take(self, wanted: str) -> str:
        """A legal name, as near to the wanted one as can be, that no other sheet has."""
        plain = _ILLEGAL.sub(" ", strip_forbidden(wanted)).strip(" '")
        return _take(plain or "Foglio", self._used, _LONGEST_SHEET)


def unique_heads(titles: list[str]) -> list[str]:
    """Headings for the columns of a table, which must be there, on one line, and all different."""
    used: set[str] = set()
    plain = (" ".join(strip_forbidden(title).split()) for title in titles)
    return [_take(title or "Colonna", used, _LONGEST_HEAD) for title in plain]


def _take(wanted: str, used: set[str], longest: int) -> str:
    name, number = wanted[:longest].rstrip(" '"), 1
    while name.casefold() in used:
        number += 1
        end = f" {number}"
        name = wanted[: longest - len(end)].rstrip(" '") + end
    used.add(name.casefold())
    return name


def quote_sheet(name: str) -> str:
    """The name of a sheet inside a reference."""
    return "'" + name.replace("'", "''") + "'"
