# SPDX-License-Identifier: EUPL-1.2
"""How cells look; each look is made once."""

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from pdz.writers.xlsx._leaf import Role

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_BLUE, _PALE, _GREY, _LINK = "FF004080", "FFE6EEF6", "FFBFBFBF", "FF0050A0"
_FONT = "Calibri"


class Look(NamedTuple):
    """What decides how a cell looks."""

    role: Role
    format: str = "General"
    link: bool = False
    quoted: bool = False
    """Excel must take the text as it is, also when somebody edits the cell."""
    loose: bool = False
    """On one line."""
    left: bool = False
    """Numbers too stand at the left."""


class Styles:
    """The looks of one workbook, by the number under which it keeps them."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._made: dict[Look, int] = {}

    def get(self, look: Look) -> int:
        """The number of a look."""
        if look not in self._made:
            cell = Cell(self._sheet, 1, 1)
            cell.font = _font(look.role, look.link)
            cell.fill = _fill(look.role)
            cell.border = _border(look.role)
            cell.alignment = _alignment(look)
            cell.number_format = look.format
            cell.quotePrefix = int(look.quoted)
            self._made[look] = cell.style_id
        return self._made[look]


def _font(role: Role, link: bool) -> Font:
    if link:
        return Font(name=_FONT, size=11, color=_LINK, underline="single")
    match role:
        case "testa":
            return Font(name=_FONT, size=11, bold=True, color="FFFFFFFF")
        case "titolo":
            return Font(name=_FONT, size=14, bold=True, color=_BLUE)
        case "gruppo" | "totale":
            return Font(name=_FONT, size=11, bold=True)
        case "nota" | "corpo":
            return Font(name=_FONT, size=11)


def _fill(role: Role) -> PatternFill:
    colour = {"testa": _BLUE, "gruppo": _PALE, "totale": _PALE}.get(role)
    return PatternFill("solid", fgColor=colour) if colour else PatternFill()


def _border(role: Role) -> Border:
    if role in ("titolo", "nota"):
        return Border()
    side = Side(style="thin", color=_GREY)
    top = Side(style="medium", color=_BLUE) if role == "totale" else side
    return Border(left=side, right=side, top=top, bottom=side)


def _alignment(look: Look) -> Alignment:
    if look.role in ("titolo", "nota"):
        return Alignment(vertical="top", wrap_text=True)
    if look.format in ("General", "@"):
        vertical = "center" if look.role == "testa" else "top"
        return Alignment(vertical=vertical, wrap_text=not look.loose)
    # a number that touched the text at its right could not be read
    return Alignment(horizontal="left" if look.left else "right", indent=0 if look.left else 1, vertical="top")
