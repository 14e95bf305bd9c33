# SPDX-License-Identifier: EUPL-1.2
"""What stands inside a paragraph: text, links, cross-references, notes, numbers."""

from typing import assert_never

from pdz.doctree import Break, Content, Day, Euro, Inline, Link, Note, Number, Percent, Ref, Text
from pdz.writers._losses import Loss
from pdz.writers._text import escape_attribute, format_quantity, make_target
from pdz.writers.html._context import Context, escape_breaks


def write_content(ctx: Context, content: Content) -> str:
    """The text of a paragraph or of a simple cell."""
    if isinstance(content, str):
        return escape_breaks(content)
    return "".join([_write_inline(ctx, inline) for inline in content])


def _write_inline(ctx: Context, inline: Inline) -> str:
    match inline:
        case Text():
            return _write_text(inline)
        case Euro() | Percent() | Number():
            text = format_quantity(inline)
            return f"<strong>{text}</strong>" if inline.bold else text
        case Day():
            return write_day(inline)
        case Break():
            return "<br>"
        case Link():
            return _write_link(ctx, inline)
        case Ref():
            return _write_ref(ctx, inline)
        case Note():
            return _write_note(ctx, inline)
        case _:
            assert_never(inline)


def _write_link(ctx: Context, link: Link) -> str:
    """A link; an address that is not of the web or of the post stays plain text."""
    target = make_target(link.href)
    shown = escape_breaks(link.text or link.href)
    if not target:
        ctx.losses.add(Loss.LINK, link.href)
        return shown
    return f'<a href="{escape_attribute(target)}">{shown}</a>'


def write_day(day: Day) -> str:
    """A date that machines read too."""
    return f'<time datetime="{day.day.isoformat()}">{format_quantity(day)}</time>'


def _write_text(text: Text) -> str:
    written = escape_breaks(text.text)
    for wanted, name in ((text.strike, "s"), (text.italic, "em"), (text.bold, "strong")):
        if wanted and written:
            written = f"<{name}>{written}</{name}>"
    return written


def _write_ref(ctx: Context, ref: Ref) -> str:
    entry = ctx.outline.by_id.get(ref.target)
    if entry is None:
        return escape_breaks(ref.text or ref.fallback)
    return f'<a href="#{ctx.names[id(entry.block)]}">{escape_breaks(ref.text or entry.label)}</a>'


def _write_note(ctx: Context, note: Note) -> str:
    """The mark of a footnote, whose text goes to the end of the page; a note to a note is a note of its own."""
    ctx.notes.append("")
    number = len(ctx.notes)
    ctx.notes[number - 1] = write_content(ctx, note.content)
    link = f'<a id="rif:{number}" href="#nota:{number}" role="doc-noteref" aria-label="Nota {number}">{number}</a>'
    return f"<sup>{link}</sup>"


def write_notes(ctx: Context) -> str:
    """The footnotes, each with the way back to its mark; nothing without them."""
    if not ctx.notes:
        return ""
    items = "".join(
        f'<li id="nota:{number}">{text} <a href="#rif:{number}" role="doc-backlink"'
        f' aria-label="Torna al testo, nota {number}">↩</a></li>\n'
        for number, text in enumerate(ctx.notes, 1)
    )
    title = '<section class="note" role="doc-endnotes" aria-labelledby="note">\n<h2 id="note">Note</h2>\n'
    return f"{title}<ol>\n{items}</ol>\n</section>\n"
