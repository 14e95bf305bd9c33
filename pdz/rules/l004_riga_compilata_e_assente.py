# SPDX-License-Identifier: EUPL-1.2
"""Una riga ha la risposta e sta anche fra quelle assenti.

Che cosa controlla:
    Una riga nominata in «assenti» non ha una risposta nella stessa scheda o nello stesso esito, e vi è nominata una
    volta sola. Non conta la risposta a cui mancano il sì o il no: «assenti» può dire perché mancano.

Perché:
    Una delle due è rimasta lì da una versione precedente: si stampa la risposta, e il motivo dell'assenza si perde.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        target: Persone anziane sole
        assenti:
          - {campo: target, motivo: si deciderà con il tavolo}  # L004

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        target: Persone anziane sole
        assenti:
          - {campo: personale, motivo: si deciderà con il tavolo}

Rimedio:
    Togli la riga da «assenti», oppure togli la risposta.

Riferimenti:
    Formato del piano, versione 1: «assenti» dice perché una riga resta vuota.
"""

from collections.abc import Iterator

from pdz.calc.moduli import is_answered, read_riga
from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import RispostaChiusa
from pdz.rules import Context, name_at
from pdz.rules._moduli import Compilato, iter_moduli

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Rows that are both answered and absent, or absent twice."""
    for modulo in iter_moduli(ctx):
        seen: dict[str, Path] = {}
        for index, assenza in enumerate(modulo.thing.assenti):
            path: Path = (*modulo.path, "assenti", index, "campo")
            campo, owner = assenza.campo, name_at(ctx.piano, path)
            if campo in seen:
                message = f"{owner}la riga «{campo}» è due volte fra le assenti"
                yield Problem(path, message, "tieni un motivo solo", related=seen[campo])
            elif _is_whole(modulo, campo):
                message = f"{owner}la riga «{campo}» ha una risposta, ma sta fra le assenti"
                field: Path = (*modulo.path, campo)
                related = field if campo in type(modulo.thing).model_fields else modulo.path
                yield Problem(path, message, "toglila da «assenti», oppure togli la risposta", related=related)
            seen.setdefault(campo, path)


def _is_whole(modulo: Compilato, campo: str) -> bool:
    answer = read_riga(modulo.thing, campo)
    if isinstance(answer, RispostaChiusa) and answer.risposta is None:
        return False
    return is_answered(modulo.thing, campo)
