# SPDX-License-Identifier: EUPL-1.2
"""The report for people: what matters first, then objectives, funds, and everything else that changed."""

from collections import Counter
from collections.abc import Iterator

from pdz.cli._compare import Choices
from pdz.cli._compare._cambi import render_cambi
from pdz.cli._compare._comuni import render_comuni, summarize_comuni
from pdz.cli._compare._fondi import render_fondi, render_pnrr, render_progetti, summarize_fondi
from pdz.cli._compare._giudizi import list_wanted, render_giudizi
from pdz.cli._compare._indicatori import render_indicatori, summarize_indicatori
from pdz.cli._compare._leps import has_leps, render_leps, render_macroaree, summarize_leps
from pdz.cli._compare._obiettivi import render_obiettivi, summarize_obiettivi
from pdz.cli._compare._progetti import render_renamed
from pdz.cli._compare._righe import render_list, wrap_line
from pdz.cli._compare._schede import render_schede
from pdz.cli._compare._told import leave_out_told
from pdz.compare import ARGOMENTI, Raffronto
from pdz.pipeline.compare import Confronto

LABEL = "da leggere"

_TITLES = {
    "esiti": "Esiti del triennio passato",
    "leps": "LEPS",
    "fondi": "Fondi: tutti i cambiamenti",
    "pnrr": "PNRR",
    "offerta": "Unità d'offerta",
    "piano": "Dati del piano",
}
"""Titles of sections that are not just the name of their subject."""

_LEGEND = "nei testi [-così-] è quel che è stato tolto, {+così+} quel che è stato aggiunto"


def render(confronto: Confronto, choices: Choices) -> str:
    """The whole report."""
    lines = list(_lines(confronto, choices))
    if any("[-" in line or "{+" in line for line in lines):
        lines += ["", _LEGEND]
    return "".join(f"{line}\n" for line in lines)


def _lines(confronto: Confronto, choices: Choices) -> Iterator[str]:
    raffronto = confronto.raffronto
    assert raffronto is not None
    yield from _render_head(confronto, raffronto)
    count = Counter(cambio.argomento for cambio in raffronto.cambi)
    told = [name for name in ARGOMENTI if choices.wants(name) and (count[name] or _has_table(name, raffronto))]
    if not told:
        yield "nessuna differenza" + (f" in {', '.join(choices.only)}" if choices.only else "")
    else:
        yield from ("", "In breve", *_render_summary(raffronto, choices, count))
    if giudizi := list_wanted(confronto, choices):
        yield from ("", "Da guardare", *render_giudizi(confronto, giudizi))
    if not told:
        return
    if choices.wants("obiettivi") and raffronto.legami.sorti + raffronto.legami.origini:
        yield from ("", "Obiettivi")
        yield from render_obiettivi(confronto, raffronto)
    if choices.wants("fondi") and raffronto.fondi.per_fondo:
        yield from ("", "Fondi")
        yield from render_fondi(raffronto.fondi)
    for argomento in told:
        if argomento != "obiettivi":
            yield from _render_section(argomento, confronto, raffronto)


def _has_table(argomento: str, raffronto: Raffronto) -> bool:
    """True when there is something to tell besides the changes one by one."""
    if argomento == "indicatori":
        return any(riga.novita for riga in raffronto.indicatori)
    return argomento == "leps" and has_leps(raffronto.leps)


def _render_section(argomento: str, confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    cambi = (cambio for cambio in raffronto.cambi if cambio.argomento == argomento)
    lines = [
        *_render_table(argomento, confronto, raffronto),
        *render_cambi(confronto, leave_out_told(raffronto, cambi)),
    ]
    if lines:
        yield from ("", _TITLES.get(argomento, argomento.capitalize()), *lines)


def _render_table(argomento: str, confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    """What a subject says as a whole, before its changes one by one."""
    match argomento:
        case "ambito":
            yield from render_comuni(confronto, raffronto)
        case "macroaree":
            yield from render_macroaree(raffronto)
        case "indicatori":
            yield from render_indicatori(confronto, raffronto)
        case "schede":
            yield from render_schede(confronto, raffronto, "schede")
        case "leps":
            yield from render_leps(raffronto)
        case "integrazione":
            yield from render_schede(confronto, raffronto, "schede_integrazione")
        case "progetti":
            yield from render_progetti(raffronto.progetti)
            yield from render_renamed(confronto, raffronto, raffronto.progetti.progetti_importo)
        case "pnrr":
            yield from render_pnrr(raffronto.progetti)
            yield from render_renamed(confronto, raffronto, raffronto.progetti.pnrr_ammesso)
        case _:
            pass


def _render_head(confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    for label, side, lato in (("prima", confronto.prima, raffronto.prima), ("dopo", confronto.dopo, raffronto.dopo)):
        piano = lato.piano
        yield f"{label + ':':<6} {side.nome}: {piano.titolo}, {piano.ambito.nome}, {piano.triennio}"
    yield from _render_cautions(raffronto)


def _render_cautions(raffronto: Raffronto) -> Iterator[str]:
    """What a reader must know before trusting the rest."""
    prima, dopo = raffronto.prima, raffronto.dopo
    was, now = prima.piano.triennio, dopo.piano.triennio
    told = dopo.piano.triennio_precedente
    if not raffronto.stesso_ambito:
        names = f"{prima.piano.ambito.nome}; {dopo.piano.ambito.nome}"
        yield f"attenzione: i due piani sembrano di Ambiti diversi ({names}): non si cercano obiettivi simili"
    if was > now:
        yield "attenzione: il primo piano è di un triennio successivo al secondo: forse vanno scambiati"
    elif was != now and told not in {None, was}:
        yield f"attenzione: i due trienni non sono consecutivi: prima del secondo piano c'è il {told}, non il {was}"
    if prima.profilo.id != dopo.profilo.id:
        yield f"nota: profili diversi ({prima.profilo.id} e {dopo.profilo.id}): le macroaree non si legano per lettera"


def _render_summary(raffronto: Raffronto, choices: Choices, count: Counter[str]) -> Iterator[str]:
    if choices.wants("obiettivi") and raffronto.legami.sorti + raffronto.legami.origini:
        yield from wrap_line(f"obiettivi: {summarize_obiettivi(raffronto)}", "  ")
    if choices.wants("fondi"):
        yield f"  fondi: {summarize_fondi(raffronto.fondi)}"
    if choices.wants("ambito") and (comuni := summarize_comuni(raffronto)):
        yield from wrap_line(f"Comuni: {comuni}", "  ")
    tables = (
        ("indicatori", "indicatori", summarize_indicatori(raffronto.indicatori)),
        ("leps", "LEPS", summarize_leps(raffronto.leps)),
    )
    for argomento, label, said in tables:
        if choices.wants(argomento) and said and (count[argomento] or _has_table(argomento, raffronto)):
            yield from wrap_line(f"{label}: {said}", "  ")
    wanted = [name for name in ARGOMENTI if count[name] and name != "obiettivi" and choices.wants(name)]
    if wanted:
        yield from render_list("cambiamenti", [f"{name} {count[name]}" for name in wanted], "  ")
