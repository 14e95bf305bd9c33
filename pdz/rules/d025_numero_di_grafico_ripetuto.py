# SPDX-License-Identifier: EUPL-1.2
"""Due grafici, o due tabelle, hanno lo stesso numero.

Che cosa controlla:
    Il numero scritto a mano all'inizio di un titolo («Grafico n. 47 – …», «Tabella 2: …») o di una riga di testo che fa
    da didascalia è diverso da tutti gli altri dello stesso tipo.

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

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.WARNING
_CAPTION = re.compile(
    r"^[ \t>*_#]{0,6}(?P<kind>grafico|tabella|figura|tab\.|graf\.|fig\.)[ \t]{0,3}(?:n[.°]?[ \t]{0,3})?"
    r"(?P<number>\d{1,3})[ \t*_]{0,3}(?:[–—:]|-[ \t]|\.[ \t])",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = frozenset(" \t>*_#GgTtFf")
_HINTS = ("rafico", "abella", "igura", "ab.", "raf.", "ig.")
_WORDS = {"tab.": "tabella", "graf.": "grafico", "fig.": "figura"}
_HOLDERS = frozenset({"tabelle", "grafici", "monitoraggi", "demografia"})


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers of captions that come twice; a text split in parts may repeat a caption word for word."""
    seen: dict[tuple[str, int], tuple[Path, str]] = {}
    for path, text, bare in ctx.draft.passages:
        if text[:1] not in _FIRST and "\n" not in text:  # a caption begins the text, or a line of it
            continue
        if not any(word in text for word in _HINTS) or (path[-1] != "titolo" and path[0] in _HOLDERS):
            continue
        for match in _CAPTION.finditer(bare):
            kind = match["kind"].casefold()
            key = (_WORDS.get(kind, kind), int(match["number"]))
            words = bare[match.start() :].partition("\n")[0]
            other, before = seen.setdefault(key, (path, words))
            if before != words:
                start, end = match.span("kind")[0], match.end("number")
                first = " ".join(before.split())[:70]
                message = f"il numero di «{bare[start:end]}» è già di «{first}»"
                hint = 'togli i numeri scritti a mano: li mette pdz, e i testi li citano con {{ rif("…") }}'
                yield Problem(path, message, hint, span=(start, end - start), related=other)
