# SPDX-License-Identifier: EUPL-1.2
"""Di un rapporto c'è un solo termine, o il denominatore è zero.

Che cosa controlla:
    Numeratore e denominatore di un indicatore, azioni realizzate e programmate, pagato e preventivato ci sono tutti e
    due o nessuno. Il denominatore di un indicatore non è zero. Non si segnala un importo solo se la coincidenza è
    dichiarata o una nota lo spiega, né un conteggio di azioni se il grado è dichiarato, né un numeratore se c'è un
    motivo.

Perché:
    Una percentuale si può rifare solo con i due numeri da cui nasce: con uno solo il risultato è «n.c.».

Segnala:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        azioni: {realizzate: 4}  # G013

Accetta:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        azioni: {programmate: 5, realizzate: 4}

Rimedio:
    Aggiungi il termine che manca.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate;
    (pagato × 100) / preventivato.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Esito
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING

_NAMES = {
    "programmate": "le azioni programmate",
    "realizzate": "le azioni realizzate",
    "preventivato": "il preventivato",
    "pagato": "il pagato",
    "numeratore": "il numeratore",
    "denominatore": "il denominatore",
}


def check(ctx: Context) -> Iterator[Problem]:
    """Ratios without one of their two terms."""
    for index, esito in enumerate(ctx.piano.esiti):
        yield from _check_esito(ctx, esito, ("esiti", index))
    for _, indicatore, path in ctx.indicatori:
        above, below = indicatore.numeratore, indicatore.denominatore
        if (above is None) != (below is None) and not indicatore.motivo:
            given, missing = ("denominatore", "numeratore") if above is None else ("numeratore", "denominatore")
            yield _lack(ctx, (*path, given), missing)
        elif below == 0:
            message = f"{name_at(ctx.piano, path)}il denominatore è zero: il rapporto non si calcola"
            yield Problem((*path, "denominatore"), message, "correggi il denominatore, o togli i due termini")


def _check_esito(ctx: Context, esito: Esito, path: Path) -> Iterator[Problem]:
    azioni, risorse = esito.azioni, esito.risorse
    if azioni is not None and not azioni.elenco and esito.grado is None:
        if azioni.realizzate is not None and azioni.programmate is None:
            yield _lack(ctx, (*path, "azioni", "realizzate"), "programmate")
        elif azioni.programmate is not None and azioni.realizzate is None:
            yield _lack(ctx, (*path, "azioni", "programmate"), "realizzate")
    if risorse is not None and risorse.coincidenza is None and not risorse.nota:
        if risorse.pagato is not None and risorse.preventivato is None:
            yield _lack(ctx, (*path, "risorse", "pagato"), "preventivato")
        elif risorse.preventivato is not None and risorse.pagato is None:
            yield _lack(ctx, (*path, "risorse", "preventivato"), "pagato")


def _lack(ctx: Context, path: Path, missing: str) -> Problem:
    verb = ("mancano" if missing in {"programmate", "realizzate"} else "manca") + f" {_NAMES[missing]}"
    verb_given = "ci sono" if path[-1] in {"programmate", "realizzate"} else "c'è"
    message = f"{name_at(ctx.piano, path)}{verb_given} {_NAMES[str(path[-1])]}, ma {verb}"
    return Problem(path, message, f"aggiungi «{missing}:»")
