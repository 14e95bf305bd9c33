# SPDX-License-Identifier: EUPL-1.2
"""The Piano di Zona: the root of the model (L. 328/2000 art. 19; L.R. Lombardia 3/2008 art. 18)."""

from typing import Literal

from pydantic import Field

from pdz.model._tipi import Conteggio, Data, Parte, Prosa, Triennio, Voce
from pdz.model.ambito import Ambito, Ente, Organo
from pdz.model.contesto import AssistentiSociali, Demografia, Fatto, ReteOfferta, Sigla, Tabella
from pdz.model.esiti import Esito, EsitoSistema, Monitoraggio, ProgettoPremiale
from pdz.model.fondi import Finanziamento, LineaPnrr, Progetto, ProspettoFondi
from pdz.model.grafici import TUTTI, GraficiAutomatici, Grafico
from pdz.model.obiettivi import Area, LepsNazionale, Obiettivo, QuadroIncroci
from pdz.model.schede import ImpegniLeps, Scheda, SchedaIntegrazione

FORMATO = 1
"""The version of the YAML format that this pdz reads."""


class Atto(Parte):
    """An administrative act."""

    organo: str = Field(description="Chi l'ha adottato")
    tipo: str = Field("deliberazione", description="Che atto è")
    numero: str | None = Field(None, description="Numero")
    data: Data | None = Field(None, description="Giorno")


class Logo(Parte):
    """The picture of the cover."""

    file: str = Field(description="Percorso dell'immagine PNG o JPEG dentro la cartella del piano")
    testo_alternativo: str = Field(description="Che cosa mostra, per chi non lo vede")


class Testo(Parte):
    """The narrative of one section of the document."""

    sezione: str = Field(description="id della sezione nel profilo, per esempio introduzione")
    testo: Prosa = Field(description="Testo Markdown, oppure il percorso di un file .md")
    titolo: str | None = Field(None, description="Titolo da usare al posto di quello del profilo")


class Macroarea(Parte):
    """A macro area of a scheme: a letter means nothing without its scheme."""

    codice: str = Field(description="Lettera o codice")
    titolo: str = Field(description="Titolo")
    regionale: tuple[str, ...] = Field((), description="Codici corrispondenti nello schema regionale")


class SchemaMacroaree(Voce):
    """A named scheme of macro areas, when the Ambito used letters of its own."""

    triennio: Triennio = Field(description="Triennio in cui vale")
    macroaree: tuple[Macroarea, ...] = Field(description="Le macroaree")


class Piano(Parte):
    """A whole plan: everything else is a function of it."""

    formato: Conteggio = Field(description="Versione del formato: 1")
    profilo: str = Field(description="Profilo regionale, per esempio lombardia/2025-2027")
    includi: tuple[str, ...] = Field((), description="Altri file del piano, per esempio esiti/*.yaml")
    titolo: str = Field(description="Titolo del documento")
    triennio: Triennio = Field(description="Triennio programmato")
    triennio_precedente: Triennio | None = Field(None, description="Triennio di cui si danno gli esiti")
    stato: Literal["bozza", "adottato", "approvato", "trasmesso"] = Field("bozza", description="A che punto è il piano")
    approvazione: Atto | None = Field(None, description="Atto di approvazione")
    logo: Logo | None = Field(None, description="Immagine della copertina")
    autore: str | None = Field(None, description="Ufficio che firma il documento")
    modulo_esiti: str | None = Field(None, description="Modulo degli esiti del profilo, se non è quello consueto")
    schema_esiti: str | None = Field(None, description="id dello schema di macroaree degli esiti")
    schemi_macroaree: tuple[SchemaMacroaree, ...] = Field((), description="Schemi di macroaree propri dell'Ambito")
    ambito: Ambito = Field(description="L'Ambito territoriale sociale")
    enti: tuple[Ente, ...] = Field((), description="Gli enti che il piano nomina")
    organi: tuple[Organo, ...] = Field((), description="Organi di governance e tavoli")
    testi: tuple[Testo, ...] = Field((), description="Il racconto, sezione per sezione")
    esiti_sistema: tuple[EsitoSistema, ...] = Field((), description="Esiti degli obiettivi di sistema")
    progetti_premiali: tuple[ProgettoPremiale, ...] = Field((), description="Progetti della quota premiale")
    esiti: tuple[Esito, ...] = Field((), description="Esiti del triennio passato")
    monitoraggi: tuple[Monitoraggio, ...] = Field((), description="Serie di indicatori")
    fatti: tuple[Fatto, ...] = Field((), description="Numeri che i testi citano")
    tabelle: tuple[Tabella, ...] = Field((), description="Tabelle di dati")
    demografia: Demografia | None = Field(None, description="Conteggi da cui si fanno gli indici demografici")
    grafici: tuple[Grafico, ...] = Field((), description="Grafici")
    grafici_automatici: GraficiAutomatici = Field(
        (TUTTI,), description="Grafici che pdz fa dai dati del piano: sì, no, oppure l'elenco degli id"
    )
    rete_offerta: ReteOfferta | None = Field(None, description="Unità d'offerta sociali")
    assistenti_sociali: AssistentiSociali | None = Field(None, description="Assistenti sociali e abitanti")
    leps: tuple[LepsNazionale, ...] = Field((), description="LEPS nazionali")
    aree: tuple[Area, ...] = Field((), description="Aree di policy del piano")
    obiettivi: tuple[Obiettivo, ...] = Field((), description="Obiettivi del triennio")
    incroci: tuple[QuadroIncroci, ...] = Field((), description="Tabelle di incrocio")
    schede: tuple[Scheda, ...] = Field((), description="Schede obiettivo")
    finanziamenti: tuple[Finanziamento, ...] = Field((), description="Descrizione dei fondi")
    fondi: tuple[ProspettoFondi, ...] = Field((), description="Tabelle dei fondi")
    pnrr: tuple[LineaPnrr, ...] = Field((), description="Linee del PNRR")
    progetti: tuple[Progetto, ...] = Field((), description="Progetti")
    impegni: tuple[ImpegniLeps, ...] = Field((), description="Impegni reciproci ATS, ASST, Ambito")
    schede_integrazione: tuple[SchedaIntegrazione, ...] = Field((), description="Schede di integrazione sociosanitaria")
    glossario: tuple[Sigla, ...] = Field((), description="Sigle")
