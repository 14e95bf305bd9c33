# SPDX-License-Identifier: EUPL-1.2
"""Le unità d'offerta non tornano con il loro totale.

Che cosa controlla:
    Le unità delle voci di cui si sa il numero non superano il totale, e lo fanno esattamente se si sanno tutte. La
    quota di un'area è quella delle sue unità sul totale, se si sanno tutte; se se ne sa una parte, non è più bassa.

Perché:
    «96 unità d'offerta» e un elenco di 97: chi accredita o chi cerca un posto non sa a quale credere.

Segnala:
    rete_offerta:
      totale: 10  # D027
      al: 2024-01-31
      fonte: AFAM UDOS
      voci:
        - {id: nido, tipologia: Asilo Nido, area: Prima infanzia, unita: 8, posti: 320}
        - {id: micro_nido, tipologia: Micro Nido, area: Prima infanzia, unita: 3, posti: 30}

Accetta:
    rete_offerta:
      totale: 11
      al: 2024-01-31
      fonte: AFAM UDOS
      voci:
        - {id: nido, tipologia: Asilo Nido, area: Prima infanzia, unita: 8, posti: 320}
        - {id: micro_nido, tipologia: Micro Nido, area: Prima infanzia, unita: 3, posti: 30}

Rimedio:
    Correggi il numero sbagliato, oppure togli il totale o la quota, che pdz calcola.

Riferimenti:
    AFAM, anagrafe regionale delle unità d'offerta sociali.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add, divide, slug
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import AreaOfferta, ReteOfferta
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._tabelle import agrees, count_written

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Units that do not make the total, areas whose share is not that of their units."""
    rete = ctx.piano.rete_offerta
    if rete is None or rete.totale is None or not rete.voci:
        return
    known = [voce.unita for voce in rete.voci if voce.unita is not None]
    whole, total = len(known) == len(rete.voci), sum(known)
    if total > rete.totale or (whole and total != rete.totale):
        path: Path = ("rete_offerta", "totale")
        some = "" if whole else ", senza contare quelle di cui non si sa il numero"
        message = f"le unità d'offerta sono {rete.totale}, ma le voci ne fanno {total}{some}"
        yield Problem(path, message, "correggi il numero sbagliato, o il totale")
        return
    for index, area in enumerate(rete.aree if rete.totale > 0 else ()):
        yield from _check_area(ctx, rete, rete.totale, area, ("rete_offerta", "aree", index, "quota"))


def _check_area(ctx: Context, rete: ReteOfferta, total: int, area: AreaOfferta, path: Path) -> Iterator[Problem]:
    names = {slug(area.nome), *map(slug, area.tipologie)}
    members = [voce for voce in rete.voci if {slug(voce.area), slug(voce.tipologia)} & names]
    known = [Decimal(voce.unita) for voce in members if voce.unita is not None]
    if area.quota is None or not known:
        return
    share = divide(add(known) * 100, Decimal(total))
    whole = len(known) == len(members)
    if not agrees(area.quota, share) and (whole or share > area.quota):
        least = "" if whole else "almeno "
        message = (
            f"{name_at(ctx.piano, path)}la quota è {format_percent(area.quota)}, ma {add(known)} unità su {total} "
            f"fanno {least}{format_percent(share, count_written(area.quota))}"
        )
        yield Problem(path, message, "correggi la quota o il numero delle unità", related=("rete_offerta", "totale"))
