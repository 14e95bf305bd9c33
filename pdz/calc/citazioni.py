# SPDX-License-Identifier: EUPL-1.2
"""What the texts of a plan may cite: names of figures, and targets of `rif("…")` with their titles."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from pdz.calc._grammatica import FILTERS, FUNCTIONS, INSERTS, MAX_DECIMALS, Citazione, iter_citazioni
from pdz.calc._tipi import Calcolo, Quadro
from pdz.calc.rimandi import collect_rimandi
from pdz.model import Piano
from pdz.profiles import Profilo

__all__ = [
    "FILTERS",
    "FUNCTIONS",
    "INSERTS",
    "MAX_DECIMALS",
    "Citabile",
    "Citazione",
    "collect_citabili",
    "iter_citazioni",
    "name_rimando",
]

Citabile: TypeAlias = Calcolo | str | date


def name_rimando(target: str) -> str:
    """The name under which `collect_citabili` keeps the title of a target: `rif("tabella_1")`."""
    return f'rif("{target}")'


def collect_citabili(
    piano: Piano, profilo: Profilo, quadro: Quadro, texts: Iterable[str] | None = None
) -> Mapping[str, Citabile]:
    """Everything that a text may name, and what `rif` may point to.

    `texts` are the texts of the plan that hold a citation, when somebody knows them: they are not looked for again.
    """
    names: dict[str, Citabile] = {
        "piano.titolo": piano.titolo,
        "piano.triennio": piano.triennio,
        "piano.triennio_precedente": piano.triennio_precedente or profilo.precedente,
        "piano.stato": piano.stato,
        "ambito.nome": piano.ambito.nome,
        **quadro.citabili,
    }
    names.update(_name_ambito(piano))
    if piano.approvazione is not None and piano.approvazione.data is not None:
        names["piano.approvazione.data"] = piano.approvazione.data
    for fatto in piano.fatti:
        if fatto.al is not None:
            names[f"fatti.{fatto.id}.al"] = fatto.al
        if fatto.comune is not None:
            names[f"fatti.{fatto.id}.comune"] = fatto.comune
        elif fatto.primato is not None and quadro.fatti[fatto.id].formula:
            names[f"fatti.{fatto.id}.comune"] = quadro.fatti[fatto.id].termini[0].nome
    for target, title in collect_rimandi(piano, profilo, quadro.automatici, texts).items():
        names[name_rimando(target)] = title
    return names


def _name_ambito(piano: Piano) -> Iterator[tuple[str, Citabile]]:
    """What the plan says of its Ambito; what it does not say cannot be named."""
    ambito = piano.ambito
    capofila = next((ente.nome for ente in piano.enti if ente.id == ambito.ente_capofila), None)
    words = {"ats": ambito.ats, "asst": ambito.asst, "distretto": ambito.distretto, "capofila": capofila}
    for name, text in {"forma": ambito.forma, **words}.items():
        if text:
            yield f"ambito.{name}", text
    numbers = (
        ("superficie_kmq", "Superficie in km²", ambito.superficie_kmq),
        ("numero_comuni", "Comuni", ambito.numero_comuni),
    )
    for name, title, number in numbers:
        if number is not None:
            yield f"ambito.{name}", Calcolo(title, Decimal(number), path=("ambito", name))
