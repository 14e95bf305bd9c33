# SPDX-License-Identifier: EUPL-1.2
"""A leaf becomes a sheet of openpyxl, line by line."""

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
from pdz.writers.xlsx._leaf import Box, Leaf, Line, Value
from pdz.writers.xlsx._styles import Styles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RISKY = ("=", "+", "-", "@", "\t")
"""What would make Excel read a text as a formula, when somebody edits the cell."""
_TEXT = "@"
"""The format of text: a word like «1-2» stays so when somebody edits the cell."""
_A4 = 9


def write_leaf(sheet: "Worksheet", leaf: Leaf, styles: Styles) -> None:
    """Writes the whole sheet; openpyxl wants its looks before its rows."""
    _set_up(sheet, leaf)
    for line in leaf.lines:
        sheet.append(_cells(sheet, line, len(leaf.widths), styles))
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
    sheet.sheet_view.showGridLines = bool(leaf.heading)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="&P / &N")
    )


def _cells(sheet: "Worksheet", line: Line, columns: int, styles: Styles) -> list[Any]:
    """The cells of a line; headings, totals and title rows are painted as far as the table goes."""
    painted = line.role in ("testa", "gruppo", "totale", "corpo") and bool(line.cells)
    values = line.cells + [None] * (columns - len(line.cells) if painted else 0)
    return [_cell(sheet, value, line, styles) for value in values]


def _cell(sheet: "Worksheet", value: Value, line: Line, styles: Styles) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    if isinstance(value, Box) and not (isinstance(value.value, str) and not value.formula):
        cell._style = styles.get(line.role, value.format)
        cell.value = f"={value.formula}" if value.formula else value.value
        if not value.formula and not isinstance(value.value, date):
            cell.data_type = "n"
        return cell
    text = value.value if isinstance(value, Box) else value
    link = value.link if isinstance(value, Box) else ""
    assert text is None or isinstance(text, str)
    quoted = text is not None and text.startswith(_RISKY)
    cell._style = styles.get(line.role, _TEXT if text else "General", link=bool(link), quoted=quoted)
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
