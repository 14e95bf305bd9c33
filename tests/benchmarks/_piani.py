# SPDX-License-Identifier: EUPL-1.2
"""Plans of any size for the benchmarks: the same shapes as the examples, repeated with ids of their own."""

import random
from pathlib import Path

PER_FILE = 1000
"""Schede in one file; pdz reads files of a sane size only."""

HEAD = """# SPDX-License-Identifier: EUPL-1.2
formato: 1
profilo: lombardia/2025-2027
titolo: Piano di Zona 2025-2027
triennio: 2025-2027
ambito: {nome: Ambito di prova, ente_capofila: capofila}
enti:
  - {id: capofila, nome: Azienda di prova}
aree:
  - {id: area, titolo: Area di prova, macroaree: [A]}
"""

SCHEDA = """  - id: S{n}
    area: area
    titolo: {t1} {n}
    obiettivi: {t8}.
    azioni:
      - {{id: S{n}.a1, testo: {t2}}}
      - {{id: S{n}.a2, testo: {t3}}}
      - {{id: S{n}.a3, testo: {t4}}}
    target: {t5}
    risorse_economiche:
      testo: Le risorse sono approssimate.
      voci:
        - {{fondo: FNPS, importo: 25000.50, natura: pubblica}}
        - {{nome: Fondazione di comunità, importo: 10000, natura: privata}}
    personale: {t3}
    trasversale: sì
    punti_chiave: {t9}
    asst_programmazione: sì
    asst_realizzazione: {{risposta: sì, testo: {t6}.}}
    altri_ambiti: no
    in_continuita: sì
    nuovo_servizio: no
    progetto_premiale: no
    coprogrammato: no
    coprogettato: {{risposta: sì, testo: {t4}.}}
    coinvolgimento_terzo_settore: {t7}.
    altri_attori: {{risposta: sì, testo: Scuole e oratori.}}
    bisogni: |
      {t10}:

      - ascolto;
      - orientamento;
      - accompagnamento.
    bisogno_precedente: {t11}.
    tipo_obiettivo: {{tipi: [preventivo, promozionale]}}
    modelli_innovativi: {{risposta: sì, testo: {t12}.}}
    digitalizzazione: no
    modalita: {t11}
    risultati:
      testo: {t5}.
      indicatori:
        - {{id: S{n}.o1, nome: Famiglie seguite, previsto: 120, unita: famiglie}}
    impatto:
      indicatori:
        - {{id: S{n}.o2, nome: Nuclei usciti dalla vulnerabilità, previsto: 40%}}
"""

PLAIN_SCHEDA = """  - id: S{n}
    area: area
    titolo: {t1} {n}
    obiettivi: {t8}.
    azioni:
      - {{id: S{n}.a1, testo: {t6}}}
    target: {t5}
    risorse_economiche: {{testo: {t4}}}
    personale: {t3}
    trasversale: sì
    punti_chiave: {t9}
    asst_programmazione: sì
    asst_realizzazione: {{risposta: sì, testo: {t6}.}}
    altri_ambiti: no
    in_continuita: sì
    nuovo_servizio: no
    progetto_premiale: no
    coprogrammato: no
    coprogettato: {{risposta: sì, testo: {t4}.}}
    coinvolgimento_terzo_settore: {t7}
    altri_attori: {{risposta: sì, testo: {t2}.}}
    bisogni: {t10}.
    bisogno_precedente: {t11}.
    tipo_obiettivo: {{tipi: [preventivo, promozionale]}}
    modelli_innovativi: {{risposta: sì, testo: {t12}.}}
    digitalizzazione: no
    modalita: {t11}
    risultati: {{testo: {t5}}}
    impatto: {{testo: {t7}}}
"""

ESITO = """  - id: E{n}
    titolo: Obiettivo passato numero {n}
    azioni: {{programmate: 5, realizzate: 4}}
    attuazione: Quattro azioni su cinque sono state realizzate nei tempi.
    indicatori:
      risultato:
        - {{id: E{n}.r1, nome: Persone incontrate, previsto: 200, realizzato: 212, unita: persone}}
      processo:
        - {{id: E{n}.p1, nome: Incontri di équipe, previsto: 20, realizzato: 18, unita: incontri}}
      impatto:
        - {{id: E{n}.i1, nome: Progetti conclusi, previsto: 60%, realizzato: non rilevabile, motivo: manca il dato}}
    valutazione_utenti: non effettuata
    adeguatezza_risorse: adeguato
    risorse: {{preventivato: 250000, pagato: 200000}}
    criticita: I tempi di assegnazione dei fondi sono lunghi.
    risposta_al_bisogno: sì
    in_continuita: sì
    riproposto: sì
"""


WORDS = (
    "servizi sociali famiglie minori anziani persone disabilità Comuni Ambito territorio rete équipe operatori "
    "bisogni progetto interventi accoglienza prevenzione tutela domiciliare scuola lavoro casa abitare "
    "inclusione fragilità percorso autonomia sostegno comunità ascolto sportello risorse fondi valutazione "
    "accesso integrazione sociosanitaria consultori volontariato cooperative associazioni giovani adulti "
    "quartiere formazione orientamento housing emergenza povertà misure contributo educativo psicologico "
    "assistenti obiettivi azioni risultati indicatori impatto anno triennio programmazione raccordo protocollo "
    "accordo distretto ospedale dimissioni protette cura badanti caregiver centro diurno residenza posti ore "
    "utenti gruppi laboratori tirocini mediazione culturale lingua cittadini stranieri "
).split()


def sentence(seed: int, words: int) -> str:
    """A sentence of so many words, the same for the same seed: plans do not repeat the same text in every scheda."""
    dice = random.Random(seed)
    return dice.choice(WORDS).capitalize() + " " + " ".join(dice.choice(WORDS) for _ in range(words - 1))


def scheda_text(number: int, *, plain: bool = False) -> str:
    """The YAML of one scheda; `plain`: answers of one text each, without lists."""
    texts = {f"t{index}": sentence(number * 100 + index, 6 + 3 * index) for index in range(1, 13)}
    return (PLAIN_SCHEDA if plain else SCHEDA).format(n=number, **texts)


def write_plan(folder: Path, schede: int, esiti: int = 0, *, plain: bool = False, more: str = "") -> Path:
    """Writes a plan with so many schede and outcomes, a thousand schede a file, and returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [HEAD]
    if esiti:
        parts += ["esiti:\n", *(ESITO.format(n=n) for n in range(1, esiti + 1))]
    forms = [scheda_text(number, plain=plain) for number in range(1, schede + 1)]
    if schede <= PER_FILE:
        parts += ["schede:\n", *forms]
    else:
        parts.append("includi: [schede-*.yaml]\n")
        for start in range(0, schede, PER_FILE):
            text = "schede:\n" + "".join(forms[start : start + PER_FILE])
            (folder / f"schede-{start:06d}.yaml").write_text(text, encoding="utf-8")
    (folder / "piano.yaml").write_text("".join([*parts, more]), encoding="utf-8")
    return folder


def write_lines(folder: Path, lines: int) -> Path:
    """A plan of about so many lines of YAML, half schede and half outcomes."""
    per_scheda, per_esito = SCHEDA.count("\n"), ESITO.count("\n")
    return write_plan(folder, max(1, lines // 2 // per_scheda), max(1, lines // 2 // per_esito))
