# SPDX-License-Identifier: EUPL-1.2
"""Charts: figures that a writer may draw, and that every writer can also print as a table."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pdz.doctree._nodes import Content


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a chart: one value for each category."""

    name: str
    values: tuple[Decimal | None, ...]
    """None where the figure is not known: a gap in the drawing, never a zero."""
    labels: tuple[str, ...] = ()
    """What is written for each value where the number alone does not say it («80% (buono)», «circa 26%»); an empty one
    leaves the number."""

    def label(self, index: int) -> str:
        """What is written for the value at `index`; empty where the number says it all."""
        return self.labels[index] if index < len(self.labels) else ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; with a caption it is numbered («Grafico 2») and stands in the index of charts."""

    kind: Literal["barre", "linee", "torta", "ciambella", "piramide"]
    """torta and ciambella have one series; piramide has two, drawn left and right of the same axis."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    caption: str = ""
    id: str = ""
    source: "Content" = ""
    """Printed under the chart: source, day of consultation, warnings."""
    description: str = ""
    """For who cannot see it: what the chart shows."""
    unit: Literal["numero", "euro", "percento"] = "numero"
    decimals: int | None = 0
    """Decimals of the values (None: as they are); euro have two in tables, whatever this says."""
    measure: str = ""
    """What the values count, in words: «persone», «posti»; written on the axis."""
    categories_title: str = ""
    """What the categories are: «Comune», «Fascia d'età»; heads their column in the table."""
    stacked: bool = False
    """Only for barre: the series of a category stand one on the other."""
    horizontal: bool = False
    """Only for barre: long names of categories are read at the left."""
    maximum: Decimal | None = None
    """The end of the axis of values, where it has one of its own (100 for gradi); None: the writer chooses."""
