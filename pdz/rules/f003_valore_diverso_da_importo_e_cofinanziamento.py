# SPDX-License-Identifier: EUPL-1.2
"""Il valore complessivo di un progetto non è l'importo più il cofinanziamento.

Che cosa controlla:
    Se un progetto dice importo, cofinanziamento e valore complessivo, il terzo è la somma dei primi due, al centesimo o
    entro lo scarto dichiarato in «arrotondamento». Se il cofinanziamento manca, il valore complessivo non è comunque
    più basso dell'importo.

Perché:
    Chi cofinanzia deve sapere quanto gli tocca: 400.000 più 64.000 fa 464.000.

Segnala:
    progetti:
      - id: autismo
        area: Disabilità
        titolo: Percorsi per l'autismo
        fonte: Bando regionale
        importo: 400000
        cofinanziamento: 64000
        valore_complessivo: 454000  # F003
        capofila: capofila
        ruolo: capofila
        stato: in essere

Accetta:
    progetti:
      - id: autismo
        area: Disabilità
        titolo: Percorsi per l'autismo
        fonte: Bando regionale
        importo: 400000
        cofinanziamento: 64000
        valore_complessivo: 464000
        capofila: capofila
        ruolo: capofila
        stato: in essere

Rimedio:
    Correggi uno dei tre importi. L'importo è quello del finanziamento, senza il cofinanziamento.

Riferimenti:
    Allegati del Piano di Zona: importo complessivo, budget e cofinanziamento dei progetti.
"""

from collections.abc import Iterator

from pdz.calc._esatto import add
from pdz.findings import Problem, Severity
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_gap, tolerance_of

SEVERITY = Severity.ERROR
_HINT = "correggi uno degli importi; l'importo è quello del finanziamento, senza il cofinanziamento"


def check(ctx: Context) -> Iterator[Problem]:
    """Whole values that are not the grant and the co-financing together."""
    for index, progetto in enumerate(ctx.piano.progetti):
        whole, own = progetto.valore_complessivo, progetto.cofinanziamento
        if whole is None:
            continue
        owner = name_at(ctx.piano, ("progetti", index))
        total = add((progetto.importo, own)) if own is not None else progetto.importo
        gap = find_gap(whole, total)
        said = f"{owner}il valore complessivo è {format_euro(whole)}"
        if own is not None and gap > tolerance_of(progetto.arrotondamento):
            message = f"{said}, ma importo e cofinanziamento fanno {format_euro(total)}: c'è una differenza di"
            yield Problem(
                ("progetti", index, "valore_complessivo"),
                f"{message} {format_euro(gap)}",
                _HINT,
                related=("progetti", index, "cofinanziamento"),
            )
        elif own is None and whole < total:
            message = f"{said}, meno dell'importo finanziato, che è {format_euro(total)}"
            yield Problem(
                ("progetti", index, "valore_complessivo"), message, _HINT, related=("progetti", index, "importo")
            )
