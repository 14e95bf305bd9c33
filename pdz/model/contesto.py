# SPDX-License-Identifier: EUPL-1.2
"""Data of context: facts, tables per Comune, demography, unità d'offerta (chapters 2 and 3)."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from pdz.model._schemi import DECIMALI
from pdz.model._tipi import AnnoScritto, Conteggio, Data, Fonte, Numero, Parte, Percentuale, Prosa, SiNo, Valore, Voce

Aggregazione = Literal["somma", "rapporto", "media pesata", "media semplice", "dichiarato", "nessuna"]


def _few_decimals(value: int) -> int:
    if value > 6:
        raise PydanticCustomError("conteggio", "le cifre decimali sono al massimo 6")
    return value


Decimali = Annotated[Conteggio, AfterValidator(_few_decimals), DECIMALI]
"""Digits to print after the comma, 0 to 6."""


class Addendo(Parte):
    """A part of a fact."""

    nome: str = Field(description="Che cosa")
    valore: Numero = Field(description="Quanto")


class Rapporto(Parte):
    """A fact made from two others: di / su, in per cent or per mille."""

    di: str = Field(description="id del fatto al numeratore")
    su: str = Field(description="id del fatto al denominatore")
    per: Numero = Field(default=100, validate_default=True, description="100 per cento, 1000 per mille, 1 per unità")


class Primato(Parte):
    """What a fact claims of a column: its highest value, its lowest, the nearest to another number."""

    tabella: str = Field(description="id della tabella")
    colonna: str = Field(description="Nome della colonna nei dati")
    tipo: Literal["massimo", "minimo", "più vicino"] = Field(description="Che primato è")
    a: str | None = Field(None, description="Per «più vicino»: id di un fatto, oppure un numero")


class Fatto(Voce):
    """A number with unit, date and source; where it applies, its parts or its numerator and denominator."""

    nome: str = Field(description="Che cosa misura")
    valore: Valore | None = Field(None, description="Il valore; se si calcola non serve")
    unita: str | None = Field(None, description="Unità di misura: persone, euro, anni…")
    decimali: Decimali | None = Field(None, description="Cifre decimali da stampare")
    al: Data | None = Field(None, description="Giorno a cui il dato si riferisce")
    anno: AnnoScritto | None = Field(None, description="Anno a cui il dato si riferisce")
    fonte: Fonte | None = Field(None, description="Da dove viene")
    parti: tuple[Addendo, ...] = Field((), description="Addendi: la loro somma è il valore")
    rapporto: Rapporto | None = Field(None, description="Rapporto tra due fatti")
    primato: Primato | None = Field(None, description="Valore più alto, più basso o più vicino di una tabella")
    numeratore: Numero | None = Field(None, description="Numeratore, se non è un fatto")
    denominatore: Numero | None = Field(None, description="Denominatore, se non è un fatto")
    comune: str | None = Field(None, description="Comune a cui si riferisce, se non è l'Ambito")
    nota: str | None = Field(None, description="Avvertenza")


class Colonna(Parte):
    """A column of a table, with the way its Ambito row is made."""

    campo: str = Field(description="Nome della colonna nei dati")
    titolo: str = Field(description="Intestazione da stampare")
    tipo: Literal["testo", "numero", "percentuale", "euro"] = Field("numero", description="Che cosa contiene")
    unita: str | None = Field(None, description="Unità di misura")
    decimali: Decimali = Field(default=0, validate_default=True, description="Cifre decimali da stampare")
    ambito: Aggregazione = Field("nessuna", description="Come si fa il valore dell'Ambito")
    numeratore: str | None = Field(None, description="Colonna al numeratore, se il valore si calcola")
    denominatore: str | None = Field(None, description="Colonna al denominatore, se il valore si calcola")
    per: Numero = Field(default=100, validate_default=True, description="Moltiplicatore del rapporto")
    peso: str | None = Field(None, description="Colonna dei pesi, per la media pesata")
    valore_ambito: Numero | None = Field(None, description="Valore dichiarato per l'Ambito")
    definizione: str | None = Field(None, description="Definizione, da stampare in nota")
    somma: tuple[str, ...] = Field((), description="Colonne di cui questa è la somma")
    stampa: SiNo = Field(True, description="no, se serve solo ai calcoli")


class Tabella(Voce):
    """A table of data, usually per Comune and read from a CSV file."""

    titolo: str = Field(description="Titolo, che diventa la didascalia")
    sezione: str | None = Field(None, description="Sezione del piano in cui si stampa")
    chiave: str = Field("comune", description="Colonna che dà il nome alle righe")
    titolo_chiave: str | None = Field(None, description="Intestazione della prima colonna; se manca, il suo nome")
    colonne: tuple[Colonna, ...] = Field(description="Le colonne, nell'ordine di stampa")
    dati: tuple[dict[str, str | None], ...] = Field(description="Le righe, oppure il percorso di un file CSV")
    riga_ambito: str | None = Field(None, description="Nome della riga dell'Ambito; senza nome non si stampa")
    al: Data | None = Field(None, description="Giorno a cui i dati si riferiscono")
    anno: AnnoScritto | None = Field(None, description="Anno a cui i dati si riferiscono")
    fonte: Fonte | None = Field(None, description="Da dove vengono i dati")
    orizzontale: SiNo = Field(False, description="sì, per stamparla su pagina orizzontale")
    nota: str | None = Field(None, description="Avvertenza")

    @property
    def intestazione_chiave(self) -> str:
        """The heading of the first column: as given, else the name of the column («fascia_di_eta»: «Fascia di eta»)."""
        return self.titolo_chiave or title_of_column(self.chiave)


def title_of_column(name: str) -> str:
    """The name of a column of a CSV file as a heading."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


class Demografia(Voce):
    """Counts per Comune from which the seven indices are made (definitions: `pdz.calc.indici`).

    Columns of the CSV: comune, popolazione, eta_0_4, eta_0_14, eta_15_19, eta_15_39, eta_15_64, eta_40_64,
    eta_60_64, eta_65_oltre, donne_15_49, nati, morti (persons).
    """

    titolo: str = Field("Principali indici demografici", description="Titolo della tabella")
    sezione: str | None = Field(None, description="Sezione del piano in cui si stampa")
    dati: tuple[dict[str, str | None], ...] = Field(description="Le righe, oppure il percorso di un file CSV")
    al: Data | None = Field(None, description="Giorno a cui i dati si riferiscono")
    fonte: Fonte | None = Field(None, description="Da dove vengono i dati")


class UnitaOfferta(Voce):
    """Unità d'offerta sociali of one type: how many, how many places, who runs them."""

    tipologia: str = Field(description="Tipo, per esempio Asilo nido")
    area: str = Field(description="Area di intervento")
    comune: str | None = Field(None, description="Comune in cui ha sede, se la riga è di un solo Comune")
    gestore: Literal["pubblico", "privato"] | None = Field(None, description="Chi la gestisce")
    unita: Conteggio | None = Field(None, description="Quante sono")
    posti: Conteggio | None = Field(None, description="Quanti posti hanno in tutto")
    utenza: str | None = Field(None, description="Chi accoglie")
    motivo: str | None = Field(None, description="Perché i posti non si conoscono")
    nota: str | None = Field(None, description="Precisazione")


class AreaOfferta(Voce):
    """An area of the unità d'offerta and its share of the units, when only the share is published."""

    nome: str = Field(description="Nome dell'area")
    quota: Percentuale | None = Field(None, description="Quota sul totale delle unità d'offerta")
    tipologie: tuple[str, ...] = Field((), description="Tipi che ne fanno parte")


class GruppoPosti(Voce):
    """Places of several types added together, for example all nursery places."""

    nome: str = Field(description="Nome del gruppo")
    voci: tuple[str, ...] = Field(description="id delle unità d'offerta sommate")
    posti: Conteggio | None = Field(None, description="Totale dichiarato: se c'è si controlla")


class ReteOfferta(Parte):
    """The network of unità d'offerta sociali (UDOS) of the Ambito (chapter 3)."""

    totale: Conteggio | None = Field(None, description="Quante sono in tutto")
    al: Data | None = Field(None, description="Giorno a cui i dati si riferiscono")
    fonte: Fonte | None = Field(None, description="Da dove vengono i dati")
    aree: tuple[AreaOfferta, ...] = Field((), description="Le aree")
    voci: tuple[UnitaOfferta, ...] = Field((), description="Le unità d'offerta, per tipo")
    gruppi: tuple[GruppoPosti, ...] = Field((), description="Posti di più tipi sommati insieme")


class AssistentiSociali(Parte):
    """Social workers of the Ambito (L. 178/2020 art. 1 c. 797: one per 5.000 inhabitants, one per 4.000)."""

    numero: Numero = Field(description="Assistenti sociali, in equivalenti a tempo pieno")
    popolazione: Conteggio | None = Field(None, description="Abitanti")
    fatto_popolazione: str | None = Field(None, description="id del fatto con gli abitanti")
    al: Data | None = Field(None, description="Giorno a cui il dato si riferisce")
    fonte: Fonte | None = Field(None, description="Da dove viene")


class Sigla(Parte):
    """An acronym of the glossary."""

    sigla: str = Field(description="La sigla")
    significato: str = Field(description="Per esteso")
    nota: Prosa | None = Field(None, description="Spiegazione")
