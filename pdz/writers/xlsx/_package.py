# SPDX-License-Identifier: EUPL-1.2
"""What openpyxl leaves to us: the rows, the words of the charts, our dates, the same bytes each time."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree
from openpyxl.utils import get_column_letter

from pdz.doctree import Chart
from pdz.writers._archive import pack_archive
from pdz.writers._text import strip_forbidden
from pdz.writers.xlsx._leaf import Leaf
from pdz.writers.xlsx._rows import make_links

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)
_NO_SIZE, _NO_ROWS = re.compile(rb'<dimension ref="A1:A1" ?/>'), re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")
_NO_LINKS = re.compile(rb"(?=<pageMargins )")
"""How openpyxl writes a sheet without cells, with or without lxml."""


def pack_workbook(book: "Workbook", leaves: Sequence[Leaf], rows: Sequence[str], properties: bytes) -> bytes:
    """The file of a workbook whose sheets are `leaves`, in order, with their rows."""
    target = BytesIO()
    book.save(target)
    with ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = properties
    parts["xl/styles.xml"] = _sort_fonts(parts["xl/styles.xml"])
    drawn = 0
    for number, (leaf, data) in enumerate(zip(leaves, rows, strict=True), 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _add_rows(parts[name], leaf, data)
        if leaf.chart is not None:
            drawn += 1
            name = f"xl/drawings/drawing{drawn}.xml"
            parts[name] = _add_words(parts[name], leaf.chart)
    return pack_archive(parts)


def _add_rows(xml: bytes, leaf: Leaf, rows: str) -> bytes:
    """The sheet with its rows in place of none, with its links, and with its true size."""
    size = f'<dimension ref="A1:{get_column_letter(len(leaf.widths))}{len(leaf.lines)}"/>'
    for empty, full in ((_NO_SIZE, size), (_NO_ROWS, rows), (_NO_LINKS, make_links(leaf))):
        before, *found = empty.split(xml)
        assert len(found) == 1, "openpyxl writes an empty sheet in another way"
        xml = b"".join((before, full.encode(), found[0]))
    return xml


def _sort_fonts(xml: bytes) -> bytes:
    """The styles with the parts of each font in the order of the schema, which openpyxl does not keep."""
    root = etree.fromstring(xml)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add_words(xml: bytes, chart: Chart) -> bytes:
    """The drawing with its name and with what it shows, for who cannot see it."""
    root = etree.fromstring(xml)
    for place in root.iter(f"{_DRAWING}cNvPr"):
        place.set("name", strip_forbidden(chart.caption))
        place.set("descr", strip_forbidden(chart.description or chart.caption))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
