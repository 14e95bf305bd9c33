# SPDX-License-Identifier: EUPL-1.2
"""Excel: an index, the sheets of data with live formulas, the text, a sheet for each captioned table and chart."""

from openpyxl import Workbook

from pdz.doctree import Document, outline
from pdz.writers import WriteOptions
from pdz.writers._losses import Losses
from pdz.writers._properties import make_properties
from pdz.writers.xlsx._data import make_data_leaves
from pdz.writers.xlsx._index import make_index
from pdz.writers.xlsx._leaf import Leaf
from pdz.writers.xlsx._lists import Lists
from pdz.writers.xlsx._names import Names
from pdz.writers.xlsx._package import pack_workbook
from pdz.writers.xlsx._plain import Plain
from pdz.writers.xlsx._rows import make_rows
from pdz.writers.xlsx._sheet import set_up_sheet
from pdz.writers.xlsx._story import Story
from pdz.writers.xlsx._styles import Styles

EXTENSIONS: tuple[str, ...] = (".xlsx",)
LABEL = "cartella di lavoro Excel"
SHEETS = True
"""This writer prints `Document.sheets`: whoever makes the document makes them too."""


def write(document: Document, options: WriteOptions) -> bytes:
    """A workbook; what a cell cannot hold (pictures, links inside a text) is there in words."""
    losses = Losses()
    leaves = make_leaves(document, losses)
    losses.tell(options.warn)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = [book.create_sheet(leaf.name) for leaf in leaves]
    for sheet, leaf in zip(sheets, leaves, strict=True):
        set_up_sheet(sheet, leaf)
    styles = Styles(sheets[0])
    rows = [make_rows(leaf, styles) for leaf in leaves]
    return pack_workbook(book, leaves, rows, make_properties(document, options.timestamp))


def make_leaves(document: Document, losses: Losses) -> list[Leaf]:
    """The sheets, in order: index, data, text, tables and charts, lists."""
    names = Names()
    index = names.take("Indice")
    titles = [names.take(sheet.title) for sheet in document.sheets]
    text, lists = names.take("Testo"), Lists(names.take("Elenchi"))
    plain = Plain(outline(document), losses=losses)
    story = Story(document, plain, names, index)
    text_leaf = story.make_leaf(text)
    data = make_data_leaves(document.sheets, titles, plain, lists)
    listed = lists.make_leaves()
    first = make_index(index, document, data, listed, text_leaf, story)
    return [first, *data, text_leaf, *story.tables.values(), *listed]
