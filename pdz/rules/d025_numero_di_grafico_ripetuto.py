# SPDX-License-Identifier: EUPL-1.2
"""Due grafici, o due tabelle, hanno lo stesso numero.

Che cosa controlla:
    Il numero scritto a mano all'inizio di un titolo («Grafico n. 47 – …», «Tabella 2: …»), o di una riga dei testi che
    fa da didascalia, è diverso da tutti gli altri dello stesso tipo.

Perché:
    «Come mostra il grafico n. 47»: se i grafici 47 sono due, nessuno sa quale guardare.

Segnala:
    grafici:
      - id: per_comune
        titolo: Grafico 47 – Unità d'offerta per tipologia e Comune
        tipo: barre
        categorie: [Carpiano, Colturano]
        serie: [{nome: unità, valori: [4, 2]}]
        unita: unità d'offerta
        al: 2024-01-31
        fonte: AFAM UDOS
        testo_alternativo: Carpiano ne ha quattro, Colturano due.
      - id: posti
        titolo: Grafico 47 – Posti dei servizi per la prima infanzia  # D025
        tipo: barre
        categorie: [Carpiano, Colturano]
        serie: [{nome: posti, valori: [60, 25]}]
        unita: posti
        al: 2024-01-31
        fonte: AFAM UDOS
        testo_alternativo: Carpiano ha sessanta posti, Colturano venticinque.

Accetta:
    grafici:
      - id: per_comune
        titolo: Unità d'offerta per tipologia e Comune
        tipo: barre
        categorie: [Carpiano, Colturano]
        serie: [{nome: unità, valori: [4, 2]}]
        unita: unità d'offerta
        al: 2024-01-31
        fonte: AFAM UDOS
        testo_alternativo: Carpiano ne ha quattro, Colturano due.
      - id: posti
        titolo: Posti dei servizi per la prima infanzia
        tipo: barre
        categorie: [Carpiano, Colturano]
        serie: [{nome: posti, valori: [60, 25]}]
        unita: posti
        al: 2024-01-31
        fonte: AFAM UDOS
        testo_alternativo: Carpiano ha sessanta posti, Colturano venticinque.

Rimedio:
    Togli i numeri dai titoli: li mette pdz, e i testi li citano con {{ rif("…") }}.

Riferimenti:
    Formato del piano, versione 1: didascalie e rimandi.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity, shorten
from pdz.model import Piano
from pdz.rules import Context

SEVERITY = Severity.WARNING
_CAPTION = re.compile(
    r"^[ \t>*_#]{0,6}(?P<kind>grafico|tabella|figura|tab\.|graf\.|fig\.)[ \t]{0,3}(?:n[.°]?[ \t]{0,3})?"
    r"(?P<number>\d{1,3})[ \t*_]{0,3}(?:[–—:]|-[ \t]|\.[ \t])",
    re.IGNORECASE | re.MULTILINE,
)
_HINTS = ("RAFICO", "ABELLA", "rafico", "abella", "igura", "ab.", "raf.", "ig.")
_WORDS = {"tab.": "tabella", "graf.": "grafico", "fig.": "figura"}


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers of captions that come twice; the same caption may come back word for word."""
    seen: dict[tuple[str, int], tuple[Path, str]] = {}
    for path, text in _iter_texts(ctx.piano):
        for match in _CAPTION.finditer(text) if any(word in text for word in _HINTS) else ():
            kind = match["kind"].casefold()
            words = " ".join(text[match.start("kind") :].partition("\n")[0].split())
            other, before = seen.setdefault((_WORDS.get(kind, kind), int(match["number"])), (path, words))
            if before != words:
                start, end = match.start("kind"), match.end("number")
                message = f"il numero di «{text[start:end]}» è già di «{shorten(before)}»"
                hint = 'togli i numeri scritti a mano: li mette pdz, e i testi li citano con {{ rif("…") }}'
                yield Problem(path, message, hint, span=(start, end - start), related=other)


def _iter_texts(piano: Piano) -> Iterator[tuple[Path, str]]:
    """The narrative, where captions may be written by hand, and the titles that become captions."""
    for index, testo in enumerate(piano.testi):
        yield ("testi", index, "testo"), testo.testo
    for index, area in enumerate(piano.aree):
        if area.testo:
            yield ("aree", index, "testo"), area.testo
    for key in ("tabelle", "grafici", "monitoraggi"):
        for index, thing in enumerate(getattr(piano, key)):
            yield (key, index, "titolo"), thing.titolo
