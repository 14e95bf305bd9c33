# SPDX-License-Identifier: EUPL-1.2
"""Una tabella calcola il valore dell'Ambito e conta fra le righe anche un totale.

Che cosa controlla:
    Se almeno una colonna fa il valore dell'Ambito dalle righe (somma, rapporto, media), fra le righe non c'è un totale
    («Totale», «Tot. Ambito»…) né, in una tabella per Comuni, un territorio più grande («Italia», «Provincia di…»).

Perché:
    La somma verrebbe doppia, e la media sbagliata, senza che nessun numero scritto lo sia.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri, ambito: somma}
        al: 2024-01-01
        fonte: ISTAT
        riga_ambito: Totale Ambito
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}
          - {comune: Totale, stranieri: 512}  # D007

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri, ambito: somma}
        al: 2024-01-01
        fonte: ISTAT
        riga_ambito: Totale Ambito
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}

Rimedio:
    Togli la riga dai dati: il totale lo fa pdz. Un territorio di confronto sta in una tabella sua, o in un fatto.

Riferimenti:
    Formato del piano, versione 1: colonne con «ambito».
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold, is_total, is_wider
from pdz.findings import Problem, Severity
from pdz.model.contesto import Tabella
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR
_MADE = frozenset({"somma", "rapporto", "media pesata", "media semplice"})


def check(ctx: Context) -> Iterator[Problem]:
    """Rows of totals that enter the Ambito row."""
    own = {fold(comune.nome) for comune in ctx.piano.ambito.comuni}
    for index, tabella in enumerate(ctx.piano.tabelle):
        made = next((c for c in tabella.colonne if c.ambito in _MADE and c.tipo != "testo"), None)
        for row, data in enumerate(tabella.dati if made is not None else ()):
            name = (data.get(tabella.chiave) or "").strip()
            if made is not None and name and fold(name) not in own and _is_wider(tabella, name):
                path = ("tabelle", index, "dati", row, tabella.chiave)
                message = (
                    f"{name_at(ctx.piano, path)}la riga «{name}» è contata come le altre nel valore "
                    f"dell'Ambito di «{made.titolo}» ({made.ambito})"
                )
                yield Problem(path, message, "togli la riga dai dati: il valore dell'Ambito lo calcola pdz")


def _is_wider(tabella: Tabella, name: str) -> bool:
    if is_total(name) or fold(name) == "ambito":
        return True
    return fold(tabella.chiave) == "comune" and is_wider(name)
