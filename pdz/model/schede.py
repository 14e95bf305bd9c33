# SPDX-License-Identifier: EUPL-1.2
"""The forms of the annexes: schede obiettivo, schede di integrazione sociosanitaria, reciprocal commitments."""

from typing import Annotated, Literal

from pydantic import Field

from pdz.model._tipi import (
    Anno,
    Assenza,
    Importo,
    Parte,
    Percentuale,
    Prosa,
    Risposta,
    RispostaChiusa,
    Voce,
    from_scalar,
)
from pdz.model.esiti import Indicatore


class Azione(Voce):
    """A planned action: the denominator of the future grado."""

    testo: Prosa = Field(description="Che cosa si farà")
    gruppo: str | None = Field(None, description="Raggruppamento dentro la scheda")


class RisorsaEconomica(Parte):
    """One source of money of a scheda; public and private are kept apart."""

    fondo: str | None = Field(None, description="Codice del fondo")
    nome: str | None = Field(None, description="Nome, se il fondo non è in catalogo")
    natura: Literal["pubblica", "privata"] = Field("pubblica", description="Pubblica o privata")
    importo: Importo | None = Field(None, description="Importo in euro, anche approssimato")
    quota: Percentuale | None = Field(None, description="Quota sul totale")
    per: str | None = Field(None, description="A che cosa serve")


class RisorseEconomiche(Parte):
    """Budgeted resources of a scheda."""

    testo: Prosa | None = Field(None, description="Precisazione")
    voci: tuple[RisorsaEconomica, ...] = Field((), description="Le fonti una per una")


class Risultati(Parte):
    """Expected results or impact, with their indicators."""

    testo: Prosa | None = Field(None, description="Che cosa ci si aspetta")
    indicatori: tuple[Indicatore, ...] = Field((), description="Come si misura")


class Continuita(RispostaChiusa):
    """Continuity with the past triennium and the objectives it continues."""

    obiettivi: tuple[str, ...] = Field((), description="id degli esiti che continua")


class TipoObiettivo(Parte):
    """Promotional, preventive or restorative."""

    tipi: tuple[Literal["promozionale", "preventivo", "riparativo"], ...] = Field((), description="Uno o più tipi")
    testo: Prosa | None = Field(None, description="Precisazione")


class AltraRisposta(Parte):
    """The answer to a row that only a regional profile knows."""

    campo: str = Field(description="Nome della riga nel modulo del profilo")
    risposta: Risposta = Field(description="La risposta")


class Scheda(Voce):
    """A scheda obiettivo of annex 1; order and labels of the rows are in the profile."""

    area: str | None = Field(None, description="id dell'area di policy")
    obiettivo: str | None = Field(None, description="id dell'obiettivo del capitolo 6")
    macroaree: tuple[str, ...] = Field((), description="Codici delle macroaree regionali")
    titolo: str = Field(description="Titolo dell'intervento")
    obiettivi: Prosa | None = Field(None, description="Quali obiettivi vuole raggiungere")
    azioni: tuple[Azione, ...] = Field((), description="Azioni programmate")
    target: Prosa | None = Field(None, description="A chi si rivolge")
    risorse_economiche: Annotated[RisorseEconomiche, from_scalar("testo")] | None = Field(
        None, description="Risorse economiche preventivate"
    )
    personale: Prosa | None = Field(None, description="Risorse di personale dedicate")
    trasversale: Risposta | None = Field(None, description="È trasversale ad altre aree?")
    punti_chiave: Prosa | None = Field(None, description="Punti chiave dell'intervento")
    asst_programmazione: Risposta | None = Field(
        None, description="ASST nell'analisi del bisogno e nella programmazione?"
    )
    asst_realizzazione: Risposta | None = Field(None, description="ASST nella realizzazione? Quali azioni congiunte?")
    altri_ambiti: Risposta | None = Field(None, description="In cooperazione con altri Ambiti?")
    in_continuita: Annotated[Continuita, from_scalar("risposta")] | None = Field(
        None, description="In continuità con il triennio precedente?"
    )
    nuovo_servizio: Risposta | None = Field(None, description="Definisce un nuovo servizio?")
    progetto_premiale: Risposta | None = Field(None, description="Continua un progetto premiale?")
    coprogrammato: Risposta | None = Field(None, description="Co-programmato con il Terzo settore?")
    coprogettato: Risposta | None = Field(None, description="Co-progettato con il Terzo settore?")
    coinvolgimento_terzo_settore: Prosa | None = Field(
        None, description="Come è coinvolto il Terzo settore, se no ai due prima"
    )
    altri_attori: Risposta | None = Field(None, description="Altri attori della rete?")
    bisogni: Prosa | None = Field(None, description="A quali bisogni risponde")
    bisogno_precedente: Prosa | None = Field(None, description="Bisogno già affrontato o nuovo?")
    tipo_obiettivo: TipoObiettivo | None = Field(None, description="Promozionale, preventivo o riparativo")
    modelli_innovativi: Risposta | None = Field(None, description="Modelli innovativi?")
    digitalizzazione: Risposta | None = Field(None, description="Aspetti di digitalizzazione?")
    modalita: Prosa | None = Field(None, description="Modalità organizzative, operative, di erogazione")
    risultati: Annotated[Risultati, from_scalar("testo")] | None = Field(None, description="Risultati attesi")
    impatto: Annotated[Risultati, from_scalar("testo")] | None = Field(None, description="Impatto atteso")
    altre_risposte: tuple[AltraRisposta, ...] = Field((), description="Righe proprie del profilo")
    assenti: tuple[Assenza, ...] = Field((), description="Righe che restano vuote, e perché")


class PersonaleIntegrato(Parte):
    """Staff of the two sides of an integrated scheda."""

    asst: Prosa | None = Field(None, description="Personale di ASST")
    ambiti: Prosa | None = Field(None, description="Personale degli Ambiti")


class SchedaIntegrazione(Voce):
    """A scheda di integrazione sociosanitaria of annex 4, with its matrix (DGR XII/2089/2024)."""

    obiettivo: str | None = Field(None, description="id dell'obiettivo del capitolo 6")
    titolo: str = Field(description="Titolo")
    sottotitolo: str | None = Field(None, description="Frase che lo spiega")
    finalita: Prosa | None = Field(None, description="Quale obiettivo si vuole raggiungere")
    criticita: Prosa | None = Field(None, description="Criticità rilevate e bisogno emerso")
    matrice: dict[str, tuple[str, ...]] = Field(
        default_factory=dict,
        description="Aree tematiche e linee di intervento segnate con X: {AT2: [LI5, LI6]}",
    )
    target: Prosa | None = Field(None, description="Destinatari specifici")
    descrizione: Prosa | None = Field(None, description="Descrizione del servizio o progetto")
    livello: Literal["aziendale", "distrettuale", "sovradistrettuale", "sub-distrettuale", "comunale"] | None = Field(
        None, description="Ambito territoriale di realizzazione"
    )
    livello_nota: Prosa | None = Field(None, description="Precisazione sul territorio")
    attori: tuple[str, ...] = Field((), description="Attori ed enti coinvolti")
    modalita: Prosa | None = Field(None, description="Modalità di integrazione ASST/Ambiti")
    personale: PersonaleIntegrato | None = Field(None, description="Risorse di personale ASST e Ambiti")
    nel_piano: Risposta | None = Field(None, description="Progettualità presente anche nel Piano di Zona")
    anno_avvio: Anno | None = Field(None, description="Anno di avvio")
    anno_fine: Anno | None = Field(None, description="Anno di fine")
    output: Annotated[Risultati, from_scalar("testo")] | None = Field(None, description="Indicatore e risultato atteso")
    outcome: Annotated[Risultati, from_scalar("testo")] | None = Field(None, description="Indicatori di cambiamento")
    assenti: tuple[Assenza, ...] = Field((), description="Righe che restano vuote, e perché")


class Impegno(Voce):
    """A row of the table of reciprocal commitments between ATS, ASST and Ambito (annex 3)."""

    area_tematica: str = Field(description="Codice AT1…AT7")
    macroarea: str | None = Field(None, description="Codice della macroarea")
    ats: Prosa | None = Field(None, description="Impegno di ATS")
    asst: Prosa | None = Field(None, description="Impegno di ASST")
    ambito: Prosa | None = Field(None, description="Impegno dell'Ambito")
    indicatori: Prosa | None = Field(None, description="Indicatori")


class ImpegniLeps(Voce):
    """The reciprocal commitments for one LEPS prioritario, with the objectives of sistema they serve."""

    leps: str = Field(description="Codice del LEPS prioritario")
    obiettivi_sistema: tuple[str, ...] = Field((), description="Obiettivi di sistema")
    righe: tuple[Impegno, ...] = Field(description="Gli impegni, per macroarea e area tematica")
