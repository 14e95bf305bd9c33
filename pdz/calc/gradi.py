# SPDX-License-Identifier: EUPL-1.2
"""Grado di raggiungimento of an outcome: realised × 100 / planned actions (linee di indirizzo 2025-2027, row 1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pdz.calc._esatto import add, divide, to_decimal, write
from pdz.calc._tipi import Calcolo, Grado, Termine
from pdz.calc.stampa import NON_CALCOLABILE
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.esiti import AzioneSvolta, AzioniEsito, Esito
from pdz.numbers import format_percent
from pdz.profiles import Profilo
from pdz.profiles._schema import Fascia


@dataclass(frozen=True, slots=True)
class Azioni:
    """Realised and planned actions; a partial action is worth its share, so `realizzate` may have decimals."""

    realizzate: Decimal
    programmate: Decimal
    termini: tuple[Termine, ...] = ()


def find_giudizio(valore: Decimal | Fraction, scala: Sequence[Fascia]) -> str:
    """The judgement of the exact value (per cent): the last band that it reaches; empty below the first."""
    exact = Fraction(valore)
    giudizio = ""
    for fascia in scala:
        reached = fascia.da is not None and exact >= Fraction(fascia.da)
        if reached or (fascia.oltre is not None and exact > Fraction(fascia.oltre)):
            giudizio = fascia.giudizio
    return giudizio


def format_grado(valore: Fraction) -> str:
    """A computed grado (per cent) cut to an integer, so that it never contradicts its band: «79%», «<1%», «112%»."""
    return "<1%" if 0 < valore < 1 else format_percent(int(valore))


def count_azioni(azioni: AzioniEsito | None, path: Path) -> Azioni | str:
    """The two counts of the grado, or why they are not known.

    A list of actions wins over two counts. Partial actions count by their share, zero without one; those postponed, not
    realised or still going on count only among the planned.
    """
    if azioni is None or (not azioni.elenco and azioni.programmate is None and azioni.realizzate is None):
        return "non ci sono né le azioni né un grado dichiarato"
    if azioni.elenco:
        worth = [_worth(azione) for azione in azioni.elenco]
        termini = tuple(
            Termine(azione.nome, value, (*path, "elenco", index, "stato"))
            for index, (azione, value) in enumerate(zip(azioni.elenco, worth, strict=True))
        )
        return Azioni(add(worth), Decimal(len(worth)), termini)
    if azioni.programmate is None:
        return "manca il numero delle azioni programmate"
    if azioni.realizzate is None:
        return "manca il numero delle azioni realizzate"
    done, planned = Decimal(azioni.realizzate), Decimal(azioni.programmate)
    termini = (
        Termine("azioni realizzate", done, (*path, "realizzate")),
        Termine("azioni programmate", planned, (*path, "programmate")),
    )
    return Azioni(done, planned, termini)


def _worth(azione: AzioneSvolta) -> Decimal:
    if azione.stato == "realizzata":
        return Decimal(1)
    if azione.stato == "parziale" and azione.quota is not None:
        return divide(azione.quota, Decimal(100))
    return Decimal(0)


def compute_grado(esito: Esito, path: Path, scala: Sequence[Fascia]) -> Grado:
    """The grado of one outcome: from its actions when they are known (n.c. when none was planned), else as declared."""
    empty = Calcolo(f"Grado di raggiungimento di {esito.id} «{esito.titolo}»", None, "percento", path=path)
    azioni = count_azioni(esito.azioni, (*path, "azioni"))
    if isinstance(azioni, Azioni):
        return _make_grado(replace(empty, path=(*path, "azioni")), azioni, esito.grado, scala)
    if esito.grado is None:
        return Grado(replace(empty, motivo=azioni), "", None, NON_CALCOLABILE)
    where = (*path, "grado")
    termine = Termine("grado dichiarato", esito.grado, where)
    giudizio = esito.giudizio or find_giudizio(esito.grado, scala)
    calcolo = replace(empty, valore=esito.grado, termini=(termine,), path=where)
    return Grado(calcolo, giudizio, esito.grado, _join(format_percent(esito.grado), giudizio))


def _make_grado(empty: Calcolo, azioni: Azioni, declared: Decimal | None, scala: Sequence[Fascia]) -> Grado:
    empty = replace(empty, termini=azioni.termini)
    if azioni.programmate == 0:
        calcolo = replace(empty, motivo="le azioni programmate sono zero")
        return Grado(calcolo, "", declared, NON_CALCOLABILE)
    exact = Fraction(azioni.realizzate) * 100 / Fraction(azioni.programmate)
    valore, giudizio, printed = to_decimal(exact), find_giudizio(exact, scala), format_grado(exact)
    formula = f"{write(azioni.realizzate)} × 100 / {write(azioni.programmate)} = {write(valore)}"
    calcolo = replace(empty, valore=valore, decimali=0, formula=formula, stampa=printed)
    return Grado(calcolo, giudizio, declared, _join(printed, giudizio))


def _join(printed: str, giudizio: str) -> str:
    return f"{printed} ({giudizio})" if giudizio else printed


def compute_gradi(piano: Piano, profilo: Profilo) -> dict[str, Grado]:
    """The grado of every outcome, by id."""
    return {esito.id: compute_grado(esito, ("esiti", i), profilo.scala) for i, esito in enumerate(piano.esiti)}


def compute_gradi_complessivi(piano: Piano, profilo: Profilo) -> dict[str, Grado]:
    """`complessivo` and `macroarea.<codice>`: ratios of sums of actions, never means of percentages.

    Only outcomes whose actions are known enter; whole areas (`tipo: area`) only when there is no single objective.
    """
    known = [(i, e) for i, e in enumerate(piano.esiti) if e.tipo == "tematico"] or list(enumerate(piano.esiti))
    gradi: dict[str, Grado] = {}
    for codice in dict.fromkeys(esito.macroarea for _, esito in known):
        if codice is not None:
            _add_grado(gradi, f"macroarea.{codice}", ((i, e) for i, e in known if e.macroarea == codice), profilo.scala)
    _add_grado(gradi, "complessivo", known, profilo.scala)
    return gradi


def _add_grado(gradi: dict[str, Grado], name: str, esiti: Iterable[tuple[int, Esito]], scala: Sequence[Fascia]) -> None:
    counted = [(i, e, count_azioni(e.azioni, ("esiti", i, "azioni"))) for i, e in esiti]
    parts = [(i, esito, azioni) for i, esito, azioni in counted if isinstance(azioni, Azioni) and azioni.programmate]
    if parts:
        termini = tuple(
            Termine(f"{what} di {esito.id}", value, ("esiti", i, "azioni"))
            for i, esito, azioni in parts
            for what, value in (("azioni realizzate", azioni.realizzate), ("azioni programmate", azioni.programmate))
        )
        total = Azioni(add(a.realizzate for _, _, a in parts), add(a.programmate for _, _, a in parts), termini)
        nome = "Grado complessivo" + (f" della macroarea {name.partition('.')[2]}" if "." in name else "")
        gradi[name] = _make_grado(Calcolo(nome, None, "percento", path=("esiti",)), total, None, scala)
