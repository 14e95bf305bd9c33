# SPDX-License-Identifier: EUPL-1.2
"""Una voce ne nomina un'altra che non c'è.

Che cosa controlla:
    Gli id e i codici che una voce nomina esistono: ente capofila, tavolo, area, scheda, obiettivo, esito, macroarea,
    LEPS, area tematica, linea di intervento, linea del PNRR, fondo, fatto, modulo, sezione, grafico che pdz fa da solo
    (gli altri nomi di un grafico li controlla D030). Le righe nominate in
    «assenti» e «altre_risposte» sono del modulo che si stampa.

Perché:
    Un codice scritto male spezza il legame fra obiettivi, schede e fondi, e nessuno se ne accorge sulla carta.

Segnala:
    aree:
      - {id: minori, titolo: Minori e famiglia}
    obiettivi:
      - {id: O1, titolo: Attuare il LEPS P.I.P.P.I., gruppo: leps, leps: [L2], area: minorì}  # R002

Accetta:
    aree:
      - {id: minori, titolo: Minori e famiglia}
    obiettivi:
      - {id: O1, titolo: Attuare il LEPS P.I.P.P.I., gruppo: leps, leps: [L2], area: minori}

Rimedio:
    Correggi il nome, oppure aggiungi la voce che manca.

Riferimenti:
    Formato del piano, versione 1; cataloghi del profilo regionale.
"""

from collections.abc import Iterable, Iterator, Mapping

from pdz.findings import Path, Problem, Severity, did_you_mean, shorten
from pdz.model._tipi import Assenza
from pdz.model.grafici import TUTTI
from pdz.profiles import Profilo
from pdz.rules import Context, name_at
from pdz.rules._codici import list_codes
from pdz.rules._schemi import explain_other_scheme

SEVERITY = Severity.ERROR
_SCHEDA, _INTEGRAZIONE = "scheda_obiettivo", "scheda_integrazione"

Named = tuple[Path, str, str]
"""Where a name is written, the name, the kind of thing it should be."""


def check(ctx: Context) -> Iterator[Problem]:
    """Names of things that are not in the plan nor in the profile."""
    known = _known_names(ctx)
    for path, name, kind in (*_heads(ctx), *_objectives(ctx), *_forms(ctx), *_money(ctx), *_facts(ctx)):
        if name not in known[kind]:
            message = f"{name_at(ctx.piano, path)}{kind} «{shorten(name)}» non esiste"
            hint = explain_other_scheme(ctx, name, kind) or did_you_mean(name, known[kind])
            yield Problem(path, message, hint or list_codes(ctx.profilo, kind, name) or _list(known[kind]))
    for path, row, modulo, rows in _rows(ctx):
        if row not in rows:
            message = f"{name_at(ctx.piano, path)}nel modulo «{modulo}» non c'è la riga «{shorten(row)}»"
            yield Problem(path, message, did_you_mean(row, rows) or "righe possibili: " + ", ".join(rows))
    yield from _other_answers(ctx)


def _list(names: Iterable[str]) -> str:
    few = sorted(names)
    return "possibili: " + ", ".join(few) if 0 < len(few) <= 15 else "correggi il nome, o aggiungi la voce che manca"


def _known_names(ctx: Context) -> Mapping[str, frozenset[str]]:
    piano, profilo = ctx.piano, ctx.profilo
    chapters = (*profilo.capitoli, *profilo.allegati)
    past = next((s for s in piano.schemi_macroaree if s.id == piano.schema_esiti), None)
    return {
        "l'ente": frozenset(ente.id for ente in piano.enti),
        "il tavolo": frozenset(organo.id for organo in piano.organi),
        "l'area": frozenset(area.id for area in piano.aree),
        "l'obiettivo": frozenset(obiettivo.id for obiettivo in piano.obiettivi),
        "la scheda": frozenset(s.id for s in (*piano.schede, *piano.schede_integrazione)),
        "l'esito": frozenset(e.id for e in (*piano.esiti, *piano.esiti_sistema, *piano.progetti_premiali))
        | frozenset(azione.id for esito in piano.esiti if esito.azioni for azione in esito.azioni.elenco),
        "la macroarea": frozenset(macroarea.codice for macroarea in profilo.macroaree),
        "la macroarea degli esiti": frozenset(m.codice for m in (past.macroaree if past else profilo.macroaree)),
        "il LEPS": frozenset(leps.codice for leps in profilo.leps_prioritari),
        "l'area tematica": frozenset(area.codice for area in profilo.aree_tematiche),
        "la linea di intervento": frozenset(profilo.linee_intervento),
        "la linea PNRR": frozenset(linea.codice for linea in profilo.linee_pnrr),
        "il fondo": frozenset(fondo.codice for fondo in profilo.fondi),
        "il grafico automatico": frozenset(ctx.quadro.automatici),
        "il fatto": frozenset(fatto.id for fatto in piano.fatti),
        "il modulo degli esiti": frozenset(name for name in profilo.moduli if "grado" in _rows_of(profilo, name)),
        "lo schema": frozenset(schema.id for schema in piano.schemi_macroaree) | {profilo.schema_macroaree},
        "la sezione": frozenset(c.id for c in chapters) | frozenset(s.id for c in chapters for s in c.sezioni),
    }


def _some(path: Path, kind: str, *values: tuple[str, str | None]) -> Iterator[Named]:
    for key, value in values:
        if value is not None:
            yield (*path, key), value, kind


def _each(path: Path, kind: str, names: Iterable[str]) -> Iterator[Named]:
    for index, name in enumerate(names):
        yield (*path, index), name, kind


def _heads(ctx: Context) -> Iterator[Named]:
    piano = ctx.piano
    yield ("ambito", "ente_capofila"), piano.ambito.ente_capofila, "l'ente"
    yield from _some((), "il modulo degli esiti", ("modulo_esiti", piano.modulo_esiti))
    yield from _some((), "lo schema", ("schema_esiti", piano.schema_esiti))
    if TUTTI not in piano.grafici_automatici:
        yield from _each(("grafici_automatici",), "il grafico automatico", piano.grafici_automatici)
    for index, schema in enumerate(piano.schemi_macroaree):
        for number, macroarea in enumerate(schema.macroaree):
            where = ("schemi_macroaree", index, "macroaree", number, "regionale")
            yield from _each(where, "la macroarea", macroarea.regionale)
    for index, testo in enumerate(piano.testi):
        yield ("testi", index, "sezione"), testo.sezione, "la sezione"
    for group in ("tabelle", "grafici", "monitoraggi"):
        for index, thing in enumerate(getattr(piano, group)):
            yield from _some((group, index), "la sezione", ("sezione", thing.sezione))
    if piano.demografia is not None:
        yield from _some(("demografia",), "la sezione", ("sezione", piano.demografia.sezione))
    for index, monitoraggio in enumerate(piano.monitoraggi):
        yield from _some(("monitoraggi", index), "l'esito", ("esito", monitoraggio.esito))
    for index, esito in enumerate(piano.esiti):
        path: Path = ("esiti", index)
        yield from _some(path, "la macroarea degli esiti", ("macroarea", esito.macroarea))
        yield from _some(path, "il modulo degli esiti", ("modulo", esito.modulo))
        if esito.riproposto is not None:
            yield from _each((*path, "riproposto", "come"), "l'obiettivo", esito.riproposto.come)


def _objectives(ctx: Context) -> Iterator[Named]:
    for index, area in enumerate(ctx.piano.aree):
        path: Path = ("aree", index)
        yield from _some(path, "il tavolo", ("tavolo", area.tavolo))
        yield from _each((*path, "macroaree"), "la macroarea", area.macroaree)
        for number, tema in enumerate(area.temi):
            yield from _some((*path, "temi", number), "il tavolo", ("tavolo", tema.tavolo))
    for index, obiettivo in enumerate(ctx.piano.obiettivi):
        path = ("obiettivi", index)
        yield from _some(path, "l'area", ("area", obiettivo.area))
        yield from _some(path, "il tavolo", ("tavolo", obiettivo.tavolo))
        yield from _some(path, "la scheda", ("scheda", obiettivo.scheda))
        yield from _each((*path, "macroaree"), "la macroarea", obiettivo.macroaree)
        yield from _each((*path, "leps"), "il LEPS", obiettivo.leps)
        yield from _each((*path, "aree_tematiche"), "l'area tematica", obiettivo.aree_tematiche)
        yield from _each((*path, "pnrr"), "la linea PNRR", obiettivo.pnrr)
        yield from _each((*path, "fondi"), "il fondo", obiettivo.fondi)
        yield from _each((*path, "gia"), "l'esito", obiettivo.gia)
    for index, quadro in enumerate(ctx.piano.incroci):
        yield from _some(("incroci", index), "l'area", ("area", quadro.area))
        for number, riga in enumerate(quadro.righe):
            yield from _some(("incroci", index, "righe", number), "la macroarea", ("macroarea", riga.macroarea))


def _forms(ctx: Context) -> Iterator[Named]:
    for index, scheda in enumerate(ctx.piano.schede):
        path: Path = ("schede", index)
        yield from _some(path, "l'area", ("area", scheda.area))
        yield from _some(path, "l'obiettivo", ("obiettivo", scheda.obiettivo))
        yield from _each((*path, "macroaree"), "la macroarea", scheda.macroaree)
        if scheda.in_continuita is not None:
            yield from _each((*path, "in_continuita", "obiettivi"), "l'esito", scheda.in_continuita.obiettivi)
        if scheda.risorse_economiche is not None:
            for number, voce in enumerate(scheda.risorse_economiche.voci):
                yield from _some((*path, "risorse_economiche", "voci", number), "il fondo", ("fondo", voce.fondo))
    for index, integrata in enumerate(ctx.piano.schede_integrazione):
        path = ("schede_integrazione", index)
        yield from _some(path, "l'obiettivo", ("obiettivo", integrata.obiettivo))
        for area, linee in integrata.matrice.items():
            yield (*path, "matrice", area), area, "l'area tematica"
            yield from _each((*path, "matrice", area), "la linea di intervento", linee)
    for index, impegni in enumerate(ctx.piano.impegni):
        yield ("impegni", index, "leps"), impegni.leps, "il LEPS"
        for number, riga in enumerate(impegni.righe):
            path = ("impegni", index, "righe", number)
            yield (*path, "area_tematica"), riga.area_tematica, "l'area tematica"
            yield from _some(path, "la macroarea", ("macroarea", riga.macroarea))


def _rows(ctx: Context) -> Iterator[tuple[Path, str, str, tuple[str, ...]]]:
    """Rows of forms that the plan names: where, the row, the form, the rows that it may name there."""
    piano, profilo = ctx.piano, ctx.profilo
    usual = piano.modulo_esiti or profilo.modulo_esiti
    things: tuple[tuple[Path, str, tuple[Assenza, ...]], ...] = (
        *((("schede", index), _SCHEDA, s.assenti) for index, s in enumerate(piano.schede)),
        *((("schede_integrazione", i), _INTEGRAZIONE, s.assenti) for i, s in enumerate(piano.schede_integrazione)),
        *((("esiti", index), esito.modulo or usual, esito.assenti) for index, esito in enumerate(piano.esiti)),
    )
    for path, modulo, assenti in things:
        for number, assenza in enumerate(assenti if modulo in profilo.moduli else ()):
            yield (*path, "assenti", number, "campo"), assenza.campo, modulo, _rows_of(profilo, modulo)


def _other_answers(ctx: Context) -> Iterator[Problem]:
    """Answers to rows that the form has not, or that have a key of their own."""
    rows = _rows_of(ctx.profilo, _SCHEDA)
    for index, scheda in enumerate(ctx.piano.schede):
        for number, altra in enumerate(scheda.altre_risposte):
            path: Path = ("schede", index, "altre_risposte", number, "campo")
            row, owner = altra.campo, name_at(ctx.piano, path)
            if row in type(scheda).model_fields:
                yield Problem(path, f"{owner}la riga «{row}» ha la sua chiave", f"scrivi «{row}: …» nella scheda")
            elif row not in rows:
                others = [name for name in rows if name not in type(scheda).model_fields]
                few = (
                    "righe possibili: " + ", ".join(others) if others else "ogni riga ha già la sua chiave: usa quella"
                )
                hint = did_you_mean(row, rows) or few
                yield Problem(path, f"{owner}nel modulo «{_SCHEDA}» non c'è la riga «{shorten(row)}»", hint)


def _rows_of(profilo: Profilo, modulo: str) -> tuple[str, ...]:
    return tuple(riga.campo for riga in profilo.moduli[modulo].righe) if modulo in profilo.moduli else ()


def _money(ctx: Context) -> Iterator[Named]:
    for index, finanziamento in enumerate(ctx.piano.finanziamenti):
        yield from _some(("finanziamenti", index), "il fondo", ("fondo", finanziamento.fondo))
    for index, prospetto in enumerate(ctx.piano.fondi):
        for number, voce in enumerate(prospetto.voci):
            yield from _some(("fondi", index, "voci", number), "il fondo", ("fondo", voce.fondo))
    for index, linea in enumerate(ctx.piano.pnrr):
        yield ("pnrr", index, "linea"), linea.linea, "la linea PNRR"
        yield from _each(("pnrr", index, "leps"), "il LEPS", linea.leps)
    for index, progetto in enumerate(ctx.piano.progetti):
        yield from _some(("progetti", index), "il fondo", ("fondo", progetto.fondo))


def _facts(ctx: Context) -> Iterator[Named]:
    for index, fatto in enumerate(ctx.piano.fatti):
        if fatto.rapporto is not None:
            path: Path = ("fatti", index, "rapporto")
            yield from _some(path, "il fatto", ("di", fatto.rapporto.di), ("su", fatto.rapporto.su))
    if ctx.piano.assistenti_sociali is not None:
        yield from _some(
            ("assistenti_sociali",),
            "il fatto",
            ("fatto_popolazione", ctx.piano.assistenti_sociali.fatto_popolazione),
        )
