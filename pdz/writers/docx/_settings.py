# SPDX-License-Identifier: EUPL-1.2
"""Settings of the document and the properties that Word shows under «Informazioni»."""

from datetime import UTC, datetime

from docx.oxml.parser import parse_xml
from lxml import etree

from pdz.doctree import Document
from pdz.writers._text import escape_text
from pdz.writers.docx._xml import DECLARATION, NAMESPACE, tag

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


def make_properties(document: Document, timestamp: datetime) -> bytes:
    """docProps/core.xml: the reference document's author and dates must not show through."""
    moment = timestamp.replace(tzinfo=timestamp.tzinfo or UTC).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    author = escape_text(document.author)
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape_text(document.title)}</dc:title><dc:subject>{escape_text(document.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:keywords>{escape_text(', '.join(document.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{escape_text(document.language)}</dc:language></cp:coreProperties>"
    ).encode()
