# SPDX-License-Identifier: EUPL-1.2
"""La matrice di una scheda di integrazione segna aree tematiche diverse da quelle del suo obiettivo.

Che cosa controlla:
    Se una scheda di integrazione nomina il suo obiettivo, e l'obiettivo ha le sue aree tematiche, le righe segnate
    nella matrice sono le stesse. Una matrice vuota è una riga vuota: la segnala L003; un obiettivo
    che rimanda a un'altra scheda lo segnala L011.

Perché:
    La matrice collega il Piano di Zona al piano del polo territoriale: se il capitolo degli obiettivi dice altro, una
    delle due X è nella riga accanto.

Segnala:
    obiettivi:
      - {id: O1, titolo: Dimettere in sicurezza, gruppo: integrazione, aree_tematiche: [AT2]}
    schede_integrazione:
      - id: SI1
        titolo: Dimettere in sicurezza
        obiettivo: O1
        matrice: {AT3: [LI5]}  # L020

Accetta:
    obiettivi:
      - {id: O1, titolo: Dimettere in sicurezza, gruppo: integrazione, aree_tematiche: [AT2]}
    schede_integrazione:
      - id: SI1
        titolo: Dimettere in sicurezza
        obiettivo: O1
        matrice: {AT2: [LI5]}

Rimedio:
    Correggi la matrice, oppure le aree tematiche dell'obiettivo.

Riferimenti:
    DGR XII/2089/2024: aree tematiche e linee di intervento dei Piani di sviluppo del polo territoriale.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Matrices that mark other thematic areas than their objective."""
    obiettivi = {obiettivo.id: (index, obiettivo) for index, obiettivo in enumerate(ctx.piano.obiettivi)}
    for index, scheda in enumerate(ctx.piano.schede_integrazione):
        number, obiettivo = obiettivi.get(scheda.obiettivo or "", (0, None))
        marked = [area for area, linee in scheda.matrice.items() if linee]
        if obiettivo is None or not marked or not obiettivo.aree_tematiche or obiettivo.scheda not in (None, scheda.id):
            continue
        more = [area for area in marked if area not in obiettivo.aree_tematiche]
        less = [area for area in obiettivo.aree_tematiche if area not in marked]
        if more or less:
            path: Path = ("schede_integrazione", index, "matrice")
            message = (
                f"{name_at(ctx.piano, path)}la matrice segna {', '.join(marked)}, ma le aree tematiche dell'obiettivo "
                f"{obiettivo.id} sono {', '.join(obiettivo.aree_tematiche)}"
            )
            where: Path = (*path, more[0]) if more else path
            yield Problem(where, message, "correggi una delle due", related=("obiettivi", number, "aree_tematiche"))
