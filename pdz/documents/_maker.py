# SPDX-License-Identifier: EUPL-1.2
"""What every part of a document needs: prose, labels, titles with the trienni in place, the flow of sections."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from pdz.calc import Calcolo
from pdz.calc.rimandi import collect_inserted, collect_trienni, fill_trienni
from pdz.calc.stampa import NON_CALCOLABILE
from pdz.dates import format_date, format_on_date
from pdz.doctree import (
    Block,
    Cell,
    Column,
    Euro,
    Heading,
    Number,
    PageBreak,
    Paragraph,
    Percent,
    RichCell,
    Row,
    Section,
    Table,
    Text,
)
from pdz.documents import Request
from pdz.documents._prose import Prose
from pdz.errors import PdzError
from pdz.model._tipi import Assenza, Provenienza
from pdz.profiles._schema import Modulo, RigaModulo, TabellaUfficiale


@dataclass(frozen=True, slots=True)
class Wide:
    """Blocks that want a landscape page."""

    blocks: tuple[Block, ...]


Piece: TypeAlias = Block | Wide


FindTable: TypeAlias = Callable[["Maker", str], tuple[Block, ...]]
"""Makes the data table with an id, where a text asks for it."""


class Maker:
    """The tools with which the parts of one document are made."""

    def __init__(self, request: Request, find_table: FindTable) -> None:
        self.request = request
        self.piano, self.profilo, self.quadro = request.piano, request.profilo, request.quadro
        self._labels: dict[int, tuple[Cell, ...]] = {}
        self.inserted = collect_inserted(request.piano)
        """Data tables that stand where a text asks for them, not at the end of their section."""
        self.prose = Prose(request.citabili, lambda identifier: find_table(self, identifier))
        self.titles = collect_trienni(request.piano, request.profilo)
        self.enti = {ente.id: ente.sigla or ente.nome for ente in self.piano.enti}
        self.fondi = {fondo.codice: fondo.nome for fondo in self.profilo.fondi}
        self.organi = {organo.id: organo.nome for organo in self.piano.organi}
        self.passati = {esito.id: f"«{esito.titolo}»" for esito in self.piano.esiti_sistema}
        self.passati |= {esito.id: f"«{esito.titolo}»" for esito in self.piano.esiti}
        """The outcomes of the past triennium by id, as they are cited."""
        self.macroaree = {macroarea.codice: macroarea.titolo for macroarea in self.profilo.macroaree}

    def label(self, name: str, **values: object) -> str:
        """A label of the frame."""
        return self.request.frame.label(name, **values)

    def frame(self, name: str) -> tuple[Block, ...]:
        """The sentences of template `name`, as blocks."""
        text = self.request.frame.text(
            name,
            piano=self.piano,
            profilo=self.profilo,
            quadro=self.quadro,
            **self.titles,
            ambito=self.piano.ambito,
        )
        return self.prose.blocks(text)

    def title(self, text: str) -> str:
        """A title or official label with the trienni in place."""
        return fill_trienni(text, self.titles)

    def past_titles(self) -> dict[str, str]:
        """The macro areas of the outcomes by code, in the scheme that the plan names for them."""
        for schema in self.piano.schemi_macroaree:
            if schema.id == self.piano.schema_esiti:
                return {macroarea.codice: macroarea.titolo for macroarea in schema.macroaree}
        return self.macroaree

    def row_labels(self, modulo: Modulo) -> tuple[Cell, ...]:
        """The official labels of a form, with their second line when they have one."""
        key = id(modulo)  # the profile, which owns the form, outlives the maker
        if key not in self._labels:
            self._labels[key] = tuple(self._row_label(riga) for riga in modulo.righe)
        return self._labels[key]

    def _row_label(self, riga: RigaModulo) -> Cell:
        label = self.title(riga.etichetta)
        if not riga.nota:
            return label
        notes = [Paragraph(self.title(riga.nota), "etichetta")]
        if riga.campo == "grado":
            notes.append(Paragraph(" ".join(fascia.etichetta for fascia in self.profilo.scala), "etichetta"))
        return RichCell((Paragraph(label), *notes))

    def missing(self, campo: str, assenti: Iterable[Assenza] = ()) -> tuple[Text]:
        """What stands in a row without content: the reason when there is one."""
        reason = next((assenza.motivo for assenza in assenti if assenza.campo == campo), "")
        text = self.label("non_indicato_motivo", motivo=reason) if reason else self.label("non_indicato")
        return (Text(text, italic=True),)

    def table(self, name: str, rows: Iterable[Row], caption: str, id: str = "", description: str = "") -> Table:
        """An official table of the profile with its headings."""
        official = self.official(name)
        return Table(
            tuple(Column(column.peso) for column in official.colonne),
            tuple(rows),
            (Row(tuple(self.title(column.etichetta) for column in official.colonne)),),
            caption,
            id or f"tabella_{name}",
            description=description or caption,
        )

    def official(self, name: str) -> TabellaUfficiale:
        """An official table of the profile; raises PdzError when its triennio has none."""
        if name not in self.profilo.tabelle:
            raise PdzError(f"il profilo {self.profilo.id} non ha la tabella «{name}»", "togli quei dati dal piano")
        return self.profilo.tabelle[name]

    def form(self, name: str) -> Modulo:
        """An official form of the profile; raises PdzError when its triennio has none."""
        if name not in self.profilo.moduli:
            raise PdzError(f"il profilo {self.profilo.id} non ha il modulo «{name}»", "togli quelle schede dal piano")
        return self.profilo.moduli[name]

    def body(self, name: str) -> str:
        """The short name of a body given by id, or the name as it is."""
        return self.enti.get(name, name)

    def capofila(self) -> str:
        """The full name of the lead body; empty when the plan does not list it."""
        return next((ente.nome for ente in self.piano.enti if ente.id == self.piano.ambito.ente_capofila), "")

    def dated(self, titolo: str, al: date | None, anno: str | None = None) -> str:
        """A caption with the day, or the year, of its data."""
        if al is not None:
            return self.label("didascalia_al", titolo=titolo, data=format_date(al))
        return self.label("didascalia_anno", titolo=titolo, anno=anno) if anno else titolo

    def source(self, fonte: Provenienza | None, nota: str | None = None) -> str:
        """«Fonte: ISTAT, consultata il 10/11/2024. Dati provvisori.»"""
        parts = []
        if fonte is not None:
            day = self.label("consultata", data=format_on_date(fonte.consultata)) if fonte.consultata else ""
            parts.append(self.label("fonte", nome=fonte.nome) + day + ".")
            parts += [fonte.nota.rstrip(".") + "."] if fonte.nota else []
        parts += [nota.rstrip(".") + "."] if nota else []
        return " ".join(parts)


def quantity(calcolo: Calcolo | None) -> Cell:
    """A result as a cell."""
    if calcolo is None:
        return ""
    if calcolo.stampa:
        return calcolo.stampa
    if calcolo.valore is None:
        return NON_CALCOLABILE
    if calcolo.tipo == "euro":
        return Euro(calcolo.valore)
    if calcolo.tipo == "percento":
        return Percent(calcolo.valore, calcolo.decimali)
    return Number(calcolo.valore, calcolo.decimali)


def explained(calcolo: Calcolo | None) -> Cell:
    """A result as a cell; «n.c.» with its reason."""
    if calcolo is None or calcolo.valore is not None or calcolo.stampa or not calcolo.motivo:
        return quantity(calcolo)
    return f"{NON_CALCOLABILE}: {calcolo.motivo}"


@dataclass(slots=True)
class Flow:
    """Collects pieces into sections, turning the page only where the orientation changes."""

    sections: list[Section] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _landscape: bool = False

    def add(self, pieces: Iterable[Piece]) -> None:
        """Adds pieces in order."""
        for piece in pieces:
            if isinstance(piece, Wide):
                self._turn(True)
                self._blocks.extend(piece.blocks)
            else:
                self._turn(False)
                self._blocks.append(piece)

    def new_page(self) -> None:
        """Starts a new page, unless one has just started."""
        if self._blocks:
            if self._landscape:
                self._close()
                self._landscape = False
            else:
                self._blocks.append(PageBreak())

    def finish(self) -> tuple[Section, ...]:
        """The sections."""
        self._close()
        return tuple(self.sections)

    def _turn(self, landscape: bool) -> None:
        if landscape != self._landscape:
            carried = self._trailing_headings()
            if self._blocks and isinstance(self._blocks[-1], PageBreak):
                self._blocks.pop()
            self._close()
            self._landscape = landscape
            self._blocks.extend(carried)

    def _trailing_headings(self) -> list[Block]:
        """Headings at the end of a section go with what follows them: no orphan headings."""
        carried: list[Block] = []
        while self._blocks and isinstance(self._blocks[-1], Heading):
            carried.insert(0, self._blocks.pop())
        return carried

    def _close(self) -> None:
        if self._blocks:
            self.sections.append(Section(tuple(self._blocks), self._landscape))
            self._blocks = []
