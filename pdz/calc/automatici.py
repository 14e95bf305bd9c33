# SPDX-License-Identifier: EUPL-1.2
"""Charts that no one has to describe: gradi, funds, series, ages, places, from what the plan already holds.

A chart needs two figures at least: fewer are read better in a sentence. Names of categories are keys (ids of outcomes,
codes of funds, levels, periods) where a document has its own words for them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pdz.calc._celle import Griglia
from pdz.calc._esatto import slug
from pdz.calc._formule import Trovato, compute_ratio, compute_sum
from pdz.calc._tipi import Automatico, Calcolo, GenereAutomatico, Quadro, SerieCalcolata, Termine
from pdz.calc.andamenti import compute_andamenti
from pdz.calc.fondi import find_importo, find_livello
from pdz.calc.grafici import MISSING
from pdz.calc.indici import RIGA_AMBITO
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import Demografia
from pdz.model.grafici import TUTTI
from pdz.profiles import Profilo

CLASSI_ETA = ("eta_0_14", "eta_15_39", "eta_40_64", "eta_65_oltre")
"""The counts of the demography that divide the whole population."""

LIVELLI = ("ue", "nazionale", "regionale", "provinciale", "comunale", "non_indicato")
"""In the order of the table of the levels."""

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Disegno:
    """A chart as it is found, before it is known whether the plan wants it."""

    id: str
    genere: GenereAutomatico
    titolo: str
    posto: str
    categorie: tuple[str, ...]
    serie: tuple[SerieCalcolata, ...]


def compute_automatici(piano: Piano, profilo: Profilo, quadro: Quadro) -> dict[str, Automatico]:
    """Every chart that can be made, by id; a chart that the plan describes under the same id takes its place."""
    own = {grafico.id for grafico in piano.grafici}
    wanted = piano.grafici_automatici
    return {
        found.id: Automatico(
            found.id,
            found.categorie,
            found.serie,
            found.genere,
            found.titolo,
            found.posto,
            TUTTI in wanted or found.id in wanted,
        )
        for found in _iter_charts(piano, profilo, quadro)
        if found.id not in own and _count(found.serie) >= _FEWEST
    }


def collect_grafici(piano: Piano, automatici: Mapping[str, Automatico]) -> Mapping[str, str]:
    """The title of every chart that a text may print with `grafico`, by its id."""
    described = {grafico.id: grafico.titolo for grafico in piano.grafici}
    return described | {automatico.id: automatico.titolo for automatico in automatici.values()}


def _count(serie: Iterable[SerieCalcolata]) -> int:
    return sum(valore.valore is not None for one in serie for valore in one.valori)


def _iter_charts(piano: Piano, profilo: Profilo, quadro: Quadro) -> Iterator[_Disegno]:
    gradi = {name: grado.calcolo for name, grado in quadro.gradi.items()}
    yield _one("grafico_gradi", "gradi", "Grado di raggiungimento, per obiettivo o area", "esiti", gradi)
    aree = _below(quadro.citabili, "gradi.macroarea.")
    title = "Grado di raggiungimento, per macroarea"
    yield _one("grafico_gradi_macroaree", "macroaree", title, "esiti", aree)
    yield from _funds(piano, profilo, quadro)
    yield from _supply(piano, quadro)
    if piano.demografia is not None and piano.demografia.dati:
        categorie, serie = _ages(piano.demografia)
        yield _Disegno("grafico_eta", "eta", "Popolazione per fascia d'età", piano.demografia.id, categorie, serie)
    for andamento in compute_andamenti(piano):
        name = f"grafico_{andamento.monitoraggio}" + (f"_{andamento.numero}" if andamento.numero > 1 else "")
        title = f"{andamento.titolo}: andamento" + (f" ({andamento.numero})" if andamento.numero > 1 else "")
        yield _Disegno(name, "serie", title, andamento.monitoraggio, andamento.periodi, andamento.serie)


def _one(name: str, genere: GenereAutomatico, titolo: str, posto: str, valori: Mapping[str, Calcolo]) -> _Disegno:
    """A chart of one series."""
    return _Disegno(name, genere, titolo, posto, tuple(valori), (SerieCalcolata("", tuple(valori.values())),))


def _below(results: Mapping[str, Calcolo], prefix: str) -> dict[str, Calcolo]:
    """The results under a name, by what follows it; not their shares."""
    return {
        name.removeprefix(prefix): calcolo
        for name, calcolo in results.items()
        if name.startswith(prefix) and not name.endswith(".quota")
    }


def _funds(piano: Piano, profilo: Profilo, quadro: Quadro) -> Iterator[_Disegno]:
    given = _below(quadro.totali, "fondi.livello.")
    livelli = tuple(livello for livello in LIVELLI if livello in given)
    if len(livelli) >= _FEWEST:
        serie = tuple(_by_class(piano, profilo, livelli))
        title = "Fondi assegnati, per livello"
        yield _Disegno("grafico_livelli_fondi", "livelli", title, "fondi", livelli, serie)
        found = ((livello, quadro.totali.get(f"fondi.livello.{livello}.quota")) for livello in livelli)
        quote = {livello: quota for livello, quota in found if quota is not None}
        yield _one("grafico_quote_fondi", "quote", "Quote dei fondi sul totale, per livello", "fondi", quote)
    fondi = _below(quadro.totali, "fondi.fondo.")
    if len(fondi) > len(livelli):  # with one fund for each level it would be the same chart again
        yield _one("grafico_fondi", "fondi", "Fondi assegnati, per fondo", "fondi", fondi)


def _by_class(piano: Piano, profilo: Profilo, livelli: Sequence[str]) -> Iterator[SerieCalcolata]:
    """A series for each class of funds, with its amount for each level (euro)."""
    for classe in ("strutturali", "progettualita"):
        parts: dict[str, list[Trovato]] = {}
        for index, prospetto in enumerate(piano.fondi):
            for number, voce in enumerate(prospetto.voci if prospetto.classe == classe else ()):
                if (found := find_importo(voce)) is not None:
                    where = ("fondi", index, "voci", number, found[1])
                    termine = Termine(voce.denominazione, found[0], where)
                    parts.setdefault(find_livello(voce, profilo) or "non_indicato", []).append(termine)
        if parts:
            yield SerieCalcolata(classe, tuple(_sum(classe, livello, parts.get(livello)) for livello in livelli))


def _sum(classe: str, livello: str, parts: Sequence[Trovato] | None) -> Calcolo:
    empty = Calcolo(f"{classe}, {livello}", None, "euro", motivo="nessuna assegnazione", path=("fondi",))
    return empty if parts is None else compute_sum(Calcolo(empty.nome, None, "euro", path=("fondi",)), parts)


def _supply(piano: Piano, quadro: Quadro) -> Iterator[_Disegno]:
    rete = piano.rete_offerta
    if rete is None:
        return
    quote = {area.nome: quadro.posti[f"{area.id}.quota"] for area in rete.aree}
    title = "Unità d'offerta sociali per area di intervento, quote sul totale"
    yield _one("grafico_aree_offerta", "aree", title, "aree_offerta", quote)
    tipi: dict[str, str] = {}
    for voce in rete.voci:
        tipi.setdefault(slug(voce.tipologia), voce.tipologia)
    reasons = {voce.tipologia: voce.motivo for voce in rete.voci if voce.posti is None and voce.motivo}
    posti = {
        titolo: _with_reason(quadro.posti[f"tipologia.{name}"], reasons.get(titolo, MISSING))
        for name, titolo in tipi.items()
    }
    yield _one("grafico_posti", "posti", "Posti delle unità d'offerta sociali, per tipologia", "unita_offerta", posti)


def _with_reason(calcolo: Calcolo, motivo: str) -> Calcolo:
    return replace(calcolo, motivo=motivo) if calcolo.valore is None else calcolo


def _ages(demografia: Demografia) -> tuple[tuple[str, ...], tuple[SerieCalcolata, ...]]:
    """The share of each age on the population of each Comune, per cent; then of the Ambito, from the sums."""
    names = tuple((row.get("comune") or "").strip() for row in demografia.dati)
    griglia = Griglia(("demografia",), demografia.dati, {}, names)
    rows: list[tuple[str, Path, list[int]]] = [
        (name, ("demografia", "dati", row), [row]) for row, name in enumerate(names)
    ]
    if len(names) > 1:
        rows.append((RIGA_AMBITO, ("demografia", "dati"), list(range(len(names)))))
    serie = tuple(SerieCalcolata(campo, tuple(_share(griglia, campo, *row) for row in rows)) for campo in CLASSI_ETA)
    return tuple(name for name, _, _ in rows), serie


def _share(griglia: Griglia, campo: str, name: str, path: Path, rows: Sequence[int]) -> Calcolo:
    above = [griglia.find_number(row, campo) for row in rows]
    below = [griglia.find_number(row, "popolazione") for row in rows]
    return compute_ratio(Calcolo(name, None, "percento", 1, path=path), above, below, Decimal(100))
