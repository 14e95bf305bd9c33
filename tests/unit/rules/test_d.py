# SPDX-License-Identifier: EUPL-1.2
"""Rules on the data of context: what published plans get wrong, and what looks wrong and is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan
from pdz.rules import Selezione

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano di prova
triennio: 2025-2027
enti: [{id: capofila, nome: Azienda di prova}]
"""
AMBITO = "ambito: {nome: Prova, ente_capofila: capofila}\n"
THREE = """ambito:
  nome: Prova
  ente_capofila: capofila
  comuni: [{nome: Carpiano}, {nome: Colturano}, {nome: San Donato Milanese}]
"""
MERGED = """ambito:
  nome: Prova
  ente_capofila: capofila
  comuni:
    - {nome: Camairago, al: 2017-12-31, confluito_in: Castelgerundo}
    - {nome: Cavacurta, al: 2017-12-31, confluito_in: Castelgerundo}
    - {nome: Castelgerundo, dal: 2018-01-01}
    - {nome: Lodi}
    - {nome: Codogno}
"""
DATED = "    al: 2024-01-01\n    fonte: ISTAT\n"

Check = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """The findings of this family on a plan: code, address, message."""

    def run(text: str, ambito: str = AMBITO) -> list[tuple[str, str, str]]:
        (tmp_path / "piano.yaml").write_text(HEAD + ambito + text, encoding="utf-8")
        checked = check_plan(tmp_path, Selezione(select=("D",)))
        assert all(finding.hint for finding in checked.findings)
        return [(finding.code, finding.address, finding.message) for finding in checked.findings]

    return run


def table(columns: str, rows: str, more: str = "", dated: str = DATED) -> str:
    """A table «t» with its columns and rows in short form, one for each line."""
    lines = ["tabelle:", "  - id: t", "    titolo: Tabella", "    colonne:"]
    lines += [f"      - {{{line}}}" for line in columns.strip().split("\n")]
    lines += ["    dati:", *(f"      - {{comune: {line}}}" for line in rows.strip().split("\n"))]
    return "\n".join(lines) + "\n" + dated + more


def codes(found: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [(code, address) for code, address, _ in found]


QUOTA = "campo: s, titolo: Stranieri\ncampo: r, titolo: Residenti\n"


@pytest.mark.parametrize(("given", "wrong"), [("14.62%", 0), ("14.6%", 0), ("15%", 0), ("15.18%", 1), ("14.63%", 1)])
def test_a_share_is_compared_at_the_decimals_that_it_prints(check: Check, given: str, wrong: int) -> None:
    columns = QUOTA + "campo: q, titolo: Quota, tipo: percentuale, numeratore: s, denominatore: r"
    found = check(table(columns, f"Ambito di prova, s: 16523, r: 112991, q: {given}"))
    assert codes(found) == [("D002", "tabelle/t/dati/0/q")] * wrong
    assert all("16.523 × 100 / 112.991 = 14,6232…" in message for *_, message in found)


def test_a_share_without_one_of_its_terms_is_left_alone(check: Check) -> None:
    columns = QUOTA + "campo: q, titolo: Quota, tipo: percentuale, numeratore: s, denominatore: r"
    assert check(table(columns, "Carpiano, s: (*), r: 4140, q: 8.09\nColturano, s: 177, r: 0, q: 3")) == []


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("nome: Quota di minori, valore: 118%", True),
        ("nome: Quota di minori, valore: -2%", True),
        ("nome: Minori sul totale degli ospiti, numeratore: 12, denominatore: 10", True),
        ("nome: Quota di minori, valore: 100%", False),
        ("nome: Aumento della quota di minori, valore: 118%", False),
        ("nome: Copertura dei posti (quota di domande), valore: 118%", False),
        ("nome: Indice di vecchiaia, valore: 161.79", False),
        ("nome: Risorse impegnate, valore: 118%", False),
        ("nome: Quota servizi del Fondo povertà, valore: 5000, unita: euro", False),
    ],
)
def test_only_a_share_has_to_stay_below_a_hundred(check: Check, fields: str, wrong: bool) -> None:
    found = check(f"fatti:\n  - {{id: f, {fields}, fonte: ISTAT, anno: 2023}}\n")
    assert [code for code, *_ in found] == ["D003"] * wrong


def test_men_and_women_with_a_column_of_others_are_not_the_total(check: Check) -> None:
    columns = (
        "campo: m, titolo: Maschi\ncampo: f, titolo: Femmine\ncampo: n, titolo: Non indicato\ncampo: t, titolo: Totale"
    )
    assert check(table(columns, "Carpiano, m: 10, f: 10, n: 1, t: 21")) == []


def test_the_means_of_men_and_women_are_not_added(check: Check) -> None:
    columns = "campo: m, titolo: Maschi, decimali: 1\ncampo: f, titolo: Femmine\ncampo: t, titolo: Totale"
    assert check(table(columns, "Carpiano, m: 43.2, f: 46.1, t: 44.7")) == []


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("Carpiano, v: 335\nColturano, v: 177\nTOT AMBITO, v: 512", False),
        ("Carpiano, v: 335\nColturano, v: 177\nTOT AMBITO, v: 521", True),
        ("Carpiano, v: 335\nColturano, v: 177\nTotale, v: 256", False),  # a mean
        ("Carpiano, v: 104.48\nColturano, v: 119.59\nTotale, v: 224.1", False),  # not counts
        ("Carpiano, v: 335\nColturano, v: (*)\nTotale, v: 521", False),  # a number is hidden
        ("Carpiano, v: 335\nTotale nord, v: 335\nColturano, v: 177\nTotale, v: 999", False),  # subtotals
        ("Carpiano, v: 335\nColturano, v: 177\nItalia, v: 5000\nTotale, v: 999", False),
    ],
)
def test_the_row_of_the_total(check: Check, rows: str, wrong: bool) -> None:
    assert [code for code, *_ in check(table("campo: v, titolo: Valore", rows))] == ["D006"] * wrong


def test_a_declared_total_of_counts(check: Check) -> None:
    rows = "Carpiano, v: 335\nColturano, v: 177"
    column = "campo: v, titolo: Valore, ambito: dichiarato, valore_ambito: "
    assert codes(check(table(column + "521", rows))) == [("D006", "tabelle/t/colonne/0/valore_ambito")]
    assert check(table(column + "512", rows)) == []
    assert check(table(column + "256", rows)) == []  # a mean of two


def test_a_total_is_wrong_also_where_a_comune_is_forgotten_but_that_is_told(check: Check) -> None:
    found = check(table("campo: v, titolo: V", "Carpiano, v: 335\nColturano, v: 177\nTotale, v: 4756"), THREE)
    assert codes(found) == [("D011", "tabelle/t/id")]


def test_italia_counted_with_the_comuni(check: Check) -> None:
    found = check(table("campo: v, titolo: V, ambito: media semplice", "Carpiano, v: 3\nItalia, v: 4"))
    assert codes(found) == [("D007", "tabelle/t/dati/1/comune")]
    assert check(table("campo: v, titolo: V", "Carpiano, v: 3\nItalia, v: 4")) == []


def test_a_part_of_an_age_band_greater_than_the_band(check: Check) -> None:
    bands = {"popolazione": 100, "eta_0_4": 5, "eta_0_14": 20, "eta_15_19": 6, "eta_15_39": 30, "eta_15_64": 60}
    bands |= {"eta_40_64": 30, "eta_60_64": 31, "eta_65_oltre": 20, "donne_15_49": 25, "nati": 1, "morti": 1}
    row = ", ".join(f"{name}: {number}" for name, number in bands.items())
    text = f"demografia:\n  id: d\n  al: 2024-01-01\n  fonte: ISTAT\n  dati: [{{comune: Carpiano, {row}}}]\n"
    assert codes(check(text)) == [("D008", "demografia/dati/0/eta_60_64")]
    assert check(text.replace("eta_60_64: 31", "eta_60_64: 30")) == []
    assert check(text.replace("eta_60_64: 31", "eta_60_64: (*)")) == []


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        ("ambito: somma, valore_ambito: 512", ""),
        ("ambito: somma, valore_ambito: 521", "335 + 177 = 512"),
        ("ambito: media semplice, valore_ambito: 250", "fa 256"),
        ("ambito: nessuna, valore_ambito: 512", "non lo stampa"),
    ],
)
def test_a_value_of_the_ambito_against_the_way_it_is_made(check: Check, column: str, wrong: str) -> None:
    found = check(table(f"campo: v, titolo: V, {column}", "Carpiano, v: 335\nColturano, v: 177"))
    assert codes(found) == ([("D009", "tabelle/t/colonne/0/valore_ambito")] if wrong else [])
    assert all(wrong in message for *_, message in found)


STRANIERI = """campo: n, titolo: Stranieri, ambito: somma
campo: q, titolo: "% sui residenti", tipo: percentuale, numeratore: n, ambito: dichiarato, valore_ambito: """
PUBLISHED = """Carpiano, n: 335, q: 8.09
Cerro al Lambro, n: 323, q: 6.23
Colturano, n: 177, q: 8.66
Dresano, n: 282, q: 9.08
Melegnano, n: 2711, q: 15.09
San Donato Milanese, n: 4244, q: 13.14
San Giuliano Milanese, n: 7596, q: 19.03
San Zenone al Lambro, n: 533, q: 11.92
Vizzolo Predabissi, n: 322, q: 8.32"""


@pytest.mark.parametrize(("given", "wrong"), [("15.18", True), ("14.62", False), ("14.6", False), ("14.7", True)])
def test_the_share_of_foreigners_that_a_plan_published(check: Check, given: str, wrong: bool) -> None:
    assert [code for code, *_ in check(table(STRANIERI + given, PUBLISHED))] == ["D009"] * wrong


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ("146.29", True),  # published: the nine Comuni make 146,2956
        ("146.30", False),
        ("146.3", False),
        ("146.28", False),  # not the simple mean at all: nobody can tell
        ("143.29", False),
    ],
)
def test_a_simple_mean_that_is_cut(check: Check, given: str, wrong: bool) -> None:
    columns = (
        f"campo: a, titolo: A, ambito: media semplice\ncampo: v, titolo: V, ambito: dichiarato, valore_ambito: {given}"
    )
    rows = "Carpiano, a: 1, v: 145.96\nColturano, a: 2, v: 146.6312"
    assert [code for code, *_ in check(table(columns, rows))] == ["D009"] * wrong
    assert check(table(columns.replace("media semplice", "somma"), rows)) == []


def test_a_comune_without_foreigners_leaves_the_share_of_the_ambito_unknown(check: Check) -> None:
    assert check(table(STRANIERI + "15.18", PUBLISHED + "\nLodi, n: 0, q: 0")) == []


MEAN = "campo: v, titolo: Indice, decimali: 2, ambito: media semplice"
SIZES = "fatti:\n" + "".join(
    f"  - {{id: f{n}, nome: Abitanti, comune: {name}, valore: {size}, unita: persone, fonte: ISTAT}}\n"
    for n, (name, size) in enumerate({"Carpiano": "meno di 4200", "Melegnano": "circa 18000"}.items())
)


def test_sizes_of_comuni_come_from_facts_too(check: Check) -> None:
    found = check(table(MEAN, "Carpiano, v: 100\nMelegnano, v: 200") + SIZES)
    assert codes(found) == [("D010", "tabelle/t/colonne/0/ambito")]
    assert "Melegnano (circa 18.000 abitanti) ne ha 4 volte Carpiano (circa 4.200)" in found[0][2]
    assert "fa 181,08, non 150,00" in found[0][2]


def test_a_simple_mean_that_the_note_admits_or_of_equal_comuni(check: Check) -> None:
    rows = "Carpiano, v: 100\nMelegnano, v: 200"
    assert check(table(MEAN, rows, "    nota: La riga è la media semplice dei Comuni.\n") + SIZES) == []
    assert check(table(MEAN, rows) + SIZES.replace("circa 18000", "circa 9000")) == []
    assert check(table(MEAN, rows)) == []  # nobody says how large they are


def test_a_declared_value_that_is_the_simple_mean(check: Check) -> None:
    columns = """campo: r, titolo: Popolazione residente, ambito: somma
campo: v, titolo: Indice, ambito: dichiarato, valore_ambito: """
    rows = "Carpiano, r: 4141, v: 104.48\nMelegnano, r: 17966, v: 171.58\nColturano, r: 2044, v: 119.59"
    assert codes(check(table(columns + "131.88", rows))) == [("D010", "tabelle/t/colonne/1/valore_ambito")]
    assert check(table(columns + "155.66", rows)) == []


def test_a_population_of_foreigners_is_not_the_size_of_a_comune(check: Check) -> None:
    columns = f"campo: r, titolo: Popolazione straniera residente\n{MEAN}"
    assert check(table(columns, "Carpiano, r: 335, v: 100\nMelegnano, r: 2711, v: 200")) == []


def test_a_forgotten_comune_may_be_named_in_the_note(check: Check) -> None:
    rows = "Carpiano, v: 335\nColturano, v: 177"
    assert [m for *_, m in check(table("campo: v, titolo: V", rows), THREE)] == [
        "t «Tabella»: manca «San Donato Milanese»"
    ]
    assert check(table("campo: v, titolo: V", rows, "    nota: San Donato Milanese ha il suo servizio.\n"), THREE) == []
    assert check(table("campo: v, titolo: V", rows)) == []  # the plan does not list its Comuni


def test_a_table_of_one_comune_forgets_none(check: Check) -> None:
    assert check(table("campo: v, titolo: V", "Carpiano, v: 335\nMilano, v: 177"), THREE) == []


def test_missing_and_misspelt_are_one_finding(check: Check) -> None:
    found = check(table("campo: v, titolo: V", "Carpiano, v: 1\nColturano, v: 2\nS. Donato Milanese, v: 3"), THREE)
    assert found == [
        ("D012", "tabelle/t/dati/2/comune", "t «Tabella»: «S. Donato Milanese» non è un Comune dell'Ambito")
    ]


@pytest.mark.parametrize("name", ["Ambito", "Totale Ambito", "Prova", "Provincia di Milano", "Italia", "Altri Comuni"])
def test_wider_territories_are_not_comuni(check: Check, name: str) -> None:
    rows = f"Carpiano, v: 1\nColturano, v: 2\nSan Donato Milanese, v: 3\n{name}, v: 6"
    assert check(table("campo: v, titolo: V", rows), THREE) == []


def test_a_stranger_is_told_only_where_the_ambito_is_computed(check: Check) -> None:
    rows = "Carpiano, v: 1\nColturano, v: 2\nSan Donato Milanese, v: 3\nBergamo, v: 6"
    assert check(table("campo: v, titolo: V", rows), THREE) == []
    assert [code for code, *_ in check(table("campo: v, titolo: V, ambito: somma", rows), THREE)] == ["D012"]


def test_comuni_of_facts_and_units(check: Check) -> None:
    text = """fatti:
  - {id: a, nome: Residenti, valore: 1, fonte: ISTAT, comune: Carpano}
  - {id: b, nome: Residenti, valore: 1, fonte: ISTAT, comune: carpiano}
  - {id: c, nome: Residenti, valore: 1, fonte: ISTAT, comune: Italia}
rete_offerta:
  al: 2024-01-31
  fonte: AFAM
  voci: [{id: nido, tipologia: Asilo Nido, area: Infanzia, comune: Lodi, posti: 10}]
"""
    assert codes(check(text, THREE)) == [("D012", "fatti/a/comune"), ("D012", "rete_offerta/voci/nido/comune")]
    assert check(text) == []
    partial = THREE.replace("  comuni:", "  numero_comuni: 49\n  comuni:")
    assert check(text, partial) == []  # the list is not whole


@pytest.mark.parametrize(
    ("when", "rows", "expected"),
    [
        ("al: 2024-01-01", "Castelgerundo, v: 1\nLodi, v: 2\nCodogno, v: 3", []),
        ("al: 2015-01-01", "Camairago, v: 1\nCavacurta, v: 1\nLodi, v: 2\nCodogno, v: 3", []),
        ("anno: 2017", "Camairago, v: 1\nCavacurta, v: 1\nLodi, v: 2\nCodogno, v: 3", []),
        (
            "al: 2024-01-01",
            "Castelgerundo, v: 1\nCavacurta, v: 1\nLodi, v: 2\nCodogno, v: 3",
            ["D013 tabelle/t/dati/1/comune"],
        ),
        (
            "anno: 2015",
            "Castelgerundo, v: 1\nLodi, v: 2\nCodogno, v: 3",
            ["D013 tabelle/t/dati/0/comune", "D011 tabelle/t/id"],
        ),
    ],
)
def test_comuni_that_merged(check: Check, when: str, rows: str, expected: list[str]) -> None:
    found = check(table("campo: v, titolo: V", rows, dated=f"    {when}\n    fonte: ISTAT\n"), MERGED)
    assert sorted(f"{code} {address}" for code, address, _ in found) == sorted(expected)


def test_the_same_comune_twice(check: Check) -> None:
    twice = THREE.replace("{nome: Colturano}", "{nome: Colturano, istat: '015085'}, {nome: Dresano, istat: '015085'}")
    assert codes(check("", twice)) == [("D014", "ambito/comuni/2/istat")]
    columns = "campo: anno, titolo: Anno, tipo: testo\ncampo: v, titolo: V"
    rows = "\n".join(f"{name}, anno: {year}, v: 1" for name in ("Carpiano", "Colturano") for year in (2023, 2024))
    assert check(table(columns, rows)) == []  # a row for each Comune and year


@pytest.mark.parametrize(("number", "wrong"), [(3, 0), (2, 1), (4, 1), (5, 0), (49, 0)])
def test_the_number_of_comuni(check: Check, number: int, wrong: int) -> None:
    found = check("", THREE.replace("  comuni:", f"  numero_comuni: {number}\n  comuni:"))
    assert codes(found) == [("D015", "ambito/numero_comuni")] * wrong


INDICI = table(
    "campo: v, titolo: Indice, decimali: 2", "Carpiano, v: 10\nColturano, v: 30\nDresano, v: 30\nItalia, v: 99"
)


@pytest.mark.parametrize(
    ("primato", "comune", "expected"),
    [
        ("tabella: t, colonna: v, tipo: massimo", "Dresano", ""),
        ("tabella: t, colonna: v, tipo: massimo", "Colturano", ""),
        ("tabella: t, colonna: v, tipo: massimo", "Carpiano", "il più alto di 3 valori è 30 (Colturano, Dresano)"),
        ("tabella: t, colonna: v, tipo: minimo", "Carpiano", ""),
        ("tabella: t, colonna: v, tipo: più vicino, a: 12", "Carpiano", ""),
        ("tabella: t, colonna: v, tipo: più vicino, a: 22", "Carpiano", "il più vicino a 22"),
        ("tabella: t, colonna: v, tipo: più vicino, a: altro", "Carpiano", ""),
        ("tabella: t, colonna: v, tipo: più vicino, a: altra", "Carpiano", "né un numero"),
        ("tabella: t, colonna: v, tipo: più vicino", "Carpiano", "serve anche «a: …»"),
        ("tabella: t, colonna: v, tipo: minimo, a: 3", "Carpiano", "«a» serve solo"),
        ("tabella: t, colonna: w, tipo: minimo", "Carpiano", "non ha la colonna «w»"),
        ("tabella: tt, colonna: v, tipo: minimo", "Carpiano", "la tabella «tt» non esiste"),
        ("tabella: t, colonna: v, tipo: minimo", "Bergamo", "Bergamo non è fra le righe"),
    ],
)
def test_claims_of_rank(check: Check, primato: str, comune: str, expected: str) -> None:
    facts = f"""fatti:
  - {{id: altro, nome: Altro indice, valore: 11, fonte: ISTAT, anno: 2024}}
  - {{id: p, nome: Primato, comune: {comune}, primato: {{{primato}}}}}
"""
    found = check(INDICI + facts)
    assert [code for code, *_ in found] == (["D016"] if expected else [])
    assert all(expected in message for *_, message in found)


def test_the_value_of_a_record_is_checked_when_it_is_written(check: Check) -> None:
    text = INDICI + "fatti:\n  - {id: p, nome: Primato, valore: 31, primato: {tabella: t, colonna: v, tipo: massimo}}\n"
    assert codes(check(text)) == [("D001", "fatti/p/valore")]
    assert check(text.replace("valore: 31", "valore: 30")) == []


def test_what_does_not_need_a_source_of_its_own(check: Check) -> None:
    text = """fatti:
  - {id: a, nome: Stranieri, valore: 10, fonte: ISTAT, anno: 2023}
  - {id: b, nome: Residenti, valore: 100, fonte: ISTAT, anno: 2023}
  - {id: c, nome: Quota, rapporto: {di: a, su: b}}
  - {id: d, nome: Spesa, valore: 100, unita: euro}
tabelle:
  - id: servizi
    titolo: Servizi
    colonne: [{campo: sede, titolo: Sede, tipo: testo}]
    dati: [{comune: Uno, sede: Via Roma}]
"""
    assert check(text) == []


def test_a_date_may_be_in_the_title_or_in_the_headings(check: Check) -> None:
    undated = "    fonte: ISTAT\n"
    assert check(table("campo: v, titolo: Residenti al 01/01/2024", "Carpiano, v: 3", dated=undated)) == []
    assert codes(check(table("campo: v, titolo: Residenti", "Carpiano, v: 3", dated=undated))) == [
        ("D018", "tabelle/t/id")
    ]


def test_a_fact_wants_a_date_when_the_others_of_its_source_have_one(check: Check) -> None:
    fact = "  - {{id: {0}, nome: Dato {0}, valore: 1, fonte: {1}{2}}}\n"
    two = fact.format("a", "ISTAT", ", anno: 2023") + fact.format("b", "istat", ", al: 2024-01-01")
    found = check("fatti:\n" + two + fact.format("c", "ISTAT", "") + fact.format("d", "Ufficio di Piano", ""))
    assert codes(found) == [("D018", "fatti/c/id")]


def test_the_day_of_consultation_of_another_date_is_not_wanted(check: Check) -> None:
    text = """fatti:
  - {id: a, nome: Residenti, valore: 1, al: 2024-01-01, fonte: {nome: ISTAT, consultata: 2024-11-10}}
  - {id: b, nome: Residenti nel 2021, valore: 1, anno: 2021, fonte: ISTAT}
  - {id: c, nome: Stranieri, valore: 1, al: 2024-01-01, fonte: ISTAT}
  - {id: d, nome: Utenti, valore: 1, al: 2024-01-01, fonte: SIOSS}
"""
    assert codes(check(text)) == [("D019", "fatti/c/fonte")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("nome: Residenti, al: 2024-01-01, fonte: {nome: ISTAT, consultata: 2022-11-11}", "D020"),
        ("nome: Residenti, anno: 2025, fonte: ISTAT", "D020"),  # approved in 2024
        ("nome: Residenti, anno: 2024, fonte: {nome: ISTAT, consultata: 2024-11-11}", ""),
        ("nome: Residenti previsti, anno: 2030, fonte: ISTAT", ""),
        ("nome: Soluzioni da realizzare, anno: 2026, fonte: PNRR", ""),
        ("nome: Residenti, al: 2024-01-01, fonte: {nome: ISTAT, consultata: 2024-12-19}", "D021"),
    ],
)
def test_days_that_had_not_come_yet(check: Check, fields: str, expected: str) -> None:
    approved = "stato: approvato\napprovazione: {organo: Assemblea dei Sindaci, data: 2024-12-18}\n"
    found = check(f"{approved}fatti:\n  - {{id: f, valore: 1, {fields}}}\n")
    assert [code for code, *_ in found] == ([expected] if expected else [])


def test_a_datum_after_the_triennio(check: Check) -> None:
    found = check("fatti:\n  - {id: f, nome: Residenti, valore: 1, anno: 2028, fonte: ISTAT}\n")
    assert ("D020", "fatti/f/anno") in codes(found)


def chart(kind: str, series: str, unit: str = "persone") -> str:
    head = f"grafici:\n  - id: g\n    titolo: Grafico\n    tipo: {kind}\n    categorie: [uno, due, tre]\n"
    return f'{head}    serie: {series}\n    unita: "{unit}"\n{DATED}    testo_alternativo: Tre colonne.\n'


@pytest.mark.parametrize(
    ("kind", "series", "unit", "expected"),
    [
        ("linee", "[{nome: a, valori: [1, 2, 3]}, {nome: b, valori: [1, 2]}]", "persone", ["D022"]),
        ("torta", "[{nome: a, valori: [1, 2, 3]}, {nome: b, valori: [1, 2, 3]}]", "persone", ["D023"]),
        ("torta", "[{nome: a, valori: [-1, 2, 3]}]", "persone", ["D023"]),
        ("torta", "[{nome: a, valori: [1, 2, 3]}]", "persone", []),
        ("torta", "[{nome: a, valori: [33, 33, 33]}]", "%", []),  # three halves of rounding
        ("torta", "[{nome: a, valori: [33.3, 33.3, 33.3]}]", "%", []),
        ("torta", "[{nome: a, valori: [33.0, 33.0, 33.0]}]", "%", ["D024"]),
        ("barre", "[{nome: a, valori: [33, 33, 10]}]", "%", []),
        ("piramide", "[{nome: m, valori: [1, 2, 3]}, {nome: f, valori: [1, 2, 3]}]", "persone", []),
        ("piramide", "[{nome: m, valori: [1, 2, 3]}]", "persone", ["D023"]),
        ("linee", "[]", "persone", ["D023"]),
    ],
)
def test_charts(check: Check, kind: str, series: str, unit: str, expected: list[str]) -> None:
    assert [code for code, *_ in check(chart(kind, series, unit))] == expected


def test_populations_of_other_days_are_not_compared(check: Check) -> None:
    text = """fatti:
  - {id: p, nome: Popolazione residente, valore: 112991, unita: persone, al: 2024-01-01, fonte: ISTAT}
assistenti_sociali: {numero: 20, popolazione: 111237, al: 2019-01-01, fonte: Ufficio di Piano}
"""
    assert check(text) == []
    assert codes(check(text.replace("2019-01-01", "2024-01-01"))) == [("D026", "assistenti_sociali/popolazione")]
    assert check(text.replace("2019-01-01", "2024-01-01").replace("valore: 112991", "valore: circa 112000")) == []


TWO_COMUNI = """fatti:
  - {{id: p, nome: {name}, valore: {value}, unita: persone, al: 2024-01-01, fonte: {{nome: "ISTAT, Demo"}}}}
tabelle:
  - id: t
    titolo: Popolazione residente per Comune e classi d'età
    al: 2024-01-01
    fonte: ISTAT
    colonne: [{{campo: n, titolo: Residenti}}]
    dati: [{{comune: Alfa, n: 20000}}, {{comune: Beta, n: 9875}}]
  - id: u
    titolo: {title}
    al: {day}
    fonte: {source}
    colonne: [{{campo: n, titolo: Residenti}}]
    dati: [{{comune: Alfa, n: 20000}}, {{comune: Beta, n: {beta}}}]
"""
USUAL = {
    "name": "Popolazione residente", "value": "29875", "title": "Superficie e abitanti", "day": "2024-01-01",
    "source": "ISTAT", "beta": "9875",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "addresses"),
    [
        ({}, []),
        ({"value": "29857"}, ["tabelle/t/dati", "tabelle/u/dati"]),
        ({"value": "29857", "name": "Popolazione residente nell'Ambito"}, ["tabelle/t/dati", "tabelle/u/dati"]),
        (
            {"value": "29857", "name": "Abitanti dell'Ambito di Prova al 1° gennaio 2024"},
            ["tabelle/t/dati", "tabelle/u/dati"],
        ),
        ({"value": "29857", "name": "Popolazione residente nell'Ambito con disabilità"}, []),
        ({"value": "29857", "name": "Popolazione residente in Lombardia"}, []),
        ({"value": "35000"}, []),  # something else
        ({"beta": "9857"}, ["tabelle/u/dati/1/n"]),
        ({"beta": "9857", "day": "2023-01-01"}, []),
        ({"beta": "9857", "source": "Anagrafi comunali"}, []),
        ({"beta": "857"}, []),
        ({"beta": "9857", "title": "Residenti stranieri"}, []),
    ],
)
def test_inhabitants_in_tables_and_facts(check: Check, changes: dict[str, str], addresses: list[str]) -> None:
    ambito = AMBITO.replace("}", ", comuni: [{nome: Alfa}, {nome: Beta}]}")
    found = codes(check(TWO_COMUNI.format(**USUAL | changes), ambito))
    assert [address for code, address in found if code == "D026"] == addresses


def test_units_of_which_some_are_not_known(check: Check) -> None:
    text = """rete_offerta:
  totale: 96
  al: 2024-01-31
  fonte: AFAM
  aree:
    - {id: disabili, nome: Disabilità, quota: 7%}
  voci:
    - {id: cad, tipologia: Comunità Alloggio, area: Disabilità, unita: 2, posti: 20}
    - {id: sad, tipologia: Assistenza Domiciliare, area: Disabilità, motivo: posti non indicati}
"""
    assert check(text) == []
    assert codes(check(text.replace("unita: 2", "unita: 8"))) == [("D027", "rete_offerta/aree/disabili/quota")]
    assert codes(check(text.replace("unita: 2", "unita: 97"))) == [("D027", "rete_offerta/totale")]


def test_facts_of_the_same_name(check: Check) -> None:
    fact = "  - {{id: {}, nome: Stranieri residenti, valore: {}, fonte: ISTAT, {}}}\n"
    one = "fatti:\n" + fact.format("a", 16523, "al: 2024-01-01")
    assert codes(check(one + fact.format("b", 16253, "al: 2024-01-01"))) == [("D028", "fatti/b/nome")]
    assert check(one + fact.format("b", 16253, "al: 2023-01-01")) == []
    assert check(one + fact.format("b", 335, "al: 2024-01-01, comune: Carpiano")) == []
    assert check(one + fact.format("b", 16523, "al: 2024-01-01")) == []


OUTCOME = """esiti:
  - id: G1
    titolo: Favorire l'integrazione
    indicatori:
      processo: [{{id: G1.p1, nome: Operatori formati, previsto: 140, realizzato: 145, unita: operatori}}]
    criticita: {text}
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sono stati formati 147 operatori.", True),
        ("Sono stati formati più di 147 operatori.", False),
        ("Sono stati formati 145 operatori.", False),
        ("Sono stati formati 160 operatori.", False),
        ("Sono stati formati 147 educatori.", False),
        ("Sono stati formati {{ fatti.formati }} operatori.", True),
    ],
)
def test_a_figure_that_is_almost_that_of_an_indicator(check: Check, text: str, wrong: bool) -> None:
    facts = "fatti: [{id: formati, nome: Operatori, valore: 147, unita: operatori, fonte: Ufficio di Piano}]\n"
    found = check(OUTCOME.format(text=f"'{text}'") + facts)
    assert codes(found) == ([("D025", "esiti/G1/criticita")] if wrong else [])


def test_a_note_may_explain_two_figures(check: Check) -> None:
    facts = "fatti: [{id: formati, nome: Operatori, valore: 147, unita: operatori, fonte: U, nota: prima 145}]\n"
    assert check(OUTCOME.format(text="'Sono stati formati {{ fatti.formati }} operatori.'") + facts) == []


def test_odd_plans_are_judged_all_the_same(check: Check) -> None:
    big, tiny = "9" * 30, "0." + "0" * 26 + "1"
    columns = QUOTA + "campo: q, titolo: Quota sul totale, tipo: percentuale, numeratore: s, denominatore: r"
    text = table(columns, f"Uno, s: {big}, r: {tiny}, q: 1\n'', s: 1, r: 1, q: ''")
    text += table(columns, "Due, s: 1, r: 2, q: (*)").removeprefix("tabelle:\n")
    text += """fatti:
  - {id: f, nome: Quota, primato: {tabella: t, colonna: q, tipo: più vicino, a: f}}
  - {id: f, nome: Quota, primato: {tabella: t, colonna: s, tipo: massimo}}
grafici: [{id: g, titolo: G, tipo: torta, categorie: [], serie: [], testo_alternativo: n}]
rete_offerta: {totale: 0, aree: [{id: a, nome: A, quota: 1%}], voci: [{id: v, tipologia: A, area: A, unita: 0}]}
"""
    found = check(text)
    assert {code for code, *_ in found} >= {"D017", "D023"}


# D020, D029


def test_a_definition_is_not_a_forecast(check: Check) -> None:
    """«Stima quanto i figli pesano…» explains a column: published with a source of two years before."""
    column = "campo: a, titolo: Carico dei figli, definizione: stima quanto i figli pesano sulle mamme"
    dated = "    al: 2024-01-01\n    fonte: {nome: ISTAT, consultata: 2022-11-11}\n"
    (found,) = check(table(column, "Carpiano, a: 4", dated=dated))
    assert (found[0], found[1]) == ("D020", "tabelle/t/al")
    assert "l'11/11/2022" in found[2]
    assert check(table(column.replace("Carico", "Stima del carico"), "Carpiano, a: 4", dated=dated)) == []


@pytest.mark.parametrize(
    ("date", "nota", "wrong"),
    [
        ("al: 2020-01-01", "I dati riferiti al 2024 sono provvisori", True),  # published
        ("al: 2024-01-01", "I dati riferiti al 2021 sono provvisori", True),  # published
        ("anno: 2021", "Dati demografici relativi all'anno 2020", True),
        ("al: 2020-01-01", "Dati provvisori. Dati riferiti al 31/12/2022.", True),
        ("al: 2024-01-01", "I dati riferiti al 2024 sono provvisori", False),
        ("al: 2024-01-01", "Dati riferiti al 31/12/2023", False),
        ("al: 2023-12-31", "Dati riferiti al 1° gennaio 2024", False),
        ("al: 2023-06-30", "Dati riferiti al 2024", True),
        ("al: 2024-01-01", "I dati riferiti al 2021 sono definitivi, quelli riferiti al 2024 provvisori", False),
        ("al: 2024-01-01", "I dati riferiti al 2021 non comprendono gli stranieri", False),
        ("al: 2024-01-01", "La superficie è riferita al 2011", False),
        ("al: 2024-01-01", "Dati provvisori", False),
    ],
)
def test_a_note_of_another_year(check: Check, date: str, nota: str, wrong: bool) -> None:
    for note in (f'fonte: {{nome: ISTAT, nota: "{nota}"}}', f'fonte: ISTAT\n    nota: "{nota}"'):
        text = f"fatti:\n  - id: a\n    nome: Indice di vecchiaia\n    valore: 172\n    {date}\n    {note}\n"
        assert [code for code, _, _ in check(text)] == (["D029"] if wrong else [])


def test_a_table_of_several_years_may_have_a_note_on_one(check: Check) -> None:
    dated = "    al: 2020-01-01\n    fonte: {nome: ISTAT, nota: I dati riferiti al 2024 sono provvisori}\n"
    columns = "campo: a, titolo: Anno 2020\ncampo: b, titolo: Anno 2024"
    assert check(table(columns, "Carpiano, a: 4, b: 5", dated=dated)) == []
    assert codes(check(table("campo: a, titolo: Persone", "Carpiano, a: 4", dated=dated))) == [
        ("D029", "tabelle/t/fonte/nota")
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_charts_of_one_id_are_judged_without_mixing_them(check: Check, order: tuple[int, int]) -> None:
    rest = "titolo: G, tipo: torta, unita: '%', fonte: ISTAT, anno: 2024, categorie: [a, b], testo_alternativo: Mostra"
    series = ("serie: []", "serie: [{nome: a, valori: [30, 30]}]")
    found = check("grafici:\n" + "".join(f"  - {{id: g, {rest}, {series[place]}}}\n" for place in order))
    assert ("D023", "grafici/g/serie") in codes(found)
