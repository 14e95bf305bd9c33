# SPDX-License-Identifier: EUPL-1.2
"""Cells of tables that a citation names and that hold no figure: they are there, and no other cell is meant."""

from pdz.calc import Calcolo
from pdz.calc._esatto import slug
from pdz.rules import Context


def explain_cell(ctx: Context, name: str) -> tuple[str, str] | None:
    """Why `tabelle.ID.ROW.COLUMN` cannot be cited though row and column exist, and how to mend it; None otherwise."""
    group, _, rest = name.partition(".")
    for tabella in ctx.piano.tabelle if group == "tabelle" else ():
        row, _, field = rest.removeprefix(f"{tabella.id}.").partition(".")
        places = [index for index, colonna in enumerate(tabella.colonne) if colonna.campo == field]
        computed = ctx.quadro.tabelle.get(tabella.id)
        if computed is None or not places or not rest.startswith(f"{tabella.id}."):
            continue
        cells = [riga.valori[places[0]] for riga in computed.righe if slug(riga.nome) == row]
        if cells and not isinstance(cells[0], Calcolo):
            what = "la cella è un testo, non un numero" if (cells[0] or "").strip() else "la cella è vuota"
            return f"«{name}» non si può citare: {what}", "cita un'altra cella, o scrivi il dato nella tabella"
    return None
