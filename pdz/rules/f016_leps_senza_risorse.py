# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo attua un LEPS, ma nulla dice con quali risorse.

Che cosa controlla:
    Quando il piano non è più una bozza, ogni obiettivo del gruppo dei LEPS, e ogni obiettivo dell'Ambito che nomina un
    LEPS, è coperto. Copre un fondo o una linea del PNRR dell'obiettivo, le risorse economiche della sua scheda (anche
    quando la scheda dice perché la riga è vuota), un altro obiettivo coperto o una linea del PNRR ammessa con lo stesso
    LEPS. Di ogni LEPS si segnala il primo obiettivo. Gli obiettivi di integrazione non contano: il loro modulo non
    chiede le risorse economiche.

Perché:
    Un livello essenziale è dovuto: un piano approvato deve dire con che cosa lo paga.

Segnala:
    stato: adottato
    obiettivi:
      - {id: O1, titolo: Pronto intervento sociale, gruppo: leps}  # F016

Accetta:
    stato: adottato
    obiettivi:
      - {id: O1, titolo: Pronto intervento sociale, gruppo: leps, fondi: [QSFP]}

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
    if piano.stato == "bozza":
        return
    schede = _find_schede(piano)
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


def _is_paid(obiettivo: Obiettivo, schede: Mapping[str, tuple[Scheda, ...]]) -> bool:
    return bool(obiettivo.fondi or obiettivo.pnrr) or any(_has_risorse(s) for s in schede.get(obiettivo.id, ()))


def _has_risorse(scheda: Scheda) -> bool:
    risorse = scheda.risorse_economiche
    given = risorse is not None and bool(risorse.voci or risorse.testo)
    return given or any(assenza.campo == "risorse_economiche" for assenza in scheda.assenti)
