# SPDX-License-Identifier: EUPL-1.2
"""Le fette di una torta non fanno cento.

Che cosa controlla:
    Le fette di una torta (o di una ciambella) di percentuali fanno 100%. È ammesso lo scarto che viene
    dall'arrotondamento di ogni quota.

Perché:
    Se le fette fanno 97% ne manca una; se fanno 104% qualcuno è contato due volte.

Segnala:
    grafici:
      - id: gestore
        titolo: Unità d'offerta per gestore
        tipo: torta
        categorie: [pubblico, privato]
        serie:
          - {nome: quota, valori: [26, 64]}  # D024
        unita: "%"
        al: 2024-01-31
        fonte: AFAM UDOS
        testo_alternativo: Il gestore è pubblico in un caso su quattro.

Accetta:
    grafici:
      - id: gestore
        titolo: Unità d'offerta per gestore
        tipo: torta
        categorie: [pubblico, privato]
        serie:
          - {nome: quota, valori: [26, 74]}
        unita: "%"
        al: 2024-01-31
        fonte: AFAM UDOS
        testo_alternativo: Il gestore è pubblico in un caso su quattro.

Rimedio:
    Correggi la quota sbagliata, o aggiungi la voce che manca («altro»).

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati di contesto.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pdz.calc._esatto import add, count_decimals, multiply
from pdz.calc.grafici import find_tipo_grafico
from pdz.findings import Path, Problem, Severity
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._tabelle import count_written

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Pies in per cent whose slices are not a whole."""
    for index, grafico in enumerate(ctx.piano.grafici):
        calcolato = ctx.quadro.grafici.get(grafico.id)
        if (
            calcolato is None
            or grafico.tipo not in {"torta", "ciambella"}
            or not len(calcolato.serie) == len(grafico.serie) == 1
        ):
            continue
        shares = [valore.valore for valore in calcolato.serie[0].valori if valore.valore is not None]
        if find_tipo_grafico(grafico, calcolato) == "percento" and len(shares) == len(calcolato.serie[0].valori):
            serie = grafico.serie[0]
            key = "valori" if serie.valori else "cita" if serie.cita else "colonna"
            path: Path = ("grafici", index, "serie", 0, key)
            yield from _check(path, f"{name_at(ctx.piano, path)}le fette", shares)


def _check(path: Path, what: str, shares: Sequence[Decimal]) -> Iterator[Problem]:
    total = add(shares)
    digits = min(map(count_written, shares), default=0)
    margin = multiply(Decimal(len(shares)), Decimal(5).scaleb(-digits - 1))
    if len(shares) > 1 and abs(add((total, Decimal(-100)))) > margin:
        message = f"{what} fanno {format_percent(total, count_decimals(total))}, non 100%"
        yield Problem(path, message, "correggi la quota sbagliata, o aggiungi la voce che manca")
