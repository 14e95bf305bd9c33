# SPDX-License-Identifier: EUPL-1.2
"""Native charts: the drawing, its copy of the figures and the workbook that Word opens say the same."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import combinations

import docx as python_docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pdz.doctree import Chart, Column, Document, Items, Paragraph, RichCell, Row, Section, Series, Table
from pdz.writers import WriteOptions, docx
from pdz.writers.docx._chart_looks import _LINES, SOLID
from pdz.writers.docx._chart_plan import axis_end

from ._parts import elements, read_parts, text_of, xpath
from .kitchen_sink import AWKWARD, OPTIONS, make_document
from .sink_charts import ALONE, CHARTS, EMPTY, FUNDS, GRADI, GROUPED, LINES, PYRAMID, SHARES, STACKED, values

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = tuple(chart for chart in CHARTS if chart.categories)
ODD = Chart(
    "barre",
    (AWKWARD, "=1+1", "_x000D_", "x" * 40_000),
    (Series("=SUM(A1)", values("1", "2", "3", "4")), Series("\x00 & <y>", values("-0.001", "1250000.5", None, "0"))),
    AWKWARD,
    decimals=None,
    measure='<m> "',
    categories_title="@cmd",
)
ODD_TEXT = 'A & B <x> "y" 😀 שלום مرحبا 100%'


def write(*blocks: Chart | Table | Items | Paragraph, landscape: bool = False) -> dict[str, bytes]:
    return read_parts(docx.write(Document("T", (Section(blocks, landscape),)), OPTIONS))


def draw(chart: Chart) -> etree._Element:
    """The chart part of a document with one chart."""
    return etree.fromstring(write(chart)["word/charts/pdz-chart1.xml"])


def find(root: etree._Element, path: str) -> list[str]:
    """Values of the attribute `val` at `path`, whose steps are all of charts."""
    steps = "/".join(f"{C}{step}" for step in path.split("/"))
    return [str(element.get("val")) for element in root.iterfind(f".//{steps}")]


def open_sheet(parts: dict[str, bytes], number: int = 1) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(parts[f"word/embeddings/pdz-chart{number}.xlsx"]))["Foglio1"]


def test_the_parts_of_a_chart_are_bound_to_each_other() -> None:
    parts = read_parts(docx.write(make_document(), OPTIONS))
    body_rels = parts["word/_rels/document.xml.rels"]
    drawn = xpath(parts["word/document.xml"], "//*[local-name()='chart']/@r:id")
    assert drawn == [f"rIdChart{number}" for number in range(1, 9)]
    for number, rid in enumerate(drawn, 1):
        assert xpath(body_rels, f"//rel:Relationship[@Id='{rid}']/@Target") == [f"charts/pdz-chart{number}.xml"]
        workbook = xpath(parts[f"word/charts/_rels/pdz-chart{number}.xml.rels"], "//rel:Relationship/@*")
        assert workbook == [
            "rId1",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package",
            f"../embeddings/pdz-chart{number}.xlsx",
        ]
        assert xpath(parts[f"word/charts/pdz-chart{number}.xml"], "//*[local-name()='externalData']/@r:id") == ["rId1"]
    types = parts["[Content_Types].xml"].decode()
    assert types.count("application/vnd.openxmlformats-officedocument.drawingml.chart+xml") == 8
    assert types.count("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") == 8


@pytest.mark.parametrize("chart", DRAWN, ids=lambda chart: chart.caption or "senza didascalia")
def test_the_workbook_holds_the_figures_of_the_tree(chart: Chart) -> None:
    sheet = open_sheet(write(chart))
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == (chart.categories_title or None, *(serie.name or "Valori" for serie in chart.series))
    assert [row[0] for row in rows[1:]] == list(chart.categories)
    hundred = 100 if chart.unit == "percento" else 1
    for index, serie in enumerate(chart.series, 1):
        found = [None if row[index] is None else Decimal(str(row[index])) * hundred for row in rows[1:]]
        assert found == list(serie.values)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("chart", [*DRAWN, ODD], ids=lambda chart: chart.caption or "senza didascalia")
def test_the_drawing_repeats_the_cells_that_its_formulas_name(chart: Chart) -> None:
    parts = write(chart)
    sheet = open_sheet(parts)
    references = list(etree.fromstring(parts["word/charts/pdz-chart1.xml"]).iter(f"{C}strRef", f"{C}numRef"))
    assert len(references) == 3 * len(chart.series)
    for reference in references:
        name, _, area = str(reference.findtext(f"{C}f")).partition("!")
        assert name == sheet.title
        found = sheet[area.replace("$", "")]
        cells = [row[0] for row in found] if isinstance(found, tuple) else [found]
        cache = reference[1]
        assert find(cache, "ptCount") == [str(len(cells))]
        points = {int(point.get("idx", "")): str(point[0].text) for point in cache.iter(f"{C}pt")}
        if reference.tag == f"{C}strRef":
            assert points == {index: cell.value for index, cell in enumerate(cells)}
        else:
            known = {index: float(cell.value) for index, cell in enumerate(cells) if cell.value is not None}
            assert {index: float(text) for index, text in points.items()} == known
            code = str(cache.findtext(f"{C}formatCode"))
            codes = {int(p.get("idx", "")): p.get("formatCode", code) for p in cache.iter(f"{C}pt")}
            assert codes == {index: cells[index].number_format for index in known}


def test_awkward_texts_are_texts() -> None:
    parts = write(ODD)
    sheet = open_sheet(parts)
    assert [cell.value for cell in sheet[1]] == ["@cmd", "=SUM(A1)", " & <y>"]
    assert [cell.value for cell in sheet["A"]][1:3] == [ODD_TEXT, "=1+1"]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    assert sheet["A4"].value == "_x005F_x000D_"  # as Excel writes «_x000D_» when it is not a line end
    assert len(sheet["A5"].value) == 32_767
    drawing = parts["word/charts/pdz-chart1.xml"]
    assert xpath(drawing, "//a:t/text()") == ["@cmd", '<m> "']
    alt = xpath(parts["word/document.xml"], "//wp:docPr/@descr")[0]
    assert alt.startswith(f'Grafico a barre «{ODD_TEXT}», <m> ". =SUM(A1): 1 ({ODD_TEXT}), 2 (=1+1), 3 (_x000D_)')


@pytest.mark.parametrize(
    ("chart", "plot", "settings"),
    [
        (GROUPED, "barChart", {"barDir": "col", "grouping": "clustered"}),
        (STACKED, "barChart", {"barDir": "bar", "grouping": "stacked", "overlap": "100"}),
        (LINES, "lineChart", {"grouping": "standard"}),
        (FUNDS, "pieChart", {"varyColors": "1"}),
        (SHARES, "doughnutChart", {"holeSize": "50"}),
        (GRADI, "barChart", {"barDir": "bar", "grouping": "clustered"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_kinds(chart: Chart, plot: str, settings: dict[str, str]) -> None:
    root = draw(chart)
    (area,) = root.iter(f"{C}plotArea")
    assert [str(child.tag).removeprefix(C) for child in area if str(child.tag).endswith("Chart")] == [plot]
    assert {name: find(root, f"{plot}/{name}") for name in settings} == {k: [v] for k, v in settings.items()}
    assert find(root, "lang") == ["it-IT"]
    assert find(root, "dispBlanksAs") == ["gap"]


def test_a_gap_is_no_point() -> None:
    first, second = draw(LINES).iter(f"{C}numCache")
    assert [point.get("idx") for point in first.iter(f"{C}pt")] == ["0", "1", "3", "4"]
    assert [point.get("idx") for point in second.iter(f"{C}pt")] == ["0", "1", "2", "3"]


def test_a_pyramid_has_positive_figures_on_axes_that_part_from_the_middle() -> None:
    root = draw(PYRAMID)
    assert [float(v.text or "") for v in root.iterfind(f".//{C}val//{C}v")] == [7012, 36420, 11020, 6630, 35101, 14908]
    left, right = root.iter(f"{C}valAx")
    assert [find(axis, "scaling/orientation") for axis in (left, right)] == [["maxMin"], ["minMax"]]
    for axis in (left, right):
        assert (find(axis, "scaling/max"), find(axis, "scaling/min")) == (["50000"], ["-50000"])
    codes = [axis.find(f"{C}numFmt").get("formatCode") for axis in (left, right)]  # type: ignore[union-attr]
    assert codes == ["[$-410]#,##0;;", "[$-410]#,##0;;[$-410]#,##0"]
    groups = [find(group, "axId") for group in root.iter(f"{C}barChart")]
    assert groups == [["3", "4"], ["1", "2"]]
    assert [find(axis, "axId") + find(axis, "crossAx") for axis in (left, right)] == [["4", "3"], ["2", "1"]]


def label_codes(chart: Chart) -> list[str]:
    return [str(element.get("formatCode")) for element in draw(chart).iterfind(f".//{C}dLbls//{C}numFmt")]


def test_formats_of_figures() -> None:
    assert label_codes(GROUPED) == ["[$-410]#,##0"] * 2
    assert label_codes(LINES) == ["[$-410]#,##0.0"] * 2
    assert label_codes(FUNDS) == ['[$-410]#,##0"\u00a0€"']
    assert label_codes(SHARES) == ["[$-410]#,##0.0%"]
    as_they_are = replace(ALONE, decimals=None, series=(Series("", values("2", "12.50")),))
    assert label_codes(as_they_are) == ["[$-410]#,##0.00", "[$-410]#,##0"]
    assert [cell.number_format for cell in open_sheet(write(FUNDS))["B"][1:]] == ['#,##0.00"\u00a0€"'] * 3
    assert [cell.number_format for cell in open_sheet(write(SHARES))["B"][1:]] == ["#,##0.0%"] * 3
    english = read_parts(docx.write(Document("T", (Section((FUNDS,)),), language="en-GB"), OPTIONS))
    assert b"[$-410]" not in english["word/charts/pdz-chart1.xml"]


def test_an_axis_of_small_numbers_shows_its_decimals() -> None:
    code = f".//{C}valAx/{C}numFmt"
    small, large = (draw(chart).find(code).get("formatCode") for chart in (ALONE, GROUPED))  # type: ignore[union-attr]
    assert (small, large) == ("[$-410]General", "[$-410]#,##0")


def test_the_end_of_an_axis_is_the_one_asked_for_unless_a_bar_goes_beyond() -> None:
    assert find(draw(GRADI), "valAx/scaling/max") == []
    within = replace(GRADI, series=(Series("Grado", values("80", "100", None)),))
    assert find(draw(within), "valAx/scaling/max") == ["1.00"]
    assert find(draw(within), "valAx/scaling/min") == ["0"]
    negative = replace(GRADI, series=(Series("Saldo", values("-3", "1", None)),))
    assert find(draw(negative), "valAx/scaling/min") == []


def test_titles_of_axes() -> None:
    assert xpath(draw(GROUPED), ".//a:t/text()") == ["Anno", "persone"]
    assert xpath(draw(PYRAMID), ".//a:t/text()") == ["Età", "residenti"]
    assert xpath(draw(replace(GROUPED, unit="euro", measure="€")), ".//a:t/text()") == ["Anno"]
    assert xpath(draw(ALONE), ".//a:t/text()") == []


def test_a_legend_only_where_it_says_something() -> None:
    legends = {chart.caption: bool(elements(draw(chart), "//*[local-name()='legend']")) for chart in DRAWN}
    assert legends == {
        "Persone seguite & famiglie": True,
        "Posti per gestore": True,
        "Serie trimestrale": True,
        "Fondi per fonte": False,  # three short names: they stand beside their slices
        "Quote dei livelli": True,
        "Piramide delle età": True,
        "Gradi di raggiungimento": False,
        "": False,
    }
    assert find(draw(FUNDS), "dLbls/showCatName") == ["1"]
    long = replace(FUNDS, categories=("FNPS", "Fondo sociale regionale, quota ordinaria", "Comuni"))
    assert find(draw(long), "legend/legendPos") == ["r"]
    assert find(draw(long), "dLbls/showCatName") == ["0"]


def test_figures_are_printed_where_they_find_room() -> None:
    assert find(draw(GROUPED), "dLbls/showVal") == ["1", "1"]
    crowded = Chart("barre", tuple(map(str, range(40))), (Series("", (Decimal(1_000),) * 40),))
    assert find(draw(crowded), "dLbls/showVal") == ["0"]
    three = replace(LINES, series=(*LINES.series, Series("Terza", values("1", "2", "3", "4", "5"))))
    assert find(draw(three), "dLbls/showVal") == ["0"] * 3
    assert find(draw(LINES), "dLbls/dLblPos") == ["t", "b"]
    hidden = [
        [(find(label, "idx") or [label[0].get("val")])[0] for label in series.iter(f"{C}dLbl") if find(label, "delete")]
        for series in draw(STACKED).iter(f"{C}ser")
    ]
    assert hidden == [["1", "2"], ["0", "2"]]  # the parts as narrow as their outline


def test_all_letters_name_their_font() -> None:
    for chart in DRAWN:
        root = draw(chart)
        looks = [*root.iterfind(f".//{C}txPr"), *root.iterfind(f".//{C}rich")]
        assert looks
        assert all("Arial" in xpath(look, ".//a:latin/@typeface") for look in looks)


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        ('w:ascii="Titillium &amp; Web"', "Titillium & Web"),
        ('w:asciiTheme="minorHAnsi" w:ascii="Calibri"', "+mn-lt"),
        ('w:asciiTheme="majorHAnsi"', "+mj-lt"),
        ('w:cs="David"', "Arial"),
    ],
)
def test_the_font_is_that_of_the_office(fonts: str, expected: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    style = tmp_path_factory.mktemp("stile") / "stile.docx"
    reference = python_docx.Document()
    root = reference.styles.element
    for old in root.iter("{*}rFonts"):
        new = etree.fromstring(f'<w:x xmlns:w="{root.nsmap["w"]}" {fonts}/>')
        old.attrib.clear()
        old.attrib.update(new.attrib)
    reference.save(str(style))
    options = WriteOptions(timestamp=OPTIONS.timestamp, style=style)
    parts = read_parts(docx.write(Document("T", (Section((ALONE,)),)), options))
    assert set(xpath(parts["word/charts/pdz-chart1.xml"], "//a:latin/@typeface")) == {expected}


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.1."""
    parts = (int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_series_differ_also_for_who_sees_no_colours() -> None:
    assert all(contrast(*pair) >= 2 for pair in combinations(SOLID, 2))
    assert all(contrast(colour, "FFFFFF") >= 4 for colour, _, _ in _LINES)
    nine = tuple(Series(str(number), values("1", "2", "3")) for number in range(9))
    bars = draw(replace(GROUPED, series=nine))
    fills = [etree.tostring(fill) for fill in bars.iterfind(f".//{C}ser/{C}spPr")]
    assert len(set(fills)) == 9
    lines = draw(replace(LINES, categories=LINES.categories[:3], series=nine[:5]))
    assert len(set(xpath(lines, ".//a:prstDash/@val"))) == len(set(find(lines, "marker/symbol"))) == 5


def test_alternative_text() -> None:
    parts = write(GROUPED, replace(GROUPED, description=""), replace(ALONE, description=""))
    assert xpath(parts["word/document.xml"], "//wp:docPr/@descr") == [
        "Le persone seguite crescono da 1.204 a 1.298 uomini.",
        "Grafico a barre «Persone seguite & famiglie», persone. Uomini: 1.204 (2022), 1.310 (2023), 1.298 (2024);"
        " Donne: 1.466 (2022), 2023: dato mancante, 1.502 (2024).",
        "Grafico a barre. 1 (uno), 2 (due).",
    ]
    months = tuple(f"mese {number}" for number in range(50))
    rising = Series("Accessi", (None, *map(Decimal, range(1, 50))))
    long = Chart("linee", months, (rising, Series("Vuota", ())), "Molti mesi")
    assert xpath(write(long)["word/document.xml"], "//wp:docPr/@descr") == [
        "Grafico a linee «Molti mesi». Accessi: minimo 1 (mese 1), massimo 49 (mese 49); Vuota: dati mancanti."
    ]


def test_caption_drawing_and_source_stay_together() -> None:
    body = write(GROUPED)["word/document.xml"]
    caption, drawing, source = elements(body, "//w:body/w:p")[:3]
    assert text_of(caption) == "Grafico 1 – Persone seguite & famiglie"
    assert xpath(caption, ".//w:instrText/text()") == [" SEQ Grafico \\* ARABIC "]
    assert xpath(caption, "w:bookmarkStart/@w:name") == ["_Gra000001"]
    assert elements(drawing, ".//w:drawing")
    assert elements(caption, "w:pPr/w:keepNext")
    assert elements(drawing, "w:pPr/w:keepNext")
    assert text_of(source) == "Fonte: Ufficio di Piano."
    assert not elements(body, "//w:tbl")


NOT_A_FIGURE = replace(LINES, caption="Senza dati", series=(Series("a", values(None, None)),))


@pytest.mark.parametrize("chart", [EMPTY, replace(EMPTY, series=(Series("a", ()),)), NOT_A_FIGURE])
def test_nothing_to_draw_is_a_sentence(chart: Chart) -> None:
    parts = write(chart)
    assert not [name for name in parts if "chart" in name or "embeddings" in name]
    assert [text_of(p) for p in elements(parts["word/document.xml"], "//w:body/w:p")] == [
        "Grafico 1 – Senza dati",
        "Non ci sono dati da rappresentare.",
    ]


@pytest.mark.parametrize(
    "chart",
    [
        replace(FUNDS, series=(Series("Saldo", values("-5", "10", "3")),)),
        replace(FUNDS, series=(Series("Zeri", values("0", "0", None)),)),
        replace(SHARES, series=SHARES.series * 2),
        replace(PYRAMID, series=PYRAMID.series[:1]),
        replace(PYRAMID, series=(*PYRAMID.series[:1], Series("Saldo", values("-1", "2", "3")))),
    ],
)
def test_what_cannot_be_drawn_as_asked_lies_in_bars(chart: Chart) -> None:
    root = draw(chart)
    assert find(root, "barChart/barDir") == ["bar"]
    assert len(list(root.iter(f"{C}ser"))) == len(chart.series)


def test_missing_and_superfluous_values() -> None:
    short = replace(ALONE, series=(Series("", values("7")), Series("b", values("1", "2", "3"))))
    assert [[cell.value for cell in row] for row in open_sheet(write(short)).iter_rows(min_row=2)] == [
        ["uno", 7, 1],
        ["due", None, 2],
    ]


def extents(parts: dict[str, bytes]) -> list[tuple[float, float]]:
    """Centimetres."""
    found = elements(parts["word/document.xml"], "//wp:extent")
    return [(int(item.get("cx", "")) / 360_000, int(item.get("cy", "")) / 360_000) for item in found]


def test_sizes() -> None:
    assert extents(write(GROUPED)) == extents(write(GROUPED, landscape=True)) == [(16, 9)]
    many = replace(
        GRADI, categories=tuple(f"Obiettivo {n}" for n in range(30)), series=(Series("", (Decimal(1),) * 30),)
    )
    ((_, tall),) = extents(write(many))
    assert 15 < tall < 18
    ((_, capped),) = extents(write(replace(many, categories=tuple("parola " * 20 for _ in range(30)))))
    assert capped == pytest.approx(25.7 - 3, abs=0.05)


def test_in_cells_and_lists() -> None:
    cell = RichCell((ALONE,))
    table = Table((Column(), Column()), (Row((cell, cell)),))
    parts = write(table, Items(((Paragraph("voce"), ALONE),)))
    sizes = extents(parts)
    assert [width < 8.5 for width, _ in sizes] == [True, True, False]
    assert [height for _, height in sizes] == [6, 6, pytest.approx(9, abs=0.2)]
    assert len(elements(parts["word/document.xml"], "//w:tc//w:drawing")) == 2


ORDER = {
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth",
    "dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize separator",
    "dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize"
    " separator showLeaderLines",
    "catAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
    " crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
    " crossAx crosses crossBetween majorUnit",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "chart": "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "scaling": "orientation max min",
}
"""The order of the elements in ECMA-376, as far as they are written: Word refuses a part that mixes them."""


@pytest.mark.parametrize("chart", [*DRAWN, ODD], ids=lambda chart: chart.caption or "senza didascalia")
def test_elements_stand_in_the_order_of_the_schema(chart: Chart) -> None:
    for element in draw(chart).iter():
        if known := ORDER.get(str(element.tag).removeprefix(C), "").split():
            places = [known.index(str(child.tag).removeprefix(C)) for child in element]
            assert places == sorted(places)


def test_fifty_charts() -> None:
    fifty = Document("T", (Section(tuple(replace(DRAWN[index % len(DRAWN)], id="") for index in range(50))),))
    packed = docx.write(fifty, OPTIONS)
    assert packed == docx.write(fifty, OPTIONS)
    parts = read_parts(packed)
    assert len([name for name in parts if name.startswith("word/charts/pdz")]) == 50
    assert len([name for name in parts if name.startswith("word/embeddings/")]) == 50
    assert xpath(parts["word/document.xml"], "//wp:docPr/@id") == [str(number) for number in range(1, 51)]
    word = python_docx.Document(BytesIO(packed))
    charts = [rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/chart")]
    assert len(charts) == 50
    first = [rel.target_part.blob for rel in charts[0].rels.values()]
    assert first == [parts["word/embeddings/pdz-chart1.xlsx"]]


@given(st.decimals(min_value=0, max_value=10**12, allow_nan=False, places=3))
def test_an_axis_ends_at_a_round_number_not_under_its_figures(largest: Decimal) -> None:
    end, step = axis_end(largest)
    assert largest <= end <= max(largest * 2, 1)
    assert end % step == 0
    assert end / step <= 5
