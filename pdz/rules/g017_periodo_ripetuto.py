# SPDX-License-Identifier: EUPL-1.2
"""Una serie dà due valori per lo stesso periodo, o due tappe per lo stesso anno.

Che cosa controlla:
    In una serie ogni periodo, e nelle tappe di un indicatore ogni anno, compare una volta sola.

Perché:
    Dei due valori se ne stampa uno solo, e nessuno sa quale sia giusto.

Segnala:
    monitoraggi:
      - id: gea
        titolo: GEA in numeri
        indicatori:
          - id: gea.pis
            nome: Utenti del pronto intervento sociale
            unita: utenti
            serie:
              - {periodo: 2023-T3, valore: 2}
              - {periodo: 2023-T3, valore: 4}  # G017

Accetta:
    monitoraggi:
      - id: gea
        titolo: GEA in numeri
        indicatori:
          - id: gea.pis
            nome: Utenti del pronto intervento sociale
            unita: utenti
            serie:
              - {periodo: 2023-T3, valore: 2}
              - {periodo: 2023-T4, valore: 4}

Rimedio:
    Correggi il periodo, o togli la riga ripetuta.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): monitoraggio degli indicatori.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Periods of series, years of steps that are given twice."""
    for _, indicatore, path in ctx.indicatori:
        for group, key, times in (
            ("serie", "periodo", [rilevazione.periodo for rilevazione in indicatore.serie]),
            ("tappe", "anno", [tappa.anno for tappa in indicatore.tappe]),
        ):
            first: dict[str, int] = {}
            for index, time in enumerate(times):
                if first.setdefault(time, index) != index:
                    what = "il periodo" if group == "serie" else "la tappa del"
                    message = f"{name_at(ctx.piano, path)}{what} {time} è già dato"
                    related = (*path, group, first[time], key)
                    yield Problem((*path, group, index, key), message, f"correggi «{key}:»", related=related)
