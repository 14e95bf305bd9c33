# SPDX-License-Identifier: EUPL-1.2
"""The rows of a sheet as XML strings: openpyxl keeps the package, and takes four times as long to write the cells."""

import re
from collections.abc import Iterator
from datetime import date

from openpyxl.utils import get_column_letter

from pdz.writers._text import escape_attribute, escape_text
from pdz.writers.xlsx._leaf import ACROSS, Box, Leaf, Line, Value
from pdz.writers.xlsx._measure import find_height
from pdz.writers.xlsx._styles import Look, Styles

_RISKY = ("=", "+", "-", "@")
"""What would make Excel read a text as a formula, when somebody edits the cell."""
_TEXT = "@"
"""The format of text: a word like «1-2» stays so when somebody edits the cell."""
_SHOWN = 1000
"""Characters of a link that its record repeats; Excel takes 2.084 UTF-16 units."""
_SHORT = 255
"""Characters: longer texts of that format are shown as ##### by older programs."""
_DAY_ZERO = date(1899, 12, 30)
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the code of a character."""


def make_rows(leaf: Leaf, styles: Styles) -> str:
    """`sheetData` of a sheet; heights are what we expect, and a program may find better ones."""
    letters = [get_column_letter(index) for index in range(1, len(leaf.widths) + 1)]
    rows = [
        f'<row r="{number}" ht="{find_height(leaf, line):g}">'
        + "".join(_cells(line, str(number), leaf, letters, styles))
        + "</row>"
        for number, line in enumerate(leaf.lines, 1)
    ]
    return f"<sheetData>{''.join(rows)}</sheetData>"


def make_links(leaf: Leaf) -> str:
    """`hyperlinks` of a sheet, which lead to places of the same workbook; nothing when there is none."""
    links = [
        f'<hyperlink ref="{get_column_letter(index)}{row}" location="{escape_attribute(cell.link)}"'
        f' display="{escape_attribute(str(cell.value)[:_SHOWN])}"/>'
        for row, line in enumerate(leaf.lines, 1)
        for index, cell in enumerate(line.cells, 1)
        if isinstance(cell, Box) and cell.link
    ]
    return f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""


def _cells(line: Line, number: str, leaf: Leaf, letters: list[str], styles: Styles) -> Iterator[str]:
    """The cells of a line; headings, totals and title rows are painted as far as the table goes."""
    painted = len(letters) - len(line.cells) if line.cells and line.role not in ACROSS else 0
    for index, value in enumerate((*line.cells, *(None,) * painted)):
        look = Look(line.role, loose=index in leaf.loose, left=leaf.prose)
        yield _cell(letters[index] + number, value, look, styles)


def _cell(place: str, value: Value, look: Look, styles: Styles) -> str:
    if not value:
        return f'<c r="{place}" s="{styles.get(look)}"/>'
    if isinstance(value, Box):
        if value.formula or not isinstance(value.value, str):
            return _figure(place, value, styles.get(look._replace(format=value.format)))
        look, text = look._replace(link=bool(value.link)), value.value
    else:
        text = value
    plain = _TEXT if len(text) <= _SHORT else look.format
    style = styles.get(look._replace(format=plain, quoted=text.startswith(_RISKY)))
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{space}>{_escape(text)}</t></is></c>'


def _figure(place: str, box: Box, style: int) -> str:
    """A number, a date, or a formula with its value for whoever reads the file without working it out."""
    formula = f"<f>{escape_text(box.formula)}</f>" if box.formula else ""
    match box.value:
        case str():
            return f'<c r="{place}" s="{style}" t="str">{formula}<v>{_escape(box.value)}</v></c>'
        case date():
            figure = str((box.value - _DAY_ZERO).days)
        case _:
            figure = repr(float(box.value)).removesuffix(".0")
    return f'<c r="{place}" s="{style}">{formula}<v>{figure}</v></c>'


def _escape(text: str) -> str:
    return escape_text(_CODED.sub("_x005F_", text) if "_x" in text else text)
