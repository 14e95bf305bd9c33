# SPDX-License-Identifier: EUPL-1.2
"""The document before it is Word, HTML or Excel: closed unions of frozen dataclasses.

Most cells are one plain text: a bare `str` stands for it, so that a tree of 20.000 cells stays cheap.
A number stays a number here (Euro, Percent, Number, Day); the writer decides how it looks.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from pdz.doctree._charts import Chart

if TYPE_CHECKING:
    from pdz.doctree._sheets import Sheet


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to http, https or mailto."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A cross-reference to a heading or table by id; the writer prints its label («Tabella 3»)."""

    target: str
    text: str = ""
    """What to print instead of the label, when not empty."""
    fallback: str = ""
    """What to print when the target is not in this document: its title in «», never its id."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    content: "Content"


@dataclass(frozen=True, slots=True)
class Euro:
    """An amount in euro."""

    amount: Decimal
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage; `value` is per cent (14.62 is 14,62%)."""

    value: Decimal
    decimals: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its decimals (None: as it is)."""

    value: Decimal
    decimals: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""

    day: date


Quantity: TypeAlias = Euro | Percent | Number | Day
Inline: TypeAlias = Text | Break | Link | Ref | Note | Quantity
Content: TypeAlias = str | tuple[Inline, ...]
"""What a paragraph or a simple cell holds: plain text, or runs."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; the role picks the style."""

    content: Content
    role: Literal["testo", "citazione", "fonte", "etichetta"] = "testo"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 6.

    `number` None: numbered under its parent when the parent is («1.2»); "": not numbered; else printed as it is
    («1», «Allegato 2»).
    """

    level: int
    text: str
    id: str = ""
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a sequence of blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class RichCell:
    """A cell that is more than one text: blocks, spans, header."""

    blocks: tuple["Block", ...]
    colspan: int = 1
    rowspan: int = 1
    """Rows that the cell covers; the rows below must leave its place out."""
    header: bool = False


Cell: TypeAlias = Content | Quantity | RichCell


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    kind: Literal["corpo", "gruppo", "totale"] = "corpo"
    """gruppo: a title row inside the table; totale: printed in bold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: relative width, alignment, whether its cells are headers of their rows."""

    weight: float = 1.0
    align: Literal["sinistra", "destra", "centro"] = "sinistra"
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; with a caption it is numbered («Tabella 3») and stands in the index of tables."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: str = ""
    id: str = ""
    source: Content = ""
    """Printed under the table: source, day of consultation, warnings."""
    description: str = ""
    """For who cannot see it: what the table says (w:tblCaption/w:tblDescription)."""
    style: Literal["dati", "modulo", "matrice"] = "dati"
    """dati: grid with a heading row; modulo: two-column form; matrice: narrow centred cells."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG picture; `width_cm` at most, keeping its proportions."""

    data: bytes
    alt: str
    width_cm: float = 6.0


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The table of contents, `levels` deep."""

    levels: int = 3


@dataclass(frozen=True, slots=True)
class ListOfTables:
    """The index of captioned tables."""


@dataclass(frozen=True, slots=True)
class ListOfCharts:
    """The index of captioned charts."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


Block: TypeAlias = (
    Paragraph | Heading | Items | Table | Chart | Picture | TableOfContents | ListOfTables | ListOfCharts | PageBreak
)


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive blocks with one page orientation; each section starts on a new page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    title: str
    subtitle: str = ""
    bodies: tuple[str, ...] = ()
    """The names printed under the title, for example the Comuni."""
    lines: tuple[str, ...] = ()
    """Act of approval, state of the plan."""
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    sections: tuple[Section, ...]
    cover: Cover | None = None
    author: str = ""
    subject: str = ""
    language: str = "it-IT"
    keywords: tuple[str, ...] = ()
    sheets: "tuple[Sheet, ...]" = ()
    """Sheets of data for a workbook, made only when its writer asks for them; the text is not in them."""
