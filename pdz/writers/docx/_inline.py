# SPDX-License-Identifier: EUPL-1.2
"""What stands inside a paragraph: text, links, cross-references, notes, numbers."""

from typing import assert_never

from pdz.doctree import (
    Break,
    Chart,
    Content,
    Day,
    Entry,
    Euro,
    Heading,
    Inline,
    Link,
    Note,
    Number,
    Percent,
    Ref,
    Table,
    Text,
)
from pdz.writers._losses import Loss
from pdz.writers._text import format_quantity
from pdz.writers.docx._context import Context
from pdz.writers.docx._xml import BOLD, DECLARATION, NAMESPACES, field, paragraph, run


def write_runs(ctx: Context, content: Content) -> str:
    """The runs of a paragraph."""
    return run(content) if isinstance(content, str) else "".join([_write_inline(ctx, inline) for inline in content])


def _write_inline(ctx: Context, inline: Inline) -> str:
    match inline:
        case Text(text, bold, italic, strike):
            marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
            marks += "<w:strike/>" if strike else ""
            return run(text, f"<w:rPr>{marks}</w:rPr>" if marks else "")
        case Euro() | Percent() | Number():
            return run(format_quantity(inline), BOLD if inline.bold else "")
        case Day():
            return run(format_quantity(inline))
        case Break():
            return "<w:r><w:br/></w:r>"
        case Link():
            return _write_link(ctx, inline)
        case Ref():
            return _write_ref(ctx, inline)
        case Note():
            return _write_note(ctx, inline)
        case _:
            assert_never(inline)


def _write_link(ctx: Context, link: Link) -> str:
    """A link; an address that Word would not take stays plain text."""
    rid = ctx.links.add(link.href)
    text = link.text or link.href
    if not rid:
        ctx.losses.add(Loss.LINK, link.href)
        return run(text)
    return f'<w:hyperlink r:id="{rid}" w:history="1">{run(text, _style(ctx, "Hyperlink"))}</w:hyperlink>'


def _write_ref(ctx: Context, ref: Ref) -> str:
    """A cross-reference that Word can update; with a text of its own, a link inside the document."""
    entry = ctx.outline.by_id.get(ref.target)
    if entry is None:
        return run(ref.text or ref.fallback)
    if ref.text:
        return f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{run(ref.text)}</w:hyperlink>'
    name, shown = reference_bookmark(entry)
    return run(entry.label.removesuffix(shown)) + field(f"REF {name} \\h", run(shown))


def reference_bookmark(entry: Entry) -> tuple[str, str]:
    """The bookmark that cross-references to `entry` print, and its text.

    Of a heading it holds only the number, or Word would print the whole heading when it updates the field.
    """
    match entry.block:
        case Table() | Chart():
            return entry.anchor, entry.label
        case Heading(text=text):
            return entry.anchor.replace("_Toc", "_Ref"), entry.number or text
        case _:
            assert_never(entry.block)


def _write_note(ctx: Context, note: Note) -> str:
    """The mark of a footnote, whose text goes to its own part; Word has no notes to notes."""
    if ctx.story == "notes":
        return run(" (") + write_runs(ctx, note.content) + run(")")
    ctx.story = "notes"
    text = write_runs(ctx, note.content)
    ctx.story = "body"
    mark = _style(ctx, "footnote reference")
    number = len(ctx.notes) + 1
    content = paragraph(ctx.styles.ids["footnote text"], f"<w:r>{mark}<w:footnoteRef/></w:r>{run(' ')}{text}")
    ctx.notes.append(f'<w:footnote w:id="{number}">{content}</w:footnote>')
    return f'<w:r>{mark}<w:footnoteReference w:id="{number}"/></w:r>'


def _style(ctx: Context, name: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{ctx.styles.ids[name]}"/></w:rPr>'


def make_footnotes(ctx: Context) -> bytes:
    """word/footnotes.xml: the two separators that Word expects, then the notes."""
    style = ctx.styles.ids["footnote text"]
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">{paragraph(style, f"<w:r><w:{kind}/></w:r>")}</w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{separators}{''.join(ctx.notes)}</w:footnotes>".encode()
