# SPDX-License-Identifier: EUPL-1.2
"""The properties that Office shows under «Informazioni»: title, author, language, the dates that we are told."""

from datetime import UTC, datetime

from pdz.doctree import Document
from pdz.writers._text import escape_text

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def make_properties(document: Document, timestamp: datetime) -> bytes:
    """docProps/core.xml: the reference document's author and dates must not show through."""
    moment = timestamp.replace(tzinfo=timestamp.tzinfo or UTC).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    author = escape_text(document.author)
    return (
        f"{_DECLARATION}<cp:coreProperties"
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
