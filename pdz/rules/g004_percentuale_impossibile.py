# SPDX-License-Identifier: EUPL-1.2
"""Una percentuale o un punteggio esce dalla sua scala.

Che cosa controlla:
    Il grado e la coincidenza delle risorse non sono sotto zero; la quota di un'azione parziale e la quota di giudizi
    positivi degli utenti stanno fra 0% e 100%; un punteggio sta nella scala dichiarata, quando è scritta come «0-10» o
    «da 1 a 5». Un indicatore che misura una quota («% di…», «quota di…», «… sul totale») non è sotto zero, e una parte
    «sul totale» non supera 100%. Il grado e la coincidenza possono superare 100%.

Perché:
    Una quota negativa, o una parte più grande del tutto, è sempre un errore di battitura.

Segnala:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        grado: 80%
        valutazione_utenti: {punteggio: 90, scala: 0-10}  # G004

Accetta:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        grado: 80%
        valutazione_utenti: {punteggio: 9, scala: 0-10}

Rimedio:
    Correggi la cifra, o la scala.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): tabella degli esiti.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Esito, Indicatore, ValutazioneUtenti
from pdz.numbers import format_number, format_percent
from pdz.rules import Context, name_at
from pdz.rules._indicatori import is_part_of_whole, is_percent, is_share

SEVERITY = Severity.ERROR
_SCALE = re.compile(r"(?:scala )?(?:da )?([0-9]{1,6})(?:\s*[-–]\s*| a )([0-9]{1,6})\Z", re.IGNORECASE)
_HINT = "correggi la cifra"
_FULL = Decimal(100)


def check(ctx: Context) -> Iterator[Problem]:
    """Percentages and scores that cannot be."""
    for index, esito in enumerate(ctx.piano.esiti):
        path: Path = ("esiti", index)
        for where, what, value, most in _percentages(esito):
            if value is not None and (value < 0 or (most is not None and value > most)):
                side = "è sotto zero" if value < 0 else "supera 100%"
                message = f"{name_at(ctx.piano, (*path, *where))}{what} è {format_percent(value)}: {side}"
                yield Problem((*path, *where), message, _HINT)
        if esito.valutazione_utenti is not None:
            yield from _check_score(ctx, esito.valutazione_utenti, (*path, "valutazione_utenti", "punteggio"))
    for _, indicatore, path in ctx.indicatori:
        if is_share(indicatore.nome):
            yield from _check_share(ctx, indicatore, path)


def _percentages(esito: Esito) -> Iterator[tuple[Path, str, Decimal | None, Decimal | None]]:
    """Where, what, value and greatest value of each percentage of an outcome."""
    yield ("grado",), "il grado", esito.grado, None
    if esito.risorse is not None:
        yield ("risorse", "coincidenza"), "la coincidenza delle risorse", esito.risorse.coincidenza, None
    if esito.valutazione_utenti is not None:
        share = esito.valutazione_utenti.percentuale
        yield ("valutazione_utenti", "percentuale"), "la quota di giudizi positivi", share, _FULL
    if esito.adeguatezza_risorse is not None and esito.adeguatezza_risorse.percentuale is not None:
        adequacy = esito.adeguatezza_risorse.percentuale.numero
        yield ("adeguatezza_risorse", "percentuale"), "l'adeguatezza delle risorse", adequacy, None
    for number, azione in enumerate(esito.azioni.elenco if esito.azioni is not None else ()):
        yield ("azioni", "elenco", number, "quota"), "la quota dell'azione", azione.quota, _FULL


def _check_score(ctx: Context, valutazione: ValutazioneUtenti, path: Path) -> Iterator[Problem]:
    match = _SCALE.match((valutazione.scala or "").strip())
    if valutazione.punteggio is None or match is None:
        return
    least, most = int(match[1]), int(match[2])
    if least < most and not least <= valutazione.punteggio <= most:
        score = format_number(valutazione.punteggio)
        message = f"il punteggio degli utenti è {score}, ma la scala va da {least} a {most}"
        yield Problem(path, name_at(ctx.piano, path) + message, "correggi il punteggio, o la scala")


def _check_share(ctx: Context, indicatore: Indicatore, path: Path) -> Iterator[Problem]:
    for key, misura in (("previsto", indicatore.previsto), ("realizzato", indicatore.realizzato)):
        if misura is None or misura.numero is None or not is_percent(indicatore, misura):
            continue
        what = "il valore atteso" if key == "previsto" else "il valore raggiunto"
        side = _find_side(indicatore, misura)
        if side:
            message = f"{name_at(ctx.piano, path)}{what} è {format_percent(misura.numero)}, ma {side}"
            yield Problem((*path, key), message, _HINT)
    above, below = indicatore.numeratore, indicatore.denominatore
    if above is not None and below is not None and above > below > 0 and is_part_of_whole(indicatore.nome):
        figures = f"il numeratore è {format_number(above)} e il denominatore {format_number(below)}"
        message = f"{name_at(ctx.piano, path)}{figures}, ma una parte non supera il totale"
        yield Problem((*path, "numeratore"), message, _HINT, related=(*path, "denominatore"))


def _find_side(indicatore: Indicatore, misura: Misura) -> str:
    if misura.numero is not None and misura.numero < 0:
        return "una quota non è sotto zero"
    if misura.numero is not None and misura.numero > _FULL and is_part_of_whole(indicatore.nome):
        return "una parte del totale non supera 100%"
    return ""
