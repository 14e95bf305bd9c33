# SPDX-License-Identifier: EUPL-1.2
"""The figures that a person finds in a file: every number of its text, whatever the format, as an exact value.

Written apart from the writers: it opens the files with other libraries and knows only how Italians write numbers.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from zipfile import ZipFile

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import etree, html
from openpyxl import load_workbook
from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d+(?:,\d+)?")
_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "br", "summary", "dt", "dd", "div"}


def read_figures(texts: Iterable[str]) -> set[Decimal]:
    """The numbers of these texts: «1.250,00 €» is 1250, «14,62%» is 14.62, «31/12/2024» is 31, 12 and 2024."""
    return {value(token) for text in texts for token in NUMBER.findall(text)}


def value(token: str) -> Decimal:
    """A number as Italians write it; trailing zeros do not count."""
    return Decimal(token.replace(".", "").replace(",", ".")).normalize()


def markdown(data: bytes) -> set[Decimal]:
    """What GitHub would show."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    text = re.sub(r"<!--.*?-->", "", data.decode(), flags=re.DOTALL)
    return read_figures(page_texts(f"<main>{cmarkgfm.github_flavored_markdown_to_html(text, options)}</main>"))


def web(data: bytes) -> set[Decimal]:
    """What the page says without its drawings, whose figures stand in the tables beside."""
    return read_figures(page_texts(data.decode()))


def page_texts(page: str) -> Iterator[str]:
    """The texts of a page, one for each block: numbers of two cells never touch."""
    root = html.fromstring(page)
    # the number of a note, written after «81,», would make another number of it
    etree.strip_elements(root, "script", "style", "svg", "head", "sup", with_tail=False)
    for element in root.iter():
        if element.tag in _BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    yield from str(root.text_content()).split("\n")


def word(data: bytes) -> set[Decimal]:
    """The text of the document and of its notes, and the figures of its charts."""
    found: set[Decimal] = set()
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(document|footnotes)\.xml", name):
                found |= read_figures(word_texts(etree.fromstring(package.read(name))))
            elif re.fullmatch(r"word/charts/[^/]*\.xml", name):
                found |= set(chart_figures(etree.fromstring(package.read(name))))
    return found


def word_texts(root: etree._Element) -> Iterator[str]:
    """A text for each paragraph, with the alternative texts of its drawings."""
    for paragraph in root.iter(f"{W}p"):
        parts = [
            (node.text or "") if node.tag == f"{W}t" else "\n"
            for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
            if next(node.iterancestors(f"{W}p")) is paragraph
        ]
        yield "".join(parts)
    for drawing in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        yield drawing.get("descr", "")


def chart_figures(root: etree._Element) -> Iterator[Decimal]:
    """The values that the chart draws, and the numbers of its names; a percentage is kept as its hundredth part."""
    for cache in root.iter(f"{C}numCache"):
        main = cache.findtext(f"{C}formatCode", "")
        for point in cache.iter(f"{C}pt"):
            yield shown(Decimal(point.findtext(f"{C}v", "")), point.get("formatCode", main))
    for cache in root.iter(f"{C}strCache"):
        yield from read_figures(point.findtext(f"{C}v", "") for point in cache.iter(f"{C}pt"))


SHEETS = re.compile(r"Indice|Testo|(Tabella|Grafico) \d+.*")
"""The sheets that hold what the document says; those of data hold the plan."""


def workbook(data: bytes, wanted: re.Pattern[str] = SHEETS) -> set[Decimal]:
    """What the cells show: a percentage is multiplied, an amount is cut to its cents."""
    found: set[Decimal] = set()
    for sheet in load_workbook(BytesIO(data), data_only=True).worksheets:
        if wanted.fullmatch(sheet.title):
            for row in sheet.iter_rows():
                for cell in row:
                    found |= cell_figures(cell.value, cell.number_format)
    return found


def shown(number: Decimal, form: str) -> Decimal:
    """A number as its format shows it: a percentage multiplied, decimals cut off by rounding, no sign."""
    percent = number * (100 if "%" in form else 1)
    if form != "General":
        decimals = len(re.findall(r"\.(0*)", form)[0]) if "." in form else 0
        percent = percent.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(percent).normalize()


def cell_figures(content: object, form: str) -> set[Decimal]:
    """The figures of one cell as it is shown."""
    if isinstance(content, date | datetime):
        return {Decimal(number).normalize() for number in (content.day, content.month, content.year)}
    if isinstance(content, int | float) and not isinstance(content, bool):
        shown = Decimal(str(content)) * (100 if "%" in form else 1)
        decimals = len(form.partition(".")[2].rstrip('% \\"€')) if "." in form else None
        if form != "General":
            shown = shown.quantize(Decimal(1).scaleb(-(decimals or 0)))
        return {abs(shown).normalize()}
    return read_figures(str(content).splitlines()) if content is not None else set()


def pdf(data: bytes) -> tuple[set[Decimal], int]:
    """What a person reads on the pages, and how many they are; the text holds page numbers and numbers of axes too."""
    pages = PdfReader(BytesIO(data)).pages
    return read_figures(line for page in pages for line in page.extract_text().splitlines()), len(pages)


def drawn(data: bytes) -> set[Decimal]:
    """The numbers of the drawings of a page: the axes have some that the plan has not."""
    root = html.fromstring(data.decode())
    return read_figures(text for drawing in root.iter("svg") for text in drawing.itertext())
