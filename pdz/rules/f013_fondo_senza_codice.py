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
    """Things whose words name a fund that they do not code."""
    known = [(fondo.codice, *_find_words(fondo)) for fondo in ctx.profilo.fondi if not fondo.storico]
    for texts in _iter_uncoded(ctx):
        named: dict[str, Path] = {}
        for path, text in texts:
            folded = text.casefold()
            for code, name, acronym in known:
                if (name in folded and _holds(name, folded)) or (acronym in text and _holds(acronym, text)):
                    named[code] = path
        if len(named) == 1:
            ((code, path),) = named.items()
            message = f"{name_at(ctx.piano, path)}nomina il fondo {code}, ma non ha la chiave «fondo»"
            yield Problem(path, message, f"aggiungi «fondo: {code}», o precisa di che altro fondo si tratta")


def _find_words(fondo: Fondo) -> tuple[str, str]:
    """The name in small letters, and the code when it is an acronym (the name again when it is not)."""
    name, code = fondo.nome.casefold(), fondo.codice
    is_acronym = _ACRONYM.match(code) is not None and code.casefold() not in name
    return name, code if is_acronym else fondo.nome


def _holds(words: str, text: str) -> bool:
    return re.search(rf"(?<![\w+]){re.escape(words)}(?![\w+])", text) is not None


def _iter_uncoded(ctx: Context) -> Iterator[tuple[tuple[Path, str], ...]]:
    """The texts that may name a fund, for each thing without its code; the first to be looked at is the last."""
    piano = ctx.piano
    for index, finanziamento in enumerate(piano.finanziamenti):
        if finanziamento.fondo is None:
            yield ((("finanziamenti", index, "nome"), finanziamento.nome),)
    for path, voce in iter_voci(piano):
        if voce.fondo is None:
            yield ((*path, "fonte"), voce.fonte or ""), ((*path, "denominazione"), voce.denominazione)
    for index, progetto in enumerate(piano.progetti):
        if progetto.fondo is None:
            yield ((("progetti", index, "fonte"), progetto.fonte),)
    for index, scheda in enumerate(piano.schede):
        voci = scheda.risorse_economiche.voci if scheda.risorse_economiche is not None else ()
        for number, risorsa in enumerate(voci):
            if risorsa.fondo is None and risorsa.nome is not None:
                yield ((("schede", index, "risorse_economiche", "voci", number, "nome"), risorsa.nome),)
