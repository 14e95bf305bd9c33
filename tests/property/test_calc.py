# SPDX-License-Identifier: EUPL-1.2
"""What holds for every plan: totals are the sum of their parts, bands never go back, print never contradicts."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pdz.calc import Quadro, compute, find_giudizio, format_calcolo
from pdz.model import Piano
from pdz.numbers import format_number, parse_decimal
from pdz.profiles import load_profilo

PROFILO = load_profilo("lombardia/2025-2027")
BANDS = [fascia.giudizio for fascia in PROFILO.scala]
LIMITS = {"nullo": (0, 0), "insufficiente": (0, 49), "sufficiente": (50, 79), "buono": (80, 99), "ottimo": (100, None)}

amounts = st.decimals(min_value=0, max_value=10**12, places=2).map(str)
levels = st.sampled_from([None, "ue", "nazionale", "regionale", "comunale"])
areas = st.sampled_from([None, "Minori", "MINORI ", "Anziani", "Disabilità"])
counts = st.integers(min_value=0, max_value=10**9)


def quadro_of(**parts: Any) -> Quadro:
    ambito = {"nome": "Ambito", "ente_capofila": "azienda"}
    plan = {"formato": "1", "profilo": "x", "titolo": "Piano", "triennio": "2025-2027", "ambito": ambito, **parts}
    return compute(Piano.model_validate(plan), PROFILO)


def fondi_of(rows: list[tuple[str, str | None, str | None]]) -> list[dict[str, Any]]:
    voci = [
        {"id": f"v{i}", "denominazione": f"Voce {i}", "assegnato": amount, "livello": level, "area": area}
        for i, (amount, level, area) in enumerate(rows)
    ]
    return [{"id": "f", "titolo": "Fondi", "classe": "strutturali", "voci": voci}]


rows = st.lists(st.tuples(amounts, levels, areas), min_size=1, max_size=12)


@given(rows, st.randoms(use_true_random=False))
def test_total_is_the_sum_of_its_parts_in_any_order(
    rows: list[tuple[str, str | None, str | None]], random: Any
) -> None:
    expected = sum((Fraction(amount) for amount, _, _ in rows), Fraction(0))
    totali = quadro_of(fondi=fondi_of(rows)).totali
    shuffled = list(rows)
    random.shuffle(shuffled)
    for name in ("f", "fondi"):
        total = totali[name].valore
        assert total is not None
        assert Fraction(total) == expected
        assert quadro_of(fondi=fondi_of(shuffled)).totali[name].valore == total
    for kind in ("livello", "area"):
        parts = [c.valore for name, c in totali.items() if re.fullmatch(rf"f\.{kind}\.\w+", name)]
        assert not parts or sum((Fraction(part) for part in parts if part is not None), Fraction(0)) == expected


@given(rows)
def test_shares_make_a_hundred_before_rounding(rows: list[tuple[str, str | None, str | None]]) -> None:
    totali = quadro_of(fondi=fondi_of(rows)).totali
    for kind in ("livello", "area", "voce"):
        shares = [c for name, c in totali.items() if re.fullmatch(rf"f\.{kind}\.\w+\.quota", name)]
        if shares and totali["f"].valore:
            exact = [Fraction(c.termini[0].valore) * 100 / Fraction(c.termini[1].valore) for c in shares]
            assert sum(exact) == 100
            for share, fraction in zip(shares, exact, strict=True):
                assert share.valore is not None
                assert 0 <= fraction - Fraction(share.valore) < Fraction(1, 10**40)


@given(st.integers(min_value=1, max_value=10**9), counts, counts)
def test_band_is_monotonic(planned: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    gradi = quadro_of(
        esiti=[
            {"id": name, "titolo": name, "azioni": {"programmate": str(planned), "realizzate": str(done)}}
            for name, done in (("low", low), ("high", high))
        ]
    ).gradi
    assert BANDS.index(gradi["low"].giudizio) <= BANDS.index(gradi["high"].giudizio)


@given(st.integers(min_value=1, max_value=10**9), counts)
def test_printed_integer_never_contradicts_its_band(planned: int, done: int) -> None:
    azioni = {"programmate": str(planned), "realizzate": str(done)}
    grado = quadro_of(esiti=[{"id": "A", "titolo": "A", "azioni": azioni}]).gradi["A"]
    match = re.fullmatch(r"(<1|[\d.]+)% \((\w+)\)", grado.stampa)
    assert match is not None
    least, most = LIMITS[match[2]]
    assert match[2] == grado.giudizio
    if match[1] == "<1":
        assert match[2] == "insufficiente"
        assert 0 < done * 100 < planned
    else:
        number = int(match[1].replace(".", ""))
        assert least <= number
        assert most is None or number <= most
        assert (number == 0) == (done == 0)
        assert number == done * 100 // planned


@given(st.decimals(min_value=0, max_value=200, places=6))
def test_band_is_decided_on_the_exact_value(value: Decimal) -> None:
    expected = (
        "ottimo" if value >= 100 else "buono" if value >= 80 else "sufficiente" if value >= 50 else "insufficiente"
    )
    assert find_giudizio(value, PROFILO.scala) == (expected if value > 0 else "nullo")


numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


@given(numbers, numbers, numbers)
def test_indicator_follows_its_formula(base: Decimal, target: Decimal, value: Decimal) -> None:
    texts = {"base": f"{base:f}", "previsto": f"{target:f}", "realizzato": f"{value:f}"}
    indicatori = {"risultato": [{"id": "r", "nome": "R", **texts}]}
    calcolo = quadro_of(esiti=[{"id": "A", "titolo": "A", "indicatori": indicatori}]).indicatori["r"]
    if target in (0, base):
        assert calcolo.valore is None
        assert calcolo.motivo
    else:
        exact = (Fraction(value) - Fraction(base)) * 100 / (Fraction(target) - Fraction(base))
        assert calcolo.valore is not None
        assert abs(exact - Fraction(calcolo.valore)) <= abs(exact) / 10**49
        assert format_calcolo(calcolo).startswith("100%") == (exact == 100)


@given(st.lists(st.tuples(counts, st.integers(min_value=1, max_value=10**9)), min_size=1, max_size=8))
def test_ambito_row_is_a_ratio_of_sums(rows: list[tuple[int, int]]) -> None:
    tabella = {
        "id": "t", "titolo": "T", "riga_ambito": "Ambito",
        "colonne": [{"campo": "q", "titolo": "Q", "ambito": "rapporto", "numeratore": "n", "denominatore": "d"}],
        "dati": [{"comune": f"C{i}", "n": str(n), "d": str(d)} for i, (n, d) in enumerate(rows)],
    }  # fmt: skip
    ambito = quadro_of(tabelle=[tabella]).citabili["tabelle.t.ambito.q"].valore
    exact = Fraction(sum(n for n, _ in rows) * 100, sum(d for _, d in rows))
    assert ambito is not None
    assert 0 <= exact - Fraction(ambito) <= exact / 10**49


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_what_is_written_reads_back(value: Decimal) -> None:
    assert parse_decimal(format_number(value, 2)) == value


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_value_error(text: str) -> None:
    try:
        number = parse_decimal(text)
    except ValueError:
        return
    assert number.is_finite()
