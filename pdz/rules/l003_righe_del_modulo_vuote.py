# SPDX-License-Identifier: EUPL-1.2
"""Un modulo ha righe senza risposta e senza il motivo.

Che cosa controlla:
    Ogni riga di una tabella degli esiti, di una scheda obiettivo o di una scheda di integrazione ha una risposta, o
    sta in «assenti» con il suo motivo. Le righe che si chiedono solo dopo un NO contano solo se c'è quel NO.
    In un piano in bozza guarda soltanto i moduli quasi finiti, quelli a cui mancano al più due righe; negli altri stati
    (adottato, approvato, trasmesso) li guarda tutti. Del grado di raggiungimento si occupa G003.

Perché:
    Il modulo è della Regione: chi lo riceve aspetta tutte le righe. Una riga saltata, spesso l'ultima, si nota solo
    quando il piano è già approvato.

Segnala:
    esiti:
      - id: E1  # L003
        titolo: Rafforzare l'assistenza domiciliare
        azioni: {programmate: 4, realizzate: 4}
        valutazione_utenti: non effettuata
        adeguatezza_risorse: adeguato
        risorse: {preventivato: 150000, pagato: 150000}
        criticita: Il trasporto sociale attende la convenzione con le associazioni.
        risposta_al_bisogno: sì
        in_continuita: sì

Accetta:
    esiti:
      - id: E1
        titolo: Rafforzare l'assistenza domiciliare
        azioni: {programmate: 4, realizzate: 4}
        valutazione_utenti: non effettuata
        adeguatezza_risorse: adeguato
        risorse: {preventivato: 150000, pagato: 150000}
        criticita: Il trasporto sociale attende la convenzione con le associazioni.
        risposta_al_bisogno: sì
        in_continuita: sì
        riproposto: no

Rimedio:
    Rispondi alle righe che mancano, oppure di' perché restano vuote:
    assenti: [{campo: riproposto, motivo: …}].

Riferimenti:
    Linee di indirizzo regionali del triennio: tabella del grado di raggiungimento, scheda obiettivo, scheda di
    integrazione sociosanitaria.
"""

from collections.abc import Iterator

from pdz.calc.moduli import is_answered, is_asked
from pdz.findings import Problem, Severity
from pdz.profiles._schema import RigaModulo
from pdz.rules import Context, name_at
from pdz.rules._moduli import Compilato, describe_riga, iter_moduli

SEVERITY = Severity.WARNING
_ALMOST_DONE = 2
"""Rows that may still be empty in a form that, in a draft, counts as finished."""
_SHOWN = 4


def check(ctx: Context) -> Iterator[Problem]:
    """Forms with empty rows; one finding for each form."""
    for modulo in iter_moduli(ctx):
        empty = _find_empty(modulo)
        if empty and (len(empty) <= _ALMOST_DONE or ctx.piano.stato != "bozza"):
            yield _explain(ctx, modulo, empty)


def _find_empty(modulo: Compilato) -> list[RigaModulo]:
    thing = modulo.thing
    rows = (riga for riga in modulo.modulo.righe if riga.campo != "grado")
    empty = [riga for riga in rows if not is_answered(thing, riga.campo)]
    absent = {assenza.campo for assenza in thing.assenti} if empty else frozenset[str]()
    return [riga for riga in empty if riga.campo not in absent and is_asked(riga, thing)]


def _explain(ctx: Context, modulo: Compilato, empty: list[RigaModulo]) -> Problem:
    listed = "; ".join(describe_riga(ctx, riga) for riga in empty[:_SHOWN])
    if len(empty) > _SHOWN:
        listed += f"; e altre {len(empty) - _SHOWN}: " + ", ".join(riga.campo for riga in empty[_SHOWN:])
    rows = "è vuota una riga" if len(empty) == 1 else f"sono vuote {len(empty)} righe"
    message = f"{name_at(ctx.piano, modulo.path)}nel modulo {rows}: {listed}"
    hint = f"rispondi, oppure di' perché: assenti: [{{campo: {empty[0].campo}, motivo: …}}]"
    return Problem(modulo.path, message, hint)
