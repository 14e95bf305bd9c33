# SPDX-License-Identifier: EUPL-1.2
"""La quota di una risorsa non è quella che danno gli importi.

Che cosa controlla:
    In una scheda con almeno due risorse economiche, tutte con l'importo, la quota scritta accanto a un importo è la sua
    parte del totale, alle cifre decimali con cui è scritta, arrotondata o troncata.

Perché:
    60.000 su 100.000 è il 60%: se è scritto un'altra quota, o è vecchia la quota o è vecchio l'importo.

Segnala:
    schede:
      - id: S1
        titolo: Agenzia per la casa
        risorse_economiche:
          voci:
            - {nome: Risorse dei Comuni, natura: pubblica, importo: 60000, quota: 65%}  # F021
            - {nome: Fondazione di comunità, natura: privata, importo: 40000}

Accetta:
    schede:
      - id: S1
        titolo: Agenzia per la casa
        risorse_economiche:
          voci:
            - {nome: Risorse dei Comuni, natura: pubblica, importo: 60000, quota: 60%}
            - {nome: Fondazione di comunità, natura: privata, importo: 40000}

Rimedio:
    Togli la quota, che si ricava dagli importi, o correggi gli importi.

Riferimenti:
    Modulo della scheda obiettivo: risorse economiche preventivate.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add, divide, multiply
from pdz.findings import Problem, Severity
from pdz.money import format_euro
from pdz.numbers import format_percent, round_half_up, truncate
from pdz.rules import Context, name_at
from pdz.rules._fondi import count_decimals

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Shares that the amounts beside them deny."""
    for index, scheda in enumerate(ctx.piano.schede):
        voci = scheda.risorse_economiche.voci if scheda.risorse_economiche is not None else ()
        amounts = [voce.importo for voce in voci if voce.importo is not None]
        total = add(amounts)
        if len(amounts) < max(2, len(voci)) or total <= 0:
            continue
        for number, voce in enumerate(voci):
            if voce.quota is None or voce.importo is None:
                continue
            share, decimals = divide(multiply(voce.importo, Decimal(100)), total), count_decimals(voce.quota)
            if voce.quota not in (round_half_up(share, decimals), truncate(share, decimals)):
                path = ("schede", index, "risorse_economiche", "voci", number, "quota")
                given = f"la quota scritta è {format_percent(voce.quota)}, ma {format_euro(voce.importo)} su"
                shown = format_percent(share, max(decimals, 1))
                message = f"{name_at(ctx.piano, path)}{given} {format_euro(total)} fa {shown}"
                yield Problem(path, message, "togli la quota, che si ricava, o correggi gli importi")
