# SPDX-License-Identifier: EUPL-1.2
"""Un testo scrive a mano una cifra che il piano ha già come dato.

Che cosa controlla:
    Nei testi narrativi, una cifra uguale a un dato che si può citare (fatti, totali dei fondi, gradi, posti, tabelle) e
    della stessa specie: euro, percentuale o quantità. Solo cifre che non coincidono per caso: con almeno cinque cifre
    significative (599.821,54; 112.991), oppure con tre o quattro, scritte con il punto o la virgola (14,62%; 3.013), se
    nella stessa frase c'è una parola del nome del dato e la parola che segue la cifra non conta un'altra cosa («3.013
    telefonate»). Non guarda i numeri interi sotto il mille, anni, date, leggi, codici, titoli, nomi, note dei dati.

Perché:
    Quando il dato si corregge, la cifra scritta a mano resta quella di prima. Citata per id non può restare indietro.

Segnala:
    fatti:
      - {id: stranieri, nome: Popolazione straniera residente, valore: 16523, unita: persone, al: 2024-01-01,
         fonte: {nome: ISTAT, consultata: 2024-11-10}}
    testi:
      - sezione: contesto
        testo: Gli stranieri residenti sono 16.523.  # T005

Accetta:
    fatti:
      - {id: stranieri, nome: Popolazione straniera residente, valore: 16523, unita: persone, al: 2024-01-01,
         fonte: {nome: ISTAT, consultata: 2024-11-10}}
    testi:
      - sezione: contesto
        testo: Gli stranieri residenti sono {{ fatti.stranieri }}.

Rimedio:
    Al posto della cifra scrivi la citazione che il messaggio propone.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): fonte e data di ogni dato di contesto.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._citabili import choose_equal, find_equal, read_narrated

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Figures of the narrative that equal a datum of the plan."""
    written = [(passage, cifra) for passage, cifra in read_narrated(ctx) if not cifra.plain or cifra.significant > 3]
    data = find_equal(ctx, {cifra.valore for _, cifra in written}) if written else {}
    for passage, cifra in written:
        chosen = choose_equal(passage, cifra, data)
        if chosen is not None:
            name, datum = chosen
            figure = f"{name_at(ctx.piano, passage.path)}«{passage.bare[cifra.start : cifra.end].strip()}»"
            yield Problem(
                passage.path,
                f"{figure} è scritto a mano, ma è un dato del piano: «{datum.nome}»",
                f"scrivi {{{{ {name} }}}}",
                span=(cifra.start, cifra.end - cifra.start),
                related=datum.path or None,
            )
