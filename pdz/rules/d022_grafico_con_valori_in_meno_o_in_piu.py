# SPDX-License-Identifier: EUPL-1.2
"""Un grafico non ha un valore per ogni categoria.

Che cosa controlla:
    Ogni serie di un grafico ha tanti valori (o tanti dati citati) quante sono le categorie. Dove il dato manca si
    scrive n.d., che tiene il posto e lascia un vuoto. I grafici di una tabella o di un CSV non possono sbagliare.

Perché:
    Con un valore in meno tutti quelli che seguono scorrono sotto la categoria sbagliata, e il grafico sembra giusto.

Segnala:
    grafici:
      - id: residenti
        titolo: Popolazione residente
        tipo: linee
        categorie: ["2022", "2023", "2024"]
        serie:
          - {nome: residenti, valori: [112340, 112991]}  # D022
        unita: persone
        fonte: ISTAT
        testo_alternativo: La popolazione cresce di poco ogni anno.

Accetta:
    grafici:
      - id: residenti
        titolo: Popolazione residente
        tipo: linee
        categorie: ["2023", "2024"]
        serie:
          - {nome: residenti, valori: [112340, 112991]}
        unita: persone
        fonte: ISTAT
        testo_alternativo: La popolazione cresce di poco ogni anno.

Rimedio:
    Aggiungi il valore che manca, o n.d. se non si conosce, o togli la categoria di troppo.

Riferimenti:
    Formato del piano, versione 1: grafici.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Series with more or fewer values than categories."""
    for index, grafico in enumerate(ctx.piano.grafici):
        wanted = len(grafico.categorie)
        for number, serie in enumerate(grafico.serie):
            given: tuple[tuple[str, int], ...] = (("valori", len(serie.valori)), ("cita", len(serie.cita)))
            for key, count in given:
                if count not in {0, wanted} and grafico.tabella is None and not grafico.dati:
                    path: Path = ("grafici", index, "serie", number, key)
                    what = f"la serie «{serie.nome}» ha {_count(count, 'valore', 'valori')}"
                    message = f"{name_at(ctx.piano, path)}{what} per {_count(wanted, 'categoria', 'categorie')}"
                    hint = "aggiungi il valore che manca (n.d. se non si conosce), o togli la categoria di troppo"
                    yield Problem(path, message, hint, related=("grafici", index, "categorie") if wanted else None)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
