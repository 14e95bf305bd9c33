# SPDX-License-Identifier: EUPL-1.2
"""Una linea del PNRR non ha l'importo, oppure non serve a nessun obiettivo.

Che cosa controlla:
    Una linea che lo stato dice ammessa o finanziata ha l'importo ammesso. Se il piano ha la tabella del PNRR, le linee
    che gli obiettivi nominano sono nella tabella. Quando il piano non è più una bozza, ogni linea ha l'importo
    richiesto o ammesso, e ogni linea con un importo ammesso è nominata da un obiettivo o da una tabella di incrocio.

Perché:
    Un obiettivo che conta su una linea senza risorse non parte; una linea finanziata senza obiettivo non si rendiconta.

Segnala:
    pnrr:
      - {id: pippi, linea: 1.1.1, titolo: Sostegno alle capacità genitoriali, stato: ammesso e finanziato}  # F015

Accetta:
    pnrr:
      - id: pippi
        linea: 1.1.1
        titolo: Sostegno alle capacità genitoriali
        stato: ammesso e finanziato
        ammesso: 211500

Rimedio:
    Aggiungi l'importo alla tabella, oppure «pnrr: [codice della linea]» all'obiettivo che la usa.

Riferimenti:
    PNRR, Missione 5, Componente 2: progettualità degli Ambiti territoriali sociali.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model import Piano
from pdz.model.fondi import LineaPnrr
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_GRANTED = re.compile(r"\b(?:ammess|finanziat)")
_NOT_YET = re.compile(r"\b(?:non\b|da (?:amm|finanz)|in attesa|richiest|presentat|candidat)")


def check(ctx: Context) -> Iterator[Problem]:
    """PNRR lines without money, money without objectives, objectives without lines."""
    piano = ctx.piano
    used = _find_used(piano)
    for index, linea in enumerate(piano.pnrr):
        path: Path = ("pnrr", index)
        if linea.ammesso is None and _is_granted(linea):
            message = f"{name_at(piano, path)}lo stato è «{linea.stato}», ma manca l'importo ammesso"
            yield Problem((*path, "stato"), message, "aggiungi «ammesso: …», o correggi lo stato")
        elif piano.stato == "bozza":
            continue
        elif linea.ammesso is None and linea.richiesto is None:
            message = f"{name_at(piano, path)}la linea non ha importi"
            yield Problem(path, message, "aggiungi l'importo richiesto o ammesso")
        elif linea.ammesso and linea.linea not in used:
            message = f"{name_at(piano, path)}la linea {linea.linea} è finanziata, ma nessun obiettivo la nomina"
            yield Problem((*path, "linea"), message, f"aggiungi «pnrr: [{linea.linea}]» all'obiettivo che la usa")
    yield from _check_objectives(ctx)


def _is_granted(linea: LineaPnrr) -> bool:
    stato = (linea.stato or "").casefold()
    return _GRANTED.search(stato) is not None and _NOT_YET.search(stato) is None


def _find_used(piano: Piano) -> set[str]:
    """The lines that objectives name, and the first words of what the crossing tables say of the PNRR."""
    used = {code for obiettivo in piano.obiettivi for code in obiettivo.pnrr}
    crossed = (text for quadro in piano.incroci for riga in quadro.righe for text in riga.pnrr)
    return used | {word.strip(".,;:") for text in crossed for word in text.split()}


def _check_objectives(ctx: Context) -> Iterator[Problem]:
    listed = {linea.linea for linea in ctx.piano.pnrr}
    known = {linea.codice for linea in ctx.profilo.linee_pnrr}
    for index, obiettivo in enumerate(ctx.piano.obiettivi if listed else ()):
        for number, code in enumerate(obiettivo.pnrr):
            if code in known and code not in listed:
                path = ("obiettivi", index, "pnrr", number)
                message = f"{name_at(ctx.piano, path)}conta sulla linea {code}, che nella tabella del PNRR non c'è"
                yield Problem(path, message, "aggiungi la linea alla tabella, con i suoi importi, o correggi il codice")
