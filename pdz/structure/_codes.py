# SPDX-License-Identifier: EUPL-1.2
"""What the findings about the shape of a plan mean, for `pdz explain`."""

CODES = {
    "M001": """Manca una chiave.

Alcune chiavi ci devono essere sempre: senza, la voce non si può stampare o citare.""",
    "M002": """Una chiave non esiste.

Spesso è un nome scritto male: il messaggio propone il più vicino. Le chiavi di una parte del piano, con la loro
spiegazione, le dice per esempio pdz explain progetti; l'editor le suggerisce con lo schema che scrive pdz schema.

Se la chiave è un pezzo di una frase, la frase sta fra parentesi graffe e la sua virgola l'ha tagliata: mettila fra
virgolette.""",
    "M003": """Un valore non è del genere giusto.

Per esempio un testo dove serve un elenco, o una parola dove serve una data. Il messaggio dice che cosa serve, con un
esempio.""",
    "M004": """Un numero si può leggere in due modi.

«16.523» può voler dire sedicimila, o sedici e mezzo: pdz non indovina. Le migliaia si scrivono senza punto (16523), i
decimali con il punto (16.52) o, fra virgolette, all'italiana ("16,52"). Con due segni non c'è dubbio: "1.250,00".""",
    "M005": """Un valore non è fra quelli possibili.

Alcune chiavi accettano solo certe parole: il messaggio le elenca, o propone la più vicina.""",
    "M006": """Il piano è scritto in un'altra versione del formato.

La chiave «formato» dice con quale versione è scritto il piano. Una versione più nuova vuole un pdz più nuovo.""",
    "M007": """I dati di una tabella o di un grafico non tornano con le colonne.

Una colonna dichiarata manca nei dati, una cella non è un numero, o una colonna calcolata ne nomina una che non c'è.
Una cella senza dato resta vuota; «(*)» è il segno con cui l'ISTAT nasconde i numeri piccoli.""",
    "M008": """Il profilo regionale non esiste.

Il profilo dice che cosa chiede la Regione in un triennio, per esempio lombardia/2025-2027.""",
    "M009": """L'immagine della copertina non si può stampare.

Il file nominato in «logo» deve stare nella cartella del piano, e dev'essere un'immagine PNG o JPEG.""",
}
"""Title and explanation by code; a code is never reused."""
