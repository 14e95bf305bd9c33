# SPDX-License-Identifier: EUPL-1.2
"""The reference document: `templates/stile.docx`, or the one of an office.

`python pdz/writers/docx/_reference.py templates/stile.docx` writes the first anew.
"""

import sys
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.exceptions import OpcError
from docx.oxml.parser import parse_xml
from lxml import etree

from pdz.errors import PdzError
from pdz.resources import resource_folder
from pdz.writers._archive import pack_archive
from pdz.writers.docx._pages import make_footer, make_header, make_reference, read_pages
from pdz.writers.docx._settings import EMPTY_SETTINGS, prepare_settings
from pdz.writers.docx._styles import EMPTY_STYLES, prepare_styles
from pdz.writers.docx._xml import DECLARATION, NAMESPACE, NAMESPACES, R, paragraph, run

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = ("styles", "settings", "header", "footer")


_NOT_WORD = (
    OpcError,
    BadZipFile,
    etree.XMLSyntaxError,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
)
"""What python-docx raises on a file that is not a Word document: it has no exception of its own for that."""


def open_reference(path: Path | None) -> WordDocument:
    """The reference document; raises PdzError when `path` is missing or not a Word document."""
    chosen = path or resource_folder("templates") / "stile.docx"
    if not chosen.is_file():
        raise PdzError(f"il documento di stile «{chosen}» non esiste", "indica con --style un documento Word (.docx)")
    try:
        document = docx.Document(str(chosen))
        if document.element.body is None:
            raise ValueError(chosen)
        return document
    except _NOT_WORD as error:
        raise PdzError(
            f"«{chosen}» non è un documento Word (.docx), o è danneggiato o protetto",
            "aprilo con Word e salvalo come «Documento di Word (.docx)», senza parola d'ordine",
        ) from error


def build_reference() -> bytes:
    """templates/stile.docx: A4 with margins of 2 cm, our styles, the title above and the page numbers below."""
    styles = parse_xml(EMPTY_STYLES)
    ids = prepare_styles(styles, "it-IT").ids
    settings = parse_xml(EMPTY_SETTINGS)
    prepare_settings(settings, "it-IT", with_notes=False)
    header = make_reference("headerReference", "default", "rIdheader")
    footer = make_reference("footerReference", "default", "rIdfooter")
    section = replace(read_pages(parse_xml(f"<w:body {NAMESPACE}/>"), ()), references=header + footer).make_section(
        first=True
    )
    body = "".join(paragraph(ids[name], run(text)) for name, text in _SAMPLES.items())
    return pack_archive(
        {
            **_wiring(),
            "word/document.xml": (
                f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
            ).encode(),
            "word/styles.xml": _serialize(styles),
            "word/settings.xml": _serialize(settings),
            "word/header.xml": make_header("Titolo del documento", ids),
            "word/footer.xml": make_footer(ids),
        }
    )


def _wiring() -> dict[str, bytes]:
    """The files that say what the others are."""
    kinds = {"document": "document.main"} | {name: name for name in _PARTS}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
            f'<Default Extension="xml" ContentType="{CT.XML}"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships({name: f"{name}.xml" for name in _PARTS}),
    }


def _relationships(targets: Mapping[str, str]) -> bytes:
    content = "".join(
        f'<Relationship Id="rId{name}" Type="{R}/{name}" Target="{target}"/>' for name, target in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{content}</Relationships>'.encode()


def _serialize(element: etree._Element) -> bytes:
    etree.cleanup_namespaces(element)
    return etree.tostring(element, encoding="UTF-8", standalone=True)


_SAMPLES = {
    "Title": "Documento di stile di pdz",
    "Subtitle": "Cambia gli stili di questo documento: i piani li prenderanno",
    "heading 1": "Titolo 1",
    "heading 2": "Titolo 2",
    "heading 3": "Titolo 3",
    "heading 4": "Titolo 4",
    "Normal": "Testo normale.",
    "Quote": "Citazione.",
    "Etichetta": "Etichetta",
    "caption": "Didascalia di tabella",
    "Intestazione di tabella": "Intestazione di tabella: lo sfondo del paragrafo è anche quello della cella",
    "Etichetta di tabella": "Etichetta di tabella: la colonna di sinistra delle schede",
    "Gruppo di tabella": "Gruppo di tabella: una riga di titolo dentro la tabella",
    "Testo di tabella": "Testo di tabella",
    "Totale di tabella": "Totale di tabella",
    "Fonte": "Fonte: sotto le tabelle.",
    "footnote text": "Testo di nota a piè di pagina.",
}
"""What an office sees when it opens the file: each style that is worth changing."""


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(build_reference())
