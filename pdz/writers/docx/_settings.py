# SPDX-License-Identifier: EUPL-1.2
"""Settings of the document."""

from docx.oxml.parser import parse_xml
from lxml import etree

from pdz.writers.docx._xml import NAMESPACE, tag

EMPTY_SETTINGS = f"<w:settings {NAMESPACE}/>"

_STALE = ("updateFields", "footnotePr", "endnotePr")
"""Word asks a question when updateFields is there; the notes of the reference document are not ours."""

_LAST = [
    "hdrShapeDefaults",
    "footnotePr",
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
    "docId",
    "conflictMode",
    "discardImageEditingData",
    "defaultImageDpi",
    "chartTrackingRefBased",
]
"""The order that the schema wants at the end of `w:settings`."""

_FOOTNOTES = '<w:footnotePr {0}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_MODERN = (
    '<w:compat {0}><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def prepare_settings(root: etree._Element, language: str, *, with_notes: bool) -> None:
    """Changes `root` (w:settings) to what the document needs; the rest stays as the office wants it."""
    for name in _STALE:
        for child in root.findall(tag(name)):
            root.remove(child)
    if with_notes:
        _insert(root, parse_xml(_FOOTNOTES.format(NAMESPACE)))
    if root.find(tag("compat")) is None:
        _insert(root, parse_xml(_MODERN.format(NAMESPACE)))
    theme = root.find(tag("themeFontLang"))
    if theme is None:
        theme = etree.Element(tag("themeFontLang"))
        _insert(root, theme)
    theme.set(tag("val"), language)


def _insert(root: etree._Element, child: etree._Element) -> None:
    later = set(_LAST[_LAST.index(etree.QName(child).localname) + 1 :])
    for index, other in enumerate(root):
        if isinstance(other.tag, str) and etree.QName(other).localname in later:
            root.insert(index, child)
            return
    root.append(child)
