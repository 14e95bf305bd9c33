# SPDX-License-Identifier: EUPL-1.2
"""Rules on money: near misses, the mistakes that plans were published with, and what must stay silent."""

import shutil
from pathlib import Path

import pytest

from pdz.findings import Finding
from pdz.pipeline.check import check_plan
from pdz.rules import Selezione

EXAMPLES = Path(__file__).parents[3] / "esempi"
SAN_GIULIANO = EXAMPLES / "san-giuliano-milanese-2025-2027"
HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano di prova
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: capofila, comuni: [{nome: San Donato Milanese}]}
enti: [{id: capofila, nome: Azienda Sociale di Prova, sigla: A.S.P.}, {id: coop, nome: Cooperativa Dike}]
"""
PROSPETTO = "fondi:\n  - {id: f, titolo: Fondi, classe: strutturali, voci: ["
PROGETTO = "area: X, titolo: Progetto, fonte: Bando, importo: 1000, capofila: capofila, ruolo: capofila"


def check_family(folder: Path) -> tuple[Finding, ...]:
    """The findings of family F alone."""
    return check_plan(folder, Selezione(select=("F",))).findings


def find(tmp_path: Path, text: str) -> list[str]:
    """«F001 fondi/f/totale» for each finding of a plan."""
    (tmp_path / "piano.yaml").write_text(HEAD + text, encoding="utf-8")
    return [f"{finding.code} {finding.address}" for finding in check_family(tmp_path)]


def find_in_voce(tmp_path: Path, voce: str, more: str = "") -> list[str]:
    """The same for a plan with one row in a table of funds."""
    return find(tmp_path, f"{PROSPETTO}{{id: v, denominazione: Voce, {voce}}}]}}\n{more}")


def find_in_progetto(tmp_path: Path, progetto: str, more: str = "") -> list[str]:
    """The same for a plan with one project; later keys win over the usual ones."""
    keys = dict(pair.split(": ", 1) for pair in f"{PROGETTO}, stato: in essere".split(", "))
    keys |= dict(pair.split(": ", 1) for pair in progetto.split("; ") if pair)
    body = "".join(f"    {key}: {value}\n" for key, value in keys.items())
    return find(tmp_path, f"{more}progetti:\n  - id: p\n{body}")


# ---------------------------------------------------------------- parts and totals


def test_the_parts_of_fnps_2006_exceed_their_total_by_263_euro(tmp_path: Path) -> None:
    parts = (321336, 267813, 36133, 325202, 642954, 445825)
    voci = ", ".join(f"{{id: v{n}, denominazione: Parte, assegnato: {part}}}" for n, part in enumerate(parts))
    text = f"fondi: [{{id: f, titolo: FNPS, classe: strutturali, totale: 2039000, voci: [{voci}]}}]\n"
    assert find(tmp_path, text) == ["F001 fondi/f/totale"]
    (finding,) = check_family(tmp_path)
    assert "le voci fanno 2.039.263,00\u00a0€: è sotto la somma di 263,00\u00a0€" in finding.message


@pytest.mark.parametrize(
    ("totale", "expected"),
    [("300", []), ("300.01", ["F001 fondi/f/totale"]), ("300.01, arrotondamento: 0.01", [])],
    ids=["right", "a cent", "declared"],
)
def test_a_total_is_right_to_the_cent_or_within_its_declared_rounding(
    tmp_path: Path, totale: str, expected: list[str]
) -> None:
    voci = "{id: a, denominazione: A, assegnato: 100.50}, {id: b, denominazione: B, importo: 199.50}"
    text = f"fondi: [{{id: f, titolo: F, classe: strutturali, totale: {totale}, voci: [{voci}]}}]\n"
    assert find(tmp_path, text) == expected


@pytest.mark.parametrize(("totale", "expected"), [("500", []), ("90", ["F001 fondi/f/totale"])])
def test_a_total_with_unknown_rows_is_at_least_what_is_known(tmp_path: Path, totale: str, expected: list[str]) -> None:
    voci = "{id: a, denominazione: A, assegnato: 100}, {id: b, denominazione: B}"
    text = f"fondi: [{{id: f, titolo: F, classe: strutturali, totale: {totale}, voci: [{voci}]}}]\n"
    assert find(tmp_path, text) == expected


def test_quotas_may_divide_the_whole_grant_or_the_part_of_the_ambito(tmp_path: Path) -> None:
    quote = "quote: [{annualita: 2021, importo: 40}, {annualita: 2022, importo: 20}]"
    assert find_in_voce(tmp_path, f"importo: 100, assegnato: 60, {quote}") == []
    assert find_in_voce(tmp_path, f"importo: 60, assegnato: 60, {quote}") == []
    assert find_in_voce(tmp_path, f"importo: 100, assegnato: 61, {quote}") == ["F001 fondi/f/voci/v/importo"]


@pytest.mark.parametrize(
    ("rounding", "words"),
    [("0.01", "non serve: il totale è la somma"), ("0", "non serve: il totale è la somma")],
)
def test_a_rounding_that_rounds_nothing(tmp_path: Path, rounding: str, words: str) -> None:
    quote = "quote: [{annualita: 2021, importo: 40}, {annualita: 2022, importo: 20}]"
    assert find_in_voce(tmp_path, f"importo: 60, arrotondamento: {rounding}, {quote}") == [
        "F020 fondi/f/voci/v/arrotondamento"
    ]
    assert words in check_family(tmp_path)[0].message


def test_a_rounding_without_a_total_or_above_a_euro_for_each_part(tmp_path: Path) -> None:
    assert find_in_voce(tmp_path, "importo: 60, arrotondamento: 1") == ["F020 fondi/f/voci/v/arrotondamento"]
    budget = "budget: 102; budget_parti: [{nome: A, importo: 50}, {nome: B, importo: 50}]"
    assert find_in_progetto(tmp_path, f"{budget}; arrotondamento: 2") == []
    assert find_in_progetto(tmp_path, f"{budget}; arrotondamento: 2.01") == ["F020 progetti/p/arrotondamento"]


@pytest.mark.parametrize("amount", ["assegnato: 100", "importo: 100", "quote: [{annualita: 2021, importo: 100}]"])
def test_a_residue_equals_its_amount_at_most(tmp_path: Path, amount: str) -> None:
    assert find_in_voce(tmp_path, f"{amount}, residuo: 100") == []
    assert find_in_voce(tmp_path, f"{amount}, residuo: 100.01") == ["F002 fondi/f/voci/v/residuo"]


def test_a_residue_without_an_amount_says_nothing(tmp_path: Path) -> None:
    assert find_in_voce(tmp_path, "residuo: 100") == []


@pytest.mark.parametrize(
    ("progetto", "expected"),
    [
        ("valore_complessivo: 1200; cofinanziamento: 200", []),
        ("valore_complessivo: 1200; cofinanziamento: 200.01", ["F003 progetti/p/valore_complessivo"]),
        ("valore_complessivo: 1200; cofinanziamento: 200.01; arrotondamento: 0.01", []),
        ("valore_complessivo: 1200", []),
        ("cofinanziamento: 200", []),
        ("valore_complessivo: 999", ["F003 progetti/p/valore_complessivo"]),
        ("budget: 1000", []),
        ("budget: 1000.01", ["F005 progetti/p/budget"]),
        ("budget: 1200; valore_complessivo: 1200", []),
        ("budget_parti: [{nome: A, importo: 1001}]", ["F005 progetti/p/budget_parti"]),
    ],
)
def test_amounts_of_a_project(tmp_path: Path, progetto: str, expected: list[str]) -> None:
    assert find_in_progetto(tmp_path, progetto) == expected


@pytest.mark.parametrize(
    ("voce", "expected"),
    [
        ("richiesto: 100, importo: 100, assegnato: 100", []),
        ("richiesto: 100, importo: 120, assegnato: 110", ["F004 fondi/f/voci/v/importo"]),
        ("richiesto: 100, assegnato: 110", ["F004 fondi/f/voci/v/assegnato"]),
        ("importo: 100, assegnato: 110", ["F005 fondi/f/voci/v/assegnato"]),
        ("importo: 100, assegnato: 0", []),
    ],
)
def test_granted_asked_and_assigned(tmp_path: Path, voce: str, expected: list[str]) -> None:
    assert find_in_voce(tmp_path, voce) == expected


# ---------------------------------------------------------------- years


@pytest.mark.parametrize(
    ("voce", "expected"),
    [
        ("assegnato: 9, annualita: [2023]", []),
        ("annualita: [2021, 2022]", []),
        ("assegnato: 9, annualita: [2018-2020]", ["F006 fondi/f/voci/v/annualita"]),
        ("assegnato: 9, annualita: [2021, 2022, 2023], nota: Annualità 2021 - 2022 - 2023", []),
        ("assegnato: 9, annualita: [2021, 2022, 2023], nota: Annualità dal 2021 al 2023", []),
        ("assegnato: 9, annualita: [2021, 2022, 2023], nota: Importo complessivo", []),
        ("assegnato: 9, annualita: [2021, 2022, 2023], nota: Atto del 2023", ["F006 fondi/f/voci/v/annualita"]),
        ("assegnato: 9, annualita: [2021, 2022], quote: [{annualita: 2021, importo: 9}]", []),
    ],
)
def test_annualities_added_up(tmp_path: Path, voce: str, expected: list[str]) -> None:
    assert find_in_voce(tmp_path, voce) == expected


@pytest.mark.parametrize(
    ("denominazione", "nota", "expected"),
    [
        ("B", "", ["F007 fondi/f/voci/b/esercizio"]),
        ("Riparto 2023", "", []),
        ("B", ", nota: Comprende una quota dell'esercizio 2023", []),
        ("B", ", nota: Assegnazioni 2024", ["F007 fondi/f/voci/b/esercizio"]),
    ],
)
def test_years_added_up_in_a_table(tmp_path: Path, denominazione: str, nota: str, expected: list[str]) -> None:
    rows = [("a", "A", 2024), ("b", denominazione, 2023), ("c", "C", 2024)]
    voci = ", ".join(f"{{id: {i}, denominazione: {d}, assegnato: 1, esercizio: {y}}}" for i, d, y in rows)
    assert find(tmp_path, f"fondi: [{{id: f, titolo: F, classe: strutturali, voci: [{voci}]{nota}}}]\n") == expected


# ---------------------------------------------------------------- states and dates

APPROVED = "approvazione: {organo: Assemblea dei Sindaci, data: 2024-12-20}\n"


@pytest.mark.parametrize(
    ("progetto", "expected"),
    [
        ("presentazione: 2024-04-29", ["F008 progetti/p/stato"]),
        ("presentazione: 2024-04-29; avvio: 2024-09-01", []),
        ("presentazione: 2024-04-29; durata: durata triennale 2024-2027", []),
        ("nota: Presentato il 29 aprile, si attende l'esito", ["F008 progetti/p/stato"]),
        ("stato: finanziata; nota: In attesa di valutazione", ["F008 progetti/p/stato"]),
        ("nota: Presentato il 29 aprile e finanziato il 3 giugno", []),
        ("nota: Presentato alla cittadinanza dai partner", []),
        ("stato: presentata; presentazione: 2024-04-29", []),
        ("", []),
    ],
)
def test_projects_that_were_only_presented(tmp_path: Path, progetto: str, expected: list[str]) -> None:
    assert find_in_progetto(tmp_path, progetto) == expected


@pytest.mark.parametrize(
    ("progetto", "approved", "expected"),
    [
        ("stato: presentata; avvio: 2024-12-31", "", ["F009 progetti/p/stato"]),
        ("stato: presentata; avvio: 2025-04-01", "", []),
        ("stato: finanziata; avvio: 2025-01-15", "", []),
        ("stato: finanziata; avvio: 2024-12-20", APPROVED, ["F009 progetti/p/stato"]),
        ("stato: finanziata; avvio: 2024-12-21", APPROVED, []),
        ("stato: in essere; fine: 2024-12-31", "", []),
        ("stato: in essere; fine: 2024-12-30", "", ["F009 progetti/p/stato"]),
        ("stato: in essere; avvio: 2025-03-01", "", []),
        ("stato: in essere; avvio: 2025-03-01", APPROVED, ["F009 progetti/p/stato"]),
        ("stato: conclusa; fine: 2027-12-31", "", []),
        ("stato: conclusa; fine: 2028-01-01", "", ["F009 progetti/p/stato"]),
        ("stato: conclusa; fine: 2025-01-31", APPROVED, ["F009 progetti/p/stato"]),
    ],
)
def test_states_and_dates(tmp_path: Path, progetto: str, approved: str, expected: list[str]) -> None:
    assert find_in_progetto(tmp_path, progetto, approved) == expected


def test_a_row_of_the_funds_has_states_too(tmp_path: Path) -> None:
    assert find_in_voce(tmp_path, "stato: In essere, fine: 2023-07-17") == ["F009 fondi/f/voci/v/stato"]
    assert find_in_voce(tmp_path, "stato: in essere per la sola parte residua, fine: 2023-07-17") == []


def test_a_plan_no_longer_in_draft_was_written_before_its_triennium(tmp_path: Path) -> None:
    late, adopted = "stato: in essere; avvio: 2025-01-15", "stato: adottato\n"  # published
    assert "F009 progetti/p/stato" in find_in_progetto(tmp_path, late, adopted)
    assert "F009 progetti/p/stato" not in find_in_progetto(tmp_path, late.replace("2025-01-15", "2024-12-31"), adopted)
    seen = "fatti: [{id: a, nome: A, valore: 1, fonte: {nome: ISTAT, consultata: 2025-02-01}}]\n"
    assert "F009 progetti/p/stato" not in find_in_progetto(tmp_path, late, adopted + seen)
    assert find_in_progetto(tmp_path, late) == []


@pytest.mark.parametrize(
    ("progetto", "expected"),
    [
        ("fonte: PoR FSE+ 2021-2027; fondo: FSE+; avvio: 2024-05-09; fine: 2029-05-09", []),
        ("fonte: POR FSE; fondo: FSE+; avvio: 2020-05-09", ["F010 progetti/p/avvio"]),
        ("fonte: POR FSE; fondo: FSE+; fine: 2020-05-09; stato: conclusa", ["F010 progetti/p/fine"]),
        ("fonte: PON 2014-2020; avvio: 2024-05-09", ["F010 progetti/p/avvio"]),
        ("fonte: PON 2014-2020; presentazione: 2024-05-09; stato: presentata", ["F010 progetti/p/presentazione"]),
        ("fonte: Piano povertà 2021-2023; avvio: 2024-05-09", []),
        ("fonte: da PON 2014-2020 a PN 2021-2027; avvio: 2024-05-09", []),
    ],
)
def test_projects_and_the_period_of_their_source(tmp_path: Path, progetto: str, expected: list[str]) -> None:
    assert find_in_progetto(tmp_path, progetto) == expected


def test_a_row_before_its_fund_existed(tmp_path: Path) -> None:
    text = f"{PROSPETTO}{{id: v, denominazione: Voce, fondo: FSE+, annualita: [2020], assegnato: 9}}]}}\n"
    assert find(tmp_path, text) == ["F010 fondi/f/voci/v/annualita"]


# ---------------------------------------------------------------- shares


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((45, 26, 16, 7, 6), []),  # San Giuliano Milanese
        ((33, 33, 33), []),
        (("33.3", "33.3", "33.3"), []),
        ((60, 39), ["F011 rete_offerta/aree"]),
        ((60, 41), []),  # 59,5 and 40,5 rounded up
        ((60, 42), ["F011 rete_offerta/aree"]),
        (("60.0", "40.2"), ["F011 rete_offerta/aree"]),
        ((50, None), []),
        ((50, None, 51), []),
        ((50, None, 52), ["F011 rete_offerta/aree"]),
        ((50,), []),
        ((None, None), []),
    ],
)
def test_shares_make_a_hundred(tmp_path: Path, shares: tuple[object, ...], expected: list[str]) -> None:
    quotas = [f", quota: {share}%" if share is not None else "" for share in shares]
    aree = ", ".join(f"{{id: a{n}, nome: Area {n}{quota}}}" for n, quota in enumerate(quotas))
    assert find(tmp_path, f"rete_offerta: {{totale: 96, aree: [{aree}]}}\n") == expected


@pytest.mark.parametrize(
    ("risorse", "expected"),
    [
        ("voci: [{nome: A, quota: 60%}, {nome: B, quota: 40%}]", ["F012 schede/S/risorse_economiche/voci"]),
        ("testo: Circa 10.000 €, voci: [{nome: A, quota: 60%}, {nome: B, quota: 40%}]", []),
        ("voci: [{nome: A, quota: 60%, importo: 60}, {nome: B, quota: 40%}]", []),
        ("voci: [{nome: A}, {nome: B}]", []),
        ("voci: [{nome: A, quota: 33%, importo: 1}, {nome: B, quota: 67%, importo: 2}]", []),
        ("voci: [{nome: A, importo: 1}, {nome: B, quota: 66.6%, importo: 2}]", []),
        (
            "voci: [{nome: A, quota: 34%, importo: 1}, {nome: B, importo: 2}]",
            ["F021 schede/S/risorse_economiche/voci/0/quota"],
        ),
        ("voci: [{nome: A, quota: 60%, importo: 1}]", []),
        ("voci: [{nome: A, quota: 0%, importo: 0}, {nome: B, importo: 0}]", []),
    ],
)
def test_shares_of_a_scheda(tmp_path: Path, risorse: str, expected: list[str]) -> None:
    assert find(tmp_path, f"schede: [{{id: S, titolo: S, risorse_economiche: {{{risorse}}}}}]\n") == expected


FNPS = "finanziamenti: [{id: fin, fondo: FNPS, nome: Fondo sociale, classe: strutturali, aree: [%s]}]\n"


@pytest.mark.parametrize(
    ("aree", "expected"),
    [
        ("{area: Famiglia e minori, quota: 50%}", []),
        ("{area: Famiglia e minori, quota: 49.9%}", ["F017 finanziamenti/fin/aree/0/quota"]),
        ("{area: Minori, quota: 30%}, {area: Famiglia, quota: 20%}", []),
        ("{area: Minori, quota: 30%}, {area: Famiglia}", []),
        ("{area: Anziani, quota: 60%}", []),
    ],
)
def test_the_share_for_minors(tmp_path: Path, aree: str, expected: list[str]) -> None:
    funds = f"{PROSPETTO}{{id: v, denominazione: Riparto, fondo: FNPS, assegnato: 9}}]}}\n"
    assert [code for code in find(tmp_path, FNPS % aree + funds) if "F011" not in code] == expected


@pytest.mark.parametrize(
    ("minori", "area", "expected"),
    [
        ("50", "Minori e famiglia", []),
        ("49.99", "Minori e famiglia", ["F017 fondi/f/voci/a/assegnato"]),
        ("50", "Anziani", ["F017 fondi/f/voci/a/assegnato"]),
    ],
)
def test_the_share_for_minors_from_amounts(tmp_path: Path, minori: str, area: str, expected: list[str]) -> None:
    other = "{id: b, denominazione: B, fondo: FNPS, area: Disabilità, assegnato: 50}"
    first = f"{{id: a, denominazione: A, fondo: FNPS, area: {area}, assegnato: {minori}}}"
    assert find(tmp_path, f"{PROSPETTO}{first}, {other}]}}\n") == expected


def test_a_share_of_a_fund_without_amount(tmp_path: Path) -> None:
    aree = FNPS % "{area: Famiglia e minori, quota: 50%}"
    assert find(tmp_path, aree) == []  # the tables are not written yet
    assert find_in_voce(tmp_path, "assegnato: 9", aree) == ["F012 finanziamenti/fin/aree/0/quota"]


# ---------------------------------------------------------------- the catalogue


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FNPS quota ordinaria", ["F013 fondi/f/voci/v/denominazione"]),
        ("Fondo Sociale Regionale", ["F013 fondi/f/voci/v/denominazione"]),
        ("FNPS e FNA", []),
        ("Quota FNPSX", []),
        ("Co.Re. COMUNI in rete", []),
        ("Misura 60", []),
        ("POR FSE Asse inclusione", []),  # the fund of the triennium before
        ("Fondo inclusione autismo", []),
    ],
)
def test_funds_named_without_code(tmp_path: Path, words: str, expected: list[str]) -> None:
    row = f"{{id: v, denominazione: {words}, fonte: Ministero, assegnato: 9}}"
    assert find(tmp_path, f"{PROSPETTO}{row}]}}\n") == expected


def test_a_fund_is_asked_for_once_where_the_row_names_it_first(tmp_path: Path) -> None:
    row = "{id: v, denominazione: Quota FNA, fonte: FNA dello Stato, assegnato: 9}"
    assert find(tmp_path, f"{PROSPETTO}{row}]}}\n") == ["F013 fondi/f/voci/v/denominazione"]
    assert find_in_progetto(tmp_path, "fonte: Regione, FAMI") == ["F013 progetti/p/fonte"]
    assert find_in_progetto(tmp_path, "fonte: Regione, FAMI; fondo: FAMI") == []


def test_a_fund_in_the_table_of_another_class_is_said_once(tmp_path: Path) -> None:
    rows = ", ".join(f"{{id: v{n}, denominazione: Voce {n}, fondo: FSR, assegnato: 9}}" for n in range(3))
    table = "fondi:\n  - {id: f, titolo: Fondi, classe: progettualita, voci: [%s]}\n"
    assert find(tmp_path, table % rows) == ["F014 fondi/f/voci/v0/fondo"]
    assert find(tmp_path, table % rows.replace("FSR", "PNRR")) == []  # the catalogue does not say its class


@pytest.mark.parametrize(
    ("progetto", "expected"),
    [
        ("fondo: FAMI; livello: regionale", ["F014 progetti/p/livello"]),
        ("fondo: FAMI; livello: ue", []),
        ("livello: regionale", []),
    ],
)
def test_the_level_of_a_project(tmp_path: Path, progetto: str, expected: list[str]) -> None:
    assert find_in_progetto(tmp_path, progetto) == expected


def test_a_row_may_have_a_level_of_its_own_when_it_says_who_pays(tmp_path: Path) -> None:
    assert find_in_voce(tmp_path, "fondo: FNA, livello: regionale") == ["F014 fondi/f/voci/v/livello"]
    assert find_in_voce(tmp_path, "fondo: FNA, livello: regionale, fonte: Regione Lombardia") == []


# ---------------------------------------------------------------- PNRR and LEPS

LINE = "pnrr: [{id: l, linea: 1.1.1, titolo: PIPPI%s}]\n"


@pytest.mark.parametrize(
    ("line", "more", "expected"),
    [
        (", stato: ammesso e finanziato", "", ["F015 pnrr/l/stato"]),
        (", stato: non ammesso", "", []),
        (", stato: presentata per essere ammessa", "", []),
        (", ammesso: 9", "obiettivi: [{id: O, titolo: O, gruppo: ambito, pnrr: [1.1.1]}]\n", []),
        (", ammesso: 9", "obiettivi: [{id: O, titolo: O, gruppo: ambito, pnrr: [1.2]}]\n", ["F015 obiettivi/O/pnrr/0"]),
        (", ammesso: 9", "", []),
        (", ammesso: 9", "stato: adottato\n", ["F015 pnrr/l/linea"]),
        (
            ", ammesso: 9",
            "stato: adottato\nincroci: [{id: q, titolo: Q, righe: [{id: r, pnrr: [1.1.1 PIPPI]}]}]\n",
            [],
        ),
        ("", "", []),
        ("", "stato: adottato\n", ["F015 pnrr/l"]),
    ],
)
def test_lines_of_the_pnrr(tmp_path: Path, line: str, more: str, expected: list[str]) -> None:
    assert find(tmp_path, LINE % line + more) == expected


OTHER = "{id: X, titolo: X, gruppo: ambito, fondi: [FNA]}"
LEPS = f"obiettivi: [{{id: O, titolo: O, gruppo: leps, leps: [L2]%s}}, {OTHER}]\n"
FOUND = ["F016 obiettivi/O"]
EMPTY_ROW = "{campo: risorse_economiche, motivo: in arrivo}"


@pytest.mark.parametrize(
    ("objective", "more", "expected"),
    [
        ("", "", []),
        ("", "stato: adottato\n", FOUND),
        (", fondi: [FNPS]", "stato: adottato\n", []),
        (", scheda: S", "stato: adottato\nschede: [{id: S, titolo: S}]\n", FOUND),
        (", scheda: S", "stato: adottato\nschede: [{id: S, titolo: S, risorse_economiche: Fondo sociale}]\n", []),
        ("", "stato: adottato\nschede: [{id: S, titolo: S, obiettivo: O, risorse_economiche: Fondo sociale}]\n", []),
        (", scheda: S", f"stato: adottato\nschede: [{{id: S, titolo: S, assenti: [{EMPTY_ROW}]}}]\n", []),
        ("", "stato: adottato\n" + LINE % ", leps: [L2]", [*FOUND, "F015 pnrr/l"]),
    ],
)
def test_leps_and_what_pays_them(tmp_path: Path, objective: str, more: str, expected: list[str]) -> None:
    assert find(tmp_path, LEPS % objective + more) == expected


def test_a_leps_is_paid_by_any_objective_and_missed_once(tmp_path: Path) -> None:
    both = (
        f"{{id: A, titolo: A, gruppo: leps, leps: [L2]}}, {{id: B, titolo: B, gruppo: ambito, leps: [L2]%s}}, {OTHER}"
    )
    assert find(tmp_path, f"stato: adottato\nobiettivi: [{both % ''}]\n") == ["F016 obiettivi/A"]
    assert find(tmp_path, f"stato: adottato\nobiettivi: [{both % ', fondi: [FNPS]'}]\n") == []


def test_a_plan_that_says_no_resources_at_all_is_not_asked_for_those_of_one_leps(tmp_path: Path) -> None:
    text = "stato: adottato\nobiettivi: [{id: O, titolo: O, gruppo: leps, leps: [L2]}]\n"
    assert find(tmp_path, text) == []
    tables = "fondi: [{id: f, titolo: F, classe: strutturali, voci: [{id: v, denominazione: V, assegnato: 9}]}]\n"
    assert find(tmp_path, text + tables) == FOUND


# ---------------------------------------------------------------- the same row twice


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("denominazione: fondo  sociale, fondo: FSR, assegnato: 1250.50", ["F023 fondi/f/voci/w/denominazione"]),
        ("denominazione: Fondo sociale, fondo: FSR, assegnato: 1250.50, esercizio: 2024", []),
        ("denominazione: Fondo sociale, fondo: FSR, assegnato: 1250.50, misura: B1", []),
        ("denominazione: Fondo sociale, fondo: FSR, assegnato: 1250.50, nota: Seconda quota", []),
        ("denominazione: Fondo sociale, fondo: FSR, assegnato: 1250.51", []),
        ("denominazione: Fondo sociale 2, fondo: FSR, assegnato: 1250.50", []),
    ],
)
def test_a_row_of_a_table_twice(tmp_path: Path, second: str, expected: list[str]) -> None:
    row = "denominazione: Fondo sociale, fondo: FSR, assegnato: 1250.50"
    assert find(tmp_path, f"{PROSPETTO}{{id: v, {row}}}, {{id: w, {second}}}]}}\n") == expected


def test_rows_without_amounts_or_in_two_tables_are_not_the_same(tmp_path: Path) -> None:
    rows = "{id: v, denominazione: Fondo, assegnato: 0}, {id: w, denominazione: Fondo, assegnato: 0}"
    assert find(tmp_path, f"{PROSPETTO}{rows}]}}\n") == []
    first = f"{PROSPETTO}{{id: v, denominazione: Fondo, assegnato: 9}}]}}\n"
    second = "  - {id: g, titolo: Altri, classe: strutturali, voci: [{id: w, denominazione: Fondo, assegnato: 9}]}\n"
    assert find(tmp_path, first + second) == []


# ---------------------------------------------------------------- lead bodies


@pytest.mark.parametrize(
    ("capofila", "ruolo", "expected"),
    [
        ("capofila", "capofila", []),
        ("ASP", "capofila", []),
        ("Azienda sociale di prova", "capofila", []),
        ("A.S.P.", "partner", ["F019 progetti/p/ruolo"]),
        ("coop", "partner", []),
        ("Cooperativa Dike", "capofila", ["F019 progetti/p/ruolo"]),
        ("Comune di San Donato Milanese", "partner", []),
        ("San Donato Milanese", "capofila", ["F019 progetti/p/ruolo"]),
        ("Terzo settore", "partner", []),
        ("TERZO SETTORE", "capofila", ["F019 progetti/p/ruolo"]),
        ("Ambito Visconteo", "capofila", []),
        ("da definire", "partner", []),
        ("COMUNE DI SAN DONATO MIL.SE", "partner", ["F018 progetti/p/capofila"]),
        ("Cooperativa Alveare", "partner", ["F018 progetti/p/capofila"]),
    ],
)
def test_lead_bodies_and_roles(tmp_path: Path, capofila: str, ruolo: str, expected: list[str]) -> None:
    assert find_in_progetto(tmp_path, f"capofila: {capofila}; ruolo: {ruolo}") == expected


def test_a_role_is_not_judged_when_the_ambito_names_no_lead_body_of_the_plan(tmp_path: Path) -> None:
    assert find_in_progetto(tmp_path, "capofila: capofila; ruolo: capofila") == []
    plan = (tmp_path / "piano.yaml").read_text(encoding="utf-8").replace("ente_capofila: capofila", "ente_capofila: x")
    (tmp_path / "piano.yaml").write_text(plan, encoding="utf-8")
    assert check_family(tmp_path) == ()
    assert [finding.code for finding in check_plan(tmp_path).findings] == ["R002"]


def test_an_unknown_lead_body_is_said_once_with_the_nearest(tmp_path: Path) -> None:
    rows = ", ".join(f"{{id: v{n}, denominazione: Voce, capofila: Cooperativa Dyke}}" for n in range(3))
    assert find(tmp_path, f"{PROSPETTO}{rows}]}}\n") == ["F018 fondi/f/voci/v0/capofila"]
    assert check_family(tmp_path)[0].hint == "forse intendevi «Cooperativa Dike»?"


def test_the_comune_that_leads_the_ambito_may_be_named_without_comune_di(tmp_path: Path) -> None:
    head = HEAD.replace("nome: Azienda Sociale di Prova", "nome: Comune di San Donato Milanese")
    project = f"progetti: [{{id: p, {PROGETTO.replace('capofila: capofila, ', 'capofila: San Donato Milanese, ')}"
    (tmp_path / "piano.yaml").write_text(f"{head}{project}, stato: in essere}}]\n", encoding="utf-8")
    assert check_family(tmp_path) == ()


# ---------------------------------------------------------------- the real plans


FRPS = "fondi: [{{id: a, titolo: Risorse{}, classe: strutturali, voci: [{}]}}, {}]\n"
SPLIT = "{{id: b, titolo: Riparto{}, classe: strutturali, voci: [{}, {}]}}"
ANZIANI, MINORI = "{id: c, denominazione: Anziani, fondo: FSR, assegnato: 809822}", "assegnato: 803600"


@pytest.mark.parametrize(
    ("year", "voce", "split_year", "minori", "expected"),
    [
        ("", "assegnato: 1613000", "", f"fondo: FSR, {MINORI}", ["F022 fondi/b/voci"]),  # published
        (" 2024", "assegnato: 1613000", "", f"fondo: FSR, {MINORI}", ["F022 fondi/b/voci"]),
        ("", "assegnato: 1613422", "", f"fondo: FSR, {MINORI}", []),
        ("", "assegnato: 1600000", "", f"fondo: FSR, {MINORI}", []),  # too far: perhaps another thing
        (" 2024", "assegnato: 1613000", " 2025", f"fondo: FSR, {MINORI}", []),
        ("", "assegnato: 1613000, esercizio: 2024", "", f"fondo: FSR, {MINORI}, esercizio: 2025", []),
        ("", "assegnato: 1613000", "", f"fondo: FNA, {MINORI}", []),  # the table is not of one fund
    ],
)
def test_a_fund_has_one_total(
    tmp_path: Path, year: str, voce: str, split_year: str, minori: str, expected: list[str]
) -> None:
    split = SPLIT.format(split_year, ANZIANI, f"{{id: d, denominazione: Minori, {minori}}}")
    text = FRPS.format(year, f"{{id: v, denominazione: Fondo sociale regionale, fondo: FSR, {voce}}}", split)
    assert find(tmp_path, text) == expected


def test_the_same_row_in_two_tables(tmp_path: Path) -> None:
    rows = "{{id: {}, titolo: T, classe: strutturali, voci: [{{id: v{}, denominazione: Quota, fondo: FNA, {}}}]}}"
    one, other = rows.format("a", "a", "assegnato: 599821.54"), rows.format("b", "b", "assegnato: 599281.54")
    assert find(tmp_path, f"fondi: [{one}, {other}]\n") == ["F022 fondi/b/voci/vb/assegnato"]
    assert (
        find(tmp_path, f"fondi: [{one.replace('FNA', 'FNA, misura: B1')}, {other.replace('FNA', 'FNA, misura: B2')}]\n")
        == []
    )
    assert find(tmp_path, f"fondi: [{one}, {other.replace('FNA', 'FSR')}]\n") == []


@pytest.mark.parametrize("folder", sorted(EXAMPLES.iterdir()), ids=lambda folder: folder.name)
def test_the_examples_are_clean(folder: Path) -> None:
    assert check_family(folder) == ()


def test_the_published_plan_admits_what_it_cannot_correct() -> None:
    checked = check_plan(SAN_GIULIANO)
    admitted = [a.finding.code for a in checked.ammessi if a.finding.code.startswith("F")]
    assert sorted(admitted) == ["F002", "F012", "F014"]


PRESENTED = "    stato: %s\n    presentazione: 2024-04-29"
SLIPS = (
    ("fondi", "totale: 3703379.74", "totale: 3703379.47", "F001", "totale: 3703379.47"),
    ("fondi", "importo: 1484.53", "importo: 1484.35", "F001", "importo: 55492.78"),
    ("fondi", "Fondo povertà QSFP 2021 - 2022 - 2023", "Fondo povertà", "F006", "annualita: [2021, 2022, 2023]"),
    ("pnrr", "ammesso: 328710.00", "ammesso: 382710.00", "F004", "ammesso: 382710.00"),
    ("pnrr", "    ammesso: 710000.00\n", "", "F015", "stato: ammesso e finanziato"),
    ("progetti", "cofinanziamento: 50011.94", "cofinanziamento: 50001.94", "F003", "valore_complessivo: 250011.94"),
    ("progetti", "budget: 734045.63", "budget: 1734045.63", "F005", "budget: 1734045.63"),
    ("progetti", PRESENTED % "presentata", PRESENTED % "in essere", "F008", "stato: in essere"),
    ("progetti", "fine: 2025-01-31", "fine: 2024-01-31", "F009", "stato: in essere"),
    ("finanziamenti", "quota: 50%", "quota: 40%", "F017", "quota: 40%"),
)


@pytest.mark.parametrize(("file", "old", "new", "code", "line"), SLIPS, ids=[slip[3] for slip in SLIPS])
def test_published_mistakes_are_caught_in_a_real_plan(
    tmp_path: Path, file: str, old: str, new: str, code: str, line: str
) -> None:
    folder = tmp_path / "piano"
    shutil.copytree(SAN_GIULIANO, folder)
    path = folder / "fondi" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    wrong = text.replace(old, new)
    path.write_text(wrong, encoding="utf-8")
    (finding,) = check_family(folder)
    assert (finding.code, wrong.split("\n")[finding.location.line - 1].strip()) == (code, line)
