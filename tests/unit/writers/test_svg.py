# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pdz.doctree import Chart, Series
from pdz.writers._svg import WIDTH, draw_svg
from pdz.writers._svg._palette import look_of
from pdz.writers._svg._values import make_scale
from pdz.writers._svg._words import measure, wrap

from .sink_charts import ALONE, CHARTS, EMPTY, FUNDS, GRADI, GROUPED, LINES, PYRAMID, SHARES, STACKED, values

NS = "{http://www.w3.org/2000/svg}"


def parse(chart: Chart) -> etree._Element:
    return etree.fromstring(draw_svg(chart, identifier="g1"))


def words(root: etree._Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{NS}text")]


def number_of(element: etree._Element, name: str) -> float:
    return float(element.get(name, "nan"))


def bars(root: etree._Element, serie: int) -> list[tuple[float, float]]:
    """Width and height of the bars of a series, without its mark in the legend."""
    found = [
        (number_of(rect, "width"), number_of(rect, "height"))
        for rect in root.iter(f"{NS}rect")
        if rect.get("class", "").startswith(f"pdz-area-{serie + 1} ")
    ]
    return [size for size in found if size != (14.0, 14.0)]


def check_inside(root: etree._Element) -> None:
    """Every word and every bar stands inside the drawing."""
    x0, y0, width, height = map(float, root.get("viewBox", "").split())
    assert (x0, y0, width) == (0, 0, WIDTH)
    for text in root.iter(f"{NS}text"):
        long = measure(text.text or "")
        left = number_of(text, "x") - {"start": 0.0, "middle": long / 2, "end": long}[text.get("text-anchor", "")]
        assert left >= -1, text.text
        assert left + long <= WIDTH + 1, text.text
        assert 10 <= number_of(text, "y") <= height - 2, text.text
        assert float(text.get("font-size", "0")) >= 12
    for rect in root.iter(f"{NS}rect"):
        assert number_of(rect, "x") >= 0
        assert number_of(rect, "x") + number_of(rect, "width") <= WIDTH + 0.1
        assert number_of(rect, "y") + number_of(rect, "height") <= height + 0.1


@pytest.mark.parametrize("chart", CHARTS, ids=[chart.caption or "senza" for chart in CHARTS])
def test_every_chart_of_the_sink(chart: Chart) -> None:
    svg = draw_svg(chart, identifier="g1")
    root = etree.fromstring(svg)
    check_inside(root)
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root if element.get("id")}
    texts = [named[name] for name in root.get("aria-labelledby", "").split(" ")]
    assert texts == [text for text in (chart.caption, chart.description) if text]
    assert all(element.get("id", "g1-").startswith("g1-") for element in root.iter())
    assert "style" not in {etree.QName(element).localname for element in root.iter()}
    assert svg == draw_svg(chart, identifier="g1")


def test_bars_are_as_long_as_their_values() -> None:
    men, women = bars(parse(GROUPED), 0), bars(parse(GROUPED), 1)
    heights = [height for _, height in men]
    assert [round(height / heights[0], 3) for height in heights] == [1, round(1310 / 1204, 3), round(1298 / 1204, 3)]
    assert len(women) == 2, "the year without a figure has no bar"
    assert women[0][1] / heights[0] == pytest.approx(1466 / 1204, abs=0.001)


def test_what_is_not_known_is_not_a_zero() -> None:
    assert words(parse(GROUPED)).count("—") == 1
    assert words(parse(replace(GROUPED, series=(Series("A", values("0", "1", "2")),)))).count("—") == 0
    paths = [path.get("d", "") for path in parse(LINES).iter(f"{NS}path") if path.get("class") == "pdz-linea-1"]
    assert [path.count("L") for path in paths] == [1, 1, 1], "the mark of the legend, before the gap, after it"


def test_parts_of_a_stack_stand_one_after_the_other() -> None:
    root = parse(STACKED)
    first, second = (
        [rect for rect in root.iter(f"{NS}rect") if rect.get("class", "").startswith(f"pdz-area-{serie} ")]
        for serie in (1, 2)
    )
    nidi, others = first[1], second[1]
    assert number_of(others, "x") == pytest.approx(number_of(nidi, "x") + number_of(nidi, "width"), abs=0.02)
    assert number_of(others, "width") / number_of(nidi, "width") == pytest.approx(37 / 957, abs=0.001)
    assert number_of(others, "y") == number_of(nidi, "y")


def test_a_stack_below_zero_grows_downwards() -> None:
    series = tuple(Series(name, values(value)) for name, value in (("x", "4"), ("y", "-2"), ("z", "-6")))
    chart = Chart("barre", ("a",), series, stacked=True)
    root = parse(chart)
    edges = [
        (number_of(rect, "y"), number_of(rect, "y") + number_of(rect, "height"))
        for rect in root.iter(f"{NS}rect")
        if "pdz-contorno" in rect.get("class", "") and number_of(rect, "width") != 14
    ]
    (top, zero), (below, middle), (third, bottom) = edges
    assert (below, third) == (pytest.approx(zero, abs=0.02), pytest.approx(middle, abs=0.02))
    assert (bottom - third) / (zero - top) == pytest.approx(6 / 4, abs=0.001)


def test_slices_turn_by_their_share() -> None:
    paths = [path.get("d", "") for path in parse(SHARES).iter(f"{NS}path") if "pdz-contorno" in path.get("class", "")]
    assert len(paths) == 3
    assert [path.split("A120 120 ")[1][:5] for path in paths] == ["0 0 1", "0 0 1", "0 1 1"], (
        "only the last is over half"
    )
    assert paths[0].startswith("M124 4A120"), "from the top"
    assert "FNPS: 599.821,54\u00a0€" in words(parse(FUNDS))


def test_a_slice_that_is_all_is_a_circle() -> None:
    chart = Chart("torta", ("tutto", "zero", "manca"), (Series("", values("5", "0", None)),))
    root = parse(chart)
    shapes = [path.get("d", "") for path in root.iter(f"{NS}path") if "pdz-contorno" in path.get("class", "")]
    assert [shape.count("A120") for shape in shapes] == [2]
    assert words(root) == ["tutto: 5", "zero: 0", "manca: —"]


def test_the_axis_reaches_values_beyond_its_own_end() -> None:
    assert "112%" in words(parse(GRADI))
    assert "120%" in words(parse(GRADI))
    full = replace(GRADI, series=(Series("Grado", values("80", "40", None)),))
    assert [word for word in words(parse(full)) if word.endswith("%")] == [
        "0%", "20%", "40%", "60%", "80%", "100%", "80%", "40%",
    ]  # fmt: skip


def test_a_pyramid_has_two_sides_of_one_scale() -> None:
    root = parse(PYRAMID)
    men, women = bars(root, 0), bars(root, 1)
    assert men[0][0] / women[0][0] == pytest.approx(11020 / 14908, abs=0.001)
    assert words(root).count("40.000") == 2
    assert [word for word in words(root) if word in PYRAMID.categories] == list(reversed(PYRAMID.categories))


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    flat = Chart("linee", ("2023", "2024"), (Series("", values("226000", "228000")),), measure="residenti")
    assert "residenti; l'asse non parte da zero" in words(parse(flat))
    steep = replace(flat, series=(Series("", values("1000", "228000")),))
    assert "residenti" in words(parse(steep))


def test_an_empty_chart_says_so() -> None:
    for chart in (EMPTY, Chart("barre", ("a",), (Series("A", (None,)),)), Chart("torta", ("a",), ())):
        assert words(parse(chart)) == ["Non ci sono dati da disegnare."]


def test_names_that_do_not_fit_under_upright_bars_lay_them_down() -> None:
    widths = [
        width for width, _ in bars(parse(replace(ALONE, categories=("uno", "precipitevolissimevolmente" * 2))), 0)
    ]
    assert widths[1] / widths[0] == pytest.approx(2, abs=0.001)


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        (("7", "36"), "0 10 20 30 40"),
        (("0.03", "0.11"), "0 0.02 0.04 0.06 0.08 0.1 0.12"),
        (("-3", "21"), "-5 0 5 10 15 20 25"),
        (("0", "0"), "0 0.2 0.4 0.6 0.8 1"),
        (("1", "12345678901234567890"), "0 5000000000000000000 10000000000000000000 15000000000000000000"),
    ],
)
def test_round_numbers_along_the_axis(numbers: tuple[str, ...], ticks: str) -> None:
    chart = replace(ALONE, decimals=None)
    assert " ".join(f"{tick.normalize():f}" for tick in make_scale(chart, map(Decimal, numbers)).ticks) == ticks


def test_no_two_series_look_alike() -> None:
    looks = [look_of(serie) for serie in range(64)]
    assert len(set(looks)) == 64
    assert all(one[0] != other[0] for one, other in pairwise(looks))


def test_lines_of_words_lose_nothing() -> None:
    assert wrap("Centri diurni per persone con disabilità", 150) == ["Centri diurni per", "persone con disabilità"]
    assert "".join(wrap("x" * 100, 60)) == "x" * 100
    assert wrap("ab mmmmm c", 28) == ["ab", "mm", "mm", "m c"]
    assert wrap("mm", 5) == ["m", "m"]


_NUMBERS = st.none() | st.decimals(-(10**12), 10**12, places=2) | st.integers(-9, 9).map(Decimal)
_NAMES = st.text(st.characters(codec="utf-8"), max_size=60)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from(["barre", "linee", "torta", "ciambella", "piramide"]))
    count = {"torta": 1, "ciambella": 1, "piramide": 2}.get(kind) or draw(st.integers(1, 9))
    categories = tuple(draw(st.lists(_NAMES, max_size=15)))
    size = len(categories)
    return Chart(
        kind,
        categories,
        tuple(Series(draw(_NAMES), tuple(draw(st.lists(_NUMBERS, max_size=size)))) for _ in range(count)),
        caption=draw(_NAMES),
        description=draw(_NAMES),
        unit=draw(st.sampled_from(["numero", "euro", "percento"])),
        decimals=draw(st.sampled_from([None, 0, 1])),
        measure=draw(_NAMES),
        stacked=draw(st.booleans()),
        horizontal=draw(st.booleans()),
        maximum=draw(st.none() | st.decimals(-100, 10**6, places=1)),
    )


@given(charts())
@settings(max_examples=150, deadline=None)
def test_any_chart_is_drawn_inside_its_box(chart: Chart) -> None:
    svg = draw_svg(chart, identifier="x")
    root = etree.fromstring(svg)
    check_inside(root)
    numbers = [value for element in root.iter() for name, value in element.attrib.items() if name in ("d", "x", "y")]
    assert not any(bad in str(value) for value, bad in product(numbers, ("nan", "inf", "e")))
