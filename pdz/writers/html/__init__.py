# SPDX-License-Identifier: EUPL-1.2
"""HTML: one accessible page that asks nobody for anything and is read without script too."""

from pdz.doctree import Document, outline
from pdz.writers import WriteOptions
from pdz.writers.html._anchors import Anchors, name_entries
from pdz.writers.html._body import write_block, write_main
from pdz.writers.html._context import Context, nest_headings
from pdz.writers.html._index import write_index
from pdz.writers.html._page import write_page

EXTENSIONS: tuple[str, ...] = (".html", ".htm")
LABEL = "pagina web"


def write(document: Document, options: WriteOptions) -> bytes:
    """The page as UTF-8, with style, script and pictures inside; raises PdzError for a picture that is damaged."""
    numbered = outline(document)
    anchors = Anchors()
    ctx = Context(
        document=document,
        outline=numbered,
        anchors=anchors,
        names=name_entries(numbered, anchors),
        levels=nest_headings(numbered),
        write_block=write_block,
    )
    main = write_main(ctx)
    ctx.losses.tell(options.warn)
    return write_page(document, options.timestamp, write_index(ctx), main).encode()
