# SPDX-License-Identifier: EUPL-1.2
"""Outcomes of the past triennium: the «grado di raggiungimento» tables (linee di indirizzo regionali 2025-2027)."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from pdz.model._tipi import (
    STATI,
    AnnoScritto,
    Assenza,
    Conteggio,
    Importo,
    Numero,
    Parte,
    Percentuale,
    Prosa,
    Risposta,
    RispostaChiusa,
    SiNo,
    Stato,
    Valore,
    Voce,
    from_scalar,
)  # fmt: skip


class Rilevazione(Parte):
    """One value of a series, by quarter or year."""

    periodo: str = Field(
        pattern=r"^(19|20)\d\d(-(T[1-4]|S[12]|\d\d))?$", description="2023, 2023-T1, 2023-S1 o 2023-01"
    )
    valore: Valore = Field(description="Il valore del periodo")
    unita: str | None = Field(None, description="Che cosa si conta nel periodo, se non è l'unità dell'indicatore")


class Tappa(Parte):
    """One step of a stepped target: 50% in 2025, 75% in 2026, 100% in 2027."""

    anno: AnnoScritto = Field(description="Anno della tappa")
    previsto: Valore = Field(description="Il valore atteso in quell'anno")
    realizzato: Valore | None = Field(None, description="Il valore raggiunto in quell'anno")


class Conteggiato(Parte):
    """One of several actual counts that answer the same target."""

    valore: Valore = Field(description="Il valore")
    nome: str = Field(description="Che cosa conta")


class Indicatore(Voce):
    """An indicator: expected and actual value, unit, direction; the formula is in `pdz.calc.indicatori`."""

    nome: str = Field(description="Che cosa misura")
    previsto: Valore | None = Field(None, description="Valore atteso")
    realizzato: Valore | None = Field(None, description="Valore raggiunto")
    realizzati: tuple[Conteggiato, ...] = Field((), description="Più conteggi per lo stesso valore atteso")
    unita: str | None = Field(None, description="Unità di misura: persone, ore, posti…")
    direzione: Literal["aumenta", "diminuisce"] = Field("aumenta", description="Se migliora crescendo o calando")
    base: Valore | None = Field(None, description="Valore di partenza")
    numeratore: Numero | None = Field(None, description="Numeratore della percentuale raggiunta")
    denominatore: Numero | None = Field(None, description="Denominatore della percentuale raggiunta")
    periodicita: str | None = Field(None, description="A che cosa si riferisce il valore, per esempio «media annua»")
    tappe: tuple[Tappa, ...] = Field((), description="Valori attesi anno per anno")
    serie: tuple[Rilevazione, ...] = Field((), description="Valori per trimestre o per anno")
    motivo: str | None = Field(None, description="Perché un valore manca")
    nota: str | None = Field(None, description="Precisazione da stampare accanto")


class Indicatori(Parte):
    """The three groups of the regional form."""

    risultato: tuple[Indicatore, ...] = Field((), description="Indicatori di risultato")
    processo: tuple[Indicatore, ...] = Field((), description="Indicatori di processo")
    impatto: tuple[Indicatore, ...] = Field((), description="Indicatori di impatto")
    nota: Prosa | None = Field(None, description="Nota a tutti gli indicatori")


class AzioneSvolta(Voce):
    """A planned action and what became of it."""

    nome: str = Field(description="L'azione programmata")
    stato: Literal["realizzata", "parziale", "non realizzata", "rinviata", "in corso"] = Field(
        description="Com'è finita"
    )
    quota: Percentuale | None = Field(None, description="Quanto vale un'azione parziale")
    risultati: Prosa | None = Field(None, description="Che cosa si è fatto")
    descrizione: Prosa | None = Field(None, description="Che cosa prevedeva")


class AzioniEsito(Parte):
    """The denominator of the grado: a list of actions with their state, or two counts."""

    programmate: Conteggio | None = Field(None, description="Quante azioni erano programmate")
    realizzate: Conteggio | None = Field(None, description="Quante sono state realizzate")
    elenco: tuple[AzioneSvolta, ...] = Field((), description="Le azioni una per una")


def _list_or_counts(value: Any) -> Any:
    return {"elenco": value} if isinstance(value, list) else value


def _state_or_text(value: Any) -> Any:
    if isinstance(value, str):
        return {"stato": value.casefold()} if value.casefold() in STATI else {"testo": value}
    return value


class ValutazioneUtenti(Parte):
    """What users think: not done, or a score on a scale, a percentage, a text."""

    stato: Stato | None = Field(None, description="Perché non c'è")
    punteggio: Numero | None = Field(None, description="Punteggio medio")
    scala: str | None = Field(None, description="Scala del punteggio, per esempio 0-10")
    percentuale: Percentuale | None = Field(None, description="Quota di giudizi positivi")
    testo: Prosa | None = Field(None, description="Come è stata fatta e che cosa dice")


class Adeguatezza(Parte):
    """Adequacy of staff and means; the regional scale is not published, so the word is free."""

    giudizio: str | None = Field(None, description="adeguato, sufficiente, non adeguato…")
    percentuale: Valore | None = Field(None, description="Percentuale, quando è stata data così")
    nota: Prosa | None = Field(None, description="Perché")


class RisorseEsito(Parte):
    """Coincidence of budgeted and spent resources: pagato × 100 / preventivato."""

    preventivato: Importo | None = Field(None, description="Risorse stanziate, in euro")
    pagato: Importo | None = Field(None, description="Risorse impegnate o liquidate, in euro")
    coincidenza: Percentuale | None = Field(None, description="La percentuale, se gli importi non sono noti")
    nota: Prosa | None = Field(None, description="Precisazione")


class Riproposta(RispostaChiusa):
    """Whether the objective goes on, and as which objectives of the new plan."""

    come: tuple[str, ...] = Field((), description="id degli obiettivi del nuovo triennio che lo continuano")


class Esito(Voce):
    """The outcome of one objective of the past triennium, or of a whole area prioritaria."""

    tipo: Literal["area", "tematico"] = Field("tematico", description="Se riguarda un obiettivo o un'area prioritaria")
    numero: str | None = Field(None, description="Numero dell'obiettivo nella sua macroarea")
    titolo: str = Field(description="Titolo dell'obiettivo o dell'area")
    macroarea: str | None = Field(None, description="Codice nello schema di macroaree del triennio passato")
    modulo: str | None = Field(None, description="Modulo del profilo da usare, se non è quello consueto")
    testo: Prosa | None = Field(None, description="Racconto che precede la tabella")
    azioni: Annotated[AzioniEsito, BeforeValidator(_list_or_counts)] | None = Field(
        None, description="Le azioni una per una, oppure {programmate: 5, realizzate: 4}"
    )
    grado: Percentuale | None = Field(None, description="Grado dichiarato, quando le azioni non sono note")
    giudizio: str | None = Field(None, description="Giudizio dichiarato; se manca lo dà la scala")
    attuazione: Prosa | None = Field(None, description="Che cosa si è fatto: sta nella riga del grado")
    indicatori: Indicatori | None = Field(None, description="Indicatori di risultato, processo e impatto")
    valutazione_utenti: Annotated[ValutazioneUtenti, BeforeValidator(_state_or_text)] | None = Field(
        None, description="Valutazione da parte degli utenti"
    )
    adeguatezza_risorse: Annotated[Adeguatezza, from_scalar("giudizio")] | None = Field(
        None, description="Adeguatezza delle risorse umane e strumentali"
    )
    risorse: Annotated[RisorseEsito, from_scalar("coincidenza")] | None = Field(
        None, description="Risorse stanziate e pagate"
    )
    criticita: Prosa | None = Field(None, description="Criticità rilevate")
    risposta_al_bisogno: Risposta | None = Field(None, description="Ha risposto al bisogno?")
    in_continuita: Risposta | None = Field(None, description="Era in continuità con il triennio ancora prima?")
    riproposto: Annotated[Riproposta, from_scalar("risposta")] | None = Field(None, description="Verrà riproposto?")
    assenti: tuple[Assenza, ...] = Field((), description="Righe che la fonte lascia vuote, e perché")


class EsitoSistema(Voce):
    """The outcome of an objective of sistema (section 1.1): specific objectives and what was done."""

    numero: str | None = Field(None, description="Numero dell'obiettivo di sistema")
    titolo: str = Field(description="Titolo")
    trasversale: SiNo = Field(False, description="Obiettivo trasversale, senza numero")
    obiettivi_specifici: tuple[str, ...] = Field((), description="Obiettivi specifici")
    risultati: tuple[str, ...] = Field((), description="Su cosa si è lavorato, con che esito")
    testo: Prosa | None = Field(None, description="Racconto")


class ProgettoPremiale(Voce):
    """A project paid by the quota premiale of the past triennium (section 1.2)."""

    titolo: str = Field(description="Titolo del progetto")
    finanziato: SiNo | None = Field(None, description="Se è stato finanziato")
    indicatori: tuple[Indicatore, ...] = Field((), description="Che cosa ha ottenuto")
    testo: Prosa | None = Field(None, description="Racconto")


class Monitoraggio(Voce):
    """A table of indicators by quarter or year, for example «GEA in numeri»."""

    titolo: str = Field(description="Titolo della tabella")
    sezione: str | None = Field(None, description="Sezione del piano in cui si stampa")
    esito: str | None = Field(None, description="id dell'esito a cui si riferisce")
    indicatori: tuple[Indicatore, ...] = Field(description="Indicatori con la loro serie")
    fonte: str | None = Field(None, description="Da dove vengono i dati")
    nota: str | None = Field(None, description="Avvertenza")
