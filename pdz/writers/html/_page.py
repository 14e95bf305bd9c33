# SPDX-License-Identifier: EUPL-1.2
"""The page around the text: head, cover, search, navigation, footer."""

from datetime import UTC, datetime

from pdz.doctree import Cover, Document
from pdz.writers._text import escape_attribute
from pdz.writers.html._assets import read_assets
from pdz.writers.html._context import escape_line
from pdz.writers.html._pictures import write_picture

_SEARCH = """<form class="cerca" role="search" aria-label="Cerca nel documento" hidden>
<label for="cerca">Cerca nel documento</label>
<div class="riga"><input type="search" id="cerca" autocomplete="off" spellcheck="false" enterkeyhint="search">
<button type="submit">Cerca</button></div>
<p class="esito" role="status"></p>
<ol class="trovati" hidden></ol>
</form>
"""
"""It shows when the script runs."""


def write_page(document: Document, timestamp: datetime, index: str, main: str) -> str:
    """The whole file."""
    assets = read_assets()
    return "".join(
        [
            f'<!DOCTYPE html>\n<html lang="{escape_attribute(document.language)}">\n',
            _write_head(document, timestamp, assets.policy),
            f"<style>{assets.style}</style>\n</head>\n<body>\n",
            '<a class="salta" href="#contenuto">Vai al contenuto</a>\n',
            _write_header(document),
            '<div class="colonne">\n<div class="lato">\n',
            _SEARCH,
            index,
            '</div>\n<main id="contenuto" tabindex="-1">\n',
            main,
            "</main>\n</div>\n",
            _write_footer(document),
            '<p id="avviso" class="solo-voce" role="status"></p>\n',
            f"<script>{assets.script}</script>\n</body>\n</html>\n",
        ]
    )


def _write_head(document: Document, timestamp: datetime, policy: str) -> str:
    """Encoding and policy first; a link to no icon, or browsers would ask the site for one."""
    moment = (timestamp.astimezone(UTC) if timestamp.tzinfo else timestamp).strftime("%Y-%m-%dT%H:%M:%SZ")
    about = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "generator": "pdz",
        "dcterms.created": moment,
        "dcterms.modified": moment,
    }
    metas = [f'<meta name="{name}" content="{escape_attribute(text)}">\n' for name, text in about.items() if text]
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{escape_line(document.title)}</title>\n{"".join(metas)}<link rel="icon" href="data:,">\n'
    )


def _write_header(document: Document) -> str:
    """The cover, or the title alone."""
    cover = document.cover or Cover(document.title)
    parts = []
    if cover.logo:
        parts.append(f'<p class="stemma">{write_picture(cover.logo)}</p>\n')
    parts.append(f"<h1>{escape_line(cover.title)}</h1>\n")
    if cover.subtitle:
        parts.append(f'<p class="sottotitolo">{escape_line(cover.subtitle)}</p>\n')
    if cover.bodies:
        names = "".join(f"<li>{escape_line(name)}</li>\n" for name in cover.bodies)
        parts.append(f'<ul class="enti">\n{names}</ul>\n')
    parts += [f"<p>{escape_line(line)}</p>\n" for line in cover.lines]
    return f'<header id="inizio" class="copertina">\n{"".join(parts)}</header>\n'


def _write_footer(document: Document) -> str:
    about = [escape_line(text) for text in (document.title, document.author) if text]
    return (
        f'<footer>\n<p>{" – ".join(about)}</p>\n<p class="su"><a href="#inizio">Torna all’inizio</a></p>\n</footer>\n'
    )
