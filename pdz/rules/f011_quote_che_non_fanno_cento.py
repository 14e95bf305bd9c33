# SPDX-License-Identifier: EUPL-1.2
"""Le quote in percentuale di un intero non fanno 100.

Che cosa controlla:
    Le quote delle aree di un finanziamento, delle risorse economiche di una scheda e delle aree delle unità d'offerta.
    Se tutte le parti hanno la quota e sono almeno due, la somma è 100; si accetta quel che può dare l'arrotondamento,
    mezza unità dell'ultima cifra scritta per ogni quota. Se qualche parte non ha la quota, la somma non supera 100.

Perché:
    Quote che non fanno 100 lasciano soldi senza destinazione, o li destinano due volte.

Segnala:
    finanziamenti:
      - id: sociale
        nome: Risorse per i servizi
        classe: strutturali
        aree:  # F011
          - {area: Minori e famiglia, quota: 50%}
          - {area: Anziani, quota: 30%}
          - {area: Disabilità, quota: 30%}

Accetta:
    finanziamenti:
      - id: sociale
        nome: Risorse per i servizi
        classe: strutturali
        aree:
          - {area: Minori e famiglia, quota: 50%}
          - {area: Anziani, quota: 30%}
          - {area: Disabilità, quota: 20%}

Rimedio:
    Correggi le quote, o aggiungi la parte che manca.

Riferimenti:
    Allegati del Piano di Zona: aree di intervento dei fondi, risorse economiche preventivate.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add
from pdz.findings import Path, Problem, Severity
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._fondi import may_make_hundred, slack_of

SEVERITY = Severity.WARNING
_HINT = "correggi le quote, o aggiungi la parte che manca"


def check(ctx: Context) -> Iterator[Problem]:
    """Shares of a whole that do not make it."""
    piano = ctx.piano
    for index, finanziamento in enumerate(piano.finanziamenti):
        yield from _check(ctx, ("finanziamenti", index, "aree"), [area.quota for area in finanziamento.aree])
    for index, scheda in enumerate(piano.schede):
        if scheda.risorse_economiche is not None:
            path: Path = ("schede", index, "risorse_economiche", "voci")
            yield from _check(ctx, path, [voce.quota for voce in scheda.risorse_economiche.voci])
    if piano.rete_offerta is not None:
        yield from _check(ctx, ("rete_offerta", "aree"), [area.quota for area in piano.rete_offerta.aree])


def _check(ctx: Context, path: Path, quotas: list[Decimal | None]) -> Iterator[Problem]:
    shares = [quota for quota in quotas if quota is not None]
    total = add(shares)
    whole = len(shares) == len(quotas) and len(shares) > 1
    wrong = not may_make_hundred(shares) if whole else total > 100 + slack_of(shares)
    if shares and wrong:
        verb = "fanno" if whole else "superano il 100%: fanno già"
        message = f"{name_at(ctx.piano, path)}le quote {verb} {format_percent(total)}"
        yield Problem(path, message, _HINT, on_key=True)
