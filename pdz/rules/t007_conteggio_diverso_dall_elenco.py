# SPDX-License-Identifier: EUPL-1.2
"""Un testo dice quante sono le cose di un elenco, e l'elenco ne ha di più o di meno.

Che cosa controlla:
    Il numero, in lettere o in cifre, che sta appena prima dei due punti («tre funzioni:», «13 soggetti:») è quello
    delle voci dell'elenco che segue: puntato, o sulla stessa riga con virgole o punti e virgola. Sulla riga guarda
    soltanto gli elenchi di nomi o di poche parole, fino alla fine della frase, e non sceglie dove «e» può unire due
    voci o stare dentro una. Lo stesso vale per i nomi propri fra parentesi dopo Comuni, Ambiti, enti e simili («7
    Ambiti (Adda, …)»), e per gli obiettivi che il racconto di un'area dice di avere («l'area ha due obiettivi»),
    contati nel piano. Un indicatore che raggiunge un numero e nella nota elenca nomi propri ne elenca altrettanti.
    Non guarda le misure (mesi, ore, persone…), gli elenchi che a loro volta contano o finiscono con «e altri», né
    quelli più corti fatti di nomi comuni, quando dicono le specie e non ogni cosa: di enti, persone, incontri,
    progetti («40 caregiver: figlie, mogli e nipoti») e di più di dieci cose, se ne manca più di una.

Perché:
    «13 soggetti» seguito da dodici nomi: ne manca uno, o il conto è sbagliato. Chi legge non può saperlo.

Segnala:
    testi:
      - sezione: introduzione
        testo: "L'Agenzia ha quattro funzioni: ascolto, orientamento, formazione."  # T007

Accetta:
    testi:
      - sezione: introduzione
        testo: "L'Agenzia ha tre funzioni: ascolto, orientamento, formazione."

Rimedio:
    Correggi il numero, oppure aggiungi all'elenco la voce che manca.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona si legge e si verifica anche da chi non l'ha scritto.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Problem, Severity
from pdz.numbers import format_number
from pdz.rules import Context, Passage, name_at
from pdz.rules._cifre import COUNT, read_count
from pdz.rules._elenchi import Annuncio, count_names, is_by_kinds, is_plain, list_items, read_annuncio
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING
_HINT = "correggi il numero, o aggiungi all'elenco quel che manca"
_FEWEST_NAMES, _MOST = 3, Decimal(100)
_BRACKET = re.compile(r"\((?P<names>[A-ZÀ-Ý«][^()]{8,500})\)")
_PARTIAL = re.compile(r"\b(?:tra|fra) (?:cui|i quali|le quali)\b|\becc|\betc|…|\bes\.|esempio|compres[oaie]|escluso|\d")
"""Words of a list that does not name all."""
_NAMED = frozenset(
    "comuni ambiti distretti enti soggetti associazioni cooperative fondazioni progetti bandi scuole istituti province "
    "consultori partner asst ats tavoli unioni aziende parrocchie".split()
)
"""What has a proper name each."""
_OBJECTIVES = re.compile(
    rf"\b(?:L'|L’|l'|l’)area (?:ha|persegue|si dà|individua|comprende) (?P<count>{COUNT}) obiettivi\b"
)


def check(ctx: Context) -> Iterator[Problem]:
    """Counts that contradict the list they introduce."""
    for passage in [passage for passage in ctx.draft.passages if ":" in passage[2]]:
        yield from _check_text(ctx, passage)
    for passage, match in iter_matches(ctx.draft, _BRACKET):
        yield from _check_bracket(ctx, passage, match)
    yield from _check_areas(ctx)
    yield from _check_notes(ctx)


def _check_bracket(ctx: Context, passage: Passage, match: re.Match[str]) -> Iterator[Problem]:
    names = match["names"]
    annuncio = read_annuncio(passage.bare, match.start()) if "," in names else None
    if annuncio is None or _PARTIAL.search(names):
        return
    if not any(word.casefold() in _NAMED for word in annuncio.what.split()):
        return
    counts = [conto for conto in count_names(names) if conto.low >= _FEWEST_NAMES]
    if counts and not any(conto.low <= annuncio.count <= conto.high for conto in counts):
        words = " ".join(passage.bare[annuncio.start : match.start()].split())
        message = f"{name_at(ctx.piano, passage.path)}«{words}», ma fra parentesi ne sono elencati {counts[0]}"
        yield Problem(passage.path, message, _HINT, span=(annuncio.start, match.start() - annuncio.start))


def _check_areas(ctx: Context) -> Iterator[Problem]:
    for index, area in enumerate(ctx.piano.aree):
        match = _OBJECTIVES.search(area.testo or "")
        own = sum(obiettivo.area == area.id for obiettivo in ctx.piano.obiettivi)
        if match is not None and own and read_count(match["count"]) != own:
            path = ("aree", index, "testo")
            message = f"{name_at(ctx.piano, path)}«{match[0]}», ma nel piano gli obiettivi dell'area sono {own}"
            yield Problem(path, message, _HINT, span=(match.start("count"), match.end() - match.start("count")))


def _check_text(ctx: Context, passage: Passage) -> Iterator[Problem]:
    text, colon = passage.bare, passage.bare.find(":")
    while colon >= 0:
        annuncio = read_annuncio(text, colon) if text[colon + 1 : colon + 2].isspace() else None
        listed = _compare(text, annuncio) if annuncio is not None else None
        if annuncio is not None and listed is not None:
            words = " ".join(text[annuncio.start : colon].split())
            message = f"{name_at(ctx.piano, passage.path)}«{words}», ma l'elenco che segue ne ha {listed}"
            yield Problem(passage.path, message, _HINT, span=(annuncio.start, colon - annuncio.start))
        colon = text.find(":", colon + 1)


def _compare(text: str, annuncio: Annuncio) -> str | None:
    """How many things the list has, when they are certainly not as many as announced."""
    items = list_items(text, annuncio.end)
    if items is not None:
        kinds = is_plain(items) and is_by_kinds(annuncio, len(items))
        return str(len(items)) if len(items) != annuncio.count and not kinds else None
    if "\n" in text[annuncio.end + 1 : annuncio.end + 2]:
        return None
    counts = list(count_names(text[annuncio.end + 1 :]))
    if not counts or any(conto.low <= annuncio.count <= conto.high for conto in counts):
        return None
    return None if counts[0].plain and is_by_kinds(annuncio, counts[0].high) else str(counts[0])


def _check_notes(ctx: Context) -> Iterator[Problem]:
    for _, indicatore, path in ctx.indicatori:
        misura, nota = indicatore.realizzato, indicatore.nota
        if nota is None or misura is None or misura.numero is None or misura.percento or misura.operatore is not None:
            continue
        if not _FEWEST_NAMES <= misura.numero < _MOST or ":" in nota or not nota[:1].isupper():
            continue
        counts = [conto for conto in count_names(nota) if conto.low >= _FEWEST_NAMES]
        if counts and not any(conto.low <= misura.numero <= conto.high for conto in counts):
            reached = f"{format_number(misura.numero)} {indicatore.unita or ''}".rstrip()
            message = f"{name_at(ctx.piano, path)}il valore raggiunto è {reached}, ma la nota ne elenca {counts[-1]}"
            yield Problem((*path, "nota"), message, _HINT, related=(*path, "realizzato"))
