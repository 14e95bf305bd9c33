# SPDX-License-Identifier: EUPL-1.2
"""How charts look: colours that differ in luminance and pattern, lines that differ in dash and mark, letters.

Who does not see colours, and who prints in black and white, still tells the series apart.
"""

from dataclasses import dataclass

from pdz.writers._text import escape_attribute, escape_text

INK, GRID = "262626", "D0D7DE"

SOLID = ("004080", "F2B84B", "3F8F8B")
"""Any two of them differ in luminance by a contrast of 2 to 1 at least."""
_PATTERNS = (
    ("wdUpDiag", "004080", "FFFFFF"),
    ("dkHorz", "8A4B08", "FCE9D2"),
    ("lgCheck", "1F6F6B", "FFFFFF"),
    ("wdDnDiag", "5B2A86", "F0E6F7"),
    ("dkVert", "004080", "D6E2EF"),
    ("pct20", "262626", "FFFFFF"),
)
"""Pattern, its colour, the colour behind."""
_OUTLINE = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:ln>'
"""Around every bar and slice: the light ones too stand out from the paper."""

_LINES = (
    ("004080", "solid", "circle"),
    ("C25E00", "dash", "square"),
    ("1F6F6B", "sysDot", "triangle"),
    ("8A1C5B", "dashDot", "diamond"),
    ("262626", "lgDash", "x"),
)
"""Colour, dash and mark of each line; all stand out from white by 4 to 1 at least."""

LETTERS = 900
"""Size of all texts, in hundredths of a point."""
_LETTER_WIDTH = 0.17
"""Centimetres of a letter of that size, on average and a little more."""


def text_width(text: str) -> float:
    """Centimetres that a text takes in a chart."""
    return len(text) * _LETTER_WIDTH


def fill(index: int) -> str:
    """The `c:spPr` of the bars of a series, or of a slice."""
    index %= len(SOLID) + len(_PATTERNS)
    if index < len(SOLID):
        inside = _solid(SOLID[index])
    else:
        pattern, front, back = _PATTERNS[index - len(SOLID)]
        inside = (
            f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{front}"/></a:fgClr>'
            f'<a:bgClr><a:srgbClr val="{back}"/></a:bgClr></a:pattFill>'
        )
    return f"<c:spPr>{inside}{_OUTLINE}</c:spPr>"


def line(index: int) -> str:
    """The `c:spPr` and `c:marker` of a line."""
    colour, dash, mark = _LINES[index % len(_LINES)]
    paint = _solid(colour)
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd">{paint}<a:prstDash val="{dash}"/><a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{mark}"/><c:size val="7"/>'
        f'<c:spPr>{paint}<a:ln w="9525">{paint}</a:ln></c:spPr></c:marker>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


NO_FILL = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
PAPER = f"<c:spPr>{_solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>"
"""Behind letters that stand on a bar or a slice, whatever its colour and pattern."""
AXIS_LINE = f'<c:spPr><a:ln w="9525">{_solid("595959")}</a:ln></c:spPr>'
GRID_LINES = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_solid(GRID)}</a:ln></c:spPr></c:majorGridlines>'


_ITALIAN = "[$-410]"
"""Word uses the separators of its user, LibreOffice those of this language."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a document's charts."""

    font: str
    language: str

    def properties(self, *, level: bool = False) -> str:
        """A `c:txPr`; `level`: never turned to save room."""
        turn = ' rot="0" vert="horz"' if level else ""
        return (
            f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr {self._looks()}</a:defRPr></a:pPr>"
            f'<a:endParaRPr lang="{escape_attribute(self.language)}"/></a:p></c:txPr>'
        )

    def title(self, text: str, *, upwards: bool) -> str:
        """The `c:title` of an axis; nothing without a text."""
        if not text:
            return ""
        body = '<a:bodyPr rot="-5400000" vert="horz"/>' if upwards else "<a:bodyPr/>"
        return (
            f"<c:title><c:tx><c:rich>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr {self._looks()}</a:defRPr></a:pPr>"
            f'<a:r><a:rPr lang="{escape_attribute(self.language)}" {self._looks()}</a:rPr>'
            f'<a:t>{escape_text(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        )

    def words(self, text: str) -> str:
        """A `c:tx` with a text of its own."""
        return (
            f'<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{escape_attribute(self.language)}"'
            f" {self._looks()}</a:rPr><a:t>{escape_text(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        )

    def number_format(self, code: str) -> str:
        """A `c:numFmt` of figures drawn in the language of the document."""
        prefix = _ITALIAN if self.language.startswith("it") else ""
        local = ";".join(prefix + part if part else "" for part in code.split(";"))
        return f'<c:numFmt formatCode="{escape_attribute(local)}" sourceLinked="0"/>'

    def _looks(self) -> str:
        """The inside of `a:defRPr` and `a:rPr`, attributes first."""
        return f'sz="{LETTERS}" b="0">{_solid(INK)}<a:latin typeface="{escape_attribute(self.font)}"/>'
