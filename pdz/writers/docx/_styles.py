# SPDX-License-Identifier: EUPL-1.2
"""Finds styles by their invariant names: Italian Word calls «heading 1» `Titolo1`; adds those that are missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.parser import parse_xml
from lxml import etree

from pdz.writers._text import escape_attribute
from pdz.writers.docx._looks import DOC_DEFAULTS, LOOKS, Look
from pdz.writers.docx._xml import NAMESPACE, tag

EMPTY_STYLES = f"<w:styles {NAMESPACE}>{DOC_DEFAULTS}</w:styles>"
_USUAL_FONT = "Arial"
_CHAIN = 10
"""Styles based on styles: Word allows no more than eleven."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of the reference document, complete."""

    ids: Mapping[str, str]
    """Style id (escaped for an attribute) by invariant name."""
    fills: Mapping[str, str]
    """Colour behind the cells of a paragraph style: the style's own shading, so that offices can change it."""
    numbered: frozenset[str]
    """Names of the headings that the reference document numbers by itself."""
    font: str
    """The font of plain text, for what Word draws outside the paragraphs; `+mn-lt` is that of the theme."""


def prepare_styles(root: etree._Element, language: str) -> Styles:
    """Adds to `root` (w:styles) what is missing, sets the language, and says what is there."""
    _set_language(root, language)
    found = {
        (style.get(tag("type"), "paragraph"), name.get(tag("val"), "").lower()): style
        for style in root.findall(tag("style"))
        if (name := style.find(tag("name"))) is not None
    }
    taken = {style.get(tag("styleId"), "") for style in found.values()}
    elements = {look.name: found.get((look.kind, look.name.lower())) for look in LOOKS}
    ids = {look.name: _choose_id(look, elements[look.name], taken) for look in LOOKS}
    defaults = {style.get(tag("type")) for style in found.values() if style.get(tag("default")) in ("1", "true")}
    for look in LOOKS:
        if elements[look.name] is None:
            elements[look.name] = element = parse_xml(_style_xml(look, ids, default=look.kind not in defaults))
            root.append(element)
    by_id = {style.get(tag("styleId"), ""): style for style in root.findall(tag("style"))}
    return Styles(
        ids,
        {name: _find_fill(element) for name, element in elements.items()},
        frozenset(
            name for name, style in elements.items() if name.startswith("heading") and _is_numbered(style, by_id)
        ),
        _find_font(elements["Normal"], root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}")),
    )


def _choose_id(look: Look, element: etree._Element | None, taken: set[str]) -> str:
    """The id in the reference document; for a missing style ours, or another when ours means something else there."""
    if element is not None:
        return escape_attribute(element.get(tag("styleId"), ""))
    return f"pdz{look.id}" if look.id in taken else look.id


def _style_xml(look: Look, ids: Mapping[str, str], *, default: bool) -> str:
    """A `w:style`; Word hides the styles that are only the roots of the others."""
    root = look.root
    return (
        f'<w:style {NAMESPACE} w:type="{look.kind}"'
        + (' w:default="1"' if root and default else "")
        + ("" if look.built_in else ' w:customStyle="1"')
        + f' w:styleId="{ids[look.name]}"><w:name w:val="{look.name}"/>'
        + (f'<w:basedOn w:val="{ids[look.based]}"/>' if look.based else "")
        + (f'<w:next w:val="{ids[look.next]}"/>' if look.next else "")
        + ("<w:qFormat/>" if not root or look.kind == "paragraph" else "<w:semiHidden/><w:unhideWhenUsed/>")
        + f"{look.properties}</w:style>"
    )


def _set_language(root: etree._Element, language: str) -> None:
    """The language of all text that does not say another."""
    defaults = root.find(tag("docDefaults"))
    if defaults is None:
        defaults = parse_xml(DOC_DEFAULTS.replace("<w:docDefaults>", f"<w:docDefaults {NAMESPACE}>"))
        root.insert(0, defaults)
    holder = defaults
    for name in ("rPrDefault", "rPr"):
        child = holder.find(tag(name))
        if child is None:
            child = etree.Element(tag(name))
            holder.insert(0, child)
        holder = child
    lang = holder.find(tag("lang"))
    if lang is None:
        lang = etree.SubElement(holder, tag("lang"))
    lang.set(tag("val"), language)


def _find_fill(style: etree._Element | None) -> str:
    """`004080`, or nothing."""
    shade = style.find(f"{tag('pPr')}/{tag('shd')}") if style is not None else None
    fill = shade.get(tag("fill"), "") if shade is not None else ""
    return "" if fill == "auto" else escape_attribute(fill)


def _find_font(*places: etree._Element | None) -> str:
    """The first font that the `w:rPr` of one of `places` names."""
    for place in places:
        fonts = place.find(f"{tag('rPr')}/{tag('rFonts')}") if place is not None else None
        if fonts is None:
            continue
        if theme := fonts.get(tag("asciiTheme")):
            return "+mj-lt" if theme.startswith("major") else "+mn-lt"
        if font := fonts.get(tag("ascii")):
            return font
    return _USUAL_FONT


def _is_numbered(style: etree._Element | None, by_id: Mapping[str, etree._Element]) -> bool:
    """Does Word put its own number before the paragraphs of this style?"""
    for _ in range(_CHAIN):
        if style is None:
            break
        number = style.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}")
        if number is not None:
            return number.get(tag("val")) != "0"
        parent = style.find(tag("basedOn"))
        style = by_id.get(parent.get(tag("val"), "")) if parent is not None else None
    return False
