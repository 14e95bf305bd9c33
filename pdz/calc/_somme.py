# SPDX-License-Identifier: EUPL-1.2
"""Sums of amounts with their parts and the share of each part: nothing is lost, nothing is counted twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pdz.calc._esatto import slug
from pdz.calc._formule import compute_ratio, compute_sum
from pdz.calc._tipi import Calcolo, Termine
from pdz.findings import Path

Gruppo = tuple[str, str]
"""The name of a group in citations, and in words: («minori_giovani», «Minori/Giovani»)."""

_SHARE_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Importo:
    """An amount in euro of the plan, with the groups to which it belongs by kind (livello, area…)."""

    nome: str
    valore: Decimal
    path: Path
    gruppi: Mapping[str, Gruppo] = field(default_factory=dict)


def make_gruppo(text: str | None) -> Gruppo | None:
    """A group from the words of the plan; None when there are none."""
    return (slug(text), text) if text and slug(text) else None


def sum_importi(nome: str, importi: Sequence[Importo], path: Path, motivo: str) -> Calcolo:
    """The exact total in euro; n.c. with `motivo` when there is no amount at all."""
    empty = Calcolo(nome, None, "euro", motivo=motivo, path=path)
    if not importi:
        return empty
    termini = [Termine(importo.nome, importo.valore, importo.path) for importo in importi]
    return replace(compute_sum(empty, termini), motivo="")


def compute_quota(nome: str, part: Calcolo, whole: Calcolo) -> Calcolo:
    """The share of a part in its whole, per cent: part × 100 / whole."""
    empty = Calcolo(nome, None, "percento", _SHARE_DECIMALS, path=part.path)
    found = [
        total.motivo if total.valore is None else Termine(total.nome, total.valore, total.path)
        for total in (part, whole)
    ]
    return compute_ratio(empty, found[:1], found[1:], Decimal(100))


def add_parti(
    totali: dict[str, Calcolo],
    name: str,
    importi: Sequence[Importo],
    kind: str,
    prefix: str,
    rest: Gruppo | None = None,
) -> None:
    """Adds to `totali` the parts of the total `name` by `kind`, as `<prefix>.<group>`, with their shares.

    Amounts without that group go together under `rest`, or are left out when it is None; nothing is added when no
    amount has one.
    """
    if not any(kind in importo.gruppi for importo in importi):
        return
    whole = totali[name]
    groups: dict[Gruppo, list[Importo]] = {}
    labels: dict[str, Gruppo] = {}
    for importo in importi:
        group = importo.gruppi.get(kind, rest)
        if group is not None:
            groups.setdefault(labels.setdefault(group[0], group), []).append(importo)
    for (key, label), members in groups.items():
        part = sum_importi(f"{whole.nome}: {label}", members, whole.path, "")
        totali[f"{prefix}.{key}"] = part
        totali[f"{prefix}.{key}.quota"] = compute_quota(f"Quota di {part.nome}", part, whole)


def collect_gruppi(gruppi: Iterable[tuple[str, Gruppo | None]]) -> dict[str, Gruppo]:
    """The groups of an amount, without those that are not known."""
    return {kind: gruppo for kind, gruppo in gruppi if gruppo is not None}
