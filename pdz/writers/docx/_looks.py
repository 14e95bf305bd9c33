# SPDX-License-Identifier: EUPL-1.2
"""How pdz's own Word documents look: the styles that the writer needs, by their invariant names.

They fill `templates/stile.docx`, and whatever the reference document of an office lacks.
Arial exists in Word and, with the same widths, in LibreOffice (Liberation Sans).
"""

from dataclasses import dataclass, replace
from typing import Literal

BLUE, LIGHT, PALE, GREY, LINE, WHITE = "004080", "D6E2EF", "EDF2F8", "404040", "8496A9", "FFFFFF"

DOC_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """A style: `properties` is what follows its name and kinship in `w:style`."""

    kind: Literal["paragraph", "character", "table", "numbering"]
    name: str
    id: str
    properties: str = ""
    based: str = ""
    next: str = ""
    root: bool = False
    """The default of its kind: all others come from it."""
    built_in: bool = True
    """Word knows it; otherwise it is ours."""


_LEFT = '<w:jc w:val="left"/>'
_CENTRE = '<w:jc w:val="center"/>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_TOC_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs>'
_TOC_ROOM = '<w:ind w:right="567"/>'


def _spacing(before: int, after: int, line: int = 0) -> str:
    """Twentieths of a point before and after; `line` 276 is 1,15."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _run(half_points: int, *, bold: bool = False, italic: bool = False, colour: str = "") -> str:
    return (
        "<w:rPr>"
        + ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


def _text(name: str, identifier: str, ppr: str, rpr: str = "", following: str = "") -> Look:
    """A paragraph style based on Normal."""
    return Look("paragraph", name, identifier, f"<w:pPr>{ppr}</w:pPr>{rpr}", "Normal", following)


def _ours(name: str, identifier: str, ppr: str, rpr: str = "") -> Look:
    """A paragraph style that Word does not know."""
    return replace(_text(name, identifier, ppr, rpr), built_in=False)


def _heading(level: int, before: int, after: int, half_points: int, *, italic: bool = False) -> Look:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    ppr = _KEEP + _spacing(before, after, 240) + _LEFT + outline
    run = _run(half_points, bold=True, italic=italic, colour=BLUE)
    return _text(f"heading {level}", f"Heading{level}", ppr, run, "Normal")


def _toc(level: int) -> Look:
    ppr = (
        _TOC_TAB
        + _spacing(100 if level == 1 else 20, 20, 240)
        + f'<w:ind w:left="{max(level - 1, 0) * 284}" w:right="567"/>{_LEFT}'
    )
    return _text(f"toc {level}", f"TOC{level}", ppr, _run(20, bold=level == 1))


def _cell(name: str, identifier: str, *, fill: str = "", keep: bool = False, run: str = "") -> Look:
    """A paragraph of a table; its shading is the fill of the cell too."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    ppr = ("<w:keepNext/>" if keep else "") + shade + _spacing(30, 30, 240) + _LEFT
    return _ours(name, identifier, ppr, run or _run(18))


def _grid(name: str, identifier: str, colour: str = LINE, margin: int = 85) -> Look:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    properties = (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
    )
    return Look("table", name, identifier, properties, "Normal Table", built_in=name == "Table Grid")


_HEADER_LINE = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LINE}"/></w:pBdr>'
_QUOTE_LINE = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{LINE}"/></w:pBdr>'
_WHITE_RUN = _run(18, bold=True, colour=WHITE)
_QUOTE_INDENT = '<w:ind w:left="567" w:right="567"/>'
_ONE_POINT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_SUPERSCRIPT = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_UNDERLINED = f'<w:rPr><w:color w:val="{BLUE}"/><w:u w:val="single"/></w:rPr>'
_EMPTY_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)

LOOKS = (
    Look("paragraph", "Normal", "Normal", f"<w:pPr>{_spacing(0, 120, 276)}</w:pPr>", root=True),
    Look("character", "Default Paragraph Font", "DefaultParagraphFont", root=True),
    Look("table", "Normal Table", "TableNormal", _EMPTY_TABLE, root=True),
    Look("numbering", "No List", "NoList", root=True),
    _heading(1, 480, 160, 34),
    _heading(2, 360, 120, 28),
    _heading(3, 280, 100, 24),
    _heading(4, 240, 80, 22),
    _heading(5, 200, 60, 21, italic=True),
    _heading(6, 160, 60, 20, italic=True),
    _text("Title", "Title", _spacing(240, 240, 240) + _CENTRE, _run(60, bold=True, colour=BLUE), "Subtitle"),
    _text("Subtitle", "Subtitle", _spacing(0, 480, 240) + _CENTRE, _run(36, colour=GREY), "Normal"),
    _ours("Copertina", "Copertina", _spacing(0, 100, 276) + _CENTRE, _run(24)),
    _text("Quote", "Quote", _QUOTE_LINE + _spacing(60, 180, 276) + _QUOTE_INDENT, _run(21, italic=True)),
    _ours("Fonte", "Fonte", _spacing(60, 240, 240) + _LEFT, _run(17, colour=GREY)),
    _ours("Etichetta", "Etichetta", "<w:keepNext/>" + _spacing(120, 40, 240) + _LEFT, _run(21, bold=True, colour=BLUE)),
    _ours("Figura", "Figura", _spacing(120, 120, 240) + _CENTRE),
    _text("caption", "Caption", _KEEP + _spacing(240, 80, 240) + _LEFT, _run(19, bold=True, colour=BLUE)),
    _text("TOC Heading", "TOCHeading", _KEEP + _spacing(240, 160, 240) + _LEFT, _run(34, bold=True, colour=BLUE)),
    *(_toc(level) for level in range(1, 7)),
    _text("table of figures", "TableofFigures", _TOC_TAB + _spacing(20, 40, 240) + _TOC_ROOM + _LEFT, _run(20)),
    _text("header", "Header", _HEADER_LINE + _spacing(0, 0, 240) + _LEFT, _run(17, colour=GREY)),
    _text("footer", "Footer", _spacing(0, 0, 240) + '<w:jc w:val="right"/>', _run(17, colour=GREY)),
    _text("footnote text", "FootnoteText", _spacing(0, 40, 240) + _LEFT, _run(17)),
    Look("character", "footnote reference", "FootnoteReference", _SUPERSCRIPT, "Default Paragraph Font"),
    Look("character", "Hyperlink", "Hyperlink", _UNDERLINED, "Default Paragraph Font"),
    _text("List Bullet", "ListBullet", _spacing(0, 60, 276) + "<w:contextualSpacing/>"),
    _text("List Number", "ListNumber", _spacing(0, 60, 276) + "<w:contextualSpacing/>"),
    _text("List Continue", "ListContinue", _spacing(0, 60, 276)),
    _cell("Testo di tabella", "TestoTabella"),
    _cell("Intestazione di tabella", "IntestazioneTabella", fill=BLUE, keep=True, run=_WHITE_RUN),
    _cell("Etichetta di tabella", "EtichettaTabella", fill=PALE, run=_run(18, bold=True)),
    _cell("Gruppo di tabella", "GruppoTabella", fill=LIGHT, keep=True, run=_run(18, bold=True)),
    _cell("Totale di tabella", "TotaleTabella", fill=PALE, run=_run(18, bold=True)),
    _ours("Dopo la tabella", "DopoTabella", _spacing(0, 120, 240), _run(8)),
    _ours("Fine sezione", "FineSezione", _ONE_POINT, _run(2)),
    _grid("Table Grid", "TableGrid", "000000", 108),
    _grid("Tabella dati", "TabellaDati"),
    _grid("Tabella modulo", "TabellaModulo"),
    _grid("Tabella matrice", "TabellaMatrice", margin=57),
)  # fmt: skip
