# SPDX-License-Identifier: EUPL-1.2
"""What a chart is drawn on: shapes become strings; coordinates are pixels of a drawing `WIDTH` wide."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pdz.writers._svg._palette import AREAS, LINES, PATTERNS, STROKES, look_of
from pdz.writers._svg._words import LINE, SIZE
from pdz.writers._text import escape_text

WIDTH = 640
_INKS = {"chiara": "#FFFFFF", "scura": "#1A1A1A"}
Anchor: TypeAlias = Literal["start", "middle", "end"]


def number(value: float) -> str:
    """A coordinate: a hundredth of a pixel is enough."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@dataclass(slots=True)
class Canvas:
    """One drawing while it grows."""

    identifier: str
    """Begins every id; escaped for an attribute."""
    parts: list[str] = field(default_factory=list)
    height: float = 0.0
    hatched: set[tuple[int, int]] = field(default_factory=set)
    """The colours and hatchings in use together."""

    def text(self, lines: str | Sequence[str], x: float, y: float, anchor: Anchor = "start") -> None:
        """One or more lines; `y` is the foot of the first."""
        for index, line in enumerate([lines] if isinstance(lines, str) else lines):
            self.parts.append(
                f'<text class="pdz-testo" x="{number(x)}" y="{number(y + index * LINE)}" font-size="{SIZE}"'
                f' text-anchor="{anchor}" fill="#1A1A1A">{escape_text(line)}</text>'
            )

    def line(self, x1: float, y1: float, x2: float, y2: float, name: Literal["asse", "griglia"]) -> None:
        """A line of the axes or of the grid."""
        colour = "#404040" if name == "asse" else "#D0D7DE"
        self.parts.append(
            f'<path class="pdz-{name}" d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"'
            f' stroke="{colour}" stroke-width="1" fill="none"/>'
        )

    def rectangle(self, x: float, y: float, width: float, height: float, serie: int) -> None:
        """A bar of a series."""
        size = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        self.area(f"<rect {size}", serie)

    def area(self, shape: str, serie: int) -> None:
        """A shape («<path d="…"», without its end) in the colour and hatching of a series."""
        colour, hatching = look_of(serie)
        self.parts.append(
            f'{shape} class="pdz-area-{colour + 1} pdz-contorno" fill="{AREAS[colour].fill}"'
            ' stroke="#1A1A1A" stroke-width="0.75"/>'
        )
        if PATTERNS[hatching]:
            self.hatched.add((colour, hatching))
            self.parts.append(f'{shape} fill="url(#{self.identifier}-trama-{colour + 1}-{hatching})"/>')

    def polyline(self, points: Sequence[tuple[float, float]], serie: int) -> None:
        """The line of a series through its points."""
        index = serie % len(LINES)
        path = "L".join(f"{number(x)} {number(y)}" for x, y in points)
        dashes = f' stroke-dasharray="{STROKES[index].dashes}"' if STROKES[index].dashes else ""
        self.parts.append(
            f'<path class="pdz-linea-{index + 1}" d="M{path}" stroke="{LINES[index]}" stroke-width="2.5"'
            f' fill="none" stroke-linejoin="round"{dashes}/>'
        )

    def marker(self, x: float, y: float, serie: int) -> None:
        """The mark of a series around a point: its form says which series it is."""
        index = serie % len(LINES)
        path = STROKES[index].marker.format(x=x, y=y)
        self.parts.append(f'<path class="pdz-segno-{index + 1}" d="{path}" fill="{LINES[index]}"/>')

    def plate(self, x: float, y: float, width: float) -> None:
        """A plain ground behind a value that stands on something; `x` is its middle, `y` the foot of the words."""
        self.parts.append(
            f'<rect class="pdz-fondo" x="{number(x - width / 2 - 3)}" y="{number(y - SIZE)}"'
            f' width="{number(width + 6)}" height="{LINE}" rx="3" fill="#FFFFFF"/>'
        )

    def make_patterns(self) -> str:
        """The definitions of the hatchings in use."""
        patterns = "".join(
            f'<pattern id="{self.identifier}-trama-{colour + 1}-{hatching}" width="8" height="8"'
            f' patternUnits="userSpaceOnUse"><path class="pdz-trama-{AREAS[colour].ink}" d="{PATTERNS[hatching]}"'
            f' stroke="{_INKS[AREAS[colour].ink]}" stroke-width="1.2" fill="none"/></pattern>'
            for colour, hatching in sorted(self.hatched)
        )
        return f"<defs>{patterns}</defs>" if patterns else ""
