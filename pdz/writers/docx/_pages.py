# SPDX-License-Identifier: EUPL-1.2
"""Paper, margins, headers and footers: those of the reference document, in upright and landscape sections."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.parser import parse_xml
from lxml import etree

from pdz.writers._text import escape_attribute
from pdz.writers.docx._xml import DECLARATION, NAMESPACE, NAMESPACES, R, field, paragraph, run, tag

_A4 = {"w": "11906", "h": "16838"}
_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1134") | {
    "header": "567",
    "footer": "567",
    "gutter": "0",
}
_NARROWEST = 2000
"""Twips of text width under which a page makes no sense: the reference document's margins are wrong."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The page of the reference document; lengths in twips (1440 to the inch)."""

    short: int
    long: int
    margins: Mapping[str, str]
    references: str
    """Header and footer references; only the first section prints them, the others inherit."""
    own_first_page: bool
    """The reference document has a first page of its own, like headed paper."""

    def text_width(self, *, landscape: bool) -> int:
        """From margin to margin."""
        sides = sum(int(self.margins.get(side, "0")) for side in ("left", "right", "gutter"))
        return max((self.long if landscape else self.short) - sides, _NARROWEST)

    def text_height(self, *, landscape: bool) -> int:
        """From margin to margin; a negative margin is one that the header may not push away."""
        sides = sum(abs(int(self.margins.get(side, "0"))) for side in ("top", "bottom"))
        return max((self.short if landscape else self.long) - sides, _NARROWEST)

    def make_section(self, *, landscape: bool = False, first: bool = False, cover: bool = False) -> str:
        """The `w:sectPr` that closes a section."""
        width, height = (self.long, self.short) if landscape else (self.short, self.long)
        orient = ' w:orient="landscape"' if landscape else ""
        margins = "".join(f' w:{name}="{value}"' for name, value in self.margins.items())
        return (
            f'<w:sectPr>{self.references if first else ""}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar{margins}/>'
            + ("<w:titlePg/>" if cover or (first and self.own_first_page) else "")
            + "</w:sectPr>"
        )


def read_pages(body: etree._Element, known: Container[str]) -> Pages:
    """The last page setup of the reference document, with the headers that reach it and are in the `known` parts."""
    size, margins = dict(_A4), dict(_MARGINS)
    references: dict[tuple[str, str], str] = {}
    title_page = False
    for section in body.iter(tag("sectPr")):
        size |= _attributes(section.find(tag("pgSz")))
        margins |= _attributes(section.find(tag("pgMar")))
        title_page = section.find(tag("titlePg")) is not None
        for name in ("headerReference", "footerReference"):
            for reference in section.findall(tag(name)):
                rid = reference.get(f"{{{R}}}id", "")
                if rid in known:
                    references[name, reference.get(tag("type"), "default")] = rid
    return Pages(
        min(int(size["w"]), int(size["h"])),
        max(int(size["w"]), int(size["h"])),
        {name: margins[name] for name in _MARGINS},
        "".join(make_reference(*key, rid) for key, rid in references.items()),
        title_page,
    )


def make_reference(name: str, kind: str, rid: str) -> str:
    """A `w:headerReference` or `w:footerReference`."""
    return f'<w:{name} w:type="{kind}" r:id="{escape_attribute(rid)}"/>'


def _attributes(element: etree._Element | None) -> dict[str, str]:
    if element is None:
        return {}
    values = ((etree.QName(str(name)).localname, str(value)) for name, value in element.attrib.items())
    return {name: value for name, value in values if value.removeprefix("-").isdigit()}


def make_header(title: str, styles: Mapping[str, str]) -> bytes:
    """A header that prints the title and follows it when Word updates the field."""
    return _story("hdr", paragraph(styles["header"], field("TITLE", run(title))))


def make_footer(styles: Mapping[str, str]) -> bytes:
    """«Pagina 1 di 1»: Word and LibreOffice count when they lay out the pages."""
    runs = run("Pagina ") + field("PAGE", run("1")) + run(" di ") + field("NUMPAGES", run("1"))
    return _story("ftr", paragraph(styles["footer"], runs))


def _story(name: str, content: str) -> bytes:
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{content}</w:{name}>".encode()


def refresh_title(root: etree._Element, title: str) -> None:
    """Prints `title` in the TITLE fields of a header or footer of the reference document."""
    for simple in root.iter(tag("fldSimple")):
        if _is_title(simple.get(tag("instr"), "")):
            _print(simple.findall(tag("r")), title)
    for paragraph_ in root.iter(tag("p")):
        for results in _title_results(paragraph_):
            _print(results, title)


def _is_title(instruction: str) -> bool:
    return instruction.split()[:1] in (["TITLE"], ["title"])


def _title_results(paragraph_: etree._Element) -> Iterator[list[etree._Element]]:
    """The runs that each complex TITLE field of a paragraph shows."""
    results: list[etree._Element] = []
    code, state = "", "outside"
    for piece in paragraph_.iter(tag("r")):
        mark = piece.find(tag("fldChar"))
        kind = mark.get(tag("fldCharType")) if mark is not None else None
        if kind == "end" and state == "result" and _is_title(code):
            yield results
        if kind is not None:
            state = {"begin": "code", "separate": "result"}.get(kind, "outside")
            code, results = ("", []) if kind == "begin" else (code, results)
        elif state == "code":
            code += "".join(text.text or "" for text in piece.findall(tag("instrText")))
        elif state == "result":
            results.append(piece)


def _print(runs: list[etree._Element], title: str) -> None:
    """The title in the first run, which keeps its look; the others go."""
    for piece in runs[1:]:
        parent = piece.getparent()
        if parent is not None:
            parent.remove(piece)
    for piece in runs[:1]:
        for child in piece.findall("*"):
            if child.tag != tag("rPr"):
                piece.remove(child)
        piece.append(parse_xml(f'<w:t {NAMESPACE} xml:space="preserve">{escape_attribute(title)}</w:t>'))
