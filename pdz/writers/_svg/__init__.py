# SPDX-License-Identifier: EUPL-1.2
"""Charts as SVG, for the formats that draw: one string, no library, the same drawing everywhere.

Colours are presentation attributes, which any style sheet overrides through these classes: `pdz-testo` (words),
`pdz-asse`, `pdz-griglia`, `pdz-fondo` (behind a value inside a bar), `pdz-contorno` (outline of every area),
`pdz-area-1` … `pdz-area-8` (fill), `pdz-trama-chiara` and `pdz-trama-scura` (hatching over an area),
`pdz-linea-1` … `pdz-linea-8` (stroke of a line), `pdz-segno-1` … `pdz-segno-8` (fill of its markers).
"""

from typing import assert_never

from pdz.doctree import Chart
from pdz.writers._svg._bars import draw_bars
from pdz.writers._svg._canvas import WIDTH, Canvas
from pdz.writers._svg._lines import draw_lines
from pdz.writers._svg._pie import draw_pie
from pdz.writers._svg._pyramid import draw_pyramid
from pdz.writers._svg._values import has_values
from pdz.writers._text import escape_attribute, escape_text

__all__ = ["WIDTH", "draw_svg"]

_NOTHING = "Non ci sono dati da disegnare."
_FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif"


def draw_svg(chart: Chart, *, identifier: str) -> str:
    """One `<svg>` element: caption as its title, description as its `<desc>`, the drawing.

    `identifier` begins every id inside it and must be unique in the page. The source is left to who prints the chart.
    """
    canvas = Canvas(identifier := escape_attribute(identifier))
    _draw(chart, canvas)
    title = chart.caption or chart.description or "Grafico"
    description = chart.description if chart.caption else ""
    names = f"{identifier}-titolo" + (f" {identifier}-descrizione" if description else "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pdz-grafico" viewBox="0 0 {WIDTH} {canvas.height:.0f}"'
        f' role="img" aria-labelledby="{names}" font-family="{_FONTS}">'
        f'<title id="{identifier}-titolo">{escape_text(title)}</title>'
        + (f'<desc id="{identifier}-descrizione">{escape_text(description)}</desc>' if description else "")
        + canvas.make_patterns()
        + "".join(canvas.parts)
        + "</svg>"
    )


def _draw(chart: Chart, canvas: Canvas) -> None:
    if not has_values(chart):
        canvas.text(_NOTHING, 0, 20)
        canvas.height = 30
        return
    match chart.kind:
        case "barre":
            draw_bars(chart, canvas)
        case "linee":
            draw_lines(chart, canvas)
        case "torta" | "ciambella":
            draw_pie(chart, canvas)
        case "piramide":
            draw_pyramid(chart, canvas)
        case _:
            assert_never(chart.kind)
