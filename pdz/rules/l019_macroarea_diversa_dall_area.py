# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo o una scheda non ha nessuna delle macroaree della sua area, o una scheda è in un'altra area.

Che cosa controlla:
    Le macroaree di un obiettivo o di una scheda, quando ci sono, ne hanno almeno una in comune con quelle della sua
    area di policy; quelle di una scheda, anche con quelle del suo obiettivo. L'area di una scheda è quella del suo
    obiettivo, se tutti e due ne hanno una.

Perché:
    Nel documento obiettivi e schede stanno sotto la loro area: se le macroaree sono tutte altre, uno dei due codici è
    sbagliato.

Segnala:
    aree:
      - {id: casa, titolo: Area politiche abitative, macroaree: [B]}
    obiettivi:
      - {id: O1, titolo: Aprire uno sportello per la casa, gruppo: ambito, area: casa, macroaree: [D]}  # L019

Accetta:
    aree:
      - {id: casa, titolo: Area politiche abitative, macroaree: [B]}
    obiettivi:
      - {id: O1, titolo: Aprire uno sportello per la casa, gruppo: ambito, area: casa, macroaree: [B]}

Rimedio:
    Correggi le macroaree, oppure l'area.

Riferimenti:
    DGR XII/2167/2024: gli obiettivi si leggono per macroarea.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Objectives and schede outside the macro areas of their area."""
    aree = {area.id: (("aree", index, "macroaree"), area.macroaree) for index, area in enumerate(ctx.piano.aree)}
    obiettivi = {obiettivo.id: (index, obiettivo) for index, obiettivo in enumerate(ctx.piano.obiettivi)}
    outside: set[Path] = set()
    for group in ("obiettivi", "schede"):
        for index, thing in enumerate(getattr(ctx.piano, group)):
            path: Path = (group, index)
            where, macroaree = aree.get(thing.area, ((), ()))
            for problem in _compare(ctx, path, thing.macroaree, f"della sua area «{thing.area}»", macroaree, where):
                outside.add(path)
                yield problem
    for index, scheda in enumerate(ctx.piano.schede):
        path = ("schede", index)
        number, obiettivo = obiettivi.get(scheda.obiettivo or "", (0, None))
        if obiettivo is None or path in outside:
            continue
        if scheda.area and obiettivo.area and scheda.area != obiettivo.area:
            message = (
                f"{name_at(ctx.piano, path)}la scheda è nell'area «{scheda.area}», "
                f"il suo obiettivo {obiettivo.id} in «{obiettivo.area}»"
            )
            hint = "correggi l'area della scheda, o quella dell'obiettivo"
            yield Problem((*path, "area"), message, hint, related=("obiettivi", number, "area"))
        else:
            where = ("obiettivi", number, "macroaree")
            yield from _compare(
                ctx, path, scheda.macroaree, f"del suo obiettivo {obiettivo.id}", obiettivo.macroaree, where
            )


def _compare(
    ctx: Context, path: Path, own: tuple[str, ...], whose: str, others: tuple[str, ...], where: Path
) -> Iterator[Problem]:
    exist = {macroarea.codice for macroarea in ctx.profilo.macroaree}  # of the others R002 speaks
    if set(own) & exist and set(others) & exist and not set(own) & set(others):
        message = (
            f"{name_at(ctx.piano, path)}le macroaree sono {', '.join(own)}, ma quelle {whose} sono {', '.join(others)}"
        )
        yield Problem((*path, "macroaree"), message, "correggi una delle due", related=where)
