# SPDX-License-Identifier: EUPL-1.2
"""Near misses and edges of family L: what the forms, the codes and the links must and must not say."""

import shutil
from pathlib import Path

import pytest

from pdz.findings import Finding
from pdz.pipeline.check import check_plan
from pdz.rules import Selezione

HEAD = """\
formato: 1
profilo: lombardia/2025-2027
titolo: Piano di prova
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: capofila}
enti: [{id: capofila, nome: Comune capofila}]
"""
ESEMPI = Path(__file__).parents[3] / "esempi"


def findings(folder: Path, plan: str, code: str, head: str = HEAD) -> tuple[Finding, ...]:
    (folder / "piano.yaml").write_text(head + plan, encoding="utf-8")
    return check_plan(folder, Selezione(select=(code,))).findings


def told(folder: Path, plan: str, code: str, head: str = HEAD) -> list[str]:
    """Address and message of the findings of one rule."""
    return [f"{finding.address}: {finding.message}" for finding in findings(folder, plan, code, head)]


def changed(
    folder: Path, example: str, changes: dict[str, tuple[str, str]], family: str = "L"
) -> list[tuple[str, str]]:
    """Code and address of what family L says of an example with some texts replaced."""
    shutil.copytree(ESEMPI / example, folder / "piano")
    for name, (old, new) in changes.items():
        file = folder / "piano" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [(f.code, f.address) for f in check_plan(folder / "piano", Selezione(select=(family,))).findings]


SCHEDA = "schede:\n  - id: S1\n    titolo: Assistenza domiciliare\n    "


# ---------------------------------------------------------------- the examples, and the mistakes of the published plans


@pytest.mark.parametrize("example", ["lodi-2025-2027", "san-giuliano-milanese-2025-2027", "minimo"])
def test_the_examples_have_nothing_to_be_told(example: str, tmp_path: Path) -> None:
    assert changed(tmp_path, example, {}) == []


SG, LODI = "san-giuliano-milanese-2025-2027", "lodi-2025-2027"


@pytest.mark.parametrize(
    ("example", "file", "old", "new", "expected"),
    [
        (LODI, "esiti/b-politiche-abitative.yaml", "    riproposto: sì\n", "", [("L003", "esiti/B2")]),
        (
            SG,
            "schede/minori-famiglia.yaml",
            "    altri_ambiti: no\n",
            "    altri_ambiti: {testo: SI/NO In caso affermativo specificare}\n",
            [("L009", "schede/S1/altri_ambiti/testo")],
        ),
        (
            SG,
            "schede/minori-famiglia.yaml",
            "altri_attori: {risposta: sì, testo: Le scuole.}",
            "altri_attori: {risposta: no, testo: 'Si: le scuole.'}",
            [("L008", "schede/S1/altri_attori/testo")],
        ),
        (
            SG,
            "integrazione/impegni.yaml",
            "area_tematica: AT5",
            "area_tematica: AT3",
            [("L018", "impegni/imp.L2/righe/imp.L2.G.AT5/area_tematica")],
        ),
        (
            SG,
            "aree/abitare.yaml",
            "pnrr: [1.3.1 Housing first]",
            "pnrr: [Linea 1.3. Housing first]",
            [("L023", "incroci/incroci_abitare/righe/incroci_abitare.agenzia/pnrr/0")],
        ),
        (
            SG,
            "aree/non-autosufficienza.yaml",
            "pnrr: [1.1.3 Dimissioni protette]",
            "pnrr: [1.1.4 Dimissioni protette]",
            [("L017", "incroci/incroci_non_autosufficienza/righe/incroci_non_autosufficienza.D/pnrr/0")],
        ),
        (SG, "testi/obiettivi-leps.md", "- 1.1.1 Sostegno", "- 1.1.3 Sostegno", [("L016", "testi/9/testo")]),
        (
            SG,
            "integrazione/scheda-si1-dimissioni-protette.yaml",
            "AT2: ",
            "AT3: ",
            [("L020", "schede_integrazione/SI1/matrice/AT3")],
        ),
        (
            SG,
            "integrazione/scheda-si1-dimissioni-protette.yaml",
            "obiettivo: O.int.6",
            "obiettivo: O.int.7",
            [("L011", "schede_integrazione/SI1/obiettivo")],
        ),
        (SG, "fondi/pnrr.yaml", "leps: [L3]", "leps: [L2]", [("L015", "pnrr/pnrr_1.1.3/leps")]),
        (SG, "schede/abitare.yaml", "    macroaree: [B]", "    macroaree: [D]", [("L019", "schede/S7/macroaree")]),
        (
            LODI,
            "piano.yaml",
            "regionale: [B]",
            "regionale: [A]",
            [
                ("L016", "schemi_macroaree/lodi-2021-2023/macroaree/1/titolo"),
                ("L022", "obiettivi/O.agenzia_abitare/macroaree/0"),
                ("L022", "obiettivi/O.sistema_abitativo/macroaree/0"),
            ],
        ),
        # published, and true: two areas of the plan have objectives and no scheda
        (
            SG,
            "piano.yaml",
            "stato: bozza",
            "stato: adottato",
            [("L013", "aree/giovani"), ("L013", "aree/azioni_sistema")],
        ),
    ],
)
def test_a_published_mistake_is_told_where_it_is(
    example: str, file: str, old: str, new: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    found = changed(tmp_path, example, {file: (old, new)})
    assert [item for item in found if item[0][0] == "L"] == expected


# ---------------------------------------------------------------- L003


def test_a_scheda_that_a_draft_has_only_begun_is_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, SCHEDA + "target: Persone anziane", "L003") == []
    assert told(tmp_path, "stato: bozza\n" + SCHEDA + "target: Persone anziane", "L003") == []


def test_out_of_the_draft_every_empty_row_is_told_in_one_finding(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "stato: approvato\n" + SCHEDA + "target: Persone anziane", "L003")
    # 26 rows, two of them answered, one not asked without a NO
    assert message.startswith(
        "schede/S1: S1 «Assistenza domiciliare»: nel modulo sono vuote 23 righe: obiettivi («QUALI"
    )
    assert "coinvolgimento_terzo_settore" not in message
    asked = told(tmp_path, "stato: approvato\n" + SCHEDA + "coprogettato: no", "L003")
    assert "coinvolgimento_terzo_settore" in asked[0]


ESITO = """\
esiti:
  - id: E1
    titolo: Rafforzare l'assistenza
    modulo: sette_righe
    grado: 100%
    valutazione_utenti: non effettuata
    risorse: 100%
    risposta_al_bisogno: sì
    in_continuita: no
"""


def test_the_rows_are_those_of_the_form_of_the_outcome(tmp_path: Path) -> None:
    (message,) = told(tmp_path, ESITO, "L003")
    assert "sono vuote 2 righe: criticita («CRITICITÀ RILEVATE»); riproposto («L'OBIETTIVO VERRÀ" in message
    (last,) = told(tmp_path, ESITO + "    criticita: Nessuna.\n", "L003")
    assert last.endswith("è vuota una riga: riproposto («L'OBIETTIVO VERRÀ RIPROPOSTO NELLA PROSSIMA PROGR…»)")
    filled = ESITO + "    riproposto: {come: []}\n    criticita: '  '\n"
    assert "sono vuote 2 righe" in told(tmp_path, filled, "L003")[0]
    absent = ESITO + "    riproposto: no\n    assenti: [{campo: criticita, motivo: riga lasciata vuota}]\n"
    assert told(tmp_path, absent, "L003") == []


# ---------------------------------------------------------------- L004, L005, L006


def test_a_row_twice_among_the_absent_ones(tmp_path: Path) -> None:
    plan = SCHEDA + "assenti: [{campo: target, motivo: da decidere}, {campo: target, motivo: da decidere}]"
    assert told(tmp_path, plan, "L004") == [
        "schede/S1/assenti/1/campo: S1 «Assistenza domiciliare»: la riga «target» è due volte fra le assenti"
    ]


def test_absent_may_say_why_the_yes_or_no_is_missing(tmp_path: Path) -> None:
    plan = SCHEDA + "altri_attori: {testo: Le scuole.}\n    assenti: [{campo: altri_attori, motivo: il tavolo decide}]"
    assert told(tmp_path, plan, "L004") == []
    assert told(tmp_path, plan, "L007") == []


@pytest.mark.parametrize("motivo", ["'-'", "…", "N.D.", "n/a", "'  '", "target", "Target", "??"])
def test_no_reason_at_all(motivo: str, tmp_path: Path) -> None:
    assert len(told(tmp_path, SCHEDA + f"assenti: [{{campo: target, motivo: {motivo}}}]", "L005")) == 1


@pytest.mark.parametrize("motivo", ["riga lasciata vuota", "non pertinente", "da definire", "vedi le righe precedenti"])
def test_a_reason_however_short(motivo: str, tmp_path: Path) -> None:
    assert told(tmp_path, SCHEDA + f"assenti: [{{campo: target, motivo: {motivo}}}]", "L005") == []


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ("coprogrammato: sì\n    coprogettato: {risposta: sì, testo: Con le associazioni.}", 1),
        ("coprogrammato: sì\n    coprogettato: {testo: La co-progettazione si farà.}", 0),
        ("coprogrammato: sì", 0),
        ("coprogrammato: no\n    coprogettato: no", 0),
    ],
)
def test_the_row_that_is_asked_after_a_no(answers: str, count: int, tmp_path: Path) -> None:
    plan = SCHEDA + answers + "\n    coinvolgimento_terzo_settore: Con una manifestazione di interesse."
    assert len(told(tmp_path, plan, "L006")) == count


# ---------------------------------------------------------------- L007, L008, L009


def test_the_hint_reads_the_answer_at_the_beginning_of_the_text(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, SCHEDA + "altri_attori: {testo: 'No, per ora.'}", "L007")
    assert finding.hint == "il testo comincia con la risposta: scrivi altri_attori: {risposta: no, testo: …}"
    (finding,) = findings(tmp_path, SCHEDA + "altri_attori: {testo: Le scuole.}", "L007")
    assert finding.hint == "scrivi altri_attori: {risposta: sì, testo: …}, oppure risposta: no"


@pytest.mark.parametrize(
    ("risposta", "testo", "count"),
    [
        ("no", "Sì.", 1),
        ("no", "SI', con le scuole.", 1),
        ("sì", "No: manca la convenzione.", 1),
        ("sì", "**No**, non ancora.", 0),  # after the star there is no punctuation: it is not worth a guess
        ("no", "Si prevede di coinvolgere le scuole.", 0),
        ("sì", "No. 5 incontri.", 0),
        ("sì", "Non ancora, ma si farà.", 0),
        ("sì", "Sì, con le scuole.", 0),
        ("sì", "Nessuno.", 0),
    ],
)
def test_a_text_against_its_answer(risposta: str, testo: str, count: int, tmp_path: Path) -> None:
    plan = SCHEDA + f'altri_attori: {{risposta: {risposta}, testo: "{testo}"}}'
    assert len(told(tmp_path, plan, "L008")) == count


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("risorse_economiche: Importo, anche approssimativo", 1),
        ("risorse_economiche: '*IMPORTO anche approssimativo*: 5.000 euro'", 1),
        ("bisogni: Indicatori input derivati dall'analisi del bisogno.", 1),
        ("target: Target", 1),
        ("punti_chiave: Indicare i punti chiave dell'intervento", 1),
        ("altri_attori: {testo: 'Si/NO (se sì, quali e le modalità di cooperazione)'}", 1),
        ("progetto_premiale: {testo: SI / NO}", 1),
        ("altri_attori: {risposta: sì, testo: '(se sì, quali e le modalità di cooperazione)'}", 1),
        ("altri_attori: {risposta: sì, testo: 'Se si, quali e le modalità di cooperazione'}", 1),
        ("altri_attori: {risposta: sì, testo: 'Se servono, le scuole'}", 0),
        ("risorse_economiche: Importo ancora da definire", 0),
        ("bisogni: Indicatori di povertà in crescita", 0),
        ("target: Target fragile", 0),
        ("punti_chiave: Indicare percorsi nuovi", 0),
        ("assenti: [{campo: bisogni, motivo: Indicatori input derivati dall'analisi del bisogno}]", 0),
        ("altri_attori: {risposta: sì, testo: 'Sì, no profit e scuole'}", 0),
    ],
)
def test_words_of_the_blank_form(row: str, count: int, tmp_path: Path) -> None:
    assert len(told(tmp_path, SCHEDA + row, "L009")) == count


def test_the_note_of_a_label_may_begin_an_answer(tmp_path: Path) -> None:
    plan = "schede_integrazione:\n  - {id: SI1, titolo: T, livello: distrettuale, livello_nota: Di norma distrettuale.}"
    assert told(tmp_path, plan, "L009") == []


# ---------------------------------------------------------------- L010 to L015


def test_data_fill_a_chapter_as_well_as_words(tmp_path: Path) -> None:
    plan = "stato: trasmesso\n"
    empty = told(tmp_path, plan, "L010")
    assert len(empty) == 11
    full = told(tmp_path, plan + "organi: [{id: a, nome: Assemblea, tipo: politico}]\n", "L010")
    assert len(full) == 10
    assert not any("capitolo 4" in message for message in full)
    inside = told(tmp_path, plan + "testi: [{sezione: obiettivi_leps, testo: I livelli.}]\n", "L010")
    assert not any("capitolo 6" in message for message in inside)
    assert told(tmp_path, "stato: bozza\n", "L010") == []


def test_one_scheda_may_describe_many_objectives_and_one_objective_have_two_schede(tmp_path: Path) -> None:
    plan = """\
obiettivi:
  - {id: O1, titolo: Uno, gruppo: ambito, scheda: S1}
  - {id: O2, titolo: Due, gruppo: ambito, scheda: S1}
  - {id: O3, titolo: Tre, gruppo: leps, scheda: S1}
schede:
  - {id: S1, titolo: Uno, obiettivo: O1}
  - {id: S2, titolo: Ancora uno, obiettivo: O1}
schede_integrazione:
  - {id: SI1, titolo: Tre con ASST, obiettivo: O3}
"""
    assert told(tmp_path, plan, "L011") == []
    crossed = plan.replace("titolo: Due, gruppo: ambito, scheda: S1", "titolo: Due, gruppo: ambito, scheda: S2")
    assert told(tmp_path, crossed, "L011") == [
        "schede/S2/obiettivo: S2 «Ancora uno»: dice di descrivere O1 «Uno», che però rimanda a S1"
    ]


def test_loose_schede(tmp_path: Path) -> None:
    plan = """\
obiettivi: [{id: O1, titolo: Uno, gruppo: ambito}]
schede: [{id: S1, titolo: Uno}, {id: S2, titolo: Due}]
"""
    assert told(tmp_path, plan, "L012") == []
    assert len(told(tmp_path, "stato: adottato\n" + plan, "L012")) == 2
    assert told(tmp_path, "stato: adottato\n" + plan.split("\n", 1)[1], "L012") == []


def test_an_area_with_one_described_objective_is_enough(tmp_path: Path) -> None:
    plan = """\
stato: adottato
aree: [{id: casa, titolo: Casa}]
obiettivi:
  - {id: O1, titolo: Uno, gruppo: ambito, area: casa}
  - {id: O2, titolo: Due, gruppo: ambito, area: casa}
"""
    assert told(tmp_path, plan, "L013") == ["aree/casa: casa «Casa»: nessuno dei suoi 2 obiettivi ha una scheda"]
    assert told(tmp_path, plan + "schede: [{id: S1, titolo: Uno, obiettivo: O2}]", "L013") == []


@pytest.mark.parametrize(
    ("titolo", "gruppo", "leps", "count"),
    [
        ("Attuazione LEPS PIPPI", "leps", "[L2]", 0),
        ("Attuazione LEPS P.I.P.P.I.", "leps", "[L3]", 1),
        ("Dimissioni protette", "leps", "[]", 1),
        ("Dimissioni protette", "ambito", "[]", 0),
        ("Supervisione del servizio sociale professionale", "leps", "[]", 0),
        ("Segretariato sociale e servizio sociale professionale", "leps", "[]", 0),
        ("UVM e valutazione multidimensionale", "ambito", "[L1]", 0),
        ("Riprogettare il segretariato con i PUA", "ambito", "[L5]", 1),
    ],
)
def test_the_leps_that_a_title_names(titolo: str, gruppo: str, leps: str, count: int, tmp_path: Path) -> None:
    plan = f"obiettivi: [{{id: O1, titolo: {titolo}, gruppo: {gruppo}, leps: {leps}}}]"
    assert len(told(tmp_path, plan, "L015")) == count


# ---------------------------------------------------------------- L016, L017


@pytest.mark.parametrize(
    "text",
    [
        "Il LEPS L2 Valutazione multidimensionale e progetto personalizzato è attuato.",
        "Il LEPS L2 (Valutazione multidimensionale) è attuato.",
        "L'area AT 5: Cure domiciliari.",
        "L2. Prevenzione dell'abbandono familiare",
        "L2. Prevenzione e allontanamento familiare",
        "- 1.1.3 Sostegno alle capacità genitoriali e prevenzione della vulnerabilità delle famiglie e dei bambini",
        "La linea 1.1.4 – Housing temporaneo è avviata.",
        "Nella macroarea A – Politiche abitative si lavora sulla casa.",
        "MACRO AREA D: ANZIANI",
    ],
)
def test_a_code_with_the_title_of_another(text: str, tmp_path: Path) -> None:
    assert len(told(tmp_path, f'testi: [{{sezione: bisogni, testo: "{text}"}}]', "L016")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Il LEPS L1 Valutazione multidimensionale e progetto personalizzato è attuato.",
        "L'area tematica AT1, insieme con le Cure domiciliari.",
        "Cure domiciliari (AT3), Sviluppo della telemedicina (AT6).",
        "Cure domiciliari AT3 Sviluppo della telemedicina AT6",
        "È attuato il LEPS L1. Incremento SAD e PUA seguono.",
        "AT5 e valutazione multidimensionale vanno insieme.",
        "L4 servizi sociali e sanitari",
        "1.3.1 Housing first",
        "1.1.3 «Rafforzamento dei servizi sociali a favore della domiciliarità»",
        "2.1.1 Sostegno alle capacità genitoriali",
        "L2 Prevenzione dell'allontanamento famigliare",
        "Le azioni A. Anziani e B. Disabili",
        "Macroarea A Contrasto alla povertà e all'emarginazione sociale",
        "Macroarea G Politiche per i minori e per i giovani",
    ],
)
def test_codes_with_words_of_their_own(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, f'testi: [{{sezione: bisogni, testo: "{text}"}}]', "L016") == []


def test_the_letters_of_a_local_scheme_are_its_own(tmp_path: Path) -> None:
    plan = """\
schemi_macroaree: [{id: locale, triennio: 2021-2023, macroaree: [{codice: C, titolo: Anziani}, {codice: D, titolo: X}]}]
testi: [{sezione: esiti, testo: Macroarea D – Anziani e macroarea C – Anziani.}]
"""
    assert told(tmp_path, plan, "L016") == []


def test_a_pnrr_line_and_its_investment(tmp_path: Path) -> None:
    plan = "pnrr: [{id: p, linea: 1.1.3, titolo: Dimissioni protette, investimento: Investimento 1.2}]"
    assert told(tmp_path, plan, "L016") == [
        "pnrr/p/investimento: p «Dimissioni protette»: la linea è 1.1.3, ma qui si parla dell'investimento 1.2"
    ]
    for right in ("Investimento 1.1", "Investimento 1.1.3", "Missione 5 Componente 2"):
        assert told(tmp_path, plan.replace("Investimento 1.2", right), "L016") == []


# ---------------------------------------------------------------- L018 to L023


def test_a_commitment_without_macro_area_meets_all_of_them(tmp_path: Path) -> None:
    plan = "impegni: [{id: i, leps: L2, righe: [{id: r, area_tematica: AT7}]}]"
    assert told(tmp_path, plan, "L018") == []
    assert len(told(tmp_path, plan.replace("AT7", "AT6"), "L018")) == 1
    assert told(tmp_path, plan.replace("AT7", "AT9"), "L018") == []  # unknown: R002


def test_macro_areas_that_overlap_are_enough(tmp_path: Path) -> None:
    plan = """\
aree: [{id: a, titolo: Area, macroaree: [A, H]}, {id: b, titolo: Altra}]
obiettivi:
  - {id: O1, titolo: Uno, gruppo: ambito, area: a, macroaree: [H, B]}
  - {id: O2, titolo: Due, gruppo: ambito, area: a}
  - {id: O3, titolo: Tre, gruppo: ambito, area: b, macroaree: [E]}
schede: [{id: S1, titolo: Uno, area: a, obiettivo: O1}]
"""
    assert told(tmp_path, plan, "L019") == []
    assert told(tmp_path, plan.replace("area: a, obiettivo", "area: b, obiettivo"), "L019") == [
        "schede/S1/area: S1 «Uno»: la scheda è nell'area «b», il suo obiettivo O1 in «a»"
    ]


def test_a_year_after_the_triennium(tmp_path: Path) -> None:
    plan = "schede_integrazione: [{id: SI1, titolo: T, anno_avvio: 2027, anno_fine: 2028}]"
    assert told(tmp_path, plan, "L021") == [
        "schede_integrazione/SI1/anno_fine: SI1 «T»: l'anno di fine è 2028, ma il triennio è 2025-2027"
    ]


LOCALE = """\
schema_esiti: locale
schemi_macroaree:
  - id: locale
    triennio: 2021-2023
    macroaree: [{codice: C, titolo: Lavoro, regionale: [H]}, {codice: E, titolo: Minori, regionale: [G]}]
"""


def test_the_letter_of_the_local_scheme_is_told_once_for_an_objective(tmp_path: Path) -> None:
    plan = LOCALE + (
        "esiti: [{id: E1, titolo: Famiglie, macroarea: E, riproposto: {risposta: sì, come: [O1]}}]\n"
        "obiettivi: [{id: O1, titolo: Famiglie, gruppo: ambito, gia: [E1], macroaree: [E]}]\n"
    )
    assert told(tmp_path, plan, "L022") == [
        "obiettivi/O1/macroaree/0: O1 «Famiglie»: E era «Minori» nello schema locale dell'esito E1; "
        "nello schema regionale la macroarea E è «Anziani»"
    ]
    assert told(tmp_path, plan.replace("macroaree: [E]", "macroaree: [E, G]"), "L022") == []
    assert told(tmp_path, plan.replace("macroaree: [E]", "macroaree: [J]"), "L022") == []


def test_an_unknown_letter_says_of_which_scheme_it_is(tmp_path: Path) -> None:
    (finding,) = findings(
        tmp_path, LOCALE + "obiettivi: [{id: O1, titolo: Uno, gruppo: ambito, macroaree: [C]}]\n", "R002"
    )
    assert finding.hint == "C è «Lavoro» nello schema locale: qui serve la lettera regionale, scrivi H"
    (finding,) = findings(tmp_path, LOCALE + "esiti: [{id: E1, titolo: Uno, macroarea: J}]\n", "R002")
    assert finding.hint == (
        "J è «Interventi a favore delle persone con d…» nello schema regionale, ma gli esiti usano lo schema locale"
    )
    (finding,) = findings(tmp_path, LOCALE.replace("[H]", "[C]"), "R002")
    assert finding.address == "schemi_macroaree/locale/macroaree/0/regionale/0"


def test_codes_of_the_pnrr_that_the_catalogue_has_not_are_left_alone(tmp_path: Path) -> None:
    rows = "incroci: [{id: q, titolo: Q, righe: [{id: r, macroarea: B, pnrr: [%s]}]}]"
    for right in ("1.3.1 Housing first", "1.2 Autonomia", "1.3.2 Stazioni di posta", "2 alloggi", "Missione 5"):
        assert told(tmp_path, rows % right, "L023") == []
    (finding,) = findings(tmp_path, rows % "1.1 Dimissioni", "L023")
    assert finding.hint == "scrivi 1.1.1 o 1.1.3 o 1.1.4"


# ---------------------------------------------------------------- never an exception


@pytest.mark.parametrize(
    ("scheda", "obiettivo", "count"),
    [
        ("obiettivo: O1, in_continuita: no", "gia: [D1]", 1),
        ("in_continuita: no", "scheda: S1, gia: [D1]", 1),
        ("obiettivo: O1, in_continuita: sì", "gia: [D1]", 0),
        ("obiettivo: O1, in_continuita: {testo: In parte.}", "gia: [D1]", 0),
        ("obiettivo: O1", "gia: [D1]", 0),
        ("obiettivo: O1, in_continuita: no", "scheda: S1", 0),
    ],
)
def test_a_scheda_denies_the_continuity_of_its_objective(
    scheda: str, obiettivo: str, count: int, tmp_path: Path
) -> None:
    plan = f"""\
esiti: [{{id: D1, titolo: Uno}}]
obiettivi: [{{id: O1, titolo: Uno, gruppo: ambito, {obiettivo}}}]
schede: [{{id: S1, titolo: Uno, {scheda}}}]
"""
    said = "schede/S1/in_continuita: S1 «Uno»: «in continuità» è no, ma il suo obiettivo O1 continua D1"
    assert told(tmp_path, plan, "L027") == [said] * count


@pytest.mark.parametrize(
    ("riproposto", "gia", "message"),
    [
        ("no", "[D1]", "«riproposto» è no, ma O1 «Uno» lo continua"),
        ("{risposta: no, come: [O1]}", "[]", "«riproposto» è no, ma «come» nomina O1"),
        ("no", "[D2]", None),
        ("sì", "[D1]", None),
        ("{testo: In parte.}", "[D1]", None),
    ],
)
def test_an_outcome_denies_that_it_goes_on(riproposto: str, gia: str, message: str | None, tmp_path: Path) -> None:
    plan = f"""\
esiti: [{{id: D1, titolo: Uno, riproposto: {riproposto}}}, {{id: D2, titolo: Due}}]
obiettivi: [{{id: O1, titolo: Uno, gruppo: ambito, gia: {gia}}}]
"""
    assert told(tmp_path, plan, "L027") == ([f"esiti/D1/riproposto: D1 «Uno»: {message}"] if message else [])


@pytest.mark.parametrize(
    ("plan", "lacking"),
    [
        ("stato: approvato", "manca l'atto di approvazione"),
        ("stato: trasmesso", "manca l'atto di approvazione"),
        ("stato: approvato\napprovazione: {organo: Assemblea}", "l'atto di approvazione non ha né numero né data"),
        ("stato: approvato\napprovazione: {organo: Assemblea, data: 2024-12-18}", None),
        ("stato: approvato\napprovazione: {organo: Assemblea, numero: '12'}", None),
        ("stato: adottato", None),
        ("stato: bozza", None),
    ],
)
def test_an_approved_plan_names_its_act(plan: str, lacking: str | None, tmp_path: Path) -> None:
    assert [line.partition(", ma ")[2] for line in told(tmp_path, plan, "L028")] == ([lacking] if lacking else [])


def test_a_plan_full_of_holes_never_raises(tmp_path: Path) -> None:
    plan = """\
stato: approvato
modulo_esiti: manca
schema_esiti: manca
esiti: [{id: E1, titolo: "?", modulo: manca}, {id: E1, titolo: Uno, riproposto: {come: [X]}, indicatori: {}}]
obiettivi: [{id: O1, titolo: "?", gruppo: leps, leps: [ZZ], area: manca, scheda: manca, macroaree: [ZZ]}]
incroci: [{id: q, titolo: Q, righe: [{id: r, pnrr: ["?"], leps: ["?", 1.2]}]}]
schede: [{id: S1, titolo: "?", obiettivo: manca, assenti: [{campo: "?", motivo: "?"}], altre_risposte: []}]
schede_integrazione: [{id: S1, titolo: T, matrice: {ZZ: [], AT1: [ZZ]}, obiettivo: O1}]
impegni: [{id: i, leps: ZZ, righe: [{id: r, macroarea: ZZ, area_tematica: ZZ}]}]
pnrr: [{id: p, linea: ZZ, titolo: "?", investimento: "?"}]
"""
    for profilo in ("lombardia/2025-2027", "lombardia/2021-2023"):
        head = HEAD.replace("lombardia/2025-2027", profilo)
        assert all(finding.code[0] == "L" and finding.hint for finding in findings(tmp_path, plan, "L", head))
        assert check_plan(tmp_path).piano is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi sono gli impegni per L2. Prevenzione dell'abbandono familiare.", 1),
        ("Si attua L2. Prevenzione e\n      allontanamento familiare sono temi comuni.", 1),
        ("Si attua L2. Prevenzione e cura vanno insieme.", 0),
        ("Si attua L2. Servizi sociali per le dimissioni protette sono in ogni Comune.", 0),
    ],
)
def test_the_title_of_a_code_inside_a_sentence(tmp_path: Path, text: str, found: int) -> None:
    plan = f"testi:\n  - sezione: bisogni\n    testo: |\n      {text}\n"
    assert len(findings(tmp_path, plan, "L016")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Connesso con la macroarea 1.", 1),
        ("Per la macroarea Servizi sociali per le dimissioni protette.", 1),
        ("Per la macroarea Z.", 1),
        ("Per la macroarea G e per le macroaree A, B.", 0),
        ("Per le macroaree Domiciliarità, Anziani e Disabilità.", 0),
        ("Per macroaree potenziamento SAD.", 0),
        ("Macroarea 1 – Sportelli per l'assistenza familiare", 0),
        ("Nelle macroaree 2021-2023 dell'Ambito; macroarea 1.1.", 0),
    ],
)
def test_macro_areas_that_do_not_exist(tmp_path: Path, text: str, found: int) -> None:
    assert (
        len(
            findings(
                tmp_path, f"testi: [{{sezione: bisogni, testo: '{text.replace(chr(39), chr(39) * 2)}'}}]\n", "L024"
            )
        )
        == found
    )


def test_a_macro_area_of_a_local_scheme(tmp_path: Path) -> None:
    plan = "schemi_macroaree: [{id: s, triennio: 2021-2023, macroaree: [{codice: '1', titolo: Casa}]}]\n"
    plan += "testi: [{sezione: bisogni, testo: Connesso con la macroarea 1.}]\n"
    assert findings(tmp_path, plan, "L024") == ()


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("macroarea: D, numero: I", 1),
        ("macroarea: D, numero: '1.'", 1),
        ("macroarea: E, numero: I", 0),
        ("numero: I", 0),
    ],
)
def test_numbers_of_outcomes(tmp_path: Path, second: str, found: int) -> None:
    plan = f"esiti:\n  - {{id: E1, titolo: Uno, macroarea: D, numero: I}}\n  - {{id: E2, titolo: Due, {second}}}\n"
    assert len(findings(tmp_path, plan, "L025")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Revisione e risorse PIPPI", 1),
        ("Livello di conoscenza della risorsa", 0),
        ("Accessi al PUA e risorse PIPPI", 0),
    ],
)
def test_indicators_that_two_leps_share(tmp_path: Path, text: str, found: int) -> None:
    rows = "".join(
        f"  - {{id: I{leps}, leps: {leps}, righe: [{{id: I{leps}.1, area_tematica: AT1, indicatori: {text}}}]}}\n"
        for leps in ("L2", "L4")
    )
    assert len(findings(tmp_path, f"impegni:\n{rows}", "L026")) == found
