# SPDX-License-Identifier: EUPL-1.2
"""PDF/UA-1, or PDF/A-2a for the archive: the tree becomes typst source, typst lays out the pages and tags them.

The fonts are those inside the typst library, never those of the machine: the same document gives the same bytes
everywhere. Characters that those fonts do not have (emoji, Chinese) are printed as «[U+1F600]».
"""

from pdz.doctree import Document, outline
from pdz.writers import WriteOptions
from pdz.writers.pdf._compile import compile_pdf
from pdz.writers.pdf._context import Context
from pdz.writers.pdf._document import write_document

EXTENSIONS: tuple[str, ...] = (".pdf",)
LABEL = "documento PDF"


def write(document: Document, options: WriteOptions) -> bytes:
    """A tagged PDF; raises PdzError when typst is not installed or a picture cannot be read."""
    ctx = Context(document, outline(document))
    data = compile_pdf(ctx, write_document(ctx), options)
    ctx.losses.tell(options.warn)
    return data
