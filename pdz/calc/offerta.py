# SPDX-License-Identifier: EUPL-1.2
"""Places and number of the unità d'offerta sociali, by row, type, area, manager and declared group.

Names (`posti.<name>` in texts): `<id of the row>`, `<id of the group>`, `tipologia.<type>`, `area.<area>`,
`gestore.pubblico`, `totale`; each also with `.unita`, how many they are, and `area.<area>.quota`, the share of the
units, per cent. A declared area has `<id>.quota`: its published share, else the share of the units of its types.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pdz.calc._esatto import slug
from pdz.calc._formule import Trovato, compute_ratio, compute_sum
from pdz.calc._tipi import Calcolo, Termine
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import AreaOfferta, ReteOfferta, UnitaOfferta

_PATH: Path = ("rete_offerta",)
_Campo = Literal["posti", "unita"]


def compute_posti(piano: Piano) -> dict[str, Calcolo]:
    """Everything that can be counted; a total with an unknown part is n.c., because empty is not zero."""
    rete = piano.rete_offerta
    if rete is None:
        return {}
    posti: dict[str, Calcolo] = {}
    rows = list(range(len(rete.voci)))
    if rows or rete.totale is not None:
        _add(posti, "totale", "Unità d'offerta", rete, rows)
    if rete.totale is not None:
        termine = Termine("totale dichiarato", Decimal(rete.totale), (*_PATH, "totale"))
        posti["totale.unita"] = Calcolo("Unità d'offerta", Decimal(rete.totale), termini=(termine,), path=termine.path)
    for kind in ("tipologia", "area", "gestore"):
        for label in dict.fromkeys(getattr(voce, kind) for voce in rete.voci if getattr(voce, kind)):
            members = [row for row in rows if slug(getattr(rete.voci[row], kind) or "") == slug(label)]
            _add(posti, f"{kind}.{slug(label)}", label, rete, members)
            if kind == "area":
                _add_quota(posti, f"area.{slug(label)}", label)
    for index, area in enumerate(rete.aree):
        posti[f"{area.id}.quota"] = _find_quota(area, index, rete, rows)
    for row, voce in enumerate(rete.voci):
        _add(posti, voce.id, voce.tipologia, rete, [row])
    for index, gruppo in enumerate(rete.gruppi):
        members = [row for row in rows if rete.voci[row].id in gruppo.voci]
        _add(posti, gruppo.id, gruppo.nome, rete, members, (*_PATH, "gruppi", index), gruppo.voci)
    return posti


def _add(
    posti: dict[str, Calcolo],
    name: str,
    nome: str,
    rete: ReteOfferta,
    rows: Sequence[int],
    path: Path | None = None,
    wanted: Sequence[str] = (),
) -> None:
    """Adds places and units of some rows; `wanted` are the ids that must be among them."""
    where = path or ((*_PATH, "voci", rows[0]) if len(rows) == 1 else (*_PATH, "voci"))
    known = {rete.voci[row].id for row in rows}
    missing: list[Trovato] = [f"l'unità d'offerta «{id_}» non esiste" for id_ in wanted if id_ not in known]
    fields: tuple[tuple[str, _Campo, str], ...] = (("", "posti", "Posti"), (".unita", "unita", "Unità d'offerta"))
    for suffix, field, label in fields:
        found = [_find(rete.voci[row], row, field) for row in rows]
        posti[name + suffix] = compute_sum(Calcolo(f"{label}: {nome}", None, path=where), [*found, *missing])


def _find(voce: UnitaOfferta, row: int, field: _Campo) -> Trovato:
    number = voce.posti if field == "posti" else voce.unita
    if number is not None:
        return Termine(voce.tipologia, Decimal(number), (*_PATH, "voci", row, field))
    if field == "unita":
        return f"non si sa quante sono: {voce.tipologia}"
    return f"posti non noti: {voce.tipologia}" + (f" ({voce.motivo})" if voce.motivo else "")


def _add_quota(posti: dict[str, Calcolo], name: str, label: str) -> None:
    part, whole = posti[f"{name}.unita"], posti["totale.unita"]
    found = [
        units.motivo if units.valore is None else Termine(units.nome, units.valore, units.path)
        for units in (part, whole)
    ]
    empty = Calcolo(f"Quota delle unità d'offerta: {label}", None, "percento", 2, path=part.path)
    posti[f"{name}.quota"] = compute_ratio(empty, found[:1], found[1:], Decimal(100))


def _find_quota(area: AreaOfferta, index: int, rete: ReteOfferta, rows: Sequence[int]) -> Calcolo:
    """The published share of an area, else that of its units on all units."""
    nome, path = f"Quota delle unità d'offerta: {area.nome}", (*_PATH, "aree", index)
    if area.quota is not None:
        where = (*path, "quota")
        termine = Termine("quota dichiarata", area.quota, where)
        return Calcolo(nome, area.quota, "percento", termini=(termine,), path=where)
    names = {slug(area.nome), *map(slug, area.tipologie)}
    members = [row for row in rows if {slug(rete.voci[row].area), slug(rete.voci[row].tipologia)} & names]
    above = [_find(rete.voci[row], row, "unita") for row in members]
    below: list[Trovato] = [_find(rete.voci[row], row, "unita") for row in rows]
    if rete.totale is not None:
        below = [Termine("totale dichiarato", Decimal(rete.totale), (*_PATH, "totale"))]
    return compute_ratio(Calcolo(nome, None, "percento", 2, path=path), above, below, Decimal(100))
