# SPDX-License-Identifier: EUPL-1.2
"""Il grado dichiarato non è quello che danno le azioni.

Che cosa controlla:
    Se un esito dà le azioni e dichiara anche il grado, i due dicono lo stesso numero, tagliato o arrotondato alle
    cifre con cui il grado è scritto, e cadono nella stessa fascia della scala. Se le azioni sono elencate, il messaggio
    nomina quelle che abbassano il grado: rinviate, non realizzate, in corso, parziali.

Perché:
    Il grado è il rapporto fra azioni realizzate e programmate: un'area dichiarata al 90% con un obiettivo su quattro
    rinviato è al 75%.

Segnala:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni:
          - {id: E1.1, nome: Aprire uno sportello, stato: realizzata}
          - {id: E1.2, nome: Coinvolgere i quartieri, stato: rinviata}
        grado: 100%  # G002

Accetta:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni:
          - {id: E1.1, nome: Aprire uno sportello, stato: realizzata}
          - {id: E1.2, nome: Coinvolgere i quartieri, stato: rinviata}
        grado: 50%

Rimedio:
    Togli il grado, che pdz calcola, oppure correggi le azioni.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc import find_giudizio
from pdz.findings import Problem, Severity, shorten
from pdz.model.esiti import Esito
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._rapporti import agrees

SEVERITY = Severity.ERROR
_MOST_NAMED = 3


def check(ctx: Context) -> Iterator[Problem]:
    """Declared gradi that differ from the computed ones."""
    for index, esito in enumerate(ctx.piano.esiti):
        calcolo = ctx.quadro.gradi[esito.id].calcolo
        if esito.grado is None or calcolo.valore is None or calcolo.path != ("esiti", index, "azioni"):
            continue
        if not _says_the_same(ctx, esito.grado, calcolo.valore):
            path = ("esiti", index, "grado")
            message = f"il grado dichiarato è {format_percent(esito.grado)}, ma {calcolo.formula}"
            hint = "togli il grado, che si calcola, o correggi le azioni"
            whole = name_at(ctx.piano, path) + message + _name_lowering(esito)
            yield Problem(path, whole, hint, related=calcolo.path)


def _says_the_same(ctx: Context, declared: Decimal, exact: Decimal) -> bool:
    scala = ctx.profilo.scala
    return agrees(declared, exact) and find_giudizio(declared, scala) == find_giudizio(exact, scala)


def _name_lowering(esito: Esito) -> str:
    """«; lo abbassa E1.2 «Coinvolgere i quartieri» (rinviata)», when the actions are listed."""
    low = [azione for azione in (esito.azioni.elenco if esito.azioni else ()) if azione.stato != "realizzata"]
    if not low:
        return ""
    named = ", ".join(f"{azione.id} «{shorten(azione.nome, 40)}» ({azione.stato})" for azione in low[:_MOST_NAMED])
    others = len(low) - _MOST_NAMED
    more = "" if others <= 0 else " e un'altra" if others == 1 else f" e altre {others}"
    return f"; {'lo abbassa' if len(low) == 1 else 'lo abbassano'} {named}{more}"
