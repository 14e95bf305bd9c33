# SPDX-License-Identifier: EUPL-1.2
"""Una cifra di un esito è quasi uguale a quella di un suo indicatore.

Che cosa controlla:
    In un esito, un numero scritto nei testi («147 operatori»), o un fatto che i testi citano, non è quasi uguale (entro
    il 3%, da 20 in su) al valore raggiunto di un indicatore dello stesso esito con la stessa unità: due numeri così
    vicini sono di solito lo stesso, copiato male. Non si segnala un numero con «circa», «più di» o simili, né quello
    che la nota del fatto o dell'indicatore spiega nominando l'altro.

Perché:
    Un piano pubblicato conta 145 operatori formati in una riga della tabella e 147 in un'altra.

Segnala:
    esiti:
      - id: G1
        titolo: Favorire l'integrazione
        indicatori:
          processo:
            - {id: G1.p1, nome: Operatori formati, previsto: 140, realizzato: 145, unita: operatori}
        risposta_al_bisogno:
          risposta: sì
          testo: Sono stati formati 147 operatori del territorio.  # D025

Accetta:
    esiti:
      - id: G1
        titolo: Favorire l'integrazione
        indicatori:
          processo:
            - {id: G1.p1, nome: Operatori formati, previsto: 140, realizzato: 145, unita: operatori}
        risposta_al_bisogno:
          risposta: sì
          testo: Sono stati formati 145 operatori del territorio.

Rimedio:
    Scrivi il numero giusto nei due posti o, meglio, cita l'indicatore: {{ indicatori.….realizzato }}. Se i due numeri
    contano cose diverse, dillo nella nota.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): valutazione degli esiti.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pdz.calc.citazioni import iter_citazioni
from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Fatto
from pdz.model.esiti import Indicatore
from pdz.numbers import format_number
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_LEAST, _PER_CENT = 20, 3
_QUANTITY = re.compile(
    r"(?P<about>\b(?:(?:più|meno|poco) di|oltre|circa|almeno|quasi|fino a)\s{1,3})?(?<![\d.,/°])"
    r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{2,6})\s{1,3}(?P<unit>[a-zà-ù]{4,20})"
)

Valore = tuple[Decimal, Path, Indicatore]
"""A value that was reached, the place of its indicator, the indicator."""


def check(ctx: Context) -> Iterator[Problem]:
    """Figures of an outcome that are almost those of its indicators."""
    by_outcome: dict[int, dict[str, list[Valore]]] = {}
    for _, indicatore, path in ctx.indicatori:
        measure, unit, index = indicatore.realizzato, indicatore.unita, path[1]
        if path[0] != "esiti" or measure is None or measure.numero is None or not unit or not isinstance(index, int):
            continue
        if measure.operatore is None and not measure.percento and measure.numero >= _LEAST:
            value = (measure.numero, path, indicatore)
            by_outcome.setdefault(index, {}).setdefault(fold(unit), []).append(value)
    facts = {f"fatti.{fatto.id}": fatto for fatto in ctx.piano.fatti}
    for index, units in by_outcome.items():
        for path, text in _iter_texts(ctx.draft.data, index):
            if "fatti." in text or any(unit in text for unit in units):
                yield from _check_text(ctx, path, text, units, facts)


def _iter_texts(data: Mapping[str, Any], index: int) -> Iterator[tuple[Path, str]]:
    """The answers of an outcome, in words; not its indicators."""
    for key, value in data["esiti"][index].items():
        if type(value) is str:
            yield ("esiti", index, key), value
        elif type(value) is dict and key != "indicatori":
            yield from ((("esiti", index, key, name), text) for name, text in value.items() if type(text) is str)


def _check_text(
    ctx: Context, path: Path, text: str, units: Mapping[str, list[Valore]], facts: Mapping[str, Fatto]
) -> Iterator[Problem]:
    for match in _QUANTITY.finditer(text):
        if match["about"] is None and match["unit"] in units:
            number = Decimal(match["number"].replace(".", ""))
            start, end = match.span("number")[0], match.end("unit")
            yield from _compare(ctx, path, (start, end - start), number, "", units[match["unit"]])
    for citazione in iter_citazioni(text) if "fatti." in text else ():
        fatto = facts.get(citazione.name)
        if fatto is not None and fatto.valore is not None and fatto.valore.operatore is None and fatto.valore.numero:
            span = (citazione.start, citazione.length)
            known = units.get(fold(fatto.unita or ""), [])
            yield from _compare(ctx, path, span, fatto.valore.numero, fatto.nota or "", known)


def _compare(
    ctx: Context, path: Path, span: tuple[int, int], number: Decimal, note: str, known: list[Valore]
) -> Iterator[Problem]:
    if any(number == value for value, *_ in known):
        return
    for value, place, indicatore in known:
        told = _names(note, value) or _names(indicatore.nota or "", number)
        if number >= _LEAST and abs(number - value) * 100 <= _PER_CENT * value and not told:
            message = (
                f"{name_at(ctx.piano, path)}qui il numero è {format_number(number)}, ma {indicatore.id} "
                f"«{indicatore.nome}» dice {format_number(value)}"
            )
            hint = "se è lo stesso dato, cita l'indicatore; se sono due, spiega la differenza nella nota"
            yield Problem(path, message, hint, span=span, related=(*place, "realizzato"))


def _names(note: str, number: Decimal) -> bool:
    return bool(note) and re.search(rf"(?<![\d.,]){re.escape(format_number(number))}(?![\d])", note) is not None
