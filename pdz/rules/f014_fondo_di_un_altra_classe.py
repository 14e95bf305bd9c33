# SPDX-License-Identifier: EUPL-1.2
"""Un fondo sta fra quelli di un'altra classe o di un altro livello.

Che cosa controlla:
    La classe di un finanziamento (strutturali o progettualita) e quella del prospetto in cui un fondo ha le sue voci
    sono quella del catalogo; un prospetto si confronta con il finanziamento che descrive lo stesso fondo, se il piano
    l'ha. Il livello di un finanziamento e di un progetto è quello del fondo nel catalogo. Una voce può avere un livello
    suo, se dice la fonte: la Regione aggiunge quote proprie ai fondi dello Stato.

Perché:
    I totali per classe e per livello sono i primi che si leggono: un fondo fuori posto li cambia tutti e due.

Segnala:
    fondi:
      - id: interventi
        titolo: Fondi per progetti e interventi
        classe: progettualita
        voci:
          - id: riparto
            denominazione: Riparto ordinario
            fondo: FSR  # F014
            assegnato: 1000

Accetta:
    fondi:
      - id: interventi
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: riparto
            denominazione: Riparto ordinario
            fondo: FSR
            assegnato: 1000

Rimedio:
    Sposta la voce nel prospetto dell'altra classe, o correggi il fondo, la classe, il livello.

Riferimenti:
    Catalogo dei fondi del profilo regionale; allegato dei fondi: fondi strutturali, fondi per progettualità.
"""

from collections.abc import Iterator, Mapping

from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import ProspettoFondi
from pdz.profiles._schema import Fondo
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Funds whose class or level is not that of the catalogue."""
    catalogue = {fondo.codice: fondo for fondo in ctx.profilo.fondi}
    described: dict[str, tuple[str, Path | None]] = {f.codice: (f.classe, None) for f in ctx.profilo.fondi if f.classe}
    for index, finanziamento in enumerate(ctx.piano.finanziamenti):
        path: Path = ("finanziamenti", index)
        fondo = catalogue.get(finanziamento.fondo or "")
        if fondo is not None:
            if fondo.classe is not None and fondo.classe != finanziamento.classe:
                yield _problem(ctx, (*path, "classe"), f"la classe è «{finanziamento.classe}»", fondo, fondo.classe)
            described[fondo.codice] = (finanziamento.classe, (*path, "classe"))
            yield from _check_livello(ctx, path, finanziamento.livello, fondo)
    for index, prospetto in enumerate(ctx.piano.fondi):
        yield from _check_prospetto(ctx, index, prospetto, described)
    for path, voce in iter_voci(ctx.piano):
        if voce.fonte is None:
            yield from _check_livello(ctx, path, voce.livello, catalogue.get(voce.fondo or ""))
    for index, progetto in enumerate(ctx.piano.progetti):
        yield from _check_livello(ctx, ("progetti", index), progetto.livello, catalogue.get(progetto.fondo or ""))


def _check_prospetto(
    ctx: Context, index: int, prospetto: ProspettoFondi, described: Mapping[str, tuple[str, Path | None]]
) -> Iterator[Problem]:
    """Each fund once: its rows are moved together."""
    seen = set[str]()
    for number, voce in enumerate(prospetto.voci):
        classe, related = described.get(voce.fondo or "", (prospetto.classe, None))
        if classe != prospetto.classe and voce.fondo is not None and voce.fondo not in seen:
            seen.add(voce.fondo)
            path = ("fondi", index, "voci", number, "fondo")
            where = "il finanziamento che lo descrive" if related is not None else "il catalogo"
            table = f"sta in «{prospetto.titolo}», di classe «{prospetto.classe}»"
            message = f"{name_at(ctx.piano, path)}{table}, ma per {where} il fondo {voce.fondo} è di classe «{classe}»"
            yield Problem(path, message, "sposta la voce, o correggi il fondo o la classe", related=related)


def _check_livello(ctx: Context, path: Path, livello: str | None, fondo: Fondo | None) -> Iterator[Problem]:
    if fondo is not None and livello is not None and livello != fondo.livello:
        yield _problem(ctx, (*path, "livello"), f"il livello è «{livello}»", fondo, fondo.livello)


def _problem(ctx: Context, path: Path, what: str, fondo: Fondo, wanted: str) -> Problem:
    message = f"{name_at(ctx.piano, path)}{what}, ma per il catalogo il fondo {fondo.codice} è «{wanted}»"
    return Problem(path, message, f"scrivi «{path[-1]}: {wanted}», o correggi il fondo")
