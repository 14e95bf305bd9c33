# SPDX-License-Identifier: EUPL-1.2
"""Una sigla è usata e il piano non dice che cosa significa.

Che cosa controlla:
    Le sigle dei testi (da due a sei lettere, anche con i punti: SAP, RdC, S.I.L.) sono nel glossario, sono la sigla o
    parte del nome di un ente o di un Comune, oppure un testo le spiega: «Nome per esteso (SIGLA)», «SIGLA (Nome per
    esteso)», o accanto, lettera per lettera («assistenza domiciliare minori ADM»). Un rilievo per ogni sigla usata
    almeno cinque volte; se il piano non è una bozza, un rilievo solo elenca tutte le altre, e dove stanno. Non contano:
    le sigle che i moduli, i titoli e i cataloghi regionali usano (ASST, ETS, FNPS, AT1), quelle delle leggi (DGR,
    L.R.), i numeri romani, PEC, IBAN, CUP e CIG, le frasi in maiuscolo, i nomi dopo «progetto» o «bando» o fra
    virgolette, i nomi di partner e fonti.

Perché:
    Il piano lo leggono Sindaci, associazioni e cittadini: non sanno che cosa sono UVM, SAP o IRCCS.

Segnala:
    obiettivi:
      - id: O1
        titolo: Rafforzare la rete dei servizi
        gruppo: ambito
        descrizione: I MMG inviano le persone; con i MMG si fanno le équipe.  # R012
      - id: O2
        titolo: Prevenire il disagio
        gruppo: ambito
        descrizione: I MMG segnalano, i MMG partecipano, con i MMG si valuta.

Accetta:
    glossario:
      - {sigla: MMG, significato: Medici di medicina generale}
    obiettivi:
      - id: O1
        titolo: Rafforzare la rete dei servizi
        gruppo: ambito
        descrizione: I MMG inviano le persone; con i MMG si fanno le équipe.
      - id: O2
        titolo: Prevenire il disagio
        gruppo: ambito
        descrizione: I MMG segnalano, i MMG partecipano, con i MMG si valuta.

Rimedio:
    Aggiungi la sigla al glossario, oppure scrivi il nome per esteso la prima volta che la usi.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._draft import address_of
from pdz.rules._sigle import Uso, collect_known, collect_uses, is_explained, is_word

SEVERITY = Severity.WARNING

_MANY = 5
_LISTED = 12
_NAMED = re.compile(r"(?:[Pp]rogett[oi]|[Bb]and[oi]|[Aa]vvis[oi]|[Mm]archio|[Pp]rogramma)\s+[*_«\"“]*\Z|[«\"“]\Z")
"""What stands before the name of a project, which is no acronym."""


def check(ctx: Context) -> Iterator[Problem]:
    """Acronyms that nobody explains: one by one the frequent ones, together the others."""
    uses, rare = collect_uses(ctx), list[Uso]()
    known = collect_known(ctx) if uses else frozenset[str]()
    for key, places in uses.items():
        many = len(places) >= _MANY
        if key in known or not (many or ctx.piano.stato != "bozza"):
            continue
        if is_word(ctx, key) or any(_explains(uso) for uso in places):
            continue
        if many:
            first = places[0]
            message = f"{name_at(ctx.piano, first.path)}la sigla «{first.sigla}» è usata {len(places)} volte"
            yield _stamp(first, f"{message} e mai spiegata", f"aggiungi «{first.sigla}» al glossario")
        else:
            rare.append(places[0])
    if rare:
        names = ", ".join(uso.sigla for uso in rare[:_LISTED])
        more = f" e altre {len(rare) - _LISTED}" if len(rare) > _LISTED else ""
        listed = ", ".join(f"{uso.sigla} in {_where(ctx, uso)}" for uso in rare)
        hint = f"aggiungile al glossario ({listed})" if len(rare) > 1 else "aggiungila al glossario"
        yield _stamp(rare[0], f"sigle usate e mai spiegate: {names}{more}", hint)


def _explains(uso: Uso) -> bool:
    return is_explained(uso) or _NAMED.search(uso.text, max(0, uso.start - 24), uso.start) is not None


def _where(ctx: Context, uso: Uso) -> str:
    """The part of the plan in which an acronym stands first, in few words: «esiti/A1», «testi/introduzione»."""
    if uso.path[0] == "testi" and len(uso.path) > 1 and isinstance(uso.path[1], int):
        return f"testi/{ctx.piano.testi[uso.path[1]].sezione}"
    return address_of(ctx.draft.data, uso.path[:2])


def _stamp(uso: Uso, message: str, hint: str) -> Problem:
    hint = f"{hint}, o scrivi il nome per esteso la prima volta"
    return Problem(uso.path, message, hint, span=(uso.start, len(uso.sigla)))
