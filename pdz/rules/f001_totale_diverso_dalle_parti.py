# SPDX-License-Identifier: EUPL-1.2
"""Un totale dichiarato non è la somma delle sue parti.

Che cosa controlla:
    Il totale di un prospetto di fondi, l'importo di una voce divisa per annualità, il budget di un progetto diviso in
    parti e i posti di un gruppo di unità d'offerta sono, al centesimo, la somma di quel che li compone. Una differenza
    in euro si accetta fino allo scarto dichiarato in «arrotondamento». Se una voce di un prospetto è senza importo il
    totale può essere più alto della somma delle altre, non più basso.

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
    Correggi la riga sbagliata, o togli il totale: lo calcola pdz. Se la differenza è di pochi centesimi e viene
    dall'arrotondamento delle parti, scrivila in «arrotondamento».

Riferimenti:
    L. 328/2000 art. 19: il Piano di Zona indica le risorse disponibili.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pdz.calc._esatto import add
from pdz.calc.fondi import find_importo
from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import Assegnazione, Progetto, ProspettoFondi
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_gap, iter_voci, tolerance_of

SEVERITY = Severity.ERROR
_HINT = "correggi la riga sbagliata, o togli il totale, che si calcola"
_HINT_PARTS = "correggi l'importo o una delle sue parti"


def check(ctx: Context) -> Iterator[Problem]:
    """Declared totals that differ from the sum of their parts."""
    for index, prospetto in enumerate(ctx.piano.fondi):
        yield from _check_prospetto(ctx, ("fondi", index), prospetto)
    for path, voce in iter_voci(ctx.piano):
        yield from _check_voce(ctx, path, voce)
    for index, progetto in enumerate(ctx.piano.progetti):
        yield from _check_progetto(ctx, ("progetti", index), progetto)
    yield from _check_places(ctx)


def _check_prospetto(ctx: Context, path: Path, prospetto: ProspettoFondi) -> Iterator[Problem]:
    found = [find_importo(voce) for voce in prospetto.voci]
    parts = [amount[0] for amount in found if amount is not None]
    total, known = prospetto.totale, add(parts)
    if total is None or (len(parts) < len(found) and total >= known):
        return
    if _differ(total, known, prospetto.arrotondamento):
        least = "" if len(parts) == len(found) else ", senza contare le voci prive di importo"
        message = (
            f"il totale è {format_euro(total)}, ma le voci fanno {format_euro(known)}{least}: {_gap(total, known)}"
        )
        yield Problem((*path, "totale"), f"{name_at(ctx.piano, path)}{message}", _HINT)


def _check_voce(ctx: Context, path: Path, voce: Assegnazione) -> Iterator[Problem]:
    wholes = {"importo": voce.importo, "assegnato": voce.assegnato}
    given = {key: amount for key, amount in wholes.items() if amount is not None}
    parts = add(quota.importo for quota in voce.quote)
    if voce.quote and given and all(_differ(amount, parts, voce.arrotondamento) for amount in given.values()):
        key, whole = next(iter(given.items()))
        what = "l'importo" if key == "importo" else "l'importo assegnato"
        message = f"{what} è {format_euro(whole)}, ma le quote per annualità fanno {format_euro(parts)}"
        message = f"{name_at(ctx.piano, path)}{message}: {_gap(whole, parts)}"
        yield Problem((*path, key), message, _HINT_PARTS, related=(*path, "quote"))


def _check_progetto(ctx: Context, path: Path, progetto: Progetto) -> Iterator[Problem]:
    parts = add(parte.importo for parte in progetto.budget_parti)
    budget = progetto.budget
    if budget is not None and progetto.budget_parti and _differ(budget, parts, progetto.arrotondamento):
        message = f"il budget dell'Ambito è {format_euro(budget)}, ma le sue parti fanno {format_euro(parts)}"
        message = f"{name_at(ctx.piano, path)}{message}: {_gap(budget, parts)}"
        yield Problem((*path, "budget"), message, _HINT_PARTS, related=(*path, "budget_parti"))


def _differ(total: Decimal, parts: Decimal, rounding: Decimal | None) -> bool:
    return find_gap(total, parts) > tolerance_of(rounding)


def _gap(total: Decimal, parts: Decimal) -> str:
    side = "supera la somma" if total > parts else "è sotto la somma"
    return f"{side} di {format_euro(find_gap(total, parts))}"


def _check_places(ctx: Context) -> Iterator[Problem]:
    rete = ctx.piano.rete_offerta
    places = {voce.id: voce.posti for voce in rete.voci} if rete is not None else {}
    for index, gruppo in enumerate(rete.gruppi if rete is not None else ()):
        parts: Sequence[int | None] = [places.get(name) for name in gruppo.voci]
        known = [part for part in parts if part is not None]
        if gruppo.posti is not None and len(known) == len(parts) and sum(known) != gruppo.posti:
            message = f"i posti di «{gruppo.nome}» sono {gruppo.posti}, ma le unità d'offerta ne fanno {sum(known)}"
            yield Problem(("rete_offerta", "gruppi", index, "posti"), f"{gruppo.id}: {message}", _HINT)
