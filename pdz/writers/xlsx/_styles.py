# SPDX-License-Identifier: EUPL-1.2
"""How cells look; each look is made once, because openpyxl takes long to find it again."""

from typing import TYPE_CHECKING, Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from pdz.writers.xlsx._leaf import Role

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_BLUE, _PALE, _GREY, _LINK = "FF004080", "FFE6EEF6", "FFBFBFBF", "FF0050A0"
_FONT = "Calibri"


class Styles:
    """The looks of one workbook."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._made: dict[tuple[Role, str, bool, bool], Any] = {}

    def get(self, role: Role, number_format: str, *, link: bool = False, quoted: bool = False) -> Any:
        """The look of a cell: its part, its format, whether it is a link, whether Excel must take it as it is."""
        key = (role, number_format, link, quoted)
        if key not in self._made:
            cell: Any = WriteOnlyCell(self._sheet)
            cell.font = _font(role, link)
            cell.fill = _fill(role)
            cell.border = _border(role)
            cell.alignment = _alignment(role, number_format)
            cell.number_format = number_format
            cell.quotePrefix = int(quoted)
            self._made[key] = cell._style  # the only way to give the same look to many cells at once
        return self._made[key]


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


def _alignment(role: Role, number_format: str) -> Alignment:
    """Titles and notes run over the cells at their right; all other texts wrap."""
    if role in ("titolo", "nota"):
        return Alignment(vertical="top")
    horizontal = "right" if number_format not in ("General", "@") else None
    return Alignment(horizontal=horizontal, vertical="center" if role == "testa" else "top", wrap_text=True)
