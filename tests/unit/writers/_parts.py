# SPDX-License-Identifier: EUPL-1.2
"""Looks into a .docx as the tests need it."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from pdz.doctree import Block, Document, Section
from pdz.writers import docx

from .kitchen_sink import OPTIONS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def read_parts(packed: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xpath(xml: bytes | etree._Element, path: str) -> list[str]:
    """The strings that `path` finds."""
    root = etree.fromstring(xml) if isinstance(xml, bytes) else xml
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(item) for item in found]


def elements(xml: bytes | etree._Element, path: str) -> list[etree._Element]:
    root = etree.fromstring(xml) if isinstance(xml, bytes) else xml
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, etree._Element)]


def text_of(element: etree._Element) -> str:
    return "".join(xpath(element, ".//w:t/text()"))


def write_body(*blocks: Block) -> bytes:
    """document.xml of a document of one section."""
    return read_parts(docx.write(Document("Titolo", (Section(blocks),)), OPTIONS))["word/document.xml"]


def inner(xml: bytes) -> str:
    """The body without its last section, as text."""
    body = xml.decode().partition("<w:body>")[2]
    return body[: body.rindex("<w:sectPr>")]
