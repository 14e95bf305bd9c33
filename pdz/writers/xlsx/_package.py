# SPDX-License-Identifier: EUPL-1.2
"""What openpyxl leaves out of the file: values of formulas, words for charts, our dates, the same bytes each time."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from pdz.doctree import Chart
from pdz.writers._archive import pack_archive
from pdz.writers._text import strip_forbidden
from pdz.writers.xlsx._leaf import Box, Leaf

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)
_LONGEST = 16
"""Digits of a cached value: what a number of Excel can hold."""


def pack_workbook(book: "Workbook", leaves: Sequence[Leaf], properties: bytes) -> bytes:
    """The file of a workbook whose sheets are `leaves`, in order."""
    target = BytesIO()
    book.save(target)
    with ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = properties
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):  # heights are what we expect: programs may find better ones
            parts[name] = parts[name].replace(b' customHeight="1"', b"")
    parts["xl/styles.xml"] = _sort_fonts(parts["xl/styles.xml"])
    drawn = 0
    for number, leaf in enumerate(leaves, 1):
        if values := _computed(leaf):
            name = f"xl/worksheets/sheet{number}.xml"
            parts[name] = _add_values(parts[name], values)
        if leaf.chart is not None:
            drawn += 1
            name = f"xl/drawings/drawing{drawn}.xml"
            parts[name] = _add_words(parts[name], leaf.chart)
    return pack_archive(parts)


def _sort_fonts(xml: bytes) -> bytes:
    """The styles with the parts of each font in the order of the schema, which openpyxl does not keep."""
    root = etree.fromstring(xml)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _computed(leaf: Leaf) -> Mapping[tuple[int, int], str | float]:
    """The values of the formulas by row and column, from 1."""
    return {
        (row, column): cell.value if isinstance(cell.value, str) else float(cell.value)
        for row, line in enumerate(leaf.lines, 1)
        for column, cell in enumerate(line.cells, 1)
        if isinstance(cell, Box) and cell.formula and not isinstance(cell.value, date)
    }


def _add_values(xml: bytes, values: Mapping[tuple[int, int], str | float]) -> bytes:
    """The sheet with the value of each formula, for whoever reads the file without computing it."""
    root = etree.fromstring(xml)
    left = dict(values)
    for row, line in enumerate(root.iter(f"{_MAIN}row"), 1):
        for cell in line:
            if cell.find(f"{_MAIN}f") is None:
                continue
            value = left.pop((row, _column(cell.get("r", ""))))
            place = cell.find(f"{_MAIN}v")
            place = etree.SubElement(cell, f"{_MAIN}v") if place is None else place
            if isinstance(value, str):
                cell.set("t", "str")
            place.text = value if isinstance(value, str) else f"{value:.{_LONGEST}g}"
    assert not left, "a formula was not written"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _add_words(xml: bytes, chart: Chart) -> bytes:
    """The drawing with its name and with what it shows, for who cannot see it."""
    root = etree.fromstring(xml)
    for place in root.iter(f"{_DRAWING}cNvPr"):
        place.set("name", strip_forbidden(chart.caption))
        place.set("descr", strip_forbidden(chart.description or chart.caption))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
