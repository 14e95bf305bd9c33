# SPDX-License-Identifier: EUPL-1.2
"""Degree of achievement of an indicator, per cent: (valore − base) × 100 / (valore atteso − base).

One formula, growing or falling. Without a base: valore × 100 / valore atteso, only for what should grow. Whatever would
need a guess (target zero or equal to the base, a missing value or denominator) is n.c. with its reason.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pdz.calc._esatto import count_decimals, to_decimal, write
from pdz.calc._misure import NumeroLetto, read_actual, read_misura, read_target
from pdz.calc._tipi import Calcolo, Conteggio
from pdz.calc.stampa import format_unrounded
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Operatore
from pdz.model.esiti import Indicatore
from pdz.numbers import format_percent

_REVERSED: dict[Operatore, Operatore] = {">": "<", "≥": "≤", "<": ">", "≤": "≥", "circa": "circa"}


def compute_indicatore(indicatore: Indicatore, path: Path) -> Calcolo:
    """The degree of achievement of one indicator."""
    target, actual = read_target(indicatore, path), read_actual(indicatore, path)
    nome = f"Raggiungimento di {indicatore.id} «{indicatore.nome}»"
    return _compute(nome, indicatore, target, actual, path)


def compute_tappe(indicatore: Indicatore, path: Path) -> Iterator[tuple[str, Calcolo]]:
    """The degree of each step that has an actual value, by year; the base counts in the first year too."""
    for index, tappa in enumerate(indicatore.tappe):
        if tappa.realizzato is not None:
            step = (*path, "tappe", index)
            target = read_misura(tappa.previsto, "valore atteso", (*step, "previsto"), indicatore)
            actual = read_misura(tappa.realizzato, "valore raggiunto", (*step, "realizzato"), indicatore)
            nome = f"Raggiungimento di {indicatore.id} «{indicatore.nome}» nel {tappa.anno}"
            yield tappa.anno, _compute(nome, indicatore, target, actual, step)


def _compute(
    nome: str, indicatore: Indicatore, target: NumeroLetto | str, actual: NumeroLetto | str, path: Path
) -> Calcolo:
    base: NumeroLetto | str | None = None
    if indicatore.base is not None:
        base = read_misura(indicatore.base, "valore di partenza", (*_root(path), "base"), indicatore)
    parts = (target, actual, base)
    termini = tuple(term for part in (actual, target, base) if isinstance(part, NumeroLetto) for term in part.termini)
    empty = Calcolo(nome, None, "percento", termini=termini, path=path)
    if isinstance(target, str) or isinstance(actual, str) or isinstance(base, str):
        reason = "; ".join(part for part in parts if isinstance(part, str))
        return replace(empty, motivo=reason + (f": {indicatore.motivo}" if indicatore.motivo else ""))
    if reason := _find_reason(indicatore, target, actual, base):
        return replace(empty, motivo=reason)
    if base is None:
        valore, falling = to_decimal(actual.valore * 100 / target.valore), target.valore < 0
        formula = f"{actual.scritto} × 100 / {target.scritto}"
    else:
        span = target.valore - base.valore
        valore, falling = to_decimal((actual.valore - base.valore) * 100 / span), span < 0
        formula = f"({actual.scritto} − {base.scritto}) × 100 / ({target.scritto} − {base.scritto})"
    decimali = count_decimals(valore)
    printed = _print(valore, decimali, _find_operator(target, actual, base, falling))
    return replace(empty, valore=valore, decimali=decimali, formula=f"{formula} = {write(valore)}", stampa=printed)


def _root(path: Path) -> Path:
    return path[: path.index("tappe")] if "tappe" in path else path


def _find_reason(indicatore: Indicatore, target: NumeroLetto, actual: NumeroLetto, base: NumeroLetto | None) -> str:
    """Why the formula does not apply; empty when it does."""
    if len({part.percento for part in (target, actual, base) if part is not None}) > 1:
        return "i valori non si confrontano: alcuni sono percentuali e altri no"
    if target.valore == 0:
        return "il valore atteso è zero"
    if base is not None and base.valore == target.valore:
        return "il valore atteso è uguale al valore di partenza"
    if base is None and indicatore.direzione == "diminuisce":
        return "manca il valore di partenza: senza non si misura una diminuzione"
    return ""


def _find_operator(
    target: NumeroLetto, actual: NumeroLetto, base: NumeroLetto | None, falling: bool
) -> Operatore | None:
    """What «più di» or «circa» of the values makes of the result; a target «almeno 50» is the threshold 50."""
    if "circa" in {target.operatore, actual.operatore} or (base is not None and base.operatore is not None):
        return "circa"
    if actual.operatore is None:
        return None
    return _REVERSED[actual.operatore] if falling else actual.operatore


def _print(valore: Decimal, decimali: int, operatore: Operatore | None) -> str:
    if operatore is None:
        return format_unrounded(valore, decimali)
    printed = format_percent(valore, decimali)
    return f"circa {printed}" if operatore == "circa" else f"{operatore}{printed}"


def iter_indicatori(piano: Piano) -> Iterator[tuple[str | None, Indicatore, Path]]:
    """Every indicator with its path; the id of its outcome when it is counted there, None when it looks ahead."""
    for i, esito in enumerate(piano.esiti):
        if esito.indicatori is not None:
            for group in ("risultato", "processo", "impatto"):
                for j, indicatore in enumerate(getattr(esito.indicatori, group)):
                    yield esito.id, indicatore, ("esiti", i, "indicatori", group, j)
    for i, progetto in enumerate(piano.progetti_premiali):
        for j, indicatore in enumerate(progetto.indicatori):
            yield progetto.id, indicatore, ("progetti_premiali", i, "indicatori", j)
    for i, monitoraggio in enumerate(piano.monitoraggi):
        for j, indicatore in enumerate(monitoraggio.indicatori):
            yield None, indicatore, ("monitoraggi", i, "indicatori", j)
    for name, fields in (("schede", ("risultati", "impatto")), ("schede_integrazione", ("output", "outcome"))):
        for i, scheda in enumerate(getattr(piano, name)):
            for field in fields:
                if (risultati := getattr(scheda, field)) is not None:
                    for j, indicatore in enumerate(risultati.indicatori):
                        yield None, indicatore, (name, i, field, "indicatori", j)


def compute_indicatori(piano: Piano) -> tuple[dict[str, Calcolo], dict[str, Conteggio]]:
    """Degrees by id of the indicator; how many are computable by id of the outcome, `` for the whole plan.

    What looks ahead (schede) or only tells a series (monitoraggi) has a degree but is not counted.
    """
    gradi: dict[str, Calcolo] = {}
    computable: dict[str, list[bool]] = {"": [], **{voce.id: [] for voce in (*piano.esiti, *piano.progetti_premiali)}}
    for esito, indicatore, path in iter_indicatori(piano):
        calcolo = gradi[indicatore.id] = compute_indicatore(indicatore, path)
        if esito is not None:
            computable[esito].append(calcolo.valore is not None)
            computable[""].append(calcolo.valore is not None)
    return gradi, {name: Conteggio(sum(known), len(known)) for name, known in computable.items()}
