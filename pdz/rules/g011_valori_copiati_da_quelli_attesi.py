# SPDX-License-Identifier: EUPL-1.2
"""Tutti i valori raggiunti di un esito sono uguali a quelli attesi: forse sono copiati.

Che cosa controlla:
    In un esito con almeno cinque indicatori in cifre che hanno sia il valore atteso sia quello raggiunto, non sono
    tutti uguali. Le coppie che è normale trovare uguali (100% e 100%, 0 e 0, 1 e 1) non si contano.

Perché:
    Cinque previsioni indovinate all'unità non capitano: di solito la colonna è stata copiata per completare la tabella.

Segnala:
    esiti:
      - id: B2
        titolo: Ampliare l'offerta abitativa
        grado: 100%
        indicatori:
          risultato:  # G011
            - {id: B2.r1, nome: Alloggi SAP, previsto: 200, realizzato: 200, unita: alloggi}
            - {id: B2.r2, nome: Alloggi SAT, previsto: 10, realizzato: 10, unita: alloggi}
            - {id: B2.r3, nome: Alloggi SAS, previsto: 5, realizzato: 5, unita: alloggi}
            - {id: B2.r4, nome: Nuclei aiutati, previsto: 500, realizzato: 500, unita: nuclei}
            - {id: B2.r5, nome: Aperture dello sportello, previsto: 600, realizzato: 600, unita: giorni}

Accetta:
    esiti:
      - id: B2
        titolo: Ampliare l'offerta abitativa
        grado: 100%
        indicatori:
          risultato:
            - {id: B2.r1, nome: Alloggi SAP, previsto: 200, realizzato: 295, unita: alloggi}
            - {id: B2.r2, nome: Alloggi SAT, previsto: 10, realizzato: 10, unita: alloggi}
            - {id: B2.r3, nome: Alloggi SAS, previsto: 5, realizzato: 5, unita: alloggi}
            - {id: B2.r4, nome: Nuclei aiutati, previsto: 500, realizzato: 470, unita: nuclei}
            - {id: B2.r5, nome: Aperture dello sportello, previsto: 600, realizzato: 690, unita: giorni}

Rimedio:
    Controlla i valori raggiunti; se sono davvero quelli, ammetti il rilievo dicendo perché.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import has_ratio, is_percent

SEVERITY = Severity.WARNING
_ENOUGH = 5
_FULL = Decimal(100)


def check(ctx: Context) -> Iterator[Problem]:
    """Outcomes whose actual values are all equal to the targets."""
    pairs: dict[Path, list[bool]] = {}
    for esito, indicatore, path in ctx.indicatori:
        if esito is not None and (equal := _is_equal(indicatore)) is not None:
            pairs.setdefault(path[:2], []).append(equal)
    for path, equals in pairs.items():
        if len(equals) >= _ENOUGH and all(equals):
            where = (*path, "indicatori", "risultato") if path[0] == "esiti" else (*path, "indicatori")
            message = f"{name_at(ctx.piano, path)}i {len(equals)} valori raggiunti sono tutti uguali a quelli attesi"
            yield Problem(where, message, "controlla che non siano copiati dalla colonna dei valori attesi")


def _is_equal(indicatore: Indicatore) -> bool | None:
    """Whether the actual value is the target; None when the pair tells nothing."""
    target, actual = indicatore.previsto, indicatore.realizzato
    if target is None or actual is None or target.numero is None or actual.numero is None or has_ratio(indicatore):
        return None
    equal = target.numero == actual.numero and target.operatore == actual.operatore
    expected = target.numero in (0, 1) or (target.numero == _FULL and is_percent(indicatore, target))
    return None if equal and expected else equal
