# SPDX-License-Identifier: EUPL-1.2
"""What a text may point to with `rif`: the headings and captioned tables that the whole document prints."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, TypeAlias

from pydantic import BaseModel

from pdz.calc._grammatica import INSERTS, iter_citazioni
from pdz.calc._tipi import Automatico
from pdz.calc.automatici import collect_grafici
from pdz.model import Piano
from pdz.model.contesto import Tabella
from pdz.model.esiti import Monitoraggio
from pdz.model.grafici import Grafico
from pdz.profiles import Profilo
from pdz.profiles._schema import Capitolo, SezioneCapitolo

Rimando: TypeAlias = tuple[str, str]
"""An id and the title of what has it."""

_LEAVES = frozenset((NoneType, bool, int, Decimal, date))
"""Types of values that hold no text."""

_TESTI = {
    "tabella_aree_offerta": "Unità d'offerta sociali per area di intervento",
    "tabella_totali_progetti": "Valore delle progettualità per stato e per ruolo",
    "tabella_livelli_fondi": "Fondi assegnati, per livello e per classe",
    "tabella_assistenti": "Assistenti sociali e abitanti",
    "tabella_ambito": "L'Ambito territoriale sociale",
}
"""Titles of the computed tables that no official table names."""

DATI_AMBITO = ("forma", "ats", "asst", "distretto", "superficie_kmq", "numero_comuni")
"""What the table of the Ambito prints beyond its name and lead body."""


def collect_rimandi(
    piano: Piano,
    profilo: Profilo,
    automatici: Mapping[str, Automatico],
    texts: Iterable[str] | None = None,
) -> Mapping[str, str]:
    """The title of every target by its id; `texts` are those with a citation, looked for when nobody knows them."""
    inserted = collect_inserted(piano, texts)
    content = _Contenuti(piano, profilo, automatici)
    found: list[Rimando] = [(obiettivo.id, obiettivo.titolo) for obiettivo in piano.obiettivi]
    blocks = {**collect_tabelle(piano, profilo), **collect_grafici(piano, automatici)}
    for name in sorted(inserted & blocks.keys()):
        found += [(name, blocks[name]), *content.charts(name)]
    for capitolo in (*profilo.capitoli, *profilo.allegati):
        inner = [*_body(piano, capitolo, content, inserted)]
        for sezione in capitolo.sezioni:
            below = [*_body(piano, sezione, content, inserted)]
            inner += [_title(piano, profilo, sezione), *below] if below else []
        if inner or capitolo.obbligatorio:
            found += [_title(piano, profilo, capitolo), *inner]
    return {name: title for name, title in found if name}


def find_empty_chapters(piano: Piano, profilo: Profilo) -> Iterator[Capitolo]:
    """The chapters and annexes that the region asks for and for which the plan has neither text nor data."""
    content = _Contenuti(piano, profilo, {})
    for capitolo in (*profilo.capitoli, *profilo.allegati):
        parts: tuple[Capitolo | SezioneCapitolo, ...] = (capitolo, *capitolo.sezioni)
        if capitolo.obbligatorio and not any(True for part in parts for _ in _body(piano, part, content, frozenset())):
            yield capitolo


def collect_tabelle(piano: Piano, profilo: Profilo) -> Mapping[str, str]:
    """The title of every table that a text may print with `tabella`, by its id."""
    tables = dict(_titled((*piano.tabelle, *piano.grafici, *piano.monitoraggi, *piano.incroci)))
    if piano.demografia is not None:
        tables[piano.demografia.id] = piano.demografia.titolo
    if piano.leps:
        tables.update(_official(profilo, "leps"))
    return tables


def collect_inserted(piano: Piano, texts: Iterable[str] | None = None) -> frozenset[str]:
    """The ids of the tables and charts that stand where a text asks for them, not at the end of their section."""
    citazioni = (
        citazione for text in (iter_texts(piano) if texts is None else texts) for citazione in iter_citazioni(text)
    )
    return frozenset(citazione.argument for citazione in citazioni if citazione.function in INSERTS)


def collect_trienni(piano: Piano, profilo: Profilo) -> Mapping[str, str]:
    """The trienni that official titles and labels name in braces."""
    return {
        "triennio": piano.triennio,
        "precedente": piano.triennio_precedente or profilo.precedente,
        "ancora_prima": profilo.ancora_prima,
    }


def fill_trienni(text: str, trienni: Mapping[str, str]) -> str:
    """A title or official label with the trienni in place; other braces stay as they are."""
    if "{" in text:
        for name, years in trienni.items():
            text = text.replace(f"{{{name}}}", years)
    return text


def iter_texts(thing: object) -> Iterator[str]:
    """The texts of a part of the plan that hold a citation."""
    stack: list[Iterable[Any]] = [(thing,)]
    while stack:  # by exact type and without recursion: a plan has hundreds of thousands of values
        for value in stack.pop():
            kind = type(value)
            if kind is str:
                if "{{" in value:
                    yield value
            elif kind in _LEAVES or not value:
                continue
            elif kind is tuple:
                stack.append(value)
            elif kind is dict:
                stack.append(value.values())
            elif isinstance(value, BaseModel):
                stack.append(vars(value).values())


def _body(
    piano: Piano, part: Capitolo | SezioneCapitolo, content: "_Contenuti", inserted: frozenset[str]
) -> Iterator[Rimando]:
    """What stands under a heading; an empty name for what has no id of its own."""
    yield from (("", "") for testo in piano.testi if testo.sezione == part.id and testo.testo.strip())
    yield from content.of(part.contenuto)
    here = {part.id, None} if part.contenuto == "contesto" else {part.id}
    data: tuple[Tabella | Grafico | Monitoraggio, ...] = (*piano.tabelle, *piano.grafici, *piano.monitoraggi)
    for thing in data:
        if thing.sezione in here and thing.id not in inserted and getattr(thing, "esito", None) is None:
            yield thing.id, thing.titolo
            yield from content.charts(thing.id)
    demografia = piano.demografia
    if demografia is not None and demografia.sezione in here and demografia.id not in inserted:
        yield demografia.id, demografia.titolo
        yield from content.charts(demografia.id)


def _title(piano: Piano, profilo: Profilo, part: Capitolo | SezioneCapitolo) -> Rimando:
    own = next((testo.titolo for testo in piano.testi if testo.sezione == part.id and testo.titolo), None)
    return part.id, fill_trienni(own or part.titolo, collect_trienni(piano, profilo))


def _official(profilo: Profilo, name: str) -> Iterator[Rimando]:
    if name in profilo.tabelle:
        yield f"tabella_{name}", profilo.tabelle[name].titolo


def _titled(things: Iterable[object]) -> Iterator[Rimando]:
    for thing in things:
        title = getattr(thing, "titolo", None) or getattr(thing, "nome", None)
        yield getattr(thing, "id", ""), str(title or "")


class _Contenuti:
    """The targets under each `contenuto` of a profile; nothing where the document prints nothing."""

    def __init__(self, piano: Piano, profilo: Profilo, automatici: Mapping[str, Automatico]) -> None:
        self._piano, self._profilo, self._automatici = piano, profilo, automatici

    def charts(self, posto: str) -> Iterator[Rimando]:
        """The computed charts that follow what stands at `posto`."""
        for automatico in self._automatici.values():
            if automatico.posto == posto and automatico.da_solo:
                yield automatico.id, automatico.titolo

    def of(self, contenuto: str) -> Iterator[Rimando]:
        piano = self._piano
        match contenuto:
            case "esiti_sistema" | "progetti_premiali" | "schede" | "schede_integrazione":
                yield from _titled(getattr(piano, contenuto))
            case "esiti":
                yield from self.charts("esiti")
                yield from _titled(piano.esiti)
                names = {esito.id for esito in piano.esiti}
                for monitoraggio in piano.monitoraggi:
                    if monitoraggio.esito in names:
                        yield from ((monitoraggio.id, monitoraggio.titolo), *self.charts(monitoraggio.id))
            case "organi":
                ambito = piano.ambito
                if any(getattr(ambito, name) is not None for name in DATI_AMBITO):
                    yield "tabella_ambito", _TESTI["tabella_ambito"]
                yield from _titled(piano.organi)
            case "unita_offerta":
                yield from self._supply()
            case "bisogni":
                yield from _official(self._profilo, "leps") if piano.leps else ()
                yield from _titled(quadro for quadro in piano.incroci if quadro.area is None)
            case "obiettivi_leps" | "obiettivi_integrazione":
                gruppo = contenuto.removeprefix("obiettivi_")
                yield from _titled(o for o in piano.obiettivi if o.gruppo == gruppo)
            case "obiettivi_ambito":
                yield from self._areas()
            case "fondi":
                yield from self._funds()
            case "impegni":
                yield from self._commitments()
            case _:
                return

    def _supply(self) -> Iterator[Rimando]:
        rete = self._piano.rete_offerta
        if rete is not None:
            yield "", ""
            if rete.aree:
                yield "tabella_aree_offerta", _TESTI["tabella_aree_offerta"]
                yield from self.charts("aree_offerta")
            if rete.voci:
                yield from _official(self._profilo, "unita_offerta")
                yield from self.charts("unita_offerta")
        if self._piano.assistenti_sociali is not None:
            yield "tabella_assistenti", _TESTI["tabella_assistenti"]

    def _areas(self) -> Iterator[Rimando]:
        piano = self._piano
        yield from _titled(o for o in piano.obiettivi if o.gruppo == "ambito" and o.area is None)
        areas = {area.id for area in piano.aree}
        for area in piano.aree:
            yield area.id, area.titolo
            yield from _titled(area.temi)
        yield from _titled(quadro for quadro in piano.incroci if quadro.area in areas)

    def _funds(self) -> Iterator[Rimando]:
        piano = self._piano
        yield from _titled(piano.finanziamenti)
        if piano.pnrr:
            yield from _official(self._profilo, "pnrr")
        if piano.progetti:
            yield from _official(self._profilo, "progetti")
            yield "tabella_totali_progetti", _TESTI["tabella_totali_progetti"]
        yield from _titled(piano.fondi)
        if piano.fondi:
            yield "tabella_livelli_fondi", _TESTI["tabella_livelli_fondi"]
            yield from self.charts("fondi")

    def _commitments(self) -> Iterator[Rimando]:
        titles = {leps.codice: leps.titolo for leps in self._profilo.leps_prioritari}
        if titles and self._piano.impegni:
            yield from _official(self._profilo, "collegamenti_leps")
        for impegni in self._piano.impegni:
            yield impegni.id, f"Impegni reciproci per il LEPS {impegni.leps}. {titles.get(impegni.leps, '')}"
