# SPDX-License-Identifier: EUPL-1.2
"""The parts of the file: those of the reference document that are still needed, and ours."""

from collections.abc import Callable, Iterable

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships, _Relationship
from lxml import etree

from pdz.writers._archive import pack_archive
from pdz.writers._text import escape_attribute
from pdz.writers.docx._chart_part import WORKBOOK_ID, ChartFiles
from pdz.writers.docx._context import Links
from pdz.writers.docx._pictures import Media
from pdz.writers.docx._xml import DECLARATION

_HEADERS = (RT.HEADER, RT.FOOTER)
_KEPT = frozenset(
    {
        RT.STYLES,
        RT.SETTINGS,
        RT.NUMBERING,
        RT.THEME,
        RT.FONT_TABLE,
        RT.WEB_SETTINGS,
        RT.HEADER,
        RT.FOOTER,
        RT.CUSTOM_XML,
    }
)
"""What a document takes from its reference; the text of the reference, its pictures, notes and comments stay out."""
_KEPT_ABOVE = frozenset({RT.OFFICE_DOCUMENT, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES})

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class Package:
    """An open reference document while it becomes ours."""

    def __init__(self, word: WordDocument, references: str) -> None:
        """Leaves out what belongs to the reference document's own text; of its headers `references` stay."""
        self.main: Part = word.part
        self._root = word.part.package
        unused = {
            rid for rid, rel in self.main.rels.items() if rel.reltype in _HEADERS and f'"{rid}"' not in references
        }
        _drop(self.main.rels, lambda rel: rel.reltype not in _KEPT or rel.rId in unused)
        _drop(self._root.rels, lambda rel: rel.reltype not in _KEPT_ABOVE)

    def xml_part(self, reltype: str, name: str, content_type: str, empty: str) -> etree._Element:
        """The root of a part that belongs to the document, new when the reference has none."""
        for existing in self.roots(reltype):
            return existing
        part = XmlPart.load(PackURI(f"/word/{name}"), content_type, empty.encode(), self._root)
        self.main.relate_to(part, reltype)
        root: etree._Element = part.element
        return root

    def roots(self, *reltypes: str) -> list[etree._Element]:
        """The roots of the parts of these kinds, for example headers and footers."""
        rels = self.main.rels.values()
        parts = (rel.target_part for rel in rels if rel.reltype in reltypes)
        return [part.element for part in parts if isinstance(part, XmlPart)]

    def add(self, name: str, content_type: str, reltype: str, blob: bytes, rid: str = "") -> tuple[Part, str]:
        """A new part of the document and its relationship id."""
        part = Part(PackURI(f"/word/{name}"), content_type, blob, self._root)
        if rid:
            self.main.rels.add_relationship(reltype, part, rid)
        return part, rid or self.main.relate_to(part, reltype)

    def add_links(self, part: Part, links: Links) -> None:
        """The addresses that the text of `part` points to."""
        for target, rid in links.targets.items():
            part.rels.add_relationship(RT.HYPERLINK, target, rid, is_external=True)

    def add_media(self, media: Iterable[Media]) -> None:
        """The picture files."""
        for item in media:
            self.add(f"media/{item.name}", item.content_type, RT.IMAGE, item.data, item.rid)

    def add_charts(self, charts: Iterable[ChartFiles]) -> None:
        """The charts, each with its workbook."""
        for item in charts:
            part, _ = self.add(f"charts/{item.name}.xml", CT.DML_CHART, RT.CHART, item.drawing, item.rid)
            uri = PackURI(f"/word/embeddings/{item.name}.xlsx")
            part.rels.add_relationship(RT.PACKAGE, Part(uri, CT.SML_SHEET, item.workbook, self._root), WORKBOOK_ID)

    def add_properties(self, blob: bytes) -> None:
        """docProps/core.xml, in place of the reference document's."""
        part = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, blob, self._root)
        self._root.relate_to(part, RT.CORE_PROPERTIES)

    def pack(self, body: bytes) -> bytes:
        """The file, with `body` as the main part."""
        parts = self._root.parts
        files = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _bytes(self._root.rels.xml)}
        for part in parts:
            files[part.partname.membername] = body if part is self.main else part.blob
            if part.rels:
                files[part.partname.rels_uri.membername] = _bytes(part.rels.xml)
        return pack_archive(files)


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml


def _drop(rels: Relationships, is_useless: Callable[[_Relationship], bool]) -> None:
    for rid in [rid for rid, rel in rels.items() if is_useless(rel)]:
        del rels[rid]


def _content_types(parts: list[Part]) -> bytes:
    overrides = "".join(
        f'<Override PartName="{escape_attribute(part.partname)}" ContentType="{escape_attribute(part.content_type)}"/>'
        for part in sorted(parts, key=lambda part: str(part.partname))
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CT.XML}"/>{overrides}</Types>'
    ).encode()
