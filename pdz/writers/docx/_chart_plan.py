# SPDX-License-Identifier: EUPL-1.2
"""The room of a chart: how high it is, how much of it a bar or a point has."""

from dataclasses import dataclass, replace
from decimal import Decimal

from pdz.doctree import Chart
from pdz.writers.docx._chart_figures import Figures, collect_figures
from pdz.writers.docx._chart_looks import text_width

LINE = 0.42
"""Centimetres of a line of text."""
_WIDTH, _RATIO = 16.0, 9 / 16
"""LibreOffice 7.4 lays out every chart of a Word file on 16 × 9 cm and stretches it: other ratios deform letters."""
_LEAST_HEIGHT = 6.0
"""In a narrow place."""
_AROUND = 2.6
"""Centimetres that axis, title and legend take above and below the bars."""
_BESIDE = 2.4
"""Centimetres that axis and title take at the left of upright bars and lines."""
_NAMES_SHARE = 0.4
"""Of the width, at most, for names of categories at the left."""
_NAME_LINES = 3
"""A longer name may be cut."""
_GAP = 0.6
"""Room between two categories, in bars."""
_ENDS = ((1, "0.5"), (2, "0.5"), (3, "1"), (4, "1"), (5, "1"), (6, "2"), (8, "2"), (10, "5"))
"""Where an axis may end, between 1 and 10, and the step of its marks."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart with its figures and its room, in centimetres."""

    chart: Chart
    figures: Figures
    width: float
    height: float

    @property
    def horizontal(self) -> bool:
        """Are the names of the categories at the left?"""
        return self.chart.kind == "piramide" or (self.chart.kind == "barre" and self.chart.horizontal)

    @property
    def stacked(self) -> bool:
        """Do the bars of a category stand one on the other?"""
        return self.chart.kind == "barre" and self.chart.stacked

    @property
    def bars(self) -> int:
        """Bars side by side in a category."""
        return len(self.figures.names) if self.chart.kind == "barre" and not self.stacked else 1

    @property
    def slot(self) -> float:
        """Centimetres across a bar, or between two points of a line."""
        across = self.height - _AROUND if self.horizontal else self.width - _BESIDE
        bars = self.bars + (0 if self.chart.kind == "linee" else _GAP)
        return across / (len(self.figures.categories) * bars)

    @property
    def pitch(self) -> float:
        """Centimetres from the figure of a lying bar to the next."""
        return self.slot * (1 + _GAP) if self.bars == 1 else self.slot

    @property
    def length(self) -> float:
        """Centimetres along a bar from end to end of its axis."""
        return self.width * (1 - _NAMES_SHARE) if self.horizontal else self.height - _AROUND


def make_plan(chart: Chart, width: float, tallest: float) -> Plan:
    """The plan of a chart that has figures, no wider and no higher than `width` and `tallest` centimetres."""
    sound = _make_sound(chart)
    plan = Plan(sound, collect_figures(sound), min(width, _WIDTH), 0)
    return replace(plan, height=min(_find_height(plan), tallest))


def _find_height(plan: Plan) -> float:
    """That of all the others; more where bars lie or a pie has many names, less in a narrow place."""
    height = max(plan.width * _RATIO, min(_LEAST_HEIGHT, plan.width * 0.8))
    names = plan.figures.categories
    if plan.horizontal:
        letters = max(int(plan.width * _NAMES_SHARE / text_width("m")), 1)
        lines = min(max(-(-len(name) // letters) for name in names), _NAME_LINES)
        bars = plan.bars + (_GAP if plan.bars > 1 else 0)
        return max(height, _AROUND + len(names) * max(bars * LINE, lines * LINE))
    return max(height, 1 + len(names) * LINE) if plan.chart.kind in ("torta", "ciambella") else height


def _make_sound(chart: Chart) -> Chart:
    """Lying bars in place of a drawing that cannot be: a pie of losses or zeros, a pyramid without two sides."""
    values = [value for serie in chart.series for value in serie.values if value is not None]
    match chart.kind:
        case "torta" | "ciambella":
            sound = len(chart.series) == 1 and min(values) >= 0 and any(values)
        case "piramide":
            left_and_right = 2
            sound = len(chart.series) == left_and_right and min(values) >= 0
        case "barre" | "linee":
            sound = True
    return chart if sound else replace(chart, kind="barre", horizontal=True)


def axis_end(largest: Decimal) -> tuple[Decimal, Decimal]:
    """A round number not under `largest` (which is not negative), and a step that divides it."""
    if not largest:
        return Decimal(1), Decimal("0.5")
    power = largest.adjusted()
    end, step = next(pair for pair in _ENDS if largest <= Decimal(pair[0]).scaleb(power))
    return Decimal(end).scaleb(power), Decimal(step).scaleb(power)
