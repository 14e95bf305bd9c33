# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore di esito non ha nessun valore: né atteso né raggiunto.

Che cosa controlla:
    Ogni indicatore degli esiti e dei progetti premiali ha almeno un valore: atteso, raggiunto, a tappe, in serie,
    numeratore o denominatore, oppure uno stato come «non rilevabile». Finché il piano è in bozza si guardano solo gli
    esiti con il grado. Si segnala una volta per esito, con gli indicatori vuoti. Non si segnala se il motivo dice
    perché il valore manca, né se il nome non dice che cosa si misura (G029); una nota, che sta al posto della misura
    («costruito e approvato»), non basta.

Perché:
    Un indicatore senza misura è un titolo: non dice che cosa era programmato né che cosa è stato fatto.

Segnala:
    esiti:
      - id: F1
        titolo: Contrastare la violenza di genere
        grado: 80%
        indicatori:
          risultato:
            - {id: F1.r1, nome: Istituzione di un tavolo interistituzionale, nota: tavolo istituito}  # G028

Accetta:
    esiti:
      - id: F1
        titolo: Contrastare la violenza di genere
        grado: 80%
        indicatori:
          risultato:
            - {id: F1.r1, nome: Istituzione di un tavolo interistituzionale, previsto: 1, realizzato: 1, unita: tavoli}

Rimedio:
    Scrivi i valori (1, per una cosa fatta una volta), oppure lo stato o il motivo per cui mancano.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import is_no_name

SEVERITY = Severity.WARNING
_MOST_NAMED = 4


def check(ctx: Context) -> Iterator[Problem]:
    """Outcomes with indicators that measure nothing."""
    empty: dict[Path, list[tuple[Indicatore, Path]]] = {}
    for esito, indicatore, path in ctx.indicatori:
        if esito is None or indicatore.motivo or is_no_name(indicatore.nome) or _has_values(indicatore):
            continue
        if ctx.piano.stato != "bozza" or _is_filled_in(ctx, esito):
            empty.setdefault(path[:2], []).append((indicatore, path))
    for owner, indicatori in empty.items():
        names = ", ".join(indicatore.id for indicatore, _ in indicatori[:_MOST_NAMED])
        more = "…" if len(indicatori) > _MOST_NAMED else ""
        verb = "non ha nessun valore" if len(indicatori) == 1 else "non hanno nessun valore"
        message = f"{name_at(ctx.piano, owner)}{names}{more} {verb}, né atteso né raggiunto"
        hint = "aggiungi «previsto:» e «realizzato:», oppure lo stato (non rilevabile…) o il «motivo:»"
        yield Problem((*indicatori[0][1], "nome"), message, hint)


def _is_filled_in(ctx: Context, esito: str) -> bool:
    return esito in ctx.quadro.gradi and ctx.quadro.gradi[esito].calcolo.valore is not None


def _has_values(indicatore: Indicatore) -> bool:
    values = (indicatore.previsto, indicatore.realizzato, indicatore.numeratore, indicatore.denominatore)
    lists = (indicatore.realizzati, indicatore.tappe, indicatore.serie)
    return any(value is not None for value in values) or any(lists)
