# SPDX-License-Identifier: EUPL-1.2
"""Text and time: near misses and edge cases of the rules T003-T019."""

import textwrap
from decimal import Decimal
from pathlib import Path

import pytest

from pdz.findings import Finding
from pdz.pipeline.check import check_plan
from pdz.rules import Selezione
from pdz.rules._cifre import iter_cifre, read_count
from pdz.rules._elenchi import list_items, read_annuncio
from pdz.rules._sviste import Sviste, rounds_to

HEAD = """\
formato: 1
profilo: lombardia/2025-2027
titolo: Piano di prova
triennio: 2025-2027
enti: [{id: capofila, nome: Comune capofila}]
"""
AMBITO = "ambito: {nome: Prova, ente_capofila: capofila}\n"
FATTI = """\
fatti:
  - {id: popolazione, nome: Popolazione residente, valore: 112991, unita: persone, al: 2024-01-01, fonte: ISTAT}
  - {id: stranieri, nome: Popolazione straniera residente, valore: 16523, unita: persone, al: 2024-01-01, fonte: ISTAT}
  - {id: quota, nome: Quota di stranieri, decimali: 2, rapporto: {di: stranieri, su: popolazione}}
  - {id: spesa, nome: Spesa sociale dei Comuni, valore: 599821.54, unita: euro, anno: 2023, fonte: Consuntivi}
  - {id: romania, nome: Residenti con cittadinanza rumena, valore: 3013, unita: persone, anno: 2024, fonte: ISTAT}
"""


def check(folder: Path, code: str, text: str, more: str = AMBITO) -> list[Finding]:
    """The findings of one rule about a plan whose introduction is `text`."""
    block = textwrap.indent(textwrap.dedent(text), " " * 6)
    plan = f"{HEAD}{more}testi:\n  - sezione: introduzione\n    testo: |\n{block}\n"
    return check_whole(folder, code, plan)


def check_whole(folder: Path, code: str, plan: str) -> list[Finding]:
    (folder / "piano.yaml").write_text(plan, encoding="utf-8")
    checked = check_plan(folder, Selezione(select=(code,)))
    assert checked.piano is not None, checked.findings
    return [finding for finding in checked.findings if finding.code == code]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Il triennio 2024- 2027 è decisivo.", "il triennio «2024- 2027» conta 4 anni, non tre"),
        ("Nel triennio 2025/2026 si lavora.", "il triennio «2025/2026» conta 2 anni, non tre"),
        ("Nel triennio di programmazione 2025-28 si lavora.", "il triennio «2025-28» conta 4 anni, non tre"),
        ("Il biennio 2025-2027 è decisivo.", "il biennio «2025-2027» conta 3 anni, non due"),
        ("Nel biennio 2021/2023 si è lavorato.", "il biennio «2021/2023» conta 3 anni, non due"),
        ("Il Triennio (2027-2025)", "il triennio «2027-2025» finisce prima di cominciare"),
    ],
)
def test_a_triennium_of_other_than_three_years(tmp_path: Path, text: str, message: str) -> None:
    assert [finding.message for finding in check(tmp_path, "T003", text)] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Il triennio 2025-2027, il triennio 2021/2023 e il triennio 2018-20.",
        "Il triennio 2024-2025-2026 è già impegnato.",
        "Durata triennale 2024-2027.",
        "Nel biennio 2024-2025, e nel biennio 2023-2025 da luglio a giugno.",
        "Il biennio scolastico 2021-2023.",
        "Il PTOF del triennio 2022-2025 delle scuole.",
        "La programmazione europea 2021-2027 dura sette anni.",
        "Nel triennio {{ piano.triennio }} e nel 2025-2026.",
    ],
)
def test_spans_that_are_no_wrong_triennium(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, "T003", text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Il Piano di Zona 2024-2026 si apre ai tavoli.", "2024-2026"),
        ("Il PdZ 2024-2026 si apre ai tavoli.", "2024-2026"),
        ("Il Piano Sociale di Zona 2024-2026 si apre.", "2024-2026"),
        ("Il presente Piano (2024-2026) si apre.", "2024-2026"),
        ("Il Piano di Zona dell'Ambito sociale di Prova 2024-2026 si apre.", "2024-2026"),
        ("Il Piano di Zona 2024-2027 si apre ai tavoli.", "2024-2027"),
        ("La programmazione zonale 2026-2028 si apre ai tavoli.", "2026-2028"),
        ("Nel prossimo triennio 2024-2026 si apre ai tavoli.", "2024-2026"),
    ],
)
def test_years_of_no_plan(tmp_path: Path, text: str, years: str) -> None:
    (finding,) = check(tmp_path, "T004", text)
    assert f"{years} non è il triennio di questo piano (2025-2027)" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Il Piano di Zona 2025-2027 segue il Piano di Zona 2021-2023 e quello del 2018-2020.",
        "Il Piano di Zona 2021-2024, con la proroga, e il Piano di Zona 2015-2017.",
        "In attesa del nuovo Piano Nazionale 2024-2026 la programmazione 2024-2026 è aperta.",
        "La programmazione 2021-2027 dei fondi europei.",
        "Il PdZ 2025-2027, il presente Piano (2025-2027) e il Piano di Zona dell'Ambito di Prova 2021-2023.",
        "Il Piano di Zona dell'Ambito di Prova e il piano operativo povertà 2024-2026.",
        "Il Piano di Zona dell'Ambito di Crema 2024-2026 è un riferimento.",
        "Il presente Piano dà seguito al Piano nazionale 2024-2026.",
        "Il triennio 2024-2026 del Ministero.",
    ],
)
def test_years_of_other_plans(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, "T004", text) == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("I residenti sono 112.991.", "fatti.popolazione"),
        ("Gli stranieri sono il 14,62% della popolazione.", "fatti.quota"),
        ("Nel bilancio ci sono 599.821,54 €.", "fatti.spesa"),
        ("Nel bilancio ci sono € 599.821,54.", "fatti.spesa"),
        ("Le persone straniere sono 16523.", "fatti.stranieri"),
        ("Quelli di cittadinanza rumena sono 3.013.", "fatti.romania"),
        ("Ci sono 3.013 cittadini rumeni.", "fatti.romania"),
        ("Ci sono 3.013 rumeni fra i residenti.", "fatti.romania"),
        ("Ci sono 3.013 persone di cittadinanza rumena.", "fatti.romania"),
        ("Gli abitanti di cittadinanza rumena erano 3.013 rispetto ad altri.", "fatti.romania"),
    ],
)
def test_figures_written_by_hand(tmp_path: Path, text: str, cited: str) -> None:
    (finding,) = check(tmp_path, "T005", text, AMBITO + FATTI)
    assert finding.hint == f"scrivi {{{{ {cited} }}}}"
    assert finding.related is not None


@pytest.mark.parametrize(
    "text",
    [
        "I residenti sono {{ fatti.popolazione }}.",
        "La delibera n. 16.523 riguarda la popolazione straniera.",
        "La DGR 16523 riguarda la popolazione straniera.",
        "Il contributo è di 3.013 euro.",
        "Sono 3.013 i pasti consegnati.",
        "Il servizio ha gestito 3.013 telefonate di residenti con cittadinanza rumena.",
        "Il 14,62 per mille dei pasti costa 14,62 euro.",
    ],
)
def test_figures_that_only_look_like_data(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, "T005", text, AMBITO + FATTI) == []


def test_the_note_of_a_fact_may_repeat_it(tmp_path: Path) -> None:
    noted = FATTI.replace("valore: 16523,", "valore: 16523, nota: Erano 16.523 anche per l'anagrafe,")
    assert check(tmp_path, "T005", "Niente.", AMBITO + noted) == []


@pytest.mark.parametrize(
    "text",
    [
        "La popolazione straniera residente è di 16.532 persone.",  # two digits swapped
        "La popolazione straniera residente è di 16.543 persone.",  # one digit
        "La popolazione residente è di 112.500 persone straniere e italiane e 112.934 in tutto.",  # within 0,5%
        "La spesa sociale dei Comuni è di 599.321,54 euro.",
        "Al 1° gennaio 2024 i residenti sono 112.919.",
        "Le persone straniere sono 16.532 (nel 2021 erano {{ fatti.romania }}).",
    ],
)
def test_figures_a_slip_away(tmp_path: Path, text: str) -> None:
    assert len(check(tmp_path, "T006", text, AMBITO + FATTI)) >= 1


FONDI = """\
fondi:
  - id: f
    titolo: Fondi strutturali
    classe: strutturali
    voci:
      - {id: uno, denominazione: Prima voce, fondo: FNPS, assegnato: 338512.40}
      - {id: due, denominazione: Seconda voce, fondo: FSR, assegnato: 291874}
"""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Il totale dei fondi è di 630.368,40 euro.", 1),
        ("Il FNPS assegna all'Ambito 338.521,40 euro.", 1),
        ("Gli abitanti dell'Ambito sono 112.750.", 1),
        ("I fondi ammontano a 630.368,40 euro.", 0),  # «totale» is not said
        ("Un fondo assegna all'Ambito 338.521,40 euro.", 0),
        ("Il FSR assegna all'Ambito 338.521,40 euro.", 0),  # another fund
        ("Il totale dei fondi è di circa 630.368,40 euro.", 0),
        ("Gli abitanti dell'Ambito erano 112.750.", 0),
        ("I pasti dell'Ambito sono 112.750.", 0),
        ("Gli abitanti dell'Ambito nel 2019 sono 112.750.", 0),
    ],
)
def test_totals_without_words_of_their_own(tmp_path: Path, text: str, number: int) -> None:
    assert len(check(tmp_path, "T006", text, AMBITO + FATTI + FONDI)) == number


@pytest.mark.parametrize(
    "text",
    [
        "La popolazione straniera residente è di circa 16.532 persone.",
        "La popolazione straniera residente è di 16.500 persone.",  # a rounding
        "Nel 2021 la popolazione straniera residente era di 16.532 persone.",  # another year
        "La popolazione straniera residente è passata da 16.532 a {{ fatti.stranieri }} persone.",
        "I pasti consegnati sono 16.532.",
        "La popolazione straniera residente è di 16.523 persone.",  # equal: T005
    ],
)
def test_figures_that_are_no_slip(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, "T006", text, AMBITO + FATTI) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Hanno aderito sette Comuni: Alfa, Beta, Gamma, Delta, Epsilon e Zeta.", "5 o 6"),
        ("Sette enti: Alfa e Beta, Gamma e Delta, Eta.", "da 3 a 5"),
        ("I progetti sono tre: casa, lavoro, scuola, trasporti.", "4"),
        ("Sono 23 enti: Alfa, Beta, Gamma.", "3"),  # names, not kinds
        ("Hanno aderito quattro enti:\n\n- Alfa\n- Beta\n- Gamma\n", "3"),
        ("Sono stati coinvolti 13 soggetti: Coop. Solidarietà, Caritas, Igea, Dike, CRS.", 5),
        ("Le direttrici sono tre:\n\n- innovare\n- formare\n", 2),
        ("Ha cinque funzioni:\n\n1. ascolto\n2. cura\n3. casa\n4. lavoro\n   - anche nuovo\n", 4),
        ("Si lavora in sei aree: minori e famiglia; anziani; casa; lavoro; giovani.", 5),
    ],
)
def test_counts_that_contradict_their_list(tmp_path: Path, text: str, listed: int | str) -> None:
    (finding,) = check(tmp_path, "T007", text)
    assert finding.message.endswith(f"l'elenco che segue ne ha {listed}")


@pytest.mark.parametrize(
    "text",
    [
        "L'Ambito riunisce tre Comuni: Carpiano, Colturano e Dresano.",
        "Le sue 5 funzioni integrate lo rendono uno strumento:\n\n- preventivo\n- promozionale\n",
        "L'Agenzia, con le sue 5 funzioni, è uno strumento:\n\n- preventivo\n- promozionale\n",
        "L'area ha due obiettivi: attuare il LEPS, in sinergia con il PNRR, e digitalizzare i servizi.",
        "L'offerta cresce con due progetti: PASOL, sul POR-FSE, e Lo spettro, sul fondo regionale.",
        "L'area aveva quattro obiettivi: coinvolgere e aumentare, ricomporre, rafforzare.",
        "Nei nove Comuni:\n\n- uno sportello\n- un'équipe\n",
        "Il percorso dura 12 mesi:\n\n- incontri\n- visite\n",
        "Ci sono tre operatori:\n\n- 1 educatore\n- 2 assistenti sociali\n",
        "Da quasi tre anni: ascolto, cura.",
        "Ci sono tre passi:\n\n1. uno sguardo\n\nUn commento.\n\n2. ascolto\n3. cura\n",
        "Nasce da tre fatti: le indicazioni nazionali, la riforma che integra i piani e l'avvio.\n\nDopo; poi.",
        "L'orario: dalle 9:30 alle 12:30, in due sedi.",
        "Si sono svolti undici incontri: Amministratori, assistenti sociali e familiari. C'erano 23 enti; altri.",
        "Si sono svolti due incontri: uno a Rivanera. I temi sono stati scelti insieme: casa; lavoro; cura.",
        "Abbiamo ascoltato 40 caregiver: figlie, mogli, nipoti, mariti e badanti.",
        "Abbiamo intervistato 12 testimoni: sindaci, parroci, dirigenti scolastici, pediatri.",
        "Hanno aderito 23 enti: cooperative, associazioni, parrocchie e fondazioni.",
        "Hanno aderito 23 enti:\n\n- cooperative\n- associazioni\n",
        "Nel triennio sono stati attivati 14 progetti: vita indipendente, residenzialità, autonomia.",
        "Partecipano sette cooperative: Aurora, Il Ponte, Aliante e altre quattro.",
        "Partecipano sette cooperative:\n\n- Aurora\n- Aliante\n- altre cinque\n",
        "Partecipano sette cooperative tra cui: Aurora, Il Ponte, Aliante.",
        "Sei enti: Aurora, Il Ponte, Aliante, ecc.",
        "Vengono da tre fondi: il Fondo nazionale paga i progetti, il regionale l'offerta; a questi si somma altro.",
    ],
)
def test_counts_that_agree_or_count_something_else(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, "T007", text) == []


def test_names_in_the_note_of_an_indicator(tmp_path: Path) -> None:
    plan = f"""{HEAD}{AMBITO}esiti:
  - id: E1
    titolo: Abitare
    indicatori:
      risultato:
        - {{id: a, nome: Enti, previsto: 3, realizzato: 4, unita: enti, nota: "Caritas, Igea, Dike."}}
        - {{id: b, nome: Enti, previsto: 3, realizzato: 3, unita: enti, nota: "Caritas, Igea, Dike."}}
        - {{id: c, nome: Enti, previsto: 3, realizzato: 4, unita: enti, nota: "Caritas, Igea e Croce Rossa, Dike."}}
        - {{id: d, nome: Ore, previsto: 30, realizzato: 40, unita: ore, nota: "Erogate da Caritas, che le ha donate."}}
"""
    (finding,) = check_whole(tmp_path, "T007", plan)
    assert (finding.address, finding.location.line) == ("esiti/E1/indicatori/risultato/a/nota", 12)
    assert "il valore raggiunto è 4 enti, ma la nota ne elenca 3" in finding.message


COMUNI = """\
ambito:
  nome: Prova
  ente_capofila: capofila
  comuni: [{nome: Alfa}, {nome: Beta}, {nome: Gamma}, {nome: Delta, al: 2017-12-31, confluito_in: Gamma}]
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I quattro Comuni dell'Ambito approvano.", 1),
        ("L'Ambito è formato da 4 Comuni di pianura.", 1),
        ("L'Ambito di Prova riunisce due Comuni.", 1),
        ("L'Ambito si estende su {{ piano.titolo }} km² e riunisce due Comuni di pianura.", 1),
        ("L'Ambito comprende due Comuni più grandi.", 0),
        ("I tre Comuni dell’Ambito approvano.", 0),
        ("Lo sportello è aperto in due Comuni dell'Ambito.", 0),
        ("I due Comuni dell'Ambito più piccoli aderiscono.", 0),
        ("I due Comuni dell'Ambito coinvolti aderiscono.", 0),
    ],
)
def test_the_comuni_of_the_ambito(tmp_path: Path, text: str, found: int) -> None:
    assert len(check(tmp_path, "T008", text, COMUNI)) == found


LONG = "Il servizio accompagna le famiglie con bambini piccoli, a casa e nei luoghi di prossimità, con un'équipe"
LONG += " di educatori e ostetriche."


def _schede(first: str, second: str, field: str = "bisogni") -> str:
    schede = "".join(
        f"  - id: S{number}\n    titolo: Scheda {number}\n    {field}: |\n{textwrap.indent(text, ' ' * 6)}\n"
        for number, text in enumerate((first, second), 1)
    )
    return f"{HEAD}{AMBITO}schede:\n{schede}"


def test_a_copied_paragraph_is_found_however_it_is_wrapped(tmp_path: Path) -> None:
    plan = _schede(f"Prima.\n\n{LONG}", f"{LONG.replace(' con un', chr(10) + 'con un')}\n\nDopo.")
    (finding,) = check_whole(tmp_path, "T009", plan)
    assert finding.message.startswith("S2 «Scheda 2»: «Il servizio")
    assert finding.message.endswith("è lo stesso testo di S1 «Scheda 1»")
    assert finding.related is not None
    assert (finding.location.line, finding.related.line) == (17, 10)


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        (LONG, LONG.replace("piccoli", "grandi"), "bisogni"),
        (LONG, LONG, "personale"),
        ("Famiglie con bambini fino a tre anni.", "Famiglie con bambini fino a tre anni.", "bisogni"),
        (LONG + " {{ piano.titolo }}", LONG + " {{ piano.stato }}", "bisogni"),
    ],
)
def test_texts_that_may_be_alike(tmp_path: Path, first: str, second: str, field: str) -> None:
    assert check_whole(tmp_path, "T009", _schede(first, second, field)) == []


@pytest.mark.parametrize(
    "text",
    [
        "TODO chiedere ad ASST",
        "Il costo è di xxx euro.",
        "Entro il ???",
        "Il referente (?) è dell'ASST.",
        "Lorem ipsum dolor sit amet.",
        "Il termine è il ____ giugno.",
        "Il termine è …………",
        "[inserire il numero degli operatori]",
        "Gli operatori (da completare).",
        "Eliminerei questa riga",
        "Il grado di efficacia (rilevarlo con focus group finale)",
        "Qui metterei la tabella.",
        "Paragrafo da cancellare.",
        "Vedi Errore. L'origine riferimento non è stata trovata.",
        "Il totale è #RIF!",
        "Delibera n. ... del .../.../2024.",
        "Delibera del …/…/2024.",
        "Assegnati con DGR n. .... del 2023.",
        "N. XX utenti.",
        "Gli utenti sono XXXX.",
        "Dato da verificare.",
        "Testo da inserire a cura di ASST.",
        "I casi sono otto [nota: chiedere a Rivanera].",
        "AGGIORNARE DATO",
        "QUESTO PARAGRAFO VA TOLTO.",
        "NB: aggiornare prima della pubblicazione.",
    ],
)
def test_notes_of_the_writers(tmp_path: Path, text: str) -> None:
    assert [finding.location.line for finding in check(tmp_path, "T010", text)] == [10]


@pytest.mark.parametrize(
    "text",
    [
        "Le modalità sono da definire con ASST.",
        "Un operatore (non presente in organico, da verificare se di ASST o di Ambito).",
        "Regolamento da definire alla prima convocazione.",
        "Chi accede al servizio? Le famiglie, i giovani…",
        "Le barriere da eliminare sono molte.",
        "Il bisogno (rilevato con un focus group) e come rilevarlo (per rilevarlo serve tempo).",
        "Le azioni (rilevare i bisogni, verificare gli esiti).",
        "Vedi la [tabella](https://example.org) e la nota[^uno].\n\n[^uno]: Nota.",
        "<!-- TODO chiedere ad ASST -->\nIl testo.",
        "La metodologia del tavolo; il metodo è partecipato.",
        "Prima.\n\n____\n\nDopo.",
        "Dati n.d. per il 2023; valori in fase di definizione.",
        "I dati da inserire nel gestionale sono pochi.",
        "Dati da aggiornare ogni anno a cura dell'Ufficio di Piano.",
        "Il testo da completare con i bambini è una fiaba.",
        "Il XXX Congresso e il n. XX della rivista.",
        "Si lavora con i Comuni... e non solo.",
        "AGGIORNARE LE COMPETENZE DEGLI OPERATORI",
        "VERIFICARE DATI SANITARI E SOCIALI",
        "NB: i posti sono dell'Ambito.",
        "La domanda va rinnovata e la parte va letta insieme.",
        "I servizi (nido, CAG, …) e l'art. 8.",
        "La tabella va da 0 a 100; n. 12 del 2024.",
        "[Nota: link](https://example.org)",
    ],
)
def test_words_that_are_no_notes(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, "T010", text) == []


@pytest.mark.parametrize(("stato", "found"), [("bozza", 0), ("adottato", 1), ("approvato", 1)])
def test_answers_to_be_defined_hold_only_in_a_draft(tmp_path: Path, stato: str, found: int) -> None:
    more = f"{AMBITO}stato: {stato}\n"
    assert len(check(tmp_path, "T011", "Da definire.", more)) == found
    assert check(tmp_path, "T011", "Da definire alla prima convocazione.", more) == []
    assert check(tmp_path, "T011", "In fase di definizione", more) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Uno\n\n# Due\n\nTesto.", [10]),
        ("# Uno\n\nTesto.\n\n## Due\n", [14]),
        ("# Uno\n\n## Due\n\nTesto.", []),
        ("## Uno\n\n<!-- da scrivere -->\n\n# Due\n\nTesto.", [10]),
        ("<!-- da scrivere -->", [10]),
        ('# Uno\n\n{{ tabella("x") }}', []),
        ("- uno\n-\n- tre", [11]),
        ("Titolo\n-\n\nTesto", []),
        ("#conciliamo è un progetto", []),
    ],
)
def test_headings_and_items_without_text(tmp_path: Path, text: str, lines: list[int]) -> None:
    assert [finding.location.line for finding in check(tmp_path, "T012", text)] == lines


def test_years_of_another_triennium(tmp_path: Path) -> None:
    plan = f"""{HEAD}{AMBITO}esiti:
  - id: E1
    titolo: Abitare
    indicatori:
      risultato:
        - id: E1.r1
          nome: Alloggi
          unita: alloggi
          serie:
            - {{periodo: 2024-T4, valore: 3}}
            - {{periodo: 2025-T1, valore: 4}}
monitoraggi:
  - {{id: m, titolo: Serie, indicatori: [{{id: m1, nome: Accessi, serie: [{{periodo: 2025-T1, valore: 4}}]}}]}}
pnrr:
  - id: p
    linea: 1.1.1
    titolo: Sostegno
    avanzamento: [{{anno: 2024, testo: Avvio}}]
    sviluppo: [{{anno: 2023, testo: Bando}}, {{anno: 2026, testo: Chiusura}}]
"""
    findings = check_whole(tmp_path, "T013", plan)
    assert [(finding.address, finding.location.line) for finding in findings] == [
        ("esiti/E1/indicatori/risultato/E1.r1/serie/1/periodo", 17),
        ("pnrr/p/sviluppo/0/anno", 25),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Entro il 31.06.2025.", 1),
        ("Entro il 30 febbraio.", 1),
        ("Il 29/02/2023 e il 29 febbraio 2025.", 2),
        ("Il 29/02/2024, il 29 febbraio e il 31/12/2024.", 0),
        ("Protocollo 131/06/2024 e 31/06/20245.", 0),
        ("Il 31 giugno", 1),
        ("Con 31 aprile non si scherza, 130 settembre neppure.", 1),
    ],
)
def test_days_that_no_calendar_has(tmp_path: Path, text: str, found: int) -> None:
    assert len(check(tmp_path, "T014", text)) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("599.821,54 €, 1.250,00 euro e € 20,50", [("599821.54", "€"), ("1250.00", "€"), ("20.50", "€")]),
        ("il 14,62% e il 3,5 per cento", [("14.62", "%"), ("3.5", "%")]),
        ("16.523 persone, 112991 abitanti", [("16523", ""), ("112991", "")]),
        ("nel 2024, il 15/04/2024 e il 22.02.2022", []),
        ("L. 328/2000, DGR XII/2167, art. 1, comma 797, n. 7626/2017, legge 1.228", []),
        ("la linea 1.1.3, il CAP 20098, tel. 029835411, 2 milioni", []),
        ("P.I.P.P.I. 11 e 1.000", [("1000", "")]),
    ],
)
def test_figures_of_the_prose(text: str, values: list[tuple[str, str]]) -> None:
    assert [(cifra.valore, cifra.segno) for cifra in iter_cifre(text)] == [
        (Decimal(number), sign) for number, sign in values
    ]


def test_slips_between_numbers() -> None:
    sviste = Sviste([Decimal(number) for number in ("16532", "16543", "16325", "112.5", "16523")])
    assert sviste.slips_from(Decimal("16523")) == {0, 1, 4}
    assert sviste.near(Decimal("16500")) == {0, 1, 4}
    assert rounds_to(Decimal("16523"), Decimal("16500"))
    assert not rounds_to(Decimal("16523"), Decimal("16540"))


def test_number_words() -> None:
    assert [read_count(word) for word in ("due", "Tredici", "venti", "30", "cinquanta")] == [2, 13, 20, 30, 50]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("L'attenzione andrà a tre aspetti:", 3),
        ("Due gli esempi:", 2),
        ("Le linee sono tre:", 3),
        ("circa tre aspetti:", None),
        ("a) comma 3:", None),
        ("tre équipe lavorano insieme:", None),
    ],
)
def test_announced_counts(text: str, count: int | None) -> None:
    annuncio = read_annuncio(text, text.index(":"))
    assert (annuncio.count if annuncio else None) == count


def test_items_of_a_list() -> None:
    assert list_items("Tre:\n- uno sguardo\n- ascolto", 3) is None  # an item that counts
    assert list_items("Tre:\n\n- 1.1.1 ascolto\n  segue\n  - dentro\n- cura\n\nFine.", 3) == ["1.1.1 ascolto", "cura"]
    assert list_items("Tre:\n\nTesto.\n\n- ascolto", 3) is None


CHAPTERS = """\
testi:
  - sezione: bisogni
    testo: |
      Prima.

      {first}
  - sezione: obiettivi
    testo: |
      {second}

      Dopo.
"""


def test_a_paragraph_of_another_chapter(tmp_path: Path) -> None:
    plan = HEAD + AMBITO + CHAPTERS.format(first=LONG, second=LONG)
    (finding,) = check_whole(tmp_path, "T009", plan)
    assert finding.message.endswith("è lo stesso testo di «bisogni»")
    assert finding.related is not None
    assert (finding.location.line, finding.related.line) == (15, 9)
    assert check_whole(tmp_path, "T009", HEAD + AMBITO + CHAPTERS.format(first=LONG, second=LONG[:110])) == []


def test_the_paragraphs_that_two_chapters_share_are_one_finding(tmp_path: Path) -> None:
    more = LONG.replace("famiglie", "persone")
    both = f"{LONG}\n\n      {more}"
    (finding,) = check_whole(tmp_path, "T009", HEAD + AMBITO + CHAPTERS.format(first=both, second=both))
    assert finding.message.endswith("è lo stesso testo di «bisogni», e così un altro paragrafo")


def test_two_fields_of_one_thing(tmp_path: Path) -> None:
    plan = f"{HEAD}{AMBITO}schede:\n  - {{id: S1, titolo: Uno, bisogni: {LONG!r}, risultati: {LONG!r}}}\n".replace(
        "'", '"'
    )
    plan = plan.replace('un"équipe', "un'équipe")
    (finding,) = check_whole(tmp_path, "T009", plan)
    assert finding.message.endswith("è lo stesso testo di S1 «Uno», «bisogni»")


def test_a_text_copied_many_times_is_told_once(tmp_path: Path) -> None:
    short = "Interventi per persone che i servizi già in essere non raggiungono."
    schede = "".join(f"  - {{id: S{n}, titolo: Scheda {n}, impatto: {short}}}\n" for n in (1, 2, 3, 4))
    (finding,) = check_whole(tmp_path, "T009", f"{HEAD}{AMBITO}schede:\n{schede}")
    assert finding.message.endswith("è lo stesso testo di S1 «Scheda 1» (e di S3, S4)")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "I 7 Ambiti (Adda, Alta Martesana, Visconteo) lavorano insieme.",
            "«7 Ambiti», ma fra parentesi ne sono elencati 3",
        ),
        ("I 3 Ambiti (Adda, Alta Martesana, Visconteo) lavorano insieme.", None),
        ("I 7 Ambiti (tra cui Adda, Alta Martesana, Visconteo) lavorano insieme.", None),
        ("I 7 Ambiti (Adda, Alta Martesana, Visconteo ecc.) lavorano insieme.", None),
        ("Le 2 équipe (Assistente sociale, Psicologo, Educatore) lavorano insieme.", None),
        ("I 4 Comuni (Colturano, San Donato Milanese, San Giuliano e Vizzolo) aderiscono.", None),
    ],
)
def test_counts_before_names_in_brackets(tmp_path: Path, text: str, message: str | None) -> None:
    assert [finding.message for finding in check(tmp_path, "T007", text)] == ([message] if message else [])


AREA = """\
aree: [{{id: sistema, titolo: Azioni di sistema, testo: "{text}"}}]
obiettivi:
  - {{id: O1, titolo: Uno, gruppo: ambito, area: sistema}}
  - {{id: O2, titolo: Due, gruppo: ambito, area: sistema}}
  - {{id: O3, titolo: Tre, gruppo: ambito}}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'area ha tre obiettivi di sistema.", 1),
        ("L'area ha due obiettivi di sistema.", 0),
        ("Dei bisogni si occupano tre obiettivi.", 0),
    ],
)
def test_the_objectives_of_an_area(tmp_path: Path, text: str, found: int) -> None:
    assert len(check_whole(tmp_path, "T007", HEAD + AMBITO + AREA.format(text=text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grado di efficacia (rilevarlo con focus group finale).", 1),
        ("Il grado si può rilevare (con focus group finale).", 0),
        ("L'Ambito è composto da 9 Comuni: elenco Comuni.", 1),
        ("In allegato i 9 Comuni: elenco dei Comuni aderenti e mappa.", 0),
    ],
)
def test_more_notes_left_in_the_text(tmp_path: Path, text: str, found: int) -> None:
    assert len(check(tmp_path, "T010", text)) == found


COUNTS = """\
triennio_precedente: 2021-2023
esiti:
  - id: E1
    titolo: Abitare
    indicatori:
      risultato:
        - {{id: E1.r1, nome: Beneficiari, unita: persone, realizzati: [{counts}]}}
"""


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ("{valore: 5, nome: nel 2022}, {valore: 6, nome: nel 2024}", 1),
        ("{valore: 5, nome: nel 2022}, {valore: 6, nome: nel 2023}", 0),
        ("{valore: 5, nome: Lodi nel 2024}, {valore: 6, nome: Codogno}", 0),
        ("{valore: 5, nome: nel 2024}", 0),
    ],
)
def test_counts_of_a_year_outside_the_triennium(tmp_path: Path, counts: str, found: int) -> None:
    assert len(check_whole(tmp_path, "T013", HEAD + AMBITO + COUNTS.format(counts=counts))) == found


@pytest.mark.parametrize(
    ("years", "message"),
    [
        ((2022, 2023, 2024), "il conteggio nel 2024 è fuori dal triennio 2021-2023, e manca il 2021"),  # published
        ((2022, 2024), "il conteggio nel 2024 è fuori dal triennio 2021-2023, e manca il 2021 e il 2023"),
        ((2021, 2022, 2023, 2024), "il conteggio nel 2024 è fuori dal triennio 2021-2023"),
    ],
)
def test_a_count_of_another_year_is_told_with_those_that_lack(
    tmp_path: Path, years: tuple[int, ...], message: str
) -> None:
    counts = ", ".join(f"{{valore: 5, nome: nel {year}}}" for year in years)
    (finding,) = check_whole(tmp_path, "T013", HEAD + AMBITO + COUNTS.format(counts=counts))
    assert finding.message.endswith(message)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Si riunisce tre (4) volte.", 1),
        ("Sono 5 (Quattro) incontri.", 1),
        ("Si riunisce tre (3) volte, in due (2) sedi.", 0),
        ("Quattro progetti (3) e due (1) note.", 0),
        ("Dal gruppo tre (quattro incontri).", 0),
    ],
)
def test_a_number_in_words_and_in_figures(tmp_path: Path, text: str, found: int) -> None:
    assert len(check(tmp_path, "T015", text)) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Il servizio è rivolto alle famiglie,",
            "il testo finisce a metà di una frase: «…Il servizio è rivolto alle famiglie,»",
        ),
        (
            "Il servizio sostiene le persone della",
            "il testo finisce a metà di una frase: «…Il servizio sostiene le persone della»",
        ),
        ("Indicatori: ; risultati attesi.", "dopo i due punti c'è «;»: «…Indicatori: ;»"),
        (
            "Si apre lo sportello.\n\nPER INFORMAZIONI CONTATTARE:",
            "dopo i due punti non c'è niente: «… sportello. PER INFORMAZIONI CONTATTARE:»",
        ),
        ("La tabella che segue elenca le risorse:", None),
        ("Persone dai diciotto anni in su", None),
        ("Come dice la legge alla lettera e", None),
        ("Il valore è {{ piano.triennio }}:", None),
        ("Alle 10:.. e 12:;", None),
        ("Residenti nel triennio di {{ ambito.nome }}", None),
    ],
)
def test_sentences_cut_short(tmp_path: Path, text: str, message: str | None) -> None:
    assert [finding.message for finding in check(tmp_path, "T016", text)] == ([message] if message else [])


@pytest.mark.parametrize(
    ("scheda", "found"),
    [
        ("modalita: 'Gli operatori lavorano così:'", 1),
        (
            "risultati: {testo: 'Ci si aspetta:', indicatori: [{id: S1.r1, nome: Ore, previsto: 5, unita: ore}]}",
            0,
        ),
        ("personale: ≡", 1),
        ("personale: 2", 0),
    ],
)
def test_answers_without_words(tmp_path: Path, scheda: str, found: int) -> None:
    plan = f"{HEAD}{AMBITO}schede:\n  - id: S1\n    titolo: Scheda\n    {scheda}\n"
    assert len(check_whole(tmp_path, "T016", plan)) + len(check_whole(tmp_path, "T017", plan)) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1. uno\n2. due\n4. tre", "dopo «2.» viene «4.»"),
        ("b) servizi di sollievo\nc) servizi di supporto", "l'elenco comincia da «b)»"),
        ("Le forme sono:\n\n- b) sollievo\n- c) supporto", "l'elenco comincia da «b)»"),
        ("1. uno\n1. due\n1. tre", None),
        ("1. uno\n   1. primo\n   2. secondo\n2. due", None),
        ("1. uno\n2. due\n\n# Altro\n\n5. cinque", None),
        ("Si applica l'art. 3, comma 1, lettera\nb) della legge.", None),
        ("Il Piano è approvato nel\n12. mese.", None),
    ],
)
def test_numbering_of_the_lines(tmp_path: Path, text: str, message: str | None) -> None:
    found = [finding.message.rpartition("a mano ")[2] for finding in check(tmp_path, "T018", text)]
    assert found == ([message] if message else [])


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("1. Uno", "2. Due", "4) Quattro", "3. 4) Cinque"), ["dopo «2.» viene «4)»"]),
        (("1. Uno", "2. 3) Due"), ["una voce ha due numeri"]),
        (("Uno", "Due"), []),
        (("1. Uno", "1. Due"), []),
        (("a) Uno", "a) Due", "b) Tre"), []),
    ],
)
def test_numbering_of_the_actions(tmp_path: Path, texts: tuple[str, ...], found: list[str]) -> None:
    azioni = "".join(f"      - {{id: S1.a{n}, testo: {text}}}\n" for n, text in enumerate(texts, 1))
    plan = f"{HEAD}{AMBITO}schede:\n  - id: S1\n    titolo: Scheda\n    azioni:\n{azioni}"
    assert [finding.message.rpartition("a mano ")[2] for finding in check_whole(tmp_path, "T018", plan)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dal 06/11 è attivo.", ["06/11"]),
        ("Entro il 31/12 si approva.", ["31/12"]),
        ("Nel triennio 21-23 è cresciuto.", ["21-23"]),
        ("Dal 06/11/2023 è attivo.", []),
        ("Il 10/12 degli utenti risponde; la DGR 06/11.", []),
        ("Nell'anno scolastico 21/22 e nel triennio 2021-23.", []),
        ("Aperto dalle 09/12.", []),
    ],
)
def test_dates_without_a_year(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [finding.message.split("«")[1].split("»")[0] for finding in check(tmp_path, "T019", text)] == found


def test_a_text_that_is_only_a_citation_is_whole(tmp_path: Path) -> None:
    assert check(tmp_path, "T016", "{{ piano.triennio }}") == []
