# SPDX-License-Identifier: EUPL-1.2
"""Risponde a una riga che il modulo non chiede in quel caso.

Che cosa controlla:
    Una riga che il modulo chiede solo quando a un'altra si risponde NO è vuota, se alle altre si è risposto sempre SÌ.
    Se a una delle altre manca il sì o il no, non dice nulla.

Perché:
    Un intervento co-programmato e co-progettato che spiega anche come fa a meno della co-progettazione si contraddice:
    una delle risposte è di un'altra scheda, o di una versione precedente.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        coprogrammato: sì
        coprogettato: sì
        coinvolgimento_terzo_settore: Le associazioni partecipano al tavolo.  # L006

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        coprogrammato: no
        coprogettato: sì
        coinvolgimento_terzo_settore: Le associazioni partecipano al tavolo.

Rimedio:
    Togli la risposta, o spostala accanto al sì, oppure correggi il sì.

Riferimenti:
    Scheda obiettivo: «Nel caso in cui l'intervento non preveda processi di co-progettazione e/o co-programmazione
    formalizzati…».
"""

from collections.abc import Iterator

from pdz.calc.moduli import is_answered, read_riga
from pdz.findings import Problem, Severity
from pdz.model._tipi import RispostaChiusa
from pdz.rules import Context, name_at
from pdz.rules._moduli import iter_moduli

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Answers to conditional rows that are not asked."""
    for modulo in iter_moduli(ctx):
        for riga in modulo.modulo.righe:
            if not riga.solo_se_no or not is_answered(modulo.thing, riga.campo):
                continue
            answers = [read_riga(modulo.thing, campo) for campo in riga.solo_se_no]
            if all(isinstance(answer, RispostaChiusa) and answer.risposta is True for answer in answers):
                known = riga.campo in type(modulo.thing).model_fields
                path = (*modulo.path, riga.campo) if known else modulo.path
                others = "» e «".join(riga.solo_se_no)
                message = (
                    f"{name_at(ctx.piano, path)}la riga «{riga.campo}» si chiede solo dopo un NO, "
                    f"ma «{others}» dicono SÌ"
                )
                yield Problem(
                    path,
                    message,
                    "togli la risposta, o correggi il sì che non è vero",
                    related=(*modulo.path, riga.solo_se_no[0]),
                )
