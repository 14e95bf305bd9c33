# SPDX-License-Identifier: EUPL-1.2
"""Una quota è negativa o supera il cento per cento.

Che cosa controlla:
    Un fatto in percentuale, o una colonna di percentuali, il cui nome parla di «quota», «incidenza», «sul totale» o
    «rispetto al totale» sta fra 0% e 100%: la parte non supera il tutto. Variazioni, aumenti, coperture e saturazioni
    possono superarlo e non si controllano.

Perché:
    Una quota di 118% dice che numeratore e denominatore sono scambiati, o che non parlano delle stesse persone.

Segnala:
    fatti:
      - id: quota
        nome: Quota di minori stranieri
        numeratore: 236  # D003
        denominatore: 200
        al: 2024-01-01
        fonte: ISTAT

Accetta:
    fatti:
      - id: quota
        nome: Quota di minori stranieri
        numeratore: 200
        denominatore: 236
        al: 2024-01-01
        fonte: ISTAT

Rimedio:
    Controlla che numeratore e denominatore non siano scambiati e che il primo sia una parte del secondo.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.calc import Calcolo, TabellaCalcolata
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Tabella
from pdz.numbers import format_percent, truncate
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_SHARE = re.compile(r"\bquot[ae]\b|\bincidenza\b|\b(?:su|sul|rispetto al) totale\b", re.IGNORECASE)
_CHANGE = re.compile(r"variazion|aument|increment|crescit|differenz|scost|copertur|satur|occupazione dei posti", re.I)


def check(ctx: Context) -> Iterator[Problem]:
    """Shares out of range, in facts and in tables."""
    for index, fatto in enumerate(ctx.piano.fatti):
        calcolo = ctx.quadro.fatti[fatto.id]
        if _is_out(calcolo) and _is_share(fatto.nome):
            where = ("numeratore",) if fatto.numeratore is not None else ("valore",) if fatto.valore is not None else ()
            yield _tell(ctx, ("fatti", index, *where), "", calcolo)
    for index, tabella in enumerate(ctx.piano.tabelle):
        yield from _check_tabella(ctx, ("tabelle", index), tabella, ctx.quadro.tabelle[tabella.id])


def _check_tabella(ctx: Context, path: Path, tabella: Tabella, computed: TabellaCalcolata) -> Iterator[Problem]:
    if len(computed.righe) != len(tabella.dati):  # a repeated id: another table
        return
    for column, colonna in enumerate(tabella.colonne):
        if colonna.tipo != "percentuale" or not _is_share(colonna.titolo) or column >= len(computed.colonne):
            continue
        for row, riga in enumerate(computed.righe):
            cell = riga.valori[column]
            if isinstance(cell, Calcolo) and _is_out(cell):
                given = colonna.campo in tabella.dati[row]
                place: Path = (*path, "dati", row, colonna.campo) if given else (*path, "colonne", column)
                yield _tell(ctx, place, f"{riga.nome}, «{colonna.titolo}»: ", cell)


def _is_out(calcolo: Calcolo) -> bool:
    return calcolo.tipo == "percento" and calcolo.valore is not None and not 0 <= calcolo.valore <= Decimal(100)


def _is_share(name: str) -> bool:
    return _SHARE.search(name) is not None and _CHANGE.search(name) is None


def _tell(ctx: Context, path: Path, what: str, calcolo: Calcolo) -> Problem:
    value = format_percent(truncate(calcolo.valore or Decimal(0), 2))
    message = f"{name_at(ctx.piano, path)}{what}una quota non può essere {value}"
    return Problem(path, message, "controlla che numeratore e denominatore non siano scambiati")
