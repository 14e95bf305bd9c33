# SPDX-License-Identifier: EUPL-1.2
"""What stands inside a paragraph: text, links, cross-references, notes, numbers."""

from typing import assert_never

from pdz.doctree import Break, Content, Day, Euro, Inline, Link, Note, Number, Percent, Ref, Text
from pdz.writers._losses import Loss
from pdz.writers._text import format_quantity, make_target
from pdz.writers.pdf._context import Context
from pdz.writers.pdf._literal import join, quote, write_text


def write_content(ctx: Context, content: Content) -> str:
    """The content of a paragraph or a simple cell as one expression."""
    if isinstance(content, str):
        return write_text(content)
    return join(_write_inline(ctx, inline) for inline in content)


def _write_inline(ctx: Context, inline: Inline) -> str:
    match inline:
        case Text(text, bold, italic, strike):
            written = write_text(text)
            for wanted, name in ((strike, "strike"), (italic, "emph"), (bold, "strong")):
                written = f"{name}({written})" if wanted and text.strip() else written
            return written
        case Euro() | Percent() | Number():
            printed = quote(format_quantity(inline))
            return f"strong({printed})" if inline.bold else printed
        case Day():
            return quote(format_quantity(inline))
        case Break():
            return "linebreak()"
        case Link():
            return _write_link(ctx, inline)
        case Ref():
            return _write_ref(ctx, inline)
        case Note(content=content):
            return f"footnote({write_content(ctx, content)})"
        case _:
            assert_never(inline)


def _write_link(ctx: Context, link: Link) -> str:
    """A link; an address that is not of the web or of the post stays plain text."""
    target = make_target(link.href)
    text = write_text(link.text or link.href)
    if not target:
        ctx.losses.add(Loss.LINK, link.href)
        return text
    return f"link({quote(target)}, {text})"


def _write_ref(ctx: Context, ref: Ref) -> str:
    """A cross-reference that leads there."""
    entry = ctx.outline.by_id.get(ref.target)
    if entry is None:
        return write_text(ref.text or ref.fallback)
    text = write_text(ref.text or entry.label)
    return f"link(label({quote(entry.anchor)}), {text})" if entry.title.strip() else text
