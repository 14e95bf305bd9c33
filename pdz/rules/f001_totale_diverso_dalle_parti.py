# SPDX-License-Identifier: EUPL-1.2
"""Un totale dichiarato non è la somma delle sue parti.

Che cosa controlla:
    Il totale di un prospetto di fondi, l'importo di una voce divisa per annualità, il budget di un progetto diviso in
    parti e i posti di un gruppo di unità d'offerta sono, al centesimo, la somma di quel che li compone.

Perché:
    Un totale che non torna ferma chi verifica la spesa, e di solito nasconde una riga sbagliata o dimenticata.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        totale: 1300  # F001
        voci:
          - {id: uno, denominazione: Fondo uno, assegnato: 1000}
          - {id: due, denominazione: Fondo due, assegnato: 200}

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        totale: 1200
        voci:
          - {id: uno, denominazione: Fondo uno, assegnato: 1000}
          - {id: due, denominazione: Fondo due, assegnato: 200}

Rimedio:
    Correggi la riga sbagliata, o togli il totale: lo calcola pdz.

Riferimenti:
    L. 328/2000 art. 19: il Piano di Zona indica le risorse disponibili.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Path, Problem, Severity
from pdz.money import format_euro
from pdz.rules import Context

SEVERITY = Severity.ERROR
_HINT = "correggi la riga sbagliata, o togli il totale, che si calcola"


def check(ctx: Context) -> Iterator[Problem]:
    """Declared totals that differ from the sum of their parts."""
    for index, prospetto in enumerate(ctx.piano.fondi):
        path: Path = ("fondi", index)
        parts = [v.assegnato if v.assegnato is not None else v.importo for v in prospetto.voci]
        if prospetto.totale is not None and None not in parts:
            yield from _compare((*path, "totale"), f"il totale di «{prospetto.titolo}»", prospetto.totale, parts)
        for number, voce in enumerate(prospetto.voci):
            whole = voce.importo if voce.importo is not None else voce.assegnato
            if voce.quote and whole is not None:
                key = "importo" if voce.importo is not None else "assegnato"
                what = f"l'importo di {voce.id} «{voce.denominazione}»"
                yield from _compare((*path, "voci", number, key), what, whole, [q.importo for q in voce.quote])
    for index, progetto in enumerate(ctx.piano.progetti):
        if progetto.budget is not None and progetto.budget_parti:
            what = f"il budget di {progetto.id} «{progetto.titolo}»"
            parts = [parte.importo for parte in progetto.budget_parti]
            yield from _compare(("progetti", index, "budget"), what, progetto.budget, parts)
    yield from _check_places(ctx)


def _compare(path: Path, what: str, total: Decimal, parts: list[Decimal | None] | list[Decimal]) -> Iterator[Problem]:
    summed = sum((part for part in parts if part is not None), Decimal(0))
    if summed != total:
        gap = format_euro(abs(summed - total))
        side = "supera la somma" if total > summed else "è sotto la somma"
        yield Problem(
            path, f"{what} è {format_euro(total)}, ma le parti fanno {format_euro(summed)}: {side} di {gap}", _HINT
        )


def _check_places(ctx: Context) -> Iterator[Problem]:
    rete = ctx.piano.rete_offerta
    for index, gruppo in enumerate(rete.gruppi if rete is not None else ()):
        places = {voce.id: voce.posti for voce in rete.voci} if rete is not None else {}
        parts = [places.get(name) for name in gruppo.voci]
        known = [part for part in parts if part is not None]
        if gruppo.posti is not None and len(known) == len(parts) and sum(known) != gruppo.posti:
            message = f"i posti di «{gruppo.nome}» sono {gruppo.posti}, ma le unità d'offerta ne fanno {sum(known)}"
            yield Problem(("rete_offerta", "gruppi", index, "posti"), message, _HINT)
