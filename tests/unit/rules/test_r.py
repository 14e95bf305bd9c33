# SPDX-License-Identifier: EUPL-1.2
"""References in prose: to pages, tables, parts of the document, notes, schede, organs, acronyms."""

from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan

from ._brevi import HEAD, found, found_in_text

PAGES = [
    ("la tabella a pag. 71 relativa ai LEPS", "«pag. 71»"),
    ("come si legge a pagina 12", "«pagina 12»"),
    ("(vedi pagg. 12-14)", "«pagg. 12-14»"),
    ("la DGR 2167/2024 elenca i LEPS; la tabella a pag. 71 li descrive", "«pag. 71»"),
    ("come dice il Rapporto ISTAT, pag. 12", None),
    ("a pag. 12 del Rapporto annuale", None),
    ("(DGR XII/2167/2024, pag. 3)", None),
    ("il Piano di Zona 2021-2023 (pag. 40)", None),
    ("a pag. 71 del presente Piano", "«pag. 71»"),
    ("a pag. 71 del Piano di Zona 2021-2023", None),
    ("risorse (pagato*100)/preventivato", None),
    ("il sito ha 12 pagine", None),
    ("nelle pagine 2024", None),
]


@pytest.mark.parametrize(("text", "named"), PAGES)
def test_pages(tmp_path: Path, text: str, named: str | None) -> None:
    wanted = [f"{named} è scritto a mano: la pagina cambia a ogni stampa"] if named else []
    assert found_in_text(tmp_path, text, "R003") == wanted


TABLES = [
    ("nella tabella n.1, Allegato n.2.", "tabella n.1"),
    ("come mostra il grafico n.49, quasi il 26%", "grafico n.49"),
    ("(Tab. 3)", "Tab. 3"),
    ("la TABELLA 4 dice", "TABELLA 4"),
    ("la Fig. 2 mostra", "Fig. 2"),
    ("la tabella 1 del DM 77/2022", None),
    ("la tabella 2 dell'allegato A alla DGR 2167/2024", None),
    ("(DGR 2167/2024, tabella 2)", None),
    ("la tabella 2 dell'Allegato 2", "tabella 2"),
    ("una tabella 2024-2025", None),
    ("Si inserisce 1 figura di coordinamento e 2 figure educative", None),
    ("i grafici che seguono e le tabelle dell'Allegato 2", None),
    ("il tab.let 3", None),
]


@pytest.mark.parametrize(("text", "named"), TABLES)
def test_tables(tmp_path: Path, text: str, named: str | None) -> None:
    wanted = [f"«{named}» è scritto a mano: i numeri li dà la stampa"] if named else []
    assert found_in_text(tmp_path, text, "R004") == wanted


PARTS = [
    ("le schede sono nell'Allegato 5", "«Allegato 5»: l'allegato 5 non c'è"),
    ("(ALLEGATO 6)", "«ALLEGATO 6»: l'allegato 6 non c'è"),
    ("negli Allegati 1, 2 e 7", "«Allegati 1, 2 e 7»: l'allegato 7 non c'è"),
    ("si veda il capitolo 9", "«capitolo 9»: il capitolo 9 non c'è"),
    ("si veda il paragrafo 9.2", "«paragrafo 9.2»: il capitolo 9 non c'è"),
    ("(cap. 8)", "«cap. 8»: il capitolo 8 non c'è"),
    ("nell'allegato 5 al presente Piano", "«allegato 5»: l'allegato 5 non c'è"),
    ("l'allegato 9 alla DGR 2167/2024", None),
    ("(DGR XII/2167/2024, allegato 9)", None),
    ("l'Allegato 5 dell'Accordo di Programma", None),
    ("Allegato 4 e capitolo 7, paragrafo 6.3", None),
    ("si mandano in allegato 5 schede", None),
    ("il capitolo 12 del bilancio comunale", None),
    ("il capitolo 8 del Piano di Zona 2018-2020", None),
    ("(cap. 20098) San Giuliano Milanese", None),
    ("il paragrafo 12 non si numera così", None),
    ("Il capitolo 9 del Piano sociosanitario regionale descrive le Case di Comunità.", None),
    ("Il capitolo 9 del Piano sociosanitario integrato lombardo 2024-2028 descrive le Case.", None),
    ("Il Piano sociosanitario regionale, capitolo 9, descrive le Case di Comunità.", None),
    ("il capitolo 9 del PSL 2024-2028", None),
    ("il capitolo 9 del Piano della prevenzione", None),
    ("il capitolo 9 del Piano di Zona", "«capitolo 9»: il capitolo 9 non c'è"),
    ("il capitolo 9 del Piano dell'Ambito", "«capitolo 9»: il capitolo 9 non c'è"),
    ("Il Piano di Zona, capitolo 9, descrive", "«capitolo 9»: il capitolo 9 non c'è"),
    ("Gli enti hanno sottoscritto l'allegato 6 (Carta dei servizi).", None),
    ("le schede sono nell'Allegato 6 (Schede obiettivi)", "«Allegato 6»: l'allegato 6 non c'è"),
    ("nell'Allegato 6 (pag. 3)", "«Allegato 6»: l'allegato 6 non c'è"),
]


@pytest.mark.parametrize(("text", "message"), PARTS)
def test_chapters_and_annexes(tmp_path: Path, text: str, message: str | None) -> None:
    assert found_in_text(tmp_path, text, "R005") == ([message] if message else [])


ANNEXES = [
    ("vanno lette con le schede di cui all'ALLEGATO 3 al documento", "l'allegato 3 è «Tabelle integrazione ATS»"),
    ("le schede obiettivo (Allegato 4)", None),  # a parenthesis may say something else
    ("le schede obiettivo nell'Allegato 4", "l'allegato 4 è «Schede obiettivi integrazione socio sanitaria»"),
    ("le schede di integrazione nell'Allegato 1", "l'allegato 1 è «Schede obiettivi»"),
    ("gli impegni reciproci sono nell'Allegato 4", "l'allegato 4 è «Schede obiettivi integrazione socio sanitaria»"),
    ("le schede sono nell'Allegato 1", None),
    ("le schede sono nell'Allegato 4", None),
    ("le schede di integrazione nell'Allegato 4", None),
    ("le schede. Nell'Allegato 3 ci sono gli impegni", None),
    ("le schede e le tabelle dell'Allegato 3", None),
    ("le schede dell'Allegato 3 alla DGR 2167/2024", None),
]


@pytest.mark.parametrize(("text", "message"), ANNEXES)
def test_what_an_annex_holds(tmp_path: Path, text: str, message: str | None) -> None:
    assert [line.partition(", ma")[0] for line in found_in_text(tmp_path, text, "R006")] == (
        [message] if message else []
    )


def test_notes_and_marks(tmp_path: Path) -> None:
    text = "Uno[^a], due[^b] e ancora due[^b].\n\n[^a]: Prima nota.\n\n[^c]: Nota perduta."
    assert found_in_text(tmp_path, text, "R007", "R008") == [
        "il richiamo «[^b]» non ha la sua nota",
        "il richiamo «[^b]» non ha la sua nota",
        "la nota «[^c]» non è richiamata: non si stampa",
    ]
    assert (
        found_in_text(tmp_path, "Uno[^A].\n\n[^a]: Prima nota, con un altro richiamo[^b].\n\n[^b]: Sì.", "R007") == []
    )


def test_numbers_in_titles_and_the_same_number_twice(tmp_path: Path) -> None:
    charts = "grafici:\n" + "".join(
        f"  - {{id: {name}, titolo: '{title}', tipo: torta, categorie: [A], serie: [], testo_alternativo: B}}\n"
        for name, title in [("a", "Grafico n. 47 – Posti"), ("b", "Grafico 47: Servizi"), ("d", "3 grafici")]
    )
    assert found(tmp_path, charts, "R009") == [
        "2 R009 a «Grafico n. 47 – Posti»: il titolo porta un numero scritto a mano, «Grafico n. 47»",
        "3 R009 b «Grafico 47: Servizi»: il titolo porta un numero scritto a mano, «Grafico 47», che è già di a "
        "«Grafico n. 47 – Posti»",
    ]


def test_captions_in_a_text_come_once_and_repeated_numbers_one_by_one(tmp_path: Path) -> None:
    text = "Grafico 46 – Unità\n\n**Grafico 47** – Posti\n\nGrafico 47: Servizi\n\nGrafico 48 mostra i posti."
    assert found_in_text(tmp_path, text, "R009") == [
        "una didascalia è scritta a mano nel testo, «Grafico 46» (e altre 2 nello stesso testo)",
        "il numero di «Grafico 47» è già di un'altra didascalia",
    ]
    assert found_in_text(tmp_path, text, "R004") == ["«Grafico 48» è scritto a mano: i numeri li dà la stampa"]


HEADINGS = [
    ("## 1.2. Valutazione degli obiettivi", "«1.2.»"),
    ("Testo.\n\n### 3.1 Offerta\n\n### 3.2 Progetti\n\n### 3.3 Fondi", "«3.1» (e altri 2 nello stesso testo)"),
    ("## 1. Accesso\n\n## 2. Presa in carico", None),
    ("## 0-6 anni", None),
    ("## 1.500 alloggi", None),
    ("## Linea 1.1.3 del PNRR", None),
    ("Il tavolo # 1.2 Minori", None),
]


@pytest.mark.parametrize(("text", "named"), HEADINGS)
def test_numbers_of_paragraphs_in_headings(tmp_path: Path, text: str, named: str | None) -> None:
    wanted = [f"il titolo di un paragrafo porta un numero scritto a mano, {named}"] if named else []
    assert found_in_text(tmp_path, text, "R009") == wanted


SCHEDE = """schede: [{id: S1, titolo: Uno}, {id: S2, titolo: Due}]
schede_integrazione: [{id: SI1, titolo: Uno}]
esiti: [{id: A1, numero: "1.1", titolo: Uno}]
testi: [{sezione: introduzione, testo: "%s"}]
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nella scheda SI9", "SI9"),
        ("nella Scheda obiettivo S7", "S7"),
        ("l'obiettivo 3.2 continua", "3.2"),
        ("nella scheda S2, nella scheda SI1 e nell'obiettivo 1.1", None),
        ("nella scheda B7", None),  # no scheda is called like this: it may be of anybody
        ("l'obiettivo L5", None),
        ("la scheda S7 della DGR 2089/2024", None),
        ("obiettivo 3.200 euro", None),
        ("obiettivo 3.2%", None),
    ],
)
def test_schede_and_objectives(tmp_path: Path, text: str, code: str | None) -> None:
    lines = found(tmp_path, SCHEDE % text, "R010")
    assert [line.rpartition(" ")[2] for line in lines] == ([code] if code else [])


ORGANI = """organi:
  - {id: a, nome: Assemblea dei Sindaci, tipo: politico}
  - {id: b, nome: Tavolo Aderenti Formazioni Sociali, tipo: tavolo}
  - {id: d, nome: Tavolo Azioni di sistema, tipo: tavolo, tematiche: [Tavolo case management]}
testi: [{sezione: bisogni, testo: "%s"}]
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("il Tavolo Anziani e fragilità propone, e il Tavolo Anziani e fragilità decide", ["Tavolo Anziani"]),
        ("La Cabina di regia decide, con l'Ufficio di Piano.", ["Cabina di regia", "Ufficio di Piano"]),
        ("il Tavolo degli Aderenti e l'Assemblea dei sindaci", []),
        ("il Tavolo Case Management", []),
        ("il Tavolo ANCI sulle politiche abitative, il Tavolo della Prefettura di Milano", []),
        ("il Tavolo Regionale Casa e la Cabina di regia ATS", []),
        ("un Tavolo di confronto, i Tavoli tematici, il Tavolo locale del canone concordato", []),
        ("il Tavolo i Comuni lo convocano", []),
    ],
)
def test_organs(tmp_path: Path, text: str, names: list[str]) -> None:
    lines = found(tmp_path, ORGANI % text, "R011")
    assert [line.split("«")[1].split("»")[0] for line in lines] == names


def test_a_plan_that_describes_few_organs_is_free(tmp_path: Path) -> None:
    body = "organi: [{id: a, nome: Assemblea dei Sindaci, tipo: politico}]\n"
    text = "testi: [{sezione: bisogni, testo: Il Tavolo Anziani propone.}]\n"
    assert found(tmp_path, body + text, "R011") == []


def test_a_frequent_acronym_nobody_explains(tmp_path: Path) -> None:
    assert found_in_text(tmp_path, "I MMG. " * 5, "R012") == ["la sigla «MMG» è usata 5 volte e mai spiegata"]
    assert found_in_text(tmp_path, "I MMG. " * 4, "R012") == []


@pytest.mark.parametrize(
    "text",
    [
        "I medici di medicina generale (MMG) e i MMG. MMG, MMG, MMG.",
        "Il S.E.L.F-Servizi Educativi per il Lavoro e la Formazione. S.E.L.F, S.E.L.F, S.E.L.F, S.E.L.F.",
        "I MMG (medici di medicina generale). MMG, MMG, MMG, MMG.",
        "La ASST. ASST, ASST, ASST e ASST.",  # the regional forms use it
        "La DGR, la DGR, la DGR, la DGR, la DGR.",
        "AT1, AT1, LI2, FNPS, FNPS, FNPS, FNPS, FNPS.",
        "XII, XII, XII, XII, XII.",
        "Scrivere alla PEC: PEC, PEC, PEC, PEC.",
        "IBAN IT 60 X 05428 11101 000000123456; IT60X0542811101000000123456. " * 6,
        "CUP J84H22000150001, CIG 3471234567. " * 6,
        "TODO TODO: TODO, TODO, TODO, XXXX, XXXX.",
        "NON FUMARE, NON FUMARE, NON FUMARE, NON FUMARE, NON FUMARE.",
        "CARE e CARE e CARE e CARE e CARE, cioè take care of.",
        "Il progetto FARO, poi FARO, FARO, FARO, FARO.",
        "Il «TAG», poi TAG, TAG, TAG, TAG.",
        "SF-36, SF-36, SF-36, SF-36, SF-36.",
        "L'ADM assistenza domiciliare\nminori: ADM, ADM, ADM, ADM.",
        "Il servizio dell'accoglienza\ne integrazione SAI: SAI, SAI, SAI, SAI.",
        "A BORGO BASSO, BORGO. BORGO. BORGO. BORGO. BORGO.",  # a Comune of the plan
    ],
)
def test_acronyms_that_need_no_glossary(tmp_path: Path, text: str) -> None:
    assert found_in_text(tmp_path, text, "R012") == []


@pytest.mark.parametrize(
    "text",
    [
        "La UVX assistenza domiciliare: UVX, UVX, UVX, UVX.",
        "L'assistenza domiciliare. UAD, UAD, UAD, UAD, UAD.",
        "La qualità domiciliare QD: QD, QD, QD, QD.",
        "Assistenza, domicilio UAD: UAD, UAD, UAD, UAD.",
    ],
)
def test_words_beside_an_acronym_that_do_not_spell_it(tmp_path: Path, text: str) -> None:
    assert len(found_in_text(tmp_path, text, "R012")) == 1


def test_the_hint_names_all_the_acronyms_and_where_they_stand(tmp_path: Path) -> None:
    names = [f"Q{letter}Z" for letter in "ABCDEFGHLMNOPR"]
    body = f"stato: adottato\ntesti: [{{sezione: introduzione, testo: {' e '.join(names)}}}]\n"
    assert found(tmp_path, body, "R012")[0].endswith("QOZ e altre 2")
    finding = next(finding for finding in check_plan(tmp_path).findings if finding.code == "R012")
    assert "QAZ in testi/introduzione" in (finding.hint or "")
    assert "QRZ in testi/introduzione)" in (finding.hint or "")


def test_rare_acronyms_come_together_when_the_plan_is_no_draft(tmp_path: Path) -> None:
    body = "stato: adottato\ntesti: [{sezione: introduzione, testo: 'I MMG, le UONPIA e i SERD.'}]\n"
    assert found(tmp_path, body, "R012") == ["2 R012 sigle usate e mai spiegate: MMG, UONPIA, SERD"]
    assert found(tmp_path, body.replace("adottato", "bozza"), "R012") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Il PUA, il PUA e il P.U.A. sono uno.", "la sigla «P.U.A.» altrove è «PUA» (2 volte)"),
        ("Il PUA, il PUA e il Pua sono uno.", "la sigla «Pua» altrove è «PUA» (2 volte)"),
        ("RdC e RdC, non RDC.", "la sigla «RDC» altrove è «RdC» (2 volte)"),
        ("Il PUA, il PUA e nel P.U.A.", "la sigla «P.U.A.» altrove è «PUA» (2 volte)"),
        ("Nel P.U.A.", None),
        ("Il PUA. Pua non è una parola.", None),  # the beginning of a sentence
        ("Gli AMBITI e AMBITI e gli altri Ambiti, cioè gli ambiti sociali.", None),  # a word in capitals
        ("L.R. 3/2008 e LR 22/2021, D.G.R. e DGR", None),
    ],
)
def test_acronyms_in_two_spellings(tmp_path: Path, text: str, message: str | None) -> None:
    assert found_in_text(tmp_path, text, "R013") == ([message] if message else [])


def test_the_glossary_decides_the_spelling_and_may_allow_another(tmp_path: Path) -> None:
    body = "testi: [{sezione: introduzione, testo: 'I PIPPI, i PIPPI e il P.I.P.P.I. finito.'}]\n"
    glossary = "glossario: [{sigla: P.I.P.P.I., significato: Programma di intervento%s}]\n"
    (line,) = found(tmp_path, body + glossary % "", "R013")
    assert line == "1 R013 la sigla «PIPPI» altrove è «P.I.P.P.I.» (1 volta)"
    assert found(tmp_path, body + glossary % ", nota: Si scrive anche PIPPI", "R013") == []


def test_an_acronym_given_twice(tmp_path: Path) -> None:
    body = "glossario:\n  - {sigla: AS, significato: Uno}\n  - {sigla: A.S., significato: %s}\n"
    assert found(tmp_path, body % "Due", "R014") == [
        "3 R014 la sigla «A.S.» è già nel glossario, ma prima significa «Uno»"
    ]
    (finding,) = (finding for finding in check_plan(tmp_path).findings if finding.code == "R014")
    assert finding.hint == "togli la voce di troppo, o correggi il significato"
    assert found(tmp_path, body % "uno", "R014") == [
        "3 R014 la sigla «A.S.» è già nel glossario, con lo stesso significato"
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("glossario: [{sigla: ADI, significato: Assegno di Inclusione}]\n", "altrove è «Assegno di Inclusione»"),
        ("glossario: [{sigla: ADI, significato: Assistenza domiciliare integrata}]\n", None),
        ("glossario: [{sigla: ADI, significato: Assistenza integrata domiciliare e più}]\n", None),
        ("", None),
    ],
)
def test_two_meanings_of_an_acronym(tmp_path: Path, body: str, words: str | None) -> None:
    body += 'testi: [{sezione: bisogni, testo: "Con l\'assistenza domiciliare integrata (ADI) e la COT."}]\n'
    messages = found(tmp_path, body, "R014")
    assert [words in message for message in messages if words] == ([True] if words else [])
    assert bool(messages) == bool(words)


@pytest.mark.parametrize(
    ("meaning", "times"), [("Ambiti territoriali sociali", 1), ("Agenzia di tutela della salute", 0), ("Agenzia", 0)]
)
def test_ats_is_the_agency(tmp_path: Path, meaning: str, times: int) -> None:
    head = HEAD.replace("nome: Comune capofila}", "nome: Comune capofila}, {id: ats, nome: ATS Milano, tipo: ats}")
    (tmp_path / "piano.yaml").write_text(
        f"glossario: [{{sigla: ATS, significato: {meaning}}}]\n{head}", encoding="utf-8"
    )
    assert sum(finding.code == "R014" for finding in check_plan(tmp_path).findings) == times


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Con i fondi PNNR e con il PNRR.", "«PNNR» somiglia a PNRR"),
        ("Con l'IRCSS; l'IRCSS di Milano.", "«IRCSS» (2 volte) somiglia a IRCCS"),
        ("Con il PNRR e gli IRCCS.", None),
        ("La PNNR (Prima Nuova Norma Regionale) vale.", None),
        ("Le SAT e le SAP, il PUC e il PUA.", None),
        ("Con l'ASPI e l'ISSE2.", None),
    ],
)
def test_acronyms_written_badly(tmp_path: Path, text: str, words: str | None) -> None:
    messages = found_in_text(tmp_path, text, "R015")
    assert len(messages) == (words is not None)
    assert all(words in message for message in messages if words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prevista dalla DGR.. e altro.", "manca il numero dell'atto: «DGR..»"),
        ("Per la L.162 e la legge 45.", "alcune leggi sono citate senza l'anno, qui e altrove: «L.162», «legge 45»"),
        ("Per la L. 162 e, prima, la L. 162/1998.", None),
        ("Per la legge n. 208, la legge 8 novembre 2015, n. 208 e la legge 328 del 2000.", None),
        ("Dal 2015 con legge n. 208.", None),
        ("Legge 30 dicembre 2021, n. 234.", None),
        ("La DGR XII/2167/2024... e la L.R. 3/2008.", None),
        ("Il sig. Rossi L. abita al 3.", None),
    ],
)
def test_acts_without_number_or_year(tmp_path: Path, text: str, words: str | None) -> None:
    messages = found_in_text(tmp_path, text, "R016")
    assert len(messages) == (words is not None)
    assert all(words in message for message in messages if words)
