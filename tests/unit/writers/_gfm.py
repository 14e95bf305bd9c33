# SPDX-License-Identifier: EUPL-1.2
"""What GitHub shows of a Markdown file: its own parser, and the anchors that it gives to headings."""

import re
from itertools import pairwise

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import html
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

LOOKS = {"strong": "b", "em": "i", "del": "s"}


def show(markdown: str) -> html.HtmlElement:
    """The page, as a tree; comments are left out and tags of the text stay."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, options=options)
    return html.fromstring(f"<main>{re.sub(r'<!--.*?-->', '', page, flags=re.DOTALL)}</main>")


def anchors(markdown: str) -> dict[str, str]:
    """The text of each heading by its anchor, found by another parser than ours and by another hand."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(anchors_plugin, max_level=6)
    tokens = parser.parse(markdown)
    return {
        str(token.attrs["id"]): "".join(part.content for part in inline.children or ())
        for token, inline in pairwise(tokens)
        if token.type == "heading_open"
    }


def text_of(element: html.HtmlElement) -> str:
    """The words of an element, with one space between them."""
    return " ".join(str(element.text_content()).split())


def characters(element: html.HtmlElement, looks: frozenset[str] = frozenset()) -> list[tuple[str, frozenset[str]]]:
    """Every character that is no space, with how it looks; `\\n` where a line is broken."""
    here = looks | {LOOKS[element.tag]} if element.tag in LOOKS else looks
    found = [("\n", frozenset[str]())] if element.tag == "br" else []
    found += [(character, here) for character in element.text or "" if not character.isspace()]
    for child in element:
        found += characters(child, here)
        found += [(character, here) for character in child.tail or "" if not character.isspace()]
    return found
