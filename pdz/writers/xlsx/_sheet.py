# SPDX-License-Identifier: EUPL-1.2
"""What a sheet has around its rows: widths, headings in sight, filters, lists, links, page."""

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from pdz.writers.xlsx._charts import add_chart
from pdz.writers.xlsx._leaf import ACROSS, Leaf
from pdz.writers.xlsx._measure import count_pages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_A4 = 9


def set_up_sheet(sheet: "Worksheet", leaf: Leaf) -> None:
    """All of a sheet but its rows."""
    _set_up(sheet, leaf)
    for row, line in enumerate(leaf.lines, 1):
        if line.role in ACROSS and len(leaf.widths) > 1 and line.cells:
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


def _area(leaf: Leaf) -> str:
    return f"A{leaf.heading}:{get_column_letter(len(leaf.widths))}{leaf.last}"


def _add_table(sheet: "Worksheet", leaf: Leaf) -> None:
    """A named table, with the filter: its heading row is a heading for screen readers too."""
    table = Table(displayName=leaf.table, name=leaf.table, ref=_area(leaf))
    heads = leaf.lines[leaf.heading - 1].cells
    table.tableColumns = [TableColumn(id=index, name=str(head)) for index, head in enumerate(heads, 1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


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
