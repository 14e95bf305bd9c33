# SPDX-License-Identifier: EUPL-1.2
"""Charts as SVG. STUB: it draws nothing yet, it only names the chart; to be replaced at the merge."""

from pdz.doctree import Chart
from pdz.writers._text import escape_text


def draw_svg(chart: Chart, *, identifier: str) -> str:
    """One `<svg>` with title and description; ids begin with `identifier`.

    No `style` attribute or element: the security policy of the page refuses them. Classes and presentation attributes.
    """
    title = escape_text(chart.caption or chart.measure or "Grafico")
    return (
        f'<svg role="img" viewBox="0 0 640 60" aria-labelledby="{identifier}-titolo {identifier}-testo">'
        f'<title id="{identifier}-titolo">{title}</title>'
        f'<desc id="{identifier}-testo">{escape_text(chart.description)}</desc>'
        '<text x="12" y="36">Disegno non ancora disponibile</text></svg>'
    )
