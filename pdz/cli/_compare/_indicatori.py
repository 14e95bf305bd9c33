# SPDX-License-Identifier: EUPL-1.2
"""What became of the promised indicators: each change is called by its name."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from pdz.cli._compare import place_of
from pdz.cli._compare._cambi import render_cambio
from pdz.cli._compare._consuntivi import say_values
from pdz.cli._compare._righe import render_lines, render_list, wrap_line
from pdz.compare import Novita, Raffronto, RigaIndicatore, find_cambi_of, name_at
from pdz.compare.indicatori import is_same
from pdz.findings import Path, shorten
from pdz.model.esiti import Indicatore
from pdz.pipeline.compare import Confronto

_SUMMED = {Novita.NUOVO, Novita.TOLTO, Novita.TOLTO_RAGGIUNTO}
"""Told scheda by scheda: of the others each one is told."""
_NAMED = 3
"""Of more than so many of one scheda the ids alone are given."""
_MANY = {
    Novita.NUOVO: "nuovi",
    Novita.TOLTO: "tolti, non si sa se raggiunti",
    Novita.TOLTO_RAGGIUNTO: "tolti, raggiunti",
    Novita.TOLTO_NON_RAGGIUNTO: "tolti senza essere raggiunti",
    Novita.ALZATO: "con il valore atteso alzato",
    Novita.ABBASSATO: "con il valore atteso abbassato",
    Novita.ATTESO_AGGIUNTO: "che ora hanno un valore atteso",
    Novita.ATTESO_TOLTO: "senza più un valore atteso",
    Novita.UNITA: "con un'altra unità",
    Novita.RIDEFINITO: "ridefiniti",
}


def summarize_indicatori(righe: tuple[RigaIndicatore, ...]) -> str:
    """«12 prima, 10 dopo (tolti, raggiunti 2; con il valore atteso alzato 1)»; empty when neither plan has any."""
    if not righe:
        return ""
    before = sum(riga.prima is not None for riga in righe)
    after = sum(riga.dopo is not None for riga in righe)
    count = Counter(novita for riga in righe for novita in riga.novita)
    parts = [f"{words} {count[novita]}" for novita, words in _MANY.items() if count[novita]]
    return f"{before} prima, {after} dopo" + (f" ({'; '.join(parts)})" if parts else "")


def render_indicatori(confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    """Those that changed one by one, then those that came in and went out, by scheda."""
    for side, empty in _find_empty(raffronto):
        yield f"  nel piano di {side} non c'è nessun indicatore di scheda: {empty}"
    for riga in raffronto.indicatori:
        if _is_told_alone(riga):
            yield from _render_riga(confronto, riga)
    for novita, words in _MANY.items():
        chosen = [riga for riga in raffronto.indicatori if novita in riga.novita and novita in _SUMMED]
        for form, group in groupby(chosen, _form_of):
            yield from _render_group(confronto, raffronto, words, form, list(group))


def _find_empty(raffronto: Raffronto) -> Iterator[tuple[str, str]]:
    """The plan that promises no indicator at all: it may only not publish its schede."""
    if raffronto.indicatori and all(riga.dopo is None for riga in raffronto.indicatori):
        yield "dopo", "tolti quelli di prima, o schede non pubblicate"
    if raffronto.indicatori and all(riga.prima is None for riga in raffronto.indicatori):
        yield "prima", "nuovi quelli di dopo, o schede non pubblicate"


def _form_of(riga: RigaIndicatore) -> Path:
    return (riga.dopo or riga.prima or ())[:2]


def _render_group(
    confronto: Confronto, raffronto: Raffronto, words: str, form: Path, righe: list[RigaIndicatore]
) -> Iterator[str]:
    """The indicators of one scheda to which the same happened."""
    new = righe[0].dopo is not None
    side, lato = (confronto.dopo, raffronto.dopo) if new else (confronto.prima, raffronto.prima)
    head = f"{words}, {str(form[0]).replace('_', ' ')} {name_at(lato.piano, form)} ({len(righe)})"
    told = [one for riga in righe if (one := riga.nuovo or riga.vecchio) is not None]
    names = [_name(one) for one in told] if len(told) <= _NAMED else [one.id for one in told]
    yield from render_list(head, names, "  ")
    yield from render_lines(side, [riga.dopo or riga.prima or () for riga in righe], "     ")


def _is_told_alone(riga: RigaIndicatore) -> bool:
    if riga.vecchio is None or _SUMMED.intersection(riga.novita):
        return False
    return riga.nuovo is None or not is_same(riga.vecchio, riga.nuovo)


def _render_riga(confronto: Confronto, riga: RigaIndicatore) -> Iterator[str]:
    old, new = riga.vecchio, riga.nuovo
    assert old is not None
    assert riga.prima is not None
    falls = " (deve diminuire)" if new is not None and new.direzione == "diminuisce" else ""
    told = f" ({say_values(riga.raggiunto, riga.raggiunto)})" if riga.raggiunto is not None else ""
    yield from wrap_line(f"{', '.join(riga.novita) or 'cambia'}{falls}: {_name(new or old)}{told}", "  ")
    if new is None or riga.dopo is None:
        yield f"     {place_of(confronto.prima, riga.prima)}"
    else:
        for cambio in find_cambi_of(old, new, riga.prima, riga.dopo):
            if cambio.indirizzo[len(riga.dopo)] != "id":
                yield from render_cambio(confronto, cambio, "     ", len(riga.dopo))
    if riga.consuntivo is not None:
        yield f"     esito: {place_of(confronto.dopo, riga.consuntivo)}"


def _name(one: Indicatore | None) -> str:
    return f"{one.id} «{shorten(one.nome, 100)}»" if one is not None else ""
