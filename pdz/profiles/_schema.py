# SPDX-License-Identifier: EUPL-1.2
"""What a profile may say: the shape of `profiles/<region>/<triennio>.yaml`."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Dato(BaseModel):
    """A piece of a profile."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Fascia(Dato):
    """A band of the scale of the grado: from `da` (included) or above `oltre` (excluded), up to the next band."""

    giudizio: str
    etichetta: str
    """As the form prints it, for example «50-79% (sufficiente)»."""
    da: Decimal | None = None
    oltre: Decimal | None = None


class Macroarea(Dato):
    """A macro area of the region."""

    codice: str
    titolo: str


class AreaTematica(Dato):
    """A thematic area of the Piani di sviluppo del polo territoriale (AT1…AT7)."""

    codice: str
    titolo: str


class Collegamento(Dato):
    """The thematic areas that a LEPS meets in one macro area."""

    macroarea: str
    aree_tematiche: tuple[str, ...]
    tra_parentesi: bool = False
    """The official table prints this macro area between parentheses."""


class LepsPrioritario(Dato):
    """A LEPS prioritario with its macro areas and thematic areas."""

    codice: str
    titolo: str
    collegamenti: tuple[Collegamento, ...] = ()


class Fondo(Dato):
    """A fund of the catalogue."""

    codice: str
    nome: str
    alias: tuple[str, ...] = ()
    """Other names and codes that plans give to the same fund; only what a source says to be the same."""
    livello: Literal["ue", "nazionale", "regionale", "provinciale", "comunale"]
    classe: Literal["strutturali", "progettualita"] | None = None
    norma: str = ""
    storico: bool = False
    dal: int | None = None
    """First year of the programme, when it has a period."""
    al: int | None = None
    """Last year of the programme."""


class LineaPnrr(Dato):
    """A line of the PNRR."""

    codice: str
    titolo: str


class Soglie(Dato):
    """The thresholds that the law sets, and those beyond which a comparison asks to look; None where there are none."""

    abitanti_per_assistente_leps: Decimal | None = None
    """Inhabitants per social worker, livello essenziale."""
    abitanti_per_assistente_ottimale: Decimal | None = None
    """Inhabitants per social worker, optimal level."""
    quota_minori_fnps: Decimal | None = None
    """Least share of FNPS for minors and family, per cent."""
    fondo_quota_minori: str | None = None
    """Code of the fund of which it is a share; without it nothing is checked."""
    variazione_fondo: Decimal | None = None
    """Change of a fund from a plan to the next beyond which it must be looked at, per cent; chosen, not set by law."""
    giudizio_sufficiente: str | None = None
    """The first band of the scale that is enough: a grado below it is low."""


class RigaModulo(Dato):
    """A row of an official form."""

    campo: str
    """Field of the model that answers it; `altre_risposte` holds the rows that no field knows."""
    etichetta: str
    """The official label; {triennio}, {precedente}, {ancora_prima} are replaced."""
    nota: str = ""
    """Second line of the label, for example the formula."""
    suggerimento: str = ""
    """The hint that the blank form carries: it must not be left in place."""
    solo_se_no: tuple[str, ...] = ()
    """Asked only when one of these rows is answered NO."""


class Modulo(Dato):
    """An official form: labels and order of its rows."""

    titolo: str
    intestazioni: tuple[str, ...] = ()
    """Heading row, when the form has one."""
    righe: tuple[RigaModulo, ...]
    gruppi_indicatori: dict[str, str] = Field(default_factory=dict)
    """Titles of the groups of indicators."""
    intestazioni_indicatori: tuple[str, ...] = ()
    """Headings of the table of expected and actual values."""


class ColonnaTabella(Dato):
    """A column of an official table."""

    campo: str
    etichetta: str
    peso: float = 1.0
    gruppo: str = ""
    """Heading printed above consecutive columns that share it, for example «IMPEGNO RECIPROCO»."""


class TabellaUfficiale(Dato):
    """An official table: labels and order of its columns."""

    titolo: str
    colonne: tuple[ColonnaTabella, ...]
    totale: str = ""
    """Label of the total row, when the table has one."""


class SezioneCapitolo(Dato):
    """A section of a chapter; `contenuto` names what the document prints there after the narrative."""

    id: str
    titolo: str
    contenuto: str = ""


class Capitolo(Dato):
    """A chapter or annex."""

    id: str
    titolo: str
    numero: str = ""
    """Empty for a chapter without number, for example the introduction."""
    contenuto: str = ""
    sezioni: tuple[SezioneCapitolo, ...] = ()
    obbligatorio: bool = True


class Gruppo(Dato):
    """A group of objectives of chapter 6."""

    codice: str
    titolo: str


class Profilo(Dato):
    """What a region asks of a Piano di Zona in one triennium."""

    id: str = ""
    nome: str
    regione: str
    triennio: str
    precedente: str
    """The triennium whose outcomes the plan gives; empty, like the next, when it is not known."""
    ancora_prima: str
    atto: str
    """The act that sets the guidelines."""
    schema_macroaree: str
    macroaree: tuple[Macroarea, ...]
    aree_tematiche: tuple[AreaTematica, ...]
    linee_intervento: tuple[str, ...]
    leps_prioritari: tuple[LepsPrioritario, ...]
    gruppi_obiettivi: tuple[Gruppo, ...]
    fondi: tuple[Fondo, ...]
    linee_pnrr: tuple[LineaPnrr, ...]
    soglie: Soglie
    scala: tuple[Fascia, ...]
    modulo_esiti: str
    """Name of the form of the outcomes used when the plan does not choose; empty when the triennium has none."""
    moduli: dict[str, Modulo]
    tabelle: dict[str, TabellaUfficiale]
    capitoli: tuple[Capitolo, ...]
    allegati: tuple[Capitolo, ...]
    severita: dict[str, Literal["errore", "avviso"]] = Field(default_factory=dict)
    """Severities that this profile changes, by code of the rule."""
