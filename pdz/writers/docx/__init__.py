# SPDX-License-Identifier: EUPL-1.2
"""Word: python-docx opens the reference document and keeps its parts, the text is ours, written as strings."""

from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from pdz.doctree import Document, outline
from pdz.writers import WriteOptions
from pdz.writers._properties import make_properties
from pdz.writers.docx._body import make_body, write_block
from pdz.writers.docx._context import Context
from pdz.writers.docx._inline import make_footnotes
from pdz.writers.docx._lists import EMPTY_NUMBERING, add_numbering, read_numbering
from pdz.writers.docx._package import Package
from pdz.writers.docx._pages import Pages, make_footer, make_header, make_reference, read_pages, refresh_title
from pdz.writers.docx._pictures import Pictures
from pdz.writers.docx._reference import open_reference
from pdz.writers.docx._settings import EMPTY_SETTINGS, prepare_settings
from pdz.writers.docx._styles import EMPTY_STYLES, Styles, prepare_styles

EXTENSIONS: tuple[str, ...] = (".docx",)
LABEL = "documento Word"


def write(document: Document, options: WriteOptions) -> bytes:
    """A Word document in the styles of `options.style`; raises PdzError when that is none, or Word cannot hold it."""
    word = open_reference(options.style)
    pages = read_pages(word.element.body, word.part.rels)
    package = Package(word, pages.references)
    styles_root = package.xml_part(RT.STYLES, "styles.xml", CT.WML_STYLES, EMPTY_STYLES)
    numbering_root = package.xml_part(RT.NUMBERING, "numbering.xml", CT.WML_NUMBERING, EMPTY_NUMBERING)
    styles = prepare_styles(styles_root, document.language)
    ctx = Context(
        document=document,
        outline=outline(document),
        styles=styles,
        pages=_with_headers(package, pages, document, styles),
        numbering=read_numbering(numbering_root),
        pictures=Pictures(),
        write_block=write_block,
        page_numbers=options.pages,
    )
    body = make_body(ctx)
    add_numbering(numbering_root, ctx.numbering)
    settings_root = package.xml_part(RT.SETTINGS, "settings.xml", CT.WML_SETTINGS, EMPTY_SETTINGS)
    prepare_settings(settings_root, document.language, with_notes=bool(ctx.notes))
    if ctx.notes:
        notes, _ = package.add("footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, make_footnotes(ctx))
        package.add_links(notes, ctx.note_links)
    package.add_links(package.main, ctx.body_links)
    package.add_media(ctx.pictures.media.values())
    package.add_charts(ctx.charts)
    package.add_properties(make_properties(document, options.timestamp))
    ctx.losses.tell(options.warn)
    return package.pack(body)


def _with_headers(package: Package, pages: Pages, document: Document, styles: Styles) -> Pages:
    """The headers and footers of the reference document with our title in them, or ours when it has none."""
    if pages.references:
        for root in package.roots(RT.HEADER, RT.FOOTER):
            refresh_title(root, document.title)
        return pages
    blob = make_header(document.title, styles.ids)
    _, header = package.add("pdz-header.xml", CT.WML_HEADER, RT.HEADER, blob)
    _, footer = package.add("pdz-footer.xml", CT.WML_FOOTER, RT.FOOTER, make_footer(styles.ids))
    references = make_reference("headerReference", "default", header) + make_reference(
        "footerReference", "default", footer
    )
    return replace(pages, references=references)
