# SPDX-License-Identifier: EUPL-1.2
"""Una frase si interrompe.

Che cosa controlla:
    Nessun testo finisce con una virgola o con una parola che ne vuole un'altra («della», «per», «che»). Dopo i due
    punti c'è qualcosa: non un altro segno («Indicatori di impatto sociale: ;»), e non la fine, dopo «contattare» e
    simili o dove il documento non mette altro (risposte di esiti e schede, impegni). Non guarda titoli, nomi, fonti,
    unità di misura e celle di tabelle.

Perché:
    Manca un pezzo, tagliato da una copia o mai scritto: chi legge non sa che cosa.

Segnala:
    finanziamenti:
      - id: fin_fna
        fondo: FNA
        nome: Fondo nazionale per la non autosufficienza
        livello: nazionale
        classe: strutturali
        testo: "Per informazioni sulle attività del servizio, contattare:"  # T016

Accetta:
    finanziamenti:
      - id: fin_fna
        fondo: FNA
        nome: Fondo nazionale per la non autosufficienza
        livello: nazionale
        classe: strutturali
        testo: "Per informazioni sulle attività del servizio, contattare: il Comune di residenza."

Rimedio:
    Completa la frase, oppure togli le parole rimaste.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona è un atto pubblico.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, Passage, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_HANGING = frozenset(
    "e ed di del dello della dell' dei degli delle al allo alla all' agli alle dal dallo dalla dall' dagli dalle nel "
    "nello nella nell' nei negli nelle sul sullo sulla sull' sugli sulle con per tra il gli un' che nonché".split()
)
"""Words that want another one after them; not those that also end a phrase («dai 18 anni in su», «una per una»)."""
_ENDS = frozenset({word[-2:] for word in _HANGING if len(word) > 1} | {" e"})
_SIGNS = frozenset({",", ":", "’"})
_EMPTY = re.compile(r": ?(?:[;,]|\.(?![.\w]))")
_ASKING = re.compile(r"(?:contattare|rivolgersi a|telefonare a|scrivere a|consultare|si veda)\s?:\s*\Z", re.IGNORECASE)
"""What only an address can follow."""
_NOT_SENTENCES = frozenset({
    "titolo", "sottotitolo", "nome", "unita", "fonte", "sigla", "significato", "dati", "colonne", "voce", "gruppo",
    "denominazione", "incroci", "tabelle", "grafici", "demografia", "annualita", "partner", "capofila", "separatore",
})  # fmt: skip
_LAST = frozenset(
    "criticita target personale punti_chiave bisogni bisogno_precedente modalita impatto coinvolgimento_terzo_settore "
    "finalita descrizione output outcome".split()
)
"""Answers of the forms after which nothing is printed in their row."""
_FEWEST_WORDS = 4
_SHORTEST = 8
"""Letters: a label with its colon, or four words."""
_LETTERS = frozenset("lettera lettere lett. punto punti comma fascia classe categoria vitamina e".split())
"""Before a letter of the alphabet: «alla lettera e»."""


def check(ctx: Context) -> Iterator[Problem]:
    """Texts that end, or colons that stop, in the middle of a sentence."""
    for passage, match in iter_matches(ctx.draft, _EMPTY):
        label = passage.bare[match.start() - 1 : match.start()].isalpha()
        if label and _NOT_SENTENCES.isdisjoint(passage.path) and passage.text[match.start() : match.end()] == match[0]:
            yield _problem(ctx, passage, len(match[0]), match.start(), f"dopo i due punti c'è «{match[0][-1]}»")
    long = [passage for passage in ctx.draft.passages if len(passage[2]) >= _SHORTEST]  # by index: they are thousands
    for passage in long:
        bare = passage.bare.rstrip()
        if (bare[-2:] not in _ENDS and bare[-1:] not in _SIGNS) or not _NOT_SENTENCES.isdisjoint(passage.path):
            continue
        if bare[-1] == ":":
            if _is_last(passage.path) or _ASKING.search(bare[-30:]):
                yield _problem(ctx, passage, 1, len(bare) - 1, "dopo i due punti non c'è niente")
        elif _is_cut(bare) and bare == passage.text.rstrip():
            end = len(bare.rsplit(None, 1)[-1])
            yield _problem(ctx, passage, end, len(bare) - end, "il testo finisce a metà di una frase")


def _is_cut(bare: str) -> bool:
    """True when a sentence of some words ends with a comma, or with a word that wants another one."""
    words = bare[-60:].split()
    if len(words) < _FEWEST_WORDS:
        return False
    last = words[-1].replace("’", "'").rpartition("'")
    word = (last[2] or f"{last[0]}'").casefold() if last[1] else last[2]
    return word.endswith(",") or (word in _HANGING and not (word == "e" and words[-2].casefold() in _LETTERS))


def _is_last(path: Path) -> bool:
    """True when nothing is printed after the text at `path`."""
    if path[0] in {"schede", "schede_integrazione", "esiti"}:
        return len(path) == 3 and path[2] in _LAST
    return path[0] == "impegni" and path[-1] in {"ats", "asst", "ambito", "indicatori"}


def _problem(ctx: Context, passage: Passage, length: int, start: int, what: str) -> Problem:
    end = " ".join(passage.bare[max(0, start - 50) : start + length].split())
    message = f"{name_at(ctx.piano, passage.path)}{what}: «…{end[-40:]}»"
    return Problem(passage.path, message, "completa la frase, o togli le parole rimaste", span=(start, length))
