# SPDX-License-Identifier: EUPL-1.2
"""Needs, areas and objectives of the new triennium (chapters 5 and 6)."""

from typing import Literal

from pydantic import Field

from pdz.model._tipi import Prosa, SiNo, Voce


class LepsNazionale(Voce):
    """A livello essenziale delle prestazioni sociali of national law, as chapter 5 lists it."""

    nome: str = Field(description="Nome del LEPS o del servizio")
    gruppo: str | None = Field(None, description="Voce generale di cui fa parte")
    aree: tuple[str, ...] = Field((), description="Aree di policy")
    normativa: str | None = Field(None, description="Norma di riferimento")
    da_attuare: SiNo = Field(False, description="L'Ambito è tenuto ad attuarlo")
    nota: str | None = Field(None, description="Precisazione")


class Tema(Voce):
    """What a tavolo brought up: needs, proposals, objectives."""

    titolo: str = Field(description="Tema")
    tavolo: str | None = Field(None, description="id del tavolo")
    testo: Prosa | None = Field(None, description="Racconto")
    bisogni: tuple[str, ...] = Field((), description="Bisogni emersi")
    proposte: tuple[str, ...] = Field((), description="Proposte")


class Area(Voce):
    """An area of policy of the plan: a section of chapter 6 with its own tavolo, themes and crossing table."""

    titolo: str = Field(description="Titolo dell'area")
    macroaree: tuple[str, ...] = Field((), description="Codici delle macroaree regionali")
    tavolo: str | None = Field(None, description="id del tavolo permanente")
    testo: Prosa | None = Field(None, description="Racconto")
    temi: tuple[Tema, ...] = Field((), description="Temi emersi nei tavoli")


class Obiettivo(Voce):
    """An objective of the new triennium."""

    titolo: str = Field(description="Titolo")
    gruppo: Literal["leps", "integrazione", "ambito"] = Field(description="Gruppo del capitolo 6")
    area: str | None = Field(None, description="id dell'area di policy")
    sottogruppo: str | None = Field(None, description="Raggruppamento dentro l'area")
    macroaree: tuple[str, ...] = Field((), description="Codici delle macroaree regionali")
    leps: tuple[str, ...] = Field((), description="Codici dei LEPS prioritari")
    aree_tematiche: tuple[str, ...] = Field((), description="Codici AT1…AT7")
    pnrr: tuple[str, ...] = Field((), description="Linee del PNRR")
    fondi: tuple[str, ...] = Field((), description="Codici dei fondi")
    tavolo: str | None = Field(None, description="id del tavolo")
    gia: tuple[str, ...] = Field((), description="id degli obiettivi del triennio passato che questo continua")
    scheda: str | None = Field(None, description="id della scheda che lo descrive")
    integrato_asst: SiNo = Field(False, description="Obiettivo integrato con ASST")
    descrizione: Prosa | None = Field(None, description="Che cosa ci si propone")


class Incrocio(Voce):
    """A row of a crossing table: a macro area met with tavoli, LEPS, PNRR, projects, integration."""

    macroarea: str | None = Field(None, description="Codice della macroarea regionale")
    denominazione: str | None = Field(None, description="Nome stampato, se non è quello della macroarea")
    tavoli: tuple[str, ...] = Field((), description="Tavoli tematici permanenti")
    leps: tuple[str, ...] = Field((), description="LEPS e interventi")
    obiettivi: tuple[str, ...] = Field((), description="Obiettivi di Ambito")
    pnrr: tuple[str, ...] = Field((), description="Connessione con il PNRR")
    progettualita: tuple[str, ...] = Field((), description="Connessione con altre progettualità")
    integrazione: tuple[str, ...] = Field((), description="Integrazione sociosanitaria")


class QuadroIncroci(Voce):
    """A crossing table of chapter 5 (all areas) or chapter 6 (one area)."""

    titolo: str = Field(description="Titolo della tabella")
    area: str | None = Field(None, description="id dell'area; senza area la tabella sta nel capitolo 5")
    righe: tuple[Incrocio, ...] = Field(description="Le righe")
