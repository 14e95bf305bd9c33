# SPDX-License-Identifier: EUPL-1.2
"""Uno scarto di arrotondamento dichiarato non serve, o è troppo grande per essere un arrotondamento.

Che cosa controlla:
    Chi dichiara un «arrotondamento» ha un totale e le sue parti, il totale non è la somma delle parti, e lo scarto non
    supera un euro per parte (un euro basta ad arrotondare ciascuna all'euro).

Perché:
    Lo scarto dichiarato spegne il controllo del totale: se è largo o dimenticato lascia passare un errore vero.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        totale: 2039000
        arrotondamento: 263  # F020
        voci:
          - {id: uno, denominazione: Titoli sociali, assegnato: 2000000}
          - {id: due, denominazione: Azioni di distretto, assegnato: 39263}

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        totale: 2039262.99
        arrotondamento: 0.01
        voci:
          - {id: uno, denominazione: Titoli sociali, assegnato: 2000000}
          - {id: due, denominazione: Azioni di distretto, assegnato: 39263}

Rimedio:
    Togli lo scarto, o correggi il totale o le parti.

Riferimenti:
    L. 328/2000 art. 19: il Piano di Zona indica le risorse disponibili.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add
from pdz.calc.fondi import find_importo
from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import Assegnazione, Progetto, ProspettoFondi
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_gap, iter_voci

SEVERITY = Severity.WARNING
_HINT = "togli lo scarto, o correggi il totale o le parti"

Sums = list[tuple[Decimal, list[Decimal]]]
"""Totals with their parts."""


def check(ctx: Context) -> Iterator[Problem]:
    """Declared roundings that round nothing, or too much."""
    for index, prospetto in enumerate(ctx.piano.fondi):
        yield from _judge(ctx, ("fondi", index), prospetto.arrotondamento, _prospetto_sums(prospetto))
    for path, voce in iter_voci(ctx.piano):
        yield from _judge(ctx, path, voce.arrotondamento, _voce_sums(voce))
    for index, progetto in enumerate(ctx.piano.progetti):
        yield from _judge(ctx, ("progetti", index), progetto.arrotondamento, _progetto_sums(progetto))


def _judge(ctx: Context, path: Path, rounding: Decimal | None, sums: Sums) -> Iterator[Problem]:
    if rounding is None:
        return
    most = max((len(parts) for _, parts in sums), default=0)
    if not any(find_gap(total, add(parts)) for total, parts in sums):
        fault = "non serve: il totale è la somma delle parti" if sums else "non serve: manca il totale, o le sue parti"
    elif rounding.copy_abs() > most:
        fault = f"è troppo grande per {most} parti: un arrotondamento sposta al più un euro per parte"
    else:
        return
    message = f"{name_at(ctx.piano, path)}lo scarto di arrotondamento di {format_euro(rounding)} {fault}"
    yield Problem((*path, "arrotondamento"), message, _HINT)


def _prospetto_sums(prospetto: ProspettoFondi) -> Sums:
    parts = [found[0] for voce in prospetto.voci if (found := find_importo(voce)) is not None]
    return [(prospetto.totale, parts)] if prospetto.totale is not None and parts else []


def _voce_sums(voce: Assegnazione) -> Sums:
    whole = voce.importo if voce.importo is not None else voce.assegnato
    return [(whole, [quota.importo for quota in voce.quote])] if whole is not None and voce.quote else []


def _progetto_sums(progetto: Progetto) -> Sums:
    sums: Sums = []
    if progetto.budget is not None and progetto.budget_parti:
        sums.append((progetto.budget, [parte.importo for parte in progetto.budget_parti]))
    if progetto.valore_complessivo is not None and progetto.cofinanziamento is not None:
        sums.append((progetto.valore_complessivo, [progetto.importo, progetto.cofinanziamento]))
    return sums
