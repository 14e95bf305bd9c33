# SPDX-License-Identifier: EUPL-1.2
"""Un esito ha speso più di quanto era stanziato, senza dire perché.

Che cosa controlla:
    Il pagato di un esito non supera il preventivato, e la coincidenza dichiarata senza importi non supera 100%, se una
    nota non lo spiega.

Perché:
    Il preventivato è il tetto della spesa: se il pagato lo supera, o lo stanziamento è cresciuto e va detto, o una
    cifra è sbagliata.

Segnala:
    esiti:
      - id: E1
        titolo: Rafforzare l'assistenza domiciliare
        grado: 80%
        risorse:
          preventivato: 150000
          pagato: 171000  # G021

Accetta:
    esiti:
      - id: E1
        titolo: Rafforzare l'assistenza domiciliare
        grado: 80%
        risorse:
          preventivato: 150000
          pagato: 171000
          nota: Nel terzo anno lo stanziamento è stato integrato con il Fondo povertà.

Rimedio:
    Correggi l'importo, o spiega nella nota da dove vengono le risorse in più.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (pagato × 100) / preventivato.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.money import format_euro
from pdz.numbers import format_percent
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Outcomes that spent more than was budgeted."""
    hint = "correggi la cifra, o spiega in «nota:» da dove vengono le risorse in più"
    for index, esito in enumerate(ctx.piano.esiti):
        risorse, path = esito.risorse, ("esiti", index, "risorse")
        if risorse is None or risorse.nota:
            continue
        paid, budgeted = risorse.pagato, risorse.preventivato
        if paid is not None and budgeted is not None:
            if paid > budgeted:
                figures = f"il pagato è {format_euro(paid)}, più del preventivato, {format_euro(budgeted)}"
                message = name_at(ctx.piano, path) + figures
                yield Problem((*path, "pagato"), message, hint, related=(*path, "preventivato"))
        elif risorse.coincidenza is not None and risorse.coincidenza > 100:
            written = format_percent(risorse.coincidenza)
            message = f"{name_at(ctx.piano, path)}la coincidenza è {written}: si è pagato più del preventivato"
            yield Problem((*path, "coincidenza"), message, hint)
