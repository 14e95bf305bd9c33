# SPDX-License-Identifier: EUPL-1.2
"""Money: funds, assignments, projects, PNRR lines (annex 2)."""

from typing import Literal

from pydantic import Field

from pdz.model._tipi import Anno, Data, Importo, Parte, Percentuale, Prosa, SiNo, Voce

Livello = Literal["ue", "nazionale", "regionale", "provinciale", "comunale"]
Classe = Literal["strutturali", "progettualita"]


class GruppoIntervento(Parte):
    """One area that a fund pays for, with its services."""

    area: str = Field(description="Area di intervento")
    quota: Percentuale | None = Field(None, description="Quota del fondo, se è fissata")
    servizi: tuple[str, ...] = Field((), description="Servizi e interventi")


class Finanziamento(Voce):
    """A fund described: what it is for and what it pays."""

    fondo: str | None = Field(None, description="Codice del fondo nel catalogo del profilo")
    nome: str = Field(description="Nome del fondo")
    livello: Livello | None = Field(None, description="Chi lo istituisce")
    classe: Classe = Field(description="strutturali o progettualita")
    finalita: Prosa | None = Field(None, description="Finalità")
    aree: tuple[GruppoIntervento, ...] = Field((), description="Aree di intervento e servizi")
    testo: Prosa | None = Field(None, description="Racconto")


class QuotaAnnualita(Parte):
    """The part of an amount that belongs to one annualità; all the parts make the total."""

    annualita: str = Field(description="Anno o anni, per esempio 2021 o 2018-2020")
    importo: Importo = Field(description="Importo in euro")
    residuo: SiNo = Field(False, description="sì, se è quel che resta dell'annualità")


class Assegnazione(Voce):
    """An amount assigned to the Ambito."""

    denominazione: str = Field(description="Come si chiama la voce")
    fondo: str | None = Field(None, description="Codice del fondo")
    area: str | None = Field(None, description="Area di intervento")
    fonte: str | None = Field(None, description="Chi paga")
    livello: Livello | None = Field(None, description="Livello, se non è quello del fondo")
    misura: str | None = Field(None, description="Misura, per esempio B1")
    richiesto: Importo | None = Field(None, description="Importo richiesto, in euro")
    importo: Importo | None = Field(None, description="Importo del finanziamento, in euro")
    assegnato: Importo | None = Field(None, description="Importo assegnato all'Ambito, in euro")
    residuo: Importo | None = Field(None, description="Importo residuo, in euro")
    esercizio: Anno | None = Field(None, description="Esercizio di bilancio")
    annualita: tuple[str, ...] = Field((), description="Annualità del fondo")
    quote: tuple[QuotaAnnualita, ...] = Field((), description="Importo diviso per annualità")
    arrotondamento: Importo | None = Field(None, description="Scarto di arrotondamento dichiarato, in euro")
    capofila: str | None = Field(None, description="id o nome dell'ente capofila")
    stato: str | None = Field(None, description="Stato di avvio o di avanzamento")
    avvio: Data | None = Field(None, description="Inizio")
    fine: Data | None = Field(None, description="Fine")
    atto: str | None = Field(None, description="Atto di assegnazione")
    nota: str | None = Field(None, description="Nota")


class ProspettoFondi(Voce):
    """A table of assignments with its total."""

    titolo: str = Field(description="Titolo della tabella")
    classe: Classe = Field(description="strutturali o progettualita")
    voci: tuple[Assegnazione, ...] = Field(description="Le righe")
    totale: Importo | None = Field(None, description="Totale dichiarato: se c'è si controlla")
    arrotondamento: Importo | None = Field(None, description="Scarto di arrotondamento dichiarato, in euro")
    nota: str | None = Field(None, description="Nota alla tabella")


class Avanzamento(Parte):
    """What was done, or is to be done, in a year."""

    anno: Anno = Field(description="Anno")
    testo: str = Field(description="Che cosa")


class LineaPnrr(Voce):
    """A line of the PNRR: requested and admitted amount, DIA, progress."""

    linea: str = Field(description="Codice della linea, per esempio 1.1.1")
    titolo: str = Field(description="Titolo della linea")
    investimento: str | None = Field(None, description="Missione, componente, investimento")
    richiesto: Importo | None = Field(None, description="Importo richiesto, in euro")
    ammesso: Importo | None = Field(None, description="Importo ammesso, in euro")
    stato: str | None = Field(None, description="Stato del finanziamento")
    dia: Data | None = Field(None, description="Data di invio della dichiarazione di inizio attività")
    avanzamento: tuple[Avanzamento, ...] = Field((), description="Anno per anno, che cosa si è fatto")
    sviluppo: tuple[Avanzamento, ...] = Field((), description="Anno per anno, che cosa si farà")
    leps: tuple[str, ...] = Field((), description="Codici dei LEPS")
    connessione_leps: str | None = Field(None, description="Connessione con i LEPS")


class VoceBudget(Parte):
    """A part of the Ambito's budget of a project."""

    nome: str = Field(description="Che cosa")
    importo: Importo = Field(description="Importo in euro")


class Progetto(Voce):
    """A project: title, source, total, the Ambito's budget, lead body, partners, state."""

    area: str = Field(description="Area progettuale")
    titolo: str = Field(description="Titolo")
    fonte: str = Field(description="Fonte di finanziamento")
    fondo: str | None = Field(None, description="Codice del fondo")
    livello: Livello | None = Field(None, description="Livello della fonte")
    importo: Importo = Field(description="Importo complessivo, in euro")
    budget: Importo | None = Field(None, description="Budget dell'Ambito, in euro")
    budget_parti: tuple[VoceBudget, ...] = Field((), description="Parti del budget dell'Ambito")
    arrotondamento: Importo | None = Field(None, description="Scarto di arrotondamento dichiarato, in euro")
    capofila: str = Field(description="Ente capofila")
    ruolo: Literal["capofila", "partner"] = Field(description="Ruolo dell'ente capofila dell'Ambito")
    partner: tuple[str, ...] = Field((), description="Partner")
    stato: Literal["in essere", "presentata", "finanziata", "conclusa"] = Field(description="Stato")
    presentazione: Data | None = Field(None, description="Giorno in cui è stata presentata")
    avvio: Data | None = Field(None, description="Inizio")
    fine: Data | None = Field(None, description="Fine")
    durata: str | None = Field(None, description="Durata, come la dice la fonte")
    valore_complessivo: Importo | None = Field(None, description="Valore con il cofinanziamento, in euro")
    cofinanziamento: Importo | None = Field(None, description="Cofinanziamento, in euro")
    nota: str | None = Field(None, description="Nota")
