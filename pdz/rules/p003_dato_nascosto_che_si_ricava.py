# SPDX-License-Identifier: EUPL-1.2
"""Un numero nascosto con (*) si ricava dal totale.

Che cosa controlla:
    Una colonna con un solo (*) il cui totale è scritto: in una riga «Totale» o «Ambito», o come valore_ambito. Una riga
    con un solo (*) fra le parti di un totale scritto: le colonne che «somma» nomina, o quelle che in tutte le altre
    righe (almeno due) fanno il totale.

Perché:
    Chi fa la sottrazione legge il numero che si voleva nascondere. L'ISTAT per questo ne nasconde sempre almeno due.

Segnala:
    tabelle:
      - id: utenti
        titolo: Utenti del servizio di assistenza domiciliare
        anno: 2023
        fonte: {nome: Ufficio di Piano, consultata: 2024-11-10}
        colonne: [{campo: utenti, titolo: Utenti, unita: persone}]
        dati:
          - {comune: Prova, utenti: 41}
          - {comune: Prova Media, utenti: 12}
          - {comune: Prova Piccola, utenti: (*)}  # P003
          - {comune: Totale, utenti: 55}

Accetta:
    tabelle:
      - id: utenti
        titolo: Utenti del servizio di assistenza domiciliare
        anno: 2023
        fonte: {nome: Ufficio di Piano, consultata: 2024-11-10}
        colonne: [{campo: utenti, titolo: Utenti, unita: persone}]
        dati:
          - {comune: Prova, utenti: 41}
          - {comune: Prova Media, utenti: (*)}
          - {comune: Prova Piccola, utenti: (*)}
          - {comune: Totale, utenti: 55}

Rimedio:
    Nascondi con (*) anche il numero più piccolo fra gli altri, oppure togli il totale.

Riferimenti:
    D.lgs. 322/1989, art. 9 (segreto statistico); regole dell'ISTAT sulla soppressione secondaria.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Colonna, Tabella
from pdz.rules import Context, name_at
from pdz.rules._persone import HIDDEN, is_total, read_count

SEVERITY = Severity.WARNING

_HINT = "nascondi con (*) anche il numero più piccolo fra gli altri, o togli il totale"

Riga = Mapping[str, str | None]


def check(ctx: Context) -> Iterator[Problem]:
    """Cells hidden alone in a column or in a row whose total is printed."""
    for index, tabella in enumerate(ctx.piano.tabelle):
        path: Path = ("tabelle", index, "dati")
        hidden = [(row, campo) for row, riga in enumerate(tabella.dati) for campo in riga if _is_hidden(riga, campo)]
        rows, columns = Counter(row for row, _ in hidden), Counter(campo for _, campo in hidden)
        for row, campo in hidden:
            where = _find_total(tabella, row, campo, rows[row] == 1, columns[campo] == 1)
            if where:
                place = f"{_title(tabella, campo)}, {tabella.dati[row].get(tabella.chiave) or ''}"
                message = f"{name_at(ctx.piano, path)}il numero nascosto ({place}) si ricava {where}"
                yield Problem((*path, row, campo), message, _HINT)


def _is_hidden(riga: Riga, campo: str) -> bool:
    return (riga.get(campo) or "").strip() == HIDDEN


def _find_total(tabella: Tabella, row: int, campo: str, alone_in_row: bool, alone_in_column: bool) -> str:
    """From what the hidden number can be worked out; empty when it cannot."""
    if is_total(tabella.dati[row].get(tabella.chiave) or ""):
        return ""
    if alone_in_column and (total := _find_column_total(tabella, campo)):
        return total
    return _find_row_total(tabella, row, campo) if alone_in_row else ""


def _find_column_total(tabella: Tabella, campo: str) -> str:
    colonna = next((colonna for colonna in tabella.colonne if colonna.campo == campo), None)
    if colonna is None or colonna.tipo != "numero" or colonna.denominatore is not None:
        return ""
    if any(_cell(riga, campo) is None and not _is_hidden(riga, campo) for riga in tabella.dati):
        return ""  # another empty cell hides it
    if tabella.riga_ambito and colonna.ambito == "dichiarato" and colonna.valore_ambito is not None:
        return "dal valore dell'Ambito"
    named = (riga.get(tabella.chiave) or "" for riga in tabella.dati)
    total = next((name for name in named if is_total(name)), "")
    return f"dalla riga «{total}»" if total else ""


def _find_row_total(tabella: Tabella, row: int, campo: str) -> str:
    riga = tabella.dati[row]
    for colonna in tabella.colonne:
        if colonna.campo != campo and _cell(riga, colonna.campo) is not None:
            parts = colonna.somma or _guess_parts(tabella, row, colonna)
            if campo in parts and all(part == campo or _cell(riga, part) is not None for part in parts):
                return f"dalla colonna «{colonna.titolo}»"
    return ""


def _guess_parts(tabella: Tabella, row: int, total: Colonna) -> tuple[str, ...]:
    """The other columns of numbers, when in the other rows (two at least) they always make the total."""
    if not is_total(total.titolo):
        return ()
    parts = tuple(c.campo for c in tabella.colonne if c is not total and c.tipo == "numero" and not c.decimali)
    sums = [
        ([_cell(riga, part) for part in parts], _cell(riga, total.campo))
        for number, riga in enumerate(tabella.dati)
        if number != row
    ]
    full = [(values, whole) for values, whole in sums if whole is not None and None not in values]
    right = all(sum(value or 0 for value in values) == whole for values, whole in full)
    return parts if len(full) >= 2 and right else ()


def _cell(riga: Riga, campo: str) -> int | None:
    return read_count(riga.get(campo) or "")


def _title(tabella: Tabella, campo: str) -> str:
    return next((colonna.titolo for colonna in tabella.colonne if colonna.campo == campo), campo)
