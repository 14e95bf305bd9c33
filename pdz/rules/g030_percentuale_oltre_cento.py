# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore che si chiama «% di…» vale più di 100%.

Che cosa controlla:
    Un indicatore degli esiti o dei progetti premiali il cui nome comincia con «%», «Percentuale» o «Quota di» non ha un
    valore, atteso o raggiunto, oltre il 100%. Non si segnala se il nome parla di un aumento, di una riduzione, di un
    raggiungimento, di posti occupati, di ore erogate o di somme spese, che il 100% possono superarlo; se un motivo o
    una nota lo spiega; se una nota a tutti gli indicatori dice che cosa sono le percentuali.

Perché:
    Una parte non supera il tutto: «% di alloggi ristrutturati: 200%» forse vuol dire il doppio di quelli programmati.

Segnala:
    esiti:
      - id: D2
        titolo: Sostenere la vita indipendente
        grado: 80%
        indicatori:
          impatto:
            - {id: D2.i4, nome: "% di alloggi ristrutturati", previsto: 100%, realizzato: 200%}  # G030

Accetta:
    esiti:
      - id: D2
        titolo: Sostenere la vita indipendente
        grado: 80%
        indicatori:
          impatto:
            - {id: D2.i4, nome: Alloggi ristrutturati, previsto: 2, realizzato: 4, unita: alloggi}

Rimedio:
    Correggi la cifra, oppure scrivi i due numeri; se è un confronto con il programmato, dillo in una nota.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori di risultato, di processo, di impatto.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._indicatori import exact_number, has_ratio, is_explained, is_part_of_whole, is_percent, is_share

SEVERITY = Severity.WARNING
_MAY_EXCEED = re.compile(
    r"aument|increment|crescit|variazion|riduzion|diminuzion|miglior|copertur|satur|raggiung|avanzament|attuazion"
    r"|realizzazion|esecuzion|rispetto|rapporto|scostament|occupa|utilizz|erogat|spes[aeio]|impegnat|liquidat",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Problem]:
    """Shares beyond the whole; those «sul totale» are told by G004."""
    noted = {esito.id for esito in ctx.piano.esiti if esito.indicatori is not None and esito.indicatori.nota}
    for esito, indicatore, path in ctx.indicatori:
        if esito is None or esito in noted or is_explained(indicatore) or has_ratio(indicatore):
            continue
        if not is_share(indicatore.nome) or is_part_of_whole(indicatore.nome) or _MAY_EXCEED.search(indicatore.nome):
            continue
        for key in ("previsto", "realizzato"):
            misura = getattr(indicatore, key)
            number = exact_number(misura)
            if number is not None and number > 100 and is_percent(indicatore, misura):
                message = (
                    f"{name_at(ctx.piano, path)}il valore è {format_percent(number)}: una parte non supera il tutto"
                )
                yield Problem((*path, key), message, "correggi la cifra, o di' in «nota:» di che cosa è il 100%")
                break
