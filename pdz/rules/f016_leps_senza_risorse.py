# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo attua un LEPS, ma nulla dice con quali risorse.

Che cosa controlla:
    Quando il piano non è più una bozza e dice da qualche parte le sue risorse (tabelle dei fondi o del PNRR, fondi di
    almeno un obiettivo, risorse di una scheda), ogni obiettivo del gruppo dei LEPS, e ogni obiettivo dell'Ambito che
    nomina un LEPS, è coperto. Copre un fondo o una linea del PNRR dell'obiettivo, le risorse economiche della sua
    scheda (anche quando la scheda dice perché la riga è vuota), un altro obiettivo coperto o una linea del PNRR ammessa
    con lo stesso LEPS. Di ogni LEPS si segnala il primo obiettivo. Gli obiettivi di integrazione non contano: il loro
    modulo non chiede le risorse economiche.

Perché:
    Un livello essenziale è dovuto: un piano approvato deve dire con che cosa lo paga.

Segnala:
    stato: adottato
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: valutazione, testo: Il monitoraggio è annuale.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}
    obiettivi:
      - {id: O1, titolo: Attuare i LEPS, gruppo: leps, leps: [L1, L2, L3, L4], fondi: [FNPS, FNA]}
      - {id: O2, titolo: Più assistenza domiciliare, gruppo: leps, leps: [L5]}  # F016

Accetta:
    stato: adottato
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: valutazione, testo: Il monitoraggio è annuale.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}
    obiettivi:
      - {id: O1, titolo: Attuare i LEPS, gruppo: leps, leps: [L1, L2, L3, L4], fondi: [FNPS, FNA]}
      - {id: O2, titolo: Più assistenza domiciliare, gruppo: leps, leps: [L5], fondi: [FNA]}

Rimedio:
    Aggiungi «fondi» o «pnrr» all'obiettivo, o le risorse economiche alla sua scheda.

Riferimenti:
    L. 328/2000 art. 22; linee di indirizzo regionali (DGR XII/2167/2024): attuazione dei LEPS.
"""

from collections.abc import Iterator, Mapping

from pdz.findings import Problem, Severity
from pdz.model import Piano
from pdz.model.obiettivi import Obiettivo
from pdz.model.schede import Scheda
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_HINT = "aggiungi «fondi» o «pnrr» all'obiettivo, o le risorse economiche alla sua scheda"


def check(ctx: Context) -> Iterator[Problem]:
    """Objectives for a LEPS that nothing pays."""
    piano = ctx.piano
    schede = _find_schede(piano)
    if piano.stato == "bozza" or not _has_money(piano, schede):
        return
    covered = {code for linea in piano.pnrr if linea.ammesso for code in linea.leps}
    covered.update(code for o in piano.obiettivi if _is_paid(o, schede) for code in o.leps)
    for index, obiettivo in enumerate(piano.obiettivi):
        essential = obiettivo.gruppo == "leps" or (obiettivo.gruppo == "ambito" and obiettivo.leps)
        if not essential or _is_paid(obiettivo, schede) or covered & set(obiettivo.leps):
            continue
        covered.update(obiettivo.leps)  # said once
        listed = f"il LEPS {', '.join(obiettivo.leps)}" if obiettivo.leps else "un LEPS"
        message = f"{name_at(piano, ('obiettivi', index))}attua {listed}, ma nessun fondo e nessuna scheda lo copre"
        yield Problem(("obiettivi", index), message, _HINT)


def _find_schede(piano: Piano) -> Mapping[str, tuple[Scheda, ...]]:
    """The schede that describe each objective."""
    by_id = {scheda.id: scheda for scheda in piano.schede}
    found: dict[str, tuple[Scheda, ...]] = {}
    for obiettivo in piano.obiettivi:
        if obiettivo.scheda in by_id:
            found[obiettivo.id] = (by_id[obiettivo.scheda],)
    for scheda in piano.schede:
        if scheda.obiettivo is not None:
            found[scheda.obiettivo] = (*found.get(scheda.obiettivo, ()), scheda)
    return found


def _has_money(piano: Piano, schede: Mapping[str, tuple[Scheda, ...]]) -> bool:
    """True when the plan says its resources somewhere: else it is silent about all of them, not about one LEPS."""
    return bool(piano.fondi or piano.pnrr) or any(_is_paid(obiettivo, schede) for obiettivo in piano.obiettivi)


def _is_paid(obiettivo: Obiettivo, schede: Mapping[str, tuple[Scheda, ...]]) -> bool:
    return bool(obiettivo.fondi or obiettivo.pnrr) or any(_has_risorse(s) for s in schede.get(obiettivo.id, ()))


def _has_risorse(scheda: Scheda) -> bool:
    risorse = scheda.risorse_economiche
    given = risorse is not None and bool(risorse.voci or risorse.testo)
    return given or any(assenza.campo == "risorse_economiche" for assenza in scheda.assenti)
