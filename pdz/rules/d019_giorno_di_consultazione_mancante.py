# SPDX-License-Identifier: EUPL-1.2
"""Manca il giorno in cui la fonte è stata consultata, che gli altri dati della stessa fonte hanno.

Che cosa controlla:
    Se un dato dice quando la sua fonte è stata consultata, lo dicono tutti i dati della stessa fonte riferiti alla
    stessa data o allo stesso anno. Se nessuno lo dice non si segnala: molte fonti sono rapporti, non banche dati.

Perché:
    I dati provvisori cambiano: il giorno di consultazione dice quale versione è stata usata, e vale se c'è sempre.

Segnala:
    fatti:
      - id: popolazione
        nome: Popolazione residente
        valore: 112991
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, consultata: 2024-11-10}
      - id: stranieri
        nome: Stranieri residenti
        valore: 16523
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, nota: Dati provvisori}  # D019

Accetta:
    fatti:
      - id: popolazione
        nome: Popolazione residente
        valore: 112991
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, consultata: 2024-11-10}
      - id: stranieri
        nome: Stranieri residenti
        valore: 16523
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, consultata: 2024-11-11, nota: Dati provvisori}

Rimedio:
    Scrivi la fonte per esteso: «fonte: {nome: ISTAT, consultata: 2024-11-10}».

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): ogni dato di contesto con fonte e data.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context
from pdz.rules._dati import Dato, iter_dati

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Data without the day of consultation beside data that have it."""
    dati = [dato for dato in iter_dati(ctx.piano) if dato.fonte is not None and dato.chiave_fonte]
    with_day: dict[object, Path] = {}
    for dato in dati:
        if dato.fonte is not None and dato.fonte.consultata is not None and _when(dato) is not None:
            with_day.setdefault(_key(dato), dato.path)
    for dato in dati:
        other = with_day.get(_key(dato))
        if other is not None and dato.fonte is not None and dato.fonte.consultata is None:
            message = f"{dato.nome}: manca il giorno in cui è stata consultata la fonte «{dato.fonte.nome}»"
            hint = f"scrivi «fonte: {{nome: {dato.fonte.nome}, consultata: …}}», come per gli altri dati"
            yield Problem((*dato.path, "fonte"), message, hint, related=(*other, "fonte"))


def _when(dato: Dato) -> object:
    return dato.al or dato.anno


def _key(dato: Dato) -> object:
    return dato.chiave_fonte, _when(dato)
