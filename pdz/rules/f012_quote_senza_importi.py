# SPDX-License-Identifier: EUPL-1.2
"""Ci sono le quote in percentuale, ma nessun importo a cui applicarle.

Che cosa controlla:
    Una scheda che divide le risorse economiche in quote dà almeno un importo, in una voce o in euro nel testo. Se il
    piano ha le tabelle dei fondi, un finanziamento che dà la quota di un'area ha, nelle tabelle, almeno una voce dello
    stesso fondo con un importo.

Perché:
    «60% pubblico, 40% privato» non dice quanto costa l'intervento: il modulo chiede l'importo, anche approssimato.

Segnala:
    schede:
      - id: S1
        titolo: Agenzia per la casa
        risorse_economiche:
          voci:  # F012
            - {nome: Risorse dei Comuni, natura: pubblica, quota: 60%}
            - {nome: Fondazione di comunità, natura: privata, quota: 40%}

Accetta:
    schede:
      - id: S1
        titolo: Agenzia per la casa
        risorse_economiche:
          voci:
            - {nome: Risorse dei Comuni, natura: pubblica, importo: 60000}
            - {nome: Fondazione di comunità, natura: privata, importo: 40000}

Rimedio:
    Aggiungi l'importo, anche approssimato, di una voce.

Riferimenti:
    Modulo della scheda obiettivo: risorse economiche preventivate, «Importo, anche approssimativo».
"""

from collections.abc import Iterator

from pdz.calc.fondi import find_importo
from pdz.findings import Path, Problem, Severity
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Shares of nobody knows how much."""
    for index, scheda in enumerate(ctx.piano.schede):
        risorse = scheda.risorse_economiche
        if risorse is None or not any(voce.quota is not None for voce in risorse.voci):
            continue
        text = (risorse.testo or "").casefold()
        if all(voce.importo is None for voce in risorse.voci) and "€" not in text and "euro" not in text:
            path: Path = ("schede", index, "risorse_economiche", "voci")
            message = f"{name_at(ctx.piano, path)}le risorse sono divise in quote, ma non c'è nessun importo"
            yield Problem(path, message, "aggiungi l'importo, anche approssimato, di una voce", on_key=True)
    yield from _check_finanziamenti(ctx)


def _check_finanziamenti(ctx: Context) -> Iterator[Problem]:
    if not ctx.piano.fondi:
        return
    funded = {voce.fondo for _, voce in iter_voci(ctx.piano) if find_importo(voce) is not None}
    for index, finanziamento in enumerate(ctx.piano.finanziamenti):
        fondo = finanziamento.fondo
        for number, area in enumerate(finanziamento.aree):
            if area.quota is not None and fondo is not None and fondo not in funded:
                path = ("finanziamenti", index, "aree", number, "quota")
                share = f"a «{area.area}» va il {format_percent(area.quota)}"
                message = (
                    f"{name_at(ctx.piano, path)}{share}, ma nelle tabelle dei fondi non c'è l'importo di «{fondo}»"
                )
                yield Problem(path, message, f"aggiungi alle tabelle la voce del fondo {fondo}, con il suo importo")
                break
