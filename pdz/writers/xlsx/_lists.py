# SPDX-License-Identifier: EUPL-1.2
"""The lists of allowed values, in a sheet of their own: Excel takes no more than 255 characters in the cell itself."""

from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from pdz.writers._text import strip_forbidden
from pdz.writers.xlsx._leaf import Leaf, Line
from pdz.writers.xlsx._measure import measure
from pdz.writers.xlsx._names import quote_sheet


@dataclass(slots=True)
class Lists:
    """The lists of one workbook; equal ones are written once."""

    name: str
    """Of their sheet."""
    _found: dict[tuple[str, ...], str] = field(default_factory=dict)

    def place(self, title: str, allowed: tuple[str, ...]) -> str:
        """Where the allowed values stand."""
        self._found.setdefault(allowed, title)
        letter = get_column_letter([*self._found].index(allowed) + 1)
        return f"{quote_sheet(self.name)}!${letter}$2:${letter}${len(allowed) + 1}"

    def make_leaves(self) -> list[Leaf]:
        """Their sheet; none when there is no list."""
        if not self._found:
            return []
        lines = [Line([*self._found.values()], "testa")]
        for row in range(max(map(len, self._found))):
            lines.append(Line([strip_forbidden(v[row]) if row < len(v) else None for v in self._found]))
        return [Leaf(self.name, lines, measure(lines, len(self._found)), heading=1)]
