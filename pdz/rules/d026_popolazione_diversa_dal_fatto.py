# SPDX-License-Identifier: EUPL-1.2
"""Gli abitanti hanno due numeri diversi nello stesso piano.

Che cosa controlla:
    La popolazione degli assistenti sociali è quella del fatto che nomina o, se non ne nomina, del fatto «Popolazione
    residente» dell'Ambito. È la stessa anche la somma delle popolazioni della demografia, se ha tutti i Comuni.
    Due numeri con date diverse, o con «circa», non si confrontano.

Perché:
    Gli abitanti sono il denominatore del LEPS: con un altro numero cambia quanti assistenti sociali mancano.

Segnala:
    fatti:
      - {id: popolazione, nome: Popolazione residente, valore: 112991, unita: persone, al: 2024-01-01, fonte: ISTAT}
    assistenti_sociali:
      numero: 20
      popolazione: 111237  # D026
      fatto_popolazione: popolazione
      al: 2024-01-01
      fonte: Ufficio di Piano

Accetta:
    fatti:
      - {id: popolazione, nome: Popolazione residente, valore: 112991, unita: persone, al: 2024-01-01, fonte: ISTAT}
    assistenti_sociali:
      numero: 20
      fatto_popolazione: popolazione
      al: 2024-01-01
      fonte: Ufficio di Piano

Rimedio:
    Scrivi la popolazione una volta sola, in un fatto, e nominalo con «fatto_popolazione».

Riferimenti:
    L. 178/2020 art. 1 c. 797: un assistente sociale ogni 5.000 abitanti.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pdz.calc._celle import parse_cell
from pdz.calc._esatto import add, write
from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context
from pdz.rules._comuni import find_days, is_comune, is_whole, iter_elenchi, list_missing, list_own, list_wider

SEVERITY = Severity.WARNING
_NAMES = frozenset({"popolazione", "popolazione residente", "abitanti", "residenti", "popolazione totale"})


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers of inhabitants that differ from that of the fact."""
    found = _find_fatto(ctx)
    if found is None:
        return
    index, number, first, last = found
    fatto = ctx.piano.fatti[index]
    for path, what, other, day in (*_of_workers(ctx), *_of_demography(ctx)):
        same_day = day is None or first is None or last is None or first <= day <= last
        if other != number and same_day:
            message = f"{what} sono {write(other)}, ma il fatto {fatto.id} «{fatto.nome}» dice {write(number)}"
            hint = "scrivi la popolazione una volta sola, in un fatto"
            yield Problem(path, message, hint, related=("fatti", index, "valore"))


def _find_fatto(ctx: Context) -> tuple[int, Decimal, date | None, date | None] | None:
    lavoro = ctx.piano.assistenti_sociali
    named = lavoro.fatto_popolazione if lavoro is not None else None
    for index, fatto in enumerate(ctx.piano.fatti):
        wanted = fatto.id == named if named else fold(fatto.nome) in _NAMES and fatto.comune is None
        value = fatto.valore
        if wanted and value is not None and value.numero is not None and value.operatore is None and not value.percento:
            return index, value.numero, *find_days(fatto.al, fatto.anno)
    return None


def _of_workers(ctx: Context) -> Iterator[tuple[Path, str, Decimal, date | None]]:
    lavoro = ctx.piano.assistenti_sociali
    if lavoro is not None and lavoro.popolazione is not None:
        path: Path = ("assistenti_sociali", "popolazione")
        yield path, "gli abitanti degli assistenti sociali", Decimal(lavoro.popolazione), lavoro.al


def _of_demography(ctx: Context) -> Iterator[tuple[Path, str, Decimal, date | None]]:
    demografia, own = ctx.piano.demografia, list_own(ctx.piano)
    if demografia is None or not is_whole(ctx.piano):
        return
    complete = any(e.path == ("demografia",) and not list_missing(ctx.piano, e) for e in iter_elenchi(ctx.piano))
    wider = list_wider(ctx.piano)
    rows = [row for row in demografia.dati if is_comune(row.get("comune") or "", wider, own)]
    numbers = [value for row in rows if isinstance(value := parse_cell(row.get("popolazione")), Decimal)]
    if complete and rows and len(numbers) == len(rows) == len(demografia.dati):
        yield ("demografia", "dati"), "gli abitanti dei Comuni nella demografia", add(numbers), demografia.al
