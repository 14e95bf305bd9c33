# SPDX-License-Identifier: EUPL-1.2
"""A series of a chart: where its figures are in the workbook, a copy of them, its looks, the figures it prints."""

from pdz.writers._text import escape_attribute, escape_text
from pdz.writers.docx._chart_figures import Figures, column_letters, label_code, number_text
from pdz.writers.docx._chart_labels import Shown
from pdz.writers.docx._chart_looks import NO_FILL, PAPER, Letters, fill, line
from pdz.writers.docx._chart_plan import Plan
from pdz.writers.docx._chart_workbook import SHEET

_BREAK = "<c:separator>\n</c:separator>"


def write_series(plan: Plan, shown: Shown, letters: Letters, index: int, *, names: bool) -> str:
    """A `c:ser`; `names`: its labels say the category too."""
    match plan.chart.kind:
        case "barre" | "piramide":
            looks, end = fill(index) + '<c:invertIfNegative val="0"/>', ""
        case "linee":
            looks, end = line(index), '<c:smooth val="0"/>'
        case "torta" | "ciambella":
            looks, end = _slices(plan.figures), ""
    labels = _labels(plan, shown[index], letters, index, names=names)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{_name(plan.figures, index)}{looks}{labels}'
        f"{_categories(plan.figures)}{_values(plan.figures, index)}{end}</c:ser>"
    )


def _slices(figures: Figures) -> str:
    return "".join(
        f'<c:dPt><c:idx val="{number}"/><c:bubble3D val="0"/>{fill(number)}</c:dPt>'
        for number in range(len(figures.categories))
    )


def _name(figures: Figures, index: int) -> str:
    cell = f"{SHEET}!${column_letters(index + 1)}$1"
    text = escape_text(figures.names[index])
    return (
        f'<c:tx><c:strRef><c:f>{cell}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{text}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _categories(figures: Figures) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape_text(name)}</c:v></c:pt>' for index, name in enumerate(figures.categories)
    )
    count = len(figures.categories)
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(figures: Figures, index: int) -> str:
    """The copy of the figures; a missing one is no point at all."""
    main = _most_common(figures.codes[index])
    points = "".join(
        f'<c:pt idx="{row}"{_own_code(code, main)}><c:v>{number_text(value)}</c:v></c:pt>'
        for row, (value, code) in enumerate(zip(figures.columns[index], figures.codes[index], strict=True))
        if value is not None
    )
    letter, count = column_letters(index + 1), len(figures.categories)
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{escape_text(main)}</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache></c:numRef>'
        "</c:val>"
    )


def _own_code(code: str, main: str) -> str:
    return "" if code == main else f' formatCode="{escape_attribute(code)}"'


def _most_common(codes: tuple[str, ...]) -> str:
    return max(codes, key=codes.count)


def _labels(plan: Plan, shown: tuple[bool, ...], letters: Letters, index: int, *, names: bool) -> str:
    """The `c:dLbls`: points without room have none, points with other decimals or words of their own have theirs."""
    if not any(shown):
        return f"<c:dLbls>{_shows(value=False)}</c:dLbls>"
    column = plan.figures.columns[index]
    codes = tuple(label_code(plan.chart, value) for value in column)
    main = _most_common(codes)
    inside = _label_style(plan, letters, index, names=names)
    parts = []
    for number, (value, visible, code) in enumerate(zip(column, shown, codes, strict=True)):
        if value is None:
            continue
        if not visible:
            parts.append(f'<c:dLbl><c:idx val="{number}"/><c:delete val="1"/></c:dLbl>')
        elif words := plan.chart.series[index].label(number):
            text = f"{plan.figures.categories[number]}\n{words}" if names else words
            parts.append(f'<c:dLbl><c:idx val="{number}"/>{letters.words(text)}{inside}</c:dLbl>')
        elif code != main:
            parts.append(f'<c:dLbl><c:idx val="{number}"/>{letters.number_format(code)}{inside}</c:dLbl>')
    lines = '<c:showLeaderLines val="1"/>' if plan.chart.kind == "torta" else ""
    return f"<c:dLbls>{''.join(parts)}{letters.number_format(main)}{inside}{lines}</c:dLbls>"


def _label_style(plan: Plan, letters: Letters, index: int, *, names: bool) -> str:
    """What all labels of a series share, from `c:spPr` on."""
    kind = plan.chart.kind
    behind = PAPER if plan.stacked or kind in ("ciambella", "linee") else NO_FILL
    position = _position(plan, index)
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return behind + letters.properties() + place + _shows(value=True, name=names)


def _shows(*, value: bool, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="{name:d}"/>'
        f'<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    ) + (_BREAK if name else "")


def _position(plan: Plan, index: int) -> str:
    """Where labels stand; Word calls a file damaged that asks for a place its kind of chart has not."""
    match plan.chart.kind:
        case "barre" if plan.stacked:
            return "ctr"
        case "barre" | "piramide":
            return "outEnd"
        case "linee":
            return "t" if index == _upper_line(plan) else "b"
        case "torta":
            return "outEnd"
        case "ciambella":
            return ""


def _upper_line(plan: Plan) -> int:
    """The line that lies above the other, on the whole: its figures go above it, those of the other below."""
    means = [
        sum(known) / len(known) if (known := [value for value in column if value is not None]) else 0
        for column in plan.figures.columns
    ]
    return means.index(max(means))
