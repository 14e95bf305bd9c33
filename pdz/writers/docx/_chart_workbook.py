# SPDX-License-Identifier: EUPL-1.2
"""The workbook inside a chart: Word opens it with «Modifica dati»."""

from pdz.writers._archive import pack_archive
from pdz.writers._text import escape_attribute, escape_text
from pdz.writers.docx._chart_figures import Figures, column_letters, number_text
from pdz.writers.docx._xml import DECLARATION, R

SHEET = "Foglio1"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_STYLE = 164
"""Lower numbers of formats belong to Excel."""
_WIDTHS = (36, 16)
"""Of the column of the categories and of the others, in characters."""

_FIXED = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{R}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    ),
}


def make_workbook(figures: Figures) -> bytes:
    """An .xlsx with the figures in one sheet."""
    codes = sorted({code for column in figures.codes for code in column})
    parts = _FIXED | {"xl/styles.xml": _styles(codes), "xl/worksheets/sheet1.xml": _sheet(figures, codes)}
    return pack_archive({name: (DECLARATION + xml).encode() for name, xml in parts.items()})


def _styles(codes: list[str]) -> str:
    """Style 0 is plain, the others print one of `codes` each."""
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape_attribute(code)}"/>'
        for number, code in enumerate(codes, _FIRST_STYLE)
    )
    cells = "".join(
        f'<xf numFmtId="{_FIRST_STYLE + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for index in range(len(codes))
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{cells}'
        "</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(figures: Figures, codes: list[str]) -> str:
    styles = {code: index for index, code in enumerate(codes, 1)}
    letters = [column_letters(index) for index in range(len(figures.names) + 1)]
    head = "".join(map(_text_cell, (f"{letter}1" for letter in letters), (figures.corner, *figures.names)))
    rows = [f'<row r="1">{head}</row>']
    for index, category in enumerate(figures.categories):
        number = index + 2
        cells = [_text_cell(f"A{number}", category)]
        for letter, column, column_codes in zip(letters[1:], figures.columns, figures.codes, strict=True):
            value = column[index]
            inside = "" if value is None else f"<v>{number_text(value)}</v>"
            cells.append(f'<c r="{letter}{number}" s="{styles[column_codes[index]]}">{inside}</c>')
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    used = f"A1:{letters[-1]}{len(figures.categories) + 1}"
    columns = f'<col min="1" max="1" width="{_WIDTHS[0]}" customWidth="1"/>'
    columns += f'<col min="2" max="{len(letters)}" width="{_WIDTHS[1]}" customWidth="1"/>'
    return (  # years are texts here, and Excel must not mark them as numbers gone wrong
        f'<worksheet xmlns="{_MAIN}"><dimension ref="{used}"/><cols>{columns}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        f'<ignoredErrors><ignoredError sqref="{used}" numberStoredAsText="1"/></ignoredErrors></worksheet>'
    )


def _text_cell(reference: str, text: str) -> str:
    """A text, whatever it looks like: «=1+1» too."""
    if not text:
        return ""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape_text(text)}</t></is></c>'
