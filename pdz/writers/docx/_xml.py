# SPDX-License-Identifier: EUPL-1.2
"""The smallest pieces of WordprocessingML, as strings."""

from pdz.writers._text import make_escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACE = f'xmlns:w="{W}"'
NAMESPACES = (
    f'{NAMESPACE} xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_NEXT = '<w:t xml:space="preserve">'
escape = make_escape(f"</w:t><w:br/>{_NEXT}", f"</w:t><w:tab/>{_NEXT}")
"""For the inside of a `w:t`: line ends and tabs become elements of their own."""

BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
TAB = "<w:r><w:tab/></w:r>"


def tag(name: str) -> str:
    """`p` as lxml calls it: with the main namespace."""
    return f"{{{W}}}{name}"


def run(text: str, properties: str = "") -> str:
    """A run of text; nothing for an empty text."""
    return f"<w:r>{properties}{_NEXT}{escape(text)}</w:t></w:r>" if text else ""


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with the runs that it shows until Word updates it."""
    return field_begin(instruction, properties) + result + field_end(properties)


def field_begin(instruction: str, properties: str = "") -> str:
    """A field up to its result."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """The end of a field."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def paragraph(style_id: str, runs: str, properties: str = "") -> str:
    """A paragraph; `properties` are the elements of `w:pPr` after the style, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{runs}</w:p>'
