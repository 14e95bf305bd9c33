# SPDX-License-Identifier: EUPL-1.2
"""La parte che tocca all'Ambito supera l'intero finanziamento.

Che cosa controlla:
    L'importo assegnato all'Ambito non supera l'importo del finanziamento; il budget dell'Ambito in un progetto non
    supera l'importo complessivo del progetto o, se è dato, il suo valore con il cofinanziamento.

Perché:
    Una parte non è più dell'intero: di solito gli importi sono in due colonne scambiate.

Segnala:
    fondi:
      - id: interventi
        titolo: Fondi per progetti e interventi
        classe: progettualita
        voci:
          - id: sportello
            denominazione: Sportello per le famiglie
            importo: 19262
            assegnato: 28884  # F005

Accetta:
    fondi:
      - id: interventi
        titolo: Fondi per progetti e interventi
        classe: progettualita
        voci:
          - id: sportello
            denominazione: Sportello per le famiglie
            importo: 28884
            assegnato: 19262

Rimedio:
    Correggi uno dei due importi.

Riferimenti:
    Allegati del Piano di Zona: importo del finanziamento e importo assegnato all'Ambito.
"""

from collections.abc import Iterator

from pdz.calc.progetti import find_budget
from pdz.findings import Problem, Severity
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.ERROR
_HINT = "correggi uno dei due importi"


def check(ctx: Context) -> Iterator[Problem]:
    """The Ambito's parts that exceed their wholes."""
    for path, voce in iter_voci(ctx.piano):
        if voce.importo is not None and voce.assegnato is not None and voce.assegnato > voce.importo:
            amounts = f"l'importo assegnato all'Ambito è {format_euro(voce.assegnato)}, più del finanziamento intero"
            message = f"{name_at(ctx.piano, path)}{amounts}, che è {format_euro(voce.importo)}"
            yield Problem((*path, "assegnato"), message, _HINT, related=(*path, "importo"))
    for index, progetto in enumerate(ctx.piano.progetti):
        found, whole = find_budget(progetto), progetto.importo
        if progetto.valore_complessivo is not None and progetto.valore_complessivo > whole:
            whole = progetto.valore_complessivo
        if found is not None and found[0] > whole:
            amounts = f"il budget dell'Ambito è {format_euro(found[0])}, più del progetto intero, che è"
            message = f"{name_at(ctx.piano, ('progetti', index))}{amounts} {format_euro(whole)}"
            yield Problem(("progetti", index, found[1]), message, _HINT, related=("progetti", index, "importo"))
