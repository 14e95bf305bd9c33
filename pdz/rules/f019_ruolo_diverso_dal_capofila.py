# SPDX-License-Identifier: EUPL-1.2
"""Il ruolo in un progetto è contrario all'ente che lo guida.

Che cosa controlla:
    Se il capofila di un progetto è l'ente capofila dell'Ambito il ruolo è «capofila»; se è un altro ente del piano, un
    Comune dell'Ambito o il Terzo settore, il ruolo è «partner». Se l'ente capofila dell'Ambito non è fra gli enti non
    si può dire: prima si corregge quello (R002).

Perché:
    Il ruolo decide in quale dei due totali entra il progetto: come capofila o come partner.

Segnala:
    progetti:
      - id: ponti
        area: Giovani
        titolo: Ponti fra scuola e territorio
        fonte: Bando regionale
        importo: 166705.25
        capofila: Terzo settore
        ruolo: capofila  # F019
        stato: in essere

Accetta:
    progetti:
      - id: ponti
        area: Giovani
        titolo: Ponti fra scuola e territorio
        fonte: Bando regionale
        importo: 166705.25
        capofila: Terzo settore
        ruolo: partner
        stato: in essere

Rimedio:
    Correggi il ruolo o il capofila.

Riferimenti:
    Allegati del Piano di Zona: valore delle progettualità dell'ente capofila e dell'ente partner.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._capofila import collect_names, fold

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Roles that the lead body denies."""
    names, own = collect_names(ctx.piano), ctx.piano.ambito.ente_capofila
    if own not in names.values():
        return
    for index, progetto in enumerate(ctx.piano.progetti):
        folded = fold(progetto.capofila)
        body = names.get(folded, "altri" if folded.startswith("terzosettore") else "")
        ruolo = "capofila" if body == own else "partner"
        if body and ruolo != progetto.ruolo:
            whose = "è l'ente capofila dell'Ambito" if body == own else "non è l'ente capofila dell'Ambito"
            lead = f"il ruolo è «{progetto.ruolo}», ma il capofila «{progetto.capofila}» {whose}"
            message = f"{name_at(ctx.piano, ('progetti', index))}{lead}"
            related = ("progetti", index, "capofila")
            yield Problem(("progetti", index, "ruolo"), message, f"scrivi «ruolo: {ruolo}»", related=related)
