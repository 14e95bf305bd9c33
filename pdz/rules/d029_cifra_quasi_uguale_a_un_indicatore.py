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
          testo: Sono stati formati 147 operatori del territorio.  # D029

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
from collections.abc import Iterator
from decimal import Decimal

from pdz.calc.citazioni import iter_citazioni
from pdz.calc.indicatori import iter_indicatori
from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.numbers import format_number
from pdz.rules import Context, Passage, name_at

SEVERITY = Severity.WARNING
_LEAST, _PER_CENT = 20, 3
_SHORTEST = 12
_DIGITS = re.compile(r"\d\s|fatti\.")
_QUANTITY = re.compile(
    r"(?P<about>\b(?:(?:più|meno|poco) di|oltre|circa|almeno|quasi|fino a)\s{1,3})?(?<![\d.,/°])"
    r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{2,6})\s{1,3}(?P<unit>[a-zà-ù]{4,20})"
)

Valore = tuple[Decimal, Path, str, str]
"""Number, place, what it is, note."""


def check(ctx: Context) -> Iterator[Problem]:
    """Figures of an outcome that are almost those of its indicators."""
    by_outcome: dict[int, dict[str, list[Valore]]] = {}
    for _, indicatore, path in iter_indicatori(ctx.piano):
        measure, unit = indicatore.realizzato, fold(indicatore.unita or "")
        if path[0] != "esiti" or measure is None or measure.numero is None or measure.operatore is not None or not unit:
            continue
        if measure.numero >= _LEAST and not measure.percento and isinstance(path[1], int):
            what = f"{indicatore.id} «{indicatore.nome}»"
            value = (measure.numero, (*path, "realizzato"), what, indicatore.nota or "")
            by_outcome.setdefault(path[1], {}).setdefault(unit, []).append(value)
    for passage in ctx.draft.passages if by_outcome else ():
        path, text, _ = passage
        if len(text) < _SHORTEST or path[0] != "esiti" or path[-1] == "nome" or _DIGITS.search(text) is None:
            continue
        units = by_outcome.get(path[1]) if isinstance(path[1], int) else None
        if units and "indicatori" not in path:
            yield from _check_passage(ctx, passage, units)


def _check_passage(ctx: Context, passage: Passage, units: dict[str, list[Valore]]) -> Iterator[Problem]:
    for match in _QUANTITY.finditer(passage.bare):
        if match["about"] is None and match["unit"] in units:
            number = Decimal(match["number"].replace(".", ""))
            start, end = match.span("number")[0], match.end("unit")
            yield from _compare(ctx, passage.path, (start, end - start), number, "", units[match["unit"]])
    for citazione in iter_citazioni(passage.text) if "fatti." in passage.text else ():
        fatto = next((f for f in ctx.piano.fatti if f"fatti.{f.id}" == citazione.name), None)
        if fatto is not None and fatto.valore is not None and fatto.valore.operatore is None and fatto.valore.numero:
            span = (citazione.start, citazione.length)
            known = units.get(fold(fatto.unita or ""), [])
            yield from _compare(ctx, passage.path, span, fatto.valore.numero, fatto.nota or "", known)


def _compare(
    ctx: Context, path: Path, span: tuple[int, int], number: Decimal, note: str, known: list[Valore]
) -> Iterator[Problem]:
    if any(number == value for value, *_ in known):
        return
    for value, place, what, other_note in known:
        told = _names(note, value) or _names(other_note, number)
        if number >= _LEAST and abs(number - value) * 100 <= _PER_CENT * value and not told:
            message = (
                f"{name_at(ctx.piano, path)}qui il numero è {format_number(number)}, ma l'indicatore {what} dice "
                f"{format_number(value)}"
            )
            hint = "se è lo stesso dato, cita l'indicatore; se sono due, spiega la differenza nella nota"
            yield Problem(path, message, hint, span=span, related=place)


def _names(note: str, number: Decimal) -> bool:
    return bool(note) and re.search(rf"(?<![\d.,]){re.escape(format_number(number))}(?![\d])", note) is not None
