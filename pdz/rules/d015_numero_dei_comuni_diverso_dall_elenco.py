# SPDX-License-Identifier: EUPL-1.2
"""Il numero dei Comuni dell'Ambito non è quello dell'elenco.

Che cosa controlla:
    Se il piano dà sia il numero dei Comuni sia il loro elenco, il numero non è minore dei Comuni elencati che esistono
    ancora (senza «al»), e non li supera di poco (al massimo uno su dieci, e almeno uno): in quel caso ne è stato
    dimenticato qualcuno. Un elenco molto più corto del numero è un elenco parziale, e va bene.

Perché:
    «I nove Comuni» con otto nomi: chi legge si chiede quale manchi, e la tabella per Comuni resta incompleta.

Segnala:
    ambito:
      nome: Prova
      ente_capofila: capofila
      numero_comuni: 2  # D015
      comuni: [{nome: Carpiano}, {nome: Colturano}, {nome: Dresano}]

Accetta:
    ambito:
      nome: Prova
      ente_capofila: capofila
      numero_comuni: 3
      comuni: [{nome: Carpiano}, {nome: Colturano}, {nome: Dresano}]

Rimedio:
    Completa l'elenco, oppure togli «numero_comuni»: se i Comuni sono elencati tutti non serve.

Riferimenti:
    Formato del piano, versione 1: ambito.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """A number of Comuni that the list contradicts."""
    ambito = ctx.piano.ambito
    listed = sum(comune.al is None for comune in ambito.comuni)
    number = ambito.numero_comuni
    if number is None or listed == 0 or number == listed:
        return
    if number < listed or number - listed <= max(1, number // 10):
        message = f"il numero dei Comuni è {number}, ma l'elenco ne ha {listed}"
        path: Path = ("ambito", "numero_comuni")
        yield Problem(path, message, "completa l'elenco, o togli il numero", related=("ambito", "comuni"))
