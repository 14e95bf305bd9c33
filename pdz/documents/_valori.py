# SPDX-License-Identifier: EUPL-1.2
"""How expected and actual values are printed."""

from pdz.documents._maker import Maker
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.numbers import format_number, format_percent

_OPERATORS = {">": "più di ", "≥": "almeno ", "<": "meno di ", "≤": "fino a ", "circa": "circa "}


def format_misura(misura: Misura, unita: str | None = None) -> str:
    """«più di 100%», «circa 50 incontri», «non rilevabile»."""
    if misura.numero is None:
        return misura.stato or ""
    number = format_percent(misura.numero) if misura.percento else format_number(misura.numero)
    words = _OPERATORS[misura.operatore] + number if misura.operatore else number
    return f"{words} {unita}" if unita and not misura.percento else words


def describe_expected(maker: Maker, indicatore: Indicatore, *, actual: bool = False) -> str:
    """The expected value with its base, its steps and what it refers to: «50% nel 2025, 100% nel 2027».

    `actual`: what it refers to is printed with the actual value.
    """
    words = format_misura(indicatore.previsto, indicatore.unita) if indicatore.previsto else ""
    if indicatore.tappe:
        steps = (maker.label("nel_anno", valore=format_misura(t.previsto), anno=t.anno) for t in indicatore.tappe)
        last = indicatore.tappe[-1].previsto
        whole = words if indicatore.previsto is not None and indicatore.previsto != last else ""
        words = "; ".join(filter(None, (", ".join(steps), whole)))
    if indicatore.base is not None:
        words += maker.label("da_base", base=format_misura(indicatore.base, indicatore.unita))
    if indicatore.periodicita and words and not actual:
        words += f" ({indicatore.periodicita})"
    return words


def list_actual(maker: Maker, indicatore: Indicatore) -> list[str]:
    """The actual values of an indicator, one by one: the value, the counts, the terms of a percentage, the periods."""
    parts = [format_misura(indicatore.realizzato, indicatore.unita)] if indicatore.realizzato is not None else []
    parts += [f"{format_misura(conteggio.valore)} {conteggio.nome}" for conteggio in indicatore.realizzati]
    if indicatore.numeratore is not None and indicatore.denominatore is not None:
        terms = {"di": format_number(indicatore.numeratore), "totale": format_number(indicatore.denominatore)}
        parts.append(maker.label("su", **terms))
    unit = indicatore.unita
    timed = [(t.anno, format_misura(t.realizzato, unit)) for t in indicatore.tappe if t.realizzato is not None]
    timed += [(format_period(maker, r.periodo), format_misura(r.valore, r.unita or unit)) for r in indicatore.serie]
    return parts + [maker.label("nel_anno", valore=value, anno=when) for when, value in timed]


def format_period(maker: Maker, period: str) -> str:
    """«4° trimestre 2022» for 2022-T4, «2023» for 2023."""
    year, _, part = period.partition("-")
    if part.startswith("T"):
        return maker.label("trimestre", numero=part[1:], anno=year)
    if part.startswith("S"):
        return maker.label("semestre", numero=part[1:], anno=year)
    return f"{part}/{year}" if part else year


def describe_indicatore(maker: Maker, indicatore: Indicatore) -> tuple[str, str]:
    """Expected and actual value of an indicator in words, with units, reasons and notes."""
    previsto = describe_expected(maker, indicatore, actual=indicatore.realizzato is not None)
    parts = list_actual(maker, indicatore)
    if indicatore.periodicita and indicatore.realizzato is not None:
        parts[0] += f" ({indicatore.periodicita})"
    realizzato = "\n".join(f"- {part}" for part in parts) if len(parts) > 1 else "".join(parts)
    extra = [text.rstrip(".") + "." for text in (indicatore.motivo, indicatore.nota) if text]
    if extra:
        realizzato = (
            f"{realizzato}\n\n{' '.join(extra)}"
            if len(parts) > 1
            else ": ".join(filter(None, (realizzato, " ".join(extra))))
        )
    return previsto, realizzato
