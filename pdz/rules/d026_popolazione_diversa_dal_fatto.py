# SPDX-License-Identifier: EUPL-1.2
"""Gli abitanti hanno due numeri diversi nello stesso piano.

Che cosa controlla:
    La popolazione degli assistenti sociali è quella del fatto che nomina o, se non ne nomina, del fatto «Popolazione
    residente» (anche «nell'Ambito», «al 1° gennaio») dell'Ambito. È la stessa anche la somma delle popolazioni della
    demografia, o di una tabella con la colonna «Residenti», se ha tutti i Comuni. In due tabelle, o in una tabella e in
    un fatto, gli abitanti di un Comune nello stesso giorno sono gli stessi. Due numeri con date o fonti diverse, o con
    «circa», non si confrontano; nelle tabelle si segnala una differenza fino al 5%, oltre la quale contano altro.

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
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Fatto
from pdz.rules import Context
from pdz.rules._abitanti import Abitanti, is_of_ambito, is_slip, iter_abitanti, may_be_same
from pdz.rules._comuni import find_days, is_comune, is_whole, iter_elenchi, list_missing, list_own, list_wider

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers of inhabitants that differ from that of the fact."""
    of_comuni = list(_of_comuni(ctx))
    yield from of_comuni
    told = {problem.path[:2] for problem in of_comuni}
    found = _find_fatto(ctx)
    if found is None:
        return
    index, number, first, last = found
    fatto = ctx.piano.fatti[index]
    for path, what, other, day in (*_of_workers(ctx), *_of_demography(ctx), *_of_tables(ctx, fatto, number)):
        same_day = day is None or first is None or last is None or first <= day <= last
        if other != number and same_day and path[:2] not in told:
            message = f"{what} sono {write(other)}, ma il fatto {fatto.id} «{fatto.nome}» dice {write(number)}"
            hint = "scrivi la popolazione una volta sola, in un fatto"
            yield Problem(path, message, hint, related=("fatti", index, "valore"))


def _find_fatto(ctx: Context) -> tuple[int, Decimal, date | None, date | None] | None:
    lavoro = ctx.piano.assistenti_sociali
    named = lavoro.fatto_popolazione if lavoro is not None else None
    for index, fatto in enumerate(ctx.piano.fatti):
        wanted = (
            fatto.id == named if named else (fatto.comune is None and is_of_ambito(fatto.nome, ctx.piano.ambito.nome))
        )
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


def _of_tables(ctx: Context, fatto: Fatto, number: Decimal) -> Iterator[tuple[Path, str, Decimal, date | None]]:
    """The sum of the Comuni in each table that has them all, when it is almost the number of the fact."""
    own = list_own(ctx.piano)
    whole = {elenco.path for elenco in iter_elenchi(ctx.piano) if not list_missing(ctx.piano, elenco)}
    for abitanti in iter_abitanti(ctx.piano):
        first, last = abitanti.giorni
        if abitanti.path not in whole or first != last or not is_whole(ctx.piano):
            continue
        cells = [abitanti.celle[name][0] for name in own if name in abitanti.celle]
        known = all(name in abitanti.celle for name, comune in own.items() if comune.al is None)
        if known and cells and may_be_same(fatto.fonte, abitanti.fonte) and is_slip(total := add(cells), number):
            yield (*abitanti.path, "dati"), f"gli abitanti dei Comuni in {abitanti.nome}", total, first


def _of_comuni(ctx: Context) -> Iterator[Problem]:
    """Comuni with two numbers on the same day; one finding for each pair of tables."""
    seen: list[Abitanti] = []
    for later in iter_abitanti(ctx.piano):
        for earlier in seen:
            if later.giorni != earlier.giorni or later.giorni[0] is None or not may_be_same(later.fonte, earlier.fonte):
                continue
            slips = [
                name
                for name, cell in later.celle.items()
                if name in earlier.celle and is_slip(cell[0], earlier.celle[name][0])
            ]
            if slips:
                (number, path), (known, place) = later.celle[slips[0]], earlier.celle[slips[0]]
                comune = list_own(ctx.piano).get(slips[0])
                where = comune.nome if comune is not None else slips[0]
                more = f" (e {len(slips) - 1} altri)" if len(slips) > 1 else ""
                message = f"gli abitanti di {where}{more} qui sono {write(number)}, ma in {earlier.nome} {write(known)}"
                yield Problem(path, message, "scrivi lo stesso numero nei due posti", related=place)
                break
        seen.append(later)
