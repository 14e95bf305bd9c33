# SPDX-License-Identifier: EUPL-1.2
"""Il piano ha dati che il profilo regionale non sa dove stampare.

Che cosa controlla:
    Per ogni gruppo di dati del piano il profilo ha la sezione, il modulo o la tabella con cui si stampa.

Perché:
    Un profilo di un altro triennio può non avere le schede di integrazione o le tabelle di incrocio: quei dati
    andrebbero persi, o il documento non si potrebbe stampare.

Segnala:
    profilo: lombardia/2021-2023
    triennio: 2021-2023
    incroci:  # L002
      - {id: incroci_bisogni, titolo: Aree e LEPS, righe: [{id: riga_a, macroarea: A, leps: [PUA]}]}

Accetta:
    profilo: lombardia/2025-2027
    triennio: 2025-2027
    incroci:
      - {id: incroci_bisogni, titolo: Aree e LEPS, righe: [{id: riga_a, macroarea: A, leps: [PUA]}]}

Rimedio:
    Togli quei dati, oppure scegli il profilo del triennio a cui appartengono.

Riferimenti:
    Linee di indirizzo regionali del triennio: indice del piano, schede e tabelle degli allegati.
"""

from collections.abc import Collection, Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model import Piano
from pdz.rules import Context

SEVERITY = Severity.ERROR

Need = tuple[Path, bool, str, str]
"""Where the data stand, whether there are any, what prints them («sezione», «modulo», «tabella») and its name."""


def check(ctx: Context) -> Iterator[Problem]:
    """Data that the profile has no place for; one finding for each key."""
    parts = (*ctx.profilo.capitoli, *ctx.profilo.allegati)
    contents = {part.contenuto for part in parts} | {s.contenuto for part in parts for s in part.sezioni}
    known: dict[str, Collection[str]] = {
        "sezione": contents,
        "modulo": ctx.profilo.moduli,
        "tabella": ctx.profilo.tabelle,
    }
    told: set[Path] = set()
    for path, given, kind, name in (*_sections(ctx.piano), *_forms(ctx), *_tables(ctx)):
        if given and name not in known[kind] and path not in told:
            told.add(path)
            lacking = {"sezione": "una sezione", "modulo": f"il modulo «{name}»", "tabella": f"la tabella «{name}»"}
            message = f"il profilo {ctx.profilo.id} non ha {lacking[kind]} con cui stampare «{path[0]}»"
            yield Problem(path, message, "togli quei dati, o scegli il profilo del loro triennio", on_key=True)


def _sections(piano: Piano) -> Iterator[Need]:
    same = ("esiti_sistema", "progetti_premiali", "esiti", "organi", "schede", "impegni", "schede_integrazione")
    for key in same:
        yield (key,), bool(getattr(piano, key)), "sezione", key
    for key in ("finanziamenti", "fondi", "pnrr", "progetti"):
        yield (key,), bool(getattr(piano, key)), "sezione", "fondi"
    yield ("rete_offerta",), piano.rete_offerta is not None, "sezione", "unita_offerta"
    for key in ("leps", "incroci"):
        yield (key,), bool(getattr(piano, key)), "sezione", "bisogni"
    for index, obiettivo in enumerate(piano.obiettivi):
        yield ("obiettivi", index, "gruppo"), True, "sezione", f"obiettivi_{obiettivo.gruppo}"


def _forms(ctx: Context) -> Iterator[Need]:
    yield ("schede",), bool(ctx.piano.schede), "modulo", "scheda_obiettivo"
    yield ("schede_integrazione",), bool(ctx.piano.schede_integrazione), "modulo", "scheda_integrazione"


def _tables(ctx: Context) -> Iterator[Need]:
    piano = ctx.piano
    for key in ("leps", "incroci", "impegni", "pnrr", "progetti"):
        yield (key,), bool(getattr(piano, key)), "tabella", key
    yield ("impegni",), bool(piano.impegni and ctx.profilo.leps_prioritari), "tabella", "collegamenti_leps"
    rete = piano.rete_offerta
    yield ("rete_offerta", "voci"), rete is not None and bool(rete.voci), "tabella", "unita_offerta"
    for index, esito in enumerate(piano.esiti):
        listed = esito.azioni is not None and bool(esito.azioni.elenco)
        yield ("esiti", index, "azioni"), listed, "tabella", "esiti_area"
    for index, prospetto in enumerate(piano.fondi):
        name = "fondi_strutturali" if prospetto.classe == "strutturali" else "fondi_progetti"
        yield ("fondi", index, "classe"), True, "tabella", name
    for index, finanziamento in enumerate(piano.finanziamenti):
        described = bool(finanziamento.finalita or finanziamento.aree)
        yield ("finanziamenti", index), described, "tabella", "finanziamenti"
