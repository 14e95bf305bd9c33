# SPDX-License-Identifier: EUPL-1.2
"""Lists with Word's own numbering: bullets and decimals, three levels, each list counting from its own start."""

from dataclasses import dataclass, field

from docx.oxml.parser import parse_xml
from lxml import etree

from pdz.writers.docx._xml import NAMESPACE, tag

EMPTY_NUMBERING = f"<w:numbering {NAMESPACE}/>"
LEVELS = 3
STEP = 425
"""Twips by which a level stands further in (0,75 cm)."""
CELL_STEP = 227
"""The same inside a cell (0,4 cm)."""

_BULLETS = (("bullet", "•"), ("bullet", "–"), ("bullet", "▪"))
_BULLET_FONT = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/></w:rPr>'
_DECIMALS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))


@dataclass(slots=True)
class Numbering:
    """The numbers of the lists of one document, after those of the reference document."""

    first_abstract: int
    first: int
    used: list[str] = field(default_factory=list)
    bullets: int = 0

    def add_list(self, level: int, *, ordered: bool, start: int) -> int:
        """The `w:numId` of a new list at `level` (from 0); bulleted lists need only one."""
        if not ordered and self.bullets:
            return self.bullets
        number = self.first + len(self.used)
        restart = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' if ordered else ""
        )
        abstract = self.first_abstract + int(ordered)
        self.used.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{restart}</w:num>')
        if not ordered:
            self.bullets = number
        return number


def read_numbering(root: etree._Element) -> Numbering:
    """Where our numbers begin, after those in `root` (w:numbering)."""
    return Numbering(_next_id(root, "abstractNum", "abstractNumId"), _next_id(root, "num", "numId"))


def _next_id(root: etree._Element, name: str, attribute: str) -> int:
    return max((int(child.get(tag(attribute), "0")) for child in root.findall(tag(name))), default=0) + 1


def add_numbering(root: etree._Element, numbering: Numbering) -> None:
    """Adds to `root` the lists that the document uses; the schema wants definitions first, then lists."""
    if not numbering.used:
        return
    definitions = _definition(numbering.first_abstract, _BULLETS) + _definition(numbering.first_abstract + 1, _DECIMALS)
    added = parse_xml(f"<w:numbering {NAMESPACE}>{definitions}{''.join(numbering.used)}</w:numbering>")
    first = root.find(tag("num"))
    place = len(root) if first is None else root.index(first)
    for offset, definition in enumerate(added.findall(tag("abstractNum"))):
        root.insert(place + offset, definition)
    last = max((root.index(child) for child in root.iter(tag("abstractNum"), tag("num"))), default=-1)
    for offset, number in enumerate(added.findall(tag("num")), 1):
        root.insert(last + offset, number)


def _definition(number: int, levels: tuple[tuple[str, str], ...]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(_level(level, form, text) for level, (form, text) in enumerate(levels))
        + "</w:abstractNum>"
    )


def _level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(level + 1) * STEP}" w:hanging="{STEP - 85}"/></w:pPr>'
        f"{_BULLET_FONT if form == 'bullet' else ''}</w:lvl>"
    )
