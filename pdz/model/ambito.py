# SPDX-License-Identifier: EUPL-1.2
"""The Ambito territoriale sociale, its Comuni, its bodies (L. 328/2000 art. 8; L.R. Lombardia 3/2008)."""

from typing import Literal

from pydantic import Field

from pdz.model._tipi import Conteggio, Data, Numero, Parte, Prosa, Voce


class Comune(Parte):
    """A Comune, with the days between which it exists: Camairago and Cavacurta became Castelgerundo."""

    nome: str = Field(description="Nome ufficiale")
    istat: str | None = Field(None, pattern=r"^\d{6}$", description="Codice ISTAT di sei cifre, con gli zeri")
    dal: Data | None = Field(None, description="Primo giorno di esistenza")
    al: Data | None = Field(None, description="Ultimo giorno di esistenza")
    confluito_in: str | None = Field(None, description="Comune in cui è confluito")


class Ente(Voce):
    """A body: lead body, Comune, ATS, ASST, third-sector organisation."""

    nome: str = Field(description="Nome per esteso")
    sigla: str | None = Field(None, description="Sigla usata nei testi")
    tipo: Literal["comune", "azienda", "ats", "asst", "ets", "fondazione", "ministero", "regione", "altro"] = Field(
        "altro", description="Che ente è"
    )


class Ambito(Parte):
    """The Ambito territoriale sociale."""

    nome: str = Field(description="Nome dell'Ambito")
    ente_capofila: str = Field(description="id dell'ente capofila")
    forma: str | None = Field(None, description="Forma di gestione, per esempio azienda speciale consortile")
    ats: str | None = Field(None, description="Agenzia di tutela della salute")
    asst: str | None = Field(None, description="Azienda socio-sanitaria territoriale")
    distretto: str | None = Field(None, description="Distretto sociosanitario")
    superficie_kmq: Numero | None = Field(None, description="Superficie in km²")
    numero_comuni: Conteggio | None = Field(
        None, description="Quanti sono i Comuni, quando la fonte non li elenca tutti"
    )
    comuni: tuple[Comune, ...] = Field((), description="I Comuni dell'Ambito")


class Organo(Voce):
    """A body of governance or a permanent tavolo: who sits in it, what it does, how often it meets."""

    nome: str = Field(description="Nome dell'organo o del tavolo")
    tipo: Literal["politico", "tecnico", "tavolo", "cabina di regia", "consultivo"] = Field(description="Che organo è")
    livello: Literal["ambito", "distretto", "asst", "ats"] = Field("ambito", description="Dove opera")
    descrizione: Prosa | None = Field(None, description="Che cos'è e da dove nasce")
    composizione: tuple[str, ...] = Field((), description="Chi ne fa parte stabilmente")
    componenti_variabili: tuple[str, ...] = Field((), description="Chi partecipa secondo i temi")
    invitati: tuple[str, ...] = Field((), description="Chi è invitato, senza voto")
    funzioni: tuple[str, ...] = Field((), description="Che cosa fa")
    tematiche: tuple[str, ...] = Field((), description="Di che cosa si occupa")
    convocazione: str | None = Field(None, description="Ogni quanto si riunisce")
    regolamento: str | None = Field(None, description="Atto che ne regola il funzionamento")
