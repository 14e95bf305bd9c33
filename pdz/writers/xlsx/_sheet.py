# SPDX-License-Identifier: EUPL-1.2
"""A leaf becomes a sheet of openpyxl, line by line."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from pdz.writers.xlsx._charts import add_chart
from pdz.writers.xlsx._leaf import Box, Leaf, Line, Role, Value
from pdz.writers.xlsx._measure import count_pages, find_height
from pdz.writers.xlsx._styles import Look, Styles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RISKY = ("=", "+", "-", "@")
"""What would make Excel read a text as a formula, when somebody edits the cell."""
_TEXT = "@"
"""The format of text: a word like «1-2» stays so when somebody edits the cell."""
_A4 = 9
_ACROSS: tuple[Role, ...] = ("titolo", "nota")
"""Lines of one text, as wide as the whole table."""


def write_leaf(sheet: "Worksheet", leaf: Leaf, styles: Styles) -> None:
    """Writes the whole sheet; openpyxl wants its looks before its rows."""
    _set_up(sheet, leaf)
    for row, line in enumerate(leaf.lines, 1):
        sheet.row_dimensions[row].height = find_height(leaf, line)
        sheet.append(_cells(sheet, line, leaf, styles))
        if line.role in _ACROSS and len(leaf.widths) > 1 and line.cells:
            sheet.merged_cells.add(f"A{row}:{get_column_letter(len(leaf.widths))}{row}")
    if leaf.table:
        _add_table(sheet, leaf)
    elif leaf.last:
        sheet.auto_filter.ref = _area(leaf)
    for index, place in leaf.lists.items():
        _add_list(sheet, leaf, index, place)
    if leaf.chart is not None:
        add_chart(sheet, leaf)


def _set_up(sheet: "Worksheet", leaf: Leaf) -> None:
    for index, width in enumerate(leaf.widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = round(width, 1)
    if leaf.heading:
        sheet.freeze_panes = f"{get_column_letter(leaf.fixed + 1)}{leaf.heading + 1}"
        sheet.print_title_rows = f"{leaf.heading}:{leaf.heading}"
        if leaf.fixed:
            sheet.print_title_cols = f"A:{get_column_letter(leaf.fixed)}"
    sheet.sheet_view.showGridLines = bool(leaf.heading)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = count_pages(leaf)
    sheet.page_setup.fitToHeight = 0
    if len(leaf.widths) - 1 in leaf.loose:
        sheet.print_area = f"A1:{get_column_letter(len(leaf.widths) - 1)}{len(leaf.lines)}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="&P / &N")
    )


def _cells(sheet: "Worksheet", line: Line, leaf: Leaf, styles: Styles) -> list[Any]:
    """The cells of a line; headings, totals and title rows are painted as far as the table goes."""
    painted = line.role not in _ACROSS and bool(line.cells)
    values = line.cells + [None] * (len(leaf.widths) - len(line.cells) if painted else 0)
    return [
        _cell(sheet, value, styles, Look(line.role, loose=index in leaf.loose, left=leaf.prose))
        for index, value in enumerate(values)
    ]


def _cell(sheet: "Worksheet", value: Value, styles: Styles, look: Look) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    if isinstance(value, Box) and not (isinstance(value.value, str) and not value.formula):
        cell._style = styles.get(replace(look, format=value.format))
        cell.value = f"={value.formula}" if value.formula else value.value
        if not value.formula and not isinstance(value.value, date):
            cell.data_type = "n"
        return cell
    text = value.value if isinstance(value, Box) else value
    link = value.link if isinstance(value, Box) else ""
    assert text is None or isinstance(text, str)
    quoted = text is not None and text.startswith(_RISKY)
    cell._style = styles.get(replace(look, format=_TEXT, link=bool(link), quoted=quoted) if text else look)
    if text:
        cell._value, cell.data_type = text, "s"  # the setter would look for formulas and errors in it
        if link:
            cell.hyperlink = Hyperlink(ref="", location=link, display=text)
    return cell


def _area(leaf: Leaf) -> str:
    return f"A{leaf.heading}:{get_column_letter(len(leaf.widths))}{leaf.last}"


def _add_table(sheet: "Worksheet", leaf: Leaf) -> None:
    """A named table, with the filter: its heading row is a heading for screen readers too."""
    table = Table(displayName=leaf.table, name=leaf.table, ref=_area(leaf))
    heads = leaf.lines[leaf.heading - 1].cells
    table.tableColumns = [TableColumn(id=index, name=str(head)) for index, head in enumerate(heads, 1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.tables.add(table)  # add_table warns that columns are to be written by hand, as they are


def _add_list(sheet: "Worksheet", leaf: Leaf, index: int, place: str) -> None:
    letter = get_column_letter(index + 1)
    validation = DataValidation(
        type="list",
        formula1=place,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Valore non previsto",
        error="Scegli uno dei valori dell'elenco: sono nel foglio degli elenchi.",
        sqref=f"{letter}{leaf.heading + 1}:{letter}{leaf.last}",
    )
    sheet.data_validations.append(validation)
