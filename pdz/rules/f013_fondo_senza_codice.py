# SPDX-License-Identifier: EUPL-1.2
"""Una voce nomina un fondo del catalogo, ma non ne dà il codice.

Che cosa controlla:
    Se la denominazione o la fonte di una voce dei fondi, la fonte di un progetto, il nome di un finanziamento o di una
    risorsa di una scheda contengono la sigla o il nome di un solo fondo del catalogo, c'è anche la chiave «fondo».
    I fondi storici non contano.

Perché:
    Senza il codice l'importo resta fuori dai totali per fondo e per livello, e nessuno se ne accorge sulla carta.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: riparto
            denominazione: Fondo sociale regionale, riparto ordinario  # F013
            assegnato: 1000

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: riparto
            denominazione: Fondo sociale regionale, riparto ordinario
            fondo: FSR
            assegnato: 1000

Rimedio:
    Aggiungi «fondo: …» con il codice del catalogo.

Riferimenti:
    Catalogo dei fondi del profilo regionale.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.profiles._schema import Fondo
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.WARNING
_ACRONYM = re.compile(r"[A-Z]{3,}\+?\Z")


def check(ctx: Context) -> Iterator[Problem]:
    """Rows whose words name a fund that they do not code."""
    patterns = {fondo.codice: _make_pattern(fondo) for fondo in ctx.profilo.fondi if not fondo.storico}
    for path, text in _iter_uncoded(ctx):
        named = [code for code, pattern in patterns.items() if pattern.search(text)]
        if len(named) == 1:
            message = f"{name_at(ctx.piano, path)}nomina il fondo {named[0]}, ma non ha la chiave «fondo»"
            yield Problem(path, message, f"aggiungi «fondo: {named[0]}», o precisa di che altro fondo si tratta")


def _make_pattern(fondo: Fondo) -> re.Pattern[str]:
    """The name in any letters; the code too, in capitals, when it is an acronym and not a word of the name."""
    words = [rf"(?i:{re.escape(fondo.nome)})"]
    if _ACRONYM.match(fondo.codice) and fondo.codice.casefold() not in fondo.nome.casefold():
        words.append(re.escape(fondo.codice))
    return re.compile(rf"(?<![\w+])(?:{'|'.join(words)})(?![\w+])")


def _iter_uncoded(ctx: Context) -> Iterator[tuple[Path, str]]:
    """The texts that name the source of an amount without its code: the first of each thing that has one."""
    piano = ctx.piano
    for index, finanziamento in enumerate(piano.finanziamenti):
        if finanziamento.fondo is None:
            yield ("finanziamenti", index, "nome"), finanziamento.nome
    for path, voce in iter_voci(piano):
        if voce.fondo is None:
            yield (*path, "denominazione"), voce.denominazione
            if voce.fonte is not None and voce.fonte != voce.denominazione:
                yield (*path, "fonte"), voce.fonte
    for index, progetto in enumerate(piano.progetti):
        if progetto.fondo is None:
            yield ("progetti", index, "fonte"), progetto.fonte
    for index, scheda in enumerate(piano.schede):
        voci = scheda.risorse_economiche.voci if scheda.risorse_economiche is not None else ()
        for number, risorsa in enumerate(voci):
            if risorsa.fondo is None and risorsa.nome is not None:
                yield ("schede", index, "risorse_economiche", "voci", number, "nome"), risorsa.nome
