# SPDX-License-Identifier: EUPL-1.2
"""What the findings of the reading mean, for `pdz explain`."""

CODES = {
    "Y001": """Un file non si legge.

I file del piano sono testo scritto in UTF-8. Se li salva Blocco note o Excel, scegli «UTF-8» alla voce Codifica.
Se il messaggio parla di permessi, chiedi a chi gestisce la cartella condivisa.""",
    "Y002": """Il file non è scritto in YAML corretto.

Le cause più comuni: un rientro fatto con il tasto Tab; un testo che contiene due punti, o comincia con @ * & ! % `,
senza virgolette attorno; virgolette o parentesi aperte e non chiuse; un trattino o un rientro fuori posto.
Di ogni file pdz segnala il primo di questi errori: quel che segue si capisce solo dopo averlo corretto.""",
    "Y003": """La stessa chiave è scritta due volte.

Non si può sapere quale dei due valori è quello buono: il messaggio indica entrambi i posti. Fra file diversi si
uniscono solo gli elenchi.""",
    "Y004": """Un valore comincia con &, * o !.

In YAML questi segni richiamano un valore scritto altrove o ne cambiano il tipo. In un piano ogni valore si scrive per
esteso, dove serve; un testo che comincia con uno di questi segni va fra virgolette.""",
    "Y005": """Un percorso non va bene.

I file di un piano stanno tutti nella sua cartella. «includi» si scrive solo in piano.yaml e nomina file .yaml, uno per
uno o con l'asterisco: esiti/*.yaml. Nei percorsi si usa la barra «/», e non si esce dalla cartella con «..».""",
    "Y006": """Un file è vuoto, o non comincia con una chiave.

Un file del piano è fatto di righe «chiave: valore». Se non serve ancora, toglilo dall'elenco «includi».""",
    "Y007": """Un file è troppo grande, o troppo annidato.

Un piano intero sta in meno di un milione di caratteri, e ha una decina di livelli di rientro: un limite superato dice
che c'è uno sbaglio.""",
    "Y008": """Un file che il piano nomina non c'è.

Un valore che finisce in .md o .csv è il percorso di un file, a partire dalla cartella del piano. Maiuscole e minuscole
contano.""",
    "Y009": """Una tabella CSV non si legge.

La prima riga dà i nomi delle colonne, tutti diversi, separati da punto e virgola (o da virgola). Ogni riga ha tante
celle quante sono le colonne; una cella che contiene il separatore va fra virgolette.""",
    "Y010": """Un commento «pdz:» non si può usare.

Una segnalazione si ammette sul posto, con il suo codice e il motivo: alla fine della riga, o da solo sulla riga sopra,
  # pdz: ammesso F002 perché il residuo comprende le annualità precedenti
e in un file .md, dentro il paragrafo o da solo prima di esso,
  <!-- pdz: ammesso T004 perché è la cifra del 2022, non quella di oggi -->
Per una cella di un CSV il commento sta sulla riga che nomina il file. Gli errori di forma (Y… e M…) si correggono.

Ammettere fa tacere la segnalazione e basta: il documento non cambia. pdz stampa sempre quel che calcola; se un grado
dichiarato non torna con le azioni, si stampa il grado calcolato anche quando l'altro è ammesso.""",
    "Y011": """Un commento ammette una segnalazione che non c'è.

La segnalazione è stata corretta, o sta su un'altra riga. Un'ammissione che resta nasconderebbe il prossimo errore.""",
    "Y012": """Un file della cartella non fa parte del piano.

I file .yaml entrano nel piano quando «includi» li nomina, quelli .md e .csv quando un valore li nomina: gli altri pdz
non li legge, e quel che dicono non si stampa. Non si guardano README.md e simili, i nomi che cominciano con «.» o «_»,
le cartelle che contengono un altro piano.""",
}
"""Title and explanation by code; a code is never reused."""
